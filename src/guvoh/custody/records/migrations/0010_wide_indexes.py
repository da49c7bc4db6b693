"""Indexes that carry what else is filtered by: a row that fails a filter is passed over without reading its page."""

from django.db import migrations

STATEMENT = "records_statementrow"
ALSO = '"last", review, stage, modality, status, unit'
WIDE = {
    "list_act": f'(act, "first", id, country, {ALSO})',
    "list_country": f'(country, "first", id, act, {ALSO})',
    "queue_act": f'(act, document_id, "start", id, "first", country, {ALSO})',
    "figure_value": "(value, id, act, country, unit) WHERE unit <> ''",
    "figure_first": "(\"first\", id, act, country, unit) WHERE unit <> ''",
    "figure_place": "(place_name, id, act, country, unit) WHERE unit <> ''",
    "figure_source": "(source_name, id, act, country, unit) WHERE unit <> ''",
}
TALLY = 'records_eventrow (place, place_name, act, "when", stage, "first", "last")'
NARROW = {
    "list_act": '(act, "first")',
    "list_country": '(country, "first")',
    "queue_act": '(act, document_id, "start")',
    "figure_value": "(value) WHERE unit <> ''",
    "figure_first": "(\"first\") WHERE unit <> ''",
    "figure_place": "(place_name) WHERE unit <> ''",
    "figure_source": "(source_name) WHERE unit <> ''",
}


def _make(name: str, on: dict[str, str]) -> list[str]:
    return [f"DROP INDEX {name}", f"CREATE INDEX {name} ON {STATEMENT} {on[name]}"]


class Migration(migrations.Migration):  # type: ignore[misc]
    dependencies = [("records", "0009_list_marks")]

    operations = [
        *(migrations.RunSQL(_make(name, WIDE), _make(name, NARROW)) for name in WIDE),
        migrations.RunSQL([f"CREATE INDEX event_tally ON {TALLY}"], ["DROP INDEX event_tally"]),
    ]
