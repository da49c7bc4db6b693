"""Custody: the log with its proof, verification, backups; and the list of what persons decided."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from guvoh import actions
from guvoh.custody import Action, Vault
from guvoh.custody.browse import DecisionFilter, LedgerFilter
from guvoh.model.access import Right
from guvoh.model.decisions import DecisionKind
from guvoh.web import jobs, listing
from guvoh.web.listing import Field
from guvoh.web.routes import Route


def log(request: HttpRequest) -> HttpResponse:
    """The custody log, newest first, with its head, and what the last verification and backup came to."""
    filters = listing.chosen(request, LedgerFilter)
    browse = actions.browse_history
    page = browse.browse_ledger(request.vault, request.actor, filters, request.GET.get("key"), listing.SIZE)
    made = (
        Field("action", gettext_lazy("What was done"), choices=listing.terms(Action)),
        Field("subject", gettext_lazy("Id or SHA-256")),
    )
    known = {"head": request.vault.head, "backup": actions.backup_vault.last_backup(request.vault, request.actor)}
    return render(request, "settings/log.html", listing.context(request, page, made, **known, **_work(request)))


def _work(request: HttpRequest) -> dict[str, object]:
    """The keeper's last verification and backup, the newer first; `running` while one is not over."""
    found = [next(iter(jobs.known(request.actor, what)), None) for what in (jobs.VERIFY, jobs.BACKUP)]
    every = sorted((job for job in found if job), key=lambda job: job.begun_at, reverse=True)
    return {"jobs": every, "running": any(not job.is_over for job in every)}


def verify(request: HttpRequest) -> HttpResponse:
    """Check everything, as work that tells how far it is; whoever comes here otherwise goes to the log."""
    if request.method != "POST":
        return redirect(f"{reverse('custody_log')}?{request.GET.urlencode()}")
    noted = request.POST.get("head", "").strip() or None

    def work(vault: Vault, job: jobs.Job) -> None:
        job.outcome = actions.verify_vault.verify_vault(vault, job.tell, noted)

    jobs.begin_once(request.actor, jobs.VERIFY, work, noted or "")
    return redirect("custody_log")


@require_POST
def backup(request: HttpRequest) -> HttpResponse:
    """Copy the vault into the folder named, as work that tells how far it is; one that will not do is told at once."""
    folder = str(actions.backup_vault.backup_folder(request.vault, request.actor, request.POST.get("folder", "")))

    def work(vault: Vault, job: jobs.Job) -> None:
        job.outcome = actions.backup_vault.backup_vault(vault, job.actor, folder, job.tell)

    jobs.begin_once(request.actor, jobs.BACKUP, work, folder)
    return redirect("custody_log")


def work_progress(request: HttpRequest) -> HttpResponse:
    """How far verification and backup are, as a part of the page."""
    return render(request, "settings/work.html", _work(request))


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
    page = actions.read_decisions.adrift(request.vault, request.actor, request.GET.get("key"), listing.SIZE)
    return render(request, "settings/adrift.html", {"page": page})


ROUTES = (
    Route("custody_log", "settings/log/", log, Right.KEEP),
    Route("verify", "settings/log/verify/", verify, Right.KEEP),
    Route("work_progress", "settings/log/progress/", work_progress, Right.KEEP),
    Route("backup", "settings/backup/", backup, Right.KEEP),
    Route("backup_file", "settings/backup/file/", backup_file, Right.KEEP),
    Route("decisions", "settings/decisions/", decisions, Right.READ),
    Route("adrift", "settings/decisions/adrift/", adrift, Right.READ),
)
