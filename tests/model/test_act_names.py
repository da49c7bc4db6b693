"""Words for acts: terms, labels of every interface language, plurals and synonyms lead to the term; others are told."""

import pytest

from guvoh.model.act_names import act_named
from guvoh.model.acts import acts
from guvoh.model.errors import BadTerm


@pytest.mark.parametrize("term", acts())
def test_a_term_is_itself_and_each_of_its_labels_leads_to_it(term):
    assert act_named(term) == term
    for label in acts()[term].labels.values():
        assert acts()[act_named(label)].labels.keys() == acts()[term].labels.keys()
        assert label in acts()[act_named(label)].labels.values()


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("detention", "arbitrary_detention"),
        ("Detentions", "arbitrary_detention"),
        ("задержания", "arbitrary_detention"),
        ("Боздошт", "arbitrary_detention"),
        ("deportation", "expulsion"),
        ("депортация", "expulsion"),
        ("penalties", "fine"),
        ("torture", "torture_ill_treatment"),
        ("ill treatment", "torture_ill_treatment"),
        ("Re-entry bans", "reentry_ban"),
        ("ushlab turish", "arbitrary_detention"),
        ("arbitrary-detention", "arbitrary_detention"),
    ],
)
def test_a_page_s_own_words_lead_to_the_act(word, term):
    assert act_named(word) == term


def test_a_family_is_named_by_its_own_name():
    assert act_named("removal", ["removal"]) == "removal"
    assert act_named("Removals", ["removal"]) == "removal"


def test_an_unknown_word_is_refused_with_the_nearest():
    with pytest.raises(BadTerm, match="no act") as caught:
        act_named("detentoin")
    assert "arbitrary_detention" in caught.value.next_step
    with pytest.raises(BadTerm) as caught:
        act_named("xylophone")
    assert "guvoh acts" in caught.value.next_step


def test_a_family_named_like_a_word_of_one_act_is_the_family():
    assert act_named("ill_treatment", ["ill_treatment"]) == "ill_treatment"
    assert act_named("ill_treatment") == "torture_ill_treatment"
