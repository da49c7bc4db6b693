"""The sample dossier, written once for all tests of the room."""

from pathlib import Path

import pytest
from dossier_factory import sample

from guvoh.reporting import write_dossier

TITLE = "Reports on expulsions and raids"


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample dossier."""
    findings, weighed, kept = sample()
    out = tmp_path_factory.mktemp("dossier") / "out"
    write_dossier(findings, weighed, out, kept, TITLE)
    return out
