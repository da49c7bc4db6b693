"""The custody log's chain: every field is framed and bound, and no entry can be changed, dropped or moved."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from guvoh.custody.ledger import (
    HEAD_FILE,
    START,
    Action,
    Head,
    chain_faults,
    entry_hash,
    next_entry,
    now,
    read_head,
    stamp,
    write_head,
)

TEXT = st.text(max_size=8)
FIELDS = st.tuples(st.integers(0, 99), TEXT, TEXT, TEXT, TEXT, TEXT)
CHAINS = st.lists(st.tuples(st.sampled_from(list(Action)), TEXT, st.dictionaries(TEXT, TEXT)), min_size=2, max_size=6)


def chain(steps):
    head, entries = Head(0, START), []
    for action, subject, details in steps:
        entry = next_entry(head, action, subject, details, "2024-03-22T00:00:00.000000Z")
        entries.append(entry)
        head = Head(entry.number, entry.hash)
    return entries


@given(FIELDS, FIELDS)
def test_different_entries_never_share_a_hash(one, other):
    assume(one != other)
    assert entry_hash(*one) != entry_hash(*other)


@given(st.lists(TEXT, max_size=4), st.lists(TEXT, max_size=4))
def test_different_records_never_share_a_stamp(one, other):
    assert (stamp(b"k" * 32, *one) == stamp(b"k" * 32, *other)) == (one == other)


def test_moving_a_character_between_fields_changes_the_hash():
    assert entry_hash(1, "at", "ab", "c", "{}", START) != entry_hash(1, "at", "a", "bc", "{}", START)


@given(CHAINS)
def test_a_chain_made_entry_by_entry_holds(steps):
    assert chain_faults(chain(steps)) == []


@given(CHAINS, st.data())
def test_a_changed_field_is_found_even_with_its_hash_made_new(steps, draw):
    entries = chain(steps)
    at = draw.draw(st.integers(0, len(entries) - 2))
    name = draw.draw(st.sampled_from(["at", "action", "subject", "details", "previous"]))
    changed = replace(entries[at], **{name: getattr(entries[at], name) + "x"})
    assert chain_faults([*entries[:at], changed, *entries[at + 1 :]])
    own = (changed.number, changed.at, changed.action, changed.subject, changed.details, changed.previous)
    forged = replace(changed, hash=entry_hash(*own))
    assert chain_faults([*entries[:at], forged, *entries[at + 1 :]])


@given(CHAINS, st.data())
def test_a_dropped_or_moved_entry_is_found(steps, draw):
    entries = chain(steps)
    at = draw.draw(st.integers(0, len(entries) - 2))
    assert chain_faults(entries[:at] + entries[at + 1 :])
    swapped = [*entries[:at], entries[at + 1], entries[at], *entries[at + 2 :]]
    assert chain_faults(swapped)
    assert chain_faults([*entries[: at + 1], *entries[at:]])


def test_the_noted_head_is_sealed(tmp_path):
    key, head = b"k" * 32, Head(987654321, "ab" * 32)
    assert read_head(tmp_path, key) is None
    write_head(tmp_path, key, head)
    assert read_head(tmp_path, key) == head
    assert read_head(tmp_path, b"x" * 32) is None
    raw = (tmp_path / HEAD_FILE).read_bytes()
    assert b"987654321" not in raw  # two digits would stand there by chance once in a while
    assert b"abababab" not in raw
    for at in range(len(raw)):
        changed = bytearray(raw)
        changed[at] ^= 1
        (tmp_path / HEAD_FILE).write_bytes(bytes(changed))
        assert read_head(tmp_path, key) is None
        (tmp_path / HEAD_FILE).write_bytes(raw[:at])
        assert read_head(tmp_path, key) is None


def test_the_clock_is_utc_in_one_form():
    assert len(now()) == 27
    assert now().endswith("Z")
