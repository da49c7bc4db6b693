"""Which figures bear on what a tally is asked, and why one of them cannot count."""

import pytest
from weighing_material import Doc, Say, made, place

from guvoh.assessment.groundwork import lay
from guvoh.assessment.question import Question, figures_for, reason_out
from guvoh.model import Stage
from guvoh.model.errors import UsageError

ACT = "expulsion"


def told(words="40", where="Omsk", when="2024-03-23", **more):
    (happening,) = lay(
        [made(Doc("a.html", [Say(words, ACT, where, when, ("ngo:Civic Assistance",), **more)]))]
    ).happenings
    return happening.members[0]


CASES = [
    ({}, {}, None, True),
    ({"modality": "denied"}, {}, "denied", True),
    ({"stage": "planned"}, {}, "planned, not done", True),
    ({"stage": "carried_out"}, {"stage": Stage.ORDERED}, "other stage: carried out", True),
    ({}, {"stage": Stage.ORDERED}, "stage not told: may be another", True),
    ({}, {"place": place("Moscow")}, "outside what is asked", False),
    ({"where": "Russia"}, {"place": place("Omsk")}, "may lie outside the place asked", True),
    ({}, {"period": "2024-05-01/2024-05-31"}, "outside what is asked", False),
    ({"when": None}, {"period": "2024-03-01/2024-03-31"}, "undated: may lie outside the period asked", True),
]


@pytest.mark.parametrize(("said", "asked", "reason", "concerns"), CASES)
def test_why_a_figure_cannot_count(said, asked, reason, concerns):
    assert reason_out(told(**said), 40, Question(ACT, **asked)) == (reason, concerns)


@pytest.mark.parametrize(
    ("low", "reason"), [(None, "states no lower bound"), (0, "its lower bound is zero"), (1, None)]
)
def test_what_states_no_number_of_people_cannot_count(low, reason):
    assert reason_out(told(), low, Question(ACT)) == (reason, True)


def test_figures_of_other_acts_and_units_are_passed_over():
    one = told()
    assert figures_for([(one, "e")], Question(ACT)) == [(one, "e")]
    assert not figures_for([(one, "e")], Question("arbitrary_detention"))
    assert not figures_for([(one, "e")], Question(ACT, unit="building"))


def test_a_period_without_a_year_is_refused_with_a_next_step():
    with pytest.raises(UsageError) as caught:
        reason_out(told(), 40, Question(ACT, period="XXXX-03-22"))
    assert caught.value.next_step
