"""What a page has at first hand, and what two pages of one news rest on where neither has anything so."""
# ruff: noqa: E501 (one text per line)

import pytest
from hypothesis import given
from hypothesis import strategies as st
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.assessment.corpus import gather
from guvoh.assessment.firsthand import told_itself
from guvoh.model.weighing import DocumentRelation

DAY = "2024-03-23"


def _entry(text):
    (entry,) = gather([made(Doc("page.txt", extra=(text,)))])
    return entry


@pytest.mark.parametrize(
    ("text", "publisher", "expected"),
    [
        ("“They took my phone,” the welder told the Vega Herald on Tuesday.", "The Vega Herald", True),
        ("Calls by Vega Herald to the station went unanswered.", "Vega Herald", True),
        ("The Vega Herald has asked the police for comment.", "The Vega Herald", True),
        ("«Нас было сорок», — рассказал «Волжскому вестнику» грузчик.", "Волжский вестник", True),
        ("В полиции корреспонденту «Волжского вестника» ответили отказом.", "Волжский вестник", False),
        ("В полиции ответили корреспонденту «Волжского вестника», что не выезжали.", "Волжский вестник", True),
        # what somebody told another is passed on
        ("“They took my phone,” the welder told Reuters on Tuesday.", "The Vega Herald", False),
        ("«Нас было сорок», — рассказал «Коммерсанту» грузчик.", "Волжский вестник", False),
        # a name that goes on, or has begun before, is of another
        ("He told the Vega Herald Tribune of the night.", "Vega Herald", False),
        ("He told the Times of Central Asia of the night.", "The Times", False),
        ("Central Asia saw many such nights.", "Asia", False),
        ("Among those whom Kama Post Office clerks turned away was a cook.", "Kama Post", False),
        ("Police told the Vega Heraldic Society of the night.", "Vega Herald", False),
        ("The Vega Herald has seen worse days.", "Vega Herald", False),
        ("The Vega Herald has seen a copy of the letter.", "Vega Herald", True),
        # its case tells who told whom
        ("Об облаве сообщила «Медиазона».", "Медиазона", False),
        ("Об облаве сообщил «Медиазоне» грузчик.", "Медиазона", True),
        ("«Нас было сорок», — говорит он «Вестнику».", "Вестник", True),
        ("«Нас было сорок», — сказал грузчик в беседе с «Вестником».", "Вестник", True),
        # told to "us", but by whom a witness is told to leave
        ("“They took my phone,” he told us.", "Vega Herald", True),
        ("“They took my phone,” he said to our reporter.", "Vega Herald", True),
        ("“They told us nothing,” the welder said.", "Vega Herald", False),
        ("«Нас было сорок», — рассказал нам грузчик.", "Вестник", True),
        ("«Нам сказали ждать, а потом сказали нам уйти», — вспомнил грузчик.", "Вестник", False),
        ("Ронанда ба «Озодӣ» гуфт, ки чил нафар буданд.", "Озодӣ", True),
        ("Айдоочу «Азаттыкка» айтып берди.", "Азаттык", True),
        # an outlet that says who publishes the page has nothing so yet
        ("Forty people were held, the Vega Herald reports.", "The Vega Herald", False),
        ("", "The Vega Herald", False),
    ],
)
def test_what_somebody_told_a_page_itself(text, publisher, expected):
    assert bool(told_itself(_entry(text or "Nothing."), {publisher})) is expected


@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=3))
def test_any_text_and_any_names_can_be_read(text, called):
    entry = _entry(f"{text}.")
    assert all(sentence in entry.document.text for sentence in told_itself(entry, called))


def _pair(one, other, days=("2024-03-24", "2024-03-25")):
    """The pair of two pages, each of its words and its sources."""
    docs = []
    for n, (words, *sources) in enumerate((one, other)):
        says = [Say(None, "arbitrary_detention", "Omsk", DAY, quote=words), Say(None, "raid", "Omsk", DAY)]
        publisher = ("Vega Herald", "Lyra Post")[n]
        docs.append(made(Doc(f"{n}.txt", says, days[n], publisher, sources=tuple((by,) for by in sources))))
    (pair,) = weigh(docs).documents
    return pair


POLICE, STATION = "official:Omsk police", "official:district police"
COURT = "official:press service of the courts"
HELD = "Masked men took 15 traders of the Lyra Market to Omsk, among them Karim Saidov and Anvar Nurov."
TAKEN = (
    "The Lyra Market in Omsk was emptied; Denis Ilyin, who sells there, has lost his stall and Ivan Kedrov his permit."
)
EMPTIED = "The Vega Depot was emptied; Denis Ilyin, who sells there, has lost his stall and Ivan Kedrov his permit."
POLICE_SAID = "both report the police or the interior ministry"
TOLD, ASKED = "“We sat there all night,” a cook told the Vega Herald.", "A porter told the Lyra Post about it."
GOVERNOR, ITS_ORDER = (
    "A decree of the governor keeps them out of taxis.",
    "So says the decree that the governor signed.",
)
PRESIDENT = "A decree of the president cut the price of a visa."
BY_MAYOR = "The decree of the mayor tells police to fine them."
PRESIDENT_TO_POLICE = "Police go by the decree of the president."
RULING, OTHER_RULING = "По постановлению суда Карим Саидов выслан.", "Постановлением суда Анвар Нуров арестован."
VIDEO, OTHER_VIDEO = (
    "В распоряжении редакции есть запись с полицией.",
    "Запись с полицией есть в распоряжении издания.",
)
LAWYER, OTHER_LAWYER = "person:Denis Ilyin (lawyer)", "person:Olga Kedrova (lawyer)"
HOSPITAL, OTHER_HOSPITAL = "official:doctor of Hospital No. 2", "official:children's hospital"
VERDICT = "So says the verdict that the court read out."


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        # two pages that only pass on have the police's word from one release, whatever each calls the police
        ((HELD, POLICE), (TAKEN, STATION), POLICE_SAID),
        ((HELD, POLICE, COURT), (TAKEN, STATION), POLICE_SAID),
        # and so they have a decree, though neither cites it
        ((GOVERNOR,), (ITS_ORDER,), "both tell what a decree of the local administration orders"),
        # so they have not where hardly a name is in both: police may tell two things of one day
        ((HELD, POLICE), (EMPTIED, STATION), None),
        # no body that both report
        ((HELD, POLICE), (TAKEN, COURT), None),
        # each has something told to itself, or one of them has
        ((TOLD, POLICE), (ASKED, STATION), None),
        ((TOLD, POLICE), (TAKEN, STATION), None),
        # whose words are its own speaks for itself
        ((HELD, POLICE, "publisher:Vega Herald"), (TAKEN, STATION), None),
        # lawyers are many, and so are hospitals
        ((HELD, LAWYER), (TAKEN, OTHER_LAWYER), None),
        ((HELD, HOSPITAL), (TAKEN, OTHER_HOSPITAL), None),
        # beside a witness the police's word is no whole account
        ((HELD, POLICE, "witness:wife of Saidov"), (TAKEN, STATION), None),
        # decrees of two bodies are two; a verdict is none
        ((GOVERNOR,), (PRESIDENT,), None),
        ((GOVERNOR,), (VERDICT,), None),
        # who is to carry it out has not signed it; a court rules of one person, and orders at somebody's disposal are none
        ((BY_MAYOR,), (PRESIDENT_TO_POLICE,), None),
        ((RULING,), (OTHER_RULING,), None),
        ((VIDEO,), (OTHER_VIDEO,), None),
    ],
)
def test_what_two_pages_of_one_news_pass_on(one, other, why):
    pair = _pair(one, other)
    assert (pair.relation is DocumentRelation.SHARES_ORIGIN) == (why is not None)
    assert why is None or pair.why == (why,)


@pytest.mark.parametrize("days", [("2024-03-24", "2024-03-30"), ("2024-03-24", None)])
def test_pages_that_are_not_of_one_news_may_have_two_releases(days):
    assert _pair((HELD, POLICE), (TAKEN, STATION), days).relation is DocumentRelation.INDEPENDENT


def test_who_has_ground_of_its_own_stands_apart_though_both_hear_one_source():
    """A spokesman whom each of two reporters asked, beside people whom each of them met."""
    spokesman = "official:Oleg Danilin (police spokesman)"
    assert _pair((HELD, spokesman), (TAKEN, spokesman)).relation is DocumentRelation.SHARES_ORIGIN
    assert _pair((TOLD, spokesman), (TAKEN, spokesman)).relation is DocumentRelation.SHARES_ORIGIN
    assert _pair((TOLD, spokesman), (ASKED, spokesman)).relation is DocumentRelation.INDEPENDENT


def test_what_the_one_source_of_both_told_is_no_ground():
    """A spokesman whom both asked is one voice, and so he is where a page says who publishes it."""
    spokesman = "official:Oleg Danilin (police spokesman)"
    told, heard = "Spokesman Oleg Danilin told the Vega Herald.", "Oleg Danilin told the Lyra Post of it."
    assert _pair((told, spokesman), (heard, spokesman)).relation is DocumentRelation.SHARES_ORIGIN
    assert _pair((f"{told} {TOLD}", spokesman), (heard, spokesman)).relation is DocumentRelation.SHARES_ORIGIN
    assert _pair((f"{told} {TOLD}", spokesman), (ASKED, spokesman)).relation is DocumentRelation.INDEPENDENT
    own = (f"{HELD} So the Vega Herald reports.", spokesman, "publisher:Vega Herald")
    assert _pair(own, (ASKED, spokesman)).relation is DocumentRelation.SHARES_ORIGIN


ONE = "Seven traders of the Lyra Market in Omsk, Karim Saidov and Anvar Nurov among them, were held for 15 hours; 340 had to pay."
OTHER = "In Omsk 340 traders paid. Anvar Nurov and Karim Saidov sat for 15 hours; their stalls at the Lyra Market were sealed by Pavel Orlov."
SHORT = "At the Lyra Market in Omsk 218 people were held, Karim Saidov and Anvar Nurov among them."
OF_ANOTHER = "Anvar Nurov and Karim Saidov show bruises at the Lyra Market in Omsk; of 218 nobody knows."
APART = "Denis Ilyin says that 26 of his friends from the Vega Depot in Omsk lost 900 roubles each, and Ivan Kedrov that 31 did."


@pytest.mark.parametrize(
    ("one", "other", "days", "is_alike"),
    [
        (ONE, OTHER, ("2024-03-24", "2024-03-30"), True),
        # of one matter, but each with names and numbers of its own
        (ONE, APART, ("2024-03-24", "2024-03-30"), False),
        # every page of an event has its place and people, and perhaps one number
        (SHORT, OF_ANOTHER, ("2024-03-24", "2024-03-27"), False),
        # long apart two pages may each have asked anew
        (ONE, OTHER, ("2024-03-24", "2024-04-30"), False),
        # what somebody told the page itself stands, whoever else has it
        (f"{ONE} {TOLD}", OTHER, ("2024-03-24", "2024-03-30"), False),
    ],
)
def test_names_and_numbers_of_one_page_that_are_in_both(one, other, days, is_alike):
    pair = _pair((one,), (other,), days)
    assert any("of the names and numbers of one are in both" in why for why in pair.why) is is_alike
    assert not is_alike or pair.relation is not DocumentRelation.INDEPENDENT
