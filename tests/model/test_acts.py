"""The act vocabulary is complete: every term of the contract, labelled in every interface language, with its law."""

import re

import pytest

from guvoh.model.acts import act, acts
from guvoh.model.errors import BadTerm

TERMS = """raid identity_check_profiling arbitrary_detention detention_conditions torture_ill_treatment excessive_force
 unlawful_entry_search document_confiscation
 fine expulsion collective_expulsion denial_of_entry reentry_ban permit_cancellation denial_of_service
 dismissal work_ban private_violence property_destruction hate_speech extortion due_process_denial
 forced_recruitment incitement_entrapment
 harassment_in_school criminal_charge travel_advisory legislation other""".split()
LANGUAGES = ("en", "ru", "uz", "ky", "tg")
CYRILLIC = re.compile(r"[А-Яа-яЁёҒғӢӣҚқӮӯҲҳҶҷӨөҮүҢң ,\-—–()]+")
ARTICLE = re.compile(r"UNCAC|CRC-OPAC|(?:ICCPR|ICRMW|ICERD|CAT|CRC|ICESCR) \d+[\d(), a-z]*")


def test_the_terms_are_the_contracts_in_its_order():
    assert list(acts()) == TERMS


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_has_its_label(term, language):
    label = act(term).labels[language]
    assert label == label.strip() != ""
    assert bool(CYRILLIC.fullmatch(label)) == (language in ("ru", "ky", "tg"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_terms_share_a_label(language):
    labels = [act(term).label(language) for term in TERMS]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("term", [t for t in TERMS if t != "other"])
def test_articles_of_law_name_their_instrument(term):
    law = act(term).law
    assert isinstance(law, tuple)
    assert all(ARTICLE.fullmatch(article) for article in law)


def test_huridocs_codes_are_groups_of_two_digits():
    codes = [row.huridocs for row in acts().values() if row.huridocs]
    assert len(codes) >= 5
    assert all(re.fullmatch(r"\d\d(?: \d\d)*", code) for code in codes)


def test_a_language_without_a_label_gets_english():
    assert act("raid").label("xx") == act("raid").label("en") == act("raid").label()


@pytest.mark.parametrize("term", ["", "Raid", "deportation", "raid "])
def test_an_unknown_term_is_refused_with_a_way_on(term):
    with pytest.raises(BadTerm) as caught:
        act(term)
    assert "guvoh acts" in caught.value.next_step


def test_the_table_cannot_be_written():
    with pytest.raises(TypeError):
        acts()["raid"] = act("fine")
    with pytest.raises(TypeError):
        act("raid").labels["en"] = "Visit"
