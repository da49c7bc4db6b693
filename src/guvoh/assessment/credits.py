"""Credit lines: what a document itself says of where its text comes from ("Source: PAP", "(AFP) –", "/ТАСС/")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guvoh.assessment.names import fold, is_anonymous, is_known
from guvoh.model import Document, Role

_MOST_WORDS = 6
_HEAD = 400  # characters from the first telling passage in which an agency dateline stands

_NAME = r"(?P<name>[\w“”\"«»‘’'/&.\- ]{2,60}?)"
_LINES = (
    re.compile(rf"(?im)^[ \t]*(?:sources?|источник|манба|manba|булак)[ \t]*[:：][ \t]*{_NAME}[ \t]*[.;,|]?[ \t]*$"),
    re.compile(
        rf"(?i)\b(?:originally|first) (?:published|appeared) (?:by|in|on|at) (?:the )?{_NAME}"
        r"(?=[.;,\n]|\s+(?:on|in|and|under)\b|$)"
    ),
    re.compile(rf"(?i)\b(?:reprinted|republished) (?:from|with permission from) (?:the )?{_NAME}(?=[.;,\n]|$)"),
    re.compile(rf"(?i)\bwith (?:additional )?reporting (?:by|from) {_NAME}(?=[.;,\n]|$)"),
)
_CUES = (
    ("source", "источник", "манба", "manba", "булак"),
    (" published ", " appeared "),
    ("reprinted ", "republished "),
    ("reporting ",),
)
"""For each of these patterns the words of which a text, in small letters, has one where the pattern is found: most have
none and are not gone through letter by letter."""
_DATELINE = re.compile(r"\((?P<name>[A-Z][\w.\-]{1,20}(?: [A-Z][\w.\-]+)?)\)\s*[-–—]|/(?P<slash>[A-ZА-ЯЁ]{3,12})/")
_ELSEWHERE = frozenset({Role.COMMENT, Role.CAPTION, Role.TABLE})  # credits of pictures, of data, by readers
_UNTOLD = frozenset({"correspondent", "author", "staff", "editor", "editors", "own", "korespondent", "redakcia"})


@dataclass(frozen=True, slots=True)
class Credit:
    """The name credited and the words of the line that does it."""

    name: str
    words: str


def credit_lines(document: Document) -> tuple[Credit, ...]:
    """The bodies that the document credits with its text, in order, but not its own publisher."""
    found: dict[str, Credit] = {}
    small = document.text.casefold()
    for pattern, cues in zip(_LINES, _CUES, strict=True):
        for match in pattern.finditer(document.text) if any(cue in small for cue in cues) else ():
            _note(document, match.start("name"), match["name"], match[0], found)
    start = next((p.start for p in document.passages if p.role in (Role.LEAD, Role.BODY)), 0)
    if dateline := _DATELINE.search(document.text, start, start + _HEAD):
        name = dateline["name"] or dateline["slash"]
        if name.isupper() or is_known(name):
            _note(document, dateline.start(), name, dateline[0], found)
    return tuple(found.values())


def _note(document: Document, offset: int, raw: str, line: str, found: dict[str, Credit]) -> None:
    name = raw.strip(" “”\"«»‘’'.")
    told = not name or len(name.split()) > _MOST_WORDS or _UNTOLD & set(fold(name).split()) or is_anonymous(name)
    own = document.publisher is not None and fold(name) == fold(document.publisher)
    if told or own or document.role_at(offset) in _ELSEWHERE:
        return
    found.setdefault(name, Credit(name, " ".join(line.split())))
