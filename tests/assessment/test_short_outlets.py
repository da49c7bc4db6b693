"""A publisher named in short in another text is one source with it, where no other can be meant."""

import pytest
from test_incremental import one_by_one, same
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh


def page(publisher, *cited, place="Omsk"):
    says = [
        Say(str(20 + n), "fine", place, "2024-03-23", ("A trader", f"outlet:{name}")) for n, name in enumerate(cited)
    ]
    return made(Doc(f"{publisher}.html", says or [Say("9", "fine", place, "2024-03-23")], publisher=publisher))


def names_of(*pages):
    return sorted(name for source in weigh(pages).sources for name in (source.name,) if name != "A trader")


@pytest.mark.parametrize(
    ("cited", "publisher", "why"),
    [
        ("Herald", "Tula Herald", "the last word"),
        ("the Herald", "The Tula Herald", "articles tell nothing"),
        ("Union-Tribune", "Omsk Union-Tribune", "the last words"),
        ("Вестник", "Тульский вестник", "in Russian"),
    ],
)
def test_a_short_name_is_the_one_publisher_that_ends_in_it(cited, publisher, why):
    found = weigh([page("Steppe Courier", cited), page(publisher)])
    assert names_of(page("Steppe Courier", cited), page(publisher)) == sorted(["Steppe Courier", publisher]), why
    (source,) = [one for one in found.sources if one.name == publisher]
    assert source.aliases == (cited,)


@pytest.mark.parametrize(
    ("pages", "why"),
    [
        ([page("Steppe Courier", "Herald"), page("Tula Herald"), page("Omsk Herald")], "two end in it"),
        ([page("Steppe Courier", "Herald", "Omsk Herald"), page("Tula Herald")], "its page names another"),
        ([page("Steppe Courier", "Herald"), page("Tula Herald"), page("Herald")], "one is named so"),
        ([page("Steppe Courier", "Times"), page("Tula Times")], "a name that very many have"),
        ([page("Steppe Courier", "News"), page("Tula News")], "no name"),
        ([page("Steppe Courier", "Herald"), page("Herald of Tula")], "no last word"),
        ([page("Steppe Courier", "Tula"), page("Radio Free Tula Herald")], "a word within"),
        ([page("Steppe Courier", "Herald"), page("Chuy Herald", place="Bishkek")], "another country"),
        ([page("Herald", "Steppe Courier"), page("Tula Herald")], "a publisher is no short name"),
    ],
)
def test_where_it_is_not_sure_a_short_name_is_a_source_of_its_own(pages, why):
    cited = {link.name for one in pages for s in one.statements for link in s.attribution} - {"A trader"}
    assert names_of(*pages) == sorted(cited), why


def test_a_second_publisher_of_that_end_parts_them_again_in_whatever_order_pages_come():
    pages = [page("Steppe Courier", "Herald"), page("Tula Herald"), page("Omsk Herald")]
    for some in (pages[:2], pages, pages[::-1], [pages[1], pages[0], pages[2]]):
        same(one_by_one(some), weigh(some))


@pytest.mark.parametrize(
    ("says", "by", "is_credited", "why"),
    [
        ("The International Herald says 45 people were held.", "International Herald", False, "another outlet ends so"),
        ("The Tula Herald says 45 people were held.", "Tula Herald", True, "its whole name"),
        ("The Herald says 45 people were held.", "Herald", True, "its short name, on a page that uses it"),
    ],
)
def test_a_short_name_within_another_name_gives_nothing_to_the_publisher(says, by, is_credited, why):
    def held(*links, quote=None):
        return Say("45", "arbitrary_detention", "Omsk", "2024-03-23", links, quote=quote)

    herald = made(Doc("a.html", [held("witness:witnesses")], publisher="Tula Herald"))
    short = made(Doc("b.html", [held("outlet:Herald")], publisher="Novaya"))
    other = made(Doc("c.html", [held(f"outlet:{by}", quote=says)], publisher="Sever"))
    found = weigh([herald, short, other])
    (pair,) = [pair for pair in found.documents if (pair.a, pair.b) == ("a.html", "c.html")]
    assert any("account" in reason for reason in pair.why) is is_credited, why
