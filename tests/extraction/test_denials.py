"""A denied deed is never told as a fact or a claim, in headlines and in numbers that stand alone too."""

import pytest
from report_texts import pieces, report

from guvoh.extraction.finder import find
from guvoh.model import Modality, Role


@pytest.mark.parametrize(
    "title",
    ["Police spokesman denies beatings", "Police deny beatings at Samara market", "Police refute torture claims"],
)
def test_a_headline_that_denies_tells_no_deed(title):
    made = find(pieces((Role.TITLE, title))).statements
    assert made
    assert {s.modality for s in made} == {Modality.DENIED}


@pytest.mark.parametrize(
    "text",
    [
        "The story that 30 people were beaten is pure invention, the police said.",
        "The police denied that 30 people had fallen ill.",
        "“The claim that 60 people fell ill is a lie,” the governor said.",
    ],
)
def test_a_number_in_a_denied_claim_is_denied(text):
    made = find(report(text)).statements
    assert made
    assert {s.modality for s in made} == {Modality.DENIED}


def test_what_is_not_done_in_a_detention_centre_does_not_deny_that_people_are_held_there():
    made = find(report("The men were not fed in the detention centre.")).statements
    assert made
    assert Modality.DENIED not in {s.modality for s in made if s.act == "arbitrary_detention"}
    denied = find(report("Nobody was held in the detention centre.")).statements
    assert Modality.DENIED in {s.modality for s in denied if s.act == "arbitrary_detention"}
