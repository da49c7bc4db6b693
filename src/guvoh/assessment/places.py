"""How two places stand to each other: same, one within the other, near, apart, or not known."""

from __future__ import annotations

from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from guvoh.assessment.districts import units_of
from guvoh.assessment.names import fold
from guvoh.model import Place

_RANK = {"region_of_world": 0, "country": 1, "admin1": 2, "admin2": 3, "city": 4, "facility": 5}
_CITY = _RANK["city"]
_OF_COUNTRY = 1.5
_CITY_REACH_KM = 60.0  # a facility or district farther than this from a city's centre is not in the city
_CITY_KM = 35.0  # a facility so near to a city's centre, or a district of the city's name, is held to be of the city
_NEAR_KM = 40.0  # two towns of one unit so close may be one scene: a suburb, a site, the town beside it
_ACROSS_KM = 25.0  # the same over the border of a unit, which runs around a large city
_EARTH_KM = 6371.0
_CITY_UNITS = {
    "RU-MOW": fold("Moscow"), "RU-SPE": fold("Saint Petersburg"), "UA-40": fold("Sevastopol"), "UA-30": fold("Kyiv"),
    "KG-GB": fold("Bishkek"), "KG-GO": fold("Osh"), "UZ-TK": fold("Tashkent"), "TJ-DU": fold("Dushanbe"),
    "KZ-71": fold("Astana"), "KZ-75": fold("Almaty"), "KZ-79": fold("Shymkent"), "BY-HM": fold("Minsk"),
    "GE-TB": fold("Tbilisi"), "AM-ER": fold("Yerevan"), "AZ-BA": fold("Baku"), "MD-CU": fold("Chisinau"),
    "TM-S": fold("Ashgabat"), "US-DC": fold("Washington"),
}  # fmt: skip
"""Cities that are first-level units of their own (ISO 3166-2): whatever else is filed there is a part of the city."""


class PlaceRelation(StrEnum):
    """How place a stands to place b."""

    SAME = "same"
    CONTAINS = "contains"
    WITHIN = "within"
    NEAR = "near"
    APART = "apart"
    UNKNOWN = "unknown"


def rank(place: Place | None) -> int:
    """How narrow a place is: 1 country, 2 first-level unit … 5 facility; 0 for none and for regions."""
    return 0 if place is None else _RANK.get(place.precision or "", _CITY)


def key(place: Place) -> str:
    """What makes two mentions one place: the gazetteer id, else the folded name with its country."""
    return place.id or f"{fold(place.name)}|{place.country or ''}|{place.admin1 or ''}"


def is_of_city_unit(place: Place) -> bool:
    """Whether a place lies in a city that is a first-level unit of its own."""
    return place.admin1 in _CITY_UNITS


def are_parted(a: Place | None, b: Place | None) -> bool:
    """Whether two places are two: apart, or near each other. Only what tells of one event makes near ones one."""
    return relate(a, b) in (PlaceRelation.APART, PlaceRelation.NEAR)


def relate(a: Place | None, b: Place | None) -> PlaceRelation:
    """How place `a` stands to place `b`. A disputed area is within no country: no side is taken."""
    if a is None or b is None:
        return PlaceRelation.UNKNOWN
    if a is b or (a.id == b.id if a.id and b.id else key(a) == key(b)):
        return PlaceRelation.SAME
    in_a, in_b = _RANK.get(a.precision or "", _CITY), _RANK.get(b.precision or "", _CITY)
    if a.country is None or b.country is None:
        return PlaceRelation.UNKNOWN if 0 in (in_a, in_b) else _without_country(a, b)
    if a.country != b.country:
        return PlaceRelation.APART
    if in_a == 0 or in_b == 0:
        return _with_region(a, b)
    if in_a == in_b:
        return _peers(a, b)
    return _nested(a, b) if in_a < in_b else _turned(_nested(b, a))


def _with_region(a: Place, b: Place) -> PlaceRelation:
    """How two places of one country stand, of which one is a region of several units, such as a federal district."""
    for outer, inner in ((a, b), (b, a)):
        if rank(outer) == _RANK["country"]:
            return PlaceRelation.CONTAINS if outer is a else PlaceRelation.WITHIN
        units, others = units_of(outer), units_of(inner)
        if rank(outer) == 0 and units and others and others <= units:
            return PlaceRelation.CONTAINS if outer is a else PlaceRelation.WITHIN
    ours, theirs = units_of(a), units_of(b)
    return PlaceRelation.APART if ours and theirs and ours.isdisjoint(theirs) else PlaceRelation.UNKNOWN


def _turned(relation: PlaceRelation) -> PlaceRelation:
    turned = {PlaceRelation.CONTAINS: PlaceRelation.WITHIN, PlaceRelation.WITHIN: PlaceRelation.CONTAINS}
    return turned.get(relation, relation)


def _without_country(a: Place, b: Place) -> PlaceRelation:
    claimed = {*a.disputed, *b.disputed}
    country = a.country or b.country
    if country is not None and claimed and country not in claimed:
        return PlaceRelation.APART
    return PlaceRelation.UNKNOWN


def _peers(a: Place, b: Place) -> PlaceRelation:
    if rank(a) in (_RANK["admin2"], _RANK["facility"]) and not (a.id and b.id):
        return PlaceRelation.UNKNOWN
    if fold(a.name) == fold(b.name) and a.admin1 == b.admin1:
        return PlaceRelation.SAME
    if _is_city_unit(a) or _is_city_unit(b):
        if a.admin1 == b.admin1:
            return PlaceRelation.CONTAINS if _is_city_unit(a) else PlaceRelation.WITHIN
    elif a.admin1 == b.admin1 and rank(a) == _RANK["city"] and None in (a.id, b.id) and None in (a.lat, b.lat):
        return PlaceRelation.UNKNOWN  # a village that no gazetteer has may lie beside the town
    return _by_distance(a, b)


def _is_city_unit(place: Place) -> bool:
    return rank(place) == _RANK["city"] and _CITY_UNITS.get(place.admin1 or "") == fold(place.name)


def _by_distance(a: Place, b: Place) -> PlaceRelation:
    """Near or apart, of two places as small as a town or a district."""
    distance = _distance_km(a, b)
    if distance is None or min(rank(a), rank(b)) < _RANK["admin2"]:
        return PlaceRelation.APART
    return PlaceRelation.NEAR if distance <= (_NEAR_KM if a.admin1 == b.admin1 else _ACROSS_KM) else PlaceRelation.APART


def _nested(outer: Place, inner: Place) -> PlaceRelation:
    if rank(outer) == _RANK["country"]:
        return PlaceRelation.CONTAINS
    if outer.admin1 is None or inner.admin1 is None:
        return PlaceRelation.UNKNOWN
    if outer.admin1 != inner.admin1:
        return _by_distance(outer, inner)
    if rank(outer) == _RANK["admin1"]:
        return PlaceRelation.CONTAINS
    distance = _distance_km(outer, inner)
    if distance is None:
        return PlaceRelation.UNKNOWN
    if distance > _CITY_REACH_KM:
        return PlaceRelation.APART
    is_in = rank(outer) == _RANK["city"] or fold(outer.name).startswith(fold(inner.name))
    return PlaceRelation.CONTAINS if is_in and distance <= _CITY_KM else PlaceRelation.UNKNOWN


def _distance_km(a: Place, b: Place) -> float | None:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat_a, lat_b = radians(a.lat), radians(b.lat)
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def narrower(a: Place | None, b: Place | None) -> Place | None:
    """The narrower of two places; ties by key, so that order does not matter."""
    if a is None or b is None:
        return a or b
    return max(a, b, key=lambda p: (_narrowness(p), p.id is not None, key(p)))


def _narrowness(place: Place) -> float:
    """The rank; a region of a country stands between it and its units."""
    return _OF_COUNTRY if rank(place) == 0 and place.country else rank(place)
