"""Statements of two documents meet where nothing rules it out: as brute force finds them, and never without bound."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from weighing_material import Doc, Say, made

from guvoh.assessment.counterparts import MOST, counterparts
from guvoh.assessment.groundwork import lay
from guvoh.assessment.question import Question
from guvoh.assessment.scoring import veto
from guvoh.assessment.tally import tally_on

ACT = "arbitrary_detention"


def told(documents):
    """What documents tell, each given as pairs of a place and a day of March."""
    says = [[Say(None, ACT, where, f"2024-03-{day:02}") for where, day in some] for some in documents]
    laid = lay([made(Doc(f"{n}.html", some)) for n, some in enumerate(says)])
    return [m for h in laid.happenings for m in h.members]


SPOT = st.tuples(st.sampled_from(["Omsk", "Moscow", "Russia"]), st.integers(1, 6))


@given(st.lists(st.lists(SPOT, min_size=1, max_size=4), min_size=2, max_size=4))
def test_they_are_those_that_setting_each_beside_each_finds(documents):
    every = told(documents)
    pairs = {
        frozenset((a.id, b.id)) for a, b in combinations(every, 2) if a.entry.key != b.entry.key and veto(a, b) is None
    }
    found = list(counterparts(every, lambda t: t.family))
    assert {m.id for sides in found for side in sides for m in side} == {ident for pair in pairs for ident in pair}
    for one, other in found:
        met = {(a.id, b.id) for a in one for b in other if frozenset((a.id, b.id)) in pairs}
        assert {a for a, _ in met} == {m.id for m in one}
        assert {b for _, b in met} == {m.id for m in other}
        assert one[0].entry.key < other[0].entry.key


def test_a_long_list_is_judged_by_its_first_statements():
    every = told([[("Omsk", 1)] * (MOST + 5), [("Omsk", 1)]])
    ((one, other),) = counterparts(every, lambda t: t.family)
    assert sorted((len(one), len(other))) == [1, MOST]


def test_statements_without_a_key_meet_none():
    assert list(counterparts(told([[("Omsk", 1)], [("Omsk", 1)]]), lambda _: None)) == []


def test_how_documents_stand_is_found_once_for_several_questions():
    laid = lay([made(Doc(f"{n}.html", [Say("30", ACT, "Omsk", "2024-03-01")])) for n in range(2)])
    tally_on(laid, Question(ACT))
    first = laid.repeats
    tally_on(laid, Question("deportation"))
    assert laid.repeats is first
