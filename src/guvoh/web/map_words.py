"""The map and timeline in words of the interface: dates, precision, counts, links, and the scripts' JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any, Final
from urllib.parse import quote, quote_plus

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from guvoh.model import Place
from guvoh.model.edtf import is_edtf
from guvoh.reporting.areas import areas
from guvoh.reporting.map_data import MapData, Mark
from guvoh.reporting.time_data import OTHER, Item, TimeData
from guvoh.web.templatetags.desk import act_words

_PRECISE: Final = {
    "country": _("the country as a whole"),
    "admin1": _("the region as a whole"),
    "admin2": _("the district as a whole"),
    "city": _("a town or city"),
    "facility": _("one site, shown to about 10 km"),
    "region_of_world": _("a part of the world"),
}
CAPTIONS: Final = (_("Close-up"), _("All places"), _("Places"))
"""Captions of map_sheets, here so that they are translated."""
_ACTS_SHOWN: Final = 4
_PLAIN: Final = re.compile(r"[A-Za-z0-9_.:-]*")
_UNKNOWN, _LEAP = "XXXX", 2000
Params = Mapping[str, str]
_DATED: Final = ("act", "first", "last")


def events_link(**params: str) -> str:
    """Where the list shows the events of these filters."""
    return _added(_events() + "?", **params)[:-1]


def link_prefix(params: Params, *without: str) -> str:
    """What links to the list have in common that keep these filters but for some."""
    return _added(_events() + "?", **{name: value for name, value in params.items() if name not in without})


def _added(prefix: str, **params: str | None) -> str:
    # urlencode takes ten times as long, and a map has thousands of links, nearly all of words and days
    for name, value in params.items():
        if value:
            prefix += f"{name}={value if _PLAIN.fullmatch(value) else quote_plus(value)}&"
    return prefix


@cache
def _events() -> str:
    """The list's address, looked up once: a map has thousands of links to it."""
    return str(reverse("events"))


def counted(number: int) -> str:
    """A number of events."""
    return _counted(number, get_language())


@lru_cache(1024)
def _counted(number: int, _language: str | None) -> str:
    return str(ngettext("%(number)s event", "%(number)s events", number) % {"number": number})


def act_label(term: str) -> str:
    """An act's label; words for the lane of other acts and for events without one."""
    return _act_label(term, get_language())


@lru_cache(1024)
def _act_label(term: str, _language: str | None) -> str:
    return str({OTHER: gettext("Other acts"), "": gettext("No act named")}.get(term) or act_words(term))


def precise(place: Place) -> str:
    """How precise a place is."""
    return _precise(place.precision, get_language())


@lru_cache(64)
def _precise(precision: str | None, _language: str | None) -> str:
    return str(_PRECISE.get(precision or "", gettext("how exact is not known")))


def date_words(edtf: str) -> str:
    """An EDTF date as one writes it in the language of the page."""
    return _date_words(edtf, get_language())


@lru_cache(4096)
def _date_words(edtf: str, _language: str | None) -> str:
    if not edtf:
        return str(gettext("not dated"))
    if not is_edtf(edtf):
        return edtf
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point(start)
    if end in ("", ".."):
        return str(gettext("from %(day)s on") % {"day": _point(start)})
    if start in ("", ".."):
        return str(gettext("until %(day)s") % {"day": _point(end)})
    return f"{_point(start)} – {_point(end)}"


def _point(text: str) -> str:
    year, _, rest = text.partition("-")
    known = year != _UNKNOWN
    numbers = [int(part) for part in rest.split("-") if part]
    day = date(int(year) if known else _LEAP, *[*numbers, 1, 1][:2])
    named = ("Y", "YEAR_MONTH_FORMAT", "DATE_FORMAT") if known else ("", "F", "MONTH_DAY_FORMAT")
    pattern = named[len(numbers)]
    shown = date_format(day, pattern) if pattern else ""
    if known:
        return str(shown)
    return str(gettext("%(day)s, year not told") % {"day": shown} if shown else gettext("year not told"))


def place_note(place: Place) -> str:
    """What must be said beside a place."""
    return str(gettext("Sovereignty disputed; given to no side here.")) if place.disputed else ""


def place_json(mark: Mark, params: Params) -> dict[str, Any]:
    """One mark for the map's script."""
    return _place(mark, link_prefix(params, "place"), get_language())


def _place(mark: Mark, prefix: str, language: str | None) -> dict[str, Any]:
    return {
        "key": mark.key,
        "name": mark.place.name,
        "precision": mark.place.precision or "unknown",
        "lon": round(mark.lon, 4),
        "lat": round(mark.lat, 4),
        "count": mark.count,
        "counted": _counted(mark.count, language),
        "precise": _precise(mark.place.precision, language),
        "note": place_note(mark.place),
        "acts": [[_act_label(term, language), number] for term, number in mark.acts[:_ACTS_SHOWN]],
        "href": _added(prefix, place=mark.key)[:-1],
    }


def map_json(data: MapData, params: Params) -> dict[str, Any]:
    """All that the map's script draws. `areas` is packed land (see web/static/js/map/unpack.js)."""
    prefix, language = link_prefix(params, "place"), get_language()  # of thousands, asking takes longer than the words
    return {
        "places": [_place(mark, prefix, language) for mark in data.marks],
        "areas": data.land,
        "scale": areas().scale,
    }


def item_json(item: Item, params: Params) -> dict[str, Any]:
    """One date of an act for the timeline's script."""
    return _item(item, link_prefix(params, *_DATED), get_language())


def _item(item: Item, prefix: str, language: str | None) -> dict[str, Any]:
    tally = item.tally
    first, last = (day.isoformat() if day else None for day in (item.first, item.last))
    return {
        "told": _date_words(tally.when, language) + (f" ({gettext('planned')})" if tally.planned else ""),
        "first": first,
        "last": last,
        "kind": item.kind.value,
        "lane": item.lane,
        "planned": tally.planned,
        "count": tally.count,
        "counted": f"{_act_label(tally.act, language)}: {_counted(tally.count, language)}",
        "href": _added(prefix, act=tally.act, first=first, last=last)[:-1],
        "events": [{"title": title, "href": event_link(ident)} for ident, title in tally.events],
    }


def time_json(data: TimeData, params: Params) -> dict[str, Any]:
    """All that the timeline's script draws."""
    prefix, language = link_prefix(params, *_DATED), get_language()
    return {
        "items": [_item(item, prefix, language) for item in data.items],
        "lanes": [{"key": term, "label": act_label(term), "count": number} for term, number in data.lanes],
        "weeks": [[monday.isoformat(), number] for monday, number in data.weeks.items()],
    }


def event_link(ident: str) -> str:
    """An event's page."""
    before, after = _event()
    return f"{before}{quote(ident)}{after}"


@cache
def _event() -> tuple[str, str]:
    """What stands before and after the id in an event's address, looked up once."""
    before, _, after = str(reverse("event", args=("ID",))).partition("ID")
    return before, after
