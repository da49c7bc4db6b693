"""How a text stands to an act, and how far a measure has gone."""

import pytest
from parsed_text import act_of, parsed

from guvoh.extraction.grammar.modality import modality_of, stage_of

# sentence, act, modality, stage ("" for none)
TABLE = [
    ("The police detained 40 migrants.", "arbitrary_detention", "asserted", "carried_out"),
    ("The workers were deported.", "expulsion", "asserted", "carried_out"),
    ("The court fined the drivers.", "fine", "asserted", "carried_out"),
    ("The police raided a hostel.", "raid", "asserted", "carried_out"),
    ("Police carried out a raid on a hostel.", "raid", "asserted", "carried_out"),
    ("The officers beat the student.", "excessive_force", "asserted", ""),
    # ordered, not yet carried out
    ("A court in Osh ordered nearly 30 of the detained expelled on 13 March 2025.", "expulsion", "asserted", "ordered"),
    ("Judges had ordered 17 people expelled by Friday, the service said.", "expulsion", "asserted", "ordered"),
    ("The court told 87 people that they must be deported.", "expulsion", "asserted", "ordered"),
    ("The court ordered that they be deported.", "expulsion", "asserted", "ordered"),
    ("The court ordered compensation for 30 people who were deported.", "expulsion", "asserted", "carried_out"),
    ("Police told us that the workers were deported.", "expulsion", "asserted", "carried_out"),
    # negated and denied
    ("The police did not detain the students.", "arbitrary_detention", "denied", ""),
    ("The students were not detained.", "arbitrary_detention", "denied", ""),
    ("The officers didn't beat the students.", "excessive_force", "denied", ""),
    ("The workers were never deported.", "expulsion", "denied", ""),
    ("There was no raid on the market.", "raid", "denied", ""),
    ("No raids were carried out.", "raid", "denied", ""),
    ("The ministry denied that officers had beaten the students.", "excessive_force", "denied", ""),
    ("The police denied the torture of detainees.", "torture_ill_treatment", "denied", ""),
    ("The governor denied reports of deportations.", "expulsion", "denied", ""),
    # negations that deny nothing
    ("Migrants were not only detained but beaten.", "arbitrary_detention", "asserted", "carried_out"),
    ("The migrants were not allowed to enter the country.", "denial_of_entry", "asserted", "carried_out"),
    ("The students were detained, but not beaten.", "arbitrary_detention", "asserted", "carried_out"),
    # claims
    ("The officers reportedly beat 12 students.", "excessive_force", "alleged", ""),
    ("The officers allegedly tortured the detainees.", "torture_ill_treatment", "alleged", ""),
    ("The alleged torture of detainees was described.", "torture_ill_treatment", "alleged", ""),
    ("The student claimed that the officers had beaten him.", "excessive_force", "alleged", ""),
    ("Lawyers alleged that guards had tortured the detainees.", "torture_ill_treatment", "alleged", ""),
    ("The detainees complained of torture.", "torture_ill_treatment", "alleged", ""),
    ("Reports of torture by guards appeared.", "torture_ill_treatment", "alleged", ""),
    ("Migrants said that officers had beaten them.", "excessive_force", "alleged", ""),
    # plans and conditions
    ("The workers will be deported.", "expulsion", "planned", "planned"),
    ("The workers would be deported.", "expulsion", "planned", "planned"),
    ("If the workers return, they will be deported.", "expulsion", "planned", "planned"),
    ("The officers plan to deport 500 workers.", "expulsion", "planned", "planned"),
    ("The city plans a raid on the market.", "raid", "planned", "planned"),
    ("The men are expected to be deported.", "expulsion", "planned", "planned"),
    ("The mayor threatened to deport the workers.", "expulsion", "planned", "planned"),
    # habits
    ("The officers routinely detain foreign workers.", "arbitrary_detention", "general", ""),
    ("Migrants are systematically detained by police.", "arbitrary_detention", "general", ""),
    # orders
    ("The court ordered the men to be expelled.", "expulsion", "asserted", "ordered"),
    ("The men were ordered to be deported.", "expulsion", "asserted", "ordered"),
    ("The court ruled to deport the family.", "expulsion", "asserted", "ordered"),
    ("Forty migrants were ordered to leave the country.", "expulsion", "asserted", "ordered"),
    ("The mayor ordered a raid on the market.", "raid", "asserted", "carried_out"),
    # negations that stand with the affected, and verbs of not doing
    ("No migrants were deported.", "expulsion", "denied", ""),
    ("None of the workers were deported.", "expulsion", "denied", ""),
    ("Nobody was detained.", "arbitrary_detention", "denied", ""),
    ("There were no reports of deportations.", "expulsion", "denied", ""),
    ("The court refused to deport the family.", "expulsion", "denied", ""),
    ("The migrants may be deported.", "expulsion", "planned", "planned"),
]


def read(sentence, term):
    text, trigger = parsed(sentence), act_of(sentence, term)
    modality, why = modality_of(text, trigger)
    stage = stage_of(text, trigger, modality)
    return (modality.value, stage.value if stage else ""), why


@pytest.mark.parametrize(("sentence", "term", "modality", "stage"), TABLE)
def test_modality_and_stage(sentence, term, modality, stage):
    found, why = read(sentence, term)
    assert found == (modality, stage)
    assert (why is None) == (modality == "asserted")
