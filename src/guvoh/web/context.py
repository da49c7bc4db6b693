"""What every page knows: who is here, what they may do, the pages to go to, the language."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guvoh.model.access import RIGHTS, Right
from guvoh.web.configuring import LANGUAGES


class Door(NamedTuple):
    """One entry of the navigation: the name of its route, its words, the right it needs, its key after “g”."""

    name: str
    words: str | Promise
    right: Right
    key: str


DOORS = (
    Door("home", _("Home"), Right.READ, "h"),
    Door("take_in", _("Take in"), Right.TAKE_IN, "t"),
    Door("review", _("Review"), Right.READ, "r"),
    Door("events", _("Events"), Right.READ, "e"),
    Door("figures", _("Figures"), Right.READ, "f"),
    Door("map", _("Map"), Right.READ, "m"),
    Door("sources", _("Sources"), Right.READ, "o"),
    Door("search", _("Search"), Right.READ, "s"),
    Door("dossier", _("Dossier"), Right.TELL, "d"),
    Door("settings", _("Settings"), Right.READ, "x"),
)


def desk(request: HttpRequest) -> dict[str, Any]:
    """The variables of every template: `doors`, `actor`, `may` (a right's value → bool), `languages`, `here`."""
    actor = getattr(request, "actor", None)
    rights = RIGHTS[actor.duty] if actor else frozenset()
    match = getattr(request, "resolver_match", None)
    return {
        "actor": actor,
        "may": {right.value: right in rights for right in Right},
        "doors": [door for door in map(_open_door, DOORS) if door and door["right"] in rights],
        "here": (match.url_name or "") if match else "",
        "languages": LANGUAGES,
    }


def _open_door(door: Door) -> dict[str, Any] | None:
    try:
        return {**door._asdict(), "url": reverse(door.name)}
    except NoReverseMatch:
        return None
