"""Indexes of decisions and of the log that have their order too: `number` is a key, but not the rowid."""

from django.db import migrations

NEW = {
    "decision_by": 'records_decision ("by", number, kind)',
    "ledger_subject": "records_ledgerentry (subject, number, action)",
}
WIDE = {
    "decision_kind": "records_decision (kind, number)",
    "ledger_action": "records_ledgerentry (action, number)",
}
NARROW = {
    "decision_kind": "records_decision (kind)",
    "ledger_action": "records_ledgerentry (action)",
}


def _anew(name: str, on: dict[str, str]) -> list[str]:
    return [f"DROP INDEX {name}", f"CREATE INDEX {name} ON {on[name]}"]


class Migration(migrations.Migration):  # type: ignore[misc]
    dependencies = [("records", "0011_event_tallies")]

    operations = [
        *(migrations.RunSQL(_anew(name, WIDE), _anew(name, NARROW)) for name in WIDE),
        *(migrations.RunSQL([f"CREATE INDEX {n} ON {on}"], [f"DROP INDEX {n}"]) for n, on in NEW.items()),
    ]
