"""Identity: content addresses, framed hashes and statement ids that may never change."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.model.identity import content_address, framed_hash, statement_id

SHA = "ab" * 32
PARTS = st.lists(st.text(max_size=6), max_size=5)
GOLDEN = [
    ((SHA, 1, (10, 18), (0, 9), "expulsion", (22, 28)), "7644e8691db137a90e8a2355b6ab6870"),
    ((SHA, 1, (10, 18), None, "expulsion", (22, 28)), "463f82e5c9b171158c48fad98dab79d2"),
    ((SHA, 1, (10, 18), (0, 9), "expulsion", None), "e42ef089be1993e311ba355aca7715cb"),
    ((SHA, 1, (0, 9), (0, 9), None, None), "efce89ff9536d573847a95843699643b"),
    ((SHA, 2, (10, 18), (0, 9), "expulsion", (22, 28)), "e6f0c343ab912c2802551cc785e7574e"),
]


def test_content_address_is_sha256():
    assert content_address(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert content_address(b"report") == hashlib.sha256(b"report").hexdigest()


def test_framed_hash_frames_each_part_by_its_length_in_bytes():
    frame = b"\0\0\0\0\0\0\0\x02\xd1\x8e" + b"\0\0\0\0\0\0\0\0"
    assert framed_hash("ю", "") == hashlib.sha256(frame).hexdigest()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("ab", "c"), ("a", "bc")),
        (("ab",), ("a", "b")),
        (("a", ""), ("a",)),
        ((), ("",)),
        (("", "a"), ("a", "")),
        (("1:2",), ("1", "2")),
    ],
)
def test_other_splits_of_one_text_are_other_keys(a, b):
    assert framed_hash(*a) != framed_hash(*b)


@given(PARTS, PARTS)
def test_keys_are_equal_exactly_when_parts_are(a, b):
    assert (framed_hash(*a) == framed_hash(*b)) == (a == b)


@given(st.text(max_size=12), st.data())
def test_every_cut_of_a_text_is_its_own_key(text, data):
    cut, other = (data.draw(st.integers(0, len(text))) for _ in "ab")
    same = framed_hash(text[:cut], text[cut:]) == framed_hash(text[:other], text[other:])
    assert same == (cut == other)


def test_lone_surrogates_have_a_key_of_their_own():
    assert framed_hash("\ud800") != framed_hash("\ud801") != framed_hash("?")


@pytest.mark.parametrize(("parts", "expected"), GOLDEN)
def test_statement_ids_of_old_records_stay(parts, expected):
    assert statement_id(*parts) == expected


@given(
    st.tuples(st.integers(0, 999), st.integers(0, 999)),
    st.none() | st.tuples(st.integers(0, 999), st.integers(0, 999)),
    st.sampled_from([None, "raid", "fine"]),
    st.none() | st.tuples(st.integers(0, 999), st.integers(0, 999)),
)
def test_each_part_counts(trigger, count, act, place):
    made = statement_id(SHA, 1, trigger, count, act, place)
    assert len(made) == 32
    assert made != statement_id(SHA, 2, trigger, count, act, place)
    assert made != statement_id("cd" * 32, 1, trigger, count, act, place)
    assert made != statement_id(SHA, 1, (trigger[0], trigger[1] + 1), count, act, place)
    assert made != statement_id(SHA, 1, trigger, (1000, 1001), act, place)
    assert made != statement_id(SHA, 1, trigger, count, "raiding", place)
    assert made != statement_id(SHA, 1, trigger, count, act, (1000, 1001))
