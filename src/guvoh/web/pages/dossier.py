"""The dossier from the desk, as one archive: it leaves the vault unencrypted, and the page says so."""

from __future__ import annotations

import io
import shutil
import zipfile
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guvoh import actions
from guvoh.custody import Vault
from guvoh.model.access import Right
from guvoh.model.errors import BadTerm
from guvoh.web.jobs import new_folder
from guvoh.web.routes import Route


def dossier(request: HttpRequest) -> HttpResponse:
    """What a dossier is; on POST the archive."""
    if request.method != "POST":
        return render(request, "dossier/dossier.html")
    try:
        return archive(request.vault, request.POST.get("day", "").strip() or None)
    except BadTerm as error:
        told = {"message": error.message, "next_step": error.next_step}
        return render(request, "dossier/dossier.html", told, status=422)


def archive(vault: Vault, around: str | None = None) -> HttpResponse:
    """The dossier as one archive to save; with the weeks around a day, if one is given."""
    folder = new_folder()
    try:
        written = actions.make_dossier.make_dossier(vault, folder, around)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
            for path in written:
                files.write(path, f"dossier/{path.relative_to(folder)}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    response = HttpResponse(packed.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="dossier-{datetime.now(UTC):%Y-%m-%d}.zip"'
    return response


ROUTES = (Route("dossier", "dossier/", dossier, Right.TELL),)
