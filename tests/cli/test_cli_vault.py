"""From files to a vault and out again, through the command line."""

import csv
import io
import json
import shutil

import pytest

from guvoh.actions.show_records import VIEWS
from guvoh.cli.show import VIEWS as SHOWN_VIEWS


def rows(ended):
    assert ended.code == 0, ended.err
    return [json.loads(line) for line in ended.out.splitlines()]


def test_new_makes_a_vault_once(run, tmp_path):
    assert run("new", tmp_path / "vault").code == 0
    again = run("new", tmp_path / "vault")
    assert again.code == 4
    assert again.err.startswith("Error: ")
    assert len(again.err.splitlines()) <= 2


def test_add_tells_new_known_statements_and_problems(run, tmp_path, reports):
    vault = tmp_path / "vault"
    run("new", vault)
    first = run("add", vault, reports)
    assert first.code == 0
    # the note, the page, the mail with its attachment and the broken file are new; the note's copy is known
    assert "6 documents: 5 new, 1 already kept" in first.out
    assert "broken.pdf" in first.err
    again = run("add", vault, reports)
    assert "6 documents: 0 new, 6 already kept" in again.out
    assert len(rows(run("show", vault, "documents", "--json"))) == 5


def test_strict_makes_problems_an_input_error(run, tmp_path, reports):
    vault = tmp_path / "vault"
    run("new", vault)
    assert run("add", "--strict", vault, reports / "note.txt").code == 0
    assert run("add", "--strict", vault, reports).code == 3


def test_a_vault_is_not_added_to_itself(run, tmp_path, reports):
    shutil.copy(reports / "note.txt", tmp_path)
    vault = tmp_path / "vault"
    run("new", vault)
    assert "1 document: 1 new" in run("add", vault, tmp_path).out


@pytest.mark.parametrize("command", ["add", "show", "search", "dossier", "verify", "backup"])
def test_wrong_passphrase_missing_vault_and_missing_file(run, vault, tmp_path, reports, command):
    words = {
        "add": [reports],
        "show": ["figures"],
        "search": ["market"],
        "dossier": ["-o", tmp_path / "out"],
        "verify": [],
        "backup": [tmp_path / "out"],
    }
    wrong = run(command, vault, *words[command], passphrase="not the right one")
    assert (wrong.code, wrong.out) == (4, "")
    assert "passphrase" in wrong.err
    assert run(command, tmp_path / "nothing", *words[command]).code == 4
    assert not (tmp_path / "out").exists()


def test_a_missing_file_is_an_input_error(run, vault):
    ended = run("add", vault, "no such file.txt")
    assert ended.code == 3
    assert "no such file.txt" in ended.err


def test_search_shows_the_words_where_they_stand(run, vault):
    ended = run("search", vault, "sunny", "MARKET")
    assert ended.code == 0
    assert "note.txt" in ended.out
    assert "Sunny Market" in ended.out
    hits = rows(run("search", vault, "sunny", "--json"))
    assert {hit["match"].lower() for hit in hits} == {"sunny"}
    assert len(rows(run("search", vault, "sunny", "--json", "-n", "1"))) == 1


def test_search_without_hits_or_words(run, vault):
    none = run("search", vault, "zeppelin")
    assert (none.code, none.out) == (0, "")
    assert "No passage" in none.err
    assert run("search", vault, "?!").code == 2


def test_views_of_the_door_and_of_the_use_case_agree():
    assert tuple(VIEWS) == SHOWN_VIEWS


@pytest.mark.parametrize("view", VIEWS)
def test_show_has_as_many_rows_in_every_form(run, vault, view):
    objects = rows(run("show", vault, view, "--json"))
    table = run("show", vault, view)
    read = list(csv.DictReader(io.StringIO(run("show", vault, view, "--csv").out.removeprefix("\ufeff"))))
    assert len(objects) == len(read) > 0
    assert f"{len(objects)} {view[:-1]}" in table.err


def test_show_figures_tells_who_said_it(run, vault):
    figures = rows(run("show", vault, "figures", "--json"))
    said = {(row["count"]["words"], row["attribution"][0]["name"]) for row in figures if row["attribution"]}
    assert ("43 foreigners", "Mina Rahimi") in said
    assert "51,000" not in run("show", vault, "figures").out  # the page's menu


def test_csv_cells_cannot_run(run, tmp_path):
    vault = tmp_path / "vault"
    run("new", vault)
    name = tmp_path / "=cmd.txt"
    name.write_text("Police detained 12 people in Kazan.\n", encoding="utf-8")
    shown = str(name.relative_to(tmp_path))
    (tmp_path / "=1+1").mkdir()
    assert run("add", vault, name).code == 0
    text = run("show", vault, "documents", "--csv").out
    cells = [cell for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))) for cell in row]
    assert any(shown in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_json_and_csv_at_once_is_wrong_use(run, vault):
    assert run("show", vault, "figures", "--json", "--csv").code == 2


def test_dossier_writes_its_files_and_says_where(run, vault, tmp_path):
    ended = run("dossier", vault, "-o", tmp_path / "dossier")
    assert ended.code == 0
    assert ended.out.strip() == str(tmp_path / "dossier" / "index.html")
    for name in ("index.html", "statements.csv", "figures.csv", "dossier.json"):
        assert (tmp_path / "dossier" / name).stat().st_size > 0
    (tmp_path / "file").touch()
    assert run("dossier", vault, "-o", tmp_path / "file").code == 2


def test_verify_finds_no_fault_and_knows_its_head(run, vault):
    ended = run("verify", vault)
    assert ended.code == 0
    assert "5 documents, 5 originals" in ended.out
    head = next(line.split()[-1] for line in ended.out.splitlines() if line.startswith("Head"))
    assert run("verify", vault, "--head", head).code == 0
    assert run("verify", vault, "--head", "0" * 64).code == 4


def test_verify_finds_a_changed_original(run, vault, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(vault, copy)
    original = max((path for path in (copy / "originals").rglob("*") if path.is_file()), key=lambda p: p.stat().st_size)
    data = bytearray(original.read_bytes())
    data[len(data) // 2] ^= 1
    original.write_bytes(data)
    ended = run("verify", copy)
    assert ended.code == 4
    assert "1 fault" in ended.err
    assert "Traceback" not in ended.err


def test_a_backup_opens_and_verifies_and_replaces_nothing(run, vault, tmp_path, monkeypatch):
    source = shutil.copytree(vault, tmp_path / "vault")
    monkeypatch.chdir(tmp_path)
    ended = run("backup", source, "there/copy")
    assert ended.code == 0
    assert str(tmp_path / "there" / "copy") in ended.out
    head = ended.out.split()[-1]
    assert "5 documents, 5 originals" in run("verify", "there/copy", "--head", head).out
    assert run("show", "there/copy", "statements", "--json").out == run("show", source, "statements", "--json").out
    again = run("backup", source, "there/copy")
    assert (again.code, again.out) == (2, "")
    assert "holds files already" in again.err
    assert run("backup", source, source / "inside").code == 2


def test_weigh_takes_a_vault(run, vault):
    weighed = json.loads(run("weigh", "--json", vault).out)
    assert weighed["format"] == 1
    assert weighed["sources"]
    assert "Sources" in run("weigh", vault).out
