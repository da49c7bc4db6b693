"""Quotations: where they open and close, over sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from guvoh.model import TELLING_ROLES, Document, Span

_PAIRS = {"“": "”", "„": "“", "«": "»", "‘": "’"}
_MARK = re.compile(r"''|[\"“”„«»‘’']")
_WORD = re.compile(r"\w+")
_DASH_OPENS = re.compile(r"[—–―]\s+(?=[^\W\d_]|\d)")
_DASH_AUTHOR = re.compile(r"(?:,\s*[—–―]\s+(?=[^\W\d_])|[?!…]\s*[—–―]\s+(?=[a-z]))")
_DASH_RESUMES = re.compile(r"[.,]\s*[—–―]\s+(?=[^\W\d_]|\d)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The stretch `start:end`, marks included. `closed` is False when the text never closes it."""

    start: int
    end: int
    words: int
    closed: bool = True


class Quotations:
    """The quotations of a document in text order, none inside another."""

    def __init__(self, items: list[Quotation]) -> None:
        self.items = tuple(items)
        self._starts = [q.start for q in items]

    def at(self, offset: int) -> Quotation | None:
        """The quotation that holds the character at `offset`, or None."""
        n = bisect_right(self._starts, offset) - 1
        return self.items[n] if n >= 0 and offset < self.items[n].end else None

    def within(self, start: int, end: int) -> list[Quotation]:
        """Quotations that share a character with `start:end`."""
        n = max(0, bisect_right(self._starts, start) - 1)
        out = []
        for q in self.items[n:]:
            if q.start >= end:
                break
            if q.end > start:
                out.append(q)
        return out


def paragraphs(document: Document) -> list[Span]:
    """The lines of every passage that can tell something, white space at the edges left off."""
    out = []
    for passage in document.passages:
        if passage.role not in TELLING_ROLES:
            continue
        for match in re.finditer(r"[^\n]+", document.text[passage.start : passage.end]):
            line = match.group()
            start = passage.start + match.start() + len(line) - len(line.lstrip())
            end = passage.start + match.start() + len(line.rstrip())
            if end > start:
                out.append((start, end))
    return out


def quotations(text: str, lines: list[Span]) -> Quotations:
    """Pair the quotation marks of the paragraphs `lines`.

    A quotation left open at the end of a paragraph runs on when the next paragraph opens with the same
    mark, and ends with its paragraph when it does not.
    """
    found: list[Quotation] = []
    pending: tuple[int, str] | None = None
    for n, (start, end) in enumerate(lines):
        spoken = _behind_dashes(text, start, end) if pending is None else []
        if spoken:
            found.extend(_make(text, *span) for span in spoken)
            continue
        follows = text[lines[n + 1][0] : lines[n + 1][0] + 2] if n + 1 < len(lines) else ""
        done, pending = _paragraph(text, start, end, pending)
        found.extend(done)
        if pending and not follows.startswith(pending[1]):
            if pending[1] not in "'‘":
                found.append(_make(text, pending[0], end, closed=False))
            pending = None
    return Quotations(sorted(found, key=lambda q: q.start))


def _behind_dashes(text: str, start: int, end: int) -> list[Span]:
    """What is spoken in a line of the Russian kind, "— Some 340 came, — said X. — Half of them had no papers."."""
    opens = _DASH_OPENS.match(text, start, end)
    author = _DASH_AUTHOR.search(text, opens.end(), end) if opens is not None else None
    if opens is None or author is None:
        return []
    spoken = [(opens.end(), author.start() + 1)]
    while author is not None:
        resumes = _DASH_RESUMES.search(text, author.end(), end)
        if resumes is None:
            break
        author = _DASH_AUTHOR.search(text, resumes.end(), end)
        spoken.append((resumes.end(), end if author is None else author.start() + 1))
    return spoken


def _paragraph(
    text: str, start: int, end: int, pending: tuple[int, str] | None
) -> tuple[list[Quotation], tuple[int, str] | None]:
    done: list[Quotation] = []
    opened = pending
    first = True
    inner = 0
    for mark, at in _marks(text, start, end):
        if pending and first and at == start and mark == pending[1]:
            first = False  # the mark that repeats at the head of each paragraph of one quotation
            continue
        first = False
        if opened is not None and mark == opened[1] == '"' and (inner or _opens_within(text, at, end)):
            inner += 1 if _opening(text, at) else -1
            continue
        if opened is None:
            if _opens(text, mark, at, start):
                opened = (at, mark)
        elif _closes(text, opened, mark, at, end):
            done.append(_make(text, opened[0], at + len(mark)))
            opened = None
        elif opened[1] in "'‘" and mark not in "'’‘":  # an apostrophe taken for a mark
            opened = (at, mark) if _opens(text, mark, at, start) else None
    return done, opened


def _opening(text: str, at: int) -> bool:
    """Whether a straight mark inside a quotation can only open another: `some "fresh" citizens`."""
    return text[at - 1].isspace() and text[at + 1 : at + 2].isalnum()


def _opens_within(text: str, at: int, end: int) -> bool:
    """Whether a straight mark opens a quotation inside another, both of which close before `end`."""
    depth = 1
    for mark, there in _marks(text, at, end):
        if mark == '"':
            depth += 1 if _opening(text, there) else -1
        if depth == 0:
            return _opening(text, at)
    return False


def _marks(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    for match in _MARK.finditer(text, start, end):
        yield match.group(), match.start()


def _opens(text: str, mark: str, at: int, start: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + len(mark) : at + len(mark) + 1]
    if mark in ("“", "„", "«"):
        return True
    if mark in ('"', "''"):
        return not after.isspace() and after != ""
    if mark in ("'", "‘"):
        return not before.isalnum() and (after.isalpha() or after in '[“"')
    return False


def _closes(text: str, opened: tuple[int, str], mark: str, at: int, end: int) -> bool:
    kind = opened[1]
    after = text[at + len(mark) : at + len(mark) + 1] if at + len(mark) < end else " "
    if kind in ('"', "''"):
        return mark in (kind, "”") and (not after.isalnum())
    if kind in ("'", "‘"):
        return (
            mark in ("'", "’") and not after.isalnum() and not text[at - 1].isspace() and _phrase(text, opened[0], at)
        )
    return mark in (_PAIRS[kind], "”" if kind == "“" else _PAIRS[kind], '"' if kind == "“" else _PAIRS[kind])


def _phrase(text: str, start: int, at: int) -> bool:
    """Whether a single-marked stretch may end here: not at the genitive of a plural inside it."""
    return text[at - 1] in ",.?!" or text[at - 1 : at] != "s" or "'" not in text[at + 1 : at + 200] or at - start < 40


def _make(text: str, start: int, end: int, *, closed: bool = True) -> Quotation:
    return Quotation(start, end, len(_WORD.findall(text[start:end])), closed)
