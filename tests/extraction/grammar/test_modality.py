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
    # what somebody will do, for what it is to do
    ("The agency will hold an operation to detain migrants.", "arbitrary_detention", "planned", "planned"),
    ("Police held an operation to detain migrants at the market.", "arbitrary_detention", "asserted", ""),
    # a wrong for which people ask for help, and one that befell those who asked for something
    (
        "Another 358 asked for help in getting back papers which employers had kept.",
        "document_confiscation",
        "alleged",
        "carried_out",
    ),
    ("Migrants appealed to police who beat them.", "excessive_force", "alleged", ""),
    ("Migrants asked for water and were beaten by officers.", "excessive_force", "asserted", ""),
    ("The ministry asked for help after police beat migrants.", "excessive_force", "asserted", ""),
    # what nobody means or finds a reason to do; without one it may have been done
    ("There are no plans to raid markets.", "raid", "denied", ""),
    ("The court found no legal grounds to expel him.", "expulsion", "denied", ""),
    ("The minister has no plans to deport the workers.", "expulsion", "denied", ""),
    ("Police had no reason to detain the workers.", "arbitrary_detention", "asserted", ""),
    ("There are plans to raid markets.", "raid", "planned", "planned"),
    # what a draft demands, and what a law that was passed does
    ("According to the draft, foreigners must be deported within 90 days.", "expulsion", "planned", "planned"),
    ("Under the draft law, foreigners are fined.", "fine", "planned", "planned"),
    ("Under the bill, foreigners are deported without trial.", "expulsion", "planned", "planned"),
    ("According to a draft report, police detained 40 migrants.", "arbitrary_detention", "asserted", "carried_out"),
    ("Under the law, police deported 40 foreigners.", "expulsion", "asserted", "carried_out"),
    # negated and denied
    ("The police did not detain the students.", "arbitrary_detention", "denied", ""),
    ("The students were not detained.", "arbitrary_detention", "denied", ""),
    ("The officers didn't beat the students.", "excessive_force", "denied", ""),
    ("The workers were never deported.", "expulsion", "denied", ""),
    ("There was no raid on the market.", "raid", "denied", ""),
    ("He said that nobody among the refugees is sent out of the country.", "expulsion", "denied", ""),
    ("“To deport a refugee is out of the question,” he stressed.", "expulsion", "denied", ""),
    ("The deportation of 40 Tajiks raised the question of their rights.", "expulsion", "asserted", "carried_out"),
    ("Employers of undeclared foreigners will be subject to a fine.", "fine", "planned", "planned"),
    ("The department has buses ready for the deportations.", "expulsion", "planned", "planned"),
    ("The police are ready to deport 40 workers.", "expulsion", "planned", "planned"),
    ("Officers stood ready at the doors and detained 60 workers.", "arbitrary_detention", "asserted", "carried_out"),
    ("Police were ready and waiting, and arrested 14 migrants.", "arbitrary_detention", "asserted", "carried_out"),
    ("The police, ready for a fight, detained 40 men.", "arbitrary_detention", "asserted", "carried_out"),
    ("Guards, ready with batons, beat 12 migrants.", "torture_ill_treatment", "asserted", ""),
    ("The mayor will be furious over the deportation of 300 families.", "expulsion", "asserted", ""),
    ("The town will be poorer after the expulsion of 300 families.", "expulsion", "asserted", ""),
    ("Officials will be happy with the detention of 30 workers.", "arbitrary_detention", "asserted", ""),
    ("No raids were carried out.", "raid", "denied", ""),
    ("The ministry denied that officers had beaten the students.", "excessive_force", "denied", ""),
    ("The police denied the torture of detainees.", "torture_ill_treatment", "denied", ""),
    ("The governor denied reports of deportations.", "expulsion", "denied", ""),
    # negations that deny nothing
    ("Migrants were not only detained but beaten.", "arbitrary_detention", "asserted", "carried_out"),
    ("The migrants were not allowed to enter the country.", "denial_of_entry", "asserted", "carried_out"),
    ("The students were detained, but not beaten.", "arbitrary_detention", "asserted", "carried_out"),
    ("Men who failed to register for military service were taken away.", "forced_recruitment", "asserted", ""),
    (
        "The officers pressed them to join the army, but they refused to sign contracts.",
        "forced_recruitment",
        "asserted",
        "",
    ),
    ("He was not forced to sign a contract with the army.", "forced_recruitment", "denied", ""),
    ("Half of them were rejected at the stage of identity checks.", "identity_check_profiling", "asserted", ""),
    ("The ministry rejected the reports of identity checks.", "identity_check_profiling", "denied", ""),
    # advice, which denies nothing
    ("Do not sign papers that you have not read.", "due_process_denial", "general", ""),
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
    ("The employer gives the workers no wages.", "other", "asserted", ""),
    ("Not one of the workers has been paid regularly since May.", "other", "asserted", ""),
    ("The workers are going to be deported.", "expulsion", "planned", "planned"),
    ("The officers mean to deport 500 workers.", "expulsion", "planned", "planned"),
    ("The mayor proposed that the workers be deported.", "expulsion", "planned", "planned"),
    ("A judge ordered that the workers be deported.", "expulsion", "asserted", "ordered"),
    ("The city plans a raid on the market.", "raid", "planned", "planned"),
    ("The men are expected to be deported.", "expulsion", "planned", "planned"),
    ("The mayor threatened to deport the workers.", "expulsion", "planned", "planned"),
    # left open: a condition, a possibility, what is only asked; a second clause in the past is no plan
    ("If the raids continue, the workers will leave.", "raid", "general", ""),
    ("If the raids continue, the workers will be deported.", "expulsion", "planned", "planned"),
    ("Unless the raids stop, the workers will strike.", "raid", "general", ""),
    ("The lawyer asked whether the officers had beaten the men.", "excessive_force", "general", ""),
    ("The minister did not rule out new raids.", "raid", "general", ""),
    ("He did not rule out that further raids would be carried out in June.", "raid", "general", ""),
    ("The governor does not exclude new deportations.", "expulsion", "general", ""),
    ("The governor ruled out deportations.", "expulsion", "denied", ""),
    ("20 will be deported and 15 were fined.", "fine", "asserted", "carried_out"),
    ("20 will be deported and 15 were fined.", "expulsion", "planned", "planned"),
    ("42 will be deported, and 17 men were taken to the enlistment office.", "forced_recruitment", "asserted", ""),
    ("The workers will be detained and deported.", "expulsion", "planned", "planned"),
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
    # abuse that is told by what was not done: facts, not denials
    ("The detainees were not given food for two days.", "detention_conditions", "asserted", ""),
    ("The detainee was denied calls to a lawyer.", "due_process_denial", "asserted", ""),
    ("The detainees were not given an interpreter.", "due_process_denial", "asserted", ""),
    ("The detainees signed the papers without a translator.", "due_process_denial", "asserted", ""),
    ("The school did not admit the migrants' children.", "denial_of_service", "asserted", ""),
    # denials of such abuse
    ("The detainees were not denied food, the prison said.", "detention_conditions", "denied", ""),
    ("The hospital did not refuse treatment to the migrants.", "denial_of_service", "denied", ""),
    ("Their passports were not confiscated.", "document_confiscation", "denied", ""),
    ("The ministry denied that the detainees were refused a lawyer.", "due_process_denial", "denied", ""),
    ("The cells at the prison were not overcrowded.", "detention_conditions", "denied", ""),
    # what a denial does not reach
    ("The court rejected the appeal of a man who was deported.", "expulsion", "asserted", "carried_out"),
    ("The ministry denied the claims and deported the men.", "expulsion", "asserted", "carried_out"),
    ("The workers were dismissed after they were beaten by police.", "excessive_force", "asserted", ""),
    ("The ministry did not give the number of detentions.", "arbitrary_detention", "asserted", "carried_out"),
    ("The ministry rejected claims that migrants were deported.", "expulsion", "denied", ""),
    ("The ministry categorically denies any joint raids.", "raid", "denied", ""),
    # not done
    ("The man was fined instead of being deported.", "expulsion", "denied", ""),
    ("The man was fined instead of being deported.", "fine", "asserted", "carried_out"),
    (
        "Officers promised to let them go but instead of releasing them beat three men in custody.",
        "torture_ill_treatment",
        "asserted",
        "",
    ),
    ("The woman was spared deportation.", "expulsion", "denied", ""),
    ("His deportation was replaced by a fine of 2,000 roubles.", "expulsion", "denied", ""),
    ("The fine was replaced by deportation.", "expulsion", "asserted", "carried_out"),
    ("Rather than deport them, the court fined the men.", "expulsion", "denied", ""),
    # plans, quotas, what may befall
    ("300 deportations are planned for the year.", "expulsion", "planned", "planned"),
    ("The plan for the year is 300 deportations.", "expulsion", "planned", "planned"),
    ("The city was given a quota of 500 detentions a month.", "arbitrary_detention", "planned", "planned"),
    ("Officers must detain 20 migrants a day.", "arbitrary_detention", "planned", "planned"),
    ("Twelve students face deportation.", "expulsion", "planned", "planned"),
    ("The migrants risk deportation.", "expulsion", "planned", "planned"),
    ("The migrants were told to leave the country.", "expulsion", "asserted", "ordered"),
    ("The plan was drawn up after 300 people were deported.", "expulsion", "asserted", "carried_out"),
    # what is to be, what ought to be, what is pending; what has been or will be is told as done
    ("All nine are to be deported by rail.", "expulsion", "planned", "planned"),
    ("Her cousin is to be expelled on Monday.", "expulsion", "planned", "planned"),
    ("Six traders are likely to be deported.", "expulsion", "planned", "planned"),
    ("Anyone who shirks should be stripped of citizenship, he said.", "permit_cancellation", "planned", "planned"),
    ("Five men were placed in a centre pending expulsion.", "expulsion", "planned", "planned"),
    ("Eighty people have been or will be deported.", "expulsion", "asserted", "carried_out"),
    ("A report of 29 May told of workers who were beaten by officers.", "excessive_force", "asserted", ""),
    ("Three guards face criminal charges.", "criminal_charge", "asserted", ""),
    # what a rule in force forbids is no plan; what it lets somebody do is told of nobody
    ("He may not return to Russia before 2031.", "reentry_ban", "asserted", "carried_out"),
    ("Foreigners may not work as couriers in the region.", "work_ban", "asserted", "carried_out"),
    ("The police can deport foreigners.", "expulsion", "general", ""),
    ("Tenants can be fined up to 7,000 roubles.", "fine", "general", ""),
    ("In the video, officers can be seen detaining two students.", "arbitrary_detention", "asserted", "carried_out"),
    # a bill is none until it is passed
    ("A draft law that would bar migrants from schools is before parliament.", "legislation", "planned", "planned"),
    ("Deputies passed a bill barring migrants from schools.", "legislation", "asserted", "carried_out"),
    # a body that reports tells it; people that are reported beaten are hearsay
    ("The press service reported that 40 people were fined.", "fine", "asserted", "carried_out"),
    ("Three workers were reported detained.", "arbitrary_detention", "alleged", "carried_out"),
    ("Three suspects are in custody.", "arbitrary_detention", "asserted", ""),
    ("Agents arrested workers reported as missing.", "arbitrary_detention", "asserted", "carried_out"),
    # who ought to end a thing still does it; a helper serves two participles; what many face
    ("The government should suspend deportations.", "expulsion", "asserted", "carried_out"),
    ("The Tajiks could be detained and their permits annulled.", "permit_cancellation", "planned", "planned"),
    ("Nine men face fines, detention, and deportation.", "expulsion", "planned", "planned"),
    ("The U.N. urged the country to halt the deportation of women.", "expulsion", "asserted", ""),
    ("A claim in the report said students were beaten by guards.", "torture_ill_treatment", "alleged", ""),
    (
        "The factory owner was arrested for allegedly hiding undocumented workers.",
        "criminal_charge",
        "asserted",
        "carried_out",
    ),
    ("No one may be deported without a court, she said.", "expulsion", "general", ""),
    ("More than 900 people with no right to be here have been deported.", "expulsion", "asserted", "carried_out"),
    ("He said that deportations of Syrians are voluntary.", "expulsion", "denied", ""),
    ("The minister said no worker was forced to leave the country.", "expulsion", "denied", ""),
    # nobody did it, to nobody
    ("The police chief said nobody detained the students.", "arbitrary_detention", "denied", ""),
    ("The chief insists that no officer beat the students.", "excessive_force", "denied", ""),
    ("The minister disputed that the men had been beaten by police.", "excessive_force", "denied", ""),
    ("Nobody explained to them why they were deported.", "expulsion", "asserted", "carried_out"),
    # who does not deny a thing, or does nothing without it, says that it happened
    ("Nobody disputes that 20 men were deported.", "expulsion", "asserted", "carried_out"),
    ("No one denied that police beat the men.", "excessive_force", "asserted", ""),
    ("No official denied the deportation of ten men.", "expulsion", "asserted", "carried_out"),
    ("Not one day passed without police beating detainees.", "torture_ill_treatment", "asserted", ""),
    ("Police searched the flat without beating anyone.", "excessive_force", "denied", ""),
    ("The deportations were not voluntary, said the lawyer.", "expulsion", "asserted", "carried_out"),
    # what is due and given, and what falls short of it
    ("Detainees were provided with no food for three days.", "detention_conditions", "asserted", ""),
    ("The men in the cells were provided with little water.", "detention_conditions", "asserted", ""),
    # a plan is of its own clause; what somebody will answer for has been done
    ("The men were to be deported on Friday, but officers beat them first.", "excessive_force", "asserted", ""),
    ("Nine should be fined, but the court deported five.", "expulsion", "asserted", "carried_out"),
    ("Sixty are to be deported, five are still held.", "arbitrary_detention", "asserted", "carried_out"),
    ("The officers are to be tried for torturing six men.", "torture_ill_treatment", "asserted", ""),
    ("Sixty are to be held for deportation.", "expulsion", "planned", "planned"),
    # what holds for anyone
    ("If you are detained, you may call a lawyer.", "arbitrary_detention", "general", ""),
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
