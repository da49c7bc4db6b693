"""What the words call untrue is denied; a false charge, a denied denial and what only dates the deed are not."""

import pytest
from parsed_text import act_of, parsed, word

from guvoh.extraction.grammar.falsehood import called_untrue
from guvoh.extraction.grammar.modality import modality_of

TABLE = [
    ("It is not true that anyone was tortured.", "torture_ill_treatment", "denied"),
    ("It is untrue, the ministry said, that 40 men were beaten by police.", "excessive_force", "denied"),
    ("He called the claim that 40 people were beaten by guards in custody a lie.", "torture_ill_treatment", "denied"),
    ("Reports that migrants were beaten by police in the station are false.", "torture_ill_treatment", "denied"),
    ("The reports that 60 people were tortured were false.", "torture_ill_treatment", "denied"),
    ("Reports of detentions are untrue.", "arbitrary_detention", "denied"),
    ("Reports of detentions are fabricated.", "arbitrary_detention", "denied"),
    ("Reports of detentions are a fake.", "arbitrary_detention", "denied"),
    ("The ministry dismissed as lies reports that 30 people were detained.", "arbitrary_detention", "denied"),
    ("There was no torture, he insisted.", "torture_ill_treatment", "denied"),
    ("The ministry described the allegations of torture as nonsense.", "torture_ill_treatment", "denied"),
    ("Claims that 30 people were deported do not correspond to reality.", "expulsion", "denied"),
    ("Information about the detention of 50 people does not correspond to reality.", "arbitrary_detention", "denied"),
    ("There is no truth in reports that 40 people were deported.", "expulsion", "denied"),
    ("There is no evidence that anyone was tortured.", "torture_ill_treatment", "denied"),
    ("Ministry denies reports of deportations", "expulsion", "denied"),
    ("It never happened that police beat detainees in custody.", "torture_ill_treatment", "denied"),
    ("The ministry said the video showing officers beating migrants was fake.", "torture_ill_treatment", "denied"),
    ("The officer denied having tortured anyone.", "torture_ill_treatment", "denied"),
    # a clause beside it stands
    ("Police denied the man a lawyer after he was detained.", "arbitrary_detention", "asserted"),
    ("It was false that the men were deported, but 20 were fined.", "fine", "asserted"),
    ("It is true that 40 people were detained.", "arbitrary_detention", "asserted"),
    ("Reports that he was detained on false charges were published.", "criminal_charge", "asserted"),
    (
        "The report says 40 people were detained and calls the official account a lie.",
        "arbitrary_detention",
        "asserted",
    ),
    ("Of the 40 people who were detained, he said the lists were false.", "arbitrary_detention", "asserted"),
    ("There is no evidence that the men who were deported broke the law.", "expulsion", "asserted"),
    # the verdict is on another thing than the claim
    (
        "In a statement, the centre said police beat three men and described the charges as fabricated.",
        "excessive_force",
        "asserted",
    ),
    ("The report on torture said police beat four men and the charges were false.", "excessive_force", "asserted"),
    (
        "In a statement, the embassy said 40 people were detained and it did not know what had happened to them.",
        "arbitrary_detention",
        "asserted",
    ),
    ("The report that police beat three men says the charges are false.", "excessive_force", "asserted"),
    ("The claim that police beat three men was described by the ministry as a lie.", "excessive_force", "denied"),
    ("Reports that police beat three men and two women in the station are false.", "torture_ill_treatment", "denied"),
    ("The video, showing officers beating migrants, was fake.", "torture_ill_treatment", "denied"),
    # a denial that is itself denied
    ("The ministry did not deny that officers had beaten the students.", "excessive_force", "asserted"),
    ("The claim that no workers were deported is a lie.", "expulsion", "alleged"),
    # what only dates or sets the deed is taken for granted
    ("Police denied that anyone was beaten during the raid.", "raid", "asserted"),
    ("Police denied that anyone was beaten by officers during the raid.", "excessive_force", "denied"),
    ("The police denied that officers beat people after the arrests.", "arbitrary_detention", "asserted"),
    ("The police denied beating people in the raid.", "raid", "asserted"),
    ("No one was detained after the raid.", "raid", "asserted"),
    ("No one was detained after the raid.", "arbitrary_detention", "denied"),
    ("Nobody was beaten when 20 people were detained.", "arbitrary_detention", "asserted"),
    ("The men left when nobody was detained.", "arbitrary_detention", "denied"),
]


@pytest.mark.parametrize(("text", "term", "modality"), TABLE)
def test_what_is_called_untrue_is_denied_and_nothing_else(text, term, modality):
    assert modality_of(parsed(text), act_of(text, term))[0].value == modality


def test_the_reason_names_the_words_of_the_verdict():
    text = "The reports that 60 people were tortured were false."
    assert called_untrue(parsed(text), word(text, "tortured")) == "called untrue: “false”"
