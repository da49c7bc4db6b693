"""Lists of headlines, links and names above and below an article go; what the article ends with stays."""

from __future__ import annotations

import pytest
from page_blocks import APART, ARTICLE, STATYA, read, role_of

from guvoh.model import Role


def test_a_headline_that_a_list_of_links_prints_again_is_furniture():
    headline = "Doctors in Mombasa end strike as county pays"
    document = read(
        *ARTICLE,
        headline,
        "Other topics of interest",
        headline,
        "The county moved fast after police killed two students at the weekend.",
    )
    assert {document.role_at(at) for at in (document.text.index(headline), document.text.rindex(headline))} == {
        Role.FURNITURE
    }
    assert role_of(document, "The county moved") is Role.FURNITURE


def test_a_list_above_the_article_on_other_things_is_furniture_and_no_title():
    rates = ("Курс рубля", "- Банк сделал важное заявление о юане", "- Аналитик назвал предел роста евро в 2024 году")
    document = read(*rates, *STATYA[1:])
    assert {role_of(document, line) for line in rates} == {Role.FURNITURE}
    assert document.title is None


def test_points_above_the_article_stay():
    points = ("- Forty packers from Osh kept behind a gate", "- 214 summonses, 60 contracts, no complaints admitted")
    document = read(ARTICLE[0], *points, *ARTICLE[2:])
    assert all(role_of(document, point) not in APART for point in points)


@pytest.mark.parametrize("lines", [2, 3])
def test_a_few_headlines_below_the_article_are_furniture(lines):
    below = (
        "Dushanbe theatre to open its doors in May",
        "Number of students in China exceeds 4,000",
        "Two held for theft of cables in Bokhtar",
    )[:lines]
    document = read(*ARTICLE, "\n".join(below))
    assert {role_of(document, line) for line in below} == {Role.FURNITURE}


def test_names_below_the_article_stay():
    names = ("Azamat K., 34, packer from a village near Osh", "Bakyt T., 29, driver from the town of Uzgen")
    document = read(*ARTICLE, "\n".join(names))
    assert all(role_of(document, name) is Role.BODY for name in names)


def test_a_short_last_sentence_below_lines_of_the_page_stays():
    last = "The warehouse is shut now."
    document = read(
        *ARTICLE,
        "Enjoying this story? Have the best of it delivered to your inbox",
        "Email address",
        "Sign up",
        last,
        "Tags",
        "Tula",
        "Work",
    )
    assert role_of(document, last) is Role.BODY
    assert role_of(document, "Enjoying") is Role.FURNITURE


def test_short_answers_below_a_link_inside_an_interview_stay():
    talk = ("Were you hit?", "I was not. Zulfiya was.", "What do you want now?", "My pay.")
    document = read(
        *ARTICLE,
        "Related: Nine cleaners win case in Ufa",
        *talk,
        "Also on this topic",
        "Three nurses held",
        "Clinic fined",
    )
    assert all(role_of(document, line) is Role.BODY for line in talk)
    assert role_of(document, "Three nurses") is Role.FURNITURE


def test_a_short_paragraph_below_links_inside_a_russian_page_stays():
    links = (
        "[ЧИТАЙТЕ ТАКЖЕ: «Мы ели снег»: рассказ вахтовика]",
        "Новости СМИ2",
        "Пять продуктов для печени",
        "Певица показала внука",
    )
    document = read(*STATYA, *links, "Подрядчик долг признал.", "Фото: Олег Савин", "Тула", "Общежития")
    assert role_of(document, "Подрядчик долг") is Role.BODY
    assert {role_of(document, line) for line in links} == {Role.FURNITURE}


def test_the_last_section_of_a_numbered_report_stays():
    sections = (
        "1. Summary",
        ARTICLE[2],
        "2. What people told us",
        "Beatings with batons",
        "Of the 61 people, 45 named batons.",
        "Loss of phones",
        "Fifty-two people lost their phones. The sum of money taken comes to 31,000 euros.",
        "3. What we ask",
        "Continue to record each case",
        "Give a lawyer to all who ask for one",
        "Close the gate by June",
    )
    document = read(ARTICLE[0], ARTICLE[3], *sections)
    assert all(role_of(document, line) is Role.BODY for line in sections)
    assert role_of(read(ARTICLE[0], ARTICLE[3], *sections, "Share"), "Share") is Role.FURNITURE


def test_lines_below_the_text_that_speak_of_what_it_tells_stay():
    lines = (
        "Packers kept behind the gate",
        "Complaints at the police station",
        "Thieves in the district",
        "The owner and the lawyer",
    )
    assert all(role_of(read(*ARTICLE, *lines), line) is Role.BODY for line in lines)


def test_the_article_goes_on_at_three_paragraphs_on_end_of_any_length():
    more = (
        "Nine of the men have gone back to Osh since then, the lawyer said.",
        "Two more are in a hospital in the south of Tula with burns.",
        "The last of them was paid in June, after a court had asked.",
    )
    document = read(*ARTICLE, "Most popular", "Bus driver finds nine million", "Monks march for rivers", *more)
    assert all(role_of(document, text) is Role.BODY for text in more)
    assert role_of(document, "Monks march") is Role.FURNITURE


@pytest.mark.parametrize(
    "sentence",
    [
        "More on the case is expected on Friday.",
        "Последние новости он узнал от адвоката.",
        "«На пол». Мы легли.",
        "«Мы спали на полу»",
    ],
)
def test_a_sentence_that_begins_like_a_heading_or_with_quotes_opens_no_list(sentence):
    document = read(*ARTICLE[:4], sentence, ARTICLE[4])
    assert role_of(document, sentence) is Role.BODY
    assert role_of(document, ARTICLE[4]) is Role.BODY


def test_a_list_of_links_goes_on_below_one_that_says_what_it_is():
    links = ("Trending now", "Video: Dolphin saves swimmer", "Volcano wakes after ninety years")
    document = read(*ARTICLE[:3], *links, *ARTICLE[3:])
    assert {role_of(document, link) for link in links} == {Role.FURNITURE}
    assert role_of(document, ARTICLE[3]) is Role.BODY


def test_a_headline_in_quotes_is_the_title():
    assert read("«Нас было тридцать в комнате»", "Рассказ о проверке общежитий в Туле", *STATYA[1:]).title == (
        "«Нас было тридцать в комнате»"
    )


def test_the_staff_below_a_release_are_furniture():
    staff = (
        "*The experts: Ms. Ana Prieto, Special Rapporteur on migrants; Mr. Juma Okello, Special Rapporteur on torture."
    )
    assert role_of(read(*ARTICLE, "ENDS", staff), staff) is Role.FURNITURE
