"""Write the dossier of a vault: what it holds, weighed and cited, as pages and tables."""

from __future__ import annotations

from pathlib import Path

from guvoh.actions.compare_weeks import compare_weeks
from guvoh.actions.reviewed_record import reviewed_record
from guvoh.actions.tally_figures import totals
from guvoh.custody import Vault
from guvoh.model.access import HOLDER
from guvoh.model.errors import UsageError
from guvoh.reporting import write_dossier


def make_dossier(vault: Vault, out: Path, around: str | None = None, weeks: int = 8) -> list[Path]:
    """Write the dossier into the folder `out` and return its files.

    `around`, a day (YYYY-MM-DD), adds the reported events of so many `weeks` before and after it. Raises UsageError
    when `out` cannot be a folder, BadTerm for what is no day.
    """
    if out.exists() and not out.is_dir():
        raise UsageError("The place for the dossier is a file.", "Name a folder with `-o`.")
    compared = compare_weeks(vault, HOLDER, around, weeks=weeks) if around else None
    told = reviewed_record(vault)
    return write_dossier(
        told.findings, told.weighed, out, told.kept, reviews=told.reviews, totals=totals(vault), weeks=compared
    )  # fmt: skip
