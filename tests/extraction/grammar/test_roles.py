"""Who acts and who is acted on, over plain sentences: passives, relatives, participles, lists, control, nouns."""

import pytest
from parsed_text import act_of, parsed, word

from guvoh.extraction.grammar.roles import Roles, roles_of
from guvoh.extraction.grammar.subjects import agent_of, governing_verb, is_passive, subject_of

# sentence, act, word that heads the actor, word that heads the affected; "" for none
TABLE = [
    # active
    ("Police officers detained 40 migrants at a market.", "arbitrary_detention", "officers", "migrants"),
    ("On Friday, police in Tula detained 12 students.", "arbitrary_detention", "police", "students"),
    ("The officers beat him.", "excessive_force", "officers", "him"),
    ("They deported two brothers.", "expulsion", "They", "brothers"),
    ("Masked men attacked a courier.", "excessive_force", "men", "courier"),
    ("The court fined the driver.", "fine", "court", "driver"),
    ("Police detained Uzbek, Tajik and Kyrgyz workers.", "arbitrary_detention", "Police", "workers"),
    ("Companies dismissed 200 migrant workers.", "dismissal", "Companies", "workers"),
    ("Nationalists beat a delivery driver.", "private_violence", "Nationalists", "driver"),
    # passive
    ("The migrants were detained.", "arbitrary_detention", "", "migrants"),
    ("The migrants were detained by the police.", "arbitrary_detention", "police", "migrants"),
    ("Forty builders have been deported since May.", "expulsion", "", "builders"),
    ("A driver was fined by a court in Perm.", "fine", "court", "driver"),
    ("The detainees were tortured by the officers.", "torture_ill_treatment", "officers", "detainees"),
    ("He was deported.", "expulsion", "", "He"),
    ("The building was raided by agents.", "raid", "agents", "building"),
    # datelines, bodies right before the verb, containers, those advised, those handed something
    ("MOSCOW (AP) — Police in Moscow detained more than 1,200 migrants.", "arbitrary_detention", "Police", "migrants"),
    ("SAMARA, Aug 6 - Russian police rounded up 900 workers.", "arbitrary_detention", "police", "workers"),
    ("A day earlier Home Affairs inspectors had raided a market.", "raid", "inspectors", "market"),
    ("Most of the workers were taken to a police station.", "arbitrary_detention", "", "workers"),
    ("A total of 72 foreigners were detained on Monday.", "arbitrary_detention", "", "foreigners"),
    ("The embassy recommends that citizens refrain from trips to Russia.", "travel_advisory", "embassy", "citizens"),
    ("Three natives of Osh were handed summonses to the enlistment office.", "forced_recruitment", "", "natives"),
    ("Fines were imposed on eleven traders by the court.", "fine", "court", "traders"),
    ("Entry bans were issued to 40 builders.", "reentry_ban", "", "builders"),
    # nouns
    ("The detention of 25 builders by the police lasted two days.", "arbitrary_detention", "police", "builders"),
    ("The deportation of the workers was stopped.", "expulsion", "", "workers"),
    ("Police raids on hostels continued.", "raid", "Police", "hostels"),
    ("A raid by officers began at dawn.", "raid", "officers", ""),
    ("The torture of detainees by guards was described.", "torture_ill_treatment", "guards", "detainees"),
    ("The court's expulsion of the family was criticised.", "expulsion", "court", "family"),
    ("The police carried out a raid on a hostel.", "raid", "police", "hostel"),
    ("The detainees were subjected to torture.", "torture_ill_treatment", "", "detainees"),
    ("The officers subjected the detainees to torture.", "torture_ill_treatment", "officers", "detainees"),
    ("The workers faced deportation.", "expulsion", "", "workers"),
    ("The migrants received fines.", "fine", "", "migrants"),
    # relative clauses and participles
    ("The students who were detained live in Tver.", "arbitrary_detention", "", "students"),
    ("The students, who were detained on Friday, live in Tver.", "arbitrary_detention", "", "students"),
    ("The officers who beat the workers were fined.", "excessive_force", "officers", "workers"),
    ("Workers detained at the market were fined.", "arbitrary_detention", "", "Workers"),
    ("Workers detained at the market were fined.", "fine", "", "Workers"),
    ("A man beaten by police officers went to court.", "excessive_force", "officers", "man"),
    ("Police raided the market, detaining 60 traders.", "raid", "Police", "market"),
    ("Police raided the market, detaining 60 traders.", "arbitrary_detention", "Police", "traders"),
    # lists of verbs
    ("Officers stormed the hostel and detained 30 residents.", "raid", "Officers", "hostel"),
    ("Officers stormed the hostel and detained 30 residents.", "arbitrary_detention", "Officers", "residents"),
    ("The workers were detained and deported.", "arbitrary_detention", "", "workers"),
    ("The workers were detained and deported.", "expulsion", "", "workers"),
    ("The men were detained, beaten and fined.", "fine", "", "men"),
    # control
    ("The police began detaining migrants.", "arbitrary_detention", "police", "migrants"),
    ("Officers continued to detain workers.", "arbitrary_detention", "Officers", "workers"),
    ("The court ordered the officers to deport the workers.", "expulsion", "officers", "workers"),
    ("Officers forced the men to sign contracts with the army.", "forced_recruitment", "Officers", "men"),
    # headlines
    ("Trader arrested in Kazan", "arbitrary_detention", "", "Trader"),
    ("Forty migrants deported after raid", "expulsion", "", "migrants"),
    # who stands behind a container or a clause of speech
    ("Police detained a group of students.", "arbitrary_detention", "Police", "students"),
    ("Residents said that officers had beaten the students.", "excessive_force", "officers", "students"),
    ("Migrants reported that they were beaten.", "private_violence", "", "Migrants"),
    ("Police detained Ahmed Karimov.", "arbitrary_detention", "Police", "Ahmed"),
]


@pytest.mark.parametrize(("sentence", "term", "actor", "affected"), TABLE)
def test_actor_and_affected(sentence, term, actor, affected):
    roles = act_of(sentence, term).roles
    assert ((roles.actor and roles.actor.text) or "", (roles.affected and roles.affected.text) or "") == (
        actor,
        affected,
    )


def test_what_cannot_act_is_no_actor():
    assert act_of("The weather forced the migrants to leave the country.", "expulsion").roles.actor is None


def test_every_role_comes_with_its_reason():
    why = act_of("The migrants were detained by the police.", "arbitrary_detention").roles.why
    assert any("migrants" in reason for reason in why)
    assert any("police" in reason for reason in why)


def test_an_act_without_roles_has_none():
    text = "Police officers detained 40 migrants."
    assert roles_of(parsed(text), word(text, "detained"), "none") == Roles()


@pytest.mark.parametrize(
    ("sentence", "verb", "subject", "passive"),
    [
        ("The officers beat him.", "beat", "officers", False),
        ("The workers were deported.", "deported", "workers", True),
        ("The students who were detained live in Tver.", "detained", "students", True),
        ("The officers who beat the workers were fined.", "beat", "officers", False),
        ("Officers stormed the hostel and detained 30 residents.", "detained", "Officers", False),
        ("The workers were detained and deported.", "deported", "workers", True),
        ("The police began detaining migrants.", "detaining", "police", False),
        ("The court ordered the officers to deport the workers.", "deport", "officers", False),
    ],
)
def test_subjects_are_found_through_clauses_and_lists(sentence, verb, subject, passive):
    found, is_undergone = subject_of(parsed(sentence), word(sentence, verb))
    assert (found and found.text, is_undergone) == (subject, passive)
    assert is_passive(parsed(sentence), word(sentence, verb)) is passive


def test_an_agent_is_what_stands_after_by():
    text = "The detention of 25 builders by the police lasted two days."
    assert agent_of(parsed(text), word(text, "detention")).text == "police"
    assert agent_of(parsed(text), word(text, "lasted")) is None


def test_the_verb_over_a_noun():
    text = "The police carried out a raid on a hostel."
    assert governing_verb(parsed(text), word(text, "hostel")).text == "carried"
    title = "A raid on a hostel"
    assert governing_verb(parsed(title), word(title, "hostel")) is None
