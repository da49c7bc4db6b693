"""Regions of a country that hold several first-level units: federal districts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from guvoh.model import Place


@cache
def _units() -> Mapping[str, frozenset[str]]:
    text = (files("guvoh.assessment") / "data" / "districts.toml").read_text(encoding="utf-8")
    return {district: frozenset(units) for district, units in tomllib.loads(text).items()}


@cache
def _districts() -> Mapping[str, str]:
    return {unit: district for district, units in _units().items() for unit in units}


def units_of(place: Place) -> frozenset[str]:
    """The first-level units (ISO 3166-2) over which a place reaches or in which it lies; none where unknown."""
    known = _units().get(place.id or "")
    return known if known is not None else frozenset({place.admin1} if place.admin1 else ())


def district_of(place: Place) -> str | None:
    """The gazetteer id of the district that holds a unit, or a place in one; None for other places."""
    return _districts().get(place.admin1 or "")
