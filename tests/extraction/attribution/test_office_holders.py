"""Names that follow a long office without a comma: who is found, and what is no name."""

import pytest

from guvoh.extraction import find
from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.model import Document, Passage, Role, SourceKind


def found(text):
    document = Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), publisher="Daily")
    return attribute(annotate(document), document)


HELD = [
    ("Representative of the Ministry of Labor, Health and Trade Chinara Alieva said 5 people left.", "Chinara Alieva"),
    ("Ambassador of Kyrgyzstan to Russia Kubat Asanov said that 12 people were beaten.", "Kubat Asanov"),
    ("Chair of the Tajik diaspora council in Moscow Rustam Holmatov said 8 people were held.", "Rustam Holmatov"),
    ("Deputy Minister of Foreign Affairs Almaz Imangaziev noted that 42 people were held.", "Almaz Imangaziev"),
    ("Head of the Migration Service of the Republic Bakyt Osmon uulu said 300 people came back.", "Bakyt Osmon uulu"),
    (
        "Courts have issued decisions to expel 14 people since the beginning of the year, Deputy Head of the Interior "
        "Ministry's Service for Citizenship and Registration of Foreign Nationals Vadim Lebedev told reporters.",
        "Vadim Lebedev",
    ),
    ("Lawyer of the Memorial Centre Nodira Yusupova said that 7 people were tortured.", "Nodira Yusupova"),
]  # fmt: skip
NOBODY = [
    "Head of Human Rights Watch said that 5 people were held.",
    "The Minister of Foreign Affairs said that 3 people were held.",
    "The lawyer of the detained Anna Petrova said that 2 people were tortured.",
    "The mother of Dilshod Karimov said that 2 people were tortured.",
    "An aide to President Sadyr Asanov said that 2 people were freed.",
    "The director of the Institute of Labour Research said that 4 people were fined.",
]


@pytest.mark.parametrize(("text", "name"), HELD, ids=[name for _, name in HELD])
def test_the_holder_of_an_office_speaks_by_name_and_has_the_office_for_a_role(text, name):
    said = found(text)
    links = said.chain(text.index("people"), text.index("people") + 6).links
    assert links[0].name == name
    person = next(s for s in said.sources if s.name == name)
    assert person.role is not None
    assert text[: text.index(name)].strip().endswith(person.role)
    assert " of " in person.role or " for " in person.role


def test_a_surname_alone_is_the_holder_and_a_state_office_makes_an_official():
    text = (
        "Representative of the Ministry of Labor Chinara Alieva spoke to us. Alieva said that 9 people were expelled."
    )
    said = found(text)
    assert said.chain(text.index("9 people"), text.index("9 people") + 8).links[0].name == "Chinara Alieva"
    assert next(s for s in said.sources if s.name == "Chinara Alieva").kind is SourceKind.OFFICIAL


@pytest.mark.parametrize("text", NOBODY)
def test_a_body_or_another_person_in_an_office_is_not_its_holder(text):
    names = {"Rights Watch", "Foreign Affairs", "Anna Petrova", "Dilshod Karimov", "Sadyr Asanov", "Labour Research"}
    links = found(text).chain(text.index("people"), text.index("people") + 6).links
    assert links
    assert links[0].name not in names


def test_the_day_on_which_a_release_is_out_is_no_part_of_its_makers_name():
    text = (
        "FOR IMMEDIATE RELEASE\n\nOMAHA – After a raid on a plant, the Legal Union of Nebraska today called on the "
        "agency to say where it has taken 78 workers.\n\nWe counted 12 children."
    )
    assert "Legal Union of Nebraska" in {s.name for s in found(text).sources}
    assert not [s.name for s in found(text).sources if "today" in s.name]


@pytest.mark.parametrize(
    "words",
    [
        "A man identified only as Rahim said that police beat 12 people.",
        "A worker who introduced himself as Rahim said that police beat 12 people.",
        "Our reader Rahim Karimov said that police beat me and 12 people.",
    ],
)
def test_who_keeps_his_name_back_or_only_reads_the_paper_is_private(words):
    passages = (Passage(0, len(words), Role.BODY),)
    document = Document("a.txt", "0" * 64, "text/plain", words, passages, publisher="Daily", language="en")
    told = next(s for s in find(document).sources if s.name.startswith("Rahim"))
    assert told.private


def test_a_line_of_letters_joined_by_hyphens_is_read_at_once():
    letters = "-".join("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ")
    text = f"Raid on a market\n{letters} Search the Site:\n\nPolice detained 12 people."
    assert found(text).sources == ()
