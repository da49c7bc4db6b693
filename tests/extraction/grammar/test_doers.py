"""Whose violence it is follows from who does it, and who denies a claim keeps nothing from anybody."""

import pytest

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.grammar.triggers import find_triggers
from guvoh.model import Document, Passage, Role

VIOLENCE = {"torture_ill_treatment", "excessive_force", "private_violence"}


def terms(sentence):
    document = Document(
        "a.txt", "0" * 64, "text/plain", sentence, (Passage(0, len(sentence), Role.BODY),), language="en"
    )
    text = annotate(document)
    return {t.term for s in text.sentences for t in find_triggers(text, s)}


@pytest.mark.parametrize("who", ["Smugglers", "The captors", "Traffickers", "Villagers", "The kidnappers", "A gang"])
def test_what_captors_and_crowds_do_is_private(who):
    assert terms(f"{who} tortured the migrants for a week.") & VIOLENCE == {"private_violence"}


@pytest.mark.parametrize("who", ["Officers", "The guards", "Soldiers", "A gang of officers", "Police"])
def test_what_those_in_uniform_do_is_not(who):
    found = terms(f"{who} tortured the migrants for a week.")
    assert "torture_ill_treatment" in found
    assert "private_violence" not in found


def test_torture_by_nobody_named_stays_torture():
    assert "torture_ill_treatment" in terms("The migrants were tortured for a week.")


def test_by_stands_before_captors_too():
    assert terms("Forty Ethiopians were tortured by smugglers in a barn.") & VIOLENCE == {"private_violence"}


@pytest.mark.parametrize(
    "claim", ["that the housing of the workers was her affair", "that children had no school services"]
)
def test_to_deny_a_claim_is_no_refusal_of_service(claim):
    assert not terms(f"In court the woman denied {claim}.") & {"denial_of_service", "due_process_denial"}


def test_to_deny_people_a_thing_is_one():
    assert "denial_of_service" in terms("Migrant women were denied medical treatment.")
