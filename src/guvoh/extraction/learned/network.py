"""The network: what words, as vectors and beside their neighbours, say of each act, and which words say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from guvoh.extraction.annotate import Token

Array = NDArray[np.float32]
NUMBER = "0"
"""The sign that all numbers share, so that nothing is learned of one of them."""
_TOGETHER = 160
"""Words that are heard together: each call costs time, and more would not stay in the processor's memory."""
_LAYERS = ("first", "first_bias", "second", "second_bias", "look", "look_bias", "told", "told_bias", "most")


class Heard(NamedTuple):
    """For each act its sum, and for each word and act the share of the network's look that lies on the word.

    Of several sentences at once the sums are (sentences, acts), the looks (rows, acts).
    """

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

    def hear(self, vectors: Array, starts: Sequence[int]) -> Heard:
        """The mean of what the nets hear in sentences that lie one behind the other, each begun at one of `starts`.

        `vectors` are (rows, vector): a row for each word, one or more, and behind each sentence a row of zeros, so
        that no word has one of another sentence beside it.
        """
        gaps = [*(start - 1 for start in starts[1:]), len(vectors) - 1]
        near = np.maximum(_windows(vectors[None]) @ self.first + self.first_bias[:, None], 0)
        near[:, gaps] = 0
        wide = near + np.maximum(_windows(near) @ self.second + self.second_bias[:, None], 0)
        wide[:, gaps] = 0  # no word's value is lower
        looks = _shares(wide @ self.look + self.look_bias[:, None], starts, gaps)
        ends = [*starts[1:], len(vectors)]
        most = np.stack([wide[:, a:b].max(axis=1) for a, b in zip(starts, ends, strict=True)], axis=1) @ self.most
        sums = np.add.reduceat(looks * (wide @ self.told), starts, axis=1) + self.told_bias[:, None] + most
        return Heard(sums.mean(axis=0), looks.mean(axis=0))


@dataclass(frozen=True)
class Network:
    """Vectors of words, whole numbers of eight bits with a scale for each word, and the nets that were trained."""

    rows: Mapping[str, int]
    vectors: NDArray[np.int8]
    scale: Array
    nets: Nets

    def hear(self, sentences: Iterable[Sequence[str]]) -> Iterator[Heard]:
        """What the nets hear in each sentence's words, one or more; an unknown word has a vector of zeros."""
        for group in _groups(sentences):
            starts = list(accumulate((len(words) + 1 for words in group[:-1]), initial=0))
            heard = self.nets.hear(self._vectors(group), starts)
            for n, (start, words) in enumerate(zip(starts, group, strict=True)):
                yield Heard(heard.sums[n], heard.looks[start : start + len(words)])

    def _vectors(self, sentences: Sequence[Sequence[str]]) -> Array:
        """The vectors of the words, with a row of zeros behind each sentence."""
        rows: list[int] = []
        for words in sentences:
            rows += [self.rows.get(word, -1) for word in words]
            rows.append(-1)
        at = np.array(rows)
        vectors: Array = self.vectors[at] * np.where(at < 0, np.float32(0), self.scale[at])[:, None]
        return vectors


def _groups(sentences: Iterable[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Sentences that are heard together."""
    group: list[Sequence[str]] = []
    for words in sentences:
        group.append(words)
        if sum(map(len, group)) >= _TOGETHER:
            yield group
            group = []
    if group:
        yield group


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


def _shares(totals: Array, starts: Sequence[int], gaps: Sequence[int]) -> Array:
    """The softmax over the words (the second axis) of each sentence; nothing for the rows between sentences."""
    totals[:, gaps] = -np.inf
    lengths = np.diff([*starts, totals.shape[1]])
    raised: Array = np.exp(totals - np.repeat(np.maximum.reduceat(totals, starts, axis=1), lengths, axis=1))
    shares: Array = raised / np.repeat(np.add.reduceat(raised, starts, axis=1), lengths, axis=1)
    return shares
