"""What a sentence leaves unsaid is read from the act its document has just told of, and only where that is plain."""

import pytest
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh

RAID = Say("40", "raid", "Omsk", "2024-03-23")

CASES = [
    # (what else the document says, whether it is one event with the raid, why)
    (Say(None, "identity_check_profiling", None, None), True, "neither place nor day: those of the raid just told"),
    (Say(None, "arbitrary_detention", None, "2024-03-23"), True, "the raid's day, no place"),
    (Say(None, "arbitrary_detention", "Omsk", None), True, "the raid's city, no day"),
    (Say(None, "arbitrary_detention", None, "2023-05-01"), False, "another day: it may be anywhere"),
    (Say(None, "arbitrary_detention", "Russia", None), False, "of the whole country: it may be at any time"),
    (Say(None, "fine", None, None), False, "an act of another family"),
    (Say(None, "arbitrary_detention", "Moscow", None), False, "another city"),
]


@pytest.mark.parametrize(("say", "is_one", "why"), CASES, ids=[case[2] for case in CASES])
def test_an_act_in_its_context(say, is_one, why):
    events = weigh([made(Doc("a.html", [RAID, say], "2024-03-24"))]).events
    assert (len(events) == 1 and len(events[0].statements) == 2) is is_one, why


def test_two_places_in_one_document_lend_neither():
    told = Doc(
        "a.html", [RAID, Say("12", "raid", "Moscow", "2024-03-23"), Say(None, "identity_check_profiling", None, None)]
    )
    assert all(len(event.statements) == 1 for event in weigh([made(told)]).events)


def test_half_told_acts_lend_nothing_to_each_other():
    rows = Doc("list.html", [Say(None, "fine", "Omsk", None), Say(None, "fine", None, "2024-03-05")])
    assert all(len(event.statements) == 1 for event in weigh([made(rows)]).events)


def test_what_is_lent_is_not_printed():
    event = weigh([made(Doc("a.html", [RAID, Say("3", "identity_check_profiling", None, None)], "2024-03-24"))]).events[
        0
    ]
    assert event.when == "2024-03-23"
    alone = weigh([made(Doc("a.html", [Say("3", "identity_check_profiling", None, None)], "2024-03-24"))]).events
    assert [e.place for e in alone] == [None]
