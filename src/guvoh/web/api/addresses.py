"""The API's addresses as rows of the desk's table of routes, and their description as OpenAPI."""

from __future__ import annotations

import json
import re
import threading
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Router
from ninja.parser import Parser

from guvoh.model.access import Right
from guvoh.model.errors import TooLarge
from guvoh.web.api import accounts, decisions, documents, dossier, events, figures, schema, search, sources, statements
from guvoh.web.api.describing import tidy
from guvoh.web.api.operations import Operation
from guvoh.web.api.problems import not_this_method, tell_all
from guvoh.web.routes import Route, View

PREFIX = "api/v1/"
GROUPS = (documents, statements, events, figures, sources, search, decisions, dossier, accounts, schema)
_LARGEST = 4 * 2**20
"""Bytes of JSON in one request; files may be larger."""
_SECURITY = {
    "token": {"type": "http", "scheme": "bearer", "description": "A token, made with POST /api/v1/tokens."},
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "sessionid",
        "description": "The desk's own session; what writes needs X-CSRFToken too.",
    },
}


class _Json(Parser):
    """JSON as the standard has it: no NaN, no Infinity."""

    def parse_body(self, request: HttpRequest) -> Any:  # noqa: ANN401
        if int(request.headers.get("Content-Length") or 0) > _LARGEST:
            raise TooLarge("The request is too large.", "Send less at once.")
        return json.loads(request.body, parse_constant=_refuse)


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _made() -> NinjaAPI:
    api = NinjaAPI(
        title="Guvoh",
        version="1",
        description="What the desk does, for programs. Every error has one shape; lists are paged by `key`.",
        docs_url=None,
        openapi_url=None,
        urls_namespace="api",
        parser=_Json(),
        openapi_extra={
            "security": [{"token": []}, {"session": []}],
            "info": {"license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}},
        },
    )
    tell_all(api)
    for group in GROUPS:
        router = Router(tags=[group.__name__.rpartition(".")[2]])
        for operation in group.OPERATIONS:
            operation.add_to(router)
        api.add_router("", router)
    return api


_making = threading.Lock()


@cache
def _api() -> NinjaAPI:
    return _made()


@cache
def _views() -> dict[str, View]:
    return {str(one.pattern): one.callback for one in _api().urls[0]}


def _view(path: str) -> View:
    """Ninja's view, made when first asked for: a desk that no program uses opens faster."""
    with _making:
        return _views()[re.sub(r"{(\w+)}", r"<\1>", path)]


def description() -> str:
    """The description of the API as OpenAPI 3.1, in JSON."""
    told = tidy(_api().get_openapi_schema(path_prefix=PREFIX), _SECURITY)
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def describe(request: HttpRequest) -> HttpResponse:
    """The description of the API."""
    if request.method not in ("GET", "HEAD"):
        return not_this_method(request, "GET, HEAD")
    return HttpResponse(description(), content_type="application/json")


def _routes() -> tuple[Route, ...]:
    operations: dict[str, list[Operation]] = {}
    for group in GROUPS:
        for operation in group.OPERATIONS:
            operations.setdefault(operation.path, []).append(operation)
    return tuple(_route(path, of) for path, of in operations.items())


def _route(path: str, operations: list[Operation]) -> Route:
    """One address with the right to read it and the right to write, which is the same where it does but one of them."""
    reading = [one.right for one in operations if one.method == "GET"]
    writing = [one.right for one in operations if one.method != "GET"]
    name = "api_" + re.sub(r"\W+", "_", path).strip("_")
    where = PREFIX + re.sub(r"{(\w+)}", r"<str:\1>", path)
    right, also = (*reading, *writing)[0], writing[0] if writing else None
    return Route(name, where, _in_shape(path), right, also, example=operations[0].example or None)


def _in_shape(path: str) -> View:
    """Ninja's view with the one shape for 405; not exempt from the check against forged requests, as ninja's is."""

    def handle(request: HttpRequest, **given: str) -> HttpResponse:
        response: HttpResponse = _view(path)(request, **given)
        return not_this_method(request, response["Allow"]) if response.status_code == 405 else response

    return handle


ROUTES = (*_routes(), Route("api_openapi", f"{PREFIX}openapi.json", describe, Right.READ))
