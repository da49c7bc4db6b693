"""Boosted trees are read from their table and asked as the table says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.extraction.learned.trees import Trees, read_trees

TABLE = """-1.5
0\tnear\t2.5\t1\t4
0\tshare\t0.5\t2\t3
0\t\t0.25\t\t
0\t\t1\t\t
0\t\t-0.75\t\t
1\t\t0.125\t\t
"""
MODEL = Path(__file__).parents[2] / "models" / "accounts-en" / "trees.tsv"


def _walk(table: str, known: dict[str, float]) -> float:
    """The odds, read line by line."""
    first, *lines = table.splitlines()
    trees: dict[str, list[list[str]]] = {}
    for line in lines:
        number, *node = line.split("\t")
        trees.setdefault(number, []).append(node)
    total = float(first)
    for nodes in trees.values():
        name, told, low, high = nodes[0]
        while name:
            name, told, low, high = nodes[int(low if known[name] <= float(told) else high)]
        total += float(told)
    return total


@pytest.fixture
def trees(tmp_path: Path) -> Trees:
    path = tmp_path / "trees.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return read_trees(path)


@pytest.mark.parametrize(
    ("near", "share", "odds"), [(1, 0.2, -1.125), (2.5, 0.9, -0.375), (3, 0.2, -2.125), (13, 1.0, -2.125)]
)
def test_a_row_goes_down_every_tree(trees: Trees, near: float, share: float, odds: float) -> None:
    assert trees.names == ("near", "share")
    assert trees.odds([(near, share)]) == [odds]


def test_no_rows_have_no_odds(trees: Trees) -> None:
    assert trees.odds([]) == []


@given(st.data())
def test_the_trees_that_are_shipped_give_what_their_table_says(data: st.DataObject) -> None:
    shipped, table = read_trees(MODEL), MODEL.read_text(encoding="utf-8")
    row = data.draw(st.lists(st.floats(0, 13), min_size=len(shipped.names), max_size=len(shipped.names)))
    assert shipped.odds([row])[0] == pytest.approx(_walk(table, dict(zip(shipped.names, row, strict=True))))
