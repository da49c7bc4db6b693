"""The findings contract: what one document says, as dataclasses and as one JSON object."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache, partial
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from guvoh.model.document import Document
from guvoh.model.errors import BadTerm
from guvoh.model.statement import FORMAT, DateMention, Letter, Place, SourceMention, Speech, Statement

_Reader = Callable[[Any], Any]
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
    names = _names(type(value))  # type: ignore[arg-type]
    if names is not None:
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


@cache
def _names(cls: type[Any]) -> tuple[str, ...] | None:
    return tuple(f.name for f in fields(cls)) if is_dataclass(cls) else None


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
    readers = _readers(cls)  # type: ignore[arg-type]
    values = {name: read(data[name]) for name, read in readers if name in data and name not in ready}
    return cls(**values, **ready)


@cache
def _readers(cls: type[Any]) -> tuple[tuple[str, _Reader], ...]:
    """What reads each field; made once for a class, since a vault has millions of values to read."""
    hints = get_type_hints(cls)
    return tuple((field.name, _reader(hints[field.name])) for field in fields(cls))


def _reader(hint: Any) -> _Reader:  # noqa: ANN401
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        inner = _reader(next(arg for arg in get_args(hint) if arg is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        args = get_args(hint)
        return partial(_row, tuple(map(_reader, args[:1] if _is_open(args) else args)), is_open=_is_open(args))
    if is_dataclass(hint):
        return partial(build, hint)  # type: ignore[arg-type]
    if issubclass(hint, StrEnum):
        return partial(_term, hint, {member.value: member for member in hint})
    return partial(_number if hint is float else _exact, hint)


def _is_open(args: tuple[Any, ...]) -> bool:
    return len(args) == 2 and args[1] is Ellipsis


def _row(readers: tuple[_Reader, ...], value: Any, *, is_open: bool) -> tuple[Any, ...]:  # noqa: ANN401
    if not isinstance(value, (list, tuple)):
        raise TypeError("a row of values is a list in JSON")
    if is_open:
        return tuple(map(readers[0], value))
    return tuple(read(item) for read, item in zip(readers, value, strict=True))


def _term(terms: type[StrEnum], known: Mapping[str, StrEnum], value: Any) -> StrEnum:  # noqa: ANN401
    """A term in words as its enum; asking the enum itself takes several times longer."""
    return known[value] if type(value) is str and value in known else terms(value)


def _number(hint: type[float], value: Any) -> Any:  # noqa: ANN401
    return float(value) if type(value) is int else _exact(hint, value)


def _exact(hint: type[Any], value: Any) -> Any:  # noqa: ANN401
    """The value as it is. Nothing is bent to fit: "5" is no number."""
    if type(value) is not hint:
        raise TypeError(f"a value of type {hint.__name__} was due")
    return value
