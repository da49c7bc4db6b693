"""An operation of the API: a use case at an address. What it takes and gives is read from its signature, once.

So the description cannot differ from what happens: parameters in the path, filters in the query, the rest of a POST in
its body, the answer by the return type. `vault` and `by` are the desk's to give.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from types import NoneType
from typing import Any, get_type_hints

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja import Body, Query, Router, UploadedFile
from ninja.params.functions import File, Path
from pydantic import BaseModel, ConfigDict, TypeAdapter, create_model

from guvoh.model.access import Right
from guvoh.model.errors import BadTerm, NotAllowed
from guvoh.web.api.inputs import LARGEST, taken
from guvoh.web.api.problems import PROBLEM, STATUSES, WRITING

_OURS = ("vault", "by")
Files = list[UploadedFile]
"""What a use case takes that is sent files."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A use case at `path`, for those with `right`. `example` fills the path for tests.

    `in_person`: not with a token. `binary`: the media type of an answer that is no JSON, an HttpResponse.
    `title` names it in the description, where the use case's own name would mislead.
    """

    method: str
    path: str
    action: Callable[..., Any]
    right: Right = Right.READ
    status: int = 200
    example: Mapping[str, str] = field(default_factory=dict)
    in_person: bool = False
    binary: str = ""
    title: str = ""

    @property
    def name(self) -> str:
        """The operation's id in the description."""
        return self.title or self.action.__name__

    def add_to(self, router: Router) -> None:
        """Make the operation known to ninja."""
        given = _Given(self)
        answers = given.answers if given.is_json else None
        content = {"content": {self.binary: {"schema": {"type": "string", "format": "binary"}}}}
        problems = STATUSES if self.method == "GET" else STATUSES + WRITING
        router.add_api_operation(
            f"/{self.path}",
            [self.method],
            given.view(),
            response={self.status: answers, **dict.fromkeys(problems, PROBLEM)},
            operation_id=self.name,
            summary=self.name.replace("_", " ").capitalize(),
            description=inspect.getdoc(self.action) or "",
            openapi_extra={"responses": {self.status: content}} if self.binary else None,
        )


class _Given:
    """What a use case asks for, sorted into path, query and body."""

    def __init__(self, operation: Operation) -> None:
        self._operation = operation
        action = operation.action
        hints = get_type_hints(action, include_extras=True)
        self.answers: Any = hints["return"]
        self.is_json = self.answers is not NoneType and not self._operation.binary
        self._params = inspect.signature(action).parameters
        self._hints = hints
        self._path = [name for name in self._params if f"{{{name}}}" in operation.path]
        self._filters = next((n for n in self._params if n not in _OURS and is_dataclass(hints[n])), None)
        self._files = [name for name in self._params if hints[name] == Files]
        self._model = self._made()

    def _made(self) -> type[BaseModel] | None:
        wanted: dict[str, Any] = {}
        for name, param in self._params.items():
            if name == self._filters:
                wanted |= _fields_of(self._hints[name])
            elif name not in (*_OURS, *self._path, *self._files):
                default = ... if param.default is param.empty else param.default
                wanted[name] = (taken(self._hints[name], name), default)
        if not wanted:
            return None
        words = "".join(part.capitalize() for part in self._operation.name.split("_"))
        return create_model(f"{words}Asked", __config__=ConfigDict(extra="forbid"), **wanted)

    def view(self) -> Callable[..., HttpResponseBase]:
        """The function that ninja calls."""
        operation, ours = self._operation, [name for name in _OURS if name in self._params]
        adapter: TypeAdapter[Any] = TypeAdapter(self.answers if self.is_json else None)

        def run(request: HttpRequest, **given: Any) -> HttpResponseBase:  # noqa: ANN401
            if operation.in_person and getattr(request, "by_token", False):
                raise NotAllowed("This is not done with a token.", "Log in to the desk and do it there.")
            held = {"vault": request.vault, "by": request.actor}
            asked = given.pop("asked", None)
            result = operation.action(**{n: held[n] for n in ours}, **given, **(self._apart(asked) if asked else {}))
            if not self.is_json:
                return result if isinstance(result, HttpResponseBase) else HttpResponse(status=operation.status)
            return HttpResponse(
                adapter.dump_json(result), status=operation.status, content_type="application/json"
            )  # fmt: skip

        run.__name__ = operation.name
        run.__signature__ = self._signature()  # type: ignore[attr-defined]  # what ninja reads
        return run

    def _signature(self) -> inspect.Signature:
        keyword = inspect.Parameter.KEYWORD_ONLY
        params = [inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=HttpRequest)]
        for name in self._path:
            bounds: Any = {"ge": 0, "le": LARGEST} if self._hints[name] is int else {}
            params.append(
                inspect.Parameter(name, keyword, annotation=self._hints[name], default=Path(..., **bounds))
            )  # fmt: skip
        params += [inspect.Parameter(name, keyword, annotation=Files, default=File(...)) for name in self._files]
        if self._model:
            source: Any = Query if self._operation.method == "GET" else Body
            params.append(inspect.Parameter("asked", keyword, annotation=source[self._model]))
        return inspect.Signature(params)

    def _apart(self, asked: BaseModel) -> dict[str, Any]:
        values = {name: getattr(asked, name) for name in type(asked).model_fields}
        _check_words(values)
        if self._filters:
            kind = self._hints[self._filters]
            values[self._filters] = kind(**{f.name: values.pop(f.name) for f in fields(kind)})
        return values


def _fields_of(kind: Any) -> dict[str, Any]:  # noqa: ANN401
    hints = get_type_hints(kind)
    return {
        f.name: (taken(hints[f.name], f.name), ... if f.default is MISSING else f.default) for f in fields(kind)
    }  # fmt: skip


def _check_words(values: Mapping[str, Any]) -> None:
    """Half a character (a lone surrogate) can be written in JSON, and kept nowhere."""
    try:
        json.dumps(values, ensure_ascii=False, default=str).encode()
    except (UnicodeEncodeError, RecursionError) as error:
        raise BadTerm("A text holds what is no character, or is nested too deep.", "Send text as UTF-8.") from error
