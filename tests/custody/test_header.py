"""vault.json: no byte of it changes unnoticed, and no vault opens with a cheap key by accident."""

import json

import pytest

from guvoh.custody import InsecureKdfForTests, KdfParams, create_vault, open_vault
from guvoh.custody.header import NAME, make_header, master_key, read_header, write_header
from guvoh.custody.keys import FLOOR, derive_keys
from guvoh.model.errors import NotAVault, UsageError, VaultDamaged, VaultError, WrongPassphrase

PASSPHRASE = "seven blue herons at dusk"


def test_a_header_gives_the_master_key_back(tmp_path):
    header, master = make_header(PASSPHRASE, InsecureKdfForTests())
    write_header(tmp_path, header)
    again = read_header(tmp_path, insecure_kdf_for_tests=True)
    assert again == header
    assert master_key(again, PASSPHRASE) == master
    assert master not in (tmp_path / NAME).read_bytes()


def test_every_flipped_byte_of_the_header_is_found(tmp_path):
    header, _ = make_header(PASSPHRASE, InsecureKdfForTests())
    raw = header.written()
    for at in range(len(raw)):
        for bit in (0, 3, 5):
            changed = bytearray(raw)
            changed[at] ^= 1 << bit
            (tmp_path / NAME).write_bytes(bytes(changed))
            with pytest.raises(VaultError):
                master_key(read_header(tmp_path, insecure_kdf_for_tests=True), PASSPHRASE)


def test_every_cut_of_the_header_is_found(tmp_path):
    raw = make_header(PASSPHRASE, InsecureKdfForTests())[0].written()
    for length in range(len(raw)):
        (tmp_path / NAME).write_bytes(raw[:length])
        with pytest.raises(VaultDamaged):
            read_header(tmp_path, insecure_kdf_for_tests=True)


@pytest.mark.parametrize(
    "hostile",
    [b"[" * 60_000, b"{}", b"null", b'{"format": 1, "kdf": []}', b'{"format": "1"}', b"\xff\xfe", b"1" * 5000],
)
def test_a_header_of_another_shape_is_told_as_damage(tmp_path, hostile):
    (tmp_path / NAME).write_bytes(hostile)
    with pytest.raises(VaultDamaged):
        read_header(tmp_path)


def test_a_later_format_is_told_as_such(tmp_path):
    (tmp_path / NAME).write_text(json.dumps({"format": 2}))
    with pytest.raises(NotAVault, match="format 2"):
        read_header(tmp_path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("memory_kib", 1024),
        ("iterations", 1),
        ("iterations", 0),
        ("memory_kib", 2**40),
        ("lanes", 0),
        ("iterations", -3),
        ("lanes", 65),
    ],
)
def test_a_cost_outside_the_bounds_is_refused_before_any_derivation(tmp_path, name, value):
    data = json.loads(make_header(PASSPHRASE, FLOOR)[0].written())
    data["kdf"][name] = value
    (tmp_path / NAME).write_bytes((json.dumps(data, indent=1, sort_keys=True) + "\n").encode())
    with pytest.raises(VaultDamaged, match=name):
        read_header(tmp_path)


def test_no_vault_is_made_below_the_floor(tmp_path):
    with pytest.raises(UsageError):
        create_vault(tmp_path / "v", PASSPHRASE, KdfParams(1024, 1, 1))
    assert not (tmp_path / "v").exists()


def test_a_test_vault_opens_only_where_asked_for_by_name(folder):
    with pytest.raises(VaultError, match="test"):
        open_vault(folder, PASSPHRASE)


def test_a_vault_of_the_real_cost_opens_by_the_plain_call(tmp_path):
    create_vault(tmp_path / "v", PASSPHRASE, FLOOR)
    with pytest.raises(WrongPassphrase):
        open_vault(tmp_path / "v", PASSPHRASE + ".")
    with open_vault(tmp_path / "v", PASSPHRASE) as vault:
        assert list(vault.documents()) == []


def test_the_default_cost_is_above_the_floor():
    default = KdfParams()
    assert default.memory_kib >= 4 * FLOOR.memory_kib
    assert default.iterations >= FLOOR.iterations


def test_one_passphrase_in_two_spellings_opens(tmp_path):
    header, master = make_header("чайный лес у реки", InsecureKdfForTests())
    assert master_key(header, "чаи\u0306ныи\u0306 лес у реки") == master


@pytest.mark.parametrize("short", ["", "       ", "1234567", "        1"])
def test_a_passphrase_that_is_none_is_refused(tmp_path, short):
    with pytest.raises(UsageError):
        create_vault(tmp_path / "v", short)
    assert not (tmp_path / "v").exists()


def test_each_purpose_has_its_own_key():
    keys = derive_keys(b"m" * 32)
    assert len({keys.database, keys.originals, keys.names, keys.ledger, b"m" * 32}) == 5
    assert "x'" not in repr(keys)
    assert repr(keys) == "Keys()"
