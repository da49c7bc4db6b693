"""The day on which a page was published, where a line of its furniture prints it: "By Aida Osmonova 3 May 2021"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guvoh.ingest.metadata.dates import date_line, days_in
from guvoh.ingest.metadata.stamps import short_stamp, stamped_day
from guvoh.model import Document, Role
from guvoh.model.statement import DateMention

_LONGEST = 120  # characters of a line that heads or closes a page
_PRINTED = frozenset({Role.FURNITURE, Role.LETTERHEAD})
_HEADS = frozenset({Role.TITLE, Role.LEAD, Role.BODY})
_WHY = "the page says when it was published"


def with_days_of_page(document: Document, found: Sequence[DateMention]) -> list[DateMention]:
    """`found` and every printing of the day published in lines that tell nothing else, in order.

    A day in such a line that is not the day published may be that of another text, so that it is left out. A part
    of a date already found ("Oct 2022" of "5. Oct 2022") gives way to the whole one, as the day does to a stretch of
    days that it ends.
    """
    printed = [d for d in days_of_page(document) if not any(_touch(d, f) and _tells_it(f, d) for f in found)]
    kept = [f for f in found if not any(_touch(d, f) for d in printed)]
    return sorted([*kept, *printed], key=lambda mention: mention.start)


def days_of_page(document: Document) -> Iterator[DateMention]:
    """Every printing of the day published in lines that tell nothing else."""
    text, day = document.text, document.published or ""
    if len(day) != len("2021-05-03"):
        return
    for passage in document.passages:
        line = text[passage.start : passage.end]
        if len(line) > _LONGEST or passage.role is Role.COMMENT:
            continue
        short = short_stamp(line, text)
        dated = passage.role in _PRINTED or (passage.role in _HEADS and _stamped(line))
        for start, end, said in [short] if short else days_in(line) if dated and day[:4] in line else ():
            if said == day:
                yield DateMention(day, "text", passage.start + start, passage.start + end, _WHY)


def _stamped(line: str) -> bool:
    return bool(date_line(line) or stamped_day(line))


def _tells_it(found: DateMention, printed: DateMention) -> bool:
    wider = found.end - found.start > printed.end - printed.start
    return (found.edtf == printed.edtf and found.basis != "published") or wider


def _touch(one: DateMention, other: DateMention) -> bool:
    return one.start < other.end and other.start < one.end
