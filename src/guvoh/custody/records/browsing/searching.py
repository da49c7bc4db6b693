"""Search over passages, statements, events and sources: hits with the words marked where they truly stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from guvoh.custody.browse import StatementItem
from guvoh.custody.folding import words
from guvoh.custody.records.browsing import events, sources, statements
from guvoh.custody.records.browsing.hits import Index, Narrowed, Rows, look
from guvoh.custody.records.browsing.seek import ask
from guvoh.custody.records.browsing.spans import touches
from guvoh.custody.records.indexing import mark
from guvoh.custody.records.wording import answering, asked_for
from guvoh.custody.searches import EventHit, Found, Marked, PassageHit, SearchFilter, SourceHit, StatementHit
from guvoh.model import Role
from guvoh.model.errors import UsageError

T = TypeVar("T")
_PASSAGES = Index(
    "passage_words",
    "bm25(passage_words, 3.0, 1.0)",
    "CROSS JOIN records_searchpassage p ON p.id = f.rowid JOIN records_documentcard t ON t.document = p.document_id",
)
_STATEMENTS = Index(
    "statement_words",
    "bm25(statement_words, 1.0, 0.0)",
    f"CROSS JOIN {statements.TABLE} t INDEXED BY statement_days ON t.id = f.rowid",
)
_SOURCES = Index("source_words", "bm25(source_words)", "")
_SHOWN = 320
"""Characters of a passage that are shown."""
_BEFORE = 100
_PASSAGE = """SELECT p.id, c.sha256, c.path, c.title, p."start", p.role,
substr(d.text, p."start" + 1, p."end" - p."start")
FROM records_searchpassage p JOIN records_document d ON d.id = p.document_id
JOIN records_documentcard c ON c.document = d.id WHERE p.id IN """


def find_passages(query: str, by: SearchFilter, key: str | None, size: int) -> Found[PassageHit]:
    """Passages of title, lead, body, caption, quote or table that have all the words."""
    where, values = [], []
    for column, wanted in (("sha256", by.document), ("language", by.language)):
        if wanted is not None:
            where.append(f"t.{column} = %s")
            values.append(wanted)
    for sign, day in ((">=", by.first), ("<=", by.last)):
        if day is not None:
            where.append(f"t.published <> '' AND t.published {sign} %s")
            values.append(day.isoformat())
    found = look(_PASSAGES, _asked(query), Narrowed("", tuple(where), tuple(values)), key, size)
    return _found(found, _passages(found))


def _passages(found: Rows) -> tuple[PassageHit, ...]:
    if not found.numbers:
        return ()
    marks = ", ".join(["%s"] * len(found.numbers))
    held = {row[0]: row[1:] for row in ask(f"{_PASSAGE} ({marks})", found.numbers)}
    return tuple(_passage(*held[number], answers=found.answers) for number in found.numbers if number in held)


def _passage(
    sha256: str, path: str, title: str, start: int, role: str, text: str, *, answers: Sequence[str]
) -> PassageHit:  # fmt: skip
    """The passage, or of a long one the stretch around the first word found."""
    whole = marked(text, answers)
    begin = max(0, whole.marks[0][0] - _BEFORE) if whole.marks and len(text) > _SHOWN else 0
    if begin:
        begin += len(text[begin : whole.marks[0][0]].partition(" ")[0]) + 1
        begin = min(begin, whole.marks[0][0])
    shown = text[begin : begin + _SHOWN]
    inside = tuple((a - begin, b - begin) for a, b in whole.marks if begin <= a and b <= begin + _SHOWN)
    return PassageHit(sha256, path, title or None, start + begin, Role(role), Marked(shown, inside))


def find_statements(query: str, by: SearchFilter, key: str | None, size: int) -> Found[StatementHit]:
    """Statements whose quote, with the name of their place, has all the words."""
    found = look(_STATEMENTS, _asked(query), _of_statements(by), key, size)
    made = (StatementHit(item, marked(item.quote, found.answers)) for item in statements.items(found.numbers))
    return _found(found, tuple(made))


def _of_statements(by: SearchFilter) -> Narrowed:
    terms = [mark(name, value) for name in ("act", "country", "review") if (value := getattr(by, name)) is not None]
    days, values = touches(by.first, by.last)
    where = [condition.replace('"first"', 't."first"').replace('"last"', 't."last"') for condition in days]
    if by.document is not None:
        where.append("t.document_id = coalesce((SELECT document FROM records_documentcard WHERE sha256 = %s), -1)")
        values.append(by.document)
    if by.language is not None:
        where.append("(SELECT language FROM records_documentcard c WHERE c.document = t.document_id) = %s")
        values.append(by.language)
    return Narrowed(" AND ".join(f'marks : "{term}"' for term in terms), tuple(where), tuple(values))


def find_events(query: str, by: SearchFilter, key: str | None, size: int) -> Found[EventHit]:
    """Events of whose statements one has all the words; it is shown where the title does not have them.

    Hits are counted in statements; an event that several tell of comes once on a page.
    """
    found = find_statements(query, by, key, size)
    first: dict[str, StatementItem] = {}
    for hit in found.hits:
        if hit.item.event:
            first.setdefault(hit.item.event, hit.item)
    held = events.by_ident(list(first))
    answers = [*_asked(query), *found.spelled]
    made = []
    for ident, item in first.items():
        if ident in held:
            title = marked(held[ident].title, answers)
            made.append(EventHit(held[ident], title if title.marks else marked(item.quote, answers)))
    return replace_hits(found, tuple(made))


def find_sources(query: str, key: str | None, size: int) -> Found[SourceHit]:
    """Sources one of whose names has the words."""
    found = look(_SOURCES, _asked(query), Narrowed(), key, size)
    made = []
    for item in sources.items(found.numbers):
        names = [marked(name, found.answers) for name in (item.name, *item.aliases)]
        made.append(SourceHit(item, max(names, key=lambda one: len(one.marks))))
    return _found(found, tuple(made))


def marked(text: str, answers: Sequence[str]) -> Marked:
    """The text with every word that answers to the search."""
    return Marked(text, tuple((w.start, w.end) for w in words(text) if answering(w, answers) is not None))


def replace_hits(found: Found[StatementHit], hits: tuple[T, ...]) -> Found[T]:
    """The same answer with other hits."""
    return Found(hits, replace(found.total, exact=False), found.ranked, found.next_key, found.spelled)


def _found(rows: Rows, hits: tuple[T, ...]) -> Found[T]:
    return Found(hits, rows.total, rows.ranked, rows.next_key, rows.spelled)


def _asked(query: str) -> list[str]:
    asked = asked_for(query)
    if not asked:
        raise UsageError("There is no word to look for.", "Give one or more words; what is found has all of them.")
    return asked
