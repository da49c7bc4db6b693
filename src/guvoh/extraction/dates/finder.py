"""Finds the dates of a document and settles their years by what the document itself says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from guvoh.extraction.dates.absolute import absolute
from guvoh.extraction.dates.alike import alike
from guvoh.extraction.dates.anchored import anchored, stepped, told_by_step
from guvoh.extraction.dates.context import (
    Anchor,
    Reference,
    anchor_at,
    named_years,
    reference,
    right_before,
    sentences,
)
from guvoh.extraction.dates.narrated import Told, is_aside, narrated
from guvoh.extraction.dates.ordinals import days_alone
from guvoh.extraction.dates.partial import Partial, Raw
from guvoh.extraction.dates.periods import Period, period_of, weekday_in
from guvoh.extraction.dates.relative import relative
from guvoh.extraction.dates.rule import FROM
from guvoh.extraction.dates.settling import Settled, Settler, with_known_years
from guvoh.extraction.numbers import NumberKind, find_numbers
from guvoh.extraction.timewords import calendar, either
from guvoh.model.edtf import is_edtf
from guvoh.model.statement import DateMention, Span

_BOUND = re.compile(
    r"\b(?P<w>since|before|after|prior\s+to|until|till)\s+(?:the\s+|about\s+|around\s+)?$", re.IGNORECASE
)
_SINCE_EVENT = re.compile(
    r"(?<!,\s)\bsince\s+(?:(?!(?:had|has|have|would|will|could|is|are|said|says|not|never|no|than)\b)[\w'’-]+\s+){1,9}(?:on|in)\s+$",
    re.IGNORECASE,
)
_BY_THEN = re.compile(r"\b(?:had|have|has)\b[^;:]*?\b(?P<w>by)\s+(?:the\s+)?$|^(?P<o>By)\s+$")
_TO_DO_BY = re.compile(r"\bto\s+[a-z]+\b[^,;:]{0,60}\bby\s+$", re.IGNORECASE)  # "has told them to leave by 25 May"
_BY = re.compile(r"\b[Bb]y\s+(?:the\s+)?$")
_UNITS_AFTER = re.compile(r"\b(?:day|week|month|year|hour)s?\s+after\s+(?:the\s+)?$", re.IGNORECASE)
_LEAD = re.compile(r"\b(?:last|next|this|past)\s+$", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:the|its|their|a|an|under|to|of|nor|and)\s+$", re.IGNORECASE)
_CLAUSE = 120  # letters before "since"
_CREDIT = re.compile(r"(?i:©|\bcopyright\b|all rights reserved)|(?:^|\s)\([cC]\)\s*(?:\d{4}|[A-Z])")


@cache
def _lawbook(language: str) -> re.Pattern[str]:
    """What follows a year that stands in the name of a law or treaty: "the 1951 | Refugee Convention"."""
    names = either(calendar(language).raw["laws"]["names"])
    return re.compile(rf"\s+(?:[A-Z][\w.'’-]*\s+){{0,4}}(?:{names})\b(?!\s+[A-Z]|\s+students?)")


@cache
def _of_all(language: str) -> re.Pattern[str]:
    """What makes the year behind "since" one to compare with: "the deadliest attack in the country | since 2004"."""
    words = either(calendar(language).raw["links"]["of_all"])
    return re.compile(rf"\b(?:the|its|their|his|her)\s+(?:single\s+)?(?:\w+iest|{words})\s+\w[^.;]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date mention; `bare_anchor` marks words without any date of their own ("since the attack")."""

    mention: DateMention
    bare_anchor: bool = False


class DateFinder:
    """The dates of one document.

    `spans` are the stretches that tell (sentences or passages), `published` the EDTF date published or None.
    A year comes from the text; else from a date or a named event beside it ("Nelegal-2023", basis inferred);
    else from the date published, by tense, nearest plausible; else it stays `XXXX`. Never from the clock.
    Source: rules as in docs/design/finding-dates.md, words of time as data.
    """

    def __init__(self, text: str, spans: Sequence[Span], published: str | None, language: str = "en") -> None:
        self._text = text
        self._language = language
        self._ref: Reference | None = reference(published)
        self._credits: dict[int, int | None] = {}
        self._numbered: tuple[Span | None, frozenset[int]] = None, frozenset()
        """The sentence read last, and where in it the numbers of dates stand."""
        self._sentences = [s for start, end in spans for s in sentences(text, start, end)]
        self._lawbook, self._of_all = _lawbook(language), _of_all(language)
        self._settler = Settler(text, language, self._ref, named_years(text, self._sentences))

    def find(self) -> list[DateFound]:
        """Every date of the spans, in order, without overlaps."""
        out: list[DateFound] = []
        anchors: list[Anchor] = []
        settled: list[Settled] = []
        kept: dict[Span, list[Settled]] = {}
        periods: dict[Span, Period | None] = {}
        period: Period | None = None
        for sentence in map(self._without_credit, self._sentences):
            if sentence[0] >= sentence[1]:
                continue
            kept[sentence] = self._written(sentence, settled)
            settled = kept[sentence] or settled[-1:]
            period = periods[sentence] = period_of(self._text, sentence, kept[sentence]) or period
            if self._ref is None and period is not None:
                self._settler.assume(period.reference)
        kept = with_known_years(kept, self._settler.tense, self._language)
        for sentence, found in kept.items():
            anchors += self._anchors(sentence, found)
        told: list[Told] = []
        for number, (sentence, found) in enumerate(kept.items()):
            mine = [DateFound(s.mention) for s in found]
            for date, bare in anchored(self._text, sentence, anchors, self._language):
                mine = _add(mine, DateFound(date, bare))
            for s in found if self._ref is not None else ():
                mine = self._step_from(mine, sentence, s.raw.end, s.first)
            told += [self._told(s, sentence, number) for s in found]
            told += self._relative(sentence, number, mine, periods[sentence])
            told.sort(key=lambda t: t.at)
            period = periods[sentence]
            month = period.month if period is not None else None
            alone = days_alone(self._text, sentence, number, told, month, self._ref)
            after = [m for m in narrated(self._text, sentence, number, told, self._language) if self._told_by_then(m)]
            like = alike(self._text, sentence, number, told, self._language)
            for mention in [*after, *like, *alone]:
                mine = _add(mine, DateFound(mention))
            told += [made for m in after if (made := _told_at(m.start, number, m.edtf)) and made.first.day]
            out += sorted(mine, key=lambda f: f.mention.start)
        return [found for found in out if is_edtf(found.mention.edtf)]

    def _told(self, settled: Settled, sentence: Span, number: int) -> Told:
        raw = settled.raw
        last = raw.last.in_year(raw.last.year or settled.first.year) if raw.last else None
        aside = is_aside(self._text, sentence, raw.start)
        return Told(raw.start, number, settled.first, last, raw.bound, aside)

    def _relative(self, sentence: Span, number: int, mine: list[DateFound], period: Period | None) -> list[Told]:
        """Add the dates told from the date published or a heading's period to `mine`; those to tell others from."""
        told: list[Told] = []
        ref = self._ref or (period.reference if period is not None else None)
        for start, end, edtf, why in relative(self._text, sentence, ref, self._language) if ref is not None else ():
            within = self._in_period(period, start, end, why)
            if within is None and self._ref is None:
                continue
            mention = DateMention(edtf, "published", start, end, why)
            if within is not None:
                mention = DateMention(within, "inferred", start, end, "weekday in the period of the heading")
            mine[:] = _add(mine, DateFound(mention), weaker=True)
            if (made := _told_at(start, number, mention.edtf)) and any(f.mention is mention for f in mine):
                told.append(replace(made, aside=is_aside(self._text, sentence, start)))
                mine[:] = self._step_from(mine, sentence, end, made.first)
        return told

    def _step_from(self, mine: list[DateFound], sentence: Span, end: int, day: Partial) -> list[DateFound]:
        """`mine` and the day that the words behind a day tell from it: "on Friday, three days after …"."""
        stepped_to = told_by_step(self._text, sentence, end, day, self._language)
        return mine if stepped_to is None else _add(mine, DateFound(stepped_to))

    def _told_by_then(self, mention: DateMention) -> bool:
        """Whether a day told from another ("two weeks later") lies before the date published of the page."""
        today = self._ref.latest if self._ref is not None else None
        return today is None or not re.match(r"\d{4}", mention.edtf) or mention.edtf[:10] <= today.isoformat()

    def _in_period(self, period: Period | None, start: int, end: int, why: str) -> str | None:
        """The day that a weekday means in a digest of one week."""
        plain = why.startswith("weekday ") and not _LEAD.search(self._text, max(0, start - 7), start)
        return weekday_in(period, self._text, start, end, self._language) if period is not None and plain else None

    def _without_credit(self, sentence: Span) -> Span:
        """What of a sentence stands before the words of its line that tell whose the text or picture is."""
        at = self._credit_at(sentence)
        return sentence if at is None else (sentence[0], min(sentence[1], at))

    def _credit_at(self, sentence: Span) -> int | None:
        """Where in the line of a sentence the words stand that tell whose the text or picture is."""
        start = self._text.rfind("\n", 0, sentence[0]) + 1
        if start not in self._credits:
            stop = self._text.find("\n", sentence[0])
            match = _CREDIT.search(self._text, start, stop if stop >= 0 else len(self._text))
            self._credits[start] = match.start() if match is not None else None
        return self._credits[start]

    def _written(self, sentence: Span, before: list[Settled]) -> list[Settled]:
        out: list[Settled] = []
        raws = [raw for raw in absolute(self._text, *sentence, self._language) if self._is_date(raw, sentence)]
        for i, raw in enumerate(raws):
            bounded = self._bounded(raw, sentence)
            if i and bounded.start < raws[i - 1].end:  # "since May on 2022": the word is the date's before it
                bounded = raw
            settled = self._settler.settle(bounded, sentence, raws[i + 1 :], out or before)
            if settled is not None:
                out.append(self._opened(settled, sentence))
        return out

    def _opened(self, settled: Settled, sentence: Span) -> Settled:
        """A coming date after "from" opens an interval: "from 1 July"."""
        raw, today = settled.raw, self._ref.latest if self._ref else None
        match = right_before(FROM, self._text, sentence, raw.start)
        plain = raw.last is None and not raw.bound and settled.first.year is not None
        if match is None or today is None or not plain or settled.first.first() <= today:
            return settled
        mention = replace(settled.mention, edtf=f"{settled.mention.edtf}/..", start=match.start())
        return replace(settled, mention=mention, raw=replace(raw, bound="since"))

    def _is_date(self, raw: Raw, sentence: Span) -> bool:
        """Whether bare digits are a year: no count ("2000 were held"), no law's ("the 1951 Convention"), no owner's."""
        if raw.first.month is None and self._credit_at(sentence) is not None:
            return False
        if raw.first.month is None and raw.last is None and self._names_a_law(raw, sentence):
            return False
        if raw.first.month is not None or raw.last is not None or raw.end - raw.start != 4:
            return True
        if sentence != self._numbered[0]:
            numbers = find_numbers(self._text, *sentence, self._language)
            dates = [(n.number_start, n.number_end) for n in numbers if n.kind is NumberKind.DATE]
            self._numbered = sentence, frozenset(at for start, end in dates for at in range(start, end))
        return raw.start in self._numbered[1]

    def _names_a_law(self, raw: Raw, sentence: Span) -> bool:
        """Whether a bare year stands in a law's name: "the 1951 Convention", no "in 2024 the Criminal Code"."""
        owned = right_before(_OWNED, self._text, sentence, raw.start) is not None
        return owned and self._lawbook.match(self._text, raw.end, sentence[1]) is not None

    def _bounded(self, raw: Raw, sentence: Span) -> Raw:
        match = right_before(_BOUND, self._text, sentence, raw.start)
        if raw.last is not None:  # "since the summer of 2022"; "after the first half of 2023" may name its end
            since = match is not None and match["w"].lower() == "since"
            return replace(raw, start=match.start(), bound="since") if match is not None and since else raw
        if match is None:
            return self._bounded_from_afar(raw, sentence)
        word = match["w"].lower()
        following = re.compile(r",?\s+[a-z][\w-]*").match(self._text, raw.end)
        if (
            match.group().rstrip().lower().endswith("the")
            and not raw.first.day
            and (following is None or raw.first.month is None)
        ):
            return raw  # "after the 1999 shooting" names it, and is no bound
        if word == "after" and right_before(_UNITS_AFTER, self._text, sentence, raw.start) is not None:
            return raw
        bound = {"since": "since", "after": "after", "until": "until", "till": "until"}.get(word, "before")
        return replace(raw, start=match.start(), bound=bound)

    def _bounded_from_afar(self, raw: Raw, sentence: Span) -> Raw:
        """ "Since the attack on the hall in March 2024", "since it began on 2 May", "had left by 25 May"."""
        since = right_before(_SINCE_EVENT, self._text, sentence, raw.start)
        begins = max(sentence[0], since.start() - _CLAUSE) if since is not None else 0
        compared = since is not None and self._of_all.search(self._text, begins, since.start())
        if since is not None and not compared:
            return replace(raw, start=since.start(), bound="since")
        ends_so = right_before(_BY, self._text, sentence, raw.start) is not None
        ends_so = ends_so and right_before(_TO_DO_BY, self._text, sentence, raw.start) is None
        by = _BY_THEN.search(self._text[sentence[0] : raw.start]) if ends_so else None
        if by is None or raw.first.day is None or (by["o"] and not re.search(r"\bhad\b", self._text[slice(*sentence)])):
            return raw
        return replace(raw, start=sentence[0] + by.start(by.lastgroup or 0), bound="before")

    def _anchors(self, sentence: Span, settled: list[Settled]) -> list[Anchor]:
        days = [s for s in settled if s.first.day is not None and s.raw.last is None and s.raw.bound != "before"]
        told: list[Anchor | None] = []
        for s in days:
            span = (s.raw.start, s.raw.end)
            told.append(anchor_at(self._text, sentence, span, s.first, s.mention.basis, self._language))
            told.append(stepped(self._text, sentence, s.raw.end, s.first, self._language))
        return [anchor for anchor in told if anchor is not None]


def _told_at(at: int, sentence: int, edtf: str) -> Told | None:
    """A day, a stretch or "since" a day told from the date published, to tell others from."""
    first, _, last = edtf.partition("/")
    begin, end = reference(first), reference(last)
    if begin is None or (last and last != ".." and end is None):
        return None
    return Told(at, sentence, begin.value, end.value if end else None, "since" if last == ".." else "")


def _add(found: list[DateFound], new: DateFound, *, weaker: bool = False) -> list[DateFound]:
    """Add a mention; where it overlaps others the wider stays, unless it is `weaker`."""
    clash = [f for f in found if f.mention.start < new.mention.end and new.mention.start < f.mention.end]
    wider = all(new.mention.end - new.mention.start > f.mention.end - f.mention.start for f in clash)
    if clash and (weaker or not wider):
        return found
    return [f for f in found if f not in clash] + [new]


def find_dates(
    text: str, spans: Sequence[Span], *, published: str | None, language: str = "en", bare_anchors: bool = False
) -> list[DateMention]:
    """The dates of a document's stretches, in order (see DateFinder).

    With `bare_anchors` also words that hold no date but are dated by the text ("since the attack", where
    the text says that the attack was on March 22): right for the time of a statement, too much for a list of dates.
    """
    found = DateFinder(text, spans, published, language).find()
    return [f.mention for f in found if bare_anchors or not f.bare_anchor]
