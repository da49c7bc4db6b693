"""Score weighing on groups of pages about one event each: `score_groups.py [FOLDER...] [--errors]`.

With `--counts` each FOLDER is one group, and what was counted of each is printed as JSON, without a word of a page.

A folder holds one folder per group: pages with their side-cars and gold.json (tests/golden/README.md says how it is
annotated). Pages are read, found in and weighed together, group by group. By default both of our own halves are
scored; of the half held back no single error is shown. The scores are written to benchmarks/results.md.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field, fields
from itertools import combinations
from pathlib import Path
from typing import Any

from results import table, write_section
from score import Tally, spans_of, touches

from guvoh.actions.inputs import gather
from guvoh.actions.weigh_findings import weigh_findings
from guvoh.model import Findings, Statement
from guvoh.model.weighing import FigurePair, FigureRelation, FigureSum, Weighed

OURS = Path(__file__).parents[1] / "tests" / "golden" / "groups"
HALVES = (OURS / "dev", OURS / "heldback")
GOALS = {"pairs": 0.80, "relations": 0.80, "conflicts": 0.75, "false conflicts": 0.10}
"""What weighing must reach: F1, share right, share found; at most so many false conflicts a page."""

Gold = Mapping[str, Any]


@dataclass
class GroupScore:
    """What one or more groups got right.

    `pairs` holds the statement pairs of one event, those never found included; `of_found` only those of statements
    that finding gave to weighing.
    """

    pages: int = 0
    pairs: Tally = field(default_factory=Tally)
    of_found: Tally = field(default_factory=Tally)
    relations: Tally = field(default_factory=Tally)
    conflicts: Tally = field(default_factory=Tally)
    sums: Tally = field(default_factory=Tally)
    errors: list[str] = field(default_factory=list)

    def __add__(self, other: GroupScore) -> GroupScore:
        """Both together."""
        return GroupScore(
            self.pages + other.pages,
            self.pairs + other.pairs,
            self.of_found + other.of_found,
            self.relations + other.relations,
            self.conflicts + other.conflicts,
            self.sums + other.sums,
            self.errors + other.errors,
        )

    @property
    def counts(self) -> dict[str, list[int]]:
        """What was counted, by kind: hits, what was missed and what is extra."""
        kinds = (item.name for item in fields(self) if isinstance(getattr(self, item.name), Tally))
        return {"pages": [self.pages], **{kind: list(astuple(getattr(self, kind))) for kind in kinds}}

    @classmethod
    def counted(cls, counts: Mapping[str, Sequence[int]]) -> GroupScore:
        """The score, without its errors, that `counts` tells."""
        tallies = {kind: Tally(*counted) for kind, counted in counts.items() if kind != "pages"}
        return cls(*counts["pages"], **tallies)

    def row(self, name: str) -> list[str]:
        """The scores as cells of a table."""
        return [
            name,
            str(self.pages),
            f"{self.pairs.f1:.3f}",
            f"{self.of_found.precision:.3f}",
            f"{self.of_found.recall:.3f}",
            f"{self.of_found.f1:.3f}",
            f"{self.relations.hits}/{self.relations.hits + self.relations.missed}",
            f"{self.conflicts.hits}/{self.conflicts.hits + self.conflicts.missed}",
            str(self.conflicts.extra),
            f"{self.sums.hits}/{self.sums.hits + self.sums.missed}",
        ]


COLUMNS = ("group", "pages", "pair F1", "of found: P", "R", "F1", "relations", "conflicts", "false", "sums")


class Group:
    """One group: its gold, its findings and what weighing says of them."""

    def __init__(self, folder: Path) -> None:
        self.gold: Gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        skipped = (".meta.json", "gold.json")
        self.paths = sorted(path for path in folder.iterdir() if not path.name.endswith(skipped))
        findings, weighed = weigh_findings(gather(self.paths))
        self.findings: dict[str, Findings] = {Path(f.document.path).name: f for f in findings}
        self.take(weighed)
        self.at = {s.id: (name, s) for name, f in self.findings.items() for s in f.statements}

    def take(self, weighed: Weighed) -> None:
        """Score this of what weighing says of the group."""
        self.weighed = weighed
        self.home = {s: event.id for event in weighed.events for s in event.statements}

    def told(self, anchor: Gold) -> Statement | None:
        """The statement that tells what the anchor quotes: its count there, then the act, then the most in common."""
        findings = self.findings[anchor["document"]]
        spans = spans_of(findings.document.text, anchor["quote"])
        near = [s for s in findings.statements if s.id in self.home and touches((s.start, s.end), spans)]
        return max(near, key=lambda s: _nearness(s, spans), default=None)

    def counts(self, statement: str, anchor: Gold) -> bool:
        """Whether the statement's count stands within the anchor."""
        name, told = self.at[statement]
        if name != anchor["document"] or told.count is None:
            return False
        spans = spans_of(self.findings[name].document.text, anchor["quote"])
        return touches((told.count.start, told.count.end), spans)


def _nearness(statement: Statement, spans: Sequence[tuple[int, int]]) -> tuple[bool, bool, int, int]:
    start, end = spans[0]
    common = min(end, statement.end) - max(start, statement.start)
    counted = statement.count is not None and touches((statement.count.start, statement.count.end), list(spans))
    return counted, statement.act is not None, common, -(statement.end - statement.start)


def score_group(folder: Path) -> GroupScore:
    """Weigh the pages of one group and compare with its gold.json."""
    group = Group(folder)
    score = GroupScore(pages=len(group.paths))
    _events(group, score)
    _relations(group, score)
    _conflicts(group, score)
    _sums(group, score)
    score.errors = [f"{folder.name}: {error}" for error in score.errors]
    return score


def _events(group: Group, score: GroupScore) -> None:
    """Count the pairs of anchors that are rightly and wrongly together or apart."""
    events: Mapping[str, Sequence[Gold]] = group.gold["events"]
    anchors = [(name, anchor, group.told(anchor)) for name, found in events.items() for anchor in found]
    score.errors += [f"not found: {a['document']} “{a['quote']}”" for _, a, told in anchors if told is None]
    for (one, a, told_a), (other, b, told_b) in combinations(anchors, 2):
        found = told_a is not None and told_b is not None
        if found and told_a.id == told_b.id:  # one statement tells both: nothing to weigh
            continue
        joined = found and group.home[told_a.id] == group.home[told_b.id]
        hit, missed, extra = one == other and joined, one == other and not joined, one != other and joined
        score.pairs += Tally(hit, missed, extra)
        if found:
            score.of_found += Tally(hit, missed, extra)
        if found and (missed or extra):
            word = "apart" if missed else "together"
            score.errors.append(f"{word}: {a['document']} “{a['quote']}” | {b['document']} “{b['quote']}”")


def _relations(group: Group, score: GroupScore) -> None:
    said = {frozenset({Path(p.a).name, Path(p.b).name}): p for p in group.weighed.documents}
    for want in group.gold["documents"]:
        pair = said.get(frozenset({want["a"], want["b"]}))
        have = pair.relation.value if pair else "not listed"
        score.relations += Tally(have == want["relation"], have != want["relation"])
        if have != want["relation"]:
            why = f" ({'; '.join(pair.why)})" if pair else ""
            score.errors.append(f"{want['a']}, {want['b']}: wanted {want['relation']}, got {have}{why}")


def _conflicts(group: Group, score: GroupScore) -> None:
    told = [f for f in _pairs(group.weighed) if f.relation is FigureRelation.CONFLICT]
    right = set()
    for a, b in group.gold["conflicts"]:
        hits = [f for f in told for x, y in ((f.a, f.b), (f.b, f.a)) if group.counts(x, a) and group.counts(y, b)]
        right.update(hits)
        score.conflicts += Tally(bool(hits), not hits)
        if not hits:
            score.errors.append(f"conflict missed: {a['document']} “{a['quote']}” | {b['document']} “{b['quote']}”")
    wrong = [f for f in told if f not in right]
    score.conflicts += Tally(extra=len(wrong))
    score.errors += [
        "conflict wrong: " + " | ".join(f"{group.at[i][0]} “{group.at[i][1].quote}”" for i in (f.a, f.b)) for f in wrong
    ]


def _pairs(weighed: Weighed) -> Iterator[FigurePair]:
    return (f for f in weighed.figures if isinstance(f, FigurePair))


def _sums(group: Group, score: GroupScore) -> None:
    told = [f for f in group.weighed.figures if isinstance(f, FigureSum)]
    for want in group.gold["sums"]:
        hit = any(
            group.counts(f.total, want["total"])
            and all(any(group.counts(part, anchor) for part in f.sum) for anchor in want["sum"])
            for f in told
        )
        score.sums += Tally(hit, not hit)
        if not hit:
            score.errors.append(f"sum missed: {want['total']['quote']}")


def score_half(folder: Path) -> dict[str, GroupScore]:
    """The score of each group in a folder, by name."""
    return {path.parent.name: score_group(path.parent) for path in sorted(folder.glob("*/gold.json"))}


def total(scores: Mapping[str, GroupScore]) -> GroupScore:
    """All groups together."""
    return sum(scores.values(), GroupScore())


def main(arguments: Sequence[str]) -> None:
    """Score each folder, print, write the section; name errors with `--errors`, but never those held back."""
    folders = [Path(argument) for argument in arguments if not argument.startswith("-")]
    if "--counts" in arguments:
        print(json.dumps({folder.name: score_group(folder).counts for folder in folders}))
        return
    for folder in folders or HALVES:
        scores = score_half(folder)
        held_back = "heldback" in folder.parts
        if "--errors" in arguments and not held_back:
            print("\n".join(error for score in scores.values() for error in score.errors), end="\n\n")
        rows = [] if held_back else [score.row(name) for name, score in scores.items()]
        body = table(COLUMNS, [*rows, total(scores).row(f"all {len(scores)}")])
        print(f"{folder}\n\n{body}\n")
        if not folders:
            write_section(f"Weighing of groups: {folder.name}", "make score", body)


if __name__ == "__main__":
    main(sys.argv[1:])
