"""A publisher's appeal for money is furniture wherever it stands, and makes no page a letter."""

from __future__ import annotations

import pytest

from guvoh.extraction.finder import find
from guvoh.ingest import read_bytes
from guvoh.model import Document, Role

ARTICLE = (
    "Sixty packers led away from Vologda depot",
    "June 3, 2021",
    "Police in Vologda detained sixty packers at a depot on Thursday and drove them to two stations, a lawyer said.",
)
APPEAL = (
    "A Message from The Vologda Post:",
    "Dear readers,",
    "We are under pressure as never before. Prosecutors have called The Vologda Post undesirable.",
    "These steps are meant to silence us. The authorities claim that our work harms the state.",
    "Your support, however small, matters. If you can, please support us monthly from just $3.",
    "By backing The Vologda Post, you are defending journalism that cannot be bought.",
    "Remind me later.",
)


def read(*blocks: str, apart: str = "\n\n") -> Document:
    return read_bytes(apart.join(blocks).encode(), "page.txt")[0].document


def roles(document: Document, lines: tuple[str, ...]) -> list[Role | None]:
    return [document.role_at(document.text.index(line)) for line in lines]


@pytest.mark.parametrize("apart", ["\n\n", "\n"])
def test_an_appeal_below_an_article_is_furniture(apart):
    document = read(*ARTICLE, *APPEAL, apart=apart)
    assert set(roles(document, APPEAL)) == {Role.FURNITURE}
    assert roles(document, ARTICLE[2:]) == [Role.BODY]
    assert find(document).letter is None


def test_the_article_goes_on_below_an_appeal():
    after = "The packers came from Osh and had worked at the depot since January, their foreman told a local paper."
    document = read(*ARTICLE, *APPEAL, after)
    assert roles(document, (after,)) == [Role.BODY]


def test_what_asks_for_nothing_is_no_appeal():
    letter = (
        "Dear readers,",
        "We went to Vologda and spoke with the packers who had been held at the depot for two days.",
    )
    document = read(*ARTICLE, *letter)
    assert roles(document, letter[1:]) == [Role.BODY]


@pytest.mark.parametrize(
    "line",
    [
        "If you are able, give from just $2 a month.",
        "Help us go on, from only $2.",
        "Please contribute $5 today.",
        "USD 69.49",
        "EUR 77,86",
        "1 pages in this article",
        "Contact us for removal.",
    ],
)
def test_lines_that_ask_for_money_or_tell_a_rate_are_furniture(line):
    document = read(*ARTICLE, "The men were let go on Friday after their papers had been looked at.", line)
    assert roles(document, (line,)) == [Role.FURNITURE]


@pytest.mark.parametrize(
    "line",
    [
        "Help us, the officers said, or pay a fine of $200 each.",
        "The packers give $50 of every wage to the foreman, they told us.",
        "He could not contact us for a week.",
    ],
)
def test_an_article_may_tell_of_money_and_help(line):
    document = read(*ARTICLE, line, "The men were let go on Friday after their papers had been looked at.")
    assert roles(document, (line,)) == [Role.BODY]
