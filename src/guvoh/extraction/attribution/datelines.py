"""Where a sentence begins behind its dateline: "KABUL, Aug 14 (Reuters) -", "KUALA LUMPUR, Dec 22 —"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from guvoh.extraction.annotate import Sentence, Token
from guvoh.extraction.attribution.kinds_of_tokens import DASHES, finite
from guvoh.extraction.attribution.lexicon import saying_words

_DATELINE = 14
_TOWN, _WORDS = 9, 5  # tokens and words of a town and its country: "SAINT-DENIS, FRANCE:"
_JOINTS = frozenset({",", "-"})
_LABEL = re.compile(r"^[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ ,.’'-]+:", re.MULTILINE)
_PROMPTS = saying_words()["prompts"]
"""Words in capitals before a colon that send readers to other pages."""
_HOSTS = saying_words()["line_hosts"]


class Dateline:
    """What opens one sentence of a text."""

    def __init__(self, text: str, tokens: Sequence[Token], sentence: Sentence) -> None:
        self.text = text
        self.tokens = tokens
        self.sentence = sentence
        self.first, self.stop = sentence.first, sentence.stop

    def past(self) -> int:
        """The token after a dateline: "KABUL, Aug 14 (Reuters) -", "Mexico City, Feb 3 (EFE).-"; else the first."""
        town = self._past_town(self.first)
        if town is not None:
            return town
        for i in range(self.first + 1, min(self.first + _DATELINE, self.stop - 2)):
            t = self.tokens[i]
            if self._closes_bulletin(i):
                return i + 1
            if finite(t) or t.text in (":", ";"):
                break
            if t.text in DASHES | {".-"} and (self._agency(i - 1) or self._town_and_day(i)):
                return i + 1
        return self.first

    def _closes_bulletin(self, i: int) -> bool:
        """Whether a town, a day and a sender open a paragraph up to a colon: "Geneva, 14 March 2017 (X Bulletin):"."""
        colon = self.tokens[i].text == "):" or (self.tokens[i].text == ":" and self.tokens[i - 1].text == ")")
        start = self.sentence.start
        if not colon or (start > 0 and self.text[start - 1] != "\n"):
            return False
        words = [t.text for t in self.tokens[self.first : i]]
        return words[0].istitle() and words[1:2] == [","] and "(" in words and any(w.isdigit() for w in words)

    def _town_and_day(self, dash: int) -> bool:
        """Whether a town in capitals opens the paragraph before a dash: "KUALA LUMPUR, Dec 22 —"."""
        start = self.sentence.start
        opens = start == 0 or self.text[start - 1] == "\n"
        head = self.tokens[self.first : dash]
        name = "".join(t.text for t in takewhile(lambda t: t.text.isupper(), head))  # "NEW DELHI", "RIO DE JANEIRO"
        town = len(name) > 3 and self.tokens[dash].start > head[-1].end
        return opens and town and not any(t.text[:1].islower() for t in head)

    def _past_town(self, i: int) -> int | None:
        """The token after a town in capitals and a colon that open the text, where no dialogue follows; else None."""
        colon = next((n for n in range(i + 1, min(i + _TOWN, self.stop - 2)) if self.tokens[n].text == ":"), None)
        words = [t.text for t in self.tokens[i:colon] if t.text not in _JOINTS] if colon is not None else []
        if colon is None or not all(word.isupper() and len(word) > 1 for word in words) or not 0 < len(words) <= _WORDS:
            return None
        labels = [label for label in _LABEL.findall(self.text) if label.rstrip(":").lower() not in _PROMPTS]
        alone = len(labels) == 1 and len(self.text[self.tokens[i].start : self.tokens[colon].start]) > 3
        return colon + 1 if alone and self.tokens[i].lower not in _HOSTS else None

    def _agency(self, i: int) -> bool:
        """Whether a parenthesis in capitals ends at token `i`, a full stop aside, as an agency's name does."""
        i -= self.tokens[i].text == "."
        inside = self.tokens[i - 1].text
        return self.tokens[i].text == ")" and i - 1 > self.first and inside[:1].isupper() | inside.isdigit()
