"""Golden cases: figures, a question, and the minimum that a person can prove by hand, each with the reason why."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from weighing_material import Doc, Say, made, place

from guvoh.assessment.choosing import solve
from guvoh.assessment.groundwork import lay
from guvoh.assessment.question import Question
from guvoh.assessment.tally import leading, tallies_of
from guvoh.model import Stage

WINDOW = "2024-03-22/2024-04-11"
D, NEXT, WEEK = "2024-03-23", "2024-03-24", "2024-03-22/2024-03-28"
P, Q, R = ("official:Interior Ministry",), ("ngo:Civic Assistance",), ("Valentina Chupik (lawyer)",)


def out(words, where="Russia", when=D, by=P, act="expulsion", **more):
    return Say(words, act, where, when, by, **more)


REGIONS = [
    out("30", "Krasnodar", None, Q),
    out("87", "Volgograd Oblast", None, Q),
    out("46", "Rostov Oblast", None, Q),
    out("7", "Ingushetia", None, Q),
]
DATED = [out(s.words, s.place, "2024-03-22/..", Q) for s in REGIONS]

# (documents as lists of statements, question options, minimum, why)
CASES = [
    ([[out("40")]], {}, 40, "one figure is its own minimum"),
    ([[out("40", "Omsk")], [out("25", "Moscow")]], {}, 65, "two cities add up"),
    ([[out("40", "Omsk")], [out("40", "Omsk", by=Q)]], {}, 40, "two reports of one event count once"),
    (
        [[out("40", "Omsk")], [out("112", "Omsk", by=Q)]],
        {},
        112,
        "of two numbers for one event the larger is supported by its source",
    ),
    ([[out("40", "Krasnodar")], [out("55", "Krasnodar Krai", by=Q)]], {}, 55, "the city lies in the region"),
    (
        [[out("40", "Krasnodar"), out("20", "Sochi")], [out("55", "Krasnodar Krai", by=Q)]],
        {},
        60,
        "two cities together exceed the stated region",
    ),
    (
        [[out("40", "Krasnodar"), out("10", "Sochi")], [out("55", "Krasnodar Krai", by=Q)]],
        {},
        55,
        "two cities together stay below the region",
    ),
    ([[out("40", "Omsk")], [out("25", "Omsk", "2024-04-05", Q)]], {}, 65, "one city, two days far apart"),
    (
        [[out("40", "Omsk", basis="published")], [out("25", "Omsk", NEXT, Q, basis="published")]],
        {},
        40,
        "reckoned dates a day apart may be one day",
    ),
    ([[out("40", "Omsk", WEEK)], [out("25", "Omsk", D, Q)]], {}, 40, "the day lies in the week"),
    (
        [[out("nearly 500", when="2024-03-22/..")], DATED],
        {},
        170,
        "the regional counts add up; “nearly 500” has no lower bound",
    ),
    (
        [[out("nearly 500", when="2024-03-22/..")], DATED],
        {"round_down": True},
        400,
        "rounded down to 400 the national count exceeds its regions and is not added to them",
    ),
    ([[out("at least 150", when="2024-03-22/..")], DATED], {}, 170, "the regions exceed the national lower bound"),
    ([[out("more than 200", when="2024-03-22/..")], DATED], {}, 200, "the national lower bound exceeds the regions"),
    ([REGIONS], {}, 0, "undated figures may lie outside the period asked"),
    ([REGIONS], {"period": None}, 170, "without a period they count"),
    ([[out("about 40", "Omsk")]], {}, 0, "“about 40” states no lower bound"),
    ([[out("about 40", "Omsk")]], {"round_down": True}, 30, "one unit of the last significant digit less"),
    ([[out("dozens", "Omsk")], [out("12", "Moscow")]], {}, 12, "a vague quantity has no number"),
    ([[out("up to 60", "Omsk")]], {}, 0, "an upper bound supports nobody"),
    ([[out("30 to 60", "Omsk")]], {}, 30, "the lower end of the range"),
    ([[out("over 2,500", "Omsk")]], {}, 2500, "the stated bound"),
    ([[out("40", "Omsk", modality="denied")]], {}, 0, "what is denied never counts"),
    (
        [[out("200", "Omsk", stage="planned", modality="planned")], [out("40", "Omsk", by=Q)]],
        {},
        40,
        "a plan never counts",
    ),
    (
        [[out("120", "Omsk", stage="ordered")], [out("80", "Omsk", by=Q, stage="carried_out")]],
        {},
        120,
        "the removed are among the ordered",
    ),
    (
        [[out("120", "Omsk", stage="ordered")], [out("80", "Omsk", by=Q, stage="carried_out")]],
        {"stage": Stage.CARRIED_OUT},
        80,
        "asked for those removed",
    ),
    (
        [[out("40", "Omsk", nations=("TJ",)), out("25", "Omsk", nations=("KG",))]],
        {},
        65,
        "people of two nationalities are not the same",
    ),
    (
        [[out("40", "Omsk", nations=("TJ",)), out("25", "Omsk", nations=("KG",))], [out("60", "Omsk", by=Q)]],
        {},
        65,
        "both groups together exceed the count of everybody",
    ),
    (
        [[out("40", "Omsk", nations=("TJ",)), out("25", "Omsk", nations=("KG",))], [out("90", "Omsk", by=Q)]],
        {},
        90,
        "the count of everybody holds both groups",
    ),
    ([[out("20", "Omsk", who="women"), out("30", "Omsk", who="men")]], {}, 50, "women and men"),
    ([[out("98", "Omsk", of=1), out("460", "Omsk")]], {}, 460, "“of them 98” is in the 460"),
    (
        [[out("40", "Omsk")], [out("7,000", "Russia", "2023-06-19/2023-06-25", Q)]],
        {},
        40,
        "the operation of the year before lies outside the period",
    ),
    ([[out("40", "Bishkek")], [out("25", "Omsk", by=Q)]], {}, 25, "another country is not asked for"),
    ([[out("40", "Omsk")], [out("12", "Omsk", by=Q, unit="case")]], {}, 40, "cases are no people"),
    (
        [[out("40", "Omsk")], [out("30", "Omsk", by=Q, act="arbitrary_detention")]],
        {},
        40,
        "the detained are not the expelled",
    ),
    (
        [[out("40", "Omsk")], [out("35", "Moscow", by=Q)], [out("90", "Russia", WEEK, R)]],
        {},
        90,
        "the country's week holds both cities",
    ),
    (
        [[out("60", "Omsk")], [out("35", "Moscow", by=Q)], [out("90", "Russia", WEEK, R)]],
        {},
        95,
        "together the cities exceed the country's week",
    ),
    (
        [[out("40", "Omsk")], [out("25", "Crimea", by=Q)]],
        {},
        40,
        "whether Crimea lies in the area asked is disputed: left out, and said",
    ),
    (
        [[out("112", "Omsk")], [out("112", "Omsk", None, Q)]],
        {},
        112,
        "an event dated in one report is dated in the other, and is counted once",
    ),
    ([], {}, 0, "nothing reported, nothing supported"),
]


def ask(documents, options):
    findings, found = ask_all(documents, options)
    return findings, leading(found)


def ask_all(documents, options, published="2024-04-11"):
    findings = [made(Doc(f"{n}.html", says, published)) for n, says in enumerate(documents)]
    question = Question(**{"act": "removal", "place": place("Russia"), "period": WINDOW} | options)
    told = [(m, h.id) for h in lay(findings).happenings for m in h.members]
    return findings, tallies_of(told, question)


@pytest.mark.parametrize(("documents", "options", "minimum", "why"), CASES, ids=[c[3] for c in CASES])
def test_minimum(documents, options, minimum, why):
    findings, found = ask(documents, options)
    assert found.minimum == minimum, why
    assert found.minimum == sum(line.value for line in found.used)
    told = [line.statement for line in (*found.used, *found.left_out)]
    assert len(told) == len(set(told)) <= sum(len(f.statements) for f in findings)


def test_there_are_enough_cases():
    assert len(CASES) >= 25


def test_the_proof_says_why_each_figure_is_left_out():
    findings, found = ask(
        [[out("nearly 500", when="2024-03-22/..")], [out("40", "Omsk"), out("200", "Omsk", NEXT)]], {"round_down": True}
    )
    national = findings[0].statements[0].id
    assert [line.statement for line in found.used] == [national]
    assert {line.why for line in found.left_out} == {f"contained in {national}"}
    assert found.highest is not None
    assert (found.highest.statement, found.highest.value) == (national, 500)
    assert found.claims == (500, 500)


@given(
    st.lists(st.integers(1, 50), min_size=1, max_size=9).flatmap(
        lambda values: st.tuples(
            st.just(values), st.sets(st.sampled_from([*combinations(range(len(values)), 2)] or [(0, 0)]), max_size=14)
        )
    )
)
def test_the_solver_is_exact(case):
    values, clashes = case
    pairs = [pair for pair in clashes if pair[0] != pair[1]]
    chosen = solve(values, sorted(pairs))
    assert not any(a in chosen and b in chosen for a, b in pairs)
    everyone = range(len(values))
    best = max(
        sum(values[i] for i in some)
        for size in range(len(values) + 1)
        for some in combinations(everyone, size)
        if not any(a in some and b in some for a, b in pairs)
    )
    assert sum(values[i] for i in chosen) == best


# (documents, options, totals by stage, why)
BOTH = [[out("120", "Omsk", stage="ordered")], [out("80", "Omsk", by=Q, stage="carried_out")]]
APART = [[out("120", "Omsk", stage="ordered")], [out("80", "Moscow", by=Q, stage="carried_out")]]
MAY_INCLUDE = "Those ordered may include those of whom it was carried out."
STAGED = [
    (BOTH, {}, {"carried_out": 80, "ordered": 120}, "side by side, never added"),
    (APART, {}, {"carried_out": 80, "ordered": 120}, "not even of two cities"),
    (APART, {"any_stage": True}, {None: 200}, "unless the person asks: two cities"),
    (BOTH, {"any_stage": True}, {None: 120}, "asked for any stage, the same people still count once"),
    (BOTH, {"stage": Stage.ORDERED}, {"ordered": 120}, "asked for those ordered"),
    ([[out("120", "Omsk")]], {}, {None: 120}, "where no stage is told there is one total"),
    (
        [*APART, [out("9", "Ingushetia", by=R)]],
        {},
        {"carried_out": 80, "ordered": 120, None: 9},
        "a stage that is not told",
    ),
    (
        [*APART, [out("9", "Ingushetia", by=R)]],
        {"stage": Stage.ORDERED},
        {"ordered": 120},
        "it is not the stage asked for",
    ),
    (
        [[out("30", "Omsk", act="arbitrary_detention")], [out("5", "Moscow", by=Q, act="arbitrary_detention")]],
        {"act": "arbitrary_detention"},
        {None: 35},
        "who is detained is detained: no stage, one total",
    ),
    (
        [[out("nearly 500", "Omsk", stage="ordered")], [out("80", "Moscow", by=Q, stage="carried_out")]],
        {},
        {"carried_out": 80, "ordered": 0},
        "a stage whose figures give no lower bound has a total of none",
    ),
]


@pytest.mark.parametrize(("documents", "options", "totals", "why"), STAGED, ids=[case[-1] for case in STAGED])
def test_stages_have_totals_of_their_own(documents, options, totals, why):
    findings, found = ask_all(documents, options)
    assert {one.stage: one.minimum for one in found} == totals, why
    told = [line.statement for one in found for line in (*one.used, *one.left_out)]
    assert len(told) == len(set(told)) == sum(len(one.statements) for one in findings), "each figure in one proof"


def test_that_the_ordered_may_include_the_removed_is_said_where_they_may():
    for documents, said in ((BOTH, True), (APART, False)):
        _, found = ask_all(documents, {})
        assert all((MAY_INCLUDE in one.notes) is said for one in found)
        assert all("Totals of different stages are not added up." in one.notes for one in found)


@given(
    st.lists(
        st.tuples(
            st.integers(1, 40),
            st.sampled_from(["Omsk", "Moscow", "Ingushetia"]),
            st.sampled_from(["ordered", "carried_out", None]),
        ),
        min_size=1,
        max_size=7,
    )
)
def test_no_total_holds_figures_of_two_stages(figures):
    says = [[out(str(number), where, stage=stage)] for number, where, stage in figures]
    findings, found = ask_all(says, {})
    stages = {s.id: s.stage for one in findings for s in one.statements}
    for one in found:
        assert len({stages[line.statement] for line in one.used}) <= 1
        assert {stages[line.statement] for line in one.used} <= {one.stage} or len(found) == 1
