"""Dates: EDTF and basis as tables of sentences, and properties over any text."""

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from guvoh.extraction.dates import find_dates
from guvoh.model.edtf import is_edtf


def dates(text, published=None, **more):
    found = find_dates(text, [(0, len(text))], published=published, **more)
    return [(text[m.start : m.end], m.edtf) for m in found]


WRITTEN = [
    ("They left on May 4, 2022, at night.", "May 4, 2022", "2022-05-04"),
    ("They left on 4 May 2022.", "4 May 2022", "2022-05-04"),
    ("On Friday, 5th of August, 2022, he fled.", "Friday, 5th of August, 2022", "2022-08-05"),
    ("Dated 22.03.2023 and signed.", "22.03.2023", "2023-03-22"),
    ("Dated 2023-03-22 and signed.", "2023-03-22", "2023-03-22"),
    ("Dated 2023/03/22 and signed.", "2023/03/22", "2023-03-22"),
    ("Dated 2023-3-5 and signed.", "2023-3-5", "2023-03-05"),
    ("In nine months of 2020 they left.", "In nine months of 2020", "2020-01/2020-09"),
    ("Dated 3/22/2023 and signed.", "3/22/2023", "2023-03-22"),
    ("Dated 5/6/2023 and signed.", "5/6/2023", "2023"),
    ("It ran September 3-9, 2021.", "September 3-9, 2021", "2021-09-03/2021-09-09"),
    ("It ran 3–9 September 2021.", "3–9 September 2021", "2021-09-03/2021-09-09"),
    ("From June 28 to July 2, 2021 it ran.", "June 28 to July 2, 2021", "2021-06-28/2021-07-02"),
    ("From December 30, 2021 to January 2, 2022.", "December 30, 2021 to January 2, 2022", "2021-12-30/2022-01-02"),
    ("In March 2020 they met.", "March 2020", "2020-03"),
    ("January to June 2020 was calm.", "January to June 2020", "2020-01/2020-06"),
    ("In the spring of 2020 it closed.", "the spring of 2020", "2020-03/2020-05"),
    ("In winter 2020 it closed.", "winter 2020", "2020-12/2021-02"),
    ("The second half of 2020 was calm.", "The second half of 2020", "2020-07/2020-12"),
    ("The third quarter of 2020.", "The third quarter of 2020", "2020-07/2020-09"),
    ("The first nine months of 2020.", "The first nine months of 2020", "2020-01/2020-09"),
    ("In ten months of 2024 they left.", "In ten months of 2024", "2024-01/2024-10"),
    ("For the 11 months of 2021 it shut.", "For the 11 months of 2021", "2021-01/2021-11"),
    ("The last three months of 2020.", "The last three months of 2020", "2020-10/2020-12"),
    ("Dated 2024-8-5 and signed.", "2024-8-5", "2024-08-05"),
    ("In the 1990s it was open.", "the 1990s", "1990/1999"),
    ("It ran 2017-2019.", "2017-2019", "2017/2019"),
    ("In early 2019 it shut.", "early 2019", "2019"),
    ("A 2018 study says so.", "2018", "2018"),
    ("Since May 4, 2022, nobody came.", "Since May 4, 2022", "2022-05-04/.."),
    ("Before May 4, 2022, nobody came.", "Before May 4, 2022", "../2022-05-04"),
    ("Since the summer of 2022 many have gone.", "Since the summer of 2022", "2022-06/.."),
    ("They were expelled since the winter of 2023.", "since the winter of 2023", "2023-12/.."),
    ("It has been so since the 1990s.", "since the 1990s", "1990/.."),
    ("It is the deadliest raid since the siege in 2004.", "2004", "2004"),
    ("The raids went on since the siege in 2004.", "since the siege in 2004", "2004/.."),
    ("Answer by November 3, 2022 please.", "November 3, 2022", "2022-11-03"),
]


@pytest.mark.parametrize(("text", "said", "edtf"), WRITTEN)
def test_dates_written_out_need_nothing_else(text, said, edtf):
    assert dates(text) == [(said, edtf)]
    assert dates(text, "2024-03-26") == [(said, edtf)]


# published Tuesday 2024-03-26
TOLD = [
    ("He was held on Thursday.", "2024-03-21"),
    ("He was held on Tuesday.", "2024-03-26"),
    ("It was finished at 4.30am today by 54 officers.", "2024-03-26"),
    ("He was held last Tuesday.", "2024-03-19"),
    ("The court will sit on Friday.", "2024-03-29"),
    ("They meet next Monday.", "2024-04-01"),
    ("He called yesterday.", "2024-03-25"),
    ("He came two days ago.", "2024-03-24"),
    ("He came three years ago.", "2021"),
    ("Last week nobody came.", "2024-03-18/2024-03-24"),
    ("Earlier this month he left.", "2024-03"),
    ("Last month he left.", "2024-02"),
    ("Last year he left.", "2023"),
    ("In the last three years he wrote twice.", "2021-03-26/2024-03-26"),
    ("Over the past week he wrote twice.", "2024-03-19/2024-03-26"),
    ("In the first half of the year he wrote.", "2024-01/2024-06"),
    ("Since the beginning of the year he wrote.", "2024-01-01/.."),
    ("He left on March 4.", "2024-03-04"),
    ("He left on December 24.", "2023-12-24"),
    ("It will open on May 6.", "2024-05-06"),
    ("The second wave is set for June 3-9.", "2024-06-03/2024-06-09"),
    ("In February he left.", "2024-02"),
    ("In November he left.", "2023-11"),
    ("In March of last year he left.", "2023-03"),
    ("Last summer he left.", "2023-06/2023-08"),
]


@pytest.mark.parametrize(("text", "edtf"), TOLD)
def test_dates_told_from_the_date_published(text, edtf):
    assert [d for _, d in dates(text, "2024-03-26")] == [edtf]


@pytest.mark.parametrize(("text", "edtf"), TOLD)
def test_without_a_date_published_no_year_is_made_up(text, edtf):
    for _, value in dates(text):
        assert value.startswith("XXXX-")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("In recent years it grew.", "2024-03-26"),
        ("Over the past few weeks it grew.", "2024-03-26"),
        ("He may march in May Street, sat down.", "2024-03-26"),
        ("Every Friday they pray; the Sunday Times wrote; Black Friday.", "2024-03-26"),
        ("At 12:44 PM the door opened.", "2024-03-26"),
        ("2000 migrants were held.", "2024-03-26"),
        ("In May 30 people died.", None),
        ("Operation Sunrise-2022 began.", None),
        ("Photo: © 2024 Someone", "2024-03-26"),
        ("He spoke on April 31, 2022.", None),
    ],
)
def test_near_misses_are_no_full_dates(text, published):
    assert [d for _, d in dates(text, published) if d not in ("XXXX-05", "2022", "2022-04", "2023-05")] == []


def test_a_past_date_just_ahead_keeps_its_year_open():
    assert dates("He was held on April 20.", "2024-03-26") == [("April 20", "XXXX-04-20")]


def test_a_day_known_by_name_keeps_its_year_open():
    assert dates("After the September 11 attacks laws changed.", "2024-03-26")[0][1].endswith("XXXX-09-11/..")


ANCHORED = [
    ("two days after the blast", "2022-05-06"),
    ("the day after the blast", "2022-05-05"),
    ("three days before the blast", "2022-05-01"),
    ("in the three days following the blast", "2022-05-04/2022-05-07"),
    ("since the May blast", "2022-05-04/.."),
    ("before the May blast", "../2022-05-04"),
]


@pytest.mark.parametrize(("said", "edtf"), ANCHORED)
def test_anchors_come_from_the_text(said, edtf):
    text = f"The blast at a market took place on May 4, 2022. He wrote {said}."
    assert (said.removeprefix("in "), edtf) in [(w.removeprefix("in "), d) for w, d in dates(text)]
    assert dates(f"He wrote {said}.".replace("May ", "")) == []


def test_a_bare_anchor_is_told_only_when_asked_for():
    text = "The blast on May 4, 2022, was loud. Since the blast nobody came."
    assert ("Since the blast", "2022-05-04/..") not in dates(text)
    assert ("Since the blast", "2022-05-04/..") in dates(text, bare_anchors=True)


def test_two_happenings_of_one_kind_anchor_nothing():
    text = "The blast on May 4, 2022, was loud. The blast on June 8, 2022, was not. He wrote two days after the blast."
    assert [d for _, d in dates(text)] == ["2022-05-04", "2022-06-08"]


def test_a_name_gives_its_year_to_its_dates_with_the_reason():
    text = "Operation Sunrise-2022 began on May 4. A second phase of the operation is set for June 3-9."
    found = find_dates(text, [(0, len(text))], published=None)
    assert [(m.edtf, m.basis) for m in found] == [("2022-05-04", "inferred"), ("2022-06-03/2022-06-09", "inferred")]
    assert all("Sunrise-2022" in (m.why or "") for m in found)


def test_the_next_day_follows_the_day_before_it():
    assert dates("On May 4, 2022, he fled and the next day he called.")[1] == ("the next day", "2022-05-05")


def test_a_day_takes_the_year_it_has_elsewhere_in_the_text():
    text = "He fled on May 4.\n\nThe May 4, 2022, order is clear."
    assert dates(text) == [("May 4", "2022-05-04"), ("May 4, 2022", "2022-05-04")]


def test_the_date_of_a_report_is_not_the_year_it_reports_on():
    text = "In January 2022 it held 44, the service said on July 12."
    assert dates(text, "2024-07-15")[1] == ("July 12", "2024-07-12")


def test_a_story_keeps_its_year():
    text = "On May 4, 2023, he was held and on June 5 deported."
    assert dates(text, "2024-07-15")[1] == ("June 5", "2023-06-05")


def test_a_weekday_settles_the_year():
    assert dates("Court on Monday, 10 March.", "2025-03-07") == [("Monday, 10 March", "2025-03-10")]
    assert dates("Court on Monday, 11 March.", "2025-03-07") == [("Monday, 11 March", "2024-03-11")]


def test_conflicting_years_leave_it_open():
    assert dates("In April 2021 he came. On May 3 he left.", "2024-06-26")[1] == ("May 3", "XXXX-05-03")


def test_a_word_of_bound_belongs_to_one_date():
    assert dates("since May on 2022") == [("since May", "XXXX-05/.."), ("2022", "2022")]


WORDS = "May 4 , 2022 - to since the 31 last Friday days ago two attack after on June 2024-02-29 Sept. summer".split(
    " "
)


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=25,
    ).map(" ".join)
    | st.text(max_size=150),
    st.sampled_from([None, "2024", "2024-02", "2024-02-29", "0001-01-01"]),
)
def test_any_text_gives_sound_edtf(text, published):
    last = 0
    for m in find_dates(text, [(0, len(text))], published=published, bare_anchors=True):
        assert is_edtf(m.edtf)
        parse_edtf(m.edtf.replace("XXXX", "2020"))  # the oracle knows no unspecified year in an interval
        assert last <= m.start < m.end <= len(text)
        assert m.basis in ("text", "published", "inferred")
        assert m.why
        last = m.end


def test_a_month_written_with_its_year_gives_it_to_the_same_month_further_down():
    text = (
        "They have been held since August 2025. In August a town closed its doors. On August 12 nine were taken away."
    )
    assert [edtf for _, edtf in dates(text)] == ["2025-08/..", "2025-08", "2025-08-12"]


@pytest.mark.parametrize(
    "text",
    [
        "In August nine were taken away. The camp opened in August 2025.",  # told only further down
        "It opened in August 2019 and shut in May 2024.\n\nIt is empty. All went. In August nine were taken.",
        "The camp opened in September 2025. It is like September 11.",  # a day known by name
        "The law takes effect in March 2026.\n\nIt is cold. All went. In March nine were taken.",  # a month to come
    ],
)
def test_no_year_is_lent_where_another_may_be_meant(text):
    assert any(edtf.startswith("XXXX") for _, edtf in dates(text))


def test_a_year_in_the_name_of_a_law_or_treaty_dates_nothing():
    assert dates("India signed neither the 1951 Refugee Convention nor its 1967 Protocol.") == []
    assert [edtf for _, edtf in dates("The 1951 conference was held in Geneva.")] == ["1951"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In May 2024 Moscow Law Institute students were beaten.", "2024-05"),
        ("In 2024 Tajikistan’s Criminal Code was amended.", "2024"),
        ("On 3 May 2024 Tajik Law students were beaten.", "2024-05-03"),
        ("In 2023 the Law Centre closed.", "2023"),
    ],
)
def test_a_date_before_a_name_that_holds_a_word_of_law_stays(text, edtf):
    assert [found for _, found in dates(text)] == [edtf]


def test_hours_in_four_digits_are_no_years():
    assert dates("By 2000 hours all had been released.", "2004-03-14") == []
    assert dates("The 1800 hrs train left.", "2004-03-14") == []


@pytest.mark.parametrize("clock", ["4.30am", "5 p.m.", "at 17:30"])
def test_today_behind_an_hour_is_the_day_published(clock):
    assert dates(f"The raid, finished {clock} today by 54 officers, was large.", "2024-05-11") == [
        ("today", "2024-05-11")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the FIRST HALF of 2024 they left.", [("the FIRST HALF of 2024", "2024-01/2024-06")]),
        ("In Q2 2024 they left.", [("Q2 2024", "2024-04/2024-06")]),
        ("Of the 12 held in 2024, half left.", [("2024", "2024")]),  # half of the people
        ("After months of talks in 2024 they left.", [("2024", "2024")]),
        ("Two days after the attack they left.", []),  # no attack that the text dates
    ],
)
def test_parts_of_a_year_and_days_from_an_event_only_where_their_words_stand(text, expected):
    assert dates(text) == expected
