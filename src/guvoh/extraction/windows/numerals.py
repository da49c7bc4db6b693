"""Numerals of a sentence's words: figures, number words and their sums, ranges, and the hedges about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guvoh.extraction.windows.words import Numbers, Word
from guvoh.model import Qualifier

_FIGURE = re.compile(r"(\d+)(?:,(\d+))?(?:-?(?:ти|х|ми|и|мя))?")
_GROUP = re.compile(r"\d{3}")
_JOINED = re.compile(r"([а-яё]+)-([а-яё]+)")
_DASHES = frozenset("-–—")
_HEDGE_REACH = 4
_PREPOSITIONS = frozenset({"у", "на", "в", "во", "с", "со", "о", "об", "для", "за", "к", "по", "против"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over `words[first:stop]`, with its hedges over `words[begin:end]`; `value` None says "dozens".

    `collective` marks "двое", which counts people; `figures` a number written in digits; `single` a bare "один".
    """

    first: int
    stop: int
    begin: int
    end: int
    value: float | None
    upper: float | None = None
    qualifier: Qualifier = Qualifier.EXACT
    collective: bool = False
    figures: bool = False
    single: bool = False


def numerals(words: Sequence[Word], known: Numbers) -> list[Numeral]:
    """Every numeral of `words` in order, without overlaps."""
    out: list[Numeral] = []
    at = 0
    while at < len(words):
        found = _numeral(words, at, known)
        if found is None:
            at += 1
            continue
        found = _range(words, found, known)
        out.append(_hedged(words, found, known, out[-1].end if out else 0))
        at = out[-1].end
    return out


def _numeral(words: Sequence[Word], at: int, known: Numbers) -> Numeral | None:
    figure = _figures(words, at)
    if figure is not None:
        value, stop = figure
        return _scaled(words, at, stop, value, known, figures=True)
    pair = _JOINED.fullmatch(words[at].form)
    if pair is not None and pair[1] in known.values and pair[2] in known.values:
        low, high = known.values[pair[1]], known.values[pair[2]]
        return Numeral(at, at + 1, at, at + 1, low, high, Qualifier.RANGE)
    return _spelled(words, at, known)


def _figures(words: Sequence[Word], at: int) -> tuple[float, int] | None:
    """The value of digits at `at` and where they end: "2 500", "1,2"."""
    match = _FIGURE.fullmatch(words[at].form)
    if match is None:
        return None
    if match[2] is not None:
        return float(f"{match[1]}.{match[2]}"), at + 1
    digits, stop = match[1], at + 1
    while len(match[1]) <= 3 and stop < len(words) and _GROUP.fullmatch(words[stop].form) and _close(words, stop):
        digits += words[stop].form
        stop += 1
    return (float(digits), stop) if len(digits) <= 12 else None


def _close(words: Sequence[Word], at: int) -> bool:
    """Whether only one space parts a word from the one before it."""
    return words[at].token.start - words[at - 1].token.end == 1


def _spelled(words: Sequence[Word], at: int, known: Numbers) -> Numeral | None:
    word = words[at]
    value = _value(word, known)
    if value is None:
        return _scale_alone(words, at, known)
    collective = word.lemma in known.words["collective"]
    total, stop, last = value, at + 1, value
    while stop < len(words) and not collective:
        more = _value(words[stop], known)
        if more is None or more >= last or last % 10 ** len(str(int(more))) != 0 or last < 20:
            break
        total, last, stop = total + more, more, stop + 1
    single = stop == at + 1 and word.lemma in known.words["single"]
    found = _scaled(words, at, stop, total, known)
    return replace(found, collective=collective, single=single and found.stop == stop)


def _value(word: Word, known: Numbers) -> float | None:
    value = known.values.get(word.lemma)
    return value if value is not None else known.values.get(word.form)


def _scaled(
    words: Sequence[Word], first: int, stop: int, value: float, known: Numbers, *, figures: bool = False
) -> Numeral:
    """The number multiplied by the words of size behind it: "2,5 тыс.", "две тысячи пятьсот"."""
    total = value
    if [w.form for w in words[stop : stop + 2]] == ["с", "половиной"]:
        total, value, stop = value + 0.5, value + 0.5, stop + 2
    scale = known.scales.get(words[stop].lemma) if stop < len(words) else None
    if scale is not None:
        total, stop = value * scale, stop + 1
        if stop < len(words) and words[stop].form == "." and words[stop - 1].form in ("тыс", "млн", "млрд"):
            stop += 1
        rest = _spelled(words, stop, known) if stop < len(words) and not figures else None
        if rest is not None and rest.value is not None and rest.value < scale and not rest.collective:
            total, stop = total + rest.value, rest.stop
    return Numeral(first, stop, first, stop, round(total, 6), figures=figures)


def _scale_alone(words: Sequence[Word], at: int, known: Numbers) -> Numeral | None:
    """ "Тысяча человек" is a number, "тысячи людей" and "несколько человек" are vague."""
    word = words[at]
    scale = known.scales.get(word.lemma)
    if word.form in known.words["coined"]:
        return None
    if scale is None:
        if word.form in known.words["many"]:
            return _vague(words, at, known)
        vague = word.among(known.words["vague"])
        return _vague(words, at, known) if vague else None
    before = words[at - 1].form if at else ""
    one = word.form in (word.lemma, word.lemma[:-1] + "у")
    endings = (word.lemma[:-1] + "и", word.lemma + "а")
    of_one = before in known.words["genitive"] and (word.form in endings or word.form in known.words["of_ten"])
    if not (one or of_one):
        return _vague(words, at, known)
    if word.form in ("тыс", "млн", "млрд"):
        return None
    return _scaled(words, at, at, 1.0, known)


def _vague(words: Sequence[Word], at: int, known: Numbers) -> Numeral:
    stop = at + 1
    while stop < len(words) and (words[stop].lemma in known.scales or words[stop].form in known.words["many"]):
        stop += 1
    return Numeral(at, stop, at, stop, None, qualifier=Qualifier.VAGUE)


def _range(words: Sequence[Word], low: Numeral, known: Numbers) -> Numeral:
    """ "30–60", "от 30 до 60": one number with two ends."""
    if low.value is None or low.upper is not None or low.stop + 1 >= len(words):
        return low
    mark, before = words[low.stop].form, words[low.first - 1].form if low.first else ""
    if not (mark in _DASHES or (mark == "до" and before == "от")):
        return low
    high = _numeral(words, low.stop + 1, known)
    if high is None or high.value is None or high.upper is not None:
        return low
    bottom = low.value * _common_size(words, low, high, known)
    if high.value <= bottom:
        return low
    begin = low.first - 1 if mark == "до" else low.first
    return Numeral(low.first, high.stop, begin, high.stop, bottom, high.value, Qualifier.RANGE, figures=low.figures)


def _common_size(words: Sequence[Word], low: Numeral, high: Numeral, known: Numbers) -> int:
    """ "От 3 до 5 тысяч": the word of size behind the second number is the first one's too."""
    own = any(words[i].lemma in known.scales for i in range(low.first, low.stop))
    return 1 if own else known.scales.get(words[high.stop - 1].lemma, 1)


def _hedged(words: Sequence[Word], number: Numeral, known: Numbers, start: int) -> Numeral:
    if number.value is None or number.qualifier is Qualifier.RANGE:
        return number
    begin, name = _hedge_before(words, number.begin, known, start)
    end = number.end
    if name is None or name == "about":
        end, after = _hedge_after(words, number.end, known)
        name = after or name
    return replace(number, begin=begin, end=end, qualifier=Qualifier(name) if name else Qualifier.EXACT)


def _hedge_before(words: Sequence[Word], at: int, known: Numbers, start: int) -> tuple[int, str | None]:
    """Where the hedges before a number begin, and what they say; a preposition may stand between."""
    said: str | None = None
    begin = at
    while begin > start:
        found = _ending_at(words, begin, known, start)
        if found is None and begin - 1 > start and words[begin - 1].form in _PREPOSITIONS:
            found = _ending_at(words, begin - 1, known, start)
        if found is None:
            break
        begin, name = found
        said = name if said in (None, "about") else said
    return begin, said


def _ending_at(words: Sequence[Word], stop: int, known: Numbers, start: int) -> tuple[int, str] | None:
    for size in range(_HEDGE_REACH, 0, -1):
        if stop - size < start:
            continue
        name = known.hedges.get(tuple(w.form for w in words[stop - size : stop]))
        if name is not None:
            return stop - size, name
    return None


def _hedge_after(words: Sequence[Word], at: int, known: Numbers) -> tuple[int, str | None]:
    if at < len(words) and words[at].form == "+":
        return at + 1, "at_least"
    for size in range(_HEDGE_REACH, 0, -1):
        name = known.after.get(tuple(w.form for w in words[at : at + size]))
        if name is not None:
            return at + size, name
    return at, None
