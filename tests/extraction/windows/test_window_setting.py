"""Where and when a Russian statement plays: by its clause, its sentence, or the text around it."""

import pytest
from russian_text import told


def where(text):
    return [(s.place and s.place.name, s.place_basis) for s in told(text)]


def test_the_place_of_the_sentence_is_its_own():
    assert where("В Казани задержали 20 рабочих.") == [("Kazan", "text")]


def test_a_sentence_without_a_place_goes_on_with_the_scene_before():
    assert where("В Казани прошёл рейд. Задержали 20 рабочих.") == [("Kazan", "text"), ("Kazan", "inferred")]


def test_where_people_come_from_is_no_scene():
    assert where("В Казани задержали 20 рабочих из Узбекистана. Двоих избили.")[1] == ("Kazan", "inferred")


def test_where_a_worker_comes_from_is_no_place_of_what_befell_him():
    assert set(where("Полиция нашла мигрантов. Рабочего из Самарканда избили в Калуге.")) == {("Kaluga", "text")}


def test_where_people_are_sent_is_no_scene():
    assert where("В Казани прошёл рейд. Девять человек депортировали в Ташкент.")[1] == ("Kazan", "inferred")


def test_each_number_of_a_list_has_its_own_place():
    assert where("В Твери задержали 20 рабочих, а в Туле — 15.") == [("Tver", "text"), ("Tula", "text")]


def test_what_is_told_in_passing_sets_no_scene():
    text = "В Казани прошёл рейд. Напомним, в мае в Самаре задержали 30 рабочих. Пятерых оштрафовали."
    assert where(text)[2] == ("Kazan", "inferred")


def test_then_points_back_to_what_was_told_in_passing():
    text = "В Казани прошёл рейд. В мае похожая облава прошла в Самаре. Тогда задержали 30 рабочих."
    assert where(text)[2] == ("Samara", "inferred")


def test_a_date_is_taken_over_with_its_reason():
    first, second = told("5 марта в Казани прошёл рейд. Задержали 20 рабочих.")
    assert (first.when, second.when, second.when_basis) == ("2024-03-05", "2024-03-05", "inferred")
    assert any("from a sentence before" in why for why in second.why)


def test_a_line_of_the_page_above_the_text_dates_no_happening():
    text = "Радио «Причал», программа «Вечер», 8 марта 2024 года\n\nПолиция прочесала рынок. Задержали 20 рабочих."
    assert {s.when for s in told(text)} == {None}
    text = "8 марта 2024 года полиция прочесала рынок.\n\nЗадержали 20 рабочих."
    assert {s.when for s in told(text)} == {"2024-03-08"}


def test_a_lead_without_a_finite_verb_dates_what_follows():
    text = "3 марта в Твери задержаны 12 мигрантов.\n\nПолицейские избили 14 рабочих."
    assert {s.when for s in told(text)} == {"2024-03-03"}


def test_no_date_is_made_up():
    assert told("Задержали 20 рабочих.")[0].when is None


def test_an_item_of_a_digest_plays_where_its_head_says():
    text = "Казань. Полиция задержала 20 рабочих.\n\nСургут. На рынке прошла облава.\n\nСтамбул. Задержали 23 мигранта."
    assert [name for name, _ in where(text)] == ["Kazan", "Surgut", "Istanbul"]


def test_the_territory_of_the_region_is_not_the_country():
    text = "В Туле прошёл рейд. На территории региона задержали 20 рабочих. Въезд в Россию закрыт."
    assert where(text)[1] == ("Tula", "inferred")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("В Твери задержали 20 рабочих, в Туле — 15.", ["Tver", "Tula"]),
        ("20 рабочих задержали в Твери, 15 — в Туле.", ["Tver", "Tula"]),
        ("Больше всего рабочих задержали в Твери (20 человек), Туле (15) и Калуге (7).", ["Tver", "Tula", "Kaluga"]),
        ("В Твери задержали 20 рабочих, 15 из них выслали.", ["Tver", "Tver"]),
        ("В Твери 20 рабочих задержали на рынке, 15 — на складе в Туле.", ["Tver", "Tula"]),
    ],
)
def test_a_place_stands_before_its_number_or_behind_it_through_a_sentence(text, places):
    assert [place for place, _ in where(text)] == places


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Накануне, 3 марта, в Твери задержали 20 рабочих.", ["2024-03-03"]),
        (
            "В Твери 3 марта полиция проверила рынок. Задержали 20 рабочих, сообщила 5 марта пресс-служба МВД.",
            ["2024-03-03", "2024-03-03"],
        ),
        ("В Твери задержали 20 рабочих. Об этом 5 марта сообщили в МВД. Двоих выслали.", ["2024-03-05", "2024-03-05"]),
        (
            "В Твери 3 марта прошёл рейд. Всего с января задержали 20 рабочих. Двоих выслали.",
            ["2024-03-03", "2024-01/..", "2024-03-03"],
        ),
    ],
)
def test_a_day_of_telling_and_the_start_of_a_total_date_no_scene(text, dates):
    assert [s.when for s in told(text)] == dates


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("В Саудовской Аравии задержали 20 рабочих.\n\nВыслали 40 человек.", "Saudi Arabia"),
        ("В Твери задержали 20 рабочих.\n\nВыслали 40 человек в Саудовскую Аравию.", "Tver"),
    ],
)
def test_a_country_in_two_words_is_where_and_not_where_to(text, place):
    assert where(text)[1][0] == place


def test_years_of_birth_date_nothing():
    text = "3 марта в Твери избили рабочих. Задержаны трое подозреваемых 2006 и 2007 годов рождения."
    assert {s.when for s in told(text)} == {"2024-03-03"}


def test_countries_of_people_in_a_list_with_numbers_are_no_places():
    text = "В Твери прошёл рейд. Задержали граждан Узбекистана (30), России (12) и Киргизии (5)."
    assert {place for place, _ in where(text)} == {"Tver"}
