"""The documents people read keep up with the program: commands, settings, version, targets of make."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from guvoh import __version__
from guvoh.cli.app import COMMANDS
from guvoh.settings import SETTINGS

ROOT = Path(__file__).parents[2]
TOP = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"]


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_readme_and_reference(command):
    assert f"`guvoh {command}" in text("README.md")
    assert f"## guvoh {command}\n" in text("docs/guide/cli.md")


def test_readme_names_no_other_command():
    assert set(re.findall(r"`guvoh ([a-z-]+)", text("README.md"))) == set(COMMANDS)


def test_reference_is_current():
    run = subprocess.run(
        [sys.executable, "tools/cli_reference.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.env)
def test_every_setting_is_documented(setting):
    assert f"`{setting.env}`" in text("docs/guide/cli.md")


def test_readme_opens_with_demo_and_test():
    assert re.match(r"# Guvoh\n\n```sh\nmake demo .*\nmake test .*\n```\n", text("README.md"))


def test_changelog_has_this_version():
    assert f"## {__version__}" in text("CHANGELOG.md")


def test_licence_is_whole():
    licence = text("LICENSE")
    assert "Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


@pytest.mark.parametrize("name", TOP)
def test_links_lead_somewhere(name):
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", text(name))
    missing = [target for target in targets if not (ROOT / target).exists()]
    assert not missing


@pytest.mark.parametrize("name", [*TOP, "samples/README.md"])
def test_named_paths_exist(name):
    paths = re.findall(r"`((?:src|tests|samples|docs|benchmarks|tools|models)/[\w./-]*)`", text(name))
    missing = [path for path in paths if not (ROOT / path).exists()]
    assert not missing


def test_documents_that_the_program_names_exist():
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py")]
    named = {name for source in sources for name in re.findall(r"docs/[\w/-]+\.md", source)}
    assert "docs/guide/findings.md" in named
    assert not [name for name in sorted(named) if not (ROOT / name).exists()]


def test_named_targets_of_make_exist():
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    named = {target for name in TOP for target in re.findall(r"(?:^|`)make ([a-z-]+)", text(name), re.MULTILINE)}
    assert "demo" in named
    assert named <= targets
    assert re.search(r"^[a-z-]+:", text("Makefile"), re.MULTILINE)[0] == "demo:"  # what a bare `make` does
