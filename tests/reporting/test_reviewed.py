"""The dossier says who reviewed what; what was rejected stands in its text and is counted nowhere."""

import csv
import io
import json

from dossier_factory import sample
from lxml import html

from guvoh.model.decisions import Decision, DecisionKind, Review
from guvoh.reporting.dossier import write_dossier
from guvoh.reporting.record import build_record
from guvoh.reporting.reviewed import reviewed


def decision(kind, by="A. Editor", **values):
    return Decision("d", 1, "2024-05-02T10:00:00.000000Z", "a", by, kind, ("s",), json.dumps(values))


def test_the_words_name_who_and_when():
    accepted = decision(DecisionKind.ACCEPT, "B. Reader")
    corrected = decision(DecisionKind.CORRECT)
    assert reviewed(Review.SUGGESTED, ()).words == "not yet reviewed"
    assert reviewed(Review.CORRECTED, [corrected, accepted]).words == (
        "corrected by A. Editor on 2024-05-02; accepted by B. Reader on 2024-05-02"
    )
    assert reviewed(Review.AWAITING, [accepted]).words.endswith("waits for a second person")
    assert (
        "(of another year)"
        in reviewed(Review.REJECTED, [decision(DecisionKind.REJECT, reason="of another year")]).words
    )


def test_accepted_and_rejected_statements_in_the_dossier(tmp_path):
    findings, weighed, kept = sample()
    entries = list(build_record(findings, weighed, kept).entries.values())
    figures = [entry for entry in entries if entry.statement.count]
    good, bad = figures[0], figures[1]
    reviews = {
        good.statement.id: reviewed(Review.ACCEPTED, [decision(DecisionKind.ACCEPT)], "2"),
        bad.statement.id: reviewed(Review.REJECTED, [decision(DecisionKind.REJECT, reason="of another year")]),
    }
    write_dossier(findings, weighed, tmp_path / "out", kept, reviews=reviews)
    index = html.fromstring((tmp_path / "out" / "index.html").read_bytes())
    assert "accepted by A. Editor" in index.get_element_by_id(f"r-{good.anchor}").text_content()
    assert not index.xpath(f"//*[@id='r-{bad.anchor}']")
    assert "of another year" in index.get_element_by_id("rejected").text_content()
    page = html.fromstring((tmp_path / "out" / "documents" / bad.page.file).read_bytes())
    assert "counted nowhere" in page.get_element_by_id(f"c-{bad.anchor}").text_content()
    table = (tmp_path / "out" / "figures.csv").read_text(encoding="utf-8-sig")
    ids = {row["id"] for row in csv.DictReader(io.StringIO(table))}
    assert good.statement.id in ids
    assert bad.statement.id not in ids
    told = json.loads((tmp_path / "out" / "dossier.json").read_text(encoding="utf-8"))["reviews"]
    assert told[good.statement.id] == {
        "state": "accepted",
        "words": "accepted by A. Editor on 2024-05-02",
        "credibility": "2",
    }
