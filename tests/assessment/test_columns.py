"""Answers asked for many pairs at once, with and without a table, and values numbered."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from guvoh.assessment import columns
from guvoh.assessment.columns import Answers, Sets, distinct, numbered

_THINGS = st.lists(st.integers(0, 9), min_size=1, max_size=40)


@given(_THINGS, st.booleans())
def test_each_two_things_are_asked_for_once_and_answered_alike_with_and_without_a_table(things, is_large):
    asked = []

    def difference(a: int, b: int) -> int:
        asked.append((a, b))
        return a - b

    kept = columns._TABLE
    columns._TABLE = 0 if is_large else kept
    try:
        answers = Answers(things, lambda thing: thing, difference)
    finally:
        columns._TABLE = kept
    first = np.arange(len(things))
    second = first[::-1]
    for _ in range(2):
        assert answers.of(first, second).tolist() == [a - b for a, b in zip(things, things[::-1], strict=True)]
    assert len(asked) == len(set(asked))


@given(st.lists(st.integers(-(2**40), 2**40)))
def test_different_numbers_are_those_of_a_set_in_order(numbers):
    assert distinct(np.array(numbers, dtype=np.int64)).tolist() == sorted(set(numbers))


@given(st.lists(st.one_of(st.none(), st.text(max_size=2))))
def test_equal_values_have_equal_numbers_and_empty_ones_none(values):
    found = numbered(values).tolist()
    assert [n == -1 for n in found] == [not value for value in values]
    assert len({n for n in found if n >= 0}) == len({value for value in values if value})


@given(st.lists(st.frozensets(st.sampled_from("abcdefgh")), min_size=1, max_size=8))
def test_sets_of_words_say_how_many_words_two_have_in_common(sets):
    found = Sets.of_words(sets)
    first = np.arange(len(sets))
    shared = found.shared(first, first[::-1]).tolist()
    assert shared == [len(a & b) for a, b in zip(sets, sets[::-1], strict=True)]
    assert found.sizes.tolist() == [len(words) for words in sets]
