"""Numbers that a page itself sets against each other are a conflict, on that page and where its numbers are told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from weighing_material import Doc, Say, made, spotted

from guvoh.assessment import weigh
from guvoh.assessment.corpus import gather, told
from guvoh.assessment.figures import IN_DISPUTE
from guvoh.assessment.rivals import are_rivals, rivals
from guvoh.model.weighing import FigurePair, FigureRelation

DAY, POLICE, UNION = "2024-03-23", ("official:Omsk police",), ("ngo:Traders Union",)
HELD = "arbitrary_detention"


def page(first, second, between=" ", path="a.html"):
    """A page that tells two numbers of those held in Omsk, of police and union, with words between them."""
    text = first + between + second
    one = Say(first.split("|")[1], HELD, "Omsk", DAY, POLICE, quote=text.replace("|", ""))
    other = Say(second.split("|")[1], None, "Omsk", DAY, UNION, quote=text.replace("|", ""))
    return spotted(made(Doc(path, [one, other], DAY)))


def conflicts(*findings):
    """The conflicts of the documents, with their reasons."""
    weighed = weigh(list(findings))
    pairs = (f for f in weighed.figures if isinstance(f, FigurePair))
    return [f.why for f in pairs if f.relation is FigureRelation.CONFLICT]


@pytest.mark.parametrize(
    ("first", "second", "between", "is_set"),
    [
        ("The number of those held is disputed: police counted |40|", "the union |95|.", ", ", True),
        ("Police held |40|", "It counted |95|.", ". The union gave a different number. ", True),
        ("Police held |40|", "the union speaks of |95| and stands by its figure.", "; ", True),
        ("The union counted |95|", "|40|.", ", whereas police admit only ", True),
        ("Police held |95|", "It counted |40|.", ". The union gave a higher figure. ", False),
        ("Police held |40|", "The union met |95|.", ". ", False),
        ("What happened is disputed. Police held |40|", "The union met |95|.", ". ", False),
        ("Police held |40|", "the union met |95|.", ". The law contradicts itself; ", False),
        ("Police held |40| men", "in cells the union saw |95|.", ". A larger number of women was there: ", False),
        ("В полиции держали |40|", "Там насчитали |95|.", ". Профсоюз называет другую цифру. ", True),
    ],
)
def test_words_of_dispute_set_two_numbers_against_each_other(first, second, between, is_set):
    (entry,) = gather([page(first, second, between)])
    assert bool(rivals(entry)) is is_set


def test_the_page_that_disputes_makes_a_conflict_there_and_elsewhere():
    disputing = page("Police held |40|", "It counted |95|.", ". The union gave a different number. ")
    again = spotted(made(Doc("b.html", [Say("95", HELD, "Omsk", DAY, UNION, quote="There were 95 held.")], DAY)))
    found = conflicts(disputing, again)
    assert len(found) == 2
    assert all(IN_DISPUTE in why for why in found)


@pytest.mark.parametrize(("place", "day"), [("Krasnodar", DAY), ("Omsk", "2024-05-02")])
def test_numbers_of_two_places_or_days_that_the_page_names_are_no_conflict(place, day):
    text = "Police held 40. It gave a different number: 95."
    one, other = Say("40", HELD, "Omsk", DAY, POLICE, quote=text), Say("95", HELD, place, day, UNION, quote=text)
    assert rivals(gather([spotted(made(Doc("a.html", [one, other], DAY)))])[0])
    assert not any(IN_DISPUTE in why for why in conflicts(spotted(made(Doc("a.html", [one, other], DAY)))))


def test_numbers_of_two_months_that_the_page_names_are_no_conflict():
    text = "Police held 90, while a month later the union saw only 40."
    one, other = (
        Say(n, HELD, "Omsk", day, by, quote=text)
        for n, day, by in (("90", "2024-05", POLICE), ("40", "2024-06", UNION))
    )
    assert not any(IN_DISPUTE in why for why in conflicts(spotted(made(Doc("a.html", [one, other], "2024-07-01")))))


def test_a_page_is_read_for_rivals_once():
    (entry,) = gather([page("Police held |40|", "It counted |95|.", ". The union gave a different number. ")])
    assert rivals(entry) is rivals(entry)


def test_a_number_between_them_leaves_nothing_to_set_against():
    text = "Police held 40. The union met 12. It gave a different number: 95."
    says = [Say(n, HELD, "Omsk", DAY, by, quote=text) for n, by in (("40", POLICE), ("12", POLICE), ("95", UNION))]
    (entry,) = gather([spotted(made(Doc("a.html", says, DAY)))])
    assert rivals(entry) == {("people", 12.0, 95.0)}


@pytest.mark.parametrize(("act", "is_set"), [(HELD, True), (None, True), ("expulsion", False)])
def test_numbers_of_two_kinds_of_acts_are_no_rivals(act, is_set):
    text = "Police held 40. The union disputes the number: it has 95."
    says = [Say("40", HELD, "Omsk", DAY, POLICE, quote=text), Say("95", act, "Omsk", DAY, UNION, quote=text)]
    (entry,) = gather([spotted(made(Doc("a.html", says, DAY)))])
    police, union = (replace(told(s, entry), origin=s.attribution[0].name) for s in entry.findings.statements)
    assert are_rivals(police, union) is is_set
    assert are_rivals(union, police) is is_set


@given(st.text(max_size=300))
def test_any_words_between_two_numbers_can_be_read(between):
    (entry,) = gather([page("Police held |40|", "the union |95|.", f" {between.replace('|', '')} ")])
    assert all(small <= large for _, small, large in rivals(entry))
