"""Marks of statements to filter by, kept by triggers, and indexes for long dates and for events and areas in review."""

from django.db import migrations

STATEMENT = "records_statementrow"
MARKED = ("act", "country", "admin1", "place", "source", "stage", "modality", "review", "kind", "status")
OPEN = 'WHERE "first" IS NULL AND "last" IS NOT NULL'
LONG = 'WHERE "last" IS NULL OR "last" - "first" > 31'


def _marks(row: str) -> str:
    """The marks of a row as SQL: “act:raid country:RU …”."""
    each = " || ' ' || ".join(f"'{name}:' || {row}{name}" for name in MARKED)
    waits = f"CASE WHEN {row}review IN ('suggested', 'awaiting') THEN 'waiting:yes' ELSE 'waiting:no' END"
    return f"{each} || ' ' || {waits}"


CREATE = (
    "CREATE VIRTUAL TABLE statement_marks USING fts5(marks, content='', contentless_delete=1, detail=none, "
    "tokenize=\"unicode61 remove_diacritics 0 tokenchars '_-:.'\")"
)
PUT = f"INSERT OR REPLACE INTO statement_marks (rowid, marks) VALUES (NEW.id, {_marks('NEW.')});"
FILL = f"INSERT INTO statement_marks (rowid, marks) SELECT id, {_marks('')} FROM {STATEMENT}"
TRIGGERS = {
    "marks_made": (f"AFTER INSERT ON {STATEMENT}", PUT),
    "marks_changed": (f"AFTER UPDATE OF {', '.join(MARKED)} ON {STATEMENT}", PUT),
    "marks_gone": (f"AFTER DELETE ON {STATEMENT}", "DELETE FROM statement_marks WHERE rowid = OLD.id;"),
}
INDEXES = {
    "long_statement": f'{STATEMENT} ("first", id, "last", act, country, admin1, place, source, review) {LONG}',
    "open_statement": f"{STATEMENT} (id) {OPEN}",
    "open_event": f"records_eventrow (id) {OPEN}",
    "queue_admin1": f'{STATEMENT} (admin1, document_id, "start")',
    "long_event": f'records_eventrow ("first", id, "last", act, country, admin1, place, status) {LONG}',
}
REPLACED = {
    "list_long": f'{STATEMENT} ("first") {LONG}',
    "event_long": f'records_eventrow ("first") {LONG}',
}


class Migration(migrations.Migration):  # type: ignore[misc]
    dependencies = [("records", "0008_tokens")]

    operations = [
        migrations.RunSQL([CREATE], ["DROP TABLE statement_marks"]),
        migrations.RunSQL([FILL], []),
        *(
            migrations.RunSQL([f"CREATE TRIGGER {name} {when} BEGIN {then} END"], [f"DROP TRIGGER {name}"])
            for name, (when, then) in TRIGGERS.items()
        ),
        *(migrations.RunSQL([f"CREATE INDEX {n} ON {on}"], [f"DROP INDEX {n}"]) for n, on in INDEXES.items()),
        *(migrations.RunSQL([f"DROP INDEX {n}"], [f"CREATE INDEX {n} ON {on}"]) for n, on in REPLACED.items()),
    ]
