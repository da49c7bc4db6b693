"""The house: import directions, sizes, docstrings, and nothing of one machine in any file."""

import ast
import re
import subprocess
import sys
from pathlib import Path

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


def trees(paths=SOURCES):
    for path in paths:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_files_and_functions_are_short():
    long = [
        f"{named(path)}: {lines} lines"
        for path in SOURCES
        if (lines := len(path.read_bytes().splitlines())) > FILE_LINES
    ]
    for path, tree in trees():
        for function in functions(tree):
            lines = function.end_lineno - function.lineno + 1
            if lines > FUNCTION_LINES:
                long.append(f"{named(path)}:{function.lineno} {function.name}: {lines} lines")
    assert not long


def test_every_module_says_in_a_line_what_it_is_for():
    silent = [named(path) for path, tree in trees() if not ast.get_docstring(tree)]
    assert not silent


def test_no_project_import_inside_a_function():
    hidden = [
        f"{named(path)}:{node.lineno}"
        for path, tree in trees(path for path in SOURCES if "src" in path.relative_to(ROOT).parts)
        for function in functions(tree)
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
