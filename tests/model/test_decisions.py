"""Which decisions stand after undoing, and undoing the undoing."""

import json

import pytest

from guvoh.model.decisions import Decision, DecisionKind, standing


def made(number, kind=DecisionKind.ACCEPT, **values):
    return Decision(
        f"d{number}", number, "2026-01-01T00:00:00Z", "1", "Aida", DecisionKind(kind), ("s",), json.dumps(values)
    )


UNDO = DecisionKind.UNDO


@pytest.mark.parametrize(
    ("decisions", "stand"),
    [
        ((), []),
        ((made(2), made(1)), ["d1", "d2"]),
        ((made(1), made(2, UNDO, decision="d1")), []),
        ((made(1), made(2), made(3, UNDO, decision="d1")), ["d2"]),
        ((made(1), made(2, UNDO, decision="d1"), made(3, UNDO, decision="d2")), ["d1"]),
        ((made(1), made(2, UNDO, decision="d1"), made(3, UNDO, decision="d2"), made(4, UNDO, decision="d3")), []),
    ],
)
def test_an_undo_takes_back_and_an_undone_undo_brings_back(decisions, stand):
    assert [d.id for d in standing(decisions)] == stand


def test_values_are_read_by_name():
    decision = made(1, DecisionKind.NAME, title="Raid at the market")
    assert decision.value("title") == "Raid at the market"
    assert decision.value("other") is None
