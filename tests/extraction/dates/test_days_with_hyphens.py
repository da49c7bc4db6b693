"""Days written with hyphens, the day first: "16-11-2022"."""

from __future__ import annotations

import pytest

from guvoh.extraction.dates.absolute import absolute


@pytest.mark.parametrize(("words", "year", "month", "day"), [("16-11-2022", 2022, 11, 16), ("3-3-2021", 2021, 3, 3)])
def test_the_day_stands_first(words: str, year: int, month: int, day: int) -> None:
    text = f"Urgent appeal\n\n{words}"
    (raw,) = absolute(text, 0, len(text))
    assert (raw.first.year, raw.first.month, raw.first.day) == (year, month, day)


def test_a_day_that_may_be_a_month_leaves_the_year() -> None:
    text = "Desk 05-06-2024"
    (raw,) = absolute(text, 0, len(text))
    assert (raw.first.year, raw.first.month) == (2024, None)


@pytest.mark.parametrize("text", ["Call 925-000-2017", "Case 12-40-2016 is shut", "File 5-16-11-2022-7"])
def test_numbers_of_cases_and_telephones_are_no_days(text: str) -> None:
    assert not [raw for raw in absolute(text, 0, len(text)) if raw.first.day is not None]
