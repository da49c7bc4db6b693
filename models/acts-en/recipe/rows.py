"""The sentences that the learned acts are trained on, each with its features, its acts and what the rules found."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guvoh.extraction.annotate import Sentence
from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.grammar.triggers import find_triggers
from guvoh.extraction.learned.features import Words, features
from guvoh.extraction.learned.model import read_words
from guvoh.extraction.learned.network import spoken
from guvoh.ingest import read_bytes
from guvoh.model import Document, Passage, Role

HERE = Path(__file__).parents[1]
GOLD = Path(__file__).parents[3] / "tests" / "golden"
SEED = 20260311
BACKGROUND, SHORTEST, LONGEST = 3000, 40, 400
"""How many sentences without an act are drawn, and between which lengths in characters."""
TREEBANKS = ("en_ewt-train", "en_gum_ccby-train")
KEPT_OUT = 3
"""Of the running texts every third is kept out of training."""
WHOLE = ("whole", "read")
"""Parts of the data that are whole pages of the usual mix: those that no rule was made with in sight, and others."""
UNSEEN_FROM = 541
"""Rules were worked on with the errors of earlier whole pages in sight: they find more there than elsewhere."""

Row = dict[str, float]


@dataclass
class Table:
    """Sentence by sentence: features, words, acts told, acts the rules found, the page, the part of the data.

    `arguable` are the acts that two careful readers could see or not: nothing is learnt or judged by them.
    """

    rows: list[Row] = field(default_factory=list)
    said: list[list[str]] = field(default_factory=list)
    labels: list[frozenset[str]] = field(default_factory=list)
    ruled: list[frozenset[str]] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    arguable: list[frozenset[str]] = field(default_factory=list)

    def add(
        self,
        row: Row,
        said: list[str],
        labels: frozenset[str],
        ruled: frozenset[str],
        page: str,
        part: str,
        arguable: frozenset[str] = frozenset(),
    ) -> None:
        """One sentence more."""
        self.arguable.append(arguable - labels)
        self.rows.append(row)
        self.said.append(said)
        self.labels.append(labels)
        self.ruled.append(ruled)
        self.pages.append(page)
        self.parts.append(part)


def table(ud: Path) -> Table:
    """Everything that is trained on."""
    data, words = Table(), read_words(HERE)
    for name, path in (("sentences", HERE / "sentences.tsv"), ("acts_dev", GOLD / "acts_dev.tsv")):
        for n, ((labels, sentence),) in enumerate(read_pages(path, apart=True)):
            _alone(data, words, sentence, labels, (f"{name} {n}", name))
    for n, page in enumerate(read_pages(HERE / "running.tsv", apart=False)):
        for labels, sentence in page:
            _alone(data, words, sentence, labels, (f"page {n}", "running"))
    for document, gold in _gold(GOLD / "running"):
        if int(gold["doc"]) % KEPT_OUT:
            _page(data, words, document, gold, "running")
    for document, gold in _gold(GOLD):
        _page(data, words, document, gold, "tuned")
    for folder in ("pages", "voices", "reports"):
        for document, gold in _gold(GOLD / folder):
            _page(data, words, document, gold, WHOLE[int(gold["doc"]) < UNSEEN_FROM])
    for n, sentence in enumerate(background(ud)):
        _alone(data, words, sentence, frozenset(), (f"plain {n}", "plain"), silent=True)
    return data


def held_pages() -> Table:
    """The running texts that are kept out."""
    data, words = Table(), read_words(HERE)
    for document, gold in _gold(GOLD / "running"):
        if int(gold["doc"]) % KEPT_OUT == 0:
            _page(data, words, document, gold, "kept out")
    return data


def read_pages(path: Path, *, apart: bool) -> Iterator[list[tuple[frozenset[str], str]]]:
    """The lines of a table of acts and sentence, each for itself or in pages with an empty line between them."""
    text = path.read_text(encoding="utf-8").split("\n", 1)[1].strip()
    for page in text.split("\n" if apart else "\n\n"):
        pairs = (line.split("\t", 1) for line in page.split("\n"))
        yield [(frozenset(filter(None, terms.split(","))), sentence) for terms, sentence in pairs]


def background(folder: Path) -> list[str]:
    """Sentences of the treebanks of the same length as news, drawn by a fixed seed."""
    found: list[str] = []
    for name in TREEBANKS:
        text = (folder / f"{name}.conllu").read_text(encoding="utf-8")
        found += [s for s in re.findall(r"^# text = (.+)$", text, re.MULTILINE) if SHORTEST <= len(s) <= LONGEST]
    random.Random(SEED).shuffle(found)
    return found[:BACKGROUND]


def _gold(folder: Path) -> Iterator[tuple[Document, Any]]:
    """The documents of a folder of gold that have acts, with their line of gold."""
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        if gold.get("acts"):
            path = folder / "texts" / f"{gold['doc']}.txt"
            yield read_bytes(path.read_bytes(), path.name)[0].document, gold


def _alone(
    data: Table, words: Words, sentence: str, labels: frozenset[str], place: tuple[str, str], *, silent: bool = False
) -> None:
    """A sentence that stands alone; with `silent`, only where the rules find nothing in it."""
    size = len(sentence)
    text = annotate(Document("a", "0" * 64, "text/plain", sentence, (Passage(0, size, Role.BODY),), language="en"))
    row: Row = {}
    said: list[str] = []
    told: set[str] = set()
    for part in text.sentences:
        found = [(t.term, t.head.i) for t in find_triggers(text, part)]
        told.update(term for term, _ in found)
        said += spoken(text.of(part))
        row.update((feature.key, feature.value) for feature in features(text, part, found, words))
    if said and not (silent and told):
        data.add(row, said, labels, frozenset(told), *place)


def _page(data: Table, words: Words, document: Document, gold: Any, part: str) -> None:
    """The sentences of a document but its title; of pages the rules were tuned on, without the rules' hits."""
    text = annotate(document)
    told = _told(document.text, gold["acts"])
    unsure = _told(document.text, gold.get("neutral_acts", ()))
    for sentence in text.sentences:
        if not sentence.parsed or sentence.role is Role.TITLE:
            continue
        labels, arguable = _within(told, sentence), _within(unsure, sentence)
        found = [(t.term, t.head.i) for t in find_triggers(text, sentence)]
        made = features(text, sentence, [] if part == "tuned" else found, words)
        ruled = frozenset(term for term, _ in found)
        said = spoken(text.of(sentence))
        data.add({f.key: f.value for f in made}, said, labels, ruled, gold["doc"], part, arguable)


def _told(text: str, mentions: Iterable[Any]) -> list[tuple[str, tuple[int, int]]]:
    """Each mention's act with each place in the text where its words stand."""
    return [(mention["type"], span) for mention in mentions for span in _spans(text, mention["quote"])]


def _within(told: Iterable[tuple[str, tuple[int, int]]], sentence: Sentence) -> frozenset[str]:
    """The acts told by words of a sentence."""
    return frozenset(term for term, (start, end) in told if start < sentence.end and sentence.start < end)


def _spans(text: str, quote: str) -> Iterable[tuple[int, int]]:
    """Everywhere that the words stand, however they are broken into lines."""
    pattern = r"\s*".join(re.escape(letter) for letter in quote if not letter.isspace())
    return [found.span() for found in re.finditer(pattern, text)]
