"""The defensible minimum on the desk: a question, the answer and its proof, each number beside its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from guvoh import actions
from guvoh.actions.tally_figures import AskedStage
from guvoh.assessment.proof import Line, Tally
from guvoh.custody.browse import StatementItem
from guvoh.model import Stage
from guvoh.model.access import Right
from guvoh.model.errors import AmbiguousPlace, GuvohError
from guvoh.model.weighing import Source
from guvoh.web import listing
from guvoh.web.listing import Field
from guvoh.web.reasons import in_words
from guvoh.web.routes import Route
from guvoh.web.templatetags.desk import words

_LINES = 200
"""Lines of a proof that are shown; all of them are in the answer by the API and the command line."""


def _fields() -> tuple[Field, ...]:
    return (
        Field("act", _("Act"), choices=listing.act_choices()[1:], value="arbitrary_detention"),
        Field("place", _("Place")),
        Field("first", _("From"), "date"),
        Field("last", _("To"), "date"),
        Field("stage", _("Stage"), choices=_stages()),
        Field("round_down", _("“Nearly 500”"), choices=(("", _("does not count")), ("yes", _("counts as 400")))),
        Field("accepted_only", _("Unreviewed figures"), choices=(("", _("count")), ("yes", _("do not count")))),
    )


def _stages() -> tuple[tuple[str, listing.Words], ...]:
    """Each stage on its own, one of them, or all in one total."""
    return (("", _("each on its own")), *listing.terms(Stage)[1:], ("any", _("all in one total")))


def tally(request: HttpRequest) -> HttpResponse:
    """The question, and once it is put, the answer."""
    given = request.GET
    context: dict[str, Any] = {"fields": listing.filled(request, _fields()), "is_filtered": bool(given)}
    if given.get("act"):
        try:
            question = actions.tally_figures.ask(
                given["act"],
                given.get("place", "").strip() or None,
                given.get("first") or None,
                given.get("last") or None,
                _stage(given.get("stage", "")),
                round_down=given.get("round_down") == "yes",
                accepted_only=given.get("accepted_only") == "yes",
            )
            made = actions.tally_figures
            context |= _answered(
                made.tally_figures(request.vault, request.actor, question, lines=_LINES, most=made.MOST)
            )
        except AmbiguousPlace as error:
            return listing.asked_again(request, "figures/tally.html", _fields(), error)
        except GuvohError as error:
            context |= {"message": error.message, "next_step": error.next_step}
    return render(request, "figures/tally.html", context, status=422 if "message" in context else 200)


def _stage(raw: str) -> AskedStage | None:
    if raw == "any":
        return "any"
    return Stage(raw) if raw in set(Stage) else None


def _answered(answer: Any) -> dict[str, Any]:  # noqa: ANN401
    shown = {ident: _figure(one, answer.origins.get(ident)) for ident, one in answer.figures.items()}
    return {
        "answer": answer,
        "is_contested": any(one.contested for one in answer.tallies),
        "all_contested": all(one.contested for one in answer.tallies),
        "parts": [_part(one, answer, shown) for one in answer.tallies],
        "notes": [in_words(note) for note in answer.shared],
    }


def _part(found: Tally, answer: Any, shown: Mapping[str, SafeString]) -> dict[str, Any]:  # noqa: ANN401
    return {
        "tally": found,
        "stage": words(found.stage) if found.stage else _("stage not told") if len(answer.tallies) > 1 else "",
        "used": [_line(line, answer, shown) for line in found.used[:_LINES]],
        "more_used": max(0, len(found.used) - _LINES),
        "left_out": [_line(line, answer, shown) for line in found.left_out[:_LINES]],
        "more_left_out": max(0, len(found.left_out) - _LINES),
        "highest": _line(found.highest, answer, shown) if found.highest else None,
        "notes": [in_words(n) for n in (*found.contests, *(n for n in found.own_notes if n not in answer.shared))],
    }


def _line(line: Line, answer: Any, shown: Mapping[str, SafeString]) -> dict[str, Any]:  # noqa: ANN401
    of, origin = answer.figures.get(line.statement), answer.origins.get(line.statement)
    return {"line": line, "of": of, "origin": origin, "why": in_words(line.why, shown)}


def _figure(one: StatementItem, origin: Source | None) -> SafeString:
    """A figure in a reason, where records have its id: its words and who says it, as a link to its sentence."""
    said_so = f"“{one.words or one.quote[:60]}”"
    said = origin.name if origin else one.publisher or one.title
    shown = f"{said_so} ({said})" if said else said_so
    return format_html('<a href="{}?statement={}">{}</a>', reverse("document", args=[one.sha256]), one.id, shown)


ROUTES = (Route("tally", "tally/", tally, Right.READ),)
