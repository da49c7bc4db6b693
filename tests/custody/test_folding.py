"""Folding: spellings that search must take for one, and the true place of every word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.custody.folding import fold, folded, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Тёмный", "темный"),
        ("ДЕЛО", "дело"),
        ("тоҷикӣ", "точики"),
        ("Ўзбекистон", "узбекистон"),
        ("қурултой", "курултой"),
        ("Өзгөн", "озгон"),
        ("o‘zbek", "oʻzbek"),
        ("o'zbek", "oʼzbek"),
        ("O`ZBEK", "ozbek"),
        ("ma'lumot", "ma’lumot"),
        ("уче\u0301та", "учета"),
        ("й", "и\u0306"),
        ("café", "CAFE"),
        ("mi\u00adgrant", "migrant"),
        ("ﬁne", "fine"),
    ],
)
def test_spellings_of_one_word_fold_together(one, other):
    assert folded(one) == folded(other) != ""


def test_letters_that_differ_stay_apart():
    assert fold("й") != fold("и")
    assert fold("мой") != fold("мои")


def test_a_possessive_folds_to_its_word():
    assert folded("Ukraine’s police") == "ukraine police"


def test_words_carry_their_places():
    text = "«Тёмное» дело: 2,500 calls; o‘zbek."
    found = [(word.folded, text[word.start : word.end]) for word in words(text)]
    assert found == [
        ("темное", "Тёмное"),
        ("дело", "дело"),
        ("2", "2"),
        ("500", "500"),
        ("calls", "calls"),
        ("ozbek", "o‘zbek"),
    ]


def test_a_part_of_a_text_is_searched_with_offsets_into_the_whole():
    text = "one two three"
    assert [(w.folded, w.start, w.end) for w in words(text, 4, 9)] == [("two", 4, 7), ("t", 8, 9)]


@given(st.text())
def test_any_text_gives_words_in_order_inside_it(text):
    last = 0
    for word in words(text):
        assert last <= word.start < word.end <= len(text)
        assert word.folded
        assert " " not in word.folded
        last = word.end


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)
