"""Finds every number of a stretch of text and says what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from guvoh.extraction.numbers.hedges import Hedge, after_hedge, before_hedge
from guvoh.extraction.numbers.kinds import Reading, classify, unit_after
from guvoh.extraction.numbers.masks import Mask, masks
from guvoh.extraction.numbers.mention import NumberKind, NumberMention, bounds_of
from guvoh.extraction.numbers.numerals import Numeral, NumeralReader, reader
from guvoh.extraction.numbers.ranges import is_change, lower_value, opener, partner, share
from guvoh.extraction.numbers.words import Words, either, words
from guvoh.model.statement import Qualifier, Span

_BARE = frozenset({NumberKind.DATE, NumberKind.ARTICLE, NumberKind.ORDINAL, NumberKind.SCORE, NumberKind.CLOCK})
_ATTACHED_UNIT = re.compile(r"(?:km|kg|cm|mm|m|g|ha|s)(?!\w)")


def find_numbers(text: str, start: int, end: int, language: str = "en") -> list[NumberMention]:
    """Every number of `text[start:end]`, in order, without overlaps; offsets count characters of `text`.

    Dates, clock times, ages, labels and the like are returned with their kind, so that a caller can tell a
    number that counts nothing from one that was not seen. Source: grammar of English numerals as data
    (extraction/numbers/data); no model. Raises BadTerm for a language without a data file.
    """
    lexicon = words(language)
    hidden = masks(text, start, end, language)
    found = [NumberMention(a, b, a, b, text[a:b], kind, Qualifier.EXACT) for a, b, kind in hidden]
    pos = start
    for numeral in _numerals(text, (start, end), reader(language), lexicon, hidden):
        if numeral.start >= pos:
            mentions = _mentions(text, numeral, (start, end), lexicon, hidden)
            found.extend(mentions)
            pos = mentions[-1].number_end
    return _apart(found)


def _numerals(text: str, scope: Span, read: NumeralReader, lexicon: Words, hidden: Sequence[Mask]) -> list[Numeral]:
    start, end = scope
    out: list[Numeral] = []
    pos = start
    signs = lexicon.money_sign
    while match := read.starts.search(text, pos, end):
        begin = match.start()
        blocker = next((stop for first, stop, _ in hidden if first <= begin < stop), None)
        numeral = None if blocker is not None or not _free_before(text, begin, signs) else read.at(text, begin, end)
        if numeral is not None and _free_after(text, numeral) and not _hidden(numeral, hidden):
            out.append(numeral)
            pos = numeral.end
        else:
            pos = blocker if blocker is not None else _skip(text, begin, match.end())
    return out


def _hidden(numeral: Numeral, hidden: Sequence[Mask]) -> bool:
    return any(first < numeral.end and numeral.start < stop for first, stop, _ in hidden)


def _free_before(text: str, begin: int, signs: re.Pattern[str]) -> bool:
    """Whether no letter or digit runs into the number from the left ("A4", "3.14" from its middle), save a currency."""
    if begin == 0:
        return True
    before = text[begin - 1]
    if before.isalnum() or before == "_":
        return text[begin].isdigit() and signs.search(text[max(0, begin - 6) : begin]) is not None
    return not (before in ".," and text[begin].isdigit() and begin > 1 and text[begin - 2].isdigit())


def _free_after(text: str, numeral: Numeral) -> bool:
    """Whether no letter runs into the number from the right ("4x4"); units such as "5km" are allowed."""
    return not text[numeral.end : numeral.end + 1].isalpha() or bool(_ATTACHED_UNIT.match(text, numeral.end))


def _skip(text: str, begin: int, stop: int) -> int:
    while stop < len(text) and text[begin].isdigit() and text[stop].isalnum():
        stop += 1
    return stop


def _mentions(text: str, numeral: Numeral, scope: Span, lexicon: Words, hidden: Sequence[Mask]) -> list[NumberMention]:
    """The mention a numeral makes, with its partner when it opens a range (two mentions when it is a change)."""
    if (part := share(text, numeral, scope[1], lexicon)) is not None:
        return [_Builder(text, part, None, scope, lexicon).build()]
    second = partner(text, numeral, scope[1], lexicon, hidden)
    if second is not None and is_change(text, numeral, second, scope[0], lexicon):
        return [_Builder(text, n, None, scope, lexicon).build() for n in (numeral, second)]
    return [_Builder(text, numeral, second, scope, lexicon).build()]


@dataclass(frozen=True, slots=True)
class _Builder:
    """Puts one mention together: numeral or range, hedges before and after, kind and unit."""

    text: str
    numeral: Numeral
    second: Numeral | None
    scope: Span
    lexicon: Words

    def build(self) -> NumberMention:
        text, numeral, (start, end) = self.text, self.numeral, self.scope
        stop = self.second.end if self.second else numeral.end
        hedge = before_hedge(text, numeral.start, start, self.lexicon)
        post = Hedge(stop, None) if hedge.strong else after_hedge(text, stop, end, self.lexicon)
        reading = self._reading(hedge, post, stop)
        qualifier = self._qualifier(hedge, post)
        low, best, high = self._bounds(qualifier)
        begin, finish = min(hedge.at, reading.sign_start), max(stop, post.at)
        if qualifier is Qualifier.RANGE and (opens := opener(text, numeral.start, start)) is not None:
            begin = min(begin, opens)
        if reading.kind in _BARE:
            begin, finish, qualifier, low, best, high = numeral.start, stop, Qualifier.EXACT, None, None, None
        weak = numeral.weak or reading.weak
        return NumberMention(
            begin, finish, numeral.start, stop, text[begin:finish], reading.kind, qualifier, low, best, high,
            unit=reading.unit, unit_span=reading.unit_span, weak=weak, each=self._each(stop, reading),
        )  # fmt: skip

    def _reading(self, hedge: Hedge, post: Hedge, stop: int) -> Reading:
        start, end = self.scope
        reading = classify(self.text, self.numeral, self.second, hedge, start, end, self.lexicon)
        if reading.kind is NumberKind.COUNT and post.at > stop:  # "15-plus years"
            return unit_after(self.text, post.at, end, self.lexicon) or reading
        return reading

    def _qualifier(self, hedge: Hedge, post: Hedge) -> Qualifier:
        if self.numeral.vague:
            return Qualifier.VAGUE
        if self.second is not None and hedge.qualifier in (None, Qualifier.ABOUT):
            return Qualifier.RANGE
        return hedge.qualifier or post.qualifier or (Qualifier.ABOUT if self.numeral.about else Qualifier.EXACT)

    def _bounds(self, qualifier: Qualifier) -> tuple[float | None, float | None, float | None]:
        if self.second is None or self.numeral.value is None:
            return bounds_of(qualifier, self.numeral.value)
        return bounds_of(qualifier, lower_value(self.numeral, self.second), self.second.value)

    def _each(self, stop: int, reading: Reading) -> bool:
        after, before = _each_patterns(self.lexicon.language)
        start, end = self.scope
        places = {stop, reading.unit_span[1] if reading.unit_span else stop}
        if any(after.match(self.text, at, end) for at in places):
            return True
        return before.search(self.text[max(start, self.numeral.start - 40) : self.numeral.start]) is not None


@cache
def _each_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    raw = words(language).raw["each"]
    after = re.compile(rf"(?:\s+[\w$€£%-]+){{0,3}}?\s+(?:{either(raw['after'])})(?!\w)", re.IGNORECASE)
    not_time = r"(?!of\b|year|day|month|week)"
    before = re.compile(rf"\b(?:{either(raw['before'])})\s+{not_time}(?:\w+\s+){{0,3}}$", re.IGNORECASE)
    return after, before


def _apart(found: Sequence[NumberMention]) -> list[NumberMention]:
    """Drop a mention whose number lies inside another's; cut hedges that run into a neighbour."""
    out: list[NumberMention] = []
    for mention in sorted(found, key=lambda m: (m.number_start, -m.number_end)):
        if out and mention.number_start < out[-1].number_end:
            continue
        if out and out[-1].end > mention.number_start:
            out[-1] = _cut(out[-1], out[-1].start, out[-1].number_end)
        begin = max(mention.start, out[-1].end) if out else mention.start
        out.append(_cut(mention, begin, mention.end))
    return out


def _cut(mention: NumberMention, start: int, end: int) -> NumberMention:
    if (start, end) == (mention.start, mention.end):
        return mention
    return replace(mention, start=start, end=end, words=mention.words[start - mention.start : end - mention.start])
