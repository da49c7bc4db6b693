"""What numbers and acts of whole texts say: plans, parts, anaphors, ages, releases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_texts import report

from guvoh.extraction.rules import find_by_rules


def counts(text, **more):
    """Each number that statements tell, with the number of its whole."""
    found = find_by_rules(report(text, **more)).statements
    values = {s.id: s.count.best for s in found if s.count}
    return [(s.count.best, values.get(s.count.of)) for s in found if s.count]


def test_what_was_withheld_is_told_and_nobody_is_its_doer():
    told = {
        "His passport has not been given back.": "document_confiscation",
        "None of the detainees was given an interpreter.": "due_process_denial",
        "Guards would not let the detainees use the toilet.": "torture_ill_treatment",
        "Nobody gave us water in the cell.": "detention_conditions",
    }
    for text, act in told.items():
        found = [s for s in find_by_rules(report(text)).statements if s.act == act]
        assert [s.modality for s in found] == ["asserted"], text
        assert all(s.actor is None or s.actor.name != "Nobody" for s in found), text


def test_a_release_is_no_new_detention_and_a_plan_of_people_is_none_yet():
    released = find_by_rules(report("The police released 40 people on Sunday.")).statements
    assert [s.act for s in released] == [None]
    for text in ("The police did not release the men for three days.", "The guards did not let them out for two days."):
        kept = find_by_rules(report(text)).statements
        assert [(s.act, s.modality) for s in kept] == [("arbitrary_detention", "asserted")]
    planned = find_by_rules(report("The ministry plans to recruit 5,000 workers this year.")).statements
    assert [(s.modality, s.stage) for s in planned] == [("planned", "planned")]
    quota = find_by_rules(report("The plan for the year is 300.")).statements
    assert [(s.count.best, s.modality) for s in quota] == [(300, "planned")]
    hired = find_by_rules(report("The ministry hired 5,000 workers this year.")).statements
    assert [(s.modality, s.stage) for s in hired] == [("asserted", None)]


PARTS = {
    "Of 300 checked, 40 were detained.": [(300, None), (40, 300)],
    "Of the 120 detained, 80 were fined and 15 deported.": [(120, None), (80, 120), (15, 120)],
    "Police checked 300 people; 40 of the 300 were detained.": [(300, None), (40, 300)],
    "Some 40 of 300 workers were fined.": [(40, 300), (300, None)],
    "Police detained 300 people, including 40 women.": [(300, None), (40, 300)],
    "Police detained 300 people, 40 of them women.": [(300, None), (40, 300)],
    "Forty women were among the 300 detained.": [(40, 300), (300, None)],
    "Police detained 300 people. Of those, 40 were fined and 12 were deported.": [(300, None), (40, 300), (12, 300)],
    # a whole of its own, another number, a group
    "In Osh police detained 300 people. In Batken, 40 were held.": [(300, None), (40, None)],
    "Police deported 30 people on Monday and another 20 on Tuesday.": [(30, None), (20, None)],
    "A group of 26 was detained.": [(26, None)],
    "Of 1,200 cases, 45 were closed; 300 people were questioned.": [(1200, None), (45, 1200), (300, None)],
}


@pytest.mark.parametrize("text", PARTS)
def test_the_small_is_part_of_the_large(text):
    assert counts(text) == PARTS[text]


@settings(max_examples=25)
@given(st.integers(2, 900), st.integers(2, 900), st.sampled_from(["Of {a} people checked, {b} were detained.",
    "Police detained {a} people, including {b} women.", "Police held {a} men. {b} of them were deported.",
    "Officers checked {a} workers; {b} of the {a} were fined."]))  # fmt: skip
def test_a_part_is_never_larger_than_its_whole(a, b, words):
    found = counts(words.format(a=a, b=b))
    assert found
    assert all(whole is None or part <= whole for part, whole in found)
    if b < a:
        assert (b, a) in found


def test_what_only_points_back_counts_nobody_anew():
    twice = counts("Police held 40 people. All 40 were released on Sunday.")
    assert twice == [(40, None)]
    again = find_by_rules(report("Five women were arrested. The five were held for two days.")).statements
    assert [s.count.best for s in again if s.count and s.count.unit == "person"] == [5]
    assert [s.act for s in again if s.act] == ["arbitrary_detention", "arbitrary_detention"]
    other = counts("Police detained two brothers in Osh. The two were beaten.")
    assert other == [(2, None), (2, 2)]  # another deed, the same people
    named = counts("Ali and Karim were detained in Osh. The two brothers were beaten.")
    assert named == [(2, None)]  # nobody was counted before
    rest = counts("Police detained two men in Osh. The other two escaped.")
    assert rest == [(2, None), (2, None)]
    left = counts("Police detained 64 workers in Osh. The remaining 26 workers were deported.")
    assert left == [(64, None), (26, 64)]


@pytest.mark.parametrize(
    "text",
    [
        "Police detained a man of 26.",
        "A boy and his uncle, 45, were beaten by police.",
        "Women aged 20, 31 and 44 were deported.",
        "The 31-year-old was deported on Monday.",
        "The youngest was 17, the eldest 62.",
        "Boys as young as 12 were beaten by guards.",
        "Rustam, 26, a builder, was beaten by guards.",
    ],
)
def test_an_age_counts_nobody(text):
    assert counts(text) == []


def test_an_age_does_not_hide_who_is_counted():
    found = find_by_rules(report("Three men aged 19 to 34 were detained in Osh.")).statements
    assert [(s.act, s.count.best, s.affected.name) for s in found] == [("arbitrary_detention", 3, "men")]
    assert counts("Detained were a man of 26 and two women of 30 and 35.") == [(2, None)]


WHEN = {
    "Last year, 212 were expelled, up from 150 in 2023.": {212: "2024", 150: "2023"},
    "In 2024 the court expelled 212 people, compared with 150 a year earlier.": {212: "2024", 150: "2023"},
    "In the first half of 2024, 980 people were deported, against 640 in the same period of 2023.": {
        980: "2024-01/2024-06",
        640: "2023-01/2023-06",
    },
    "A total of 1,200 people were expelled in 2024 and 900 in 2023.": {1200: "2024", 900: "2023"},
    "Police deported 30 people on Monday and another 20 on Tuesday.": {30: "2025-03-10", 20: "2025-03-11"},
    "Police held 30 people on Monday and on Tuesday deported 20.": {30: "2025-03-10", 20: "2025-03-11"},
    "Expulsions rose from 300 in 2022 to 450 in 2023.": {300: "2022", 450: "2023"},
    # one date for all
    "On 3 March, 12 men were detained in Osh and 15 in Batken.": {12: "2025-03-03", 15: "2025-03-03"},
}


@pytest.mark.parametrize("text", WHEN)
def test_each_number_takes_the_date_told_with_it(text):
    found = find_by_rules(report(text, published="2025-03-12")).statements
    assert {s.count.best: s.when for s in found if s.count} == WHEN[text]


def test_those_taken_to_an_enlistment_office_are_counted_apart_from_those_to_be_deported():
    text = "42 of them will be deported, and 17 men were taken to the military enlistment office to be registered."
    found = find_by_rules(report(text)).statements
    assert [(s.act, s.count.best, s.modality.value) for s in found] == [
        ("expulsion", 42, "planned"),
        ("forced_recruitment", 17, "asserted"),
    ]


def test_who_calls_to_say_they_beat_him_is_not_who_beat_him():
    text = "My brother called: they beat him and made him sign a paper. An officer asked for money."
    beaten = [s for s in find_by_rules(report(text)).statements if s.act == "torture_ill_treatment"]
    assert [(s.actor.name, s.modality.value) for s in beaten] == [("they", "asserted")]


def test_a_bare_number_before_what_people_did_counts_people():
    told = {
        "The remaining 466 left on their own, 418 from the city and 48 from the region.": [466, 418, 48],
        "He said 30 agreed to go and 12 refused.": [30, 12],
        "In 2019 refused visas rose.": [],
        "At 9.30 left the first bus.": [],
    }
    for text, numbers in told.items():
        found = [s.count for s in find_by_rules(report(text)).statements if s.count]
        assert [(c.best, c.unit) for c in found] == [(n, "person") for n in numbers], text


def test_what_an_offer_stands_in_the_place_of_hangs_over_somebody_and_is_not_denied():
    for text, modality in {
        "He was offered a contract instead of deportation at the enlistment office.": "planned",
        "He was fined instead of being deported.": "denied",
    }.items():
        found = [s.modality for s in find_by_rules(report(text)).statements if s.act == "expulsion"]
        assert found == [modality], text


def test_advice_not_to_travel_is_told_and_not_denied():
    for text in ("Both governments have told their citizens not to travel to Russia for the time being.",):
        found = [s.modality for s in find_by_rules(report(text)).statements if s.act == "travel_advisory"]
        assert found == ["asserted"], text


def test_those_whom_an_act_spared_are_not_counted_by_it():
    for text, number in {
        "The court ordered all but two of them to leave the country.": None,
        "Police detained everyone except 11 of the men.": None,
        "Police detained all 11 of the men.": 11,
        "Nobody was fined, but 11 men were deported.": 11,
    }.items():
        found = find_by_rules(report(text)).statements
        counted = {s.count and s.count.best for s in found if s.act in ("expulsion", "arbitrary_detention")}
        assert counted == {number}, text
