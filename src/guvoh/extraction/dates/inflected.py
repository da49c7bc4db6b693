"""Finds the dates of an annotated Russian text and settles their years by what the text itself says."""

from __future__ import annotations

import re
from dataclasses import replace

from guvoh.extraction.annotate.tokens import Annotated
from guvoh.extraction.dates.context import Reference, named_years, reference
from guvoh.extraction.dates.narrated import Told
from guvoh.extraction.dates.partial import Raw
from guvoh.extraction.dates.periods import Period, period_of, weekday_in
from guvoh.extraction.dates.russian_bounds import bound_before, opened
from guvoh.extraction.dates.russian_narrated import reported, retold
from guvoh.extraction.dates.russian_relative import UNSAID, Found, pointing
from guvoh.extraction.dates.russian_tense import Verbs
from guvoh.extraction.dates.russian_undated import dateline, without_year, year_so_far
from guvoh.extraction.dates.russian_written import written
from guvoh.extraction.dates.settling import Settled, Settler, with_known_years
from guvoh.extraction.timewords import calendar
from guvoh.model.edtf import is_edtf
from guvoh.model.statement import DateMention, Span

_BORN = re.compile(r"(?:\s*(?:и|,|или|[-–—])\s*\d{4})*(?:\s+(?:год\w*|гг?\.))?\s+рождени[яй]")
"""Behind years of birth: “подозреваемых 2006 и 2007 годов рождения”."""


def find_dates(text: Annotated, published: str | None) -> list[DateMention]:
    """Every date that a Russian text names, in text order, without overlaps.

    A year comes from the text, else from a date beside it, else from the date published (EDTF) by the tense of the
    nearest verb, else it stays `XXXX`; never from the clock. Words of time are data (dates/data/ru.toml).
    """
    return RussianDates(text, published).find()


class RussianDates:
    """The dates of one annotated text: those written, those told from the date published, those told from another."""

    def __init__(self, text: Annotated, published: str | None) -> None:
        self._text = text
        self._ref = reference(published)
        self._spans = {(s.start, s.end): s for s in text.sentences}
        self._verbs = {span: Verbs(text, sentence) for span, sentence in self._spans.items()}
        self._settler = Settler(text.text, "ru", self._ref, named_years(text.text, list(self._spans)), self._tense)
        self._dateline: Reference | None = None
        if self._ref is None:
            self._dateline = dateline(text.text)
            so_far = year_so_far(text.text)
            if so_far is not None:
                self._settler.assume(so_far)

    def find(self) -> list[DateMention]:
        """Every date, in order."""
        kept: dict[Span, list[Settled]] = {}
        periods: dict[Span, Period | None] = {}
        before: list[Settled] = []
        period: Period | None = None
        for span in self._spans:
            kept[span] = self._written(span, before)
            before = kept[span] or before[-1:]
            period = periods[span] = period_of(self._text.text, span, kept[span]) or period
            if self._ref is None and period is not None:
                self._settler.assume(period.soon_after)
        told: list[Told] = []
        out: list[DateMention] = []
        for number, (span, found) in enumerate(with_known_years(kept, self._tense, "ru").items()):
            mine = [s.mention for s in found]
            told += [self._told(s, span, number) for s in found]
            told += self._relative(span, number, mine, periods[span])
            told.sort(key=lambda t: t.at)
            for mention in retold(self._text.text, span, number, told, self._tense):
                _add(mine, mention)
            out += sorted(mine, key=lambda m: m.start)
        return [mention for mention in out if is_edtf(mention.edtf)]

    def _tense(self, sentence: Span, span: Span) -> str | None:
        return self._verbs[sentence].tense(span)

    def _written(self, span: Span, before: list[Settled]) -> list[Settled]:
        out: list[Settled] = []
        raws = [raw for raw in written(self._text.text, *span) if not _BORN.match(self._text.text, raw.end)]
        for i, raw in enumerate(raws):
            bound, start = self._bound(span, raw)
            settled = self._settler.settle(replace(raw, bound=bound), span, raws[i + 1 :], out or before)
            if settled is not None:
                out.append(_widened(self._text.text, settled, start) if bound else settled)
        return out

    def _bound(self, span: Span, raw: Raw) -> tuple[str, int]:
        """The bound that words before a date set, and where it begins; none of an interval, but of a season."""
        day = raw.first.day is not None
        bound, start = bound_before(self._text.text, span, self._verbs[span], (raw.start, raw.end), day=day)
        wide = raw.last is not None and not day and raw.note != ""
        none = (raw.last is not None and not wide) or (bound == "after" and not day)
        return ("", raw.start) if none else (bound, start)

    def _told(self, settled: Settled, span: Span, number: int) -> Told:
        raw = settled.raw
        aside = reported(self._text.text, span, raw.start)
        return Told(raw.start, number, settled.first, raw.last, raw.bound, aside)

    def _relative(self, span: Span, number: int, mine: list[DateMention], period: Period | None) -> list[Told]:
        """Add the dates told from the date published or a heading's period to `mine`; those to tell others from."""
        told: list[Told] = []
        ref = self._ref or (period.reference if period is not None else self._dateline)
        for found in pointing(self._text.text, span, ref, self._tense) if ref is not None else ():
            mention = self._pointed(span, found, period, alone=not mine)
            if mention is None or not _add(mine, mention):
                continue
            day = reference(mention.edtf)
            if day is not None:
                aside = reported(self._text.text, span, mention.start)
                told.append(Told(mention.start, number, day.value, aside=aside))
        return told

    def _pointed(self, span: Span, found: Found, period: Period | None, *, alone: bool) -> DateMention | None:
        """The mention that words pointing from the date published make; None where they tell of something else."""
        start, end, edtf, why = found
        within = None
        if period is not None and why.startswith("weekday "):
            within = weekday_in(period, self._text.text, start, end, "ru")
        if within is not None:
            return DateMention(within, "inferred", start, end, "weekday in the period of the heading")
        if self._ref is None:
            return self._from_dateline(span, found)
        if self._of_event(span, found):
            return None
        if why == UNSAID and not (alone and self._verbs[span].counts((start, end))):
            return None
        return opened(self._text.text, span, self._verbs[span], DateMention(edtf, "published", start, end, why))

    def _from_dateline(self, span: Span, found: Found) -> DateMention | None:
        """ "Вчера" below a dateline without a year: a day of an unspecified year."""
        start, end, edtf, _ = found
        near = " ".join(self._text.text[start:end].lower().split()) in calendar("ru").raw["near"]
        day = without_year(edtf) if self._dateline is not None and near and not self._of_event(span, found) else None
        return DateMention(day, "inferred", start, end, "told from the dateline, which names no year") if day else None

    def _of_event(self, span: Span, found: Found) -> bool:
        """Whether a word tells of the eve of something rather than of yesterday: "накануне выборов"."""
        if self._text.text[found[0] : found[1]].lower() not in calendar("ru").raw["of_event"]:
            return False
        after = next((t for t in self._text.of(self._spans[span]) if t.start > found[1]), None)
        return after is not None and after.start == found[1] + 1 and "Case=Gen" in after.morph


def _add(found: list[DateMention], new: DateMention) -> bool:
    """Add a mention that overlaps none before it; whether it was added."""
    if any(new.start < m.end and m.start < new.end for m in found):
        return False
    found.append(new)
    return True


def _widened(text: str, settled: Settled, start: int) -> Settled:
    """The mention with its word of bound; an open interval keeps one end of a season, "до конца" names the last day."""
    mention = settled.mention
    parts = [part for part in mention.edtf.split("/") if part != ".."]
    opens = settled.raw.bound in ("since", "after")
    edtf = f"{parts[0]}/.." if opens else f"../{parts[-1]}"
    if not opens and "конца" in text[start : mention.start].lower() and settled.first.year is not None:
        edtf = f"../{(settled.raw.last or settled.first).in_year(settled.first.year).last()}"
    return replace(settled, mention=replace(mention, edtf=edtf, start=start))
