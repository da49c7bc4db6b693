"""Who says a figure in the shapes of news pages: two who speak together, outlets that cite, statements, sites."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import Attributions, attribute
from guvoh.model import Document, Passage, Role

TITLE = "What happened at the depot\n\n"


def read(text: str) -> Attributions:
    """The reported speech of a text without a title."""
    document = Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),))
    return attribute(annotate(document), document)


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        ("More than 90 men were held at a depot in a suburb, police and a human rights lawyer said.", "90", ["police"]),
        ("Some 90 men were held in a yard, police, medics and a lawyer said.", "90", ["police"]),
        ("Guards held 90 men in the yard, the Vestnik news website cited an eyewitness and two reporters as saying "
         "Saturday.", "90", ["an eyewitness", "Vestnik news website"]),
        ("The Vestnik news website told of Anvar Aliev on Friday. Vestnik said two fell. "
         "Guards held 90 men, the outlet cited Aliev as saying.", "90",
         ["Anvar Aliev", "Vestnik news website"]),
        ("Around 90 men were led away on Thursday, the website reported, citing video footage.", "90",
         ["website"]),
        ("Seventeen men face removal, the Federal Migration Service said, Kommersant reported.",
         "Seventeen", ["Federal Migration Service", "Kommersant"]),
        ("Stepnoi.agency reported that 90 men were held.", "90", ["Stepnoi.agency"]),
        ("Earlier, reports had emerged in Central Asian media that 90 cars stood there.", "90",
         ["Central Asian media"]),
        ("The case drew the notice of the Tajik and Kyrgyz authorities, who said 90 men were held.", "90",
         ["Tajik and Kyrgyz authorities"]),
        ("Several of the builders told Radio Svoboda that 90 men were held.", "90", ["builders", "Radio Svoboda"]),
        ("Over 90 men were held in the hall, the ministry said, where they had no beds.", "90", ["ministry"]),
        ("The crew said nine were turned back. It said 90 came through.", "90", ["crew"]),
        ("Officers held 90 men. This was reported by members of the network \"Open Gate\".", "90",
         ["Open Gate"]),
    ],
)  # fmt: skip
def test_who_speaks_beside_others_or_through_an_outlet(text: str, at: str, speaker: list[str]) -> None:
    assert says(TITLE + text, at, publisher=None) == speaker


MINISTRY = "The Foreign Ministry said nine were held. "
ACTIVIST = "Activist Larisa Belova said two fainted. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (MINISTRY + ACTIVIST + "The statement said 90 men were let go.", "Foreign Ministry"),
        (MINISTRY + "The report, the statement said, names 90 men.", "Foreign Ministry"),
        ("The Foreign Ministry said in a statement that nine fell. Mayor Oleg Kim said two fell. "
         "The statement said 90 were let go.", "Foreign Ministry"),
        (ACTIVIST + "The statement said 90 men were let go.", "Larisa Belova"),
        (MINISTRY + "Governor Pavel Rogov said two fell. The statement said 90 men were let go.", "Pavel Rogov"),
        (MINISTRY + "According to a statement, 90 men were let go.", "Foreign Ministry"),
        ("The Border Service issued a separate statement saying the rule touched 90 men.", "Border Service"),
        ("The Border Service issued a report. A statement said 90 men were let go.", "statement"),
    ],
)  # fmt: skip
def test_a_statement_is_that_of_the_body_that_made_it(text: str, speaker: str) -> None:
    assert [name.removeprefix("A ") for name in says(TITLE + text, "90", publisher=None)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A source in the police told Interfax that nine were held. Interfax said two were hurt. "
         "The source said 90 were let go.", ["A source in the police", "Interfax"]),
        ("A police source told TASS that nine were held. An official said two were hurt. “We let go 90,” the source "
         "said.", ["A police source", "TASS"]),
        ("Interfax said nine were held. Lawyer Oleg Kim said two were hurt. The source said 90 were let go.",
         ["Oleg Kim"]),
    ],
)  # fmt: skip
def test_the_source_is_the_one_who_spoke_as_such(text: str, speaker: list[str]) -> None:
    assert says(TITLE + text, "90", publisher=None) == speaker


def test_a_forecast_says_nothing_of_what_happens_meanwhile() -> None:
    text = "The bank expects growth of 4 percent this year while 90 migrants were detained."
    assert says(TITLE + text, "90", publisher=None) == []


def test_what_a_witness_is_cited_for_is_no_day() -> None:
    text = "Guards held 90 men in the yard, the Vestnik site cited a witness as saying late Saturday."
    told = [text[slice(*span)] for speech in read(text).speeches for span in speech.content]
    assert told == ["Guards held 90 men in the yard"]


def test_seeing_something_is_no_parenthesis() -> None:
    text = "When the lawyers came, they saw the guards lead 90 men away."
    told = [text[slice(*span)] for speech in read(text).speeches for span in speech.content]
    assert "When the lawyers came" not in told


FIRST = "Mayor Oleg Kim said two fell. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (FIRST + "But a foreman who asked not to be named told Radio Ozodi that 90 men were held.",
         ["a foreman", "Radio Ozodi"]),
        (FIRST + "An official who asked to remain anonymous told Kommersant that 90 men were held.",
         ["An official", "Kommersant"]),
        ("Dilnoza, a student who asked that her surname not be printed, said 90 men were held.", ["Dilnoza"]),
        (FIRST + "A post on the police’s Telegram channel said that 90 men were held.", ["police"]),
        ("A statement on the Labour Inspection website said 90 men were held.", ["Labour Inspection"]),
        ("The Border Service said two fell. A post on its Telegram channel said 90 men were held.", ["Border Service"]),
        ("The men are ill, the regional health office said, 90 of them critically.", ["regional health office"]),
        ("One man died, according to a first finding, and 90 others are ill, the committee said.", ["committee"]),
        ("Sayfaddin Ali told Tajik television that 90 men were held.", ["Sayfaddin Ali", "Tajik television"]),
        ("A petition filed Tuesday in district court says 90 men were held.", ["petition"]),
        ("Lawyer Amelia Stone said two fell. Secretary Tricia Baldwin denied it. “There are no 90 men,” she said.",
         ["Tricia Baldwin"]),
    ],
)  # fmt: skip
def test_who_speaks_when_a_clause_or_a_channel_stands_between(text: str, speaker: list[str]) -> None:
    assert [name.removeprefix("A ") for name in says(TITLE + text, "90", publisher=None)] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A cook who had been inside said the soup was good, but that there was one bed for two and that 90 slept on "
         "the floor.", ["A cook"]),
        ("The watchdog Rosnadzor said few passed. Some 90 pupils were sent away, according to the agency.",
         ["Rosnadzor"]),
        ("Mediazona said two fell. The Bailiff Service says it drove. A ride, the agency notes, costs 90 euros.",
         ["Bailiff Service"]),
        ("A yard was searched because neighbours had complained about noise, and 90 men were fined, police said.",
         ["police"]),
        ("Some 90 men were held, RLC said. The Regional Labour Committee fined two.", ["Regional Labour Committee"]),
        ("The best known of the groups, the Volga Union, claims to have branches in 90 towns.", ["Volga Union"]),
        ("According to one of them, a cab driver from Osh, 90 men were held.", ["a cab driver"]),
        ("During the night, according to the complaint that Gilman filed with a committee, he signed 90 sheets.",
         ["complaint"]),
        ("A builder in Tula told 90 bricklayers not to come, a union said.", ["a union"]),
        ("At Rosso, where a ferry crosses the river, local volunteers counted 90 arrivals.", ["local volunteers"]),
        ("Sanzhar came back in May. “There were 90 of us,” said the 27-year-old welder.", ["Sanzhar"]),
        ("Lawyer Bahodur Saidov said two left. Firuz Nabiev, a cook, was told to go. He had 90 euros coming, he says.",
         ["Firuz Nabiev"]),
        ("The Border Service denied to Interfax that it chose. The agency's interlocutor noted that 90 men came.",
         ["agency's interlocutor"]),
        ("Some 90 percent of respondents told the Yurga Center that they would go.", ["Yurga Center"]),
    ],
)  # fmt: skip
def test_who_speaks_where_others_stand_nearer(text: str, speaker: list[str]) -> None:
    assert says(TITLE + text, "90", publisher=None) == speaker


def test_a_word_that_somebody_says_is_no_report() -> None:
    text = "They told Olim Nazarov to say the word. Nazarov said it. What followed takes a minute: 90 men around him."
    assert says(TITLE + text, "90", publisher=None) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Of the rest, 90 were fined, their lawyer informed the \"Mountain Post\" correspondent.", ["their lawyer"]),
        ("Rahmon Saidov, a 28-year-old from Kulob, was sent off with 90 others, the former migrant says.",
         ["Rahmon Saidov"]),
        ("Men in masks came to a yard with 90 lodgers, a cook named Sherzod has told the “Mountain Post” reporter.",
         ["Sherzod"]),
        ("General Luis Ballester said two fell. The vice admiral said 90 were sent off.", ["Luis Ballester"]),
        ("The Times of India quoted unnamed officials as saying 90 fell.", ["unnamed officials", "The Times of India"]),
        ("A hospital source told AFP that two are ill. The prosecutor in Arras, Guirec Bras, said nine fell. "
         "He told BFM television that 90 had come.", ["Guirec Bras", "BFM"]),
        ("“I fled,” one of the seamstresses said.\n\nThe police have published a press release. "
         "It follows from it that 90 men were held.", ["The police"]),
        ("The envoy Volker Stern said in a statement that two fell. Men were held, according to the statement. "
         "It cited reports indicating that 90 were women.", ["Volker Stern"]),
        ("His office said two fell. It said it had received information from relatives regarding 90 missing men.",
         ["His office"]),
    ],
)  # fmt: skip
def test_whom_a_page_means_by_a_rank_or_a_pronoun(text: str, speaker: list[str]) -> None:
    assert says(TITLE + text, "90", publisher=None) == speaker


@pytest.mark.parametrize(
    ("text", "number", "tellers"),
    [
        ("Kommersant, citing two sources in the police, reported that 90 men were held.", "two", True),
        ("Kommersant, citing two sources in the police, reported that 90 men were held.", "90", False),
        ("Three officials told TASS that 90 men were held.", "Three", True),
        ("The Vestnik site cited a cook and two journalists as saying that 90 men were held.", "two", True),
        ("Two vendors told us that they had been beaten.", "Two", False),
    ],
)
def test_how_many_spoke_is_no_figure_of_what_they_tell(text: str, number: str, tellers: bool) -> None:
    start = text.index(number)
    assert read(text).counts_tellers(start, start + len(number)) is tellers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The men, who according to the Border Guard came from Syria, were led off. "
         "As many as 90 have asked for papers, it said.", ["Border Guard"]),
        ("About 90 workers have been on strike since Monday, Volga-inform reports.", ["Volga-inform"]),
        ("At least 90 men are held, the human rights project Yug-Info reports. Most are Tajiks.", ["Yug-Info"]),
        ("Moscow has taken the papers of 90 men, migration chief Andrei Kiselev told the Vestnik daily in an interview "
         "published Wednesday.", ["Andrei Kiselev", "Vestnik"]),
        ("A welder, Said Umarov, said two left. The contractor itself admits a debt to 90 people only.",
         ["contractor"]),
        ("But traders interviewed by Mediazona say that police, who came after the fight was over, beat 90 men.",
         ["traders"]),
        ("“Nobody fell, 90 men just left,” a ministry official said when reached by phone.", ["a ministry official"]),
        ("The year was bad, the union says, with 900 hurt, more than 90 of them badly.", ["union"]),
        ("The consulate told Kloop it knew. Kharabali police opened a case. In a reply they say that 90 fell.",
         ["Kharabali police"]),
    ],
)  # fmt: skip
def test_who_goes_on_where_another_was_told_of(text: str, speaker: list[str]) -> None:
    assert says(TITLE + text, "90", publisher=None)[: len(speaker)] == speaker


def test_a_man_called_said_says_nothing() -> None:
    assert read("The foreman, a man called Said, came by.").speeches == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Telegram channel Baza wrote about 90 people led away.", ["Baza"]),
        ("Fontanka was told in the Interior Ministry's press service that 90 men were held.",
         ["Interior Ministry's press service"]),
        ("The men were told in the hall that 90 would leave.", []),
        ("Some 90 pupils are held, an activist with the group Steppe Rights Fund told Azatlyk.",
         ["an activist with the group Steppe Rights Fund", "Azatlyk"]),
        ("Bairam, a lawyer, counts himself lucky: of those he has defended since May, he says, 90 were let go.",
         ["Bairam"]),
        ("The Vietnamese Embassy said it had sent a consul; by evening he had spoken with 90 of them.",
         ["Vietnamese Embassy"]),
        ("Lawyer Dina Chijo said two fell. The officer-in-charge, Agnes Kala, denied it. She admitted 90 remain.",
         ["Agnes Kala"]),
        ("A spokeswoman put the number of raids it knew of at 90.", ["A spokeswoman"]),
        ("Some 90 men fell. The Ministry of Labour, Social Security and Trade informed Interfax news agency.",
         ["Ministry of Labour, Social Security and Trade", "Interfax"]),
        ("The regional police office gave its own version in the evening. A total of 90 people were checked.",
         ["regional police office"]),
        ("Togo has sent off 90 people a day, aid workers and some of those affected told The Associated Press.",
         ["aid workers", "The Associated Press"]),
        ("Lawyer Oleg Kim came back. His experience has become common since June 5, when gunmen shot 90 people.", []),
        ("A mission led by Kenya has 90 officers on the ground, a fraction of those pledged.", []),
        ("The company said it had hired nobody. Its share price fell 90 percent on Friday.", []),
    ],
)  # fmt: skip
def test_who_counts_and_what_nobody_tells(text: str, speaker: list[str]) -> None:
    assert says(TITLE + text, "90", publisher=None) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "In the months following the May attack on the Harbour Hall, for which a group of men later claimed "
            "responsibility, Central Asian media reported that 52 were beaten.",
            "Central Asian media",
        ),
        ("After the riots in Leeds, which a court condemned, local papers reported that 52 fled.", "local papers"),
    ],
)
def test_what_befell_people_says_nothing(text, speaker):
    assert says(f"What happened\n\n{text}", "52")[0] == speaker
