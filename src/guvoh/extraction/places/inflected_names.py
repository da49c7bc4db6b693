"""Finds in annotated text the words that may be names of places, whatever case they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guvoh.extraction.annotate.tokens import Annotated, Token
from guvoh.extraction.places.forms import ANY, Forms, forms
from guvoh.extraction.places.gazetteer import Entry, gazetteer
from guvoh.extraction.places.keys import key_of
from guvoh.extraction.places.russian_names import RussianNames, russian_names
from guvoh.extraction.places.transliterated import spellings
from guvoh.model.statement import Span

_LETTERS = re.compile(r"[^\W\d_]")
_QUOTES = '«»„“”"'
_OPENING = '«„“"'
_QUOTED = re.compile(r"«([^«»\n]{2,70})»|„([^„“\n]{2,70})“|\"([^\"\n]{2,70})\"|“([^“”\n]{2,70})”")
_SHORTEST = 5  # letters of a name that is looked up in Latin letters
_LONGEST_TITLE = 6  # words; what is longer is speech
_DASHES = ("-", "–", "—")
_PLURAL = {"области": "область", "края": "краи"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name found: tokens `first` to `last` of the text, its key, the cases it may stand in, what it may mean."""

    tokens: Sequence[Token]
    first: int
    last: int
    key: str
    cases: frozenset[str]
    main: tuple[Entry, ...]
    other: tuple[Entry, ...]
    quoted: bool = False
    guessed: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.tokens[self.first].start

    @property
    def end(self) -> int:
        """Where it ends in the text, after the mark that closes a quotation opened within it."""
        after = self.after()
        opened = any(t.text in _OPENING for t in self.tokens[self.first : self.last])
        return after.end if opened and after is not None and after.text in _QUOTES else self.tokens[self.last].end

    @property
    def forms(self) -> Forms:
        """The forms of its first word."""
        return forms(self.tokens[self.first].text)

    @property
    def single(self) -> bool:
        """Whether it is one word."""
        return self.first == self.last

    @property
    def both(self) -> tuple[Entry, ...]:
        """All that it may mean."""
        return (*self.main, *self.other)

    def before(self, back: int = 1) -> Token | None:
        """The token so many places before it in its sentence."""
        at = self.first - back
        own = self.tokens[self.first]
        return self.tokens[at] if at >= 0 and self.tokens[at].sent == own.sent else None

    def after(self, on: int = 1) -> Token | None:
        """The token so many places after it in its sentence."""
        at = self.last + on
        own = self.tokens[self.last]
        return self.tokens[at] if at < len(self.tokens) and self.tokens[at].sent == own.sent else None


def names_in(text: Annotated) -> list[Name]:
    """Every longest name in text order, and each region of "в Тульской и Тверской областях"."""
    known = russian_names()
    titles = _titles(text)
    listed = {name.first: name for name in _listed_regions(text.tokens, known)}
    out: list[Name] = []
    at = 0
    while at < len(text.tokens):
        found = listed.get(at) or _longest(text, at, known, titles)
        if found is not None:
            at = found.last
            if found.both:
                out.append(found)
        at += 1
    return out


def _titles(text: Annotated) -> list[Span]:
    """Stretches in quotation marks that are names of things: short, capital first, no verb in them."""
    out: list[Span] = []
    for match in _QUOTED.finditer(text.text):
        inner = next(group for group in match.groups() if group is not None)
        tokens = text.between(match.start() + 1, match.end() - 1)
        verbs = any(t.pos == "VERB" and "VerbForm=Fin" in t.morph for t in tokens)
        if len(inner.split()) <= _LONGEST_TITLE and not inner[:1].islower() and not verbs:
            out.append(match.span())
    return out


def _longest(text: Annotated, at: int, known: RussianNames, titles: Sequence[Span]) -> Name | None:
    token = text.tokens[at]
    if not _LETTERS.match(token.text):
        return None
    found = list(_readings(text.tokens, at, known))
    if not found:
        return _spelled(text.tokens, at, titles)
    end = max(last for _, last, _ in found)
    meant = _agreeing(text.tokens, at, {name: cases for name, last, cases in found if last == end}, known)
    main, other = (tuple(dict.fromkeys(e for name in meant for e in known.meant(name)[tier])) for tier in (0, 1))
    other = tuple(e for e in other if e not in main)
    best = Name(text.tokens, at, end, next(iter(meant)), frozenset().union(*meant.values()), main, other)
    title = next((s for s in titles if s[0] <= best.start and best.end <= s[1]), None)
    if title is None:
        return best
    whole = text.text[title[0] + 1 : title[1] - 1].strip() == text.text[best.start : best.end]
    facility = any(e.precision == "facility" for e in best.main)
    return replace(best, quoted=not (whole and facility))


def _spelled(tokens: Sequence[Token], at: int, titles: Sequence[Span]) -> Name | None:
    """A capitalised word of no dictionary that is a town's name in Latin letters: guessed, so that it needs support."""
    token, own = tokens[at], forms(tokens[at].text)
    known = own.first_name or own.common
    if not token.text[:1].isupper() or token.text.isupper() or len(token.text) < _SHORTEST or known:
        return None
    if any(a <= token.start < b for a, b in titles):
        return None
    for word, cases in own.keys.items():
        for latin in spellings(word):
            towns = [e for e in gazetteer().called(latin) if e.precision == "city"]
            if towns:
                return Name(tokens, at, at, key_of(latin), cases, (), tuple(towns), guessed=True)
    return None


def _readings(tokens: Sequence[Token], at: int, known: RussianNames) -> Iterator[tuple[str, int, frozenset[str]]]:
    """The names that begin with a token: each with its last token and the cases in which its words agree."""
    for key, cases in forms(tokens[at].text).keys.items():
        for name in known.starts.get(key.partition(" ")[0], ()):
            found = _matched(tokens, at, name, key, cases)
            if found is not None and _capital(tokens, at, found[0], name, known):
                yield name, *found


def _agreeing(
    tokens: Sequence[Token], at: int, meant: dict[str, frozenset[str]], known: RussianNames
) -> dict[str, frozenset[str]]:
    """Of several names that a word may stand for, those in a case that the preposition before it takes."""
    before = tokens[at - 1] if at and tokens[at - 1].sent == tokens[at].sent else None
    takes = known.cases.get(before.lower, ANY) if before is not None else ANY
    return {name: cases for name, cases in meant.items() if cases & takes} or meant


def _capital(tokens: Sequence[Token], first: int, last: int, name: str, known: RussianNames) -> bool:
    """Whether a name is written with a capital: its own first word's, or for "аэропорт Внуково" any."""
    if tokens[first].text[:1].isupper():
        return True
    return first < last and name in known.told and any(t.text[:1].isupper() for t in tokens[first + 1 : last + 1])


def _matched(
    tokens: Sequence[Token], at: int, name: str, key: str, cases: frozenset[str]
) -> tuple[int, frozenset[str]] | None:
    """The last token of a name that begins with a token read as `key`, and the cases in which all its words agree."""
    if key == name:
        return at, cases
    if not name.startswith(key + " "):
        return None
    rest = name[len(key) + 1 :]
    on = at + 1
    while on < len(tokens) and tokens[on].text in (*_DASHES, *_QUOTES) and on - at <= 2:
        on += 1
    if on >= len(tokens) or tokens[on].sent != tokens[at].sent:
        return None
    best: tuple[int, frozenset[str]] | None = None
    for further, stands in forms(tokens[on].text).keys.items():
        shared = cases & stands if tokens[on].text[:1].islower() or on == at + 1 else cases
        if not shared and not _fixed(tokens, at, on):
            continue
        found = _matched(tokens, on, rest, further, shared or cases)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return best


def _fixed(tokens: Sequence[Token], at: int, on: int) -> bool:
    """Whether the next word of a name need not agree: "республики Татарстан", "аэропорту «Внуково»"."""
    return tokens[on].text[:1].isupper() and (tokens[at].pos == "NOUN" or on > at + 1)


def _listed_regions(tokens: Sequence[Token], known: RussianNames) -> Iterator[Name]:
    """The regions of "в Тульской, Тверской и Псковской областях": the last with the word, the others without."""
    for at, token in enumerate(tokens):
        kind = next((k for form, k in _PLURAL.items() if form in forms(token.text).keys), None)
        if kind is None or token.pos != "NOUN":
            continue
        on = at - 1
        while on >= 0 and tokens[on].sent == token.sent and tokens[on].text[:1].isupper():
            name = _region(tokens, on, at if on == at - 1 else on, kind, known)
            if name is None:
                break
            yield name
            if on < 2 or tokens[on - 1].lower not in (",", "и", "или"):
                break
            on -= 2


def _region(tokens: Sequence[Token], first: int, last: int, kind: str, known: RussianNames) -> Name | None:
    for adjective in sorted(forms(tokens[first].text).feminine):
        key = f"{adjective} {kind}"
        if key in known.told:
            return Name(tokens, first, last, key, ANY, *known.meant(key))
    return None
