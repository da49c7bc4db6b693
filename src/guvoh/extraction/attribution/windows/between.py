"""Sentences without a cue between two cues of one speaker, whose account they go on with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from guvoh.extraction.annotate import Sentence
from guvoh.extraction.attribution.identities import CHANNELS
from guvoh.extraction.attribution.voices import Voice
from guvoh.extraction.attribution.windows.lexicon import words
from guvoh.extraction.attribution.windows.scene import Scene
from guvoh.model import Role

_MOST = 4  # sentences between two cues of one speaker


def between_cues(scene: Scene, voices: Sequence[Voice], may: Callable[[Sentence, Voice], bool]) -> list[Voice]:
    """The voices, each with the sentences up to the next cue of its speaker where nobody else speaks between.

    `may` tells whether a sentence can go on with a voice.
    """
    order = sorted((v for v in voices if v.speaker is not None), key=lambda v: v.report.cue)
    longer: dict[int, Voice] = {}
    for one, other in pairwise(order):
        if one.speaker is not other.speaker or one.speaker is None or one.speaker.kind in CHANNELS:
            continue
        spans = _spans(scene, one, other, may)
        if spans:
            longer[id(one)] = replace(one, content=(*one.content, *spans))
    return [longer.get(id(v), v) for v in voices]


def _spans(scene: Scene, one: Voice, other: Voice, may: Callable[[Sentence, Voice], bool]) -> list[tuple[int, int]]:
    sentences = scene.annotated.sentences
    last = scene.annotated.at(max(e for _, e in (*one.content, one.report.cue)) - 1)
    first = min([other.report.cue[0], *(start for start, _ in other.content)])
    here = scene.annotated.at(first)
    if last is None or here is None:
        return []
    gap = sentences[last.i + 1 : here.i]
    if not 0 < len(gap) <= _MOST or any(s.role is not Role.BODY for s in (*gap, here)):
        return []
    own = words().sets["own_voice"]
    if any(scene.low(s.first) in own for s in (*gap, here)) or not all(may(s, one) for s in gap):
        return []
    return [(s.start, s.end) for s in gap]
