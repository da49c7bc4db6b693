"""Whose account a page in "we" is, by what it tells of the work of one body."""

from __future__ import annotations

import pytest
from plain_pages import page

from guvoh.extraction.attribution.lexicon import organisations
from guvoh.extraction.attribution.own_voice import signed_by

HEAD = "Kaluga: raids and expulsions\n6 December 2024\n\n"
RAID = "Police came to the sewing workshops at least once a week, and courts hear up to thirty cases in a day.\n"


LODGED = "Lawyers of Salt Lantern have lodged nine appeals. "
AGAIN = "\nSalt Lantern"
ALERT = (
    "According to Ali Musa, alert person of Ténéré Alerte (TA) in Arlit, 418 people came on foot.\n"
    "TA condemns the expulsions, which go on in the desert, and demands that they are stopped at once."
)
KARAVAN = (
    "Karavan is a network of lawyers from three towns. In September Karavan took down 27 accounts of them.\n"
    "No news of the 38 people who wrote to us on Monday."
)
CALLS = "Since May 83 calls were received by the hotline of the Salt Line, a network of lawyers. Our lawyers help."
REVIEW = "This review is based on material gathered by the Salt Road Center. In May we registered five victims."


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Over the autumn, Salt Lantern received 83 complaints. We demand an inquiry." + AGAIN, "Salt Lantern"),
        (LODGED + "Our clients were not heard." + AGAIN, "Salt Lantern"),
        ("We, the members of the Builders' Circle, condemn the raids on the two markets.", "Builders' Circle"),
        ("We at Karavan have registered 14 cases. Our lawyers went to court in nine of them.", "Karavan"),
        ("The Salt Road Network is alarmed at the raids. We call on the ministry to stop.", "Salt Road Network"),
        ("The Salt Road Network in Oslo took down 27 accounts. We know of six threats.", "Salt Road Network"),
        (REVIEW, "Salt Road Center"),
        (CALLS, "Salt Line"),
        ("The Steppe Aid Fund’s hotline took 210 calls. Our volunteers answer on weekdays.", "Steppe Aid Fund"),
        (KARAVAN, "Karavan"),
        (ALERT, "Ténéré Alerte (TA)"),
    ],
)
def test_who_we_are(text: str, maker: str | None) -> None:
    assert signed_by(page(HEAD + RAID + text), organisations()) == maker


@pytest.mark.parametrize(
    "text",
    [
        LODGED + "A seamstress told our correspondent that she fled." + AGAIN,
        LODGED + "“We demand an inquiry,” the head of Salt Lantern said.",
        LODGED + "The ministry did not answer the letter." + AGAIN,
        LODGED + "We sent a request to the ministry." + AGAIN,
        LODGED + "We counted 40 such rulings." + AGAIN,  # as a paper does
        "Author: Ann Lee\n" + LODGED + "We demand a reply." + AGAIN,
        "The Salt Road Network condemns the raids, which have gone on in the markets of the town since spring.",
        "A network of lawyers took down 27 accounts. We demand an inquiry.",
        "Over the autumn, Salt Lantern received 83 complaints. We demand an inquiry.",  # named but once
        "On Monday Karavan received the men. We demand an inquiry.",
        # others say "we"
        LODGED + "‘We demand an inquiry,’ the head of Salt Lantern said.",
        LODGED + "'We don't give up, we demand an inquiry,' the head of Salt Lantern said.",
        LODGED + "\n— We demand an inquiry, says the head of Salt Lantern, Anna Kim.",
        LODGED + "\n- What do you want?\n- We demand that Salt Lantern is heard.",
        LODGED + "\nAnna Kim: We demand that Salt Lantern is heard.",
        LODGED + "\nOur officials keep silent, and Salt Lantern alone helps them.",
        # of whom "we" complain, or who makes no page
        "The Prairie Beef Group received 83 letters, and we demand an answer from the Prairie Beef Group.",
        "On behalf of the Prairie Beef Group, a guard beat 12 men. We demand justice.",
        "The Dawn Detention Center received 83 men. We demand that they are freed.",
        "Ivan Petrov received 83 letters. Our lawyers sued. Ivan Petrov kept silent.",
        "Moscow Region received 83 men. Our lawyers sued. Moscow Region kept silent.",
        "The Interior Ministry received 83 complaints. Our lawyers demand an inquiry.",
        "The Interior Ministry is concerned about the number of foreigners. Our lawyers demand an inquiry.",
    ],
)
def test_a_page_of_the_press_or_about_a_body_is_not_its_own(text: str) -> None:
    assert signed_by(page(HEAD + RAID + text), organisations()) is None


@pytest.mark.parametrize(
    ("first", "maker"),
    [
        ("This material was produced and distributed by the foreign agent Salt Center.", "Salt Center"),
        (
            "THIS MATERIAL (INFORMATION) WAS CREATED AND (OR) DISTRIBUTED BY THE FOREIGN AGENT SALT CENTER",
            "SALT CENTER",
        ),
        ("This drug was produced and distributed by the Salt Center.", None),
        ("Issued by Salt Center", None),  # a headline
    ],
)
def test_a_line_above_the_title_names_the_maker(first: str, maker: str | None) -> None:
    assert signed_by(page(f"{first}\nHate in April\n7 May 2013\n\n{RAID}"), organisations()) == maker


def test_a_body_under_a_list_of_those_who_signed_does_not_make_the_page() -> None:
    signed = "\nSignatory organizations:\nHarbour Lawyers' Initiative\nHarbour Rights Office"
    assert signed_by(page(HEAD + RAID + signed), organisations()) is None
