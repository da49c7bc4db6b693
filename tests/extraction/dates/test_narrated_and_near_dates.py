"""Dates told from a date before them or beside the date published, as tables of sentences."""

# ruff: noqa: E501 -- tables read best with a row on a line

import pytest

from guvoh.extraction.dates import find_dates


def dates(text, published=None):
    found = find_dates(text, [(0, len(text))], published=published)
    return [(text[m.start : m.end], m.edtf) for m in found]


# published Tuesday 2024-03-26
NEAR = [
    ("Nobody has slept since the beginning of February.", "since the beginning of February", "2024-02/.."),
    ("Since mid-January, 1,200 people were held.", "Since mid-January", "2024-01/.."),
    ("It shut at the end of November.", "the end of November", "2023-11"),
    ("In late December he left.", "late December", "2023-12"),
    ("Since last July it is shut.", "Since last July", "2023-07/.."),
    ("He has slept there since Saturday.", "since Saturday", "2024-03-23/.."),
    ("Nothing was heard since yesterday.", "since yesterday", "2024-03-25/.."),
    ("She has been ill since last week.", "since last week", "2024-03-18/.."),
    ("Police arrested them here today.", "today", "2024-03-26"),
    ("The court ruled in Osh today that he may stay.", "today", "2024-03-26"),
    ("The ministry said today that he may stay.", "today", "2024-03-26"),
    ("Today police detained a cook.", "Today", "2024-03-26"),
    ("Over the weekend two men fled.", "Over the weekend", "2024-03-23/2024-03-24"),
    ("Last weekend two men fled.", "Last weekend", "2024-03-23/2024-03-24"),
    ("They will march at the weekend.", "at the weekend", "2024-03-30/2024-03-31"),
    ("By the end of the month they will go.", "the end of the month", "2024-03"),
    ("In the past 48 hours nobody came.", "In the past 48 hours", "2024-03-24/2024-03-26"),
    ("They came on 24 Nov. and left.", "24 Nov", "2023-11-24"),
    ("They came on Nov. 24 and left.", "Nov. 24", "2023-11-24"),
    ("He was held early on Sunday.", "Sunday", "2024-03-24"),
    ("They came the day before yesterday.", "the day before yesterday", "2024-03-24"),
    ("In the fourth quarter 40 were held.", "In the fourth quarter", "2023-10/2023-12"),
    ("At the beginning of the year 40 were held.", "the beginning of the year", "2024-01"),
    ("They left at the end of last year.", "the end of last year", "2023-12"),
    ("By Friday evening it was over.", "Friday evening", "2024-03-22"),
]


@pytest.mark.parametrize(("text", "said", "edtf"), NEAR)
def test_dates_beside_the_date_published(text, said, edtf):
    assert (said, edtf) in dates(text, "2024-03-26")
    assert all(value.startswith("XXXX") for _, value in dates(text))


@pytest.mark.parametrize(
    "text",
    [
        "Millions of people live in such towns today.",
        "The camps of today are no better than those of the past.",
        "Today's youth has no work.",
        "In the last few days it grew.",
        "In the past 30 hours nobody came.",
        "The end of the line was near.",
        "Under section 9(1)(c) of the Immigration Act 1959/63 he was fined.",
        "The Nationality Act 1981 says so.",
    ],
)
def test_loose_words_and_names_of_laws_are_no_dates(text):
    assert dates(text, "2024-03-26") == []


def test_part_of_a_law_does_not_hide_the_sentence_beside_it():
    text = "He was held under section 15(1)(c) of the law. Since January, 30 were held."
    assert dates(text, "2024-03-26") == [("Since January", "2024-01/..")]


# what is told from the date before: text without a date published
NARRATED = [
    ("On 4 May 2022 he fled. The next day he called.", "The next day", "2022-05-05"),
    ("On 4 May 2022 he fled. A day earlier he had packed.", "A day earlier", "2022-05-03"),
    ("On 4 May 2022 he fled. He had packed the day before.", "the day before", "2022-05-03"),
    ("On 4 May 2022 he fled. That night he called.", "That night", "2022-05-04"),
    ("On 4 May 2022 he fled. Three days later he called.", "Three days later", "2022-05-07"),
    ("On 4 May 2022 he fled. Three days before, he had packed.", "Three days before", "2022-05-01"),
    ("In January 2025 it held 40, more than in the same month of 2024.", "the same month of 2024", "2024-01"),
    ("In January 2025 it held 40, more than the same month a year earlier.", "the same month a year earlier", "2024-01"),
    ("From January to March 2025 it held 9, as in the same period of 2023.", "the same period of 2023", "2023-01/2023-03"),
    ("In 2021 it held 40, in the previous year 30.", "the previous year", "2020"),
    ("In March 2021 it held 40, a year earlier 30.", "a year earlier", "2020-03"),
    ("From January to June 2025 it held 40, more than a year before.", "a year before", "2024-01/2024-06"),
    ("He was freed in 2017 and, a year later, held again.", "a year later", "2018"),
    ("He was freed in 2017. Two years later he was held again.", "Two years later", "2019"),
    ("On 4 May 2022 he fled. Next day he called.", "Next day", "2022-05-05"),
    ("On 4 May 2022 he fled. He was found next morning.", "next morning", "2022-05-05"),
    ("On 4 May 2022 he fled. By the following evening he was found.", "By the following evening", "2022-05-05"),
    ("On 4 May 2022 he fled, and the very next night his brother.", "the very next night", "2022-05-05"),
    ("On 4 May 2022 he fled. In the evening of that day he called.", "In the evening of that day", "2022-05-04"),
    ("On 4 May 2022 he fled. They sat until the evening of the next day.", "until the evening of the next day", "2022-05-05"),
    ("On 4 May 2022 40 were held, as of the same date 30 had left.", "as of the same date", "2022-05-04"),
    ("On 4 May 2022 he fled. The next day he called. Two days later he left.", "The next day", "2022-05-05"),
    ("The ministry said on 4 May 2022 that 9 sat there. A day later, the agency said two had left.", "A day later", "2022-05-05"),
    ("From January to June 2025 it held 9; in the same months of last year 4.", "the same months of last year", "2024-01/2024-06"),
    ("In the first half of 2025 it held 9, against 4 in the corresponding period last year.", "the corresponding period last year", "2024-01/2024-06"),
    ("It held 9 in March 2025. That is more than in the same month of last year.", "the same month of last year", "2024-03"),
    ("From 20 to 26 August 2022 it held 9. The hotline counted 4 over the same days.", "over the same days", "2022-08-20/2022-08-26"),
    ("In April 2022 he fled. His wife was held in the same month.", "in the same month", "2022-04"),
    ("It held 31 in the spring of 2021. Its chief was moved that October.", "that October", "2021-10"),
    ("On 3 November 2021 he fled. Others were held there that autumn.", "that autumn", "2021-09/2021-11"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "edtf"), NARRATED)
def test_dates_told_from_the_date_before(text, said, edtf):
    assert dates(text)[1] == (said, edtf)


def test_the_only_day_of_a_text_is_meant_from_afar_too():
    text = (
        "Shops were burned on Tuesday night.\n\nPolice came late. Nobody was hurt. It is calm now, they say.\n\n"
        "Nine men were held. A day earlier inspectors had come."
    )
    assert dates(text, "2024-03-28")[-1] == ("A day earlier", "2024-03-25")
    two = text.replace("Police came late.", "Police came on Wednesday.")
    assert [said for said, _ in dates(two, "2024-03-28")] == ["Tuesday night", "Wednesday"]


@pytest.mark.parametrize(
    "text",
    [
        "On 4 May 2022 he fled, the ministry said on 9 May 2022. The day before he had packed.",
        "He left the day before the trial.",
        "He left the next day.",
        "On 4 May 2022 he fled. They promise next day delivery.",
        "The ministry said on 4 May 2022 that 9 sat there. A day later he was freed.",
        "On 4 May 2022 it held 9, more than in the same period of last year.",
        "On 4 May 2022 it held 9, more than a year earlier.",
        "On 4 May 2022 40 were held. They did it in the same way and over the same time as before.",
        "On 4 May 2022 he said that March was cold.",
        "On 4 May 2022 it rained. On 5 May 2022 it snowed. Roads shut. Nothing moved. Some froze. Later that day it cleared.",
    ],
)
def test_what_a_day_is_told_from_is_never_guessed(text):
    assert all(said[:1].isdigit() for said, _ in dates(text))


# published Tuesday 2024-03-26
FROM_AFAR = [
    ("Since the attack on the hall in March 2023 she has had 340 calls.", "Since the attack on the hall in March 2023", "2023-03/.."),
    ("The country has expelled 27,000 people since it announced a plan on 2 March.", "since it announced a plan on 2 March", "2024-03-02/.."),
    ("It was the most since counting began in 2019.", "since counting began in 2019", "2019/.."),
    ("He asks for a visa, since he said in 2019 that he would.", "2019", "2019"),
    ("Some 406 people had been put on planes by 19 March.", "by 19 March", "../2024-03-19"),
    ("He was ordered to leave by 19 March.", "19 March", "2024-03-19"),
    ("The raid came on 12 March, three days after gunmen killed 12 people.", "three days after", "2024-03-09"),
    ("Today, at about six in the morning, armed men came.", "Today", "2024-03-26"),
    ("She has had no news of him since the morning.", "since the morning", "2024-03-26"),
    ("On 5 March the law took effect. Since the same date police may expel people.", "Since the same date", "2024-03-05/.."),
    ("They were detained early today.", "early today", "2024-03-26"),
    ("They have been held since the weekend.", "since the weekend", "2024-03-23/.."),
    ("They collected 700 signatures in autumn.", "in autumn", "2023-09/2023-11"),
    ("The raids will go on in autumn.", "in autumn", "2024-09/2024-11"),
    ("Police came on Friday, three days before the feast.", "three days before", "2024-03-25"),
    ("Police made 617 arrests in January 2024. That is more than in the same month last year.", "the same month last year", "2023-01"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "edtf"), FROM_AFAR)
def test_dates_of_what_stands_apart(text, words, edtf):
    assert (words, edtf) in dates(text, "2024-03-26")


def test_an_attack_dated_by_the_days_after_it_dates_what_came_since():
    text = "In the week since the attack 418 people were expelled. The raids began on 25 March, three days after gunmen killed 140 people."
    found = find_dates(text, [(0, len(text))], published="2024-03-30", bare_anchors=True)
    assert (found[0].edtf, found[-1].edtf) == ("2024-03-22/2024-03-29", "2024-03-22")


def test_the_day_and_hour_at_the_head_of_a_page_is_no_day_to_tell_others_from():
    text = "9 April 2024, 11:48, Bishkek - 24.KG news agency, by Jo Bloggs\n\nTwelve men were freed the same day."
    head = text.index("\n")
    found = find_dates(text, [(0, head), (head + 2, len(text))], published="2024-04-09")
    assert [text[m.start : m.end] for m in found] == ["9 April 2024"]


def test_what_follows_said_that_is_the_day_of_what_is_told():
    text = "She said that on August 12, 2025 officers came. On the same day nine were taken."
    assert dates(text) == [("August 12, 2025", "2025-08-12"), ("On the same day", "2025-08-12")]
    assert dates("She said on August 12, 2025 that officers came. On the same day nine were taken.")[1:] == []


def test_days_follow_one_another():
    text = "On 4 May 2022 he fled. The next day he called. Two days later he left."
    assert [edtf for _, edtf in dates(text)] == ["2022-05-04", "2022-05-05", "2022-05-07"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Since January it held 37, against 21 in the same period of last year.", "2023"),
        ("In 2021 it held 40. In six months it held 9, less than a year earlier.", "2021"),
        ("In March 2021 it held 40, the year before 30.", "2021-03"),
        ("In autumn the river is high.", None),
    ],
)
def test_what_is_told_loosely_gives_no_stretch_of_months(text, edtf):
    assert [value for _, value in dates(text, "2024-03-26")][-1:] == ([edtf] if edtf else [])


# published Tuesday 2024-03-26
TO_COME = [
    ("The next sitting is on 21 April.", "21 April", "2024-04-21"),
    ("A hearing is expected in May.", "May", "2024-05"),
    ("The court adjourned until 4 April.", "until 4 April", "../2024-04-04"),
    ("It has ordered landlords to evict tenants by 31 March.", "31 March", "2024-03-31"),  # no "../": they are to do it
    ("The ministry promised to raise it at the talks on 20 April.", "20 April", "2024-04-20"),
    ("It reported that from April it will close.", "from April", "2024-04/.."),
    ("Anyone still listed on 10 May, he warned, will have to go.", "10 May", "2024-05-10"),
    ("The removal was fixed for 11 April.", "11 April", "2024-04-11"),
    ("Hail is expected on Friday.", "Friday", "2024-03-29"),
    ("Ten were sent back in the month of March.", "March", "2024-03"),
    ("The list had 40 names a decade ago.", "a decade ago", "2014"),
    ("Last summer it held 9.", "Last summer", "2023-06/2023-08"),
    ("Last winter it held 9.", "Last winter", "2023-12/2024-02"),
    ("At the end of 2022 it held 9.", "the end of 2022", "2022"),
    ("It has held 9 since the beginning of 2023.", "since the beginning of 2023", "2023/.."),
    ("In mid-2022 it held 9.", "mid-2022", "2022"),
    ("Between April 2021 and April 2023 it held 9.", "April 2021 and April 2023", "2021-04/2023-04"),
    # the year stays open
    ("On 14 April he had his arm twisted.", "14 April", "XXXX-04-14"),
    ("14 April: a raid on the market.", "14 April", "XXXX-04-14"),
    ("He was beaten by guards on 14 April.", "14 April", "XXXX-04-14"),
    ("Her patent was paid until August.", "until August", "../XXXX-08"),
    ("He was held until October.", "until October", "../2023-10"),
]


@pytest.mark.parametrize(("text", "said", "edtf"), TO_COME)
def test_days_soon_after_the_date_published_are_to_come_unless_told_as_past(text, said, edtf):
    assert (said, edtf) in dates(text, "2024-03-26")


def test_about_a_decade_is_no_year():
    assert dates("The list had 40 names about a decade ago.", "2024-03-26") == []


def test_in_january_last_winter_is_the_one_before_that_which_runs():
    assert dates("Last winter it held 9.", "2024-01-22") == [("Last winter", "2022-12/2023-02")]


def test_the_beginning_of_a_year_has_no_like():
    text = "From the beginning of 2025 it held 9, more than in the same period of last year."
    assert [edtf for _, edtf in dates(text, "2025-12-03")] == ["2025", "2024"]


# published Tuesday 2024-03-26
SINCE_AND_FROM = [
    ("Since May the money has to be given back.", "Since May", "2023-05/.."),
    ("Since 5 February it must be shown.", "Since 5 February", "2024-02-05/.."),
    ("Migrants may not drive taxis from 1 August.", "from 1 August", "2024-08-01/.."),
    ("The new year brought none. Nobody was held since the new year.", "since the new year", "2024-01-01/.."),
    ("In January and February police held 40.", "January and February", "2024-01/2024-02"),
    ("In November and December 2023 police held 40.", "November and December 2023", "2023-11/2023-12"),
    ("In January and March police held 40.", "January", "2024-01"),
    ("She, who led December's operation, left.", "December", "2023-12"),
    ("Police took them as they left a mosque after Friday prayers.", "after Friday prayers", "2024-03-22"),
    ("Police took them as they left a mosque after Friday prayers last month.", "last month", "2024-02"),
    ("In March and April 2023 police held 40.", "March and April 2023", "2023-03/2023-04"),
    ("In March 2022 and April 2023 police held 40.", "March 2022", "2022-03"),
    ("Two days ago police held 40.", "Two days ago", "2024-03-24"),
    ("Today's raid was in Osh.", "Today's raid", "2024-03-26"),
    ("Over the past eighteen months it grew.", "Over the past eighteen months", "2022-09-26/2024-03-26"),
]


@pytest.mark.parametrize(("text", "said", "edtf"), SINCE_AND_FROM)
def test_dates_since_from_and_joined(text, said, edtf):
    assert any(
        (mention, value.rstrip("/.")) == (said, edtf.rstrip("/.")) for mention, value in dates(text, "2024-03-26")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Friday prayers will be held in the yard.",
        "They meet for talks after every Friday prayer.",
        "Worshippers were often checked by police after Friday prayers.",
        "Twenty-two days ago police held 40.",
        "A hundred and twenty days ago police held 40.",
        "Theresa May's meeting was long.",
        "Police behaved rudely during Friday prayers.",
        "It was cold until summer.",
    ],
)
def test_prayers_of_no_day_and_names_like_months_date_nothing(text):
    assert dates(text, "2024-03-26") == []


def test_a_ban_from_a_day_to_come_is_not_dated_a_year_back():
    found = dates("The governor signed a ban, starting from 1 August.", "2024-03-26")
    assert [value for _, value in found] in (["XXXX-08-01"], ["2024-08-01"], ["2024-08-01/.."])
