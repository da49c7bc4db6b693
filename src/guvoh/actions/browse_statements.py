"""List statements and figures; show one statement with what surrounds it, or a family of figures."""

from __future__ import annotations

from dataclasses import replace

from guvoh.custody import Vault
from guvoh.custody.browse import Family, Page, StatementFilter, StatementItem, StatementSort, StatementView
from guvoh.model.access import Actor, Right, require

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
