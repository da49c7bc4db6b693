"""The description that ninja writes, made exact: no null in a query, no schema that nothing names, how to get in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_REF = "#/components/schemas/"
_RAISES = re.compile(r"\s*\bRaises [^.]*\.")


def tidy(made: Mapping[str, Any], security: Mapping[str, Any]) -> dict[str, Any]:
    """The description as plain JSON objects, put right."""
    told: dict[str, Any] = json.loads(json.dumps(made, default=str))
    for methods in told["paths"].values():
        for operation in methods.values():
            operation["description"] = _RAISES.sub("", operation["description"])
            operation["responses"] = dict(sorted(operation["responses"].items()))
            for parameter in operation["parameters"]:
                parameter["schema"] = _present(parameter["schema"])
    schemas = told["components"]["schemas"]
    named = _named(told["paths"], schemas)
    told["components"] = {
        "schemas": {name: schemas[name] for name in sorted(named)},
        "securitySchemes": dict(security),
    }
    return told


def _present(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a value that is given: one left out of an address is left out, not null."""
    kinds = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    if "anyOf" not in schema or len(kinds) != 1:
        return schema
    rest = {name: value for name, value in schema.items() if name not in ("anyOf", "default", "title")}
    return {**kinds[0], **rest}


def _named(paths: object, schemas: Mapping[str, Any]) -> set[str]:
    """The schemas that the paths name, and those that these name."""
    found: set[str] = set()
    waiting = list(_refs(paths))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _refs(schemas[name])
    return found


def _refs(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        ref = value.get("$ref")
        if isinstance(ref, str):
            yield ref.removeprefix(_REF)
        for one in value.values():
            yield from _refs(one)
    elif isinstance(value, list):
        for one in value:
            yield from _refs(one)
