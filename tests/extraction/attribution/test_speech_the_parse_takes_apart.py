"""Who says a figure where the parse takes the sentence apart, and whom a pronoun or a bare rank then means."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

TITLE = "What happened in spring\n\n"
MAYOR = "Mayor Roberto Diaz spoke on Monday. Sister Maria Olmos said nine were hurt.\n\n"


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        ("Advocate Nodira Karim said at least 13 of the detained held papers of refuge.", "13", ["Nodira Karim"]),
        ("A complaint unsealed on Monday says the man who owns the farm kept $2 million.", "2 million", ["complaint"]),
        ("The Audit Office forecasts that transfers, which made up half, could fall by 23 percent.", "23",
         ["Audit Office"]),
        ("The harbour police did not name them, noting only that six had left.", "six", ["harbour police"]),
        ("The harbour police confirm only 19 “brought in for a check”.", "19", ["harbour police"]),
        ("Some of the people dropped off there, Ivan Popov said, held visas, and 12 were born here.", "12",
         ["Ivan Popov"]),
        ("The coastguard, however, confirmed that its plane had seen 75 people.", "75", ["coastguard"]),
        ("The union says it counted 15 trucks.", "15", ["union"]),
    ],
)  # fmt: skip
def test_a_figure_of_a_sentence_taken_apart_has_its_speaker(text: str, at: str, speaker: list[str]) -> None:
    assert [name.removeprefix("A ").split(" unsealed")[0] for name in says(TITLE + text, at, publisher=None)] == speaker


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        ("“Go,” said Roza Aliyeva. “He said: there were 40 of us,” she recalled.", "40", ["Roza Aliyeva"]),
        (MAYOR + "Her parish looks after 41 children, she said.", "41", ["Maria Olmos"]),
        (MAYOR + "Her parish looks after 41 children, the nun said.", "41", ["Maria Olmos"]),
        ("Police spokesman Ali Saleh spoke.\n\nHe said two fell. Sixty were hurt, the colonel said.", "Sixty",
         ["Ali Saleh"]),
        ("Jean Belo of the Support Group for Returnees, known as GARR, said 46 came.", "46", ["Jean Belo"]),
        ("Lawyer Oleg Kim said two left. Head of the Labour Committee Igor Sokol has made patents his topic."
         " He said 10,000 had none.", "10,000", ["Igor Sokol"]),
        ("Minister Ana Ruiz said nine fell. Her counterpart, Rafael Alvarado, called it false."
         " Only two came, he told local radio.", "two", ["Rafael Alvarado", "local radio"]),
    ],
)  # fmt: skip
def test_whom_a_pronoun_or_a_rank_means(text: str, at: str, speaker: list[str]) -> None:
    assert says(TITLE + text, at, publisher=None) == speaker


def test_who_finds_herself_somewhere_says_nothing() -> None:
    assert says(TITLE + "Dilnoza Karim found herself in a cell with nine women.", "nine", publisher=None) == []


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        ("The Human Rights Commission has asked the court to order the crowd away from 9 clinics.", "9",
         ["Human Rights Commission"]),
        ("The Public Law Foundation has tracked 17 such cases.", "17", ["Public Law Foundation"]),
        ("The Public Law Foundation monitored 17 such cases.", "17", ["Public Law Foundation"]),
        ("“He boasts,” says Malika Yusupova, whose hotline took 870 calls.", "870", ["Malika Yusupova"]),
        ("Nhel Morona heads a group. It took 60 cases; in 44, Nhel Morona says, the women signed for less than half.",
         "44", ["Nhel Morona"]),
        ("Alderman Greg Stone said two left. At a nearby school, the principal said attendance fell to 81 percent.",
         "81", ["principal"]),
        ("The union of builders complained that 30 men had no beds.", "30", ["union of builders"]),
        ("The barbers of the quarter contended that 30 shops had closed.", "30", ["barbers of the quarter"]),
    ],
)  # fmt: skip
def test_words_by_which_figures_are_told_beside_speech(text: str, at: str, speaker: list[str]) -> None:
    assert says(TITLE + text, at, publisher=None) == speaker


def test_money_that_a_person_asks_for_is_told_by_nobody() -> None:
    assert says(TITLE + "Konstantin Bykov had asked for 2 million roubles.", "2 million", publisher=None) == []
