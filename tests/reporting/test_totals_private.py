"""A tally says who denies a figure, and names no private person in saying so."""

from dossier_factory import sample

from guvoh.assessment.proof import Contest
from guvoh.assessment.tally import Line, Tally
from guvoh.model import Stage
from guvoh.reporting import write_dossier
from guvoh.reporting.totals import Totals, meaning


def test_who_denies_a_figure_is_not_named_where_private(tmp_path):
    findings, weighed, kept = sample()
    own = next(s.id for f in findings for s in f.statements if s.quote.startswith("Nearly 500"))
    other = next(s.id for f in findings for s in f.statements if s.quote.startswith("In the first phase"))
    used = (Line(own, 500.0, "counted, denied by Rustam Aliev"),)
    left = (Line(other, 7000.0, f"part of {own}, denied by Rustam Aliev, Interior Ministry"),)
    notes = ("Rustam Aliev denies one figure that counts.",)
    tally = Tally(500.0, used, left, Line(own, 500.0, "denied by Rustam Aliev"), None, notes, Stage.ORDERED)
    totals = Totals({"expulsion": [tally]}, ("Rustam Aliev denies the rest.",))
    files = write_dossier(findings, weighed, tmp_path / "out", kept, totals=totals)
    texts = {file.name: file.read_text(encoding="utf-8") for file in files}
    assert not [name for name, text in texts.items() for by in ("by Rustam", "Aliev denies") if by in text]
    assert "denied by Witness 1, Interior Ministry" in texts["index.html"]
    assert "counted, denied by Witness 1" in texts["dossier.json"]
    assert "Witness 1 denies the rest." in texts["dossier.json"]


def test_a_total_in_a_dossier_is_told_as_contested_and_by_whom(tmp_path):
    findings, weighed, kept = sample()
    own = next(s.id for f in findings for s in f.statements if s.quote.startswith("Nearly 500"))
    against = Contest(own, own, "Rustam Aliev", "nobody was", denies=True)
    notes = ("Contested: denied by Rustam Aliev, “nobody was”.",)
    one = Tally(500.0, (Line(own, 500.0, "counted"),), (), None, None, notes, Stage.ORDERED, (against,))
    files = write_dossier(findings, weighed, tmp_path / "out", kept, totals=Totals({"expulsion": [one]}))
    texts = {file.name: file.read_text(encoding="utf-8") for file in files}
    assert "at least 500 people, contested" in texts["index.html"]
    assert "others deny it or say less" in texts["index.html"]
    assert "denied by Witness 1, “nobody was”" in texts["index.html"]
    assert "all sources together support" not in texts["index.html"]
    assert '"by": "Witness 1"' in texts["dossier.json"]


CONTESTED = Tally(5, (), (), None, None, (), None, (Contest("a", "b", "Omsk police", "3", denies=False),))
AGREED = Tally(5, (), (), None, None, ())


def test_totals_that_nobody_contests_are_not_told_as_contested_with_those_that_some_do():
    assert "contested" not in meaning([AGREED])
    assert "it is contested" in meaning([CONTESTED])
    both = meaning([AGREED, CONTESTED])
    assert "it is contested" not in both
    assert "others deny those marked “contested” or say less" in both
    assert "all sources together" not in both


def test_a_contest_stands_at_its_own_total_though_every_total_has_it(tmp_path):
    findings, weighed, kept = sample()
    own = next(s.id for f in findings for s in f.statements if s.quote.startswith("Nearly 500"))
    against = Contest(own, own, "Omsk police", "nobody was", denies=True)
    notes = ("Contested: denied by Omsk police, “nobody was”.", "Nothing denied is counted.")
    one = Tally(500.0, (Line(own, 500.0, "counted"),), (), None, None, notes, Stage.ORDERED, (against,))
    files = write_dossier(findings, weighed, tmp_path / "out", kept, totals=Totals({"expulsion": [one, one]}))
    page = next(file for file in files if file.name == "index.html").read_text(encoding="utf-8")
    assert page.count(notes[0]) == 2
    assert page.count(notes[1]) == 1
