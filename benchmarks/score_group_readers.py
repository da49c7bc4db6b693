"""How far two careful readers of one group of pages agree: `score_group_readers.py`.

`tests/golden/groups/read_again.jsonl` is by readers who saw neither gold.json nor what weighing gives: they put the
pieces of the gold into happenings, said how each two pages stand, and listed the numbers that cannot both be right.
What two readers see differently no weighing can get right. Written to benchmarks/results.md, in totals.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from results import table, write_section
from score import Tally, spans_of, touches

GROUPS = Path(__file__).parents[1] / "tests" / "golden" / "groups"
COLUMNS = ("groups", "pairs of pieces F1", "P", "R", "relations alike", "conflicts of the gold that the second lists",
           "of the second that the gold lists")  # fmt: skip
Piece = Mapping[str, str]
Reading = Mapping[str, Any]


def score(readings: Sequence[Reading]) -> list[str]:
    """The totals over all groups read twice, as cells of a table."""
    pairs, relations, ours, theirs = Tally(), Tally(), Tally(), Tally()
    for second in readings:
        folder = GROUPS / second["group"]
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        pairs += _pairs(list(gold["events"].values()), second["events"])
        said, told = _relations(gold["documents"]), _relations(second["documents"])
        alike = sum(told.get(pair) == relation for pair, relation in said.items())
        relations += Tally(alike, len(said) - alike)
        ours += _listed(folder, gold["conflicts"], second["conflicts"])
        theirs += _listed(folder, second["conflicts"], gold["conflicts"])
    shares = [f"{t.hits}/{t.hits + t.missed}" for t in (relations, ours, theirs)]
    return [str(len(readings)), f"{pairs.f1:.3f}", f"{pairs.precision:.3f}", f"{pairs.recall:.3f}", *shares]


def _pairs(gold: Iterable[Sequence[Piece]], second: Iterable[Sequence[Piece]]) -> Tally:
    """The pairs of pieces that both put together, only the first, only the second."""
    one, other = (frozenset(_together(events)) for events in (gold, second))
    return Tally(len(one & other), len(one - other), len(other - one))


def _together(events: Iterable[Sequence[Piece]]) -> Iterator[tuple[tuple[str, str], ...]]:
    for pieces in events:
        yield from combinations(sorted({(p["document"], p["quote"]) for p in pieces}), 2)


def _relations(pairs: Iterable[Reading]) -> dict[frozenset[str], str]:
    return {frozenset((pair["a"], pair["b"])): pair["relation"] for pair in pairs}


def _listed(folder: Path, wanted: Sequence[Sequence[Piece]], told: Sequence[Sequence[Piece]]) -> Tally:
    """How many of the wanted conflicts are among those told, whatever stretch of the pages is quoted."""
    hits = sum(any(_is_one(folder, want, one) for one in told) for want in wanted)
    return Tally(hits, len(wanted) - hits)


def _is_one(folder: Path, want: Sequence[Piece], told: Sequence[Piece]) -> bool:
    (a, b), turned = want, told[::-1]
    return any(_meets(folder, a, one) and _meets(folder, b, other) for one, other in (told, turned))


def _meets(folder: Path, one: Piece, other: Piece) -> bool:
    if one["document"] != other["document"]:
        return False
    text = (folder / one["document"]).read_text(encoding="utf-8")
    held = list(spans_of(text, one["quote"]))
    return any(touches(span, held) for span in spans_of(text, other["quote"]))


def main() -> None:
    """Score all readings and write the table."""
    lines = (GROUPS / "read_again.jsonl").read_text(encoding="utf-8").splitlines()
    body = table(COLUMNS, [score([json.loads(line) for line in lines])])
    print(body)
    write_section("Two readers of groups", "python benchmarks/score_group_readers.py", body)


if __name__ == "__main__":
    main()
