"""Who speaks where asides part subject and verb, and verbs of telling that tell nothing."""

from __future__ import annotations

import pytest
from test_attribution_pages import says
from test_attribution_sources import page

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute

PAGE = ["The Courier"]


def names(text: str) -> set[str]:
    document = page(text)
    return {s.name for s in attribute(annotate(document), document).sources}


@pytest.mark.parametrize("some", ["most of them from Ghana", "some of them barefoot", "three of whom had been hurt"])
def test_those_tell_of_whom_some_are_described_between_commas(some: str) -> None:
    assert says(f"These young welders, {some}, told of 14 bunks for 30 men.", "14")[0] == "young welders"


def test_who_speaks_for_those_counted_is_not_those_counted() -> None:
    text = "A lawyer for the welders, more than 40 Ghanaian men, most of them without papers, spoke of 12 bunks."
    assert says(text, "12")[0] == "A lawyer for the welders"


def test_a_few_of_them_still_speak_for_themselves() -> None:
    text = "The welders waited outside. Some of them told of 14 bunks."
    assert "Courier" not in says(text, "14")[0]


def test_those_counted_by_more_than_are_no_place_behind_it() -> None:
    text = "The more than 40 tenants, mostly cooks from Nepal, Laos, Ghana and Togo, told us that 12 slept there."
    assert "tenants" in says(text, "12")[0]
    assert not {"Laos", "Togo"} & names(text)


@pytest.mark.parametrize("who", ["Caritas", "the ministry", "Caritas, a charity,"])
def test_whoever_speaks_behind_where_people_come_from_is_heard(who: str) -> None:
    text = f"The tenants, most of them from Laos and Togo, {who} said, slept in 12 rooms."
    assert "tenants" not in says(text, "12")[0]


def test_a_time_before_a_number_is_nobody() -> None:
    assert "welders" in says("This month, 40 welders, most of them from Togo, told of 12 bunks.", "12")[0]


@pytest.mark.parametrize("adverb", ["however", "though", "meanwhile"])
def test_data_show_also_behind_an_adverb(adverb: str) -> None:
    assert "Caritas" in says(f"Recent Caritas data show, {adverb}, that 40 of the rooms were empty.", "40")[0]


def test_a_show_is_no_verb_behind_its_article() -> None:
    assert says("At the boat show, however, that morning 40 welders were held.", "40") == PAGE


class TestNothingIsTold:
    @pytest.mark.parametrize("area", ["the EU as a whole", "The region", "The island"])
    def test_areas_see_what_befalls_them(self, area: str) -> None:
        assert says(f"Arrivals fell, while {area} saw a rise of 8% in the same months.", "8%") == PAGE

    def test_who_is_to_blame_blames_nobody(self) -> None:
        assert says("The tenants were to blame for the fire in which 40 rooms burnt.", "40") == PAGE

    def test_who_blames_tells(self) -> None:
        assert "tenants" in names("The tenants blamed the owner for the fire. They said that 40 rooms burnt.")

    def test_a_firm_has_a_name(self) -> None:
        text = "The judge fined the head of a firm called Terravin, a woman of 50, for the lodging of 40 men."
        assert says(text, "40") == PAGE

    def test_what_one_hopes_to_see_remembered_is_told_by_nobody(self) -> None:
        text = "It is a day that tenants and cooks alike hope to see remembered: 40 men came home."
        assert says(text, "40") == PAGE

    def test_a_state_that_is_to_warn_people_has_not_yet_spoken(self) -> None:
        assert says("Palau is to expel 30 people and warn about 120 others over the brawl.", "120") == PAGE

    def test_rooms_offered_to_people_are_no_words(self) -> None:
        assert "Terravin" not in names("They saw the rooms that the firm Terravin offered to its 40 cooks.")

    @pytest.mark.parametrize(
        "by", ["put into two boats and towed off by the Coast Guard", "put on trial by the judges"]
    )
    def test_people_put_somewhere_are_counted_by_nobody(self, by: str) -> None:
        assert says(f"Some 40 men had been {by}.", "40") == PAGE

    def test_a_toll_put_at_a_number_is_counted(self) -> None:
        assert says("The toll was put at some 40 men by the Coast Guard.", "40")[0] == "Coast Guard"


class TestTownsBeforeColons:
    @pytest.mark.parametrize("town", ["SAINT-DENIS, FRANCE", "SÃO LUÍS, BRAZIL", "SAINT-DENIS"])
    def test_a_town_with_its_country_says_nothing(self, town: str) -> None:
        assert says(f"Raid\n\n{town}: Three welders were freed on Monday.", "Three") == PAGE

    def test_people_in_a_dialogue_speak(self) -> None:
        text = "Talk\n\nKAPLAN: Was it cold?\n\nSAINT-JUST: It was, 30 people lay on straw.\n\nKAPLAN: And then?"
        assert says(text, "30")[0] == "SAINT-JUST"


class TestWhatOpensASentence:
    @pytest.mark.parametrize(
        "news",
        [
            "a step made known by state media on Monday",
            "a list published by state media",
            "news relayed by state media",
        ],
    )
    def test_whoever_made_it_public_tells_what_follows(self, news: str) -> None:
        assert says(f"In {news}, Palau has jailed 30 welders.", "30")[0] == "state media"

    @pytest.mark.parametrize(
        "deed", ["a raid led by state police", "a house rented by the ministry", "a flat shared by the Post"]
    )
    def test_whoever_did_it_tells_nothing(self, deed: str) -> None:
        assert says(f"In {deed}, 30 welders were held.", "30") == PAGE
