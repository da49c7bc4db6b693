"""Fit the weights of same-event pairs on the groups of pages: `fit_pairs.py [FOLDER]` (default: the half to tune on).

Each pair of gold anchors that weighing found, that nothing rules out and of which it is known whether they are one
event is a row of the features that `scoring.score` names. A logistic regression is fitted: how likely two are one event
grows with STEEP times what their score is over the threshold. It is held near the weights once set by hand (PRIOR, a
ridge of STRENGTH), each weight keeps its sign, groups count by the root of their pairs, and CEILINGS and APART hold
what groups cannot teach, since all of a group's pages are about one matter: that two undated reports of one city, or
two of one day somewhere in a country, are not yet one event. Rounded to hundredths the result is `scoring.WEIGHTS`.

Left out one group at a time, 2026-11-27, 37 groups: F1 of pairs found .721 with fitted weights, .715 with PRIOR, though
PRIOR had been set with most of these groups in sight. On the seven groups nobody had tuned to: .457 when fitted on the
other thirty alone, .403 with PRIOR. Planted truth (`bench_weigh.py`): .984, before .982. Features that were tried and
changed nothing: rare names in common, pages published long apart, lent places or days, closeness in the text.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from score_groups import OURS, Group, GroupScore, _events

from guvoh.assessment import scoring, weigh
from guvoh.assessment.corpus import Told, gather
from guvoh.assessment.dating import anchors, dated
from guvoh.assessment.discourse import with_acts
from guvoh.assessment.events import is_tangible
from guvoh.assessment.focus import in_document
from guvoh.assessment.origins import Tracer, with_origin
from guvoh.assessment.parts import leaders
from guvoh.assessment.reuse import find_reuse
from guvoh.assessment.sources import identify
from guvoh.assessment.telling import telling

PRIOR: Mapping[str, float] = {
    "same act": 0.20, "acts of one family": 0.10, "number of an act": 0.10, "same facility or city": 0.30,
    "same first-level unit": 0.20, "same country": 0.08, "one place within the other": 0.16,
    "one place within a country": 0.04, "places near each other": -0.10, "a spot of one name": 0.15, "same day": 0.25,
    "same days": 0.22, "same long period": 0.12, "overlapping days": 0.12, "adjacent days": 0.06,
    "another stated day": -0.15, "no date, reported within days": 0.08, "no date, reported long apart": -0.15,
    "same number": 0.32, "same small number": 0.12, "numbers agree within hedges": 0.15, "numbers differ": -0.05,
    "same nationality": 0.08, "one group within the other": -0.05, "same origin": 0.12, "copied passage": 0.45,
    "many words in common": 0.20, "some words in common": 0.10, "other stage": -0.02,
    "told elsewhere in the document": -0.05, "one day of one document": 0.25,
}  # fmt: skip
"""The weights as they were set by hand."""
CEILINGS: Mapping[str, float] = {
    "no date, reported within days": 0.10, "same country": 0.08, "one place within a country": 0.04,
    "same small number": 0.12, "a spot of one name": 0.20, "same first-level unit": 0.22, "same facility or city": 0.36,
}  # fmt: skip
"""The most that a feature may weigh which pages about anything share."""
APART = [
    (act, *rest)
    for act in ("same act", "acts of one family")
    for rest in (("same facility or city", "no date, reported within days"), ("same country", "same day"))
]
"""Features that together stay below the threshold by MARGIN."""
MARGIN, PENALTY = 0.02, 2e4
STRENGTH, STEEP = 30.0, 6.0
"""How much the weights are held near the prior; where the slope of the regression starts."""
_LEAST = -0.4  # of a weight that speaks against
_NOTHING_SAID = "number of nothing said"  # bars, and is not fitted
NAMES = tuple(PRIOR)

Floats = NDArray[np.float64]
Row = tuple[str, frozenset[str], bool]


def rows(name: str, group: Group) -> Iterator[Row]:
    """The pairs of a group that nothing rules out: its name, their features, and if they are one event."""
    seen = {told.id: told for told in as_grouped(group)}
    found = [(event, group.told(a)) for event, listed in group.gold["events"].items() for a in listed]
    known = [(event, seen[s.id]) for event, s in found if s is not None and s.id in seen]
    for (one, a), (other, b) in combinations(known, 2):
        score = scoring.score(a, b)
        if a.id != b.id and score.veto is None and _NOTHING_SAID not in score.why:
            yield name, frozenset(score.why), one == other


def as_grouped(group: Group) -> list[Told]:
    """The statements of a group that are grouped, with the place and day under which they are."""
    entries = gather(list(group.findings.values()))
    tracer = Tracer(entries, identify(entries), find_reuse(entries))
    known = anchors(entries)
    told = with_acts([with_origin(dated(t, known), tracer) for t in telling(entries)])
    seen = [t for t in in_document(sorted(told, key=lambda t: t.order)) if is_tangible(t)]
    led = leaders(seen)
    return [t for t in seen if t.id not in led]


def fit(found: Sequence[Row]) -> dict[str, float]:
    """The weights, in hundredths, that tell the pairs apart best; the threshold stays."""
    has = np.array([[name in why for name in NAMES] for _, why, _ in found], dtype=float)
    sign = np.array([1.0 if same else -1.0 for _, _, same in found])
    sizes = Counter(name for name, _, _ in found)
    heavy = np.array([sizes[name] ** -0.5 for name, _, _ in found])
    heavy /= heavy.mean()
    prior = np.array([PRIOR[name] for name in NAMES])
    bars = np.array([[name in together for name in NAMES] for together in APART], dtype=float)

    def loss(x: Floats) -> tuple[float, Floats]:
        over, away = has @ x[:-1] - scoring.THRESHOLD, x[:-1] - prior
        told = sign * x[-1] * over
        slope = -heavy * sign / (1 + np.exp(told))
        beyond = np.maximum(0, bars @ x[:-1] - (scoring.THRESHOLD - MARGIN))
        value = (heavy * np.logaddexp(0, -told)).sum() + STRENGTH * (away @ away) + PENALTY * (beyond @ beyond)
        by_weight = x[-1] * (has.T @ slope) + 2 * STRENGTH * away + 2 * PENALTY * (bars.T @ beyond)
        return float(value), np.append(by_weight, slope @ over)

    bounds = [(_LEAST, 0) if PRIOR[n] < 0 else (0, CEILINGS.get(n, 1)) for n in NAMES]
    best = minimize(loss, np.append(prior, STEEP), jac=True, bounds=[*bounds, (1, 20)], method="L-BFGS-B")
    return {name: round(float(weight), 2) + 0.0 for name, weight in zip(NAMES, best.x, strict=False)}


@contextmanager
def using(weights: Mapping[str, float]) -> Iterator[None]:
    """With these weights in the place of those of `scoring`."""
    table = cast("dict[str, Any]", scoring.WEIGHTS)
    before = dict(table)
    table.update(weights)
    try:
        yield
    finally:
        table.update(before)


def pairs_with(weights: Mapping[str, float], groups: Iterable[Group]) -> GroupScore:
    """The score of same-event pairs with these weights."""
    score = GroupScore()
    with using(weights):
        for group in groups:
            group.take(weigh(list(group.findings.values())))
            _events(group, score)
    return score


def main(arguments: Sequence[str]) -> None:
    """Print the scores with the weights set by hand, with those in use and with fitted ones, and the fitted table."""
    folder = Path(arguments[0]) if arguments else OURS / "dev"
    groups = {path.parent.name: Group(path.parent) for path in sorted(folder.glob("*/gold.json"))}
    found = [row for name, group in groups.items() for row in rows(name, group)]
    left_out = GroupScore()
    for name, group in groups.items():
        left_out += pairs_with(fit([row for row in found if row[0] != name]), [group])
    fitted = fit(found)
    scores = {
        "set by hand": pairs_with(PRIOR, groups.values()),
        "in use": pairs_with({}, groups.values()),
        "fitted": pairs_with(fitted, groups.values()),
        "fitted, each group left out of its own": left_out,
    }
    for label, score in scores.items():
        tally = score.of_found
        print(f"{label}: P {tally.precision:.3f}, R {tally.recall:.3f}, F1 {tally.f1:.3f}")
    print(f"\n{len(found)} pairs\n" + "\n".join(f'    "{name}": {weight:.2f},' for name, weight in fitted.items()))


if __name__ == "__main__":
    main(sys.argv[1:])
