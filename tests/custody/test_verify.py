"""Verification: whatever is changed in the folder or the records is found, and nothing passes in silence."""

import shutil

import pytest
from django.db import connection

from guvoh.custody import Vault
from guvoh.model import Findings
from guvoh.model.errors import VaultError


@pytest.fixture(scope="session")
def full_vault(new_vault, opened, document, tmp_path_factory):
    """A vault of three documents with findings, which every test copies."""
    path = shutil.copytree(new_vault, tmp_path_factory.mktemp("full") / "vault")
    with opened(path) as vault:
        for n in range(3):
            one, data = document(f"Words of page {n}. " * 50, path=f"{n}.txt")
            vault.keep(one, data)
            vault.keep_findings(Findings(one))
    return path


@pytest.fixture
def folder(tmp_path, full_vault):
    """The full vault's folder."""
    return shutil.copytree(full_vault, tmp_path / "vault")


@pytest.fixture
def filled(folder, opened):
    """The head noted of the full vault."""
    with opened(folder) as vault:
        return vault.head


def blobs(folder):
    return sorted(path for path in (folder / "originals").rglob("*") if path.is_file())


def verdict(opened, folder, **more) -> tuple[str, ...]:
    """Every fault; a vault that does not even open has one."""
    try:
        with opened(folder) as vault:
            return vault.verify(**more).faults
    except VaultError as error:
        return (error.message,)


def test_a_whole_vault_has_no_faults(folder, opened, filled):
    seen = []
    with opened(folder) as vault:
        report = vault.verify(lambda done, of: seen.append((done, of)), noted_head=filled)
    assert report.faults == report.notes == ()
    assert (report.documents, report.originals, report.entries, report.head) == (3, 3, 7, filled)
    assert seen == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("name", ["vault.json", "records.db", "head", "blob"])
def test_a_flipped_byte_anywhere_is_found(folder, opened, filled, name):
    path = blobs(folder)[0] if name == "blob" else folder / name
    raw = path.read_bytes()
    step = len(raw) // 23
    for at in {0, 5, 16, 17, 24, len(raw) - 1, *range(0, len(raw), step)}:
        changed = bytearray(raw)
        changed[at] ^= 0x04
        path.write_bytes(bytes(changed))
        assert verdict(opened, folder), (name, at)
        path.write_bytes(raw)
    assert verdict(opened, folder) == ()


@pytest.mark.parametrize("name", ["vault.json", "records.db", "head", "blob"])
def test_a_cut_or_missing_file_is_found(folder, opened, filled, name):
    path = blobs(folder)[0] if name == "blob" else folder / name
    raw = path.read_bytes()
    for length in {0, 1, len(raw) // 2, len(raw) - 1, len(raw) - len(raw) % 4096 - 4096}:
        path.write_bytes(raw[: max(length, 0)])
        assert verdict(opened, folder), (name, length)
    path.unlink()
    assert verdict(opened, folder)


def test_exchanged_originals_are_found(folder, opened, filled):
    one, two, _ = blobs(folder)
    one_bytes, two_bytes = one.read_bytes(), two.read_bytes()
    one.write_bytes(two_bytes)
    two.write_bytes(one_bytes)
    faults = verdict(opened, folder)
    assert len(faults) == 2
    assert all("exchanged" in fault for fault in faults)


def test_an_original_of_another_vault_is_found(folder, opened, filled, tmp_path, document):
    from guvoh.custody import InsecureKdfForTests, create_vault

    other = tmp_path / "other"
    create_vault(other, "seven blue herons at dusk", InsecureKdfForTests())
    with opened(other) as vault:
        vault.keep(*document("Words of page 0. " * 50))
    blobs(folder)[0].write_bytes(blobs(other)[0].read_bytes())
    assert len(verdict(opened, folder)) == 1


def test_faults_do_not_hide_each_other(folder, opened, filled):
    one, two, _ = blobs(folder)
    one.unlink()
    two.write_bytes(b"")
    (folder / "head").unlink()
    assert len(verdict(opened, folder)) == 3


def test_what_a_broken_off_step_left_is_noted_and_is_no_fault(folder, opened, filled):
    shutil.copy(blobs(folder)[0], folder / "originals" / "ab")
    with opened(folder) as vault:
        report = vault.verify()
    assert report.faults == ()
    assert report.notes[0].startswith("1 files among the originals")


def test_a_database_set_back_is_found_and_never_written_to(folder, opened, filled, document):
    old = (folder / "records.db").read_bytes()
    with opened(folder) as vault:
        vault.keep(*document("One more."))
    (folder / "records.db").write_bytes(old)
    assert any("set back" in fault for fault in verdict(opened, folder))
    with opened(folder) as vault, pytest.raises(VaultError, match="set back"):
        vault.keep(*document("And another."))
    with opened(folder) as vault:
        assert len(list(vault.documents())) == 3


def test_a_whole_folder_set_back_is_found_by_the_noted_head(folder, opened, filled, document, tmp_path):
    shutil.copytree(folder, tmp_path / "old")
    with opened(folder) as vault:
        vault.keep(*document("One more."))
        noted = vault.head
    assert verdict(opened, folder, noted_head=noted) == ()
    assert verdict(opened, folder, noted_head=filled) == ()
    assert verdict(opened, tmp_path / "old") == ()
    assert any("noted earlier" in fault for fault in verdict(opened, tmp_path / "old", noted_head=noted))


def test_a_lost_write_ahead_log_is_found(folder, opened, filled, document, tmp_path):
    with opened(folder) as vault:
        vault.keep(*document("One more."))
        shutil.copytree(folder, tmp_path / "killed")  # as a killed process leaves it
    killed = tmp_path / "killed"
    assert (killed / "records.db-wal").stat().st_size > 0
    raw = (killed / "records.db-wal").read_bytes()
    for change in (
        b"",
        raw[: len(raw) - 5000],
        bytes([raw[0] ^ 1]) + raw[1:],
        raw[:50] + bytes([raw[50] ^ 1]) + raw[51:],
    ):
        shutil.copytree(killed, tmp_path / "case")
        (tmp_path / "case" / "records.db-wal").write_bytes(change)
        (tmp_path / "case" / "records.db-shm").unlink(missing_ok=True)
        assert verdict(opened, tmp_path / "case")
        shutil.rmtree(tmp_path / "case")
    assert verdict(opened, killed) == ()


SHIELD = "DROP TRIGGER ledger_never_changes; DROP TRIGGER ledger_never_shrinks; DROP TRIGGER ledger_grows_in_order"
NEXT = "(SELECT max(number) + 1 FROM records_ledgerentry)"


def run(script: str) -> None:
    for line in filter(None, map(str.strip, script.split(";"))):
        with connection.cursor() as cursor:
            cursor.execute(line)


@pytest.mark.parametrize(
    "script",
    [
        "UPDATE records_document SET text = 'Other words' WHERE id = 1",
        "UPDATE records_document SET metadata = json_set(metadata, '$.title', 'x') WHERE id = 1",
        "UPDATE records_document SET passages = json_set(passages, '$[0][0]', 3) WHERE id = 1",
        "UPDATE records_document SET metadata = '{}' WHERE id = 1",
        "UPDATE records_document SET sha256 = replace(sha256, substr(sha256, 1, 1), 'g') WHERE id = 1",
        "UPDATE records_document SET kept_at = '2020-01-01T00:00:00.000000Z' WHERE id = 1",
        "UPDATE records_sighting SET path = 'other.txt' WHERE id = 1",
        "UPDATE records_sighting SET seen_at = '2020-01-01T00:00:00.000000Z' WHERE id = 1",
        "DELETE FROM records_sighting WHERE id = 1",
        "INSERT INTO records_sighting (sha256, path, parent, url, publisher, seen_at) "
        "SELECT sha256, 'x', '', '', '', '' FROM records_document",
        "UPDATE records_finding SET body = replace(body, 'problems', 'problem') WHERE id = 1",
        "UPDATE records_finding SET body = 'no json' WHERE id = 1",
        "DELETE FROM records_finding WHERE id = 1",
        "DELETE FROM records_searchpassage WHERE id = 1",
        "DELETE FROM passage_words WHERE rowid = 1",
        "DROP TABLE passage_words",
        "PRAGMA foreign_keys = OFF; DELETE FROM records_document WHERE id = 1",
        "DROP TRIGGER ledger_never_changes",
        f"{SHIELD}; UPDATE records_ledgerentry SET at = '2020' WHERE number = 3",
        f"{SHIELD}; DELETE FROM records_ledgerentry WHERE number = 3",
        f"{SHIELD}; DELETE FROM records_ledgerentry WHERE number = {NEXT} - 1",
        f"{SHIELD}; DELETE FROM records_ledgerentry",
        f"INSERT INTO records_ledgerentry SELECT {NEXT}, at, action, subject, details, hash, 'x' "
        f"FROM records_ledgerentry WHERE number = {NEXT} - 1",
    ],
)
def test_records_changed_by_someone_with_the_key_are_found(folder, opened, filled, script):
    with opened(folder) as vault:
        run(script)
        assert vault.verify().faults
    assert verdict(opened, folder)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE records_ledgerentry SET at = 'x' WHERE number = 1",
        "UPDATE records_ledgerentry SET hash = hash || ''",
        "DELETE FROM records_ledgerentry WHERE number = 2",
        "DELETE FROM records_ledgerentry",
        "INSERT OR REPLACE INTO records_ledgerentry SELECT * FROM records_ledgerentry WHERE number = 2",
        "REPLACE INTO records_ledgerentry SELECT number, at, action, subject, 'x', previous, hash "
        "FROM records_ledgerentry ORDER BY number DESC LIMIT 1",
        "INSERT INTO records_ledgerentry SELECT number + 7, at, action, subject, details, hash, 'x' "
        "FROM records_ledgerentry ORDER BY number DESC LIMIT 1",
        f"INSERT INTO records_ledgerentry VALUES ({NEXT}, 'x', 'kept', '', '{{}}', 'not the last hash', 'x')",
    ],
)
def test_the_log_only_grows(folder, opened, filled, statement):
    with opened(folder) as vault:
        before = list(vault.ledger())
        with pytest.raises(Exception, match="custody log"):
            run(statement)
        assert list(vault.ledger()) == before
        assert vault.verify().faults == ()


def test_a_fault_of_the_disk_under_one_original_does_not_end_the_check(folder, opened, filled, monkeypatch):
    first = blobs(folder)[0]
    first.unlink()
    first.symlink_to(first)  # opening it fails with ELOOP, as a broken disk does with EIO
    faults = verdict(opened, folder)
    assert len(faults) == 1
    with opened(folder) as vault:
        assert isinstance(vault, Vault)
        assert vault.verify().originals == 2
