"""What the law threatens whoever breaks it with, told of nobody: "за это предусмотрен штраф", "грозит до семи лет"."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.windows.acts import Found
from guvoh.extraction.windows.clauses import Clause
from guvoh.extraction.windows.words import Word, classes

_STILL_TOLD = frozenset({"legislation"})


def is_penalty(clause: Clause, sentence: Sequence[Word], language: str) -> bool:
    """Whether a clause tells what a law sets for a breach or what term of prison somebody faces."""
    known = classes(language)
    if clause.has(known["penalty"]) and clause.has(known["law_setting"]):
        return True
    return clause.has(known["facing"]) and (clause.has(known["prison"]) or _for_a_breach(sentence, language))


def still_told(found: Sequence[Found]) -> list[Found]:
    """The acts of such a clause that are told all the same: a law is a law."""
    return [f for f in found if f.pattern.term in _STILL_TOLD]


def _for_a_breach(sentence: Sequence[Word], language: str) -> bool:
    """ "За нарушение режима пребывания грозит выдворение": of anyone."""
    breach = classes(language)["breach"]
    return any(
        word.form == "за" and any(w.among(breach) for w in sentence[i + 1 : i + 3]) for i, word in enumerate(sentence)
    )
