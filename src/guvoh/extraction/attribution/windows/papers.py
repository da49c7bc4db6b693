"""Whose a paper is that is named alone: the body that published it, or whose it was called before."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.windows.lexicon import people, words
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.phrases import PhraseReader
from guvoh.extraction.attribution.windows.readings import GEN, NOM, lemmas, readings

_ASIDE = 4  # tokens between a verb and its subject behind it: «доклад выпустила на днях организация X»


def issuer_before(reader: PhraseReader, text: Annotated, noun: str, at: int) -> Phrase | None:
    """Who issued the paper that a noun alone means at a character; None where the text before tells of nobody."""
    papers = words().sets["papers"]
    meant = papers if noun not in papers else frozenset({noun})
    here = text.at(at)
    for sentence in reversed(text.sentences[: here.i + 1] if here is not None else ()):
        for i in range(sentence.stop - 1, sentence.first - 1, -1):
            if text.tokens[i].start < at and meant & lemmas(text.tokens[i].text):
                found = _owner(reader, i, sentence) or _publishing(reader, i, sentence)
                if found is not None:
                    return found
    return None


def _owner(reader: PhraseReader, paper: int, sentence: Sentence) -> Phrase | None:
    """Whose it is called: «доклад организации X»."""
    return _body(reader, reader.read(paper + 1, GEN, sentence.stop))


def _publishing(reader: PhraseReader, paper: int, sentence: Sentence) -> Phrase | None:
    """Who published it: «организация X выпустила доклад», «доклад опубликовала организация X»."""
    if not any(r.case == "accs" for r in readings(reader.tokens[paper].text)):
        return None
    verbs = [i for i in range(sentence.first, sentence.stop) if _issues(reader, i)]
    v = min(verbs, key=lambda i: abs(i - paper), default=None)
    if v is None:
        return None
    before = (reader.read(i, NOM, v) for i in range(sentence.first, v))
    behind = (reader.read(i, NOM, sentence.stop) for i in range(v + 1, min(v + 1 + _ASIDE, sentence.stop)))
    return next(_bodies(reader, before), None) or next(_bodies(reader, behind), None)


def _issues(reader: PhraseReader, i: int) -> bool:
    listed: AbstractSet[str] = words().sets["issuing"]
    return any(r.pos == "VERB" and r.lemma in listed for r in readings(reader.tokens[i].text))


def _bodies(reader: PhraseReader, found: Iterator[Phrase | None]) -> Iterator[Phrase]:
    return (body for phrase in found if (body := _body(reader, phrase)) is not None)


def _body(reader: PhraseReader, phrase: Phrase | None) -> Phrase | None:
    """The phrase where it names a body, or a person by name."""
    if phrase is None or phrase.pronoun or phrase.lemma in words().sets["documents"]:
        return None
    heads = reader.heads.keys() | people().collective | people().media
    told = phrase.lemma in heads and phrase.last > phrase.first
    return phrase if phrase.body is not None or phrase.name is not None or told else None
