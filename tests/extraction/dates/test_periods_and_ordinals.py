"""Dates from headings, day numbers, bounds, deadlines, seasons; and the days that date no event."""

import pytest

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.dates import find_dates
from guvoh.extraction.grammar.timing import is_of_telling
from guvoh.model import Document, Passage, Role

PUBLISHED = "2025-03-12"  # a Wednesday

TABLE = [
    # a heading's period
    (
        "Week 6: 3–9 February 2025\nOn Monday police came. On Friday they left.",
        ["2025-02-03/2025-02-09", "2025-02-03", "2025-02-07"],
    ),
    ("Monthly digest, February 2025\nOn the 6th police raided a hostel.", ["2025-02", "2025-02-06"]),
    ("Police held 40 people from 3 to 9 February 2025.\nOn Monday they left.", ["2025-02-03/2025-02-09", "2025-03-10"]),
    ("Week 6: 3–9 February 2025\nPolice came last Friday.", ["2025-02-03/2025-02-09", "2025-03-07"]),
    # a day by its number
    ("On 3 March the bank froze her card. On the 6th two bailiffs came.", ["2025-03-03", "2025-03-06"]),
    ("He was detained on the 6th.", ["2025-03-06"]),
    ("He was detained on the 20th.", ["2025-02-20"]),
    ("He has been held since the 6th.", ["2025-03-06/.."]),
    ("They live on the 6th floor.", []),
    ("It stood on the 38th parallel.", []),
    # bounds
    ("The ban is in force until 1 September 2026.", ["../2026-09-01"]),
    ("The men will stay until May.", ["../2025-05"]),
    ("The rule applies from 1 July 2025.", ["2025-07-01/.."]),
    ("From tomorrow migrants will be barred from taxi work.", ["2025-03-13/.."]),
    ("The letter is from 3 March.", ["2025-03-03"]),
    ("It must be done before the New Year.", ["../2026-01-01"]),
    # deadlines
    ("The men must leave by Friday evening.", ["2025-03-14"]),
    ("They were told to leave by Friday.", ["2025-03-14"]),
    ("By Friday all had left.", ["2025-03-07"]),
    ("He must leave by 20 March.", ["2025-03-20"]),
    # weekdays with their week, nights between two days
    ("We call a strike for Friday next week.", ["2025-03-21"]),
    ("He was held on Monday last week.", ["2025-03-03"]),
    ("They came overnight to Sunday.", ["2025-03-08/2025-03-09"]),
    ("On Tuesday 38 people read out the oath.", ["2025-03-11"]),
    ("Since Friday, 40 people have been held.", ["2025-03-07/.."]),
    # seasons
    ("Since autumn 300 people have been deported.", ["2024-09/.."]),
    ("300 deportations are planned for the autumn.", ["2025-09/2025-11"]),
    ("Police raided hostels in the autumn.", ["2024-09/2024-11"]),
    ("The spring of discontent came.", []),
    # told from another day
    ("Police beat a man on 3 March. A week earlier he had complained.", ["2025-03-03", "2025-02-24"]),
    ("Police beat a man on 10 March; two weeks later he died.", ["2025-03-10"]),  # not before the page was printed
    # named days
    ("On New Year's Eve police came.", ["2024-12-31"]),
]


@pytest.mark.parametrize(("text", "edtf"), TABLE)
def test_dates(text, edtf):
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    assert [d.edtf for d in find_dates(text, spans, published=PUBLISHED)] == edtf


def test_a_heading_gives_years_where_no_date_is_published():
    text = "Week in the regions: 3–9 February 2025\nPolice came on Friday. They left on 8 February."
    spans = [(0, 38), (39, len(text))]
    assert [d.edtf for d in find_dates(text, spans, published=None)] == [
        "2025-02-03/2025-02-09",
        "2025-02-07",
        "2025-02-08",
    ]
    bare = "Police came on Friday. They left yesterday."
    assert find_dates(bare, [(0, len(bare))], published=None) == []


TELLING = [
    ("According to a post published on 3 March, 40 people were held.", "3 March", True),
    ("The video was posted on Monday.", "Monday", True),
    ("On 5 March the ombudsman said that 300 people had been expelled.", "5 March", True),
    ("In a letter dated 2 March, the ministry told of 40 cases.", "2 March", True),
    ("Monitors visited the centre on 4 March and found bruises.", "4 March", True),
    ("On 5 March police detained 40 people.", "5 March", False),
    ("On 5 March he was told to leave.", "5 March", False),
    ("Police, who reported no losses, raided a hostel on 5 March.", "5 March", False),
]


@pytest.mark.parametrize(("text", "words", "telling"), TELLING)
def test_the_day_of_telling_is_not_that_of_the_event(text, words, telling):
    read = annotate(Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), language="en"))
    assert is_of_telling(read, text.index(words)) is telling
