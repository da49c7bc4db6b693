"""Tallies, weeks, decisions and grades through the command line."""

import json
import shutil

import pytest

from guvoh.actions import tally_figures
from guvoh.actions.tally_figures import Answer
from guvoh.assessment.proof import Contest, Tally, contest_notes
from guvoh.assessment.question import Question
from guvoh.cli.screen import Screen
from guvoh.cli.tally import _show
from guvoh.model import Stage


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
    assert f"At least {told['minimum']:,.0f} people, contested: Detention in Kazan" in shown.out
    assert "Contested: “43" in shown.out
    assert told["used"]
    assert "note.txt" in shown.out or "page.html" in shown.out
    assert all(line["why"] for line in (*told["used"], *told["left_out"]))
    assert "smallest total that the figures used support" in shown.out
    assert "If the figures used are right" in shown.out
    assert [told["minimum"]] == [one["minimum"] for one in told["stages"]]
    (none,) = lines(run(*words, "--accepted-only", "--json"))
    assert none["minimum"] == 0
    (same,) = lines(run(*["detentions" if word == "arbitrary_detention" else word for word in words], "--json"))
    assert same == told


def test_a_total_that_some_deny_is_told_as_contested_with_who_and_what(run, mine, tmp_path):
    note = tmp_path / "denied.txt"
    denial = "The Interior Ministry denied that 41 workers were expelled from Omsk on 10 March 2025."
    note.write_text(
        "Published: 14 March 2025\n\nPolice expelled 41 workers from Omsk on 10 March 2025, Mina Rahimi said.\n\n"
        f"{denial}\n",
        encoding="utf-8",
    )
    assert run("add", mine, note).code == 0
    words = ("tally", mine, "--act", "deportation", "--place", "Omsk")
    shown = " ".join(run(*words).out.split())
    assert "At least 41 people, contested: Expulsion in Omsk" in shown
    assert f"Contested: denied by Interior Ministry, “{denial}”." in shown
    assert shown.count("Contested:") == 1
    assert "all sources together" not in shown
    assert "others deny it or say less" in shown
    (told,) = lines(run(*words, "--json"))
    assert [(one["by"], one["denies"]) for one in told["contested"]] == [("Interior Ministry", True)]


def test_what_contests_every_stage_is_told_beside_each_total(capsys):
    said = tuple(Contest(one, "c", "Omsk police", "nobody was", denies=True) for one in "ab")
    notes = (*contest_notes(said[:1]), "Contested areas are left out.")
    tallies = tuple(
        Tally(5, (), (), None, None, notes, stage, (one,))
        for stage, one in zip((Stage.CARRIED_OUT, Stage.ORDERED), said, strict=True)
    )
    _show(Screen(), Answer(Question("expulsion"), tallies, {}, {}))
    shown = [line for line in capsys.readouterr().out.splitlines() if line]
    totals = [number for number, line in enumerate(shown) if line.startswith("At least 5 people, contested")]
    assert [shown[number + 1] for number in totals] == [notes[0]] * 2
    assert shown.count(notes[1]) == 1


def test_what_was_ordered_and_what_was_carried_out_stand_side_by_side(run, mine, tmp_path):
    note = tmp_path / "orders.txt"
    note.write_text(
        "Published: 14 March 2025\n\nA court in Omsk ordered the expulsion of 41 workers on 10 March 2025, lawyer Mina "
        "Rahimi said.\n\nPolice deported 23 migrants from Samara on 12 March 2025, the Interior Ministry said.\n",
        encoding="utf-8",
    )
    assert run("add", mine, note).code == 0
    words = ("tally", mine, "--act", "deportation", "--from", "2025-03-10", "--to", "2025-03-13")
    shown = run(*words).out
    assert "smallest total that all sources together support" in shown
    assert "At least 23 people: Expulsion, 2025-03-10/2025-03-13 (carried out)." in shown
    # 41 in Omsk, and the 12 of those detained in Kazan on 10 March, whose order has the day of that raid
    assert "At least 53 people: Expulsion, 2025-03-10/2025-03-13 (ordered)." in shown
    assert "not added up" in shown
    (told,) = lines(run(*words, "--json"))
    assert {one["stage"]: one["minimum"] for one in told["stages"]} == {"carried_out": 23, "ordered": 53}
    assert (told["stage"], told["minimum"]) == ("ordered", 53)
    (one,) = lines(run(*words, "--stage", "carried_out", "--json"))
    assert [part["minimum"] for part in one["stages"]] == [one["minimum"]] == [23]
    (both,) = lines(run(*words, "--stage", "any", "--json"))
    assert both["minimum"] == 76
    assert "nobody counted twice" not in run(*words, "--stage", "any").out


def test_a_total_of_nothing_is_said_as_in_a_dossier(run, vault):
    shown = run("tally", vault, "--act", "arbitrary_detention", "--place", "Bishkek").out
    assert shown.startswith("No number can be defended: ")
    assert "At least 0" not in shown


def test_a_minimum_above_every_claim_warns_and_one_number_of_one_source_counts_once(run, mine, tmp_path):
    said = (("a", 230, "Omsk", "March"), ("b", 230, "Tver", "June"), ("c", 31, "Kazan", "March"))
    for name, number, where, month in said:  # months apart, or a and b would be of one matter by source and number
        (tmp_path / f"{name}.txt").write_text(
            f"Published: 14 {month} 2024\n\nPolice detained {number} workers in {where} on 10 March 2024, lawyer Mina "
            "Rahimi said.\n",
            encoding="utf-8",
        )
        assert run("add", mine, tmp_path / f"{name}.txt").code == 0
    shown = run("tally", mine, "--act", "arbitrary_detention", "--from", "2024-03-10", "--to", "2024-03-10").out
    assert "At least 261 people" in shown
    assert "the same number from the same source as" in " ".join(shown.split())
    assert "Higher than any source says: it adds figures of different places; check their places." in shown


def test_an_unclear_place_and_an_unknown_act_are_told(run, vault):
    unclear = run("tally", vault, "--act", "expulsion", "--place", "Georgia")
    assert unclear.code == 3
    assert "geonames:" in unclear.err
    unknown = run("tally", vault, "--act", "detentoin")
    assert unknown.code == 3
    assert "arbitrary_detention" in unknown.err


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
    assert decision in history.out.splitlines()
    assert f"  on {ident}" in history.out.splitlines()
    assert run("decide", mine, "undo", decision).code == 0
    assert "undone" in run("decide", mine, "history", ident).out
    assert run("decide", mine, "accept").code == 2
    assert run("decide", mine, "accept", "0" * 32).code == 3
    assert run("decide", mine, "adrift").code == 0
    assert "No fault found" in run("verify", mine).out


def test_statements_are_named_by_the_numbers_that_are_shown(run, mine):
    every = lines(run("show", mine, "statements", "--json"))
    one = next(row for row in every if row["no"].startswith("2."))
    shown = run("decide", mine, "accept", one["no"], every[0]["id"], "--note", "as heard")
    assert shown.code == 0, shown.err
    assert f"{one['no']}: “" in shown.err
    assert one["quote"][:30] in shown.err
    states = {row["no"]: row["review"] for row in lines(run("show", mine, "statements", "--json"))}
    assert {no for no, state in states.items() if state == "accepted"} == {one["no"], every[0]["no"]}
    assert "as heard" in run("decide", mine, "history", one["no"]).out
    assert run("grade", mine, "statement", one["no"], "2").code == 0
    graded = {row["no"]: row["credibility"] for row in lines(run("show", mine, "statements", "--json"))}
    assert {no for no, grade in graded.items() if grade == "2"} == {one["no"]}


def test_a_number_that_names_no_single_statement_says_which_there_are(run, mine):
    every = [row["no"] for row in lines(run("show", mine, "statements", "--json"))]
    document = max((no.split(".")[0] for no in every), key=[no.split(".")[0] for no in every].count)
    inside = [no for no in every if no.split(".")[0] == document]
    assert len(inside) > 1
    for word in (document, f"{document}.99"):
        ended = run("decide", mine, "accept", word)
        assert (ended.code, ended.out) == (3, ""), ended.err
        assert f"{inside[0]} to {inside[-1]}" in ended.err
    assert "No statement has the number 99.1" in run("decide", mine, "accept", "99.1").err
    assert not lines(run("show", mine, "statements", "--json"))[0]["reviewed"].startswith("accepted")


def test_a_source_is_named_by_its_name_unless_several_have_it(run, mine, tmp_path):
    rows = lines(run("show", mine, "sources", "--json"))
    named = next(row for row in rows if [one["name"] for one in rows].count(row["name"]) == 1)
    assert "graded C" in run("grade", mine, "source", named["name"].upper(), "c").out
    assert run("grade", mine, "source", "nobody of this name", "c").code == 3
    for number, place in enumerate(("Kazan, Russia", "Almaty, Kazakhstan"), 12):
        note = tmp_path / f"{number}.txt"
        told = f"Police detained {number} people in {place} on {number} March 2024, the Interior Ministry said.\n"
        note.write_text(f"Published: 14 March 2024\n\n{told}", encoding="utf-8")
        assert run("add", mine, note).code == 0
    rows = lines(run("show", mine, "sources", "--json"))
    two = [row["id"] for row in rows if row["name"] == "Interior Ministry"]
    assert len(two) > 1
    ended = run("grade", mine, "source", "interior ministry", "c")
    assert (ended.code, ended.out) == (3, "")
    assert all(ident in ended.err for ident in two)
    assert "graded C" in run("grade", mine, "source", two[1], "c").out


def test_sources_and_statements_are_graded(run, mine):
    source = lines(run("show", mine, "sources", "--json"))[0]["id"]
    assert "graded B" in run("grade", mine, "source", source, "b").out
    assert "no grade" in run("grade", mine, "source", source, "none").out
    assert run("grade", mine, "source", source, "Z").code == 3
    statement = lines(run("show", mine, "statements", "--json"))[0]["id"]
    assert run("grade", mine, "statement", statement, "2").code == 0


def test_a_wide_tally_says_that_it_takes_long_and_answers(run, vault, monkeypatch):
    words = ("tally", vault, "--act", "arbitrary_detention")
    told = run(*words)
    monkeypatch.setattr(tally_figures, "MOST", 0)
    wide = run(*words)
    assert (wide.code, wide.out) == (0, told.out)
    assert "takes long" in wide.err
    assert "takes long" not in told.err
