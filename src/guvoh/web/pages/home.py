"""Home: what came in, what waits, what could not be read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guvoh.model.access import Right
from guvoh.web.routes import Route


def home(request: HttpRequest) -> HttpResponse:
    """The home page."""
    return render(request, "home/home.html")


ROUTES = (Route("home", "", home, Right.READ),)
