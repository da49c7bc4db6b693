"""Settings: one's own account; for keepers how the vault is kept; the vocabulary of acts."""

from __future__ import annotations

from django.conf import settings as django_settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guvoh import actions
from guvoh.custody import Vault
from guvoh.model.access import Right
from guvoh.model.acts import acts
from guvoh.model.errors import BadTerm, UsageError
from guvoh.web import jobs, listing
from guvoh.web.configuring import LANGUAGES
from guvoh.web.routes import Route

WORDING = {"wording": "0" * 32}


def settings(request: HttpRequest) -> HttpResponse:
    """One's own account, and for keepers the settings of the vault."""
    minutes = actions.idle_time.idle_minutes(request.vault) or django_settings.GUVOH_IDLE_SECONDS // 60
    return render(
        request,
        "settings/settings.html",
        {
            "minutes": minutes,
            "longest": actions.idle_time.LONGEST,
            "two_reviewers": actions.read_decisions.two_reviewers(request.vault),
        },
    )


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Set the idle minutes and whether two persons must agree."""
    raw = request.POST.get("minutes", "")
    if not raw.isdecimal():
        raise UsageError(_("The minutes are no number."), _("Give a whole number."))
    actions.idle_time.set_idle_minutes(request.vault, request.actor, int(raw))
    required = request.POST.get("two_reviewers") == "yes"
    actions.read_decisions.require_two_reviewers(request.vault, request.actor, required=required)
    actions.weigh_vault.refresh(request.vault)
    messages.success(request, _("Kept. The change is in the custody log."))
    return redirect("settings")


def vocabulary(request: HttpRequest) -> HttpResponse:
    """The vault's own wordings, and the acts with their labels in each language, codes and articles of law."""
    return _vocabulary(request)


def _vocabulary(request: HttpRequest, error: BadTerm | None = None) -> HttpResponse:
    rows = [
        {"term": term, "labels": [(code, act.labels.get(code, "")) for code, _name in LANGUAGES], "act": act}
        for term, act in acts().items()
    ]
    context = {
        "rows": rows,
        "own": actions.own_wordings.own_wordings(request.vault, request.actor),
        "choices": listing.act_choices()[1:],
        "given": request.POST,
        "job": next(iter(jobs.known(request.actor, jobs.AGAIN)), None),
    }
    if error:
        context |= {"message": error.message, "next_step": error.next_step}
    return render(request, "settings/vocabulary.html", context, status=400 if error else 200)


@require_POST
def wording_add(request: HttpRequest) -> HttpResponse:
    """Add a wording of the vault's own; what is wrong with it is told on the page, with what was given."""
    given = request.POST
    try:
        actions.own_wordings.add_wording(
            request.vault, request.actor, given.get("act", ""), given.get("words", ""), given.get("example", "")
        )
    except BadTerm as error:
        return _vocabulary(request, error)
    messages.success(request, _("Kept. Documents taken in from now on are searched with it."))
    return redirect("vocabulary")


@require_POST
def wording_drop(request: HttpRequest, wording: str) -> HttpResponse:
    """Take a wording out of use."""
    actions.own_wordings.drop_wording(request.vault, request.actor, wording)
    return redirect("vocabulary")


@require_POST
def find_again(request: HttpRequest) -> HttpResponse:
    """Search all documents again, as work that tells how far it is."""
    jobs.begin_once(request.actor, jobs.AGAIN, _find_again)
    return redirect("vocabulary")


def _find_again(vault: Vault, job: jobs.Job) -> None:
    job.total = vault.document_count()
    changed = 0
    for found_more in actions.find_again.find_again(vault, job.actor):
        changed += found_more
        job.done += 1
    job.total, job.outcome = job.done, changed
    actions.weigh_vault.refresh(vault)


def again_progress(request: HttpRequest) -> HttpResponse:
    """How far the search is, as a part of the page."""
    job = next(iter(jobs.known(request.actor, jobs.AGAIN)), None)
    return render(request, "settings/again.html", {"job": job})


ROUTES = (
    Route("settings", "settings/", settings, Right.READ),
    Route("settings_keep", "settings/keep/", keep, Right.KEEP),
    Route("vocabulary", "settings/vocabulary/", vocabulary, Right.READ),
    Route("wording_add", "settings/vocabulary/add/", wording_add, Right.KEEP),
    Route("wording_drop", "settings/vocabulary/<slug:wording>/drop/", wording_drop, Right.KEEP, example=WORDING),
    Route("find_again", "settings/vocabulary/find/", find_again, Right.KEEP),
    Route("again_progress", "settings/vocabulary/find/progress/", again_progress, Right.KEEP),
)
