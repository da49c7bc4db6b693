"""What the model says of a sentence: acts that no rule found are added, rules' acts that it holds unlikely dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.attribution.lexicon import CueKind, cues
from guvoh.extraction.grammar.doers import by_whom
from guvoh.extraction.grammar.people import is_human
from guvoh.extraction.grammar.roles import Roles, roles_of
from guvoh.extraction.grammar.subjects import governing_verb
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.learned.features import features, hits, said, softness
from guvoh.extraction.learned.model import Array, Model, model
from guvoh.extraction.learned.network import Heard, spoken

_NAMING = frozenset({"VERB", "NOUN", "ADJ"})
_SILENT = frozenset({"PUNCT", "DET", "CCONJ", "NUM"})
_REASONS = 3
_TELLING = 3  # words of a pattern that tell an act by themselves
RIVALS = (
    frozenset({"expulsion", "collective_expulsion"}),
    frozenset({"torture_ill_treatment", "excessive_force", "private_violence"}),
    frozenset({"denial_of_entry", "reentry_ban"}),
    frozenset({"denial_of_entry", "expulsion"}),
)
"""Acts of which a sentence mostly tells one or the other: beside a rule's, or a likelier one, a rival is added only
where its own words carry it well above the line."""

Ruled = tuple[Sentence, Sequence[Trigger]]
"""A sentence and the acts that the rules found in it."""


def settle(text: Annotated, ruled: Sequence[Ruled]) -> Iterator[list[Trigger]]:
    """The acts of each sentence: those of the rules without what the model holds unlikely, and what it adds.

    An act is added on the evidence of the words themselves, not because another act stands beside it. A language
    without a model keeps the rules' acts as they are.
    """
    known = model(text.language)
    if known is None:
        yield from (list(found) for _, found in ruled)
        return
    own = [_said(text, sentence, known) for sentence, _ in ruled]
    words = (spoken(text.of(sentence)) for sentence, _ in ruled)
    heard = known.network.hear(words) if known.network is not None else repeat(None)
    for (sentence, found), alone, says in zip(ruled, own, heard, strict=False):
        yield _settled(_Reading(text, sentence, found, known, alone, says))


def _said(text: Annotated, sentence: Sentence, known: Model) -> Array:
    """What a sentence's own words say of each act."""
    tokens = text.of(sentence)
    own: Array = known.bias + softness(tokens) * known.sums(said(tokens, sentence.first, known.words))
    return own


def _settled(read: _Reading) -> list[Trigger]:
    known, (sums, own) = read.known, read.sums()
    acts = [t for t in read.ruled if _is_told(t, known, sums)]
    sure = np.minimum(sums, own)
    for n in sorted(np.flatnonzero(sure >= known.add), key=lambda n: -sums[n]):
        told = {t.term for t in (*read.ruled, *acts)}
        if known.terms[n] == "expulsion" and "collective_expulsion" in told:
            continue
        if known.terms[n] not in told and (sure[n] >= known.rival[n] or not _rivals(known.terms[n], told)):
            found = _trigger(read, int(n), float(sums[n]))
            acts += [found] if found is not None else []
    return sorted(acts, key=lambda t: (t.head.i, t.term))


def _is_told(trigger: Trigger, known: Model, sums: Array) -> bool:
    """Whether a rule's act stands, by the model or by what it says itself: who does it to whom, or in several words."""
    words = len(trigger.frame.pattern.elements) if trigger.frame is not None else 0
    says_all = trigger.roles.actor is not None and trigger.roles.affected is not None
    if trigger.term not in known.terms or says_all or words >= _TELLING:
        return True
    return bool(sums[known.terms.index(trigger.term)] >= known.drop_at(trigger.term))


@dataclass(frozen=True, slots=True)
class _Reading:
    """A sentence with the rules' acts in it, the model that reads it, what its words say alone and together."""

    text: Annotated
    sentence: Sentence
    ruled: Sequence[Trigger]
    known: Model
    own: Array
    heard: Heard | None

    @property
    def tokens(self) -> Sequence[Token]:
        """The words."""
        return self.text.of(self.sentence)

    @property
    def hits(self) -> list[tuple[str, int]]:
        """The rules' acts, each a term and its head's index in the text."""
        return [(t.term, t.head.i) for t in self.ruled]

    def sums(self) -> tuple[Array, Array]:
        """For each act its sum and its sum without the rules' hits."""
        own = self.own
        ruled = hits(self.sentence.first, self.hits) if self.ruled else ()
        sums: Array = own + self.known.known(ruled)[1].sum(axis=0) if ruled else own
        if self.heard is None:
            return sums, own
        half = np.float32(0.5)
        return (sums + self.heard.sums) * half, (own + self.heard.sums) * half

    def shares(self, act: int) -> Array:
        """What each word gives an act."""
        kept, parts = self.known.known(features(self.text, self.sentence, self.hits, self.known.words))
        at = [i for feature in kept for i in feature.tokens]
        each = [
            part / len(feature.tokens)
            for feature, part in zip(kept, parts[:, act].tolist(), strict=True)
            for _ in feature.tokens
        ]
        shares: Array = np.bincount(at, weights=each, minlength=len(self.tokens)).astype(np.float32)
        if self.heard is None:
            return shares
        told: Array = self.heard.looks[:, act] * np.maximum(self.heard.sums[act] - self.known.bias[act], 0)
        return shares + told


def _rivals(term: str, told: set[str]) -> bool:
    """Whether one of the acts told is a rival of another act."""
    return any(term in group and group & told for group in RIVALS)


def _trigger(read: _Reading, n: int, total: float) -> Trigger | None:
    """The act at the word that speaks most for it; None where no verb, noun or adjective does."""
    known, tokens = read.known, read.tokens
    share = read.shares(n)
    telling = sorted((i for i, s in enumerate(share) if s > 0), key=lambda i: (-share[i], i))
    head = next((tokens[i] for i in telling if tokens[i].pos in _NAMING), None)
    if head is None:
        return None
    head = _what_is_told(read.text, head) or head
    reasons = sorted([i for i in telling if tokens[i].pos not in _SILENT][:_REASONS])
    roles = _roles(read.text, head)
    return Trigger(
        by_whom(read.text, known.terms[n], roles.actor),
        head,
        head.start,
        head.end,
        None,
        roles,
        words=tuple(tokens[i].text for i in reasons),
        probability=round(known.probability(total), 2),
    )


def _what_is_told(text: Annotated, verb: Token) -> Token | None:
    """The verb of what a word of saying says, which may be denied: "told the court that he never hit"."""
    told = text.child(verb, "ccomp")
    says = any(s.kind is CueKind.REPORT and s.flag is None for s in cues(text.language).senses.get(verb.lower, ()))
    return told if says and told is not None and told.i > verb.i and told.pos in _NAMING else None


def _roles(text: Annotated, head: Token) -> Roles:
    """Roles from the word itself or, for a noun that has none of its own, from the verb that carries it."""
    own = roles_of(text, head, "noun" if head.pos == "NOUN" else "verb")
    subject = text.child(head, "nsubj") if head.pos == "NOUN" else None
    if subject is not None and text.child(head, "cop") is not None and is_human(text, subject):
        return Roles(None, subject, (f"subject of “{head.text}”: {subject.text}",))  # "40 people are on the list"
    if head.pos == "VERB" or own.actor is not None or own.affected is not None:
        return own
    verb = governing_verb(text, head)
    if verb is None:
        return own
    carried = roles_of(text, verb, "verb")
    if is_human(text, head):
        return carried
    return carried if carried.affected is None or carried.affected.i != head.i else Roles(carried.actor, None, own.why)
