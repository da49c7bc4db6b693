"""The lists of known bodies: each body once in each list, each name of one body, common words in marks only."""

import pytest

from guvoh.extraction.annotate.russian import annotate
from guvoh.extraction.attribution.lexicon import organisations
from guvoh.extraction.attribution.windows.lexicon import fixed_names, only_in_marks
from guvoh.extraction.attribution.windows.named_bodies import named_bodies
from guvoh.extraction.vocabulary.bodies import listed, names_with_stops
from guvoh.model import Document, Passage, Role


def bodies(text):
    document = Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), language="ru")
    return [body.name for body in named_bodies(annotate(document)).values() if body.listed]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_name_is_listed_twice(language):
    names = [name for _, called in listed(language) for name in called]
    assert len(names) == len(set(names))
    assert all(name == name.strip() and name for name in names)


def test_names_that_are_told_of_are_listed():
    names = {name for _, called in listed("ru") for name in called}
    assert only_in_marks() - {name.casefold() for name in names} == set()
    assert fixed_names() <= names


def test_a_name_with_a_stop_has_no_blank():
    assert "Idel.Realii" in names_with_stops("en")
    assert all(" " not in name and "." in name for name in names_with_stops("en"))


def test_small_words_that_open_a_name_are_looked_for():
    assert organisations("en").openings.findall("an epd man, dpa and iStories wrote") == ["epd", "dpa", "iStories"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("По данным Врачей без границ, ранены двое.", ["Врачи без границ"]),
        ("Об этом пишут «Вести».", ["Вести"]),
        ("Вести из дома пришли поздно.", []),
        ("Новая волна рейдов.", []),
        ("Сообщает «Новая».", ["Новая газета"]),
        ("В России 24 человека.", []),
        ("Депутаты Жогорку Кенеша.", ["Жогорку Кенеш"]),
        ("АДЦ «Мемориал» и «Мемориал»", ["АДЦ «Мемориал»", "Мемориал"]),
    ],
)
def test_bodies_that_a_russian_text_names(text, found):
    assert bodies(text) == found
