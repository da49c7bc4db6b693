"""Lines that are nothing but a date, in the ways in which pages and letters print them."""

# ruff: noqa: E501 -- invented pages stand as they are printed

from __future__ import annotations

import pytest

from guvoh.ingest.metadata.dates import date_line, stated_day

LINES = {
    "2024-8-7 13:20": "2024-08-07",
    "2024-8-7": "2024-08-07", "Wednesday, 21, January, 2026": "2026-01-21",
    "11 April 2024, 21:45": "2024-04-11", "12:44 PM EDT, March 26, 2024": "2024-03-26", "October 28, 2024": "2024-10-28",
    "Tuesday, 26 March 2024": "2024-03-26", "Published: Mar. 26, 2024 at 9:05 a.m. GMT+3": "2024-03-26", "26.03.2024 14:05": "2024-03-26",
    "2024-03-26": "2024-03-26", "2024/03/12": "2024-03-12", "26th March 2024": "2024-03-26", "Bishkek, 14 May 2024": "2024-05-14", "26 марта 2024 г., 14:05": "2024-03-26",
    "26 марта 2024 года": "2024-03-26", "14:05, 26 марта 2024": "2024-03-26", "Опубликовано: 3 мая 2024": "2024-05-03", "Вторник, 26 марта 2024": "2024-03-26",
    "Published June 4, 2024 | Updated June 5, 2024": "2024-06-04", "Aida Osmonova | 12 March 2024": "2024-03-12", "26/03/2024": "2024-03-26", "12 март 2024": "2024-03-12",
}  # fmt: skip
NO_LINES = [
    "On 11 April 2024 police came.", "Updated: 26 March 2024", "12/03/2024", "31 February 2024", "March 2024", "April 11", "21:45", "© 2024",
    "In 2024 there were 11 raids in April", "May 2024 was 14 days long",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_date_line_gives_its_day(line):
    assert date_line(line) == LINES[line]


@pytest.mark.parametrize("line", NO_LINES)
def test_other_lines_give_nothing(line):
    assert date_line(line) is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-03-26T23:44:00-04:00", "2024-03-26"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("2024-13-01", None),
        ("yesterday", None),
        ("26.03.2024", "2024-03-26"),
    ],
)
def test_machine_dates_keep_the_day_as_printed(value, day):
    assert stated_day(value) == day
