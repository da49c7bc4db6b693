"""The body that a page's first or last lines name as its maker: "From: X", "Prepared by X", "X" alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from guvoh.extraction.attribution.lexicon import speaker_patterns

_FROM = re.compile(r"From: *(?P<body>[A-Z][^@:\n]{3,90})")
_MAIL = re.compile(r"(?:to|subject|cc|sent)\b *:", re.IGNORECASE)
_NAME = re.compile(
    r"[“\"«]?[^\W\d_a-z][\w.&’'/]*(?:[ -](?:(?:of|for|and|the|on|in|to|at) ){0,2}[“\"«]?[^\W\d_a-z][\w.&’'/]*)*"
)
_SENTENCE_END = re.compile(r"(?<=\w{3})\. ")
_THIS = re.compile(r"this\b", re.IGNORECASE)  # "This material was produced by X" above the title
_LONGEST, _SHORTEST_NAME, _LONGEST_NAME = 160, 3, 18
_MARKS = '“”"«» '
_ENDS = " ."


def maker(head: Sequence[str], tail: Sequence[str], text: str, is_body: Callable[[str], bool]) -> str | None:
    """The body that one of the lines names as who made the page, or None; `head` begins with the title.

    "From: X" counts beside no line of a mail's; "Prepared by X" where X is a body, by its own noun, by its staff or by
    what is told of it behind a comma.
    """
    if not any(_MAIL.match(line) for line in head):
        sent = (_FROM.fullmatch(line) for line in head[1:])
        found = next((m["body"].strip() for m in sent if m and is_body(m["body"])), None)
        if found is not None:
            return _first_of_two(found, text, is_body)
    above = head if head[:1] and _THIS.match(head[0]) else head[1:]
    made = (_made_by(line, is_body) for line in (*above, *tail) if len(line) <= _LONGEST)
    return next((name for name in made if name), None)


def logo(head: Sequence[str], is_body: Callable[[str], bool]) -> str | None:
    """The body whose logo opens the page, by the words in the place of the picture: "X logo", "Logo of X"."""
    marks = (speaker_patterns()["logo"].fullmatch(line) for line in head[:1])  # below it a picture shows somebody's
    names = (m["of"] or m["name"] for m in marks if m)
    return next((name for name in names if is_body(name)), None)


def stands_alone(line: str, is_body: Callable[[str], bool]) -> bool:
    """Whether a line is a body's name and nothing else: "Press Service of the Ministry", no "Press Centre"."""
    is_short = len(line) <= _LONGEST and _SHORTEST_NAME <= len(line.split()) <= _LONGEST_NAME
    return is_short and _NAME.fullmatch(line) is not None and is_body(line)


def _made_by(line: str, is_body: Callable[[str], bool]) -> str | None:
    match = speaker_patterns()["made_by"].match(line)
    if match is None:
        return None
    words = _SENTENCE_END.split(match["by"].strip())[0]
    staff = speaker_patterns()["staff_of"].match(words)
    name = _NAME.match(words[staff.end() :] if staff else words)
    if name is None or speaker_patterns()["weekday_behind"].search(name.group()):
        return None
    behind = words[(staff.end() if staff else 0) + name.end() :].lstrip(_MARKS)
    after = behind.removeprefix(",").strip(_ENDS)
    if speaker_patterns()["made_by_ends"].match(after) is None:
        return None
    told = staff is not None or is_body(name.group()) or speaker_patterns()["is_a_body"].match(after) is not None
    return name.group().strip(_MARKS + _ENDS) if told else None


def _first_of_two(name: str, text: str, is_body: Callable[[str], bool]) -> str:
    """The first of two bodies joined by "and", where the text goes on to name it alone."""
    first, joint, _ = name.partition(" and ")
    alone = len(re.findall(rf"\b{re.escape(first)}\b(?! and\b)", text))
    return first if joint and alone and is_body(first) else name
