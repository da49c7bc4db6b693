"""Where and when a sentence plays that does not say so: the scene its neighbours, actors and title have set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.parties import nationalities_in
from guvoh.extraction.grammar.scope import is_of_telling, places_where, within
from guvoh.extraction.vocabulary.load import classes
from guvoh.model import DateMention, Place, Role

_REACH = 3
"""Sentences back in which a place or date still stands for those after it, within one paragraph."""

_FAR = 9
"""Sentences back from which a place is taken where neither paragraph nor opening gives one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place or date taken over from elsewhere in the text, with the reason in words."""

    place: Place | None = None
    date: DateMention | None = None
    why: str = ""


class Scenes:
    """The places and dates of a document's sentences, asked for those of a sentence that has none of its own."""

    def __init__(self, text: Annotated, places: Sequence[Place], dates: Sequence[DateMention]) -> None:
        self.text = text
        self.places = places
        self.dates = dates
        self._where = [places_where(text, s, places) for s in text.sentences]
        self._paragraph = _paragraphs(text)
        self._opening = self._open()

    def place(self, sentence: Sentence, actor: Token | None) -> Found:
        """The place an act or number without one stands in: its actor's country, the sentences before, the opening."""
        country = self._country_of(actor)
        if country is not None:
            return Found(place=country, why=f"place: the country of “{self.text.text[country.start : country.end]}”")
        for i in self._before(sentence):
            if self._where[i]:
                return Found(place=self._where[i][-1], why=f"place: {self._where[i][-1].name}, from a sentence before")
        if self._opening is not None:
            return Found(place=self._opening, why=f"place: {self._opening.name}, from the opening of the text")
        for i in range(sentence.i - 1, max(-1, sentence.i - _FAR), -1):
            if self._where[i]:
                return Found(place=self._where[i][-1], why=f"place: {self._where[i][-1].name}, from a paragraph before")
        return Found()

    def date(self, sentence: Sentence) -> Found:
        """The date of the sentences before it in the paragraph, when this one goes on in their time."""
        tokens = self.text.of(sentence)
        known = classes(self.text.language)
        if any(_present(t) for t in tokens) and not any(t.lower in known["back_reference"] for t in tokens[:3]):
            return Found()
        for i in self._before(sentence):
            told = within(self.dates, (self.text.sentences[i].start, self.text.sentences[i].end))
            inside = [d for d in told if not is_of_telling(self.text, d.start)]
            if inside:
                date = replace(inside[-1], basis="inferred")
                return Found(date=date, why=f"date: that of a sentence before (“{self._words(inside[-1])}”)")
        return Found()

    def _words(self, item: DateMention) -> str:
        return self.text.text[item.start : item.end]

    def _before(self, sentence: Sentence) -> list[int]:
        first = max(0, sentence.i - _REACH)
        return [i for i in range(sentence.i - 1, first - 1, -1) if self._paragraph[i] == self._paragraph[sentence.i]]

    def _country_of(self, actor: Token | None) -> Place | None:
        """The country whose body acts: "Russian authorities", "the Malaysian police"."""
        if actor is None:
            return None
        near = [t for t in self.text.children(actor, "amod", "compound", "nmod:poss") if t.i < actor.i]
        for token in near:
            codes = nationalities_in(self.text, token.start, token.end)
            for place in self.places if codes else ():
                if place.precision == "country" and place.country == codes[0]:
                    return replace(place, start=token.start, end=token.end)
        return None

    def _open(self) -> Place | None:
        """Where it happens by title, lead and first sentences; a dateline only says where the reporter sits."""
        opening = [s.i for s in self.text.sentences if s.role in (Role.TITLE, Role.LEAD)]
        body = [s.i for s in self.text.sentences if s.role is Role.BODY][:2]
        return next((self._where[i][0] for i in [*opening, *body] if self._where[i]), None)


def _present(token: Token) -> bool:
    finite = token.tag in ("VBP", "VBZ", "MD") and token.pos in ("VERB", "AUX")
    return finite and token.relation in ("root", "ROOT", "aux", "cop")


def _paragraphs(text: Annotated) -> list[int]:
    """For each sentence the number of its paragraph: a line break or another role begins a new one."""
    out: list[int] = []
    for before, sentence in zip([None, *text.sentences], text.sentences, strict=False):
        same = (
            before is not None and before.role is sentence.role and "\n" not in text.text[before.end : sentence.start]
        )
        out.append((out[-1] if out else 0) + (not same))
    return out
