"""The model: weights of features for each act and a network of words, from data, and the probability they give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from guvoh.extraction.learned.features import Feature, Said, Words
from guvoh.extraction.learned.network import Network, read_network
from guvoh.extraction.vocabulary.inflection import forms

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Model:
    """Weights by feature and act, where each act's line lies, and what is known of the words that features are made of.

    `slope` and `shift` map a sum of weights to a calibrated probability; at `add` or above an act is told that no
    rule found, beside a rival only at `rival` or above; below `drop` a rule's act is not told.
    """

    terms: tuple[str, ...]
    rows: dict[str, int]
    weights: NDArray[np.int8]
    scale: Array
    bias: Array
    add: Array
    drop: Array
    rival: Array
    slope: float
    shift: float
    words: Words
    network: Network | None = None

    def drop_at(self, term: str) -> float:
        """The sum below which a rule's act is not told."""
        return float(self.drop[self.terms.index(term)])

    def sums(self, said: Iterable[Said]) -> Array:
        """What features add to each act's sum; one that is said twice counts once."""
        values = {row: value for key, _, value in said if (row := self.rows.get(key)) is not None}
        at = np.fromiter(values, np.intp, len(values))
        each = np.fromiter(values.values(), np.float32, len(values))
        sums: Array = each @ self.weights.take(at, axis=0).astype(np.float32) * self.scale
        return sums

    def known(self, found: Iterable[Feature]) -> tuple[list[Feature], Array]:
        """The features that the model knows and, line by line, what each adds to each act's sum."""
        kept = [f for f in found if f.key in self.rows]
        rows = [self.rows[f.key] for f in kept]
        values = np.array([f.value for f in kept], dtype=np.float32)
        return kept, self.weights[rows].astype(np.float32) * self.scale * values[:, None]

    def probability(self, total: float) -> float:
        """How often an act with this sum was one, measured by cross-validation (Platt 1999)."""
        return float(1 / (1 + np.exp(-(self.slope * total + self.shift))))


def _folder(language: str) -> Path:
    """The model's data: beside this file in an installed package, under models/ in a checkout."""
    packaged = Path(__file__).parent / "data" / language
    return packaged if packaged.exists() else Path(__file__).parents[4] / "models" / f"acts-{language}"


def read_words(folder: Path) -> Words:
    """Groups of words (lines of word and two groups) and kinds (lines of a kind and its words, in every form)."""
    rows = (line.split("\t") for line in (folder / "clusters.tsv").read_text(encoding="utf-8").splitlines())
    kinds: dict[str, list[str]] = {}
    for line in (folder / "kinds.txt").read_text(encoding="utf-8").splitlines():
        kind, _, members = line.partition(":")
        for form in (form for member in members.split() for form in forms(member)):
            kinds.setdefault(form, []).append(kind)
    groups = {word: (coarse, fine) for word, coarse, fine in rows}
    return Words(groups, {member: tuple(sorted(set(named))) for member, named in kinds.items()})


@cache
def model(language: str) -> Model | None:
    """The model of a language, loaded once per process; None where there is none."""
    folder = _folder(language)
    if not (folder / "weights.npz").exists():
        return None
    with np.load(folder / "weights.npz", allow_pickle=False) as data:
        keys = data["keys"].tobytes().decode("utf-8").split("\n")
        slope, shift = (float(x) for x in data["calibration"])
        return Model(
            terms=tuple(str(t) for t in data["terms"]),
            rows={key: row for row, key in enumerate(keys)},
            weights=data["weights"],
            scale=data["scale"],
            bias=data["bias"],
            add=data["add"],
            drop=data["drop"],
            rival=data["rival"],
            slope=slope,
            shift=shift,
            words=read_words(folder),
            network=read_network(folder / "network.npz"),
        )
