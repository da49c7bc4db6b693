"""How far two careful readers agree, and finding where they do: `score_readers.py [FOLDER...]`.

Beside some of our gold lies `second.jsonl`, by a reader who saw neither the gold nor what finding gives. Who says a
figure, and which acts are told, is compared between the two; then finding is scored on what both say, since what they
see differently no finder can get right. Of folders held back only totals are told. Written to benchmarks/results.md.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from results import table, write_section
from score import Tally, document_of, find_files, gather, same_name, says, spans_of, touches

from guvoh.model import Findings, Statement

GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
FOLDERS = (GOLDEN, GOLDEN / "heldback", GOLDEN / "shaped", GOLDEN / "shaped" / "heldback")
Row = Mapping[str, Any]
COLUMNS = ("texts", "speaker, two readers", "speaker, of figures found where both agree", "acts, two readers F1",
           "acts, found where both agree F1")  # fmt: skip


@dataclass
class Share:
    """How many of how many."""

    right: int = 0
    asked: int = 0

    def add(self, *, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.asked += 1

    def __str__(self) -> str:
        """The share and the numbers behind it."""
        return f"{self.right / self.asked:.3f} ({self.right}/{self.asked})" if self.asked else "–"


def score(folder: Path) -> list[str]:
    """The cells of one folder."""
    gold = {row["doc"]: row for row in _rows(folder / "gold.jsonl")}
    second = [row for row in _rows(folder / "second.jsonl") if row["doc"] in gold]
    found = find_files(gather([document_of(folder, row["doc"]) for row in second]))
    agreed, ours, acts, own_acts = Share(), Share(), Tally(), Tally()
    for row, findings in zip(second, found, strict=True):
        _speakers(gold[row["doc"]], row, findings[0], agreed, ours)
        if "acts" in row:
            acts += _between(gold[row["doc"]]["acts"], row["acts"], findings[0].document.text)
            own_acts += _found(gold[row["doc"]]["acts"], row["acts"], findings[0])
    told = [f"{tally.f1:.3f}" if tally.hits else "–" for tally in (acts, own_acts)]
    return [str(folder.resolve().relative_to(GOLDEN)), str(agreed), str(ours), *told]


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _speakers(gold: Row, second: Row, findings: Findings, agreed: Share, ours: Share) -> None:
    """Who says each figure that both readers give: whether they agree, and whether finding says the same."""
    text = findings.document.text
    for want in gold["figures"] or ():
        spans = spans_of(text, want["quote"])
        other = next((f for f in second["figures"] if _meets(text, f["quote"], spans)), None)
        if other is None:
            continue
        both = _is_same(want.get("speaker"), other["speaker"])
        agreed.add(right=both)
        told = next((s for s in findings.statements if _counts(s, want, spans)), None)
        if both and told is not None:
            ours.add(right=says(told, want.get("speaker")))


def _counts(statement: Statement, want: Row, spans: Sequence[tuple[int, int]]) -> bool:
    count = statement.count
    if count is None or not touches((count.start, count.end), list(spans)):
        return False
    return want["value"] is None or want["value"] in (count.low, count.best, count.high)


def _is_same(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    return same_name(one, other) or same_name(other, one)


def _between(gold: Sequence[Row], second: Sequence[Row], text: str) -> Tally:
    """The acts of the second reader against the gold; those that he or she calls arguable are not held against it."""
    free = set(range(len(second)))
    tally = Tally()
    for want in gold:
        at = next((n for n in sorted(free) if _is_one(want, second[n], text)), None)
        tally += Tally(at is not None, at is None)
        free -= {at} if at is not None else set()
    extra = (second[n] for n in free if not second[n].get("arguable"))
    return tally + Tally(0, 0, sum(not any(_is_one(want, one, text) for want in gold) for one in extra))


def _found(gold: Sequence[Row], second: Sequence[Row], findings: Findings) -> Tally:
    """Finding on the acts that both readers see; one that only one of them sees counts neither way."""
    text = findings.document.text
    told = [s for s in findings.statements if s.act]
    tally = Tally()
    for want in gold:
        hit = next((s for s in told if s.act == want["type"] and _within(s, want, text)), None)
        told = [s for s in told if s is not hit]
        if any(_is_one(want, one, text) for one in second):
            tally += Tally(hit is not None, hit is None)
    seen = [*gold, *second]
    return tally + Tally(0, 0, sum(not any(s.act == w["type"] and _within(s, w, text) for w in seen) for s in told))


def _within(statement: Statement, want: Row, text: str) -> bool:
    return touches((statement.start, statement.end), spans_of(text, want["quote"]))


def _is_one(one: Row, other: Row, text: str) -> bool:
    return one["type"] == other["type"] and _meets(text, other["quote"], spans_of(text, one["quote"]))


def _meets(text: str, quote: str, spans: Iterable[tuple[int, int]]) -> bool:
    held = list(spans)
    return any(touches(span, held) for span in spans_of(text, quote))


def main(arguments: Sequence[str]) -> None:
    """Score the folders and write the table."""
    folders = [Path(a) for a in arguments] or list(FOLDERS)
    body = table(COLUMNS, [score(folder) for folder in folders])
    print(body)
    if not arguments:
        write_section("Two readers", "python benchmarks/score_readers.py", body)


if __name__ == "__main__":
    main(sys.argv[1:])
