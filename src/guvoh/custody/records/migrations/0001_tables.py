"""The first tables."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):  # type: ignore[misc]
    initial = True

    dependencies: list[tuple[str, str]] = []

    operations = [
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("at", models.CharField(max_length=27)),
                ("action", models.CharField(max_length=32)),
                ("subject", models.CharField(blank=True, db_index=True, max_length=64)),
                ("details", models.TextField()),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64)),
                ("reading_version", models.PositiveIntegerField()),
                ("media_type", models.CharField(max_length=255)),
                ("size", models.PositiveBigIntegerField()),
                ("kept_at", models.CharField(max_length=27)),
                ("text", models.TextField()),
                ("passages", models.JSONField()),
                ("metadata", models.JSONField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("sha256", "reading_version"), name="one_reading_per_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("found_at", models.CharField(max_length=27)),
                ("body", models.TextField()),
                ("document", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to="records.document")),
            ],
        ),
        migrations.CreateModel(
            name="SearchPassage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("role", models.CharField(max_length=16)),
                ("document", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="records.document")),
            ],
        ),
        migrations.CreateModel(
            name="Sighting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64)),
                ("path", models.TextField()),
                ("parent", models.TextField(blank=True)),
                ("url", models.TextField(blank=True)),
                ("publisher", models.TextField(blank=True)),
                ("seen_at", models.CharField(max_length=27)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sha256", "path", "url", "publisher"), name="one_sighting_per_place"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StatementRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("statement", models.CharField(db_index=True, max_length=64)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=32)),
                ("act", models.CharField(blank=True, db_index=True, max_length=64)),
                ("stage", models.CharField(blank=True, max_length=32)),
                ("modality", models.CharField(max_length=32)),
                ("unit", models.CharField(blank=True, max_length=64)),
                ("low", models.FloatField(null=True)),
                ("best", models.FloatField(null=True)),
                ("high", models.FloatField(null=True)),
                ("place", models.CharField(blank=True, db_index=True, max_length=64)),
                ("country", models.CharField(blank=True, max_length=8)),
                ("admin1", models.CharField(blank=True, max_length=16)),
                ("when", models.CharField(blank=True, max_length=64)),
                ("document", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="records.document")),
            ],
        ),
    ]
