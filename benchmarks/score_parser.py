"""Score the English pipeline on its treebanks' held-out tests: `python benchmarks/score_parser.py UD_DIR [MODEL]`.

Prints tagging, lemma and attachment accuracy (per cent) on gold sentences and tokens of both test files together,
as the CoNLL shared tasks count (punctuation included) and as spaCy does (punctuation left out), and beside them
the same from raw text: our sentence rules, the pipeline's tokens.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy
from results import table, write_section
from spacy.tokens import Doc

from guvoh.extraction.annotate.english import pipeline
from guvoh.extraction.annotate.sentences import split

FILES = ("en_ewt-test.conllu", "en_gum_ccby-test.conllu")
Word = tuple[str, str, str, int, str]
"""Form, lemma, XPOS, head (0 for the root, else 1-based), relation."""


def sentences(path: Path) -> Iterator[tuple[str, list[Word], list[bool]]]:
    """Text, words, and whether a space follows each word, for every sentence of a CoNLL-U file."""
    text, words, spaces = "", [], []
    joined: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text ="):
            text = line[8:].strip()
        elif not line.strip():
            if words:
                yield text, words, spaces
            words, spaces, joined = [], [], set()
        elif not line.startswith("#"):
            cells = line.split("\t")
            if "-" in cells[0]:
                first, last = cells[0].split("-")
                joined |= {str(i) for i in range(int(first), int(last))}
                if "SpaceAfter=No" in cells[9]:
                    joined.add(last)
            elif "." not in cells[0]:
                words.append((cells[1], cells[2], cells[4], int(cells[6]), cells[7]))
                spaces.append("SpaceAfter=No" not in cells[9] and cells[0] not in joined)
    if words:
        yield text, words, spaces


def gold_scores(nlp: spacy.Language, ud: Path) -> Counter[str]:
    """Counts of right answers on gold sentences and tokens."""
    rows = [row for name in FILES for row in sentences(ud / name)]
    docs = []
    for _, words, spaces in rows:
        doc = Doc(nlp.vocab, words=[w[0] for w in words], spaces=spaces)
        for token in doc:
            token.is_sent_start = token.i == 0
        docs.append(doc)
    total: Counter[str] = Counter()
    for doc, (_, words, _) in zip(nlp.pipe(docs, batch_size=128), rows, strict=True):
        for token, (_, lemma, tag, head, relation) in zip(doc, words, strict=True):
            found = 0 if token.head.i == token.i else token.head.i + 1
            attached = found == head
            labelled = attached and (token.dep_.lower() == relation.lower())
            total.update(words=1, tag=token.tag_ == tag, lemma=token.lemma_.lower() == lemma.lower())
            total.update(uas=attached, las=labelled)
            if relation.partition(":")[0] != "punct":
                total.update(plain=1, uas_plain=attached, las_plain=labelled)
    return total


def raw_scores(nlp: spacy.Language, ud: Path) -> Counter[str]:
    """Counts on raw text: a word is right when a token of ours has its characters, head and relation."""
    total: Counter[str] = Counter()
    for name in FILES:
        rows = list(sentences(ud / name))
        for start in range(0, len(rows), 10):
            _raw_stretch(nlp, rows[start : start + 10], total)
    return total


def _raw_stretch(nlp: spacy.Language, rows: list[tuple[str, list[Word], list[bool]]], total: Counter[str]) -> None:
    text, gold = "", {}
    for sentence, words, spaces in rows:
        offset = len(text)
        spans, at = [], offset
        for (form, *_), space in zip(words, spaces, strict=True):
            spans.append((at, at + len(form)))
            at += len(form) + space
        for span, (_, _, _, head, relation) in zip(spans, words, strict=True):
            gold[span] = (spans[head - 1] if head else None, relation)
        text += sentence.ljust(at - offset) + " "
    docs = [(a, nlp.make_doc(text[a:b])) for a, b in split(text, 0, len(text))]
    for _, doc in docs:
        for token in doc:
            token.is_sent_start = token.i == 0
    for offset, doc in docs:
        for token in nlp(doc):
            span = (offset + token.idx, offset + token.idx + len(token))
            above = offset + token.head.idx
            head = None if token.head.i == token.i else (above, above + len(token.head))
            want = gold.get(span)
            attached = want is not None and want[0] == head
            total.update(found=1, uas=attached, las=attached and want[1].lower() == token.dep_.lower())
    total.update(words=len(gold))


def percent(part: int, whole: int) -> str:
    """A share as per cent with one decimal."""
    return f"{100 * part / whole:.1f}" if whole else "-"


def main(ud: Path, model: str | None) -> None:
    """Print the table; without MODEL, the shipped pipeline's figures go into results.md."""
    nlp = spacy.load(model) if model else pipeline()
    gold, raw = gold_scores(nlp, ud), raw_scores(nlp, ud)
    cells = [percent(gold[k], gold["words"]) for k in ("tag", "lemma", "uas", "las")]
    plain = [percent(gold[k], gold["plain"]) for k in ("uas_plain", "las_plain")]
    both = raw["words"] + raw["found"]
    raw_cells = [percent(2 * raw[k], both) for k in ("uas", "las")]
    columns = ["measured on", "words", "TAG", "lemma", "UAS", "LAS", "UAS, no punctuation", "LAS, no punctuation"]
    text = table(
        columns,
        [
            ["gold sentences and tokens", str(gold["words"]), *cells, *plain],
            ["raw text, F1", str(raw["words"]), "-", "-", *raw_cells, "-", "-"],
        ],
    )
    print(text)
    if model is None:
        note = (
            "UD_English-EWT and UD_English-GUM (CC BY genres), test parts together. Floors: TAG 92, UAS 85, LAS 81.5."
        )
        write_section("English parser", "make score-parser", f"{text}\n\n{note}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
