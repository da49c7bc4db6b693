"""Where a page's article ends: the lines below it (links, archives, notes about the site) are no part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guvoh.ingest.segment.listed import listed
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
_LEAST_HEADLINES, _MANY_HEADLINES = 2, 4
_HEADLINE_WORDS = 5
_WITHIN = 4  # lines of the page after which the article may end with a short sentence
_SENTENCE_WORDS = 3
_REACH = 60  # lines above an item of a list among which its heading is looked for
_RUN = 20  # short sentences on end that are looked at
_MOST_SHARED = 0.4  # of the longer words of unknown lines that the article has used
_BEFORE_NOTE = 4  # scraps on end after which a paragraph on its own is a note about the site

_LABELLED = re.compile(r"[^\W\d]+ [^\d:.]{2,40}: ?\S")
_ITEM = re.compile(r"[,–—:-] \d")
_NUMBERED = re.compile(r"\d{1,2}[.)] \D")  # the heading of a section, below which all is the text's
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
    start = listed(texts, roles, start, p)
    if start > 0 and _NUMBERED.match(texts[start - 1]) and not ends_sentence(texts[start - 1]):
        start = next((at for at in range(start, len(texts)) if roles[at] in _APART), len(texts))
    tail = range(start, len(texts))
    told = [texts[at] for at in range(start) if roles[at] not in _APART and ends_sentence(texts[at])]
    below = [texts[at] for at in tail]
    known = any(roles[at] in _APART for at in tail)
    if (
        sum(map(len, told)) >= _BODY_BEFORE
        and _is_tail(below, known=known)
        and (known or _are_headlines(below) or _is_other(below, told))
    ):
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


def _are_headlines(lines: Sequence[str]) -> bool:
    """Whether lines are headlines through and through, and more than an article would end with."""
    return len(lines) >= _MANY_HEADLINES and all(map(_is_headline, lines))


def _is_other(lines: Sequence[str], told: Sequence[str]) -> bool:
    """Whether lines tell of other things than the article does."""
    return share_of_words_in(" ".join(lines), stems_of(" ".join(told))) < _MOST_SHARED


def _is_headline(line: str) -> bool:
    """Whether a line is a whole headline, not a name with an age, an amount or the like as lists have them."""
    return is_headline(line) and len(words(line)) >= _HEADLINE_WORDS and _ITEM.search(line) is None


def _first(texts: Sequence[str], roles: Roles, p: Patterns) -> int:
    """The first line below the last one that only an article holds."""
    for at in range(len(texts) - 1, -1, -1):
        if roles[at] in _APART:
            continue
        if _closes(texts, roles, at, p):
            return at + 1
        if roles[at] in (None, Role.CAPTION) and _scrap(texts[at]):
            continue
        if roles[at] is None and (p.is_site_note(texts[at]) or _alone(texts, roles, at, p)):
            continue
        return at + 1
    return len(texts)


def _scrap(text: str) -> bool:
    return len(text) <= _SCRAP and not reads_on(text)


def _closes(texts: Sequence[str], roles: Roles, at: int, p: Patterns) -> bool:
    """Whether a short sentence, or one of several, that a few lines of the page part from the article ends it.

    Right below a heading it is a link, unless the heading names its link ("Read also: …").
    """
    if not _is_short_sentence(texts, roles, at):
        return False
    first = at
    while first > max(at - _RUN, 0) and _is_short_sentence(texts, roles, first - 1):
        first -= 1
    if len(words(texts[first])) < _SENTENCE_WORDS or p.is_site_note(texts[at]) or p.is_site_note(texts[first]):
        return False
    above = range(first - 1, max(first - 2 - _WITHIN, -1), -1)
    last = next((i for i in above if roles[i] not in _APART), None)
    if last is None or last == first - 1 or not ends_sentence(texts[last]):
        return False
    headings = (p.terminal, p.inline, p.comments)
    named = ":" in texts[first - 1].rstrip(": ")
    return named or not any(p.heading(heading, texts[first - 1]) for heading in headings)


def _is_link(text: str, *, known: bool) -> bool:
    """Whether a line may be a link; among lines known as the page's, any short one."""
    return _scrap(text) and (known or not (ends_sentence(text) or is_bulleted(text)))


def _is_short_sentence(texts: Sequence[str], roles: Roles, at: int) -> bool:
    return roles[at] is None and ends_sentence(texts[at]) and _scrap(texts[at])


def _alone(texts: Sequence[str], roles: Roles, at: int, p: Patterns) -> bool:
    """Whether a paragraph stands below a list of scraps and above another: the article would not go on so."""
    above = range(max(at - _BEFORE_NOTE, 0), at)
    known = any(roles[i] in _APART for i in above)
    apart = [roles[i] in _APART or (roles[i] is None and _is_link(texts[i], known=known)) for i in above]
    if len(apart) < _BEFORE_NOTE or not all(apart) or at + 1 == len(texts):
        return False
    return not any(_closes(texts, roles, i, p) for i in above)


def _in_list(texts: Sequence[str], roles: Roles, at: int) -> bool:
    """Whether a line is one of those that follow a line with a colon at its end."""
    above = at - 1
    least = max(at - _REACH, 0)
    while above >= least and roles[above] is None and _scrap(texts[above]) and not texts[above].rstrip().endswith(":"):
        above -= 1
    return above >= 0 and roles[above] not in _APART and texts[above].rstrip().endswith(":")


def _belongs(texts: Sequence[str], roles: Roles, at: int, p: Patterns) -> bool:
    """Whether a line at the head of the tail is still the article's: a caption, a list, a short last sentence."""
    if roles[at] in _APART or p.is_site_note(texts[at]):
        return False
    credited = at + 1 < len(texts) and roles[at + 1] is Role.FURNITURE and p.is_credit(texts[at + 1])
    listed = is_bulleted(texts[at]) or _in_list(texts, roles, at)
    return roles[at] is Role.CAPTION or credited or listed or ends_sentence(texts[at])
