"""Digests of channels: a line that opens with a name in marks and a dash or a colon is that channel's item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guvoh.extraction.attribution.identities import Identity, Register
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS, CueKind, Roles, speaker_patterns
from guvoh.extraction.attribution.scene import Report
from guvoh.extraction.attribution.voices import Voice
from guvoh.model import Document, Role, SourceKind, Span

ITEM = "the item of a channel in a digest"
"""The rule of an item; it tells everything to the end of its paragraph that nobody else in it says."""

_TOLD = (Role.BODY, Role.LEAD, Role.QUOTE)
_QUOTED = re.compile(
    r"[-*•–—\s]*(?:[“\"«](?P<name>[^“”\"«»\n]{1,59}[^“”\"«»\n.,!?…])[”\"»]|@(?P<handle>\w{3,40}))"
    r" ?(?:\((?P<place>[^()\n]{2,40})\) ?)?(?:[–—:]|- )\s*(?=[^\Wa-z_]|[“\"«])"
)
_PLAIN = re.compile(
    r"[-*•\s]*(?P<name>\d{0,4} ?[^\W\d_a-z][\w’'.-]*(?: [^\W_][\w’'.-]*){0,5}?)"
    r" ?(?:\((?P<place>[^()\n]{2,40})\) ?)?(?: [–—] |: )\s*"
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FEWEST, _FEWEST_PLAIN, _HEAD = 2, 3, 400


def digest(document: Document, register: Register, roles: Roles) -> list[Voice]:
    """One voice for each item of a page that sets out what channels or outlets wrote; none for any other page."""
    found = list(_items(document, _QUOTED))
    if len(found) < _FEWEST and speaker_patterns()["of_channels"].search(document.text, 0, _HEAD):
        found = [item for item in _items(document, _PLAIN) if _may_be_channel(item[0], roles)]
        found = found if len(found) >= _FEWEST_PLAIN else []
    return [_voice(register, *item) for item in found] if len(found) >= _FEWEST else []


def of_the_channel(voices: Sequence[Voice], items: Sequence[Voice], text: str) -> list[Voice]:
    """The voices, with “the channel” inside an item taken for the channel whose item it is."""
    return [_known(voice, items, text) for voice in voices]


def _known(voice: Voice, items: Sequence[Voice], text: str) -> Voice:
    if voice.report.kind not in CHAIN_KINDS or voice.mention is None:
        return voice
    if speaker_patterns()["the_channel"].fullmatch(text[slice(*voice.mention)]) is None:
        return voice
    item = next((x for x in items if x.share(*voice.report.cue) == 1), None)
    return voice if item is None else replace(voice, speaker=item.speaker)


def _items(document: Document, opens: re.Pattern[str]) -> Iterator[tuple[str, Span, Span]]:
    """The name that opens a paragraph, where it stands, and what follows it."""
    told = (passage for passage in document.passages if passage.role in _TOLD)
    lines = (line for p in told for line in _LINE.finditer(document.text, p.start, p.end))
    for line in lines:
        match = opens.match(document.text, line.start(), line.end())
        if match is not None and match.end() < line.end():
            group = "handle" if match.groupdict().get("handle") else "name"
            yield match[group], match.span(group), (match.end(), line.end())


def _may_be_channel(name: str, roles: Roles) -> bool:
    """Whether a name before a colon is no person's label, as in an interview, nor a word in capitals."""
    words = name.lower().split()
    return len(words) > 1 and not name.isupper() and not roles.human & {words[0], words[-1]}


def _voice(register: Register, name: str, span: Span, told: Span) -> Voice:
    known = register.find(name)
    who = known or register.add(Identity(name, SourceKind.OUTLET, span))
    return Voice(Report(span, CueKind.REPORT, None, (told,), -1, ITEM), who, (), (told,), span)
