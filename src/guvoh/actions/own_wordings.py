"""The vault's own wordings: words that name an act, which a keeper adds and finding then uses. Kept as decisions."""

from __future__ import annotations

from dataclasses import dataclass

from guvoh.custody import Draft, Vault
from guvoh.extraction import find
from guvoh.extraction.own_wordings import frame_of
from guvoh.model import Document, Passage, Role
from guvoh.model.access import Actor, Right, require
from guvoh.model.decisions import Decision, DecisionKind, standing
from guvoh.model.errors import BadTerm, NotThere
from guvoh.model.wordings import Wording

LONGEST = 500
"""Characters that an example sentence may have."""


@dataclass(frozen=True, slots=True)
class OwnWording:
    """A wording in use, with the decision that added it: its id, when (UTC) and by whom."""

    id: str
    at: str
    by_name: str
    wording: Wording


def own_wordings(vault: Vault, by: Actor) -> tuple[OwnWording, ...]:
    """The wordings in use, oldest first."""
    require(by, Right.READ)
    return _standing(vault)


def add_wording(vault: Vault, by: Actor, act: str, words: str, example: str, language: str = "en") -> Decision:
    """Add a wording, for the documents taken in or searched again from then on; it is kept for good, and logged.

    `act` is a term of the vocabulary, `words` 1 to 8 words (“…” between two leaves room), `example` a sentence that
    tells the act in these words. Raises NotAllowed; BadTerm where finding does not find the act in the example.
    """
    require(by, Right.KEEP)
    made = Wording(act, " ".join(words.split()), " ".join(example.split()), language)
    if len(made.example) > LONGEST:
        raise BadTerm(f"The example has more than {LONGEST} characters.", "Give one sentence.")
    if made in wordings_of(vault):
        raise BadTerm("This wording is there already.", "Nothing is to be done.")
    frame_of(made)
    if not _found(made):
        raise BadTerm("The act is not found in the example by these words.", "Give a sentence that tells it was done.")
    values = {"act": made.act, "words": made.words, "example": made.example, "language": made.language}
    return vault.decide(Draft(DecisionKind.WORD, (), values), by)


def drop_wording(vault: Vault, by: Actor, wording: str) -> Decision:
    """Take a wording, by its id, out of use. That it was used stays in the record. Raises NotAllowed, NotThere."""
    require(by, Right.KEEP)
    if wording not in {one.id for one in _standing(vault)}:
        raise NotThere("There is no such wording in use.", "Look at the vocabulary again.")
    return vault.decide(Draft(DecisionKind.UNDO, (), {"decision": wording}), by)


def wordings_of(vault: Vault) -> tuple[Wording, ...]:
    """The wordings that finding in this vault uses."""
    return tuple(one.wording for one in _standing(vault))


def _standing(vault: Vault) -> tuple[OwnWording, ...]:
    if not vault.decisions(DecisionKind.WORD):
        return ()
    kept = standing(tuple(vault.decisions(DecisionKind.WORD, DecisionKind.UNDO)))
    return tuple(OwnWording(d.id, d.at, d.by_name, Wording(**d.all_values())) for d in kept)


def _found(made: Wording) -> bool:
    passage = (Passage(0, len(made.example), Role.BODY),)
    document = Document("example", "0" * 64, "text/plain", made.example, passage, language=made.language)
    return any(statement.act == made.act for statement in find(document, (made,)).statements)
