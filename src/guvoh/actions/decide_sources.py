"""Decide on sources: which are one, which are not, and how reliable each is."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.assessment.decisions import selector
from guvoh.custody import Draft, Vault
from guvoh.model.access import Actor, Right, require
from guvoh.model.decisions import Decision, DecisionKind
from guvoh.model.errors import BadTerm
from guvoh.model.weighing import Source

RELIABILITY = "ABCDEF"
CREDIBILITY = "123456"
"""The Admiralty code: reliability of a source A to F, credibility of what it says 1 to 6, each judged on its own."""


def identify(vault: Vault, by: Actor, sources: Sequence[str], *, seen: int | None = None, note: str = "") -> Decision:
    """Say that the sources are one; the first lends its id and name."""
    subjects, names = _two_or_more(vault, by, sources)
    return vault.decide(Draft(DecisionKind.IDENTIFY, subjects, {"names": names}, (), note, seen), by)


def distinguish(
    vault: Vault, by: Actor, sources: Sequence[str], *, seen: int | None = None, note: str = ""
) -> Decision:
    """Say that the sources are different, whatever later runs take them for."""
    subjects, names = _two_or_more(vault, by, sources)
    return vault.decide(Draft(DecisionKind.DISTINGUISH, subjects, {"names": names}, (), note, seen), by)


def part(
    vault: Vault, by: Actor, source: str, names: Sequence[str], *, seen: int | None = None, note: str = ""
) -> Decision:
    """Say that some of the names of one source are another's."""
    require(by, Right.GROUP)
    known = _names(vault.source(source))
    apart = [one for one in known if one in set(names)]
    rest = [one for one in known if one not in set(names)]
    if not apart or not rest or len(apart) < len(set(names)):
        raise BadTerm("A source is parted by some of its names, not by all or by others.", "Name some of its names.")
    return vault.decide(Draft(DecisionKind.DISTINGUISH, (source,), {"names": [rest, apart]}, (), note, seen), by)


def grade_source(
    vault: Vault, by: Actor, source: str, reliability: str | None, *, seen: int | None = None, note: str = ""
) -> Decision:
    """Grade how reliable a source is, A to F; None takes the grade away."""
    require(by, Right.GROUP)
    _known(reliability, RELIABILITY)
    values = {"reliability": reliability, "names": [_names(vault.source(source))]}
    return vault.decide(Draft(DecisionKind.GRADE, (source,), values, (), note, seen), by)


def grade_statement(
    vault: Vault, by: Actor, statement: str, credibility: str | None, *, seen: int | None = None, note: str = ""
) -> Decision:
    """Grade how credible a statement is, 1 to 6; None takes the grade away."""
    require(by, Right.GROUP)
    _known(credibility, CREDIBILITY)
    found = vault.decided(statement)
    where = (selector(found.document, found.statement),)
    return vault.decide(Draft(DecisionKind.GRADE, (statement,), {"credibility": credibility}, where, note, seen), by)


def _two_or_more(vault: Vault, by: Actor, sources: Sequence[str]) -> tuple[tuple[str, ...], list[list[str]]]:
    require(by, Right.GROUP)
    subjects = tuple(dict.fromkeys(sources))
    if len(subjects) < 2:
        raise BadTerm("This is said of two sources or more.", "Name them.")
    return subjects, [_names(vault.source(one)) for one in subjects]


def _names(source: Source) -> list[str]:
    return [source.name, *(alias for alias in source.aliases if alias != source.name)]


def _known(grade: str | None, grades: str) -> None:
    if grade is not None and (len(grade) != 1 or grade not in grades):
        raise BadTerm(f"A grade is one of {', '.join(grades)}.", "Give one of them, or none to take it away.")
