"""The tokens of the API."""

from django.db import migrations, models


class Migration(migrations.Migration):  # type: ignore[misc]
    dependencies = [
        ("records", "0007_reply_dates"),
    ]

    operations = [
        migrations.CreateModel(
            name="Token",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.CharField(max_length=32, unique=True)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("name", models.CharField(max_length=64)),
                ("actor", models.CharField(max_length=32)),
                ("duty", models.CharField(max_length=16)),
                ("made_at", models.CharField(max_length=27)),
                ("expires_at", models.CharField(max_length=27)),
                ("used_at", models.CharField(blank=True, max_length=27)),
                ("revoked_at", models.CharField(blank=True, max_length=27)),
            ],
        ),
    ]
