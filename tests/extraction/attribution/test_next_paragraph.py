"""A paragraph without a cue that goes on with the numbers of whoever spoke in the one before."""

import pytest

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.model import Document, Passage, Role

OPENS = "Of 391 cases the district courts heard 347, said Yulia Ostanina, the head of their press service."


def speaker(second, of):
    text = f"{OPENS}\n\n{second}"
    parts = (Passage(0, len(OPENS), Role.BODY), Passage(len(OPENS) + 2, len(text), Role.BODY))
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
