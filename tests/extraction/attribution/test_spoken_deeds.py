"""Who is heard without a verb of saying: by what is done in words, by what leads to numbers, by who signs a page."""

from __future__ import annotations

import pytest
from plain_pages import page
from test_attribution_pages import says

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute

TITLE = "What happened in the town\n\n"


def sources(text: str) -> list[str]:
    """The names of those whose words the page reports."""
    document = page(TITLE + text)
    return [source.name for source in attribute(annotate(document), document).sources]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The ministry of Peru summoned the Russian ambassador and expressed its concern.", "ministry of Peru"),
        ("Ambassador Ulan Beishenaliev voiced concern at refusals for which no cause is named.", "Ulan Beishenaliev"),
        ("UN experts expressed grave concern on Tuesday at the expulsion of 1,200 Afghans.", "UN experts"),
        ("The embassy expressed serious alarm about the raids.", "embassy"),
        ("The Tajik Foreign Ministry expressed bewilderment at the mass refusals.", "Tajik Foreign Ministry"),
        ("The consul voiced his dissatisfaction with the work of the police.", "consul"),
        ("Concern over the beating of 40 men was voiced by the embassy.", "embassy"),
        ("The Kyrgyz Foreign Ministry handed the ambassador a note asking to explain the raid.",
         "Kyrgyz Foreign Ministry"),
        ("The Uzbek Foreign Ministry sent a protest note to Moscow over the beatings.", "Uzbek Foreign Ministry"),
        ("The embassy sent a note to the ministry asking to look into the beating of 12 men.", "embassy"),
        ("Builders' unions have written to the government asking to spare their crews.", "Builders' unions"),
        ("Dilnoza Rakhmatova, the ombudswoman, has written to her colleague regarding the workers.",
         "Dilnoza Rakhmatova"),
        ("Neighbours had lodged several complaints about the hostel.", "Neighbours"),
        ("The Kyrgyz Foreign Ministry called in the Russian ambassador over the raid.", "Kyrgyz Foreign Ministry"),
        ("State prosecutor Elena Carrasco is asking for eleven years for the officer.", "Elena Carrasco"),
        ("Prosecutors are seeking 12 years for the officer who beat migrants.", "Prosecutors"),
        ("Council member Ruth Vandermeer wants the police to stop sharing migrants' data.", "Ruth Vandermeer"),
        ("A deputy of the movement, Yegor Lysenko, proposed on Monday to ban migrants from taxis.", "Yegor Lysenko"),
        ("A coach at the club, who gave no name, told the paper that migrants were beaten.", "A coach at the club"),
        ("A fellow countryman who wrote to us says that 160 migrants were searched.", "A fellow countryman"),
        ("“Migrants shall leave within a week,” the draft reads.", "draft"),
        ("A citizen told the editorial office of Radio Ozodi how migrants were detained.", "Radio Ozodi"),
        ("The wife of one of the migrants told SIB-Info that they were held.", "SIB-Info"),
        ("The project “Chuzhiye” says the migrants in the camp are rarely free.", "Chuzhiye"),
        ("Complaints about raids have come from Tajik workers.", "Tajik workers"),
        ("The ministry made it clear that nobody would be expelled.", "ministry"),
        ("The prosecutor's office lets it be known that 14 migrants were charged.", "prosecutor's office"),
        ("Police made public the arrest of 26 migrants.", "Police"),
        ("“They were expelled from the border yesterday,” comments the Deutsche Welle.", "Deutsche Welle"),
        ("The police arrested 77 migrants, Azhar Salleh said. — Bernama", "Bernama"),
        ("MOSCOW, October 16. /TASS/. Police said 77 migrants were expelled.", "TASS"),
        ("Asked for it in a question from Radio Ozodi, the minister said 77 migrants were expelled.", "Radio Ozodi"),
        ("Speaking on the air of Birinchi Radio, minister Ulan Asanov said 40 were held.", "Birinchi Radio"),
    ],
)  # fmt: skip
def test_who_does_something_by_words_is_a_source(text: str, who: str) -> None:
    assert who in sources(text)


@pytest.mark.parametrize(
    "text",
    [
        "The embassy has not expressed concern over the beating of 40 migrants.",
        "The embassy would express concern if 40 migrants were beaten.",
        "Nobody from the ministry voiced concern over the beating of 40 migrants.",
        "The boy handed the officer a note at the raid.",
        "The firm sent 40 letters to its migrants.",
        "The court issued a note on the costs of the raid.",
        "The mayor called in the police to expel migrants.",
        "The police called in 40 migrants.",
        "Police are seeking 12 migrants.",
        "The judge gave the migrant eleven years.",
        "The migrants wrote to their families.",
        "Migrants rarely turn to the police because they fear expulsion.",
        "Tashkent summoned the Russian ambassador over the raid.",
        "The embassy called in the ambassador on Friday.",
        "The lawyers have submitted complaints in the name of 11 migrants.",
        "The hotline takes complaints from migrants.",
        "The raid on migrants came after complaints from residents.",
        "The officer let 40 migrants go.",
        "The court made 40 migrants pay.",
        "The site of the raid shows 40 migrants.",
        "Dozens of migrants were killed by border guards in a raid, made public on Tuesday.",
        "The detained man, Ivan Petrov, forced to join the army, was expelled.",
    ],
)
def test_what_is_done_without_words_makes_no_source(text: str) -> None:
    assert sources(text) == []


@pytest.mark.parametrize(
    ("text", "number", "who"),
    [
        ("The migration service makes known that 2,391 people were expelled.", "2,391", "migration service"),
        ("As deputy director Jasur Tolipov told on January 20 at a briefing, 3,900 people are listed.", "3,900",
         "Jasur Tolipov"),
        ("Police expelled 40 migrants. About this the press service of the Interior Ministry tells.", "40",
         "press service of the Interior Ministry"),
        ("Police expelled 40 migrants. About this TASS was told in the press service of the ministry.", "40",
         "press service of the ministry"),
        ("Police expelled 92 migrants. It was the Interior Ministry that announced this.", "92", "Interior Ministry"),
        ("The Kyrgyz Foreign Ministry summoned the ambassador over a raid. Some 92 migrants were held. It is the same"
         " ministry to make it known in a release.", "92", "Kyrgyz Foreign Ministry"),
        ("Police expelled 92 migrants. These figures appear in a report of the Bailiff Service.", "92",
         "Bailiff Service"),
        ("The Interior Ministry’s own site shows 12,750 crimes by migrants.", "12,750",
         "Interior Ministry’s own site"),
        ("A suit brought by the Iowa Law Project contends that agents questioned 40 migrants.", "40",
         "Iowa Law Project"),
        ("Gennady Voronov said that there are checks. Voronov also gave crime figures. In spring migrants committed"
         " 13,100 crimes.", "13,100", "Gennady Voronov"),
        ("Minister Anna Petrova spoke of raids. As a recent example she named one in Tula, in which 200 migrants were"
         " held.", "200", "Anna Petrova"),
        ("The Ambassador of Kyrgyzstan Talant Sadyrbekov was received by Ivan Petrov. The ambassador said 40 migrants"
         " were beaten.", "40", "Talant Sadyrbekov"),
        ("UN experts expressed grave concern on Tuesday at the expulsion of 1,200 Afghans.", "1,200", "UN experts"),
        ("UN experts expressed grave concern at the alleged beating of 1,200 Afghans.", "1,200", "UN experts"),
        ("UN experts expressed alarm at reports that 1,200 Afghans had been beaten.", "1,200", "UN experts"),
    ],
)  # fmt: skip
def test_whose_a_number_is_told_by_plain_words(text: str, number: str, who: str) -> None:
    assert says(TITLE + text, number)[0] == who


def test_whoever_gives_figures_passes_on_nothing_that_another_tells() -> None:
    text = "The minister cited crime statistics. On Monday 40 men were held, according to Memorial."
    assert says(TITLE + text, "40") == ["Memorial", "The Courier"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The ministry expressed hope that 40 migrants will be freed.", "40"),
        ("The bailiffs gave an example. Some 40 migrants were held.", "40"),
        ("It was the Interior Ministry that ordered this raid on 92 migrants.", "92"),
        ("After complaints from residents 40 migrants were held.", "40"),
        # whoever is angry at an accusation does not make it
        ("The Interior Ministry expressed surprise at claims that police beat 40 migrants.", "40"),
        ("The Interior Ministry expressed outrage at reports that police beat 40 migrants.", "40"),
        ("The embassy voiced indignation at the accusation that guards had tortured 40 men.", "40"),
        ("The minister cited crime statistics. Police beat 40 migrants at a market.", "40"),
        ("The site of the raid shows 40 migrants.", "40"),
        ("Police beat 40 migrants. These figures appear in reports that the ministry denies.", "40"),
    ],
)
def test_nobody_is_made_to_say_a_number(text: str, number: str) -> None:
    assert says(TITLE + text, number) == ["The Courier"]
