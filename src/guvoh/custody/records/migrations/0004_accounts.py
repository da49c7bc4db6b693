"""The accounts of the desk."""

from django.db import migrations, models


class Migration(migrations.Migration):  # type: ignore[misc]
    dependencies = [
        ("records", "0003_decisions_and_weighing"),
    ]

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("username", models.CharField(max_length=64, unique=True)),
                ("shown_as", models.CharField(max_length=128)),
                ("actor", models.CharField(max_length=32, unique=True)),
                ("duty", models.CharField(max_length=16)),
                ("is_active", models.BooleanField(default=True)),
                ("made_at", models.CharField(max_length=27)),
                ("language", models.CharField(blank=True, max_length=8)),
            ],
        ),
    ]
