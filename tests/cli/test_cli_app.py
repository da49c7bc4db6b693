"""The command as a whole: help, version, completion, what loads, and how it ends."""

import importlib
import json
import os
import signal
import subprocess
import sys

import pytest

import guvoh
from guvoh.cli.app import COMMANDS
from guvoh.model.acts import acts

HEAVY = {"spacy", "django", "trafilatura", "numpy", "lxml", "cryptography", "sqlcipher3", "docx", "jinja2", "rich"}


def guvoh_in_a_process(*words, **options):
    return subprocess.run([sys.executable, "-m", "guvoh", *words], capture_output=True, check=False, **options)


def test_help_lists_every_command_with_its_summary(run):
    ended = run("--help", COLUMNS="80")
    assert ended.code == 0
    for name, summary in COMMANDS.items():
        assert f"  {name} " in ended.out
        assert summary.split()[0] in ended.out


def test_no_command_is_help_and_a_wrong_use(run):
    ended = run()
    assert ended.code == 2
    assert "Usage: guvoh" in ended.out + ended.err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_starts_with_its_summary(run, name):
    ended = run(name, "--help")
    assert ended.code == 0
    assert ended.out.splitlines()[2].strip() == COMMANDS[name]
    assert run(name, "-h").out == ended.out


def test_version(run):
    assert run("--version").out == f"guvoh {guvoh.__version__}\n"


@pytest.mark.parametrize("words", [["--help"], ["--version"]])
def test_help_loads_nothing_heavy(words):
    code = (
        "import sys\nfrom guvoh.cli.app import guvoh\n"
        f"try:\n    guvoh({words!r})\nfinally:\n    print(sorted(set(sys.modules) & {HEAVY!r}), file=sys.stderr)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stderr.strip() == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_help_loads_no_room(name):
    code = (
        f"import sys, importlib\nimportlib.import_module('guvoh.cli.{name.replace('-', '_')}')\n"
        "print([m for m in sys.modules if m.count('.') == 1 and m.startswith('guvoh.')])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"ingest", "extraction", "assessment", "custody", "reporting"} & {
        name.removeprefix("guvoh.") for name in json.loads(ended.stdout.replace("'", '"'))
    }


def test_every_module_of_a_command_is_listed():
    for name in COMMANDS:
        assert importlib.import_module(f"guvoh.cli.{name.replace('-', '_')}").command.name


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_the_command(run, shell):
    ended = run("completion", shell)
    assert ended.code == 0
    assert "_GUVOH_COMPLETE" in ended.out


def test_completion_completes():
    env = {**os.environ, "_GUVOH_COMPLETE": "bash_complete", "COMP_WORDS": "guvoh do", "COMP_CWORD": "1"}
    ended = subprocess.run(
        [sys.executable, "-c", "from guvoh.cli import main; main()"],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stdout.split() == ["plain,dossier"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["fnd"], "No such command"),
        (["find"], "Missing argument"),
        (["new", "--passphrase", "x", "v"], "No such option"),
    ],
)
def test_wrong_use_is_code_2(run, words, said):
    ended = run(*words)
    assert ended.code == 2
    assert said in ended.err
    assert ended.out == ""


def test_acts_lists_the_vocabulary(run):
    table = run("acts")
    assert table.code == 0
    assert all(term in table.out for term in acts())
    lines = [json.loads(line) for line in run("acts", "--json").out.splitlines()]
    assert [line["act"] for line in lines] == list(acts())
    assert all(line["labels"]["en"] and line["law"] is not None for line in lines)


def test_a_closed_pipe_ends_quietly():
    read, write = os.pipe()
    os.close(read)
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "guvoh", "acts", "--json"], stdout=write, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(write)
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_interrupting_ends_quietly():
    controller, terminal = os.openpty()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # else ignored, as in a shell's background jobs
    process = subprocess.Popen(
        [sys.executable, "-m", "guvoh", "new", "nowhere"],
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={key: value for key, value in os.environ.items() if key != "GUVOH_PASSPHRASE"},
    )
    os.close(terminal)
    try:
        assert process.stderr.read(len("Passphrase")) == b"Passphrase"
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    finally:
        signal.signal(signal.SIGINT, before)
        os.close(controller)
        process.kill()
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert b"Abort" not in said


def test_a_fault_of_the_program_is_one_line_without_its_message(tmp_path):
    secret = "the name of a witness"
    code = (
        "import sys\nfrom guvoh.cli import app\n"
        f"app.guvoh.invoke = lambda ctx: (_ for _ in ()).throw(ValueError({secret!r}))\napp.main()"
    )
    options = {"capture_output": True, "text": True, "cwd": tmp_path}
    ended = subprocess.run([sys.executable, "-c", code, "acts"], check=False, **options)
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "ValueError" in ended.stderr
    assert "GUVOH_DEBUG" in ended.stderr
    assert secret not in ended.stderr
    options["env"] = {**os.environ, "GUVOH_DEBUG": "1"}
    told = subprocess.run([sys.executable, "-c", code, "acts"], check=False, **options)
    assert "app.py:" in told.stderr
    assert "builtins.ValueError" in told.stderr
    assert secret not in told.stderr


def test_the_module_runs_as_the_command():
    assert guvoh_in_a_process("--version").stdout.startswith(b"guvoh ")
