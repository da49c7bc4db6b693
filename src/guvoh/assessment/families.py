"""Act families and unit families: which acts may be one happening, which units count one kind of thing."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

PEOPLE = "people"
"""The unit family of people."""


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("guvoh.assessment") / "data" / "families.toml").read_text(encoding="utf-8"))


@cache
def _families(table: str) -> dict[str, str]:
    return {term: family for family, terms in _data()[table].items() for term in terms}


def act_family(act: str | None) -> str:
    """The family of an act term; the term itself where it stands in none, "" for no act."""
    return _families("acts").get(act, act) if act else ""


def act_families() -> tuple[str, ...]:
    """The names of the act families."""
    return tuple(_data()["acts"])


def acts_of(family: str) -> frozenset[str]:
    """The act terms of a family, or the one act of that name."""
    return frozenset(_data()["acts"].get(family, [family]))


def unit_family(unit: str) -> str:
    """The family of a unit; the unit itself where it stands in none."""
    return _families("units").get(unit, unit)


@cache
def units_of(family: str) -> frozenset[str]:
    """The units that the family of a unit holds, or the one unit of that name."""
    known = _families("units")
    own = frozenset({family} - known.keys())
    return own | {unit for unit, of in known.items() if of == family}


@cache
def counts_people_or_cases(unit: str) -> bool:
    """Whether the unit is of a known family: only such figures tell of something without an act beside them."""
    return unit in _families("units")


@cache
def is_measure(unit: str) -> bool:
    """Whether the unit measures (percent, hours, roubles) instead of counting."""
    return unit in _data()["measures"]["units"]
