"""The tables of what the sources say together: derived by weighing, rebuilt at will, keyed by the weighing's own ids.

Lists of words (`why`, `via`, `aliases`, `acts`) are JSON. Statements are named by their ids, so that finding again does
not have to keep row numbers.
"""

from __future__ import annotations

from django.db import models


class SourceRow(models.Model):  # type: ignore[misc]
    """One identity of a source. `said`: statements it is the origin of; `passed`: statements that came through it."""

    ident = models.CharField(max_length=64, unique=True)
    name = models.TextField(db_index=True)
    folded = models.TextField()
    """Keys of the words of name and aliases; a trigger puts them into the search index."""
    kind = models.CharField(max_length=16, db_index=True)
    role = models.TextField(blank=True)
    aliases = models.TextField()
    said = models.PositiveIntegerField(default=0)
    passed = models.PositiveIntegerField(default=0)
    reliability = models.CharField(max_length=1, blank=True)

    def __str__(self) -> str:
        return f"source {self.ident[:12]}"


class OriginRow(models.Model):  # type: ignore[misc]
    """Where a statement comes from (model.weighing.Origin)."""

    statement = models.CharField(max_length=64, unique=True)
    path = models.TextField()
    source = models.CharField(max_length=64, db_index=True)
    via = models.TextField()
    why = models.TextField()

    def __str__(self) -> str:
        return f"origin of {self.statement[:12]}"


class EventRow(models.Model):  # type: ignore[misc]
    """One event. `first`, `last`: days of `when` as ordinals; `body`: the whole model.weighing.Event as JSON."""

    ident = models.CharField(max_length=64, unique=True)
    title = models.TextField()
    act = models.CharField(max_length=64, blank=True, db_index=True)
    acts = models.TextField()
    family = models.CharField(max_length=64, blank=True, db_index=True)
    place = models.CharField(max_length=64, blank=True, db_index=True)
    place_name = models.TextField(blank=True)
    country = models.CharField(max_length=8, blank=True)
    admin1 = models.CharField(max_length=16, blank=True)
    precision = models.CharField(max_length=16, blank=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    when = models.CharField(max_length=64, blank=True)
    first = models.IntegerField(null=True, db_index=True)
    last = models.IntegerField(null=True)
    stage = models.CharField(max_length=32, blank=True)
    status = models.CharField(max_length=16, db_index=True)
    documents = models.PositiveIntegerField()
    origins = models.PositiveIntegerField()
    independent = models.PositiveIntegerField()
    kinds = models.TextField()
    part_of = models.CharField(max_length=64, blank=True, db_index=True)
    body = models.TextField()

    class Meta:
        """Filtered by area, then by time."""

        indexes = (models.Index(fields=("country", "admin1", "first"), name="event_area"),)

    def __str__(self) -> str:
        return f"event {self.ident[:12]}"


class EventStatement(models.Model):  # type: ignore[misc]
    """A statement that tells of an event."""

    event = models.CharField(max_length=64)
    statement = models.CharField(max_length=64, db_index=True)

    class Meta:
        """Each once."""

        constraints = (models.UniqueConstraint(fields=("event", "statement"), name="one_statement_per_event"),)

    def __str__(self) -> str:
        return f"statement of event {self.event[:12]}"


class EventPast(models.Model):  # type: ignore[misc]
    """An event id that is no more, and the event that most of its statements went to (merged, split or renamed)."""

    ident = models.CharField(max_length=64, unique=True)
    became = models.CharField(max_length=64)
    at = models.CharField(max_length=27)

    def __str__(self) -> str:
        return f"former event {self.ident[:12]}"


class FigureRelationRow(models.Model):  # type: ignore[misc]
    """The relation of figure `a` to figure `b`. A sum has its total in `b`, its first part in `a`, all in `parts`."""

    ident = models.CharField(max_length=64, unique=True)
    a = models.CharField(max_length=64)
    b = models.CharField(max_length=64)
    relation = models.CharField(max_length=16, db_index=True)
    parts = models.TextField()
    why = models.TextField()

    def __str__(self) -> str:
        return f"{self.relation} {self.ident[:12]}"


class FigureMember(models.Model):  # type: ignore[misc]
    """A figure that stands in a relation, on whichever side."""

    relation = models.ForeignKey(FigureRelationRow, on_delete=models.CASCADE)
    statement = models.CharField(max_length=64, db_index=True)

    def __str__(self) -> str:
        return f"figure {self.statement[:12]}"


class DocumentRelationRow(models.Model):  # type: ignore[misc]
    """How document `a` stands to document `b` (paths, with their content addresses)."""

    ident = models.CharField(max_length=64, unique=True)
    a = models.TextField(db_index=True)
    b = models.TextField(db_index=True)
    a_sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    b_sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    relation = models.CharField(max_length=16)
    direction = models.CharField(max_length=16, blank=True)
    why = models.TextField()

    def __str__(self) -> str:
        return f"documents {self.relation}"


class WeighState(models.Model):  # type: ignore[misc]
    """The one row that says what the tables were weighed at: log entry, decision, version of the weighing's rules."""

    at = models.CharField(max_length=27)
    entry = models.PositiveBigIntegerField()
    decision = models.PositiveBigIntegerField()
    version = models.CharField(max_length=32)
    problems = models.TextField()

    def __str__(self) -> str:
        return f"weighed at log entry {self.entry}"


class ShelfRow(models.Model):  # type: ignore[misc]
    """What incremental weighing keeps to know again (assessment.shelf.Row)."""

    kind = models.CharField(max_length=32)
    ident = models.CharField(max_length=128)
    data = models.TextField()

    class Meta:
        """Each once."""

        constraints = (models.UniqueConstraint(fields=("kind", "ident"), name="one_shelf_row"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.ident[:12]}"


class ShelfKey(models.Model):  # type: ignore[misc]
    """A key that a shelf's row is found by."""

    row = models.ForeignKey(ShelfRow, on_delete=models.CASCADE)
    kind = models.CharField(max_length=32)
    key = models.CharField(max_length=255)

    class Meta:
        """Found by kind and key."""

        indexes = (models.Index(fields=("kind", "key", "row"), name="shelf_key"),)

    def __str__(self) -> str:
        return f"key of {self.row_id}"
