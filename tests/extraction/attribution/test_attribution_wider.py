"""Who says a figure where names, pronouns, headings and the page's own lines tell it in less usual ways."""

from __future__ import annotations

import pytest
from plain_pages import page

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import Attributions, attribute


def read(text: str, publisher: str | None = None) -> Attributions:
    document = page(text, publisher)
    return attribute(annotate(document), document)


def says(text: str, at: str) -> str | None:
    """Who says the stretch `at` first; None where the page does."""
    start = text.index(at)
    links = read(text).chain(start, start + len(at)).links
    return links[0].name if links else None


@pytest.mark.parametrize(
    ("text", "at", "who"),
    [
        (
            "The Ministry of Health, Trade and Housing said that 40 shops were closed.",
            "40 shops",
            "Ministry of Health, Trade and Housing",
        ),
        (
            "Nine clinics reopened, the Committee on Youth, Sport and Tourism reported.",
            "Nine clinics",
            "Committee on Youth, Sport and Tourism",
        ),
        (
            "The Ministry of Health, Amnesty International and Kazakhstan were asked. The ministry said 40 shops shut.",
            "40 shops",
            "Ministry of Health",
        ),
    ],
)
def test_a_body_is_named_with_all_that_it_deals_with_and_with_nobody_else(text: str, at: str, who: str) -> None:
    assert says(text, at) == who


@pytest.mark.parametrize(
    ("text", "at", "who"),
    [
        (
            "Buses stood empty.\n\nOur client Tohir, a roofer, left in May.\n\n"
            "The judge said the case was closed.\n\nTohir is now in a hall where, he says, 14 people sleep on mats.",
            "14 people",
            "Tohir",
        ),
        (
            "The judge said the case was closed.\n\nThe first on the stand was Karim's cousin, a cook. "
            "He said six men broke the door.",
            "six men",
            "Karim's cousin",
        ),
        (
            "Talks\n“It is over,” said judge Oleg Panin.\n\nA roofer came to the door. He said six men had run.",
            "six men",
            "A roofer",
        ),
        (
            "Talks\n“It is over,” said judge Oleg Panin.\n\nThe court was full. He said six men had run.",
            "six men",
            "Oleg Panin",
        ),
        (
            "Nazira lives in Podolsk with her aunt. “They took 300 rubles from me,” the woman recalls.",
            "300 rubles",
            "Nazira",
        ),
        (
            "The ombudsman opened 80 files last year, her yearly report says. Lawyer Inna Belova spoke of neglect.",
            "80 files",
            "ombudsman",
        ),
    ],
)
def test_a_pronoun_or_the_woman_means_whoever_the_paragraph_is_about(text: str, at: str, who: str) -> None:
    assert says(text, at) == who


@pytest.mark.parametrize(
    ("text", "at", "who"),
    [
        ("The weekly Vestnik has counted 12 raids since May, up from nine in April.", "nine in April", "Vestnik"),
        (
            "At least 31 regions have closed jobs to migrants, according to a count by the business daily Vedomost.",
            "31 regions",
            "Vedomost",
        ),
        (
            "The Kazakh project We Want Them Back says it has a list of 415 men.",
            "415 men",
            "We Want Them Back",
        ),
        ("According to the channel 305, more than 60 people were held.", "more than 60 people", "channel 305"),
        (
            "According to the regional fisheries agency, 19 boats were seized. Interfax said that talks went on.",
            "19 boats",
            "regional fisheries agency",
        ),
        (
            "Baza reported that 12 men were held. Later the outlet wrote that 40 more had been questioned.",
            "40 more",
            "Baza",
        ),
        (
            "Guards beat them, according to Steppe Post, a small news site, which said 15 men were hurt.",
            "15 men",
            "Steppe Post",
        ),
        (
            "The number fell to 63, according to court data, because of transfers ordered by district judges.",
            "63",
            "court data",
        ),
    ],
)
def test_outlets_and_documents_keep_their_own_names(text: str, at: str, who: str) -> None:
    assert says(text, at) == who


@pytest.mark.parametrize(
    ("text", "at", "who"),
    [
        (
            "Fontanka says more than 100 people were held. Among them were 30 men with new passports.",
            "30 men",
            "Fontanka",
        ),
        (
            "At least 24 men were driven to an office on Lenin Street. There they were handed papers, Baza writes.",
            "24 men",
            "Baza",
        ),
        (
            "At least 24 men were driven to an office on Lenin Street. They were handed papers, witnesses said.",
            "24 men",
            None,
        ),
        (
            "Deputy Labour Minister Qodir Saidov said 300 people came back. The ministry's office in Samara gave advice"
            " to 52 people.",
            "52 people",
            "Qodir Saidov",
        ),
        (
            "Talks\n“I begged them,” said Umar, a roofer from Kulob.\n\nHe still owes 900 dollars to a broker in Osh.",
            "900 dollars",
            "Umar",
        ),
        (
            "The mayor's office said summer school will go on. Omaha Private Schools has hired staff at six sites.",
            "six sites",
            None,
        ),
        (
            "The Rights Watch Center recorded 287 attacks in the country last year, compared with 111 in 2023.",
            "111 in 2023",
            "Rights Watch Center",
        ),
        (
            "Some 9,000 people were in the camp in June, ministry statistics show, up from about 7,000 a year earlier.",
            "about 7,000",
            "ministry statistics",
        ),
    ],
)
def test_a_count_goes_on_with_whoever_began_or_closes_it(text: str, at: str, who: str | None) -> None:
    assert says(text, at) == who


@pytest.mark.parametrize(
    ("text", "at", "who"),
    [
        ("A crane operator wrote that 40 men slept in one hall.", "40 men", "A crane operator"),
        (
            "KUCHING, Jan 4 — The department held 51 people in a raid at dawn, its director Rosli Hamid said.",
            "51 people",
            "Rosli Hamid",
        ),
        (
            "The state deported 131 people on Monday, the Interior Ministry said, in a rare flight that the airline"
            " agreed to make.",
            "131 people",
            "Interior Ministry",
        ),
        (
            "Rights groups say up to 1,200 people from sub-Saharan Africa have been driven into the desert.",
            "1,200 people",
            "Rights groups",
        ),
        (
            "The project Second Home, which helps tenants, received 96 requests from Kyrgyz nationals in June.",
            "96 requests",
            "Second Home",
        ),
        (
            "Its representative in Dushanbe Viktor Sobolev stated that 90 people had applied.",
            "90 people",
            "Viktor Sobolev",
        ),
        ("A Nepali rigger, who asked to be known in print only as Suraj, said 30 men fell ill.", "30 men", "Suraj"),
    ],
)
def test_less_usual_speakers_are_heard(text: str, at: str, who: str) -> None:
    assert who in (says(text, at) or "")


@pytest.mark.parametrize(
    ("text", "at", "who"),
    [
        ("Nineteen men said police had stopped them in the street.", "Nineteen men", None),
        ("Two drivers told The Steppe Post that police stopped cars.", "Two drivers", None),
        ("Nineteen men told us that police had stopped them in the street.", "Nineteen men", "Nineteen men"),
    ],
)
def test_how_many_spoke_the_page_says_unless_they_speak_to_it(text: str, at: str, who: str | None) -> None:
    assert says(text, at) == who


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Uzbek Workers Say Pay Is Late\nThe consul said 40 men wait.", ["consul"]),
        ("Talks\nThe consul said 40 men wait. Qatar expects more visitors.", ["consul"]),
        ("Talks\nNone of the defendants admitted guilt. The judge said 40 men wait.", ["judge"]),
        ("Talks\nMr. K. explained to the judge that 40 men wait.", ["Mr. K."]),
        (
            "Talks\nThe Directorate for Combating Illegal Migration held 40 men, according to the International"
            " Organization for Migration.",
            ["International Organization for Migration"],
        ),
        ("Talks\nA film shown by Immigration and Customs Enforcement showed 40 men. The judge said so.", ["judge"]),
    ],
)
def test_whose_words_a_page_gives(text: str, names: list[str]) -> None:
    found = [source.name for source in read(text).sources]
    assert [name for name in found if name not in ("Immigration and Customs Enforcement", "A film")] == names


def test_one_pronoun_means_one_person_although_somebody_is_told_of_in_between() -> None:
    text = (
        "One witness, a taxi driver, told Baza of a raid. He says that an officer showed him a paper and explained that"
        " 40 men had signed."
    )
    assert says(text, "40 men") != "an officer"
