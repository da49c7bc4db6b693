"""Who accuses: a deed that a person without an office, a victim's lawyer or a complaint tells is alleged."""

import pytest
from report_texts import report

from guvoh.extraction.accusations import is_accusation
from guvoh.extraction.finder import find
from guvoh.model import Link, Modality, SourceKind

PERSON, OFFICIAL, DOCUMENT = SourceKind.PERSON, SourceKind.OFFICIAL, SourceKind.DOCUMENT


@pytest.mark.parametrize(
    ("act", "name", "role", "kind"),
    [
        ("torture_ill_treatment", "Dilshod", None, PERSON),
        ("extortion", "Gul Agha", "vegetable seller", PERSON),
        ("unlawful_entry_search", "Noor Wali", "head of a family of nine", PERSON),
        ("due_process_denial", "Olga Sidorova", "lawyer", PERSON),
        ("expulsion", "Firuz", "plasterer from Isfara", PERSON),
        ("arbitrary_detention", "A former supervisor at the company", "supervisor", PERSON),
        ("torture_ill_treatment", "Jawad Ali", "former guard", PERSON),
        ("detention_conditions", "A former guard at the Herat prison", "guard", OFFICIAL),
        ("extortion", "An ex-officer", None, PERSON),
        ("excessive_force", "former Interior Ministry official", None, OFFICIAL),
        ("arbitrary_detention", "residents", None, SourceKind.WITNESS),
        ("document_confiscation", "the complaint", None, DOCUMENT),
        ("torture_ill_treatment", "Memorial", None, SourceKind.NGO),
        ("detention_conditions", "Rights groups", None, PERSON),
        ("due_process_denial", "Ann Lee", "legal director of the Ohio Migrant Fund", PERSON),
        ("excessive_force", "filing", None, DOCUMENT),
        ("torture_ill_treatment", "KARIMOVA", None, PERSON),
        ("torture_ill_treatment", "OLGA", None, PERSON),
        ("torture_ill_treatment", "TK", None, PERSON),
        ("torture_ill_treatment", "GULNORA KARIMOVA", None, PERSON),
        ("torture_ill_treatment", "Olga KIM", None, PERSON),
    ],
)
def test_a_person_without_an_office_accuses(act, name, role, kind):
    assert is_accusation(act, Link(name, kind, role), "en")


@pytest.mark.parametrize(
    ("act", "name", "role", "kind"),
    [
        ("arbitrary_detention", "Andrei Galkin", "police spokesman", PERSON),
        ("arbitrary_detention", "Rosli Hamdan", "Director-General of Immigration", PERSON),
        ("expulsion", "Olga Sidorova", "lawyer", PERSON),
        ("raid", "Dilshod", None, PERSON),
        ("arbitrary_detention", "Ann Lee", "head of the migration service", PERSON),
        ("raid", "residents", None, SourceKind.WITNESS),
        ("extortion", "guard at the Herat prison", "guard", OFFICIAL),
        ("expulsion", "former head of the migration service", None, PERSON),
        ("arbitrary_detention", "DHS", None, PERSON),
        ("arbitrary_detention", "ICE", None, PERSON),
        ("arbitrary_detention", "NC SOS", None, PERSON),
        ("arbitrary_detention", "ICE Dallas", None, PERSON),
        ("arbitrary_detention", "KINESHMA POLICE", None, PERSON),
        ("expulsion", "Interior Ministry's regional branch", None, PERSON),
        ("fine", "the court", None, OFFICIAL),
        ("expulsion", "the annual report", None, DOCUMENT),
        ("expulsion", "Memorial", None, SourceKind.NGO),
        ("arbitrary_detention", "Uzbekistan", None, PERSON),
        ("detention_conditions", "press center of the Penza police", None, SourceKind.NGO),
        ("excessive_force", "Human Rights Watch", None, SourceKind.PUBLISHER),
    ],
)
def test_bodies_and_those_in_office_do_not(act, name, role, kind):
    assert not is_accusation(act, Link(name, kind, role), "en")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("“They beat me with a baton in the van,” Dilshod said.", Modality.ALLEGED),
        ("Olga Sidorova, a lawyer, said that officers beat him in the van.", Modality.ALLEGED),
        ("Police detained 40 workers, police spokesman Andrei Galkin said.", Modality.ASSERTED),
        ("Officers beat 12 workers in a van on Monday.", Modality.ASSERTED),
        ("Former police officer Oleg Ivanov said that officers beat him in the van.", Modality.ALLEGED),
        ("The dismissed inspector Oleg Ivanov said that officers beat workers in the van.", Modality.ALLEGED),
        ("REPORTER: What happened?\nKARIMOVA: Officers beat 12 workers in a van on Monday.", Modality.ALLEGED),
    ],
)
def test_an_act_stands_as_its_teller_tells_it(text, modality):
    (made,) = {s.modality for s in find(report(text)).statements if s.act}
    assert made is modality


def test_the_reason_names_the_accusation():
    made = find(report("Olga Sidorova, a lawyer, said that officers beat him in the van.")).statements
    assert made
    assert all("an accusation of who tells it" in statement.why for statement in made)


@pytest.mark.parametrize("act", ["torture_ill_treatment", "excessive_force"])
def test_an_office_that_speaks_for_citizens_accuses_another_state_of_blows(act):
    assert is_accusation(act, Link("Kyrgyzstan's Foreign Ministry", OFFICIAL), "en")
    assert not is_accusation(act, Link("the Interior Ministry", OFFICIAL), "en")


def test_a_lawyer_reports_how_many_were_held():
    lawyer = Link("Olga Sidorova", PERSON, "lawyer")
    assert not is_accusation("arbitrary_detention", lawyer, "en", counted=True)
    assert is_accusation("arbitrary_detention", lawyer, "en")


@pytest.mark.parametrize(
    ("sentence", "act", "modality"),
    [
        ("It was reported that police detained 40 migrants at the market.", "arbitrary_detention", Modality.ASSERTED),
        ("Some 800 migrants were reportedly detained at the market.", "arbitrary_detention", Modality.ASSERTED),
        ("Some 800 migrants were allegedly detained at the market.", "arbitrary_detention", Modality.ALLEGED),
        ("Migrants were reportedly tortured by the police.", "torture_ill_treatment", Modality.ALLEGED),
        ("The Interior Ministry claimed that it had deported 30 migrants.", "expulsion", Modality.ASSERTED),
    ],
)
def test_a_measure_that_is_only_passed_on_is_no_allegation(sentence, act, modality):
    assert {s.modality for s in find(report(sentence)).statements if s.act == act} == {modality}
