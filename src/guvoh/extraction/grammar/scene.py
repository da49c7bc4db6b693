"""Where a sentence plays that does not say so: the scene its neighbours, actors and title have set."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.elsewhere import is_bound_for, is_dateline, is_status, lies_beside
from guvoh.extraction.grammar.parties import nationalities_in
from guvoh.extraction.grammar.scene_times import DAY, FAR, Found, SceneTimes, has_verb
from guvoh.extraction.grammar.scope import holds, is_arrival, is_elsewhere, is_where, places_where, within
from guvoh.extraction.vocabulary.load import wordings
from guvoh.model import DateMention, Place, Role
from guvoh.model.document import TELLING_ROLES
from guvoh.model.edtf import bounds

OF_THE_TEXT = "the country of the text"
"""The reason of a place that nothing but the rest of the text gives."""
_MONTH = re.compile(r"\d{4}-\d\d")
_NAME = r"[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+){1,2}"
_BYLINE = re.compile(
    rf"(?:By\s+)?{_NAME}(?:(?:,|\sand)\s{_NAME})*,?\s+in\s+"
    r"[A-Z][\w'’ -]*(?:,[^\n]{0,30})?\n\s*[^\n]{0,40}\b\d{4}\b"
)
_TOKENS = 6  # of the shortest sentence that opens a text
_LONG = 31  # days
_TITLE, _OPENED = 3, 2  # how much a place counts that title or opening name
_TOLD_MOST = 4  # the least weight of a place that stands before a country with which the text opens
_RIVAL = 0.6  # share of the weight of the first place from which on a second one is as much told of
_WIDTH = ("facility", "city", "admin2", "admin1")
_LOCAL = frozenset({"facility", "city", "admin2"})
_SMALL = frozenset({"facility", "city", "admin2", "admin1"})


class Scenes(SceneTimes):
    """The places and dates of a document's sentences, asked for those of a sentence that has none of its own."""

    def __init__(self, text: Annotated, places: Sequence[Place], dates: Sequence[DateMention]) -> None:
        super().__init__(text, dates)
        self.places = places
        self._kept_where: dict[int, list[Place]] = {}

    def _where(self, i: int) -> list[Place]:
        """Where something happens, by the sentence of that number; read when first asked for."""
        if i not in self._kept_where:
            sentence = self.text.sentences[i]
            inside = within(self.places, (sentence.start, sentence.end))
            self._kept_where[i] = inside if self._labels[i] else places_where(self.text, sentence, inside)
        return self._kept_where[i]

    def _far_where(self, i: int) -> list[Place]:
        """The places of a sentence that may be the scene of other paragraphs: not where people went on to."""
        if self._is_byline(self.text.sentences[i]):
            return []
        return [p for p in self._where(i) if not is_bound_for(self.text, p)]

    def _is_byline(self, sentence: Sentence) -> bool:
        """ "Jo Bloggs in Sydney", with the day below: where the reporter sits."""
        return _BYLINE.match(self.text.text, sentence.start) is not None

    def place(self, sentence: Sentence, actor: Token | None) -> Found:
        """The place an act or number without one stands in: its actor's country, the sentences before, the opening."""
        country = self._country_of(actor)
        around = self._of_the_whole(sentence, self._around(sentence))
        if country is None:
            return around
        if around.place is not None and holds(country, around.place):
            return around  # the Malaysian police act in Malaysia: in the town that the text is in
        return Found(place=country, why=f"place: the country of “{self.text.text[country.start : country.end]}”")

    def widened(self, found: Found, when: DateMention | None, *, many: bool = False) -> Found:
        """A far place taken over by a number of a year, or of very `many`, made its country where the text names that.

        "So far this year 39,000 people were detained", after a raid in one town: the town need not hold them.
        """
        place = found.place
        if place is None or not found.far or not (many or _is_long(when)):
            return found
        country = self._country_around(place)
        why = f"place: the country of {place.name}, as the number is {'so large' if many else 'of a longer time'}"
        return Found(place=country, why=why) if country is not None else found

    def _around(self, sentence: Sentence) -> Found:
        for i in self._before(sentence):
            if self._where(i):
                return Found(place=self._where(i)[-1], why=f"place: {self._where(i)[-1].name}, from a sentence before")
        opening, (focus, weight) = self._opening, self._focus
        if opening is not None and (opening.precision in _SMALL or weight < _least(opening)):
            return Found(opening, why=f"place: {opening.name}, from the opening of the text", far=True)
        if focus is not None:
            return Found(focus, why=f"place: {focus.name}, of which the text tells most", far=True)
        return self._far_before(sentence) or self._at_the_top(sentence)

    def _far_before(self, sentence: Sentence) -> Found | None:
        """The place of a paragraph before; of several the country that holds them: a digest goes from town to town."""
        found = [p for i in range(max(0, sentence.i - FAR + 1), sentence.i) for p in self._far_where(i)]
        if not found:
            return None
        last = found[-1]
        if all(p.name == last.name or holds(p, last) or holds(last, p) for p in found):
            return Found(place=last, why=f"place: {last.name}, from a paragraph before", far=True)
        country = self._country_around(last)
        if country is not None and all(p.country == last.country for p in found):
            return Found(place=country, why=f"place: {country.name}, as the text goes from place to place")
        return Found(place=last, why=f"place: {last.name}, from a paragraph before", far=True)

    def _at_the_top(self, sentence: Sentence) -> Found:
        """What title or head name; else the one country of the text, or its dateline for the sentence that bears it."""
        named = self._named_at_the_top
        if named is not None:
            return Found(place=named, why=f"place: {named.name}, named by title or dateline", far=True)
        land, line = self._land, self._dateline
        own = line is not None and sentence.start <= line.start < sentence.end
        if line is not None and (land is None or (own and holds(land, line))):
            return Found(place=line, why=f"place: {line.name}, of the dateline")
        return Found(place=land, why=f"place: {land.name}, {OF_THE_TEXT}") if land else Found()

    def _country_around(self, place: Place) -> Place | None:
        """The country of a place, where the text names it."""
        return next((p for p in self.places if p.precision == "country" and holds(p, place)), None)

    @cached_property
    def _land(self) -> Place | None:
        """The country of most places of the text where something happens: not where people come from or are sent."""
        local = (p for p in self.places if p.precision in _SMALL or is_where(self.text, p))
        lands = Counter(p.country for p in local if p.country and not is_elsewhere(self.text, p))
        if not lands:
            return None
        code, times = lands.most_common(1)[0]
        first = next((p for p in self.places if p.precision == "country" and p.country == code), None)
        return first if 2 * times > sum(lands.values()) else None

    def narrowed(self, sentence: Sentence, place: Place, when: DateMention | None) -> Found | None:
        """The scene within a country that a sentence names otherwise than as where: "were not let into Russia".

        A country that does something does it anywhere in it ("Russia deported 157,000"); so does a year of it.
        """
        token = self.text.token_at(place.start)
        acts = token is not None and token.relation.startswith("nsubj")
        if place.precision != "country" or acts or _is_long(when):
            return None
        if is_where(self.text, place) and not is_status(self.text, place):
            return None
        around = self._around(sentence)
        return around if around.place is not None and holds(place, around.place) else None

    def _of_the_whole(self, sentence: Sentence, found: Found) -> Found:
        """A place taken over, widened where its sentence says "in the region" or "the country deported"."""
        said = wordings(self.text.language)["whole_of"].search(self.text.text, sentence.start, sentence.end)
        place = found.place
        if said is None or place is None or _is_status(self.text, said):
            return found
        wanted = "country" if said["nation"] or said["unit"].lower() == "country" else "admin1"
        outer = next((p for p in self.places if p.precision == wanted and holds(p, place)), None)
        why = f"place: {outer.name}, “{said[0]}”" if outer else ""
        return Found(place=outer, why=why) if outer is not None else found

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

    @cached_property
    def _dateline(self) -> Place | None:
        """The place of a dateline: where the reporter sits, which is where it happens when nothing else is named."""
        heads = [s for s in self.text.sentences if s.role in (Role.LEAD, Role.BODY)][:2]
        found = (p for s in heads for p in within(self.places, (s.start, s.end)) if p.precision in _SMALL)
        return next((p for p in found if is_dateline(self.text, p)), None)

    @cached_property
    def _opening(self) -> Place | None:
        """Where it happens by title, lead and first sentences; a dateline only says where the reporter sits."""
        opening = [s.i for s in self.text.sentences if s.role in (Role.TITLE, Role.LEAD)]
        found = [p for i in [*opening, *self._first_told] for p in self._far_where(i)]
        found = [p for p in found if not is_status(self.text, p)]
        at = [p for p in found if not lies_beside(self.text, p)]
        found = at if any(p.precision in _LOCAL for p in at) else found  # "near Jackson" is all that is known
        return next((p for p in found[1:] if holds(found[0], p)), found[0]) if found else None

    @cached_property
    def _first_told(self) -> list[int]:
        """The first two sentences of the body, lines as short as "Support us!" aside."""
        body = (s for s in self.text.sentences if s.role is Role.BODY)
        return list(islice((s.i for s in body if len(self.text.of(s)) >= _TOKENS), 2))

    @cached_property
    def _focus(self) -> tuple[Place | None, int]:
        """The narrowest place in the one that the text names most, its title and opening first; none beside a rival."""
        weights = Counter[str]()
        named: dict[str, Place] = {}
        for place in self.places:
            at = self.text.at(place.start)
            if at is None or place.precision not in _SMALL or at.role not in TELLING_ROLES:
                continue
            if at.role is not Role.TITLE and (_is_passing(self.text, place) or self._is_byline(at)):
                continue
            opens = at.i in self._first_told or at.role is Role.LEAD
            weights[place.name] += _TITLE if at.role is Role.TITLE else _OPENED if opens else 1
            named.setdefault(place.name, place)
        return _narrowest([(named[name], weight) for name, weight in weights.items()])

    @cached_property
    def _named_at_the_top(self) -> Place | None:
        """A place that the title or the dateline names without saying that it is where ("How Kostroma greets …")."""
        titles = [s for s in self.text.sentences if s.role is Role.TITLE]
        heads = [s for s in self.text.sentences if s.role is Role.BODY][:2]
        lines = [*titles, *(s for s in heads if not has_verb(self.text, s) and not self._is_byline(s))]
        found = [p for s in lines for p in within(self.places, (s.start, s.end)) if p.precision in _SMALL]
        return found[0] if found else None


def _least(wide: Place) -> int:
    """How much a place must be told of to stand before a country, or a part of the world, with which a text opens."""
    return _TOLD_MOST if wide.precision == "country" else 1


def _is_passing(text: Annotated, place: Place) -> bool:
    """Whether a place is only where people come from or go on to, whose capital acts, or near which it happens."""
    if is_dateline(text, place):  # the parse takes it for the subject of its sentence
        return is_bound_for(text, place) or is_arrival(text, place) or lies_beside(text, place)
    token = text.token_at(place.end - 1)
    acts = token is not None and token.relation == "nsubj"
    elsewhere = is_elsewhere(text, place)
    return elsewhere or acts or is_bound_for(text, place) or is_arrival(text, place) or lies_beside(text, place)


def _narrowest(found: Sequence[tuple[Place, int]]) -> tuple[Place | None, int]:
    """The narrowest place within the one named most, units that hold it counted in; none where another rivals it."""
    if not found:
        return None, 0
    ranked = [
        (
            sum(w for o, w in found if o.name == p.name or holds(o, p)),
            len(_WIDTH) - _WIDTH.index(p.precision or "admin1"),
            p,
        )
        for p, _ in found
    ]
    best = max(ranked, key=lambda one: one[:2])
    rivals = [w for p, w in found if not (p.name == best[2].name or holds(p, best[2]) or holds(best[2], p))]
    return (best[2], best[0]) if max(rivals, default=0) <= _RIVAL * best[0] else (None, 0)


def _is_long(when: DateMention | None) -> bool:
    """Whether a date is a longer time than a month."""
    told = when.edtf.removeprefix("../") if when is not None else ""
    if not told or DAY.match(told) or _MONTH.fullmatch(told):
        return False
    known = bounds(told)
    return known.first is None or known.last is None or (known.last - known.first).days > _LONG


def _is_status(text: Annotated, said: re.Match[str]) -> bool:
    """Whether "in the country" tells where people may stay: "allowed to remain in the country", "is here illegally"."""
    before = wordings(text.language)["staying"].search(text.text, max(0, said.start() - 40), said.end())
    stays = before is not None and before.end() == said.start()
    return stays or wordings(text.language)["unlawfully"].match(text.text, said.end()) is not None
