"""The dossier as one archive, which leaves the vault unencrypted."""

from __future__ import annotations

from django.http import HttpResponse

from guvoh.custody import Vault
from guvoh.model.access import Actor, Right, require
from guvoh.web.api.operations import Operation
from guvoh.web.pages.dossier import archive


def make_dossier(vault: Vault, by: Actor) -> HttpResponse:
    """Write the dossier: pages that open offline and tables, as a ZIP archive."""
    require(by, Right.TELL)
    return archive(vault)


OPERATIONS = (Operation("POST", "dossier", make_dossier, Right.TELL, binary="application/zip"),)
