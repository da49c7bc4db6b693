"""A country abroad named in passing makes no page one about foreigners; pages about countries that expel are."""

import pytest
from russian_text import told

ABROAD = "Семья вернулась из отпуска в Турции.\n\n"
ORDINARY = [
    "Детей не пустили в бассейн без справки.",
    "Больница выписала пациентку домой через день после осмотра.",
    "Школьники толкали друг друга и хохотали.",
    "Папа отобрал телефон у сына, и тот обиделся.",
    "Учитель запретил телефоны.",
    "Кафе закрыли на зиму.",
    "Хозяйка попросила студента съехать.",
    "Дед заставил внука уехать из лагеря раньше.",
    "В неволе панды живут до тридцати лет.",
    "Молодым врачам не хватило места в детском саду для собрания.",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_life_on_a_page_that_names_a_country_abroad_is_no_act(text):
    assert not [s.act for s in told(ABROAD + text) if s.act]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("denial_of_service", "Роженицу из Узбекистана без полиса выписали на третий день."),
        ("expulsion", "Турция выслала за неделю сорок человек."),
        ("arbitrary_detention", "В Китае полиция задержала сорок студентов."),
        ("denial_of_entry", "Польша. Пограничники высадили из поезда девять человек."),
    ],
)
def test_acts_of_those_in_power_abroad_are_found(term, text):
    assert term in {s.act for s in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Мигрантка вернулась домой. Полиция нашла тело туриста.",
        "Патрульного ударил нелегал, полиция уехала.",
        "Спецназовца избили мигранты у рынка, ОМОН приехал позже.",
        "Полиция провела собрание в школе на улице Мира, где живут мигранты.",
        "Кризис вынудил мигрантов уехать домой.",
        "За двести тысяч можно снять дом, сказал мигранту участковый.",
        "Мигрант хранил документ в сейфе хозяина.",
    ],
)
def test_ordinary_life_beside_migrants_and_policemen_is_no_act(text):
    assert not [s.act for s in told(text) if s.act]
