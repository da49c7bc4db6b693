"""The vault's tables. They stay inside this room: `gate` turns rows into frozen dataclasses."""

from __future__ import annotations

from django.db import models

from guvoh.custody.records.accounts import Account
from guvoh.custody.records.list_models import AdriftRow, DocumentCard, SavedSearchRow, SearchWord
from guvoh.custody.records.tokens import Token
from guvoh.custody.records.weighed_models import (
    DocumentRelationRow,
    EventPast,
    EventRow,
    EventStatement,
    FigureMember,
    FigureRelationRow,
    OriginRow,
    ShelfKey,
    ShelfRow,
    SourceRow,
    WeighState,
)
from guvoh.model.decisions import Review

__all__ = [
    "Account",
    "AdriftRow",
    "Decision",
    "DecisionSubject",
    "Document",
    "DocumentCard",
    "DocumentRelationRow",
    "EventPast",
    "EventRow",
    "EventStatement",
    "FigureMember",
    "FigureRelationRow",
    "Finding",
    "LedgerEntry",
    "OriginRow",
    "SavedSearchRow",
    "SearchPassage",
    "SearchWord",
    "Setting",
    "ShelfKey",
    "ShelfRow",
    "Sighting",
    "SourceRow",
    "StatementRow",
    "Token",
    "WeighState",
]


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
    path = models.TextField(db_index=True)
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
    """One statement's queryable values as persons' decisions left them. Empty: not said.

    Derived from Finding.body and the decisions, which are what counts. What a person split or merged away has no row;
    what was rejected keeps its row. Only a document's newest reading has rows.
    """

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
    first = models.IntegerField(null=True)
    """First and last day of `when` as ordinals; null: open or not known."""
    last = models.IntegerField(null=True)
    review = models.CharField(max_length=16, default=Review.SUGGESTED.value)
    credibility = models.CharField(max_length=1, blank=True)
    value = models.FloatField(null=True)
    """The number to order by: best, else low, else high."""
    words = models.TextField(blank=True)
    """The count as written."""
    actor = models.TextField(blank=True)
    affected = models.TextField(blank=True)
    place_name = models.TextField(blank=True)
    precision = models.CharField(max_length=16, blank=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    disputed = models.CharField(max_length=64, blank=True)
    """Claimants of a disputed place, with spaces between."""
    qualifier = models.CharField(max_length=16, null=True)  # noqa: DJ001
    """How a count is hedged; null in rows of before migration 0014, whose figures are read whole for a tally."""
    when_basis = models.CharField(max_length=16, blank=True)
    nations = models.TextField(blank=True)
    """Nationalities of those affected, with spaces between."""
    source = models.CharField(max_length=64, blank=True)
    """The origin as weighed, its name, the event and its support: triggers keep these four in step."""
    source_name = models.TextField(blank=True)
    event = models.CharField(max_length=64, blank=True)
    status = models.CharField(max_length=16, blank=True)

    class Meta:
        """What waits for review is asked for most; migration 0005 adds the indexes that lists need."""

        indexes = (models.Index(fields=("review", "document"), name="statement_review"),)

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


class Decision(models.Model):  # type: ignore[misc]
    """A person's decision (model.decisions.Decision); triggers refuse to change or delete a row."""

    number = models.PositiveBigIntegerField(primary_key=True)
    ident = models.CharField(max_length=64, unique=True)
    at = models.CharField(max_length=27)
    by = models.CharField(max_length=64, db_index=True)
    by_name = models.TextField()
    kind = models.CharField(max_length=16, db_index=True)
    subjects = models.TextField()
    values = models.TextField()
    note = models.TextField(blank=True)
    selectors = models.TextField()

    def __str__(self) -> str:
        return f"decision {self.number}"


class DecisionSubject(models.Model):  # type: ignore[misc]
    """What a decision is about, to find it by; that of an undone decision is also its undoing's. Guarded likewise.

    `sha256` is the document of a statement decided on; empty for events and sources.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT)
    subject = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        """Found by what was decided on, and by document."""

        indexes = (
            models.Index(fields=("subject", "decision"), name="decision_of_subject"),
            models.Index(fields=("sha256", "decision"), name="decision_of_document"),
        )

    def __str__(self) -> str:
        return f"subject of decision {self.decision_id}"


class Setting(models.Model):  # type: ignore[misc]
    """A setting of the vault, such as that two persons must agree; each change is in the log."""

    name = models.CharField(max_length=64, primary_key=True)
    value = models.TextField()

    def __str__(self) -> str:
        return f"setting {self.name}"
