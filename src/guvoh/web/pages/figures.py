"""Figures: every number as a claim in a table, families of figures, and what a person decides on a relation."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from guvoh import actions
from guvoh.custody.browse import StatementFilter, StatementSort
from guvoh.model import Modality, Stage
from guvoh.model.access import Right
from guvoh.model.decisions import Review
from guvoh.model.errors import BadTerm
from guvoh.model.weighing import FigureRelation
from guvoh.web import listing
from guvoh.web.drawing import ranges, ties
from guvoh.web.listing import Field
from guvoh.web.pages.review import ID
from guvoh.web.routes import Route


def _fields() -> tuple[Field, ...]:
    return (
        Field("act", _("Act"), choices=listing.act_choices()),
        Field("unit", _("Of what")),
        Field("place", _("Place")),
        Field("first", _("From"), "date"),
        Field("last", _("To"), "date"),
        Field("stage", _("Stage"), choices=listing.terms(Stage)),
        Field("modality", _("How said"), choices=listing.terms(Modality)),
        Field("review", _("Review"), choices=listing.terms(Review)),
        Field("relation", _("Stands to another as"), choices=listing.terms(FigureRelation)),
    )


def figures(request: HttpRequest) -> HttpResponse:
    """The table of figures."""
    browse = actions.browse_statements
    try:
        filters = listing.chosen(request, StatementFilter)
    except BadTerm as error:
        return listing.asked_again(request, "figures/list.html", _fields(), error)
    sort = listing.sort_of(request, StatementSort, StatementSort.DATE_DOWN)
    page = browse.browse_figures(request.vault, request.actor, filters, sort, request.GET.get("key"), listing.SIZE)
    return render(request, "figures/list.html", listing.context(request, page, _fields(), ranges=ranges(page.rows)))


def family(request: HttpRequest, statement: str) -> HttpResponse:
    """A figure with all that relations tie to it."""
    found = actions.browse_statements.view_family(request.vault, request.actor, statement)
    relations = [r for r in FigureRelation if r is not FigureRelation.SUMS_TO]
    context = {
        "family": found,
        "ties": ties(found.relations, found.figures),
        "ranges": ranges(found.figures),
        "relations": relations,
        "me": statement,
    }
    return render(request, "figures/family.html", context)


@require_POST
def relate(request: HttpRequest, statement: str) -> HttpResponse:
    """Say how this figure stands to another; then show the family again."""
    given = request.POST
    actions.decide_figures.relate(
        request.vault, request.actor, statement, given.get("other", ""), given.get("relation") or None
    )
    actions.weigh_vault.refresh(request.vault)
    return redirect("family", statement=statement)


ROUTES = (
    Route("figures", "figures/", figures, Right.READ),
    Route("family", "figures/<slug:statement>/", family, Right.READ, example=ID),
    Route("family_relate", "figures/<slug:statement>/relate/", relate, Right.GROUP, example=ID),
)
