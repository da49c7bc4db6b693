"""The folder of a vault: who may enter it, one holder at a time, and disks that are full or closed."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from guvoh.custody import InsecureKdfForTests, create_vault, open_vault
from guvoh.model.errors import NotAVault, VaultBusy, VaultError, VaultExists, WrongPassphrase

PASSPHRASE = "seven blue herons at dusk"


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
