"""Train the English pipeline from CoNLL-U treebanks: `python models/en/recipe/train.py UD_DIR OUT_DIR`.

UD_DIR holds en_ewt-{train,dev,test}.conllu and en_gum_ccby-{train,dev,test}.conllu
(UD_English-EWT, CC BY-SA 4.0; UD_English-GUM, CC BY 4.0). CPU only, fixed seed.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.train import train
from spacy.tokens import DocBin
from spacy.training import Example
from spacy.training.converters import conllu_to_docs
from spacy.util import registry

HERE = Path(__file__).parent
TREEBANKS = ("en_ewt", "en_gum_ccby")
SENTENCES_PER_DOC = 4


@registry.augmenters("guvoh.headline_case.v1")
def headline_case(lower: float, upper: float, title: float) -> Callable[..., Iterator[Example]]:
    """Also show the learner the same sentence in lower case, capitals or Headline Case (shares, 0-1)."""
    kinds = (("lower", lower), ("upper", upper), ("title", title))

    def augment(nlp: Any, example: Example) -> Iterator[Example]:
        yield example
        for kind, share in kinds:
            if random.random() < share:
                yield _recased(nlp, example, kind)

    return augment


def _recased(nlp: Any, example: Example, kind: str) -> Example:
    data = example.to_dict()
    words = [_recase(word, kind) for word in data["token_annotation"]["ORTH"]]
    data["token_annotation"]["ORTH"] = words
    data.get("doc_annotation", {}).pop("entities", None)
    doc = spacy.tokens.Doc(nlp.vocab, words=words, spaces=[t.whitespace_ != "" for t in example.reference])
    return Example.from_dict(doc, data)


SMALL = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "over", "the", "to", "with"}


def _recase(word: str, kind: str) -> str:
    if kind == "lower":
        return word.lower()
    if kind == "upper":
        return word.upper()
    return word if word in SMALL else word[:1].upper() + word[1:]


def convert(ud: Path, out: Path) -> None:
    """Write train.spacy and dev.spacy (both treebanks) and one test file for each and for both."""
    for part in ("train", "dev", "test"):
        both = DocBin(store_user_data=False)
        for bank in TREEBANKS:
            text = (ud / f"{bank}-{part}.conllu").read_text(encoding="utf-8")
            one = DocBin(store_user_data=False)
            for doc in conllu_to_docs(text, n_sents=SENTENCES_PER_DOC, no_print=True):
                both.add(doc)
                one.add(doc)
            if part == "test":
                one.to_disk(out / f"{bank}-test.spacy")
        both.to_disk(out / f"{part}.spacy")


def main(ud: Path, out: Path) -> None:
    """Convert, train, leave the best pipeline in OUT_DIR/model-best, without this machine's paths in it."""
    out.mkdir(parents=True, exist_ok=True)
    if not (out / "train.spacy").exists():
        convert(ud, out)
    overrides = {"paths.train": str(out / "train.spacy"), "paths.dev": str(out / "dev.spacy")}
    train(HERE / "config.cfg", out, overrides=overrides)
    best = out / "model-best" / "config.cfg"
    config = best.read_text(encoding="utf-8")
    best.write_text(re.sub(r'^(train|dev) = ".*"$', r"\1 = null", config, flags=re.MULTILINE), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
