"""Side-cars: what a person says of a file in `FILE.meta.json` beside it."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

from guvoh.model import SideCar
from guvoh.model.edtf import is_edtf
from guvoh.model.errors import InputError

SUFFIX = ".meta.json"
_MOST_BYTES = 1_000_000
_NAMES = tuple(field.name for field in fields(SideCar))
_NEXT = "Write one JSON object with any of url, published, publisher, title, language, each a text in quotes."


def sidecar_for(path: Path) -> SideCar | None:
    """The side-car of the file at `path`, None where there is none. Raises InputError for a malformed one."""
    return sidecar_with_notes(path)[0]


def sidecar_with_notes(path: Path) -> tuple[SideCar | None, tuple[str, ...]]:
    """The side-car of `path`, and one note where it holds fields that Guvoh does not know."""
    beside = path.with_name(path.name + SUFFIX)
    if not beside.is_file():
        return None, ()
    raw = _object(beside)
    known = {name: _value(name, raw[name]) for name in _NAMES if raw.get(name) is not None}
    unknown = len(set(raw) - set(_NAMES))
    note = f"The side-car {SUFFIX} has {unknown} fields that are not known; they were passed over. {_NEXT}"
    return SideCar(**known), (note,) if unknown else ()


def _object(beside: Path) -> dict[str, object]:
    try:
        if beside.stat().st_size > _MOST_BYTES:
            raise InputError("The side-car is too large to be one.", _NEXT)
        raw = json.loads(beside.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError("The side-car is not JSON in UTF-8.", _NEXT) from error
    except OSError as error:
        raise InputError("The side-car cannot be opened.", "Check that you may read it.") from error
    if not isinstance(raw, dict):
        raise InputError("The side-car does not hold one JSON object.", _NEXT)
    return raw


def _value(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise InputError(f"“{name}” in the side-car is not a text.", _NEXT)
    if name == "published" and not is_edtf(value.strip()):
        raise InputError("“published” in the side-car is not an EDTF date.", "Write 2024-03-26, 2024-03 or 2024.")
    return value.strip()
