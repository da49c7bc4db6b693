"""A happening dated in one document dates what another sets after it; doubtful dates are never lent."""
# ruff: noqa: E501 (one case per line)

import pytest
from weighing_material import Doc, Say, made, place

from guvoh.assessment import weigh
from guvoh.assessment.question import Question
from guvoh.assessment.tally import tally

DATING = "Xenophobia grew after the March 22, 2024, attack on Meridian City Hall in the capital."
DATED = (("March 22, 2024", "2024-03-22"),)


def dating(text=DATING, dates=DATED, path="dating.html"):
    return made(Doc(path, [], "2024-10-28", extra=(text,), dates=dates))


def told(quote, published="2024-04-11"):
    first, _, rest = quote.partition(". ")
    say = Say("30", "expulsion", "Krasnodar", None, stage="ordered", quote=first + "." if rest else first)
    return made(Doc("told.html", [say], published, extra=(rest,) if rest else ()))


def when(*findings):
    return [event.when for event in weigh(findings).events]


@pytest.mark.parametrize(
    ("quote", "expected", "why"),
    [
        ("After the attack on Meridian City Hall, 30 migrants were ordered out.", "2024-03-22/..", "after it"),
        ("As a result of raids after the terror act at the Meridian City Hall, 30 had to go.", "2024-03-22/..", "named"),
        ("30 migrants were ordered out following the Meridian City Hall attack.", "2024-03-22/..", "the name stands first"),
        ("30 migrants were ordered out before the attack on Meridian City Hall.", None, "before it is not after it"),
        ("After the attack on Northern Trade House, 30 migrants were ordered out.", None, "another attack"),
        ("30 migrants were ordered out. After the attack on Meridian City Hall all was quiet.", None, "another sentence"),
    ],
)  # fmt: skip
def test_a_date_is_lent(quote, expected, why):
    assert when(dating(), told(quote)) == [expected], why


def test_a_date_is_not_lent_to_a_document_published_before_it():
    assert when(dating(), told("After the attack on Meridian City Hall, 30 had to go.", "2023-01-01")) == [None]


def test_a_day_without_a_year_takes_the_year_of_the_happening_of_that_day():
    say = Say("nearly 500", "expulsion", "Russia", "XXXX-03-22/..", stage="ordered")
    text = "It began with the terrorist attack on a concert hall on March 22, which nobody foresaw."
    undated = made(Doc("undated.html", [say], None, extra=(text,), dates=(("March 22", "XXXX-03-22"),)))
    assert when(dating(), undated) == ["2024-03-22/.."]
    assert when(undated) == ["XXXX-03-22/.."]
    other = made(
        Doc("undated.html", [say], None, extra=("Snow fell on March 22.",), dates=(("March 22", "XXXX-03-22"),))
    )
    assert when(dating(), other) == ["XXXX-03-22/.."]


def test_documents_that_disagree_on_the_date_lend_none():
    other = dating(DATING.replace("22", "23"), (("March 23, 2024", "2024-03-23"),), "other.html")
    assert when(dating(), other, told("After the attack on Meridian City Hall, 30 had to go.")) == [None]


def test_an_operation_lends_its_days_to_what_was_done_in_it():
    ran = dating(
        "The operation Perekat-2023 ran from June 19 to June 25.",
        (("from June 19 to June 25", "2023-06-19/2023-06-25"),),
    )
    assert when(ran, told("30 were removed as part of operation Perekat-2023.", "2023-09-05")) == [
        "2023-06-19/2023-06-25"
    ]


def test_a_lent_date_lets_the_figure_count_and_the_proof_says_so():
    findings = [dating(), told("After the attack on Meridian City Hall, 30 migrants had to go.")]
    found = tally(findings, Question("removal", place("Russia"), "2024-03-22/2024-04-11"))
    assert found.minimum == 30
    assert "dated by another report" in found.used[0].why
