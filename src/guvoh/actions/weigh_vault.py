"""Weigh a vault into its tables: what was rejected stays out, what persons decided is obeyed, ids stay."""

from __future__ import annotations

from guvoh.assessment.rulings import rulings
from guvoh.assessment.weigh import VERSION, weigh
from guvoh.custody import Vault
from guvoh.model import Findings
from guvoh.model.weighing import Weighed


def is_weighed(vault: Vault) -> bool:
    """Whether the tables tell of the vault as it is now."""
    return vault.weighed_at() == vault.latest(VERSION)


def refresh(vault: Vault, *, anew: bool = False) -> bool:
    """Bring the tables up to date; whether that was needed. `anew`: weigh in any case."""
    if not anew and is_weighed(vault):
        return False
    at = vault.latest(VERSION)
    ruled = rulings(vault.decisions(), vault.events_of_statements())
    weighed = weigh(standing_findings(vault), ruled)
    vault.keep_weighed(weighed, at, ruled.grades(weighed.sources))
    return True


def standing_findings(vault: Vault) -> list[Findings]:
    """What the documents say, as persons left it and without what they rejected."""
    return [applied.standing for applied in vault.all_applied()]


def weigh_vault(vault: Vault) -> tuple[list[Findings], Weighed]:
    """What the documents of a vault say, and what they say together; weighed now where the tables lag behind."""
    findings = standing_findings(vault)
    if vault.is_writable:
        refresh(vault)
        return findings, vault.weighed()
    return findings, weigh(findings, rulings(vault.decisions(), vault.events_of_statements()))
