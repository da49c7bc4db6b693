"""The vocabulary of acts."""

from __future__ import annotations

from dataclasses import dataclass

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


OPERATIONS = (Operation("GET", "acts", vocabulary),)
