"""Review statements: accept, reject, correct, add by hand, split, merge, undo. Each is one decision, kept for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from guvoh.assessment.decisions import corrected, selector
from guvoh.custody import Decided, Draft, Vault
from guvoh.extraction.gate import fault
from guvoh.model import Document, Kind, Statement, plain
from guvoh.model.access import Actor, Right, require
from guvoh.model.decisions import Decision, DecisionKind, Selector, stands
from guvoh.model.errors import BadTerm, ChangedMeanwhile, NotAllowed, NotThere
from guvoh.model.identity import framed_hash

BY_HAND = "person"
"""The finder of a statement that a person made."""
_FIXED = frozenset({"id", "finder", "score", "why"})
_QUOTE = frozenset({"start", "end", "quote"})


def accept(vault: Vault, by: Actor, statements: Sequence[str], *, seen: int | None = None, note: str = "") -> Decision:
    """Say that the statements are right as they stand."""
    return _on_statements(vault, by, DecisionKind.ACCEPT, statements, {}, seen, note)


def reject(
    vault: Vault, by: Actor, statements: Sequence[str], reason: str = "", *, seen: int | None = None, note: str = ""
) -> Decision:
    """Say that the statements are wrong; they stay listed, and count for nothing."""
    return _on_statements(vault, by, DecisionKind.REJECT, statements, {"reason": reason}, seen, note)


def correct(
    vault: Vault, by: Actor, statement: str, values: Mapping[str, Any], *, seen: int | None = None, note: str = ""
) -> Decision:
    """Give a statement's fields their right values, as in the contract's JSON.

    Raises BadTerm when what results is no statement of the contract: the gate is the same as for finders.
    """
    require(by, Right.REVIEW)
    before = vault.decided(statement)
    given = _consistent(_correctable(values), before.statement)
    after = corrected(before.statement, given)
    _check(after, before.document)
    if after == before.statement:
        raise BadTerm("The correction changes nothing.", "Accept the statement instead.")
    where = (_where(before),)
    return vault.decide(Draft(DecisionKind.CORRECT, (statement,), given, where, note, seen), by)


def add(
    vault: Vault,
    by: Actor,
    sha256: str,
    start: int,
    end: int,
    values: Mapping[str, Any],
    *,
    seen: int | None = None,
    note: str = "",
) -> Decision:
    """Add a statement that stands at `text[start:end]` of a document; `values` are its other fields."""
    require(by, Right.REVIEW)
    applied = vault.applied(sha256)
    if applied is None:
        raise NotThere("The document is not in the vault, or was not searched yet.", "Add it with `guvoh add`.")
    document = applied.findings.document
    made = _by_hand(document, start, end, values)
    if any(one.id == made.id for one in applied.findings.statements):
        raise BadTerm("That statement is already there.", "Correct it instead.")
    draft = Draft(
        DecisionKind.ADD, (made.id,), {"statement": plain(made)}, (selector(document, made),), note, seen
    )  # fmt: skip
    return vault.decide(draft, by)


def split(
    vault: Vault,
    by: Actor,
    statement: str,
    into: Sequence[Mapping[str, Any]],
    *,
    seen: int | None = None,
    note: str = "",
) -> Decision:
    """Make several statements of one; each of `into` gives the fields in which it differs from it."""
    require(by, Right.REVIEW)
    if len(into) < 2:
        raise BadTerm("A statement is split into two or more.", "Correct it instead.")
    before = vault.decided(statement)
    pieces = [_piece(before, given) for given in into]
    if len({piece.id for piece in pieces}) < len(pieces):
        raise BadTerm("Two parts of a split say the same.", "Give each what it says alone.")
    draft = Draft(
        DecisionKind.SPLIT, (statement,), {"into": [plain(p) for p in pieces]}, (_where(before),), note, seen
    )  # fmt: skip
    return vault.decide(draft, by)


def merge(vault: Vault, by: Actor, statements: Sequence[str], *, seen: int | None = None, note: str = "") -> Decision:
    """Say that statements of one document are one; the first stays, the others go."""
    if len(set(statements)) < 2:
        raise BadTerm("Two statements or more are merged.", "Name them, the one that stays first.")
    if len({vault.decided(one).document.sha256 for one in statements}) > 1:
        raise BadTerm("Statements of several documents are not merged.", "Group them as one event instead.")
    return _on_statements(vault, by, DecisionKind.MERGE, statements, {}, seen, note)


def undo(vault: Vault, by: Actor, decision: str, *, seen: int | None = None, note: str = "") -> Decision:
    """Take back a decision that stands, of whatever kind: one's own, or with the right to group anyone's."""
    require(by, Right.REVIEW)
    undone = vault.decision(decision)
    if undone is None:
        raise NotThere("That decision is not in the vault.", "Look at the history again.")
    if undone.kind is DecisionKind.WORD:
        require(by, Right.KEEP)
    if undone.by != by.id and not by.may(Right.GROUP):
        raise NotAllowed("This decision is another person's.", "Ask that person, or an editor, to undo it.")
    if not stands(undone, vault.decisions(DecisionKind.UNDO)):
        raise ChangedMeanwhile("That decision was undone already.", "Look at the history again.")
    return vault.decide(Draft(DecisionKind.UNDO, (), {"decision": decision}, (), note, seen), by)


def _on_statements(
    vault: Vault,
    by: Actor,
    kind: DecisionKind,
    statements: Sequence[str],
    values: dict[str, Any],
    seen: int | None,
    note: str,
) -> Decision:
    require(by, Right.REVIEW)
    subjects = tuple(dict.fromkeys(statements))
    if not subjects:
        raise BadTerm("No statement was named.", "Name one or more.")
    where = tuple(_where(vault.decided(one)) for one in subjects)
    return vault.decide(Draft(kind, subjects, values, where, note, seen), by)


def _where(decided: Decided) -> Selector:
    return selector(decided.document, decided.statement)


def _correctable(values: Mapping[str, Any]) -> dict[str, Any]:
    fixed = _FIXED & values.keys()
    if fixed:
        raise BadTerm(f"These fields are not a person's to change: {', '.join(sorted(fixed))}.", "Leave them out.")
    unknown = values.keys() - set(Statement.__slots__)
    if unknown:
        raise BadTerm("A field of a correction is none of a statement's.", "Use the names of `guvoh find --json`.")
    if 0 < len(_QUOTE & values.keys()) < len(_QUOTE):
        raise BadTerm("A quote is moved with its start, its end and its words together.", "Give all three.")
    return dict(values)


def _consistent(values: dict[str, Any], before: Statement) -> dict[str, Any]:
    """The values with what follows from them: an act makes the kind an act, place and date are as in the text."""
    if "act" in values and "kind" not in values:
        was = before.kind if before.kind is not Kind.ACT else Kind.FIGURE if before.count else Kind.ASSESSMENT
        values["kind"] = Kind.ACT.value if values["act"] else was.value
    for name in ("when", "place"):
        if name in values and f"{name}_basis" not in values:
            values[f"{name}_basis"] = "text" if values[name] else None
    return values


def _by_hand(document: Document, start: int, end: int, values: Mapping[str, Any]) -> Statement:
    if not 0 <= start < end <= len(document.text):
        raise BadTerm("The selection lies outside the document's text.", "Select the words again.")
    kind = Kind.FIGURE if values.get("count") and not values.get("act") else Kind.ASSESSMENT
    bare = Statement("", start, end, document.text[start:end], kind, BY_HAND, 1.0, ("added by a person",))
    return _made(document, bare, values)


def _piece(before: Decided, values: Mapping[str, Any]) -> Statement:
    whole = replace(before.statement, finder=BY_HAND, why=("split by a person", *before.statement.why))
    return _made(before.document, whole, values)


def _made(document: Document, base: Statement, values: Mapping[str, Any]) -> Statement:
    made = corrected(base, _consistent(_correctable(values), base))
    _check(made, document)
    count = f"{made.count.start}:{made.count.end}" if made.count else ""
    place = f"{made.place.start}:{made.place.end}" if made.place else ""
    whom = made.affected.name if made.affected else ""
    parts = (document.sha256, f"{made.start}:{made.end}", count, made.act or "", place, whom, made.when or "")
    return replace(made, id=framed_hash("by hand", *parts)[:32])


def _check(statement: Statement, document: Document) -> None:
    found = fault(statement, document.text)
    if found:
        raise BadTerm(f"This cannot be kept: {found}.", "Correct it and try again.")
