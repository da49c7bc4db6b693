"""Copied passages are found as by comparing all with all."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from guvoh.assessment.corpus import gather
from guvoh.assessment.reuse import find_reuse
from guvoh.assessment.shingles import words_of
from guvoh.model import Document, Findings, Passage, Role
from guvoh.model.identity import content_address

WORDS = "police held forty men at the market in Omsk on Friday and let them go before dawn say two".split()
sentences = st.builds(
    lambda start, length, extra: " ".join([*WORDS[start : start + length], *extra]),
    st.integers(0, 8), st.integers(4, 18), st.lists(st.sampled_from(["42", "migrants", "17", "later"]), max_size=4),
)  # fmt: skip


def entries_of(texts):
    return gather([one(n, text) for n, text in enumerate(texts)])


def one(number, text):
    sha = content_address(f"{number}{text}".encode())
    document = Document(f"{number}.txt", sha, "text/plain", text, (Passage(0, len(text), Role.BODY),))
    return Findings(document)


def runs(words, length):
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def is_copy(one, two):
    """The rule, word for word: half of the shorter one's runs of three words, or a rewriting with the same numbers."""
    a, b = words_of(one), words_of(two)
    if min(len(a), len(b)) < 8:
        return False
    rows = [runs(a, 3), runs(b, 3)]
    shared = len(rows[0] & rows[1])
    if shared >= 6 and shared / min(map(len, rows)) >= 0.5:
        return True
    numbers = [{w for w in words if w.isdigit()} for words in (a, b)]
    long = [{w for w in words if len(w) >= 4 and not w.isdigit()} for words in (a, b)]
    close = all(long) and len(long[0] & long[1]) / min(map(len, long)) >= 0.7
    return shared >= 4 and numbers[0] == numbers[1] and close


def groups_of(texts, linked):
    """For each text all those that it is linked to, over others too."""
    groups = {key: {key} for key in texts}
    for a, b in combinations(texts, 2):
        if linked(texts[a], texts[b]):
            both = groups[a] | groups[b]
            groups |= dict.fromkeys(both, both)
    return groups


@given(st.lists(sentences, min_size=2, max_size=7))
def test_what_has_one_root_is_linked_by_copies_and_copies_with_a_run_of_six_words_have_one(texts):
    entries = entries_of(texts)
    reuse = find_reuse(entries)
    text = {entry.key: entry.document.text for entry in entries}
    possible = groups_of(text, is_copy)
    sure = groups_of(text, lambda a, b: is_copy(a, b) and runs(words_of(a), 6) & runs(words_of(b), 6))
    for key in text:
        root = reuse.root(key, 0)
        assert root is None or root[0] in possible[key]
        assert len(sure[key]) == 1 or root is not None
        assert len({reuse.root(k, 0) for k in sure[key]}) == 1


def test_a_list_of_many_copies_has_one_root():
    text = " ".join(WORDS)
    entries = entries_of([text] * 40)
    reuse = find_reuse(entries)
    assert {reuse.root(e.key, 0) for e in entries} == {(min(e.key for e in entries), 0)}
    assert reuse.shared(entries[0].key, entries[39].key) == 1.0


def test_short_passages_are_no_copies():
    entries = entries_of(["Police held forty men.", "Police held forty men."])
    assert find_reuse(entries).root(entries[0].key, 0) is None


@given(st.lists(sentences, min_size=3, max_size=8), st.integers(0, 7))
def test_of_one_document_only_what_it_shares_is_looked_for(texts, asked):
    entries = entries_of(texts)
    one = entries[asked % len(entries)]
    words = {e.key: e.document.text for e in entries if e.key != one.key}
    copied = {key for key, text in words.items() if is_copy(text, one.document.text)}
    sure = {key for key in copied if runs(words_of(words[key]), 6) & runs(words_of(one.document.text), 6)}
    reuse = find_reuse(entries, {one.key})
    found = {key for key in words if reuse.root(key, 0)}
    assert sure <= found <= copied
    assert (reuse.root(one.key, 0) is not None) is bool(found)


def test_copies_that_another_document_has_no_part_in_are_left_alone():
    copy, other = " ".join(WORDS), "nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    entries = entries_of([copy, copy, other])
    last = next(e for e in entries if e.document.path == "2.txt")
    assert [e.document.path for e in entries if find_reuse(entries).root(e.key, 0)] == ["0.txt", "1.txt"]
    assert not any(find_reuse(entries, {last.key}).root(e.key, 0) for e in entries)
