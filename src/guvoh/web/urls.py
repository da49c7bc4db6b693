"""The desk's addresses: each page module's ROUTES, joined in one table that the gate and its test read."""

from __future__ import annotations

from django.urls import path

from guvoh.web import accounts
from guvoh.web.api import addresses
from guvoh.web.errors import not_found, server_fault
from guvoh.web.pages import (
    choosing,
    custody,
    documents,
    dossier,
    events,
    figures,
    home,
    language,
    maps,
    people,
    review,
    search,
    settings,
    sources,
    take_in,
    tally,
    unlocking,
)
from guvoh.web.routes import Route

PAGES = (
    home,
    language,
    unlocking,
    accounts,
    documents,
    review,
    search,
    events,
    figures,
    maps,
    sources,
    choosing,
    take_in,
    tally,
    dossier,
    addresses,
    settings,
    people,
    custody,
)
"""Every module with routes. A new page adds itself here."""

ROUTES: tuple[Route, ...] = tuple(route for page in PAGES for route in page.ROUTES)
BY_NAME = {route.name: route for route in ROUTES}

urlpatterns = [path(route.path, route.view, name=route.name) for route in ROUTES]
handler404 = not_found
handler500 = server_fault
