"""Which side a statement comes from: the state, those who stand up for the affected, or neither."""

from __future__ import annotations

from enum import StrEnum

from guvoh.assessment import names
from guvoh.assessment.corpus import Told
from guvoh.model import Link, SourceKind


class Side(StrEnum):
    """Who speaks: officials, lawyers and organisations for the affected, or the press and witnesses."""

    STATE = "state"
    CIVIL = "civil"
    OPEN = "open"


def side(told: Told) -> Side:
    """The side of whoever said it first."""
    return _side(told.statement.attribution[0]) if told.statement.attribution else Side.OPEN


def _side(link: Link) -> Side:
    role = f" {names.fold(link.role or '')}"
    if link.kind is SourceKind.OFFICIAL or any(f" {word}" in role for word in names.folded_set("official_roles")):
        return Side.STATE
    if link.kind in (SourceKind.NGO, SourceKind.PERSON):
        return Side.CIVIL
    if names.is_body(link.name):
        return Side.STATE
    return Side.CIVIL if names.folded_set("civil_bodies") & set(names.words(link.name)) else Side.OPEN
