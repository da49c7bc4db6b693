"""What stands around every request: headers, errors in one shape, the locked vault, the idle lock."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse

from guvoh import actions
from guvoh.model.errors import GuvohError
from guvoh.web import sessions
from guvoh.web.access import bears_token
from guvoh.web.errors import API, told
from guvoh.web.holding import Locked, held
from guvoh.web.urls import BY_NAME

Answer = Callable[[HttpRequest], HttpResponse]

_PERMISSIONS = ", ".join(f"{name}=()" for name in "camera geolocation microphone payment usb".split())


def headers(answer: Answer) -> Answer:
    """Add the headers that Django has no setting for; nothing of the record stays in the browser's cache."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return handle


class plain_errors:  # noqa: N801
    """Tell every error that Guvoh raises on purpose in words, as a page, a fragment or JSON."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self._answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for an error of ours; others go to the 500 page, which says nothing of what it met."""
        return told(request, error) if isinstance(error, GuvohError) else None


def needs_open_vault(answer: Answer) -> Answer:
    """While the vault is locked, every address but those that work without it leads to the passphrase."""

    def handle(request: HttpRequest) -> HttpResponse:
        try:
            with held().using() as vault:
                request.vault = vault
                return answer(request)
        except Locked:
            return answer(request) if _works_locked(request.path_info) else _to_unlock(request)

    return handle


def _works_locked(path: str) -> bool:
    try:
        route = BY_NAME.get(resolve(path).url_name or "")
    except Resolver404:
        return False
    return route is not None and route.locked


def _to_unlock(request: HttpRequest) -> HttpResponse:
    if request.path_info.startswith(API):
        return told(request, Locked("The vault is locked.", "Unlock it in the desk, with its passphrase."))
    if request.headers.get("HX-Request"):
        response = HttpResponse(status=401)
        response["HX-Redirect"] = reverse("unlock")
        return response
    return redirect("unlock")


def spares_programs(answer: Answer) -> Answer:
    """Ask no proof against forged requests of the API's clients without a session: a page cannot send their token."""

    def handle(request: HttpRequest) -> HttpResponse:
        no_session = settings.SESSION_COOKIE_NAME not in request.COOKIES
        if bears_token(request) or (request.path_info.startswith(API) and no_session):
            request._dont_enforce_csrf_checks = True  # noqa: SLF001 - Django's own way for views that check otherwise
        return answer(request)

    return handle


def _idle_seconds(request: HttpRequest) -> int:
    minutes = actions.idle_time.idle_minutes(request.vault)
    return int(settings.GUVOH_IDLE_SECONDS) if minutes is None else 60 * minutes


def locks_when_idle(answer: Answer) -> Answer:
    """End a session in which nobody did anything for the time set; note who is here."""

    def handle(request: HttpRequest) -> HttpResponse:
        if not held().is_open:
            return answer(request)
        if request.user.is_authenticated:
            now = time.monotonic()
            last = request.session.get("last_seen", now)
            if now - last > _idle_seconds(request):
                logout(request)
            elif "X-Background" not in request.headers:  # polling is not a person
                request.session["last_seen"] = now
                sessions.note(request)
        return answer(request)

    return handle
