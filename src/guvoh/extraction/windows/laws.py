"""Acts of which a law or bill speaks: the instrument is told, not what it will allow."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.windows.acts import Found
from guvoh.extraction.windows.clauses import Clause
from guvoh.extraction.windows.words import Word, classes

_BESIDE = frozenset({"legislation", "work_ban"})
_NEAR = 3  # words between "закон о" and the noun of its act


def without_matter(
    told: Sequence[tuple[Clause, list[Found]]], sentence: Sequence[Word], language: str
) -> list[tuple[Clause, list[Found]]]:
    """The acts of a sentence without those that are what a law is about or allows.

    "Дума приняла закон о выдворении", "законопроект, который разрешит высылать без суда".
    """
    if not any(f.pattern.term == "legislation" for _, found in told for f in found):
        return list(told)
    laws = [i for i, word in enumerate(sentence) if word.among(classes(language)["laws"])]
    if not laws:
        return list(told)
    return [(clause, [f for f in found if not _is_matter(f, clause, laws[0], sentence)]) for clause, found in told]


def _is_matter(found: Found, clause: Clause, law: int, sentence: Sequence[Word]) -> bool:
    if found.pattern.term in _BESIDE or found.at < law:
        return False
    allowed = clause.aside and any(w.lemma in ("который", "чтобы") for w in clause.words[:3])
    about = any(w.form in ("о", "об") for w in sentence[max(law, found.at - _NEAR) : found.at])
    return allowed or (about and found.head.token.pos != "VERB")
