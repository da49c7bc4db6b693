"""Who says a figure: cues that the parse hides, documents and what they hold, and how far a cue reaches."""

from __future__ import annotations

import pytest
from test_attribution_cases import attributed
from test_attribution_pages import says

TITLE = "What happened in spring\n\n"


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        ("Some 2,400 of these were verbal threats, OSCE adviser Marta Kowal said.", "2,400", ["Marta Kowal"]),
        ("Bulgarian police sent back 75 citizens of Georgia in March, Consulate data show.", "75", ["Consulate data"]),
        ("The Border Office points to its asylum figures: 12,400 people left in a year.", "12,400", ["Border Office"]),
        ("Doctors who spoke on condition that they not be named reckon that 20 sick go home.", "20", ["Doctors"]),
        ("Fifty men share one tap there, a medic who has access reports; nobody is let out.", "Fifty", ["a medic"]),
        ("A teacher who gave evidence at the trial described two beatings in the yard.", "two", ["A teacher"]),
        ("In its report last year, the Equality Board of Nepal (Samata) found nearly 900 there.", "900",
         ["Equality Board of Nepal"]),
        ("At Belladère, a charity that meets them, COFA, counted 640 children without a parent.", "640", ["COFA"]),
        ("They were taken to the barracks, a police source specified, and 12 are there.", "12", ["a police source"]),
        ("Mr Petrov (annex 3) states that two teeth were broken.", "two", ["Petrov"]),
        ("More than 40,000 of them were then in the country, German statistics said; by May, it was 9,000.", "40,000",
         ["German statistics"]),
        ("The agency's director general, Datuk Amin Rosli, put the number at 61.", "61", ["Amin Rosli"]),
        ("In Edirne, volunteer Elif Kaya, who had counted 14 boats, was fined.", "14", ["Elif Kaya"]),
    ],
)  # fmt: skip
def test_a_cue_that_the_parse_hides_has_its_speaker(text: str, at: str, speaker: list[str]) -> None:
    assert [name.split(" (")[0] for name in says(TITLE + text, at, publisher=None)] == speaker


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        ("Guards want money: 3,000 rupees, two mothers said, is the price of a blanket.", "3,000", ["two mothers"]),
        ("He was fined 7,000 rubles and sent off, where, as his wife complains, ten men share a bed.", "7,000", []),
        ("He was fined 7,000 rubles and sent off, where, as his wife complains, ten men share a bed.", "ten",
         ["his wife"]),
        ("More than 40,000 came, German statistics said; by the end of May, the number was 9,000.", "9,000",
         ["German statistics"]),
        ("Thirty people died in the cells, according to a ministry answer, nine of them women.", "nine",
         ["a ministry answer"]),
        ("90 men were taken to the barracks; 34 of them, as the commissariat informs, have asked to go.", "90", []),
        ("90 men were taken to the barracks; 34 of them, as the commissariat informs, have asked to go.", "34",
         ["commissariat"]),
    ],
)  # fmt: skip
def test_a_cue_inside_a_clause_reaches_no_further(text: str, at: str, speaker: list[str]) -> None:
    assert says(TITLE + text, at, publisher=None) == speaker


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        ("Civil groups contributed accounts of 1,240 attacks in 30 countries.", "1,240", ["Civil groups"]),
        ("The city police headquarters gave 54 detainees, against nine of whom papers were drawn up.", "54",
         ["city police headquarters"]),
        ("Mayor Ivan Popov gave the number of those caught in May as 1,240, of whom 800 had left.", "800",
         ["Ivan Popov"]),
        ("We note that the regional police spoke on their channel, on that day, of nine offenders.", "nine",
         ["regional police"]),
        ("A forklift driver who witnessed it counted three vans at the gate.", "three", ["A forklift driver"]),
        ("The district warden, Colonel Anton Belov, stated that he knew of 40 volunteers.", "40", ["Anton Belov"]),
        ("The channel Mash, with reference to its own sources, wrote about 31 people taken away.", "31", ["Mash"]),
        ("Amnesty International spoke with relatives of six who are in a camp.", "six", ["Amnesty International"]),
        ("Court records seen by Kloop show that 17 drivers were put on trial by judges of the city.", "17",
         ["Court records", "Kloop"]),
        ("A medical examination of 29 May found bruises on six men.", "six", ["A medical examination of 29 May"]),
    ],
)  # fmt: skip
def test_a_figure_is_told_in_many_words(text: str, at: str, speaker: list[str]) -> None:
    assert says(TITLE + text, at, publisher=None) == speaker


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        ("Eleven drivers were fined, as the agency Regnum learned from a source.", "Eleven", ["a source", "Regnum"]),
        ("Another 25 markets have been picked, the Sun newspaper reported, citing an internal timetable.", "25",
         ["an internal timetable", "Sun"]),
        ("He held a sermon on five duties, if his wife is to be believed.", "five", ["his wife"]),
    ],
)  # fmt: skip
def test_who_is_cited_comes_first(text: str, at: str, speaker: list[str]) -> None:
    assert says(TITLE + text, at, publisher=None) == speaker


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("The fire claimed 34 lives.", "34"),
        ("Residents of the region reported 264 addresses to the helpline.", "264"),
        ("A judge set the first five at $5,000 apiece.", "five"),
        ("So far, the U.S. attorney has charged three.", "three"),
        ("Neighbours called the police because of two drunks.", "two"),
        ("The district court rejected the complaint of 12 tenants.", "12"),
        ("The workers had lodged 57 complaints about the foreman.", "57"),
    ],
)
def test_an_act_is_no_speech(text: str, at: str) -> None:
    assert says(TITLE + text, at, publisher=None) == []


def test_who_was_named_with_a_role_is_called_by_it() -> None:
    text = TITLE + "The list was brought by foreman Abdulla on a card.\n\nAccording to the foreman, 52 never came back."
    assert says(text, "52", publisher=None) == ["Abdulla"]


def test_those_counted_in_a_jail_add_nothing() -> None:
    text = TITLE + "The bailiffs' office denied it. There were 73 prisoners in the jail on Monday, it added."
    assert says(text, "73", publisher=None) == ["bailiffs' office"]


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        ("Lawyer Farah Sidiq has filed 113 petitions for card holders.", "113", ["Farah Sidiq"]),
        ("Tenants have filed 113 petitions against the owner.", "113", []),
        ("Lawyer Dina Ahmed has received seven complaints after the raid.", "seven", ["Dina Ahmed"]),
        ("The Embassy received 40 appeals in May.", "40", []),
        ("Coast Watch keeps a log. It has recorded 118 cases, coordinator Anna Blum told us.", "118", ["Anna Blum"]),
        ("Coast Watch keeps a log. It has recorded 118 cases, Reuters wrote.", "118", ["Coast Watch", "Reuters"]),
        ("Police captain Ivan Popov boasted of having caught 20,000 people.", "20,000", ["Ivan Popov"]),
        ("The Ministry of Education in 2023 gave no more than 8 percent.", "8", ["Ministry of Education"]),
        ("Ms. Carva, another expert, asked about 15 pupils who had been sent home.", "15", ["Carva"]),
        ("By June 1 the register contained 685,000 names, the Ministry of Labour says.", "685,000",
         ["Ministry of Labour"]),
        ("Of 900 children who wanted a place, the ministry's data speak of 150 who got one.", "900", ["ministry"]),
        ("The FSB department for the region reported the arrest of nine men.", "nine",
         ["FSB department for the region"]),
        ("The list held 771,000 foreigners as of July, Kommersant has learned from papers for a meeting.", "771,000",
         ["papers", "Kommersant"]),
    ],
)  # fmt: skip
def test_who_counted_it_and_who_tells_of_it(text: str, at: str, speaker: list[str]) -> None:
    assert [name.split(" for a ")[0] for name in says(TITLE + text, at, publisher=None)] == speaker


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        ("The Border Service denied to Interfax that 40 men were held.", "40", ["Border Service", "Interfax"]),
        ("The office stated to the local portal Don-Inform that six wounds were found.", "six",
         ["office", "Don-Inform"]),
        ("“They stood until night, 30 people,” Dina Ahmed told 66.ru.", "30", ["Dina Ahmed", "66.ru"]),
    ],
)  # fmt: skip
def test_an_outlet_behind_to_passes_it_on(text: str, at: str, speaker: list[str]) -> None:
    assert says(TITLE + text, at, publisher=None) == speaker


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        ("Forty regions did so, according to the Levada Center; three years ago there were 19.", "19",
         ["Levada Center"]),
        ("Eight men, says the imam, were taken from the mosque and two came back.", "Eight", ["imam"]),
        ("Eight men, says the imam, were taken from the mosque and two came back.", "two", ["imam"]),
        ("Some 300 men were held, by police figures.", "300", ["police figures"]),
        ("Of those held, 22 were let go, it became known to Mediazona.", "22", ["Mediazona"]),
        ("While the mayor speaks of 12, the mothers count 19.", "19", ["mothers"]),
        ("Not one of the 40 had a lawyer, stresses Olga Kim.", "40", ["Olga Kim"]),
        ("In spring 4,100 people were turned back, the border service's annual report reads.", "4,100",
         ["border service"]),
        ("Anyone who complained was sent home, and in June that was done to 21 of them.", "21", []),
        ("It was sealed after what the regional police calls a check of nine suspects.", "nine", ["regional police"]),
        ("Medical Aid, the charity whose complaint began it, spoke. It knows of 23 men.", "23", []),
        ("Medical Aid, the charity whose complaint began it, says so. It knows of 23 men.", "23", ["Medical Aid"]),
        ("One of them, a sergeant, said that three men were hit.", "three", ["a sergeant"]),
    ],
)  # fmt: skip
def test_how_far_a_cue_reaches_and_whom_it_means(text: str, at: str, speaker: list[str]) -> None:
    assert says(TITLE + text, at, publisher=None) == speaker


def test_two_bodies_by_their_initials_and_people_of_a_nation_are_sources() -> None:
    text = "UNHCR and IOM put the figure at 37,000. The dogs were set on them, four Iraqis told this newspaper."
    assert {"UNHCR", "IOM", "four Iraqis"} <= {s.name for s in attributed(text).sources}
