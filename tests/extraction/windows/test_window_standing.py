"""How a Russian clause stands to its act: modality and stage."""

import pytest
from russian_text import told


@pytest.mark.parametrize(
    ("text", "act", "modality", "stage"),
    [
        ("Полиция задержала 20 рабочих.", "arbitrary_detention", "asserted", "carried_out"),
        ("Полиция никого не задерживала.", "arbitrary_detention", "denied", None),
        ("Силу к рабочим полиция не применяла.", "excessive_force", "denied", None),
        ("Сто мигрантов выдворят из страны.", "expulsion", "planned", "planned"),
        ("Двенадцать человек будут депортировать.", "expulsion", "planned", "planned"),
        ("Мэрия планирует запретить мигрантам работать в такси.", "work_ban", "planned", "planned"),
        ("Троих мигрантов ждёт депортация.", "expulsion", "planned", "planned"),
        ("Суд постановил выдворить девять рабочих.", "expulsion", "asserted", "ordered"),
        ("Суд вынес решение о выдворении двоих рабочих.", "expulsion", "asserted", "ordered"),
        ("Девятнадцать рабочих выдворили.", "expulsion", "asserted", "carried_out"),
        ("Мигранты не могут выйти из аэропорта.", "arbitrary_detention", "asserted", None),
        ("Полиция якобы задержала 20 рабочих.", "arbitrary_detention", "alleged", "carried_out"),
        ("Мигрантов регулярно задерживают у метро.", "arbitrary_detention", "general", None),
        ("Сообщения о рейде оказались вымыслом.", "raid", "denied", None),
        ("Вторую часть рейдов намерены провести в апреле.", "raid", "planned", "planned"),
        ("Рабочих не только задержали, но и оштрафовали.", "arbitrary_detention", "asserted", "carried_out"),
        ("Жильцов не пустили в Россию.", "denial_of_entry", "asserted", "carried_out"),
        ("Полиция не раз задерживала повара.", "arbitrary_detention", "asserted", "carried_out"),
        ("В отделе задержанного не только избили.", "torture_ill_treatment", "asserted", None),
        ("Столяр не обжаловал арест.", "arbitrary_detention", "asserted", "carried_out"),
        ("Штраф маляр так и не оплатил.", "fine", "asserted", "carried_out"),
        ("Облавы в тот день не проводили.", "raid", "denied", None),
        ("Маляра привезли в аэропорт для депортации.", "expulsion", "planned", "planned"),
        ("В ближайшее время рабочие будут выдворены на родину.", "expulsion", "planned", "planned"),
        ("Хозяйке дали месяц, чтобы уволить рабочих.", "dismissal", "planned", "planned"),
        ("Полиция вправе удерживать прохожего.", "arbitrary_detention", "general", None),
        ("Прохожего задержали, чтобы проверить документы.", "identity_check_profiling", "asserted", None),
        ("Полиция приедет, чтобы проверить документы.", "identity_check_profiling", "planned", None),
        ("После массовых задержаний главе района придётся объясниться.", "arbitrary_detention", "asserted", None),
        ("Выдворенные рабочие не смогут вернуться в страну пять лет.", "reentry_ban", "asserted", None),
        ("Рабочим запретят въезд на пять лет.", "reentry_ban", "planned", "planned"),
        ("Закон о высылке вступит в силу весной.", "legislation", "asserted", None),
        ("Полицейские предлагали рабочим откупиться.", "extortion", "asserted", None),
        ("Рабочие сидят в камере без должных условий.", "detention_conditions", "asserted", None),
        ("Обвиняемые избили мигранта у рынка.", "private_violence", "asserted", None),
    ],
)
def test_modality_and_stage(text, act, modality, stage):
    (found,) = [s for s in told(text) if s.act == act]
    assert found.modality == modality
    assert found.stage == stage


def test_what_is_said_to_whoever_reads_is_no_statement():
    assert told("Если вас задержали, звоните адвокату.") == ()


def test_a_plan_told_by_a_number_alone():
    (found,) = told("К осени на стройку приедут 300 рабочих.")
    assert (found.kind, found.modality, found.stage) == ("figure", "planned", "planned")


@pytest.mark.parametrize("reason", ["за то, что они не сразу легли на пол", "из-за того, что они не стояли на коленях"])
def test_what_was_not_done_is_a_reason_and_no_denial(reason):
    assert {s.act for s in told(f"Полиция задержала маляров {reason}.")} == {"arbitrary_detention"}


def test_what_a_body_means_to_do_is_planned_for_the_days_to_come():
    (found,) = told("Новые облавы намерены провести с 3 по 9 ноября.")
    assert (found.act, found.modality, found.stage) == ("raid", "planned", "planned")
    assert found.when == "2024-11-03/2024-11-09"


def test_a_contract_with_the_ministry_of_defence_is_recruitment():
    (found,) = told("Двоим предложили контракт с Министерством обороны: «Подпиши — и домой».")
    assert (found.act, found.count.best, found.count.unit) == ("forced_recruitment", 2, "person")


def standing(text, act):
    """The modalities of the statements of one act."""
    return {s.modality for s in told(text) if s.act == act}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Депутат предложил создать отряды, чтобы проверять документы у мигрантов.", "identity_check_profiling"),
        ("Власти объявили, что наймут людей, чтобы проверять документы у мигрантов.", "identity_check_profiling"),
        ("Депутат сказал, что нужны дружины, чтобы проверять документы у мигрантов.", "identity_check_profiling"),
        ("Чтобы проверять документы у мигрантов, в мае создадут дружины.", "identity_check_profiling"),
        ("Полиция купила дроны, чтобы проверять документы у мигрантов.", "identity_check_profiling"),
        ("Из-за возможных задержаний мигранты останутся дома.", "arbitrary_detention"),
        ("После будущих массовых облав город будет спокойнее.", "raid"),
        ("Из-за предстоящего выдворения пекарь будет искать адвоката.", "expulsion"),
        ("Ввиду угрозы депортации мигранты будут прятаться.", "expulsion"),
        ("Из-за слухов об облавах торговцы закроют ларьки.", "raid"),
        ("После обещанных рейдов мигранты уедут.", "raid"),
        ("После рейдов, которые полиция проведёт в мае, рынок закроют.", "raid"),
        ("Вследствие депортаций, если они начнутся, город потеряет рабочих.", "expulsion"),
        ("Спустя неделю облавы пойдут по всем рынкам.", "raid"),
        ("Мигранты не смогут вернуться в страну пять лет, если Дума примет закон.", "reentry_ban"),
        ("Закон о высылке мигрантов, если его примут, вступит в силу в мае.", "legislation"),
        ("Закон о высылке мигрантов в случае принятия вступит в силу в мае.", "legislation"),
        ("Полицейские планировали предлагать мигрантам откупиться.", "extortion"),
        ("Полицейский мог бы предложить мигранту заплатить, чтобы отпустить его.", "extortion"),
        ("Полицейские собирались предложить мигрантам откупиться.", "extortion"),
    ],
)
def test_what_is_yet_to_come_is_no_fact(text, act):
    assert standing(text, act) == {"planned"}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Чтобы проверить документы у мигрантов, полиция остановила автобус.", "identity_check_profiling"),
        ("Мигрантов увезли с рынка, чтобы проверить документы.", "identity_check_profiling"),
        ("Из-за недавних задержаний мигранты останутся дома.", "arbitrary_detention"),
        ("После облав, которые полиция провела в мае, рынок закроют.", "raid"),
        ("Полицейский предложил мигранту откупиться.", "extortion"),
    ],
)
def test_what_was_done_is_told_beside_what_comes(text, act):
    assert standing(text, act) == {"asserted"}
