"""Custody: the log with its proof, verification, backups; and the list of what persons decided."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from guvoh import actions
from guvoh.custody import Action
from guvoh.custody.browse import DecisionFilter, LedgerFilter
from guvoh.model.access import Right
from guvoh.model.decisions import DecisionKind
from guvoh.web import listing
from guvoh.web.listing import Field
from guvoh.web.routes import Route


def log(request: HttpRequest) -> HttpResponse:
    """The custody log, newest first, with its head."""
    return _log(request)


def _log(request: HttpRequest, **more: object) -> HttpResponse:
    filters = listing.chosen(request, LedgerFilter)
    browse = actions.browse_history
    page = browse.browse_ledger(request.vault, request.actor, filters, request.GET.get("key"), listing.SIZE)
    made = (
        Field("action", gettext_lazy("What was done"), choices=listing.terms(Action)),
        Field("subject", gettext_lazy("Id or SHA-256")),
    )
    known = {"head": request.vault.head, "backup": actions.backup_vault.last_backup(request.vault, request.actor)}
    return render(request, "settings/log.html", listing.context(request, page, made, **known, **more))


def verify(request: HttpRequest) -> HttpResponse:
    """Check everything now, and show what was found above the log; whoever pages on from there comes to the log."""
    if request.method != "POST":
        return redirect(f"{reverse('custody_log')}?{request.GET.urlencode()}")
    noted = request.POST.get("head", "").strip() or None
    return _log(request, report=actions.verify_vault.verify_vault(request.vault, noted_head=noted))


@require_POST
def backup(request: HttpRequest) -> HttpResponse:
    """Copy the vault into the folder named."""
    made = actions.backup_vault.backup_vault(request.vault, request.actor, request.POST.get("folder", ""))
    told = _("The backup is made; it opens with the vault's passphrase. Head of its log: %(head)s")
    messages.success(request, told % {"head": made.head})
    return redirect("custody_log")


@require_POST
def backup_file(request: HttpRequest) -> StreamingHttpResponse:
    """The backup as a file to save."""
    pieces = actions.backup_vault.packed_vault(request.vault, request.actor)
    response = StreamingHttpResponse(pieces, content_type="application/x-tar")
    response["Content-Disposition"] = 'attachment; filename="guvoh-backup.tar"'
    return response


def decisions(request: HttpRequest) -> HttpResponse:
    """What persons decided, newest first."""
    filters = listing.chosen(request, DecisionFilter)
    browse = actions.browse_history
    page = browse.browse_decisions(request.vault, request.actor, filters, request.GET.get("key"), listing.SIZE)
    made = (
        Field("kind", gettext_lazy("What was decided"), choices=listing.terms(DecisionKind)),
        Field("by", gettext_lazy("Id of the person")),
    )
    return render(request, "settings/decisions.html", listing.context(request, page, made))


def adrift(request: HttpRequest) -> HttpResponse:
    """The decisions that stand but whose place in the record is gone."""
    found = actions.read_decisions.adrift(request.vault, request.actor)
    return render(request, "settings/adrift.html", {"rows": found})


ROUTES = (
    Route("custody_log", "settings/log/", log, Right.KEEP),
    Route("verify", "settings/log/verify/", verify, Right.KEEP),
    Route("backup", "settings/backup/", backup, Right.KEEP),
    Route("backup_file", "settings/backup/file/", backup_file, Right.KEEP),
    Route("decisions", "settings/decisions/", decisions, Right.READ),
    Route("adrift", "settings/decisions/adrift/", adrift, Right.READ),
)
