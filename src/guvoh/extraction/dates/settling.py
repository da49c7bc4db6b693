"""Settles the year of dates as written, by what the document itself says and the date published."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from guvoh.extraction.dates.context import NamedYear, Reference, direction, year_by_name
from guvoh.extraction.dates.links import links
from guvoh.extraction.dates.partial import Partial, Raw
from guvoh.extraction.timewords import calendar
from guvoh.model.statement import DateMention, Span

_SOON, _HALF_A_YEAR = 60, 183  # days
_CLAUSE, _NEAR = 120, 40  # characters before a date and behind it that tell whether it is to come
_Key = tuple[int | None, int | None]
"""A month and a day of it, or a month alone."""
_Known = Mapping[_Key, Sequence["Settled"]]
Tense = Callable[[Span, Span], str | None]
"""The tense beside a date, "past" or "future", by its sentence and its span."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A date as written, the mention it makes, and its first (or only) date with the year as far as known."""

    raw: Raw
    mention: DateMention
    first: Partial


class Settler:
    """Gives dates of one document their years: from dates and names beside them, else from the date published."""

    def __init__(
        self,
        text: str,
        language: str,
        published: Reference | None,
        names: list[NamedYear],
        tense: Tense | None = None,
    ) -> None:
        self.tense = tense or (lambda sentence, span: direction(text, sentence, span, language))
        self._links = links(language)
        self._text = text
        self._language = language
        self._ref = published
        self._names = names
        self._unsaid = {(month, day) for month, day in calendar(language).raw["days_known_by_name"]}

    def assume(self, published: Reference) -> None:
        """Take a heading's period for the date published, where a page gives none."""
        self._ref = published

    def settle(self, raw: Raw, sentence: Span, later: list[Raw], before: list[Settled]) -> Settled | None:
        """The date as far as its year can be known; None where it is no date that exists.

        `later` are the dates after it in its sentence, `before` the settled ones before it there, else the last.
        """
        if raw.first.year is not None:
            return _made(raw, raw.first, raw.last, "text", raw.note or "written in the text")
        if raw.year_word:
            return self._by_word(raw)
        year, basis, why = self._year(raw, sentence, later, before)
        unknown = "the words leave the year open" if self._ref else "no year in the text and no date published"
        return _made(raw, raw.first.in_year(year), _last(raw, year), basis, why or unknown)

    def _by_word(self, raw: Raw) -> Settled | None:
        """ "March of last year", "the first half of the year", "last summer": told from the date published."""
        if self._ref is None or self._ref.year is None:
            return None
        word, _, what = raw.year_word.partition(" ")
        step = {"last": -1, "this": 0, "next": 1}[word]
        if what in ("month", "season") and word != "this":
            if self._ref.latest is None:
                return None
            step = _step_of(raw, word, what, self._ref.latest.month)
        year = self._ref.year + step
        why = f"“{word}” told from the date published"
        return _made(raw, raw.first.in_year(year), _last(raw, year), "published", why)

    def _year(self, raw: Raw, sentence: Span, later: list[Raw], before: list[Settled]) -> tuple[int | None, str, str]:
        """The year of a date without one, where it comes from, and why; None where that would be a guess."""
        if (told := self._listed_year(raw, later)) is not None:
            return told, "inferred", "the year of the date after it"
        earlier = next(
            (s for s in reversed(before) if s.first.year and s.first.month and s.mention.basis != "published"), None
        )
        same = earlier is not None and sentence[0] <= earlier.mention.start
        guess = self._by_published(raw, sentence)
        if earlier is not None and same and (raw.first.month or 0) >= (earlier.first.month or 0):
            if guess is None or guess[0] == earlier.first.year or not self._reported(earlier.mention.end, raw.start):
                return earlier.first.year, "inferred", "the year of the date before it in the sentence"
            return guess[0], "published", guess[1]
        if raw.first.day and (raw.first.month, raw.first.day) in self._unsaid:
            return None, "text", "a day known by name: the text leaves its year open"
        name = year_by_name(self._text, sentence, self._names)
        if name is not None:
            return name.year, "inferred", f"the year in the name “{name.name}-{name.year}”"
        if earlier is not None and not same and self._adjacent(earlier.mention.end, sentence[0]):
            told_before = _after_sentence(raw, earlier, guess)
            if told_before is not None:
                return told_before
        return (guess[0], "published", guess[1]) if guess is not None else (None, "text", "")

    def _listed_year(self, raw: Raw, later: list[Raw]) -> int | None:
        """The year of the date right after in a list: "on 4 May and 6 June 2022"."""
        after = later[0].first if later else None
        if after is None or after.year is None or not after.month or after.month < (raw.first.month or 0):
            return None
        return after.year if self._links.listed.fullmatch(self._text[raw.end : later[0].start]) else None

    def _by_weekday(self, raw: Raw) -> int | None:
        """The one year beside the date published in which "Monday, 10 March" is a Monday."""
        words = calendar(self._language)
        named = re.match(r"[^\W\d_]+", self._text[raw.start : raw.end])
        weekday = words.weekdays.get(named.group().lower()) if named else None
        if weekday is None or raw.first.day is None or raw.last is not None or self._ref is None:
            return None
        around = [raw.first.in_year((self._ref.year or 0) + step) for step in (-1, 0, 1)]
        agree = [p.year for p in around if p.sane() and p.first().weekday() == weekday]
        return agree[0] if len(agree) == 1 else None

    def _reported(self, start: int, end: int) -> bool:
        """Whether a word of reporting stands between: "in 2022, the service said on July 12"."""
        return self._links.reported.search(self._text, start, end) is not None

    def _adjacent(self, end: int, start: int) -> bool:
        between = self._text[end:start]
        return "\n" not in between and len(re.findall(r"[.!?]\s", between)) <= 1

    def _ahead(self, raw: Raw) -> bool:
        """ "As of 1 January foreigners may not drive", printed in December: the coming day, not the one long past."""
        if self._ref is None or self._ref.latest is None or raw.first.day is None:
            return False
        here = raw.first.in_year(self._ref.year)
        return self._opens_stretch(raw) and here.sane() and (self._ref.latest - here.first()).days > _HALF_A_YEAR

    def _opens_stretch(self, raw: Raw) -> bool:
        """Whether "from", "as of" or "starting" stands right before a date."""
        return self._links.opens.search(self._text, max(0, raw.start - 12), raw.start) is not None

    def _by_published(self, raw: Raw, sentence: Span) -> tuple[int, str] | None:
        """The nearest plausible year beside the date published: the past one unless words say the future."""
        if self._ref is None or self._ref.latest is None or self._ref.year is None:
            return None
        if (agreed := self._by_weekday(raw)) is not None:
            return agreed, "the weekday agrees with that year"
        tense = self.tense(sentence, (raw.start, raw.end))
        if tense is None and (raw.bound == "until" or self._ahead(raw)):
            tense = "future"
        year, latest, earliest = self._ref.year, self._ref.latest, self._ref.value.first()
        here = raw.first.in_year(year)
        if not here.sane():  # 29 February
            return None
        since = self._links.since.match(self._text, raw.start) is not None
        if tense == "future" and not since:
            ahead = (raw.last or raw.first).in_year(year)
            passed = (earliest - ahead.last()).days if ahead.sane() else 0
            return (year + 1 if passed > _HALF_A_YEAR else year), "the nearest to the date published"
        if here.first() <= latest:
            return year, "the last such day before the date published"
        if since:
            return year - 1, "the last such day before the date published"
        return self._after_published(raw, sentence, tense, year, (here.first() - latest).days)

    def _after_published(
        self, raw: Raw, sentence: Span, tense: str | None, year: int, gap: int
    ) -> tuple[int, str] | None:
        """The year of a day that lies `gap` days after the date published in its `year`: this one or the last."""
        if gap <= _SOON and self._is_coming(raw, sentence, tense):
            return year, "the nearest to the date published"
        if gap <= (_HALF_A_YEAR if raw.bound == "until" else _SOON):
            return None  # told as past, yet the last one is long ago: a year would be a guess
        if gap <= _HALF_A_YEAR and raw.last is None and self._opens_stretch(raw):
            return None if tense == "past" else (year, "the nearest to the date published")
        return year - 1, "the last such day before the date published"

    def _is_coming(self, raw: Raw, sentence: Span, tense: str | None) -> bool:
        """Whether a day soon after the date published is meant, where no word of the future stands nearest to it.

        "Until 5 August" and what no verb in the past tells ("the next sitting is on 21 February") are to come, and so
        is what somebody said or did to the end ("promised to raise it on June 20", "from March it will close"). What
        opens a sentence may be an entry of a chronicle.
        """
        if raw.bound in ("until", "before"):
            return True
        before = self._text[max(sentence[0], raw.start - _CLAUSE) : raw.start]
        if len(before.split()) <= 1:
            return False
        if tense is None:
            return True
        after = self._text[raw.end : min(sentence[1], raw.end + _NEAR)]
        return self._links.to_do.search(before) is not None or self._links.will.match(after) is not None


def _step_of(raw: Raw, word: str, what: str, month: int) -> int:
    """How many years on "last March" or "next summer" is from a date published in `month`."""
    first, last = raw.first.month or 1, (raw.last or raw.first).month or 12
    turns = what == "season" and last < first  # winter runs into the next year
    if word == "last":
        running = turns and month <= last  # in January "last winter" is the one before that which runs
        return (0 if last < month or turns else -1) - turns - running
    return 0 if first > month else 1


def _last(raw: Raw, year: int | None) -> Partial | None:
    """The end of an interval whose first date is in `year`, in the year after where it turns."""
    if raw.last is None or year is None:
        return raw.last.in_year(None) if raw.last else None
    return raw.last.in_year(year + ((raw.last.month or 0) < (raw.first.month or 0)))


def _made(raw: Raw, first: Partial, last: Partial | None, basis: str, why: str) -> Settled | None:
    if not first.sane() or (last is not None and not last.sane()):
        return None
    edtf = first.edtf() if last is None else f"{first.edtf()}/{last.edtf()}"
    if raw.bound:  # since a season or a half-year: from where it begins
        edtf = f"{first.edtf()}/.." if raw.bound in ("since", "after") else f"../{edtf}"
    return Settled(raw, DateMention(edtf, basis, raw.start, raw.end, why), first)


def _after_sentence(raw: Raw, earlier: Settled, guess: tuple[int, str] | None) -> tuple[int | None, str, str] | None:
    """What the dated sentence right before says for the year; None where it says nothing."""
    told = earlier.first.year or 0
    if guess is not None and told > guess[0]:
        return guess[0], "published", guess[1]
    if guess is not None and guess[0] != told:
        return None, "text", "the date before it and the date published give different years"
    if guess is None and (raw.first.month or 0) >= (earlier.first.month or 0):
        return told, "inferred", "the year of the date in the sentence before"
    return None


def with_known_years(kept: dict[Span, list[Settled]], tense: Tense, language: str = "en") -> dict[Span, list[Settled]]:
    """Give "March 22" its year where the document writes "March 22, 2024" and that day in no other year.

    So has "in August" or "on August 12" below "since August 2025", where no later year is written anywhere and that
    month is not told as one to come.
    """
    written = [s for found in kept.values() for s in found if s.first.year is not None and s.mention.basis == "text"]
    coming = {
        s.raw.start for at, found in kept.items() for s in found if tense(at, (s.raw.start, s.raw.end)) == "future"
    }
    last = max((s.first.year or 0 for s in written), default=0)
    unsaid = {(month, day) for month, day in calendar(language).raw["days_known_by_name"]}
    days: dict[_Key, list[Settled]] = {}
    months: dict[_Key, list[Settled]] = {}
    for s in written:
        if s.first.day is not None:
            days.setdefault((s.first.month, s.first.day), []).append(s)
        if s.first.month is not None and s.raw.start not in coming:
            months.setdefault((s.first.month, None), []).append(s)
    return {
        sentence: [_known_year(s, days, {} if (s.first.month, s.first.day) in unsaid else months, last) for s in found]
        for sentence, found in kept.items()
    }


def _known_year(s: Settled, days: _Known, months: _Known, last: int) -> Settled:
    if s.first.year is not None or s.first.month is None or s.raw.last is not None:
        return s
    of_day = {x.first.year for x in days.get((s.first.month, s.first.day), ())}
    if len(of_day) == 1:
        return _in_year(s, of_day.pop(), "the same day with its year elsewhere in the text")
    told = months.get((s.first.month, None), ())
    if not of_day and {x.first.year for x in told} == {last} and told[0].raw.start < s.raw.start:
        return _in_year(s, last, "the same month with its year before it in the text")
    return s


def _in_year(s: Settled, year: int | None, why: str) -> Settled:
    first = s.first.in_year(year)
    edtf = s.mention.edtf.replace(s.first.edtf(), first.edtf())
    return replace(s, first=first, mention=replace(s.mention, edtf=edtf, basis="inferred", why=why))
