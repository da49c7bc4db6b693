"""Sentences that tell who told the ones before them, as rewrites and machine English put it."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.model import Document, Passage, Role

TITLE = "What happened this week\n\n"


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("About this on Saturday informed in the press service of the courts.", "press service of the courts"),
        ("This was reported in the press service of the regional courts.", "press service of the regional courts"),
        ("This was told to reporters in the Labour Ministry.", "Labour Ministry"),
        ("The head of the courts' press service, Oksana Belova, made this public.", "Oksana Belova"),
        ("This was made known by the head of the press service, Oksana Belova.", "Oksana Belova"),
        ("The head of the Dock Union, Ali Rahimov, wrote about this on his channel.", "Ali Rahimov"),
        ("Ali Rahimov, head of the Dock Union, shared this with reporters.", "Ali Rahimov"),
        ("The information is contained in the Dock Union's report.", "Dock Union"),
        ("Such figures are cited in the Dock Union's report.", "Dock Union"),
        ("This is stated on the website of the Labour Ministry.", "Labour Ministry"),
        ("The corresponding data is published on the website of the Dock Union.", "Dock Union"),
        ("The corresponding statement was made by the Dock Union.", "Dock Union"),
        ("This became known from the report of the Labour Ministry.", "Labour Ministry"),
        ("The Labour Ministry spoke about this.", "Labour Ministry"),
        ("Reports Steppe Herald with reference to the Labour Ministry.", "Labour Ministry"),
        (
            "Such estimates are given in the Dock Union investigation named “How did the men end up there?”.",
            "Dock Union",
        ),
    ],
)
def test_whoever_made_it_known_told_what_stands_before(behind, speaker):
    assert says(f"{TITLE}At least 127 people died. {behind}", "127")[0] == speaker


@pytest.mark.parametrize(
    "behind",
    [
        "Nobody in the Dock Union made this public.",
        "The Dock Union learned about this from the news.",
        "The police spoke about this with the owners.",
        "The mayor was informed about this.",
        "The Dock Union denied this.",
        "This was seen in the streets of Omsk.",
        "It was reported that a man, taken from a colony, was freed.",
        "The statement was made to calm the crowd.",
        "This was stated to be false by the Dock Union.",
        "This was declared untrue by the Dock Union.",
    ],
)
def test_what_makes_nothing_known_tells_nothing_before(behind):
    assert says(f"{TITLE}At least 127 people died. {behind}", "127") == ["The Courier"]


RULED = "The courts in Tula ruled that 370 men be expelled. The head of the courts' press service, Oksana Belova, "


def test_whoever_makes_a_ruling_known_tells_it_and_goes_on_with_what_the_courts_did():
    text = f"{TITLE}{RULED}made this public.\n\nFrom April 8 to 12, the courts of the city took in some 502 cases."
    assert says(text, "370")[0] == says(text, "502")[0] == "Oksana Belova"


def test_what_is_claimed_of_the_courts_goes_on_with_whoever_told_of_them():
    text = (
        f"{TITLE}Over 370 men will be expelled. About this informed the press service of the courts.\n\n"
        "Raids were staged. It is claimed that in five days more than 500 cases came to the courts."
    )
    assert says(text, "500")[0] == "press service of the courts"


def test_another_paragraph_of_other_things_is_the_pages():
    text = f"{TITLE}{RULED}made this public.\n\nIn March a bomb in Perm killed 44 people."
    assert says(text, "44") == ["The Courier"]


def test_a_ruling_that_nobody_else_makes_known_is_the_courts():
    assert says(f"{TITLE}The courts in Tula ruled that 370 men be expelled.", "370")[0] == "courts in Tula"


@pytest.mark.parametrize(
    ("told", "at", "speakers"),
    [
        ("The court in Tula ruled that guards tortured nine men.", "nine", ["court in Tula", "Labour Ministry"]),
        ("The European court ruled that Aziz was tortured.", "Aziz", ["European court", "Labour Ministry"]),
        ("Lawyers said the court ruled that guards beat nine men.", "nine", ["court", "Lawyers", "Labour Ministry"]),
        ("The court ruled that nine men be expelled.", "nine", ["Labour Ministry"]),
        ("The court ruled that nine men must leave.", "nine", ["Labour Ministry"]),
        ("The court decided to expel nine men.", "nine", ["Labour Ministry"]),
    ],
)
@pytest.mark.parametrize(
    "behind", ["The Labour Ministry said this on Monday.", "This was announced by the Labour Ministry."]
)
def test_what_a_court_finds_it_says_and_what_it_does_is_told_by_whoever_makes_it_known(told, at, speakers, behind):
    assert says(f"{TITLE}{told} {behind}", at) == [*speakers, "The Courier"]


def test_each_of_many_such_sentences_tells_only_those_since_the_last():
    text = "Courts expelled 370 people. The police made this public. " * 60
    passage = Passage(0, len(text), Role.BODY)
    document = Document("a.txt", "0" * 64, "text/plain", text, (passage,), publisher="The Courier")
    told = [speech.content for speech in attribute(annotate(document), document).speeches]
    assert len(told) == 60
    assert all(len(content) == 1 for content in told)


def test_two_such_sentences_in_a_row_tell_the_same():
    text = f"{TITLE}At least 127 people died. The Labour Ministry reported this. The Dock Union informed about this."
    assert says(text, "127") == ["Labour Ministry", "Dock Union", "The Courier"]
