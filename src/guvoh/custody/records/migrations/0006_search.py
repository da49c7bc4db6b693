"""Search over passages, statements and sources by the Latin keys of words; every index is filled anew."""

import json
from collections.abc import Iterator
from typing import Any

from django.db import connection, migrations

from guvoh.custody.folding import keyed
from guvoh.custody.records.indexing import passage_lines, statement_line
from guvoh.custody.records.rows import document_of
from guvoh.custody.records.wording import remember

TOKENS = "content='', contentless_delete=1, tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co'\""
TABLES = {"statement_words": "words, marks", "source_words": "words"}
TRIGGERS = {
    "statement_unsaid": (
        "AFTER DELETE ON records_statementrow",
        "DELETE FROM statement_words WHERE rowid = OLD.id;",
    ),
    "source_said": (
        "AFTER INSERT ON records_sourcerow",
        "INSERT INTO source_words (rowid, words) VALUES (NEW.id, NEW.folded);",
    ),
    "source_said_anew": (
        "AFTER UPDATE OF folded ON records_sourcerow WHEN NEW.folded <> OLD.folded",
        "INSERT OR REPLACE INTO source_words (rowid, words) VALUES (NEW.id, NEW.folded);",
    ),
    "source_unsaid": ("AFTER DELETE ON records_sourcerow", "DELETE FROM source_words WHERE rowid = OLD.id;"),
}


def _fill(apps: Any, _: object) -> None:  # noqa: ANN401
    cursor = connection.cursor()
    cursor.execute("INSERT INTO passage_words (passage_words) VALUES ('delete-all')")
    for row in apps.get_model("records", "Document").objects.iterator(50):
        passages = list(apps.get_model("records", "SearchPassage").objects.filter(document=row.id).order_by("id"))
        lines = list(passage_lines(document_of(row), passages))
        numbered = [(passage.id, *line) for passage, line in zip(passages, lines, strict=True)]
        cursor.executemany("INSERT INTO passage_words (rowid, title, words) VALUES (%s, %s, %s)", numbered)
        remember({word for line in lines for part in line for word in part.split()})
        said = list(_said(apps, row))
        cursor.executemany("INSERT INTO statement_words (rowid, words, marks) VALUES (%s, %s, %s)", said)
    for source in apps.get_model("records", "SourceRow").objects.iterator(500):
        names = (source.name, *json.loads(source.aliases))
        source.folded = " ".join(map(keyed, names))
        source.save()
        cursor.execute("INSERT OR REPLACE INTO source_words (rowid, words) VALUES (%s, %s)", [source.id, source.folded])


def _said(apps: Any, row: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401
    for said in apps.get_model("records", "StatementRow").objects.filter(document=row.id):
        yield said.id, *statement_line(vars(said), row.text)


class Migration(migrations.Migration):  # type: ignore[misc]
    dependencies = [("records", "0005_lists")]

    operations = [
        *(
            migrations.RunSQL([f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, {TOKENS})"], [f"DROP TABLE {name}"])
            for name, columns in TABLES.items()
        ),
        migrations.RunPython(_fill, migrations.RunPython.noop),
        *(
            migrations.RunSQL([f"CREATE TRIGGER {name} {when} BEGIN {then} END"], [f"DROP TRIGGER {name}"])
            for name, (when, then) in TRIGGERS.items()
        ),
    ]
