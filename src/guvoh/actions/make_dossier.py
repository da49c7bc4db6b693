"""Write the dossier of a vault: what it holds, weighed and cited, as pages and tables."""

from __future__ import annotations

from pathlib import Path

from guvoh.actions.reviewed_record import reviewed_record
from guvoh.custody import Vault
from guvoh.model.errors import UsageError
from guvoh.reporting import write_dossier


def make_dossier(vault: Vault, out: Path) -> list[Path]:
    """Write the dossier into the folder `out` and return its files. Raises UsageError when `out` cannot be a folder."""
    if out.exists() and not out.is_dir():
        raise UsageError("The place for the dossier is a file.", "Name a folder with `-o`.")
    told = reviewed_record(vault)
    return write_dossier(told.findings, told.weighed, out, told.kept, reviews=told.reviews)
