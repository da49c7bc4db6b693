"""Finding and weighing without a vault, through the command line."""

import json

import pytest


def lines(ended):
    return [json.loads(line) for line in ended.out.splitlines()]


@pytest.fixture(scope="module")
def found(run, reports):
    ended = run("find", "--json", reports)
    assert ended.code == 0
    return ended


def test_one_line_per_document_problems_to_standard_error(found, reports):
    paths = [line["path"] for line in lines(found)]
    assert paths == [
        str(reports / "broken.pdf"),
        str(reports / "mail.eml"),
        f"{reports / 'mail.eml'}!/interview.txt",
        str(reports / "note.txt"),
        str(reports / "page.html"),
        str(reports / "deeper" / "copy of note.txt"),
    ]
    assert "broken.pdf" in found.err
    assert lines(found)[0]["problems"]


def test_the_path_is_as_given(run, reports, monkeypatch):
    monkeypatch.chdir(reports)
    given = ["./note.txt", "deeper/../page.html", str(reports / "mail.eml")]
    paths = [line["path"] for line in lines(run("find", "--json", *given))]
    assert paths == [
        "./note.txt",
        "deeper/../page.html",
        str(reports / "mail.eml"),
        f"{reports / 'mail.eml'}!/interview.txt",
    ]


def test_a_file_named_twice_is_read_once(run, reports):
    assert len(lines(run("find", "--json", reports / "note.txt", reports / "note.txt"))) == 1


def test_the_side_car_wins(found):
    page = next(line for line in lines(found) if line["path"].endswith("page.html"))
    assert page["url"] == "https://courier.invalid/raid"
    assert page["publisher"] == "Invented Courier"


def test_jobs_give_the_same(run, reports, found):
    side_by_side = run("find", "--json", "--jobs", "2", reports)
    assert side_by_side.out == found.out
    assert side_by_side.err == found.err


def test_strict(run, reports):
    assert run("find", "--strict", "--json", reports / "note.txt").code == 0
    assert run("find", "--strict", "--json", reports / "broken.pdf").code == 3


def test_a_missing_file_is_an_input_error(run):
    ended = run("find", "nowhere.txt")
    assert (ended.code, ended.out) == (3, "")
    assert "nowhere.txt" in ended.err


def test_for_people(run, reports):
    plain = run("find", reports / "note.txt").out
    assert "Police detained 43 foreigners at the Sunny Market in Kazan" in plain
    assert "arbitrary_detention" in plain
    assert "Mina Rahimi" in plain
    assert "statements" in plain
    explained = run("find", "--explain", reports / "note.txt").out
    assert "rules/en@1" in explained
    assert len(explained) > len(plain)
    assert not [line for line in explained.splitlines() if line != line.rstrip()]


def test_weigh_takes_files_or_what_find_wrote(run, reports, found, tmp_path):
    kept = tmp_path / "found.jsonl"
    kept.write_text(found.out, encoding="utf-8")
    fresh = run("weigh", "--json", reports)
    again = run("weigh", "--json", kept)
    assert fresh.code == again.code == 0
    assert json.loads(fresh.out) == json.loads(again.out)
    assert set(json.loads(fresh.out)) == {"format", "sources", "origins", "documents", "events", "figures", "problems"}


@pytest.mark.parametrize(
    "text", ["not json", "[]", "{}", '{"format": 2}', '{"format": 1, "text": 3}', "\udc80", "[" * 9999]
)
def test_weigh_refuses_what_is_no_findings(run, tmp_path, text):
    broken = tmp_path / "broken.jsonl"
    broken.write_text(text, encoding="utf-8", errors="surrogateescape")
    ended = run("weigh", "--json", broken)
    assert (ended.code, ended.out) == (3, "")
    assert "guvoh find --json" in ended.err


def test_a_source_that_no_words_name_is_shown_as_the_likeliest(run, tmp_path):
    page = tmp_path / "depot.txt"
    page.write_text(
        "Checks of the year\n\nThe Migration Service of Tyumen held 1,240 checks in 2025, its head Oleg Sedov told a"
        " briefing on Tuesday.\n\nSedov said that 310 employers were fined. According to Sedov, the fines came to 41"
        " million rubles.\n\nHe said that 2,150 foreigners were sent out of the country. Of these, he added, 95 were"
        " tried.\n\nAt vegetable depots 418 persons had no papers.\n\nSedov noted that the service opened two offices."
        " “We shall go on with the checks,” Sedov said. He also said that 27 hostels were shut.\n\nThe head of the"
        " service stressed that the checks were planned.\n",
        encoding="utf-8",
    )
    shown = run("find", page).out
    assert "418 persons · most likely Oleg Sedov" in shown
    assert "27 hostels · Oleg Sedov" in shown
