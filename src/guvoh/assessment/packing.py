"""Dataclasses of the model as bare rows of values, and back: several times faster than the contract's JSON.

Rows are the engine's own, written and read by one version of it; what comes from outside is read by `model.from_json`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

_Reader = Callable[[Any], Any]


def packed(value: object) -> object:
    """The value with every dataclass as a list of its fields' values."""
    if isinstance(value, tuple):
        return [packed(item) for item in value]
    names = _names(type(value))  # type: ignore[arg-type]
    return value if names is None else [packed(getattr(value, name)) for name in names]


@cache
def _names(cls: type[Any]) -> tuple[str, ...] | None:
    return tuple(field.name for field in fields(cls)) if is_dataclass(cls) else None


def unpacked(cls: type[Any], row: list[Any]) -> Any:  # noqa: ANN401
    """The dataclass `cls` of a row that `packed` made of one."""
    readers = _readers(cls)  # type: ignore[arg-type]
    return cls(*[value if read is None else read(value) for read, value in zip(readers, row, strict=True)])


@cache
def _readers(cls: type[Any]) -> tuple[_Reader | None, ...]:
    hints = get_type_hints(cls)
    return tuple(_reader(hints[field.name]) for field in fields(cls))


def _reader(hint: Any) -> _Reader | None:  # noqa: ANN401
    """What makes a value of the hint's type of JSON's; None where nothing is to be done."""
    if get_origin(hint) in (Union, UnionType):
        inner = _reader(next(arg for arg in get_args(hint) if arg is not type(None)))
        return None if inner is None else lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        item = _reader(get_args(hint)[0])
        return tuple if item is None else lambda value: tuple(item(one) for one in value)
    if is_dataclass(hint):
        return lambda value: unpacked(hint, value)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}.__getitem__  # far quicker than asking the class
    return None
