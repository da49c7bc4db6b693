"""Two people who share a given name, or whom only a trade tells apart, stay two."""

from __future__ import annotations

import pytest

from guvoh.extraction import find
from guvoh.model import Document, Passage, Role


def sources(text: str, language: str = "en") -> dict[str, str | None]:
    document = Document(
        "a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), language=language, publisher="Daily"
    )
    return {s.name: s.role for s in find(document).sources}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ali, a porter, said 12 were beaten. Lawyer Ali Karimov said 30 were held. Ali said 5 were ill.", "en"),
        ("Lawyer Ali Karimov said 30 were held. Ali, a porter at the market, said 12 were beaten.", "en"),
        ("Ali, 34, a porter, said 12 were beaten. Ali Karimov, the lawyer, said 30 were held.", "en"),
    ],
)
def test_a_given_name_with_another_role_is_another_person(text: str, language: str) -> None:
    found = sources(text, language)
    assert set(found) == {"Ali", "Ali Karimov"}
    assert (found["Ali"] or "").startswith("porter")


def test_russian_given_names_with_another_role_too() -> None:
    one = "Али, грузчик, рассказал, что избили 12 человек. Адвокат Али Каримов сообщил, что задержали 30 мигрантов."
    other = "Адвокат Али Каримов сообщил, что задержали 30 мигрантов. Грузчик Али рассказал, что избили 12 человек."
    assert sources(one, "ru") == sources(other, "ru") == {"Али": "грузчик", "Али Каримов": "адвокат"}


@pytest.mark.parametrize(
    "text",
    [
        "Director Rosli Mahmud said 30 were held. Rosli said 12 were ill.",
        "Director Rosli Mahmud said 30 were held. Rosli, the director of the camp, said 12 were ill.",
        "Rosli said 12 were ill. Director Rosli Mahmud said 30 were held.",
    ],
)
def test_a_given_name_without_another_role_is_the_full_names(text: str) -> None:
    assert set(sources(text)) == {"Rosli Mahmud"}


def test_whoever_has_one_trade_is_not_called_by_another() -> None:
    assert set(sources("Ali Karimov, a lawyer, said 30 were held. The driver said 4 were ill.")) == {
        "Ali Karimov",
        "driver",
    }
    for again in ("The attorney", "The activist", "The lawyer"):
        assert set(sources(f"Ali Karimov, a lawyer, said 30 were held. {again} said 4 were ill.")) == {"Ali Karimov"}


def test_a_day_before_a_role_is_no_part_of_it() -> None:
    for when in ("On Friday", "A week later", "Two days later,", "Last Monday"):
        assert sources(f"{when} lawyer Ali Karimov said 30 were held.") == {"Ali Karimov": "lawyer"}


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Lawyer Ali Karimov said 5 were ill. Lawyer Oleg Lukin came to court too.", "lawyer"),
        ("Lawyer Ali Karimov said 5 were ill. Lawyer Oleg Lukin said 9 were lost.", "Oleg Lukin"),
        ("Lawyer Ali Karimov said 5 were ill.", "Ali Karimov"),
        ("Lawyer Ali Karimov wrote to lawyer Oleg Lukin that 5 were ill.", "Ali Karimov"),
        ("Lawyer Oleg Lukin came to court. Lawyer Ali Karimov said 5 were ill.", "Ali Karimov"),
        ("Lawyer Ali Karimov said 5 were ill. Doctor Oleg Lukin came to court.", "Ali Karimov"),
        ("Lawyers Ali Karimov and Oleg Lukin came to court.", "lawyer"),
    ],
)
def test_a_lone_role_is_the_one_who_spoke_last_and_open_where_another_came_up_since(before: str, speaker: str) -> None:
    text = f"{before} The lawyer said 12 men were held."
    body = (Passage(0, len(text), Role.BODY),)
    found = find(Document("a.txt", "0" * 64, "text/plain", text, body, language="en", publisher="Daily"))
    (held,) = [s for s in found.statements if s.count is not None and s.count.words == "12 men"]
    assert held.attribution[0].name == speaker
