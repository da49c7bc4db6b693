"""Score who says what on passages of speech: `score_speech.py [FILE...] [--errors]`, by default all of our own files.

A line holds a text, its publisher, figures with speaker and outlet (`via`), and the sources; tests/golden/README.md
says how they are annotated. A figure counts as found when a statement's figure touches its words.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from results import table
from score import PASSING_ON, Tally, same_name, touches

from guvoh.extraction import find
from guvoh.model import Document, Findings, Link, Passage, Role, Statement

GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
OUR_FILES = (GOLDEN / "speech_dev.jsonl", GOLDEN / "speech_dev2.jsonl", GOLDEN / "heldback" / "speech_heldback.jsonl")
OUTLETS = frozenset({"outlet", "agency"})

Gold = Mapping[str, Any]


@dataclass
class SpeechScore:
    """What was asked and right: figures found, their speakers and outlets; the tally of sources; errors in words."""

    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    sources: Tally = field(default_factory=Tally)
    errors: list[str] = field(default_factory=list)

    def detail(self, name: str, *, right: bool) -> None:
        """Count one detail as asked and, if so, right."""
        self.asked[name] += 1
        self.right[name] += right


def score_speech(lines: Sequence[Gold]) -> SpeechScore:
    """Find in each passage and compare figures and sources with the gold line."""
    score = SpeechScore()
    for number, line in enumerate(lines, start=1):
        findings = find(_document(line))
        for want in line["figures"]:
            _figure(f"{number}: {want['words']}", want, findings, score)
        score.sources += _sources(number, line, findings, score)
    return score


def _document(line: Gold) -> Document:
    text = line["text"]
    lines = tuple(Passage(*match.span(), Role.BODY) for match in re.finditer(r"\S[^\n]*", text))
    return Document("passage.txt", "0" * 64, "text/plain", text, lines, language="en", publisher=line["publisher"])


def _figure(name: str, want: Gold, findings: Findings, score: SpeechScore) -> None:
    start = findings.document.text.index(want["words"])
    statement = _counted(findings, (start, start + len(want["words"])))
    score.detail("figure found", right=statement is not None)
    if statement is None:
        return
    links = statement.attribution
    said, through = _said(want, links), _through(want, links)
    score.detail("speaker", right=said)
    score.detail("via", right=through)
    if not (said and through):
        shown = " < ".join(f"{link.name} ({link.kind.value})" for link in links)
        score.errors.append(f"{name}: wanted {want['speaker']} via {want['via']}, found {shown or 'nobody'}")


def _counted(findings: Findings, span: tuple[int, int]) -> Statement | None:
    told = (s for s in findings.statements if s.count and touches((s.count.start, s.count.end), [span]))
    return next(told, None)


def _said(want: Gold, links: Sequence[Link]) -> bool:
    if not want["speaker"]:
        return not links or links[0].kind.value in PASSING_ON
    return bool(links) and same_name(links[0].name, want["speaker"])


def _through(want: Gold, links: Sequence[Link]) -> bool:
    said = 0 if want["speaker"] is None else 1
    outlets = [link.name for link in links[said:] if link.kind.value in OUTLETS]
    if want["via"] is None:
        return not outlets
    return any(same_name(link.name, want["via"]) for link in links[said:])


def _sources(number: int, line: Gold, findings: Findings, score: SpeechScore) -> Tally:
    kinds = {source.name: source.kind.value for source in findings.sources}
    missed = [name for name in line["sources"] if not any(same_name(name, have) for have in kinds)]
    allowed = [*line["sources"], *(figure["via"] for figure in line["figures"] if figure["via"])]
    wrong = [
        have
        for have, kind in kinds.items()
        if kind not in PASSING_ON and not any(same_name(name, have) for name in allowed)
    ]
    score.errors += [f"{number}: source missed: {name}" for name in missed]
    score.errors += [f"{number}: source wrong: {name}" for name in wrong]
    return Tally(len(line["sources"]) - len(missed), len(missed), len(wrong))


def main(arguments: Sequence[str]) -> None:
    """Score each file and print; name the errors with `--errors`, but never those of what is held back."""
    files = [Path(argument) for argument in arguments if not argument.startswith("-")] or list(OUR_FILES)
    for path in files:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        score = score_speech(lines)
        if "--errors" in arguments and "heldback" not in path.parts:
            print("\n".join(score.errors), end="\n\n")
        rows = [[name, f"{score.right[name] / n:.3f}", str(n)] for name, n in sorted(score.asked.items())]
        print(f"{path.name}: {len(lines)} passages\n\n{table(['detail', 'right', 'of'], rows)}\n")
        sources = score.sources
        print(f"sources: precision {sources.precision:.3f}, recall {sources.recall:.3f}, F1 {sources.f1:.3f}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
