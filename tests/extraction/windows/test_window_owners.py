"""Which act of a Russian clause a number belongs to."""

import pytest
from russian_text import told


def counts(text, act):
    """The words of the numbers that belong to an act."""
    return [s.count.words for s in told(text) if s.act == act and s.count is not None]


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        ("Суд выдворил отца троих детей.", "expulsion", []),
        ("Около двух тысяч человек потребовали выслать приезжих.", "expulsion", []),
        ("Суд решил выдворить отца и двоих его сыновей.", "expulsion", ["двоих его сыновей"]),
        ("Полиция обходила стройки.\n\n▪️ 56 доставлены в отделы\n▪️ 11 — на выдворение", "expulsion", ["11"]),
        ("Полиция обходила стройки.\n\n▪️ 56 доставлены в отделы", "arbitrary_detention", ["56"]),
    ],
)
def test_whom_an_act_befell(text, act, words):
    assert counts(text, act) == words
