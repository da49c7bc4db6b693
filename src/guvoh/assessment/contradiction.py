"""How likely two different numbers of one event contradict each other: log-odds from named traits with fitted weights.

Most numbers that differ do not quarrel: one is a part, a later count, another stage or another thing. What tells a
quarrel is who gives the larger one, how far apart they are in size and time, in what words they are told, and whether
they count the same thing. The weights are fitted by `benchmarks/fit_contradiction.py` (logistic regression) on groups
of pages whose real conflicts are marked, and stand in `data/contradiction.toml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from guvoh.assessment import fitted, groups, places, times
from guvoh.assessment.bounds import NumberRelation, claim, compare
from guvoh.assessment.corpus import Entry, Told, published_apart
from guvoh.assessment.disagreement import are_sure, count_of, is_rest
from guvoh.assessment.families import unit_family
from guvoh.assessment.groups import GroupRelation
from guvoh.assessment.phrases import phrases
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.quotes import content_words
from guvoh.assessment.sides import side
from guvoh.assessment.times import TimeRelation
from guvoh.model import Qualifier

LEAST = -75
"""The log-odds, in hundredths, from which on two numbers are told as a conflict: with each fifth of the groups left
out, one page in eleven then has one that is none, and with those of strict rules no more."""
DOUBTED = -134
"""Those below which two are not, though all that is known of their scopes agrees: of those that strict rules told below
it on the groups to tune on, two of fourteen were conflicts."""
START = "any two"
_TIMES_MOST = 12.0  # a number so many times larger counts something else
_FAR = 60  # days between publications after which a count is another day's
_SIZES = ((1.1, "hardly more"), (1.3, "a little more"), (1.65, "half as many again"), (2.7, "twice as many"),
          (4.5, "three or four times as many"))  # fmt: skip
_GAPS = ((0, "on one day"), (1, "a day apart"), (3, "within days"), (7, "within a week"), (30, "within a month"))
_WORDS_MOST, _TOLD_MOST = 5, 5
_REASONS = 3
_SAID = {
    "civil gives more than state": "those who stand up for the people affected count more than officials",
    "civil gives more than open": "those who stand up for the people affected count more than the press",
    "open gives more than state": "the press or witnesses count more than officials",
    "the larger is counted": "the larger number was counted or listed",
    "the larger is told in the first person": "the larger number is told by those who counted",
    "the larger is a least number": "the larger number is a least one",
    "the smaller is put low": "the smaller number is told as all there were",
    "one act": "both count one act",
}
"""Traits that are told as reasons, in the words for readers."""
_LARGER = ("counted", "told in the first person")
_SMALLER = ("put low", "spoken of", "given as a number", "counted")
"""What may be said of the larger and of the smaller number: tables of `data/quarrels.toml`."""


def may_contradict(a: Told, b: Told) -> bool:
    """Whether two figures of one event, of two origins, both asserted and sure, neither part of the other, differ."""
    one, other = count_of(a), count_of(b)
    if a.origin == b.origin or not (a.asserts and b.asserts) or a.unit != b.unit or not _of_one_act(a, b):
        return False
    if not are_sure(a, b) or a.id == other.of or b.id == one.of or compare(one, other) is not NumberRelation.APART:
        return False
    low, high = _by_size(a, b)
    small, large, gap = _number(low)[0], _number(high)[0], published_apart(a, b)
    if small < 1 or large > _TIMES_MOST * small or (gap is not None and gap > _FAR):
        return False
    if (a.stage and b.stage and a.stage != b.stage) or _told_apart(a, b):
        return False
    people = groups.relate(low.statement.affected, high.statement.affected)
    if people in (GroupRelation.APART, GroupRelation.WITHIN):
        return False
    return not (is_rest(a) or is_rest(b) or _lists(a, b) or _lists(b, a))


def _told_apart(a: Told, b: Told) -> bool:
    """Whether both pages themselves state two places that are apart, or two times."""
    placed = all(t.statement.place is not None and t.statement.place_basis != "inferred" for t in (a, b))
    dated = all(t.statement.when is not None and t.statement.when_basis != "inferred" for t in (a, b))
    elsewhere = placed and places.relate(a.place, b.place) is PlaceRelation.APART
    return elsewhere or (dated and times.relate(a.period, b.period) is TimeRelation.APART)


def _by_size(a: Told, b: Told) -> list[Told]:
    return sorted((a, b), key=lambda t: (_number(t)[0], t.order))


def _lists(page: Told, other: Told) -> bool:
    """Whether the sentence of one gives the number of the other too, beside its own."""
    told = page.statement
    counts = (s.count for s in page.entry.findings.statements if s.id != told.id and s.count)
    beside = (count for count in counts if told.start <= count.start < told.end)
    return any((claim(count), unit_family(count.unit)) == _number(other) for count in beside)


def _of_one_act(a: Told, b: Told) -> bool:
    return a.family == b.family or a.is_bare != b.is_bare


def is_likely(a: Told, b: Told) -> bool:
    """Whether two figures of one event contradict each other, as far as their pages' words, sides and numbers tell."""
    return may_contradict(a, b) and odds(a, b) >= LEAST


def odds(a: Told, b: Told) -> int:
    """The log-odds in hundredths that two figures which may contradict each other do."""
    return sum(weights().get(name, 0) for name in (START, *traits(a, b)))


def why(a: Told, b: Told) -> tuple[str, ...]:
    """What speaks most for it that two figures contradict each other, in words for readers."""
    speaking = {
        _SAID[name]: -weights().get(name, 0) for name in traits(a, b) if weights().get(name, 0) > 0 and name in _SAID
    }
    return tuple(sorted(speaking, key=lambda said: (speaking[said], said))[:_REASONS])


def traits(a: Told, b: Told) -> Iterator[str]:
    """What there is about two different numbers, each in words that `data/contradiction.toml` weighs."""
    low, high = _by_size(a, b)
    share = _number(high)[0] / (_number(low)[0] or 1)
    yield next((f"the larger is {name}" for most, name in _SIZES if share <= most), "the larger is many times as many")
    yield from _when_told(low, high)
    yield f"{side(high).value} gives more than {side(low).value}"
    yield from _told(low, high)
    yield from _thing(a, b)
    common = content_words(a.statement.quote) & content_words(b.statement.quote)
    yield f"words in common: {min(_WORDS_MOST, len(common))}"
    yield from (f"the larger is {name}" for name in _LARGER if name in _spoken_of(high.statement.quote))
    yield from (f"the smaller is {name}" for name in _SMALLER if name in _spoken_of(low.statement.quote))


@lru_cache(maxsize=1 << 14)
def _spoken_of(quote: str) -> frozenset[str]:
    """What a sentence says of its number: a figure of a large event is set beside many others."""
    return frozenset(name for name in {*_LARGER, *_SMALLER} if phrases("quarrels", name).search(quote))


def _when_told(low: Told, high: Told) -> Iterator[str]:
    gap = published_apart(low, high)
    if gap is None:
        return
    near = next((name for most, name in _GAPS if gap <= most), "later")
    yield f"told {near}"
    if gap:
        yield f"{'larger' if high.published > low.published else 'smaller'} when told {near}"


def _told(low: Told, high: Told) -> Iterator[str]:
    """How often their pages give the two numbers, and whether each gives the other's too."""
    if count_of(high).qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN):
        yield "the larger is a least number"
    pages = [_numbers(entry) for entry in {low.entry.key: low.entry, high.entry.key: high.entry}.values()]
    told = sum(page[_number(t)] for page in pages for t in (low, high))
    yield f"told {min(_TOLD_MOST, told)}{' or more' if told >= _TOLD_MOST else ''} times"
    if len(pages) > 1:
        both = sum(all(_number(t) in page for t in (low, high)) for page in pages)
        yield f"pages that tell both numbers: {both}"


def _thing(a: Told, b: Told) -> Iterator[str]:
    if a.is_bare or b.is_bare:
        yield "two bare numbers" if a.is_bare and b.is_bare else "a bare number"
    elif a.statement.act == b.statement.act:
        yield "one act"
    where = sorted((places.relate(a.place, b.place).value, places.relate(b.place, a.place).value))
    yield f"place: {where[0]}"
    when = sorted((times.relate(a.period, b.period).value, times.relate(b.period, a.period).value))
    yield f"time: {when[0]}"
    if a.stage and b.stage:
        yield "one stage"
    parts = sum(count_of(t).of is not None for t in (a, b))
    if parts:
        yield "a part of a whole" if parts == 1 else "two parts of wholes"


def _number(told: Told) -> tuple[float, str]:
    return claim(count_of(told)) or 0, told.unit


def _numbers(entry: Entry) -> Counter[tuple[float, str]]:
    counts = [s.count for s in entry.findings.statements if s.count]
    return Counter((claim(count) or 0, unit_family(count.unit)) for count in counts)


def weights() -> Mapping[str, int]:
    """What each trait adds to the log-odds, in hundredths."""
    return fitted.weights("contradiction")
