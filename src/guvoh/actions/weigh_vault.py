"""Weigh a vault into its tables: what was rejected stays out, what persons decided is obeyed, ids last."""

from __future__ import annotations

from dataclasses import replace

from guvoh.assessment.incremental import add
from guvoh.assessment.lasting import all_lasting, change_lasting
from guvoh.assessment.rulings import Rulings, rulings
from guvoh.assessment.shelving import fill
from guvoh.assessment.watching import Watch, unwatched
from guvoh.assessment.weigh import VERSION, weigh
from guvoh.custody import Vault, WeighedAt
from guvoh.model import Findings
from guvoh.model.decisions import STATEMENT_KINDS, Decision, DecisionKind
from guvoh.model.weighing import Weighed

_FEW, _ALWAYS_FEW = 50, 4
"""Up to one document in fifty, or four, are weighed with what they touch; of more, weighing everything is quicker."""

_READING, _WRITING = "Reading what documents say", "Writing the tables"


def is_weighed(vault: Vault) -> bool:
    """Whether the tables tell of the vault as it is now."""
    return vault.weighed_at() == vault.latest(VERSION)


def refresh(vault: Vault, *, anew: bool = False, watch: Watch = unwatched) -> bool:
    """Bring the tables up to date; whether that was needed. `anew`: weigh everything in any case.

    `watch` is told how far weighing everything is.

    Only the documents that changed are weighed, with what they touch, unless they are many, the rules have changed, or
    a person has grouped, parted, joined or overruled something: such decisions may reach anywhere.
    """
    at, was = vault.latest(VERSION), vault.weighed_at()
    if not anew and was == at:
        return False
    ruled = rulings(vault.decisions())
    if anew or was is None or was.version != VERSION or ruled.needs_all or not _refresh_some(vault, was, at, ruled):
        _refresh_all(vault, at, ruled, watch)
    return True


def _refresh_all(vault: Vault, at: WeighedAt, ruled: Rulings, watch: Watch) -> None:
    before = vault.events_of_statements()
    findings = _read(vault, watch)
    with vault.weighing() as shelf:
        shelf.clear()
        if ruled.needs_all:
            weighed = weigh(findings, Rulings(ruled.decisions, before), watch)
        else:
            made = all_lasting(shelf, fill(shelf, findings, watch), ruled.known_events() | before)
            weighed = replace(made, events=ruled.events(made.events))
        watch(_WRITING, 0, 1)
        vault.keep_weighed(weighed, at, ruled.grades(weighed.sources))


def _read(vault: Vault, watch: Watch) -> list[Findings]:
    total = vault.document_count()
    found = []
    for applied in vault.all_applied():
        found.append(applied.standing)
        watch(_READING, len(found), total)
    return found


def _refresh_some(vault: Vault, was: WeighedAt, at: WeighedAt, ruled: Rulings) -> bool:
    """Weigh only what changed; False, with nothing done, where that is not enough."""
    documents, made = vault.changed_since(was)
    few = max(_ALWAYS_FEW, vault.document_count() // _FEW)
    if len(documents) > few or not all(_is_of_statements(vault, decision) for decision in made):
        return False
    found = [applied.standing for sha256 in documents if (applied := vault.applied(sha256)) is not None]
    with vault.weighing() as shelf:
        if shelf.is_empty():
            return False
        if not found:
            vault.note_weighed(at)
        else:
            change = add(shelf, found)
            statements = {s for event in change.now.events for s in event.statements}
            home = vault.homes(statements)
            sizes = vault.sizes({*home.values(), *(event.id for event in change.now.events)})
            lasting = change_lasting(shelf, change, home, sizes)
            told = replace(lasting.now, events=ruled.retold(lasting.now.events))
            grades = ruled.grades(told.sources, lasting.gone.sources)
            vault.change_weighed(replace(lasting, now=told), at, grades)
    return True


def _is_of_statements(vault: Vault, decision: Decision) -> bool:
    """Whether a decision changes statements only, grades or nothing; one on events may change what it does not name."""
    if decision.kind is DecisionKind.UNDO:
        undone = vault.decision(str(decision.value("decision")))
        return undone is not None and _is_of_statements(vault, undone)
    return decision.kind in STATEMENT_KINDS or decision.kind in (DecisionKind.GRADE, DecisionKind.WORD)


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
