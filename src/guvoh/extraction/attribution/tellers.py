"""Accounts of people whom the writer met: what follows “I met Umar” in its paragraph is told by Umar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.lexicon import CueKind, speaker_patterns
from guvoh.extraction.attribution.persons import Persons
from guvoh.extraction.attribution.scene import Report
from guvoh.extraction.attribution.voices import Voice

MET = "somebody whom the writer met tells it"
_ONESELF = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
_PERSONAL = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)


def met(annotated: Annotated, persons: Persons) -> Iterator[Voice]:
    """One voice for each person met: the sentences after it in the paragraph, until the writer speaks again."""
    for match in speaker_patterns()["met"].finditer(annotated.text):
        sentence = annotated.at(match.start())
        if sentence is None or not sentence.parsed:
            continue
        first = next((t.i for t in annotated.of(sentence) if t.start > match.end()), None)
        run = persons.names.run_at(first, min(first + 4, sentence.stop - 1), first) if first is not None else None
        person = persons.names.person(run.first, run.last) if run is not None and run.first == first else None
        content = tuple(_account(annotated, sentence.i + 1))
        told = " ".join(annotated.text[s:e] for s, e in content)
        if person is not None and _PERSONAL.search(told):
            who = persons.person(person)
            report = Report(match.span(), CueKind.REPORT, None, content, sentence.i, MET)
            yield Voice(report, who, (), content, who.span)


def _account(annotated: Annotated, n: int) -> Iterator[tuple[int, int]]:
    """The sentences from `n` on in the same paragraph, up to the first in which the writer speaks."""
    for before, sentence in zip(annotated.sentences[n - 1 :], annotated.sentences[n:], strict=False):
        apart = "\n" in annotated.text[before.end : sentence.start]
        if apart or _ONESELF.search(annotated.text, sentence.start, sentence.end):
            return
        yield sentence.start, sentence.end
