"""Tables that lists and search read: derived from the others by triggers and on indexing, except the saved searches."""

from __future__ import annotations

from django.db import models


class DocumentCard(models.Model):  # type: ignore[misc]
    """What a list shows of a document, in its newest reading. Triggers of migration 0005 keep it in step.

    `number` is the row of the first reading, so that the order is that of keeping. `day`: first day published, as
    EDTF sorts. Empty: not known.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    sha256 = models.CharField(max_length=64, unique=True)
    document = models.PositiveBigIntegerField(db_index=True)
    path = models.TextField()
    title = models.TextField(blank=True)
    publisher = models.TextField(blank=True)
    published = models.CharField(max_length=64, blank=True)
    language = models.CharField(max_length=16, blank=True)
    media_type = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    kept_at = models.CharField(max_length=27)
    statements = models.IntegerField(default=0)
    waiting = models.IntegerField(default=0)
    read_problems = models.IntegerField(default=0)
    find_problems = models.IntegerField(default=0)

    def __str__(self) -> str:
        return f"card of {self.sha256[:12]}"


class SearchWord(models.Model):  # type: ignore[misc]
    """A word that the index holds, by its first letter and length, to find those spelled nearly alike."""

    word = models.CharField(max_length=64, primary_key=True)
    head = models.CharField(max_length=1)
    size = models.PositiveSmallIntegerField()

    class Meta:
        """Asked for by first letter and length."""

        indexes = (models.Index(fields=("head", "size", "word"), name="word_shape"),)

    def __str__(self) -> str:
        return f"word {self.word}"


class SavedSearchRow(models.Model):  # type: ignore[misc]
    """A search that a person keeps; `owner` is the actor's id."""

    owner = models.CharField(max_length=64)
    name = models.TextField()
    words = models.TextField(blank=True)
    scope = models.CharField(max_length=16)
    filters = models.TextField()
    made_at = models.CharField(max_length=27)

    class Meta:
        """A name stands once for each person."""

        constraints = (models.UniqueConstraint(fields=("owner", "name"), name="one_saved_search_per_name"),)

    def __str__(self) -> str:
        return f"saved search {self.id}"


class AdriftRow(models.Model):  # type: ignore[misc]
    """A decision that found no place in a document, as of the last change to either.

    The row of decision 0 says that all that are adrift stand here: a vault of before has none until it is first asked.
    """

    sha256 = models.CharField(max_length=64, blank=True)
    decision = models.PositiveBigIntegerField(db_index=True)

    class Meta:
        """Each once; put anew document by document."""

        constraints = (models.UniqueConstraint(fields=("sha256", "decision"), name="adrift_once"),)

    def __str__(self) -> str:
        return f"decision {self.decision} adrift"
