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
