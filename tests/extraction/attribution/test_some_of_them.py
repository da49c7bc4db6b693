"""A bare "both" or "some" that speaks means people whom the paragraph has named; no such word is a source."""

import pytest

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.extraction.attribution.lexicon import speaker_patterns
from guvoh.model import Document, Passage, Role


def speaker(text, of):
    document = Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), publisher="Daily")
    links = attribute(annotate(document), document).chain(text.index(of), text.index(of) + len(of)).links
    return links[0].name if links else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lawyers met two women in the jail. Both said that 12 people had been pressed to sign.", "two women"),
        ("Nurses treated five workers. Some said that 12 people had been beaten.", "five workers"),
        ("Police held more than 30 men. Thirty-one said that 12 people had been beaten.", "30 men"),
        ("Police held 40 men in Kazan. Thirty-one said that 12 people had been beaten.", "40 men"),
        ("We met the drivers on Friday. It was late. Three said that 12 people were gone.", "drivers"),
    ],
)
def test_the_people_named_before_speak(text, name):
    assert speaker(text, "12 people") == name


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("12 women and 30 men came. Police held 14 of them. Thirty-one said that 12 people had been beaten.", "30 men"),
        ("Nurses treated five workers. Seven said that 12 people had been beaten.", "five workers"),
    ],
)
def test_a_smaller_group_does_not_speak_for_more(text, whole):
    assert speaker(text, "12 people") not in (whole, "five workers")


def test_what_a_sentence_goes_by_is_not_who_spoke_before():
    told = "According to reporting by Reuters, 12 migrants were beaten. "
    assert speaker(told + "According to reporting rules, police must list 30 detainees.", "30 detainees") == "Daily"
    assert speaker(told + "A further 30 were held.", "30 were") == "Reuters"


def test_nobody_of_another_paragraph_is_meant():
    assert speaker("Lawyers met two women.\n\nBoth said that 12 people had been pressed.", "12 people") != "two women"


def test_a_paragraph_may_hold_a_thousand_sentences():
    opens = "Twenty men were held, the lawyer Olga Sidorova said.\n\n15 of them were deported."
    told = (f" On Tuesday the officers detained {n} migrants at the market in Moscow." for n in range(10, 1000))
    assert speaker(opens + "".join(told), "999 migrants") == "Daily"


@pytest.mark.timeout(30)  # a pattern that tries every split of the dots would hang
def test_a_row_of_dots_is_read_once():
    assert speaker_patterns()["of_them"].match("." * 200_000) is None
    assert speaker_patterns()["of_them"].match("... 1,379 of them were deported")
