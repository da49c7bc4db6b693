"""Which lines head a section of a text."""

import pytest
from parsed_text import parsed

from guvoh.extraction.grammar.section_heads import heads_a_section

ABOVE = "Police in Penza held 80 builders at a market on Tuesday, and a court fined 12 of them."
BELOW = "Two foremen were arrested a day later, the regional prosecutor said in a statement."


def headed(line, above=ABOVE, below=BELOW):
    """Whether a line between two paragraphs heads the second."""
    text = "\n\n".join((above, line, below))
    read = parsed(text)
    at = text.index(line)
    return any(heads_a_section(read, s) for s in read.sentences if s.start == at)


@pytest.mark.parametrize("line", ["Two foremen arrested", "What the Prosecutor Says", "Alleged beatings"])
def test_a_short_line_without_a_stop_heads_a_section(line):
    assert headed(line)


@pytest.mark.parametrize(
    "line",
    [
        "Two foremen were arrested.",
        "“Two foremen arrested”",
        "two foremen arrested",
        "Arrested:",
        "Two foremen of the firm that built the market hall by the river were arrested there",
    ],
)
def test_other_lines_head_none(line):
    assert not headed(line)


def test_rows_of_a_list_head_none():
    assert not headed("Arrests in Penza", above="Fines in Penza", below="Raids in Penza")
    assert not headed("Arrests in Penza", below="Raids in Penza")
