"""The dossier by the command line: totals by stage as the tally gives them, and the weeks around a day."""

import json
import re

import pytest
from lxml import html

from guvoh.reporting.around import WARNING


@pytest.fixture
def orders(run, tmp_path):
    note = tmp_path / "orders.txt"
    note.write_text(
        "Published: 14 March 2025\n\nA court in Omsk ordered the expulsion of 41 workers on 10 March 2025, lawyer Mina "
        "Rahimi said.\n\nPolice deported 23 migrants from Samara on 12 March 2025, the Interior Ministry said. Police "
        "deported 9 migrants from Samara on 12 March 2025, lawyer Mina Rahimi said.\n",
        encoding="utf-8",
    )
    vault = tmp_path / "orders"
    assert run("new", vault).code == 0
    assert run("add", vault, note).code == 0
    return vault


def written(run, vault, out, *more):
    ended = run("dossier", vault, "-o", out, *more)
    assert ended.code == 0, ended.err
    return html.fromstring((out / "index.html").read_bytes())


def text_of(node):
    return " ".join(node.text_content().split())


def test_the_totals_are_those_of_the_tally_with_a_link_to_each_sentence(run, orders, tmp_path):
    page = written(run, orders, tmp_path / "out")
    table = page.xpath("//h3[@id='at-least']/following-sibling::table")[0]
    told = [[text_of(cell) for cell in row.xpath("./*")] for row in table.xpath(".//tbody/tr")]
    assert [row[:2] for row in told] == [["Expulsion", "carried out"], ["Expulsion", "ordered"]]
    assert [re.match(r"at least [\d,]+ people", row[2])[0] for row in told] == [
        "at least 23 people",
        "at least 41 people",
    ]
    assert "9 people" in told[0][4]
    assert "(1." in told[0][4], "the reason names the figure by its place, not by an id"
    assert not re.search(r"[0-9a-f]{16}", text_of(table))
    assert all("documents/" in link for link in table.xpath(".//a/@href"))
    assert "smallest total that all sources together support" in text_of(page)
    tallied = json.loads(run("tally", orders, "--act", "expulsion", "--json").out)
    kept = json.loads((tmp_path / "out" / "dossier.json").read_text(encoding="utf-8"))["totals"]
    assert [(one["stage"], one["minimum"], one["used"], one["left_out"]) for one in kept] == [
        (one["stage"], one["minimum"], one["used"], one["left_out"]) for one in tallied["stages"]
    ]


def test_the_weeks_around_a_day_are_drawn_and_warned_of(run, orders, tmp_path):
    page = written(run, orders, tmp_path / "out", "--around", "2025-03-11", "--weeks", "2")
    (picture,) = page.xpath("//figure//svg[title[starts-with(., 'Reported events by week around 2025-03-11')]]")
    assert picture.get("role") == "img"
    assert WARNING in text_of(page)
    table = page.xpath("//h3[@id='around']/following-sibling::table")[0]
    counts = [int(cell) for cell in table.xpath(".//tbody/tr/td[last()]/text()")]
    weeks = json.loads(run("before-after", orders, "--date", "2025-03-11", "--weeks", "2", "--json").out)["weeks"]
    assert counts == [week["count"] for week in weeks]
    assert sum(counts) > 0


def test_without_a_day_there_are_no_weeks_and_what_is_no_day_is_refused(run, orders, tmp_path):
    assert not written(run, orders, tmp_path / "out").xpath("//h3[@id='around']")
    refused = run("dossier", orders, "-o", tmp_path / "none", "--around", "March")
    assert refused.code == 3
    assert not (tmp_path / "none").exists()
