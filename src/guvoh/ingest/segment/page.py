"""Roles of the paragraphs of an article or note, as dumped from a page: title, lead, captions, body and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guvoh.ingest.blocks import Block, Meta
from guvoh.ingest.clean import folded
from guvoh.ingest.metadata.dates import date_line, has_clock, is_labelled
from guvoh.ingest.metadata.names import byline_names, own_publisher, recurring_name
from guvoh.ingest.metadata.published import (
    credit_day,
    credit_month,
    dateline_day,
    is_capital_dateline,
    named_publisher,
    titled_day,
    updated_day,
)
from guvoh.ingest.metadata.stamps import borne_out_day, foot_day, short_stamp, signed_day, stamped_day
from guvoh.ingest.segment.appeals import mark_appeals
from guvoh.ingest.segment.patterns import Patterns, patterns
from guvoh.ingest.segment.sections import Roles, is_time_stamp, mark_sections
from guvoh.ingest.segment.shape import ends_sentence, is_headline, reads_on, share_of_words_in, stems_of, words
from guvoh.ingest.segment.strays import mark_strays
from guvoh.ingest.segment.tail import mark_tail
from guvoh.model import TELLING_ROLES, Role

_HEAD = 40  # lines of a page among which the title is looked for
_NEAR = 5  # lines after the first running text where a date or by-line may still stand
_TITLE_WORDS = 4
_LEAD_WORDS = 8
_DOUBLE_WORDS = 4
_GLUED = 25  # characters that may be stuck before a doubled title ("News…")
_CHRONICLE = 3
_TAGGED = re.compile(r"\w+: [^.!?]+$")  # "Tags: migration, Osh": below it the page goes on
_CREDIT_WORDS = 3  # words that a line between a text and the date at its foot may have
_HEAD_ROLES = (None, Role.LEAD, Role.FURNITURE)
_QUOTED = re.compile(r"[“«\"„].+[”»\"“]")  # no site is named so
_OVERLAP = 0.6  # share of the best candidate's word overlap with the text that an earlier one needs


@dataclass(frozen=True, slots=True)
class Segmented:
    """Blocks that all have a role, and what the text itself tells of the document."""

    blocks: tuple[Block, ...]
    meta: Meta


def segment_page(blocks: Sequence[Block]) -> Segmented:
    """Give each block without a role one, and read title, authors, publisher and date from the text's own lines."""
    p = patterns()
    texts = [block.text for block in blocks]
    roles: Roles = [block.role for block in blocks]
    mark_appeals(texts, roles, p)
    _mark_lines(texts, roles, p)
    _mark_chronicle(texts, roles)
    start = next((i for i, text in enumerate(texts) if roles[i] is None and reads_on(text)), len(texts))
    title = _title_at(blocks, roles, start)
    if title is not None:
        start = max(start, title + 1)
        _mark_head(texts, roles, title, start)
    mark_sections(texts, roles, p)
    mark_strays(blocks, roles, title, p)
    mark_tail(texts, roles, p)
    _mark_leads(texts, roles, title, start, p)
    mark_doubles(texts, roles, title)
    meta = _meta(texts, roles, title, start, p)
    for at, text in enumerate(texts):
        if roles[at] is None:
            roles[at] = Role.FURNITURE if is_time_stamp(text, p) or byline_names(text, p) else Role.BODY
    return Segmented(tuple(b.as_role(r or Role.BODY) for b, r in zip(blocks, roles, strict=True)), meta)


def _mark_lines(texts: Sequence[str], roles: Roles, p: Patterns) -> None:
    for at, text in enumerate(texts):
        if roles[at] not in (None, Role.QUOTE):
            continue
        if p.is_furniture(text) and not date_line(text):
            roles[at] = Role.FURNITURE
        elif roles[at] is None and p.is_caption(text) and not is_capital_dateline(text):
            roles[at] = Role.CAPTION


def _mark_chronicle(texts: Sequence[str], roles: Roles) -> None:
    """Dates that head the entries of a chronicle, three at least, are its text and not when it was published."""
    entries = [
        at
        for at in range(len(texts) - 1)
        if roles[at] is None and date_line(texts[at]) and not has_clock(texts[at]) and reads_on(texts[at + 1])
    ]
    if len({date_line(texts[at]) for at in entries}) >= _CHRONICLE:
        for at in entries:
            roles[at] = Role.BODY


def _title_at(blocks: Sequence[Block], roles: Roles, start: int) -> int | None:
    """The index of the title: stated by the format, a doubled first line, or the likeliest headline at the head."""
    if Role.TITLE in roles:
        return roles.index(Role.TITLE)
    texts = [block.text for block in blocks]
    head = _headlines(texts, roles, start)
    for i in head:
        for j in head:
            if i < j <= i + 3 and _glued(texts[i], texts[j]) and len(words(texts[j])) >= 3:
                return j
    marked = [i for i in head if blocks[i].heading]
    if marked:
        return marked[0]
    if start == len(texts):  # notes without running text: a title, if any, is their first line
        return head[0] if head[:1] == [0] and len(texts) > 1 and not ends_sentence(texts[0]) else None
    long = [i for i in head if len(words(texts[i])) >= _TITLE_WORDS]
    if long:
        if _QUOTED.fullmatch(texts[long[0]]):
            return long[0]
        stems = stems_of(" ".join(texts[start : start + 8])[:3000])
        scores = {i: share_of_words_in(texts[i], stems) for i in long}
        best = max(scores.values())
        return next(i for i in long if scores[i] >= _OVERLAP * best)
    return head[-1] if head else None


def _headlines(texts: Sequence[str], roles: Roles, start: int) -> list[int]:
    """The lines above the running text that may be the title; one that ends in a full stop only as the first."""
    found: list[int] = []
    for at in range(min(start, _HEAD)):
        text = texts[at]
        if roles[at] is None and is_headline(text) and not _is_head_line(text) and not (found and ends_sentence(text)):
            found.append(at)
    return found


def _is_head_line(text: str) -> bool:
    return (
        date_line(text) is not None
        or (credit_day(text) is not None and titled_day(text) is None)
        or bool(byline_names(text, patterns()))
        or patterns().line(patterns().terminal, text)
    )


def _glued(first: str, second: str) -> bool:
    """Whether `first` is `second` again, with a word such as the section's name stuck before it or not."""
    a, b = folded(first).replace(" ", ""), folded(second).replace(" ", "")
    return bool(b) and a.endswith(b) and len(a) - len(b) <= _GLUED


def _mark_head(texts: Sequence[str], roles: Roles, title: int, start: int) -> None:
    roles[title] = Role.TITLE
    for at in range(start):
        if roles[at] is not None:
            continue
        if date_line(texts[at]):
            roles[at] = Role.LEAD
        elif at < title or _glued(texts[at], texts[title]):
            roles[at] = Role.FURNITURE
        elif at > title and start < len(texts) and len(words(texts[at])) >= _LEAD_WORDS:
            roles[at] = Role.LEAD


def _mark_leads(texts: Sequence[str], roles: Roles, title: int | None, start: int, p: Patterns) -> None:
    """A paragraph between the title and the date or by-line, or one printed twice at the head, is the standfirst."""
    if title is None:
        return
    near = range(start, min(start + _NEAR, len(texts)))
    below = [at for at in near if at > start and (_stands_for_date(texts[at], p) or byline_names(texts[at], p))]
    for at in range(start, below[0] if below else start):
        if roles[at] is None and reads_on(texts[at]):
            roles[at] = Role.LEAD
    for at in near:
        if roles[at] is None and _stands_for_date(texts[at], p):
            roles[at] = Role.LEAD
    if start + 1 < len(texts) and roles[start] is None and folded(texts[start]) == folded(texts[start + 1]):
        roles[start] = Role.LEAD


def _stands_for_date(text: str, p: Patterns) -> bool:
    return date_line(text) is not None and not p.line(p.ago, text)


def mark_doubles(texts: Sequence[str], roles: Roles, title: int | None) -> None:
    """Make the second printing of a paragraph, caption or title furniture, so that it is said only once."""
    seen: set[str] = set()
    for at, text in enumerate(texts):
        if roles[at] is not None and roles[at] not in TELLING_ROLES:
            continue
        key = folded(text)
        if len(key.split()) >= _DOUBLE_WORDS:
            if key in seen or (title is not None and at != title and key == folded(texts[title])):
                roles[at] = Role.FURNITURE
            seen.add(key)


def _meta(texts: Sequence[str], roles: Roles, title: int | None, start: int, p: Patterns) -> Meta:
    kept = [at for at in range(len(texts)) if roles[at] is not Role.COMMENT]
    authors = next((names for at in kept if (names := byline_names(texts[at], p))), ())
    mastheads = [texts[at] for at in range(title or 0) if roles[at] is Role.FURNITURE and not p.is_furniture(texts[at])]
    story = [texts[at] for at in kept if roles[at] is not Role.FURNITURE]
    return Meta(
        title=texts[title] if title is not None else None,
        publisher=own_publisher(texts, p)
        or recurring_name(mastheads, story, p)
        or _dated_name(texts, roles, title, start),
        authors=authors,
        published=_published(texts, roles, title, start),
    )


def _dated_name(texts: Sequence[str], roles: Roles, title: int | None, start: int) -> str | None:
    """The outlet that a line between title and text names with the date."""
    head = [at for at in range(title or 0, min(start + 1, len(texts))) if roles[at] in _HEAD_ROLES and at != title]
    return next((name for at in head if (name := named_publisher(texts[at]))), None)


def _published(texts: Sequence[str], roles: Roles, title: int | None, start: int) -> str | None:
    """The date published by the text's own lines, the plainest first; never from an archive list or a caption.

    The first date line below the title, else above it, else of one labelled as such at the foot; then a by-line or
    rubric with a date between title and text, a dateline, a stamp of day and hour there or in the title, a month alone,
    and last what says when the page was changed and what stands at the foot.
    """
    told = [at for at, role in enumerate(roles) if role in (None, Role.LEAD)]
    first = title or 0
    below = [at for at in told if first <= at < start + _NEAR]
    above = [at for at in told if at < first]
    for at in (*below, *reversed(above), *(at for at in told if is_labelled(texts[at]))):
        found = date_line(texts[at])
        if found:
            return found
    head = [at for at in range(max(first - 2, 0), min(start, len(texts))) if roles[at] in _HEAD_ROLES and at != title]
    opening = [at for at in told if start <= at < start + 2]
    lines = [texts[at] for at in sorted(head, key=lambda at: (at < first, at))]
    titles, page = texts[first : first + (title is not None)], "\n".join(texts[at] for at in told)
    told_so = (
        *(titled_day(text) for text in titles),
        *(credit_day(text) for text in lines),
        *(dateline_day(texts[at]) for at in opening),
        *(credit_day(texts[at]) for at in opening),
        *(stamped_day(text) for text in (*titles, *lines, *(texts[at] for at in opening))),
        *(stamp[2] for at in (*head, *opening) if (stamp := short_stamp(texts[at], page))),
        *(borne_out_day(texts[at], page) for at in (*head, *opening)),
        *(credit_month(text) for text in lines),
        *(updated_day(text) for text in lines),
        _foot_day(texts, roles, start),
    )
    return next((day for day in told_so if day), None)


def _foot_day(texts: Sequence[str], roles: Roles, start: int) -> str | None:
    """The day told by the dates and short credits right below the text, up to the first headline of another page."""
    telling = [at for at in range(start, len(texts)) if roles[at] in (None, Role.BODY) and reads_on(texts[at])]
    below = range(telling[-1] + 1, len(texts)) if telling else range(0)
    foot: list[str] = []
    for at in below:
        dated = date_line(texts[at]) or updated_day(texts[at]) or signed_day(texts[at])
        if not dated and _TAGGED.match(texts[at]):
            continue
        if roles[at] is Role.COMMENT or (len(words(texts[at])) > _CREDIT_WORDS and not dated):
            return foot_day(foot, end_page=False)
        foot.append(texts[at])
    return foot_day(foot, end_page=bool(foot))
