"""The timeline: a day as a point, an uncertain date or a period as a bar over all its days, an open end as an arrow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from markupsafe import Markup

from guvoh.model.edtf import Bounds, bounds, is_edtf
from guvoh.reporting.svg import element, short
from guvoh.reporting.words import plural, when_words

_WIDTH, _LEFT, _RIGHT, _TOP, _ROW = 720.0, 236.0, 64.0, 30.0, 22.0
_MOST_ROWS: Final = 60
_OPEN_TAIL = 26.0
_MONTH = 30.44  # days


@dataclass(frozen=True, slots=True)
class Dated:
    """A statement's date (EDTF or None), whether it tells of a plan, and the link to it."""

    when: str | None
    planned: bool
    href: str


@dataclass(frozen=True, slots=True)
class Tally:
    """A date that is listed rather than drawn."""

    words: str
    statements: int
    href: str


@dataclass(frozen=True, slots=True)
class DrawnTime:
    """The drawing (None when no date has a year), what it leaves to a list, and how many have no date at all."""

    svg: Markup | None
    yearless: tuple[Tally, ...]
    earlier: tuple[Tally, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class _Row:
    when: str
    bounds: Bounds
    statements: int
    planned: bool
    href: str

    @property
    def first(self) -> date:
        return self.bounds.first or self.bounds.last or date.min

    @property
    def last(self) -> date:
        return self.bounds.last or self.bounds.first or date.max

    @property
    def order(self) -> tuple[date, date, str]:
        return self.first, self.last, self.when


def draw_timeline(statements: Sequence[Dated]) -> DrawnTime:
    """One row for each date told, in the order of time; the same statements give the same drawing."""
    counts = Counter(s.when for s in statements if s.when and is_edtf(s.when))
    plans = Counter(s.when for s in statements if s.planned)
    links = {s.when: s.href for s in reversed(statements)}
    rows = [_Row(w, bounds(w), n, plans[w] == n, links[w]) for w, n in counts.items()]
    known = sorted((r for r in rows if r.bounds.year_known), key=lambda r: r.order)
    yearless = sorted((r for r in rows if not r.bounds.year_known), key=lambda r: r.when)
    earlier, drawn = _apart(known)
    left = sum(1 for s in statements if not s.when or not is_edtf(s.when))
    return DrawnTime(_svg(drawn) if drawn else None, _tallies(yearless), _tallies(earlier), left)


def _tallies(rows: Iterable[_Row]) -> tuple[Tally, ...]:
    return tuple(Tally(when_words(r.when), r.statements, r.href) for r in rows)


def _apart(rows: list[_Row]) -> tuple[list[_Row], list[_Row]]:
    """Few dates long before the rest are listed, not drawn: they would press the rest into one corner."""
    for i in range(1, len(rows)):
        span = (rows[-1].first - rows[0].first).days
        gap = (rows[i].first - rows[i - 1].first).days
        if gap > 3 * 365 and gap > span * 0.5 and i * 3 <= len(rows):
            early, late = rows[:i], rows[i:]
            further, drawn = _apart(late)
            return early + further, drawn
    excess = max(0, len(rows) - _MOST_ROWS)
    return rows[:excess], rows[excess:]


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date

    def x(self, day: date) -> float:
        """Where a day begins on the paper."""
        whole = max(1, (self.last - self.first).days)
        part = min(1.0, max(0.0, (day - self.first).days / whole))
        return _LEFT + part * (_WIDTH - _LEFT - _RIGHT)


def _axis(rows: Sequence[_Row]) -> _Axis:
    first, last = min(r.first for r in rows), max(r.last for r in rows)
    spare = max(10, int((last - first).days * 0.03))
    return _Axis(_shift(first, -spare), _shift(last, spare))


def _shift(day: date, days: int) -> date:
    return date.fromordinal(min(date.max.toordinal(), max(1, day.toordinal() + days)))


def _svg(rows: Sequence[_Row]) -> Markup:
    axis = _axis(rows)
    height = _TOP + _ROW * len(rows) + 8
    return element(
        "svg",
        element("title", "Timeline of what is reported"),
        element(
            "desc", "Each row is one date as told, with the number of statements; bars cover every day it may mean."
        ),
        *_ticks(axis, height),
        *(_row(row, axis, _TOP + _ROW * (i + 0.5)) for i, row in enumerate(rows)),
        class_="timeline",
        viewBox=f"0 0 {_WIDTH:.0f} {height:.0f}",
        role="group",
        aria_label=f"Timeline with {plural(len(rows), 'date')}",
    )


def _ticks(axis: _Axis, height: float) -> Iterator[Markup]:
    for day, told in _tick_days(axis):
        x = axis.x(day)
        yield element("line", x1=x, y1=_TOP - 6, x2=x, y2=height - 4, class_="grid")
        yield element("text", told, x=x, y=_TOP - 12, class_="tick", text_anchor="middle")


def _tick_days(axis: _Axis) -> list[tuple[date, str]]:
    """Days that divide the axis into four to nine parts: years, else quarters or months."""
    months = max(1.0, (axis.last - axis.first).days / _MONTH)
    step = next(s for s in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 120000) if months / s <= 7)
    out = []
    for number in range(axis.first.year * 12, (axis.last.year + 1) * 12):
        day = date(number // 12, number % 12 + 1, 1)
        if number % step == 0 and axis.first <= day <= axis.last:
            out.append((day, str(day.year) if step >= 12 else f"{day:%b} {day.year}"))
    return out or [(axis.first, f"{axis.first.day} {axis.first:%b} {axis.first.year}")]


def _row(row: _Row, axis: _Axis, y: float) -> Markup:
    kind = "planned" if row.planned else "told"
    end = axis.x(row.last)
    told = f"{when_words(row.when)}: {plural(row.statements, 'statement')}"
    return element(
        "a",
        element("title", told + (", planned" if row.planned else "")),
        element("text", _shown(row), x=_LEFT - 12, y=y + 4, class_="when", text_anchor="end"),
        *_bar(row, axis, y, kind),
        element(
            "text",
            str(row.statements),
            x=max(end + 12 + _open_room(row), axis.x(row.first) + 20),
            y=y + 4,
            class_="how-many",
        ),
        href=row.href,
    )


def _shown(row: _Row) -> str:
    words = when_words(row.when) + (" (planned)" if row.planned else "")
    return words if len(words) <= 40 else words[:39] + "…"


def _open_room(row: _Row) -> float:
    return _OPEN_TAIL if row.bounds.last is None else 0.0


def _bar(row: _Row, axis: _Axis, y: float, kind: str) -> Iterator[Markup]:
    start, end = axis.x(row.first), axis.x(_shift(row.last, 1))
    if row.bounds.first is None:
        yield _arrow(end, end - _OPEN_TAIL, y, kind)
    elif row.bounds.last is None:
        yield _arrow(start, start + _OPEN_TAIL, y, kind)
    elif row.first == row.last:
        yield element("circle", cx=start, cy=y, r=5, class_=f"day {kind}")
    else:
        wide = max(8.0, end - start)
        yield element("rect", x=start, y=y - 4.5, width=wide, height=9, rx=2, class_=f"span {kind}")


def _arrow(start: float, end: float, y: float, kind: str) -> Markup:
    back = 7 if end > start else -7
    head = f"M{short(end - back)} {short(y - 5)}L{short(end)} {short(y)}L{short(end - back)} {short(y + 5)}"
    shaft = f"M{short(start)} {short(y - 5)}V{short(y + 5)}M{short(start)} {short(y)}H{short(end)}"
    return element("path", d=shaft + head, class_=f"open {kind}")
