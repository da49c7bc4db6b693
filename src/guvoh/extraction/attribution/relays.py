"""Outlets to which somebody spoke, told beside the cue: "in an interview with X", "quoted by X"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.parenthesis import stands_at
from guvoh.extraction.attribution.resolution import Resolver
from guvoh.extraction.attribution.scene import Report, Scene
from guvoh.model import SourceKind

_AT_FOOT = re.compile(r"[.!?][”\"’]? *[—–-] ?(?P<name>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?)[ \t]*$", re.MULTILINE)
_IN_DATELINE = re.compile(r"^[A-Z][^a-z\n/]*[^\n/]{0,30}/(?P<name>[A-Z][A-Za-z -]+)/", re.MULTILINE)
_HEAD = 1000  # characters in which a dateline stands


def credited(resolver: Resolver, scenes: Iterable[Scene]) -> list[Identity]:
    """The outlets of which a line tells that the page passes on what they told: "Based on reporting by X and Y"."""
    out: list[Identity] = []
    for scene in scenes:
        phrase = next((p for p in resolver.cues.credits if stands_at(scene, scene.first, p)), None)
        stop = scene.stop - (scene.tokens[scene.stop - 1].pos == "PUNCT")
        at = scene.first + len(phrase) if phrase else stop
        while at < stop:
            run = resolver.names.run_at(at, stop - 1, at)
            if run is None or run.first != at:
                break
            span = (scene.tokens[run.first].start, scene.tokens[run.last].end)
            out.append(resolver.bodies.named(scene.text[slice(*span)], SourceKind.OUTLET, span))
            at = run.last + 2  # past "," or "and"
            at += scene.lower(at) in ("and", "the")
    return out


def signed_by_agency(resolver: Resolver) -> list[Identity]:
    """The news agency whose name closes a text or stands in its dateline: "…, he said. — Bernama", "/TASS/"."""
    found = [*_AT_FOOT.finditer(resolver.text), *_IN_DATELINE.finditer(resolver.text, 0, _HEAD)]
    known = ((m, resolver.organisations.by_alias.get(m["name"])) for m in found)
    agencies = ((m, body) for m, body in known if body is not None and body.kind is SourceKind.AGENCY)
    return [resolver.bodies.named(m["name"], SourceKind.AGENCY, m.span("name")) for m, _ in agencies]


def spoken_to(resolver: Resolver, scene: Scene, report: Report) -> list[Identity]:
    """The outlets that the sentence names beside source and cue, outside what is said."""
    out: list[Identity] = []
    told = next((i for i in range(scene.first, scene.stop) if scene.tokens[i].start > report.cue[1]), scene.stop)
    passed_on = scene.lower(told) == "to" and scene.tokens[told].start == report.cue[1] + 1
    outlet = resolver.listeners.outlet(scene, told + 1) if passed_on else None
    if outlet is not None:
        out.append(outlet)  # "This was told | to TASS by X"
    opening = {phrase[0] for phrase in resolver.cues.to_outlets}
    for i in (i for i in range(scene.first, scene.stop) if scene.tokens[i].lower in opening):
        if scene.in_quote(i) or any(s <= scene.tokens[i].start < e for s, e in report.content):
            continue
        phrase = next((p for p in resolver.cues.to_outlets if stands_at(scene, i, p)), None)
        found = resolver.listeners.outlet(scene, i + len(phrase) - (phrase[0] == "on")) if phrase else None
        if found is not None and found not in out:
            out.append(found)
    return out
