"""Which dates of a sentence are those of an act or number, and which are of something else that it tells."""

# ruff: noqa: E501 -- tables read best with a row on a line

import pytest
from report_texts import pieces

from guvoh.extraction.rules import find_by_rules
from guvoh.model import Role

PUBLISHED = "2025-03-20"

FIGURES = [
    # the day of a speech is not the day of what it tells
    ("Officers said at a Tuesday news conference that 40 workers were detained.", 40, None),
    ("On 3 March police raided a hostel. The ministry confirmed the raid the next day. It said that 40 people were taken away.", 40, "2025-03-03"),
    ("Police detained 40 workers on Tuesday.", 40, "2025-03-18"),
    # a date of who they are is not the date of what was done to them
    ("Six men who received citizenship last year were detained.", 6, None),
    ("Police beat twelve men who had come in 2019.", 12, None),
    # what a record is measured by
    ("Officers detained 617 people in January, the highest number since 2019.", 617, "2025-01"),
    ("Police detained 300 people in February, twice as many as in the same month of 2023.", 300, "2025-02"),
    ("Last year 212 were expelled, up from 150 in 2023.", 150, "2023"),
    # an event that bounds others has its own date
    ("Pressure has grown since the attack in March 2024, which killed 145 people.", 145, "2024-03"),
    ("Lawyers have received 340 calls since the attack in March 2024.", 340, "2024-03/.."),
    # "would" tells the past of what was to come
    ("On 3 March police raided a hostel. By evening 45 men had been told that they would be expelled.", 45, "2025-03-03"),
    ("On 3 March police raided a hostel. Some 300 people live there.", 300, None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "number", "when"), FIGURES)
def test_the_date_of_a_figure(words, number, when):
    document = pieces((Role.TITLE, "Migrants"), (Role.BODY, words), published=PUBLISHED)
    found = {s.count.best: s.when for s in find_by_rules(document).statements if s.count}
    assert found[number] == when


ACTS = [
    # what a note or a protest is about happened before it; what it is about after its date is not known to have
    ("The ministry handed a note to the ambassador on Tuesday in connection with a raid on a hostel in Tula.", "raid", None),
    ("Police carried out a raid on a hostel in Tula on Tuesday.", "raid", "2025-03-18"),
    ("A plane landed on Tuesday with workers who had been deported from Tula.", "expulsion", None),
    ("Six men who became citizens last year were beaten by police in Tula.", "excessive_force", None),
    ("The men who were beaten by police on Tuesday left Tula.", "excessive_force", "2025-03-18"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "act", "when"), ACTS)
def test_the_date_of_an_act(words, act, when):
    document = pieces((Role.TITLE, "Migrants"), (Role.BODY, words), published=PUBLISHED)
    found = {s.when for s in find_by_rules(document).statements if s.act == act}
    assert found == {when}


PAGES = [
    # a lead in the perfect tells of what has just been done; a day above the text is none of its own
    (("Tuesday, 18 March 2025", "Close to 90 men have been taken in by police in Tula.", "The sweep was mounted on Monday by two agencies."), {90: "2025-03-17"}),
    # what begins with a day or a year of its own may be something else
    (("Lawyers have documented 30 cases of beatings.", "The prosecutor was born on 4 May 1970."), {30: None}),
    (("The ombudsman has received 300 complaints about beatings.", "On 5 February a new head of the prison was named."), {300: None}),
    # but not of what goes on since long
    (("Some 90 men have been taken in by police in Tula so far this year.", "A sweep was mounted on Monday."), {90: "2025"}),
    # what came before it all dates no lead
    (("Police took 90 men into custody in Tula.", "Since the attack of May 2024 checks have multiplied.", "The raid was on Monday."), {90: "2025-03-17"}),
    # some days of one happening are lent as a day is
    (("Courts heard 391 cases between March 10 and 14.", "They fined 276 people."), {276: "2025-03-10/2025-03-14"}),
    # a verb that tells a number tells of what has been
    (("Police raided a market in Tula on Monday.", "Rights groups spoke out on Tuesday.", "The report speaks of 384 detainees."), {384: "2025-03-17"}),
    # a lead without a day takes the first day told after it, but for one that is only recalled
    (("Police took away 90 men from a market in Tula.", "The paper has reported that on 9 March police detained 37 men in Perm.", "Armed men came on 18 March.", "Some 23 protocols were drawn up."), {90: "2025-03-18", 37: "2025-03-09", 23: "2025-03-18"}),
    (("Police took away 90 men from a market in Tula.", "Recall, in February police detained 37 men.", "Lawyers are helping them."), {90: None}),
    # what those held are is told of the day on which they were held
    (("On 3 March police raided a plant.", "Some 300 of those detained are Koreans.", "About 200 people are still in cells."), {300: "2025-03-03", 200: None}),
    # what a raid is measured by is not the time of what was done in it
    (("The 3 March raid was one of the largest in the city this year. Police said that 112 people were detained.",), {112: "2025-03-03"}),
    # what had been done by a day
    (("By 10 March, 21 people who had been detained at the plant were released.",), {21: "../2025-03-10"}),
    # a whole is of the time that the text began with, not of its last example
    (("Teams made 617 arrests in January.", "On 30 January officers arrested four people in Tula. A total of 90 people were fined."), {617: "2025-01", 4: "2025-01-30", 90: "2025-01"}),
    # a body that reports now tells of the day before
    (("On 3 March police raided a hostel in Tula.", "Bailiffs report the removal of 26 people."), {26: "2025-03-03"}),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "wanted"), PAGES)
def test_the_date_that_a_page_makes_plain(parts, wanted):
    document = pieces((Role.TITLE, "Migrants"), *((Role.BODY, words) for words in parts), published=PUBLISHED)
    found = {s.count.best: s.when for s in find_by_rules(document).statements if s.count}
    assert {n: found[n] for n in wanted} == wanted


def _statements(words):
    return find_by_rules(pieces((Role.TITLE, "Migrants"), (Role.BODY, words), published=PUBLISHED)).statements


@pytest.mark.parametrize(
    "text",
    [
        "They were picked up on 5 March 2024 near the market in Omsk.",
        "Police rounded up 40 migrants on 5 March 2024 in Omsk.",
        "Police detained most of the workers on 5 March 2024 in Omsk.",
        "Officers detained more than forty people on 5 March 2024 in Omsk.",
        "In more than a dozen raids on 5 March 2024 police detained 60 migrants in Omsk.",
    ],
)
def test_a_phrasal_verb_or_a_rough_number_measures_by_no_date(text):
    assert {s.when for s in _statements(text) if s.act} == {"2024-03-05"}


@pytest.mark.parametrize(
    "text",
    [
        "Police detained 60 migrants in Omsk, up from 20 in 2019.",
        "Police detained 60 migrants in Omsk, up 40 percent on 2019.",
    ],
)
def test_what_a_number_is_up_from_does_not_date_it(text):
    assert "2019" not in {s.when for s in _statements(text) if s.count and s.count.best == 60}


def test_the_date_of_a_raid_that_is_confirmed_is_the_raids():
    found = _statements("Police confirmed the raid of 5 March 2024 in Omsk.")
    assert {s.when for s in found if s.act == "raid"} == {"2024-03-05"}
