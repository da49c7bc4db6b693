"""Two people, pairs, gangs or offices of like names stay two: none is given what the other says or denies."""

import pytest

from guvoh.extraction import find
from guvoh.model import Document, Passage, Role


def speakers(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """The sentence of each statement with the name of who says it."""
    body = (Passage(0, len(text), Role.BODY),)
    found = find(Document("a.txt", "0" * 64, "text/plain", text, body, language=language, publisher="Daily"))
    return [(s.quote, s.attribution[0].name if s.attribution else None) for s in found.statements]


def speaker(text: str, of: str, language: str = "en") -> str | None:
    """Who says what stands in the sentence with the words `of`."""
    names = {name for quote, name in speakers(text, language) if of in quote}
    assert len(names) == 1, names
    return names.pop()


@pytest.mark.parametrize(
    ("text", "of", "who"),
    [
        (
            "Ali Hassan said police beat him. Ali Hassan Mahmoud, the minister, said that nobody had been beaten.",
            "nobody",
            "Ali Hassan Mahmoud",
        ),
        (
            "Kamarul Zaman said 10 men were beaten. Kamarul Zaman Yusoff, the police chief, denied it. "
            "Yusoff said that no one was held.",
            "no one",
            "Kamarul Zaman Yusoff",
        ),
        (
            "Kamarul Zaman Yusoff, a baker, said 10 men were beaten. Police chief Kamarul Zaman said no one was held.",
            "no one",
            "Kamarul Zaman",
        ),
        ("Lawyer Kamarul Zaman Yusoff said 10 were held. Kamarul Zaman said 4 were ill.", "4", "Kamarul Zaman Yusoff"),
        ("Kamarul Zaman said 10 were held. Mr Kamarul Zaman Yusoff said 4 were ill.", "4", "Kamarul Zaman Yusoff"),
        ("Nurse Aina Zaman said 10 were held. Nurse Aina Zaman Yusoff said 4 were ill.", "4", "Aina Zaman"),
    ],
)
def test_a_longer_name_with_a_role_of_its_own_is_another_person(text: str, of: str, who: str) -> None:
    assert speaker(text, of) == who


@pytest.mark.parametrize(
    ("text", "of"),
    [
        (
            "Rustam Aliev and Bakhtiyor Nazarov were arrested by Captain Oleg Ivanov and Major Ivan Petrov. "
            "The men said they had been beaten. They said that ten others were deported.",
            "ten others",
        ),
        (
            "Rustam Aliev and Bakhtiyor Nazarov were beaten by Ivan Petrov and Oleg Sidorov. "
            "They deny that they beat anybody.",
            "anybody",
        ),
        ("Rustam Aliev was beaten by Ivan Petrov and Oleg Sidorov. The men said that 3 more were hurt.", "3 more"),
        (
            "Guards Ivan Petrov and Oleg Sidorov beat Rustam Aliev and Bakhtiyor Nazarov. Both said 3 more were hurt.",
            "3 more",
        ),
    ],
)
def test_two_pairs_in_one_sentence_leave_it_open_who_speaks(text: str, of: str) -> None:
    four = {"Rustam Aliev", "Bakhtiyor Nazarov", "Oleg Ivanov", "Ivan Petrov", "Oleg Sidorov"}
    assert not {name for quote, name in speakers(text) if of in quote} & four


@pytest.mark.parametrize(
    ("text", "of", "language", "who"),
    [
        (
            "МИД Таджикистана заявил, что граждан избивали. Министерство иностранных дел России опровергло. "
            "МИД заявил, что никто не избит.",
            "никто",
            "ru",
            "МИД",
        ),
        (
            "Tajikistan's Foreign Ministry said 30 were beaten. A note reached the Foreign Ministry of Russia. "
            "The Ministry of Foreign Affairs said that no one was beaten.",
            "no one",
            "en",
            "Ministry of Foreign Affairs",
        ),
        (
            "МИД Таджикистана заявил, что избили 30 граждан. В министерстве иностранных дел сказали, что ранены 4.",
            "ранены",
            "ru",
            "МИД Таджикистана",
        ),
        (
            "The Labor Ministry of Tajikistan said 30 were held. The Ministry of Labor said that 4 were hurt.",
            "4 were",
            "en",
            "Labor Ministry of Tajikistan",
        ),
    ],
)
def test_an_office_without_its_country_is_open_where_the_text_names_two(
    text: str, of: str, language: str, who: str
) -> None:
    assert speaker(text, of, language) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The Investigative Committee in Moscow said 30 migrants were charged. "
            "The Investigative Committee of Tatarstan denied that 20 migrants were beaten.",
            "Investigative Committee of Tatarstan",
        ),
        (
            "The Investigative Committee said 30 migrants were charged. "
            "The Investigative Committee of Russia denied that 20 migrants were beaten.",
            "Investigative Committee of Russia",
        ),
    ],
)
def test_the_office_of_a_region_is_not_the_one_of_the_country(text: str, who: str) -> None:
    assert speaker(text, "20 migrants") == who


@pytest.mark.parametrize(
    ("text", "of"),
    [
        (
            "A gang calling itself the Northern Wolves beat two migrants in Omsk. In Kazan, a gang of policemen robbed "
            "a Tajik. The gang said that it had taken 50,000 roubles from the Tajik.",
            "50,000",
        ),
        (
            "A gang calling itself the Northern Wolves beat two migrants. Police arrested a gang of thieves. "
            "The gang told police that it had not beaten anybody.",
            "anybody",
        ),
        (
            "The gang said that it had robbed 40 migrants. Another gang, which calls itself the Northern Wolves, "
            "was arrested.",
            "40",
        ),
    ],
)
def test_a_gang_does_not_get_the_name_of_another(text: str, of: str) -> None:
    assert "Northern Wolves" not in {name for quote, name in speakers(text) if of in quote}


def test_a_gang_keeps_the_name_that_it_gives_itself() -> None:
    text = "A gang calling itself the Northern Wolves came to Omsk. The gang said that it had beaten 40 migrants."
    assert speaker(text, "40") == "Northern Wolves"
