"""Finders together: the rules first, others beside them, every problem told once."""

from dataclasses import replace

import pytest
from report_texts import report

from guvoh.extraction import find, finder
from guvoh.extraction.rules import find_by_rules
from guvoh.model import Document, Findings, Kind, Statement

TEXT = "Police officers detained 40 workers in Kazan."


def test_the_rules_are_installed_first():
    assert finder.finders()[0] is find_by_rules


@pytest.mark.parametrize(
    ("language", "named"), [("xx", "“xx”"), ("uz", None), (None, "unknown language"), ("EN", "“EN”")]
)
def test_a_language_nobody_reads_is_a_problem_and_no_error(language, named):
    found = find(report(TEXT, language=language))
    assert found.statements == ()
    (problem,) = found.problems
    assert "kept" in problem
    assert named is None or named in problem
    assert "workers" not in problem


def test_an_empty_document_has_nothing_and_no_problem():
    document = Document("a.txt", "0" * 64, "text/plain", "", problems=("The file is empty.",))
    assert find(document) == Findings(document)


def test_the_document_is_handed_back_as_it_came():
    document = report(TEXT)
    assert find(document).document is document


@pytest.fixture
def beside(monkeypatch):
    """Sets a second finder beside the rules."""

    def put(second):
        monkeypatch.setattr(finder, "finders", lambda: (find_by_rules, second))

    return put


def extra(document, **changed):
    made = Statement("extra", 0, 6, document.text[:6], Kind.ASSESSMENT, "model/en@1", 0.5, ("why",))
    return replace(made, **changed)


def test_statements_of_another_finder_stand_after_those_of_the_rules(beside):
    beside(lambda d: Findings(d, (extra(d),)))
    found = find(report(TEXT))
    assert [s.finder for s in found.statements] == ["rules/en@1", "model/en@1"]
    assert found.places


def test_a_statement_of_the_same_identity_is_the_rules(beside):
    mine = find_by_rules(report(TEXT)).statements[0]
    beside(lambda d: Findings(d, (replace(mine, finder="model/en@1"), extra(d))))
    assert [s.finder for s in find(report(TEXT)).statements] == ["rules/en@1", "model/en@1"]


def test_another_finder_passes_the_same_gate(beside):
    beside(lambda d: Findings(d, (extra(d, quote="invented"),), problems=("told",)))
    found = find(report(TEXT))
    assert [s.finder for s in found.statements] == ["rules/en@1"]
    assert found.problems[0] == "told"
    assert "model/en@1" in found.problems[1]


def test_a_problem_of_several_finders_is_told_once(beside):
    beside(find_by_rules)
    assert len(find(report(TEXT, language="xx")).problems) == 1


def test_without_a_finder_the_problem_says_what_to_do(monkeypatch):
    monkeypatch.setattr(finder, "finders", tuple)
    assert "einstall" in find(report(TEXT)).problems[0]
