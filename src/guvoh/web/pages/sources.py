"""Sources: the list, one source with what it said and who repeats it, and what a person decides on it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from guvoh import actions
from guvoh.custody.browse import SourceFilter, SourceSort
from guvoh.model import SourceKind
from guvoh.model.access import Right
from guvoh.model.decisions import DecisionKind
from guvoh.web import listing
from guvoh.web.drawing import heard
from guvoh.web.listing import Field
from guvoh.web.routes import Route

ID = {"source": "0" * 32}


def _fields() -> tuple[Field, ...]:
    grades = (("", _("all")), *((g, g) for g in actions.decide_sources.RELIABILITY))
    return (
        Field("kind", _("Kind"), choices=listing.terms(SourceKind)),
        Field("reliability", _("Reliability"), choices=grades),
        Field("said_least", _("Said at least"), "number"),
    )


def sources(request: HttpRequest) -> HttpResponse:
    """The list of sources."""
    browse = actions.browse_sources
    filters = listing.chosen(request, SourceFilter)
    sort = listing.sort_of(request, SourceSort, SourceSort.SAID)
    page = browse.browse_sources(request.vault, request.actor, filters, sort, request.GET.get("key"), listing.SIZE)
    return render(request, "sources/list.html", listing.context(request, page, _fields()))


def source(request: HttpRequest, source: str) -> HttpResponse:
    """One source."""
    view = actions.browse_sources.view_source(
        request.vault, request.actor, source, request.GET.get("key"), listing.SIZE
    )
    told = actions.read_decisions.history(request.vault, request.actor, source)
    mine = [
        s.decision
        for s in told.steps
        if s.stands and s.decision.kind is not DecisionKind.UNDO and request.actor.may(Right.GROUP)
    ]
    return render(
        request,
        "sources/source.html",
        {
            "view": view,
            "lineage": heard(view),
            "page": view.said,
            "query": listing.query(request),
            "history": told,
            "undoable": mine[-1] if mine else None,
            "grades": actions.decide_sources.RELIABILITY,
        },
    )


@require_POST
def decide(request: HttpRequest, source: str) -> HttpResponse:
    """Grade a source, join it with others, part it by its names, or undo; then show it again."""
    given, decide = request.POST, actions.decide_sources
    raw = given.get("seen", "")
    seen = int(raw) if raw.isdecimal() else None
    what, others = given.get("do"), given.getlist("others")
    if what == "grade":
        decide.grade_source(request.vault, request.actor, source, given.get("reliability") or None, seen=seen)
    elif what == "identify":
        decide.identify(request.vault, request.actor, [source, *others], seen=seen)
    elif what == "distinguish":
        decide.distinguish(request.vault, request.actor, [source, *others], seen=seen)
    elif what == "part":
        decide.part(request.vault, request.actor, source, given.getlist("name"), seen=seen)
    elif what == "undo":
        actions.review_statements.undo(request.vault, request.actor, given.get("decision", ""), seen=seen)
    actions.weigh_vault.refresh(request.vault)
    return redirect("source", source=source)


ROUTES = (
    Route("sources", "sources/", sources, Right.READ),
    Route("source", "sources/<slug:source>/", source, Right.READ, example=ID),
    Route("source_decide", "sources/<slug:source>/decide/", decide, Right.GROUP, example=ID),
)
