"""Which body made a page, told by the page's own lines."""

from __future__ import annotations

import pytest
from plain_pages import page

from guvoh.extraction.attribution.lexicon import organisations
from guvoh.extraction.attribution.own_voice import signed_by

LONG = "The lawyers said in a detailed note that the camp must close before the winter comes to the valley."


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        (
            "Camp must close\nFOR IMMEDIATE RELEASE\nMedia contact: a@b.example\n\nEL CERRO, Texas – The Border Rights"
            " Union and two partners today sent a letter about 45 people to the agency that runs the camp.",
            "Border Rights Union",
        ),
        (
            "Families driven out\n4 May 2024\n\nThe authorities must stop, Amnesty International said today, as the"
            " number of people forced out since the deadline went on to grow.",
            "Amnesty International",
        ),
        (
            "Families driven out\nBy Ann Lee\n\nThe authorities must stop, Amnesty International said today, as the"
            " number of people forced out since the deadline went on to grow.",
            None,
        ),
        (
            "Hundreds held\n4 May 2024\n\nThe raid went on all night, the Immigration Department said today, and the"
            " men were taken to a depot outside the city before dawn.",
            None,
        ),
        (
            "Press Office of the Courts of Perm: review of cases\n4 May 2024\n\n" + LONG,
            "Press Office of the Courts of Perm",
        ),
        ("Raids on farms\n4 May 2024\n\n" + LONG + "\nIssued by: Department of Labour", "Department of Labour"),
        ("Raids on farms\n4 May 2024\n\n" + LONG + "\nThe permit was issued by the Department of Labour.", None),
        (
            "Hate in May\n4 June 2024\n\nWhat follows is a summary of attacks for May, drawn up by Harbour Center from"
            " its daily work.\n" + LONG,
            "Harbour Center",
        ),
        (
            "Hate in May\n4 June 2024\n\nWhat follows is a summary of a report published by Harbour Center.\n" + LONG,
            None,
        ),
        ("Harbour Initiative for Migrants logo\nTwo died\n\n" + LONG, "Harbour Initiative for Migrants"),
        ("The logo\nTwo died\n\n" + LONG, None),
        ("Men held\n4 May 2024\n\n" + LONG + "\nRelated:\nHarbour Mosque Project Put on Ice", None),
        ("Interior Ministry: 400 people removed\n4 May 2024\n\n" + LONG, None),
        ("Digest\nPrepared by the team of the regional aid centre Home. Sources: calls.\n\n" + LONG, "Home"),
        (
            "ICE closes two garden centers\n4 May 2024\n\nAgents of Immigration and Customs Enforcement (ICE) went in.",
            "ICE",
        ),
        (
            "ICE closes two garden centers\nBy The Daily Post\n\nAgents of Immigration and Customs Enforcement (ICE)"
            " went in.",
            "The Daily Post",
        ),
        (
            "Guards open fire\nPress statement, Tunis, 9 October 2021\n\nGuards shot at people who tried to leave the"
            " centre on Friday and hurt many of them, Harbour Clinic said.",
            "Harbour Clinic",
        ),
        (
            "People left in the snow\nLatest | Press release | 22 January 2024\n\nDozens of people are forced back"
            " over the border and left in a forest for days, the medical organization Harbour Clinic (HC) said today.",
            "Harbour Clinic",
        ),
    ],
)
def test_whose_page_it_is(text: str, maker: str | None) -> None:
    assert signed_by(page(text), organisations()) == maker


@pytest.mark.parametrize(
    ("line", "maker"),
    [
        ("Gulnora Karimova, 12 May 2025", None),
        ("Gulnora Karimova (UK) | 12 May 2025", None),
        ("Gulnora Karimova | weekly digest | 12 May 2025", None),
        ("Zulmira Zokirova (ZZ) — 12 May 2025", None),
        ("Zulmira Zokirova | weekly digest | 12 May 2025", None),
        ("Moscow Region, 12 March 2025", None),
        ("Samarkand Street — 3 May 2024", None),
        ("Union Street — 3 May 2024", None),
        ("Anna Post — 3 May 2024", None),
        ("Steppe Workers Union — 3 May 2024", "Steppe Workers Union"),
        ("Steppe Legal Line (SLL) — 3 May 2024", "Steppe Legal Line (SLL)"),
        ("Clear Sky (Osh) | monthly bulletin No. 8 | 3 May 2024", "Clear Sky (Osh)"),
    ],
)
def test_beside_a_day_only_a_body_makes_the_page(line: str, maker: str | None) -> None:
    text = f"Workers held after raid in Omsk\n{line}\nOur lawyers met four men who had been held in Omsk."
    assert signed_by(page(text), organisations()) == maker


@pytest.mark.parametrize(
    ("line", "maker"),
    [
        ("This report was published by Harbour Center, May 2024", "Harbour Center"),
        ("The material was prepared by Harbour Center.", "Harbour Center"),
        ("The report was published by Harbour Center.", None),  # a page of news tells of it
        ("This report was published by Harbour Center on Monday.", None),
        ("The list was drawn up by Harbour Center and names 40 men.", None),
        ("Issued by Harbour Center, the ban on work takes effect in May.", None),
        ("This order was issued by Harbour Center.", None),
        ("This video was published by Harbour Center.", None),
        ("Here is an overview of the rules drawn up by Harbour Center.", None),
        ("Harbour Center for Migrants logo", None),  # a picture below the headline
    ],
)
def test_a_sentence_of_news_about_a_body_does_not_make_the_page(line: str, maker: str | None) -> None:
    assert signed_by(page(f"Men held\n{line}\n\n{LONG}"), organisations()) == maker


@pytest.mark.parametrize(
    ("last", "maker"),
    [
        ("Harbour Center for Migrants", "Harbour Center for Migrants"),
        ("Harbour Legal Aid Center", "Harbour Legal Aid Center"),
        ("Harbour Migration Center Opens New Hall", None),
        ("Harbour Legal Aid Center Wins Prize in Oslo", None),
        ("Topics:\nHarbour Legal Aid Center", None),
        ("Tags\nHarbour Legal Aid Center", None),
    ],
)
def test_a_headline_or_a_topic_at_the_end_makes_no_page(last: str, maker: str | None) -> None:
    assert signed_by(page(f"Men held\n4 May 2024\n\n{LONG}\n\n{last}"), organisations()) == maker
