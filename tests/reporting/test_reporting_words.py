"""Values in words: hedges kept, units in number, dates no more exact than said."""

import pytest
from dossier_factory import sample

from guvoh.model import Count, Kind, Modality, Qualifier, SourceKind, Stage
from guvoh.model.weighing import DocumentRelation, FigureRelation, SupportStatus
from guvoh.reporting import tables, words
from guvoh.reporting.record import build_record
from guvoh.reporting.svg import element


def count(qualifier, unit="person", **bounds):
    return Count(qualifier, "as written", unit, 0, 10, **bounds)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (count(Qualifier.EXACT, low=87, best=87, high=87), "87 people"),
        (count(Qualifier.EXACT, low=1, best=1, high=1), "1 person"),
        (count(Qualifier.MORE_THAN, "call", low=2500), "more than 2,500 calls"),
        (count(Qualifier.AT_LEAST, low=30), "at least 30 people"),
        (count(Qualifier.AT_MOST, high=60), "at most 60 people"),
        (count(Qualifier.LESS_THAN, high=20), "less than 20 people"),
        (count(Qualifier.NEARLY, best=500, high=500), "nearly 500 people"),
        (count(Qualifier.ABOUT, best=40), "about 40 people"),
        (count(Qualifier.RANGE, low=30, high=60), "30 to 60 people"),
        (count(Qualifier.VAGUE), "“as written” people"),
        (count(Qualifier.ABOUT, "decision", best=0.3333), "“as written” decisions"),
        (count(Qualifier.EXACT, "RUB", low=5000, best=5000, high=5000), "5,000 RUB"),
        (count(Qualifier.EXACT, "percent", best=12.5), "12.5 percent"),
        (count(Qualifier.EXACT, "family", best=3), "3 families"),
        (count(Qualifier.EXACT, "day", best=3), "3 days"),
        (count(Qualifier.EXACT, "years_of_age", best=34), "34 years of age"),
    ],
)
def test_numbers(made, told):
    assert f"{words.amount_words(made)} {words.unit_words(made)}" == told


def test_no_number_is_no_number():
    assert words.hedge_words(count(Qualifier.VAGUE)) == "no number given"
    assert words.hedge_words(count(Qualifier.ABOUT, best=0.3333)) == "a share"
    assert words.hedge_words(count(Qualifier.EXACT, best=3)) == "exactly as given"


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        (None, "not stated"),
        ("2024-03-22", "22 March 2024"),
        ("2024-03", "March 2024"),
        ("2024", "2024"),
        ("2024-03-22/2024-03-24", "22 to 24 March 2024"),
        ("2024-03-22/2024-04-11", "22 March to 11 April 2024"),
        ("2021-06/2021-08", "June to August 2021"),
        ("2021-10-28/2024-10-28", "28 October 2021 to 28 October 2024"),
        ("2023/2024", "2023 to 2024"),
        ("2024-03-22/..", "since 22 March 2024"),
        ("2024-03-22/", "from 22 March 2024, end not known"),
        ("../2024-03-22", "before or on 22 March 2024"),
        ("/2024-03-22", "until 22 March 2024, start not known"),
        ("XXXX-03-22", "22 March, year not stated"),
        ("XXXX-10-02/XXXX-10-08", "2 to 8 October, year not stated"),
        ("someday", "someday"),
    ],
)
def test_dates(edtf, told):
    assert words.when_words(edtf) == told


def test_every_term_of_the_model_has_words():
    for terms, table in (
        (Modality, words.MODALITIES),
        (Stage, words.STAGES),
        (Kind, words.STATEMENTS),
        (SupportStatus, words.SUPPORT),
        (FigureRelation, words.FIGURE_RELATIONS),
        (DocumentRelation, words.DOCUMENT_RELATIONS),
    ):
        assert set(table) == set(terms)
    assert all(words.kind_words(kind) for kind in SourceKind)
    assert words.act_words("torture_ill_treatment") == "Torture, ill-treatment"
    assert words.act_words("new_term") == "new term"


def test_svg_elements_escape_and_refuse_inline_style():
    assert str(element("text", "<b>&", class_='"x"')) == '<text class="&#34;x&#34;">&lt;b&gt;&amp;</text>'
    assert str(element("g", element("line", x1=1.04, y1=2.0))) == '<g><line x1="1" y1="2"/></g>'
    with pytest.raises(ValueError, match="style"):
        element("g", style="fill:red")
    with pytest.raises(ValueError, match="onclick"):
        element("g", onclick="alert(1)")


def test_relations_are_weighed_and_long_quotes_cut_around_the_number():
    assert set(tables._WEIGHT) == {kind.value for kind in FigureRelation}
    findings, weighed, kept = sample()
    record = build_record(findings, weighed, kept)
    for row in tables.rows(record).values():
        count = row.entry.statement.count
        assert len(row.snippet) <= 160
        assert row.snippet.strip("… ") in row.entry.statement.quote
        assert count is None or count.words in row.snippet
