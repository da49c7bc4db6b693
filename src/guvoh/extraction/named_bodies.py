"""Where a text names those who speak and other bodies: words of “Open Door” and “Crew Against Torture” tell no act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.attribution import Attributions
from guvoh.extraction.attribution.bodies_by_name import BodiesByName
from guvoh.extraction.attribution.lexicon import Organisations, organisations
from guvoh.extraction.grammar.negation import WITHHOLDING
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.model import SourceMention, Span

_CAPITAL = r"[A-ZÀ-Þ][\w’'-]*"
_SEVERAL = re.compile(rf"{_CAPITAL}(?: (?:(?:of|for|the|and|against|without) )*{_CAPITAL})+")
"""A name of several words with capitals; one word alone is told from others by what it is, not by its capital."""

_BACK = 30
"""In so many characters before a name the word for its kind is found."""


class NamedBodies:
    """The names of bodies in one text, and the phrases of those who speak in it."""

    def __init__(self, text: Annotated, speech: Attributions) -> None:
        known = organisations(text.language)
        names = {*_of_sources(text.text, speech.sources), *_listed(text, known), *_called(text, known)}
        self._text, self._heads = text, known.heads
        self._named = frozenset(i for start, end in names for i in range(start, end))
        self._speakers = [s.source for s in speech.speeches if s.source is not None]

    def gives(self, trigger: Trigger) -> bool:
        """Whether an act's word stands in a name, or its words run on into the phrase of who tells the sentence.

        "Held without food, Open Door lawyer X said" tells of no opened door and of nobody left without a lawyer.
        """
        start = trigger.head.start
        if start in self._named or self._mostly(trigger):
            return True
        return trigger.term in WITHHOLDING and any(trigger.start < a <= start < b for a, b in self._speakers)

    def _mostly(self, trigger: Trigger) -> bool:
        """Whether most of the words by which the model heard an act stand in names."""
        words = self._text.of(self._text.sentences[trigger.head.sent])
        named = {t.text for t in words if t.start in self._named} - {t.text for t in words if self._common(t)}
        return sum(word in named for word in trigger.words) * 2 > len(trigger.words)

    def _common(self, word: Token) -> bool:
        """Whether a word tells of something beside its name: it stands outside names too, or is the word for a body."""
        return word.start not in self._named or word.lower in self._heads


def _of_sources(text: str, sources: tuple[SourceMention, ...]) -> Iterator[Span]:
    """Wherever the text has the name of a source, or of the body that a source's role names ("Open Door lawyer")."""
    words = (w for s in sources for w in (s.name, *s.aliases, s.role or ""))
    names = {found.group() for word in words for found in _SEVERAL.finditer(word)}
    for name in sorted(names):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield found.span()


def _listed(text: Annotated, known: Organisations) -> Iterator[Span]:
    """Where the text names bodies that the vocabulary lists."""
    bodies = BodiesByName(text.text, known)
    for sentence in text.sentences:
        for start, end in bodies.bodies_in(sentence.start, sentence.end):
            if _SEVERAL.fullmatch(text.text, start, end):
                yield start, end


def _called(text: Annotated, known: Organisations) -> Iterator[Span]:
    """Names behind the word for a body, in quotation marks too: "rights group Open Door", "the project “Open Door”"."""
    for found in _SEVERAL.finditer(text.text):
        before = text.text[max(0, found.start() - _BACK) : found.start()].rstrip('“"«‘ ').rpartition(" ")[2].lower()
        if before in known.heads:
            yield found.span()
