"""The command line in this process, and a vault that has the reports."""

from dataclasses import dataclass

import pytest
from click.testing import CliRunner

from guvoh.cli.app import guvoh

PASSPHRASE = "an invented passphrase of six words"


@dataclass
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def run(cheap_keys):
    """Run a command with its words and, unless told otherwise, the passphrase in the environment."""

    def command(*words, passphrase=PASSPHRASE, **env):
        given = {"GUVOH_PASSPHRASE": passphrase, "COLUMNS": "200", **env}
        result = CliRunner().invoke(guvoh, [str(word) for word in words], env=given, prog_name="guvoh")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ended(result.exit_code, result.stdout, result.stderr)

    return command


@pytest.fixture(scope="session")
def vault(run, reports, tmp_path_factory):
    """A vault with the reports in it; tests only read it."""
    path = tmp_path_factory.mktemp("kept") / "vault"
    assert run("new", path).code == 0
    assert run("add", path, reports).code == 0
    return path
