"""The search index and the guards of the custody log.

A later migration that rebuilds records_ledgerentry loses its triggers: it must make them again
(`guvoh verify` and the tests look for them by name).
"""

from django.db import migrations

INDEX = """CREATE VIRTUAL TABLE passage_words USING fts5(title, words, content='', contentless_delete=1,
tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'")"""

NO_UPDATE = """CREATE TRIGGER ledger_never_changes BEFORE UPDATE ON records_ledgerentry
BEGIN SELECT RAISE(ABORT, 'the custody log is append-only'); END"""

NO_DELETE = """CREATE TRIGGER ledger_never_shrinks BEFORE DELETE ON records_ledgerentry
BEGIN SELECT RAISE(ABORT, 'the custody log is append-only'); END"""

IN_ORDER = """CREATE TRIGGER ledger_grows_in_order BEFORE INSERT ON records_ledgerentry
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM records_ledgerentry)
OR NEW.previous <> coalesce((SELECT hash FROM records_ledgerentry ORDER BY number DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT RAISE(ABORT, 'the custody log grows entry by entry'); END"""


class Migration(migrations.Migration):  # type: ignore[misc]
    dependencies = [("records", "0001_tables")]

    operations = [
        migrations.RunSQL([INDEX], ["DROP TABLE passage_words"]),
        migrations.RunSQL([NO_UPDATE], ["DROP TRIGGER ledger_never_changes"]),
        migrations.RunSQL([NO_DELETE], ["DROP TRIGGER ledger_never_shrinks"]),
        migrations.RunSQL([IN_ORDER], ["DROP TRIGGER ledger_grows_in_order"]),
    ]
