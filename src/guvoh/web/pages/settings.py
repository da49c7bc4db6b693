"""Settings: one's own account; for keepers how the vault is kept; the vocabulary of acts."""

from __future__ import annotations

from django.conf import settings as django_settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from guvoh import actions
from guvoh.model.access import Right
from guvoh.model.acts import acts
from guvoh.model.errors import UsageError
from guvoh.web.configuring import LANGUAGES
from guvoh.web.routes import Route


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
    """The acts with their labels in each language, codes and articles of law."""
    rows = [
        {"term": term, "labels": [(code, act.labels.get(code, "")) for code, _name in LANGUAGES], "act": act}
        for term, act in acts().items()
    ]
    return render(request, "settings/vocabulary.html", {"rows": rows})


ROUTES = (
    Route("settings", "settings/", settings, Right.READ),
    Route("settings_keep", "settings/keep/", keep, Right.KEEP),
    Route("vocabulary", "settings/vocabulary/", vocabulary, Right.READ),
)
