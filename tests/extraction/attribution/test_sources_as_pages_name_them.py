"""Who is named as the source on pages as they are: outlets by a heading, makers of studies, bodies, nobody at all."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

TITLE = "What happened this week\n\n"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("As Volga Herald wrote earlier, in Saratov the police checked 52 foreigners.", "Volga Herald"),
        ("As Northern Stories reported in March, a total of 52 people were expelled.", "Northern Stories"),
        ("As “Tula-Gorod” writes, 52 people were put in the centre.", "Tula-Gorod"),
        ("How writes “Tula-Gorod”, 52 people were put in the centre.", "Tula-Gorod"),
        ("How reports Steppe Herald, 52 people were put in the centre.", "Steppe Herald"),
        ("52 people were expelled from the region, writes “Steppe Herald”.", "Steppe Herald"),
        ("Earlier, the legal project “Open Door” informed that 52 people were expelled.", "Open Door"),
        ('On April 3, the legal project "Open Door" reported that the police expelled 52 people.', "Open Door"),
        ("52 people were held, the Samara-based news site Volga-Inform.Ru reported.", "Volga-Inform.Ru"),
        ("Open Courts, with a link to the Steppe Union, reports that 52 people were expelled.", "Steppe Union"),
    ],
)
def test_outlets_that_no_list_knows_are_named_by_how_they_are_cited(text, speaker):
    assert says(f"{TITLE}{text}", "52")[0] == speaker


def test_what_happens_while_somebody_reports_is_the_pages():
    assert says(f"{TITLE}As the police reported 40 arrests, 52 people fled.", "52") == ["The Courier"]


STUDY = "Harbour Watch published a study on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        "A study carried out by Harbour Watch says no fewer than 127 men lost their lives.",
        "A survey, conducted by Harbour Watch in May, found that 127 men lost their lives.",
        "According to an analysis done by Harbour Watch, 127 men lost their lives.",
        f"{STUDY}According to data of the study, 127 men lost their lives.",
        f"{STUDY}Mourners came to the gate.\n\nThe study found 127 graves near the quarry.",
        f"{STUDY}In all, the authors of the study found 127 graves.",
        "An investigation by Harbour Watch blames the owners.\n\nThe investigation also found 127 graves.",
    ],
)
def test_whoever_made_a_study_says_what_it_says(text):
    assert says(f"{TITLE}{text}", "127")[0] == "Harbour Watch"


def test_nobody_is_made_up_for_a_study_of_which_nothing_is_told():
    assert says(f"{TITLE}The study found 127 graves near the quarry.", "127")[0] == "study"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The ministry ordered a study of wages by the Labour Institute. The study found 127 graves.",
            "Labour Institute",
        ),
        ("The ministry ordered a study of wages. The study found 127 graves.", "study"),
        (
            "The prison service published a study of its work. Officials criticised the study by Harbour Watch. "
            "The study found 127 graves.",
            "study",
        ),
        (f"{STUDY}Officials criticised the study by Harbour Watch. The study found 127 graves.", "Harbour Watch"),
        (f"{STUDY}Later Open Road published a study of its own. The study found 127 graves.", "Open Road"),
        (f"{STUDY}Officials praised the study by Open Road. The study found 127 graves.", "study"),
    ],
)
def test_the_study_is_of_the_one_who_made_it_and_of_nobody_where_two_may_have(text, speaker):
    assert says(f"{TITLE}{text}", "127")[0] == speaker


@pytest.mark.parametrize("whose", ["the latest data", "preliminary information", "some reports", "various estimates"])
def test_data_of_nobody_are_the_pages_own(whose):
    assert says(f"{TITLE}In the blast, according to {whose}, 14 people were hurt.", "14") == ["The Courier"]


def test_whoever_speaks_gives_preliminary_data():
    text = "The Kursk police said the search went on. According to preliminary data, 14 people were hurt."
    assert says(f"{TITLE}{text}", "14")[0] == "Kursk police"


def test_data_with_an_owner_are_the_owners():
    text = "According to the latest data of the Labour Ministry, 14 people were hurt."
    assert says(f"{TITLE}{text}", "14")[0] == "Labour Ministry"


UNION = "The Dock Union (DU) said nine men had been dismissed. "


@pytest.mark.parametrize(
    ("text", "of"),
    [
        (f"{UNION}Authorities also took 12 others to a barracks.\n\nIt added that dozens had left.", "12"),
        (f"{UNION}Authorities also took 12 others to a barracks.\n\nIt added that dozens had left.", "dozens"),
        (f"{UNION}Guards threw out 12 others. It also said that wages were cut.", "12"),
    ],
)
def test_it_is_the_body_that_speaks_and_no_authorities_that_acted(text, of):
    assert says(f"{TITLE}{text}", of)[0] == "Dock Union (DU)"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The organization cited refugees from Mosul, who told of 52 beatings.", "refugees from Mosul"),
        ("Inspectors in Chile closed the mill after finding 52 men in huts.", "Inspectors in Chile"),
        ("Authorities in Chile closed a mill, after they found 52 men in huts.", "Authorities in Chile"),
        ("52 men were freed, according to statements made on Monday by the port's office.", "port's office"),
        ("RIO DE JANEIRO, Brazil — A team of Chilean judges says it has freed 52 men.", "team of Chilean judges"),
        ("52 men were flown out, the group said with reference to one of its lawyers.", "one of its lawyers"),
    ],
)
def test_whoever_is_told_of_as_the_source_in_the_words_of_pages(text, speaker):
    assert says(f"{TITLE}{text}", "52")[0].removeprefix("A ").removeprefix("the ") == speaker


def test_what_was_said_goes_on_with_whoever_spoke():
    text = "The inspectors found 40 weavers in huts. They slept there, it was said, and 52 of them had no papers."
    assert says(f"{TITLE}{text}", "52")[0] == "inspectors"


def test_initials_in_a_headline_are_the_body_that_the_text_introduces_by_them():
    text = (
        "SHW: hundreds driven out\n\nSteppe Harbour Watch (SHW) accused the police on Friday. "
        "SHW explained that at least 52 people were driven out."
    )
    assert says(text, "52")[0] == "Steppe Harbour Watch (SHW)"


def test_the_company_is_the_firm_that_spoke():
    text = "Hualin said it would end the contract.\n\nThe company said that 52 workers slept in hotels."
    assert says(f"{TITLE}{text}", "52")[0] == "Hualin"


def test_the_organization_is_the_one_that_spoke_and_no_force_told_of():
    text = (
        "Harbour Watch said in a report that the raids went on.\n\nA woman from Assam said the Border Security Force"
        " drove her out. She had a son.\n\nThe organization also noted that on the same day police held 52 men."
    )
    assert says(f"{TITLE}{text}", "52")[0] == "Harbour Watch"


def test_a_number_with_no_in_front_is_all_told():
    assert says(f"{TITLE}The Dock Union says no fewer than 127 men died.", "no fewer")[0] == "Dock Union"
