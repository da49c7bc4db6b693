"""The titles of events: the number most told, and what is not done told as such."""
# ruff: noqa: E501 (one case per line)

import pytest
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh

D = "2024-03-23"
P, Q, R = ("official:Omsk police",), ("ngo:Civic Assistance",), ("Valentina Chupik (lawyer)",)


def held(words="40", by=(), act="arbitrary_detention", **more):
    return Say(words, act, "Omsk", D, by, **more)


@pytest.mark.parametrize(
    ("words", "shown", "why"),
    [
        (("45", "450", "450"), "450", "what two documents tell, though another was first"),
        (("45", "450"), "45", "of equals the first"),
        (("80 человек", "80"), "80", "the same number in words that all who read English read"),
    ],
)
def test_the_title_shows_the_number_that_most_documents_tell(words, shown, why):
    found = weigh([made(Doc(f"{n}.html", [held(w, by=(P, Q, R)[n])])) for n, w in enumerate(words)])
    assert {event.title for event in found.events} == {f"Detention ({shown}), Omsk, {D}"}, why


def test_the_title_shows_no_number_that_is_denied():
    (event,) = weigh([made(Doc("0.html", [held("62", P), held("3", Q, modality="denied")]))]).events
    assert event.title == f"Detention (62), Omsk, {D}"


PLANNED, ORDERED = {"modality": "planned", "stage": "planned"}, {"stage": "ordered"}
# (statements of one document; title without place and day; why)
SHORT = [
    ([held("90", P, "raid", **PLANNED)], "Planned: raid (90)", "a raid announced"),
    ([held("90", P, "raid", kind="plan")], "Planned: raid (90)", "a plan by its kind"),
    ([held("90", P, "raid", **PLANNED), held("90", Q, "raid")], "Raid (90)", "somebody says that it came about"),
    ([held("9", P, "expulsion", **ORDERED)], "Ordered: expulsion (9)", "a court's order"),
    ([held("9", P, "expulsion", **ORDERED), held("9", Q, "expulsion", stage="carried_out")], "Expulsion (9)", "carried out"),
    ([held("9", P, "expulsion", **ORDERED), held("9", Q, "expulsion")], "Expulsion (9)", "nobody says that it is only ordered"),
    ([held("9", P, "expulsion", **ORDERED), held("9", Q, "expulsion", **PLANNED)], "Ordered: expulsion (9)", "ordered, and announced"),
    ([held(None, P, "excessive_force", modality="denied")], "Denied: excessive force", "only denied"),
    ([held(None, P, "excessive_force", modality="denied"), held(None, Q, "excessive_force")], "Excessive force", "told, and denied"),
]  # fmt: skip


# (statement, day of publication, title without place and day, why)
TO_COME = [
    (held(None, P, "raid"), "2024-03-20", "Planned: raid", "a headline of what is to come"),
    (held("90", P, "raid"), "2024-03-20", "Planned: raid (90)", "with a number"),
    (held(None, P, "raid", stage="carried_out"), "2024-03-20", "Raid", "said to be done: the day may be another's"),
    (held(None, P, "raid"), "2024-03-23", "Raid", "of the very day"),
    (held(None, P, "raid"), "2024-03", "Raid", "published some day of the month"),
    (held(None, P, "raid"), None, "Raid", "nobody knows when it was published"),
    (held("9", P, "expulsion", **ORDERED), "2024-03-20", "Ordered: expulsion (9)", "ordered for a day to come"),
]


@pytest.mark.parametrize(("say", "published", "title", "why"), TO_COME, ids=[c[3] for c in TO_COME])
def test_a_title_never_tells_as_done_what_is_of_a_day_after_its_page(say, published, title, why):
    (event,) = weigh([made(Doc("0.html", [say], published))]).events
    assert event.title == f"{title}, Omsk, {D}", why


@pytest.mark.parametrize(("says", "title", "why"), SHORT, ids=[c[2] for c in SHORT])
def test_a_title_says_what_is_only_planned_ordered_or_denied(says, title, why):
    (event,) = weigh([made(Doc("0.html", says))]).events
    assert event.title == f"{title}, Omsk, {D}", why
