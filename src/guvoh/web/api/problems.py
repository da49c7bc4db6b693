"""Errors of the API in the desk's one shape, those that ninja finds in a request among them; nothing sent is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from guvoh.model.errors import GuvohError
from guvoh.web.errors import answer, told


@dataclass(frozen=True, slots=True)
class ErrorWords:
    """What happened, and what to do next."""

    message: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Problem:
    """The shape of every error."""

    error: ErrorWords


PROBLEM = Problem
STATUSES = (400, 401, 403, 404, 422, 500, 503)
"""What every operation may answer: malformed, no token, no right, not there, wrong value, our fault, locked."""
WRITING = (409, 413)
"""What those that write may answer besides: changed meanwhile, too large."""
_SHOWN = 3


def tell_all(api: NinjaAPI) -> None:
    """Have every error told in the one shape."""
    api.add_exception_handler(GuvohError, _ours)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(HttpError, _unreadable)
    api.add_exception_handler(SuspiciousOperation, _suspicious)


def not_this_method(request: HttpRequest, allowed: str) -> HttpResponse:
    """405, with the methods that the address has."""
    response = answer(request, 405, "This address does not take that method.", f"Use {allowed}.")
    response["Allow"] = allowed
    return response


def _ours(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ANN401 - ninja's type is looser than the truth
    return told(request, error)


def _invalid(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ANN401
    said = "; ".join(_said(one) for one in error.errors[:_SHOWN])
    more = f"; and {len(error.errors) - _SHOWN} more" if len(error.errors) > _SHOWN else ""
    return answer(request, 422, f"The request does not have the right form: {said}{more}.", "See /api/v1/openapi.json.")


def _said(one: dict[str, Any]) -> str:
    """One fault by the place where it is; a field that we do not know is not repeated."""
    where = one["loc"][:-1] if one["type"] == "extra_forbidden" else one["loc"]
    names = [str(part) for part in where if part not in ("asked", "body", "query", "path")]
    what = "holds a field that it does not have" if one["type"] == "extra_forbidden" else one["msg"]
    return f"{'.'.join(names) or 'the request'}: {what[:1].lower()}{what[1:]}"


def _unreadable(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ANN401
    if isinstance(error.__cause__, GuvohError):  # ninja wraps whatever stops the reading of a body
        return told(request, error.__cause__)
    if isinstance(error.__cause__, RequestDataTooBig):
        return _suspicious(request, error.__cause__)
    return answer(request, error.status_code, "The body of the request is no JSON.", "Send an object as JSON in UTF-8.")


def _suspicious(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ANN401
    if isinstance(error, RequestDataTooBig):
        return answer(request, 413, "The request is too large.", "Send less at once.")
    return answer(request, 400, "The request is malformed.", "See /api/v1/openapi.json.")
