"""Locking the desk's vault: it waits for requests at work, and leaves no thread a connection."""

import threading
import time

import pytest

from guvoh.custody.records import keyholder
from guvoh.model.errors import VaultError
from guvoh.web import holding


def in_a_thread(work):
    """Runs `work` beside the test; its result is in the list when the thread is joined."""
    results = []
    thread = threading.Thread(target=lambda: results.append(work()))
    thread.start()
    return thread, results


def test_locking_closes_the_connections_of_every_thread(holder):
    asked, go_on = threading.Event(), threading.Event()

    def ask():
        from django.db import connection

        holder.vault().documents()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        raw = connection.connection
        asked.set()
        go_on.wait(10)
        return raw, connection.connection

    thread, results = in_a_thread(ask)
    assert asked.wait(10)
    holder.lock()
    go_on.set()
    thread.join(10)
    raw, kept = results[0]
    assert kept is None
    with pytest.raises(Exception, match="closed"):
        raw.execute("SELECT 1")
    with pytest.raises(VaultError):
        keyholder.held()


def test_locking_waits_for_a_request_at_work(holder):
    begun = threading.Event()

    def work():
        with holder.using() as vault:
            begun.set()
            time.sleep(0.3)
            return vault.head

    thread, results = in_a_thread(work)
    assert begun.wait(10)
    holder.lock()
    thread.join(10)
    assert len(results[0]) == 64
    with pytest.raises(holding.Locked), holder.using():
        pass


def test_locking_within_a_request_does_not_wait_for_itself(holder):
    started = time.monotonic()
    with holder.using():
        holder.lock()
    assert time.monotonic() - started < holding._PATIENCE / 2


def test_a_changed_account_moves_the_sealed_head_on(holder):
    vault = holder.vault()
    from guvoh import actions
    from guvoh.custody.ledger import read_head
    from guvoh.model.access import HOLDER, Duty

    before = vault.head
    made = actions.accounts.add_account(vault, HOLDER, "late", "Late", Duty.READER, "three grey cranes at noon")
    assert vault.head != before
    assert read_head(holder.path, vault._ledger_key).hash == vault.head
    assert not vault.verify().faults
    assert all(made.username not in entry.details for entry in vault.ledger())
