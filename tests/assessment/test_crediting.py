"""Which documents say that they have something from another, and which two are one text in two languages."""
# ruff: noqa: E501 (one text per line)

import pytest
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.assessment.corpus import gather
from guvoh.assessment.crediting import credit, with_cores
from guvoh.assessment.fingerprints import across_languages, telling_numbers


def entries(*docs):
    return gather([made(doc) for doc in docs])


@pytest.mark.parametrize(
    ("text", "name", "is_credit", "why"),
    [
        ("The raid lasted all day, the Ural Courier reported.", "Ural Courier", True, "reported"),
        ("She told Sibirskaya Nit that forty men were held.", "Сибирская нить", True, "told, over scripts"),
        ("Об этом пишет «Медиазона» со ссылкой на полицию.", "Mediazona", True, "written in Russian"),
        (
            "Forty were held, according to the Steppe Daily.",
            "The Steppe Daily",
            True,
            "the article makes no difference",
        ),
        ("The office of the Ural Courier was searched.", "Ural Courier", False, "named, but credited with nothing"),
        (
            "Police reported forty arrests. The Ural Courier is a paper.",
            "Ural Courier",
            False,
            "another sentence reports",
        ),
        ("Several papers reported the raid.", "Ural Courier", False, "not named"),
        (
            "It was the NGO “Volga Aid” that took him in. He was beaten, the NGO said.",
            "Volga Aid",
            True,
            "called by its kind",
        ),
        (
            "Его нашёл фонд «Волжская помощь». Он был избит, сообщили в фонде.",
            "Волжская помощь",
            True,
            "so too in Russian",
        ),
        (
            "The NGO “Volga Aid” took him in, not the NGO Kama Help. He was beaten, the NGO said.",
            "Volga Aid",
            False,
            "of two it is either",
        ),
        ("Volga Aid took him in. He was beaten, the NGO said.", "Volga Aid", False, "nobody calls it an NGO"),
        (
            "The human rights group Volga Aid has an office there. The group said it would strike.",
            "Volga Aid",
            False,
            "any people are a group",
        ),
    ],
)
def test_a_document_credits_another_outlet(text, name, is_credit, why):
    entry, *_ = entries(Doc("a.txt", extra=(text,)))
    assert (credit(entry, [name], translated=True) is not None) is is_credit, why


RUSSIAN = "В Тюмени задержали 185 человек, рассказала Гульнора Каландарова. К ней обратились 340 человек, у 112 отобрали паспорта. 14 августа 2024 года, в 18:30, это были 95 % мигрантов."
ENGLISH = "Gulnora Kalandarova says that 185 people were held in Tyumen. She was asked for help by 340 people; 112 lost their passports."


def test_numbers_are_read_from_a_text_in_which_nothing_was_found_but_not_dates_and_shares():
    assert telling_numbers(entries(Doc("a.txt", extra=(RUSSIAN,)))[0]) == {185, 340, 112}
    returned = "17 марта 63 человека отправили обратно в Ош."
    assert telling_numbers(entries(Doc("b.txt", extra=(returned,)))[0]) == {63}


@pytest.mark.parametrize(
    ("english", "is_match", "why"),
    [
        (ENGLISH, True, "the same three numbers and names"),
        (ENGLISH.replace("112", "118").replace("340", "350"), False, "one number in common"),
        (ENGLISH.replace("Gulnora Kalandarova", "A lawyer").replace("Tyumen", "Omsk"), False, "no name in common"),
    ],
)
def test_documents_in_two_languages_share_numbers_and_names(english, is_match, why):
    found = across_languages(entries(Doc("ru.txt", extra=(RUSSIAN,), language="ru"), Doc("en.txt", extra=(english,))))
    assert bool(found) is is_match, why
    assert all(match.is_translation for match in found.values())


def test_a_translation_repeats_what_came_first():
    original = Doc("ru.txt", extra=(RUSSIAN,), language="ru", published="2024-10-02")
    pair, *_ = weigh([made(original), made(Doc("en.txt", extra=(ENGLISH,), published="2024-10-04"))]).documents
    assert (pair.a, pair.b, pair.relation.value, pair.direction) == ("en.txt", "ru.txt", "repeats", "a_from_b")


def test_two_pages_that_cite_one_agency_are_no_translations_of_each_other():
    """Both have the agency's numbers and names, whichever came first."""
    agency = (("agency:Interfax",),)
    original = Doc("ru.txt", extra=(RUSSIAN,), language="ru", published="2024-10-02", sources=agency)
    english = Doc("en.txt", extra=(ENGLISH,), published="2024-10-04", sources=agency)
    pair, *_ = weigh([made(original), made(english)]).documents
    assert pair.relation.value == "shares_origin"


OMSK = Say("83", "arbitrary_detention", "Omsk", "2024-05-16", ("outlet:Ural Courier",))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (
            ("It is a market of many, the Ural Courier wrote.", "Some stalls are shut, said the Ural Courier."),
            "of other numbers it may have written long ago, or of something else",
        ),
        (
            ("“Ural Courier men broke my arm,” said a trader.", "He told that Ural Courier men took his phone."),
            "whom a victim accuses is not his source",
        ),
        (
            ("The Ural Courier said nothing of that.", "It is not true what the Ural Courier reported."),
            "a denial takes nothing",
        ),
    ],
)
def test_who_has_other_numbers_is_no_source_because_a_page_names_it_twice(said, why):
    lawyer = ("Valentina Abe (lawyer)",)
    first = Doc("first.txt", [Say("83", "arbitrary_detention", "Omsk", "2024-05-16")], "2024-05-17", "Ural Courier")
    says = [Say("31", "arbitrary_detention", "Omsk", "2024-05-16", lawyer)]
    pair, *_ = weigh([made(first), made(Doc("second.txt", says, "2024-05-18", extra=said))]).documents
    assert pair.relation.value == "independent", why


def test_a_translation_keeps_the_agency_and_all_other_sources():
    """Two pages on one piece of an agency have its numbers; a translation has the lawyer of the page as well."""
    both = (("agency:Interfax",), ("Valentina Abe (lawyer)",))
    original = Doc("ru.txt", extra=(RUSSIAN,), language="ru", published="2024-10-02", sources=both)
    english = Doc("en.txt", extra=(ENGLISH,), published="2024-10-04", sources=both)
    pair, *_ = weigh([made(original), made(english)]).documents
    assert (pair.relation.value, pair.direction) == ("repeats", "b_from_a" if pair.a == "ru.txt" else "a_from_b")


def test_a_publisher_with_a_personal_name_is_the_outlet_that_another_credits():
    credit_as_person = Say("83", "arbitrary_detention", "Omsk", "2024-05-16", ("Ural Courier",))
    first = Doc("first.txt", [Say("83", "arbitrary_detention", "Omsk", "2024-05-16")], "2024-05-17", "Ural Courier")
    pair, *_ = weigh([made(first), made(Doc("second.txt", [credit_as_person], "2024-05-18"))]).documents
    assert (pair.relation.value, pair.direction) == ("repeats", "b_from_a")


def test_a_page_with_sources_of_its_own_beside_the_credit_only_shares_an_origin():
    first = Doc("first.txt", [Say("83", "arbitrary_detention", "Omsk", "2024-05-16")], "2024-05-17", "Ural Courier")
    own = [Say("83", "arbitrary_detention", "Omsk", "2024-05-16", (f"Valentina {n} (lawyer)",)) for n in ("Abe", "Bee")]
    pair, *_ = weigh(
        [made(first), made(Doc("second.txt", [OMSK, *own], "2024-05-18", extra=("The Ural Courier reported it.",)))]
    ).documents
    assert pair.relation.value == "shares_origin"


def test_in_a_small_set_pages_that_may_tell_of_one_event_are_a_pair_too():
    one = Doc("a.txt", [Say("83", "arbitrary_detention", "Russia", None)], "2024-05-17")
    other = Doc("b.txt", [Say("20", "arbitrary_detention", "Omsk", "2024-05-16")], "2024-05-18")
    far = Doc("c.txt", [Say("20", "arbitrary_detention", "Bishkek", "2024-05-16")], "2024-05-18")
    pairs = weigh([made(one), made(other), made(far)]).documents
    assert [(p.a, p.b, p.relation.value) for p in pairs] == [("a.txt", "b.txt", "independent")]


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("U.S. Immigration and Customs Enforcement", "Immigration and Customs Enforcement"),
        ("Education Department of the Vologda Region", "Education Department"),
        ("Federal Bailiff Service, Chelyabinsk Region", "Federal Bailiff Service"),
        ("Human Rights Centre of Omsk", None),
        ("Police of Omsk", None),
    ],
)
def test_what_a_body_is_called_where_its_country_or_region_is_plain(name, core):
    spelled = with_cores(frozenset([name]))
    assert {n for n in spelled if "regional" not in n} == {name, *([core] if core else [])}


@pytest.mark.parametrize(
    ("publisher", "sentence"),
    [
        (
            "Government of the Kemerovo Region",
            "Migrants may not drive, the regional government's press service reports.",
        ),
        ("Ministry of Internal Affairs, Omsk Region", "The Interior Ministry's regional branch announced the case."),
        (
            "Opora Diaspora Legal Centre",
            "Twelve complaints were filed, according to Farida Ismailova of the Opora centre.",
        ),
        ("24.kg", "He was released. The ambassador was summoned, 24.kg reports, citing the ministry."),
        ("Фонтанка.ру", "Fontanka cited police as saying that 112 were held."),
    ],
)
def test_a_sentence_credits_a_publisher_by_what_it_is_called_there(publisher, sentence):
    (entry,) = entries(Doc("a.txt", extra=(sentence,)))
    names = with_cores(frozenset([publisher, *(["Fontanka"] if "ру" in publisher else [])]))
    assert credit(entry, names, translated=False) in sentence


@pytest.mark.parametrize("publisher", ["Government of the Kemerovo Region", "Vologda Today", "Police of Omsk"])
def test_a_place_in_the_name_of_a_publisher_is_no_credit(publisher):
    (entry,) = entries(Doc("a.txt", extra=("Police in Omsk, Vologda today and the Kemerovo Region said so.",)))
    assert credit(entry, with_cores(frozenset([publisher])), translated=False) is None


def test_a_page_that_names_a_publisher_just_before_its_number_shares_an_origin_with_it():
    own = Doc("ngo.txt", [Say("120", "arbitrary_detention", "Omsk", "2024-05-16")], "2024-05-17", "Steppe Committee")
    quote = "The Steppe Committee does not accept it. “It was 120,” Anna Orlova told us."
    second = Doc(
        "b.txt", [Say("120", "arbitrary_detention", "Omsk", "2024-05-16", ("Anna Orlova",), quote=quote)], "2024-05-18"
    )
    pair, *_ = weigh([made(own), made(second)]).documents
    assert pair.relation.value == "shares_origin"


@pytest.mark.parametrize(
    ("act", "when", "words", "is_listed", "why"),
    [
        ("fine", "2024-05-16", "20", True, "acts of one day in one town"),
        ("fine", "2024-05-19", "20", False, "another day, and acts of another family"),
        (None, "2024-05-16", "83", True, "one telling number"),
        (None, "2024-05-16", "20", False, "another number, and no act"),
    ],
)
def test_pages_that_may_tell_of_one_event_by_day_and_town_or_number(act, when, words, is_listed, why):
    one = Doc("a.txt", [Say("83", "arbitrary_detention", "Omsk", "2024-05-16", ("official:police",))], "2024-05-20")
    other = Doc("b.txt", [Say(words, act, "Omsk", when, ("ngo:Civic Aid",))], "2024-05-21")
    assert bool(weigh([made(one), made(other)]).documents) is is_listed, why
