"""The decisions that found no place, kept where they are found out, so that their list need not read documents."""

from django.db import migrations, models

# where nobody has decided on anything, none is adrift
_ALL_KNOWN = """INSERT INTO records_adriftrow (sha256, decision)
SELECT '', 0 WHERE NOT EXISTS (SELECT 1 FROM records_decision)"""


class Migration(migrations.Migration):  # type: ignore[misc]
    dependencies = [("records", "0014_figure_grounds")]

    operations = [
        migrations.CreateModel(
            name="AdriftRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("decision", models.PositiveBigIntegerField(db_index=True)),
            ],
            options={
                "constraints": (models.UniqueConstraint(fields=("sha256", "decision"), name="adrift_once"),),
            },
        ),
        migrations.RunSQL([_ALL_KNOWN], ["DELETE FROM records_adriftrow WHERE decision = 0"]),
    ]
