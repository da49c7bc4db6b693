"""Who among the speakers of a text is marked as a private person, and who speaks by office."""

import pytest

from guvoh.extraction import find
from guvoh.model import Document, Passage, Role

TEXT = (
    "Police raided a market in Samara on 12 May 2024. Bakhtiyor Saidov, a trader, said officers beat him and detained "
    "him for two days. Lawyer Valentina Petrova said that 12 people were deported. Police spokesman Ivan Sergeev said "
    "that 40 people were detained. A caller, Zarina K., told the hotline that her husband was beaten. “Officers beat "
    "me in the yard,” said Sardor Aliev. Timur Nazarov, head of the traders' union, said that police fined 30 traders. "
    "Akmal Toshev said that 200 people were deported."
)


@pytest.fixture(scope="module")
def private():
    body = (Passage(0, len(TEXT), Role.BODY),)
    sources = find(Document("a.txt", "0" * 64, "text/plain", TEXT, body, language="en", publisher="Courier")).sources
    assert {"Valentina Petrova", "Ivan Sergeev"} <= {s.name for s in sources}
    return {s.name: s.private for s in sources}


@pytest.mark.parametrize("name", ["Bakhtiyor Saidov", "Zarina K.", "Sardor Aliev"])
def test_those_to_whom_it_happened_and_callers_are_private(private, name):
    assert private[name]


@pytest.mark.parametrize("name", ["Valentina Petrova", "Ivan Sergeev", "Timur Nazarov", "Akmal Toshev"])
def test_those_who_speak_by_office_or_of_others_are_not(private, name):
    assert not private[name]


def heard(words):
    text = f"Police raided a market in Samara on 12 May 2024. {words}"
    body = (Passage(0, len(text), Role.BODY),)
    found = find(Document("a.txt", "0" * 64, "text/plain", text, body, language="en", publisher="Courier"))
    return {s.name: s.private for s in found.sources}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Dilnoza Karimova, mother of the lawyer Timur Karimov, said that officers beat him.", "Dilnoza Karimova"),
        ("Zarina Yusupova, the mother of a detained activist, said officers beat her son.", "Zarina Yusupova"),
        ("Zarina Yusupova, an activist's mother, said that officers beat her son.", "Zarina Yusupova"),
        ("Zarina K., a teacher, said that officers beat her pupils.", "Zarina K."),
        ("“Police told us to leave and raided the shop,” said Sardor Aliev.", "Sardor Aliev"),
    ],
)
def test_another_persons_role_does_not_make_a_speaker_public(words, name):
    assert heard(words)[name]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Olga Sidorova, a lawyer for the detained migrants, said that officers beat 12 migrants.", "Olga Sidorova"),
        ("Olga Sidorova, a member of the drivers' union, said that officers beat 12 men.", "Olga Sidorova"),
        ("Olga Sidorova, a lawyer and mother of two, said that officers beat 12 men.", "Olga Sidorova"),
        ("John Smith told us police raided the hostel again.", "John Smith"),
        ("John Smith told us police beat people.", "John Smith"),
    ],
)
def test_who_speaks_of_others_by_an_own_role_stays_public(words, name):
    assert not heard(words)[name]
