"""Words that only name an act tell none; the same words told as done do."""

import pytest
from parsed_text import parsed, triggers

from guvoh.extraction.grammar.mentioned import only_named
from guvoh.model import Role


def told(text):
    """The acts of a text that are not only named."""
    read, found = parsed(text), triggers(text)
    return sorted(t.term for t in found if not only_named(read, read.sentences[t.head.sent], t, found))


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Nine men said that they were tortured during these detentions.", "arbitrary_detention"),
        ("Four cooks were fined before any arrest.", "arbitrary_detention"),
        ("The masked men beat guests during the raid.", "raid"),
        ("They were forced to sign contracts with the army under threat of deportation.", "expulsion"),
        (
            "Six men were forced to sign contracts with the army, otherwise their citizenship would be annulled.",
            "permit_cancellation",
        ),
        (
            "He was forced to sign a contract with the army: either he goes or his citizenship is annulled.",
            "permit_cancellation",
        ),
        ("A poll found that 73 percent of Russians want migrants deported.", "expulsion"),
        ("The ministry did not comment on the deportations.", "expulsion"),
        ("The bill will let officers seize the passports of migrants.", "document_confiscation"),
        ("The Asylum and Immigration Bill allows police to detain migrants for 48 hours.", "arbitrary_detention"),
        ("The spokesman refused to respond to questions about the raids.", "raid"),
        ("Expulsion without court. The police decide by themselves.", "expulsion"),
        ("2. New deportations. The police decide by themselves.", "expulsion"),
        ("If you are arrested by police, do not sign anything and ask for a lawyer.", "arbitrary_detention"),
        ("Write to the embassy if you are refused entry.", "denial_of_entry"),
        ("If you have been detained or need a lawyer, write to our bot.", "arbitrary_detention"),
        (
            "The state is a party to the Convention against Torture of 1984.",
            "torture_ill_treatment",
        ),
        ("The Office of Detention and Deportation said nothing.", "expulsion"),
        ("Under the Code of Offenses, a migrant may be detained for 48 hours.", "arbitrary_detention"),
        ("Article 9 provides that a migrant may be deported only by a court.", "expulsion"),
        ("Stay calm and do not sign blank papers.", "due_process_denial"),
        ("She was charged with resisting arrest by immigration officers.", "arbitrary_detention"),
        ("The embassy asked citizens not to sign papers without reading them.", "due_process_denial"),
    ],
)
def test_what_is_only_named(text, term):
    assert any(t.term == term for t in triggers(text))
    assert term not in told(text)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Nine men were beaten during the detention of 40 builders by police.", "arbitrary_detention"),
        ("During the raids 40 people were detained.", "arbitrary_detention"),
        ("After a raid in Tyumen two Uzbeks were expelled by the court.", "raid"),
        ("The masked men beat guests during the raid, which lasted three hours.", "raid"),
        ("They threatened to deport us.", "expulsion"),
        ("The government wants to deport 2,000 Tajiks.", "expulsion"),
        ("The officers were allowed to deport 40 Tajiks, and did.", "expulsion"),
        ("The guards let the dogs bite, and detained 20 migrants.", "arbitrary_detention"),
        ("The ministry confirmed the deportation of 40 Tajiks.", "expulsion"),
        ("Among those detained was a man from Osh.", "arbitrary_detention"),
        ("Those held at the depot get one meal a day.", "arbitrary_detention"),
        ("The police deported 40 people and did not comment.", "expulsion"),
        ("Deportation of 40 Tajiks. The police say nothing.", "expulsion"),
        ("If you were detained, they took your money.", "arbitrary_detention"),
        ("A court found that Article 3 had been breached: guards tortured the detainees.", "torture_ill_treatment"),
        ("Under the Code of Offenses, police detained 40 migrants.", "arbitrary_detention"),
        ("The officers made him sign blank papers.", "due_process_denial"),
        ("Police Deport 40 Tajiks", "expulsion"),
    ],
)
def test_what_is_told(text, term):
    assert term in told(text)


def test_a_title_is_no_heading_of_a_part():
    read = parsed("New deportations", Role.TITLE)
    (trigger,) = (t for t in triggers("New deportations") if t.term == "expulsion")
    assert not only_named(read, read.sentences[0], trigger, [trigger])
