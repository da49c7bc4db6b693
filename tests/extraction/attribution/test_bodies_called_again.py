"""Bodies that a noun calls again, and names that belong to something else."""

from __future__ import annotations

import pytest
from test_attribution_pages import says
from test_speakers_of_new_pages import names

PAGE = "The Courier"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Telegram channel Mash na Volge posted clips. At least 52 men were beaten, the channel claimed.",
            "Mash na Volge",
        ),
        (
            "The channel Baza showed clips, the channel Mash one. At least 52 men were beaten, the channel claimed.",
            "channel",
        ),
        (
            "The Directorate of Ports reports that 40 men were stopped. The other 52 were let go, the institution"
            " specifies.",
            "Directorate of Ports",
        ),
        (
            "Ilya Bronin of the Kama Center in Perm expects more. “It costs nothing,” he said. In May his organisation"
            " counted 52 raids.",
            "Kama Center",
        ),
        (
            "Ilya Bronin of Perm expects more. “It costs nothing,” he said. In May his organisation counted 52 raids.",
            "Ilya Bronin",
        ),
        ("Workers of the plant said they were not paid. The plant reported 52 absences.", "plant"),
        ("The school district reported 52 absences the morning after the raid.", "school district"),
        (
            "TASS spoke to a man. Of the men 52 were taken to a camp, the National News Agency said.",
            "National News Agency",
        ),
        (
            "The men were told that they were free, the Gulf Observatory said in a report. “Nobody was,” said Hester"
            " Dale. According to the report, the firm gave 52 names.",
            "Gulf Observatory",
        ),
        ("According to figures ICE gave to the Valley News, 52 of the men were released.", "ICE"),
        ("Of the men 52 were let go, figures obtained by the group show.", "group"),
    ],
)
def test_a_noun_means_the_body_that_was_named_with_it(text: str, speaker: str) -> None:
    assert says(text, "52")[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The pro-Kremlin channel Rubezh claimed that 52 men were held.", "Rubezh"),
        ("The Kremlin said that 52 men were held.", "Kremlin"),
        (
            "Raid\nA driver said that he was stopped.\n“Eleven of us were held, 52 in all,” he told the paper.",
            "A driver",
        ),
        (
            "In St. Petersburg 40 men were held. A volunteer from an aid group gave a different account.",
            PAGE,
        ),
        (
            "Raid\nIn St. Petersburg 40 men were held.\nA volunteer from an aid group gave a different account. “I know"
            " of 52 men,” she said.",
            "A volunteer from an aid group",
        ),
        ("“We arrested 52 men,” said Special Agent in Charge Dale Whitcomb of Omaha.", "Dale Whitcomb"),
        ("A welder, who would give only his first name, Rahim, said 52 men were held.", "Rahim"),
        ("A welder, who did not give his name, Reuters said, saw 52 men.", "Reuters"),
        (
            "The minister, Kemal Arslan, said on X that the suspect, identified only as H.D., had hurt 52.",
            "Kemal Arslan",
        ),
        ("The Haitian chargé d’affaires, Wilner Desroches, has complained that 52 men were held.", "Wilner Desroches"),
        ("The father of one of the killed men said that 52 were hurt.", "father of one of the killed men"),
        ("The wife of one of those held, Mokhira, said that 52 were hurt.", "Mokhira"),
    ],
)
def test_who_speaks_is_told_by_his_own_name(text: str, speaker: str) -> None:
    found = says(text, "52" if "52" in text else "40")
    assert found[0] == speaker


def test_what_is_done_inside_another_clause_is_not_of_those_who_complained_there() -> None:
    text = "An official said that officers came after residents complained about noise and took 52 men to the station."
    assert says(text, "52")[0] == "An official"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry urged the public to report violations by calling 911.",
        "Five men found guilty of attacks were jailed.",
        "She said that a third of those who called hold Kyrgyz passports.",
    ],
)
def test_nobody_speaks_who_is_found_guilty_or_only_telephones(text: str) -> None:
    assert not names(text) & {"public", "Five men", "Kyrgyz"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The raid lasted two days, the Kremlin-run news agency Tass reported, and 52 were held.", "Tass"),
        ("Citing no sources, the channel Derzhava reported on Monday that 52 were held.", "Derzhava"),
        ("Umed Sharipov, 29, a plasterer from Vahdat, told RFE/RL that 52 men were held.", "Umed Sharipov"),
        ("Umed, 29, a plasterer from Vahdat, told RFE/RL that 52 men were held.", "Umed"),
        ("In 2023, 29, a record number of men, said that 52 were held.", "a record number of men"),
        (
            "Sitora Nazarova watched the bus. “They took 52 men away,” the 48-year-old from Khujand said.",
            "Sitora Nazarova",
        ),
        ("A Sierra Leonean who came said that 52 men were held.", "A Sierra Leonean"),
    ],
)
def test_words_beside_a_name_do_not_stand_for_it(text: str, speaker: str) -> None:
    assert says(text, "52")[0] == speaker
