"""The day on which a page was published, where a line of its furniture prints it: "By Aida Osmonova 3 May 2021"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guvoh.ingest.metadata.dates import days_in
from guvoh.model import Document, Role
from guvoh.model.statement import DateMention

_LONGEST = 120  # characters of a line that heads or closes a page
_PRINTED = frozenset({Role.FURNITURE, Role.LETTERHEAD})
_WHY = "the page says when it was published"


def with_days_of_page(document: Document, found: Sequence[DateMention]) -> list[DateMention]:
    """`found` and every printing of the day published in lines that tell nothing, in order.

    A day in such a line that is not the day published may be that of another text, so that it is left out. A part
    of a date already found ("Oct 2022" of "5. Oct 2022") gives way to the whole one.
    """
    printed = [d for d in _printed(document) if not any(_touch(d, f) and f.edtf == d.edtf for f in found)]
    kept = [f for f in found if not any(_touch(d, f) for d in printed)]
    return sorted([*kept, *printed], key=lambda mention: mention.start)


def _printed(document: Document) -> Iterator[DateMention]:
    text, day = document.text, document.published or ""
    if len(day) != len("2021-05-03") or day[:4] not in text:
        return
    for passage in document.passages:
        if passage.role in _PRINTED and passage.end - passage.start <= _LONGEST:
            for start, end, said in days_in(text[passage.start : passage.end]):
                if said == day:
                    yield DateMention(day, "text", passage.start + start, passage.start + end, _WHY)


def _touch(one: DateMention, other: DateMention) -> bool:
    return one.start < other.end and other.start < one.end
