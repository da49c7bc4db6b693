"""Words, figures and findings that stay with whoever said them, where somebody of another kind stands near."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

MOEN = (
    "Notes\n\nPolice chief Anders Moen said that 54 officers had come.\n\nMoen said that the owner had been fined.\n\n"
)
NO_PAPERS = "\n\n“We found no papers,” Moen said."


class TestOneSurname:
    @pytest.mark.parametrize(
        ("text", "who"),
        [
            (
                "The worker Oleg Petrov was held.\n\nColonel Ivan Petrov said that nobody complains.\n\n"
                "It was cold, Oleg Petrov told us.\n\n“They broke 3 of my ribs,” Petrov said.",
                "Oleg Petrov",
            ),
            (
                "Ali Hasan was in the shop; Omar Hasan was at home.\n\nOmar Hasan said that it was late.\n\n"
                "Ali Hasan said that it was not. “They took 3 phones,” Hasan said.",
                "Ali Hasan",
            ),
            (
                "Fedor Petrov was held.\n\nColonel Ivan Petrov said that nobody was hurt.\n\n"
                "Fedor Petrov lost a kidney. Petrov says that officers kicked 3 others.",
                "Fedor Petrov",
            ),
            (
                "José Gomez was held. His neighbour Maria Gomez, a police spokeswoman, said that it was clean. "
                "“They beat me 3 times,” Gomez told us.",
                "José Gomez",
            ),
            (
                "José Gomez was held. His neighbour Maria Gomez, a police spokeswoman, said that it was clean. "
                "“We held 3 men,” Gomez told us.",
                "Maria Gomez",
            ),
        ],
    )
    def test_it_means_who_spoke_last_or_opens_the_paragraph_and_no_official_who_was_beaten(
        self, text: str, who: str
    ) -> None:
        assert says(f"Notes\n\n{text}", "3")[0] == who


class TestUntil:
    @pytest.mark.parametrize(
        ("text", "who"),
        [
            ("Few believed it until the ombudsman said that 30 men had been beaten.", "ombudsman"),
            ("Nobody acted until Human Rights Watch documented that guards had raped 30 women.", "Human Rights Watch"),
            ("As soon as Open Door reported that 30 had been beaten, the chief was dismissed.", "Open Door"),
            ("The ministry said no word came in until the ombudsman reported that 30 men were hurt.", "ombudsman"),
        ],
    )
    def test_what_was_said_before_something_ended_was_said(self, text: str, who: str) -> None:
        assert says(text, "30")[0] == who

    @pytest.mark.parametrize("say", ["say", "have said"])
    def test_what_is_yet_to_be_said_was_not(self, say: str) -> None:
        assert says(f"Nobody leaves until the wardens {say} that 30 are there.", "30") == ["The Courier"]


class TestAbuseAmidAnOfficialsWords:
    @pytest.mark.parametrize(
        ("told", "at"),
        [
            ("Some 30 workers needed treatment after the blows of the guards.", "30"),
            ("Twelve complaints of torture have been lodged so far.", "Twelve"),
            ("A total of 12 women were raped in the depot.", "12"),
        ],
    )
    def test_it_is_the_pages(self, told: str, at: str) -> None:
        assert says(f"{MOEN}{told}{NO_PAPERS}", at) == ["The Courier"]
        assert says(f"{MOEN}{told}{NO_PAPERS}".replace("Police chief", "Depot director"), at) == ["The Courier"]

    def test_what_is_no_abuse_stays_the_officials(self) -> None:
        assert says(f"{MOEN}A total of 12 tents were taken down.{NO_PAPERS}", "12")[0] == "Anders Moen"


class TestItsReport:
    @pytest.mark.parametrize(
        "told",
        [
            "Guards beat 30 men in the prison, according to its report.",
            "Officers beat 30 men at the school, according to its lawyers.",
            "Guards tortured 30 workers at the company, according to its website.",
        ],
    )
    def test_it_is_not_of_the_place_of_the_deed(self, told: str) -> None:
        assert says(f"The group Open Door counted 40 deaths last year. {told}", "30")[0] == "Open Door"


class TestFindings:
    @pytest.mark.parametrize(
        ("text", "chain"),
        [
            ("The lawyer Anna Berg said that the court had found that guards beat 30 men.", ["court", "Anna Berg"]),
            ("A doctor told us that the ministry had registered 30 deaths in the cells.", ["ministry", "A doctor"]),
        ],
    )
    def test_a_body_that_somebody_cites_stays_its_source(self, text: str, chain: list[str]) -> None:
        assert says(text, "30")[:2] == chain


class TestVictimsInCrowds:
    @pytest.mark.parametrize(
        "told",
        [
            "Hundreds of residents, 30 of them with bruises from batons, came out of the depot.",
            "Hundreds of the workers, beaten and robbed by 30 guards, came out of the plant.",
            "Citizens of Uzbekistan were robbed by 30 officers when they gathered at the station.",
        ],
    )
    def test_who_was_hurt_is_no_crowd_that_the_page_saw(self, told: str) -> None:
        assert says(f"Police came to the valley, the group Open Door said. {told}", "30")[0] == "Open Door"

    @pytest.mark.parametrize("did", ["turned out to support the strike", "gathered outside the gate"])
    def test_who_came_together_is(self, did: str) -> None:
        text = f"Raid\n\nMayor Lucy Thorne said that it was cruel. About 30 residents {did}."
        assert says(text, "30") == ["The Courier"]


@pytest.mark.parametrize("whom", ["no fewer than 30 prisoners were beaten", "up to 30 policemen had beaten them"])
def test_who_charges_that_something_was_done_tells_it(whom: str) -> None:
    assert says(f"The ombudsman charged {whom}.", "30")[0] == "ombudsman"
    assert says("The ombudsman charged at least 30 officers with beating them.", "30") == ["The Courier"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that 40 men were tried; 12 pupils said that guards hit them.",
        "The chief said that he had fined 40 men; nine complaints reached the ombudsman; 12 lawyers protested.",
    ],
)
def test_a_clause_behind_a_semicolon_is_no_item_of_what_was_said(text: str) -> None:
    assert says(text, "12") == ["The Courier"]


@pytest.mark.parametrize("where", ["in Anna Street", "near Anna Lane"])
def test_a_street_behind_she_is_nobody_else(where: str) -> None:
    text = (
        "Notes\n\nAnna Berg heads the legal aid office. Eva Lind, a police spokeswoman, said that all was well.\n\n"
        f"Anna Berg came to the depot on Friday. She said that {where} police beat 12 men."
    )
    assert says(text, "12")[0] == "Anna Berg"
