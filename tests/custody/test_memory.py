"""Memory: SQLCipher keeps its keys hidden and wipes them by itself; all other memory is locked where a person asks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from guvoh.custody import InsecureKdfForTests, create_vault
from guvoh.model.errors import UsageError

OPENED = """
import sys
from pathlib import Path
from django.db import connection
from guvoh.custody import InsecureKdfForTests, create_vault, open_vault
path, phrase = Path(sys.argv[1]), "six words of an invented passphrase"
create_vault(path, phrase, InsecureKdfForTests())
with open_vault(path, phrase, insecure_kdf_for_tests=True), connection.cursor() as cursor:
    print(cursor.execute("PRAGMA cipher_memory_security").fetchone()[0])
"""
KEYED = """
import sys
from sqlcipher3 import dbapi2
path, key, told = sys.argv[1], sys.argv[2], bytes.fromhex(sys.argv[3])
connection = dbapi2.connect(path)
connection.execute("PRAGMA key = \\"x'" + key + "'\\"")
connection.execute("CREATE TABLE one (number)")
print("open", flush=True)
sys.stdin.readline()
connection.close()
print("closed", flush=True)
sys.stdin.readline()
"""


def locked(folder, **given: str) -> str:
    """What a process of its own says of the database's memory, with a vault open."""
    environment = {name: value for name, value in os.environ.items() if name != "GUVOH_LOCK_MEMORY"} | given
    command = [sys.executable, "-c", OPENED, folder / "vault"]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout.strip()


def test_memory_beside_keys_is_not_locked(tmp_path):
    assert locked(tmp_path) == "0"


def test_all_memory_is_locked_where_a_person_asks(tmp_path):
    assert locked(tmp_path, GUVOH_LOCK_MEMORY="1") == "1"


def test_a_wish_that_is_neither_yes_nor_no_opens_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("GUVOH_LOCK_MEMORY", "perhaps")
    with pytest.raises(UsageError, match="GUVOH_LOCK_MEMORY"):
        create_vault(tmp_path / "vault", "six words of an invented passphrase", InsecureKdfForTests())
    assert not (tmp_path / "vault").exists()


def times_in_memory(process: int, sought: bytes) -> int:
    """How often some bytes stand in what a process may read of its memory."""
    found, shown = 0, Path(f"/proc/{process}")
    with (shown / "maps").open() as ranges, (shown / "mem").open("rb") as memory:
        for line in ranges:
            span, rights, *rest = line.split()
            if "r" not in rights or rest[-1].startswith("[v"):  # the kernel's own pages cannot be read
                continue
            begin, end = (int(number, 16) for number in span.split("-"))
            memory.seek(begin)
            found += memory.read(end - begin).count(sought)
    return found


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the memory of a process as Linux shows it")
def test_the_key_stands_nowhere_in_the_databases_memory(tmp_path):
    key, told = os.urandom(32), os.urandom(32)
    command = [sys.executable, "-c", KEYED, tmp_path / "one.db", key.hex(), told.hex()]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        for step in ("open", "closed"):
            assert child.stdout.readline().startswith(step)
            assert times_in_memory(child.pid, told) > 0  # what is there is found
            assert times_in_memory(child.pid, key) == 0
            child.stdin.write("\n")
            child.stdin.flush()
    assert child.returncode == 0
