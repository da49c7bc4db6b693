"""Dates of one long sentence: the same as of a short one, without reading all of it again for each of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.extraction.dates import find_dates, finder
from guvoh.extraction.dates.taken import Taken

STRETCHES = st.lists(st.tuples(st.integers(5, 30), st.integers(5, 30)), max_size=8)


@given(STRETCHES, st.integers(5, 30), st.integers(5, 30))
def test_knows_which_places_are_taken_as_comparing_each_stretch_does(stretches, start, end):
    taken = Taken(5, 30)
    for stretch in stretches:
        taken.take(*stretch)
    assert taken.any_of(start, end) == any(max(start, a) < min(end, b) for a, b in stretches)


def test_reads_the_numbers_of_a_sentence_once_for_all_its_years(monkeypatch):
    asked = []
    found = finder.find_numbers
    monkeypatch.setattr(finder, "find_numbers", lambda *given: asked.append(given) or found(*given))
    text = f"Workers fled {', '.join(f'in {year}' for year in range(1980, 2020))} and later."
    assert len(find_dates(text, [(0, len(text))], published="2024-03-01")) == 40
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("since March 4, 2023", "2023-03-04/.."),
        ("told to go by Friday", "2024-03-01"),
        ("from 1 July 2025", "2025-07-01/.."),
    ],
)
def test_reads_the_words_before_a_date_far_into_a_sentence_as_at_its_start(words, edtf):
    text = f"Vans came to the market, and {'the guards stood there and ' * 60}all were {words}."
    assert [m.edtf for m in find_dates(text, [(0, len(text))], published="2024-02-27")] == [edtf]
