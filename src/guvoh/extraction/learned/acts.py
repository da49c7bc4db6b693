"""What the model says of a sentence: acts that no rule found are added, rules' acts that it holds unlikely dropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.roles import Roles, roles_of
from guvoh.extraction.grammar.subjects import governing_verb
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.learned.features import Feature, features
from guvoh.extraction.learned.model import Array, Model, model
from guvoh.extraction.learned.network import spoken

_NAMING = frozenset({"VERB", "NOUN", "ADJ"})
_SILENT = frozenset({"PUNCT", "DET", "CCONJ", "NUM"})
_REASONS = 3
RIVALS = (
    frozenset({"expulsion", "collective_expulsion"}),
    frozenset({"torture_ill_treatment", "excessive_force", "private_violence"}),
    frozenset({"denial_of_entry", "reentry_ban"}),
)
"""Acts of which a sentence tells one or the other: beside a rule's, or a likelier one, the model adds no rival."""


def settle(text: Annotated, sentence: Sentence, ruled: Sequence[Trigger]) -> list[Trigger]:
    """The acts of a sentence: those of the rules without what the model holds unlikely, and what it adds.

    An act is added on the evidence of the words themselves, not because another act stands beside it. A language
    without a model keeps the rules' acts as they are.
    """
    known = model(text.language)
    if known is None:
        return list(ruled)
    said = _weighed(text, sentence, known, ruled)
    acts = [
        t for t in ruled if t.term not in known.terms or said.sums[known.terms.index(t.term)] >= known.drop_at(t.term)
    ]
    for n in sorted(np.flatnonzero(np.minimum(said.sums, said.own) >= known.add), key=lambda n: -said.sums[n]):
        if not any(_same_or_rival(known.terms[n], t.term) for t in (*ruled, *acts)):
            found = _trigger(text, sentence, known, int(n), said)
            acts += [found] if found is not None and all(t.head.i != found.head.i for t in ruled) else []
    return sorted(acts, key=lambda t: (t.head.i, t.term))


class _Weighed(NamedTuple):
    """For each act its sum and its sum without the rules' hits; the features with what each gives; what was heard."""

    sums: Array
    own: Array
    kept: list[Feature]
    parts: Array
    looked: Array | None

    def shares(self, act: int, words: int) -> Array:
        """What each of the sentence's words gives an act."""
        at = [i for feature in self.kept for i in feature.tokens]
        each = [
            part / len(feature.tokens)
            for feature, part in zip(self.kept, self.parts[:, act].tolist(), strict=True)
            for _ in feature.tokens
        ]
        shares: Array = np.bincount(at, weights=each, minlength=words).astype(np.float32)
        return shares if self.looked is None else shares + self.looked[:, act]


def _weighed(text: Annotated, sentence: Sentence, known: Model, ruled: Sequence[Trigger]) -> _Weighed:
    made = features(text, sentence, [(t.term, t.head.i) for t in ruled], known.words, known.rows)
    kept, parts = known.known(made)
    sums = known.bias + parts.sum(axis=0)
    own = sums - parts[[f.key.startswith("r:") for f in kept]].sum(axis=0)
    if known.network is None:
        return _Weighed(sums, own, kept, parts, None)
    heard = known.network.hear(spoken(text.of(sentence)))
    looked = heard.looks * np.maximum(heard.sums - known.bias, 0)
    return _Weighed((sums + heard.sums) / 2, (own + heard.sums) / 2, kept, parts, looked)


def _same_or_rival(term: str, other: str) -> bool:
    return term == other or any({term, other} <= group for group in RIVALS)


def _trigger(text: Annotated, sentence: Sentence, known: Model, n: int, said: _Weighed) -> Trigger | None:
    """The act at the word that speaks most for it; None where no verb, noun or adjective does."""
    tokens = text.of(sentence)
    share = said.shares(n, len(tokens))
    telling = sorted((i for i, s in enumerate(share) if s > 0), key=lambda i: (-share[i], i))
    head = next((tokens[i] for i in telling if tokens[i].pos in _NAMING), None)
    if head is None:
        return None
    reasons = sorted([i for i in telling if tokens[i].pos not in _SILENT][:_REASONS])
    return Trigger(
        known.terms[n],
        head,
        head.start,
        head.end,
        None,
        _roles(text, head),
        words=tuple(tokens[i].text for i in reasons),
        probability=round(known.probability(float(said.sums[n])), 2),
    )


def _roles(text: Annotated, head: Token) -> Roles:
    """Roles from the word itself or, for a noun that has none of its own, from the verb that carries it."""
    own = roles_of(text, head, "noun" if head.pos == "NOUN" else "verb")
    if head.pos == "VERB" or own.actor is not None or own.affected is not None:
        return own
    verb = governing_verb(text, head)
    if verb is None:
        return own
    carried = roles_of(text, verb, "verb")
    return carried if carried.affected is None or carried.affected.i != head.i else Roles(carried.actor, None, own.why)
