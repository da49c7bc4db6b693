"""Which act of a Russian clause a number belongs to."""

import pytest
from russian_text import told


def counts(text, act):
    """The words of the numbers that belong to an act."""
    return [s.count.words for s in told(text) if s.act == act and s.count is not None]


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        ("Суд выдворил отца троих детей.", "expulsion", []),
        ("Около двух тысяч человек потребовали выслать приезжих.", "expulsion", []),
        ("Суд решил выдворить отца и двоих его сыновей.", "expulsion", ["двоих его сыновей"]),
        ("Полиция обходила стройки.\n\n▪️ 56 доставлены в отделы\n▪️ 11 — на выдворение", "expulsion", ["11"]),
        ("Полиция обходила стройки.\n\n▪️ 56 доставлены в отделы", "arbitrary_detention", ["56"]),
        ("Узбека лишили гражданства за фиктивную прописку 40 земляков.", "permit_cancellation", []),
        ("Драка была в мае: 40 человек, в основном сварщики, были задержаны.", "arbitrary_detention", ["40 человек"]),
        ("Торговцы говорят, что задержанных было около тысячи.", "arbitrary_detention", ["около тысячи"]),
        ("Рабочих отвезли в 7, 15 и 78-й отделы полиции.", "arbitrary_detention", []),
        ("Въезд в страну мигранту закрыт до 2030 года.", "reentry_ban", []),
        ("За три месяца суды рассмотрели 900 дел, по 618 назначено выдворение.", "expulsion", ["618"]),
        ("Полицейские требуют с рабочих по 5 тысяч.", "extortion", ["5 тысяч"]),
        ("Полиция задержала за сутки 40 мигрантов.", "arbitrary_detention", ["40 мигрантов"]),
        ("Приставы вывезли за пределы страны 47 тысяч иностранцев.", "expulsion", ["47 тысяч иностранцев"]),
        ("Полиция оштрафовала за нарушение правил 40 мигрантов.", "fine", ["40 мигрантов"]),
        ("За год полиция оштрафовала 46 компаний, нанявших мигрантов.", "fine", ["46 компаний"]),
        ("Суды выслали из страны 14 семей мигрантов.", "expulsion", ["14 семей"]),
        ("Министерство приняло 412 решений о прекращении гражданства.", "permit_cancellation", ["412 решений"]),
        (
            "Нескольким десяткам приезжих, которые получили паспорт, вручили повестки.",
            "forced_recruitment",
            ["Нескольким десяткам приезжих"],
        ),
    ],
)
def test_whom_an_act_befell(text, act, words):
    assert counts(text, act) == words


def test_a_noun_in_front_is_what_a_number_counts():
    (found,) = told("Таких обращений у нас больше четырёхсот.")
    assert (found.count.unit, found.count.low) == ("request", 400)


@pytest.mark.parametrize(
    "text",
    [
        "Госдума приняла закон о выдворении мигрантов.",
        "Дума приняла законопроект, который разрешит высылать мигрантов без суда.",
    ],
)
def test_what_a_law_is_about_is_not_told_beside_it(text):
    assert {s.act for s in told(text)} == {"legislation"}


def test_a_deed_before_a_law_is_told():
    acts = {s.act for s in told("Мигрантов выдворили, а Дума приняла закон о патентах для иностранцев.")}
    assert acts == {"expulsion", "legislation"}
