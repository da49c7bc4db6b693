"""How values come in by the API: by the types of the use cases, with the bounds that the vault's tables have."""

from __future__ import annotations

import re
from datetime import date
from types import NoneType
from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, Field

_BOUNDS: dict[str, tuple[int, int]] = {"size": (1, 500), "weeks": (1, 104), "limit": (1, 500), "minutes": (1, 240)}
LARGEST = 2**53 - 1
"""The largest whole number that every JSON reader keeps."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def taken(hint: Any, name: str) -> Any:  # noqa: ANN401
    """The type to read a value by: whole numbers within bounds, days as days only."""
    args = get_args(hint)
    if NoneType in args and len(args) == 2:
        return taken(next(arg for arg in args if arg is not NoneType), name) | None
    if hint is int:
        least, most = _BOUNDS.get(name, (0, LARGEST))
        return Annotated[int, Field(ge=least, le=most)]
    if hint is date:
        return Annotated[date, BeforeValidator(_day)]
    return hint


def _day(value: object) -> object:
    """Only days as 2024-03-22: else a number would be read as seconds."""
    if isinstance(value, date) or (isinstance(value, str) and _DAY.fullmatch(value)):
        return value
    raise ValueError("write a day as 2024-03-22")
