"""Persons named together speak together: "both", "all three", "the two men", "they" mean each of them."""

import pytest

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.model import Document, Passage, Role

FREED = "Farrukh Umarov, 20, and Sherzod Nazarov, a cook from Osh, were freed in Tver on Friday. "
JAILED = "The judge, Oleg Lukin, jailed Farrukh Umarov and Sherzod Nazarov. "
TOLD = "Farrukh Umarov told us that guards kicked him. Sherzod Nazarov said he was kicked too. "
THREE = "Three men, Farrukh Umarov, Sherzod Nazarov and Alisher Toirov, came home in May. "


def found(text, of):
    document = Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), publisher="Daily")
    made = attribute(annotate(document), document)
    links = made.chain(text.index(of), text.index(of) + len(of)).links
    return links[0].name if links else None, {source.name for source in made.sources}


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (FREED + "Both deny the charges and say 14 others were kicked.", 2),
        (FREED + "The two men say 14 others were kicked.", 2),
        (FREED + "They say 14 others were kicked.", 2),
        (FREED + "They both say that 14 others were kicked.", 2),
        (FREED + "Both told us that they were kicked. They added that 14 others were kicked.", 2),
        (JAILED + "Both men said that 14 others were kicked.", 2),
        (TOLD + "Both said that 14 others were kicked.", 2),
        (THREE + "All three told the paper that 14 others were kicked.", 3),
        (THREE + "The men say that 14 others were kicked.", 3),
    ],
)
def test_those_named_together_speak(text, sources):
    speaker, all_sources = found(text, "14 others")
    names = {"Farrukh Umarov", "Sherzod Nazarov", "Alisher Toirov"}
    assert speaker == "Farrukh Umarov"
    assert len(all_sources & names) == sources
    assert "Both" not in all_sources


@pytest.mark.parametrize(
    "text",
    [
        "Lawyers Anna Kim and Farrukh Umarov met two women. Both said that 14 others were kicked.",
        FREED + "Three women came with them. All three said that 14 others were kicked.",
        "Farrukh Umarov was freed. Two cooks said that 14 others were kicked.",
        JAILED + "They quote guards: “Both said that 14 others were kicked.”",
        "Farrukh Umarov visited Oleg Lukin and Irina Som. All four said that 14 others were kicked.",
        "Farrukh Umarov and Sherzod Nazarov were freed. Police say that 14 others were kicked.",
    ],
)
def test_others_than_those_named_speak(text):
    assert found(text, "14 others")[0] != "Farrukh Umarov"


def test_each_of_those_joined_by_a_comma_and_an_and_is_a_source():
    text = "Farrukh Umarov, a cook, and Sherzod Nazarov told us that 14 others were kicked."
    assert found(text, "14 others")[1] >= {"Farrukh Umarov", "Sherzod Nazarov"}


def test_an_office_with_and_is_no_second_person():
    text = "Minister for Youth Affairs and Sport Sherzod Nazarov told us that 14 others were kicked."
    assert not any("Youth" in name for name in found(text, "14 others")[1])
