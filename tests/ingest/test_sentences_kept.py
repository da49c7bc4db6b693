"""Sentences of an article that only sound like what a page says of itself stay text."""

# ruff: noqa: E501 -- invented pages stand as they are printed

from __future__ import annotations

import pytest

from guvoh.ingest import read_bytes
from guvoh.model import Role

ARTICLE = (
    "Packers of a bakery in Ryazan ask for their pay",
    "By Ines Falk",
    "Twenty packers of a bakery in Ryazan have not been paid since winter, a lawyer of theirs told us on Friday at noon.",
    "Their passports lie in the safe of the owner, who has not come to the bakery since the lawyer wrote to the court.",
    "The court has set no day yet, and the packers sleep in the hall of the bakery, between the ovens and the flour.",
)
STATYA = (
    "В Рязани пекари ждут зарплату",
    "В Рязани двадцать пекарей с зимы не получают зарплату. Об этом рассказала их адвокат в пятницу утром у здания суда.",
    "Паспорта пекарей лежат в сейфе у хозяина, который с тех пор ни разу не приезжал на работу, говорится в жалобе.",
)


def role_in(*blocks: str, of: str) -> Role | None:
    document = read_bytes("\n\n".join(blocks).encode(), "page.txt")[0].document
    return document.role_at(document.text.index(of))


@pytest.mark.parametrize(
    "text",
    [
        "A guard at the bridge offered to help us for $500 each, and 12 men paid, said Azamat Toktosunov.",
        "“Help us for $20 each,” 12 packers asked the driver.",
        "The ministry said it would not accept any responsibility for the deaths of 12 packers.",
        "The embassy does not accept any responsibility for the deaths of packers.",
        "Twelve groups contributed to this report, which documents 300 cases of torture.",
        "They paid $300 each, and nobody came to help us when guards beat 12 men.",
        "The court is not responsible for the accuracy of the lists of 300 packers, a judge said.",
        "We rely on the help of neighbours, said Jyldyz.",
        "The writer and two other packers were beaten, and a guard contributed.",
        "The morning letter told 300 packers that your pay is gone.",
        "The Jumush app, which 12,000 packers must install from September, is available on Google Play.",
        "Install the Jumush app or lose your registration, 300 packers were told.",
        "Read messages on Telegram and you are arrested.",
        "The flag of Russia was burned.",
        "Support for the 12 men grows!",
        "Found an error in the lists of 300 packers was all that a judge wrote.",
        "Stay connected to the packers was all that 12 families asked.",
        "In Tula - by police",
        "$1.5 million was taken from 12 packers.",
        "Click to pay 300 dollars, officers told the migrants.",
        "Tap to confirm, guards in the hall told them.",
    ],
)
def test_a_sentence_with_words_of_a_site_note_stays(text):
    assert role_in(*ARTICLE[:3], text, *ARTICLE[3:], of=text) is Role.BODY
    assert role_in(*ARTICLE, text, of=text) is Role.BODY


@pytest.mark.parametrize(
    "text",
    [
        "Строителей в Туле заставили подписаться на канал полиции.",
        "«Подписывайтесь на канал полиции», сказал он 12 строителям.",
        "$12,5 тысячи вымогали полицейские у строителя.",
        "Слова министра о 300 строителях не отражают позицию Кремля, заявил он.",
        "Помочь нам никто не может, говорят 300 строителей.",
        "Помогите нам, просят 12 задержанных.",
        "Поддержите нас, просят задержанные.",
        "Использование информации о 300 строителях суд признал незаконным.",
        "Читать Коран в источнике запретили 12 строителям.",
        "Все видео с избиением 12 строителей в телеграм выложил охранник.",
        "Связаться с нами не мог никто, говорят строители.",
        "Нас в соцсетях травили 12 полицейских.",
    ],
)
def test_a_russian_sentence_with_words_of_a_site_note_stays(text):
    assert role_in(*STATYA[:2], text, STATYA[2], of=text) is Role.BODY
    assert role_in(*STATYA, text, of=text) is Role.BODY


@pytest.mark.parametrize(
    "text",
    [
        "Sign up for the army or be deported, officers told 300 migrants.",
        "Click here, an officer told him again and again.",
        "Support us or be deported, he told the packers.",
        "Следите за строителями, приказали 12 полицейским.",
        "Подписаться под протоколом заставили 12 задержанных.",
    ],
)
def test_a_sentence_that_tells_of_people_or_gives_their_words_stays(text):
    assert role_in(*ARTICLE[:3], text, *ARTICLE[3:], of=text) is Role.BODY


@pytest.mark.parametrize(
    "line", ["Photo: police lead 12 migrants to a bus.", "Sign up for the newsletter that 300 readers get."]
)
def test_a_label_or_an_invitation_with_a_number_stays_furniture(line):
    assert role_in(*ARTICLE, line, of=line) is not Role.BODY
