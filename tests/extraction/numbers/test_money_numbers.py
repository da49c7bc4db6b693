"""Sums of money in many currencies, bare sums in the context of one, and codes that are none."""

import pytest

from guvoh.extraction.numbers import NumberKind, find_numbers


def sums(text):
    found = find_numbers(text, 0, len(text))
    return [(n.words, n.best, n.unit) for n in found if n.kind is NumberKind.MONEY]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("The loss was R350,000 in all.", "R350,000", 350_000, "ZAR"),
        ("It cost R12m to build.", "R12m", 12_000_000, "ZAR"),
        ("A fine of RM10,000 was set.", "RM10,000", 10_000, "MYR"),
        ("A fine of Rs 500 was set.", "Rs 500", 500, "rupee"),
        ("They took Rs500 each.", "Rs500", 500, "rupee"),
        ("They took 50,000 rupees.", "50,000", 50_000, "rupee"),
        ("They took 3 mln so'm.", "3 mln", 3_000_000, "UZS"),
        ("They took 500,000 soums.", "500,000", 500_000, "UZS"),
        ("They took 2,000 som.", "2,000", 2_000, "KGS"),
        ("They took ₽5,000.", "₽5,000", 5_000, "RUB"),
        ("They took 200,000₸.", "200,000", 200_000, "KZT"),
        ("They took CHF 500.", "CHF 500", 500, "CHF"),
        ("He owes NPR 180,000.", "NPR 180,000", 180_000, "NPR"),
        ("It paid QR 1.16 billion.", "QR 1.16 billion", 1_160_000_000, "QAR"),
        ("Fines of TL 2.1 million were set.", "TL 2.1 million", 2_100_000, "TRY"),
        ("They took KSh 1,000.", "KSh 1,000", 1_000, "KES"),
        ("They took HK$20.", "HK$20", 20, "HKD"),
        ("They took ₦5,000.", "₦5,000", 5_000, "NGN"),
        ("They took 200 zł.", "200", 200, "PLN"),
        ("They took 300 lei.", "300", 300, "leu"),
        ("They took 5,000 CFA francs.", "5,000", 5_000, "XOF"),
        ("They took US$ 40.", "US$ 40", 40, "USD"),
    ],
)
def test_currencies_by_sign_code_and_name(text, words, value, unit):
    assert (words, value, unit) in sums(text)


def test_a_bare_sum_takes_the_currency_told_before():
    text = "The court made him pay 400,000 rubles. The driver had asked for 2 million."
    assert sums(text)[1] == ("2 million", 2_000_000, "RUB")
    assert sums("The driver had asked for 2 million.") == []
    assert len(sums("It has 400,000 rubles and $30. He had asked for 2 million.")) == 2
    assert len(sums("He paid 400,000 rubles and asked for 2,000 men.")) == 1


@pytest.mark.parametrize(
    "text", ["They closed the R61 and the R350 road.", "Form R2 is due.", "He read the A4 page.", "The 3 won at last."]
)
def test_codes_and_words_that_are_no_currency(text):
    assert sums(text) == []


@pytest.mark.parametrize("hedge", ["'fewer than 150'", "“fewer than 150”", '"fewer than 150"'])
def test_a_quoted_hedge_bounds_its_number(hedge):
    text = f"It put the number of women at {hedge} and left."
    assert [(n.words, n.high) for n in find_numbers(text, 0, len(text))] == [("fewer than 150", 150.0)]
