"""Whose account a sentence most likely is where no words tell who says it."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.extraction.attribution.chains import UNKNOWN
from guvoh.extraction.attribution.whose_account import WhoseAccount
from guvoh.model import Document, Passage, Role
from guvoh.model.statement import LIKELY

OPENS = (
    "Checks of the year\n\nThe Migration Service of Tyumen held 1,240 checks in 2025, its head Oleg Sedov told a"
    " briefing on Tuesday.\n\nSedov said that 310 employers were fined. According to Sedov, the fines came to 41"
    " million rubles.\n\nHe said that 2,150 foreigners were sent out of the country. Of these, he added, 95"
    " had been tried.\n\n"
)
TELLS = "At vegetable depots 418 persons had no papers.\n\n"
CLOSES = (
    "Sedov noted that the service opened two offices. “We shall go on with the checks,” Sedov said. He also said that"
    " 27 hostels were shut.\n\nThe head of the service stressed that the checks were planned."
)
PAGE = f"{OPENS}{TELLS}{CLOSES}"


def test_a_number_amid_one_account_is_most_likely_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert says(PAGE, "418")[0] == "Oleg Sedov"
    monkeypatch.setattr(WhoseAccount, "teller", lambda *_: None)
    assert says(PAGE, "418")[0] == "The Courier"


@pytest.mark.parametrize(
    "tells",
    [
        "At vegetable depots 418 persons were beaten by officers.\n\n",  # who answers for the officers does not tell it
        "There were 418 complaints of torture.\n\n",
        "Sedov refused to give the number of those hurt. At vegetable depots 418 persons had no papers.\n\n",
        "“There are no raids,” said Sedov.\n\nAt vegetable depots 418 persons had no papers.\n\n",  # denies it
        "Our reporters saw 418 persons without papers at vegetable depots.\n\n",
        "Our reporters went there.\n\nAt vegetable depots 418 persons had no papers.\n\n",
        "How many of the 418 persons at vegetable depots had no papers?\n\n",
        "At vegetable depots, supposedly in the course of many cold winter months, 418 persons had no papers.\n\n",
        "According to the rules, 418 persons may work at vegetable depots.\n\n",
    ],
)
def test_what_a_source_would_hardly_tell_stays_the_pages(tells: str) -> None:
    assert says(f"{OPENS}{tells}{CLOSES}", "418")[0] == "The Courier"


@pytest.mark.parametrize("who", ["Oleg Sedov", "worker Oleg Sedov", "trader Oleg Sedov"])
def test_a_private_person_tells_no_number_without_a_cue(who: str) -> None:
    page = PAGE.replace("its head Oleg Sedov", who).replace("The head of the service", "Sedov")
    assert says(page, "418")[0] == "The Courier"


@pytest.mark.parametrize("who", ["four families", "observers"])
def test_a_group_without_a_name_tells_no_number_without_a_cue(who: str) -> None:
    page = PAGE.replace("its head Oleg Sedov", who).replace("The head of the service", who)
    page = page.replace("Sedov", who).replace("He", "They").replace("he added", "they added")
    assert says(page, "418")[0] == "The Courier"


def test_whom_it_was_told_before_is_not_told_again_on_a_guess() -> None:
    page = PAGE.replace("told a briefing", "told Interfax")
    assert says(page, "310")[:2] == ["Oleg Sedov", "Interfax"]
    assert says(page, "418") == ["Oleg Sedov", "The Courier"]


def test_a_page_whose_publisher_is_likeliest_speaks_itself() -> None:
    page = PAGE.replace("its head Oleg Sedov", "The Courier").replace("The head of the service", "The Courier")
    page = page.replace("Sedov", "The Courier").replace("He", "It").replace("he added", "it added")
    lead, _, _ = page.partition("\n")
    parts = (Passage(0, len(lead), Role.TITLE), Passage(len(lead) + 1, len(page), Role.BODY))
    document = Document("a.txt", "0" * 64, "text/plain", page, parts, publisher="The Courier")
    at = page.index("418")
    chain = attribute(annotate(document), document).chain(at, at + 3)
    assert (chain.why, [link.name for link in chain.links]) == (UNKNOWN, ["The Courier"])


def test_an_act_without_a_number_is_left_to_the_rules() -> None:
    lead, _, _ = PAGE.partition("\n")
    parts = (Passage(0, len(lead), Role.TITLE), Passage(len(lead) + 1, len(PAGE), Role.BODY))
    document = Document("a.txt", "0" * 64, "text/plain", PAGE, parts, publisher="The Courier")
    speech, at = attribute(annotate(document), document), PAGE.index("418")
    assert [link.name for link in speech.chain(at, at + 3, counted=False).links] == ["The Courier"]
    assert speech.chain(at, at + 3).why.startswith(LIKELY)


def test_a_page_on_which_nobody_speaks_speaks_itself() -> None:
    nobody = "It was a cold day in Tyumen. " * 9
    assert says(f"Checks of the year\n\n{nobody}\n\n{TELLS}", "418")[0] == "The Courier"


def test_a_text_of_a_few_sentences_is_not_judged() -> None:
    assert says(f"Checks\n\nSedov said that it was cold.\n\n{TELLS}Sedov said that it was late.", "418")[0] != "Sedov"
