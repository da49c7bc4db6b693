"""Decide on events: group statements, separate them, name an event, place it in a larger one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guvoh.assessment.decisions import selector
from guvoh.custody import Draft, Vault
from guvoh.model.access import Actor, Right, require
from guvoh.model.decisions import Decision, DecisionKind
from guvoh.model.errors import BadTerm

TITLE = 200
"""Characters that a name of an event may have."""


def group(
    vault: Vault, by: Actor, statements: Sequence[str], event: str | None, *, seen: int | None = None, note: str = ""
) -> Decision:
    """Say that the statements tell of one event: of `event` with all its statements, or of a new one of their own."""
    members = vault.event_members(event) if event else ()
    if not event and len(set(statements)) < 2:
        raise BadTerm("An event of its own is grouped from two statements or more.", "Name them.")
    return _on_statements(vault, by, DecisionKind.GROUP, statements, event, members, seen, note)


def merge(vault: Vault, by: Actor, event: str, other: str, *, seen: int | None = None, note: str = "") -> Decision:
    """Say that two events are one: all statements of `event` are of `other`."""
    require(by, Right.GROUP)
    if event == other or not other:
        raise BadTerm("An event is merged with another.", "Choose the other event.")
    return group(vault, by, vault.event_members(event), other, seen=seen, note=note)


def separate(
    vault: Vault, by: Actor, statements: Sequence[str], event: str, *, seen: int | None = None, note: str = ""
) -> Decision:
    """Say that the statements do not tell of the event: they stay apart from every other statement of it."""
    require(by, Right.GROUP)
    members = vault.event_members(event)
    if not set(members) - set(statements):
        raise BadTerm("Nothing of the event would be left.", "Name only the statements that are not of it.")
    return _on_statements(vault, by, DecisionKind.SEPARATE, statements, event, members, seen, note)


def name(vault: Vault, by: Actor, event: str, title: str, *, seen: int | None = None, note: str = "") -> Decision:
    """Give the event a name, which it keeps when it is grouped anew."""
    require(by, Right.GROUP)
    words = " ".join(title.split())
    if not 0 < len(words) <= TITLE:
        raise BadTerm(f"A name has 1 to {TITLE} characters.", "Give a shorter one, or any.")
    values: dict[str, Any] = {"title": words, "members": list(vault.event_members(event))}
    return vault.decide(Draft(DecisionKind.NAME, (event,), values, (), note, seen), by)


def nest(
    vault: Vault, by: Actor, event: str, part_of: str | None, *, seen: int | None = None, note: str = ""
) -> Decision:
    """Place the event in a larger one, or say that it is part of none."""
    require(by, Right.GROUP)
    if part_of == event:
        raise BadTerm("An event is no part of itself.", "Name a larger event.")
    larger = vault.event_members(part_of) if part_of else ()
    values = {"part_of": part_of, "members": list(vault.event_members(event)), "larger": list(larger)}
    return vault.decide(Draft(DecisionKind.NEST, (event,), values, (), note, seen), by)


def _on_statements(
    vault: Vault,
    by: Actor,
    kind: DecisionKind,
    statements: Sequence[str],
    event: str | None,
    members: Sequence[str],
    seen: int | None,
    note: str,
) -> Decision:
    require(by, Right.GROUP)
    subjects = tuple(dict.fromkeys(statements))
    if not subjects:
        raise BadTerm("No statement was named.", "Name one or more.")
    found = [vault.decided(one) for one in subjects]
    where = tuple(selector(one.document, one.statement) for one in found)
    values = {"event": event, "members": [m for m in members if m not in subjects]}
    return vault.decide(Draft(kind, subjects, values, where, note, seen), by)
