"""What a witness tells in the first person outside quotation marks, and what a page says of itself."""

from __future__ import annotations

import pytest
from plain_pages import page

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute

TOLD = "Loaders held in Omsk\n\nA loader from Osh told our correspondent what happened in the depot. "


def teller(text: str, words: str) -> str | None:
    """Who says the words of a page, or None where the page itself does."""
    document = page(text)
    start = text.index(words)
    links = attribute(annotate(document), document).chain(start, start + len(words)).links
    return links[0].name if links else None


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (TOLD + "There were about 60 of us in the hall.", "about 60", "A loader from Osh"),
        (TOLD + "They kept us on our knees. Then 12 men were put into a bus.", "12 men", "A loader from Osh"),
        (TOLD + "\n\nThey took my phone and 9,000 rubles.", "9,000 rubles", "A loader from Osh"),
        # the page speaks of itself, or nobody does
        (TOLD + "We asked the police, who have 12 men in custody.", "12 men", None),
        (TOLD + "Photos sent to us show 12 men on their knees.", "12 men", None),
        (TOLD + "They were 60. Our lawyers know of 12 men in custody.", "12 men", None),
        (TOLD + "\n\nPolice held 12 men in the evening.", "12 men", None),
        (TOLD + "\n\nThe depot was built in 2003.\n\nThere were about 60 of us in the hall.", "about 60", None),
        (
            "Loaders held in Omsk\n\nThe ministry said that it had checked the depot. There were about 60 of us there.",
            "about 60",
            None,
        ),
        # whoever is in office or speaks for others is no witness: "we" is the page
        (
            "Raids\n\nThe head of the checks, Ivan Petrov, said all went well. They beat us. They took 12 men.",
            "12",
            None,
        ),
        ("Raids\n\nA police officer told the paper that all went well. They beat us. They took 12 men.", "12", None),
        ("Raids\n\nThe lawyer Anna Kim said men were beaten. We are glad of the raid, which took 12 men.", "12", None),
        (TOLD + "The mine employs 12 men.", "12 men", None),
        (TOLD + "In World War I, 12 men died here.", "12 men", None),
        (TOLD + "‘We are done,’ shouted 12 men.", "12 men", None),
    ],
)
def test_a_witness_says_we_where_the_page_does_not(text: str, words: str, who: str | None) -> None:
    assert teller(text, words) == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "A migrant said that 34 people stood there. A policeman offered to settle it for 15,000 rubles.",
            "15,000 rubles",
            "A migrant",
        ),
        (
            "The ministry said that 34 people came. A policeman offered to settle it for 15,000 rubles.",
            "15,000 rubles",
            None,
        ),
        (
            "A citizen of Nepal says that 160 men were checked. Officers reportedly took away 70.",
            "70",
            "A citizen of Nepal",
        ),
        ("The ministry says that 160 men were checked. Officers reportedly took away 70.", "70", None),
        ("According to the ministry, 318 citizens came. A further 96 are said to be on the list.", "96", "ministry"),
        ("According to the ministry, 318 citizens came. Officers are said to have beaten 14.", "14", None),
        ("According to the police, 318 citizens came. A further 14 are said to have been beaten.", "14", None),
        ("According to Memorial, 318 citizens came. A further 14 are said to have been beaten.", "14", "Memorial"),
        (
            "Police in Omsk said that 92 men had been fined. Courts have already ordered 14 to leave.",
            "14",
            "Police in Omsk",
        ),
        ("Aziz Nazarov, a lawyer, said that 92 men had been fined. Courts have ordered 14 to leave.", "14", None),
        ("Police in Omsk said that 92 men had been fined. The courts of Tomsk have ordered 14 to leave.", "14", None),
        ("Police in Omsk said that 92 men had been fined. Courts have convicted 14 officers of beatings.", "14", None),
        (
            "Several men told Radio Delta that officers closed the site and put 40 people into buses.",
            "40 people",
            "men",
        ),
        (
            "Almost 94,000 men are on the list, says a statement released by the Embassy of Nepal.",
            "94,000",
            "Embassy of Nepal",
        ),
    ],
)
def test_who_tells_the_next_number(text: str, words: str, who: str | None) -> None:
    assert teller(text, words) == who
