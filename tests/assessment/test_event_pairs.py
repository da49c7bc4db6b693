"""Golden cases: two statements and whether they tell of one happening, each with the reason why."""
# ruff: noqa: E501 (one case per line)

import pytest
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.model.acts import acts

D, NEXT, SOON = "2024-03-23", "2024-03-24", "2024-04-20"
POLICE, NGO, LAWYER = ("official:Omsk police",), ("ngo:Civic Assistance",), ("Valentina Chupik (lawyer)",)
HELD, RAID, OUT = "arbitrary_detention", "raid", "expulsion"
MARKET = "Riot police surrounded the Khitrov wholesale market and led away traders."
MARKET_TOO = "Traders were led away when riot police surrounded the Khitrov wholesale market."
MOSQUE = "Worshippers leaving the Siberian mosque were stopped by plain-clothes men."


def omsk(words=None, by=POLICE, when=D, act=HELD, where="Omsk", **more):
    return Say(words, act, where, when, by, **more)


# (a, b, one happening?, published of a and b, why)
SAME, LATER, FAR = ("2024-03-25", "2024-03-25"), ("2024-03-25", "2024-03-27"), ("2024-03-25", "2025-03-25")
CASES = [
    # one happening
    (omsk("40"), omsk("40", NGO), True, SAME, "same act, city, day and number"),
    (omsk("98", of=1), omsk("460"), True, "one", "a part of those to whom it was done is of that happening"),
    (omsk("40"), omsk("112", NGO), True, SAME, "same act, city and day; sources differ on the number"),
    (omsk(), omsk(by=NGO), True, SAME, "same act, city and day"),
    (omsk("40"), omsk(None, NGO), True, SAME, "one source gives no number"),
    (omsk("40"), omsk("40", NGO, act=RAID), True, SAME, "the raid and the detentions in it"),
    (omsk("40"), omsk("40", NGO, when=None), True, LATER, "the number dates the undated report"),
    (omsk("40"), omsk("more than 30", NGO), True, SAME, "the bound agrees"),
    (omsk("40", where="Krasnodar"), omsk("40", NGO, where="Krasnodar Krai"), True, SAME, "the city and its region, one number"),
    (omsk("40", where="Krasnodar"), omsk("40", NGO, where="Russia"), True, SAME, "the country for the city, same day and number"),
    (omsk("40", basis="published"), omsk("40", NGO, when=NEXT, basis="published"), True, LATER, "days reckoned from publication may be off by one"),
    (omsk("584", when="2024-03-22/2024-03-24"), omsk("nearly 600", NGO, when=D), True, SAME, "the weekend and its Saturday"),
    (omsk("120", act=OUT, when="2024-03-22/..", where="Russia"), omsk("120", NGO, act=OUT, when="2024-03-22/..", where="Russia"), True, LATER, "one running national count"),
    (omsk("120", act=OUT, stage="ordered"), omsk("120", NGO, act=OUT, stage="carried_out"), True, LATER, "ordered and carried out are stages of one event"),
    (omsk(None, stage="planned", modality="planned"), omsk("40", NGO, stage="carried_out"), True, LATER, "what was planned for that day and city took place"),
    (omsk("40"), omsk("40", NGO, modality="denied"), True, SAME, "a denial is about the event that it denies"),
    (omsk("40", nations=("TJ",)), omsk("40", NGO, nations=("TJ",)), True, SAME, "the same nationality as well"),
    (omsk("40", nations=("TJ", "UZ")), omsk("40", NGO, nations=("TJ",)), True, SAME, "one page names fewer of the nationalities"),
    (omsk("over 2,500", act=None, unit="call", where="Russia", by=LAWYER), omsk("over 2,500", act=None, unit="call", where="Russia", by=LAWYER), True, LATER, "one lawyer's count of calls"),
    (omsk(None, quote=MARKET, when=D), omsk(None, NGO, quote=MARKET_TOO, when=None), True, SAME, "undated, but the same scene in the same city"),
    (omsk("7,000", act=OUT, where="Russia", when="2023-06-19/2023-06-25"), omsk("some 7,000", NGO, act=OUT, where="Russia", when="2023-06-19/2023-06-25"), True, FAR, "one week of one operation, told again a year on"),
    (omsk("475", where="Krasnodar"), omsk("475", NGO, act=None, where="Krasnodar Krai"), True, SAME, "a number without an act, and the act told with it"),
    (omsk("29", act=None, quote="29 of those held were released by the morning."), omsk("31", NGO, quote="31 people have since been freed by the police."), True, SAME, "how many were let go, by two counts"),
    (omsk(None, act="legislation", quote="The governor signed a decree that prohibits foreigners from working as couriers."), omsk(None, NGO, act="work_ban"), True, SAME, "a ban on a kind of work, and its decree"),
    # near misses
    (omsk("475", where="Krasnodar"), omsk("317", NGO, act=None, where="Krasnodar Krai"), False, SAME, "a number without an act, and an act with another"),
    (omsk("9", where="Krasnodar"), omsk("9", NGO, act=None, where="Krasnodar Krai"), False, SAME, "nine is a number anyone may have"),
    (omsk("40"), omsk("29", NGO, quote="29 of those held were released by the morning."), False, SAME, "those let go are an event of their own"),
    (omsk("1,672", act=OUT, when="2024"), omsk("1,214", NGO, act=OUT, when="2024-01/2024-09"), False, FAR, "the counts of nine months and of the year"),
    (omsk("52", act=OUT, when=D), omsk("1,672", NGO, act=OUT, when="2024"), False, FAR, "a day and its year"),
    (omsk("1,390", act=OUT, when="2024-03", unit="decision", stage="ordered"), omsk("1,214", NGO, act=OUT, when="2024-03", stage="carried_out"), False, LATER, "decisions, and those removed"),
    (omsk("4", act=None), omsk("4", NGO, act=None), False, SAME, "a small number of which no act is said"),
    (omsk("40"), omsk("40", NGO, where="Moscow"), False, SAME, "same day, same number, other city"),
    (omsk(), omsk(by=NGO, when=NEXT), False, SAME, "same city, the next day by both texts"),
    (omsk("40"), omsk("75", NGO, when="2024-03-28"), False, LATER, "same city, another day of the week"),
    (omsk("40"), omsk("40", NGO, when="2024-03-28"), False, LATER, "same city and number, another day"),
    (omsk("40"), omsk("40", NGO, act="fine"), False, SAME, "same city, day and number, but fines"),
    (omsk(None, act="legislation", quote="The governor signed a decree on the registration of foreigners."), omsk(None, NGO, act="work_ban"), False, SAME, "a decree on another matter"),
    (omsk("40"), omsk("40", NGO, act="dismissal"), False, SAME, "same number, other thing"),
    (omsk("40"), omsk("40", NGO, where="Bishkek"), False, SAME, "another country"),
    (omsk("40", where="Krasnodar"), omsk("40", NGO, where="Sochi"), False, SAME, "two cities of one region"),
    (omsk("40", where="Volgograd Oblast"), omsk("40", NGO, where="Rostov Oblast"), False, SAME, "two regions"),
    (omsk("40", nations=("TJ",)), omsk("40", NGO, nations=("KG",)), False, SAME, "people of other citizenship"),
    (omsk("20", who="women"), omsk("20", NGO, who="men"), False, SAME, "the women and the men"),
    (omsk("40", quote=MARKET + " They held 40."), omsk("15", quote=MOSQUE + " They held 15."), False, "one", "one source tells of two places in one city that day"),
    (omsk(None, where="Russia", when=None), omsk(None, NGO, where="Russia", when=None), False, SAME, "two general complaints about a whole country"),
    (omsk(None, where="Russia", when=None), omsk(None, NGO, when=D), False, SAME, "a country-wide complaint is not the raid in Omsk"),
    (omsk("40", when=None), omsk("75", NGO, when=None), False, SAME, "undated, other numbers, nothing else in common"),
    (omsk("40", when=None), omsk("40", NGO, when=SOON), False, SAME, "dated after the other page was published"),
    (omsk("8", where="Russia", when=None), omsk("8", NGO, where="Russia", when=None), False, SAME, "eight is a number anyone may have"),
    (omsk("40", where="Russia", when=None), omsk("40", NGO, where="Russia", when=None), False, FAR, "undated and a year apart"),
    (omsk("30", act=OUT, where="Krasnodar", when="2024-03-22/.."), omsk("nearly 500", NGO, act=OUT, where="Russia", when="2024-03-22/.."), False, LATER, "a city's part and the national count"),
    (omsk("40", modality="general"), omsk("40", NGO), False, SAME, "what usually happens is no event"),
    (omsk("40", where="Crimea", when=None), omsk("75", NGO, where="Russia", when=None), False, SAME, "a disputed area is put in no country"),
    (omsk(None, act=OUT, stage="planned", modality="planned", when="2023-10-02/2023-10-08", where="Russia"), omsk("some 7,000", act=OUT, when="2023-06-19/2023-06-25", where="Russia"), False, SAME, "the second phase is not the first"),
]  # fmt: skip


def together(a, b, published):
    if published == "one":
        documents = [made(Doc("one.html", [a, b]))]
        ids = {s.id for s in documents[0].statements}
    else:
        documents = [made(Doc("a.html", [a], published[0])), made(Doc("b.html", [b], published[1]))]
        ids = {d.statements[0].id for d in documents}
    return any(ids <= set(event.statements) for event in weigh(documents).events)


@pytest.mark.parametrize(("a", "b", "expected", "published", "why"), CASES, ids=[c[4] for c in CASES])
def test_pair(a, b, expected, published, why):
    assert together(a, b, published) is expected, why


def test_there_are_enough_cases():
    assert len(CASES) >= 40
    assert {c[0].act for c in CASES} - {None} <= set(acts())


def test_a_vague_report_does_not_bridge_two_raids():
    weighed = weigh(
        [
            made(Doc("moscow.html", [omsk("40", where="Moscow")])),
            made(Doc("omsk.html", [omsk("40", by=NGO)])),
            made(Doc("vague.html", [omsk("40", by=LAWYER, where="Russia")])),
        ]
    )
    assert not any({"moscow.html", "omsk.html"} <= set(e.documents) for e in weighed.events)


def test_days_do_not_chain():
    days = [f"2024-03-{n:02}" for n in range(10, 20)]
    weighed = weigh([made(Doc(f"{d}.html", [omsk("40", by=(), when=d, basis="published")], d)) for d in days])
    spans = [sorted(e.documents) for e in weighed.events]
    assert all(int(span[-1][8:10]) - int(span[0][8:10]) <= 2 for span in spans)


def test_a_raid_is_part_of_the_operation_around_it():
    weighed = weigh(
        [
            made(Doc("one.html", [omsk("40", act=RAID)])),
            made(Doc("all.html", [omsk("nearly 900", NGO, act=RAID, where="Russia", when="2024-03-22/2024-03-28")])),
        ]
    )
    parts = {e.documents[0]: e.part_of for e in weighed.events}
    whole = next(e.id for e in weighed.events if e.documents == ("all.html",))
    assert parts == {"one.html": whole, "all.html": None}


def test_an_event_dated_in_one_document_is_dated_for_the_other():
    weighed = weigh([made(Doc("a.html", [omsk("112")])), made(Doc("b.html", [omsk("112", NGO, when=None)]))])
    assert [(e.when, e.documents) for e in weighed.events] == [(D, ("a.html", "b.html"))]


def test_bare_numbers_bridge_no_two_acts():
    says = [*(omsk("475", act=None) for _ in range(7)), omsk("475"), omsk("475", act=OUT)]
    documents = [made(Doc(f"{n}.html", [say], SAME[0])) for n, say in enumerate(says)]
    families = [
        {s.act for d in documents for s in d.statements if s.id in event.statements} - {None}
        for event in weigh(documents).events
    ]
    assert {"arbitrary_detention", "expulsion"} not in families
    assert {"arbitrary_detention"} in families
    assert {"expulsion"} in families
