"""English: a small spaCy pipeline trained on Universal Dependencies (models/en), run sentence by sentence."""

from __future__ import annotations

import os
import re

# Before numpy loads: with BLAS threads small matrices were measured 50 times slower on busy cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import spacy
from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, MORPH, POS, TAG
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from guvoh.extraction.annotate.held_whole import hold_whole
from guvoh.extraction.annotate.mistaken_verbs import mended
from guvoh.extraction.annotate.patronymics import capitalised
from guvoh.extraction.annotate.sentences import split
from guvoh.extraction.annotate.tokens import Annotated, Sentence, Token
from guvoh.extraction.vocabulary.bodies import names_with_stops
from guvoh.model import TELLING_ROLES, Document, Role, Span

Matters = Callable[[str], bool]

MAX_SENTENCE = 1500
"""Longer runs without an end mark are lists or noise; they are tokenised, not parsed."""

_SITE = re.compile(
    r"[A-Z][\w-]*(?:\.[\w-]+)*\.(?:Ru|RU|Com|COM|Org|ORG|Net|NET|Info|INFO|Uz|UZ|Kg|KG|Kz|KZ|Tj|TJ|Ua|UA|TV)"
)
"""A site with capitals, which is no sentence's end and another's beginning: "Fergana.Ru", "Volga-Inform.Ru"."""


def _pipeline_path() -> Path:
    """The trained pipeline: beside this file in an installed package, under models/ in a checkout."""
    packaged = Path(__file__).parent / "pipelines" / "en"
    return packaged if packaged.exists() else Path(__file__).parents[4] / "models" / "en" / "pipeline"


@cache
def pipeline() -> Language:
    """The loaded pipeline, once per process."""
    nlp = spacy.load(_pipeline_path())
    tokenizer = nlp.tokenizer
    if isinstance(tokenizer, Tokenizer):
        tokenizer.token_match = _SITE.fullmatch
        for name in names_with_stops("en"):
            if len(tokenizer(name)) > 1:  # "Idel.Realii" is no sentence's end and another's beginning
                tokenizer.add_special_case(name, [{ORTH: name}])
    return nlp


def annotate(document: Document, matters: Matters = lambda _: True) -> Annotated:
    """Tokens of every passage that can tell something; sentences for which `matters` is false are not parsed."""
    nlp = pipeline()
    plan = [
        (span, passage.role)
        for passage in document.passages
        if passage.role in TELLING_ROLES
        for span in split(document.text, passage.start, passage.end)
    ]
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    for (span, role), doc, parsed in _docs(nlp, document.text, plan, matters):
        first = len(tokens)
        tokens.extend(_tokens(doc, document.text, span[0], first, len(sentences), parsed=parsed))
        sentences.append(Sentence(len(sentences), *span, first, len(tokens), role, parsed))
    return Annotated(document.text, tuple(tokens), tuple(sentences), "en")


def _docs(
    nlp: Language, text: str, plan: Sequence[tuple[Span, Role]], matters: Matters
) -> Iterator[tuple[tuple[Span, Role], Doc, bool]]:
    docs = [nlp.make_doc(capitalised(text[start:end], "en")) for (start, end), _ in plan]
    wanted = [i for i, ((a, b), _) in enumerate(plan) if b - a <= MAX_SENTENCE and len(docs[i]) and matters(text[a:b])]
    for i in wanted:
        hold_whole(docs[i])
    for i, doc in zip(wanted, nlp.pipe((docs[i] for i in wanted), batch_size=64), strict=True):
        docs[i] = mended(nlp, doc)
    parsed = set(wanted)
    for i, item in enumerate(plan):
        yield item, docs[i], i in parsed


def _tokens(doc: Doc, text: str, offset: int, first: int, sent: int, *, parsed: bool) -> Iterator[Token]:
    """The words of a text that begins at `offset`; all that is known of them is asked of spaCy at once."""
    named = doc.vocab.strings
    rows = doc.to_array([IDX, LENGTH, IS_SPACE, LEMMA, POS, TAG, MORPH, DEP, HEAD]).tolist()
    index: dict[int, int] = {}
    for n, row in enumerate(rows):
        if not row[2]:
            index[n] = first + len(index)
    for n, i in index.items():
        at, length, _, lemma, pos, tag, morph, dep, _ = rows[n]
        start = offset + at
        end = start + length
        word = text[start:end]
        if not parsed:
            yield Token(i, start, end, word, doc[n].lower_, "", "", "", "", i, sent)
            continue
        features = named[morph]
        head = index.get(_head(rows, n), i)
        yield Token(
            i, start, end, word, named[lemma].lower(), named[pos], named[tag], "" if features == "_" else features,
            named[dep], head, sent,
        )  # fmt: skip


def _head(rows: Sequence[Sequence[int]], n: int) -> int:
    """The word that governs one, spaces passed over; a root governs itself. Distances back are counted from 2⁶⁴."""
    head = (n + rows[n][8]) % 2**64
    while rows[head][2] and rows[head][8]:
        head = (head + rows[head][8]) % 2**64
    return head
