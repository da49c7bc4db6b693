"""What a Russian page without a date published says of its day or year: a dateline, "с начала 2025 года"."""

from __future__ import annotations

import re
from functools import cache

from guvoh.extraction.dates.context import Reference
from guvoh.extraction.dates.partial import Partial
from guvoh.extraction.dates.rule import YEAR
from guvoh.extraction.timewords import calendar, either

_HEAD = 400  # characters of a page within which its dateline stands
_ANY = 2023  # a year without a leap day, for counting days where the year is unknown


def year_so_far(text: str) -> Reference | None:
    """The year that a page counts "с начала 2025 года": that in which it was written; None where it names two."""
    years = {int(match["y"]) for match in _so_far().finditer(text)}
    return Reference(Partial(years.pop(), 12, 31)) if len(years) == 1 else None


def dateline(text: str) -> Reference | None:
    """The day of a dateline that tells no year ("ДУШАНБЕ, 14 октября. /Вести/"), in a year of no matter."""
    match = _dateline().search(text[:_HEAD])
    if match is None:
        return None
    value = Partial(_ANY, calendar("ru").months[match["m"].lower()], int(match["d"]))
    return Reference(value) if value.sane() else None


def without_year(edtf: str) -> str | None:
    """A day told from such a dateline, its year unspecified; None for anything but a day."""
    return f"XXXX{edtf[4:]}" if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) else None


@cache
def _so_far() -> re.Pattern[str]:
    return re.compile(rf"\bс\s+(?:самого\s+)?начала\s+(?P<y>{YEAR})\s*(?:года|г\.)", re.IGNORECASE)


@cache
def _dateline() -> re.Pattern[str]:
    month = rf"(?P<m>{either(calendar('ru').months)})"
    town = r"[А-ЯЁ][\w-]*(?:[ -][А-ЯЁ][\w-]*){0,2}[,.]\s+"
    clock = r"\d{1,2}:\d\d"
    behind = rf"(?:\.?\s*[/(—–-]|[.,]\s+(?:[А-ЯЁ«/]|{clock})|\s*$)"
    return re.compile(
        rf"^(?:{town}|{clock}[ ,]+)?(?P<d>\d{{1,2}})\s+{month}\b(?!\s+{YEAR}){behind}", re.IGNORECASE | re.MULTILINE
    )
