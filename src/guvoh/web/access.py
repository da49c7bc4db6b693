"""The gate: each request is checked against the table of routes before its view runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import get_urlconf, reverse
from django.utils.http import urlencode
from django.utils.module_loading import import_string

from guvoh import actions
from guvoh.model.access import Actor, Duty, require
from guvoh.model.errors import NotAllowed
from guvoh.web.errors import API, answer, told
from guvoh.web.routes import Route

Answer = Callable[[HttpRequest], HttpResponse]


class Gate:
    """Refuses what no route lists, sends the unknown to log in, and gives the view `request.actor`."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the checks happen in process_view, once the view is known."""
        return self._answer(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:  # noqa: ANN401, ARG002
        """None lets the view run; else the refusal."""
        try:
            return self._checked(request)
        except NotAllowed as error:  # Django hands no middleware an error of process_view
            return told(request, error)

    @staticmethod
    def _checked(request: HttpRequest) -> HttpResponse | None:
        route = _route(request)
        needed = route.needs(request.method or "GET")
        if needed is None:
            return None
        if bears_token(request):
            actor = actions.tokens.actor_of_token(request.vault, _token(request))
        else:
            actor = actor_of(request.user) if request.user.is_authenticated else None
        if actor is None:
            return _log_in(request)
        request.actor, request.by_token = actor, bears_token(request)
        require(request.actor, needed)
        return None


def actor_of(account: Any) -> Actor:  # noqa: ANN401
    """The actor that an account stands for."""
    return Actor(account.actor, account.shown_as, Duty(account.duty))


def bears_token(request: HttpRequest) -> bool:
    """Whether a request comes to the API with a token: then that alone counts, whatever session comes with it."""
    return request.path_info.startswith(API) and "Authorization" in request.headers


def _token(request: HttpRequest) -> str:
    scheme, _, words = request.headers["Authorization"].partition(" ")
    return words.strip() if scheme.lower() == "bearer" else ""


def _route(request: HttpRequest) -> Route:
    match = request.resolver_match
    by_name: dict[str, Route] = import_string(f"{get_urlconf() or 'guvoh.web.urls'}.BY_NAME")
    route = by_name.get(match.url_name or "") if match else None
    if route is None:
        raise NotAllowed("This address is not in the desk's table of routes.", "Report this as a fault.")
    return route


def _log_in(request: HttpRequest) -> HttpResponse:
    if request.path_info.startswith(API):
        return _no_token(request)
    address = reverse("account_login")
    if request.headers.get("HX-Request"):  # a fragment must not become a login form: the whole page goes there
        answer = HttpResponse(status=401)
        answer["HX-Redirect"] = address
        return answer
    if not actions.accounts.has_accounts(request.vault):
        return redirect("first_account")
    return redirect(f"{address}?{urlencode({'next': request.get_full_path()})}")


def _no_token(request: HttpRequest) -> HttpResponse:
    said = "No valid token came with the request."
    refused = answer(request, 401, said, "Send one that holds as `Authorization: Bearer TOKEN`.")
    refused["WWW-Authenticate"] = 'Bearer realm="guvoh"'
    return refused
