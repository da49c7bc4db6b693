"""Persons' decisions, settings, and the tables of what the sources say together."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Exists, OuterRef

from guvoh.model.edtf import bounds


def _guard(table: str, name: str) -> list[migrations.RunSQL]:
    """Triggers that refuse to change or delete a row."""
    return [
        migrations.RunSQL(
            [
                f"CREATE TRIGGER {name}_never_{how} BEFORE {what} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'what persons decided is append-only'); END"
            ],
            [f"DROP TRIGGER {name}_never_{how}"],
        )
        for how, what in (("change", "UPDATE"), ("shrink", "DELETE"))
    ]


def _fill(apps: Any, _: object) -> None:  # noqa: ANN401
    """Give the statements that are there their days, and keep those of newest readings only."""
    documents = apps.get_model("records", "Document")
    rows = apps.get_model("records", "StatementRow")
    later = documents.objects.filter(sha256=OuterRef("sha256"), reading_version__gt=OuterRef("reading_version"))
    old = documents.objects.filter(Exists(later)).values_list("id", flat=True)
    rows.objects.filter(document__in=list(old)).delete()
    for when in set(rows.objects.exclude(when="").values_list("when", flat=True)):
        found = bounds(when)
        first, last = (day.toordinal() if day else None for day in (found.first, found.last))
        rows.objects.filter(when=when).update(first=first, last=last)


class Migration(migrations.Migration):  # type: ignore[misc]
    dependencies = [
        ("records", "0002_search_and_guards"),
    ]

    operations = [
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("ident", models.CharField(max_length=64, unique=True)),
                ("at", models.CharField(max_length=27)),
                ("by", models.CharField(db_index=True, max_length=64)),
                ("by_name", models.TextField()),
                ("kind", models.CharField(db_index=True, max_length=16)),
                ("subjects", models.TextField()),
                ("values", models.TextField()),
                ("note", models.TextField(blank=True)),
                ("selectors", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="DecisionSubject",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.CharField(max_length=64)),
                ("sha256", models.CharField(blank=True, max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="DocumentRelationRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ident", models.CharField(max_length=64, unique=True)),
                ("a", models.TextField(db_index=True)),
                ("b", models.TextField(db_index=True)),
                ("a_sha256", models.CharField(blank=True, db_index=True, max_length=64)),
                ("b_sha256", models.CharField(blank=True, db_index=True, max_length=64)),
                ("relation", models.CharField(max_length=16)),
                ("direction", models.CharField(blank=True, max_length=16)),
                ("why", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="EventPast",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ident", models.CharField(max_length=64, unique=True)),
                ("became", models.CharField(max_length=64)),
                ("at", models.CharField(max_length=27)),
            ],
        ),
        migrations.CreateModel(
            name="EventRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ident", models.CharField(max_length=64, unique=True)),
                ("title", models.TextField()),
                ("act", models.CharField(blank=True, db_index=True, max_length=64)),
                ("acts", models.TextField()),
                ("family", models.CharField(blank=True, db_index=True, max_length=64)),
                ("place", models.CharField(blank=True, db_index=True, max_length=64)),
                ("place_name", models.TextField(blank=True)),
                ("country", models.CharField(blank=True, max_length=8)),
                ("admin1", models.CharField(blank=True, max_length=16)),
                ("precision", models.CharField(blank=True, max_length=16)),
                ("lat", models.FloatField(null=True)),
                ("lon", models.FloatField(null=True)),
                ("when", models.CharField(blank=True, max_length=64)),
                ("first", models.IntegerField(db_index=True, null=True)),
                ("last", models.IntegerField(null=True)),
                ("stage", models.CharField(blank=True, max_length=32)),
                ("status", models.CharField(db_index=True, max_length=16)),
                ("documents", models.PositiveIntegerField()),
                ("origins", models.PositiveIntegerField()),
                ("independent", models.PositiveIntegerField()),
                ("kinds", models.TextField()),
                ("part_of", models.CharField(blank=True, db_index=True, max_length=64)),
                ("body", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="EventStatement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("event", models.CharField(max_length=64)),
                ("statement", models.CharField(db_index=True, max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="FigureMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("statement", models.CharField(db_index=True, max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="FigureRelationRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ident", models.CharField(max_length=64, unique=True)),
                ("a", models.CharField(max_length=64)),
                ("b", models.CharField(max_length=64)),
                ("relation", models.CharField(db_index=True, max_length=16)),
                ("parts", models.TextField()),
                ("why", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="OriginRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("statement", models.CharField(max_length=64, unique=True)),
                ("path", models.TextField()),
                ("source", models.CharField(db_index=True, max_length=64)),
                ("via", models.TextField()),
                ("why", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Setting",
            fields=[
                ("name", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("value", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="ShelfKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=32)),
                ("key", models.CharField(max_length=255)),
            ],
        ),
        migrations.CreateModel(
            name="ShelfRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=32)),
                ("ident", models.CharField(max_length=128)),
                ("data", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="SourceRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ident", models.CharField(max_length=64, unique=True)),
                ("name", models.TextField(db_index=True)),
                ("folded", models.TextField()),
                ("kind", models.CharField(db_index=True, max_length=16)),
                ("role", models.TextField(blank=True)),
                ("aliases", models.TextField()),
                ("said", models.PositiveIntegerField(default=0)),
                ("passed", models.PositiveIntegerField(default=0)),
                ("reliability", models.CharField(blank=True, max_length=1)),
            ],
        ),
        migrations.CreateModel(
            name="WeighState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.CharField(max_length=27)),
                ("entry", models.PositiveBigIntegerField()),
                ("decision", models.PositiveBigIntegerField()),
                ("version", models.CharField(max_length=32)),
                ("problems", models.TextField()),
            ],
        ),
        migrations.AddField(
            model_name="statementrow",
            name="credibility",
            field=models.CharField(blank=True, max_length=1),
        ),
        migrations.AddField(
            model_name="statementrow",
            name="first",
            field=models.IntegerField(null=True),
        ),
        migrations.AddField(
            model_name="statementrow",
            name="last",
            field=models.IntegerField(null=True),
        ),
        migrations.AddField(
            model_name="statementrow",
            name="review",
            field=models.CharField(default="suggested", max_length=16),
        ),
        migrations.AlterField(
            model_name="sighting",
            name="path",
            field=models.TextField(db_index=True),
        ),
        migrations.AddIndex(
            model_name="statementrow",
            index=models.Index(fields=["review", "document"], name="statement_review"),
        ),
        migrations.AddField(
            model_name="decisionsubject",
            name="decision",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="records.decision"),
        ),
        migrations.AddIndex(
            model_name="eventrow",
            index=models.Index(fields=["country", "admin1", "first"], name="event_area"),
        ),
        migrations.AddConstraint(
            model_name="eventstatement",
            constraint=models.UniqueConstraint(fields=("event", "statement"), name="one_statement_per_event"),
        ),
        migrations.AddField(
            model_name="figuremember",
            name="relation",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="records.figurerelationrow"),
        ),
        migrations.AddConstraint(
            model_name="shelfrow",
            constraint=models.UniqueConstraint(fields=("kind", "ident"), name="one_shelf_row"),
        ),
        migrations.AddField(
            model_name="shelfkey",
            name="row",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="records.shelfrow"),
        ),
        migrations.AddIndex(
            model_name="decisionsubject",
            index=models.Index(fields=["subject", "decision"], name="decision_of_subject"),
        ),
        migrations.AddIndex(
            model_name="decisionsubject",
            index=models.Index(fields=["sha256", "decision"], name="decision_of_document"),
        ),
        migrations.AddIndex(
            model_name="shelfkey",
            index=models.Index(fields=["kind", "key", "row"], name="shelf_key"),
        ),
        migrations.RunPython(_fill, migrations.RunPython.noop),
        *_guard("records_decision", "decisions"),
        *_guard("records_decisionsubject", "decision_subjects"),
    ]
