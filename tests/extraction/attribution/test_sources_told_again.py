"""One source under several names, and sentences without a cue that a source of few goes on to tell."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

from guvoh.extraction.attribution.one_office import office

TITLE = "What happened this week\n\n"


@pytest.mark.parametrize(
    ("first", "again", "same"),
    [
        ("The Kyrgyz Foreign Ministry", "The Ministry of Foreign Affairs of Kyrgyzstan", True),
        ("The Interior Ministry", "The Ministry of Internal Affairs", True),
        ("The Ministry of Labor of Tajikistan", "Tajikistan's Labour Ministry", True),
        ("The Tajik embassy in Moscow", "The Embassy of Tajikistan in Russia", True),
        ("The Russian Health Ministry", "The Ministry of Health", True),
        ("The Kyrgyz Foreign Ministry", "The Russian Foreign Ministry", False),
        ("The Defence Ministry", "The Interior Ministry", False),
        ("The Ministry of Internal Affairs of Tajikistan", "The Russian Interior Ministry", False),
    ],
)
def test_an_office_of_a_state_is_known_in_another_order_of_its_words(first, again, same):
    text = f"{TITLE}{first} said that 40 men were held. {again} added that 52 were let go."
    assert (says(text, "52") == says(text, "40 men")) is same


def test_a_name_that_gives_no_office_is_none():
    assert office("Harbour Watch") is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Consulate General of Tajikistan in Perm confirmed that 40 men were held. The mission wrote that 52 had"
            " been let go.",
            "Consulate General of Tajikistan",
        ),
        (
            "The Kyrgyz embassy said that 40 men were held. The Tajik consulate said that 9 were held. The mission"
            " wrote that 52 had been let go.",
            "mission",
        ),
        (
            "The Plains Defense Project said in a statement that 40 men were held. The nonprofit said it would"
            " represent 52 of them.",
            "Plains Defense Project",
        ),
        (
            "Men were held, according to a statement on a website. The police statement said that 52 had been let go.",
            "police",
        ),
        ("The Kyrgyz embassy said 40 were held. A rescue mission came, and the mission said 52 were found.", "mission"),
        (
            "Amnesty International (AI) urged the country to stop. AI estimates that 52 men were held.",
            "Amnesty International",
        ),
        (
            "Police have picked up 52 men, according to a statement on the website of the Interior Ministry's regional"
            " branch.",
            "Interior Ministry's regional branch",
        ),
        (
            "We reached his mother, Dilcia Lopez, and a brother, Elmer Lopez. He sent 52 dollars, his mother said.",
            "Dilcia Lopez",
        ),
        ("Salima Karimova, the wife of the man, waited. His wife said that 52 men were there.", "Salima Karimova"),
        ("Olim Rahimov said 40 men were there. His mother said that 52 were let go.", "His mother"),
        ("A gang says it beat 52 men. The gang, which calls itself the Night Guard, mailed a letter.", "Night Guard"),
        ('A group that calls itself "Night Guard" said that it had beaten 52 men.', "Night Guard"),
        ("Rosli Zaman Yusoff said 40 were held. Rosli Zaman said that 52 men were held.", "Rosli Zaman Yusoff"),
        ("In May, the detained said that 52 men had been beaten.", "detained"),
        ("Ukrainian intelligence said that 52 men had been beaten.", "Ukrainian intelligence"),
        ("Vestnikpress reported that 52 men had been beaten.", "Vestnikpress"),
    ],
)
def test_people_and_groups_are_known_by_what_the_text_calls_them(text, speaker):
    assert says(f"{TITLE}{text}", "52")[0] == speaker


def test_people_counted_for_what_they_asked_say_nothing():
    text = f"{TITLE}More than 52 citizens, who had not put their names down for work, asked the office for help."
    assert says(text, "52") == ["The Courier"]


PAGE = (
    "The minister, Dilnoza Karimova, said that 40 men were held.\n\nAll had papers, Karimova said.\n\n{}\n\n"
    "Karimova asked for patience.\n\n“We do what we can,” she said."
)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The number of those who went abroad fell to 52 in the year.", "Dilnoza Karimova"),
        ("In Moscow, police detained 52 men.", "The Courier"),
        ("Police officers held 52 men at the gate.", "The Courier"),
    ],
)
def test_what_stands_between_words_of_the_one_who_speaks_often_is_told_by_her(sentence, speaker):
    assert says(TITLE + PAGE.format(sentence), "52")[0] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The other side is reportedly going to put 52 men on a list.", "Foreign Ministry"),
        ("The other side apparently put 52 men on a list.", "The Courier"),
        ("Police put 52 men on a list.", "The Courier"),
    ],
)
def test_a_sentence_that_keeps_a_distance_goes_on_with_the_source_just_named(sentence, speaker):
    text = f"{TITLE}The Foreign Ministry said that 40 men could not leave the airport.\n\n{sentence}"
    assert says(text, "52")[0] == speaker
