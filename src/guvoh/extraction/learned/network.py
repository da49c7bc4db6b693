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
class Net:
    """Two layers of windows of three words (the second beside the first), then one look for each act.

    The method: convolutions over word vectors (Kim 2014) with attention for each label (Mullenbach et al. 2018).
    `first` is (3·vector, hidden), `second` (3·hidden, hidden); `look`, `told` and `most` are (hidden, acts).
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
        """What the vectors (words, vector) of a sentence's words say; there must be a word."""
        near = np.maximum(_windows(vectors) @ self.first + self.first_bias, 0)
        wide = near + np.maximum(_windows(near) @ self.second + self.second_bias, 0)
        looks = _shares(wide @ self.look + self.look_bias)
        sums = (looks * (wide @ self.told)).sum(axis=0) + self.told_bias + wide.max(axis=0) @ self.most
        return Heard(sums, looks)


@dataclass(frozen=True)
class Network:
    """Vectors of words, whole numbers of eight bits with a scale for each word, and the nets that were trained."""

    rows: Mapping[str, int]
    vectors: NDArray[np.int8]
    scale: Array
    nets: tuple[Net, ...]

    def hear(self, words: Sequence[str]) -> Heard:
        """The mean of what the nets hear in a sentence's words; an unknown word has a vector of zeros."""
        size = self.vectors.shape[1]
        vectors = np.zeros((len(words), size), dtype=np.float32)
        at = [(n, self.rows[word]) for n, word in enumerate(words) if word in self.rows]
        if at:
            places, rows = map(list, zip(*at, strict=True))
            vectors[places] = self.vectors[rows] * self.scale[rows, None]
        heard = [net.hear(vectors) for net in self.nets]
        return Heard(
            np.mean([h.sums for h in heard], axis=0, dtype=np.float32),
            np.mean([h.looks for h in heard], axis=0, dtype=np.float32),
        )


def spoken(tokens: Sequence[Token]) -> list[str]:
    """The words of a sentence as the network knows them: in lower case, numbers as one sign."""
    return [NUMBER if token.pos == "NUM" or token.text[0].isdigit() else token.lower for token in tokens]


def read_network(path: Path) -> Network:
    """The network kept in a file (numpy's npz, no objects)."""
    with np.load(path, allow_pickle=False) as data:
        words = data["words"].tobytes().decode("utf-8").split("\n")
        kept = [data[name].astype(np.float32) for name in _LAYERS]
        return Network(
            rows={word: n for n, word in enumerate(words)},
            vectors=data["vectors"],
            scale=data["scale"].astype(np.float32),
            nets=tuple(Net(*(layer[n] for layer in kept)) for n in range(len(kept[0]))),
        )


def _windows(rows: Array) -> Array:
    """Each row between the one before and the one after it; zeros beyond the ends."""
    edge = np.zeros((1, rows.shape[1]), dtype=rows.dtype)
    return np.hstack([np.vstack([edge, rows[:-1]]), rows, np.vstack([rows[1:], edge])])


def _shares(totals: Array) -> Array:
    """The softmax of each column."""
    raised: Array = np.exp(totals - totals.max(axis=0))
    shares: Array = raised / raised.sum(axis=0)
    return shares
