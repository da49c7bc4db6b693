"""Where a page's article ends: the lines below it (links, archives, notes about the site) are no part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guvoh.ingest.segment.patterns import Patterns
from guvoh.ingest.segment.sections import Roles
from guvoh.ingest.segment.shape import ends_sentence, is_bulleted, reads_on
from guvoh.model import Role

_BODY_BEFORE = 150  # characters of running text that must stand above
_SCRAP = 110  # characters; a longer line is no link and no heading
_LEAST_UNKNOWN = 4  # lines of a tail without any that is known as furniture and without a heading
_BEFORE_NOTE = 4  # scraps on end after which a paragraph on its own is a note about the site

_LABELLED = re.compile(r"[^\W\d]+ [^\d:.]{2,40}: ?\S")
_HEADING = re.compile(r"(?:[^\W\d][\w’'-]* ?){1,5}")

_APART = (Role.FURNITURE, Role.COMMENT)


def mark_tail(texts: Sequence[str], roles: Roles, p: Patterns) -> None:
    """Give the furniture role, in place, to the lines below the last sentence of the article.

    A line below it stays when it ends as sentences do before any furniture has begun, is an item of a list, or
    follows a line that ends in a colon: then the article gives it.
    """
    start = _first(texts, roles, p)
    while start < len(texts) and _belongs(texts, roles, start, p):
        start += 1
    tail = range(start, len(texts))
    running = sum(len(texts[at]) for at in range(start) if roles[at] not in _APART and reads_on(texts[at]))
    if running >= _BODY_BEFORE and _is_tail([texts[at] for at in tail], known=any(roles[at] in _APART for at in tail)):
        for at in tail:
            roles[at] = roles[at] if roles[at] is Role.COMMENT else Role.FURNITURE


def _is_tail(lines: Sequence[str], *, known: bool) -> bool:
    """Whether the lines are the page's: furniture stands among them, they are many, labelled, or under a heading."""
    if known or len(lines) >= _LEAST_UNKNOWN:
        return True
    return bool(lines) and (
        _LABELLED.match(lines[0]) is not None or (len(lines) > 1 and _HEADING.fullmatch(lines[0]) is not None)
    )


def _first(texts: Sequence[str], roles: Roles, p: Patterns) -> int:
    """The first line below the last one that only an article holds."""
    for at in range(len(texts) - 1, -1, -1):
        if roles[at] in _APART or (roles[at] in (None, Role.CAPTION) and _scrap(texts[at])):
            continue
        if roles[at] is None and (p.is_site_note(texts[at]) or _alone(texts, roles, at)):
            continue
        return at + 1
    return len(texts)


def _scrap(text: str) -> bool:
    return len(text) <= _SCRAP and not reads_on(text)


def _alone(texts: Sequence[str], roles: Roles, at: int) -> bool:
    """Whether a paragraph stands below a list of scraps and above another: the article would not go on so."""
    above = range(max(at - _BEFORE_NOTE, 0), at)
    apart = [roles[i] in _APART or (roles[i] is None and _scrap(texts[i])) for i in above]
    return len(apart) == _BEFORE_NOTE and all(apart) and at + 1 < len(texts)


def _belongs(texts: Sequence[str], roles: Roles, at: int, p: Patterns) -> bool:
    """Whether a line at the head of the tail is still the article's: a caption, a list, a short last sentence."""
    if roles[at] in _APART or p.is_site_note(texts[at]):
        return False
    credited = at + 1 < len(texts) and roles[at + 1] is Role.FURNITURE and p.is_credit(texts[at + 1])
    listed = is_bulleted(texts[at]) or (at > 0 and texts[at - 1].rstrip().endswith(":"))
    return roles[at] is Role.CAPTION or credited or listed or ends_sentence(texts[at])
