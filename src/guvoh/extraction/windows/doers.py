"""Violence of which a foreigner is the doer: no wrong done to one."""

from __future__ import annotations

from guvoh.extraction.windows.acts import Found
from guvoh.extraction.windows.words import Word, classes

_VIOLENCE = frozenset({"excessive_force", "torture_ill_treatment", "private_violence"})

_BEFALLS = frozenset({"подвергнуться", "подвергаться"})
"""Verbs whose subject it befalls: "мигрант подвергся нападению"."""


def done_by_a_foreigner(found: Found, language: str) -> bool:
    """ "Иностранец избил полицейского": the subject is a foreigner, and nobody else in the clause is one."""
    head = found.head
    active = head.token.pos == "VERB" and head.has("VerbForm=Fin") and head.lemma not in _BEFALLS
    if found.pattern.term not in _VIOLENCE or not active:
        return False
    known = classes(language)["foreigners"]
    named = [word for word in found.clause.words if word.among(known)]
    subject = next((word for word in named if _is_subject(word, head)), None)
    return subject is not None and len(named) == 1


def _is_subject(word: Word, verb: Word) -> bool:
    numbers = ("Number=Sing", "Number=Plur")
    agrees = any(word.has(number) and verb.has(number) for number in numbers)
    before = word.token.i < verb.token.i
    return before and word.token.pos in ("NOUN", "PROPN") and word.has("Case=Nom") and agrees
