"""The vault as its callers use it, on real SQLCipher."""

import os
import stat
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from guvoh.custody import InsecureKdfForTests, create_vault, open_vault
from guvoh.model import Count, Document, Findings, Kind, Link, Passage, Place, Qualifier, Role, SourceKind, Statement
from guvoh.model.errors import InputError, NotAVault, VaultBusy, VaultDamaged, VaultError, VaultExists, WrongPassphrase

PASSPHRASE = "seven blue herons at dusk"


def findings_in(document: Document, act: str = "raid") -> Findings:
    statement = Statement(
        id="s1",
        start=0,
        end=4,
        quote=document.text[:4],
        kind=Kind.ACT,
        finder="rules/en@1",
        score=0.5,
        why=("because",),
        act=act,
        count=Count(Qualifier.MORE_THAN, "over 2,500", "call", 0, 4, low=2500.0),
        place=Place("Osh", "geonames:1", 0, 3, country="KG", lat=40.5, lon=72.8),
        attribution=(Link("Mediazona", SourceKind.OUTLET),),
    )
    return Findings(document, statements=(statement,), problems=("a page is missing",))


def test_a_document_comes_back_whole(vault, document):
    one, data = document(
        ("Заголовок", Role.TITLE),
        "Ўзбекистон, o‘zbek, тоҷикӣ.\0 End",
        data=b"\x00\xffbytes",
        title="Заголовок",
        publisher="Desk",
        authors=("A", "B"),
        url="https://example.org/a",
        published="2024-03",
        language="ru",
        problems=("half read",),
        parent="mail.eml",
    )
    kept = vault.keep(one, data)
    assert (kept.sha256, kept.new) == (one.sha256, True)
    (stored,) = vault.documents()
    assert stored.document == one
    assert vault.original(one.sha256) == data
    assert vault.has(one.sha256)
    assert not vault.has("0" * 64)
    (seen,) = stored.sightings
    assert (seen.path, seen.parent, seen.url, seen.publisher) == (one.path, "mail.eml", one.url, "Desk")
    assert seen.seen_at == stored.kept_at
    assert stored.kept_at.endswith("Z")


def test_everything_is_there_after_reopening(folder, opened, document, tmp_path):
    one, data = document("First words.")
    (tmp_path / "source").write_bytes(data)
    with opened(folder) as vault:
        vault.keep(one, tmp_path / "source")
        vault.keep_findings(findings_in(one))
        head = vault.head
    with opened(folder) as vault:
        assert [s.document for s in vault.documents()] == [one]
        assert list(vault.findings()) == [findings_in(one)]
        assert vault.head == head
        report = vault.verify(noted_head=head)
    assert (report.documents, report.originals, report.entries, report.faults) == (1, 1, 3, ())
    assert report.head == head


def test_the_same_bytes_twice_are_one_document_seen_twice(vault, document):
    one, data = document("Words.", path="a.txt")
    two = replace(one, path="b.txt", url="https://example.org", publisher="Other desk", title="Other title")
    assert vault.keep(one, data).new
    assert not vault.keep(two, data).new
    assert not vault.keep(one, data).new
    entries = len(list(vault.ledger()))
    vault.keep(one, data)
    vault.keep(two, data)
    assert len(list(vault.ledger())) == entries
    (stored,) = vault.documents()
    assert stored.document == one
    assert [s.path for s in stored.sightings] == ["a.txt", "b.txt"]
    assert vault.verify().faults == ()


def test_a_corrected_description_of_the_same_file_is_taken_over(vault, document):
    one, data = document("Words.")
    vault.keep(one, data)
    better = replace(one, title="Title", published="2024-03-22")
    vault.keep(better, data)
    (stored,) = vault.documents()
    assert stored.document == better
    assert [e.action for e in vault.ledger()] == ["created", "kept", "described"]
    assert vault.verify().faults == ()


def test_a_reading_text_once_made_stays(vault, document):
    one, data = document("Words.")
    vault.keep(one, data)
    vault.keep(replace(one, text="Other words.", passages=(Passage(0, 12, Role.BODY),)), data)
    assert [s.document.text for s in vault.documents()] == ["Words."]


def test_a_file_that_could_not_be_read_can_be_read_later(vault, document):
    good, data = document("Words at last.")
    vault.keep(replace(good, text="", passages=(), problems=("too large",)), data)
    vault.keep(good, data)
    assert [s.document for s in vault.documents()] == [good]
    assert len(vault.search("last")) == 1
    assert vault.verify().faults == ()


def test_a_newer_reading_stands_beside_the_older(vault, document):
    old, data = document("Old words.")
    new = replace(old, text="New words.", reading_version=old.reading_version + 1)
    vault.keep(old, data)
    kept_at = next(vault.documents()).kept_at
    vault.keep_findings(findings_in(old))
    vault.keep(new, data)
    (stored,) = vault.documents()
    assert (stored.document, stored.kept_at) == (new, kept_at)
    assert list(vault.findings()) == []
    vault.keep_findings(findings_in(new))
    assert [f.document for f in vault.findings()] == [new]
    assert vault.search("old") == []
    assert len(vault.search("new")) == 1
    assert vault.verify().faults == ()


def test_findings_replace_those_before_and_the_same_again_change_nothing(vault, document):
    one, data = document("Words.")
    vault.keep(one, data)
    vault.keep_findings(findings_in(one))
    head = vault.head
    vault.keep_findings(findings_in(one))
    assert vault.head == head
    vault.keep_findings(findings_in(one, "fine"))
    assert [f.statements[0].act for f in vault.findings()] == ["fine"]
    assert vault.verify().faults == ()


def test_findings_of_a_reading_that_is_not_kept_are_refused(vault, document):
    one, data = document("Words.")
    with pytest.raises(InputError):
        vault.keep_findings(findings_in(one))
    vault.keep(one, data)
    with pytest.raises(InputError):
        vault.keep_findings(findings_in(replace(one, text="Other words.")))


def test_order_is_that_of_keeping(vault, document):
    made = [document(f"Words {n}.", path=f"{n}.txt") for n in (3, 1, 2)]
    for one, data in made:
        vault.keep(one, data)
        vault.keep_findings(findings_in(one))
    assert [s.document for s in vault.documents()] == [one for one, _ in made]
    assert [f.document for f in vault.findings()] == [one for one, _ in made]


def test_a_file_name_of_another_encoding_is_spelled_out(vault, document):
    one, data = document("Words.", path=b"\xef\xf0.txt".decode("utf-8", "surrogateescape"))
    vault.keep(one, data)
    vault.keep(one, data)
    (stored,) = vault.documents()
    assert stored.document.path == r"\udcef\udcf0.txt"
    assert len(stored.sightings) == 1


def test_a_text_with_half_a_character_is_refused(vault, document):
    one, data = document("Words \ud83d.", data=b"words")
    with pytest.raises(InputError, match="half a character") as caught:
        vault.keep(one, data)
    assert "Words" not in str(caught.value)
    assert not vault.has(one.sha256)


def test_a_source_that_is_not_what_was_read_is_refused_and_nothing_kept(vault, document):
    one, _ = document("Words.")
    with pytest.raises(InputError):
        vault.keep(one, b"other bytes")
    assert not vault.has(one.sha256)
    assert vault.verify().notes == ()


def test_a_broken_original_is_healed_by_keeping_it_again(vault, folder, document):
    one, data = document("Words.")
    vault.keep(one, data)
    (blob,) = [p for p in (folder / "originals").rglob("*") if p.is_file()]
    blob.unlink()
    with pytest.raises(VaultDamaged):
        vault.original(one.sha256)
    assert not vault.keep(one, data).new
    assert vault.original(one.sha256) == data
    assert [e.action for e in vault.ledger()][-1] == "restored"
    assert vault.verify().faults == ()


def test_a_wrong_passphrase_pays_the_full_derivation_and_reveals_nothing(folder, opened, document, monkeypatch):
    from guvoh.custody import header

    with opened(folder) as vault:
        vault.keep(*document("Words."))
    paid = []
    real = header.passphrase_key
    monkeypatch.setattr(header, "passphrase_key", lambda *a: paid.append(a[2]) or real(*a))
    (folder / "records.db").rename(folder / "away")  # a wrong passphrase never gets as far as looking
    for wrong in ("", "seven blue herons at dusK", PASSPHRASE + " "):
        with pytest.raises(WrongPassphrase) as caught:
            opened(folder, wrong)
        assert wrong == "" or wrong not in str(caught.value)
    assert paid == [InsecureKdfForTests()] * 3
    (folder / "away").rename(folder / "records.db")
    opened(folder).close()


def test_only_the_owner_can_enter(folder, opened, document):
    with opened(folder) as vault:
        vault.keep(*document("Words."))
        for path in [folder, *folder.rglob("*")]:
            expected = 0o700 if path.is_dir() else 0o600
            assert stat.S_IMODE(path.stat().st_mode) == expected, path.name


def test_one_holder_at_a_time(folder, opened, tmp_path):
    with opened(folder):
        with pytest.raises(VaultBusy) as caught:
            opened(folder)
        assert caught.value.next_step
        create = "import sys; from guvoh.custody import open_vault; from pathlib import Path"
        ask = f"{create}; open_vault(Path(sys.argv[1]), sys.argv[2], insecure_kdf_for_tests=True)"
        command = [sys.executable, "-c", ask, folder, PASSPHRASE]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert "VaultBusy" in done.stderr
        with pytest.raises(VaultBusy):
            create_vault(tmp_path / "other", PASSPHRASE, InsecureKdfForTests())
        assert not (tmp_path / "other").exists()
    opened(folder).close()


def test_a_child_that_outlives_its_parent_does_not_keep_the_vault_busy(folder):
    script = """
import os, sys, time
from pathlib import Path
from guvoh.custody import open_vault
vault = open_vault(Path(sys.argv[1]), sys.argv[2], insecure_kdf_for_tests=True)
ready, tell = os.pipe()
if os.fork() == 0:
    os.close(1); os.close(2)
    os.write(tell, b"!")
    time.sleep(20)
    os._exit(0)
os.read(ready, 1)
os._exit(0)
"""
    subprocess.run([sys.executable, "-W", "ignore", "-c", script, folder, PASSPHRASE], check=True)
    open_vault(folder, PASSPHRASE, insecure_kdf_for_tests=True).close()


def test_a_closed_vault_answers_nothing_even_while_another_is_open(folder, opened, tmp_path):
    closed = opened(folder)
    closed.close()
    closed.close()
    with pytest.raises(VaultError):
        closed.has("0" * 64)
    create_vault(tmp_path / "other", PASSPHRASE, InsecureKdfForTests())
    with opened(tmp_path / "other") as other:
        with pytest.raises(VaultError):
            list(closed.documents())
        closed.close()
        assert not other.has("0" * 64)


def test_a_vault_is_made_only_in_a_new_or_empty_folder(tmp_path, folder):
    with pytest.raises(VaultExists):
        create_vault(folder, PASSPHRASE, InsecureKdfForTests())
    (tmp_path / "file").write_text("x")
    with pytest.raises(VaultExists):
        create_vault(tmp_path / "file", PASSPHRASE, InsecureKdfForTests())
    (tmp_path / "empty").mkdir()
    create_vault(tmp_path / "empty", PASSPHRASE, InsecureKdfForTests())
    create_vault(tmp_path / "deep" / "er", PASSPHRASE, InsecureKdfForTests())


def test_a_folder_that_is_no_vault_is_told_as_such(tmp_path):
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(NotAVault):
            open_vault(path, PASSPHRASE)


@pytest.fixture
def as_nobody():
    """Gives up the rights of root, to whom no file is closed."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


@pytest.fixture
def closed_folder():
    """A vault that may be read and not written, in a place that everyone may enter."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        path = Path(place) / "vault"
        create_vault(path, PASSPHRASE, InsecureKdfForTests())
        for inside in path.iterdir():
            inside.chmod(0o555 if inside.is_dir() else 0o444)
        path.chmod(0o555)
        yield path
        path.chmod(0o755)
        (path / "originals").chmod(0o755)


def test_a_folder_that_cannot_be_written_is_told_cleanly(closed_folder, as_nobody):
    with pytest.raises(VaultError, match="read-only") as caught:
        open_vault(closed_folder, PASSPHRASE, insecure_kdf_for_tests=True)
    assert caught.value.next_step


def test_a_folder_of_another_user_is_told_cleanly(closed_folder, request):
    closed_folder.chmod(0)
    request.getfixturevalue("as_nobody")
    with pytest.raises(VaultError, match="another user"):
        open_vault(closed_folder, PASSPHRASE, insecure_kdf_for_tests=True)
    with pytest.raises(VaultError):
        create_vault(closed_folder / "inner", PASSPHRASE, InsecureKdfForTests())


def test_a_full_disk_is_told_cleanly_and_costs_nothing_kept(folder, opened, document):
    script = """
import resource, signal, sys
from pathlib import Path
from guvoh.custody import open_vault
from guvoh.model import Document
from guvoh.model.errors import VaultError
import hashlib
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_vault(Path(sys.argv[1]), sys.argv[2], insecure_kdf_for_tests=True) as vault:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
    for n in range(200):
        text = f"words {n} " * 400
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        try:
            vault.keep(Document(f"{n}.txt", sha256, "text/plain", text), text.encode())
        except VaultError as error:
            print("refused:", type(error).__name__, bool(error.next_step), "words" in str(error))
            break
        print(sha256, flush=True)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
"""
    for limit in (2_000, 150_000, 400_000):
        done = subprocess.run(
            [sys.executable, "-c", script, folder, PASSPHRASE, str(limit)],
            check=False,
            capture_output=True,
            text=True,
            timeout=100,
        )
        assert done.returncode == 0, done.stderr
        *kept, refused = done.stdout.split("\n")[:-1]
        assert refused == "refused: VaultError True False"
        with opened(folder) as vault:
            assert all(vault.has(sha256) for sha256 in kept)
            assert vault.verify().faults == ()
