"""Which lengths of time are figures: those of a ban, a sentence or detention."""

from __future__ import annotations

from guvoh.extraction.numbers import NumberKind
from guvoh.extraction.windows.clauses import Clause
from guvoh.extraction.windows.figures import Figure
from guvoh.extraction.windows.words import classes

_WHEN = frozenset({"за", "через", "спустя", "течение"})  # "за три месяца": when, no term


def tells(figure: Figure, clause: Clause, language: str) -> bool:
    """Whether a number alone is a figure: a length of time is one only over a ban, a sentence or detention."""
    if figure.counted.mention.kind is NumberKind.DURATION:
        place = clause.at.index(figure.at)
        before = clause.words[place - 1].form if place else ""
        return before not in _WHEN and clause.has(classes(language)["term_of"])
    return True
