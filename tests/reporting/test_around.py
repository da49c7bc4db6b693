"""Weeks around a day: what lies in one week is counted there, nothing twice; the picture says that it is reports."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.reporting.around import WARNING, around, drawn
from guvoh.reporting.time_data import DateTally, time_data

DAY = date(2024, 3, 22)


def found(*whens, weeks=2, planned=False):
    items = time_data(DateTally(when, "raid", 1, planned) for when in whens).items
    return around(items, DAY, weeks)


@pytest.mark.parametrize(
    ("when", "week"),
    [
        ("2024-03-22", 2),
        ("2024-03-28", 2),
        ("2024-03-29", 3),
        ("2024-03-21", 1),
        ("2024-03-15", 1),
        ("2024-03-14", 0),
        ("2024-03-23/2024-03-25", 2),
    ],
)
def test_an_event_stands_in_the_week_of_its_whole_date(when, week):
    counts = [one.count for one in found(when).weeks]
    assert counts == [int(n == week) for n in range(4)]


@pytest.mark.parametrize("when", ["2024-03", "2024-03-20/2024-03-24", "2024-03-27/2024-03-30", "2024-03-22/.."])
def test_a_wider_date_is_in_no_week(when):
    told = found(when)
    assert sum(one.count for one in told.weeks) == 0
    assert told.loose == 1


def test_what_was_planned_or_lies_outside_is_not_told():
    assert found("2024-03-23", planned=True).loose == 0
    assert sum(one.count for one in found("2024-03-23", planned=True).weeks) == 0
    assert found("2024-05-01", "2023-03-22").sums.after == 0


@given(st.lists(st.integers(-40, 40), max_size=30), st.integers(1, 8))
def test_no_day_is_counted_twice_or_lost(days, weeks):
    whens = [(DAY + timedelta(days=n)).isoformat() for n in days]
    told = found(*whens, weeks=weeks)
    inside = [n for n in days if -7 * weeks <= n < 7 * weeks]
    assert sum(one.count for one in told.weeks) == len(inside) == told.sums.before + told.sums.after
    assert told.loose == 0


def test_the_picture_is_sound_and_says_what_it_is():
    picture = str(drawn(found("2024-03-23", "2024-03-15"), "Reported <events>"))
    root = ElementTree.fromstring(picture)
    words = " ".join(" ".join(root.itertext()).split())
    assert "Reported <events>" in words
    assert all(word in words for word in WARNING.split())
    assert "2024-03-22 to 2024-03-28: 1" in words
