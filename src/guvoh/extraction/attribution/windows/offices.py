"""Bodies that a noun means because the text named them in full before: «в управлении», «в этом отделе»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.windows.lexicon import people, words
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.phrases import PhraseReader
from guvoh.extraction.attribution.windows.readings import GEN, adjective, lemmas, readings
from guvoh.model import SourceKind

_NO_NAME = frozenset({"ведомство", "пресс-служба", "пресс-центр"})
_POINTING = frozenset({"этот", "данный", "сам", "тот"})


class Offices:
    """The bodies that one text names in full by a noun of its own, each noun read once."""

    def __init__(self, reader: PhraseReader, text: Annotated) -> None:
        self._reader = reader
        self._text = text
        self._named: dict[str, tuple[list[int], list[Phrase]]] = {}

    def in_full(self, noun: str, at: int) -> Phrase | None:
        """How the text last called the body of a noun in full before a character; None where it did not."""
        if noun in _NO_NAME:
            return None
        if noun not in self._named:
            found = list(self._all(noun))
            self._named[noun] = [start for start, _ in found], [phrase for _, phrase in found]
        starts, phrases = self._named[noun]
        before = bisect_left(starts, at)
        return phrases[before - 1] if before else None

    def alone(self, phrase: Phrase) -> bool:
        """Whether a phrase is a noun alone, or points at one: «в отделе», «в этом отделе»."""
        before = range(phrase.first, phrase.last)
        return all(lemmas(self._reader.tokens[i].text) & _POINTING for i in before)

    def holder(self, phrase: Phrase, named: Iterable[Identity]) -> Identity | None:
        """Who of the named has the office: «представитель ведомства» of «официальный представитель МВД»."""
        if phrase.first == phrase.last or phrase.lemma not in people().human:
            return None
        anybody = phrase.lemma in words().sets["anybody_of"] and phrase.head == phrase.first
        told = [lemmas(self._reader.tokens[i].text) for i in range(phrase.first + anybody, phrase.last + 1)]
        fits = (w for w in named if w.kind is SourceKind.OFFICIAL or not anybody)
        return next((w for w in fits if all(_tells(one, w) for one in told)), None)

    def official(self, phrase: Phrase, persons: Iterable[Identity]) -> Identity | None:
        """The official told of last, of «чиновник» or «глава ведомства»."""
        vague = phrase.first == phrase.last and phrase.lemma in people().any_official
        behind = lemmas(self._reader.tokens[phrase.last].text) & people().offices
        heads = phrase.lemma in people().heads and phrase.last == phrase.head + 1 and bool(behind)
        if not vague and not heads:
            return None
        return next((w for w in persons if w.kind is SourceKind.OFFICIAL and not w.plural), None)

    def _all(self, noun: str) -> Iterator[tuple[int, Phrase]]:
        for token in self._reader.tokens:
            if noun not in lemmas(token.text):
                continue
            stop = self._text.sentences[token.sent].stop
            for case in dict.fromkeys(r.case for r in readings(token.text) if r.lemma == noun and r.case):
                first = token.i
                while first > 0 and self._describes(first - 1, case):
                    first -= 1
                if case == GEN and first > 0 and lemmas(self._reader.tokens[first - 1].text) & people().collective:
                    continue  # «в отделе полиции»
                found = self._reader.read(first, case, stop)
                if found is not None and self._fuller(found, token.i):
                    yield token.start, found
                    break

    def _describes(self, i: int, case: str) -> bool:
        word = self._reader.tokens[i].text
        return adjective(word, case) is not None and not lemmas(word) & _POINTING

    def _fuller(self, found: Phrase, head: int) -> bool:
        """Whether a phrase around a noun says more than the noun, and is of a body."""
        within = found.first <= head <= found.last and found.last > found.first
        return within and found.name is None and found.lemma not in people().human


def _tells(word: frozenset[str], who: Identity) -> bool:
    """Whether a word is of somebody's role, or such as «ведомство», which stands for the body in an official's."""
    role = who.role or ""
    stands = bool(word & people().offices) and who.kind is SourceKind.OFFICIAL and " " in role
    return stands or any(word & lemmas(one) for one in role.split())
