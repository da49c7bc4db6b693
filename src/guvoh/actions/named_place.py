"""The place that a person means by a name or an id, by the gazetteer; a name of several is no guess of ours."""

from __future__ import annotations

from guvoh.extraction.places.gazetteer import Entry, gazetteer
from guvoh.model import Place
from guvoh.model.errors import AmbiguousPlace, BadTerm

_PLAINLY = 20
"""So many times the people of the next place of a name, and the name means that one."""
_LISTED = 6
OFFERED = 12
"""So many places are offered where a name may mean several."""


def named_place(name: str) -> Place:
    """The place of a gazetteer id (geonames:2017370), or of a name: "Osh", or "Georgia, US" with a country or region.

    Raises BadTerm for a name that the gazetteer does not have, AmbiguousPlace for one that may mean several places.
    """
    exact = gazetteer().identified(name) if ":" in name else None
    found = [exact] if exact else _called(name)
    if not found:
        raise BadTerm("The gazetteer has no place of that name.", "Try its English name, or a larger area.")
    if not _is_plain(found):
        choices = "; ".join(f"{one.name} ({_about(one)}): {one.id}" for one in found[:_LISTED])
        more = f"; and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
        raise AmbiguousPlace(
            f"The name may mean several places: {choices}{more}.",
            "Give the id of the one you mean.",
            tuple((one.at(0, 0), _alone(one)) for one in found[:OFFERED]),  # a common name has hundreds
            max(0, len(found) - OFFERED),
        )
    return found[0].at(0, 0)


def _is_plain(found: list[Entry]) -> bool:
    return len(found) == 1 or found[0].population >= _PLAINLY * max(1, found[1].population)


def _alone(one: Entry) -> str:
    """The place's name with its country or region where that means it alone, else its id."""
    for area in (one.country, one.admin1):
        longer = f"{one.name}, {area}"
        found = _called(longer) if area else []
        if found and found[0].id == one.id and _is_plain(found):
            return longer
    return one.id


def _called(name: str) -> list[Entry]:
    whole = gazetteer().called(name)
    first, comma, rest = name.rpartition(",")
    if whole or not comma:
        return _larger_first(whole)
    area = rest.strip()
    inside = {area.casefold()} | {code.casefold() for e in gazetteer().called(area) for code in (e.country, e.admin1)}
    return _larger_first(
        tuple(e for e in gazetteer().called(first) if {e.country.casefold(), e.admin1.casefold()} & (inside - {""}))
    )


def _larger_first(found: tuple[Entry, ...]) -> list[Entry]:
    return sorted(dict.fromkeys(found), key=lambda e: (-e.population, e.id))


def _about(entry: Entry) -> str:
    kind = {"admin1": "region", "admin2": "district"}.get(entry.precision, entry.precision.replace("_", " "))
    return ", ".join(part for part in (kind, entry.admin1 or entry.country) if part)
