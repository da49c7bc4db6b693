"""The shelf in the vault answers as the one in memory does, whatever is put and dropped."""

from contextlib import nullcontext

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guvoh.assessment.shelf import MemoryShelf, Row
from guvoh.custody.records.shelving import TableShelf

NAMES = st.sampled_from(["a", "b", "c", "d"])
ROWS = st.lists(st.builds(Row, st.sampled_from(["x", "y"]), NAMES, st.lists(NAMES, unique=True).map(tuple), NAMES))
STEPS = st.lists(st.one_of(ROWS, st.tuples(st.sampled_from(["x", "y"]), st.sets(NAMES))), max_size=6)


def told(rows):
    return sorted((row.kind, row.id, row.data) for row in rows)


@pytest.fixture
def shelf(vault):
    return TableShelf(nullcontext)


@given(STEPS, st.sets(NAMES))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_answers_as_the_one_in_memory(shelf, steps, asked):
    shelf.clear()
    memory = MemoryShelf()
    for step in steps:
        for one in (shelf, memory):
            if isinstance(step, tuple):
                one.drop(*step)
            else:
                one.put(step)
    for kind in ("x", "y"):
        assert told(shelf.with_keys(kind, asked)) == told(memory.with_keys(kind, asked))
        assert told(shelf.with_ids(kind, asked)) == told(memory.with_ids(kind, asked))


def test_more_rows_than_one_statement_holds(shelf):
    rows = [Row("x", str(n), ("all", f"k{n % 7}"), "data") for n in range(1203)]
    shelf.put(rows)
    assert told(shelf.with_keys("x", ["all"])) == told(rows)
    assert len(list(shelf.with_keys("x", ["k0"]))) == 172
    shelf.drop("x", [row.id for row in rows[:1200]])
    assert told(shelf.with_ids("x", [row.id for row in rows])) == told(rows[1200:])
