"""A list that ends an article is the article's; links below it are the page's."""

from __future__ import annotations

import pytest
from test_sentences_kept import ARTICLE, STATYA, role_in

from guvoh.model import Role

LISTS = (
    (
        "Free the workers at once",
        "Pay what is owed to them",
        "Punish those who beat them",
        "Open the hostel to doctors",
    ),
    ("Azamat Toktosunov, 34", "Nurlan Esenov, 21", "Gulnora Saidova, 40", "Bakyt Osmonov, 19"),
)
NAMES = ("Azamat Toktosunov", "Nurlan Esenov", "Gulnora Saidova", "Bakyt Osmonov")
TOWNS = ("Kazan 30", "Tver 12", "Nizhny Novgorod 7", "Perm 3")
LINKS = (
    "Minister opens new stadium in Kazan",
    "Snow expected across the Urals this week",
    "Bakery wins prize for best rye bread",
    "Five recipes for a cold winter evening",
)
SECTIONS = ("Politics", "World", "Sport", "Contacts")


@pytest.mark.parametrize("lines", LISTS)
def test_demands_and_names_with_an_age_end_an_article(lines):
    assert {role_in(*ARTICLE, *lines, of=line) for line in lines} == {Role.BODY}
    assert {role_in(*ARTICLE, *lines, *LINKS, of=line) for line in lines} == {Role.BODY}


@pytest.mark.parametrize("lines", [NAMES, TOWNS])
@pytest.mark.parametrize("above", ["The union has drawn up the following list", "Four are still in their cells."])
def test_names_stay_below_words_that_announce_or_count_them(lines, above):
    assert {role_in(*ARTICLE, above, *lines, of=line) for line in lines} == {Role.BODY}


@pytest.mark.parametrize("lines", [LINKS, SECTIONS])
@pytest.mark.parametrize("above", [(), ("The union demands their release.",)])
def test_links_and_sections_below_an_article_are_the_pages(lines, above):
    assert {role_in(*ARTICLE, *above, *lines, of=line) for line in lines} == {Role.FURNITURE}


def test_russian_demands_end_an_article():
    lines = ("Освободить пекарей", "Выплатить им зарплату за зиму", "Наказать хозяина пекарни", "Вернуть паспорта")
    lines = tuple(f"{line} без условий" for line in lines)
    assert {role_in(*STATYA, *lines, of=line) for line in lines} == {Role.BODY}
