"""Copied passages: ours against MinHash with locality-sensitive hashing (datasketch), on the same passages."""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from random import Random

from datasketch import MinHash, MinHashLSH
from results import table, write_section
from weighing_words import WHO, filler

from guvoh.assessment.corpus import Entry, gather
from guvoh.assessment.reuse import find_reuse
from guvoh.assessment.shingles import SHINGLE, words_of
from guvoh.model import Document, Findings, Passage, Role
from guvoh.model.identity import content_address

SEED = 7
ORIGINALS, COPIED = 20_000, 0.2
BANDS, ROWS = 32, 4
"""The settings of the other with the highest recall that its bands of 128 permutations give."""
_SHARE = 0.5  # what the other's candidates must share to count, as for ours

Pairs = set[tuple[int, int]]


def passages(rng: Random) -> tuple[list[str], Pairs]:
    """Passages, and the pairs of them of which one was made out of the other."""
    texts: list[str] = []
    families: list[list[int]] = []
    for _ in range(ORIGINALS):
        texts.append(" ".join(filler(rng) for _ in range(rng.randrange(1, 5))))
        families.append([len(texts) - 1])
        while rng.random() < COPIED:
            texts.append(_edited(rng, texts[families[-1][0]]))
            families[-1].append(len(texts) - 1)
    order = list(range(len(texts)))
    rng.shuffle(order)
    place = {old: new for new, old in enumerate(order)}
    truth = {(min(a, b), max(a, b)) for f in families for a, b in combinations([place[i] for i in f], 2)}
    return [texts[old] for old in order], truth


def _edited(rng: Random, text: str) -> str:
    """A copy as outlets make them: some words changed, the end cut off, or a sentence of their own put before it."""
    words = text.split(" ")
    for _ in range(rng.randrange(1 + len(words) // 12)):
        words[rng.randrange(len(words))] = rng.choice(WHO)
    change = rng.random()
    if change < 0.3:
        words = words[: max(12, int(len(words) * rng.uniform(0.5, 1)))]
    elif change < 0.5:
        words = filler(rng).split(" ") + words
    return " ".join(words)


def ours(texts: Sequence[str]) -> Pairs:
    """The pairs with one root."""
    entries: tuple[Entry, ...] = gather([_one(text, number) for number, text in enumerate(texts)])
    reuse = find_reuse(entries)
    groups: dict[object, list[int]] = defaultdict(list)
    for entry in entries:
        if root := reuse.root(entry.key, 0):
            groups[root].append(int(entry.document.path))
    return _within(groups.values())


def _one(text: str, number: int) -> Findings:
    sha = content_address(f"{number} {text}".encode())
    return Findings(Document(str(number), sha, "text/plain", text, (Passage(0, len(text), Role.BODY),)))


def theirs(texts: Sequence[str]) -> Pairs:
    """The pairs that share a band and, on looking, half of the shorter one's shingles."""
    index = MinHashLSH(params=(BANDS, ROWS), num_perm=BANDS * ROWS)
    shingles, found = [], set()
    for number, text in enumerate(texts):
        words = words_of(text)
        rows = {" ".join(words[i : i + SHINGLE]).encode() for i in range(len(words) - SHINGLE + 1)}
        shingles.append(rows)
        sketch = MinHash(num_perm=BANDS * ROWS)
        sketch.update_batch(rows)
        for other in index.query(sketch):
            if len(rows & shingles[other]) >= _SHARE * min(len(rows), len(shingles[other])):
                found.add((other, number))
        index.insert(number, sketch)
    return found


def _within(groups: Iterable[Sequence[int]]) -> Pairs:
    return {(min(a, b), max(a, b)) for group in groups for a, b in combinations(group, 2)}


def timed(work: Callable[[Sequence[str]], Pairs], texts: Sequence[str]) -> tuple[Pairs, float]:
    """What `work` finds and the seconds of the processor that it takes."""
    begin = time.process_time()
    found = work(texts)
    return found, time.process_time() - begin


def main() -> None:
    """Measure, print, write the section; exit with an error when ours is slower or finds less."""
    texts, truth = passages(Random(SEED))
    rows, scores = [], []
    for name, work in ((f"datasketch, {BANDS} bands of {ROWS}", theirs), ("guvoh", ours)):
        found, seconds = timed(work, texts)
        recall, precision = len(found & truth) / len(truth), len(found & truth) / max(1, len(found))
        scores.append((recall, seconds))
        rows.append([name, f"{seconds:.1f} s", f"{recall:.4f}", f"{precision:.4f}"])
    ratio = scores[0][1] / scores[1][1]
    text = (
        f"{table(['method', 'processor', 'recall', 'precision'], rows)}\n\n"
        f"{len(texts):,} passages, {len(truth):,} planted pairs (words changed, cut, a sentence put before). Both "
        f"use {SHINGLE}-shingles of words and verify candidates. Ours takes 1/{ratio:.1f} of the time. Floor: at least "
        "its recall, no slower."
    )
    print(text)
    write_section("Copied passages against MinHash", "make bench", text)
    if scores[1][0] < scores[0][0] or ratio < 1:
        sys.exit("Finding copied passages is slower than MinHash or finds less.")


if __name__ == "__main__":
    main()
