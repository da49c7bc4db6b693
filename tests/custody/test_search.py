"""Search: every hit stands at its true place, in every script, and furniture is never found."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guvoh.model import Role


def check(vault, hits):
    """Every hit's words are the text's own, at the offsets given."""
    texts = {s.document.sha256: s.document.text for s in vault.documents()}
    for hit in hits:
        text = texts[hit.sha256]
        assert text[hit.start : hit.end] == hit.match
        assert text[hit.start - len(hit.before) : hit.start] == hit.before
        assert text[hit.end : hit.end + len(hit.after)] == hit.after
    return [hit.match for hit in hits]


@pytest.mark.parametrize(
    ("words", "match"),
    [
        ("raid", "raid"),
        ("RAID", "raid"),
        ("темное", "Тёмное"),
        ("ТЁМНОЕ ДЕЛО", "Тёмное дело"),
        ("узбекистон", "Ўзбекистон"),
        ("точикистон", "Тоҷикистон"),
        ("ozbekiston", "O‘zbekiston"),
        ("o'zbekiston", "O‘zbekiston"),
        ("oʻzbekiston", "O‘zbekiston"),
        ("озгон", "Өзгөн"),
        ("Ukraine", "Ukraine"),
        ("2,500", "2,500"),
        ("мигранты", "мигрантов"),
        ("expulsions", "expulsion"),
        ("expul", "expulsion"),
        ("calls over", "over 2,500 calls"),
    ],
)
def test_words_are_found_at_their_places(vault, document, words, match):
    vault.keep(
        *document(
            ("Lead of the page", Role.LEAD),
            "Тёмное дело: 30 мигрантов, Ўзбекистон, Тоҷикистон, O‘zbekiston, Өзгөн. Ukraine’s raid.",
            "The lawyer took over 2,500 calls; an expulsion was ordered.",
        )
    )
    assert check(vault, vault.search(words)) == [match]


def test_context_ends_between_words_and_inside_the_passage(vault, document):
    text = "word " * 60 + "needle" + " word" * 60
    vault.keep(*document("Before.", text, "After."))
    (hit,) = vault.search("needle")
    check(vault, [hit])
    assert 60 < len(hit.before) <= 90
    assert 60 < len(hit.after) <= 90
    assert set((hit.before + hit.after).split()) == {"word"}


def test_only_telling_passages_are_searched(vault, document):
    vault.keep(
        *document(
            ("Kept title", Role.TITLE),
            ("letterhead secretword", Role.LETTERHEAD),
            ("comment secretword", Role.COMMENT),
            ("furniture secretword", Role.FURNITURE),
            ("caption tellingword", Role.CAPTION),
            ("table tellingword", Role.TABLE),
            ("quote tellingword", Role.QUOTE),
        )
    )
    assert vault.search("secretword") == []
    assert {hit.role for hit in vault.search("tellingword")} == {Role.CAPTION, Role.TABLE, Role.QUOTE}
    assert [hit.role for hit in vault.search("kept title")] == [Role.TITLE]


def test_a_title_known_from_metadata_only_is_found(vault, document):
    vault.keep(*document("First passage.", "Second.", title="Забастовка в порту"))
    (hit,) = vault.search("порту забастовка")
    assert (hit.match, hit.start, hit.title) == ("", 0, "Забастовка в порту")
    assert hit.after.startswith("First")
    (mixed,) = vault.search("порту first")
    assert mixed.match == "First"
    check(vault, [hit, mixed])


def test_all_words_must_be_there(vault, document):
    vault.keep(*document("police raid", "police station"))
    assert check(vault, vault.search("police raid")) == ["police raid"]
    assert vault.search("police absent") == []


def test_words_far_apart_show_the_first(vault, document):
    vault.keep(*document("needle " + "hay " * 200 + "thread"))
    assert check(vault, vault.search("thread needle")) == ["needle"]


def test_the_closest_stand_of_the_words_is_shown(vault, document):
    vault.keep(*document("raid one two three four police; later police raid again"))
    assert check(vault, vault.search("raid police")) == ["police raid"]


def test_whole_words_come_before_other_forms(vault, document):
    vault.keep(*document("raiders raiders raiders", path="a"))
    vault.keep(*document("a raid in a long passage about many other things that week", path="b"))
    assert [hit.path for hit in vault.search("raid")] == ["b", "a"]
    assert [hit.path for hit in vault.search("raid", limit=1)] == ["b"]


@pytest.mark.parametrize("words", ["", "   ", "…—", '"', "*", "'"])
def test_no_words_find_nothing(vault, document, words):
    vault.keep(*document("words"))
    assert vault.search(words) == []


@pytest.mark.parametrize("words", ['x" OR words', "NEAR(words absent)", "title:words", "words)", "-words", "words*"])
def test_query_language_is_taken_as_words(vault, document, words):
    vault.keep(*document("words only"))
    check(vault, vault.search(words))
    assert vault.search("words AND only") == []


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.text(min_size=1, max_size=12))
def test_any_text_and_any_query_keep_the_offsets_true(vault, document, text, query):
    text = text.encode("utf-8", "replace").decode()
    vault.keep(*document(text))
    check(vault, vault.search(query))
    check(vault, vault.search(text[:20]))
