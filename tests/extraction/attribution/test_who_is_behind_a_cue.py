"""Whom a cue means where the person or the name is easily missed: by fate, by trade, in marks, in office."""

from __future__ import annotations

import pytest
from test_attribution_pages import says
from test_office_holders import found

from guvoh.model import SourceKind

TITLE = "What happened this week\n\n"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("One of those detained told Harbour Watch that 52 people were kept in a garage.", "One of those detained"),
        ("Some of those expelled told Radio Osh that 52 people were beaten.", "those expelled"),
        ("Several of those held in Ufa told Radio Osh that 52 people were beaten.", "those held in Ufa"),
        ("Two of the detained said that 52 people were beaten.", "Two of the detained"),
        ("Two of the detained, both from Osh, said that 52 people were beaten.", "Two of the detained"),
        (
            "One of those arrested, a student from Osh, told Radio Osh that 52 people were beaten.",
            "One of those arrested",
        ),
        # who is told, or whom it befell, says nothing
        ("One of those detained was told that 52 people were beaten.", "The Courier"),
        ("Some of those expelled were told that 52 people had left.", "The Courier"),
        ("Two of the detained men said that 52 people were beaten.", "Two of the detained men"),
    ],
)
def test_people_known_by_what_befell_them_speak(text, speaker):
    assert says(f"{TITLE}{text}", "52")[0] == speaker


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "A coach at the club, who asked not to be named, told Radio Osh that 52 men were held.",
            "A coach at the club",
        ),
        ("A fellow countryman who rang the editors says that 52 men were held.", "A fellow countryman"),
        ("“They held 52 men,” said a goldsmith from Osh.", "a goldsmith from Osh"),
        ("A zither tuner told Radio Osh that 52 men were held.", "A zither tuner"),
        ("The academy, reached by telephone, said that 52 men were held.", "academy"),
        ("A poster at the gate said that 52 men were held.", None),
        ("A computer in the office said that 52 men were held.", None),
    ],
)
def test_one_without_a_name_who_tells_it_is_a_source_whatever_the_trade(text, source):
    names = {s.name for s in found(f"{TITLE}{text}").sources} - {"Radio Osh"}
    assert names == ({source} if source else set())


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In Tver a 24-year-old plasterer, Daler Mahmadov, said last month that 52 men were held.", "Daler Mahmadov"),
        ("At the camp a 30-year-old teacher, Fatima Noori, said 52 men were held.", "Fatima Noori"),
        ("According to a lawyer for three of the detained, Alexei Turbin, 52 men were held.", "Alexei Turbin"),
        ("A lawyer representing several of the workers, Anna Petrova, said 52 men were held.", "Anna Petrova"),
        ("A spokesman for one of the companies, John Baker, said 52 men were held.", "John Baker"),
        ("A worker who agreed to be named only as Dilshod said that 52 men were held.", "Dilshod"),
        ("Pakistan’s Ambassador to Kazakhstan Imtiaz Qureshi said 52 students were hurt.", "Imtiaz Qureshi"),
        ("As the head of the agency Jasur Tolipov said on Monday, 52 men were held.", "Jasur Tolipov"),
        ("As the agency’s director Jasur Tolipov told on May 20 at a briefing, 52 men were held.", "Jasur Tolipov"),
        ("Deputy Head of the Department of the Ministry of Labor Ulanbek Sydykov said 52 men left.", "Ulanbek Sydykov"),
        ("Head of the migration office Karim Nazarovich Aliev said 52 men left.", "Karim Nazarovich Aliev"),
        # of another person, or of none
        ("A woman accusing the police chief, Karim Nazarov, told reporters that 52 men were beaten.", "A woman"),
        ("A migrant suing his employer, Ivan Petrov, said that 52 men were beaten.", "A migrant"),
        ("A worker who accused his boss, Ivan Petrov, said that 52 men were beaten.", "A worker"),
        ("The migrants wrote to the governor complaining that police beat 52 men.", "migrants"),
        ("The migrants spoke to a guard claiming that 52 men had fled.", "a guard"),
        ("A worker who asked not to be named told Radio Osh that 52 men were held.", "A worker"),
        ("The lawyer of the detained Jasur Tolipov said 52 men were held.", "lawyer"),
        ("John Baker’s baker said that 52 men were held.", "John Baker’s baker"),
    ],
)
def test_a_name_behind_a_role_is_found_whatever_stands_between(text, speaker):
    assert says(f"{TITLE}{text}", "52")[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The rights group “Open Door” says 52 people have been held.", "Open Door"),
        ("The human rights project “Chuzhiye” says the consent of 52 men is rarely free.", "Chuzhiye"),
        ("The foundation “Nadezhda” said 52 people have been held.", "Nadezhda"),
        ("Some 52 people had lost it, writes the TV channel RTVI.", "RTVI"),
        ("“They held 52 men,” says the baker who was there.", "baker"),
        ("“We counted 52 men” said Karim Nazarov, who was there.", "Karim Nazarov"),
    ],
)
def test_a_body_in_marks_or_behind_its_kind_speaks_and_those_it_counts_do_not(text, speaker):
    said = says(f"{TITLE}{text}", "52")
    assert said[0] == speaker
    assert all(not s.name[:1].isdigit() for s in found(f"{TITLE}{text}").sources)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The company, Prairie Crown Beef, has not been charged. It said 52 men did not show up.",
            "Prairie Crown Beef",
        ),
        ("The union, Workers United, was not invited. It said 52 men did not show up.", "Workers United"),
        ("The union, which runs a shelter, was not invited. It said 52 men did not show up.", "union"),
        ("Police held 52 men, lawyer Karim Dodarov of the organization Chashma notes.", "Karim Dodarov"),
        ("Police held 52 men, Assistant Superintendent of Police Karim Dodarov notes.", "Karim Dodarov"),
        ("The Réseau Alerte Désert (RAD) counted 52 people.", "Réseau Alerte Désert (RAD)"),
        ("Pro Asyl Nord (PAN) was founded in 1990. PAN counted 52 people.", "Pro Asyl Nord (PAN)"),
        ("Rashid Daudov (R) was elected in 1990. Daudov counted 52 people.", "Rashid Daudov"),
        (
            "Geneva, 14 March 2017 (GBUF Bulletin): The Builders' Union Federation said 52 were held.",
            "Union Federation",
        ),
        ("Tass quoted it. Russia expelled 52 foreigners last year, its bailiff service has said.", "bailiff service"),
        ("Germany deported 52 people, its interior ministry says.", "interior ministry"),
        ("The embassy lost 52 passports, its press service says.", "embassy"),
        ("The local news site 74-Info reported that 52 men had been led out.", "74-Info"),
        ("Earlier the outlet 59.ru reported that 52 men had been led out.", "59.ru"),
        ("The site 74 reported that 52 men had been led out.", "site 74"),
        ("Geneva said on 14 March that 52 were held.", "Geneva"),
    ],
)
def test_a_body_or_a_person_named_beside_the_speaker_is_the_speaker(text, speaker):
    assert says(f"{TITLE}{text}", "52")[0].endswith(speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Embassy of Nepal said men were held. The diplomats add that 52 were let go.", "Embassy of Nepal"),
        (
            "The Embassy of Nepal said men were held.\n\nEuropean diplomats met. The diplomats said that 52 were"
            " let go.",
            "diplomats",
        ),
        (
            "The Ambassador of Kyrgyzstan Talant Sadyrbekov met the Ambassador of Uzbekistan Anvar Karimov. The"
            " ambassador said 52 were beaten.",
            "ambassador",
        ),
    ],
)
def test_nobody_is_taken_for_one_of_two_who_may_be_meant(text, speaker):
    assert says(f"{TITLE}{text}", "52")[0] == speaker


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("The Station House Officer (SHO)", SourceKind.PERSON),  # a rank is no body, though it has initials
        ("Frente Popular Abierto (FPA)", SourceKind.NGO),
    ],
)
def test_initials_show_a_body_and_no_rank(name, kind):
    assert [s.kind for s in found(f"{TITLE}{name} said that 52 men were held.").sources] == [kind]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“They held 52 men,” Ali Hassan told this newspaper by telephone.", []),
        ("“They held 52 men,” Ali Hassan told the Osh Herald by telephone.", ["Osh Herald"]),
    ],
)
def test_the_page_that_was_told_something_is_no_other_outlet(text, told):
    names = says(f"{TITLE}{text}", "52")
    assert names == ["Ali Hassan", *told, "The Courier"]
