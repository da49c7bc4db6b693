"""Russian numerals: digits, words and their sums, ranges, hedges, and what is no number of anything."""

import pytest
from russian_text import told


def counts(text):
    return [
        (s.count.qualifier.value, s.count.low, s.count.best, s.count.high, s.count.unit)
        for s in told(text)
        if s.count is not None
    ]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2500 мигрантов", 2500),
        ("2 500 мигрантов", 2500),
        ("2\u00a0500 мигрантов", 2500),
        ("2,5 тыс. мигрантов", 2500),
        ("1,2 млн мигрантов", 1_200_000),
        ("сто двадцать рабочих", 120),
        ("две тысячи пятьсот человек", 2500),
        ("полторы тысячи приезжих", 1500),
        ("полсотни торговцев", 50),
        ("сорок человек", 40),
        ("тридцать одного человека", 31),
        ("двоих", 2),
        ("семерых поваров", 7),
    ],
)
def test_a_number_in_digits_or_words(words, value):
    assert counts(f"Полиция задержала {words}.") == [("exact", value, value, value, "person")]


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("более 40 человек", ("more_than", 40, None, None)),
        ("свыше сорока человек", ("more_than", 40, None, None)),
        ("не менее 40 человек", ("at_least", 40, None, None)),
        ("как минимум 40 человек", ("at_least", 40, None, None)),
        ("почти 40 человек", ("nearly", None, 40, 40)),
        ("около сорока человек", ("about", None, 40, None)),
        ("порядка 40 человек", ("about", None, 40, None)),
        ("до 40 человек", ("at_most", None, None, 40)),
        ("менее 40 человек", ("less_than", None, None, 40)),
        ("от 30 до 60 человек", ("range", 30, None, 60)),
        ("30–60 человек", ("range", 30, None, 60)),
        ("человек сорок", ("about", None, 40, None)),
        ("от 3 до 5 тысяч человек", ("range", 3000, None, 5000)),
        ("несколько человек", ("vague", None, None, None)),
        ("сотни мигрантов", ("vague", None, None, None)),
        ("десятки мигрантов", ("vague", None, None, None)),
        ("больше десятка мигрантов", ("more_than", 10, None, None)),
    ],
)
def test_what_the_words_bound(words, bounds):
    assert [c[:4] for c in counts(f"Полиция задержала {words}.")] == [bounds]


@pytest.mark.parametrize(
    "text",
    [
        "Это было 5 марта 2024 года.",
        "Полиция приехала в 11:05.",
        "Дом стоит на улице Ленина, 12.",
        "Его наказали по статье 18.8 кодекса.",
        "В отдел полиции № 11 приехал адвокат.",
        "Умер 22-летний рабочий.",
        "Он пришёл в шесть утра.",
        "От города до села 40 километров.",
        "Об этом пишет 59.ru.",
        "Рынок закрыли в 2023 году.",
        "До границы шли пять часов.",
        "Телефон доверия отдела: 8 (846) 000-11-22.",
        "Полиция задержала его и дала номер +7 495 000-11-22.",
    ],
)
def test_what_counts_nothing(text):
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Суды вынесли 58 постановлений.", "decision"),
        ("Служба получила 300 звонков.", "call"),
        ("Аннулировано 740 патентов.", "patent"),
        ("Прошло 25 рейдов.", "raid"),
        ("Штраф составил пять тысяч рублей.", "RUB"),
        ("Отказ получили 16% семей.", "percent"),
        ("На складе нашли сорок чемоданов.", "thing"),
    ],
)
def test_the_unit_is_an_english_noun(text, unit):
    assert [c[4] for c in counts(text)] == [unit]


def test_a_part_names_its_whole():
    whole, part, women = told("Проверили документы у 300 мигрантов. Из них 98 оштрафованы. В том числе 12 женщин.")
    assert whole.count.of is None
    assert part.count.of == whole.id
    assert women.count.of is not None


@pytest.mark.parametrize("text", ["В камере на шестерых спали по очереди.", "Барак рассчитан на 40 коек."])
def test_how_many_fit_into_a_room_counts_nobody(text):
    assert [s for s in told(text) if s.count is not None] == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Полиция провела 10 рейдов, 12 выдворили.", [("raid", 10, "raid"), ("expulsion", 12, "person")]),
        (
            "В отдел доставили 30 человек, 12 — выдворили, двоих — отпустили.",
            [("arbitrary_detention", 30, "person"), ("expulsion", 12, "person"), (None, 2, "person")],
        ),
        (
            "Задержали сорок рабочих. Шестнадцать потом отпустили.",
            [("arbitrary_detention", 40, "person"), (None, 16, "person")],
        ),
        ("Из 30 задержанных 12 выдворили.", [(None, 30, "person"), ("expulsion", 12, "person")]),
        ("Двоих подзащитных отвезли в отдел.", [("arbitrary_detention", 2, "person")]),
        ("Троих мужчин увезли на призывной пункт.", [("forced_recruitment", 3, "person")]),
    ],
)
def test_second_counts_are_of_people_where_their_verb_befalls_people(text, counts):
    found = [(s.act, s.count.best, s.count.unit) for s in told(text) if s.count is not None]
    assert found == counts


def test_a_part_is_linked_to_its_whole():
    whole, part = [s for s in told("Из 30 задержанных 12 выдворили.") if s.count is not None]
    assert part.count.of == whole.id


def test_how_many_tell_it_is_no_figure():
    found = told("Два источника в полиции рассказали, что задержали 20 рабочих.")
    assert [s.count.words for s in found if s.count] == ["20 рабочих"]


def test_digits_of_a_slashed_date_are_no_figures():
    found = told("15/03/2025 - 18:04. Полиция задержала 20 рабочих.")
    assert [s.count.words for s in found if s.count] == ["20 рабочих"]


def test_money_that_the_dictionary_does_not_have_is_money():
    (found,) = [s for s in told("Мигрантов оштрафовали на 540 млн тенге.") if s.count]
    assert (found.act, found.count.unit) == ("fine", "KZT")


def test_many_of_those_told_of_before_are_people_without_a_noun():
    assert counts("Полиция задержала сто человек. Канал пишет о нескольких сотнях.")[1:] == [
        ("vague", None, None, None, "person")
    ]
    assert counts("Маляр дал охраннику десятку.") == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("На улице Лесной, 12 задержали 40 рабочих.", [40]),
        ("Полиция задержала 20 рабочих на Лесной, 45.", [20]),
        ("На рынке задержали 12 человек, на Лесной, 40 человек ушли.", [12, 40]),
        ("Полиция пришла в дом на улице Карла Маркса, 14 и увезла 20 рабочих.", [20]),
        ("В общежитии на Лесной, 14 задержали 20 рабочих.", [20]),
        ("Общежитие мигрантов на Лесной, 14 закрыли.", []),
    ],
)
def test_the_number_of_a_house_counts_nobody(text, people):
    assert [c[2] for c in counts(text)] == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Полиция задержала 500 человек по Москве, 300 депортировали.", [500, 300]),
        ("Полицейские проверили паспорта на Таганке, 200 увезли в отдел.", [200]),
        ("Полиция задержала 20 мигрантов на Сенной, 14 отпустили.", [20, 14]),
        ("ОМОН провёл рейд на улице Лесной, 40 задержали.", [40]),
        ("Мигрантов ловили на Тверской, 60 увезли в автозаках.", [60]),
        ("На Урале, 450 выслали за год.", [450]),
        ("Мигранты работали на Кубани, 300 уехали домой.", [300]),
        ("Полиция задержала 20 мигрантов на Садовой, 5 из них отпустили.", [20, 5]),
        ("На вокзале по приказу Серова, 33 арестовали.", [33]),
    ],
)
def test_people_behind_the_name_of_a_place_are_counted(text, people):
    assert [c[2] for c in counts(text)] == people


@pytest.mark.parametrize(
    "text",
    [
        "В школу приняли двоих детей мигрантов, они учатся в первом классе.",
        "Из двадцати детей мигрантов тест в школе прошли девятнадцать.",
    ],
)
def test_whom_a_school_took_was_refused_nothing(text):
    assert [s for s in told(text) if s.act == "denial_of_service"] == []


def test_those_taken_are_not_those_refused():
    found = [s for s in told("Из 214 детей мигрантов к тесту для школы допустили 61.") if s.act]
    assert [(s.act, s.count) for s in found] == [("denial_of_service", None)]
