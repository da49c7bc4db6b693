"""Reviewing statements: the card of one, and each decision on it; answers are fragments, no page is loaded anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_POST

from guvoh import actions
from guvoh.model import Kind, Modality, Qualifier, SourceKind, Stage, Statement, plain
from guvoh.model.access import Right
from guvoh.model.decisions import DecisionKind
from guvoh.model.errors import BadTerm
from guvoh.web import listing
from guvoh.web.pages.documents import SHA
from guvoh.web.routes import Route

ID = {"statement": "0" * 32}
_BOUNDS = ("low", "best", "high")
_MANY = (DecisionKind.SPLIT, DecisionKind.MERGE, DecisionKind.ADD)
"""What changes which statements the document has."""


def card(request: HttpRequest, statement: str) -> HttpResponse:
    """The card of a statement: what it says, who said it, why, what people decided."""
    return render(request, "review/card.html", _shown(request, statement))


def _shown(request: HttpRequest, statement: str) -> dict[str, Any]:
    view = actions.browse_statements.view_statement(request.vault, request.actor, statement)
    told = actions.read_decisions.history(request.vault, request.actor, statement)
    standing = [step.decision for step in told.steps if step.stands]
    mine = [d for d in standing if d.kind is not DecisionKind.UNDO and _may_undo(request, d.by)]
    machine = actions.read_decisions.machine_reading(request.vault, request.actor, statement)
    return {
        "view": view,
        "s": view.statement,
        "machine": machine,
        "changed": _changed(machine, view.statement),
        "history": told,
        "undoable": mine[-1] if mine else None,
        "partners": actions.browse_statements.partners(request.vault, request.actor, view),
    }


def _may_undo(request: HttpRequest, by: str) -> bool:
    return bool(by == request.actor.id or request.actor.may(Right.GROUP))


def _changed(machine: Statement | None, now: Statement) -> dict[str, Any]:
    """The machine's own values of the fields that people changed."""
    if machine is None:
        return {}
    names = ("act", "kind", "stage", "modality", "when", "place", "actor", "affected", "count", "quote", "attribution")
    return {name: getattr(machine, name) for name in names if getattr(machine, name) != getattr(now, name)}


@require_POST
def accept(request: HttpRequest, statement: str) -> HttpResponse:
    """Accept a statement as it stands."""
    actions.review_statements.accept(request.vault, request.actor, [statement], seen=_seen(request.POST))
    return _lines(request, statement)


@require_POST
def reject(request: HttpRequest, statement: str) -> HttpResponse:
    """Reject a statement."""
    reason = request.POST.get("reason", "")[:500]
    actions.review_statements.reject(request.vault, request.actor, [statement], reason, seen=_seen(request.POST))
    return _lines(request, statement)


def correct(request: HttpRequest, statement: str) -> HttpResponse:
    """The form of a correction, and the correction."""
    view = actions.browse_statements.view_statement(request.vault, request.actor, statement)
    if request.method == "POST":
        values = _values(request.POST, view.statement, view.document.text, _places(request, view.document.sha256))
        changed = {name: value for name, value in values.items() if value != plain(getattr(view.statement, name))}
        actions.review_statements.correct(
            request.vault, request.actor, statement, changed, seen=_seen(request.POST)
        )  # fmt: skip
        return _lines(request, statement)
    return render(request, "review/edit.html", {**_form(request, view.document.sha256), **_shown(request, statement)})


def split(request: HttpRequest, statement: str) -> HttpResponse:
    """The form that makes two statements of one, and the split."""
    view = actions.browse_statements.view_statement(request.vault, request.actor, statement)
    if request.method == "POST":
        places = _places(request, view.document.sha256)
        halves = [_half(request.POST, part) for part in ("one", "two")]
        into = [_values(half, view.statement, view.document.text, places) for half in halves]
        made = actions.review_statements.split(request.vault, request.actor, statement, into, seen=_seen(request.POST))
        return _reload(request, str(made.value("into")[0]["id"]))
    return render(request, "review/split.html", {**_form(request, view.document.sha256), **_shown(request, statement)})


@require_POST
def merge(request: HttpRequest, statement: str) -> HttpResponse:
    """Say that another statement of the document is this one."""
    other = request.POST.get("other", "")
    actions.review_statements.merge(
        request.vault, request.actor, [statement, other], seen=_seen(request.POST)
    )  # fmt: skip
    return _reload(request, statement)


@require_POST
def undo(request: HttpRequest, statement: str) -> HttpResponse:
    """Undo a decision on a statement; the page is loaded anew where statements come back or go with it."""
    ident = request.POST.get("decision", "")
    told = actions.read_decisions.history(request.vault, request.actor, statement)
    undone = next((step.decision for step in told.steps if step.decision.id == ident), None)
    actions.review_statements.undo(request.vault, request.actor, ident, seen=_seen(request.POST))
    if undone and undone.kind in _MANY:
        return _reload(request, "" if undone.kind is DecisionKind.ADD else undone.subjects[0])
    return _lines(request, statement)


def add(request: HttpRequest, sha256: str) -> HttpResponse:
    """The form of a statement made by hand from selected words, and the statement."""
    document = actions.browse_documents.view_document(request.vault, request.actor, sha256).document
    given = request.POST if request.method == "POST" else request.GET
    start, end = _number(given, "start"), _number(given, "end")
    if request.method == "POST":
        values = _values(given, None, document.text, _places(request, sha256), span=(start, end))
        made = actions.review_statements.add(request.vault, request.actor, sha256, start, end, values)
        return _reload(request, made.subjects[0])
    context = {**_form(request, sha256), "start": start, "end": end, "quote": document.text[start:end], "s": None}
    return render(request, "review/add.html", {**context, "sha256": sha256})


@require_POST
def grade(request: HttpRequest, statement: str) -> HttpResponse:
    """Grade the information, 1 to 6 (Admiralty), apart from its source."""
    given = request.POST.get("credibility") or None
    actions.decide_sources.grade_statement(request.vault, request.actor, statement, given)
    return _lines(request, statement)


def _lines(request: HttpRequest, *statements: str) -> HttpResponse:
    rows = [actions.browse_statements.view_statement(request.vault, request.actor, one).item for one in statements]
    return render(request, "review/lines.html", {"rows": rows})


def _reload(request: HttpRequest, statement: str) -> HttpResponse:
    return render(request, "review/reload.html", {"statement": statement})


def _form(request: HttpRequest, sha256: str) -> dict[str, Any]:
    return {
        "acts": listing.act_choices()[1:],
        "kinds": [k.value for k in Kind],
        "stages": [s.value for s in Stage],
        "modalities": [m.value for m in Modality],
        "qualifiers": [q.value for q in Qualifier],
        "source_kinds": [k.value for k in SourceKind],
        "places": _places(request, sha256),
    }


def _places(request: HttpRequest, sha256: str) -> Mapping[str, Any]:
    """The places that the document names, by a key for the form."""
    found = actions.browse_documents.places_named(request.vault, request.actor, sha256)
    return {f"{place.start}:{place.end}": place for place in found}


def _half(given: QueryDict, part: str) -> QueryDict:
    half = QueryDict(mutable=True)
    for name, values in given.lists():
        if name.startswith(f"{part}-"):
            half.setlist(name.removeprefix(f"{part}-"), values)
    return half


def _values(
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
    if "place" in given:
        place = given["place"]
        if place != "same":
            values["place"] = plain(places[place]) if place in places else None
    if "count" in given:
        values["count"] = _count(given, before, text, within)
    if "said_by" in given:
        values["attribution"] = _chain(given, before)
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


def _chain(given: QueryDict, before: Statement | None) -> list[dict[str, Any]]:
    """The chain of attribution with its first link as the form says; the links after it stay."""
    links = [dict(plain(link)) for link in before.attribution] if before else []
    name = given["said_by"].strip()
    tail = links[1:] if len(links) > 1 else [link for link in links if link["kind"] == SourceKind.PUBLISHER]
    if links and links[0]["name"] == name and links[0]["role"] == (given.get("said_role", "").strip() or None):
        return links
    if not name:
        return tail
    kind = given.get("said_kind") or SourceKind.PERSON.value
    role = given.get("said_role", "").strip() or None
    return [{"name": name, "kind": kind, "role": role, "start": 0, "end": 0}, *tail]


def _seen(given: QueryDict) -> int | None:
    raw = given.get("seen", "")
    return int(raw) if raw.isdecimal() else None


def _number(given: QueryDict, name: str) -> int:
    raw = given.get(name, "")
    if not raw.isdecimal():
        raise BadTerm("No words of the text were selected.", "Select the words, then press n.")
    return int(raw)


_PATH = "statements/<slug:statement>/"
ROUTES = (
    Route("statement", _PATH, card, Right.READ, example=ID),
    Route("statement_accept", f"{_PATH}accept/", accept, Right.REVIEW, example=ID),
    Route("statement_reject", f"{_PATH}reject/", reject, Right.REVIEW, example=ID),
    Route("statement_correct", f"{_PATH}correct/", correct, Right.REVIEW, example=ID),
    Route("statement_split", f"{_PATH}split/", split, Right.REVIEW, example=ID),
    Route("statement_merge", f"{_PATH}merge/", merge, Right.REVIEW, example=ID),
    Route("statement_undo", f"{_PATH}undo/", undo, Right.REVIEW, example=ID),
    Route("statement_grade", f"{_PATH}grade/", grade, Right.GROUP, example=ID),
    Route("statement_add", "documents/<slug:sha256>/add/", add, Right.REVIEW, example=SHA),
)
