"""Sources that stand in unusual places: behind a hyphenated office, in a list, in what an official retells."""

from __future__ import annotations

import pytest
from test_attribution_pages import says
from test_attribution_sources import page

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute


def names(text: str) -> set[str]:
    document = page(text)
    return {s.name for s in attribute(annotate(document), document).sources}


@pytest.mark.parametrize("office", ["director-general", "deputy secretary-general", "director"])
def test_who_is_named_behind_an_office_with_a_hyphen_speaks(office: str) -> None:
    text = f"Some 44 wardens, nurses and cooks have been sent out, said the society’s {office}, Omar Salleh."
    assert says(text, "44")[0] == "Omar Salleh"


def test_its_website_is_of_the_body_beside_it_and_not_of_those_counted() -> None:
    assert says("More than 4,000 girls study at the university, according to its website.", "4,000")[0] == "university"
    assert says("The ministry freed 40 men, according to its website.", "40")[0] == "ministry"


def test_a_verb_joined_to_the_noun_before_it_tells() -> None:
    text = "The Quarry Union looks for lawyers and notes that two of the men are ill. Three of them have applied."
    assert says(text, "two")[0] == says(text, "Three")[0] == "Quarry Union"


def test_estimates_of_a_body_behind_by_are_its_own() -> None:
    assert says("Some 30 were fined, by government estimates.", "30")[0] == "government estimates"
    assert says("Some 30 were fined by luck.", "30") == ["The Courier"]


@pytest.mark.parametrize("line", ["ALSO READ: Roads shut", "WATCH: Roads shut"])
def test_a_town_before_a_colon_speaks_on_no_page_that_sends_readers_elsewhere(line: str) -> None:
    text = f"Raid\n\nKLUANG: The Ports Office says that 3 of the men left.\n\n{line}\n\nIt rained, the office said."
    assert "KLUANG" not in names(text)


def test_a_dialogue_keeps_its_speakers() -> None:
    text = "Talk\n\nKAPLAN: Was it cold?\n\nORLOVA: It was, 30 people lay on straw.\n\nKAPLAN: And then?"
    assert says(text, "30")[0] == "ORLOVA"


class TestWhatAnOfficialRetells:
    HE = "Ports director Omar Salleh said on Monday that it was late. He said"

    @pytest.mark.parametrize("found", ["the office had found that 12", "the police picked up 12"])
    def test_what_a_body_found_is_told_by_whoever_tells_it(self, found: str) -> None:
        assert says(f"{self.HE} {found} men at the quay.", "12")[0] == "Omar Salleh"

    @pytest.mark.parametrize(
        ("said", "body"),
        [("the ministry had announced that 12", "ministry"), ("the Ports Office had found that 12", "Ports Office")],
    )
    def test_what_a_body_said_or_one_with_a_name_found_is_that_bodys(self, said: str, body: str) -> None:
        assert says(f"{self.HE} {said} men were at the quay.", "12")[0] == body


class TestNumberedLists:
    HEAD = "Rules for ports\n\nThe Ports Office put out a notice. The Ports Office says that the quays are shut.\n"

    @pytest.mark.parametrize("mark", ["1- ", "1. ", "1) ", "• "])
    def test_the_items_of_a_paper_just_told_of_are_its_makers(self, mark: str) -> None:
        text = f"{self.HEAD}The notice reads in brief:\n{mark}The port has 218 cranes. Of 90 boats few sail."
        assert says(text, "218")[0] == says(text, "90")[0] == "Ports Office"

    def test_other_lists_below_are_the_pages(self) -> None:
        text = f"{self.HEAD}Boats of the town:\n1. The port has 218 cranes."
        assert says(text, "218") == ["The Courier"]


class TestWhatThePageSeesItself:
    OFFICE = "Raid\n\nThe raid led to 90 arrests, the Ports Office said in a note."

    @pytest.mark.parametrize(
        "behind",
        [
            "The raid is seen as one of the biggest, behind one of 2019 with 680 arrests.",
            "About 680 neighbours gathered outside the gate with candles.",
            "On the square hundreds came together, 680 of them students.",
        ],
    )
    def test_what_is_widely_held_and_crowds_behind_an_office_are_the_pages(self, behind: str) -> None:
        assert says(f"{self.OFFICE} {behind}", "680") == ["The Courier"]

    @pytest.mark.parametrize("behind", ["Of the 90 some 60 were seen at the gate.", "Another 60 were sent home."])
    def test_what_the_office_counts_on_is_the_offices(self, behind: str) -> None:
        assert says(f"{self.OFFICE} {behind}", "60")[0] == "Ports Office"


def test_half_of_whom_by_estimates_is_nobodys_who_speaks_in_the_sentence() -> None:
    text = "The ministry said nothing on farm hands, half of whom have no papers, by union estimates."
    assert says(text, "half")[0] == "union estimates"
    assert says("The mayor freed 40 men, some of them ill, by union estimates.", "40")[0] == "union estimates"


@pytest.mark.parametrize("whom", ["no fewer than three employees", "at least three of the men", "three men"])
def test_police_who_charge_some_people_say_nothing(whom: str) -> None:
    assert "police" not in names(f"Baku was calm, and its police have arrested and charged {whom}.")


def test_a_fact_that_shows_something_is_no_source() -> None:
    assert names("That 300 men could be found in a single factory shows how common it is.") == set()
    assert says("A report by the Quarry Union shows that 300 men came.", "300")[0] == "Quarry Union"


class TestLists:
    @pytest.mark.parametrize("item", ["14 packs of photos suspected of serving a trade", "14 packs (all of them open)"])
    def test_items_with_semicolons_go_on_with_what_is_said(self, item: str) -> None:
        text = f"The wardens say they seized €512 in cash; nine batons; {item}; and 80 coins."
        assert says(text, "14")[0] == says(text, "80")[0] == "wardens"


def test_a_rumour_reaches_no_further_back_than_its_own_clause() -> None:
    document = page("A total of 142 men ran away, and one of them was reported to have been killed.")
    attributions = attribute(annotate(document), document)
    at, one = document.text.index("142"), document.text.index("one")
    assert not attributions.chain(at, at + 3).hearsay
    assert attributions.chain(one, one + 20).hearsay


@pytest.mark.parametrize(
    ("before", "who"),
    [
        (
            "A photo shows Zebo Karimova, who died. Lola Karimova landed in Osh with her daughter's body.",
            "Lola Karimova",
        ),
        ("Zebo Karimova said it was late. Her aunt, Lola Karimova, came too.", "Zebo Karimova"),
    ],
)
def test_a_surname_that_two_have_is_of_who_spoke_or_was_named_last(before: str, who: str) -> None:
    assert says(f"{before} Karimova told the court that 4 men were there.", "4")[0] == who


@pytest.mark.parametrize("cue", ["has voiced its concern over", "voiced concern about", "expressed concern over"])
def test_who_voices_concern_over_something_tells_of_it(cue: str) -> None:
    assert says(f"The Quarry Union {cue} the round-up of 240 men.", "240")[0] == "Quarry Union"


def test_a_party_and_state_behind_a_senator_are_nobody() -> None:
    text = "In a hearing, Senator Lucy Thorne (D-Maine) had warned of a storm. “No hands, no crop, 40 farms,” she said."
    assert says(text, "40")[0] == "Lucy Thorne"
    assert not any(name.startswith("D-") for name in names(text))


def test_whoever_is_named_behind_she_is_somebody_else() -> None:
    text = (
        "Late\n\nLola Karimova said it was late.\n\nThe girl, Zebo, had died. There, she says, Zebo lay with 4 others."
    )
    assert says(text, "4")[0] == "Lola Karimova"


def test_of_two_of_one_surname_the_first_who_spoke_goes_on() -> None:
    text = (
        "Late\n\nZebo Karimova was lost. Lola Karimova landed in Osh.\n\nKarimova told the court that it was late.\n\n"
        "Zebo Karimova was two years old.\n\n“I saw 4 of them,” Karimova told a paper."
    )
    assert says(text, "4")[0] == "Lola Karimova"


def test_home_affairs_is_no_person() -> None:
    text = "Premier Omar Salleh came with people of Labour and Home Affairs. “They had 40 beds,” he said."
    assert says(text, "40")[0] == "Omar Salleh"


@pytest.mark.parametrize("charity", ["Mine Workers' Hope", "River Workers' Aid", "The Quarry Union"])
def test_a_charity_told_of_between_commas_notes_what_stands_behind_and(charity: str) -> None:
    asks = f"{charity}, an aid organization based in Osh, is looking for lawyers"
    text = f"{asks} and notes that several of the men may leave. Two of them have gone."
    assert says(text, "Two")[0] == charity.removeprefix("The ")


def test_a_trade_body_speaks_and_the_body_of_a_man_does_not() -> None:
    text = "Wells are shut, the trade body for the mining sector estimates, and 40 of them are dry."
    assert says(text, "40")[0] == "trade body for the mining sector"
    assert names("The body of a man estimated at 40 was found.") == set()


def test_a_name_with_a_small_first_letter_speaks() -> None:
    assert says("The gates were shut when 20 wardens got there, iCourier reported.", "20")[0] == "iCourier"


@pytest.mark.parametrize(
    "text",
    [
        "They are to show a card if the wardens ask for it, 40 in all.",
        "As soon as the Ports Office has confirmed that 40 are here, doctors will help.",
        "Nobody leaves until the wardens say that 40 are there.",
        "More than 100 diggers held and 40 others found to be at risk",
    ],
)
def test_what_somebody_may_yet_say_is_said_by_nobody(text: str) -> None:
    assert names(text) == set()


def test_who_says_if_something_is_so_says_it() -> None:
    assert says("The Quarry Union said that 40 men would stay if it rained.", "40")[0] == "Quarry Union"


def test_crowds_behind_a_mayor_are_the_pages() -> None:
    text = "Raid\n\nMayor Lucy Thorne said that it was cruel. About 60 people gathered outside the gate with candles."
    assert says(text, "60") == ["The Courier"]
