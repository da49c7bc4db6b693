"""What the model says of a sentence: acts that no rule found are added, rules' acts that it holds unlikely dropped."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.roles import Roles, roles_of
from guvoh.extraction.grammar.subjects import governing_verb
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.learned.features import Feature, features
from guvoh.extraction.learned.model import Array, Model, model

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
    made = features(text, sentence, [(t.term, t.head.i) for t in ruled], known.words, known.rows)
    kept, parts = known.known(made)
    totals = known.bias + parts.sum(axis=0)
    acts = [t for t in ruled if t.term not in known.terms or totals[known.terms.index(t.term)] >= known.drop_at(t.term)]
    own = totals - parts[[f.key.startswith("r:") for f in kept]].sum(axis=0)
    for n in sorted(np.flatnonzero(np.minimum(totals, own) >= known.add), key=lambda n: -totals[n]):
        if not any(_same_or_rival(known.terms[n], t.term) for t in (*ruled, *acts)):
            found = _trigger(text, sentence, known, int(n), kept, parts[:, n], float(totals[n]))
            acts += [found] if found is not None and all(t.head.i != found.head.i for t in ruled) else []
    return sorted(acts, key=lambda t: (t.head.i, t.term))


def _same_or_rival(term: str, other: str) -> bool:
    return term == other or any({term, other} <= group for group in RIVALS)


def _trigger(
    text: Annotated, sentence: Sentence, known: Model, n: int, kept: Sequence[Feature], parts: Array, total: float
) -> Trigger | None:
    """The act at the word that speaks most for it; None where no verb, noun or adjective does."""
    tokens = text.of(sentence)
    share = [0.0] * len(tokens)
    for feature, part in zip(kept, parts, strict=True):
        for i in feature.tokens:
            share[i] += float(part) / len(feature.tokens)
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
        probability=round(known.probability(total), 2),
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
