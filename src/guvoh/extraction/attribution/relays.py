"""Outlets to which somebody spoke, told beside the cue: "in an interview with X", "quoted by X", "on state television"."""

from __future__ import annotations

from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.parenthesis import stands_at
from guvoh.extraction.attribution.resolution import Resolver
from guvoh.extraction.attribution.scene import Report, Scene


def spoken_to(resolver: Resolver, scene: Scene, report: Report) -> list[Identity]:
    """The outlets that the sentence names beside source and cue, outside what is said."""
    out: list[Identity] = []
    for i in range(scene.first, scene.stop):
        if scene.in_quote(i) or any(s <= scene.tokens[i].start < e for s, e in report.content):
            continue
        phrase = next((p for p in resolver.cues.to_outlets if stands_at(scene, i, p)), None)
        found = resolver.bodies.outlet(scene, i + len(phrase) - (phrase[0] == "on")) if phrase else None
        if found is not None and found not in out:
            out.append(found)
    return out
