"""Clause windows: each number goes with the verb of its own clause."""

from russian_text import russian, told

from guvoh.extraction.annotate.russian import annotate
from guvoh.extraction.windows.clauses import clauses
from guvoh.extraction.windows.words import classes, word_of


def parts(sentence):
    words = [word_of(token) for token in annotate(russian(sentence)).tokens]
    found = clauses(words, classes("ru")["relative"])
    return [(" ".join(w.token.text for w in c.words), c.aside) for c in found]


def acts(text):
    return [(s.act, s.count and s.count.best) for s in told(text)]


def test_a_new_verb_begins_a_new_clause():
    assert parts("Полиция проверила рынок, и девятерых увезли") == [
        ("Полиция проверила рынок", False),
        ("и девятерых увезли", False),
    ]


def test_a_clause_goes_on_behind_what_is_put_into_it():
    assert parts("Мужчин, недавно получивших паспорт, доставили в отдел") == [
        ("Мужчин доставили в отдел", False),
        ("недавно получивших паспорт", True),
    ]


def test_a_quoted_name_parts_nothing():
    assert len(parts("Силовики пришли в кафе «Самарканд» на улице")) == 1


def test_every_word_is_in_one_clause():
    sentence = "Задержали 20 человек, которые, по его словам, работали: их отпустили (но не всех)"
    words = annotate(russian(sentence)).tokens
    found = clauses([word_of(t) for t in words], classes("ru")["relative"])
    places = [i for c in found for i in c.at]
    assert len(places) == len(set(places))


def test_each_number_has_the_act_of_its_clause():
    assert acts("Семерых суд решил выдворить, ещё девять человек оштрафованы.") == [("expulsion", 7), ("fine", 9)]


def test_a_number_without_a_verb_has_that_of_the_clause_before():
    assert acts("В Твери задержали 20 мигрантов, а в Туле — 15.") == [
        ("arbitrary_detention", 20),
        ("arbitrary_detention", 15),
    ]


def test_an_act_without_a_number_is_told_once_in_a_sentence():
    assert acts("Людей задержали, и ещё двоих задержали вечером.") == [("arbitrary_detention", 2)]


def test_what_is_asked_is_not_told():
    assert acts("Сколько человек задержали?") == []
    assert acts("Сколько человек задержали, неизвестно.") == []


def test_a_remark_behind_a_relative_clause_stays_with_it():
    assert acts("В центре сообщили, что в Ташкент отправили 213 человек, все по решениям судов.") == [
        ("expulsion", 213)
    ]


def test_people_counted_by_what_befell_them_tell_the_act():
    assert acts("Ведомство отчиталось о 308 задержанных.") == [("arbitrary_detention", 308)]
    assert acts("Троих задержанных избили в отделе.") == [("torture_ill_treatment", 3)]


def test_another_verb_of_its_own_clause_tells_an_act_again():
    text = "Силовики обыскали комнаты, у жильцов осмотрены телефоны."
    assert [act for act, _ in acts(text)] == ["unlawful_entry_search", "unlawful_entry_search"]
    assert [act for act, _ in acts("Людей задержали и доставили в отдел.")] == ["arbitrary_detention"]


def test_the_comma_before_a_house_number_parts_nothing():
    assert [words for words, _ in parts("К мечети на Лесной, 14 приехал омон")] == [
        "К мечети на Лесной 14 приехал омон"
    ]
