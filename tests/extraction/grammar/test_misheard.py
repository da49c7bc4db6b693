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
    ],
)
def test_what_befell_nobody(text, term, word):
    assert not heard(text, term, word)


@pytest.mark.parametrize(
    ("text", "term", "word"),
    [
        ("Forty welders were kept at the gate until night.", "arbitrary_detention", "kept"),
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
    ],
)
def test_what_somebody_underwent(text, term, word):
    assert heard(text, term, word)
