"""Which documents plainly tell of one matter though no statements of theirs meet: by rare names, numbers and days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from guvoh.assessment.accounts import View, is_telling
from guvoh.assessment.corpus import Entry
from guvoh.assessment.names import is_common, stem, words
from guvoh.assessment.times import day_bounds
from guvoh.extraction.vocabulary.load import nationalities
from guvoh.model import TELLING_ROLES, Role

Name = frozenset[str]
"""The folded stems of a run of capitalised words that name no country, office or day."""

_RUN = re.compile(r"[A-ZА-ЯЁ][\w’'-]+(?: [A-ZА-ЯЁ][\w’'-]+)*")
_OPENS = re.compile(r"(?:^|[.!?:…\n]|[.!?…:]?[\"“”«»(]+|[-–—])\s*$")
_QUOTED = re.compile(r"[\"“«][A-ZА-ЯЁ][\w’'-]+[\"”»]")
_LETTERS = 4
_BEFORE = 4  # characters before a run by which it is seen that it opens a sentence
_TWO_NAMES = 200  # days between publications within which two rare names make one matter of two pages
_ONE_ALONE = 30  # days within which one does
_ONE_NAME = 120  # days within which one does, where both tell of acts of one family or give one number
_NUMBERS = 10  # days within which two numbers do, or one name beside a page of which nothing was found
_LARGE = 100  # of several equal numbers one is as large: two pages may well have 19 and 31


def of_one_matter(views: Mapping[str, View]) -> Iterator[tuple[str, str]]:
    """The pairs of documents, by content key in order of path, that tell of one matter; for a small set of documents.

    They share two rare names, or one beside a number or a family of acts, or two numbers; and were published near.
    """
    ordered = sorted(views.values(), key=lambda view: view.path)
    known = {view.entry.key: _Marks(view) for view in ordered}
    for a, b in combinations(ordered, 2):
        if a.entry.key != b.entry.key and _is_one(known[a.entry.key], known[b.entry.key]):
            yield a.entry.key, b.entry.key


class _Marks:
    """What a document is known again by."""

    def __init__(self, view: View) -> None:
        self.day = day_bounds(view.entry.document.published)[0]
        self.names = rare_names(view.entry)
        self.numbers = {n for n in view.figures if is_telling(n)}
        self.is_mute = not view.entry.findings.statements  # in a language that is not read, say
        told = [m for members in view.told.values() for m in members]
        self.families = {m.family for m in told if m.asserts and m.statement.act}
        self.placed = {_root(word) for m in told if m.place for word in words(m.place.name)}


def _is_one(a: _Marks, b: _Marks) -> bool:
    if a.day is None or b.day is None:
        return False
    gap, common = abs(a.day - b.day), shared_names(a.names, b.names)
    numbers = a.numbers & b.numbers
    if common > 1 and gap <= _TWO_NAMES:
        return True
    if common and gap <= _ONE_NAME and (numbers or a.families & b.families):
        return True
    if common and gap <= _ONE_ALONE and not _words(a.names) & _words(b.names) <= a.placed & b.placed:
        return True  # of acts placed in one town it is known which may be one
    return gap <= _NUMBERS and len(numbers) > 1 and max(numbers) >= _LARGE


def shared_names(a: Sequence[Name], b: Sequence[Name]) -> int:
    """How many names two lists have in common; the words of one name, in either, count once."""
    shared = _words(a) & _words(b)
    groups: list[Name] = []
    for name in (*a, *b):
        if met := name & shared:
            apart = [group for group in groups if group.isdisjoint(met)]
            groups = [*apart, met.union(*(group for group in groups if group not in apart))]
    return len(groups)


def _words(names: Sequence[Name]) -> Name:
    return frozenset().union(*names)


def rare_names(entry: Entry) -> tuple[Name, ...]:
    """The names that a document tells of, titles aside, where a language may write every word with a capital."""
    found: dict[Name, None] = {}
    for text in _told(entry):
        for match in _RUN.finditer(text):
            parts = match[0].split(" ")
            before = text[max(0, match.start() - _BEFORE) : match.start()]
            if _OPENS.search(before or "\n") and not _QUOTED.match(text[match.start() - 1 : match.end() + 1]):
                parts = parts[1:]
            long = (word for part in parts for word in words(part) if len(word) >= _LETTERS)
            if name := frozenset(_root(word) for word in long if not _is_everywhere(stem(word))):
                found[name] = None
    return tuple(found)


def _root(word: str) -> str:
    """A word of a name without its endings: "Kuznechnaya" is «Кузнечной»."""
    while (shorter := stem(word)) != word:
        word = shorter
    bare = word.rstrip("aeiou")
    return bare if len(bare) >= _LETTERS else word


def _told(entry: Entry) -> list[str]:
    text = entry.document.text
    told = [text[p.start : p.end] for p in entry.document.passages if p.role in TELLING_ROLES - {Role.TITLE}]
    return told or [text]


@cache
def _is_everywhere(word: str) -> bool:
    """Whether a stem is of a country, people, office, month or street, which pages about anything name."""
    return word in _peoples() or is_common(word)


@cache
def _peoples() -> frozenset[str]:
    rows = nationalities("en")
    named = (name for row in rows for name in (*row.adjectives, *row.countries, *row.nouns))
    return frozenset(stem(word) for name in named for word in (*words(name), *words(f"{name}s")))
