"""What kind of source a body or a person is, by the nouns that name it, and whether a person is private."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.windows.lexicon import people, words
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.phrases import PhraseReader
from guvoh.extraction.attribution.windows.readings import lemmas
from guvoh.model import SourceKind


def kind_of_body(reader: PhraseReader, tokens: Sequence[Token], phrase: Phrase) -> SourceKind:
    """The kind of a known body, of whose press office it is, or of its head noun."""
    told = reader.heads.get(phrase.lemma)
    if phrase.body is not None and phrase.body.kind is not None and (phrase.body.listed or told is None):
        return phrase.body.kind
    if phrase.lemma in words().sets["press_offices"] or not phrase.lemma:
        inside = range(phrase.first + 1, phrase.last + 1)
        held = (reader.bodies[i].kind for i in inside if i in reader.bodies)
        listed = next((k for k in held if k is not None), None)
        told = next((k for i in inside for x in lemmas(tokens[i].text) if (k := reader.heads.get(x))), None)
        return listed or told or (SourceKind.OFFICIAL if phrase.lemma else SourceKind.OUTLET)
    if phrase.lemma in words().sets["of_state_or_press"] and _of_a_state(tokens, phrase):
        return SourceKind.OFFICIAL
    if phrase.lemma in people().media:
        return SourceKind.OUTLET
    if phrase.lemma in people().state:
        return SourceKind.OFFICIAL
    return reader.heads.get(phrase.lemma, SourceKind.NGO)


def _of_a_state(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether an agency is a state's, by what it is for: «Агентство миграции», no «агентство новостей»."""
    behind = [tokens[i].text for i in range(phrase.head + 1, phrase.last + 1)] if phrase.head >= 0 else []
    plain_words = bool(behind) and phrase.body is None and all(word.isalpha() for word in behind)
    return plain_words and not any(lemmas(word) & people().of_the_press for word in behind)


def kind_of_person(reader: PhraseReader, role: str, *, named: bool) -> tuple[SourceKind, bool]:
    """Kind and whether private, by the first noun of the role."""
    nouns = people()
    head = next((x for word in role.split() for x in sorted(lemmas(word)) if x in nouns.human), "")
    if head in nouns.affected:
        return SourceKind.WITNESS, True
    behind = role.split()[1:]
    of_state = any(x in nouns.state or word in reader.known_official for word in behind for x in lemmas(word))
    if head in nouns.official or of_state:
        return SourceKind.OFFICIAL, False
    return SourceKind.PERSON, named and head in nouns.everyday
