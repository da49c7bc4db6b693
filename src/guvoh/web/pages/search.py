"""Search over passages, statements, events and sources, with the words marked, and searches that a person keeps."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from guvoh import actions
from guvoh.custody.searches import Found, Scope, SearchFilter
from guvoh.model.access import Right
from guvoh.model.decisions import Review
from guvoh.model.errors import BadTerm, UsageError
from guvoh.web import listing
from guvoh.web.listing import Field, Words
from guvoh.web.routes import Route

_SIZE = 20
_SCOPES: dict[Scope, Words] = {
    Scope.PASSAGES: _("Passages"),
    Scope.STATEMENTS: _("Statements"),
    Scope.EVENTS: _("Events"),
    Scope.SOURCES: _("Sources"),
}


def _fields() -> tuple[Field, ...]:
    return (
        Field("act", _("Act"), choices=listing.act_choices()),
        Field("country", _("Country (code)")),
        Field("language", _("Language")),
        Field("first", _("From"), "date"),
        Field("last", _("To"), "date"),
        Field("review", _("Review"), choices=listing.terms(Review)),
    )


def search(request: HttpRequest) -> HttpResponse:
    """The search page, and what was found."""
    words = request.GET.get("words", "").strip()
    scope = _scope(request.GET.get("scope", ""))
    context: dict[str, Any] = {
        "words": words,
        "scope": scope.value,
        "scopes": [(one.value, label, listing.query(request, "scope")) for one, label in _SCOPES.items()],
        "fields": listing.filled(request, _fields()),
        "query": listing.query(request),
        "saved": actions.saved_searches.saved_searches(request.vault, request.actor),
    }
    if words:
        try:
            context["found"] = _found(request, words, scope)
        except UsageError as error:
            context |= {"message": error.message, "next_step": error.next_step}
    return render(request, "search/search.html", context, status=400 if "message" in context else 200)


def _found(request: HttpRequest, words: str, scope: Scope) -> Found[Any]:
    ask, key = actions.browse_search, request.GET.get("key")
    if scope is Scope.SOURCES:
        return ask.search_sources(request.vault, request.actor, words, key, _SIZE)
    filters = listing.chosen(request, SearchFilter)
    if scope is Scope.STATEMENTS:
        return ask.search_statements(request.vault, request.actor, words, filters, key, _SIZE)
    if scope is Scope.EVENTS:
        return ask.search_events(request.vault, request.actor, words, filters, key, _SIZE)
    return ask.search_passages(request.vault, request.actor, words, filters, key, _SIZE)


def _scope(raw: str) -> Scope:
    if not raw:
        return Scope.PASSAGES
    try:
        return Scope(raw)
    except ValueError as error:
        raise BadTerm("There is no such kind of search.", "Search passages, statements, events or sources.") from error


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep a search."""
    given = request.POST
    filters = {field.name: value for field in _fields() if (value := given.get(field.name, ""))}
    words, scope = given.get("words", ""), _scope(given.get("scope", ""))
    actions.saved_searches.save_search(request.vault, request.actor, given.get("name", ""), words, scope, filters)
    return redirect(f"{reverse('search')}?{urlencode({'words': words, 'scope': scope.value, **filters})}")


@require_POST
def forget(request: HttpRequest, number: int) -> HttpResponse:
    """Drop a kept search."""
    actions.saved_searches.forget_search(request.vault, request.actor, number)
    return redirect("search")


ROUTES = (
    Route("search", "search/", search, Right.READ),
    Route("search_save", "search/save/", save, Right.READ),
    Route("search_forget", "search/<int:number>/forget/", forget, Right.READ, example={"number": "1"}),
)
