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
        ("Полиция якобы задержала 20 рабочих.", "arbitrary_detention", "alleged", "carried_out"),
        ("Мигрантов регулярно задерживают у метро.", "arbitrary_detention", "general", None),
        ("Сообщения о рейде оказались вымыслом.", "raid", "denied", None),
        ("Вторую часть рейдов намерены провести в апреле.", "raid", "planned", "planned"),
        ("Рабочих не только задержали, но и оштрафовали.", "arbitrary_detention", "asserted", "carried_out"),
        ("Жильцов не пустили в Россию.", "denial_of_entry", "asserted", "carried_out"),
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
