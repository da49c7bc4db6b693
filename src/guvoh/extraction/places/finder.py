"""Finds the places of a document and settles which places its names mean."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from guvoh.extraction.places.beside import abbreviated, apposed, in_its_state, widened
from guvoh.extraction.places.gazetteer import Entry, gazetteer
from guvoh.extraction.places.likeliest import lies_within
from guvoh.extraction.places.match import Candidate, candidates
from guvoh.extraction.places.page import Page, note_state
from guvoh.extraction.places.resolve import accept, note
from guvoh.extraction.places.standing import Judged, bears_name, judge
from guvoh.extraction.places.told_with_kind import told_with_kind, with_told
from guvoh.extraction.places.unlisted import told_with_state, unlisted
from guvoh.extraction.places.words import PlaceWords, place_words
from guvoh.extraction.vocabulary.load import Nationality, nationalities
from guvoh.model.statement import Place, Span

_WORDS = re.compile(r"[A-Z]\w+")
_OFTEN = 2


class PlaceFinder:
    """Places of one language's texts.

    Source: GeoNames, ISO 3166-2 and project data compiled by tools/build_gazetteer.py; rules as in
    docs/design/places.md. Where sovereignty is disputed `country` is None and `disputed` names the claimants.
    """

    def __init__(self, language: str = "en") -> None:
        self._words: PlaceWords = place_words(language)
        self._gazetteer = gazetteer()

    def find(self, text: str, start: int, end: int, *, skip: Sequence[Span] = ()) -> list[Place]:
        """The places of one stretch, settled by that stretch alone."""
        return self.find_all(text, [(start, end)], skip)

    def find_all(self, text: str, spans: Sequence[Span], skip: Sequence[Span] = ()) -> list[Place]:
        """The places of all stretches in order; ambiguous names are settled by what all of them name together."""
        page = Page(peoples=self._peoples_in(text))
        states = told_with_state(text, spans, self._words)
        for code in states.values():
            page.countries["US"] += 1
            page.regions[code] += 1
        judged: list[Judged] = []
        for span in spans:
            headline = _is_headline(text[slice(*span)])
            for candidate in candidates(text, span, self._gazetteer, self._words, skip):
                self._note_person(candidate, page)
                verdict = judge(candidate, self._words, headline=headline)
                if verdict is not None:
                    note(verdict, page, self._words)
                    note_state(abbreviated(candidate, text, self._words), page)
                    judged.append(verdict)
        found = self._settle(text, judged, page)
        found = unlisted(text, spans, found, states) if states else found
        told = told_with_kind(text, spans, self._words)
        return with_told(text, spans, found, told) if told else found

    def _peoples_in(self, text: str) -> set[str]:
        """The countries whose people the text names twice or more: "Cypriots", "Tongan police"."""
        named = Counter(_WORDS.findall(text))
        rows = nationalities("en") if self._words.villages else ()
        return {row.code for row in rows if sum(named[w] for w in _forms(row)) >= _OFTEN}

    def _note_person(self, candidate: Candidate, page: Page) -> None:
        if candidate.single and bears_name(candidate, self._words):
            page.persons.add(candidate.key)

    def _settle(self, text: str, judged: Sequence[Judged], page: Page) -> list[Place]:
        settled: list[tuple[Candidate, Entry]] = []
        told = _Told()
        following: tuple[Candidate, Entry] | None = None
        for at in range(len(judged) - 1, -1, -1):
            verdict, candidate = judged[at], judged[at].candidate
            left = judged[at - 1].candidate if at and apposed(judged[at - 1].candidate, candidate, text) else None
            beside = following[1] if following and apposed(candidate, following[0], text) else None
            beside = beside or abbreviated(candidate, text, self._words)
            entry = accept(verdict, page, self._words, beside, left)
            if entry is not None:
                told.note(candidate, entry, beside)
                following = (candidate, entry)
                settled.append(following)
        return [self._place(c, told.meant(c, entry), text, page) for c, entry in reversed(settled)]

    def _place(self, candidate: Candidate, entry: Entry, text: str, page: Page) -> Place:
        wider, end = widened(candidate, entry, self._words)
        if wider.precision == "admin2" and wider.country == "US" and not wider.id:
            wider = in_its_state(wider, end, text, page, self._words)
        place = wider.at(candidate.start, end)
        return (
            place
            if wider.id
            else Place(
                place.name,
                None,
                place.start,
                place.end,
                place.country,
                place.admin1,
                place.lat,
                place.lon,
                place.precision,
                place.disputed,
            )
        )


class _Told:
    """Towns of which the page says once where they lie, "WATERLOO, Wis.": the bare name means the same one."""

    def __init__(self) -> None:
        self._towns: dict[str, set[Entry]] = defaultdict(set)
        self._own: set[int] = set()

    def note(self, candidate: Candidate, entry: Entry, beside: Entry | None) -> None:
        """Take note of a name beside which stands the region or country that it lies in."""
        if beside is not None and entry.precision == "city" and lies_within(entry, beside):
            self._towns[candidate.key].add(entry)
            self._own.add(candidate.start)

    def meant(self, candidate: Candidate, entry: Entry) -> Entry:
        """The one town of the name that the page tells so, else the entry."""
        towns = self._towns.get(candidate.key, set())
        town = next(iter(towns)) if len(towns) == 1 else entry
        bare = candidate.start not in self._own and entry.precision == "city"
        return town if bare and town.country == entry.country else entry


@cache
def _forms(row: Nationality) -> frozenset[str]:
    return frozenset({*row.adjectives, *row.nouns, *(f"{noun}s" for noun in row.nouns)})


def _is_headline(sentence: str) -> bool:
    """Whether most longer words are capitalised, so that capitals tell nothing."""
    long = [w for w in sentence.split() if len(w) > 3 and w[:1].isalpha()]
    return len(long) > 2 and sum(w[:1].isupper() for w in long) >= 0.7 * len(long)


def find_places(text: str, spans: Sequence[Span], skip: Sequence[Span] = (), *, language: str = "en") -> list[Place]:
    """The places that a document's stretches name, in order (see PlaceFinder); nothing within `skip`."""
    return PlaceFinder(language).find_all(text, spans, skip)
