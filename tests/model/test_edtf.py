"""EDTF values: a table, and the library `edtf` as an oracle for the subset that both know."""

from datetime import date

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from guvoh.model.edtf import Bounds, bounds, contains, is_edtf, overlaps
from guvoh.model.errors import BadTerm

COVERS = [
    ("2024-03-22", date(2024, 3, 22), date(2024, 3, 22)),
    ("2024-03", date(2024, 3, 1), date(2024, 3, 31)),
    ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("0001", date(1, 1, 1), date(1, 12, 31)),
    ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ("2024-03-22/2024-03-24", date(2024, 3, 22), date(2024, 3, 24)),
    ("2024-03-22/2024-03-22", date(2024, 3, 22), date(2024, 3, 22)),
    ("2021-06/2021-08", date(2021, 6, 1), date(2021, 8, 31)),
    ("2024/2024-05-01", date(2024, 1, 1), date(2024, 5, 1)),
    ("2024-03-22/..", date(2024, 3, 22), None),
    ("../2024-03-22", None, date(2024, 3, 22)),
    ("2024-03-22/", date(2024, 3, 22), None),
    ("/2024-03", None, date(2024, 3, 31)),
]
NO_YEAR = ["XXXX", "XXXX-03", "XXXX-03-22", "XXXX-02-29", "XXXX-03-22/XXXX-03-24", "XXXX-12-30/XXXX-01-02"]
WRONG = [
    "",
    "/",
    "..",
    "../..",
    "/..",
    "2024-3-22",
    "24-03-22",
    "2024-13",
    "2024-00",
    "2024-04-31",
    "2023-02-29",
    "XXXX-02-30",
    "0000",
    "2024-03-22T10:00",
    "22.03.2024",
    "2024-03-22 ",
    " 2024",
    "2024\n",
    "2024-03-24/2024-03-22",
    "2025/2024",
    "2024/2025/2026",
    "2024-03-22/yesterday",
    "20XX",
    "2024-XX-22",
    "2024~",
    "2024?",
    "2024-21",
    "٢٠٢٤",
    "２０２４-03",
    "yesterday",
]


@pytest.mark.parametrize(("value", "first", "last"), COVERS)
def test_a_value_covers_its_days(value, first, last):
    assert bounds(value) == Bounds(first, last, year_known=True)


@pytest.mark.parametrize("value", NO_YEAR)
def test_a_value_without_a_year_has_no_bounds(value):
    assert bounds(value) == Bounds(None, None, year_known=False)


@pytest.mark.parametrize("value", WRONG)
def test_what_is_outside_the_subset_is_refused(value):
    assert not is_edtf(value)
    with pytest.raises(BadTerm) as caught:
        bounds(value)
    assert "EDTF" in caught.value.message
    assert caught.value.next_step


@pytest.mark.parametrize(
    ("a", "b", "shared", "covered"),
    [
        ("2024-03", "2024-03-22", True, True),
        ("2024-03-22", "2024-03", True, False),
        ("2024-03", "2024-04", False, False),
        ("2024", "2024", True, True),
        ("2024-03-22/..", "2030", True, True),
        ("2024-03-22/..", "2024-03", True, False),
        ("../2024-03-22", "2024-03-23", False, False),
        ("../2024-03-22", "2024-03-22/..", True, False),
        ("2024-03-30/2024-04-02", "2024-04", True, False),
        ("XXXX-03-22", "2024-03-22", None, None),
        ("2024", "XXXX", None, None),
    ],
)
def test_sharing_and_covering_days(a, b, shared, covered):
    assert overlaps(a, b) is shared
    assert overlaps(b, a) is shared
    assert contains(a, b) is covered


DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
POINTS = st.builds(lambda day, size: day.isoformat()[:size], DAYS, st.sampled_from((4, 7, 10)))
DIGITS = st.text("0123456789-", min_size=4, max_size=10)
CLOSED = st.one_of(POINTS, st.builds("{}/{}".format, POINTS, POINTS))


def oracle(value):
    """First and last day by the library, or None where it does not know the value or the days run backwards."""
    try:
        parsed = parse_edtf(value)
    except EDTFParseException:
        return None
    first, last = (tuple(part)[:3] for part in (parsed.lower_strict(), parsed.upper_strict()))
    return (first, last) if first <= last else None


def days(value):
    covered = bounds(value)
    return tuple((d.year, d.month, d.day) for d in (covered.first, covered.last))


@given(CLOSED)
def test_the_library_gives_the_same_days(value):
    expected = oracle(value)
    assert is_edtf(value) == (expected is not None)
    if expected:
        assert days(value) == expected


@given(DIGITS)
def test_no_run_of_digits_passes_that_the_library_refuses(value):
    if is_edtf(value):
        assert oracle(value) == days(value)


@given(st.text(max_size=24))
def test_any_text_is_answered_with_yes_or_no(value):
    assert is_edtf(value) in (True, False)


@given(CLOSED, CLOSED)
def test_covering_means_sharing(a, b):
    if is_edtf(a) and is_edtf(b):
        assert overlaps(a, b) == overlaps(b, a)
        if contains(a, b):
            assert overlaps(a, b)
        if contains(a, b) and contains(b, a):
            assert bounds(a) == bounds(b)
