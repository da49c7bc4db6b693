"""What a person is, as words before or behind the name tell it: «адвокат семьи X», «X, адвокат задержанных,»."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.windows.lexicon import people
from guvoh.extraction.attribution.windows.nominatives import Nominatives
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.phrases import PhraseReader
from guvoh.extraction.attribution.windows.readings import NOM

POSSESSIVES = frozenset({"её", "ее", "его", "их"})


class RolesOfNames:
    """Reads the roles of one text's names."""

    def __init__(self, annotated: Annotated, reader: PhraseReader, nominatives: Nominatives) -> None:
        self._annotated = annotated
        self._tokens = annotated.tokens
        self._reader = reader
        self._nominatives = nominatives

    def before(self, phrase: Phrase) -> str | None:
        """What stands before a name, in the nominative: «адвокат семьи погибшего»."""
        assert phrase.name is not None
        first = phrase.first
        while first < phrase.name[0] and self._tokens[first].lower in POSSESSIVES:
            first += 1
        if first >= phrase.name[0] or not phrase.lemma:
            return None
        return self._nominatives.of(first, phrase.name[0] - 1, phrase.case, phrase.head).rstrip(" ,") or None

    def behind(self, stop: int) -> str | None:
        """An apposition behind a name that ends before token `stop`: «Марина Шубина, адвокат задержанных,»."""
        if stop + 1 >= len(self._tokens) or self._tokens[stop].text not in (",", "("):
            return None
        sentence = self._annotated.sentences[self._tokens[stop].sent]
        found = self._reader.read(stop + 1, NOM, sentence.stop)
        if found is None or found.lemma not in people().human or found.name is not None:
            return None
        closes = found.last + 1 >= sentence.stop or self._tokens[found.last + 1].text in (",", ")", ".", "—", "–")
        return self._nominatives.of(found.first, found.last, NOM, found.head) if closes else None
