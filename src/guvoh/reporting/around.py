"""Counts of reported events by week around a day, and the picture of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from markupsafe import Markup

from guvoh.reporting.svg import element
from guvoh.reporting.time_data import BeforeAfter, Item, before_after

WARNING: Final = (
    "These are reports, not occurrences: after an attack or a law more is looked for, told and repeated, "
    "so that more reports do not show that more happened, nor fewer that less did."
)
_BAR, _GAP, _TALL, _EDGE = 22, 6, 120, 34


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from `start`, and how many events are told of days that all lie in them."""

    start: date
    count: int


@dataclass(frozen=True, slots=True)
class Around:
    """The weeks around a day. `loose`: events within them whose date is wider than one week, or lies in two."""

    sums: BeforeAfter
    weeks: tuple[Week, ...]
    loose: int


def around(items: Iterable[Item], day: date, weeks: int) -> Around:
    """So many weeks on either side of `day`, which begins the first of the later ones. Plans are left out."""
    told = [item for item in items if not item.tally.planned]
    start, end = day - timedelta(weeks=weeks), day + timedelta(weeks=weeks)
    held: Counter[int] = Counter()
    loose = 0
    for item in told:
        first, last = item.first or date.min, item.last or date.max
        if last < start or first >= end:
            continue
        number = (first - day).days // 7
        if number == (last - day).days // 7:
            held[number] += item.tally.count
        else:
            loose += item.tally.count
    made = tuple(Week(day + timedelta(weeks=n), held[n]) for n in range(-weeks, weeks))
    return Around(before_after(told, day, weeks), made, loose)


def drawn(found: Around, title: str) -> Markup:
    """The weeks as bars, with the day between them and the warning below; a whole SVG document of one look."""
    weeks = found.weeks
    width = 2 * _EDGE + len(weeks) * (_BAR + _GAP)
    most = max((week.count for week in weeks), default=0) or 1
    bars = [part for n, week in enumerate(weeks) for part in _bar(n, week, most)]
    middle = _EDGE + len(weeks) // 2 * (_BAR + _GAP) - _GAP / 2
    line = element("line", x1=middle, x2=middle, y1=24, y2=_TALL + 30, stroke="#b3261e", stroke_dasharray="4 3")
    label = element("text", found.sums.day.isoformat(), x=middle + 4, y=20, font_size=11, fill="#b3261e")
    head = element("title", title)
    words = _paragraph([title, *_lines(WARNING, int(width / 6.2))], _TALL + 62)
    tall = _TALL + 70 + 14 * len(words)
    ground = element("rect", width=width, height=tall, fill="#ffffff")
    box = f"0 0 {width} {tall}"
    return element(
        "svg", head, ground, *bars, line, label, *words,
        xmlns="http://www.w3.org/2000/svg", viewBox=box, width=width, height=tall, role="img",
        font_family="sans-serif",
    )  # fmt: skip


def _bar(number: int, week: Week, most: int) -> Sequence[Markup]:
    x = _EDGE + number * (_BAR + _GAP)
    tall = week.count * (_TALL - 20) / most
    last = week.start + timedelta(days=6)
    told = element("title", f"{week.start.isoformat()} to {last.isoformat()}: {week.count}")
    parts = [element("rect", told, x=x, y=30 + _TALL - tall, width=_BAR, height=tall, fill="#2b5d8a")]
    if week.count:
        above = element(
            "text", str(week.count), x=x + _BAR / 2, y=26 + _TALL - tall, font_size=10, text_anchor="middle"
        )
        parts.append(above)
    if number % 4 == 0:
        parts.append(element("text", week.start.isoformat(), x=x, y=_TALL + 44, font_size=10))
    return parts


def _paragraph(lines: Sequence[str], top: float) -> list[Markup]:
    return [element("text", line, x=_EDGE, y=top + 14 * n, font_size=11) for n, line in enumerate(lines)]


def _lines(words: str, most: int) -> list[str]:
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > max(most, 30):
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
