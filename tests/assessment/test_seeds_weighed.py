"""The five measuring documents, read, found and weighed: what issue and product say they must show."""

from pathlib import Path

import pytest
from weighing_material import place

from guvoh.assessment import weigh
from guvoh.assessment.question import Question
from guvoh.assessment.tally import tally
from guvoh.extraction import find
from guvoh.ingest import read_bytes
from guvoh.model.weighing import FigurePair, FigureRelation

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
WINDOW = "2024-03-22/2024-04-11"
pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the measuring documents are not beside this checkout"),
]


@pytest.fixture(scope="module")
def findings():
    paths = sorted(SEEDS.glob("*.txt"))
    assert paths
    return [find(original.document) for path in paths for original in read_bytes(path.read_bytes(), path.name)]


def ordered_out(findings, low, high):
    return [
        s
        for f in findings
        for s in f.statements
        if s.act == "expulsion" and s.count and s.count.best is not None and low <= s.count.best <= high
    ]


def test_the_regional_counts_are_narrower_than_the_national_one(findings):
    (national,) = ordered_out(findings, 500, 500)
    regional = {s.id for s in ordered_out(findings, 7, 87) if s.place and s.place.country == "RU"}
    assert len(regional) == 4
    pairs = [p for p in weigh(findings).figures if isinstance(p, FigurePair) and national.id in (p.a, p.b)]
    narrower = {p.a for p in pairs if p.relation is FigureRelation.NARROWER} | {
        p.b for p in pairs if p.relation is FigureRelation.WIDER
    }
    assert regional <= narrower


def test_the_minimum_for_russia_does_not_add_region_to_nation(findings):
    """The national page is undated, so its count may reach beyond the window."""
    strict = tally(findings, Question("removal", place("Russia"), WINDOW))
    assert strict.minimum == 30 + 87 + 46 + 7
    (national,) = ordered_out(findings, 500, 500)
    rounded = tally(findings, Question("removal", place("Russia"), WINDOW, round_down=True))
    assert rounded.minimum == strict.minimum
    assert {line.why for line in rounded.left_out if line.statement == national.id} == {
        "may lie outside the period asked"
    }
    since = tally(findings, Question("removal", place("Russia"), "2024-03-22/..", round_down=True))
    assert since.minimum == 400


def test_the_operation_of_2023_is_another_event_and_its_plan_is_not_counted(findings):
    events = weigh(findings).events
    operation = {e.id for e in events if e.when == "2023-06-19/2023-06-25"}
    later = {e.id for e in events if e.when == "2024-03-22/.."}
    assert operation
    assert later
    assert operation.isdisjoint(later)
    year = tally(findings, Question("removal", place("Russia"), "2023", round_down=True))
    assert year.minimum == 6000
