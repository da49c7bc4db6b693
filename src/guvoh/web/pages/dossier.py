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
from guvoh.web.jobs import new_folder
from guvoh.web.routes import Route


def dossier(request: HttpRequest) -> HttpResponse:
    """What a dossier is; on POST the archive."""
    if request.method != "POST":
        return render(request, "dossier/dossier.html")
    return archive(request.vault)


def archive(vault: Vault) -> HttpResponse:
    """The dossier as one archive to save."""
    folder = new_folder()
    try:
        written = actions.make_dossier.make_dossier(vault, folder)
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
