"""Features of a parsed sentence: words, their groups of meaning, neighbours, governed pairs, and what rules found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from guvoh.extraction.annotate import Annotated, Sentence, Token

Groups = Mapping[str, tuple[str, str]]
"""For a word its coarse and its fine group of words near in meaning."""

RULE_WEIGHT = 4.0
"""A rule's hit counts for more than a word: its frame has been checked, and regularisation would else mute it."""
_FINE, _PAIR = 0.7, 0.5
_LENGTH = 5.0
"""The norm of a sentence's features that leaves their values as they are; a longer sentence says each thing softer."""
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV"})
_PAIRED = frozenset(
    "obj iobj nsubj nsubj:pass obl obl:agent xcomp ccomp advcl acl nmod nmod:poss compound compound:prt amod advmod"
    " conj".split()
)

_EMPTY = frozenset(
    "a an the and or but if as at by for from in into of on onto to with than then that this these those there here"
    " it its he she they them their his her him we us our i me my you your be have do will would can could may might"
    " must shall should who whom which what when where while after before during since until so such also more most"
    " other some any all each both many much one very just about over between through under how why own 's".split()
)
"""Words that say nothing of an act by themselves: learned from few texts, they would only count its style."""


class Feature(NamedTuple):
    """A named property of a sentence, the tokens (indexes in the sentence) that have it, and how much it counts."""

    key: str
    tokens: tuple[int, ...]
    value: float = 1.0


def features(text: Annotated, sentence: Sentence, found: Iterable[tuple[str, int]], groups: Groups) -> list[Feature]:
    """The features of a sentence; `found` are the rules' acts in it, each a term and its head's index in the text."""
    where: dict[str, list[int]] = {}
    values: dict[str, float] = {}
    for key, tokens, value in _said(text, sentence, groups):
        where.setdefault(key, []).extend(tokens)
        values[key] = value
    norm = sum(v * v for v in values.values()) ** 0.5
    soft = (_LENGTH / norm) ** 0.5 if norm else 1.0
    said = [Feature(key, tuple(tokens), values[key] * soft) for key, tokens in where.items()]
    return [*said, *_hits([(term, head - sentence.first) for term, head in found])]


def _said(text: Annotated, sentence: Sentence, groups: Groups) -> Iterator[Feature]:
    """What the words say, once for each time they say it."""
    tokens = text.of(sentence)
    meant = [groups.get(t.lower) or groups.get(t.lemma) for t in tokens]
    words = [_word(t, known=m is not None) for t, m in zip(tokens, meant, strict=True)]
    empty = [t.pos in ("PUNCT", "NUM") or w in _EMPTY or w == "NAME" for t, w in zip(tokens, words, strict=True)]
    for n, token in enumerate(tokens):
        if token.pos == "PUNCT":
            continue
        if not empty[n]:
            yield Feature(f"u:{words[n]}", (n,))
        if n and not (empty[n] and empty[n - 1]):
            yield Feature(f"b:{words[n - 1]} {words[n]}", (n - 1, n))
        group = meant[n] if token.pos in _CONTENT else None
        if group:
            yield Feature(f"c:{group[0]}", (n,), _FINE)
            yield Feature(f"f:{group[1]}", (n,), _FINE)
        over = token.head - sentence.first
        if token.dep in _PAIRED and not empty[over]:
            yield from _pair(words, meant, token, n, over)


def _pair(words: list[str], meant: list[tuple[str, str] | None], token: Token, n: int, over: int) -> Iterator[Feature]:
    """A word and the word that governs it, as words and, where it is a content word, as groups."""
    both = (over, n)
    yield Feature(f"d:{words[over]} {words[n]}", both)
    low, high = meant[n], meant[over]
    if token.pos not in _CONTENT or words[n] in _EMPTY:
        return
    if low:
        yield Feature(f"w:{words[over]}>{low[0]}", both, _PAIR)
    if high:
        yield Feature(f"v:{high[0]}>{words[n]}", both, _PAIR)
    if low and high:
        yield Feature(f"g:{high[0]}>{low[0]}:{token.dep}", both, _PAIR)


def _hits(hits: list[tuple[str, int]]) -> Iterator[Feature]:
    for term, n in dict.fromkeys(hits):
        yield Feature(f"r:{term}", (n,), RULE_WEIGHT)
    if hits:
        yield Feature("r:any", (hits[0][1],), RULE_WEIGHT)


def _word(token: Token, *, known: bool) -> str:
    """The lemma; one sign for all numbers and one for all rare names, so that nothing is learned of a single case."""
    if token.pos == "NUM":
        return "0"
    return token.lemma if known or token.pos != "PROPN" else "NAME"
