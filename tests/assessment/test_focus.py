"""What a document is plainly about: the place and day that it lends for grouping, and the places that are no scene."""

from dataclasses import replace

import pytest
from weighing_material import Doc, Say, made, place

from guvoh.assessment import weigh

PUBLISHED = "2024-03-26"


def read(text, says, dates=()):
    """Findings of one page; each of `says` is (words, place as found, whether its sentence names it, day)."""
    named = [(Say(None, "arbitrary_detention", where, when, quote=quote)) for quote, where, _, when in says]
    found = made(Doc("a.html", named, PUBLISHED, extra=(text,), dates=dates))
    whole = found.document.text
    statements = []
    for statement, (quote, where, is_said, _) in zip(found.statements, says, strict=True):
        at = whole.index(quote) + quote.index(where) if where and is_said else 0
        own = replace(place(where), start=at, end=at + len(where)) if where and is_said else statement.place
        statements.append(replace(statement, place=own, place_basis="text" if is_said else "inferred"))
    spots = [whole.index(name) for name in ("Omsk", "Moscow", "Khimki") if name in whole]
    places = [replace(place(whole[s:].split()[0].strip(".,")), start=s, end=s + 4) for s in spots]
    return replace(found, statements=tuple(statements), places=tuple(places))


def is_one(findings):
    return len(weigh([findings]).events) == 1


CASES = [
    (("They were taken to a centre in Moscow.", "Moscow", True, None), True, "where they were taken is no scene"),
    (("Another man was held near Moscow.", "Moscow", True, None), True, "what is near is no scene"),
    (("Forty were held there.", "Moscow", False, None), True, "a place that the sentence does not name gives way"),
    (
        ("They were unlawfully present in Russia when held.", "Russia", True, None),
        True,
        "where somebody may be is no scene",
    ),
    (("Forty were held there.", "Russia", False, None), True, "a country that was only inferred says nothing"),
    (("Police held forty in Moscow.", "Moscow", True, None), False, "a place that the sentence names stays"),
]


@pytest.mark.parametrize(("said", "expected", "why"), CASES, ids=[c[2] for c in CASES])
def test_places_that_are_no_scene(said, expected, why):
    raid = ("Police held people in Omsk on Saturday.", "Omsk", True, "2024-03-23")
    assert is_one(read("Nothing more is known.", [raid, said])) is expected, why


def test_the_day_of_the_opening_dates_an_act_that_names_none():
    opening = "Police of Omsk closed a market on 23 March."
    page = read(opening, [("Men were held.", "Omsk", False, None)], (("23 March", "2024-03-23"),))
    other = made(Doc("b.html", [Say(None, "raid", "Omsk", "2024-03-23")], PUBLISHED))
    assert len(weigh([page, other]).events) == 1


@pytest.mark.parametrize(
    ("opening", "why"),
    [
        ("Police of Omsk said on 23 March.", "a day on which something was said"),
        ("Omsk, 23 March", "the day of a dateline"),
    ],
)
def test_days_of_saying_and_printing_date_nothing(opening, why):
    page = read(opening, [("Men were held.", "Omsk", False, None)], (("23 March", "2024-03-23"),))
    other = made(Doc("b.html", [Say(None, "raid", "Omsk", "2024-03-23")], PUBLISHED))
    assert len(weigh([page, other]).events) == 2, why


def test_a_place_of_an_earlier_event_is_not_what_the_page_is_about():
    raid = ("Men of Omsk were held on Saturday.", "Omsk", False, "2024-03-23")
    said = ("Forty were held.", None, False, None)
    earlier = ("In November a similar raid in Moscow led to 44 arrests.", "Moscow", True, "2023-11")
    page = read("Police of Omsk closed a market on 23 March.", [raid, said, earlier], (("23 March", "2024-03-23"),))
    told = weigh([page]).events
    assert {frozenset(e.statements) for e in told} >= {frozenset(s.id for s in page.statements[:2])}


@pytest.mark.parametrize(
    ("act", "day", "events", "why"),
    [
        ("fine", "2024-03-25", 1, "fines may have come on any day until they were reported"),
        ("fine", "2024-04-20", 2, "too long after the raid"),
        ("arbitrary_detention", "2024-03-26", 2, "those held were held on the day of the raid"),
    ],
)
def test_what_follows_a_raid_came_on_one_of_the_days_until_it_was_reported(act, day, events, why):
    raid = Say(None, "raid", "Omsk", "2024-03-20", ("official:police",))
    first = Doc("a.html", [raid, Say("18", act, "Omsk", None, ("official:police",))], "2024-03-26")
    told = made(first)
    other = made(Doc("b.html", [Say("18", act, "Omsk", day, ("official:police",))], "2024-04-24"))
    numbered = {told.statements[1].id, other.statements[0].id}
    assert len([e for e in weigh([told, other]).events if numbered & set(e.statements)]) == events, why
