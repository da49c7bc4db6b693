"""The findings contract: what one document says, as dataclasses and as one JSON object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from guvoh.model.document import Document
from guvoh.model.errors import BadTerm
from guvoh.model.statement import FORMAT, DateMention, Letter, Place, SourceMention, Speech, Statement

NO_FINDER = "No finder reads"
"""How the problem begins of a text whose language no finder reads: nothing about the file is to be mended."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one document. The contract's JSON is `to_json(findings)`."""

    document: Document
    statements: tuple[Statement, ...] = ()
    attributions: tuple[Speech, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateMention, ...] = ()
    sources: tuple[SourceMention, ...] = ()
    letter: Letter | None = None
    problems: tuple[str, ...] = ()


def plain(value: object) -> Any:  # noqa: ANN401
    """Turn dataclasses, enums and tuples into dicts, strings and lists fit for JSON."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def to_json(findings: Findings) -> dict[str, Any]:
    """One findings object as the contract writes it: the document's fields and the findings side by side."""
    out: dict[str, Any] = {"format": FORMAT, **plain(findings.document)}
    for name in ("statements", "attributions", "places", "dates", "sources", "letter"):
        out[name] = plain(getattr(findings, name))
    out["problems"] = [*findings.document.problems, *findings.problems]
    return out


def from_json(data: Mapping[str, Any]) -> Findings:
    """Read one findings object back; unknown fields are passed over. Raises BadTerm on a wrong shape or term."""
    if data.get("format") != FORMAT:
        raise BadTerm(
            f"These findings are of format {data.get('format')!r}; this version reads format {FORMAT}.",
            "Make them again with `guvoh find --json`.",
        )
    try:
        document: Document = build(Document, data)
        # own attributes: Document.problems already carries them all
        body = {
            f.name: data[f.name] for f in fields(Findings) if f.name in data and f.name not in ("document", "problems")
        }
        made: Findings = build(Findings, {**body, "document": data, "problems": []}, document=document)
        return made
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise BadTerm(
            "A findings object does not have the contract's shape.", "Make it again with `guvoh find --json`."
        ) from error


def build(cls: type[Any], data: Mapping[str, Any], **ready: object) -> Any:  # noqa: ANN401
    """Make the dataclass `cls` from a JSON object, field by field by its type hints."""
    if not isinstance(data, Mapping):
        raise TypeError(f"{cls.__name__} is an object in JSON")
    hints = _hints(cls)  # type: ignore[arg-type]
    values = {name: _value(hint, data[name]) for name, hint in hints.items() if name in data and name not in ready}
    return cls(**values, **ready)


@cache
def _hints(cls: Any) -> dict[str, Any]:  # noqa: ANN401
    hints = get_type_hints(cls)
    return {f.name: hints[f.name] for f in fields(cls)}


def _value(hint: Any, value: Any) -> Any:  # noqa: ANN401
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        inner = next(arg for arg in get_args(hint) if arg is not type(None))
        return None if value is None else _value(inner, value)
    if origin is tuple:
        return _row(get_args(hint), value)
    if is_dataclass(hint):
        return build(hint, value)  # type: ignore[arg-type]
    return _scalar(hint, value)


def _row(args: tuple[Any, ...], value: Any) -> tuple[Any, ...]:  # noqa: ANN401
    if not isinstance(value, (list, tuple)):
        raise TypeError("a row of values is a list in JSON")
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_value(args[0], item) for item in value)
    return tuple(_value(arg, item) for arg, item in zip(args, value, strict=True))


def _scalar(hint: Any, value: Any) -> Any:  # noqa: ANN401
    """The value as the hint's type; a term in words as its enum. Nothing is bent to fit: "5" is no number."""
    if hint is float and type(value) is int:
        return float(value)
    if issubclass(hint, StrEnum):
        return hint(value)
    if type(value) is not hint:
        raise TypeError(f"a value of type {hint.__name__} was due")
    return value
