"""Finds the dates of a document and settles their years by what the document itself says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guvoh.extraction.dates.absolute import absolute
from guvoh.extraction.dates.anchored import anchored
from guvoh.extraction.dates.context import (
    Anchor,
    NamedYear,
    Reference,
    anchor_at,
    direction,
    named_years,
    reference,
    sentences,
    year_by_name,
)
from guvoh.extraction.dates.partial import Partial, Raw
from guvoh.extraction.dates.relative import relative
from guvoh.extraction.numbers import NumberKind, find_numbers
from guvoh.extraction.timewords import calendar
from guvoh.model.edtf import is_edtf
from guvoh.model.statement import DateMention, Span

_BOUND = re.compile(r"\b(?P<w>since|before|after|prior\s+to)\s+(?:the\s+|about\s+|around\s+)?$", re.IGNORECASE)
_LISTED = re.compile(r"[\s,]*(?:and|or|to|then|until|through)?[\s,]*(?:(?:on|in|from|again)\s+)*(?:the\s+)?")
_REPORTED = re.compile(r"\b(?:said|says|told|reported|reports|announced|wrote|stated|added|according)\b", re.IGNORECASE)
_CREDIT = re.compile(r"©|\bcopyright\b|all rights reserved|\(c\)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date mention; `bare_anchor` marks words without any date of their own ("since the attack")."""

    mention: DateMention
    bare_anchor: bool = False


@dataclass(frozen=True, slots=True)
class _Settled:
    raw: Raw
    mention: DateMention
    first: Partial


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
        self._unsaid = {(month, day) for month, day in calendar(language).raw["days_known_by_name"]}
        self._sentences = [s for start, end in spans for s in sentences(text, start, end)]
        self._names: list[NamedYear] = named_years(text, self._sentences)

    def find(self) -> list[DateFound]:
        """Every date of the spans, in order, without overlaps."""
        out: list[DateFound] = []
        anchors: list[Anchor] = []
        settled: list[_Settled] = []
        kept: dict[Span, list[_Settled]] = {}
        for sentence in self._sentences:
            if _CREDIT.search(self._line(sentence)):
                continue
            kept[sentence] = self._written(sentence, settled)
            settled = kept[sentence] or settled[-1:]
        kept = _with_known_years(kept)
        for sentence, found in kept.items():
            anchors += self._anchors(sentence, found)
        for sentence, found in kept.items():
            mine = [DateFound(s.mention) for s in found]
            days = [(s.mention.start, s.first) for s in found if s.first.day and not s.raw.last and not s.raw.bound]
            for date, bare in anchored(self._text, sentence, anchors, days, self._language):
                mine = _add(mine, DateFound(date, bare))
            if self._ref is not None:
                for start, end, edtf, why in relative(self._text, sentence, self._ref, self._language):
                    mine = _add(mine, DateFound(DateMention(edtf, "published", start, end, why)), weaker=True)
            out += sorted(mine, key=lambda f: f.mention.start)
        return [found for found in out if is_edtf(found.mention.edtf)]

    def _line(self, sentence: Span) -> str:
        start = self._text.rfind("\n", 0, sentence[0]) + 1
        stop = self._text.find("\n", sentence[0])
        return self._text[start : stop if stop >= 0 else len(self._text)]

    def _written(self, sentence: Span, before: list[_Settled]) -> list[_Settled]:
        out: list[_Settled] = []
        raws = [raw for raw in absolute(self._text, *sentence, self._language) if self._is_date(raw, sentence)]
        for i, raw in enumerate(raws):
            settled = self._settle(self._bounded(raw, sentence), sentence, raws[i + 1 :], out or before)
            if settled is not None:
                out.append(settled)
        return out

    def _is_date(self, raw: Raw, sentence: Span) -> bool:
        """Whether four bare digits are a year rather than a count ("2000 migrants were held")."""
        if raw.first.month is not None or raw.last is not None or raw.end - raw.start != 4:
            return True
        numbers = find_numbers(self._text, *sentence, self._language)
        return any(n.kind is NumberKind.DATE and n.number_start <= raw.start < n.number_end for n in numbers)

    def _bounded(self, raw: Raw, sentence: Span) -> Raw:
        match = _BOUND.search(self._text[sentence[0] : raw.start])
        if match is None or raw.last is not None:
            return raw
        word = match["w"].lower()
        following = re.compile(r",?\s+[a-z][\w-]*").match(self._text, raw.end)
        if match.group().rstrip().lower().endswith("the") and (following is None or raw.first.month is None):
            return raw  # "after the 1999 shooting" names it, and is no bound
        if word == "after" and re.search(
            r"\b(?:day|week|month|year|hour)s?\s+after\s+(?:the\s+)?$",
            self._text[sentence[0] : raw.start],
            re.IGNORECASE,
        ):
            return raw
        bound = {"since": "since", "after": "after"}.get(word, "before")
        return replace(raw, start=sentence[0] + match.start(), bound=bound)

    def _settle(self, raw: Raw, sentence: Span, later: list[Raw], before: list[_Settled]) -> _Settled | None:
        if raw.first.year is not None:
            return self._made(raw, raw.first, raw.last, "text", raw.note or "written in the text")
        if raw.year_word:
            return self._by_word(raw)
        year, basis, why = self._year(raw, sentence, later, before)
        last = raw.last
        first = raw.first.in_year(year)
        if last is not None:
            turned = year is not None and (last.month or 0) < (raw.first.month or 0)
            last = last.in_year((year or 0) + turned if year is not None else None)
        unknown = "the words leave the year open" if self._ref else "no year in the text and no date published"
        return self._made(raw, first, last, basis, why or unknown)

    def _by_word(self, raw: Raw) -> _Settled | None:
        """ "March of last year", "the first half of the year", "last summer": told from the date published."""
        if self._ref is None or self._ref.year is None:
            return None
        word, _, what = raw.year_word.partition(" ")
        step = {"last": -1, "this": 0, "next": 1}[word]
        if what in ("month", "season") and word != "this":
            latest = self._ref.latest
            if latest is None:
                return None
            end_month = (raw.last or raw.first).month or 12
            passed = end_month < latest.month or (what == "season" and end_month < (raw.first.month or 0))
            begun = (raw.first.month or 1) > latest.month
            step = (0 if passed else -1) if word == "last" else (0 if begun else 1)
            if what == "season" and end_month < (raw.first.month or 0):
                step -= 1 if word == "last" else 0
        year = self._ref.year + step
        last = raw.last
        if last is not None:
            last = last.in_year(year + ((last.month or 0) < (raw.first.month or 0)))
        return self._made(raw, raw.first.in_year(year), last, "published", f"“{word}” told from the date published")

    def _year(self, raw: Raw, sentence: Span, later: list[Raw], before: list[_Settled]) -> tuple[int | None, str, str]:
        """The year of a date without one, where it comes from, and why; None where that would be a guess."""
        neighbour = later[0] if later and later[0].first.year and later[0].first.month else None
        if neighbour is not None and not _LISTED.fullmatch(self._text[raw.end : neighbour.start]):
            neighbour = None
        if neighbour is not None and (neighbour.first.month or 0) >= (raw.first.month or 0):
            return neighbour.first.year, "inferred", "the year of the date after it"
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
            told = earlier.first.year or 0
            if guess is not None and told > guess[0]:
                return guess[0], "published", guess[1]
            if guess is not None and guess[0] != told:
                return None, "text", "the date before it and the date published give different years"
            if guess is None and (raw.first.month or 0) >= (earlier.first.month or 0):
                return told, "inferred", "the year of the date in the sentence before"
        return (guess[0], "published", guess[1]) if guess is not None else (None, "text", "")

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
        return _REPORTED.search(self._text, start, end) is not None

    def _adjacent(self, end: int, start: int) -> bool:
        between = self._text[end:start]
        return "\n" not in between and len(re.findall(r"[.!?]\s", between)) <= 1

    def _by_published(self, raw: Raw, sentence: Span) -> tuple[int, str] | None:
        """The nearest plausible year beside the date published: the past one unless words say the future."""
        if self._ref is None or self._ref.latest is None or self._ref.year is None:
            return None
        if (agreed := self._by_weekday(raw)) is not None:
            return agreed, "the weekday agrees with that year"
        tense = direction(self._text, sentence, (raw.start, raw.end), self._language)
        year, latest, earliest = self._ref.year, self._ref.latest, self._ref.value.first()
        here = raw.first.in_year(year)
        if not here.sane():  # 29 February
            return None
        if tense == "future":
            ahead = (raw.last or raw.first).in_year(year)
            passed = (earliest - ahead.last()).days if ahead.sane() else 0
            return (year + 1 if passed > 183 else year), "the nearest to the date published"
        if here.first() <= latest:
            return year, "the last such day before the date published"
        if (here.first() - latest).days <= 60:
            return None  # told as past, yet the last one is ten months back: a year would be a guess
        return year - 1, "the last such day before the date published"

    def _made(self, raw: Raw, first: Partial, last: Partial | None, basis: str, why: str) -> _Settled | None:
        if not first.sane() or (last is not None and not last.sane()):
            return None
        edtf = first.edtf() if last is None else f"{first.edtf()}/{last.edtf()}"
        if raw.bound:
            edtf = f"{edtf}/.." if raw.bound in ("since", "after") else f"../{edtf}"
        return _Settled(raw, DateMention(edtf, basis, raw.start, raw.end, why), first)

    def _anchors(self, sentence: Span, settled: list[_Settled]) -> list[Anchor]:
        days = [s for s in settled if s.first.day is not None and s.raw.last is None and s.raw.bound != "before"]
        told = (
            anchor_at(self._text, sentence, (s.raw.start, s.raw.end), s.first, s.mention.basis, self._language)
            for s in days
        )
        return [anchor for anchor in told if anchor is not None]


def _with_known_years(kept: dict[Span, list[_Settled]]) -> dict[Span, list[_Settled]]:
    """Give "March 22" its year where the document writes "March 22, 2024" and that day in no other year."""
    known: dict[tuple[int | None, int], set[int]] = {}
    for s in (s for found in kept.values() for s in found):
        if s.first.day is not None and s.first.year is not None and s.mention.basis == "text":
            known.setdefault((s.first.month, s.first.day), set()).add(s.first.year)
    return {sentence: [_known_year(s, known) for s in found] for sentence, found in kept.items()}


def _known_year(s: _Settled, known: dict[tuple[int | None, int], set[int]]) -> _Settled:
    years = known.get((s.first.month, s.first.day or 0), set())
    if s.first.year is not None or s.raw.last is not None or len(years) != 1:
        return s
    first = s.first.in_year(next(iter(years)))
    mention = replace(
        s.mention,
        edtf=s.mention.edtf.replace(s.first.edtf(), first.edtf()),
        basis="inferred",
        why="the same day with its year elsewhere in the text",
    )
    return replace(s, first=first, mention=mention)


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
