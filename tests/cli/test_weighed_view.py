"""What a person reads of weighed documents: who took from whom, read from left to right."""

from dataclasses import replace

import pytest

from guvoh.cli.figures_view import FigureRows
from guvoh.cli.screen import Screen
from guvoh.cli.weighed_view import show_weighed
from guvoh.model import Count, Document, Findings, Kind, Modality, Qualifier, SourceKind, Stage, Statement
from guvoh.model.weighing import (
    DocumentPair,
    DocumentRelation,
    Event,
    FigurePair,
    FigureRelation,
    FigureSum,
    Origin,
    Source,
    Support,
    SupportStatus,
    Weighed,
)


@pytest.mark.parametrize(
    ("direction", "first", "second"),
    [("b_from_a", "b.txt", "a.txt"), ("a_from_b", "a.txt", "b.txt")],
)
def test_the_document_that_repeats_stands_before_the_one_it_repeats(capsys, direction, first, second):
    pair = DocumentPair("a.txt", "b.txt", DocumentRelation.REPEATS, ("one gives its account to News",), direction)
    show_weighed(Screen(), [], Weighed(documents=(pair,)))
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "repeats" in line]
    assert line.index(first) < line.index("repeats") < line.index(second)


def test_of_two_that_say_the_same_neither_is_said_to_repeat_where_it_is_not_known(capsys):
    pair = DocumentPair("a.txt", "b.txt", DocumentRelation.REPEATS, ("the same bytes under two paths",))
    show_weighed(Screen(), [], Weighed(documents=(pair,)))
    told = capsys.readouterr().out
    assert "says the same as" in told
    assert "repeats" not in told


SAID = {
    "a": ("7 men", "Open Road"),
    "b": ("7 men", "Asel Tokova"),
    "c": ("7 men", "Steppe Watch"),
    "d": ("12 men", "Omsk police"),
}
SAID |= {"e": ("19 men", "Steppe Watch"), "f": ("9 men", "publisher not stated")}
SAID |= {"g": ("12 men", "Omsk court")}


def pair(a, b, relation="same", why="“{}” and “{}” are the same number"):
    return FigurePair(a, b, FigureRelation(relation), (why.format(SAID[a][0], SAID[b][0]),))


def weighing(*figures, events=("abcdef",), **said):
    counts = {one: Count(Qualifier.EXACT, words, "person", 0, 5) for one, (words, _) in SAID.items()}
    told = [Statement(i, 0, 9, "Men were beaten.", Kind.ACT, "t", 1.0, (), count=count) for i, count in counts.items()]
    told = [replace(one, **said.get(one.id, {})) for one in told]
    sources = [Source(name, name, SourceKind.NGO) for name in {by for _, by in SAID.values()}]
    origins = [Origin(one, f"{one}.txt", by, (), ()) for one, (_, by) in SAID.items()]
    support = Support(1, 1, 1, (), SupportStatus.SINGLE_ORIGIN, ())
    made = [Event(some, "Beating", (), (), tuple(some), support) for some in events]
    findings = Findings(Document("a.txt", "0", "text/plain", "Men were beaten.", ()), tuple(told))
    return [findings], Weighed(tuple(sources), tuple(origins), (), tuple(made), figures)


def rows_of(*figures, **said):
    return list(FigureRows(*weighing(*figures, **said)).rows())


def test_figures_that_read_the_same_are_one_row_that_names_every_speaker():
    ((figure, by, relation, other, others, _),) = rows_of(pair("a", "b"), pair("c", "b"), pair("a", "c"))
    assert (figure, relation, other) == ("7 men", "same", "7 men")
    assert sorted([*by.split(", "), *others.split(", ")]) == ["Asel Tokova", "Open Road", "Steppe Watch"]


def test_one_conflict_is_read_from_one_side_with_who_says_which():
    why = "“{}” and “{}” cannot both be right"
    ((figure, by, _, other, others, _),) = rows_of(pair("a", "d", "conflict", why), pair("d", "c", "conflict", why))
    assert (figure, by) == ("7 men", "Open Road, Steppe Watch")
    assert (other, others) == ("12 men", "Omsk police")


DENIED = {"modality": Modality.DENIED}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (DENIED, "denied by Steppe Watch"),
        ({"modality": Modality.PLANNED}, "planned, said by Steppe Watch"),
        ({"kind": Kind.PLAN}, "planned, said by Steppe Watch"),
        ({"stage": Stage.ORDERED}, "ordered, said by Steppe Watch"),
        ({"stage": Stage.CARRIED_OUT}, "Steppe Watch"),
    ],
)
def test_who_denies_a_number_or_plans_it_is_not_told_as_who_says_it(said, told):
    ((_, by, _, _, others, _),) = rows_of(pair("a", "c"), c=said)
    assert (by, others) == ("Open Road", told)


def test_who_says_a_number_and_who_denies_it_stand_apart_whichever_comes_first():
    told = rows_of(pair("a", "c"), pair("c", "b"), c=DENIED)
    assert [row[1:5:3] for row in told] == [("Open Road, Asel Tokova", "denied by Steppe Watch")]
    assert len(rows_of(pair("a", "b"), pair("a", "c"), c=DENIED)) == 2


def test_who_was_never_set_beside_whom_is_on_no_row_with_them():
    why = "“{}” and “{}” cannot both be right"
    pairs = [pair(a, b, "conflict", why) for a, b in ("ad", "bd", "bg")]
    rows = rows_of(*pairs, events=("abcdefg",))
    assert [(row[1], row[4]) for row in rows] == [
        ("Open Road", "Omsk police"),
        ("Asel Tokova", "Omsk police, Omsk court"),
    ]


def test_equal_words_for_two_acts_are_two_rows():
    checked = {"act": "identity_check_profiling"}
    rows = rows_of(pair("a", "b"), pair("b", "c"), a={"act": "raid"}, b={"act": "raid"}, c=checked)
    assert len(rows) == 2


def test_a_part_of_a_sum_that_is_only_planned_is_told_so():
    (row,) = rows_of(FigureSum(("a", "d"), "e", ("7 + 12 = 19",)), d={"modality": Modality.PLANNED})
    assert row[1] == "Open Road, planned, said by Omsk police"


def test_equal_figures_of_two_events_are_two_rows():
    assert len(rows_of(pair("a", "b"), pair("c", "d"), events=("ab", "cd"))) == 2


def test_a_later_figure_is_no_earlier_one():
    rows = rows_of(pair("d", "a", "later_update", "later"), pair("a", "d", "later_update", "later"))
    assert [row[0] for row in rows] == ["12 men", "7 men"]


def test_a_sum_names_who_says_its_parts_and_its_total():
    (row,) = rows_of(FigureSum(("a", "d"), "e", ("7 + 12 = 19",)))
    assert row[:5] == ("7 men + 12 men", "Open Road, Omsk police", "sums_to", "19 men", "Steppe Watch")


def test_who_cannot_be_named_is_told_by_the_document():
    (row,) = rows_of(pair("f", "a", "wider", "wider"))
    assert row[1] == "f.txt"


def test_the_figures_of_a_weighing_show_who_says_them(capsys):
    show_weighed(Screen(), [], Weighed())
    assert "said by" in capsys.readouterr().out


def test_conflicts_come_first_and_what_counts_two_kinds_of_things_is_only_numbered(capsys):
    figures = (pair("a", "b"), pair("a", "e", "other_unit", "one counts men"), pair("a", "d", "conflict", "apart"))
    assert [row[2] for row in rows_of(*figures)] == ["conflict", "same"]
    show_weighed(Screen(), *weighing(*figures))
    assert "1 pair counts two kinds of things" in capsys.readouterr().out
    show_weighed(Screen(), *weighing(*figures[::2]))
    assert "kinds of things" not in capsys.readouterr().out
