"""What Russian words say was not done, or was done after all."""

import pytest
from russian_text import told


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Суд отменил выдворение троих рабочих.", "expulsion"),
        ("Выдворение пекаря отменили.", "expulsion"),
        ("Суд приостановил выдворение пекаря.", "expulsion"),
        ("Суд заменил выдворение штрафом.", "expulsion"),
        ("Суд заменил штраф на выдворение.", "fine"),
        ("С пекаря сняли запрет на въезд.", "reentry_ban"),
        ("Горсуд отказался выдворять пекаря.", "expulsion"),
        ("Суд отказал в аресте пекаря.", "arbitrary_detention"),
        ("Полиция отказалась от рейда.", "raid"),
        ("Суд не нашёл оснований для ареста.", "arbitrary_detention"),
        ("Оснований для выдворения пекаря нет.", "expulsion"),
        ("Полиция чуть не задержала пекаря.", "arbitrary_detention"),
        ("Пекаря едва не задержали у метро.", "arbitrary_detention"),
        ("Мэрия не подтвердила рейд.", "raid"),
        ("Сведения о рейде мэрия не подтвердила.", "raid"),
        ("Работодатель не удерживал зарплату мигрантов.", "extortion"),
        ("Бригадир не забирал у рабочих половину заработка.", "extortion"),
        ("Спецсредства при рейде полиция не использовала.", "excessive_force"),
        ("Мигранты заключили контракты с Минобороны добровольно.", "forced_recruitment"),
        ("Условия содержания в центре соответствуют нормам.", "detention_conditions"),
    ],
)
def test_not_done(text, act):
    (found,) = [s for s in told(text) if s.act == act]
    assert (found.modality, found.stage) == ("denied", None)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Полицейские не могли не задержать пекаря.", "arbitrary_detention"),
        ("Нельзя было не задержать пекаря.", "arbitrary_detention"),
        ("Полиция задерживает чуть ли не всех рабочих.", "arbitrary_detention"),
        ("Суд не отменил выдворение пекаря.", "expulsion"),
        ("Суд отказался отменить выдворение пекаря.", "expulsion"),
        ("Суд заменил штраф на выдворение.", "expulsion"),
        ("Рейсы отменили из-за облавы.", "raid"),
        ("Школа отменила уроки во время рейда.", "raid"),
        ("Пекарь снял рейд на телефон.", "raid"),
        ("Главк не отрицает задержание пекаря.", "arbitrary_detention"),
        ("Сети отказались от курьеров.", "dismissal"),
    ],
)
def test_done_all_the_same(text, act):
    (found,) = [s for s in told(text) if s.act == act]
    assert found.modality == "asserted"


def test_an_overturned_order_was_an_order():
    (found,) = told("Решение о депортации было отменено.")
    assert (found.modality, found.stage) == ("denied", "ordered")


def test_what_is_put_off_is_planned():
    (found,) = told("Облаву отложили.")
    assert (found.modality, found.stage) == ("planned", "planned")


@pytest.mark.parametrize("text", ["Полиция имеет право задержать прохожего.", "Патруль получил право задерживать."])
def test_what_may_be_done_is_told_of_nobody(text):
    (found,) = told(text)
    assert (found.act, found.modality, found.stage) == ("arbitrary_detention", "general", None)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Пекарь не подписал протокол задержания.", "arbitrary_detention"),
        ("Патрульный взял деньги за то, чтобы не составлять протокол.", "fine"),
    ],
)
def test_what_nobody_did_or_wanted_done_is_not_told(text, act):
    assert [s for s in told(text) if s.act == act] == []


def test_what_a_body_knows_nothing_of_is_denied():
    (found,) = [s for s in told("О применении силы к рабочим полиции ничего не известно.") if s.act]
    assert (found.act, found.modality) == ("excessive_force", "denied")


def test_a_case_refused_denies_nothing_of_what_it_is_about():
    found = [s for s in told("Следком отказал в возбуждении дела об избиении мигрантов.") if s.modality == "denied"]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "Правозащитники потребовали не выдворять пекарей.",
        "Адвокаты попросили суд не депортировать пекаря.",
        "Семью просят не высылать из страны.",
        "Юристы требуют отменить выдворение пекарей.",
    ],
)
def test_what_is_only_asked_not_to_be_done_is_neither_told_nor_denied(text):
    assert {s.modality for s in told(text) if s.act == "expulsion"} <= {"planned"}


@pytest.mark.parametrize(
    "text",
    [
        "Суд решил не выдворять пекаря.",
        "Пекарю обещали его не выдворять.",
        "Адвокат просил суд, и тот отменил выдворение пекарей.",
    ],
)
def test_what_was_granted_is_denied(text):
    assert {s.modality for s in told(text) if s.act == "expulsion"} == {"denied"}


@pytest.mark.parametrize(
    "text", ["Задержанные мигранты просили их не пытать.", "Мать умоляла полицейских не избивать сына-мигранта."]
)
def test_nobody_plans_the_ill_treatment_that_others_beg_to_be_spared(text):
    ill = {"torture_ill_treatment", "excessive_force"}
    assert {s.modality for s in told(text) if s.act in ill} <= {"general"}


@pytest.mark.parametrize(
    "text",
    [
        "Полицейские добровольно явившегося мигранта увезли в военкомат и заставили подписать контракт.",
        "Избитых мигрантов заставили написать, что они добровольно подписали контракт.",
        "Вряд ли мигрант подписал контракт добровольно: его заставили подписать контракт.",
        "Под угрозой депортации мигрантов вынудили заявить, что контракты они подписали добровольно.",
    ],
)
def test_whoever_is_forced_to_say_he_came_freely_was_forced(text):
    page = f"Мигрантов ведут в военкомат. {text}"
    assert {s.modality for s in told(page) if s.act == "forced_recruitment"} == {"asserted"}


def test_nobody_forced_those_who_signed_freely():
    text = "Мигранты заключили контракты с Минобороны добровольно, их никто не заставлял, заявил военком."
    assert {s.modality for s in told(text) if s.act == "forced_recruitment"} == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "Депутат хочет, чтобы условия содержания мигрантов в центре соответствовали нормам: людей держали без воды.",
        "Условия содержания мигрантов вряд ли соответствуют нормам: людей держали без воды.",
    ],
)
def test_conditions_that_should_be_right_are_not(text):
    assert "denied" not in {s.modality for s in told(text) if s.act == "detention_conditions"}


@pytest.mark.parametrize(
    "text",
    [
        "Такого в отделе нет и не было: полицейские не бьют мигрантов, сказал министр.",
        "Протокола у нас нет: полиция отпустила мигрантов, потому что нарушений не нашла.",
        "Сорок мигрантов не успели подать заявление на лотерею.",
        "Мигрант не успел обжаловать увольнение с работы.",
    ],
)
def test_no_due_process_is_denied_where_nothing_was_due(text):
    assert [s for s in told(text) if s.act == "due_process_denial"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Жена мигранта искала его в отделе, ей ответили: такого у нас нет.",
        "Мигранта выслали утром, он не успел подать жалобу.",
    ],
)
def test_due_process_is_denied_to_whom_it_was_due(text):
    assert [s.modality for s in told(text) if s.act == "due_process_denial"] == ["asserted"]
