"""Where and when a clause plays: its own place and date, its sentence's, else those of the text around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.windows.readings import LOC, readings
from guvoh.extraction.windows.clauses import Clause
from guvoh.extraction.windows.room import Room
from guvoh.extraction.windows.words import Word, classes, word_of
from guvoh.model import DateMention, Place, Role

_PRECISION = ("facility", "city", "admin2", "admin1", "country", "region_of_world")
_NEAR = 4  # sentences back in which a text still tells of the same scene
_OPENING = 6  # sentences in which a text says where it plays
_ITEMS, _HEAD = 2, 4  # items of a digest, words of what heads one
_PARTS = frozenset({"регион", "субъект"})
_HEADED = 5  # sentences among which lines of the page's own stand
_TOWARD = frozenset({"в", "во", "на"})


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when, on what basis, and why."""

    place: Place | None = None
    place_basis: str | None = None
    date: DateMention | None = None
    why: tuple[str, ...] = ()


class Settings:
    """The places and dates of a document, asked for those of a clause."""

    def __init__(self, text: Annotated, places: Sequence[Place], dates: Sequence[DateMention]) -> None:
        self._text = text
        self._words = classes(text.language)
        self._places: dict[int, list[Place]] = {}
        self._all: dict[int, list[Place]] = {}
        self._dates: dict[int, list[DateMention]] = {}
        for place in places:
            sentence = text.at(place.start)
            if sentence is not None:
                self._all.setdefault(sentence.i, []).append(place)
            if sentence is not None and self._is_where(place):
                self._places.setdefault(sentence.i, []).append(place)
        for date in dates:
            sentence = text.at(date.start)
            if sentence is not None and not self._is_head_line(sentence):
                self._dates.setdefault(sentence.i, []).append(date)

    def of(self, sentence: Sentence, clause: Clause, room: Room | None = None, *, many: bool = False) -> Setting:
        """The setting of a clause; `room` tells where a number stands among others, `many` that it is very large."""
        place, basis, where = self._place(sentence, clause, room, many=many)
        date, when = self._date(sentence, clause)
        return Setting(place, basis if place else None, date, (*where, *when))

    def _place(
        self, sentence: Sentence, clause: Clause, room: Room | None, *, many: bool
    ) -> tuple[Place | None, str | None, tuple[str, ...]]:
        sent = clause.has(self._words["sending"])
        own = [p for p in self._places.get(sentence.i, ()) if not (sent and self._leads_to(p))]
        inside = [p for p in own if _holds(clause, p.start)] or own
        beside = room.beside(sorted(own, key=lambda p: p.start), inside) if room is not None else []
        place = _narrowest(beside or inside)
        if place is not None:
            return place, "text", (f"place: {place.name}",)
        place, why = self._headed(sentence) or self._scene(sentence)
        country = self._country(place) if many or self._of_the_country(clause) else None
        if country is not None:
            return country, "inferred", (f"place: {country.name}, as the number is of the whole country",)
        return place, "inferred", (why,) if place is not None else ()

    def _headed(self, sentence: Sentence) -> tuple[Place, str] | None:
        """The place that heads an item of a digest: "Сургут. На рынке прошла облава"."""
        before = [i for i in self._heads if i < sentence.i]
        if len(self._heads) < _ITEMS or not before:
            return None
        place = self._heads[before[-1]]
        return place, f"place: {place.name}, which heads the item"

    @cached_property
    def _heads(self) -> dict[int, Place]:
        """The sentences that are hardly more than a place, and that place."""
        out: dict[int, Place] = {}
        for i, places in self._all.items():
            sentence = self._text.sentences[i]
            words = [t for t in self._text.of(sentence) if t.text[0].isalnum()]
            short = len(words) <= _HEAD and not self._tells(sentence) and sentence.role is not Role.TITLE
            if short and len(places) == 1 and places[0].precision != "country":
                out[i] = places[0]
        return dict(sorted(out.items()))

    def _of_the_country(self, clause: Clause) -> bool:
        """ "В 21 регионе", "по стране", but not "на территории региона"."""
        told = (i for i, word in enumerate(clause.words) if word.among(self._words["wide"]))
        wide = [i for i in told if clause.words[i].token.start not in self._origins]
        return any(clause.words[i].lemma not in _PARTS or _several(clause.words, i) for i in wide)

    @cached_property
    def _origins(self) -> frozenset[int]:
        """Where places begin that are those of people: "граждан России"."""
        where = {p.start for found in self._places.values() for p in found}
        return frozenset(p.start for found in self._all.values() for p in found) - where

    def _country(self, place: Place | None) -> Place | None:
        """The country that the text names and that holds a place."""
        named = (p for found in self._all.values() for p in found if p.precision == "country")
        return next((p for p in named if place is None or p.country == place.country), None)

    def _date(self, sentence: Sentence, clause: Clause) -> tuple[DateMention | None, tuple[str, ...]]:
        own = self._written(self._dates.get(sentence.i, []))
        inside = [d for d in own if _holds(clause, d.start)]
        happened = [d for d in own if not self._of_telling(d)]
        if inside or happened:
            date = _settled(inside or happened)
            return date, (f"date: {date.why}",) if date.why else ()
        titled = sentence.role is Role.TITLE
        before = None if titled else self._date_before(sentence, strict=True)
        if before is None and own:
            return own[0], (f"date: {own[0].why}",) if own[0].why else ()
        before = before or (None if titled else self._date_before(sentence, strict=False))
        if before is None:
            return self._opening_date(sentence)
        return _inferred(before), (f"date: {before.edtf}, from a sentence before",)

    def _written(self, dates: list[DateMention]) -> list[DateMention]:
        """The dates without words that a written date right behind them tells again: “накануне, 13 марта”."""
        text = self._text.text
        told = {
            id(first)
            for first, then in pairwise(dates)
            if text[first.end : then.start].strip(" ") == ","
            and not any(c.isdigit() for c in text[first.start : first.end])
            and text[then.start].isdigit()
        }
        return [d for d in dates if id(d) not in told]

    def _date_before(self, sentence: Sentence, *, strict: bool) -> DateMention | None:
        """The date of the scene before; `strict` passes over days of telling and what a total is counted since."""
        for i in self._before(sentence):
            dates = self._written(self._dates.get(i, []))
            if strict:
                dates = [d for d in dates if not self._of_telling(d) and not self._of_a_total(d)]
            if dates and self._tells(self._text.sentences[i]):
                return _settled(dates)
        return None

    def _of_telling(self, date: DateMention) -> bool:
        """Whether it is the day on which somebody told it: “задержали 40 человек, сообщила 5 марта пресс-служба”."""
        token = self._text.token_at(date.start)
        if token is None:
            return False
        sentence = self._text.sentences[token.sent]
        words = [word_of(t) for t in self._text.of(sentence)]
        at = token.i - sentence.first
        first = next((i + 1 for i in range(at, -1, -1) if words[i].token.pos == "PUNCT"), 0)
        stop = next((i for i in range(at, len(words)) if words[i].token.pos == "PUNCT"), len(words))
        verbs = [w for w in words[first:stop] if w.predicate]
        return bool(verbs) and all(w.among(self._words["speaking"]) for w in verbs)

    def _of_a_total(self, date: DateMention) -> bool:
        """Whether a total is counted since then ("всего с января"), or something is due till then."""
        if date.edtf.startswith("../"):
            return True
        sentence = self._text.at(date.start)
        return date.edtf.endswith("/..") and sentence is not None and "всего" in self._opening_words(sentence)

    def _opening_date(self, sentence: Sentence) -> tuple[DateMention | None, tuple[str, ...]]:
        for other in self._text.sentences[:_OPENING]:
            dates = self._dates.get(other.i)
            if dates and other.i != sentence.i and self._tells(other) and not self._looks_back(sentence):
                date = _settled(dates)
                return _inferred(date), (f"date: {date.edtf}, from the opening of the text",)
        return None, ()

    def _before(self, sentence: Sentence) -> list[int]:
        """Sentences whose scene a sentence goes on with: not one told in passing, unless this points back to it."""
        first = max(0, sentence.i - _NEAR)
        back = list(range(sentence.i - 1, first - 1, -1))
        if self._looks_back(sentence):
            return []
        pointing = not self._words["back_reference"].isdisjoint(self._opening_words(sentence))
        return [i for n, i in enumerate(back) if (n == 0 and pointing) or not self._looks_back(self._text.sentences[i])]

    def _scene(self, sentence: Sentence) -> tuple[Place | None, str]:
        for i in self._before(sentence):
            found = [p for p in self._places.get(i, ()) if self._is_scene(p)]
            if found and self._text.sentences[i].role is not Role.TITLE:
                place = _narrowest(found)
                return place, f"place: {place.name}, from a sentence before" if place else ""
        place = self._opening
        return place, f"place: {place.name}, from the opening of the text" if place else ""

    @cached_property
    def _opening(self) -> Place | None:
        """Where the text plays, by its title and first sentences."""
        found = [p for s in self._text.sentences[:_OPENING] for p in self._places.get(s.i, ())]
        scenes = [p for p in found if self._is_scene(p)] or found
        return _narrowest(scenes[:3]) if scenes else None

    def _tells(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of a happening, not only the day of the page."""
        return any(word_of(t).predicate for t in self._text.of(sentence))

    def _is_head_line(self, sentence: Sentence) -> bool:
        """Whether a line above the text tells of the page: "Радио «Причал», 3 декабря 2021", "2 марта, обновлено"."""
        if sentence.i >= _HEADED or sentence.role is Role.TITLE:
            return False
        text, tokens = self._text.text, self._text.of(sentence)
        told = any(w.predicate and not w.among(self._words["of_the_page"]) for w in map(word_of, tokens))
        return not told and sentence.end < len(text) and "\n" in text[sentence.end : sentence.end + 2]

    def _looks_back(self, sentence: Sentence) -> bool:
        return not self._words["flashback"].isdisjoint(self._opening_words(sentence))

    def _opening_words(self, sentence: Sentence) -> list[str]:
        words = [word_of(t) for t in self._text.of(sentence)[:6]]
        return [form for w in words for form in (w.lemma, w.form)]

    def _is_where(self, place: Place) -> bool:
        """Whether a place is named as one, not as the country of people or of a body."""
        before = self._words_before(place, 2)
        if not before:
            return True
        last = before[-1]
        people = self._words["person"] | self._words["authority"]
        whose = len(before) > 1 and (before[0].token.pos == "NOUN" or before[0].among(people))  # "рабочего из Оша"
        if last.form in ("из", "с") and whose:
            return self._removed(place)
        if place.precision == "country" and (last.among(people) or last.lemma == "предел" or self._leads_to(place)):
            return False
        return not self._goes_on_with_origins(place)

    def _removed(self, place: Place) -> bool:
        """ "Выдворили 30 человек из Приморья": where they were; not "грузчики из Ферганы"."""
        sentence = self._text.at(place.start)
        words = [] if sentence is None else [word_of(t) for t in self._text.of(sentence)]
        return place.precision != "country" and any(w.lemma in self._words["destination"] for w in words)

    def _goes_on_with_origins(self, place: Place) -> bool:
        """ "Грузчики из Таджикистана и Узбекистана": the second country is no place of the happening either."""
        before = [w for w in self._words_before(place, 16) if w.form not in ("(", ")") and w.token.pos != "NUM"][-7:]
        if place.precision != "country" or not before or before[-1].form not in ("и", ",", "или"):
            return False
        people = self._words["person"] | self._words["authority"]
        origin = len(before) > 1 and before[-2].among(self._words["country"])
        return origin and any(w.among(people) or w.form == "из" for w in before[:-2])

    def _is_scene(self, place: Place) -> bool:
        """Whether other sentences may play there: where something is, not where people came from or went on to."""
        prepositions = [w for w in self._words_before(place, 3) if w.token.pos == "ADP"]
        sentence = self._text.at(place.start)
        titled = sentence is not None and sentence.role in (Role.TITLE, Role.LEAD)
        inside = bool(prepositions) and prepositions[-1].form in _TOWARD and not self._leads_to(place)
        return place.precision != "country" and (titled or inside)

    def _leads_to(self, place: Place) -> bool:
        before = self._words_before(place, 2)
        token = self._text.token_at(place.start)
        prepositions = [w for w in before if w.form in _TOWARD]
        if not prepositions or token is None:
            return False
        cases = {reading.case for reading in readings(token.text)} if token.end < place.end else set()
        stays = LOC in cases and "accs" not in cases  # "в Саудовской Аравии", whatever the tagger took it for
        return not stays and "Case=Loc" not in token.morph

    def _words_before(self, place: Place, many: int) -> list[Word]:
        token = self._text.token_at(place.start)
        if token is None:
            return []
        first = self._text.sentences[token.sent].first
        return [word_of(t) for t in self._text.tokens[max(first, token.i - many) : token.i]]


def _holds(clause: Clause, offset: int) -> bool:
    return any(w.token.start <= offset < w.token.end for w in clause.words)


def _narrowest(places: Sequence[Place]) -> Place | None:
    """The narrowest place, of several the first."""
    ranks = {name: n for n, name in enumerate(_PRECISION)}
    return min(places, key=lambda p: (ranks.get(p.precision or "", len(ranks)), p.start), default=None)


def _settled(dates: Sequence[DateMention]) -> DateMention:
    """Of several dates the first that is a day, else the first."""
    return next((d for d in dates if len(d.edtf) == 10), dates[0])


def _inferred(date: DateMention) -> DateMention:
    return DateMention(date.edtf, "inferred", date.start, date.end, date.why)


def _several(words: Sequence[Word], i: int) -> bool:
    return words[i].has("Number=Plur") or (i > 0 and words[i - 1].token.pos == "NUM")
