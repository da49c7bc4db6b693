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

Mention = tuple[int, Identity]
"""Where somebody was told of, and who."""


class Offices:
    """The bodies that one text names in full by a noun of its own, each noun read once."""

    def __init__(self, reader: PhraseReader, text: Annotated) -> None:
        self._reader = reader
        self._text = text
        self._named: dict[str, tuple[list[int], list[Phrase]]] = {}

    def in_full(self, noun: str, at: int) -> Phrase | None:
        """How the text last called the body of a noun in full before a character; None where it did not."""
        if noun in words().sets["any_office"]:
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
        return all(lemmas(self._reader.tokens[i].text) & words().sets["pointing_at"] for i in before)

    def holder(self, phrase: Phrase, named: Iterable[Mention]) -> Identity | None:
        """Who of the named has the office: «представитель ведомства» of «официальный представитель МВД».

        `named` are persons with a role and where each was told of, the last first.
        """
        if phrase.first == phrase.last or phrase.lemma not in people().human:
            return None
        anybody = phrase.lemma in words().sets["anybody_of"] and phrase.head == phrase.first
        told = [lemmas(self._reader.tokens[i].text) for i in range(phrase.first + anybody, phrase.last + 1)]
        fits = ((at, w) for at, w in named if w.kind is SourceKind.OFFICIAL or not anybody)
        return next((w for at, w in fits if all(self._tells(one, w, at, phrase) for one in told)), None)

    def head(self, phrase: Phrase, named: Iterable[Mention]) -> Identity | None:
        """The official told of last, of «глава ведомства», where the role is of a body and no other one came up."""
        behind = lemmas(self._reader.tokens[phrase.last].text) & words().sets["any_office"]
        if phrase.lemma not in people().heads or phrase.last != phrase.head + 1 or not behind:
            return None
        at, last = next(((at, w) for at, w in named if w.kind is SourceKind.OFFICIAL), (0, None))
        if last is None or self._other_since(at, phrase, last):
            return None
        role = _lemmas_of(last)
        heads = role & words().sets["heads_of_bodies"] or (role & people().heads and self._of_body(last))
        return last if heads else None

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
        return adjective(word, case) is not None and not lemmas(word) & words().sets["pointing_at"]

    def _fuller(self, found: Phrase, head: int) -> bool:
        """Whether a phrase around a noun says more than the noun, and is of a body."""
        within = found.first <= head <= found.last and found.last > found.first
        return within and found.name is None and found.lemma not in people().human

    def _tells(self, word: frozenset[str], who: Identity, at: int, phrase: Phrase) -> bool:
        """Whether a word of a phrase is of somebody's role, told at a character, or «ведомство» for the body in it."""
        role = _lemmas_of(who)
        if word & words().sets["any_office"]:
            return bool(word & role) or (self._of_body(who) and not self._other_since(at, phrase, who))
        named = self.in_full(self._reader.tokens[phrase.last].lemma, self._reader.tokens[phrase.first].start)
        again = named is not None and self._reader.tokens[named.first].start > at and word & people().offices
        return bool(word & role) and not (again and self._other_words(named, role))

    def _of_body(self, who: Identity) -> bool:
        """Whether a role names a body, not only a place: «представитель МВД», no «прокурор области»."""
        behind = (who.role or "").split()[1:]
        known = people().state | self._reader.heads.keys()
        return any(word in self._reader.known_official or lemmas(word) & known for word in behind)

    def _other_since(self, at: int, phrase: Phrase, who: Identity) -> bool:
        """Whether another public body came up between a character and a phrase."""
        tokens, role = self._reader.tokens, _lemmas_of(who)
        for token in tokens[: phrase.first]:
            body = self._reader.bodies.get(token.i)
            public = (body is not None and body.kind is SourceKind.OFFICIAL) or lemmas(token.text) & people().state
            if token.start >= at and public and not lemmas(token.text) & role:
                return True
        return False

    def _other_words(self, named: Phrase | None, role: frozenset[str]) -> bool:
        """Whether a body named in full has words that no role has: «миграционное управление»."""
        within = range(named.first, named.last + 1) if named is not None else ()
        return any(not lemmas(self._reader.tokens[i].text) & role for i in within)


def _lemmas_of(who: Identity) -> frozenset[str]:
    """The lemmas of the words of somebody's role."""
    return frozenset(lemma for word in (who.role or "").split() for lemma in lemmas(word))
