"""Golden cases: two documents about one event, neither naming the other, and whether they share an origin."""
# ruff: noqa: E501 (one case per line)

import pytest
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.assessment.origins import speaks_of_itself
from guvoh.assessment.sides import Side, body_side

DAY = "2024-03-23"
POLICE, LAWYER = "official:regional police", "Valentina Chupik (lawyer)"


def omsk(words, *by):
    return Say(words, "arbitrary_detention", "Omsk", DAY, by)


COURIER, POST, MINISTRY, WATCH = "Courier", "Post", "Press service of the regional police", "Fair Work Watch"
# (publisher and statements of each, relation, why)
CASES = [
    ((COURIER, [omsk("30", "witness:a trader")]), (COURIER, [omsk("94", POLICE), omsk(None)]), "independent", "an outlet goes on with its story by other sources"),
    ((COURIER, [omsk("30")]), (COURIER, [omsk("30")]), "shares_origin", "one outlet without any source says it twice"),
    ((MINISTRY, [omsk("62")]), (POST, [omsk("62", POLICE), omsk(None, "witness:a trader")]), "shares_origin", "the paper has the number from the police"),
    ((MINISTRY, [omsk("62")]), (POST, [omsk("62", LAWYER)]), "independent", "the lawyer came to the number alone"),
    ((MINISTRY, [omsk("62")]), (WATCH, [omsk("62", POLICE), omsk("140", "witness:residents"), omsk(None)]), "independent", "a monitor names the police's number beside its own"),
    ((COURIER, [omsk("76", "official:regional interior ministry")]), (POST, [omsk("76", "official:press service of the regional interior ministry")]), "shares_origin", "both have the number from one ministry"),
    ((COURIER, [omsk("76", "company:delivery company")]), (POST, [omsk("76", "company:delivery company")]), "shares_origin", "the company gives it in both"),
    ((COURIER, [omsk("475", POLICE)]), (POST, [omsk("475"), omsk(None, LAWYER)]), "shares_origin", "the press gives the number that officials announced a day before"),
    ((COURIER, [omsk("475", POLICE)]), (POST, [omsk("475", LAWYER)]), "independent", "the lawyer counts as many as officials"),
    ((COURIER, [omsk("400", POLICE)]), (POST, [omsk("400"), omsk(None, LAWYER)]), "independent", "a round number is met by chance"),
    ((COURIER, [omsk("41", POLICE)]), (POST, [omsk("41"), omsk(None, LAWYER)]), "independent", "so few a reporter counts himself"),
    ((WATCH, [omsk("475")]), (POST, [omsk("475", POLICE), omsk(None, LAWYER)]), "independent", "a monitor counts alone"),
    ((COURIER, [omsk("76", "witness:a trader")]), (POST, [omsk("76", "witness:a driver")]), "independent", "two witnesses count alike"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected", "why"), CASES, ids=[c[3] for c in CASES])
def test_relation_of_documents(one, other, expected, why):
    documents = [
        made(Doc(path, says, published, publisher))
        for path, published, (publisher, says) in (("a.html", "2024-03-25", one), ("b.html", "2024-03-26", other))
    ]
    (pair,) = weigh(documents).documents
    assert pair.relation == expected, (why, pair.why)


def test_two_pages_that_hear_one_known_source_are_never_independent():
    says = [omsk("30", "ngo:Open Threshold")], [omsk("94", LAWYER), omsk(None, "ngo:Open Threshold")]
    heard = [("ngo:Open Threshold",)], [(LAWYER,), ("ngo:Open Threshold",)]
    one, other = (
        made(Doc(path, told, "2024-03-25", publisher, sources=cited))
        for path, told, publisher, cited in zip(("a.html", "b.html"), says, (COURIER, POST), heard, strict=True)
    )
    (pair,) = weigh([one, other]).documents
    assert (pair.relation, pair.why) == ("shares_origin", ("both go back to Open Threshold",))


@pytest.mark.parametrize(
    ("by", "own", "expected"),
    [
        ((POLICE,), (), "both give the number 475, which officials announced"),
        (("outlet:Ural Post",), ("witness:a trader",), "both give the number 475, which neither counted itself"),
    ],
)
def test_a_number_of_two_pages_is_officials_only_where_one_of_them_gives_it(by, own, expected):
    one = made(Doc("a.html", [omsk("475", *by), omsk(None, *own)], "2024-03-25", COURIER))
    other = made(Doc("b.html", [omsk("475"), omsk(None, LAWYER)], "2024-03-26", POST))
    (pair,) = weigh([one, other]).documents
    assert expected in pair.why


@pytest.mark.parametrize(
    ("name", "publisher", "quote", "expected"),
    [
        ("Consulate", "Consulate General of Guatemala", "the Consulate has established", True),
        ("comparison", "Courier", "According to this comparison, 120 were held", True),
        ("police", "Police Gazette Weekly", "the police said", True),
        ("police", "Courier", "the police said", False),
        ("Marina Sobolenko", "Consulate General of Guatemala", "she said", False),
    ],
)
def test_a_body_on_its_own_page_is_its_publisher(name, publisher, quote, expected):
    assert speaks_of_itself(name, publisher, quote) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Human Rights Watch", Side.CIVIL),
        ("Civic Assistance Committee", Side.CIVIL),
        ("Department for Migrant Labour", Side.STATE),
        ("Coast Guard press office", Side.STATE),
        ("Northline News Agency", Side.OPEN),
        ("Ural Courier", Side.OPEN),
        ("RFE/RL", Side.OPEN),
        ("Associated Press", Side.OPEN),
        ("Federal Bailiff Service", Side.STATE),
    ],
)
def test_the_side_of_a_body(name, expected):
    assert body_side(name) is expected


def test_a_page_that_cites_the_publisher_of_another_stands_beside_it():
    bulletin = made(
        Doc("a.html", [Say("630", None, "Omsk", DAY, unit="child")], "2024-03-25", "Border Support Network")
    )
    wire = Doc("b.html", [omsk("412", POLICE)], "2024-03-26", "Wire", (), (("ngo:Border Support Network",),))
    (pair,) = weigh([bulletin, made(wire)]).documents
    assert (pair.a, pair.b) == ("a.html", "b.html")
    assert weigh([bulletin, made(Doc("b.html", [omsk("412", POLICE)], "2024-03-26", "Wire"))]).documents == ()


def test_a_page_in_another_script_that_cites_a_channel_goes_back_to_it():
    post = Doc("post.txt", [], "2024-03-24", "Химки без прикрас", ("Задержали 137 человек: Химки, Москва.",), (), "ru")
    told = Say(
        "137",
        "arbitrary_detention",
        "Khimki",
        DAY,
        ("outlet:Khimki Bez Prikras",),
        quote="137 held in Khimki, Moskva, the channel Khimki Bez Prikras reports.",
    )
    (pair,) = weigh([made(post), made(Doc("margin.txt", [told], "2024-03-25", "Margin"))]).documents
    assert pair.relation == "repeats"
