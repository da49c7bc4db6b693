"""The marks by which lists find statements, written all at once after a weighing of the whole vault."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.db import connection

_FILL = str(import_module("guvoh.custody.records.migrations.0009_list_marks").FILL)
_TRIGGER = "marks_changed"


@contextmanager
def marked_at_once() -> Iterator[None]:
    """Within a transaction: leave the marks of statements as they are while something is done, then make all anew.

    The trigger that marks each statement as it changes makes the full-text index write a segment of its own for each,
    some milliseconds long; for a hundred thousand statements that took longer than all the rest. What fails leaves the
    trigger where it was, since the transaction takes its removal back.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = %s", [_TRIGGER])
        (made,) = cursor.fetchone()
        cursor.execute(f"DROP TRIGGER {_TRIGGER}")
        yield
        cursor.execute("INSERT INTO statement_marks (statement_marks) VALUES ('delete-all')")
        cursor.execute(_FILL)
        cursor.execute(made)
