"""The tables: no change without a migration, and every vault is brought up from nothing or from an older form."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

from guvoh.custody.records.gate import Records
from guvoh.custody.records.keyholder import hold, is_open, release
from guvoh.model.errors import NotAVault, VaultDamaged

KEY = b"d" * 32


@pytest.fixture
def database(tmp_path):
    """An empty database that is connected to."""
    path = tmp_path / "records.db"
    path.touch()
    held = hold(path, KEY)
    yield path
    if is_open(held):
        connection.close()
        release()


def tables() -> set[str]:
    with connection.cursor() as cursor:
        return {row[0] for row in cursor.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'trigger')")}


def test_no_table_changes_without_a_migration(database):
    loader = MigrationExecutor(connection).loader
    detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    assert detector.changes(graph=loader.graph) == {}


def test_migrations_do_not_branch(database):
    loader = MigrationExecutor(connection).loader
    assert loader.detect_conflicts() == {}
    assert len(loader.graph.leaf_nodes("records")) == 1


def test_from_nothing_to_now_and_back(database):
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes("records"))
    assert {"records_ledgerentry", "passage_words", "ledger_never_changes"} <= tables()
    executor = MigrationExecutor(connection)
    executor.migrate([("records", None)])
    assert not {name for name in tables() if name.startswith(("records_", "passage_", "ledger_"))}


def test_an_older_vault_is_brought_up_with_its_rows(database):
    executor = MigrationExecutor(connection)
    executor.migrate([("records", "0001_tables")])
    old = executor.loader.project_state([("records", "0001_tables")]).apps
    old.get_model("records", "Sighting").objects.create(sha256="a" * 64, path="p", seen_at="t")
    assert "passage_words" not in tables()
    connection.close()
    release()
    records = Records(database, KEY, b"l" * 32)
    with connection.cursor() as cursor:
        assert cursor.execute("SELECT path FROM records_sighting").fetchall() == [("p",)]
    assert {"passage_words", "ledger_never_changes", "ledger_never_shrinks", "ledger_grows_in_order"} <= tables()
    records.close()


def test_a_vault_of_a_later_version_is_refused(database):
    release()
    Records(database, KEY, b"l" * 32).close()
    held = hold(database, KEY)
    with connection.cursor() as cursor:
        later = "('records', '0999_later', '2030-01-01')"
        cursor.execute(f"INSERT INTO django_migrations (app, name, applied) VALUES {later}")
    connection.close()
    release()
    assert not is_open(held)
    with pytest.raises(NotAVault, match="later version"):
        Records(database, KEY, b"l" * 32)


def test_another_key_opens_nothing(database):
    release()
    Records(database, KEY, b"l" * 32).close()
    with pytest.raises(VaultDamaged):
        Records(database, b"x" * 32, b"l" * 32)


def test_the_engine_is_set_for_secrecy_and_durability(database):
    def ask(name: str) -> str:
        with connection.cursor() as cursor:
            return str(cursor.execute(f"PRAGMA {name}").fetchone()[0])

    assert ask("journal_mode") == "wal"
    assert ask("synchronous") == "2"
    assert ask("temp_store") == "2"
    assert ask("foreign_keys") == "1"
    assert ask("recursive_triggers") == "1"
    assert ask("secure_delete") == "1"
    assert ask("cipher_use_hmac") == "1"
