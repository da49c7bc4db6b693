"""Where each statement stands with the people who review it, in words: who decided what, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from guvoh.model.decisions import STATEMENT_KINDS, Decision, DecisionKind, Review

_DONE: Final = {
    DecisionKind.ACCEPT: "accepted",
    DecisionKind.REJECT: "rejected",
    DecisionKind.CORRECT: "corrected",
    DecisionKind.ADD: "added",
    DecisionKind.SPLIT: "split off",
    DecisionKind.MERGE: "merged",
}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The state of a statement and the words for it; `credibility` is a grade 1 to 6, or empty."""

    state: Review
    words: str
    credibility: str = ""

    @property
    def rejected(self) -> bool:
        """Whether it counts for nothing."""
        return self.state is Review.REJECTED


SUGGESTION: Final = Reviewed(Review.SUGGESTED, "not yet reviewed")
"""What only the machine has said."""


def reviewed(state: Review, decisions: Iterable[Decision], credibility: str = "") -> Reviewed:
    """The words for a state that the standing decisions on one statement led to: “corrected by A on 2024-05-02”."""
    told = [_told(decision) for decision in decisions if decision.kind in STATEMENT_KINDS]
    if state is Review.SUGGESTED or not told:
        return Reviewed(state, SUGGESTION.words, credibility)
    words = "; ".join(dict.fromkeys(told))
    waits = "; waits for a second person" if state is Review.AWAITING else ""
    return Reviewed(state, words + waits, credibility)


def _told(decision: Decision) -> str:
    reason = decision.value("reason") if decision.kind is DecisionKind.REJECT else ""
    why = f" ({reason or decision.note})" if reason or decision.note else ""
    return f"{_DONE[decision.kind]} by {decision.by_name} on {decision.at[:10]}{why}"
