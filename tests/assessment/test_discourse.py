"""What a document leaves to its context, as tables: acts lent to numbers, place and day lent for grouping."""

import pytest
from weighing_material import Doc, Say, made

from guvoh.assessment.corpus import DOERS, gather
from guvoh.assessment.discourse import tied, with_acts
from guvoh.assessment.families import PEOPLE
from guvoh.assessment.phrases import phrases
from guvoh.assessment.telling import telling

HELD, RAID, FINE, OUT = "arbitrary_detention", "raid", "fine", "expulsion"
SENTENCE = "83 traders were put on buses when police closed the market."
ASKED = "83 traders told us that police had closed the market."


def statements(*says):
    return list(telling(gather([made(Doc("page.txt", list(says)))])))


@pytest.mark.parametrize(
    ("hosts", "quote", "lent", "why"),
    [
        ([Say(None, RAID, "Omsk", quote=SENTENCE)], SENTENCE, RAID, "the raid of its sentence has no number"),
        ([Say("40", HELD, "Omsk", quote=SENTENCE)], SENTENCE, None, "the act of its sentence has a number of its own"),
        ([Say("200,000", FINE, "Omsk", unit="RUB", quote=SENTENCE)], SENTENCE, FINE, "the fine's number is of money"),
        ([Say(None, RAID, "Omsk", quote=SENTENCE), Say(None, OUT, "Omsk", quote=SENTENCE)], SENTENCE, None, "two acts"),
        ([Say(None, RAID, "Omsk", quote="Police closed it.")], SENTENCE, None, "the act is of another sentence"),
        ([Say(None, RAID, "Omsk", quote=ASKED)], ASKED, None, "the number is of those who speak"),
    ],
)
def test_a_number_takes_the_act_of_its_sentence(hosts, quote, lent, why):
    figure = Say("83", None, "Omsk", quote=quote)
    found = with_acts(statements(figure, *hosts))
    assert {t.statement.act for t in found if t.statement.count and t.statement.count.best == 83} == {lent}, why


@pytest.mark.parametrize("words", ["4 gunmen", "150 officers", "20 росгвардейцев", "60 сотрудников полиции"])
def test_a_number_of_those_who_acted_is_none_of_those_it_befell(words):
    quote = f"{words} were at the market when police closed it."
    found = with_acts(statements(Say(words, None, "Omsk", quote=quote), Say(None, RAID, "Omsk", quote=quote)))
    (one,) = [t for t in found if t.statement.count]
    assert (one.statement.act, one.unit) == (None, DOERS)
    (two,) = [t for t in with_acts(statements(Say(words, HELD, "Omsk", quote=quote))) if t.statement.count]
    assert two.unit == PEOPLE  # who were arrested themselves


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("40 officers", "40 officers from Uzbekistan have been buried there."),
        ("25 soldiers", "25 soldiers came from Namangan."),  # of a war they were made to fight in
        ("5 полицейских", "5 полицейских были уволены."),
    ],
)
def test_those_whom_something_befell_are_people_whatever_they_serve_as(words, quote):
    (one,) = statements(Say(words, None, "Omsk", quote=quote))
    assert one.unit == PEOPLE


def test_a_verb_right_before_a_number_tells_what_befell_those_it_counts():
    before = phrases("deeds", "befell before")
    assert before.search("A blast killed ")
    assert before.search("В полиции уволили сразу ")
    assert not before.search("They were beaten by ")
    assert not before.search("The raid was carried out by ")


DAY, OTHER = "2024-05-16", "2024-05-24"


@pytest.mark.parametrize(
    ("open_one", "others", "place", "when", "why"),
    [
        (Say("40", FINE, "Omsk"), [Say(None, RAID, "Omsk", DAY)], "Omsk", DAY, "the page is about one day"),
        (Say("40", HELD, None), [Say(None, RAID, "Omsk", DAY)], "Omsk", DAY, "the page is about one town"),
        (Say("40", HELD, "Omsk"), [Say(None, RAID, "Omsk", DAY), Say(None, HELD, "Omsk", OTHER)], "Omsk", None, "two"),
        (Say("40", HELD, None), [Say(None, RAID, "Omsk", DAY), Say(None, HELD, "Sochi", DAY)], None, None, "two towns"),
        (Say("40", HELD, "Russia"), [Say(None, RAID, "Omsk", DAY)], "Russia", None, "not the town's"),
        (Say("40", HELD, "Omsk"), [Say(None, RAID, "Omsk", "2024-03/2024-05")], "Omsk", None, "too long a period"),
        (Say("40", HELD, "Omsk", stage="planned"), [Say(None, RAID, "Omsk", DAY)], "Omsk", None, "planned is not done"),
        (
            Say("40", HELD, "Omsk"),
            [Say(None, RAID, "Omsk", DAY), Say(None, FINE, "Omsk", OTHER)],
            "Omsk",
            DAY,
            "the one of its family",
        ),
    ],
)  # fmt: skip
def test_place_and_day_are_lent_where_the_page_has_only_one(open_one, others, place, when, why):
    first, *_ = tied(sorted(statements(open_one, *others), key=lambda t: t.statement.start))
    assert (first.place.name if first.place else None) == place, why
    assert (first.period.edtf if first.period else None) == when, why


def test_what_is_lent_for_grouping_is_marked_as_inferred_and_not_shown():
    found = statements(Say(None, RAID, "Omsk", DAY), Say("40", FINE, "Omsk"))
    lent = next(t for t in tied(found) if t.statement.act == FINE)
    assert (lent.period.basis, lent.statement.when) == ("inferred", None)


@pytest.mark.parametrize(
    ("other", "lent", "why"),
    [
        (Say("83", HELD, "Omsk", DAY), HELD, "one number in one town"),
        (Say("84", HELD, "Omsk", DAY), None, "another number"),
        (Say("83", HELD, "Sochi", DAY), None, "another town"),
        (Say("83", HELD, "Russia", DAY), None, "a number of the whole country"),
        (Say("83", HELD, "Omsk", DAY, modality="denied"), None, "a denied act lends nothing"),
    ],
)
def test_a_number_takes_the_act_that_others_give_with_it(other, lent, why):
    pages = [made(Doc("a.txt", [Say("83", None, "Omsk")])), made(Doc("b.txt", [other]))]
    found = with_acts(list(telling(gather(pages))))
    assert [t.statement.act for t in found if t.entry.document.path == "a.txt"] == [lent], why
