"""A phrase that names a source, and the commas that stand inside one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.windows.lexicon import words
from guvoh.extraction.attribution.windows.named_bodies import Body
from guvoh.extraction.attribution.windows.readings import GEN, readings

PRONOUNS = frozenset({"он", "она", "они"})
POSSESSIVE = {"его": ("он", "s", "m"), "ее": ("она", "s", "f"), "их": ("они", "p", "")}
"""Words that own, with the pronoun, number and gender of whose they are."""
LONGEST_TAIL = 14
"""Tokens that may belong to a noun behind it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Who is named: tokens `first` to `last`; `head` the noun (-1 for a name alone), `lemma` its dictionary form.

    `name` are the tokens of a personal name (from, behind), `body` a body named; `case` the case it stands in.
    """

    first: int
    last: int
    head: int
    lemma: str
    case: str
    number: str
    gender: str
    name: tuple[int, int] | None = None
    body: Body | None = None

    @property
    def pronoun(self) -> bool:
        """Whether it is «он», «она» or «они»."""
        return self.lemma in PRONOUNS and self.name is None


def list_marks(tokens: Sequence[Token]) -> Iterator[int]:
    """Commas and «и» inside the name of a ministry that lists what it is for."""
    for token in tokens:
        if not any(r.lemma in words().sets["listing_heads"] for r in readings(token.text)):
            continue
        marks, i = [], token.i + 1
        while i < len(tokens) and i - token.i < LONGEST_TAIL and tokens[i].sent == token.sent:
            if tokens[i].text in (",", "и") and i > token.i + 1:
                marks.append(i)
            elif not any(r.case == GEN for r in readings(tokens[i].text)):
                break
            i += 1
        if marks and tokens[marks[-1]].text == "и" and marks[-1] < i - 1:
            yield from marks
