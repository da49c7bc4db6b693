"""Choosing an event or sources by words, as parts of the pages where a person decides on them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guvoh import actions
from guvoh.model.access import Right
from guvoh.model.errors import UsageError
from guvoh.web.routes import Route

_SIZE = 12
_FIELDS = ("other", "larger")


def events(request: HttpRequest) -> HttpResponse:
    """Events that the words may mean, to choose one of."""
    asked = request.GET
    name = asked.get("name") if asked.get("name") in _FIELDS else _FIELDS[0]
    context: dict[str, Any] = {"name": name, "chosen": asked.get(str(name), "")}
    try:
        context["rows"] = actions.choose_events.choose_events(
            request.vault, request.actor, asked.get("words", ""), asked.get("but", ""), context["chosen"]
        )
    except UsageError as error:
        context |= {"message": error.message, "next_step": error.next_step}
    return render(request, "choose/events.html", context)


def sources(request: HttpRequest) -> HttpResponse:
    """Sources that have the words in their names, to tick; those ticked before stay."""
    asked, but = request.GET, request.GET.get("but", "")
    context: dict[str, Any] = {"ticked": asked.getlist("others")}
    try:
        context["rows"] = actions.choose_sources.choose_sources(
            request.vault, request.actor, asked.get("words", ""), but, context["ticked"], _SIZE
        )
    except UsageError as error:
        context |= {"message": error.message, "next_step": error.next_step}
    return render(request, "choose/sources.html", context)


ROUTES = (
    Route("choose_events", "choose/events/", events, Right.READ),
    Route("choose_sources", "choose/sources/", sources, Right.READ),
)
