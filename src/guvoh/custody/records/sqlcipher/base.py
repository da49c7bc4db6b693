"""The engine: opens the held vault with its raw key, and keeps everything SQLite writes encrypted and durable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.backends.sqlite3 import base as sqlite
from django.db.backends.sqlite3._functions import register as register_functions
from sqlcipher3 import dbapi2

from guvoh.custody.records.keyholder import connected, held

PRAGMAS = (
    "PRAGMA cipher_log_level = NONE",  # failures reach us as errors; a log on the screen helps nobody
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -65536",  # 64 MiB: each page read anew is decrypted anew, about 20 microseconds
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA recursive_triggers = ON",  # else INSERT OR REPLACE would delete past the log's guards
    "PRAGMA legacy_alter_table = OFF",
    "PRAGMA foreign_keys = ON",
)

for _kind in ("bool", "date", "time", "datetime", "timestamp"):
    dbapi2.register_converter(_kind, sqlite.Database.converters[_kind.upper()])
for _type, _adapt in (
    (sqlite.decimal.Decimal, str),
    (sqlite.datetime.date, sqlite.adapt_date),
    (sqlite.datetime.datetime, sqlite.adapt_datetime),
):
    dbapi2.register_adapter(_type, _adapt)


class CipherCursor(dbapi2.Cursor):  # type: ignore[misc]
    """Turns Django's `%s` parameters into SQLite's `?`."""

    def execute(self, query: str, params: Sequence[object] | None = None) -> Any:  # noqa: ANN401
        """Run one statement."""
        if params is None:
            return super().execute(query)
        return super().execute(_with_question_marks(query, params), params)

    def executemany(self, query: str, rows: Iterable[Sequence[object]]) -> Any:  # noqa: ANN401
        """Run one statement for each row."""
        return super().executemany(_with_question_marks(query, ()), rows)


def _with_question_marks(query: str, params: Sequence[object] | Mapping[str, object]) -> str:
    if isinstance(params, Mapping):
        return query % {name: f":{name}" for name in params}
    return str(sqlite.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%"))


class DatabaseWrapper(sqlite.DatabaseWrapper):  # type: ignore[misc]
    """Django's connection to the vault that is open."""

    display_name = "SQLCipher"
    Database = dbapi2

    def get_connection_params(self) -> dict[str, Any]:
        """The held file; every transaction takes the write lock at its start."""
        self.transaction_mode = "IMMEDIATE"
        options = dbapi2.PARSE_DECLTYPES | dbapi2.PARSE_COLNAMES
        return {"database": str(held().path), "detect_types": options, "check_same_thread": False}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:  # noqa: ANN401
        """Connect with the raw key: deriving it anew would cost each connection a key derivation."""
        connection = dbapi2.connect(**conn_params, isolation_level=None)
        try:
            connection.execute(f"PRAGMA key = \"x'{held().key.hex()}'\"")
            for pragma in PRAGMAS:
                connection.execute(pragma)
            register_functions(connection)
        except BaseException:
            connection.close()
            raise
        connected(self)
        return connection

    def create_cursor(self, name: str | None = None) -> CipherCursor:  # noqa: ARG002
        """A cursor of ours."""
        cursor: CipherCursor = self.connection.cursor(factory=CipherCursor)
        return cursor

    def is_in_memory_db(self) -> bool:
        """Never."""
        return False

    def get_database_version(self) -> tuple[int, ...]:
        """SQLite's version inside SQLCipher."""
        return tuple(dbapi2.sqlite_version_info)
