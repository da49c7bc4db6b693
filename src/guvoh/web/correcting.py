"""What a person writes into the form of a statement, as the contract's JSON has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict

from guvoh.actions import named_place
from guvoh.model import Kind, Qualifier, SourceKind, Statement, plain
from guvoh.model.errors import BadTerm

_BOUNDS = ("low", "best", "high")
_CODE = 2
"""Letters of a country's code (ISO 3166-1)."""


def half_of(given: QueryDict, part: str) -> QueryDict:
    """The fields of one part of a split, by their own names."""
    half = QueryDict(mutable=True)
    for name, values in given.lists():
        if name.startswith(f"{part}-"):
            half.setlist(name.removeprefix(f"{part}-"), values)
    return half


def values_of(
    given: QueryDict,
    before: Statement | None,
    text: str,
    places: Mapping[str, Any],
    span: tuple[int, int] | None = None,
) -> dict[str, Any]:
    """The fields of a form as the contract writes them; a field that the form lacks is not in it."""
    values: dict[str, Any] = {}
    within = span or _span(before)
    for name in ("act", "stage", "when"):
        if name in given:
            values[name] = given[name].strip() or None
    for name in ("kind", "modality"):
        if given.get(name):
            values[name] = given[name]
    if values.get("act"):
        values["kind"] = Kind.ACT.value
    for name in ("actor", "affected"):
        if name in given:
            was = getattr(before, name) if before else None
            values[name] = _party(given[name].strip(), was, text, within)
    if values.get("affected") and "nationality" in given:
        values["affected"]["nationality"] = _codes(given["nationality"])
    values |= _place(given, places, text, within)
    if "count" in given:
        values["count"] = _count(given, before, text, within)
    if "said_by" in given:
        values["attribution"] = _chain(given, before, text, within)
    return values | _privacy(given)


def _privacy(given: QueryDict) -> dict[str, Any]:
    """Whether names are a private person's, where the form asks: a box that is not ticked is not sent."""
    return {"private": "private" in given} if "names" in given else {}


def _span(before: Statement | None) -> tuple[int, int]:
    return (before.start, before.end) if before else (0, 0)


def _party(name: str, before: Any, text: str, span: tuple[int, int]) -> dict[str, Any] | None:  # noqa: ANN401
    if not name:
        return None
    if before is not None and before.name == name:
        return dict(plain(before))
    at = text.find(name, *span)
    where = (at, at + len(name)) if at >= 0 else (0, 0)
    kept = {"kind": before.kind, "nationality": list(before.nationality), "private": before.private} if before else {}
    return {"name": name, "start": where[0], "end": where[1], **kept}


def _count(given: QueryDict, before: Statement | None, text: str, span: tuple[int, int]) -> dict[str, Any] | None:
    words = given["count"].strip()
    if not words:
        return None
    was = before.count if before else None
    start, end = (was.start, was.end) if was and was.words == words else _find(words, text, span)
    bounds = {name: _figure(given.get(name, "")) for name in _BOUNDS}
    return {
        "qualifier": given.get("qualifier") or Qualifier.EXACT.value,
        "words": words,
        "unit": given.get("unit", "").strip() or "person",
        "start": start,
        "end": end,
        "of": was.of if was else None,
        **bounds,
    }


def _find(words: str, text: str, span: tuple[int, int]) -> tuple[int, int]:
    at = text.find(words, *span)
    if at < 0:
        raise BadTerm("The words of the number are not in the sentence.", "Copy them from the text as they stand.")
    return at, at + len(words)


def _figure(raw: str) -> float | None:
    try:
        return float(raw.replace(",", "").replace(" ", "")) if raw.strip() else None
    except ValueError as error:
        raise BadTerm("A bound of the number is no number.", "Write digits, or leave it empty.") from error


def _chain(
    given: QueryDict, before: Statement | None, text: str, span: tuple[int, int]
) -> list[dict[str, Any]]:  # fmt: skip
    """The chain of attribution as the form has it, link by link; a link without a name is left out."""
    said = [raw.strip() for raw in given.getlist("said_by")]
    was = _links_before(said, [dict(plain(link)) for link in before.attribution] if before else [])
    roles, kinds = given.getlist("said_role"), given.getlist("said_kind")
    links = []
    for n, name in enumerate(said):
        if not name:
            continue
        at = text.find(name, *span)
        new = {"name": name, "start": max(at, 0), "end": at + len(name) if at >= 0 else 0}
        role = roles[n].strip() if n < len(roles) else ""
        kind = kinds[n] if n < len(kinds) and kinds[n] else SourceKind.PERSON.value
        links.append({**was.get(n, new), "role": role or None, "kind": kind})
    return links


def _links_before(said: Sequence[str], before: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """The link that each name of a form stood for, by the name's position: at most one name for each link.

    The form has one empty line before the links, so a name in the place it had comes first; then one that was moved.
    """
    shown: list[dict[str, Any] | None] = [None, *before]
    same = {n: link for n, (name, link) in enumerate(zip(said, shown, strict=False)) if link and link["name"] == name}
    left = [link for n, link in enumerate(before, 1) if n not in same]
    for n, name in enumerate(said):
        moved = next((i for i, link in enumerate(left) if link["name"] == name), None)
        if n not in same and moved is not None:
            same[n] = left.pop(moved)
    return same


def _place(
    given: QueryDict, places: Mapping[str, Any], text: str, span: tuple[int, int]
) -> dict[str, Any]:  # fmt: skip
    """A place of the gazetteer by its name, or one that the document names; nothing where it stays as it is."""
    name, chosen = given.get("place_name", "").strip(), given.get("place", "same")
    if name:
        at = text.find(name, *span)
        where = {"start": max(at, 0), "end": at + len(name) if at >= 0 else 0}
        return {"place": {**plain(named_place.named_place(name)), **where}}
    if chosen == "same":
        return {}
    return {"place": plain(places[chosen]) if chosen in places else None}


def _codes(raw: str) -> list[str]:
    """Codes of countries, as "UZ, TJ". Raises BadTerm for what is no code of two letters."""
    codes = raw.replace(",", " ").upper().split()
    if not all(len(code) == _CODE and code.isascii() and code.isalpha() for code in codes):
        raise BadTerm("A nationality is no code of a country.", "Give two letters for each, such as UZ, TJ.")
    return codes
