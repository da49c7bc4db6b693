"""What stands below an article: links, archives and notes about the site go, lists and captions of the article stay."""

from __future__ import annotations

import pytest

from guvoh.ingest import read_bytes
from guvoh.model import Document, Role

ARTICLE = (
    "Eleven builders taken away in Perm",
    "Police took eleven men from a building site in Perm on Friday, their lawyer said. None has been seen since then.",
    "The men came from Osh and had worked on the site since January, according to their foreman, who was not at work.",
)
APART = (Role.FURNITURE, Role.COMMENT)


def read(*below: str) -> Document:
    return read_bytes("\n\n".join((*ARTICLE, *below)).encode(), "page.txt")[0].document


def role_of(document: Document, words: str) -> Role | None:
    return document.role_at(document.text.index(words))


TAILS = [
    (
        "Print this page",
        "Latest statements",
        "12/03/2014 Chile: 40 dockers dismissed",
        "Contact us | Sitemap | FR | ES",
    ),
    ("Elsewhere", "Bridge shut after six-car crash", "Council tax up 5 per cent"),
    ("Court hearings next week: Monday at 10:00, room 12",),
    ("Keep reading", "Nine suspects before a judge", "Radio: 20 years on the ring road, in 30 minutes", "Copy link"),
    ("3 comments:", "Anonymous said... only eleven? there are 500 on that site", "Newer Post"),
    ("The Perm Monitor is a non-profit news site with 12 reporters in four cities.", "Copyright 2024"),
    (
        "Share",
        "Follow us",
        "Promoted stories",
        "Ten phones for less than 100 dollars",
        "A gift of 20 pounds pays for a bed.",
    ),
    ("You have 66.1% of this article left to read. The rest is for subscribers only.",),
    ("Posted in Russia | Tagged hate crime, Perm | 3 Comments",),
    ("Комментарии (37) | Поделиться | Версия для печати", "Сообщений: 1 204"),
    ("412 people like this", "Blog archive: May (24), April (19)"),
    ("Correction: an earlier version of this article said that twelve men had been taken.",),
    ("Оперативная лента", "28.08 17:45 Курс упал на 8%", "Агентство работает с 2004 года, 60 корреспондентов"),
]


@pytest.mark.parametrize("tail", TAILS, ids=lambda tail: tail[0])
def test_lines_below_the_article_are_the_pages(tail):
    document = read(*tail)
    assert [line for line in tail if role_of(document, line) not in APART] == []
    assert all(role_of(document, text) is Role.BODY for text in ARTICLE[1:])


@pytest.mark.parametrize(
    "last",
    [
        ("These men were taken:", "Azamat K., 34", "Bakyt T., 29", "Share"),
        ("• 11 men in Perm", "• 4 men in Ufa", "Share"),
        ("Police denied it.", "Share", "Tags: Perm"),
        ("The men's beds on Saturday.", "Photo: Perm Monitor", "Share"),
        ("You have 40% of this street left to search, an officer told 11 men on Friday.", "Share"),
        ("Сообщений о пропаже было 14 за неделю, сказал их адвокат в Перми.", "Share"),
    ],
    ids=lambda last: last[0],
)
def test_what_the_article_itself_ends_with_stays(last):
    document = read(*last)
    assert role_of(document, last[0]) not in APART


def test_a_paragraph_below_a_link_inside_the_article_stays():
    document = read(
        "RELATED: Six men held in Ufa",
        "The men's embassy has asked for a list of their names, its consul said.",
        "Share",
    )
    assert role_of(document, "The men's embassy") is Role.BODY
