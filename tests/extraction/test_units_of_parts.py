"""What "of them 9" and "9 of them" count: the same as the whole before it, which need be neither people nor last."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_texts import report

from guvoh.extraction.rules import find_by_rules


def last(text):
    """The unit of the last number told, and whether it is a part."""
    found = [s for s in find_by_rules(report(text)).statements if s.count]
    number = max(found, key=lambda s: s.count.start)
    return number.count.unit, number.count.of is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The line took 41 calls. Of them 9 about detention.", ("call", True)),
        ("We took 41 calls in 12 regions. Of them 9 about detention.", ("call", True)),
        ("The office examined 57 complaints. 12 of them were dismissed.", ("complaint", True)),
        ("The lawyers lodged 30 appeals from 22 men. Of them 9 were heard.", ("appeal", True)),
        ("The line took 41 calls this week. Of those, nine came from detained men.", ("call", True)),
        ("We received 64 letters, of which nine came from prisons.", ("letter", True)),
        ("The hotline took 41 calls from 30 callers. Nine of them were detained.", ("person", True)),
        ("Police raided 12 hostels. Of them, 40 were detained.", ("person", False)),
        ("Forty men were held. Of them 9 were let go.", ("person", True)),
    ],
)
def test_a_part_counts_what_its_whole_does(text, expected):
    assert last(text) == expected


@settings(max_examples=25)
@given(st.integers(2, 999), st.integers(1, 999))
def test_a_part_is_of_a_whole_that_is_larger(part, more):
    text = f"The network logged {part + more} complaints in 12 regions. Of them {part} concerned beatings."
    assert last(text) == ("complaint", True)
