"""How likely two documents about one event repeat one another, share an origin, or neither: features with weights.

The strict rules (`lineage`, `sharing`) say what they see; how far that holds for pages of any publisher depends on all
else the two have in common: whom both report, named or by role, how much of each account that carries, which numbers
are the same, how much is one page's own. The weights are fitted by `benchmarks/fit_kinship.py` (multinomial logistic
regression with a ridge) on groups of pages and stand in `data/kinship.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from operator import attrgetter

from guvoh.assessment import fitted
from guvoh.assessment.accounts import Account
from guvoh.assessment.beside import Credit, Page, Shares, credit_of
from guvoh.assessment.voices import Voices
from guvoh.model.weighing import DocumentRelation

Features = dict[str, float]
"""What two pages have in common and what parts them: by name, how much of it."""
START = "any two pages"
RELATIONS = (DocumentRelation.INDEPENDENT, DocumentRelation.SHARES_ORIGIN, DocumentRelation.REPEATS)
_MOST = 5  # so many of a thing weigh as much as more
_TENS, _HUNDREDS = 10, 100
_NOTHING = (0.0, 0.0, 0.0)
_RULE, _NO_RULE = "rule: ", ""
_CREDITED = frozenset({f"{_RULE}most from the other", f"{_RULE}a part from the other"})
_NAMED = "one names the publisher of the other"
_ROUNDING = 0.01  # hundredths by which sums of the same weights may differ


def features(one: tuple[Page, Account], other: tuple[Page, Account], rule: str = _NO_RULE) -> Features:
    """What two pages have in common and what parts them; `rule` names the strict rule that sees something.

    What is nought is mostly left out: this is asked of every two documents of an event.
    """
    (a, told_a), (b, told_b) = one, other
    found: Features = {f"{_RULE}{rule}": 1.0}
    given = [credit for credit in (credit_of(a, b), credit_of(b, a)) if credit is not None]
    if given:
        _credits(found, max(given, key=attrgetter("weight")))
    if common := a.numbers_with(b):
        _numbers(found, a.voices, b.voices, common)
    if counts := told_a.numbers & told_b.numbers:
        found["counts of the event in common"] = min(len(counts), _MOST)
    _accounts(found, a.shares(told_a), b.shares(told_b))
    _common(found, a, b)
    return found


def _credits(found: Features, credit: Credit) -> None:
    """What one says that it has from the publisher of the other."""
    taker, giver, text = credit.taker, credit.giver, credit.taker.view.entry.document.text
    before = min((text.find(s) for s in credit.sentences), default=len(text)) / max(1, len(text))
    found[_NAMED] = 1.0
    found["sentences that name it"] = min(len(credit.sentences), _MOST)
    found["of its text before it names it"] = before
    found["of its names there too"] = _inside(taker.names, giver.names)
    found["of its sources there too"] = _inside(taker.sources, giver.origins)


def _numbers(found: Features, a: Voices, b: Voices, common: AbstractSet[float]) -> None:
    """The numbers that both give."""
    hundreds = len([n for n in common if n >= _HUNDREDS])
    small = len([n for n in common if n < _TENS])
    found["small numbers in common"] = min(small, _MOST)
    found["tens in common"] = min(len(common) - small - hundreds, _MOST)
    found["hundreds in common"] = min(hundreds, _MOST)
    found["of numbers in common"] = len(common) / max(len(a.numbers), len(b.numbers))
    if said := a.said & b.said:
        found["numbers in reports in common"] = min(len(said), _MOST)
        given = {n for n, _ in a.given & b.given if n >= _TENS}
        found["numbers beside one kind of body"] = min(len(given), _MOST)


def _accounts(found: Features, mine: Shares, its: Shares) -> None:
    """How much of what either tells of the event is its own, and who told it."""
    found["of one account its own"] = max(mine.own, its.own)
    found["of either account its own"] = min(mine.own, its.own)
    found["of either account from the state"] = min(mine.state, its.state)
    if kinds := mine.kinds & its.kinds:
        found["kinds of bodies that tell of the event in both"] = min(len(kinds), _MOST)


def _common(found: Features, a: Page, b: Page) -> None:
    """Whom both report, and how many either does."""
    ours, theirs = a.voices, b.voices
    if cited := (a.cited & b.heard) | (b.cited & a.heard):
        found["kinds of bodies cited by one and reported by the other"] = min(len(cited), _MOST)
    if heard := a.heard & b.heard:
        often = max(min(ours.heard[k], theirs.heard[k]) for k in heard)
        found["sentences of either that report one of them"] = min(often, _MOST)
    found["people quoted in one"] = min(max(ours.people, theirs.people), _MOST)
    found["officials cited in one"] = min(max(ours.officials, theirs.officials), _MOST)
    if a.view.language != b.view.language:
        found["two languages"] = 1.0


def _inside(ours: AbstractSet[object], theirs: AbstractSet[object]) -> float:
    return len(ours & theirs) / len(ours) if ours else 0.0


def likeliest(found: Features) -> DocumentRelation:
    """The relation that the features make likeliest; of equals the one that claims less."""
    odds = _odds(found)
    return RELATIONS[odds.index(max(odds))]


def may_repeat(found: Features) -> bool:
    """Whether the features may make it likeliest that one repeats the other, whatever a strict rule sees.

    `found` is of no rule. This takes less time than to apply them, and holds of few pairs of a large event.
    """
    independent, shares, repeats = _odds(found)
    apart, beside = independent - repeats - _ROUNDING, shares - repeats - _ROUNDING
    most, leads = _leads(is_credited=_NAMED in found)
    return most >= apart and any(over_a >= apart and over_b >= beside for over_a, over_b in leads)


def _odds(found: Features) -> tuple[float, float, float]:
    """The log-odds of each relation."""
    table = _by_feature()
    independent, shares, repeats = table.get(START, _NOTHING)
    for name, value in found.items():
        if row := table.get(name):
            independent += row[0] * value
            shares += row[1] * value
            repeats += row[2] * value
    return independent, shares, repeats


@cache
def weights() -> Mapping[str, Mapping[str, int]]:
    """For each relation what so much of each feature adds to its log-odds, in hundredths."""
    return fitted.table("kinship")


@cache
def _by_feature() -> Mapping[str, tuple[float, float, float]]:
    tables = [weights()[relation.value] for relation in RELATIONS]
    names = {name for table in tables for name in table}
    return {name: (t[0], t[1], t[2]) for name in names if (t := [float(table.get(name, 0)) for table in tables])}


@cache
def _leads(*, is_credited: bool) -> tuple[float, tuple[tuple[float, float], ...]]:
    """What each strict rule adds to repeating over standing apart, at most and each, and over sharing an origin.

    Two rules see something only where one of the pages names the publisher of the other.
    """
    rules = {name: row for name, row in _by_feature().items() if name.startswith(_RULE)}
    seen = [row for name, row in sorted(rules.items()) if is_credited or name not in _CREDITED]
    leads = tuple((repeats - independent, repeats - shares) for independent, shares, repeats in seen)
    return max(over_apart for over_apart, _ in leads), leads
