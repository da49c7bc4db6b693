"""Everything that a vault tells to a reader: findings as persons left them, the weighing, and who reviewed what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from guvoh.actions.weigh_vault import weigh_vault
from guvoh.custody import Vault
from guvoh.model import Findings
from guvoh.model.decisions import Decision, DecisionKind, Review, standing
from guvoh.model.weighing import Weighed
from guvoh.reporting.reviewed import Reviewed, reviewed


@dataclass(frozen=True, slots=True)
class Told:
    """Findings with what was rejected still in them, what they say together without it, and reviews by statement."""

    findings: tuple[Findings, ...]
    weighed: Weighed
    reviews: Mapping[str, Reviewed]
    kept: Mapping[str, str]


def reviewed_record(vault: Vault) -> Told:
    """The record of a vault, weighed now where its tables lag behind."""
    _, weighed = weigh_vault(vault)
    on = _decisions_on(vault)
    findings: list[Findings] = []
    reviews: dict[str, Reviewed] = {}
    for applied in vault.all_applied():
        findings.append(applied.findings)
        for key in applied.reviews.keys() | applied.credibility.keys():
            state = applied.reviews.get(key, Review.SUGGESTED)
            reviews[key] = reviewed(state, on.get(key, ()), applied.credibility.get(key, ""))
    kept = {stored.document.sha256: stored.kept_at for stored in vault.documents()}
    return Told(tuple(findings), weighed, reviews, kept)


def _decisions_on(vault: Vault) -> dict[str, list[Decision]]:
    """The standing decisions by statement, those by which a piece of a split came about as well."""
    on: dict[str, list[Decision]] = defaultdict(list)
    for decision in standing(tuple(vault.decisions())):
        pieces = decision.value("into") if decision.kind is DecisionKind.SPLIT else ()
        for subject in (*decision.subjects, *(piece["id"] for piece in pieces)):
            on[subject].append(decision)
    return on
