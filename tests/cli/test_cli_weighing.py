"""Tallies, weeks, decisions and grades through the command line."""

import json
import shutil

import pytest


@pytest.fixture
def mine(vault, tmp_path):
    """A copy of the vault, to decide in."""
    return shutil.copytree(vault, tmp_path / "mine")


def lines(ended):
    assert ended.code == 0, ended.err
    return [json.loads(line) for line in ended.out.splitlines()]


def test_tally_prints_the_minimum_and_its_proof(run, vault):
    words = ("tally", vault, "--act", "arbitrary_detention", "--place", "Kazan", "--from", "2025-03-01")
    shown = run(*words)
    assert shown.code == 0, shown.err
    (told,) = lines(run(*words, "--json"))
    assert f"At least {told['minimum']:,.0f} people: arbitrary detention in Kazan" in shown.out
    assert told["used"]
    assert "note.txt" in shown.out or "page.html" in shown.out
    assert all(line["why"] for line in (*told["used"], *told["left_out"]))
    (none,) = lines(run(*words, "--accepted-only", "--json"))
    assert none["minimum"] == 0


def test_an_unclear_place_and_an_unknown_act_are_told(run, vault):
    unclear = run("tally", vault, "--act", "expulsion", "--place", "Georgia")
    assert unclear.code == 3
    assert "geonames:" in unclear.err
    assert run("tally", vault, "--act", "dancing").code == 3


def test_weeks_before_and_after_are_drawn(run, vault, tmp_path):
    picture = tmp_path / "weeks.svg"
    words = ("before-after", vault, "--date", "2025-03-07", "--weeks", "2")
    shown = run(*words, "--svg", picture)
    assert shown.code == 0, shown.err
    assert "reports, not occurrences" in shown.out
    assert picture.read_text(encoding="utf-8").startswith("<svg")
    (told,) = lines(run(*words, "--json"))
    assert len(told["weeks"]) == 4
    assert sum(week["count"] for week in told["weeks"]) == told["before"] + told["after"] > 0
    assert run("before-after", vault, "--date", "March").code == 3


def test_statements_are_decided_on_and_the_history_is_told(run, mine):
    statements = lines(run("show", mine, "statements", "--json"))
    ident = statements[0]["id"]
    made = run("decide", mine, "reject", ident, "--note", "another matter")
    assert made.code == 0, made.err
    decision = made.out.split()[-1].rstrip(".")
    history = run("decide", mine, "history", ident)
    assert "reject" in history.out
    assert "another matter" in history.out
    assert run("decide", mine, "undo", decision).code == 0
    assert "undone" in run("decide", mine, "history", ident).out
    assert run("decide", mine, "accept").code == 2
    assert run("decide", mine, "accept", "0" * 32).code == 3
    assert run("decide", mine, "adrift").code == 0
    assert "No fault found" in run("verify", mine).out


def test_sources_and_statements_are_graded(run, mine):
    source = lines(run("show", mine, "sources", "--json"))[0]["id"]
    assert "graded B" in run("grade", mine, "source", source, "b").out
    assert "no grade" in run("grade", mine, "source", source, "none").out
    assert run("grade", mine, "source", source, "Z").code == 3
    statement = lines(run("show", mine, "statements", "--json"))[0]["id"]
    assert run("grade", mine, "statement", statement, "2").code == 0
