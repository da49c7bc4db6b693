"""The small language in which vocabulary files write word patterns, compiled and matched over tokens.

A pattern is a row of elements apart by spaces. An element is alternatives `a|b`: a lemma (met in every
form), `=form` (that very form), `@class` (a word class). `*` before it marks the head, `/V`, `/N` or `/A`
after it asks for a verb, noun or adjective, `?` makes it optional, and `..3` lets up to three words stand between.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from guvoh.extraction.annotate import Token
from guvoh.extraction.vocabulary.inflection import forms
from guvoh.model.errors import BadTerm

Classes = Mapping[str, frozenset[str]]

_GAP = re.compile(r"\.\.(\d+)")
_BREAKS = frozenset(";:")
_PARTICLES = frozenset("away off out up down back over".split())
_PAST = "VBD"  # "lie" of "made them lie face down" may be tagged as a present
_SMALL = frozenset(
    "a an the in on at to of for from into by with without no not n't any all one two three he she it they we you"
    " him her them us me his their our my be is are was were been have has had do did and or if".split()
)
_NOUN_ENDINGS = ("ment", "tion", "sion", "ance", "ence")
_ONLY_VERBS = (
    "deport expel detain prohibit forbid confiscate revoke annul refuse deny evict enrol enroll extort apprehend"
    " deprive oblige compel coerce"
)
_POS = {
    "V": frozenset({"VERB", "AUX", "ADJ", ""}),
    "A": frozenset({"ADJ", "VERB", "ADV", ""}),
}


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: single words it accepts, hyphenated words as parts, gap before it, flags."""

    words: frozenset[str]
    sequences: tuple[tuple[str, ...], ...]
    capital: bool
    pos: str
    head: bool
    optional: bool
    gap: int


@dataclass(frozen=True, slots=True)
class Match:
    """Token indexes (into the sentence) of the first and last word and of the head of a match."""

    first: int
    last: int
    head: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern.

    `firsts` are the words a match may begin with, `anchors` words one of which must stand in every match:
    those of its narrowest element without small words ("in custody" is looked for by "custody"). `needed` are, for
    each element that must be there, the words it may begin with.
    """

    source: str
    elements: tuple[Element, ...]
    firsts: frozenset[str]
    anchors: frozenset[str]
    needed: tuple[frozenset[str], ...] = ()

    def may_match(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these forms and lemmas has a word for each element that must be there."""
        return all(not needed.isdisjoint(words) for needed in self.needed)

    def matches(self, tokens: Sequence[Token]) -> list[Match]:
        """Every match in a sentence, one for each starting word, the shortest gaps first."""
        firsts = self.firsts
        starts = [i for i, t in enumerate(tokens) if not firsts or t.lower in firsts or t.lemma in firsts]
        hits = (_match(self.elements, 0, tokens, i, None, i) for i in starts)
        return [hit for hit in hits if hit]


def compile_pattern(source: str, classes: Classes) -> Pattern:
    """Compile a pattern. Raises BadTerm for an unknown class or a pattern without a fixed first element."""
    elements: list[Element] = []
    gap = 0
    for part in source.split():
        found = _GAP.fullmatch(part)
        if found:
            gap = int(found[1])
            continue
        elements.append(_element(part, gap, classes, source))
        gap = 0
    if not elements or elements[0].optional or elements[0].gap:
        raise BadTerm(f"The pattern “{source}” does not begin with a word.", "Begin with a word that must be there.")
    if not any(e.head for e in elements):
        first = elements[0]
        elements[0] = Element(first.words, first.sequences, first.capital, first.pos, True, False, 0)
    needed = [e for e in elements if not e.optional and not e.capital]
    telling = min((e for e in needed if _SMALL.isdisjoint(e.words)), key=_breadth, default=elements[0])
    return Pattern(source, tuple(elements), _begins(elements[0]), _begins(telling), tuple(_begins(e) for e in needed))


def _breadth(element: Element) -> int:
    return len(element.words) + len(element.sequences)


def _begins(element: Element) -> frozenset[str]:
    return frozenset() if element.capital else element.words | {s[0] for s in element.sequences}


def _element(part: str, gap: int, classes: Classes, source: str) -> Element:
    head = part.startswith("*")
    body = part.lstrip("*")
    optional = body.endswith("?")
    body = body.rstrip("?")
    body, _, pos = body.partition("/")
    words: set[str] = set()
    sequences: set[tuple[str, ...]] = set()
    capital = False
    for alternative in body.split("|"):
        if alternative == "@capital":
            capital = True
        elif alternative.startswith("@"):
            if alternative[1:] not in classes:
                raise BadTerm(f"The pattern “{source}” names an unknown word class {alternative}.", "See classes.toml.")
            words |= classes[alternative[1:]]
        elif alternative.startswith("="):
            words.add(alternative[1:].lower())
        else:
            words |= forms(alternative)
    for word in [w for w in words if "-" in w]:
        stem, _, last = word.rpartition("-")
        sequences |= {tuple(re.split(r"(-)", f"{stem}-{form}")) for form in forms(last)}
    return Element(frozenset(words), tuple(sorted(sequences)), capital, pos, head, optional, gap)


def _match(
    elements: Sequence[Element], n: int, tokens: Sequence[Token], i: int, head: int | None, first: int, slack: int = 0
) -> Match | None:
    """Match from element `n` at token `i`; `slack` is the gap before optional elements passed over."""
    if n == len(elements):
        return Match(first, i - 1, head if head is not None else first)
    element = elements[n]
    gap = max(element.gap, slack)
    for skip in range(gap + 1):
        at = i + skip
        if at >= len(tokens) or (skip and _parts(element, tokens[at - 1])):
            break
        length = _accepts(element, tokens, at)
        if length:
            mark = at + length - 1 if element.head else head
            hit = _match(elements, n + 1, tokens, at + length, mark, first)
            if hit:
                return hit
    return _match(elements, n + 1, tokens, i, head, first, gap) if element.optional else None


def _parts(element: Element, between: Token) -> bool:
    """Whether a word may not stand in the gap before the element: a particle goes with the last verb ("sank off")."""
    return between.text in _BREAKS or (between.tag == _PAST and not element.words.isdisjoint(_PARTICLES))


def _accepts(element: Element, tokens: Sequence[Token], at: int) -> int:
    """How many tokens the element takes at `at`; 0 when it does not fit."""
    token = tokens[at]
    if element.capital and token.text[:1].isupper() and at:
        return 1
    lower = token.lower
    if (lower in element.words or (token.lemma in element.words and token.pos != "PROPN")) and _pos_fits(
        element, token
    ):
        return 1
    for sequence in element.sequences:
        if lower == sequence[0] and [t.lower for t in tokens[at : at + len(sequence)]] == list(sequence):
            return len(sequence)
    return 0


def _pos_fits(element: Element, token: Token) -> bool:
    if element.pos == "V":
        if token.lower in _only_verbs():
            return True
        if token.lower.endswith(("ed", "ing")) and token.pos in ("NOUN", "VERB", "ADJ"):
            return not (token.lower.endswith("ing") and token.pos == "NOUN") or token.tag == "VBG"
        return token.pos in _POS["V"] and not (token.pos == "ADJ" and token.tag == "JJ" and token.lower == token.lemma)
    if element.pos == "N":
        return token.pos in ("NOUN", "PROPN", "") or _nominal(token)
    return element.pos != "A" or token.pos in _POS["A"]


@cache
def _only_verbs() -> frozenset[str]:
    """Forms that are never nouns: a tagger unsure of a rare word may not turn them into one."""
    return frozenset(f for word in _ONLY_VERBS.split() for f in forms(word)) - {"banning"}


def _nominal(token: Token) -> bool:
    """A noun by its place or its ending, whatever the tagger made of it."""
    if token.lower.endswith("ing"):
        return token.tag in ("NN", "VBG")
    return token.relation in ("obj", "obl", "nsubj", "nmod") or token.lower.removesuffix("s").endswith(_NOUN_ENDINGS)
