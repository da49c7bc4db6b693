"""Sentences that tell whose the numbers before them are, in English."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

TITLE = "What the courts decided\n\n"


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("Such data was given by Irina Dolgova, head of the press service of the courts.", "Irina Dolgova"),
        ("The information originates from the Border Office for the region.", "Border Office for the region"),
        ("The figures come from the Equality Board.", "Equality Board"),
        ("These figures were provided by the Labour Ministry.", "Labour Ministry"),
        ("The data were published by the Equality Board on Tuesday.", "Equality Board"),
        ("The news was published by the Equality Board on Tuesday.", "Equality Board"),
        ("These figures were noted by the Labour Ministry.", "Labour Ministry"),
        ("It was announced last week by the Labour Ministry.", "Labour Ministry"),
        ("Deputy minister Anvar Nazarov gave these figures at a briefing.", "Anvar Nazarov"),
        ("The lawyer Pavel Somov cited such numbers on his channel.", "Pavel Somov"),
        ("This follows from a report by the Builders Union.", "Builders Union"),
        ("This is evident from data of the prosecutor's office.", "prosecutor's office"),
        ("This is according to the Teachers Union.", "Teachers Union"),
        ("That is the count kept by the Housing Union.", "Housing Union"),
        ("These are the Housing Union's figures.", "Housing Union"),
    ],
)
def test_whoever_gave_the_numbers_says_them(behind, speaker):
    same_paragraph = f"{TITLE}In May 315 people were expelled. {behind}"
    assert says(same_paragraph, "315")[0] == speaker
    next_paragraph = f"{TITLE}In May 315 people were expelled.\n\n{behind}"
    assert says(next_paragraph, "315")[0] == speaker


def test_a_clause_behind_a_comma_tells_whose_the_numbers_are():
    text = f"{TITLE}In a week 315 people were expelled, such data was given by Irina Dolgova, a spokeswoman."
    assert says(text, "315")[0] == "Irina Dolgova"
    other = f"{TITLE}In a week 315 people were expelled, this was reported by the Equality Board."
    assert says(other, "315")[0] == "Equality Board"


@pytest.mark.parametrize(
    "behind",
    [
        "The lawyer gave the data of 12 clients to the court.",
        "The ministry published the figures of its own survey, in which 40 took part.",
        "The figures are from June, and nobody has checked them since.",
        "That is the number of beds in the hostel.",
        "The police gave no figures.",
        "The ministry has not released such data.",
        "The police never confirmed the figures.",
        "Nobody in the government has published the numbers.",
        "The data could not be confirmed by the police.",
        "The victim gave the information to the consulate.",
        "This information was read by the judge.",
        "The ministry shares the figures with Interpol.",
        "The minister gave these figures: 40 held, 12 fined.",
        "These figures were given by the minister: 40 held, 12 fined.",
        "It was released by the police.",
        "The minister gave this figure as 12.",
        "The figures come from three prisons in Tula.",
        "The data come from the district.",
        "That man was reported by the Equality Board.",
    ],
)
def test_what_points_at_nothing_before_gives_it_no_speaker(behind):
    assert says(f"{TITLE}In May 315 people were expelled. {behind}", "315") == ["The Courier"]


def test_messages_that_appear_in_channels_tell_what_stands_in_them():
    text = f"{TITLE}On May 9 messages appeared in Telegram channels that officers had beaten 12 men."
    assert says(text, "12")[0] == "Telegram channels"


def test_a_town_with_its_country_opens_a_page_and_speaks_to_nobody():
    text = f"{TITLE}ROSSO, Mauritania: Police took four men from a yard, and nobody knows where they are."
    assert says(text, "four") == ["The Courier"]


def test_who_sets_out_on_a_journey_says_nothing():
    text = f"{TITLE}Some 470 people landed there, most of them after setting out from Rosso, according to Coast Watch."
    assert says(text, "470")[0] == "Coast Watch"


@pytest.mark.parametrize(
    ("told", "at", "speaker"),
    [
        ("The ministry gave these figures: 20 expelled, 10 fined.", "20", "ministry"),
        ("Lawyers said that 340 men were beaten.", "340", "Lawyers"),
    ],
)
def test_data_are_not_of_a_sentence_with_a_source_of_its_own(told, at, speaker):
    text = f"{TITLE}{told} The data were provided to Memorial by the court."
    assert says(text, at) == [speaker, "The Courier"]
    assert says(f"{TITLE}{told} In all 90 appealed. The data were provided by the court.", "90")[0] == "court"


def test_a_centre_called_by_name_gives_figures():
    assert says(f"{TITLE}In May 340 men were beaten. The figures come from the Sova Center.", "340")[0] == "Sova Center"
