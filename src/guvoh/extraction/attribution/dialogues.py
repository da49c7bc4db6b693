"""Turns that no capitals mark: "Prosecutor: …" at the head of paragraphs, and the dashes of an interview."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.lexicon import CueKind, Roles, speaker_patterns
from guvoh.extraction.attribution.persons import Persons
from guvoh.extraction.attribution.scene import Report
from guvoh.extraction.attribution.voices import Voice
from guvoh.model import Document, Passage, Role, SourceKind, Span

SPOKEN = "a turn of a conversation"
_LABEL = re.compile(r"(?P<who>[^\W\d_a-z][^:\n“”\"?!;,]{1,45}?)(?: \([^)\n]{1,30}\))?: (?=\S)")
_DASH = re.compile(r"[-–—] (?=\S)")
_TOLD = (Role.BODY, Role.LEAD, Role.QUOTE)
_FEWEST_TURNS, _FEWEST_LINES = 2, 4


def dialogue(document: Document, persons: Persons, roles: Roles, told: Sequence[Voice]) -> Iterator[Voice]:
    """The voices of a page that sets out a conversation; none for any other page. `told` are those found so far."""
    lines = [p for p in document.passages if p.role in _TOLD]
    yield from _labelled(document, lines, persons, roles)
    yield from _dashes(document, lines, persons, told)


def _labelled(document: Document, lines: Sequence[Passage], persons: Persons, roles: Roles) -> Iterator[Voice]:
    """Paragraphs under a role or a full name and a colon, where two or more of the page open so."""
    opens = [(line, _LABEL.match(document.text, line.start, line.end)) for line in lines]
    labels = [(line, match) for line, match in opens if match is not None and _of_a_person(match["who"], roles)]
    if len(labels) < _FEWEST_TURNS:
        return
    for line, match in labels:
        who = _named(match["who"], match.span("who"), persons, roles)
        yield _turn(who, match.span("who"), (match.end(), line.end))


def _of_a_person(label: str, roles: Roles) -> bool:
    words = label.split()
    return not label.isupper() and (words[0].lower() in roles.human or words[-1].lower() in roles.human)


def _named(label: str, span: Span, persons: Persons, roles: Roles) -> Identity:
    """Who a label names: the name behind its role, else the role."""
    words = label.split()
    lead = next((n for n, w in enumerate(words) if w.lower() not in roles.human), len(words))
    name = " ".join(words[lead:]) if lead and words[lead:] and words[lead][:1].isupper() else ""
    shown = name or label
    longer = (x for x in persons.register.all if name and x.persona and x.name.split()[-1:] == words[-1:])
    known = persons.register.find(shown, shown.lower()) or next(longer, None)
    if known is not None:
        return known
    kind = SourceKind.OFFICIAL if words[0].lower() in roles.official else SourceKind.PERSON
    role = " ".join(words[:lead]) or None
    made = Identity(shown, kind, span, role, named=bool(name), persona=True, head=words[0].lower())
    return persons.register.add(made, shown.lower())


def _dashes(document: Document, lines: Sequence[Passage], persons: Persons, told: Sequence[Voice]) -> Iterator[Voice]:
    """Every second line of an interview in dashes, when the other ones ask: the person named before it answers.

    Where none is named, whoever spoke last before it: "A loader told the paper how he was held.¶ – How was it?"
    """
    turns = [line for line in lines if _DASH.match(document.text, line.start, line.end)]
    asked = [document.text[line.start : line.end].rstrip().endswith("?") for line in turns]
    if len(turns) < _FEWEST_LINES or not asked[0] or sum(asked[::2]) * 2 < len(asked[::2]) or any(asked[1::2]):
        return
    who = _who_answers(document, persons, told, turns[0].start)
    if who is not None:
        yield from (_turn(who, (line.start, line.start + 1), (line.start + 2, line.end)) for line in turns[1::2])


def _who_answers(document: Document, persons: Persons, told: Sequence[Voice], start: int) -> Identity | None:
    before = [run for run in persons.names.persons if persons.names.tokens[run.first].start < start]
    if not before:
        return _last_witness(document, told, start)
    return persons.person(before[0]) if speaker_patterns()["interview"].search(document.text, 0, start) else None


def _last_witness(document: Document, told: Sequence[Voice], start: int) -> Identity | None:
    """The person who spoke last in the paragraph that stands right before `start`."""
    before = [v for v in told if v.report.cue[1] <= start and not v.report.in_quote]
    last = max(before, key=lambda v: v.report.cue, default=None)
    if last is None or last.speaker is None or document.text[last.report.cue[1] : start].count("\n\n") > 1:
        return None
    return last.speaker if last.speaker.persona and last.speaker.kind is not SourceKind.OFFICIAL else None


def _turn(who: Identity, cue: Span, told: Span) -> Voice:
    return Voice(Report(cue, CueKind.REPORT, None, (told,), -1, SPOKEN), who, (), (told,), who.span)
