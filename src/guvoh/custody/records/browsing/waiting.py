"""What a day at the desk begins with: figures that contradict each other, and letters that ask for a reply."""

from __future__ import annotations

from datetime import date

from guvoh.custody.browse import ConflictItem, LetterItem, Total
from guvoh.custody.records import models, weighed_rows
from guvoh.custody.records.browsing import statements
from guvoh.custody.records.browsing.documents import TABLE
from guvoh.custody.records.browsing.seek import COUNTED, ask
from guvoh.model.weighing import FigurePair, FigureRelation

_REPLY_BY = "CASE WHEN json_valid(f.body) THEN json_extract(f.body, '$.letter.reply_by') END"  # as indexed
_LETTERS = f"""SELECT c.sha256, c.path, c.title, json_extract(f.body, '$.letter.addressee'),
json_extract(f.body, '$.letter.reference'), {_REPLY_BY}
FROM records_finding f INDEXED BY finding_reply_by JOIN {TABLE} c ON c.document = f.document_id
WHERE {_REPLY_BY} IS NOT NULL AND {_REPLY_BY} """


def conflicts(size: int) -> tuple[tuple[ConflictItem, ...], Total]:
    """The newest pairs of figures that conflict, and how many there are."""
    every = models.FigureRelationRow.objects.filter(relation=FigureRelation.CONFLICT.value)
    held = every[: COUNTED + 1].count()
    pairs = [
        pair for row in every.order_by("-id")[:size] if isinstance(pair := weighed_rows.figure_of(row), FigurePair)
    ]
    items = statements.by_ident([ident for pair in pairs for ident in (pair.a, pair.b)])
    shown = tuple(ConflictItem(items[p.a], items[p.b], p.why) for p in pairs if p.a in items and p.b in items)
    return shown, Total(min(held, COUNTED), held <= COUNTED)


def letters(day: date, size: int) -> tuple[LetterItem, ...]:
    """Letters with a reply date: up to `size` of those last before the day, and as many of those from it on."""
    before = ask(f"{_LETTERS} < %s ORDER BY {_REPLY_BY} DESC LIMIT %s", (day.isoformat(), size))
    after = ask(f"{_LETTERS} >= %s ORDER BY {_REPLY_BY} LIMIT %s", (day.isoformat(), size))
    return tuple(
        LetterItem(sha256, path, title or None, addressee or None, reference or None, reply_by)
        for sha256, path, title, addressee, reference, reply_by in (*before, *after)
    )
