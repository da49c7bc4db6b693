"""The network: what words, as vectors and beside their neighbours, say of each act, and which words say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from guvoh.extraction.annotate import Token

Array = NDArray[np.float32]
NUMBER = "0"
"""The sign that all numbers share, so that nothing is learned of one of them."""
_LAYERS = ("first", "first_bias", "second", "second_bias", "look", "look_bias", "told", "told_bias", "most")


class Heard(NamedTuple):
    """For each act its sum, and for each word and act the share of the network's look that lies on the word."""

    sums: Array
    looks: Array


@dataclass(frozen=True)
class Nets:
    """Nets of two layers of windows of three words (the second beside the first), then one look for each act.

    The method: convolutions over word vectors (Kim 2014) with attention for each label (Mullenbach et al. 2018).
    The first axis counts the nets. `first` is (nets, 3·vector, hidden), `second` (nets, 3·hidden, hidden); `look`,
    `told` and `most` are (nets, hidden, acts); the others have one number for each column.
    """

    first: Array
    first_bias: Array
    second: Array
    second_bias: Array
    look: Array
    look_bias: Array
    told: Array
    told_bias: Array
    most: Array

    def hear(self, vectors: Array) -> Heard:
        """The mean of what the nets hear in the vectors (words, vector) of a sentence; there must be a word."""
        near = np.maximum(_windows(vectors[None]) @ self.first + self.first_bias[:, None], 0)
        wide = near + np.maximum(_windows(near) @ self.second + self.second_bias[:, None], 0)
        looks = _shares(wide @ self.look + self.look_bias[:, None])
        most = (wide.max(axis=1)[:, None] @ self.most)[:, 0]
        sums = (looks * (wide @ self.told)).sum(axis=1) + self.told_bias + most
        return Heard(sums.mean(axis=0), looks.mean(axis=0))


@dataclass(frozen=True)
class Network:
    """Vectors of words, whole numbers of eight bits with a scale for each word, and the nets that were trained."""

    rows: Mapping[str, int]
    vectors: NDArray[np.int8]
    scale: Array
    nets: Nets

    def hear(self, words: Sequence[str]) -> Heard:
        """What the nets hear in a sentence's words; an unknown word has a vector of zeros."""
        vectors = np.zeros((len(words), self.vectors.shape[1]), dtype=np.float32)
        at = [(n, self.rows[word]) for n, word in enumerate(words) if word in self.rows]
        if at:
            places, rows = map(list, zip(*at, strict=True))
            vectors[places] = self.vectors[rows] * self.scale[rows, None]
        return self.nets.hear(vectors)


def spoken(tokens: Sequence[Token]) -> list[str]:
    """The words of a sentence as the network knows them: in lower case, numbers as one sign."""
    return [NUMBER if token.pos == "NUM" or token.text[0].isdigit() else token.lower for token in tokens]


def read_network(path: Path) -> Network:
    """The network kept in a file (numpy's npz, no objects)."""
    with np.load(path, allow_pickle=False) as data:
        words = data["words"].tobytes().decode("utf-8").split("\n")
        return Network(
            rows={word: n for n, word in enumerate(words)},
            vectors=data["vectors"],
            scale=data["scale"].astype(np.float32),
            nets=Nets(*(data[name].astype(np.float32) for name in _LAYERS)),
        )


def _windows(rows: Array) -> Array:
    """Each row (the second axis) between the one before and the one after it; zeros beyond the ends."""
    edge = np.zeros((len(rows), 1, rows.shape[2]), dtype=rows.dtype)
    padded = np.concatenate([edge, rows, edge], axis=1)
    return np.concatenate([padded[:, :-2], rows, padded[:, 2:]], axis=2)


def _shares(totals: Array) -> Array:
    """The softmax over words, the second axis."""
    raised: Array = np.exp(totals - totals.max(axis=1, keepdims=True))
    shares: Array = raised / raised.sum(axis=1, keepdims=True)
    return shares
