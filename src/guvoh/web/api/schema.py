"""The vocabulary of acts, and the vault's own wordings of them."""

from __future__ import annotations

from dataclasses import dataclass

from guvoh.actions import own_wordings
from guvoh.model.access import Right
from guvoh.model.acts import acts
from guvoh.web.api.operations import Operation


@dataclass(frozen=True, slots=True)
class ActTerm:
    """One act: its term, labels by language, articles of law, and its HURIDOCS code."""

    term: str
    labels: dict[str, str]
    law: tuple[str, ...]
    huridocs: str | None


def vocabulary() -> tuple[ActTerm, ...]:
    """The acts that statements and events can be of."""
    return tuple(ActTerm(a.term, dict(a.labels), a.law, a.huridocs) for a in acts().values())


_ONE = {"wording": "0" * 32}

OPERATIONS = (
    Operation("GET", "acts", vocabulary),
    Operation("GET", "wordings", own_wordings.own_wordings),
    Operation("POST", "wordings", own_wordings.add_wording, Right.KEEP, status=201),
    Operation("POST", "wordings/{wording}/drop", own_wordings.drop_wording, Right.KEEP, status=201, example=_ONE),
)
