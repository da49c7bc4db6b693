"""The desk's timeline data: kinds of dates, lanes, full weeks, and before and after without guessing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.model.edtf import bounds
from guvoh.reporting.time_data import OTHER, DateKind, DateTally, before_after, time_data


@pytest.mark.parametrize(
    ("when", "kind"),
    [
        ("2024-03-22", DateKind.DAY),
        ("2024-03", DateKind.WITHIN),
        ("2024", DateKind.WITHIN),
        ("2024-03-22/2024-03-24", DateKind.SPAN),
        ("2024-03-22/..", DateKind.FROM),
        ("../2024-03-22", DateKind.UNTIL),
    ],
)
def test_each_kind_of_date(when, kind):
    (item,) = time_data([DateTally(when, "raid", 2)]).items
    assert item.kind is kind
    assert (item.first, item.last) == (bounds(when).first, bounds(when).last)


def test_dates_without_a_year_and_events_without_a_date_are_kept_apart():
    made = time_data([DateTally("XXXX-03-22", "raid", 2), DateTally("", "raid", 3), DateTally("2024", "raid", 1)])
    assert [t.when for t in made.yearless] == ["XXXX-03-22"]
    assert made.undated == 3
    assert len(made.items) == 1


def test_the_acts_told_most_have_lanes_and_the_rest_share_one():
    acts = ["raid", "fine", "expulsion", "torture_ill_treatment", "visa_refusal", "deportation", "plan", "wage_theft"]
    made = time_data([*(DateTally("2024", a, 9 - i) for i, a in enumerate(acts)), DateTally("2024", "", 4)])
    assert [lane for lane, _ in made.lanes] == [*acts[:6], OTHER, ""]
    assert sum(n for _, n in made.lanes) == sum(i.tally.count for i in made.items)
    assert {i.lane for i in made.items if i.tally.act in acts[6:]} == {OTHER}


def test_a_week_holds_only_what_falls_wholly_into_it():
    made = time_data(
        [
            DateTally("2024-03-18", "raid", 1),  # a Monday
            DateTally("2024-03-20/2024-03-24", "raid", 2),
            DateTally("2024-03-24/2024-03-25", "raid", 4),
            DateTally("2024-03", "raid", 8),
            DateTally("2024-03-20/..", "raid", 16),
        ]
    )
    assert made.weeks == {date(2024, 3, 18): 3}
    assert made.loose == 28


def test_before_and_after_count_only_what_lies_on_one_side():
    made = time_data(
        [
            DateTally("2024-03-21", "raid", 1),
            DateTally("2024-03-22", "raid", 2),
            DateTally("2024-03", "raid", 4),
            DateTally("2024-01", "raid", 8),
            DateTally("2023-01-01", "raid", 16),
            DateTally("2024-03-23/..", "raid", 32),
        ]
    )
    told = before_after(made.items, date(2024, 3, 22), 12)
    assert (told.before, told.after, told.across) == (9, 2, 36)


DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))


@given(st.lists(st.tuples(DAYS, st.integers(0, 40), st.integers(1, 5)), max_size=20), DAYS, st.integers(1, 60))
def test_every_event_that_touches_the_weeks_is_counted_once(told, day, weeks):
    tallies = [DateTally(f"{d}/{d + timedelta(days=n)}" if n else str(d), "raid", c) for d, n, c in told]
    made = time_data(tallies)
    found = before_after(made.items, day, weeks)
    start, end = day - timedelta(days=7 * weeks), day + timedelta(days=7 * weeks)
    touching = sum(c for d, n, c in told if d < end and d + timedelta(days=n) >= start)
    assert found.before + found.after + found.across == touching
    assert sum(made.weeks.values()) + made.loose == sum(c for _, _, c in told)


def test_tallies_of_one_date_and_act_are_one_item():
    made = time_data(
        [DateTally("2024", "raid", 1, events=(("b", "B"),)), DateTally("2024", "raid", 2, events=(("a", "A"),))]
    )
    (item,) = made.items
    assert item.tally.count == 3
    assert item.tally.events == (("a", "A"), ("b", "B"))


def test_the_ends_of_the_calendar_are_dates_like_others():
    made = time_data([DateTally("0001-01-01", "raid", 1), DateTally("9999-12-31", "raid", 2)])
    assert made.weeks == {date(1, 1, 1): 1, date(9999, 12, 27): 2}
    assert before_after(made.items, date(9999, 12, 31), 520).after == 2
    assert before_after(made.items, date(1, 1, 1), 520).after == 1
