"""The STREAM construction and the padding around it: nothing changed, cut, moved or repeated gets through."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guvoh.custody.padding import PREFIX, pad, padme, unpad
from guvoh.custody.stream import CHUNK, TAG, seal, unseal
from guvoh.model.errors import VaultDamaged

FEW = settings(max_examples=40)
KEY = bytes(range(32))
SIZES = st.sampled_from([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7])


def sealed(data: bytes, piece: int = CHUNK) -> bytes:
    return b"".join(seal((data[i : i + piece] for i in range(0, len(data), piece)), KEY))


def plain(data: bytes) -> bytes:
    return b"".join(unseal(io.BytesIO(data), KEY))


@FEW
@given(SIZES, st.sampled_from([1000, CHUNK, CHUNK + 1, 5 * CHUNK]))
def test_what_is_sealed_comes_back_however_it_was_cut(size, piece):
    data = bytes(i % 251 for i in range(size))
    assert plain(sealed(data, piece)) == data
    assert sealed(data, piece) == sealed(data)


@FEW
@given(SIZES, st.data())
def test_any_cut_is_found(size, draw):
    whole = sealed(bytes(size))
    edges = [n * (CHUNK + TAG) for n in range(len(whole) // (CHUNK + TAG) + 1) if n * (CHUNK + TAG) < len(whole)]
    length = draw.draw(st.one_of(st.sampled_from(edges), st.integers(0, len(whole) - 1)))
    with pytest.raises(VaultDamaged):
        plain(whole[:length])


@FEW
@given(SIZES, st.data())
def test_any_flipped_bit_is_found(size, draw):
    whole = bytearray(sealed(bytes(size)))
    whole[draw.draw(st.integers(0, len(whole) - 1))] ^= 1 << draw.draw(st.integers(0, 7))
    with pytest.raises(VaultDamaged):
        plain(bytes(whole))


@given(st.permutations(range(4)).filter(lambda order: order != [0, 1, 2, 3]))
def test_chunks_in_another_order_are_found(order):
    whole = sealed(bytes(3 * CHUNK + CHUNK))
    chunks = [whole[i : i + CHUNK + TAG] for i in range(0, len(whole), CHUNK + TAG)]
    assert len(chunks) == 4
    with pytest.raises(VaultDamaged):
        plain(b"".join(chunks[i] for i in order))


@pytest.mark.parametrize("extra", [b"\0", bytes(TAG), bytes(CHUNK + TAG)])
@pytest.mark.parametrize("size", [0, CHUNK - 1, CHUNK])
def test_anything_added_at_the_end_is_found(size, extra):
    with pytest.raises(VaultDamaged):
        plain(sealed(bytes(size)) + extra)


def test_a_repeated_chunk_is_found():
    whole = sealed(bytes(2 * CHUNK))
    with pytest.raises(VaultDamaged):
        plain(whole[: CHUNK + TAG] + whole)


def test_another_key_opens_nothing():
    with pytest.raises(VaultDamaged):
        list(unseal(io.BytesIO(sealed(b"words")), bytes(32)))


@given(st.binary(max_size=2000), st.integers(1, 300))
def test_padding_comes_off_however_it_was_cut(data, piece):
    padded = b"".join(pad([data], len(data)))
    assert len(padded) == padme(PREFIX + len(data))
    assert b"".join(unpad(padded[i : i + piece] for i in range(0, len(padded), piece))) == data


@given(st.binary(min_size=1, max_size=2000), st.data())
def test_a_frame_of_another_length_is_refused(data, draw):
    padded = b"".join(pad([data], len(data)))
    with pytest.raises(VaultDamaged):
        b"".join(unpad([padded[: draw.draw(st.integers(0, len(padded) - 1))]]))
    with pytest.raises(VaultDamaged):
        b"".join(unpad([padded + b"\0"]))
    with pytest.raises(VaultDamaged):
        b"".join(unpad([padded + b"x"]))


@given(st.integers(2, 2**40))
def test_padding_costs_at_most_twelve_percent_and_hides_the_low_digits(length):
    assert length <= padme(length) <= length * 1.12
    assert padme(padme(length)) == padme(length)


def test_padding_gives_near_lengths_one_length():
    assert len({padme(length) for length in range(100_000, 102_000)}) <= 3
