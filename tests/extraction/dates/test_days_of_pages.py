"""The day published, printed in a line of a page that tells nothing, as a table with near misses."""

import pytest

from guvoh.extraction.dates import find_dates
from guvoh.extraction.dates.of_page import with_days_of_page
from guvoh.model import Document, Passage, Role
from guvoh.model.statement import DateMention

DAY = "2021-05-03"
PRINTED = [
    ("By Aida Osmonova 3 May 2021", Role.FURNITURE, "3 May 2021"),
    ("Updated 5:40 PM CST, May 3, 2021", Role.FURNITURE, "5:40 PM CST, May 3, 2021"),
    ("Published in the Osh Desk, May 3rd, 2021", Role.FURNITURE, "May 3rd, 2021"),
    ("3 May 2021", Role.LETTERHEAD, "3 May 2021"),
    ("3. May 2021 at 11:02 | Aida Osmonova", Role.LEAD, "3. May 2021 at 11:02"),
    ("03.05.21 10:40, Bishkek, Aida Osmonova. Spring of 2021", Role.BODY, "03.05.21 10:40"),
]
NOT_PRINTED = [
    ("12:10 / 07.03.2021", Role.FURNITURE, DAY),  # another page's
    ("Posted by: steppe_fox 3 May 2021", Role.COMMENT, DAY),
    ("By Aida Osmonova 3 May 2021", Role.FURNITURE, None),
    ("By Aida Osmonova May 2021", Role.FURNITURE, "2021-05"),
    ("03.05.20 10:40, Bishkek, Aida Osmonova. Spring of 2020", Role.BODY, DAY),  # another day
    ("They came at 03.05.21 10:40, Bishkek, in the spring of 2021", Role.BODY, DAY),
    ("Posted 03.05.21 10:40, Aida. Spring of 2021", Role.COMMENT, DAY),
    ("On 3 May 2021 they came.", Role.BODY, DAY),  # the finder of told dates reads it
]  # fmt: skip


def page(line, role, published):
    passages = (Passage(0, len(line), role),)
    return Document("a.txt", "0" * 64, "text/plain", line, passages, language="en", published=published)


@pytest.mark.parametrize(("line", "role", "words"), PRINTED)
def test_a_line_that_prints_the_day_published_dates_the_page(line, role, words):
    found = with_days_of_page(page(line, role, DAY), [])
    assert [(line[d.start : d.end], d.edtf) for d in found] == [(words, DAY)]


@pytest.mark.parametrize(("line", "role", "published"), NOT_PRINTED)
def test_other_lines_and_other_days_date_nothing(line, role, published):
    assert with_days_of_page(page(line, role, published), []) == []


def test_a_day_found_is_not_told_twice_and_a_part_of_it_gives_way():
    line = "5. Oct 2022 at 11:02"
    whole = DateMention("2022-10-05", "text", 0, 11, "")
    part = DateMention("2022-10", "text", 3, 11, "")
    document = page(line, Role.FURNITURE, "2022-10-05")
    assert with_days_of_page(document, [whole]) == [whole]
    assert [d.edtf for d in with_days_of_page(document, [part])] == ["2022-10-05"]


def test_the_day_that_ends_a_stretch_of_days_is_told_with_it():
    line = "Digest: 26 April – 3 May 2021"
    stretch = DateMention("2021-04-26/2021-05-03", "text", 8, len(line), "")
    assert with_days_of_page(page(line, Role.LEAD, DAY), [stretch]) == [stretch]


def test_a_day_before_the_credit_of_a_picture_is_told_and_a_year_of_copyright_is_not():
    line = "People at the border post, 29.04.2025. ©Mountain Watch 2024"
    assert [d.edtf for d in find_dates(line, [(0, len(line))], published=None)] == ["2025-04-29"]
    for line in (
        "1999-2025 © Mountain Watch",
        "© 29.04.2025 Mountain Watch",
        "Mountain Watch 2024. All rights reserved",
    ):
        assert find_dates(line, [(0, len(line))], published=None) == []


def test_the_weekday_of_a_printed_day_gives_way_to_it():
    line = "Monday, 3, May, 2021"
    weekday = DateMention(DAY, "published", 0, 6, "")
    assert [line[d.start : d.end] for d in with_days_of_page(page(line, Role.LEAD, DAY), [weekday])] == [line]
