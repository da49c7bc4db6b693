"""What the checks of a clause's standing look at: the clause, its sentence, and the verb that carries a noun's act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guvoh.extraction.windows.acts import Found
from guvoh.extraction.windows.clauses import Clause
from guvoh.extraction.windows.words import Word, classes
from guvoh.model import Modality

Read = tuple[Modality, str | None]
"""A modality and the reason for it in words."""


@dataclass(frozen=True, slots=True)
class Around:
    """The clause of an act and the words of its whole sentence."""

    clause: Clause
    sentence: Sequence[Word]
    language: str

    def of(self, name: str) -> Word | None:
        """The first word of a class in the clause, or None."""
        known = classes(self.language)[name]
        return next((w for w in self.clause.words if w.among(known)), None)


def carrier(found: Found) -> Word | None:
    """The verb that carries an act named by a noun: "силу не применяли", "рейда не было"; None for a verb's act."""
    if found.head.token.pos == "VERB":
        return None
    return next((w for w in found.clause.words if w.predicate), None)
