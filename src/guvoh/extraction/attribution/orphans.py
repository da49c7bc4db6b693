"""Quotations after a sentence about somebody, without a cue: “X spoke through an interpreter. “He wrote zeros.””"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS, CueKind, Roles, singular
from guvoh.extraction.attribution.quotes import Quotation, Quotations
from guvoh.extraction.attribution.scene import Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from
from guvoh.model import Span

ORPHAN = "a quotation right after a sentence about X"
_WORDS = 5
_PERSONAL = frozenset({"he", "she", "they"})


def orphans(
    quotes: Quotations, scenes: Mapping[int, Scene], reports: Sequence[Report], lines: Sequence[Span], roles: Roles
) -> list[Report]:
    """A report for each quotation that opens a sentence, follows one about a person, and that nobody else says."""
    starts = [s for s, _ in lines]
    by_start = {scene.sentence.start: i for i, scene in scenes.items()}
    out: list[Report] = []
    for q in quotes.items:
        here = by_start.get(q.start)
        before = scenes.get(here - 1) if here is not None else None
        if q.words < _WORDS or before is None or here is None:
            continue
        line = lines[bisect_right(starts, q.start) - 1]
        if before.sentence.start < line[0] or _told(q, line, reports):
            continue
        subject = _subject(before, roles)
        if subject is not None:
            cue = (before.tokens[subject.head].start, before.tokens[subject.head].end)
            out.append(
                Report(cue, CueKind.REPORT, subject, ((q.start, q.end),), here - 1, ORPHAN, trigger=subject.head)
            )
    return out


def _told(q: Quotation, line: Span, reports: Sequence[Report]) -> bool:
    """Whether somebody speaks in the paragraph, outside quotations, to whom the quotation can belong."""
    speaking = (r for r in reports if r.kind in CHAIN_KINDS and not r.in_quote and r.source is not None)
    return any(line[0] <= r.cue[0] < line[1] or any(s < q.end and q.start < e for s, e in r.content) for r in speaking)


def _subject(scene: Scene, roles: Roles) -> Phrase | None:
    """The subject of the main verb, when it is a person by name, pronoun or role, and acts itself."""
    if scene.quoted:
        return None
    tokens = scene.tokens[scene.first : scene.stop]
    subject = next((t for t in tokens if t.dep == "nsubj" and _main(scene, t)), None)
    if tokens and tokens[0].lower == "for":
        named = phrase_from(scene, scene.first + 1, scene.stop)  # "For X, who held the post, this is no surprise."
        subject = scene.tokens[named.head] if named is not None and scene.lower(named.last + 1) == "," else subject
    if subject is None:
        return None
    human = {subject.lower, singular(subject.lower)} & roles.human or subject.lower in _PERSONAL
    if not (human or subject.pos == "PROPN"):
        return None
    return scene.phrase(subject.i, scene.first, scene.stop)


def _main(scene: Scene, subject: Token) -> bool:
    verb = scene.annotated.head(subject)
    return verb.relation in ("root", "ROOT") or verb.head == verb.i
