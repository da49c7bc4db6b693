"""The search index: keys of the words of telling passages and of statements in FTS5; hits at their true places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.models import Max

from guvoh.custody.folding import Word, keyed, words
from guvoh.custody.records import models
from guvoh.custody.records.rows import document_of
from guvoh.custody.records.wording import answering, asked_for, remember, ways
from guvoh.custody.stored import Hit
from guvoh.model import TELLING_ROLES, Document, Passage, Role

_FIND = """SELECT rowid FROM passage_words WHERE passage_words MATCH %s
ORDER BY bm25(passage_words, 3.0, 1.0), rowid LIMIT %s"""
_ADD = "INSERT INTO passage_words (rowid, title, words) VALUES (%s, %s, %s)"
_SAY = "INSERT OR REPLACE INTO statement_words (rowid, words, marks) VALUES (%s, %s, %s)"
_DROP = "DELETE FROM passage_words WHERE rowid = %s"
MARKED = ("act", "country", "review")
"""Columns of a statement that searches are filtered by inside the index."""
_CONTEXT = 90
"""Characters shown on each side of a match."""
_WIDEST = 240
"""Characters that a match may span; words further apart are shown by the first of them."""


def index(row: models.Document) -> None:
    """Make this reading the one that search sees of its bytes."""
    old = models.SearchPassage.objects.filter(document__sha256=row.sha256)
    document = document_of(row)
    telling = [p for p in document.passages if p.role in TELLING_ROLES and p.start < p.end]
    first = 1 + (models.SearchPassage.objects.aggregate(last=Max("id"))["last"] or 0)
    with connection.cursor() as cursor:
        cursor.executemany(_DROP, [(number,) for number in old.values_list("id", flat=True)])
        old.delete()
        models.SearchPassage.objects.bulk_create(
            models.SearchPassage(id=number, document=row, start=p.start, end=p.end, role=p.role)
            for number, p in enumerate(telling, first)
        )
        lines = list(passage_lines(document, telling))
        cursor.executemany(_ADD, [(number, *line) for number, line in enumerate(lines, first)])
    remember({word for line in lines for part in line for word in part.split()})


def index_statements(rows: Iterable[Any], text: str) -> None:
    """Put statements into the index by their rows' numbers, in the place of earlier ones."""
    with connection.cursor() as cursor:
        cursor.executemany(_SAY, [(row.id, *statement_line(vars(row), text)) for row in rows])


def statement_line(row: Mapping[str, Any], text: str) -> tuple[str, str]:
    """The words of a statement, its place's name among them, and the marks to filter by."""
    words_said = f"{text[row['start'] : row['end']]} {row['place_name']}"
    return keyed(words_said), " ".join(mark(name, row[name]) for name in MARKED if row[name])


def mark(name: str, value: str) -> str:
    """A value to filter by, as one word of letters."""
    return f"{name}{''.join(char for char in value if char.isalnum())}".lower()


def passage_lines(document: Document, telling: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    """Title and words of each passage; a title known only from metadata is found through the first passage."""
    titles = [keyed(document.text[p.start : p.end]) for p in telling if p.role is Role.TITLE]
    elsewhere = keyed(document.title or "")
    for number, passage in enumerate(telling):
        line = keyed(document.text[passage.start : passage.end])
        if passage.role is Role.TITLE:
            yield line, ""
        else:
            yield elsewhere if number == 0 and elsewhere not in titles else "", line


def search(query: str, limit: int) -> list[Hit]:
    """Passages that have all words of the query, best first: the words themselves, then other forms of them."""
    asked = asked_for(query)
    if not asked or limit < 1:
        return []
    found: dict[int, None] = {}
    with connection.cursor() as cursor:
        for terms in ways(asked):
            if len(found) < limit:
                cursor.execute(_FIND, [terms, limit])
                found.update(dict.fromkeys(number for (number,) in cursor.fetchall()))
    rows = models.SearchPassage.objects.select_related("document").in_bulk(list(found)[:limit])
    return [_hit(rows[number], asked) for number in found if number in rows]


def _hit(row: models.SearchPassage, asked: Sequence[str]) -> Hit:
    document = document_of(row.document)
    start, end = _match(list(words(document.text, row.start, row.end)), asked) or (row.start, row.start)
    text = document.text
    left, right = max(row.start, start - _CONTEXT), min(row.end, end + _CONTEXT)
    if left > row.start:  # begin and end the context between words
        left = start - len(text[left:start].partition(" ")[2])
    if right < row.end:
        right = end + len(text[end:right].rpartition(" ")[0])
    before, match, after = text[left:start], text[start:end], text[end:right]
    role = Role(row.role)
    return Hit(document.sha256, document.path, document.title, start, end, before, match, after, role)


def _match(said: Sequence[Word], asked: Sequence[str]) -> tuple[int, int] | None:
    """The shortest stretch with all words asked for; of those too far apart, the first; None where none stands."""
    which = [(word, answering(word, asked)) for word in said]
    places = [(word, one) for word, one in which if one is not None]
    best: tuple[int, int] | None = None
    last: dict[str, Word] = {}
    for word, one in places:
        last[one] = word
        if len(last) == len(asked):
            start = min(w.start for w in last.values())
            if best is None or word.end - start < best[1] - best[0]:
                best = (start, word.end)
    if best is not None and best[1] - best[0] <= _WIDEST:
        return best
    return (places[0][0].start, places[0][0].end) if places else None
