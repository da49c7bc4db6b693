"""Whose voice a page is in: the publisher, or the body that signs a release, notice or letter without one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guvoh.extraction.attribution.lexicon import Organisations
from guvoh.extraction.attribution.maker_lines import maker, stands_alone
from guvoh.model import Document, Role

_RELEASE = re.compile(
    r"\b(?:press|news|media) (?:release|statement|advisory|communiqu[eé])\b|\bfor immediate release\b", re.IGNORECASE
)
_NOTICE = re.compile(r"(?:public )?(?:advisory|notice|announcement|circular|press release|bulletin)\b", re.IGNORECASE)
_HEADED = re.compile(
    r"(?:By (?:the )?(?:\w+ of )?)?(?P<body>[^,.\d\n]{4,80}), (?:[A-Z][\w/ -]+, )?"
    r"(?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,2},)? \d{4}$"
)
_SAID = re.compile(
    r"(?:^|, )(?P<body>(?:the )?[A-Z][^,.“”\"]{3,90}?) (?:has )?(?:said|says|announced|called on|warned)\b"
)
_AROUND = re.compile(r"^the |(?:\s*\([^)]*\)|\s+(?:today|yesterday|also|on \w+day))+$")
"""What a match takes in besides the name: "the X today"."""
_DATED = re.compile(r"\([A-Z][^()\n]{2,50}\d{4}\) ?[-–—]")
_OWN_RESEARCH = re.compile(r" (?:today|in a (?:new )?report (?:released|published|issued) today)\b")
_SALUTATION = re.compile(r"^(?:Dear|Esteemed|Respected) (?P<name>[^,:!\n]{3,60})[,:!]?$", re.MULTILINE)
_FIRST_PERSON = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"«][^”\"»]*[”\"»]?")
_READ = (Role.TITLE, Role.LEAD, Role.BODY, Role.LETTERHEAD)
_HEAD_LINES, _TAIL_LINES = 5, 3


def signed_by(document: Document, bodies: Organisations) -> str | None:
    """The body whose release or notice the document is, told in its first lines; None for other pages.

    "Embassy of X, Moscow, 2 April 2024" heads a notice; "Prepared by X" names who made a digest;
    in a press release the first paragraph names who says it.
    """
    lines = list(_lines(document))
    head = lines[:_HEAD_LINES]
    top = list(_lines(document, *_READ, Role.FURNITURE))[:_HEAD_LINES]  # a line of the page's making may be set apart
    made = maker(top, lines[-_TAIL_LINES:], document.text, lambda words: is_body(words, bodies))
    alone = (line for line in (*head[1:4], *lines[-1:]) if stands_alone(line, lambda words: is_body(words, bodies)))
    made = made or next(alone, None)
    if made is not None:
        return made
    for line in head:
        headed = _HEADED.fullmatch(line)
        if headed and is_body(headed["body"], bodies):
            return headed["body"].strip()
    notice = any(_NOTICE.match(line) for line in lines[:_HEAD_LINES])
    if notice and lines[0].isupper() and is_body(lines[0], bodies):
        return lines[0]
    dated = [line for line in head if _DATED.match(line)]  # "(Istanbul, March 5, 2026) – …, X said today."
    if not dated and not any(_RELEASE.search(line) for line in head):
        return None
    said = (_SAID.search(line) for line in (dated or head) if len(line) > 60)
    said = (match for match in said if match and (not dated or _OWN_RESEARCH.match(match.string, match.end())))
    names = (_AROUND.sub("", match["body"]) for match in said if match)
    return next((name for name in names if is_body(name, bodies) or len(name.split()) > 1), None)


def addressee(document: Document) -> str | None:
    """The last word of the name that a letter's salutation gives, or None."""
    match = _SALUTATION.search(document.text)
    return match["name"].split()[-1] if match else None


def in_first_person(document: Document) -> bool:
    """Whether the page says "we" or "our" of itself, outside quotations."""
    return any(_FIRST_PERSON.search(_QUOTED.sub("", line)) for line in _lines(document, Role.BODY))


def _lines(document: Document, *roles: Role) -> Iterable[str]:
    for passage in document.passages:
        if passage.role in (roles or _READ):
            yield from (
                line.strip() for line in document.text[passage.start : passage.end].splitlines() if line.strip()
            )


def is_body(words: str, bodies: Organisations) -> bool:
    """Whether the words hold a head noun of bodies or are the name of a known one."""
    return any(word in bodies.heads for word in re.findall(r"\w+", words.lower())) or words in bodies.by_alias
