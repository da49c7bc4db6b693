"""The vault's tables. They stay inside this room: `gate` turns rows into frozen dataclasses."""

from __future__ import annotations

from django.db import models


class Document(models.Model):  # type: ignore[misc]
    """One reading of the bytes of one content address; `metadata` is the rest of model.Document."""

    sha256 = models.CharField(max_length=64)
    reading_version = models.PositiveIntegerField()
    media_type = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    kept_at = models.CharField(max_length=27)
    text = models.TextField()
    passages = models.JSONField()
    metadata = models.JSONField()

    class Meta:
        """Bytes are read once by each version of the reader."""

        constraints = (models.UniqueConstraint(fields=("sha256", "reading_version"), name="one_reading_per_version"),)

    def __str__(self) -> str:
        return f"document {self.sha256[:12]}"


class Sighting(models.Model):  # type: ignore[misc]
    """Where and when the same bytes were met; what can differ for the same bytes stands here. Empty: not known."""

    sha256 = models.CharField(max_length=64)
    path = models.TextField()
    parent = models.TextField(blank=True)
    url = models.TextField(blank=True)
    publisher = models.TextField(blank=True)
    seen_at = models.CharField(max_length=27)

    class Meta:
        """The same place tells nothing new."""

        constraints = (
            models.UniqueConstraint(fields=("sha256", "path", "url", "publisher"), name="one_sighting_per_place"),
        )

    def __str__(self) -> str:
        return f"sighting of {self.sha256[:12]}"


class Finding(models.Model):  # type: ignore[misc]
    """All that the machine found in one reading: the findings contract without the document's own fields."""

    document = models.OneToOneField(Document, on_delete=models.PROTECT)
    found_at = models.CharField(max_length=27)
    body = models.TextField()

    def __str__(self) -> str:
        return f"findings of document {self.document_id}"


class StatementRow(models.Model):  # type: ignore[misc]
    """One statement's queryable values. Derived from Finding.body, which is what counts. Empty: not said."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT)
    statement = models.CharField(max_length=64, db_index=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=32)
    act = models.CharField(max_length=64, blank=True, db_index=True)
    stage = models.CharField(max_length=32, blank=True)
    modality = models.CharField(max_length=32)
    unit = models.CharField(max_length=64, blank=True)
    low = models.FloatField(null=True)
    best = models.FloatField(null=True)
    high = models.FloatField(null=True)
    place = models.CharField(max_length=64, blank=True, db_index=True)
    country = models.CharField(max_length=8, blank=True)
    admin1 = models.CharField(max_length=16, blank=True)
    when = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"statement {self.statement[:12]}"


class SearchPassage(models.Model):  # type: ignore[misc]
    """A passage that can be searched; its folded words stand in the FTS5 table passage_words under the same id."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    role = models.CharField(max_length=16)

    def __str__(self) -> str:
        return f"passage of document {self.document_id}"


class LedgerEntry(models.Model):  # type: ignore[misc]
    """The custody log; triggers refuse to change or delete a row, or to add one that does not follow the last."""

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.CharField(max_length=27)
    action = models.CharField(max_length=32)
    subject = models.CharField(max_length=64, blank=True, db_index=True)
    details = models.TextField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"log entry {self.number}"
