"""Acts that only the model hears: dropped where the frame shows that nobody underwent them, kept elsewhere."""

import pytest
from parsed_text import parsed

from guvoh.extraction.grammar.misheard import misheard
from guvoh.extraction.grammar.roles import roles_of
from guvoh.extraction.grammar.triggers import Trigger


def heard(text, term, word):
    """Whether an act that the model hears at a word of a text is told."""
    read = parsed(text)
    head = next(t for t in read.tokens if t.text == word)
    roles = roles_of(read, head, "noun" if head.pos == "NOUN" else "verb")
    return not misheard(read, Trigger(term, head, head.start, head.end, None, roles, (word,), 0.6))


@pytest.mark.parametrize(
    ("text", "term", "word"),
    [
        ("A youth forum was held in the town in May.", "arbitrary_detention", "held"),
        ("The gates of the plant were locked.", "arbitrary_detention", "locked"),
        ("The tour took the officers to 40 sites.", "arbitrary_detention", "took"),
        ("The bodies of the two brothers were flown home.", "expulsion", "flown"),
        ("Forty men ran away from the camp at night.", "arbitrary_detention", "camp"),
        ("The guards look for 30 people who fled a holding centre.", "arbitrary_detention", "holding"),
        ("After the breakout nine men are missing from the depot.", "raid", "missing"),
        ("A courier died in a road accident.", "torture_ill_treatment", "died"),
        ("Two brothers were killed in Ukraine by shelling.", "private_violence", "killed"),
        ("She signed the paper and went home.", "forced_recruitment", "signed"),
        ("Some 60 people gathered outside the jail with candles.", "arbitrary_detention", "jail"),
        ("The men had beaten against the gates for an hour.", "excessive_force", "beaten"),
        ("The coast guard picked up 40 people from a sinking boat.", "arbitrary_detention", "picked"),
        ("Two soldiers died in a road accident.", "torture_ill_treatment", "died"),
        ("The two brothers were killed at the front.", "torture_ill_treatment", "killed"),
        ("A builder fell from a scaffold and died.", "torture_ill_treatment", "died"),
        ("The party of migrants held a bus for the tour.", "arbitrary_detention", "held"),
        ("The entire shop was held.", "arbitrary_detention", "held"),
        ("Police detained 70 drivers. All but three were let go by the morning.", "dismissal", "let"),
        ("Riot police came to a bus station. Seventy drivers were let go at night.", "dismissal", "let"),
    ],
)
def test_what_befell_nobody(text, term, word):
    assert not heard(text, term, word)


@pytest.mark.parametrize(
    ("text", "term", "word"),
    [
        ("Forty welders were kept at the gate until night.", "arbitrary_detention", "kept"),
        ("Police came to the plant. The company let 70 drivers go.", "dismissal", "let"),
        ("Police came on Monday. Seventy drivers were let go from their jobs.", "dismissal", "let"),
        ("Forty-seven packers were let go by text message.", "dismissal", "let"),
        ("A group of welders was led to the yard.", "arbitrary_detention", "led"),
        ("The two brothers were flown home in handcuffs.", "expulsion", "flown"),
        ("A brawl broke out, and twenty welders were led away.", "arbitrary_detention", "led"),
        ("They went to the coast to get away from the crackdown.", "expulsion", "crackdown"),
        ("A courier fell after officers had beaten him.", "excessive_force", "beaten"),
        ("He died in the cell; officers speak of an accident.", "torture_ill_treatment", "died"),
        ("He signed the paper, and a day later he was at the front.", "forced_recruitment", "signed"),
        ("He was made to sign. The summons was for the army.", "forced_recruitment", "sign"),
        ("He was beaten against the wall by officers.", "excessive_force", "beaten"),
        ("Officers kept 60 people outside the jail.", "arbitrary_detention", "kept"),
        ("Recruits are raped in pits by their commanders in Ukraine.", "torture_ill_treatment", "raped"),
        ("Two Tajiks were strangled by wardens at the front.", "torture_ill_treatment", "strangled"),
        ("Wardens hung the recruit from the bars until he fell unconscious.", "torture_ill_treatment", "hung"),
        ("The colony staff hung him from a pipe during the war.", "torture_ill_treatment", "hung"),
        ("Two men were tied to a tree at the front by a foreman.", "torture_ill_treatment", "tied"),
        ("After a breakout last month, guards chained all 40 men to their bunks.", "arbitrary_detention", "chained"),
        ("Women who slipped away said that they had been kept under lock for years.", "arbitrary_detention", "kept"),
        ("Officers ran off a list and took 40 men to the hangar.", "arbitrary_detention", "took"),
        ("He was told to sign up with Wagner or lose his passport.", "forced_recruitment", "sign"),
        ("Officers told the men to join an assault unit.", "forced_recruitment", "join"),
        ("He was made to sign for a year with a regiment.", "forced_recruitment", "sign"),
        ("Agents took busloads of people to a hangar.", "arbitrary_detention", "took"),
        ("Soldiers took half the village to the stadium.", "arbitrary_detention", "took"),
        ("Agents took the whole shift to a hangar.", "arbitrary_detention", "took"),
        ("Militants took a bus with 40 migrants to a hangar.", "arbitrary_detention", "took"),
        ("Police took trucks full of workers to the depot.", "arbitrary_detention", "took"),
    ],
)
def test_what_somebody_underwent(text, term, word):
    assert heard(text, term, word)


@pytest.mark.parametrize(
    ("term", "probability", "told"),
    [
        ("excessive_force", 0.5, False),
        ("excessive_force", 0.8, True),
        ("document_confiscation", 0.45, False),
        ("denial_of_entry", 0.55, True),
        ("expulsion", 0.4, True),
    ],
)
def test_what_is_heard_faintly_is_told_only_of_acts_that_are_seldom_misheard(term, probability, told):
    read = parsed("The officers broke the arm of a guest.")
    head = next(t for t in read.tokens if t.text == "broke")
    roles = roles_of(read, head, "verb")
    assert misheard(read, Trigger(term, head, head.start, head.end, None, roles, ("broke",), probability)) is not told


def test_a_word_for_a_blow_tells_force_however_faint():
    read = parsed("The guest was hit with a baton.")
    head = next(t for t in read.tokens if t.text == "hit")
    roles = roles_of(read, head, "verb")
    assert not misheard(read, Trigger("excessive_force", head, head.start, head.end, None, roles, ("hit",), 0.4))
