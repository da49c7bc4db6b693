"""An index of the dates by which letters ask for a reply, so that the home page need not read every finding.

A later migration that rebuilds records_finding loses this index: it must make it again.
"""

from django.db import migrations

# a body that was tampered with must not stop the write: verification tells of it
REPLY_BY = "CASE WHEN json_valid(body) THEN json_extract(body, '$.letter.reply_by') END"
INDEX = f"CREATE INDEX finding_reply_by ON records_finding ({REPLY_BY}) WHERE {REPLY_BY} IS NOT NULL"


class Migration(migrations.Migration):  # type: ignore[misc]
    dependencies = [("records", "0006_search")]

    operations = [migrations.RunSQL([INDEX], ["DROP INDEX finding_reply_by"])]
