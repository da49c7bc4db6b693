"""Whom "its" and "it" mean, offices of several names, what stands between a source and what it says."""

import pytest
from plain_pages import page
from test_attribution_pages import says

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.annotate.patronymics import capitalised
from guvoh.extraction.attribution import attribute
from guvoh.model import SourceKind

TITLE = "What the guards did\n\n"
COMMITTEE = "The State Committee for National Security"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{COMMITTEE} detained foreigners in Osh. Its press service reported. By its data, 315 men were held.",
         "State Committee for National Security"),
        (f"date 2025-03-05 {COMMITTEE} found foreigners who worked in Osh city. Its press center said 315 were held.",
         "State Committee for National Security"),
        ("The Foreign Ministry said that it waits. A hotline got 315 calls by noon, it noted.", "Foreign Ministry"),
        ("A rights group counted 315 attacks, it said.", "A rights group"),
        ("Some 315 men left. Head of the Office of Labor, Health and Migration Azamat Asanov told at a briefing today.",
         "Azamat Asanov"),
        ("Some 315 men left. The Minister of Labor, Health and Migration Azamat Asanov announced this at a meeting.",
         "Azamat Asanov"),
        ("Some 315 men left the republic. Azamat Asan uulu told at a briefing today.", "Azamat Asan uulu"),
        ("Around 315 Kyrgyz citizens work in Russia, official data shows, down from over 600.", "official data"),
        ("Minister Sujata Hazra said that 40 residents had called a helpline since June, and that in 315 cases they "
         "were beaten.", "Sujata Hazra"),
        ("Police said the 315 men, who had fled, were caught.", "Police"),
        ("The Interior Ministry said 315 men, who had fled from a camp, were caught.", "Interior Ministry"),
        ("The Interior Ministry, which is believed to have lists of its own, said 315 men were held.",
         "Interior Ministry"),
        ("Deputy minister Anvar Nazarov said it was calm. Last year 40 men were held. In June, their number was 315.",
         "Anvar Nazarov"),
    ],
)  # fmt: skip
def test_it_is_their_number(text, speaker):
    assert says(f"{TITLE}{text}", "315")[0] == speaker


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police told the 12 workers, who came from Laos, they were free. 315 were held.", ["Police"]),
        ("Some 315 men were held. Ministers of Labor, Health and Justice announced this.", []),
        ("The guards left. In 40 cases men were fined, and their number was 315.", []),
    ],
)
def test_it_is_nobody_elses(text, told):
    assert says(f"{TITLE}{text}", "315") == [*told, "The Courier"]


def test_what_a_bystander_clause_tells_is_hearsay_alone():
    text = f"{TITLE}The Coast Herald, which is believed to be close to the police, wrote that 315 men were held."
    assert says(text, "315")[0] == "Coast Herald"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Azamat Asan uulu and Aida kyzy came", "Azamat Asan Uulu and Aida Kyzy came"),
        ("the word uulu", "the word uulu"),
        ("Asan uulus", "Asan uulus"),
        ("", ""),
    ],
)
def test_words_of_descent_are_read_with_a_capital(text, read):
    assert capitalised(text, "en") == read


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("the regional branch of Russia's Interior Ministry", SourceKind.OFFICIAL),
        ("a crew of the Coast Guard", SourceKind.OFFICIAL),
        ("the local branch of Amnesty International", SourceKind.NGO),
    ],
)
def test_a_part_is_of_the_kind_of_its_body(source, kind):
    document = page(f"{TITLE}Some 315 men were held, {source} told TASS.", "The Courier")
    start = document.text.index("315")
    assert attribute(annotate(document), document).chain(start, start + 3).links[0].kind is kind


def test_a_name_with_a_word_of_descent_is_one_person_and_no_other():
    text = f"{TITLE}Minister Azamat Asan uulu said that 20 were held. Azamat Asan uulu recalled that 315 were held."
    assert says(text, "315") == says(text, "20") == ["Azamat Asan uulu", "The Courier"]
    text = f"{TITLE}Azamat Asan uulu said that 20 were held. Azamat Bek uulu recalled that 315 were held."
    assert (says(text, "20")[0], says(text, "315")[0]) == ("Azamat Asan uulu", "Azamat Bek uulu")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Nearly 315 men were held last week, while 40 were sent home, according to the authorities.", "authorities"),
        ("The union counted 315 victims, while 40 were sent home, according to the authorities.", "union"),
        ("Some 315 were beaten, a lawyer said, while 40 were sent home, according to the authorities.", "a lawyer"),
        ("Some 315 men were held, but 40 were sent home, according to the authorities.", "The Courier"),
    ],
)
def test_whose_the_clause_before_while_is(text, speaker):
    assert says(f"{TITLE}{text}", "315")[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Another resident, a cook named Aibek, told Azattyk that 315 men were held.", "Aibek"),
        ("A welder who gave his name as Erlan told Qala News that 315 men were held.", "Erlan"),
        ("A driver who was at the table and gave his name only as Erlan told Qala News that 315 were held.", "Erlan"),
        ("A welder who asked not to be named told Qala News that 315 men were held.", "A welder"),
        ("A resident who lives with a cook named Aibek told Azattyk that 315 men were held.", "A resident"),
        ("Director Azlan Hamdan said Op Kuntum followed complaints. He said 315 men were held.", "Azlan Hamdan"),
    ],
)
def test_who_tells_a_name_is_called_by_it_and_an_operation_is_nobody(text, speaker):
    assert says(f"{TITLE}{text}", "315")[0] == speaker
