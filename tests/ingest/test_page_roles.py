"""Dumps of web pages: what is the article, and what stands around it. All texts are invented."""

# ruff: noqa: E501 -- invented pages stand as they are printed

from __future__ import annotations

import pytest
from dumped_pages import ARTICLE, BODY, read, role_of

from guvoh.model import TELLING_ROLES, Role


def roles(text: str) -> dict[str, Role]:
    document = read(text)
    return {document.text[p.start : p.end]: p.role for p in document.passages}


def test_title_and_body_of_a_plain_article():
    found = roles(ARTICLE)
    assert found["Eleven builders taken away in Perm"] is Role.TITLE
    assert [found[text] for text in BODY] == [Role.BODY] * 3


FURNITURE = [
    "Share", "Share this article", "Facebook Twitter Telegram", "Subscribe to our weekly newsletter", "Sign in", "Skip to main content",
    "Categories: World", "Tags: migrants, Perm, raids", "TAGS / KEYWORDS: Migrants , Perm , Raids", "Listen live | Get the app | More on this story: Perm cafe fined", "Published by", "4 min read", "1,204 views", "Read more", "Do you like this article?",
    "© 2024 Steppe Monitor. All rights reserved.", "We use cookies to give you the best experience. By going on you agree.",
    "Source: PAP", "Image source: Licensor | 2024 Agency", "Photo: archive", "Getty Images", "Advertisement", "Back to top", "Previous article",
    "* Listed by the Ministry of Justice as foreign agents.", "Поделиться", "Автор видео: подписчик", "Сохрани номер редакции — сообщи новость первым!", "Нажимая кнопку «Отправить», вы соглашаетесь на обработку данных",
    "Присоединяйтесь к нам в соцсетях: нас уже 45 тысяч", "Главные новости: в Оше задержали 12 человек", "Ссылка скопирована", "Реклама. ООО «Ромашка»", "18+", "Подписывайтесь на наш канал в Telegram", "Нас уже 12 тысяч! Перешлите пост друзьям", "Источник: Степной вестник",
    "Фото: Иван Петров / ТАСС", "Рубрика: Общество", "Нашли ошибку? Выделите текст и нажмите Ctrl+Enter",
    "НАСТОЯЩИЙ МАТЕРИАЛ (ИНФОРМАЦИЯ) ПРОИЗВЕДЕН ИНОСТРАННЫМ АГЕНТОМ ООО «СТЕПЬ»", "* Организация признана нежелательной на территории страны.",
    "Also Read – Minister takes charge: first 500 permits signed", "Also Read | 'They took my phone': nurses sent home", "To suggest a correction or clarification, write to us here", "You can also highlight the text and press Ctrl + Enter",
    "Our weekly letter has news and analysis from the Courier. It comes to your mailbox every Friday.", "Our weekly newsletter holds a choice of news for you.", "Subscribers agree to the Privacy Policy", "We depend on your donation to go on with this work.", "This site uses Akismet to reduce spam. Learn more.",
    "Disclaimer: what is said here is the source's view.", "Support The Baltic Courier!", "Read the rest of the story here.", "To find out more, click here.", "Help us go on, from only $2.", "Полиция объяснила проверку у мечети // Тула-24. 2022. 4 мая.", "Источник: https://permyak.example/news/2044",
    "Что случилось в Омске? Переходите и подписывайтесь на telegram-канал «Омск, хлеб, новости», чтобы узнавать первыми!", "Ошибка в тексте? Выделите её и нажмите «Ctrl + Enter»", "Ссылка на первоисточник", "Денис Ильин © Вечерний Тагил", "Больше новостей — в нашем телеграм-канале", "Мы в Telegram", "Добавить наши новости в избранные источники",
    "See earlier reports: Drivers complain of beatings in Omsk", "Flag of Tajikistan", "in Security / Tajikistan - by", "World Egypt-Sudan War Egypt Sudan Amal Musa", "Akmatov reported from Bishkek. Wire writer Omid Rahimi in Kabul contributed.",
    "You've reached your limit of 5 free articles this month.", "Ok", "You are here: Home", "Already subscribed? Log in", "Renews automatically, cancel anytime", "Keep up to date with what's happening in the region.", "You can unsubscribe at any time.", "Last Update: Mar 04, 2019 12:12 pm",
    "1 Подписывайтесь на Полдень.Ru в MAX Все события — в нашем канале. Подписывайтесь!",
    "• AMD/USD = 0.00257 -0%", "Download Telegram", "Forwarded from Steppe Lawyers", "18.9K subscribers", "Recipient's Email Address:", "Legal Disclaimer: the text is given as it is", "Views", "Related Topics: #Perm #migrants", "Связаться с редакцией: @perm_bot", "Не работает ссылка? Читайте здесь",
    "На информационном ресурсе применяются рекомендательные технологии (сбор сведений о предпочтениях)", "Обратная связь",
]  # fmt: skip


@pytest.mark.parametrize("line", FURNITURE)
@pytest.mark.parametrize("where", ["head", "middle", "foot"])
def test_lines_of_the_page_are_furniture_wherever_they_stand(line, where):
    parts = ARTICLE.split("\n\n")
    parts.insert({"head": 0, "middle": 2, "foot": len(parts)}[where], line)
    document = read("\n\n".join(parts))
    assert role_of(document, line) is Role.FURNITURE
    assert document.title == "Eleven builders taken away in Perm"
    assert all(role_of(document, text) in TELLING_ROLES for text in BODY)


NOT_FURNITURE = [
    "Search of dormitories in Omsk", "Registration refused to 40 families", "The police share this view, the lawyer says.",
    "Contact with the men was lost on Friday.", "Donors left the region in May.", "Home raids went on until dawn.", "'They took everything'",
]  # fmt: skip


@pytest.mark.parametrize("line", NOT_FURNITURE)
def test_lines_of_the_article_that_start_like_furniture_stay(line):
    parts = ARTICLE.split("\n\n")
    parts.insert(2, line)
    assert role_of(read("\n\n".join(parts)), line) is Role.BODY


TEASERS = "\n\n".join(
    (
        "Actor wins prize for third film in a row", "The jury praised his latest work, which had its first showing in…", "15 seconds ago",
        "More than 300 tons of flour sent north", "Over 300 tons of flour have been unloaded for the first time at…", "8 mins ago",
    )
)  # fmt: skip


@pytest.mark.parametrize(
    "heading",
    ["Recent Posts", "Related content", "Most read", "More news", "You may also like", "Популярное", "Все новости"],
)
def test_what_follows_a_list_heading_below_the_article_is_furniture(heading):
    document = read(f"{ARTICLE}\n\nShare\n\n{heading}\n\n{TEASERS}")
    for teaser in TEASERS.split("\n\n"):
        assert role_of(document, teaser) is Role.FURNITURE
    assert all(role_of(document, text) is Role.BODY for text in BODY)


def test_a_list_of_teasers_without_a_heading_is_furniture():
    document = read(f"{ARTICLE}\n\n{TEASERS}\n\nBank fined for the second time\n\n12 mins ago")
    assert role_of(document, "Over 300 tons") is Role.FURNITURE
    assert role_of(document, "Bank fined") is Role.FURNITURE


def test_a_news_archive_with_date_lines_is_furniture_and_no_date_published():
    archive = "All news\n\nDecember 20, 2024 16:00\n\n  • Court sends woman to custody\n\n    A court has sent a woman into custody, and 51 letters were written.\n\nDecember 19, 2024 23:58\n\nNews archive"
    document = read(f"{ARTICLE}\n\n{archive}")
    assert role_of(document, "51 letters") is Role.FURNITURE
    assert role_of(document, "December 20") is Role.FURNITURE
    assert document.published is None


def test_the_article_goes_on_after_links_inside_it():
    text = "\n\n".join(
        (ARTICLE.split("\n\n")[0], *BODY[:2], "Read also\nCourt frees 3 drivers\nTwenty fined in Tomsk", BODY[2])
    )
    document = read(text)
    assert role_of(document, "Court frees 3") is Role.FURNITURE
    assert role_of(document, "Twenty fined") is Role.FURNITURE
    assert role_of(document, BODY[2]) is Role.BODY


def test_the_article_goes_on_after_a_list_in_its_middle():
    text = "\n\n".join(
        (
            ARTICLE.split("\n\n")[0],
            *BODY,
            "Most read",
            "Flood kills 12",
            "Oil falls by 4 percent",
            *(t.replace("men", "women") for t in BODY),
        )
    )
    document = read(text)
    assert role_of(document, "Flood kills 12") is Role.FURNITURE
    assert role_of(document, BODY[0].replace("men", "women")) is Role.BODY


def test_headings_of_lists_above_the_article_do_not_swallow_it():
    document = read(f"Menu\nLatest news\nFlood kills 12 in south\n\n{ARTICLE}")
    assert all(role_of(document, text) is Role.BODY for text in BODY)


@pytest.mark.parametrize(
    "heading", ["1 Comment(s)", "2 comments", "Comments (2)", "Leave a Reply", "Комментарии (2)", "Comments"]
)
def test_readers_comments_are_comments(heading):
    document = read(
        f"{ARTICLE}\n\n{heading}\n\nGuest\n\nIn my town they took 70 people last week, and nobody wrote a word about it.\n\nReply\n\nRecent posts\n\nFlood kills 12"
    )
    assert role_of(document, "they took 70") is Role.COMMENT
    assert role_of(document, "Flood kills 12") is Role.FURNITURE


def test_a_section_called_comments_in_a_report_is_no_readers_comment():
    document = read(
        f"{ARTICLE}\n\nComments\n\nThe ministry sent its comments on 3 May and accepted four of the nine proposals made."
    )
    assert role_of(document, "accepted four") is Role.BODY


def test_doubled_paragraphs_and_titles_tell_once():
    document = read("\n\n".join(("NewsEleven builders taken away in Perm", ARTICLE, BODY[0])))
    telling = [document.text[p.start : p.end] for p in document.passages if p.role in TELLING_ROLES]
    assert telling == ["Eleven builders taken away in Perm", *BODY]
    assert document.title == "Eleven builders taken away in Perm"


def test_a_doubled_standfirst_is_a_lead_once():
    lead = "Eleven men from Osh have been missing since Friday, and their families are without any news of them."
    document = read("\n\n".join((ARTICLE.split("\n\n")[0], lead, lead, "12:44 PM EDT, March 26, 2024", *BODY)))
    assert [p.role for p in document.passages][1:3] == [Role.LEAD, Role.FURNITURE]
    assert document.published == "2024-03-26"


def test_the_masthead_is_the_publisher_only_when_the_text_confirms_it():
    named = BODY[1].replace("according to their foreman", "their foreman told Steppe Monitor")
    assert (
        read("\n\n".join(("Steppe Monitor\nMigrants", ARTICLE.split("\n\n")[0], BODY[0], named))).publisher
        == "Steppe Monitor"
    )
    assert read(f"World\nMigrants\n\n{ARTICLE}").publisher is None


def test_bylines_give_authors_and_source_lines_do_not():
    document = read(ARTICLE.replace("\n\n", "\n\nBy Aida Osmonova and Marat Ibraimov\n\n", 1) + "\n\nSource: PAP")
    assert document.authors == ("Aida Osmonova", "Marat Ibraimov")
    assert document.publisher is None
    assert read(f"{ARTICLE}\n\nAuthor: Aida Osmonova Source: own correspondent").authors == ("Aida Osmonova",)


def test_the_own_edition_note_names_the_publisher_and_not_the_date():
    note = "This article was originally published on the Russian page of the news agency ‘Steppe Monitor’ on April 10, 2024 at 01:23 am."
    document = read(f"11 April 2024, 21:45\n\n{ARTICLE}\n\n{note}")
    assert document.publisher == "Steppe Monitor"
    assert document.published == "2024-04-11"


def test_the_dates_of_a_chronicle_are_text_and_not_the_date_published():
    entries = "\n\n".join(f"March {day}, 2024\n\n{BODY[0].replace('eleven', str(day))}" for day in (22, 25, 28))
    document = read(f"Chronicle of raids this spring\n\n{entries}")
    assert document.published is None
    assert role_of(document, "March 25, 2024") is Role.BODY


@pytest.mark.parametrize(
    "text", [ARTICLE.replace("on Friday", "on 3 May 2024"), f"{ARTICLE}\n\nUpdated: 3 May 2024", ARTICLE]
)
def test_a_date_in_running_text_or_of_an_update_is_not_the_date_published(text):
    assert read(text).published is None


def test_notes_without_any_page_around_them_are_all_body():
    text = "Call 14, operator D.\nCaller is a woman of 34 from Osh.\nHer husband was taken from work with six others.\nNo lawyer. Police took his passport."
    document = read(text)
    assert {p.role for p in document.passages} <= {Role.TITLE, Role.BODY}


def test_lines_wrapped_at_a_width_become_paragraphs():
    text = "Police took eleven men from a building site in Perm on Friday, their\nlawyer said. None of them has been seen since then, and the construc-\ntion firm does not answer. Their non-\nSlavic names were read out at the gate.\n\nA second paragraph."
    document = read(text)
    assert "the construction firm does" in document.text
    assert "their lawyer said" in document.text
    assert document.text.endswith("\n\nA second paragraph.")


@pytest.mark.parametrize(
    "tail",
    [
        "Tags\nMigrants\nRussia",
        "Region / Country\nEurope and Asia\nTopic\nRefugees",
        "Next Post\nRain to fall on 8 regions",
    ],
)
def test_scraps_at_the_foot_of_a_page_are_furniture(tail):
    document = read(f"Menu\nSign in\nShare\n\n{ARTICLE}\n\n{tail}")
    for line in tail.split("\n"):
        assert role_of(document, line) is Role.FURNITURE
    assert all(role_of(document, text) is Role.BODY for text in BODY)


def test_a_list_with_numbers_at_the_foot_of_an_article_stays():
    document = read(f"Menu\nSign in\nShare\n\n{ARTICLE}\n\nPerm – 30\nOmsk – 87")
    assert role_of(document, "Perm – 30") is Role.BODY
    assert role_of(document, "Omsk – 87") is Role.BODY


@pytest.mark.parametrize("sentence", [
    "Photos from the station show bruises on his back.", "Continue to look into all complaints of beatings", "Вход в отдел охраняли.", "Регистрация у всех была.", "Поиск пропавших продолжается.", "Подробнее о деле он не сказал.", "Отправить людей на войну хотели силой.", "Главная причина — страх.",
    "Мы в отделе с утра, нас тридцать человек.", "Видео избиения появилось в телеграм-канале «Пермь».", "The families rely on the support of their neighbours.", "Поддержать семьи задержанных", "“Help us,” he said. He had paid $300 for the way.",
])  # fmt: skip
def test_short_lines_of_an_article_stay(sentence):
    parts = ARTICLE.split("\n\n")
    document = read("\n\n".join((*parts[:2], sentence, *parts[2:])))
    assert role_of(document, sentence) is Role.BODY


def test_a_headline_that_names_no_source_by_name_is_the_title():
    assert read(ARTICLE.replace("Eleven", "Source: eleven")).title == "Source: eleven builders taken away in Perm"
