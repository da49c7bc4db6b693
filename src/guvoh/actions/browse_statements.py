"""List statements and figures; show one statement with what surrounds it, or a family of figures."""

from __future__ import annotations

from dataclasses import dataclass, replace

from guvoh.custody import Vault
from guvoh.custody.browse import Family, Page, StatementFilter, StatementItem, StatementSort, StatementView
from guvoh.model.access import Actor, Right, require
from guvoh.model.weighing import FigurePair, FigureRelation

_ALL = StatementFilter()


def browse_statements(
    vault: Vault,
    by: Actor,
    filters: StatementFilter = _ALL,
    sort: StatementSort = StatementSort.REVIEW,
    key: str | None = None,
    size: int = 50,
) -> Page[StatementItem]:
    """A page of statements; `key` is that of an earlier page, None for the first."""
    require(by, Right.READ)
    return vault.browse.statements(filters, sort, key, size)


def browse_figures(
    vault: Vault,
    by: Actor,
    filters: StatementFilter = _ALL,
    sort: StatementSort = StatementSort.DATE_DOWN,
    key: str | None = None,
    size: int = 50,
) -> Page[StatementItem]:
    """A page of the statements that hold a number."""
    require(by, Right.READ)
    return vault.browse.statements(replace(filters, counted=True), sort, key, size)


def view_statement(vault: Vault, by: Actor, statement: str) -> StatementView:
    """A statement with its document, neighbours, event, relations and decisions. Raises NotThere."""
    require(by, Right.READ)
    return vault.browse.statement(statement)


def view_family(vault: Vault, by: Actor, figure: str) -> Family:
    """The figures that relations tie to this one, and the relations. Raises NotThere."""
    require(by, Right.READ)
    return vault.browse.family(figure)


@dataclass(frozen=True, slots=True)
class Partner:
    """A figure that stands in a relation to another: how, why, and the figure."""

    relation: FigureRelation
    why: tuple[str, ...]
    figure: StatementItem
    turned: bool = False
    """Whether the relation is told from the other's side."""


def partners(vault: Vault, by: Actor, view: StatementView) -> tuple[Partner, ...]:
    """The figures that the statement's own stands in a relation to."""
    require(by, Right.READ)
    me = view.statement.id
    found: list[tuple[FigureRelation, tuple[str, ...], str, bool]] = []
    for tie in view.relations:
        others = (tie.a, tie.b) if isinstance(tie, FigurePair) else (*tie.sum, tie.total)
        first = tie.a == me if isinstance(tie, FigurePair) else me in tie.sum
        found += [(tie.relation, tie.why, other, not first) for other in others if other != me]
    items = vault.browse.items([other for _, _, other, _ in found])
    return tuple(Partner(r, why, items[other], turned) for r, why, other, turned in found if other in items)
