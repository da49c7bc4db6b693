"""What is said and where: streams, quiet, colours, JSON of any text."""

import json
import os
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from guvoh.cli.screen import talks
from guvoh.cli.tables import show_table

ANYTHING = st.text(st.characters(), max_size=50)


@click.command()
@talks
def talk(screen):
    """Say one thing of each kind."""
    screen.result("a result")
    screen.note("a note")
    screen.problem("file.txt", "a problem")
    assert list(screen.progress([1, 2, 3], 3, "Counting")) == [1, 2, 3]


def test_results_and_the_rest_go_apart():
    ended = CliRunner().invoke(talk)
    assert ended.stdout == "a result\n"
    assert ended.stderr == "a note\nfile.txt: a problem\n"


@pytest.mark.parametrize("options", [{"args": ["--quiet"]}, {"args": ["-q"]}, {"env": {"GUVOH_QUIET": "1"}}])
def test_quiet_keeps_results_and_problems(options):
    ended = CliRunner().invoke(talk, **options)
    assert ended.stdout == "a result\n"
    assert ended.stderr == "file.txt: a problem\n"


@given(st.dictionaries(ANYTHING, ANYTHING, max_size=3))
def test_json_of_any_text_is_one_line_that_reads_back(data):
    @click.command()
    @talks
    def say(screen):
        screen.json_line(data)

    ended = CliRunner().invoke(say, catch_exceptions=False)
    assert ended.stdout_bytes.count(b"\n") == 1
    assert json.loads(ended.stdout_bytes.decode("utf-8")) == data


@given(st.lists(st.tuples(ANYTHING, ANYTHING), max_size=3))
def test_a_table_of_any_text_shows_and_cannot_steer_the_terminal(rows):
    @click.command()
    @talks
    def say(screen):
        show_table(screen, ("one", "two"), rows)

    ended = CliRunner().invoke(say, catch_exceptions=False)
    assert "\x1b" not in ended.stdout
    assert "one" in ended.stdout


def on_a_terminal(*words, out=None, **env):
    """Run the command on a pseudo-terminal and return what it wrote there; its results go to `out`, if given."""
    controller, terminal = os.openpty()
    clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-m", "guvoh", *words],
        stdin=subprocess.DEVNULL,
        stdout=out or terminal,
        stderr=terminal,
        env={**clean, "TERM": "xterm-256color", **env},
    )
    os.close(terminal)
    said = b""
    try:
        while chunk := os.read(controller, 65536):
            said += chunk
    except OSError:  # Linux answers EIO when the last writer is gone
        pass
    finally:
        os.close(controller)
    assert process.wait(60) == 0
    return said


def test_colours_on_a_terminal_unless_refused():
    assert b"\x1b[1m" in on_a_terminal("acts")
    assert b"\x1b[3" not in on_a_terminal("acts", NO_COLOR="1")


def test_a_bar_shows_beside_results_only_where_they_go_elsewhere(reports, tmp_path):
    hide_cursor = b"\x1b[?25l"
    with (tmp_path / "out").open("wb") as out:
        assert hide_cursor in on_a_terminal("find", str(reports / "note.txt"), out=out)
        assert on_a_terminal("find", "--quiet", str(reports / "note.txt"), out=out) == b""
    assert hide_cursor not in on_a_terminal("find", str(reports / "note.txt"))


def test_no_colours_in_a_pipe():
    piped = subprocess.run([sys.executable, "-m", "guvoh", "acts"], capture_output=True, check=True)
    assert b"\x1b" not in piped.stdout
