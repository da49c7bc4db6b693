"""The defensible minimum on the desk: a question, the answer and its proof, each number beside its sentence."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from guvoh import actions
from guvoh.assessment.tally import Line
from guvoh.model import Stage
from guvoh.model.access import Right
from guvoh.model.errors import GuvohError
from guvoh.web import listing
from guvoh.web.listing import Field
from guvoh.web.routes import Route


def _fields() -> tuple[Field, ...]:
    return (
        Field("act", _("Act"), choices=listing.act_choices()[1:], value="arbitrary_detention"),
        Field("place", _("Place")),
        Field("first", _("From"), "date"),
        Field("last", _("To"), "date"),
        Field("stage", _("Stage"), choices=listing.terms(Stage)),
        Field("round_down", _("“Nearly 500”"), choices=(("", _("does not count")), ("yes", _("counts as 400")))),
        Field("accepted_only", _("Unreviewed figures"), choices=(("", _("count")), ("yes", _("do not count")))),
    )


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
            context |= _answered(actions.tally_figures.tally_figures(request.vault, request.actor, question))
        except GuvohError as error:
            context |= {"message": error.message, "next_step": error.next_step}
    return render(request, "figures/tally.html", context, status=422 if "message" in context else 200)


def _stage(raw: str) -> Stage | None:
    return Stage(raw) if raw in set(Stage) else None


def _answered(answer: Any) -> dict[str, Any]:  # noqa: ANN401
    found = answer.tally
    return {
        "answer": answer,
        "tally": found,
        "used": [_line(line, answer) for line in found.used],
        "left_out": [_line(line, answer) for line in found.left_out],
        "highest": _line(found.highest, answer) if found.highest else None,
    }


def _line(line: Line, answer: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"line": line, "of": answer.figures.get(line.statement), "origin": answer.origins.get(line.statement)}


ROUTES = (Route("tally", "tally/", tally, Right.READ),)
