"""Home: what came in, what waits, what conflicts, what could not be read, what is due."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from guvoh import actions
from guvoh.model.access import Right
from guvoh.web.routes import Route


def home(request: HttpRequest) -> HttpResponse:
    """The home page."""
    view = actions.look_over.look_over(request.vault, request.actor, timezone.localdate())
    return render(request, "home/home.html", {"view": view})


ROUTES = (Route("home", "", home, Right.READ),)
