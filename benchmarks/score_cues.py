"""Score reported speech against a corpus outside the repository: `score_cues.py CORPUS.jsonl`.

A line of the corpus has `text` and `attributions`, each with lists of spans `source`, `cue` and `content`, as PolNeAR
(Newell and others 2018) annotates news. A found relation is right when its cue and its source touch those of one in the
corpus. Counted twice: everything annotated, and the cues of reporting alone, told by word: a form of a verb of
the kind `report` in our vocabulary, or a phrase such as "according to".
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from results import table
from score import Spans, Tally, touches

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.extraction.attribution.lexicon import CueKind, cues
from guvoh.model import Document, Passage, Role, Span

Relation = tuple[Span, Spans, Spans]
"""Where the cue begins and ends, the spans of the cue, and those of the source."""


def score_corpus(lines: Sequence[Mapping[str, Any]]) -> tuple[Tally, Tally]:
    """The tallies of all relations and of those whose cue is one of reporting."""
    everything, reporting = Tally(), Tally()
    for line in lines:
        gold = [_gold(a) for a in line["attributions"] if a.get("source") and a.get("cue")]
        found = _found(line["text"])
        everything += _tally(gold, found)
        reporting += _tally(*([r for r in side if reports(_words(line["text"], r))] for side in (gold, found)))
    return everything, reporting


def reports(cue: str) -> bool:
    """Whether a cue holds a word of reporting."""
    vocabulary = cues("en")
    words = re.findall(r"[\w’'-]+", cue.lower())
    verbs = any(sense.kind is CueKind.REPORT for word in words for sense in vocabulary.senses.get(word, ()))
    phrases = [list(phrase) for phrase in (*vocabulary.prepositions, *vocabulary.citing)]
    return verbs or any(words[i : i + len(p)] == p for p in phrases for i in range(len(words)))


def _gold(relation: Mapping[str, Any]) -> Relation:
    cue = [(start, end) for start, end in relation["cue"]]
    source = [(start, end) for start, end in relation["source"]]
    return (cue[0][0], cue[-1][1]), cue, source


def _found(text: str) -> list[Relation]:
    lines = tuple(Passage(*match.span(), Role.BODY) for match in re.finditer(r"\S[^\n]*", text))
    document = Document("article.txt", "0" * 64, "text/plain", text, lines, language="en")
    speeches = attribute(annotate(document), document).speeches
    return [(s.cue, [s.cue], [s.source]) for s in speeches if s.source is not None]


def _words(text: str, relation: Relation) -> str:
    return " ".join(text[start:end] for start, end in relation[1])


def _tally(gold: Sequence[Relation], found: Sequence[Relation]) -> Tally:
    left = list(gold)
    for _, cue, source in found:
        match = next((g for g in left if touches(cue[0], g[1]) and touches(source[0], g[2])), None)
        if match is not None:
            left.remove(match)
    hits = len(gold) - len(left)
    return Tally(hits, len(left), len(found) - hits)


def main(arguments: Sequence[str]) -> None:
    """Score and print; exit with a word when no corpus is named or it is not there."""
    if not arguments or not Path(arguments[0]).is_file():
        sys.exit("Not scored: name a corpus, `score_cues.py CORPUS.jsonl`; none comes with Guvoh.")
    lines = [json.loads(line) for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [
        [name, f"{t.precision:.3f}", f"{t.recall:.3f}", f"{t.f1:.3f}", str(t.hits + t.missed)]
        for name, t in zip(("every relation", "cues of reporting"), score_corpus(lines), strict=True)
    ]
    print(f"{len(lines)} texts\n\n{table(['relations', 'precision', 'recall', 'F1', 'in gold'], rows)}")


if __name__ == "__main__":
    main(sys.argv[1:])
