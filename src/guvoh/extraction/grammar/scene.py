"""Where and when a sentence plays that does not say so: the scene its neighbours, actors and title have set."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.parties import nationalities_in
from guvoh.extraction.grammar.scope import holds, is_elsewhere, is_where, places_where, within
from guvoh.extraction.grammar.timing import is_of_telling, measures
from guvoh.extraction.vocabulary.load import classes
from guvoh.model import DateMention, Place, Role

OF_THE_TEXT = "the country of the text"
"""The reason of a place that nothing but the rest of the text gives."""
_REACH = 3
"""Sentences back in which a place or date still stands for those after it, within one paragraph."""

_SOON = 7
"""Sentences after a lead without a day in which the day of its event is given."""

_TOTAL = re.compile(r"(?i)(?:a\s+total\s+of|in\s+(?:total|all)|overall|altogether|all\s+told)\b")
_BACK = re.compile(
    r"(?i)\W*(?:recall\b|earlier\b|previously\b|as\s+(?:previously\s+|earlier\s+)?reported\b|a\s+similar\b|last\s+time\b"
    r"|[^.;:]{0,60}\b(?:has|have)\s+(?:already\s+|earlier\s+|previously\s+)?(?:reported|written|informed)\s+(?:earlier\s+)?that\b)"
)
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_PAST_MODALS = frozenset({"would", "could"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")
_WIDER = re.compile(
    r"(?i)\b(?:in|from|across|throughout|within|around)\s+the\s+(?:whole\s+|entire\s+)?(?P<unit>country|state|region|republic|province|oblast)\b(?!['’])"
    r"|\bthe\s+(?P<nation>country)\s+(?:\w+ly\s+)?(?:has\s+)?(?:deported|expelled|removed|returned|sent|detained|arrested)\b"
)
_STAYING = re.compile(
    r"(?i)\b(?:remain\w*|stay\w*|liv(?:e|es|ed|ing)|resid\w+|work\w*|present|arriv\w+|leav\w+|is|are|was|were|be|been|being)"
    r"\s+(?:\w+ly\s+)?(?=(?:in|from|within)\s)"
)
_UNLAWFUL = re.compile(r"(?i)\s+(?:illegally|unlawfully|legally|lawfully|without)\b")
_LABEL = 14  # tokens of "18 March, Irkutsk." and "July 22, 4:50 p.m., Lincoln School."
_SMALL = frozenset({"facility", "city", "admin2", "admin1"})
_FAR = 9
"""Sentences back from which a place is taken where neither paragraph nor opening gives one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place or date taken over from elsewhere in the text, with the reason in words."""

    place: Place | None = None
    date: DateMention | None = None
    why: str = ""
    far: bool = False


class Scenes:
    """The places and dates of a document's sentences, asked for those of a sentence that has none of its own."""

    def __init__(self, text: Annotated, places: Sequence[Place], dates: Sequence[DateMention]) -> None:
        self.text = text
        self.places = places
        self.dates = dates
        self._paragraph = _paragraphs(text)
        self._labels = [self._is_label(s) for s in text.sentences]
        self._kept_where: dict[int, list[Place]] = {}
        self._kept_when: dict[int, list[DateMention]] = {}

    def _where(self, i: int) -> list[Place]:
        """Where something happens, by the sentence of that number; read when first asked for."""
        if i not in self._kept_where:
            sentence = self.text.sentences[i]
            inside = within(self.places, (sentence.start, sentence.end))
            self._kept_where[i] = inside if self._labels[i] else places_where(self.text, sentence, inside)
        return self._kept_where[i]

    def _when(self, i: int) -> list[DateMention]:
        """When something happened, by the sentence of that number; read when first asked for."""
        if i not in self._kept_when:
            self._kept_when[i] = self._dates_of(self.text.sentences[i])
        return self._kept_when[i]

    def place(self, sentence: Sentence, actor: Token | None) -> Found:
        """The place an act or number without one stands in: its actor's country, the sentences before, the opening."""
        country = self._country_of(actor)
        around = self._of_the_whole(sentence, self._around(sentence))
        if country is None:
            return around
        if around.place is not None and holds(country, around.place):
            return around  # the Malaysian police act in Malaysia: in the town that the text is in
        return Found(place=country, why=f"place: the country of “{self.text.text[country.start : country.end]}”")

    def widened(self, found: Found, when: DateMention | None) -> Found:
        """A far place taken over by a number of a month or year, made its country where the text names that.

        "So far this year 39,000 people were detained", after a raid in one town: the town need not hold them.
        """
        place = found.place
        if place is None or not found.far or not _is_long(when):
            return found
        country = self._country_around(place)
        why = f"place: the country of {place.name}, as the number is of a longer time"
        return Found(place=country, why=why) if country is not None else found

    def _around(self, sentence: Sentence) -> Found:
        for i in self._before(sentence):
            if self._where(i):
                return Found(place=self._where(i)[-1], why=f"place: {self._where(i)[-1].name}, from a sentence before")
        if self._opening is not None:
            return Found(self._opening, why=f"place: {self._opening.name}, from the opening of the text", far=True)
        return self._far_before(sentence) or self._at_the_top()

    def _far_before(self, sentence: Sentence) -> Found | None:
        """The place of a paragraph before; of several the country that holds them: a digest goes from town to town."""
        found = [p for i in range(max(0, sentence.i - _FAR + 1), sentence.i) for p in self._where(i)]
        if not found:
            return None
        last = found[-1]
        if all(p.name == last.name or holds(p, last) or holds(last, p) for p in found):
            return Found(place=last, why=f"place: {last.name}, from a paragraph before")
        country = self._country_around(last)
        if country is not None and all(p.country == last.country for p in found):
            return Found(place=country, why=f"place: {country.name}, as the text goes from place to place")
        return Found(place=last, why=f"place: {last.name}, from a paragraph before")

    def _at_the_top(self) -> Found:
        """What title or dateline name; else the one country of the text."""
        named = self._named_at_the_top
        if named is not None:
            return Found(place=named, why=f"place: {named.name}, named by title or dateline")
        land = self._land
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
        if place.precision != "country" or acts or is_where(self.text, place) or _is_long(when):
            return None
        around = self._around(sentence)
        return around if around.place is not None and holds(place, around.place) else None

    def _of_the_whole(self, sentence: Sentence, found: Found) -> Found:
        """A place taken over, widened where its sentence says "in the region" or "the country deported"."""
        said = _WIDER.search(self.text.text, sentence.start, sentence.end)
        place = found.place
        if said is None or place is None or _is_status(self.text.text, said):
            return found
        wanted = "country" if said["nation"] or said["unit"].lower() == "country" else "admin1"
        outer = next((p for p in self.places if p.precision == wanted and holds(p, place)), None)
        why = f"place: {outer.name}, “{said[0]}”" if outer else ""
        return Found(place=outer, why=why) if outer is not None else found

    def date(self, sentence: Sentence, near: Token) -> Found:
        """The date of the sentences before it in the paragraph, when this one goes on in their time."""
        before = self._before(sentence)
        label = next((i for i in before if self._labels[i] and self._when(i)), None)
        if label is None and self._is_present(sentence, near):
            return Found()
        if (whole := self._of_total(sentence)) is not None:
            return whole
        for i in before:
            if self._when(i):
                date = replace(self._when(i)[-1], basis="inferred")
                return Found(date=date, why=f"date: that of a sentence before (“{self._words(date)}”)")
        return self._only_day(sentence) or self._day_after(sentence)

    def _is_present(self, sentence: Sentence, near: Token) -> bool:
        """Whether it tells of what is or will be: by the verb of the clause of `near`, else by any of the sentence."""
        tokens = self.text.of(sentence)
        known = classes(self.text.language)
        if any(t.lower in known["back_reference"] for t in tokens[:3]):
            return False
        if self._is_of_those(near):
            return False
        for verb in (t for t in (near, *self.text.ancestors(near)) if t.pos in ("VERB", "AUX")):
            finite = [t for t in (verb, *self.text.children(verb, "aux", "aux:pass", "cop")) if t.tag in _FINITE]
            if finite:
                return verb.lemma not in known["telling_verb"] and any(_present(t) for t in finite)
        return any(_present(t) for t in tokens)

    def _is_of_those(self, near: Token) -> bool:
        """Whether people are told by what befell them: "300 of those detained are Koreans"."""
        around = self.text.tokens[max(0, near.i - 2) : near.i + 4]
        known = zip(around, around[1:], around[2:], strict=False)
        return any((a.lower, b.lower, c.tag) == ("of", "those", "VBN") for a, b, c in known)

    def _of_total(self, sentence: Sentence) -> Found | None:
        """ "A total of 90 were fined", after examples with days of their own: the time that the text began with."""
        if _TOTAL.match(self.text.text, sentence.start) is None:
            return None
        told = [d for i in range(sentence.i) for d in self._when(i)]
        if len(told) < 2 or not _within_time(told[-1].edtf, told[0].edtf):
            return None
        return Found(date=replace(told[0], basis="inferred"), why=f"date: that of the whole (“{self._words(told[0])}”)")

    def _only_day(self, sentence: Sentence) -> Found | None:
        """The one day that the text has told so far, while it tells no other time since, but for what was before."""
        first = self._paragraph.index(self._paragraph[sentence.i])
        told = [
            (i, d)
            for i in range(first if self._labels[first] else 0, sentence.i)
            if not self._looks_back(i)
            for d in self._when(i)
        ]
        days = {d.edtf for _, d in told if _DAY.fullmatch(d.edtf)}
        if len(days) != 1 or sentence.role is not Role.BODY:
            return None
        at, last = told[-1]
        if last.edtf not in days or sentence.i - at > _FAR:
            return None
        why = f"date: the only day told so far (“{self._words(last)}”)"
        return Found(date=replace(last, basis="inferred"), why=why)

    def _day_after(self, sentence: Sentence) -> Found:
        """The day of the event that a lead tells of, where the text gives it only after it: the first, told soon."""
        body = next((s.i for s in self.text.sentences if s.role is Role.BODY), None)
        leads = sentence.role is Role.LEAD or (
            body is not None and self._paragraph[sentence.i] == self._paragraph[body]
        )
        if not leads or self._looks_back(sentence.i) or any(self._when(i) for i in range(sentence.i + 1)):
            return Found()
        for i in range(sentence.i + 1, min(sentence.i + _SOON, len(self._labels))):
            if self._labels[i]:
                return Found()
            for date in self._when(i) if not self._looks_back(i) else ():
                if not _DAY.fullmatch(date.edtf):
                    return Found()
                why = f"date: the first day told after the lead (“{self._words(date)}”)"
                return Found(date=replace(date, basis="inferred"), why=why)
        return Found()

    def _looks_back(self, i: int) -> bool:
        """Whether a sentence recalls another event: "Recall, on 9 October …", "The paper has reported that …"."""
        sentence = self.text.sentences[i]
        return _BACK.match(self.text.text, sentence.start, sentence.end) is not None

    def _dates_of(self, sentence: Sentence) -> list[DateMention]:
        """The dates on which something happened, by a sentence: neither of telling nor of the page's own head."""
        inside = within(self.dates, (sentence.start, sentence.end))
        alone = self._paragraph.count(self._paragraph[sentence.i]) == 1
        if alone and sentence.role is not Role.TITLE and not _has_verb(self.text, sentence):
            return []
        told = [d for d in inside if not measures(self.text.text, sentence, d, -1)]
        return [d for d in told if not is_of_telling(self.text, d.start)]

    def _is_label(self, sentence: Sentence) -> bool:
        """ "Samara." or "18 March, Irkutsk.": a few words without a verb that begin a paragraph and end in a stop."""
        tokens = self.text.of(sentence)
        after = sentence.i + 1
        goes_on = after < len(self._paragraph) and self._paragraph[after] == self._paragraph[sentence.i]
        begins = sentence.i == 0 or self._paragraph[sentence.i - 1] != self._paragraph[sentence.i]
        short = 0 < len(tokens) <= _LABEL and tokens[-1].text in (".", ":")
        return short and goes_on and begins and not _has_verb(self.text, sentence)

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

    @cached_property
    def _opening(self) -> Place | None:
        """Where it happens by title, lead and first sentences; a dateline only says where the reporter sits."""
        opening = [s.i for s in self.text.sentences if s.role in (Role.TITLE, Role.LEAD)]
        body = [s.i for s in self.text.sentences if s.role is Role.BODY][:2]
        found = [p for i in [*opening, *body] for p in self._where(i)]
        return next((p for p in found[1:] if holds(found[0], p)), found[0]) if found else None

    @cached_property
    def _named_at_the_top(self) -> Place | None:
        """A place that the title or the dateline names without saying that it is where ("How Kostroma greets …")."""
        titles = [s for s in self.text.sentences if s.role is Role.TITLE]
        heads = [s for s in self.text.sentences if s.role is Role.BODY][:2]
        lines = [*titles, *(s for s in heads if not _has_verb(self.text, s))]
        found = [p for s in lines for p in within(self.places, (s.start, s.end)) if p.precision in _SMALL]
        return found[0] if found else None


def _is_long(when: DateMention | None) -> bool:
    """Whether a date is a longer time than a day or one month."""
    told = when.edtf.removeprefix("../") if when is not None else ""
    return bool(told) and not _DAY.match(told) and not _MONTH.fullmatch(told)


def _is_status(text: str, said: re.Match[str]) -> bool:
    """Whether "in the country" tells where people may stay: "allowed to remain in the country", "is here illegally"."""
    before = _STAYING.search(text, max(0, said.start() - 40), said.end())
    stays = before is not None and before.end() == said.start()
    return stays or _UNLAWFUL.match(text, said.end()) is not None


def _has_verb(text: Annotated, sentence: Sentence) -> bool:
    return any(t.pos in ("VERB", "AUX") for t in text.of(sentence))


def _present(token: Token) -> bool:
    """A finite verb of the present or a modal; "would" and "could" are the past of one."""
    finite = token.tag in ("VBP", "VBZ", "MD") and token.pos in ("VERB", "AUX") and token.lower not in _PAST_MODALS
    return finite and token.relation not in ("acl", "advcl", "ccomp", "xcomp", "parataxis", "conj")


def _paragraphs(text: Annotated) -> list[int]:
    """For each sentence the number of its paragraph: a line break or another role begins a new one."""
    out: list[int] = []
    for before, sentence in zip([None, *text.sentences], text.sentences, strict=False):
        same = (
            before is not None and before.role is sentence.role and "\n" not in text.text[before.end : sentence.start]
        )
        out.append((out[-1] if out else 0) + (not same))
    return out


def _within_time(inner: str, outer: str) -> bool:
    """Whether one written time lies in another, wider one: a day in a month, a month in a year or interval."""
    first, _, last = outer.partition("/")
    if inner == outer or ".." in outer or ".." in inner:
        return False
    return inner.startswith(first) if not last else first <= inner.partition("/")[0] and inner <= f"{last}~"
