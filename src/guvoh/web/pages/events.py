"""Events: the list with filters, one event with its reports by origin, and what a person decides on it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from guvoh import actions
from guvoh.custody.browse import EventFilter, EventSort
from guvoh.model import SourceKind, Stage
from guvoh.model.access import Right
from guvoh.model.decisions import DecisionKind
from guvoh.model.errors import BadTerm
from guvoh.model.weighing import SupportStatus
from guvoh.web import listing
from guvoh.web.drawing import lineage, ranges, ties
from guvoh.web.listing import Field
from guvoh.web.routes import Route

ID = {"event": "0" * 32}


def fields() -> tuple[Field, ...]:
    """The filters of events."""
    return (
        Field("act", _("Act"), choices=listing.act_choices()),
        Field("place", _("Place")),
        Field("first", _("From"), "date"),
        Field("last", _("To"), "date"),
        Field("source_kind", _("Kind of source"), choices=listing.terms(SourceKind)),
        Field("status", _("Support"), choices=listing.terms(SupportStatus)),
        Field("stage", _("Stage"), choices=listing.terms(Stage)),
        Field("waiting", _("Review"), choices=listing.yes_no(_("waits for review"), _("all decided"))),
        Field("conflict", _("Figures"), choices=listing.yes_no(_("in conflict"), _("no conflict"))),
    )


def events(request: HttpRequest) -> HttpResponse:
    """The list of events."""
    browse = actions.browse_events
    try:
        filters = listing.chosen(request, EventFilter)
    except BadTerm as error:
        return listing.asked_again(request, "events/list.html", fields(), error)
    sort = listing.sort_of(request, EventSort, EventSort.DATE_DOWN)
    page = browse.browse_events(request.vault, request.actor, filters, sort, request.GET.get("key"), listing.SIZE)
    return render(request, "events/list.html", listing.context(request, page, fields()))


def event(request: HttpRequest, event: str) -> HttpResponse:
    """One event, or the one that it became when it was grouped anew."""
    now = actions.browse_events.event_now(request.vault, request.actor, event)
    if now and now != event:
        return redirect("event", event=now)
    view = actions.browse_events.view_event(request.vault, request.actor, event)
    told = actions.read_decisions.history(request.vault, request.actor, event)
    shown = [item for group in view.by_origin for item in group.statements]
    return render(
        request,
        "events/event.html",
        {
            "view": view,
            "history": told,
            "seen": _newest(request),
            "undoable": _undoable(request, told),
            "ties": ties(view.relations, shown),
            "ranges": ranges(shown),
            "lineage": lineage(view),
            "near": actions.choose_events.choose_events(request.vault, request.actor, "", event),
        },
    )


def _newest(request: HttpRequest) -> int:
    """The newest decision of all: what a form of this page was made after, whichever statements it is about."""
    rows = actions.browse_history.browse_decisions(request.vault, request.actor, size=1).rows
    return rows[0].number if rows else 0


def _undoable(request: HttpRequest, told: actions.read_decisions.History) -> Any:  # noqa: ANN401
    mine = [
        step.decision
        for step in told.steps
        if step.stands
        and step.decision.kind is not DecisionKind.UNDO
        and (step.decision.by == request.actor.id or request.actor.may(Right.GROUP))
    ]
    return mine[-1] if mine else None


@require_POST
def decide(request: HttpRequest, event: str) -> HttpResponse:
    """Name the event, place it in another or join both, part or move statements, undo; then show it again."""
    given, decide = request.POST, actions.decide_events
    raw = given.get("seen", "")
    seen = int(raw) if raw.isdecimal() else None
    what, chosen = given.get("do"), given.getlist("statement")
    if what == "name":
        decide.name(request.vault, request.actor, event, given.get("title", ""), seen=seen)
    elif what == "nest":
        decide.nest(request.vault, request.actor, event, given.get("larger", "").strip() or None, seen=seen)
    elif what == "merge":
        decide.merge(request.vault, request.actor, event, given.get("larger", "").strip(), seen=seen)
    elif what == "separate":
        decide.separate(request.vault, request.actor, chosen, event, seen=seen)
    elif what == "group":
        decide.group(request.vault, request.actor, chosen, given.get("other", "").strip() or None, seen=seen)
    elif what == "undo":
        actions.review_statements.undo(request.vault, request.actor, given.get("decision", ""), seen=seen)
    actions.weigh_vault.refresh(request.vault)
    now = actions.browse_events.event_now(request.vault, request.actor, event)
    return redirect("event", event=now) if now else redirect("events")


ROUTES = (
    Route("events", "events/", events, Right.READ),
    Route("event", "events/<slug:event>/", event, Right.READ, example=ID),
    Route("event_decide", "events/<slug:event>/decide/", decide, Right.GROUP, example=ID),
)
