"""Russian letters: to whom, from whom, reference, what they ask and the date of reply."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from russian_text import russian

from guvoh.extraction import find

LETTER = """Фонд «Тихая гавань»
Исх. № 17/24-п

Генеральному прокурору Российской Федерации

Уважаемый Игорь Викторович!

15 октября 2024 года на стройке в Рязани полиция задержала 14 отделочников.

Просим Вас:
— проверить законность задержания;
— сообщить, где они находятся.

Ответ просим направить до 11 ноября.

С уважением,
директор фонда
Илона Марченко
"""


def letter(text, published="2024-10-28"):
    return find(russian(text, published)).letter


def test_all_fields_of_a_letter():
    found = letter(LETTER)
    assert found.addressee == "Генеральный прокурор Российской Федерации"
    assert found.signed == "Илона Марченко"
    assert found.reference == "17/24-п"
    assert [q.text for q in found.questions] == [
        "проверить законность задержания;",
        "сообщить, где они находятся.",
    ]
    assert found.reply_by == "2024-11-11"


@pytest.mark.parametrize(
    ("ask", "day"),
    [
        ("Просим ответить в течение десяти дней.", "2024-11-07"),
        ("Ждём ответа не позднее 5 декабря.", "2024-12-05"),
        ("Просим сообщить о решении в срок до 12 января.", "2025-01-12"),
        ("Просим ответить как можно скорее.", None),
    ],
)
def test_the_day_of_reply(ask, day):
    assert letter(LETTER.replace("Ответ просим направить до 11 ноября.", ask)).reply_by == day


@pytest.mark.parametrize(
    ("close", "name"),
    [
        ("С уважением, координатор М. А. Снегова", "М. А. Снегова"),
        ("С глубоким почтением\n\nРашид Кабиров, председатель", None),
        ("Заранее благодарим,\nПётр Лагутин", "Пётр Лагутин"),
    ],
)
def test_who_signed(close, name):
    assert letter(LETTER.partition("С уважением")[0] + close).signed == name


def test_numbered_questions_come_before_requests():
    found = letter(LETTER.replace("Просим Вас:", "1. Сколько человек задержали?\n2) Где они?\n\nПросим Вас:"))
    assert [q.text for q in found.questions] == ["Сколько человек задержали?", "Где они?"]


def test_whom_a_letter_greets_without_an_office():
    assert letter(LETTER.replace("Генеральному прокурору Российской Федерации", "")).addressee == "Игорь Викторович"


@pytest.mark.parametrize("text", ["Полиция задержала 14 рабочих.", "Уважаемый всеми повар уехал.\nЕго не нашли."])
def test_what_is_no_letter(text):
    assert letter(text) is None


@given(st.lists(st.sampled_from([*LETTER.splitlines(), "Кому: послу", "1. Что?", "Господин!", "№ 5"]), max_size=14))
@settings(max_examples=40)
def test_any_lines_give_a_letter_whose_questions_stand_in_the_text(lines):
    text = "\n".join(lines)
    found = letter(text) if text.strip() else None
    assert all(text[q.start : q.end] == q.text for q in (found.questions if found else ()))
