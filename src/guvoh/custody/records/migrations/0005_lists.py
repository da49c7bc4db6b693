"""What lists and search need: further columns, cards of documents, indexes, and the triggers that keep them in step."""

import json
from typing import Any

from django.db import migrations, models

STATEMENT = "records_statementrow"
WAITS = "review IN ('suggested', 'awaiting')"

INDEXES = {
    "list_first": '("first")',
    "list_long": '("first") WHERE "last" IS NULL OR "last" - "first" > 31',
    "list_act": '(act, "first")',
    "list_country": '(country, "first")',
    "list_admin1": '(admin1, "first")',
    "list_place": '(place, "first")',
    "list_review": '(review, "first")',
    "list_source": '(source, "first")',
    "list_event": '(event, "first")',
    **{f"queue_{c}": f'({c}, document_id, "start")' for c in ("act", "country", "place", "source", "review")},
    "list_document": '(document_id, "start")',
    "list_statement": "(statement, document_id)",
    "list_waiting": f"(document_id, start) WHERE {WAITS}",
    "list_waiting_event": f"(event) WHERE {WAITS} AND event <> ''",
    "figure_value": "(value) WHERE unit <> ''",
    "figure_first": "(\"first\") WHERE unit <> ''",
    "figure_place": "(place_name) WHERE unit <> ''",
    "figure_source": "(source_name) WHERE unit <> ''",
}
OTHERS = {
    "event_first": 'records_eventrow ("first")',
    "event_long": 'records_eventrow ("first") WHERE "last" IS NULL OR "last" - "first" > 31',
    "event_act_first": 'records_eventrow (act, "first")',
    "event_place_first": 'records_eventrow (place, "first")',
    "event_country_first": 'records_eventrow (country, "first")',
    "event_admin1_first": 'records_eventrow (admin1, "first")',
    "event_status_first": 'records_eventrow (status, "first")',
    "event_support": "records_eventrow (independent)",
    "event_documents": "records_eventrow (documents)",
    "source_said": "records_sourcerow (said)",
    "source_kind_said": "records_sourcerow (kind, said)",
    "source_kind_name": "records_sourcerow (kind, name)",
    "card_published": "records_documentcard (published)",
    "card_title": "records_documentcard (title)",
    "card_waiting": "records_documentcard (waiting)",
    "card_publisher": "records_documentcard (publisher)",
    "card_language": "records_documentcard (language)",
    "card_problems": "records_documentcard (number) WHERE read_problems + find_problems > 0",
    "decision_kind": "records_decision (kind)",
    "figure_a": "records_figurerelationrow (a)",
    "figure_b": "records_figurerelationrow (b)",
    "figure_member": "records_figuremember (statement, relation_id)",
    "ledger_action": "records_ledgerentry (action)",
}


def _trigger(name: str, when: str, then: str) -> str:
    return f"CREATE TRIGGER {name} {when} BEGIN {then} END"


_METADATA = "CASE WHEN json_valid(NEW.metadata) THEN NEW.metadata END"
"""A row that somebody tampered with must still be one that verification can tell of."""


def _meta(name: str) -> str:
    return f"coalesce(json_extract({_METADATA}, '$.{name}'), '')"


_PROBLEMS = f"coalesce(json_array_length({_METADATA}, '$.problems'), 0)"
_NEWEST = (
    "NOT EXISTS (SELECT 1 FROM records_document d WHERE d.sha256 = NEW.sha256 "
    "AND d.reading_version > NEW.reading_version)"
)
_CARD = f"""INSERT INTO records_documentcard (number, sha256, document, path, title, publisher, published, language,
 media_type, size, kept_at, statements, waiting, read_problems, find_problems)
 SELECT NEW.id, NEW.sha256, NEW.id, {_meta("path")}, {_meta("title")}, {_meta("publisher")}, {_meta("published")},
 {_meta("language")}, NEW.media_type, NEW.size, NEW.kept_at, 0, 0, {_PROBLEMS}, 0
 WHERE {_NEWEST}
 ON CONFLICT (sha256) DO UPDATE SET document = excluded.document, path = excluded.path, title = excluded.title,
 publisher = excluded.publisher, published = excluded.published, language = excluded.language,
 media_type = excluded.media_type, size = excluded.size, read_problems = excluded.read_problems,
 find_problems = CASE document WHEN excluded.document THEN find_problems ELSE 0 END
 ON CONFLICT DO NOTHING;"""
_FOUND = (
    "UPDATE records_documentcard SET find_problems = coalesce(json_array_length("
    "CASE WHEN json_valid(NEW.body) THEN NEW.body END, '$.problems'), 0) WHERE document = NEW.document_id;"
)
_WAITS_NEW = "(NEW.review IN ('suggested', 'awaiting'))"
_WAITS_OLD = "(OLD.review IN ('suggested', 'awaiting'))"
TRIGGERS = {
    "card_made": ("AFTER INSERT ON records_document", _CARD),
    "card_changed": ("AFTER UPDATE ON records_document", _CARD),
    "card_found": ("AFTER INSERT ON records_finding", _FOUND),
    "card_found_again": ("AFTER UPDATE OF body ON records_finding", _FOUND),
    "card_counts_in": (
        f"AFTER INSERT ON {STATEMENT}",
        f"UPDATE records_documentcard SET statements = statements + 1, waiting = waiting + {_WAITS_NEW} "
        "WHERE document = NEW.document_id;",
    ),
    "card_counts_out": (
        f"AFTER DELETE ON {STATEMENT}",
        f"UPDATE records_documentcard SET statements = statements - 1, waiting = waiting - {_WAITS_OLD} "
        "WHERE sha256 = (SELECT sha256 FROM records_document WHERE id = OLD.document_id);",
    ),
    "card_counts_over": (
        f"AFTER UPDATE OF review ON {STATEMENT} WHEN {_WAITS_NEW} <> {_WAITS_OLD}",
        f"UPDATE records_documentcard SET waiting = waiting + {_WAITS_NEW} - {_WAITS_OLD} "
        "WHERE document = NEW.document_id;",
    ),
    "statement_weighed": (
        f"AFTER INSERT ON {STATEMENT}",
        f"""UPDATE {STATEMENT} SET
        source = coalesce((SELECT source FROM records_originrow WHERE statement = NEW.statement), ''),
        source_name = coalesce((SELECT s.name FROM records_originrow o JOIN records_sourcerow s ON s.ident = o.source
          WHERE o.statement = NEW.statement), ''),
        event = coalesce((SELECT event FROM records_eventstatement WHERE statement = NEW.statement), ''),
        status = coalesce((SELECT e.status FROM records_eventstatement m JOIN records_eventrow e ON e.ident = m.event
          WHERE m.statement = NEW.statement), '')
        WHERE id = NEW.id AND (EXISTS (SELECT 1 FROM records_originrow WHERE statement = NEW.statement)
          OR EXISTS (SELECT 1 FROM records_eventstatement WHERE statement = NEW.statement));""",
    ),
    "statement_grouped": (
        "AFTER INSERT ON records_eventstatement",
        f"UPDATE {STATEMENT} SET event = NEW.event, status = coalesce((SELECT status FROM records_eventrow "
        "WHERE ident = NEW.event), '') WHERE statement = NEW.statement;",
    ),
    "statement_left": (
        "AFTER DELETE ON records_eventstatement",
        f"UPDATE {STATEMENT} SET event = '', status = '' WHERE statement = OLD.statement AND event = OLD.event;",
    ),
    "statement_supported": (
        "AFTER UPDATE OF status ON records_eventrow WHEN NEW.status <> OLD.status",
        f"UPDATE {STATEMENT} SET status = NEW.status WHERE event = NEW.ident;",
    ),
    "statement_traced": ("AFTER INSERT ON records_originrow", "{traced}"),
    "statement_traced_again": ("AFTER UPDATE OF source ON records_originrow WHEN NEW.source <> OLD.source", "{traced}"),
    "statement_untraced": (
        "AFTER DELETE ON records_originrow",
        f"UPDATE {STATEMENT} SET source = '', source_name = '' WHERE statement = OLD.statement "
        "AND source = OLD.source;",
    ),
    "source_named": (
        "AFTER INSERT ON records_sourcerow",
        f"UPDATE {STATEMENT} SET source_name = NEW.name WHERE source = NEW.ident;",
    ),
    "source_renamed": (
        "AFTER UPDATE OF name ON records_sourcerow WHEN NEW.name <> OLD.name",
        f"UPDATE {STATEMENT} SET source_name = NEW.name WHERE source = NEW.ident;",
    ),
}
_TRACED = (
    f"UPDATE {STATEMENT} SET source = NEW.source, source_name = coalesce((SELECT name FROM records_sourcerow "
    "WHERE ident = NEW.source), '') WHERE statement = NEW.statement;"
)


def _indexes() -> list[migrations.RunSQL]:
    every = {name: f"{STATEMENT} {on}" for name, on in INDEXES.items()} | OTHERS
    return [migrations.RunSQL([f"CREATE INDEX {n} ON {on}"], [f"DROP INDEX {n}"]) for n, on in every.items()]


def _triggers() -> list[migrations.RunSQL]:
    return [
        migrations.RunSQL([_trigger(name, when, then.replace("{traced}", _TRACED))], [f"DROP TRIGGER {name}"])
        for name, (when, then) in TRIGGERS.items()
    ]


FILL = [
    # the triggers make a card for every reading that is touched, oldest first
    "UPDATE records_document SET size = size",
    "UPDATE records_finding SET body = body",
    f"""UPDATE records_documentcard SET
    statements = (SELECT count(*) FROM {STATEMENT} s WHERE s.document_id = document),
    waiting = (SELECT count(*) FROM {STATEMENT} s WHERE s.document_id = document AND s.{WAITS})""",
    f"""UPDATE {STATEMENT} SET
    source = coalesce((SELECT source FROM records_originrow o WHERE o.statement = {STATEMENT}.statement), ''),
    event = coalesce((SELECT event FROM records_eventstatement m WHERE m.statement = {STATEMENT}.statement), '')""",
    f"""UPDATE {STATEMENT} SET
    source_name = coalesce((SELECT name FROM records_sourcerow r WHERE r.ident = {STATEMENT}.source), ''),
    status = coalesce((SELECT status FROM records_eventrow e WHERE e.ident = {STATEMENT}.event), '')""",
]


def _columns(apps: Any, _: object) -> None:  # noqa: ANN401
    """Give the statements that are there the columns of lists, as the machine found them."""
    rows = apps.get_model("records", "StatementRow")
    for finding in apps.get_model("records", "Finding").objects.iterator(50):
        said = {s["id"]: s for s in json.loads(finding.body)["statements"]}
        for row in rows.objects.filter(document=finding.document_id, statement__in=list(said)):
            _put(row, said[row.statement])
            row.save()


def _put(row: Any, said: dict[str, Any]) -> None:  # noqa: ANN401
    place, count = said.get("place") or {}, said.get("count") or {}
    numbers = (count.get("best"), count.get("low"), count.get("high"))
    row.value = next((n for n in numbers if n is not None), None)
    row.words = count.get("words") or ""
    row.actor = (said.get("actor") or {}).get("name") or ""
    row.affected = (said.get("affected") or {}).get("name") or ""
    row.place_name, row.precision = place.get("name") or "", place.get("precision") or ""
    row.lat, row.lon = place.get("lat"), place.get("lon")
    row.disputed = " ".join(place.get("disputed") or ())


def _text(limit: int | None = None) -> models.Field:
    return models.TextField(blank=True) if limit is None else models.CharField(blank=True, max_length=limit)


def _add(name: str, field: models.Field) -> migrations.AddField:
    if not field.null:
        field.default = ""
    return migrations.AddField("statementrow", name, field, preserve_default=field.null)


class Migration(migrations.Migration):  # type: ignore[misc]
    dependencies = [("records", "0004_accounts")]

    operations = [
        migrations.CreateModel(
            name="DocumentCard",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("document", models.PositiveBigIntegerField(db_index=True)),
                ("path", models.TextField()),
                ("title", models.TextField(blank=True)),
                ("publisher", models.TextField(blank=True)),
                ("published", models.CharField(blank=True, max_length=64)),
                ("language", models.CharField(blank=True, max_length=16)),
                ("media_type", models.CharField(max_length=255)),
                ("size", models.PositiveBigIntegerField()),
                ("kept_at", models.CharField(max_length=27)),
                ("statements", models.IntegerField(default=0)),
                ("waiting", models.IntegerField(default=0)),
                ("read_problems", models.IntegerField(default=0)),
                ("find_problems", models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                ("word", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("head", models.CharField(max_length=1)),
                ("size", models.PositiveSmallIntegerField()),
            ],
            options={"indexes": [models.Index(fields=["head", "size", "word"], name="word_shape")]},
        ),
        migrations.CreateModel(
            name="SavedSearchRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("owner", models.CharField(max_length=64)),
                ("name", models.TextField()),
                ("words", models.TextField(blank=True)),
                ("scope", models.CharField(max_length=16)),
                ("filters", models.TextField()),
                ("made_at", models.CharField(max_length=27)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "name"), name="one_saved_search_per_name"),
                ],
            },
        ),
        _add("value", models.FloatField(null=True)),
        _add("lat", models.FloatField(null=True)),
        _add("lon", models.FloatField(null=True)),
        _add("precision", _text(16)),
        _add("disputed", _text(64)),
        _add("source", _text(64)),
        _add("event", _text(64)),
        _add("status", _text(16)),
        *(_add(name, _text()) for name in ("words", "actor", "affected", "place_name", "source_name")),
        migrations.RunPython(_columns, migrations.RunPython.noop),
        *_indexes(),
        *_triggers(),
        *(migrations.RunSQL([step], []) for step in FILL),
    ]
