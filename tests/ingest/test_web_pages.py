"""Web pages to text, roles and metadata. All pages are invented."""

# ruff: noqa: E501 -- invented pages stand as they are printed

from __future__ import annotations

import pytest
from read_back import PAGE, read, role_of

from guvoh.model import Role


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Police in Omsk detain", Role.TITLE), ("Forty people were", Role.LEAD), ("Workers wait outside", Role.CAPTION), ("Police detained about", Role.BODY),
        ("They were held", Role.BODY), ("They took our phones", Role.QUOTE), ("Earlier raids", Role.BODY), ("Raids by month", Role.CAPTION),
        ("March | 14\nApril | 22", Role.TABLE), ("Court frees 3", Role.FURNITURE), ("Over 300 tons", Role.FURNITURE), ("they took 70 people", Role.COMMENT),
    ],
)  # fmt: skip
def test_parts_of_a_web_page_have_their_roles(words, role):
    assert role_of(read(PAGE.encode(), "page.html"), words) is role


def test_a_doubled_paragraph_of_a_web_page_tells_once():
    document = read(PAGE.encode(), "page.html")
    found = [p.role for p in document.passages if document.text[p.start : p.end].startswith("The ministry did not")]
    assert found == [Role.BODY, Role.FURNITURE]


def test_scripts_hidden_text_and_navigation_are_not_read():
    text = read(PAGE.encode(), "page.html").text
    assert not [words for words in ("secret", "hidden", "Home", "News from the region") if words in text]


def test_metadata_of_a_web_page():
    document = read(PAGE.encode(), "page.html")
    assert (document.title, document.publisher, document.authors) == (
        "Police in Omsk detain 40 workers",
        "Steppe Monitor",
        ("Aida Osmonova",),
    )
    assert (document.published, document.language, document.url) == ("2024-05-03", "en", "https://example.org/omsk")


BETWEEN = """<html lang="en"><head><title>Maids in Doha | Home Rights</title></head><body><div id="masthead"><h2>Home Rights</h2></div>
<h1>Maids in Doha: 67 accounts</h1><div class="entry"><p>Home Rights spoke with 67 women who work in homes in Doha, and fifty of them had no day off in a year.</p>
<blockquote class="embedded"><a href="/k">Kuwait: 30 cooks beaten in one camp</a></blockquote>
<blockquote><p>He locked the door, and I jumped from the window in the morning.</p></blockquote>
<p>The ministry of labour in Qatar said in a letter that twelve employers were fined last year for what they had done.</p>
<div class="related"><ul><li><a href="/o">Oman sends back forty nurses</a></li></ul></div><div class="embed"><blockquote class="tweet"><p>Police in Doha say that no crime took place in the house, and that four women have left it.</p></blockquote></div>
<div class="donate-block"><p>Readers in Manila, Oslo and Rome pay for our work. Thirty dollars pay for a day.</p></div><p>Qatar votes in June.</p></div></body></html>"""


def test_a_quote_that_is_all_link_is_furniture_and_a_short_last_paragraph_stays():
    document = read(BETWEEN.encode(), "page.html")
    assert role_of(document, "Kuwait: 30 cooks") is Role.FURNITURE
    assert role_of(document, "Readers in Manila") is Role.FURNITURE
    assert role_of(document, "He locked the door") is Role.QUOTE
    assert role_of(document, "Police in Doha say") is Role.QUOTE
    assert role_of(document, "Qatar votes in June") is Role.BODY
    assert document.title == "Maids in Doha: 67 accounts"


def test_linked_data_gives_metadata():
    data = '{"@graph": [{"@type": "NewsArticle", "headline": "Raid in Perm", "datePublished": "2024-02-01", "author": [{"name": "Aida Osmonova"}], "publisher": {"name": "Steppe Monitor"}}]}'
    page = f"<html><head><script type='application/ld+json'>{data}</script></head><body><p>Police took eleven men from a building site in Perm, their lawyer said.</p></body></html>"
    document = read(page.encode(), "page.html")
    assert (document.title, document.publisher, document.authors, document.published) == (
        "Raid in Perm",
        "Steppe Monitor",
        ("Aida Osmonova",),
        "2024-02-01",
    )


def test_an_old_page_laid_out_by_tables_in_windows_1251():
    page = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>Степной вестник :: Задержаны сорок рабочих</title></head><body>
<table><tr><td><a href=1>Главная</a><br><a href=3>В городе выпало 30 сантиметров снега</a></td><td><font size=5>Задержаны сорок рабочих</font><br><br>03.05.2024 14:05<br><br>
Полиция провела рейд на стройке жилого комплекса в пятницу утром и доставила в отдел сорок человек, сообщил адвокат.<br><br>
Задержанных держали девять часов без воды и еды. Двенадцать человек рассказали, что их били, и показали следы побоев.</td></tr></table></body></html>"""
    document = read(page.encode("cp1251"), "page.html")
    assert (document.title, document.published, document.language) == ("Задержаны сорок рабочих", "2024-05-03", "ru")
    assert role_of(document, "Полиция провела") in (Role.BODY, Role.LEAD)
    assert "30 сантиметров" not in document.text or role_of(document, "В городе выпало") is Role.FURNITURE
