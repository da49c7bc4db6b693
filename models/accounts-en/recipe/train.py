"""Fit the trees that tell whose account an unmarked sentence is: `train.py [--check]`; needs scikit-learn.

Every number of the pages that may be read, where no rule tells who says it, gives a row for each source of its
page: the numbers of `guvoh.extraction.attribution.whose_account` and whether the gold names that source. With --check
nothing is written, and the pages of each writer are judged by what the others teach.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "benchmarks"))

from score import document_of, spans_of, touches  # noqa: E402

from guvoh.actions.inputs import gather  # noqa: E402
from guvoh.extraction.annotate.registry import annotator  # noqa: E402
from guvoh.extraction.attribution import attribute  # noqa: E402
from guvoh.extraction.attribution.chains import UNKNOWN  # noqa: E402
from guvoh.extraction.attribution.whose_account import LEAST  # noqa: E402
from guvoh.extraction.rules import find_by_rules  # noqa: E402
from guvoh.ingest import Reader  # noqa: E402
from guvoh.model import Statement  # noqa: E402
from guvoh.model.statement import LIKELY  # noqa: E402

WRITTEN = Path(__file__).parents[1] / "trees.tsv"
PARTS = ("", "running", "voices", "pages", "reports", "shaped")
SEEDS_MANNER = 1441  # from this page on a number is a source's wherever its account goes on
SILENT = frozenset({"the", "of", "a", "an", "and", "in", "at", "for", "s"})
WRITERS = 20  # page numbers of one writer
TREES, RATE, LEAVES, SMALLEST, RIDGE = 120, 0.05, 6, 20, 1.0


class Row(NamedTuple):
    """A source that may tell a mention: what is known of it, and whether it does."""

    page: int
    mention: int
    known: dict[str, float]
    tells: bool


def rows() -> Iterator[Row]:
    """The rows of all pages that may be read."""
    mention = 0
    with Reader() as reader:
        for part in PARTS:
            folder = ROOT / "tests" / "golden" / part
            for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
                gold = json.loads(line)
                if gold.get("lang", "en") != "en":
                    continue
                for found in _page(gold, document_of(folder, gold["doc"]), reader):
                    mention += 1
                    yield from (Row(int(gold["doc"]), mention, known, tells) for known, tells in found)


def _page(gold: dict[str, Any], path: Path, reader: Reader) -> Iterator[list[tuple[dict[str, float], bool]]]:
    """The rows of each number of the gold that finding gives too and no rule attributes."""
    [item] = gather([path])
    document = next(iter(reader.read(item.path, item.shown_as))).document
    annotate = annotator(document.language)
    if annotate is None:
        return
    text = annotate(document)
    accounts = attribute(text, document).accounts
    stated = find_by_rules(document).statements
    for asked, statement, start in _told(gold, stated, text.text):
        sentence = text.at(start)
        who, own = asked["speaker"], statement.attribution[0].name if statement.attribution else ""
        unknown = any(why == UNKNOWN or why.startswith(LIKELY) for why in statement.why)
        if sentence is None or not unknown or (who and own and UNKNOWN in statement.why and _same(who, own)):
            continue
        yield [(dict(known), bool(who) and _same(who, source.name)) for source, known in accounts.candidates(sentence)]


def _told(
    gold: dict[str, Any], stated: Sequence[Statement], text: str
) -> Iterator[tuple[dict[str, Any], Statement, int]]:
    """The figures of the gold that say who tells them, each with its statement and where its number starts."""
    used: set[str] = set()
    for asked in gold.get("figures") or ():
        spans = spans_of(text, asked["quote"])
        for s in stated:
            if s.id not in used and s.count is not None and touches((s.count.start, s.count.end), spans):
                used.add(s.id)
                if "speaker" in asked:
                    yield asked, s, s.count.start
                break


def _same(one: str, other: str) -> bool:
    """Whether one name's words are all among the other's, or first letter and surname agree."""
    a, b = ([w for w in re.findall(r"\w+", name.casefold()) if w not in SILENT] for name in (one, other))
    if not a or not b:
        return False
    named = len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and a[0][0] == b[0][0]
    return set(a) <= set(b) or set(b) <= set(a) or named


def fit(found: Sequence[Row], names: Sequence[str]) -> HistGradientBoostingClassifier:
    """The trees under which the rows are likeliest."""
    made = HistGradientBoostingClassifier(
        max_iter=TREES, learning_rate=RATE, max_leaf_nodes=LEAVES, min_samples_leaf=SMALLEST, l2_regularization=RIDGE,
        early_stopping=False, random_state=0,
    )  # fmt: skip
    return made.fit(_matrix(found, names), [row.tells for row in found])


def _matrix(found: Sequence[Row], names: Sequence[str]) -> Any:
    return np.array([[float(row.known[name]) for name in names] for row in found])


def check(found: Sequence[Row], names: Sequence[str]) -> None:
    """Print what is told of the later pages of each writer by what the others teach."""
    for least in (LEAST - 0.05, LEAST, LEAST + 0.1, 0.5):
        right = wrong = 0
        for writer in sorted({row.page // WRITERS for row in found if row.page >= SEEDS_MANNER}):
            made = fit([row for row in found if row.page // WRITERS != writer], names)
            apart = [row for row in found if row.page // WRITERS == writer]
            best: dict[int, tuple[float, bool]] = {}
            for row, odds in zip(apart, made.predict_proba(_matrix(apart, names))[:, 1].tolist(), strict=True):
                best[row.mention] = max(best.get(row.mention, (0.0, False)), (odds, row.tells))
            told = [tells for odds, tells in best.values() if odds >= least]
            right, wrong = right + sum(told), wrong + len(told) - sum(told)
        print(f"from {least:.2f} on: {right} right, {wrong} wrong")


def table(made: HistGradientBoostingClassifier, names: Sequence[str]) -> Iterator[str]:
    """The lines of the table that `guvoh.extraction.learned.trees` reads."""
    yield f"{float(np.ravel(made._baseline_prediction)[0]):.6g}"  # noqa: SLF001
    for number, (tree,) in enumerate(made._predictors):  # noqa: SLF001
        for node in tree.nodes:
            if node["is_leaf"]:
                yield f"{number}\t\t{node['value']:.6g}\t\t"
            else:
                least = node["num_threshold"]
                shown = f"{math.floor(least * 1e6) / 1e6:.6f}".rstrip("0").rstrip(".")
                yield f"{number}\t{names[node['feature_idx']]}\t{shown}\t{node['left']}\t{node['right']}"


def main(arguments: Sequence[str]) -> None:
    """Fit and write, or only check."""
    found = list(rows())
    names = sorted(found[0].known)
    mentions, told = len({row.mention for row in found}), sum(row.tells for row in found)
    print(f"{len(found)} rows, {mentions} mentions with sources, {told} told")
    if "--check" in arguments:
        check(found, names)
        return
    WRITTEN.write_text("\n".join(table(fit(found, names), names)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
