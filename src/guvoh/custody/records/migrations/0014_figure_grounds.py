"""What a tally needs of a figure: how the number is hedged, how its day is known, whose people it counts.

Rows of documents on which a person decided stay without: their figures are read whole until the next change to them.
"""

import json
from typing import Any

from django.db import migrations, models

_TABLE = "records_statementrow"
_FIELDS: dict[str, tuple[str, models.Field]] = {
    "qualifier": ("varchar(16) NULL", models.CharField(max_length=16, null=True)),
    "when_basis": ("varchar(16) NOT NULL DEFAULT ''", models.CharField(max_length=16, blank=True)),
    "nations": ("text NOT NULL DEFAULT ''", models.TextField(blank=True)),
}
_PUT = f"UPDATE {_TABLE} SET qualifier = %s, when_basis = %s, nations = %s WHERE document_id = %s AND statement = %s"


def _fill(apps: Any, editor: Any) -> None:  # noqa: ANN401
    decided = set(apps.get_model("records", "DecisionSubject").objects.values_list("sha256", flat=True))
    findings = apps.get_model("records", "Finding").objects.values_list("document_id", "document__sha256", "body")
    with editor.connection.cursor() as cursor:
        for document, sha256, body in findings.iterator(50):
            if sha256 not in decided:
                cursor.executemany(_PUT, [(*row, document, ident) for ident, *row in _grounds(body)])


def _grounds(body: str) -> list[tuple[str, str, str, str]]:
    try:
        said = json.loads(body)["statements"]
        return [
            (s["id"], s["count"]["qualifier"], s.get("when_basis") or "",
             " ".join((s.get("affected") or {}).get("nationality") or ()))
            for s in said if s.get("count")
        ]  # fmt: skip
    except (KeyError, TypeError, ValueError):
        return []  # tampered with: verification tells of it


class Migration(migrations.Migration):  # type: ignore[misc]
    dependencies = [("records", "0013_event_acts")]

    operations = [
        *(
            migrations.RunSQL(  # not AddField: it would make the table anew, without its triggers
                [f"ALTER TABLE {_TABLE} ADD COLUMN {name} {kind}"],
                [f"ALTER TABLE {_TABLE} DROP COLUMN {name}"],
                state_operations=[migrations.AddField("statementrow", name, field)],
            )
            for name, (kind, field) in _FIELDS.items()
        ),
        migrations.RunPython(_fill, migrations.RunPython.noop),
    ]
