"""Stretches of a page that are not the article: related headlines, news archives, links inside, readers' comments."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.ingest.metadata.dates import date_line, has_clock
from guvoh.ingest.segment.patterns import Patterns
from guvoh.ingest.segment.shape import ends_sentence, is_bulleted, is_cut, reads_on, words
from guvoh.model import Role

_BODY_BEFORE = 300  # characters of running text before a heading may end the article
_COMMENT_BODY_BEFORE = 150
_RESUMED = 120  # characters each of two paragraphs on end must have to show that the article goes on
_RESUMED_BY = 3  # paragraphs of any length that show it too
_SENTENCE_WORDS = 6
_MOST_LINKS = 6
_SHORT = 160

Roles = list[Role | None]


def mark_sections(texts: Sequence[str], roles: Roles, p: Patterns) -> None:
    """Give furniture and comment roles, in place, to what is under headings such as "Recent posts" or "Comments"."""
    seen = 0
    at = 0
    while at < len(texts):
        text = texts[at]
        if roles[at] not in (None, Role.FURNITURE):
            seen += len(text) if roles[at] in (Role.LEAD, Role.BODY) else 0
            at += 1
        elif seen >= _COMMENT_BODY_BEFORE and _opens_comments(texts, at, p):
            _mark_comments(texts, roles, at, p)
            return
        elif (_closes_article(text, p) and seen >= _BODY_BEFORE) or _opens_archive(texts, at, seen, p):
            at = _mark(roles, at, _end_of_list(texts, at + 1, p))
        elif p.opens_list(text):
            at = _mark(roles, at, _end_of_links(texts, at, p))
        else:
            seen += len(text) if reads_on(text) and roles[at] is None else 0
            at += 1


def _closes_article(text: str, p: Patterns) -> bool:
    return p.opens_list(text) and p.heading(p.terminal, text) and not p.heading(p.inline, text)


def is_time_stamp(text: str, p: Patterns) -> bool:
    """Whether a line is the time of a list entry: "8 mins ago", or a date with a clock time."""
    return p.heading(p.ago, text) or (date_line(text) is not None and has_clock(text))


def _mark(roles: Roles, start: int, end: int) -> int:
    for at in range(start, end):
        if roles[at] in (None, Role.FURNITURE, Role.CAPTION):
            roles[at] = Role.FURNITURE
    return end


def _opens_comments(texts: Sequence[str], at: int, p: Patterns) -> bool:
    if p.heading(p.comments, texts[at]):
        return True
    if not p.heading(p.comments_maybe, texts[at]):
        return False
    return any(p.heading(p.comment_signs, text) or p.heading(p.ago, text) for text in texts[at + 1 : at + 12])


def _mark_comments(texts: Sequence[str], roles: Roles, start: int, p: Patterns) -> None:
    role = Role.COMMENT
    for at in range(start, len(texts)):
        if at > start and p.heading(p.terminal, texts[at]):
            role = Role.FURNITURE
        elif p.heading(p.comments, texts[at]):
            role = Role.COMMENT
        roles[at] = role


def _end_of_list(texts: Sequence[str], start: int, p: Patterns) -> int:
    """Where a list that closes the article ends: at comments, two long or three other paragraphs on end, or the end."""
    first = next((at for at in range(start, len(texts)) if not p.opens_list(texts[at])), len(texts))
    if first < len(texts) and _goes_on(texts[first]):
        return first  # a heading without a list
    for at in range(start, len(texts)):
        if p.heading(p.comments, texts[at]):
            return at
        long, any_length = texts[at : at + 2], texts[at : at + _RESUMED_BY]
        if len(long) == 2 and all(map(_goes_on, long)):
            return at
        if len(any_length) == _RESUMED_BY and all(map(_is_sentence, any_length)):
            return at
    return len(texts)


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and not is_bulleted(text) and len(words(text)) >= _SENTENCE_WORDS


def _goes_on(text: str) -> bool:
    return len(text) >= _RESUMED and reads_on(text) and not is_bulleted(text)


def _end_of_links(texts: Sequence[str], header: int, p: Patterns) -> int:
    """Where links inside the article end: after the heading when it names the link, else at text or a new heading."""
    if _names_link(texts[header]):
        return header + 1
    at = header + 1
    while at < len(texts) and at - header <= _MOST_LINKS:
        text = texts[at]
        if p.heading(p.comments, text) or (p.opens_list(text) and not _names_link(text)):
            break
        first = at == header + 1 and len(text) <= _SHORT and not reads_on(text) and not _is_sentence(text)
        if not (first or is_time_stamp(text, p) or is_cut(text) or (len(text) <= _SHORT and not ends_sentence(text))):
            break
        at += 1
    return at


def _names_link(heading: str) -> bool:
    return ":" in heading.rstrip(": ")


def _opens_archive(texts: Sequence[str], at: int, seen: int, p: Patterns) -> bool:
    """Whether a list of news starts here without a heading: three time stamps among the next ten lines."""
    if seen < _BODY_BEFORE or reads_on(texts[at]):
        return False
    near = texts[at : at + 3]
    if not any(is_time_stamp(text, p) for text in near):
        return False
    return sum(is_time_stamp(text, p) for text in texts[at : at + 10]) >= 3
