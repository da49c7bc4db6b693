"""The acts of events besides their first, so that a list of one act holds every event that tells of it."""

from django.db import migrations

EVENT = "records_eventrow"
_ACTS = (
    "SELECT DISTINCT value, {row}id FROM {of}json_each(CASE WHEN json_valid({row}acts) THEN {row}acts ELSE '[]' END)"
)
_BESIDES = "WHERE value <> {row}act"
ADD = "INSERT INTO records_eventact (act, event) "
IN = f"{ADD}{_ACTS.format(row='NEW.', of='')} {_BESIDES.format(row='NEW.')};"
OUT = "DELETE FROM records_eventact WHERE event = OLD.id;"
TRIGGERS = {
    "event_act_in": (f"AFTER INSERT ON {EVENT}", IN),
    "event_act_out": (f"AFTER DELETE ON {EVENT}", OUT),
    "event_act_over": (f"AFTER UPDATE OF id, act, acts ON {EVENT}", OUT + IN),
}


class Migration(migrations.Migration):  # type: ignore[misc]
    dependencies = [("records", "0012_history_indexes")]

    operations = [
        migrations.RunSQL(
            [
                "CREATE TABLE records_eventact (act TEXT NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (act, event)) "
                "WITHOUT ROWID",
                "CREATE INDEX event_act_event ON records_eventact (event)",
                ADD + _ACTS.format(row="e.", of=f"{EVENT} e, ") + " " + _BESIDES.format(row="e."),
            ],
            ["DROP TABLE records_eventact"],
        ),
        *(
            migrations.RunSQL([f"CREATE TRIGGER {name} {when} BEGIN {then} END"], [f"DROP TRIGGER {name}"])
            for name, (when, then) in TRIGGERS.items()
        ),
    ]
