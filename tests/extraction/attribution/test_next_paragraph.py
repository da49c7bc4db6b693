"""A paragraph without a cue that goes on with the numbers of whoever spoke in the one before."""

import pytest

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.extraction.finder import find
from guvoh.model import Document, Passage, Role

OPENS = "Of 391 cases the district courts heard 347, said Yulia Ostanina, the head of their press service."


def speaker(second, of, opens=OPENS):
    text = f"{opens}\n\n{second}"
    parts = (Passage(0, len(opens), Role.BODY), Passage(len(opens) + 2, len(text), Role.BODY))
    document = Document("a.txt", "0" * 64, "text/plain", text, parts, publisher="Daily")
    links = attribute(annotate(document), document).chain(text.index(of), text.index(of) + len(of)).links
    return links[0].name if links else None


@pytest.mark.parametrize(
    ("second", "of", "who", "why"),
    [
        ("Some 276 of these cases ended in expulsion.", "276", "Yulia Ostanina", "the same cases"),
        ("The courts fined 39 violators.", "39", "Yulia Ostanina", "the same courts"),
        ("The stadium will seat 12,000 fans.", "12,000", "Daily", "other things"),
        ("Last year the courts heard 1,200 cases.", "1,200", "Daily", "another time"),
        ("Shortly after the hearings, around 40 of the cases were lost.", "40", "Daily", "a time of its own"),
        ("In Perm the courts heard 90 cases.", "90", "Daily", "another place"),
        ("Lawyers collected 90 more cases.", "90", "Daily", "others do it"),
        ("Officers brought 90 more cases.", "90", "Yulia Ostanina", "an office's own"),
        ("The courts heard 90 cases, Mediazona counted.", "90", "Mediazona", "somebody else counts"),
    ],
    ids=lambda value: value if " " in value and len(value) < 30 else "",
)
def test_who_tells_the_next_paragraph(second, of, who, why):
    assert speaker(second, of) == who, why


def test_what_a_person_tells_of_himself_is_no_count():
    text = "“I paid for two cases,” said Jamshed, a worker who was held in the case.\n\nThe cases of 30 men were lost."
    cut = text.index("\n\n")
    document = Document(
        "a.txt",
        "0" * 64,
        "text/plain",
        text,
        (Passage(0, cut, Role.BODY), Passage(cut + 2, len(text), Role.BODY)),
        publisher="Daily",
    )
    links = attribute(annotate(document), document).chain(text.index("30 men"), text.index("30 men") + 6).links
    assert [link.name for link in links] == ["Daily"]


TOLD = "Courts expelled 370 migrants. The police made this public."
GAVE = "Some 315 foreigners are to be expelled, such data were given by the interior ministry."


@pytest.mark.parametrize(
    ("opens", "second", "of", "who"),
    [
        (TOLD, "From May to June the police heard 40 complaints.", "40", "police"),
        (TOLD, "In a week 40 complaints came to the police.", "40", "police"),
        (TOLD, "In a week the police fined 40 landlords.", "40", "police"),
        (TOLD, "Officers of the police beat 40 men in the vans.", "40", "Daily"),
        (TOLD, "The police tortured 40 men.", "40", "Daily"),
        (TOLD, "The police heard 40 complaints and beat those who made them.", "40", "Daily"),
        (TOLD, "Officers tortured 40 migrants in the vans.", "40", "Daily"),
        (TOLD, "In the vans 40 migrants were beaten by officers.", "40", "Daily"),
        (GAVE, "Of a jail 276 foreigners wait for their flights.", "276", "interior ministry"),
        (GAVE, "Officers checked 60 people at the mosque.", "60", "interior ministry"),
        (GAVE, "Masked men beat 60 people at the mosque.", "60", "Daily"),
        (GAVE, "Volunteers fed 60 people at the mosque.", "60", "Daily"),
    ],
)
def test_a_body_goes_on_with_its_own_work_and_not_with_what_was_done_to_people(opens, second, of, who):
    assert speaker(second, of, opens) == who


def test_pages_in_other_languages_are_read_too():
    text = "Суд рассмотрел 40 дел, сообщила пресс-служба.\n\nПолиция приняла 12 жалоб."
    body = (Passage(0, len(text), Role.BODY),)
    document = Document("a.txt", "0" * 64, "text/plain", text, body, language="ru", publisher="Daily")
    assert find(document).sources
