"""Where a page's article ends: the lines below it (links, archives, notes about the site) are no part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guvoh.ingest.segment.patterns import Patterns
from guvoh.ingest.segment.sections import Roles
from guvoh.ingest.segment.shape import (
    ends_sentence,
    is_bulleted,
    is_headline,
    reads_on,
    share_of_words_in,
    stems_of,
    words,
)
from guvoh.model import Role

_BODY_BEFORE = 150  # characters of running text that must stand above
_SCRAP = 110  # characters; a longer line is no link and no heading
_LEAST_UNKNOWN = 4  # lines of a tail without any that is known as furniture and without a heading
_LEAST_HEADLINES = 2
_HEADLINE_WORDS = 5
_WITHIN = 4  # lines of the page after which the article may end with a short sentence
_SENTENCE_WORDS = 4
_SHARED = 0.34  # of its longer words that the article has used
_BEFORE_NOTE = 4  # scraps on end after which a paragraph on its own is a note about the site

_LABELLED = re.compile(r"[^\W\d]+ [^\d:.]{2,40}: ?\S")
_ITEM = re.compile(r"[,–—:-] \d")
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
        _LABELLED.match(lines[0]) is not None
        or (len(lines) > 1 and _HEADING.fullmatch(lines[0]) is not None)
        or (len(lines) >= _LEAST_HEADLINES and all(map(_is_headline, lines)))
    )


def _is_headline(line: str) -> bool:
    """Whether a line is a whole headline, not a name with an age, an amount or the like as lists have them."""
    return is_headline(line) and len(words(line)) >= _HEADLINE_WORDS and _ITEM.search(line) is None


def _first(texts: Sequence[str], roles: Roles, p: Patterns) -> int:
    """The first line below the last one that only an article holds."""
    for at in range(len(texts) - 1, -1, -1):
        if roles[at] in _APART:
            continue
        if roles[at] in (None, Role.CAPTION) and _scrap(texts[at]) and not _closes(texts, roles, at, p):
            continue
        if roles[at] is None and (p.is_site_note(texts[at]) or _alone(texts, roles, at)):
            continue
        return at + 1
    return len(texts)


def _scrap(text: str) -> bool:
    return len(text) <= _SCRAP and not reads_on(text)


def _closes(texts: Sequence[str], roles: Roles, at: int, p: Patterns) -> bool:
    """Whether a short sentence that a few lines of the page, but no list, part from the article is its last."""
    if not ends_sentence(texts[at]) or len(words(texts[at])) < _SENTENCE_WORDS or p.is_site_note(texts[at]):
        return False
    above = range(at - 1, max(at - 2 - _WITHIN, -1), -1)
    last = next((i for i in above if roles[i] not in _APART), None)
    if last is None or roles[last] is not None or not reads_on(texts[last]):
        return False
    if any(p.heading(heading, texts[i]) for i in range(last + 1, at) for heading in (p.terminal, p.inline, p.comments)):
        return False
    told = stems_of(" ".join(texts[i] for i in range(at) if roles[i] not in _APART))
    return share_of_words_in(texts[at], told) >= _SHARED


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
