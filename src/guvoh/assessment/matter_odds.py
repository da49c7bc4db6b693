"""How likely two documents are of one matter: log-odds from what both name, count and date, against how many there are.

The weights are fitted by `benchmarks/fit_matters.py` (logistic regression) on pairs of pages of one group and of two,
and stand in `data/matters.toml`. They give the likelihood ratio; how likely any two documents are of one matter before
anything is read depends on what they are taken from (the prior of Fellegi and Sunter 1969): of a few files that a
person set side by side many are, of a vault hardly any.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from guvoh.assessment import fitted, places
from guvoh.assessment.corpus import Entry, home_country
from guvoh.assessment.families import act_family
from guvoh.assessment.marks import mark
from guvoh.assessment.matters import shared_names
from guvoh.assessment.rare import Name, rare_names
from guvoh.assessment.times import day_bounds

MOST = 400
"""Documents up to which a set is one that a person put together."""
START = "any two"
_TOWN = 3  # rank of a place
_DAY = len("2024-03-22")
_GAPS = (
    (0, "on one day"), (1, "a day apart"), (3, "within days"), (7, "within a week"), (14, "within two weeks"),
    (30, "within a month"), (60, "within two months"), (120, "within four months"), (365, "within a year"),
)  # fmt: skip


class Sketch(NamedTuple):
    """What a document is about: its content key, day of publication, country, how often towns and regions are told of,
    rare names, telling numbers, families of acts and days."""

    key: str
    published: int | None
    country: str
    towns: Counter[str]
    regions: Counter[Hashable]
    names: Sequence[Name]
    numbers: frozenset[str]
    families: frozenset[str]
    days: frozenset[str]


def sketch(entry: Entry) -> Sketch:
    """The sketch of one document."""
    told = entry.findings.statements
    named = [s.place for s in told if s.place] + list(entry.findings.places)
    return Sketch(
        entry.key,
        day_bounds(entry.document.published)[0],
        home_country(entry),
        Counter(places.key(p) for p in named if places.rank(p) >= _TOWN),
        Counter((p.country, p.admin1) for p in named if p.admin1),
        rare_names(entry),
        mark(entry).numbers,
        frozenset(act_family(s.act) for s in told if s.act),
        frozenset(s.when for s in told if s.when and len(s.when) == _DAY),
    )


def traits(a: Sketch, b: Sketch) -> Iterator[str]:
    """What there is about two documents, each in words that `data/matters.toml` weighs."""
    if a.published is not None and b.published is not None:
        gap = abs(a.published - b.published)
        yield "published " + next((name for most, name in _GAPS if gap <= most), "years apart")
    if a.country and b.country:
        yield "mostly about one country" if a.country == b.country else "mostly about two countries"
    yield from _common("towns", a.towns, b.towns)
    yield from _common("regions", a.regions, b.regions)
    yield _counted("rare names", shared_names(a.names, b.names), 4)
    yield _counted("telling numbers", len(a.numbers & b.numbers), 3)
    if a.families and b.families:
        yield _counted("kinds of act", len(a.families & b.families), 3)
    yield _counted("days", len(a.days & b.days), 2)


def odds(a: Sketch, b: Sketch) -> float:
    """By how much, in natural logarithm, all this is likelier of two documents of one matter than of two."""
    return sum(weights().get(name, 0) for name in (START, *traits(a, b))) / 100


def put_together(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    """The pairs of documents (content keys) of one matter among some that a person put together; none of too many.

    Before anything is read each is taken to be of one matter with one of the others. Two that are with a third are too.
    """
    if len(entries) > MOST:
        return []
    sketches = [sketch(entry) for entry in entries]
    home = {one.key: {one.key} for one in sketches}
    least = math.log(max(1, len(sketches) - 1))
    for a, b in combinations(sketches, 2):
        if home[a.key] is not home[b.key] and not _is_history(a, b) and odds(a, b) >= least:
            home[a.key] |= home[b.key]
            home.update(dict.fromkeys(home[b.key], home[a.key]))
    matters = {id(matter): sorted(matter) for matter in home.values()}
    return [pair for matter in matters.values() for pair in combinations(matter, 2)]


def _is_history(a: Sketch, b: Sketch) -> bool:
    """Whether one was published so long after the other that what it shares with it is background."""
    return a.published is not None and b.published is not None and abs(a.published - b.published) > _GAPS[-1][0]


def _common(kind: str, a: Counter[Hashable] | Counter[str], b: Counter[Hashable] | Counter[str]) -> Iterator[str]:
    if not a or not b:
        return
    yield _counted(kind, len(a.keys() & b.keys()), 3)
    if not _most_told(a).isdisjoint(_most_told(b)):
        yield f"the most told of the {kind} in common"


def _most_told(told: Counter[Hashable] | Counter[str]) -> frozenset[Hashable]:
    most = max(told.values())
    return frozenset(one for one, times in told.items() if times == most)


def _counted(kind: str, common: int, most: int) -> str:
    """ "rare names in common: 4 or more"."""
    return f"{kind} in common: {min(common, most)}{' or more' if common >= most else ''}"


def weights() -> Mapping[str, int]:
    """What each trait adds to the log-odds, in hundredths."""
    return fitted.weights("matters")
