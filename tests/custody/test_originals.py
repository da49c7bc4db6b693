"""Originals: exact bytes back, opaque names and lengths, and a clean error for every source that fails."""

import hashlib
import os

import pytest

from guvoh.custody.originals import MAGIC, Originals
from guvoh.custody.stream import CHUNK
from guvoh.model.errors import InputError, UnreadableFile, VaultDamaged


def address(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def originals(tmp_path):
    folder = tmp_path / "originals"
    folder.mkdir()
    return Originals(folder, b"k" * 32, b"n" * 32)


@pytest.mark.parametrize("size", [0, 1, 100, CHUNK - 8, CHUNK, 3 * CHUNK + 5])
def test_bytes_come_back_from_memory_and_from_a_file(originals, tmp_path, size):
    data = os.urandom(size)
    assert originals.write(address(data), data) == size
    assert b"".join(originals.read(address(data))) == data
    (tmp_path / "source").write_bytes(data)
    assert originals.write(address(data), tmp_path / "source") == size
    assert b"".join(originals.read(address(data))) == data
    assert originals.whole(address(data))


def test_the_file_shows_neither_content_nor_address_nor_length(originals):
    data = b"a known page " * 4000
    originals.write(address(data), data)
    place = originals.place(address(data))
    raw = place.read_bytes()
    assert raw.startswith(MAGIC)
    assert b"known page" not in raw
    assert address(data) not in str(place)
    assert place.stat().st_mode & 0o077 == 0
    longer = data + b"x" * 20
    originals.write(address(longer), longer)
    assert originals.place(address(longer)).stat().st_size == place.stat().st_size


def test_another_vault_gives_the_same_file_another_name(originals, tmp_path):
    assert originals.place("a" * 64) != Originals(tmp_path / "originals", b"k" * 32, b"m" * 32).place("a" * 64)


def test_writing_twice_never_uses_a_key_twice(originals):
    originals.write(address(b"x"), b"x")
    first = originals.place(address(b"x")).read_bytes()
    originals.write(address(b"x"), b"x")
    assert originals.place(address(b"x")).read_bytes() != first


@pytest.mark.parametrize("size", [10, 2 * CHUNK])
def test_every_kind_of_change_is_found(originals, size):
    data = os.urandom(size)
    originals.write(address(data), data)
    place = originals.place(address(data))
    raw = place.read_bytes()
    step = max(1, len(raw) // 97)
    for at in {*range(0, len(raw), step), len(raw) - 1, *range(60)}:
        changed = bytearray(raw)
        changed[at] ^= 0x10
        place.write_bytes(bytes(changed))
        assert not originals.whole(address(data)), at
        place.write_bytes(raw[:at])
        assert not originals.whole(address(data)), at
    place.write_bytes(raw + b"\0")
    assert not originals.whole(address(data))
    place.write_bytes(raw)
    assert originals.whole(address(data))


def test_a_missing_original_is_told_as_such(originals):
    with pytest.raises(VaultDamaged, match="missing"):
        list(originals.read("a" * 64))


def test_bytes_of_another_address_are_refused_and_leave_nothing(originals):
    with pytest.raises(InputError, match="changed"):
        originals.write(address(b"read"), b"other")
    assert originals.files() == set()


def test_sources_that_cannot_be_read_are_told_as_such(originals, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for source in (tmp_path / "none", tmp_path, tmp_path / "pipe"):
        with pytest.raises(UnreadableFile):
            originals.write("a" * 64, source)
    assert originals.files() == set()


@pytest.mark.parametrize("bad", ["", "A" * 64, "a" * 63, "../" * 21 + "a", "a" * 64 + "\n"])
def test_an_address_that_is_none_never_becomes_a_path(originals, bad):
    with pytest.raises(InputError):
        originals.place(bad)


def test_only_drafts_are_cleared(originals, tmp_path):
    originals.write(address(b"x"), b"x")
    (tmp_path / "originals" / ("new-" + "0" * 32)).write_bytes(b"half")
    (tmp_path / "originals" / "new-notes").write_bytes(b"someone's")
    originals.clear_drafts()
    names = {path.name for path in originals.files()}
    assert names == {originals.place(address(b"x")).name, "new-notes"}
