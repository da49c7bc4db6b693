"""What a person reads of weighed documents: who took from whom, read from left to right."""

import pytest

from guvoh.cli.screen import Screen
from guvoh.cli.weighed_view import show_weighed
from guvoh.model.weighing import DocumentPair, DocumentRelation, Weighed


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
