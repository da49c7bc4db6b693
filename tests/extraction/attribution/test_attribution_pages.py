"""Who says a figure where a whole page tells it: by its own lines, a closing sentence, a branch, a count going on."""

from __future__ import annotations

import pytest

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.model import Document, Passage, Role


def says(text: str, at: str, publisher: str | None = "The Courier") -> list[str]:
    """The names of the chain over `at`, the publisher of the page last."""
    lead, _, _ = text.partition("\n")
    passages = [Passage(0, len(text), Role.BODY)]
    if lead != text:
        passages = [Passage(0, len(lead), Role.TITLE), Passage(len(lead) + 1, len(text), Role.BODY)]
    document = Document("a.txt", "0" * 64, "text/plain", text, tuple(passages), publisher=publisher)
    start = text.index(at)
    return [link.name for link in attribute(annotate(document), document).chain(start, start + len(at)).links]


@pytest.mark.parametrize(
    ("line", "maker"),
    [
        ("From: Department of Labour", "Department of Labour"),
        ("From: Immigration Office and Harbour Police", "Immigration Office"),
        ("Prepared by the lawyers of Open Road, a network of help desks", "Open Road"),
        ("Compiled by the monitoring team of the Steppe Rights Centre", "Steppe Rights Centre"),
        ("This report was published by the Coastal Migration Institute, May 2024", "Coastal Migration Institute"),
        ("Press Service of the Ministry of Labour", "Press Service of the Ministry of Labour"),
        ("Interview by Mediazona, 4 June 2024", "Mediazona"),
    ],
)
def test_a_page_speaks_for_the_body_that_its_own_lines_name(line: str, maker: str) -> None:
    text = f"Checks of farms in June\n{line}\n4 June 2024\n\nOfficers went to 31 farms. The Immigration Office helped."
    assert says(text, "31 farms", publisher=None) == [maker]


@pytest.mark.parametrize(
    "line",
    ["Prepared by Olga Sedova", "Press Centre", "Police", "Issued by hand on Friday", "Prepared by lunch time"],
)
def test_a_line_that_names_no_body_makes_no_page_of_its_own(line: str) -> None:
    text = f"Checks of farms in June\n{line}\n4 June 2024\n\nOfficers went to 31 farms in two days."
    assert says(text, "31 farms", publisher=None) == []


@pytest.mark.parametrize(
    ("closing", "speaker"),
    [
        ("The Ministry of Labour reported.", ["Ministry of Labour"]),
        ("The State Committee for National Security said on Friday.", ["State Committee for National Security"]),
        (
            "This was announced by the press service of the Migration Service.",
            ["press service of the Migration Service"],
        ),
        ("The information was confirmed to reporters by the regional police.", ["regional police"]),
        ("Consul Aibek Usenov told Interfax about it.", ["Aibek Usenov", "Interfax"]),
        ("The ministry said so in a statement.", ["ministry"]),
    ],
)
def test_a_sentence_that_is_only_a_cue_tells_who_says_those_before(closing: str, speaker: list[str]) -> None:
    text = f"Checks in Osh\nFive men were held in Osh. Two were fined. {closing}"
    assert says(text, "Five men") == [*speaker, "The Courier"]
    assert says(text, "Two were") == [*speaker, "The Courier"]


@pytest.mark.parametrize(
    "closing",
    [
        "The ministry did not comment.",
        "The court announced its decision on Friday.",
        "The minister spoke in parliament on Monday.",
        "The police confirmed the raid.",
        "The ministry wrote to the embassy.",
        "The committee said it would look into other checks.",
    ],
)
def test_a_sentence_with_a_matter_of_its_own_says_nothing_of_those_before(closing: str) -> None:
    assert says(f"Checks in Osh\nFive men were held in Osh. {closing}", "Five men") == ["The Courier"]


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        (
            "The Interior Ministry had no comment. Its Tver branch said 28 men were held.",
            "28 men",
            ["Interior Ministry"],
        ),
        (
            "“They come at night,” said Open Hands' coordinator, Marta Ruiz. Open Hands is a charity. Her"
            " organisation has registered 23 women.",
            "23 women",
            ["Open Hands"],
        ),
        (
            "Olga Petrova, a lawyer with the Steppe Rights Centre, was kept out. Her group has counted 12 cases.",
            "12 cases",
            ["Steppe Rights Centre"],
        ),
        ("“We are tired,” said Olga Petrova. Her organisation counted 12 cases.", "12 cases", ["Olga Petrova"]),
        (
            "Lawyer Olga Petrova waited. “The guard on duty told me that nobody was inside,” she said. By her account,"
            " four men were hurt.",
            "four men",
            ["Olga Petrova"],
        ),
        ("The prosecutor said that the register held about 6,000 names.", "6,000 names", ["prosecutor"]),
        (
            "Three schools turned pupils away, the mother of a pupil wrote to us: “Go, they said.”",
            "Three schools",
            ["mother of a pupil"],
        ),
        (
            "Police checked 60 guests; seven men were led away, lawyer Zarina Saidova told the outlet Vestnik.",
            "60 guests",
            ["Zarina Saidova", "Vestnik"],
        ),
        (
            "Border officials counted 94 people, among them 48 children who travelled alone, according to the"
            " Aid Group for Returnees and Refugees, known by its initials AGRR.",
            "48 children",
            ["Border officials", "Aid Group for Returnees and Refugees"],
        ),
        (
            "The lawyers in Perm and Omsk know of five men who were put on a plane.",
            "five men",
            ["lawyers in Perm and Omsk"],
        ),
    ],
)
def test_a_figure_is_said_by(text: str, at: str, speaker: list[str]) -> None:
    assert says(text, at) == [*speaker, "The Courier"]


def test_a_semicolon_parts_what_two_speakers_say() -> None:
    text = "The mayor said 60 guests were checked; seven men were taken to a station, lawyer Zarina Saidova told us."
    assert says(text, "60 guests")[0] == "mayor"
    assert says(text, "seven men")[0] == "Zarina Saidova"


@pytest.mark.parametrize(
    ("second", "speaker"),
    [
        ("Only two were charged, the police spokesman said.", ["police spokesman"]),
        ("Eleven of them were fined, according to the court.", ["court"]),
        ("Most were let go, the governor's office said.", ["governor's office"]),
        ("The square was empty by noon, the police spokesman said.", []),
        ("None of them saw a judge, the lawyer said.", []),
    ],
)
def test_who_counts_on_in_the_next_sentence_counted_before(second: str, speaker: list[str]) -> None:
    assert says(f"Some 380 of the men were taken in. {second}", "Some 380") == [*speaker, "The Courier"]


@pytest.mark.parametrize(
    ("text", "at", "speaker"),
    [
        (
            "Guards beat 22 men, Interfax reports, citing the ministry's answer to a letter by the agency.",
            "22 men",
            ["ministry", "Interfax"],
        ),
        (
            "Minister Olga Lapshina said that farms lacked 9,000 hands, and Kommersant, citing two men in the cabinet,"
            " reports that a bill is ready.",
            "9,000 hands",
            ["Olga Lapshina"],
        ),
        ("Our reader counted 17 people in the van.", "17 people", ["Our reader"]),
        (
            "The ministry's deputy head, Andrei Kulik, gave the agency a figure of 6,200 in May.",
            "6,200",
            ["Andrei Kulik"],
        ),
        (
            "More are sent back, says Vera Panova of the Aid Union: in April there were 210.",
            "210",
            ["Vera Panova"],
        ),
        (
            "As Vestnik learned from a source in the town hall, 11 districts plan checks.",
            "11 districts",
            ["a source in the town hall"],
        ),
        ("The court press service reports that 612 people were expelled.", "612 people", ["court press service"]),
        ("The ministry's report for 2024 lists 64 complaints.", "64 complaints", ["ministry"]),
        ("Courts heard 37 such cases, according to data collected by the group Open Hands.", "37 such", ["Open Hands"]),
        (
            "Envoy Serik Zhanov told parliament that 210 men were stopped; of these 34 were refused entry.",
            "34",
            ["Serik Zhanov"],
        ),
        (
            "The Roads Board, however, confirmed to the Port Times that its men had seen 75 people.",
            "75 people",
            ["Roads Board", "Port Times"],
        ),
        (
            "“They hold your hand,” said Ahmad, a tailor. He left. Two men on his bus, he said by phone, had papers.",
            "Two men",
            ["Ahmad"],
        ),
    ],
)
def test_who_says_what_stands_around_a_cue(text: str, at: str, speaker: list[str]) -> None:
    assert says(text, at) == [*speaker, "The Courier"]


@pytest.mark.parametrize(
    ("goes_on", "at", "still"),
    [
        ("A further 200 were fined.", "200 were", True),
        ("In 15 of them, a child was hurt.", "In 15", True),
        ("In most cases, 30 of them, the men wore masks.", "30 of them", True),
        ("At least 26 were taken to a camp which the Road Ministry put up.", "26", False),
    ],
)
def test_a_count_that_goes_on_is_told_by_who_began_it(goes_on: str, at: str, still: bool) -> None:
    found = says(f"The aid group Open Hands recorded 340 cases in May. {goes_on}", at)
    assert found == (["Open Hands"] if still else []) + ["The Courier"]


def test_a_town_in_a_dateline_is_not_he() -> None:
    text = "Pens\nBy Ali Aksu\nKarsak, 6 May 2024\n\n“They do,” said Ahmad, a tailor. Two men on his bus, he said, sat."
    assert says(text, "Two men") == ["Ahmad", "The Courier"]


def test_a_quotation_after_a_count_is_only_its_own_speaker_s() -> None:
    text = "Amina Diallo's cousin was one of 130 people on the boat. “Twelve were from our street,” she says."
    assert says(text, "130 people") == ["The Courier"]


def test_a_count_goes_on_behind_a_semicolon() -> None:
    text = "Some 1,100 applied, according to the school board; 87 per cent were sent away. The mayor said 40."
    assert says(text, "87 per cent") == ["school board", "The Courier"]


def test_a_town_in_capitals_before_a_colon_is_no_speaker() -> None:
    assert says("KUALA TERLA: Guards held 97 men at a market on Monday.", "97 men") == ["The Courier"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We object,” spokesperson Lee Jae-hoon said. Lee added that 40 had left.", "Lee Jae-hoon"),
        ("“They lined us up,” said a welder who asked to be called Oscar. He said 40 men left.", "Oscar"),
        ("“They lined us up,” said a welder who asked to be identified only as Oscar. He said 40 men left.", "Oscar"),
        ("The boy's uncle, 61-year-old Omar Levin, believes that 40 men came.", "Omar Levin"),
        ("A Karsak-based lawyer, Anna Levin, said 40 men left.", "Anna Levin"),
        ("The North Karsak-led mission said that 40 men left.", "North Karsak-led mission"),
    ],
)
def test_a_name_is_whole(text: str, name: str) -> None:
    assert says(text, "40") == [name, "The Courier"]
