"""The date published of whole pages, from whatever their first lines and their markup say of it."""

# ruff: noqa: E501 -- invented pages stand as they are printed

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.ingest import read_bytes
from guvoh.ingest.metadata.published import credit_day, credit_month, dateline_day, titled_day, updated_day
from guvoh.model.edtf import is_edtf

TITLE = "Village loses its only teacher as family is put on a plane"
BODY = (
    "The only teacher of a mountain village was put on a plane with her two sons, her neighbours said. "
    "Nobody in the village had been told of a court decision, and the school has been closed since."
)


def published(*head, body=BODY, title=TITLE):
    text = "\n".join((title, *head)) + f"\n\n{body}\n\nThe school stands empty, and parents teach their own children.\n"
    return read_bytes(text.encode(), "page.txt")[0].document.published


HEADS = [
    ("Posted by Aida in Diary on 3 May 2021", "2021-05-03"),
    ("This story is from May 3, 2021", "2021-05-03"),
    ("Mountainwire, May 3, 2021 Adjust font size:", "2021-05-03"),
    ("Posted on May 3, 2021 by admin", "2021-05-03"),
    ("Published on 3 May 2021 at 14:05", "2021-05-03"),
    ("Published: 3 May 2021. Updated: 9 June 2021", "2021-05-03"),
    ("First published May 3, 2021 | Last modified June 9, 2021", "2021-05-03"),
    ("By Aida Osmonova, May 3, 2021", "2021-05-03"),
    ("Aida Osmonova, Bishkek, 3 May 2021", "2021-05-03"),
    ("Mountain Gazette, 3 May 2021", "2021-05-03"),
    ("Mountain Gazette - Monday, May 3, 2021", "2021-05-03"),
    ("3 May 2021 by Aida Osmonova", "2021-05-03"),
    ("May 3, 2021 / Mountain Gazette", "2021-05-03"),
    ("Embassy of the Mountain Republic, Tashkent, 3 May 2021", "2021-05-03"),
    ("Press statement, Osh/Batken, 3 May 2021", "2021-05-03"),
    ("Press Release No. 14, 3 May 2021", "2021-05-03"),
    ("For immediate release: 3 May 2021", "2021-05-03"),
    ("FOR IMMEDIATE RELEASE – Bishkek, 3 May 2021", "2021-05-03"),
    ("Joint statement | 3 May 2021", "2021-05-03"),
    ("Weekly update 17, 3 May 2021", "2021-05-03"),
    ("Mon, 3 May 2021 14:05 GMT", "2021-05-03"),
    ("Briefing paper | June 2021", "2021-06"),
    ("June 2021", "2021-06"),
    ("Last updated: 9 June 2021", "2021-06-09"),
    ("Page last updated at 19:01 GMT, Friday, 12 December 2008", "2008-12-12"),
    ("Дата публикации: 3 мая 2021", "2021-05-03"),
    ("BISHKEK, Kyrgyzstan, May 3, 2021 (AFP)", "2021-05-03"),
    ("Press service of the Agency for Roads of the Mountain Republic, Osh, 3 May 2021", "2021-05-03"),
    ("Embassy of the Mountain Republic in the Coastal Federation, Portside, 3 May 2021", "2021-05-03"),
    ("An investigation by Mountain Gazette and Valley News, 3 May 2021", "2021-05-03"),
    ("Opinion, by Aida Osmonova. Mountain Gazette, 3 May 2021", "2021-05-03"),
    ("Compiled from the books of the Harbour Police. Published May 3, 2021. Entries may change.", "2021-05-03"),
    ("The teacher whom nobody warned. By Aida Osmonova, Mountain Gazette, 3 May 2021", "2021-05-03"),
    ("Compiled by the Valley hotline for Mountain Gazette, 3 May 2021", "2021-05-03"),
    ("«Горный листок». Текст: Аида Осмонова. 3 мая 2021, 14:05", "2021-05-03"),
    ("«Долина сегодня», экспресс-новость. 3 мая 2021, 00:40. Обновлено в 08:15", "2021-05-03"),
    ("Прокуратура Горной области, 3 мая 2021 г.", "2021-05-03"),
    ("Пресс-служба управления ФСИН по Горному краю, 3 мая 2021 года", "2021-05-03"),
    ("Радио «Перевал», программа «Ночной разговор», 3 мая 2021 года", "2021-05-03"),
    ("Ошь.Онлайн, 3 мая 2021 г., понедельник", "2021-05-03"),
    ("3 мая 2021, понедельник, 14:05", "2021-05-03"),
    ("Дневник адвоката Азата Оморова (Ош). 3 мая 2021 г.", "2021-05-03"),
    ("«Горный рубеж», русская редакция, 3 мая 2021", "2021-05-03"),
    ("3 Май 2021, Бишкекское время: 14:05", "2021-05-03"),
    ("Канал «Ош без прикрас», пост от 3 мая 2021, 22:10", "2021-05-03"),
    ("May 3, 2021, 5 a.m. EDT", "2021-05-03"),
    ("Date 5/23/2021 4:31:07 AM", "2021-05-23"),
    ("23-05-2021", "2021-05-23"),
    ("14:05, 3 May 2021, Bishkek", "2021-05-03"),
    ("News releases / 03.05.2021", "2021-05-03"),
    ("date 2021-05-03 212 SHARES Share Tweet [form id=28]", "2021-05-03"),
]


@pytest.mark.parametrize(("line", "day"), HEADS)
def test_a_line_under_the_title_gives_the_day(line, day):
    assert published(line) == day


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Volga Wire, 14 May 2024", "Volga Wire"),
        ("Mountain Gazette, May 3, 2021", "Mountain Gazette"),
        ("Nizhny Novgorod, 14 May 2024", None),
        ("Aida Osmonova, 3 May 2021", None),
        ("Press Statement, 3 May 2021", None),
        ("Breaking News, 3 May 2021", None),
        ("By Aida Daily, 3 May 2021", None),
        ("© Mountain Gazette, 3 May 2021", None),
        ("Volga Wire reported it on 14 May 2024", None),
    ],
)
def test_a_line_of_an_outlets_name_and_a_day_gives_the_publisher(line, name):
    text = f"{TITLE}\n{line}\n\n{BODY}\n\nThe school stands empty, and parents teach their own children.\n"
    document = read_bytes(text.encode(), "page.txt")[0].document
    assert document.publisher == name
    assert text.strip().startswith(document.text[: len(TITLE)])


OTHER_LINES = [
    "She left on 3 May 2021, Bishkek",
    "Photo taken on 3 May 2021",
    "File picture, Bishkek, 3 May 2021",
    "Her plane left on 3 May 2021",
    "What happened in Osh on 3 May 2021",
    "The flight was on May 3, 2021, neighbours say. It was full.",
    "© Mountain Gazette, 3 May 2021",
    "Copyright 2021",
    "From 3 May 2021 to 9 June 2021",
    "Archive for 3 May 2021",
    "12–15 May 2021",
    "5/3/2021",
    "05-03-2021",
    "View Date:2021-05-03 08:14:55",
    "Date palms 2021-05-03 in the valley of the rivers",
    "Read on for more, 31 April 2021",
    "Nov 7",
    "Рейд в Горной области, 3 мая 2021",
    "Облавы по Горному краю, 3 мая 2021 года",
    "Суд отпустил учительницу 3 мая 2021 года",
    "Прокуратура проверит школу 3 мая 2021 года",
]


@pytest.mark.parametrize("line", OTHER_LINES)
def test_other_lines_under_the_title_give_none(line):
    assert published(line) is None


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("OSH, May 3, 2021 – ", "2021-05-03"),
        ("OSH, Kyrgyzstan, 3 May 2021 (Mountain Wire) -- ", "2021-05-03"),
        ("(Osh, 3 May 2021) – ", "2021-05-03"),
        ("Kabul [Afghanistan], May 3, 2021: ", "2021-05-03"),
        ("LEXINGTON, Neb. — May 3, 2021 — ", "2021-05-03"),
        ("OSH (3 May 2021) - ", "2021-05-03"),
        ("OSH. May 3, 2021. MOUNTAIN WIRE - ", "2021-05-03"),
        ("Osh, 3 May 2021 — ", "2021-05-03"),
        ("3 May 2021, Osh – ", "2021-05-03"),
        ("OSH, May 3, 2021, Mountain-Wire -- ", "2021-05-03"),
        ("OSH, May 3, 2021. /WIRE/. ", "2021-05-03"),
        ("OSH, May 3, 2021. Two men sat. ", None),
        ("OSH, May 3, 2021, and/or the week after ", None),
        ("OSH, May 3 – ", None),
        ("OSH – On 3 May 2021 it rained. ", None),
        ("On 3 May 2021, a court – the only one – sat. ", None),
        ("In Osh on May 3, 2021 – a Monday – it rained. ", None),
    ],
)
def test_a_dateline_gives_its_day_and_running_text_none(opening, day):
    assert published(body=opening + BODY) == day


def test_published_wins_over_updated_and_date_lines_over_all():
    assert published("Updated: 9 June 2021", "Posted by Aida in Diary on 3 May 2021") == "2021-05-03"
    assert published("Mountain Gazette Press release, 9 June 2021", "3 May 2021") == "2021-05-03"


def test_a_title_that_names_a_kind_of_publication_gives_its_date():
    assert published(title="Transcript: Mountain Radio at Noon, 3 May 2021") == "2021-05-03"
    assert published(title="A raid on the market of Osh, 3 May 2021") is None


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("River towns : 214 families sent home 29/08/2022 08:11:40", "2022-08-29"),
        ("date 2021-05-03 River towns go on with their markets", "2021-05-03"),
        ("What we know of the blast in Osh on 3 May 2021 at 08:11", None),
        ("River towns mourn those killed at 08/09/2022 08:11:40", None),  # day and month may be exchanged
    ],
)
def test_a_stamp_of_day_and_hour_in_a_title_gives_its_day(title, day):
    assert published(title=title) == day


@pytest.mark.parametrize(
    ("line", "told", "day"),
    [
        ("21/08/25 10:40, Bishkek, Aida Osmonova", "So it was in 2025.", "2025-08-21"),
        ("08/06/17 11:18, Bishkek - Mountain wire, by Aida OSMONOVA", "So it was on June 1 in 2016.", "2017-06-08"),
        ("06.02.24, 15:20, World / Mountains", "So it was in 2023.", "2024-02-06"),
        ("Bishkek, 27.02.25, 10:12 /WIRE/", "So it was on February 20.", "2025-02-27"),
        ("08/06/17 11:18, Bishkek", "So it was in June and in August, as in 2016.", None),
        ("08/06/17 11:18, Bishkek", "So it was in 2016.", None),
        ("08/06/17 11:18, Bishkek", "So it was in August 2016 and in June 2015.", None),
        ("21/08/25 10:40, Bishkek", "So it was in 2021.", None),  # may be the 25th of 2021
        ("21/08/25 10:40, Bishkek", "So it will be in 2030.", None),
        ("21/08/25, Bishkek", "So it was in 2025.", None),
        ("35/08/25 10:40, Bishkek", "So it was in 2025.", None),
    ],
)
def test_a_stamp_with_a_short_year_gives_its_day_where_the_page_bears_it_out(line, told, day):
    assert published(line, body=f"{BODY} {told}") == day


@pytest.mark.parametrize(
    ("line", "told", "day"),
    [
        ("09/12/2024 | Mountain Gazette", "So it was on the night of December 7.", "2024-12-09"),
        ("09/12/2024", "So it was in December, and in October before.", "2024-12-09"),
        ("By Aida Osmonova, 9/12/2024", "So it was in late September.", "2024-09-12"),
        ("09/12/2024 | Mountain Gazette", "So it was in December and in September.", None),
        ("09/12/2024 | Mountain Gazette", "So it was in December 2021.", None),
        ("09/12/2024 | Mountain Gazette", "So it was.", None),
        ("Photo taken on 09/12/2024", "So it was on the night of December 7.", None),
        ("2024 June 20, 09:12", "So it was.", "2024-06-20"),
    ],
)
def test_a_day_whose_numbers_allow_two_is_that_whose_month_the_page_names(line, told, day):
    assert published(line, body=f"{BODY} {told}") == day


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        (["oa/mu", "Hits: 214", "3 May 2021 - 16:20"], "2021-05-03"),
        (["Agencies", "Last Mod: 3 May 2021, 09:02"], "2021-05-03"),
        (["Published: 3 May 2021", "Follow us on our channel for more of the news from the mountains"], "2021-05-03"),
        (["Agencies", "Last updated: 3 May 2021"], None),  # of the site
        (["3 May 2021"], None),
        (["A storm takes the roofs of a village", "3 May 2021 - 16:20"], None),
        (["3 May 2021 - 16:20", "A storm takes the roofs of a village in the valley"], None),
        (["3 May 2021 - 16:20", "4 May 2021 - 11:10"], None),
        (["Tags: rivers, roofs, mountains", "Published on 3 May 2021"], "2021-05-03"),
        (["Publish date: 3 May 2021"], "2021-05-03"),
        (["Published in The Valley Mail, May 3rd, 2021"], "2021-05-03"),
        (["Her picture was published in Osh, 3 May 2021"], None),
        (["Mountain-Wire, 03.05.2021", "If you see an error in the text, select it"], "2021-05-03"),
        (["Mountain-Wire, 03.05.2021", "Mountain-Wire, 04.05.2021"], "2021-05-03"),  # the second is of another story
        (["More of this", "Mountain-Wire, 03.05.2021"], None),
        (["Tags: rivers, roofs, mountains", "A storm takes the roofs of a village", "Published on 3 May 2021"], None),
        (["Photo from 2019, 03.05.2021"], None),
    ],
)
def test_the_foot_of_a_page_gives_its_day(foot, day):
    text = "\n\n".join((TITLE, *(f"{BODY} So it was {count} times." for count in range(8)), *foot))
    assert read_bytes(text.encode(), "page.txt")[0].document.published == day


def test_a_list_at_the_foot_gives_none():
    text = f"{TITLE}\n\n{BODY}\n\n{BODY[::-1]}.\n\nRecent posts\nA storm, Mountain Gazette, 3 May 2021\nA flood, Mountain Gazette, 4 May 2021\n"
    assert read_bytes(text.encode(), "page.txt")[0].document.published is None


PAGE = (
    "<html><head><title>{t}</title>{head}</head><body>{top}<h1>{t}</h1>{under}<p>{b}</p><p>{b}</p>{foot}</body></html>"
)


def of_page(head="", top="", under="", foot=""):
    page = PAGE.format(t=TITLE, b=BODY, head=head, top=top, under=under, foot=foot)
    return read_bytes(page.encode(), "page.html")[0].document.published


@pytest.mark.parametrize(
    "parts",
    [
        {"under": '<time datetime="2021-05-03T10:00:00+06:00">Monday</time>'},
        {"under": '<div class="meta"><span class="post-date">03.05.2021</span></div>'},
        {"under": '<p class="byline">By Aida Osmonova, May 3, 2021</p>'},
        {"head": '<meta name="publish-date" content="2021-05-03">'},
        {"head": '<meta property="og:release_date" content="2021-05-03">'},
        {"head": '<script type="application/ld+json">{"@type": "NewsArticle", "dateCreated": "2021-05-03"}</script>'},
        {
            "top": '<nav><ul><li><time datetime="2024-01-01">1 January</time></li></ul></nav>',
            "under": '<time datetime="2021-05-03">May</time>',
            "foot": '<aside><time datetime="2025-01-01">x</time></aside>',
        },
    ],
)
def test_a_web_page_gives_its_day(parts):
    assert of_page(**parts) == "2021-05-03"


def test_times_of_other_stories_on_a_web_page_give_none():
    lists = '<aside><ul><li><time datetime="2025-01-01">x</time> Storm</li></ul></aside>'
    assert of_page(foot=lists) is None
    assert of_page(top=lists.replace("aside", "nav")) is None


@given(
    st.text(max_size=170)
    | st.lists(
        st.sampled_from("Osh 3 May 2021 June , | – ( ) by Posted Updated: 14:05 03.05.2021 Report".split()), max_size=14
    ).map(" ".join)
)
def test_any_line_gives_nothing_or_a_date(line):
    for read in (credit_day, credit_month, dateline_day, titled_day, updated_day):
        day = read(line)
        assert day is None or is_edtf(day)
