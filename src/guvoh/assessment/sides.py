"""Which side a statement comes from: the state, those who stand up for the affected, or neither."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from guvoh.assessment import names
from guvoh.assessment.corpus import Told
from guvoh.model import SourceKind, Statement


class Side(StrEnum):
    """Who speaks: officials, lawyers and organisations for the affected, or the press and witnesses."""

    STATE = "state"
    CIVIL = "civil"
    OPEN = "open"


def side(told: Told) -> Side:
    """The side of whoever said it first."""
    return side_of(told.statement)


def side_of(statement: Statement) -> Side:
    """The side of whoever said a statement first."""
    if not statement.attribution:
        return Side.OPEN
    first = statement.attribution[0]
    return _side(first.kind, first.name, first.role or "")


@lru_cache(maxsize=1 << 14)
def _side(kind: SourceKind, name: str, role: str) -> Side:
    if names.folded_set("consular") & {*names.words(name), *names.words(role)}:
        return Side.CIVIL
    spoken = f" {names.fold(role)}"
    if kind is SourceKind.OFFICIAL or any(f" {word}" in spoken for word in names.folded_set("official_roles")):
        return Side.STATE
    if kind in (SourceKind.NGO, SourceKind.PERSON):
        return Side.CIVIL
    return body_side(name)


@lru_cache(maxsize=4096)
def body_side(name: str) -> Side:
    """The side of a body by the words of its name: a ministry, a rights group, else the press."""
    spoken = set(names.words(name))
    if names.folded_set("state_bodies") & spoken:
        return Side.STATE
    if spoken & (names.folded_set("civil_bodies") | names.folded_set("consular")):
        return Side.CIVIL
    if names.listed_kind(names.body_key(name)[0]) == "ngo":
        return Side.CIVIL
    is_press = names.is_outlet(name) or (names.fold("agency") in spoken and names.folded_set("press_bodies") & spoken)
    return Side.STATE if names.is_body(name) and not is_press else Side.OPEN
