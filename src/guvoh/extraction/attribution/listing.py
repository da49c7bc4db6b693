"""Whose words the items of a list are: those of whoever speaks in the line with a colon above it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.voices import Voice

_ITEM = re.compile(r"[-–—•*·▪] ?\S|\d{1,2} ?(?:[.)] ?|[–-] )[^\W\d]")
"""The mark of an item: "• Two died", "1- The province has", "2. Persons who come"."""


class Listing:
    """The lists of a document; `firsts` holds the first sentence of every line, `speaks` who says one above a list."""

    def __init__(self, annotated: Annotated, firsts: Sequence[int], speaks: Callable[[Sentence], Voice | None]) -> None:
        self._annotated = annotated
        self._firsts = firsts
        self._speaks = speaks
        self._known: dict[int, Voice | None] = {}
        """Whose list each item stands in, as far as it was read."""

    def teller(self, sentence: Sentence) -> Voice | None:
        """Who tells the list in which the sentence is an item; None where nobody does, or it is none."""
        run = []
        i = sentence.i
        while i not in self._known and self._is_item(i):
            run.append(i)
            i -= 1
        voice = self._known.get(i)
        if run and i not in self._known:
            voice = self._above(i)
        self._known.update(dict.fromkeys(run, voice))
        return self._known.get(sentence.i)

    def _is_item(self, i: int) -> bool:
        """Whether a sentence begins a line with the mark of a list, or goes on in such a line."""
        text, sentences = self._annotated.text, self._annotated.sentences
        if i <= 0:
            return False
        return _ITEM.match(text, sentences[self._firsts[i]].start) is not None

    def _above(self, i: int) -> Voice | None:
        sentence = self._annotated.sentences[i]
        told = self._annotated.text[sentence.start : sentence.end].rstrip()
        return self._speaks(sentence) if told.endswith(":") else None
