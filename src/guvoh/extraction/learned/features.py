"""Features of a parsed sentence: words, kinds and groups of them, neighbours, governed pairs, and what rules found."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from guvoh.extraction.annotate import Annotated, Sentence, Token

RULE_WEIGHT = 4.0
"""A rule's hit counts for more than a word: its frame has been checked, and regularisation would else mute it."""
_FINE, _PAIR = 0.7, 0.5
_KIND, _KIND_PAIR = 0.8, 0.45
_WORDS = 6
"""The number of words that leaves values as they are; a longer sentence says each thing a little softer."""
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV"})
_PAIRED = frozenset(
    "obj iobj nsubj nsubj:pass obl obl:agent xcomp ccomp advcl acl nmod nmod:poss compound compound:prt amod advmod"
    " conj".split()
)
_CLAUSE = frozenset({"conj", "parataxis", "advcl", "acl", "acl:relcl", "ccomp"})

_EMPTY = frozenset(
    "a an the and or but if as at by for from in into of on onto to with than then that this these those there here"
    " it its he she they them their his her him we us our i me my you your be have do will would can could may might"
    " must shall should who whom which what when where while after before during since until so such also more most"
    " other some any all each both many much one very just about over between through under how why own 's".split()
)
"""Words that say nothing of an act by themselves: learned from few texts, they would only count its style."""


class Words(NamedTuple):
    """What is known of words: a coarse and a fine group of words near in meaning, and the kinds of thing they name."""

    groups: Mapping[str, tuple[str, str]]
    kinds: Mapping[str, tuple[str, ...]]


class Feature(NamedTuple):
    """A named property of a sentence, the tokens (indexes in the sentence) that have it, and how much it counts."""

    key: str
    tokens: tuple[int, ...]
    value: float = 1.0


Said = tuple[str, tuple[int, ...], float]
"""As a feature, once for each time that it is said."""


def features(text: Annotated, sentence: Sentence, found: Iterable[tuple[str, int]], known: Words) -> list[Feature]:
    """The features of a sentence; `found` are the rules' acts in it, each a term and its head's index in the text."""
    tokens = text.of(sentence)
    soft = softness(tokens)
    where: dict[str, tuple[float, list[int]]] = {}
    for key, at, value in said(tokens, sentence.first, known):
        if key in where:
            where[key][1].extend(at)
        else:
            where[key] = (value * soft, list(at))
    made = [Feature(key, tuple(at), value) for key, (value, at) in where.items()]
    return [*made, *hits(sentence.first, found)]


def softness(tokens: Sequence[Token]) -> float:
    """By how much what is said counts for less in a longer sentence."""
    return math.pow(_WORDS / max(sum(t.pos != "PUNCT" for t in tokens), 1), 0.25)


def said(tokens: Sequence[Token], first: int, known: Words) -> Iterator[Said]:
    """All that a sentence says, its softness aside; `first` is the index of its first token in the text."""
    return chain(_words_say(tokens, first, known), _kinds_say(tokens, first, known))


def hits(first: int, found: Iterable[tuple[str, int]]) -> list[Feature]:
    """The rules' acts in a sentence."""
    at = [(term, head - first) for term, head in found]
    made = [Feature(f"r:{term}", (n,), RULE_WEIGHT) for term, n in dict.fromkeys(at)]
    return [*made, Feature("r:any", (at[0][1],), RULE_WEIGHT)] if at else []


def _words_say(tokens: Sequence[Token], first: int, known: Words) -> Iterator[Said]:
    """What the words say, once for each time they say it."""
    meant = [known.groups.get(t.lower) or known.groups.get(t.lemma) for t in tokens]
    words = [_word(t, known=m is not None) for t, m in zip(tokens, meant, strict=True)]
    empty = [t.pos in ("PUNCT", "NUM") or w in _EMPTY or w == "NAME" for t, w in zip(tokens, words, strict=True)]
    for n, token in enumerate(tokens):
        if token.pos == "PUNCT":
            continue
        if not empty[n]:
            yield f"u:{words[n]}", (n,), 1.0
        if n and not (empty[n] and empty[n - 1]):
            yield f"b:{words[n - 1]} {words[n]}", (n - 1, n), 1.0
        group = meant[n] if token.pos in _CONTENT else None
        if group:
            yield f"c:{group[0]}", (n,), _FINE
            yield f"f:{group[1]}", (n,), _FINE
        over = token.head - first
        if token.dep in _PAIRED and not empty[over]:
            yield from _pair(words, meant, token, n, over)


def _pair(words: list[str], meant: list[tuple[str, str] | None], token: Token, n: int, over: int) -> Iterator[Said]:
    """A word and the word that governs it, as words and, where it is a content word, as groups."""
    both = (over, n)
    yield f"d:{words[over]} {words[n]}", both, 1.0
    low, high = meant[n], meant[over]
    if token.pos not in _CONTENT or words[n] in _EMPTY:
        return
    if low:
        yield f"w:{words[over]}>{low[0]}", both, _PAIR
    if high:
        yield f"v:{high[0]}>{words[n]}", both, _PAIR
    if low and high:
        yield f"g:{high[0]}>{low[0]}:{token.dep}", both, _PAIR


def _kinds_say(tokens: Sequence[Token], first: int, known: Words) -> Iterator[Said]:
    """The kinds of things named, each kind with the kind that governs it, and kinds named in one clause."""
    kinds = [() if t.pos == "PUNCT" else known.kinds.get(t.lower) or known.kinds.get(t.lemma) or () for t in tokens]
    clauses: dict[int, dict[str, int]] = {}
    for n, (token, named) in enumerate(zip(tokens, kinds, strict=True)):
        if not named:
            continue
        clause = clauses.setdefault(_clause(tokens, n, first), {})
        over = token.head - first
        for kind in named:
            clause.setdefault(kind, n)
            yield f"k:{kind}", (n,), _KIND
            if over != n:
                for high in kinds[over]:
                    yield f"h:{high}>{kind}", (over, n), _KIND_PAIR
    for clause in clauses.values():
        together = sorted(clause)
        for place, one in enumerate(together):
            for other in together[place + 1 :]:
                yield f"p:{one}+{other}", (clause[one], clause[other]), _KIND_PAIR


def _clause(tokens: Sequence[Token], n: int, first: int) -> int:
    """The predicate of the clause that a word stands in."""
    for _ in tokens:
        token = tokens[n]
        over = token.head - first
        if over == n or (token.dep in _CLAUSE and token.pos in ("VERB", "AUX")):
            break
        n = over
    return n


def _word(token: Token, *, known: bool) -> str:
    """The lemma; one sign for all numbers and one for all rare names, so that nothing is learned of a single case."""
    if token.pos == "NUM":
        return "0"
    return token.lemma if known or token.pos != "PROPN" else "NAME"
