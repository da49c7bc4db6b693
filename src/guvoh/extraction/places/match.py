"""Finds in a stretch of text the word sequences that the gazetteer knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from guvoh.extraction.places.gazetteer import Entry, Gazetteer
from guvoh.extraction.places.keys import key_of
from guvoh.extraction.places.words import PlaceWords
from guvoh.model.statement import Span

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’ʻʼ‘`][^\W\d_]+)*|\d+")
_JOINT = re.compile(r"(?:['’]s)?[ \u00a0]|\n|\s?[-–]\s?|\.\s")
_ABBREVIATED = frozenset({"st", "ste", "mt", "ft"})
_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]{1,24})?(?: \([^()\n]{2,24}\))?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}\b| ?(?:--|[–—])| - )"
)
_OPENS = re.compile(r"(?:^|[.!?…:]|\n|--|—)[\"“”'’‘(\[*\s]*$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text without its possessive 's; `gap` is what stands between it and the word before."""

    start: int
    end: int
    text: str
    gap: str
    opens: bool

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def adjacent(self) -> bool:
        """Whether only spaces stand before it."""
        return self.gap != "" and not self.gap.strip(" \u00a0")

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name found: tokens `first` to `last` of its stretch, and what it may mean."""

    tokens: Sequence[Token]
    first: int
    last: int
    key: str
    main: tuple[Entry, ...]
    other: tuple[Entry, ...]
    start: int
    end: int

    @property
    def single(self) -> bool:
        """Whether it is one word."""
        return self.first == self.last

    def before(self, back: int = 1) -> Token | None:
        """The token so many places before the name."""
        at = self.first - back
        return self.tokens[at] if at >= 0 else None

    def after(self, on: int = 1) -> Token | None:
        """The token so many places after the name."""
        at = self.last + on
        return self.tokens[at] if at < len(self.tokens) else None


@lru_cache(1024)
def _opens(gap: str) -> bool:
    """Whether a sentence may begin after what stands between two words: nearly always one of a few signs."""
    return _OPENS.search(gap) is not None


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words of `text[start:end]` with their offsets in `text`."""
    out: list[Token] = []
    previous = start
    for match in _TOKEN.finditer(text, start, end):
        word, stop = match.group(), match.end()
        if word[-2:] in ("'s", "’s", "ʼs"):
            word, stop = word[:-2], stop - 2
        gap = text[previous : match.start()]
        opens = not out or _opens(gap)
        out.append(Token(match.start(), stop, word, gap, opens))
        previous = stop
    return out


def candidates(
    text: str, span: Span, gazetteer: Gazetteer, words: PlaceWords, skip: Sequence[Span] = ()
) -> list[Candidate]:
    """Every longest name of the gazetteer in the span, left to right, outside `skip` and names of organisations."""
    hidden = [*skip, *(m.span() for m in words.organisations.finditer(text, *span))]
    tokens = tokens_of(text, *span)
    out: list[Candidate] = []
    at = 0
    while at < len(tokens):
        found = None
        if tokens[at].capital and not _inside(tokens[at], hidden):
            found = _longest(text, tokens, at, gazetteer, words)
        if found is not None and not any(a < found.end and found.start < b for a, b in hidden):
            out.append(found)
            at = found.last
        at += 1
    return out


def _inside(token: Token, hidden: Sequence[Span]) -> bool:
    return any(a <= token.start < b for a, b in hidden)


def _longest(text: str, tokens: Sequence[Token], at: int, gazetteer: Gazetteer, words: PlaceWords) -> Candidate | None:
    if tokens[at].lower == "the":
        return None  # "The Hague" is filed as "hague"
    reach = at
    while (
        reach + 1 < len(tokens)
        and reach - at + 1 < gazetteer.longest
        and _joins(tokens[reach], tokens[reach + 1], words)
    ):
        reach += 1
    for last in range(reach, at - 1, -1):
        if not (tokens[last].capital or (last > at and tokens[last].lower in words.type_after)):
            continue
        surface = text[tokens[at].start : tokens[last].end]
        key = key_of(surface)
        if last > at and surface.count("\n") and "\n\n" in surface:
            continue
        names = gazetteer.names(key) if len(key) > 1 and not (last == at and key in words.never) else None
        if names is None:
            continue
        if last == at and not (_spelled(surface, key, names.main, gazetteer) or _heads_dateline(text, tokens[at])):
            continue
        main = tuple(gazetteer.entry(n) for n in names.main)
        other = tuple(gazetteer.entry(n) for n in names.other)
        return Candidate(tokens, at, last, key, main, other, tokens[at].start, tokens[last].end)
    return None


def _joins(left: Token, right: Token, words: PlaceWords) -> bool:
    word = right.lower
    if not (right.capital or word in words.connectors or word in words.type_after):
        return False
    if right.gap.startswith(".") and left.lower not in _ABBREVIATED:
        return False
    if right.gap == ", " and right.text in ("D.C.", "DC"):
        return True
    return _JOINT.fullmatch(right.gap) is not None


def _heads_dateline(text: str, token: Token) -> bool:
    """Whether a word in capitals is the place of a dateline: "IPOH, Feb 20", "OSH --"."""
    opens = token.start == 0 or text[token.start - 1] == "\n"
    return opens and token.text.isupper() and _DATELINE.match(text, token.end) is not None


def _spelled(surface: str, key: str, main: tuple[int, ...], gazetteer: Gazetteer) -> bool:
    """Whether a short single word is written as its place is: "US" not "Us", "Osh" not "OSH" the acronym."""
    if len(key) > 4:
        return True
    named = [gazetteer.entry(n) for n in main]
    if any(e.precision in ("country", "region_of_world") and len(key) <= 3 and key_of(e.name) != key for e in named):
        return surface.replace(".", "").isupper()
    return not surface.isupper()
