"""A copy of the open database as of one moment, under the same key, while work on it goes on."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from django.db import connection
from sqlcipher3 import dbapi2

from guvoh.custody.durable import flush, new_file, storing
from guvoh.custody.ledger import Head
from guvoh.custody.records.keyholder import held
from guvoh.custody.records.translating import asking
from guvoh.model.errors import VaultDamaged


def copy_database(target: Path) -> Head:
    """Write the database into a new file, and give the newest log entry that the copy holds.

    SQLite's VACUUM INTO reads one snapshot and writes every page under this database's key (SQLCipher). Raises
    VaultDamaged when a page of the copy does not verify.
    """
    with storing():
        new_file(target).close()  # SQLite would make it with the user's usual mode
    with asking():
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(target)])
        head = _checked(target)
    with storing(), target.open("r+b") as file:
        flush(file)
    return head


def _checked(copy: Path) -> Head:
    with closing(dbapi2.connect(str(copy), isolation_level=None)) as opened:
        opened.execute(f"PRAGMA key = \"x'{held().key.hex()}'\"")
        faults = opened.execute("PRAGMA cipher_integrity_check").fetchall()
        newest = opened.execute("SELECT number, hash FROM records_ledgerentry ORDER BY number DESC LIMIT 1").fetchone()
    if faults or newest is None:
        raise VaultDamaged(
            "The copy of the database does not verify: the disk it was written to, or this vault's, is failing.",
            "Run `guvoh verify`, and make the backup on another disk.",
        )
    return Head(*newest)
