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
from guvoh.web.correcting import half_of, values_of
from guvoh.web.pages.documents import SHA
from guvoh.web.routes import Route

ID = {"statement": "0" * 32}
_MANY = (DecisionKind.SPLIT, DecisionKind.MERGE, DecisionKind.ADD)
"""What changes which statements the document has."""
_NAMED = ("place_name", "one-place_name", "two-place_name")
"""Fields of a place's name in the forms of a correction, an addition and of the parts of a split."""


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
        if doubt := _in_doubt(request):
            return doubt
        values = values_of(request.POST, view.statement, view.document.text, _places(request, view.document.sha256))
        changed = {name: value for name, value in values.items() if value != plain(getattr(view.statement, name))}
        actions.review_statements.correct(
            request.vault, request.actor, statement, changed, seen=_seen(request.POST)
        )  # fmt: skip
        return _lines(request, statement)
    form = _form(request, view.document.sha256, view.statement)
    return render(request, "review/edit.html", {**form, **_shown(request, statement)})


def split(request: HttpRequest, statement: str) -> HttpResponse:
    """The form that makes two statements of one, and the split."""
    view = actions.browse_statements.view_statement(request.vault, request.actor, statement)
    if request.method == "POST":
        if doubt := _in_doubt(request):
            return doubt
        places = _places(request, view.document.sha256)
        halves = [half_of(request.POST, part) for part in ("one", "two")]
        into = [values_of(one, view.statement, view.document.text, places) for one in halves]
        made = actions.review_statements.split(request.vault, request.actor, statement, into, seen=_seen(request.POST))
        return _anew(request, str(made.value("into")[0]["id"]))
    form = _form(request, view.document.sha256, view.statement)
    return render(request, "review/split.html", {**form, **_shown(request, statement)})


@require_POST
def merge(request: HttpRequest, statement: str) -> HttpResponse:
    """Say that another statement of the document is this one."""
    other = request.POST.get("other", "")
    actions.review_statements.merge(
        request.vault, request.actor, [statement, other], seen=_seen(request.POST)
    )  # fmt: skip
    return _anew(request, statement)


@require_POST
def undo(request: HttpRequest, statement: str) -> HttpResponse:
    """Undo a decision on a statement; text and list are fetched where statements come back or go with it."""
    ident = request.POST.get("decision", "")
    told = actions.read_decisions.history(request.vault, request.actor, statement)
    undone = next((step.decision for step in told.steps if step.decision.id == ident), None)
    actions.review_statements.undo(request.vault, request.actor, ident, seen=_seen(request.POST))
    if undone and undone.kind in _MANY:
        return _anew(request, "" if undone.kind is DecisionKind.ADD else undone.subjects[0])
    return _lines(request, statement)


def add(request: HttpRequest, sha256: str) -> HttpResponse:
    """The form of a statement made by hand from selected words, and the statement."""
    document = actions.browse_documents.view_document(request.vault, request.actor, sha256).document
    given = request.POST if request.method == "POST" else request.GET
    start, end = _number(given, "start"), _number(given, "end")
    if request.method == "POST":
        if doubt := _in_doubt(request):
            return doubt
        values = values_of(given, None, document.text, _places(request, sha256), span=(start, end))
        made = actions.review_statements.add(request.vault, request.actor, sha256, start, end, values)
        return _anew(request, made.subjects[0])
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


def _anew(request: HttpRequest, statement: str) -> HttpResponse:
    """The answer by which the page fetches its text and list, and shows the statement."""
    return render(request, "review/many.html", {"statement": statement})


def _form(request: HttpRequest, sha256: str, before: Statement | None = None) -> dict[str, Any]:
    blank = {"kind": SourceKind.PERSON.value}
    return {
        "chain": [blank, *(before.attribution if before else ()), blank],
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


def _in_doubt(request: HttpRequest) -> HttpResponse | None:
    """What is wrong with a place's name, to stand beside its field, with the places it may mean; None for no fault."""
    for name in _NAMED:
        try:
            if given := request.POST.get(name, "").strip():
                actions.named_place.named_place(given)
        except BadTerm as error:
            field = listing.doubtful(request, listing.Field(name, ""), error)
            return render(request, "review/which_place.html", {"field": field}, status=422)
    return None


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
