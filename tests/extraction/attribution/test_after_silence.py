"""A pronoun right behind somebody who would not speak means whoever spoke before him."""

import pytest

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.model import Document, Passage, Role

WOMAN = "Dilnoza Karimova, a cook, said guards had kicked her son. "
MAN = "Farrukh Umarov, a welder, told reporters that guards had kicked him. "


def speaker(text, of):
    document = Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), publisher="Daily")
    links = attribute(annotate(document), document).chain(text.index(of), text.index(of) + len(of)).links
    return links[0].name if links else None


@pytest.mark.parametrize(
    "silence",
    [
        "Irina Sokolova, a spokeswoman for the regional police, declined to comment.",
        "Irina Sokolova of the prosecutor's office refused to answer questions.",
        "The police press officer, Irina Sokolova, did not respond to a request for comment.",
        "Spokeswoman Irina Sokolova could not be reached on Monday.",
        "Colonel Irina Sokolova was not available for comment.",
    ],
)
def test_she_is_the_woman_who_spoke(silence):
    assert speaker(f"{WOMAN}{silence} She said 14 others were held with him.", "14 others") == "Dilnoza Karimova"


@pytest.mark.parametrize(
    "silence",
    [
        "Warden Pavel Lukin would not talk to journalists.",
        "The head of the colony, Pavel Lukin, did not reply to written questions.",
    ],
)
def test_he_is_the_man_who_spoke(silence):
    assert speaker(f"{MAN}{silence} He said 14 others were held in the cell.", "14 others") == "Farrukh Umarov"


def test_they_are_those_who_spoke():
    text = "Neighbours said the boy had been kicked. Police declined to comment. They said 14 others were held."
    assert speaker(text, "14 others") == "Neighbours"


def test_it_is_the_body_that_spoke():
    text = "The Open Gate centre said 20 men were kicked. The ministry would not comment. It said 14 were held in May."
    assert speaker(text, "14 were") == "Open Gate centre"


def test_who_says_a_little_was_silent_otherwise():
    text = f"{MAN}Warden Pavel Lukin declined to comment. He said only that 14 others were held by law."
    assert speaker(text, "14 others") == "Pavel Lukin"


@pytest.mark.parametrize(
    "told",
    [
        "Warden Pavel Lukin denied the claim.",
        "Warden Pavel Lukin, who declined to give his age, heads the colony.",
        "Warden Pavel Lukin declined the award.",
        "Warden Pavel Lukin was not content with this answer.",
    ],
)
def test_who_is_told_of_otherwise_speaks_on(told):
    assert speaker(f"{MAN}{told} He said 14 others were held in the cell.", "14 others") == "Pavel Lukin"


@pytest.mark.parametrize("silence", ["would not discuss it", "refused to discuss the raid", "did not explain the raid"])
def test_who_is_silent_on_one_matter_speaks_on_another(silence):
    text = f"{WOMAN}Warden Olga Sokolova {silence}. She said 14 others were held in the cell."
    assert speaker(text, "14 others") == "Olga Sokolova"


def test_the_silent_one_is_meant_where_nobody_else_is():
    assert speaker("Mayor Pavel Lukin refused to talk. He said 14 people were held.", "14 people") == "Pavel Lukin"


def test_a_body_that_would_not_answer_still_has_a_spokesman():
    text = "Neighbours said 9 men were kicked. The Border Ministry did not answer us at length. 14 were held, it said."
    assert speaker(text.replace(", it said", ", a spokesman wrote"), "14 were") == "Border Ministry"
