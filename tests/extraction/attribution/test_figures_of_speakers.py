"""Who says a figure that no cue stands beside, or one that an unusual wording tells."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

TITLE = "What happened in spring\n\n"


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        ("“Nobody slept,” says Roza Aliyeva, who has appealed in 31 cases.", "31 cases", ["Roza Aliyeva"]),
        (
            "“They came at night,” said Olga Sim, a lawyer who was called by three of the wives.",
            "three of the wives",
            ["Olga Sim"],
        ),
        ("Nina Orlova, whom nine families know, waited outside the court.", "nine families", []),
    ],
)
def test_what_a_sentence_of_speech_tells_of_its_speaker_the_speaker_says(
    text: str, at: str, speaker: list[str]
) -> None:
    assert says(TITLE + text, at, publisher=None) == speaker


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        ("The embassy said 412 were freed.\n\n379 of them were flown home. Six were women.", "379", ["embassy"]),
        ("The embassy said 412 were freed.\n\n379 of them were flown home. Six were women.", "Six", ["embassy"]),
        ("The embassy said 412 were freed.\n\nAnother 22, all from Osh, were kept.", "22", ["embassy"]),
        ("The embassy said 412 were freed.\n\nThe city has 12 hostels.", "12 hostels", []),
    ],
)
def test_a_part_of_those_counted_opens_the_next_paragraph(text: str, at: str, speaker: list[str]) -> None:
    assert says(TITLE + text, at, publisher=None) == speaker


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        ("Dushanbe lives on remittances, which the World Bank puts at 39 percent of output.", "39", ["World Bank"]),
        ("In Bulgaria, the Helsinki Committee counts over 2,500 incidents.", "2,500", ["Helsinki Committee"]),
        ("Morocco has put the death toll at 23.", "23", ["Morocco"]),
        ("By Friday, says the home ministry, 3,400 refugees will have gone.", "3,400", ["home ministry"]),
        ("All differ: the head of the taxi union, Ivan Popov, speaks of at least 3,000.", "3,000", ["Ivan Popov"]),
        ("In one evening 14 drivers were fined, reports the labour ministry's website.", "14", ["labour ministry"]),
        ("Russia expelled 190,000 people in 2024, court data show, a record.", "190", ["court data"]),
        ("A report by Amnesty International documents the deaths of 51 workers.", "51", ["Amnesty International"]),
        ("The report, by Amnesty International, says 37 people died.", "37", ["Amnesty International"]),
        ("In a survey by the Levada Center, 68 percent of those asked agreed.", "68", ["Levada Center"]),
        ("Of 56 men 12 were minors, according to a statement posted on the police department's website.", "12",
         ["police department"]),
        ("“It holds for five years,” explained deputy head Elena Sokol.", "five years", ["Elena Sokol"]),
        ("“Three dogs came,” recounted Hamid, a 24-year-old Afghan now in Edirne.", "Three", ["Hamid"]),
    ],
)  # fmt: skip
def test_wordings_by_which_somebody_gives_a_figure(text: str, at: str, speaker: list[str]) -> None:
    assert says(TITLE + text, at, publisher=None) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The mayor's office said summer school goes on. Omaha Public Schools has added staff at six buildings.",
        "Readers may recall an earlier case. Activists freed 11 people then.",
        "Three men were charged with violence (Article 318 of the Code). Five were freed.",
        "In one case a local resident had registered 214 foreigners in a flat.",
    ],
)
def test_a_page_that_names_another_body_speaks_itself(text: str) -> None:
    at = next(number for number in ("six", "11 people", "Five", "214") if number in text)
    assert says(TITLE + text, at, publisher=None) == []


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        ("A spokesman said all is well.\n\nIlhom spent 26 days there. “We had 12 beds,” he recalls.", "12", ["Ilhom"]),
        ("\"Farida,\" a cleaner from Osh, said that eight men came. She said 40 were led away.", "40", ["Farida"]),
        ("Umid, a taxi driver from Khorezm, lives in Oryol. He says he paid 7,200 rubles.", "7,200", ["Umid"]),
        ("One of the men, 22-year-old Daler, was freed. He said he counted 31 people.", "31", ["Daler"]),
        ("Mirlan's mother has not seen him since. She wrote nine letters, she says.", "nine", ["Mirlan's mother"]),
        ("The Danish Refugee Council (DRC) said it was bad. According to DRC's latest snapshot, 32 men were hit.", "32",
         ["Danish Refugee Council"]),
        ("According to the answer of the federal government to a question by the Left, 430 left.", "430",
         ["federal government"]),
        ("The police said no. The city's police department had said that 86 were freed.", "86",
         ["city's police department"]),
        ("Interior minister Marko Lassen said no one died. The ombudsman has identified 470 people.", "470",
         ["ombudsman"]),
    ],
)  # fmt: skip
def test_whom_a_pronoun_a_description_or_a_paper_stands_for(text: str, at: str, speaker: list[str]) -> None:
    assert says(TITLE + text, at, publisher=None) == speaker


@pytest.mark.parametrize(
    ("head", "maker"),
    [
        ("Mediazona\n19 July 2024\n\nThe court has heard 31 cases.", ["Mediazona"]),
        (
            "Main Directorate of the Ministry of Internal Affairs for the Ural Region\nPress service, 4 May 2025"
            "\n\nThe court has heard 31 cases.",
            ["Main Directorate of the Ministry of Internal Affairs for the Ural Region"],
        ),
        ("Novastan, 20 June 2025\n\nThe court has heard 31 cases.", ["Novastan"]),
        ("Asyl Nord Foundation, 30 April\n\nOur hotline took 31 calls.", ["Asyl Nord Foundation"]),
        ("Pro Asyl Nord, 30 April\n\nOur hotline took 31 calls.", []),  # it may be a person's name
        ("New Harbour, 30 April\n\nThe court has heard 31 cases.", []),
        (
            "Enforcement and Removal\n\nEnforcement and Removal Operations (ERO) arrested 31 people.",
            ["Enforcement and Removal Operations (ERO)"],
        ),
        (
            "Brussels, 5 November 2024. International Partnership for Human Rights (IPHR) and its partners today"
            " publish a briefing on labour migrants.\n\nThe partners documented 31 cases.",
            ["International Partnership for Human Rights (IPHR)"],
        ),
    ],
)
def test_the_maker_of_a_page_by_its_first_lines(head: str, maker: list[str]) -> None:
    assert says("A day in court\n" + head, "31", publisher=None) == maker
