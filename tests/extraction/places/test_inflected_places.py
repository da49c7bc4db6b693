"""Russian places: names in every case, regions, and words that are no place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.extraction.annotate.russian import annotate
from guvoh.extraction.places.inflected import find_inflected
from guvoh.model import Document, Passage, Role
from guvoh.model.statement import Place


def places(text: str) -> list[Place]:
    document = Document("t", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), language="ru")
    return find_inflected(annotate(document))


def named(text: str) -> list[str]:
    return [f"{text[p.start : p.end]} = {p.name}" for p in places(text)]


CITIES = [
    ("Рейд прошёл в Екатеринбурге.", ["Екатеринбурге = Yekaterinburg"]),
    ("Рынок в Нижнем Новгороде закрыли.", ["Нижнем Новгороде = Nizhny Novgorod"]),
    ("Их везли из Набережных Челнов в Казань.", ["Набережных Челнов = Naberezhnyye Chelny", "Казань = Kazan"]),
    ("Мастерская стоит в Ростове-на-Дону.", ["Ростове-на-Дону = Rostov-on-Don"]),
    ("Он жил в Санкт-Петербурге.", ["Санкт-Петербурге = Saint Petersburg"]),
    ("Он вернулся в Питер и остался в Петербурге.", ["Питер = Saint Petersburg", "Петербурге = Saint Petersburg"]),
    ("В Котельниках и Люберцах прошли обыски.", ["Котельниках = Kotelniki", "Люберцах = Lyubertsy"]),
    ("Мэр Казани промолчал.", ["Казани = Kazan"]),
    ("Уроженец Куляба работал грузчиком.", ["Куляба = Kŭlob"]),
    ("Самолёт из Оша сел ночью.", ["Оша = Osh"]),
    ("Из Худжанда они ехали четыре дня.", ["Худжанда = Khujand"]),
    ("В Йошкар-Оле открыли приют.", ["Йошкар-Оле = Yoshkar-Ola"]),
    ("Общежитие во Владимире опечатали.", ["Владимире = Vladimir"]),
    ("Женщину задержали в Орле.", ["Орле = Oryol"]),
    ("Швей из Иванова отпустили.", ["Иванова = Ivanovo"]),
    ("Цех в Иванове закрыт.", ["Иванове = Ivanovo"]),
    ("Проверки идут в Энеме и Майкопе.", ["Энеме = Enem", "Майкопе = Maykop"]),
    ("В городе Советский живут вахтовики.", ["Советский = Sovetskiy"]),
    ("Склад в Шушарах обыскали.", ["Шушарах = Shushary"]),
    ("Москва не ответила Бишкеку.", ["Москва = Moscow", "Бишкеку = Bishkek"]),
    ("Обыски шли в Перми, Тюмени и Верещагине.", ["Перми = Perm", "Тюмени = Tyumen", "Верещагине = Vereshchagino"]),
    ("1. Посёлок Пивовариха. Дома снесли.", ["Пивовариха = Pivovarikha"]),
    ("МОСКВА. Суд вынес решение.", ["МОСКВА = Moscow"]),
    ("В Дзержинском задержали 28 человек.", ["Дзержинском = Dzerzhinsky"]),
]

REGIONS = [
    ("В Ленинградской области ищут людей.", ["Ленинградской области = Leningrad Oblast"]),
    ("В Краснодарском крае запретили работу.", ["Краснодарском крае = Krasnodar Krai"]),
    ("Его увезли в Республику Татарстан.", ["Республику Татарстан = Tatarstan"]),
    ("Жители Татарстана и Башкирии жалуются.", ["Татарстана = Tatarstan", "Башкирии = Bashkortostan"]),
    (
        "В Ханты-Мансийском автономном округе холодно.",
        ["Ханты-Мансийском автономном округе = Khanty-Mansi Autonomous Okrug"],
    ),
    ("На стройке в ХМАО вербуют рабочих.", ["ХМАО = Khanty-Mansi Autonomous Okrug"]),
    ("В Подмосковье сгорела дача.", ["Подмосковье = Moscow Oblast"]),
    ("Московская область отказалась платить.", ["Московская область = Moscow Oblast"]),
    ("На Кубани собирают урожай.", ["Кубани = Krasnodar Krai"]),
    ("Суды Приморья завалены делами.", ["Приморья = Primorsky Krai"]),
    ("В Ленобласти ввели запрет.", ["Ленобласти = Leningrad Oblast"]),
    ("Адрес: Тверская обл., г. Тверь.", ["Тверская обл = Tver Oblast", "Тверь = Tver"]),
    ("В Прибайкалье тушат лес.", ["Прибайкалье = Irkutsk Oblast"]),
    (
        "В Тульской, Тверской и Псковской областях проверили рынки.",
        ["Тульской = Tula Oblast", "Тверской = Tver Oblast", "Псковской областях = Pskov Oblast"],
    ),
    (
        "Запрет действует в Алтайском и Пермском краях.",
        ["Алтайском = Altai Krai", "Пермском краях = Perm Krai"],
    ),
    (
        "Из Ферганской и Ошской областей едут на заработки.",
        ["Ферганской = Fergana Region", "Ошской областей = Osh Region"],
    ),
    ("Он вырос в Хатлонской области.", ["Хатлонской области = Khatlon Region"]),
    ("Семья живёт в Горном Бадахшане.", ["Горном Бадахшане = Gorno-Badakhshan"]),
    ("В Приволжском федеральном округе стало хуже.", ["Приволжском федеральном округе = Volga Federal District"]),
    ("На Дальнем Востоке не хватает рук.", ["Дальнем Востоке = Russian Far East"]),
    ("Товар везут с Северного Кавказа.", ["Северного Кавказа = North Caucasus"]),
    ("Глава Чечни выступил.", ["Чечни = Chechnya"]),
    ("В Крыму задержали рабочих.", ["Крыму = Crimea"]),
    (
        "Задержания шли в Химках Московской области.",
        ["Химках = Khimki", "Московской области = Moscow Oblast"],
    ),
]

COUNTRIES_AND_SITES = [
    ("Россия выслала его в Таджикистан.", ["Россия = Russia", "Таджикистан = Tajikistan"]),
    ("Он улетел в США через Стамбул.", ["США = United States", "Стамбул = Istanbul"]),
    ("Жители Великобритании и Китая.", ["Великобритании = United Kingdom", "Китая = China"]),
    ("Они едут из Центральной Азии в Европу.", ["Центральной Азии = Central Asia", "Европу = Europe"]),
    ("Он учится в Соединённых Штатах.", ["Соединённых Штатах = United States"]),
    ("Из Саудовской Аравии вернулись паломники.", ["Саудовской Аравии = Saudi Arabia"]),
    ("В аэропорту «Внуково» держали людей.", ["аэропорту «Внуково» = Vnukovo International Airport"]),
    ("В аэропорту Домодедово не спали.", ["аэропорту Домодедово = Domodedovo International Airport"]),
    ("Из Шереметьева рейс не вылетел.", ["Шереметьева = Sheremetyevo International Airport"]),
    ("Он вышел из Сахарова через неделю.", ["Сахарова = Sakharovo Migration Centre"]),
    ("Теракт в «Крокус Сити Холле» изменил всё.", ["Крокус Сити Холле = Crocus City Hall"]),
]

NO_PLACE = [
    ("Московский суд оштрафовал петербургскую полицию.", "places only inside adjectives"),
    ("Андрей Кузнецов и Олег Киров дали показания.", "surnames after first names"),
    ("Адвокат С. Киров пришёл утром.", "a surname after an initial"),
    ("Владимир Пак рассказал о рейде.", "a first name before a surname"),
    ("На улице Кирова выломали дверь.", "a street"),
    ("На проспекте Ленина и площади Гагарина тихо.", "streets"),
    ("У метро «Кузьминки» раздают листовки.", "a metro station"),
    ("Об этом пишет «Новая газета Европа».", "a newspaper"),
    ("«Московский комсомолец» и «Эхо Москвы» молчат.", "newspapers in quotation marks"),
    ("Партия «Единая Россия» внесла закон.", "a party"),
    ("Депутаты Единой России внесли закон.", "a party without quotation marks"),
    ("В кафе «Баку» и гостинице «Украина» темно.", "a café and a hotel"),
    ("Задержаны 38 граждан Узбекистана и Таджикистана.", "nations of people"),
    ("У него отобрали паспорт РФ.", "whose paper it is"),
    ("Следователи СК России молчат.", "a body's name"),
    ("Статья 18.8 КоАП РФ не нарушена.", "a law's name"),
    ("Киргизы, таджики и узбеки работали вместе.", "nationalities"),
    ("Орёл кружил над полем.", "a bird at the head of a sentence"),
    ("Мир устал. Победа близка. Свобода дорога.", "plain words that are villages too"),
    ("Советский районный суд не ответил.", "an adjective before its noun"),
    ("Ленинский район оцепили.", "a district of some city"),
    ("Его друг, узбекский дворник, плакал.", "an adjective"),
    ("Операция «Анаконда» и план «Крепость».", "names of operations"),
    ("В областном центре тихо.", "no name at all"),
    ("Того же мнения и сосед.", "a pronoun that is a country too"),
    ("В Минтруде России ждут предложений.", "a ministry"),
]


@pytest.mark.parametrize(("text", "expected"), [*CITIES, *REGIONS, *COUNTRIES_AND_SITES])
def test_finds_a_place_in_any_case(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(("text", "why"), NO_PLACE)
def test_takes_no_other_word_for_a_place(text: str, why: str) -> None:
    assert named(text) == [], why


def test_a_region_beside_a_name_tells_which_town_it_is() -> None:
    (town, *_) = places("Он вырос в Красноармейске Саратовской области.")
    assert (town.name, town.admin1) == ("Krasnoarmeysk", "RU-SAR")


def test_a_disputed_region_has_no_country() -> None:
    (crimea,) = places("Из Крыма вывезли рабочих.")
    assert (crimea.country, crimea.disputed) == (None, ("RU", "UA"))


def test_a_region_is_of_its_precision() -> None:
    (region,) = places("В Тюменской области тихо.")
    assert (region.country, region.admin1, region.precision) == ("RU", "RU-TYU", "admin1")


def test_a_town_without_a_russian_name_is_known_by_its_letters_beside_its_country() -> None:
    assert named("В Стамбуле и Эсеньюрте шли облавы.") == ["Стамбуле = Istanbul", "Эсеньюрте = Esenyurt"]
    assert named("Швея живёт в Зейтинбурну. В Турции тяжело.") == ["Зейтинбурну = Zeytinburnu", "Турции = Turkey"]
    assert named("Швея живёт в Эсеньюрте.") == []  # nothing says in which country


def test_a_surname_of_the_page_is_no_town_later() -> None:
    assert named("Олег Киров ушёл. В Кирове видели лидера.") == []


@given(st.text(alphabet="Мосвквае ОшИзвРоиЛетьнгрдяКбшф«»-,.\n", max_size=80))
def test_any_text_gives_spans_within_it_in_order(text: str) -> None:
    found = places(text)
    assert all(0 <= p.start < p.end <= len(text) for p in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
