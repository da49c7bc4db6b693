"""Whose a paper is that is named alone: the body that published it, or whose it was called before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.windows.lexicon import people, words
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.phrases import PhraseReader
from guvoh.extraction.attribution.windows.readings import CASES, GEN, NOM, lemmas, readings

_ASIDE = 4  # tokens between a verb and its subject behind it: «доклад выпустила на днях организация X»
_CLOSES = frozenset({",", ";"})
_WHICH = frozenset({"который"})


class Papers:
    """The papers that one text names by a noun, each read once."""

    def __init__(self, reader: PhraseReader, text: Annotated) -> None:
        self._reader = reader
        self._text = text
        self._issuers: dict[frozenset[str], tuple[list[int], list[Phrase]]] = {}

    def issuer_before(self, noun: str, at: int) -> Phrase | None:
        """Who issued the paper that a noun alone means at a character; None where the text before tells of nobody."""
        papers = words().sets["papers"]
        meant = papers if noun not in papers else frozenset({noun})
        if meant not in self._issuers:
            issued = list(self._issued(meant))
            self._issuers[meant] = [start for start, _ in issued], [who for _, who in issued]
        starts, issuers = self._issuers[meant]
        before = bisect_left(starts, at)
        return issuers[before - 1] if before else None

    def _issued(self, meant: frozenset[str]) -> Iterator[tuple[int, Phrase]]:
        """Where papers stand of which the text tells who issued them, in text order."""
        for sentence in self._text.sentences:
            for i in range(sentence.first, sentence.stop):
                if meant & lemmas(self._text.tokens[i].text):
                    found = _owner(self._reader, i, sentence) or _publishing(self._reader, i, sentence)
                    if found is not None:
                        yield self._text.tokens[i].start, found


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
    opens = _clause(reader, sentence, v)
    beside = _subject(reader, range(opens, v), v) or _subject(
        reader, range(v + 1, min(v + 1 + _ASIDE, sentence.stop)), sentence.stop
    )
    if beside is not None or opens == sentence.first:
        return beside
    if not _WHICH & lemmas(reader.tokens[opens].text):
        return _subject(reader, range(sentence.first, opens), opens)
    return _right_before(reader, sentence.first, opens - 1) if opens <= paper else None


def _clause(reader: PhraseReader, sentence: Sentence, v: int) -> int:
    """The first token of the clause in which a verb stands, behind the last comma before it."""
    commas = (i for i in range(v - 1, sentence.first, -1) if reader.tokens[i].text in _CLOSES)
    return next(commas, sentence.first - 1) + 1


def _subject(reader: PhraseReader, places: Iterable[int], stop: int) -> Phrase | None:
    """The first body that the nominative names at one of the tokens."""
    return next(_bodies(reader, (reader.read(i, NOM, stop) for i in places)), None)


def _right_before(reader: PhraseReader, first: int, comma: int) -> Phrase | None:
    """The body in any case whose phrase ends at a comma: «организацию X, которая выпустила доклад»."""
    read = (reader.read(i, case, comma) for i in range(first, comma) for case in sorted(CASES))
    return next((body for body in _bodies(reader, read) if body.last == comma - 1), None)


def _issues(reader: PhraseReader, i: int) -> bool:
    listed: AbstractSet[str] = words().sets["issuing"]
    return any(r.pos == "VERB" and r.lemma in listed for r in readings(reader.tokens[i].text))


def _bodies(reader: PhraseReader, found: Iterable[Phrase | None]) -> Iterator[Phrase]:
    return (body for phrase in found if (body := _body(reader, phrase)) is not None)


def _body(reader: PhraseReader, phrase: Phrase | None) -> Phrase | None:
    """The phrase where it names a body, or a person by name."""
    if phrase is None or phrase.pronoun or phrase.lemma in words().sets["documents"]:
        return None
    heads = reader.heads.keys() | people().collective | people().media
    told = phrase.lemma in heads and (phrase.last > phrase.first or phrase.lemma in people().generic)
    return phrase if phrase.body is not None or phrase.name is not None or told else None
