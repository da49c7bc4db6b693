"""The time of which a whole account tells, days that are one stretch, and days that are only those of a telling."""

# ruff: noqa: E501 -- tables read best with a row on a line

import pytest
from report_texts import pieces

from guvoh.extraction.rules import find_by_rules
from guvoh.model import Role

PUBLISHED = "2025-03-20"

ACCOUNTS = [
    # the time that the first sentence names is that of what follows
    (("Courts in Tula expelled 500 foreigners in 2024.", "Police drew up 900 protocols.", "Bailiffs put 30 men on planes."), {900: "2024", 30: "2024"}),
    (("Officers in Tula held 70 raids in January and drew up 900 protocols.", "The border was closed to another 132 foreigners."), {132: "2025-01"}),
    # until another time is told
    (("Courts in Tula expelled 500 foreigners in 2024.", "On 3 March police raided a hostel.", "Bailiffs put 30 men on planes."), {30: "2025-03-03"}),
    # what a sentence says of its own time, even where that is no date
    (("Courts in Tula expelled 500 foreigners in 2024.", "Within nine months lawyers received 300 calls."), {300: None}),
    (("Courts in Tula expelled 500 foreigners in 2024.", "So far lawyers received 300 calls."), {300: None}),
    # what is, and what will be
    (("Courts in Tula expelled 500 foreigners in 2024.", "Some 300 people are waiting for their flight."), {300: None}),
    (("Courts in Tula will hear 500 cases in 2026.", "Bailiffs put 30 men on planes."), {30: None}),
    # the time of those of whom the first sentence tells is not its own
    (("Police in Tula questioned 50 men who had worked at a plant that opened in 2022.", "A court fined 30 foremen."), {30: None}),
    # a law opens none: what police do after it has no time
    (("In 2023 parliament passed a law on migrants.", "Police in Tula detained 40 migrants at a market."), {40: None}),
    # "since" and what began long ago opens no account
    (("Police in Tula have held 70 raids since January.", "A court fined 30 foremen."), {30: None}),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "wanted"), ACCOUNTS)
def test_the_time_of_an_account(parts, wanted):
    assert _times("Migrants", parts, wanted) == wanted


REVIEWS = [
    # a review of a month goes from day to day, yet what has no day of its own is of the month
    (("On 4 February a man was beaten in Tula.", "Courts convicted 12 people."), {12: "2025-02"}),
    (("On 4 February a man was beaten in Tula. Two more men were stabbed.",), {2: "2025-02-04"}),
    (("On 4 March a man was beaten in Tula.", "Courts convicted 12 people."), {12: "2025-03-04"}),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "wanted"), REVIEWS)
def test_the_month_in_a_title(parts, wanted):
    assert _times("Hate crime in February 2025", parts, wanted) == wanted


STRETCHES = [
    ("Police detained 40 workers between 10pm on Saturday (15 March) and 3am on Sunday (16 March).", {40: "2025-03-15/2025-03-16"}),
    ("On Saturday and Sunday police detained 40 workers.", {40: "2025-03-15/2025-03-16"}),
    ("Police detained 40 workers from Friday to Sunday.", {40: "2025-03-14/2025-03-16"}),
    ("Police detained 40 workers last week (Thursday, 13 March).", {40: "2025-03-13"}),
    # days apart, and days that each have a number
    ("Police detained 40 workers on Friday and 20 on Sunday.", {40: "2025-03-14", 20: "2025-03-16"}),
    ("Courts expelled 40 workers in 2024 (2023: 20).", {40: "2024"}),
    # days of two clauses, and days that nothing joins but "and"
    ("Police detained 40 workers on Tuesday and on Wednesday a court expelled 20 of them.", {40: "2025-03-18", 20: "2025-03-19"}),
    ("Police beat 40 workers from Tajikistan on 3 March and 9 March.", {40: "2025-03-03"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), STRETCHES)
def test_days_of_one_stretch(words, wanted):
    assert _times("Migrants", (words,), wanted) == wanted


TELLINGS = [
    # the day on which word of it went round is not that of what befell people
    ("Police raided a café in Tula on Saturday.", "Word of the raid first came on Sunday from a lawmaker."),
    ("Police raided a café in Tula on Saturday.", "The raid was made public on Monday by the opposition."),
    ("Police raided a café in Tula on Saturday.", "A video that spread on social media on Monday shows men lying on the floor."),
    ("Police raided a café in Tula on Saturday.", "Clips of it were shared on Monday."),
]  # fmt: skip


@pytest.mark.parametrize("parts", TELLINGS)
def test_the_day_on_which_word_of_it_spread(parts):
    wanted = {40: "2025-03-15"}
    assert _times("Migrants", (*parts, "Some 40 men were taken to a police station."), wanted) == wanted


def test_what_appeared_and_is_no_word_of_it_has_its_day():
    told = ("A crowd appeared on Monday at a hostel in Tula.", "Some 40 men were taken to a police station.")
    assert _times("Migrants", told, {40: ""}) == {40: "2025-03-17"}


def test_what_is_said_since_a_month_is_no_day_of_a_telling():
    words = "Police raided a hostel on Saturday. She said since January her department arrested 40 men."
    assert _times("Migrants", (words,), {40: ""}) == {40: "2025-01/.."}


def test_the_day_on_which_a_page_was_posted_dates_nothing():
    document = pieces(
        (Role.TITLE, "Migrants taken from plant"),
        (Role.LEAD, "Posted at 7:15 AM, Mar 20, 2025"),
        (Role.BODY, "Agents came to a plant in Tula on Monday."),
        (Role.BODY, "Some 40 men were taken away."),
        published=PUBLISHED,
    )
    assert {s.count.best: s.when for s in find_by_rules(document).statements if s.count} == {40: "2025-03-17"}


def _times(title, parts, wanted):
    document = pieces((Role.TITLE, title), *((Role.BODY, words) for words in parts), published=PUBLISHED)
    found = {s.count.best: s.when for s in find_by_rules(document).statements if s.count}
    return {n: found[n] for n in wanted}
