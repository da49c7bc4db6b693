"""Letters: letterhead, addressee, body and signature. All texts are invented."""

# ruff: noqa: E501 -- invented pages stand as they are printed

from __future__ import annotations

import pytest

from guvoh.ingest import read_bytes
from guvoh.model import Document, Role

ENGLISH = """Civic Aid Committee
12 Lake Street, Bishkek 720001
Tel. +996 312 000000

STAFF

Aida Osmonova, *Director*
Marat Ibraimov, *Senior Lawyer*
Jane van Dorn

Bishkek, 14 May 2024

Reference № 14-05/22

Ms. Asel Toktogulova
Deputy Minister of Labour

Re: Unpaid wages of 43 workers

Dear Ms. Toktogulova,

On behalf of the Civic Aid Committee, I write about 43 citizens who worked on a site in Samara and were never paid.

Questions

1. Has the Ministry received complaints from these workers?
2. What has it asked of the other side?

We ask for your answer by 10 June 2024, so that we can print it in our report before the end of the summer.

Yours sincerely,

Aida Osmonova
Director
Civic Aid Committee
"""
RUSSIAN = """Комитет гражданской помощи
г. Бишкек, ул. Озёрная, 12

Исх. № 14-05/22

Министру труда А. Токтогуловой

Уважаемая госпожа министр!

Комитет гражданской помощи пишет вам о сорока трёх гражданах, которые работали на стройке и не получили денег.

Просим ответить до 10 июня 2024 года.

С уважением,

Аида Осмонова
14 мая 2024 г.
"""


def read(text: str) -> Document:
    return read_bytes(text.encode(), "letter.txt")[0].document


def role_of(document: Document, words: str) -> Role | None:
    return document.role_at(document.text.index(words))


@pytest.mark.parametrize(
    "words",
    [
        "12 Lake Street",
        "Tel. +996",
        "STAFF",
        "Marat Ibraimov, *",
        "Jane van Dorn",
        "Bishkek, 14 May",
        "Reference №",
        "Ms. Asel",
        "Deputy Minister",
        "Dear Ms.",
        "Yours sincerely",
    ],
)
def test_what_stands_around_the_body_is_letterhead(words):
    assert role_of(read(ENGLISH), words) is Role.LETTERHEAD


@pytest.mark.parametrize("words", ["On behalf of", "Questions", "1. Has the", "2. What has", "We ask for your answer"])
def test_the_body_with_its_questions_is_body(words):
    assert role_of(read(ENGLISH), words) is Role.BODY


def test_subject_sender_and_date_are_metadata():
    document = read(ENGLISH)
    assert (document.title, document.publisher, document.published) == (
        "Unpaid wages of 43 workers",
        "Civic Aid Committee",
        "2024-05-14",
    )


def test_a_letterhead_in_capitals_gives_the_name_as_the_letter_writes_it():
    document = read(ENGLISH.replace("Civic Aid Committee\n12", "CIVIC AID COMMITTEE\n12"))
    assert document.publisher == "Civic Aid Committee"


def test_a_russian_letter_dated_at_its_foot():
    document = read(RUSSIAN)
    assert document.published == "2024-05-14"
    assert document.language == "ru"
    assert role_of(document, "Исх. №") is Role.LETTERHEAD
    assert role_of(document, "Просим ответить") is Role.BODY
    assert role_of(document, "Аида Осмонова") is Role.LETTERHEAD


def test_an_annex_after_the_signature_is_body():
    annex = "Annex\n\nThe workers of the first brigade were paid once, in December, and after that received nothing but food and a place to sleep.\n\nSecond brigade"
    document = read(f"{ENGLISH}\n{annex}")
    assert role_of(document, "The workers of the first brigade") is Role.BODY
    assert role_of(document, "Second brigade") is Role.BODY


def test_an_article_that_quotes_a_letter_is_no_letter():
    story = "Police took eleven men from a building site in Perm on Friday, their lawyer said. None of them has been seen since then, and the families wrote to the minister."
    text = "\n\n".join(
        (
            "Families write to minister",
            story,
            story.replace("eleven", "seven"),
            story.replace("eleven", "nine"),
            "Dear minister,",
            "bring them home.",
            "Yours sincerely,",
            "The families",
        )
    )
    assert role_of(read(text), "Police took eleven") is Role.BODY
