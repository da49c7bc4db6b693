"""Errors of the desk in one shape: what happened and the next step, as a page, a fragment or JSON; never more."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from guvoh.model.errors import (
    ChangedMeanwhile,
    GuvohError,
    InputError,
    NotAllowed,
    NotThere,
    TooLarge,
    UsageError,
    VaultBusy,
    VaultError,
)

API = "/api/"
"""Where addresses of the API begin."""

_STATUS: tuple[tuple[type[GuvohError], int], ...] = (
    (NotThere, 404),
    (NotAllowed, 403),
    (ChangedMeanwhile, 409),
    (TooLarge, 413),
    (InputError, 422),
    (UsageError, 400),
    (VaultBusy, 503),
    (VaultError, 503),
)


def status_of(error: GuvohError) -> int:
    """The HTTP status that tells the kind of error."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def told(request: HttpRequest, error: GuvohError) -> HttpResponse:
    """The answer to a request that met the error."""
    return answer(request, status_of(error), error.message, error.next_step)


def answer(request: HttpRequest, status: int, message: str, next_step: str) -> HttpResponse:
    """An error as whoever asked can take it: JSON under /api/, a fragment for htmx, else a page."""
    if request.path_info.startswith(API):
        return JsonResponse({"error": {"message": message, "next_step": next_step}}, status=status)
    context = {"message": message, "next_step": next_step, "status": status}
    if request.headers.get("HX-Request"):
        response = render(request, "parts/problem.html", context, status=status)
        response["HX-Retarget"], response["HX-Reswap"] = "#problems", "innerHTML"
        return response
    return render(request, "error.html", context, status=status)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ANN401, ARG001
    """404."""
    return answer(request, 404, _("There is nothing at this address."), _("Go back, or start from the home page."))


def server_fault(request: HttpRequest) -> HttpResponse:
    """500: says nothing of what happened, since that could hold words of the record."""
    return answer(
        request,
        500,
        _("The program made a mistake; nothing was changed."),
        _("Try again. If it happens again, report what you did, without names or text of the record."),
    )


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403 for a form that did not come from this desk, or from a page that is too old."""
    return answer(request, 403, _("This form was too old or came from elsewhere."), _("Load the page again."))
