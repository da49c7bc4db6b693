"""Golden cases: whose statement it is, whether two names are one source, and how two documents stand to each other."""
# ruff: noqa: E501 (one case per line)

import pytest
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh

CALL = ("over 2,500", None, "Russia", "2024-03-22/2024-03-24")
LONG = (
    "Riot police surrounded the wholesale market on Saturday morning and led about forty traders to buses, "
    "where they waited for five hours without water before the first of them were questioned."
)
CLOSE = (
    "On Saturday morning riot police surrounded the wholesale market and led about forty traders to buses, "
    "where they waited without water for five hours before the first were questioned."
)
OTHER = (
    "Traders at the market described how masked officers closed both gates at dawn, checked papers by torchlight "
    "and drove away everyone whose registration had lapsed."
)

FOOT = "Subscribe to our weekly letter, follow us on every network and support independent reporting from the region."


def held(by=(), quote=None, words=None, where="Omsk", when="2024-03-23"):
    return Say(words, "arbitrary_detention", where, when, by, quote=quote)


# (first name, second name, one source?, why); names as in weighing_material.link
IDENTITIES = [
    ("Valentina Chupik (lawyer)", "Валентина Чупик (правозащитница)", True, "one name in two scripts"),
    ("Valentina Chupik (lawyer)", "Чупик Валентина Михайловна", True, "surname first, with patronymic"),
    ("Valentina Chupik", "Валентины Чупик", True, "a case ending is no other person"),
    ("Marco Garcia", "Марко Гарсия", True, "both sounds of c, as Russian spells them"),
    ("Lucia Carmona", "Лусии Кармоны", True, "so too of a woman, in another case"),
    ("Nick Carter", "Nick Karter", False, "in one script c and k are two"),
    ("Lucia Carmona", "Лусия Харламова", False, "ch and c are two"),
    ("Valentina Chupik", "V. Chupik", True, "an initial, and no other Chupik is named"),
    ("Valentina Chupik (lawyer)", "Chupik (rights activist)", True, "a surname alone, and no other Chupik is named"),
    ("Sergey Abashin (professor)", "Sergei Abashin", True, "two spellings of one given name"),
    ("Svetlana Gannushkina", "Светлана Ганнушкина", True, "a doubled letter kept in both scripts"),
    ("official:Interior Ministry", "official:MVD", True, "the ministry and its abbreviation"),
    ("official:Interior Ministry", "official:МВД России", True, "the abbreviation in Russian, with the country"),
    ("official:Ministry of Internal Affairs", "official:the Russian Interior Ministry", True, "two English names of it"),
    ("official:St. Petersburg courts' press service", "official:joint press service of the courts of Saint Petersburg", True, "word order and a possessive"),
    ("ngo:Human Rights Watch", "ngo:HRW", True, "a body and its abbreviation"),
    ("outlet:Radio Free Europe/Radio Liberty", "outlet:RFE/RL", True, "the same"),
    ("outlet:Mediazona", "outlet:Медиазона", True, "an outlet in two scripts"),
    ("outlet:Asia-Plus", "outlet:Азия-Плюс", True, "another"),
    ("outlet:Fontanka", "outlet:Фонтанка.ру", True, "with the ending of its address"),
    ("ngo:OVD-Info", "ngo:ОВД-Инфо", True, "a monitor in two scripts"),
    ("ngo:Civic Assistance Committee", "ngo:Гражданское содействие", True, "a committee by its Russian name"),
    ("ngo:Tong Jahoni", "ngo:Тонг Жахони", True, "an Uzbek name in two scripts"),
    ("official:Investigative Committee", "official:СК РФ", True, "initials with the country"),
    ("official:Federal Bailiff Service", "official:ФССП", True, "initials of the bailiffs"),
    ("official:Kyrgyz embassy", "official:посольство Киргизии", True, "an embassy in two languages"),
    ("official:Kyrgyz embassy", "official:посольство Узбекистана", False, "the embassies of two countries"),
    ("official:ГУ МВД по Свердловской области", "official:ГУ МВД по Московской области", False, "offices of two regions"),
    ("ngo:Memorial Anti-Discrimination Centre", "ngo:Anti-Discrimination Center Memorial", True, "word order and spelling"),
    ("a lawyer", "a lawyer", False, "a lawyer in two pages is not known to be one"),
    ("person:human rights activists", "person:human rights activists", False, "activists in two pages"),
    ("witness:witnesses", "witness:witnesses", False, "witnesses in two pages"),
    ("person:очевидцы", "person:очевидцы", False, "unnamed witnesses in Russian"),
    ("witness:Six Rohingya refugees", "witness:11 Rohingya men and women", False, "some of a people, and others of it"),
    ("witness:12 Kurdish villagers", "witness:12 Kurdish villagers", False, "so many of a people may be others"),
    ("witness:Fifteen Rohingya men", "witness:Fifteen Rohingya men", False, "nor is a larger number of them somebody"),
    ("official:Tatarstan police", "official:Tatarstan police", True, "the police of a region named for a people"),
    ("official:Dagestani police", "official:Dagestani police", True, "nor is an office of a people nobody"),
    ("outlet:Balochistan Post", "outlet:The Balochistan Post", True, "an outlet of such a region"),
    ("outlet:24 News", "outlet:24 News", True, "an outlet that a number opens"),
    ("outlet:24.kg", "outlet:24.kg", True, "a number in the name of an outlet counts nobody"),
    ("Valentina Chupik", "Valentina Petrova", False, "a given name is not enough"),
    ("Sergey Ivanov (lawyer)", "Sergey Ivanov (police spokesman)", False, "one name on two sides is two people"),
    ("official:Kyrgyz Interior Ministry", "official:Russian Interior Ministry", False, "one ministry per country"),
    ("official:Ministry of Internal Affairs for the Rostov Region", "official:Ministry of Internal Affairs", False, "a regional office has its own name"),
    ("official:Omsk police", "official:Moscow police", False, "two cities' police"),
    ("Aziz", "Aziz", False, "a first name alone in two pages"),
    ("ngo:Memorial Human Rights Centre", "ngo:Memorial Anti-Discrimination Centre", False, "two bodies of one house"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "expected", "why"), IDENTITIES, ids=[c[3] for c in IDENTITIES])
def test_identity(one, two, expected, why):
    weighed = weigh([made(Doc("a.html", [held((one,))])), made(Doc("b.html", [held((two,))]))])
    assert (len({o.origin for o in weighed.origins}) == 1) is expected, why


@pytest.mark.parametrize(
    ("people", "many", "why"),
    [
        (("Azhari Mokhtar", "Azhari"), 1, "a first name of the one person who is named in full"),
        (("Azhari Mokhtar", "Azhari Rashid", "Azhari"), 3, "a first name that two people have"),
        (("Azhari Mokhtar", "Aziz Azhari", "Azhari"), 2, "a surname comes before a first name"),
        (("Azhari Mokhtar (lawyer)", "Azhari (porter at the market)"), 2, "a first name with another role"),
        (("Azhari Mokhtar (lawyer)", "Azhari (the family's lawyer)"), 1, "a first name with the same role"),
    ],
)
def test_a_first_name_within_one_page(people, many, why):
    weighed = weigh([made(Doc("a.html", [held((name,)) for name in people]))])
    assert len({o.origin for o in weighed.origins}) == many, why


def test_two_pages_that_rest_on_one_person_do_not_stand_apart():
    said = held(("Azhari Mokhtar (director-general)",))
    pages = [made(Doc(name, [said, *more])) for name, more in (("a.html", []), ("b.html", [held(("a neighbour",))]))]
    (pair,) = weigh(pages).documents
    assert pair.relation != "independent"


def doc(path, say, published="2024-03-25", **more):
    return Doc(path, [say], published, **more)


# (first document, second document, relation, direction, why)
LINEAGE = [
    (doc("a.html", held(quote=LONG)), doc("b.html", held(quote=LONG), "2024-03-26"), "repeats", "b_from_a", "word for word, a day later"),
    (doc("a.html", held(quote=LONG), "2024-03-27"), doc("b.html", held(quote=LONG), "2024-03-26"), "repeats", "a_from_b", "the earlier one is the source, whatever its name"),
    (doc("a.html", held(quote=LONG)), doc("b.html", held(quote=LONG)), "repeats", None, "one day: the direction is not known"),
    (doc("a.html", held(quote=LONG), publisher="Mediazona"), doc("b.html", held(("official:MVD", "outlet:Mediazona"), quote=LONG)), "repeats", "b_from_a", "one day: whoever names the other has it from there"),
    (doc("a.html", held(quote=LONG), None), doc("b.html", held(quote=LONG)), "repeats", None, "undated: the direction is not known"),
    (doc("a.html", held(quote=LONG)), doc("b.html", held(quote=CLOSE), "2024-03-26"), "repeats", "b_from_a", "a close rewriting"),
    (doc("a.html", held(quote=LONG)), doc("b.html", held(quote=LONG), "2024-03-26", extra=(OTHER + " " + OTHER.replace("Traders", "Buyers"), OTHER.upper() + " x " + CLOSE[::-1])), "repeats", "b_from_a", "the whole of one stands inside the longer other"),
    (doc("a.html", held(quote=LONG)), doc("b.html", held(quote=OTHER)), "independent", None, "one event in two accounts of their own"),
    (doc("a.html", held(("Valentina Chupik",))), doc("b.html", held(("Валентина Чупик",))), "shares_origin", None, "one lawyer in two scripts"),
    (doc("a.html", held(("a lawyer",))), doc("b.html", held(("a lawyer",))), "independent", None, "unnamed lawyers are not known to be one"),
    (doc("a.html", held(("official:MVD",))), doc("b.html", held(("Valentina Chupik",))), "independent", None, "a ministry and a lawyer"),
    (doc("a.html", held(("Valentina Chupik",)), publisher="Mediazona"), doc("b.html", held(("Valentina Chupik", "outlet:Mediazona"))), "repeats", "b_from_a", "told through the outlet whose page the other is"),
    (doc("a.html", held(("witness:witnesses", "outlet:Mediazona"))), doc("b.html", held(("witness:witnesses", "outlet:Медиазона"))), "shares_origin", None, "unnamed witnesses through one outlet"),
    (doc("a.html", held(), extra=("Source: PAP",)), doc("b.html", held(), extra=("Source: PAP",)), "shares_origin", None, "two pages that credit one agency"),
    (doc("a.html", held(), extra=("Images source: PAP",)), doc("b.html", held(), extra=("Source: PAP",)), "independent", None, "a picture credit is no source of the text"),
    (doc("a.html", held(), publisher="TASS"), doc("b.html", held(quote="OMSK (TASS) - Police held migrants."), "2024-03-26"), "repeats", "b_from_a", "an agency's dateline"),
    (doc("a.html", held(), publisher="ТАСС"), doc("b.html", held(quote="ОМСК, 25 марта. /ТАСС/. Задержаны мигранты."), "2024-03-26"), "repeats", "b_from_a", "the same in Russian"),
    (doc("a.html", held(), publisher="Omsk News"), doc("b.html", held(), "2024-03-26", extra=("This article was first published by Omsk News.",)), "repeats", "b_from_a", "a line that says where it appeared first"),
    (doc("a.html", held(("official:MVD",), words="212")), doc("b.html", held(words="212")), "shares_origin", None, "a page without any source gives the ministry's number"),
    (doc("a.html", held(words="212")), doc("b.html", held(("ngo:Open Threshold",), words="164")), "independent", None, "a page with a count and a source of its own"),
    (doc("a.html", held(quote=LONG), extra=(FOOT,)), doc("b.html", held(quote=OTHER), extra=(FOOT,)), "independent", None, "a line about the site, in both, tells nothing of the event"),
    (doc("a.html", held(), publisher="Moscow"), doc("b.html", held(quote="The lawyer (Moscow) - one of many - was held.")), "independent", None, "a place in brackets is no agency"),
    (doc("a.html", held()), doc("b.html", held(), extra=("Source: our correspondent",)), "independent", None, "an own correspondent is no outside source"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "relation", "direction", "why"), LINEAGE, ids=[c[4] for c in LINEAGE])
def test_documents(a, b, relation, direction, why):
    pairs = weigh([made(a), made(b)]).documents
    assert [(p.a, p.b, p.relation, p.direction) for p in pairs] == [("a.html", "b.html", relation, direction)], why
    assert all(p.why for p in pairs)


def test_there_are_enough_cases():
    assert len(IDENTITIES) + len(LINEAGE) >= 25


def test_documents_without_a_common_event_are_not_listed():
    assert weigh([made(doc("a.html", held())), made(doc("b.html", held(where="Moscow")))]).documents == ()


def test_a_copy_takes_the_origin_of_what_it_copies():
    first = made(doc("a.html", held(("witness:witnesses",), quote=LONG), publisher="Mediazona"))
    copy = made(doc("b.html", held(quote=LONG), "2024-03-28", publisher="Aggregator"))
    weighed = weigh([copy, first])
    origin = {o.path: o for o in weighed.origins}
    names = {s.id: s.name for s in weighed.sources}
    assert origin["b.html"].origin == origin["a.html"].origin
    assert [names[v] for v in origin["b.html"].via] == ["Mediazona", "Aggregator"]
    assert "a.html" in origin["b.html"].why[0]


def test_the_chain_becomes_origin_and_via():
    say = held(("Manas Zholdoshbekov (counsellor)", "outlet:RFE/RL"))
    weighed = weigh([made(doc("a.html", say, publisher="Caravanserai"))])
    names = {s.id: s.name for s in weighed.sources}
    (found,) = weighed.origins
    assert [names[i] for i in (found.origin, *found.via)] == ["Manas Zholdoshbekov", "RFE/RL", "Caravanserai"]


def test_aliases_and_the_fullest_name_are_kept():
    weighed = weigh(
        [
            made(doc("a.html", held(("Chupik",)), sources=(("Valentina Chupik (lawyer)", "Chupik"),))),
            made(doc("b.html", held(("Валентина Чупик",)))),
        ]
    )
    source = next(s for s in weighed.sources if s.name == "Valentina Chupik")
    assert set(source.aliases) == {"Chupik", "Валентина Чупик"}
    assert source.role == "lawyer"


def test_an_abbreviation_spelled_out_in_one_page_counts_there():
    weighed = weigh([made(Doc("a.html", [held(("ngo:Tong Jahoni Centre",)), held(("ngo:TJC",))]))])
    assert len({o.origin for o in weighed.origins}) == 1


def test_a_page_without_a_publisher_is_its_own_source():
    from dataclasses import replace

    pages = [made(doc(name, held())) for name in ("a.html", "b.html")]
    bare = [replace(p, document=replace(p.document, publisher=None)) for p in pages]
    bare = [replace(p, statements=tuple(replace(s, attribution=()) for s in p.statements)) for p in bare]
    weighed = weigh(bare)
    assert len({o.origin for o in weighed.origins}) == 2
