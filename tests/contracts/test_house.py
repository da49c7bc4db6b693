"""The house: import directions, sizes, docstrings, and nothing of one machine in any file."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(path for folder in ("src", "benchmarks", "tools", "samples") for path in (ROOT / folder).rglob("*.py"))
FILE_LINES, FUNCTION_LINES = 500, 60

_OF_ONE_MACHINE = re.compile(
    r"(?<![\w.~*])/(?:work|root|home|Users|opt|srv|mnt)/\w|file:///\w|index-url\s*=|extra-index|find-links"
)
_TEXTS = {".py", ".md", ".toml", ".cfg", ".lock", ".txt", ".html", ".css", ".json", ".csv", ".eml", ".yml", ""}


def named(path):
    return str(path.relative_to(ROOT))


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def test_the_house_has_rooms():
    assert {path.parts[len(ROOT.parts) + 2] for path in SOURCES if "src" in path.parts} >= {
        "model",
        "ingest",
        "extraction",
        "assessment",
        "custody",
        "reporting",
        "actions",
        "cli",
    }


def test_imports_go_one_way():
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as main; main()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 broken" in run.stdout


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_sizes_and_docstring(path):
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert text.count("\n") <= FILE_LINES
    long = [f.name for f in functions(tree) if (f.end_lineno or 0) - f.lineno + 1 > FUNCTION_LINES]
    assert not long
    assert ast.get_docstring(tree), "one line that says what the module is for"


@pytest.mark.parametrize("path", [p for p in SOURCES if "src" in p.parts], ids=named)
def test_no_project_import_inside_a_function(path):
    hidden = [
        node.lineno
        for function in functions(ast.parse(path.read_text(encoding="utf-8")))
        for node in ast.walk(function)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("guvoh")
    ]
    assert not hidden


def test_nothing_of_one_machine_in_any_file():
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    paths = [ROOT / name for name in tracked.decode().split("\0") if name]
    read = [p for p in paths if p.suffix in _TEXTS and p.is_file() and p != Path(__file__)]
    assert len(read) > 50
    found = [
        f"{named(path)}: {match[0]}"
        for path in read
        for match in _OF_ONE_MACHINE.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not found
