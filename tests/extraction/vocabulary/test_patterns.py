"""The language of vocabulary patterns: what each sign means, over words alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.extraction.annotate import Token
from guvoh.extraction.vocabulary.patterns import compile_pattern
from guvoh.model.errors import BadTerm

CLASSES = {"place": frozenset({"hostel", "hostels", "market"}), "person": frozenset({"migrant", "migrants"})}
NOUNS = frozenset("raid raids hostel hostels market police migrant migrants custody order home".split())
VERBS = frozenset("raid raided raids detain detained order ordered leave left".split())


def tokens(text, **classes):
    """Words apart by spaces, with a class by name or by the lists above."""
    out, at = [], 0
    for i, word in enumerate(text.split()):
        lower = word.lower()
        pos = classes.get(lower, "VERB" if lower in VERBS else "NOUN" if lower in NOUNS else "ADP")
        out.append(Token(i, at, at + len(word), word, lower, pos, "", "", "", i, 0))
        at += len(word) + 1
    return out


def hits(pattern, text, **classes):
    row = tokens(text, **classes)
    return [
        (" ".join(t.text for t in row[m.first : m.last + 1]), row[m.head].text)
        for m in compile_pattern(pattern, CLASSES).matches(row)
    ]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("deport", "They deported two and deport more", [("deported", "deported"), ("deport", "deport")]),
        ("=deport", "They deported two and deport more", [("deport", "deport")]),
        ("deport|expel", "expelled and deported", [("expelled", "expelled"), ("deported", "deported")]),
        ("in custody", "held in custody", [("in custody", "in")]),
        ("in *custody", "held in custody", [("in custody", "custody")]),
        ("order ..2 leave", "ordered them to leave", [("ordered them to leave", "ordered")]),
        ("order ..1 leave", "ordered them to leave", []),
        ("order ..2 leave", "ordered us ; leave", []),
        ("take the? home", "taken home", [("taken home", "taken")]),
        ("take the? home", "taken the home", [("taken the home", "taken")]),
        ("raid ..1 @place", "raided a hostel", [("raided a hostel", "raided")]),
        ("raid ..1 @place", "raided a church", []),
        ("*=operation @capital", "operation Anaconda", [("operation Anaconda", "operation")]),
        ("*=operation @capital", "operation anaconda", []),
        ("asylum-seeker", "an asylum - seeker", [("asylum - seeker", "seeker")]),
        ("break ..1 down", "break it down", [("break it down", "break")]),
        ("DEPORT", "deport", []),
    ],
)
def test_what_a_pattern_finds(pattern, text, expected):
    assert hits(pattern, text) == expected


def test_classes_of_words_are_asked_for():
    assert hits("*raid/N", "the raid", raid="NOUN") == [("raid", "raid")]
    assert hits("*raid/N", "they raid", raid="VERB") == []
    assert hits("*raid/V", "they raid", raid="VERB") == [("raid", "raid")]
    assert hits("*raid/V", "the raid", raid="NOUN") == []
    assert hits("*violent/A", "violent men", violent="ADJ") == [("violent", "violent")]


def test_a_verb_with_its_ending_is_a_verb_whatever_the_tagger_says():
    assert hits("*deport/V", "they deported", deported="NOUN") == [("deported", "deported")]
    assert hits("*evict/V", "to evict", evict="NOUN") == [("evict", "evict")]


@pytest.mark.parametrize("pattern", ["", "the? raid", "..2 raid", "@nobody", "raid ..1 @nobody"])
def test_a_pattern_that_cannot_be_used_is_refused(pattern):
    with pytest.raises(BadTerm) as caught:
        compile_pattern(pattern, CLASSES)
    assert caught.value.next_step


def test_the_words_to_look_for_are_the_telling_ones():
    assert "custody" in compile_pattern("in custody", CLASSES).anchors
    assert "in" in compile_pattern("in custody", CLASSES).firsts
    assert compile_pattern("@capital *operation", CLASSES).firsts == frozenset()


WORDS = st.lists(st.sampled_from("police raided a hostel migrants order leave , ; of in the".split()), max_size=9)
PATTERNS = ["raid ..1 @place", "*order ..3 leave", "@person", "in the? @place", "raid a hostel? of"]


@given(WORDS, st.sampled_from(PATTERNS))
def test_a_match_begins_with_its_first_word_and_holds_its_head(words, pattern):
    row = tokens(" ".join(words))
    known = compile_pattern(pattern, CLASSES)
    found = known.matches(row)
    assert len({m.first for m in found}) == len(found)
    for m in found:
        assert 0 <= m.first <= m.head <= m.last < len(row)
        assert row[m.first].lower in known.firsts
        assert any(t.lower in known.anchors for t in row[m.first : m.last + 1])


@pytest.mark.parametrize(
    ("pattern", "words", "may"),
    [
        ("detain ..3 migrant", "police detained migrants", True),
        ("detain ..3 migrant", "migrants detained", True),  # the order is looked at later
        ("detain ..3 migrant", "police detained men", False),
        ("detain the? migrant", "detained migrants", True),  # an optional word need not be there
        ("detain ..2 @capital", "detained Rustam", True),
        ("short-term order", "short - term orders", True),
        ("short-term order", "long - term orders", False),
    ],
)
def test_a_pattern_is_tried_only_where_each_of_its_words_stands(pattern, words, may):
    assert compile_pattern(pattern, CLASSES).may_match(frozenset(words.lower().split())) is may
