"""Pairs scored in columns are scored as one by one, and every pair of a block is compared."""

from itertools import combinations

import numpy as np
from hypothesis import given
from test_weighing_properties import corpora, relaxed
from weighing_material import Doc, Say, made

from guvoh.assessment.blocking import blocks, candidates
from guvoh.assessment.corpus import gather
from guvoh.assessment.dating import anchors, dated
from guvoh.assessment.joining import joins
from guvoh.assessment.origins import Tracer, with_origin
from guvoh.assessment.reuse import find_reuse
from guvoh.assessment.scoring import WEIGHTS, score
from guvoh.assessment.sources import identify
from guvoh.assessment.strict import Columns
from guvoh.assessment.telling import telling


def ready(findings):
    """The statements in canonical order, and the passage reuse."""
    entries = gather(findings)
    reuse = find_reuse(entries)
    tracer = Tracer(entries, identify(entries), reuse)
    told = [with_origin(dated(t, anchors(entries)), tracer) for t in telling(entries)]
    return sorted(told, key=lambda t: t.order), reuse


def copied(a, b, reuse):
    root = reuse.root(a.entry.key, a.statement.start)
    return root is not None and a.entry.key != b.entry.key and root == reuse.root(b.entry.key, b.statement.start)


@relaxed
@given(corpora)
def test_columns_score_as_the_rules_do(findings):
    told, reuse = ready(findings)
    every = list(combinations(range(len(told)), 2))
    if not every:
        return
    first, second = (np.array(side) for side in zip(*every, strict=True))
    columns = (Columns(told, reuse, is_whole=True), Columns(told, reuse, is_whole=False))
    found, of_few = (
        {(i, j): s for i, j, s in zip(a.tolist(), b.tolist(), scores.tolist(), strict=True)}
        for a, b, scores in (some.joining(first, second) for some in columns)
    )
    assert found == of_few
    one_by_one = {(i, j): score(told[i], told[j], copied=copied(told[i], told[j], reuse)) for i, j in every}
    assert found == {pair: round(s.value * 100) for pair, s in one_by_one.items() if s.joins}


@relaxed
@given(corpora)
def test_two_of_a_block_are_compared_when_one_is_broad_in_it(findings):
    told, reuse = ready(findings)
    held = [dict(blocks(t, reuse)) for t in told]
    due = {(i, j) for i, j in combinations(range(len(told)), 2) if any(held[i][k] or held[j][k] for k in held[i].keys() & held[j].keys())}  # fmt: skip  # noqa: E501
    found = {pair for first, second in candidates(told, [blocks(t, reuse) for t in told]) for pair in zip(first.tolist(), second.tolist(), strict=True)}  # fmt: skip  # noqa: E501
    assert found == due


def test_a_crowded_block_is_compared_with_its_earliest():
    crowd = [made(Doc(f"{n:03}.html", [Say("40", "raid", "Moscow", "2024-03-23")], "2024-03-24")) for n in range(320)]
    told, reuse = ready(crowd)
    pairs = {pair for first, second in candidates(told, [blocks(t, reuse) for t in told]) for pair in zip(first.tolist(), second.tolist(), strict=True)}  # fmt: skip  # noqa: E501
    assert all((0, n) in pairs for n in range(1, 320))
    assert (200, 201) not in pairs


def test_nothing_joins_nothing():
    assert [len(side) for side in joins([], find_reuse(())).joining()] == [0, 0, 0]


@given(corpora)
def test_no_pair_joins_twice(findings):
    told, reuse = ready(findings)
    first, second, _ = joins(told, reuse).joining()
    pairs = list(zip(first.tolist(), second.tolist(), strict=True))
    assert len(set(pairs)) == len(pairs)
    assert all(i < j for i, j in pairs)


def test_places_near_each_other_are_known_by_their_weight_alone():
    of_places = [name for name in WEIGHTS if "place" in name or (name.startswith("same ") and ("city" in name or "unit" in name or "country" in name))]  # fmt: skip  # noqa: E501
    weights = [WEIGHTS[name] for name in of_places if name != "places near each other"]
    assert WEIGHTS["places near each other"] not in [*weights, 0.0]
