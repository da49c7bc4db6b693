"""Annotated text: tokens with lemmas and Universal Dependencies, and the walks over them that rules need."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from guvoh.model import Role, Span


@dataclass(slots=True, unsafe_hash=True)
class Token:
    """One word, never changed once it is made; not `frozen` only because that makes each of them far more slowly.

    `i`, `head` and `sent` are indexes into `Annotated.tokens` and `.sentences`; a root heads itself.
    `pos` is the UD word class, `tag` the treebank's own, `morph` UD features ("Tense=Past|VerbForm=Fin"),
    `dep` the UD relation with subtype ("nsubj:pass"); they are empty where the sentence was not parsed.
    `lower` is the word in lower case, `relation` the UD relation without its subtype: asked for so often that they
    are kept.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    morph: str
    dep: str
    head: int
    sent: int
    lower: str = field(init=False, repr=False, compare=False)
    relation: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.lower = self.text.lower()
        self.relation = self.dep.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: characters `start:end`, tokens `first:stop`, the role of its passage, whether it was parsed."""

    i: int
    start: int
    end: int
    first: int
    stop: int
    role: Role
    parsed: bool


@dataclass(frozen=True)
class Annotated:
    """A document's sentences and tokens. Offsets count characters of the document's reading text."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    language: str = "en"

    @cached_property
    def _children(self) -> Mapping[int, Sequence[Token]]:
        kids: dict[int, list[Token]] = {}
        for token in self.tokens:
            if token.head != token.i:
                kids.setdefault(token.head, []).append(token)
        return kids

    @cached_property
    def _forms(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(w for t in self.of(s) for w in (t.lower, t.lemma)) for s in self.sentences)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each token begins."""
        return [t.start for t in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        """Where each sentence ends."""
        return [s.end for s in self.sentences]

    @cached_property
    def is_parsed(self) -> bool:
        """Whether any sentence was parsed: only then do heads and relations say something."""
        return any(s.parsed for s in self.sentences)

    def forms(self, sentence: Sentence, beside: int = 0) -> frozenset[str]:
        """Every word and lemma of a sentence and of as many as `beside` on either side."""
        if not beside:
            return self._forms[sentence.i]
        return frozenset().union(*self._forms[max(0, sentence.i - beside) : sentence.i + beside + 1])

    def of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.stop]

    def children(self, token: Token, *deps: str) -> list[Token]:
        """Direct dependants in text order; with `deps`, those whose relation (or relation:subtype) is among them."""
        kids = self._children.get(token.i, ())
        return [k for k in kids if k.dep in deps or k.relation in deps] if deps else [*kids]

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first direct dependant by one of `deps`, or None."""
        for kid in self._children.get(token.i, ()):
            if not deps or kid.dep in deps or kid.relation in deps:
                return kid
        return None

    def head(self, token: Token) -> Token:
        """The token's head (itself for a root)."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Heads upward, nearest first, root last."""
        seen = 0
        while token.head != token.i and seen < 500:
            token = self.tokens[token.head]
            seen += 1
            yield token

    def subtree(self, token: Token, without: frozenset[str] = frozenset()) -> list[Token]:
        """The token and all below it in text order, branches by a relation in `without` cut off."""
        out, todo = [], [token]
        while todo:
            node = todo.pop()
            out.append(node)
            todo.extend(k for k in self.children(node) if k.dep not in without and k.relation not in without)
        return sorted(out, key=lambda t: t.i)

    def span(self, token: Token, without: frozenset[str] = frozenset()) -> Span:
        """Characters from the first to the last token of the subtree, punctuation at its edges left off."""
        nodes = self.subtree(token, without)
        while len(nodes) > 1 and nodes[-1].pos == "PUNCT":
            nodes.pop()
        while len(nodes) > 1 and nodes[0].pos == "PUNCT":
            nodes.pop(0)
        return nodes[0].start, nodes[-1].end

    def words(self, token: Token, without: frozenset[str] = frozenset()) -> str:
        """The text of `span`."""
        start, end = self.span(token, without)
        return self.text[start:end]

    def at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at `offset`, or None."""
        low = self._past(offset)
        found = self.sentences[low] if low < len(self.sentences) else None
        return found if found and found.start <= offset else None

    def _past(self, offset: int) -> int:
        """The index of the first sentence that ends behind the character at `offset`."""
        return bisect_right(self._ends, offset)

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the character at `offset`, or None."""
        sentence = self.at(offset)
        if sentence is None:
            return None
        found = self.tokens[bisect_right(self._starts, offset, sentence.first, sentence.stop) - 1]
        return found if found.sent == sentence.i and found.start <= offset < found.end else None

    def between(self, start: int, end: int) -> list[Token]:
        """Tokens that share a character with `start:end`."""
        out: list[Token] = []
        for sentence in islice(self.sentences, self._past(start), None):
            if sentence.start >= end:
                break
            out.extend(t for t in self.of(sentence) if t.end > start and t.start < end)
        return out
