"""Who acts and who is acted on in a Russian clause."""

import pytest
from russian_text import told


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Полиция и ОМОН задержали 20 рабочих.", "Полиция и ОМОН", "police"),
        ("Сотрудники полиции избили двоих рабочих.", "Сотрудники полиции", "police"),
        ("Городской суд оштрафовал троих рабочих.", "Городской суд", "court"),
        ("Пограничники отобрали у рабочих паспорта.", "Пограничники", "border_guard"),
        ("Рабочие задержаны полицией.", "полицией", "police"),
        ("Хозяйка уволила пятерых поваров.", "Хозяйка", "employer"),
    ],
)
def test_the_actor_is_named_with_its_kind(text, name, kind):
    actor = told(text)[0].actor
    assert (actor.name, actor.kind) == (name, kind)


def test_nobody_is_named_where_the_verb_stands_alone():
    assert told("Задержали 20 рабочих.")[0].actor is None


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("Задержали 20 граждан Киргизии.", "граждан Киргизии", ("KG",)),
        ("Задержали 20 таджикистанцев.", "таджикистанцев", ("TJ",)),
        ("Оштрафовали четырёх иностранных рабочих.", "иностранных рабочих", ()),
        ("Задержали 20 рабочих из Узбекистана и Таджикистана.", "рабочих из Узбекистана и Таджикистана", ("UZ", "TJ")),
        ("Полиция избила мигрантов.", "мигрантов", ()),
        ("Троих выдворили.", "Троих", ()),
    ],
)
def test_the_affected_are_named_with_their_nationality(text, name, codes):
    affected = told(text)[0].affected
    assert (affected.name, affected.nationality) == (name, codes)
