"""What a page puts alone among an article's paragraphs goes; the article's own headings and last words stay."""

# ruff: noqa: E501 -- invented pages stand as they are printed

from __future__ import annotations

import pytest
from page_blocks import APART, ARTICLE, STATYA, read, role_of

from guvoh.ingest import read_bytes
from guvoh.model import Role


def test_a_headline_of_another_page_between_paragraphs_is_furniture():
    headline = "Senate passes law on fishing fleets as herring prices double across Europe"
    document = read(*ARTICLE[:4], headline, ARTICLE[4])
    assert role_of(document, headline) is Role.FURNITURE
    assert all(role_of(document, text) is Role.BODY for text in ARTICLE[2:])


@pytest.mark.parametrize(
    "heading",
    [
        "What is known",
        "Why the gate of the warehouse was shut at night",
        "What the owner says of thieves in the district",
    ],
)
def test_a_heading_inside_the_article_stays(heading):
    document = read(*ARTICLE[:4], heading, ARTICLE[4])
    assert role_of(document, heading) is Role.BODY


def test_an_item_of_a_list_without_full_stops_stays():
    document = read(
        *ARTICLE[:3],
        "The lawyer gave us a list of what was taken away from the men at the gate:",
        "Nine phones and some money from Anvar and his two nephews",
        ARTICLE[4],
    )
    assert role_of(document, "Nine phones") is Role.BODY


@pytest.mark.parametrize(
    "last",
    [
        "Ранее суд в Иркутске приговорил двух пловцов к шести годам колонии за нападение на кассира.",
        "В июне «Заречье» сообщало, что в Рыбинске пенсионер отдал мошенникам два миллиона рублей.",
    ],
)
def test_a_last_sentence_on_other_news_of_another_place_is_furniture(last):
    document = read(*STATYA, last, "Фото: Олег Савин/ZARECHYE.ru")
    assert role_of(document, last) is Role.FURNITURE
    assert role_of(document, "Фото: Олег") is Role.FURNITURE
    assert all(role_of(document, text) is Role.BODY for text in STATYA[1:])


@pytest.mark.parametrize(
    "last",
    [
        "Ранее полиция задержала в общежитиях еще 30 человек, всех их отпустили на следующее утро.",
        "Ранее стало известно, что хозяин общежитий получил штраф в 800 тысяч рублей.",
        "Ранее в Туле задержали двадцать строителей, у которых не оказалось разрешений на работу.",
        "Ранее в Калуге полицейские избили 12 строителей.",
        "Ранее в Калуге проверили общежития. Тогда в полицию доставили сорок человек, и всех отпустили.",
    ],
)
def test_what_the_article_tells_of_earlier_days_stays(last):
    assert role_of(read(*STATYA, last), last) is Role.BODY
    assert role_of(read(*STATYA[:2], last, STATYA[2]), last) is Role.BODY


@pytest.mark.parametrize(
    ("box", "where"),
    [
        ("Associate editor, Steppe Monitor. Nora has reported from Evros, Lesbos and Calais since 2015.", 2),
        ("Lind is a freelance reporter based in Athens who covers work and migration in 20 countries.", 2),
        ("Lind is a freelance reporter based in Athens who covers work and migration in 20 countries.", 5),
    ],
)
def test_a_box_about_the_author_is_furniture(box, where):
    document = read(*ARTICLE[:where], box, *ARTICLE[where:])
    assert role_of(document, box) is Role.FURNITURE
    assert all(role_of(document, text) is Role.BODY for text in ARTICLE[2:])


def test_a_reporter_whom_the_article_tells_of_stays():
    told = "Pavel Orlov is a reporter who was beaten at the same gate in March, and he has covered the case ever since."
    assert role_of(read(*ARTICLE, told), told) is Role.BODY


def test_a_heading_with_no_list_below_does_not_swallow_the_article():
    last = "The embassy says that officers used force on twenty-three packers on the eighth of June, and that four of them have broken ribs."
    document = read(*ARTICLE, "On this topic", "See also", "MAIN NEWS", last)
    assert role_of(document, last) is Role.BODY


def test_links_on_the_story_end_where_the_next_sentence_begins():
    document = read(*ARTICLE, "More on this story", "Bulgaria: 12 Nepalis flee farm", "Fourteen have gone home.")
    assert role_of(document, "Fourteen have gone") is Role.BODY
    assert role_of(document, "Bulgaria") is Role.FURNITURE


@pytest.mark.parametrize(
    "line",
    [
        "A judge in Tula fined 12 of the packers and let the owner of the warehouse go home on Thursday night",
        "“They beat 12 of us with sticks on the stairs, and no one came to help us”",
    ],
)
def test_a_long_line_without_its_full_stop_and_a_lone_quotation_stay(line):
    assert role_of(read(*ARTICLE[:4], line, ARTICLE[4]), line) is Role.BODY


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ("By Ali Osh", "Police in Tula beat Alimbek Osmonov and 12 other packers, the Steppe Monitor reports."),
        ("By Elena May", "Since May police in Tula have beaten 12 packers, the Steppe Monitor reports for the UN."),
        ("By Elena May", "In May the Steppe Monitor, which reports on raids, has reported 12 beatings from Tula."),
    ],
)
def test_an_article_with_a_word_like_the_name_of_its_author_stays(by, told):
    assert role_of(read(ARTICLE[0], by, told, *ARTICLE[2:]), told) not in APART


def test_what_stands_under_a_heading_sources_stays():
    told = ("Two sources in the police told of 40 arrests.", "One source spoke of 12 beaten men.")
    document = read(*ARTICLE[:3], "Sources", *told, *ARTICLE[3:])
    assert all(role_of(document, line) is Role.BODY for line in told)
    document = read(*ARTICLE[:3], "Read more", *told, *ARTICLE[3:])
    assert all(role_of(document, line) is Role.BODY for line in told)


def test_a_paragraph_without_its_full_stop_stays_where_others_have_none():
    bare = tuple(text.rstrip(".") for text in ARTICLE[2:4])
    document = read(ARTICLE[0], ARTICLE[4], bare[0], ARTICLE[4].replace("owner", "guard"), bare[1])
    assert all(role_of(document, text) is Role.BODY for text in bare)


@pytest.mark.parametrize(
    "text", ["Deaths were reported from Osh.", "The group Memory has been declared undesirable by the prosecutor."]
)
def test_a_sentence_like_a_note_of_the_site_stays_inside_the_article(text):
    assert role_of(read(*ARTICLE[:3], text, *ARTICLE[3:]), text) is Role.BODY


def test_a_notice_below_the_article_on_who_may_read_it_is_furniture():
    notice = (
        'RFE/RL has been declared an "undesirable organization" by the government.',
        "If you are there, please note that you could face fines or imprisonment for sharing, liking or saving our content.",
        "To find out more, click here.",
    )
    document = read(*ARTICLE, "Editors' Picks", *notice)
    assert {role_of(document, line) for line in notice} == {Role.FURNITURE}


def test_a_headline_that_says_two_names_twice_is_the_title():
    title = "Moscow Court Fines Moscow Police Over Police Beating"
    assert read(title, *ARTICLE[2:]).title == title


def test_what_the_editors_found_out_is_text_and_what_they_corrected_is_not():
    found = "Editor's note: we could confirm the account by a call to the driver, who adds that 30 men were on the bus."
    mended = "Editor's note: the headline of this story has been changed."
    document = read(*ARTICLE, found, mended)
    assert role_of(document, found) is Role.BODY
    assert role_of(document, mended) is Role.FURNITURE


@pytest.mark.parametrize("signed", ["(SPA)", "/ТАСС/", "[Steppe Wire]", "– AFP"])
def test_a_last_sentence_that_an_agency_signs_stays(signed):
    last = f"Reports say that 113,865 people were held across the country in the year before. {signed}"
    document = read(*ARTICLE, last, "Share", "Tula", "Work")
    assert role_of(document, last) not in APART


def test_four_headlines_below_the_article_are_furniture_though_they_share_its_words():
    below = (
        "Owner of warehouse in Tula denies that packers were kept",
        "Lawyer of packers from Osh complains to police",
        "Police in Tula look for thieves at warehouse gate",
        "Twelve packers climbed over wall in district, says guard",
    )
    document = read(*ARTICLE, "\n".join(below))
    assert {role_of(document, line) for line in below} == {Role.FURNITURE}


def test_all_names_below_a_colon_stay():
    names = ("Azamat K., 34", "Bakyt T., 29", "A third man of about forty")
    document = read(
        *ARTICLE, "These men were taken from the gate on Monday:", "\n".join(names), "Share", "Tula", "Work"
    )
    assert all(role_of(document, name) is Role.BODY for name in names)


@pytest.mark.parametrize(
    "last",
    [
        "Kyrgyzstan is a member of the union of five states, whose rules let its people work in Russia without a permit.",
        "The search is part of Operation North Wind, which began in the district on the eighth of September.",
        "Seven of our members were hurt at the gate, among them a woman of sixty-one, who has lost her sight.",
        "The warehouse is a former prison. It was founded in 1953 and once held nine hundred people in two halls.",
        "About the children of the packers nobody could tell us, and the school in the district has no list of them.",
        "Apply the law to the owner as it stands, the packers ask, and let a judge see the gate with his own eyes.",
    ],
)
def test_a_last_paragraph_of_the_article_is_no_note_on_the_site(last):
    document = read(*ARTICLE, last, "Share", "Tula", "Work")
    assert role_of(document, last) is Role.BODY


def test_quotes_left_open_and_questions_to_readers_in_running_text_stay():
    lines = ("«Одиннадцать месяцев.", "What do you think: are such raids the right answer?")
    document = read(*ARTICLE[:4], *lines, ARTICLE[4])
    assert all(role_of(document, line) is Role.BODY for line in (*lines, ARTICLE[4]))


def test_a_heading_that_the_format_names_stays():
    page = f"# {ARTICLE[0]}\n\n" + "\n\n".join(
        (*ARTICLE[2:4], "## Senate law on herring prices across Europe", ARTICLE[4])
    )
    document = read_bytes(page.encode(), "page.md")[0].document
    assert role_of(document, "Senate law") is Role.BODY


@pytest.mark.parametrize("line", ["He said no to me.", "Azamat K., 34"])
def test_very_many_short_lines_are_read_line_by_line(line):
    text = "\n\n".join((*ARTICLE, "These men were there:", *(f"{line} {n}." for n in range(3000)), "Share"))
    document = read_bytes(text.encode(), "page.txt")[0].document
    assert document.role_at(len(document.text) - 1) is Role.FURNITURE
