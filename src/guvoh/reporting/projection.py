"""Allow-lists: what of each shared type goes out, field by field. A field that is not named here does not leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from enum import Enum
from typing import Any, Final

from guvoh.model import (
    Count,
    DateMention,
    Document,
    Findings,
    Letter,
    Link,
    Party,
    Passage,
    Place,
    Question,
    SourceMention,
    Speech,
    Statement,
    plain,
)
from guvoh.model.weighing import DocumentPair, Event, FigurePair, FigureSum, Origin, Source, Support, Weighed
from guvoh.reporting.privacy import PrivateNames


class Release(Enum):
    """What happens to a field on its way out of the house."""

    AS_IS = "as it is"
    NAME = "a name: a private person's is replaced by a neutral word"
    SENTENCE = "words of ours: private names in it are replaced"
    VERBATIM = "the source's own words, kept so that they can be checked"
    OBJECT = "an object or a list of objects, each with its own list"


def _allow(
    as_is: str = "", *, names: str = "", sentences: str = "", verbatim: str = "", objects: str = ""
) -> Mapping[str, Release]:
    """The fields of one type, as words set apart by spaces, by what happens to them."""
    groups = zip(Release, (as_is, names, sentences, verbatim, objects), strict=True)
    return {field: release for release, fields in groups for field in fields.split()}


FIELDS: Final[Mapping[type[Any], Mapping[str, Release]]] = {
    Document: _allow(
        "path sha256 media_type parent language publisher url published reading_version",
        names="authors",
        sentences="problems",
        verbatim="text title",
        objects="passages",
    ),
    Passage: _allow("start end role"),
    Findings: _allow(sentences="problems", objects="document statements attributions places dates sources letter"),
    Statement: _allow(
        "id start end kind finder score act stage place_basis when when_basis modality private",
        sentences="why",
        verbatim="quote",
        objects="count actor affected place attribution",
    ),
    Count: _allow("qualifier unit start end low best high of", verbatim="words"),
    Party: _allow("start end kind nationality private", names="name"),
    Place: _allow("name id start end country admin1 lat lon precision disputed"),
    DateMention: _allow("edtf basis start end", sentences="why"),
    Link: _allow("kind start end", names="name", sentences="role"),
    SourceMention: _allow("kind start end private", names="name aliases", sentences="role"),
    Speech: _allow("source cue content"),
    Question: _allow("start end", verbatim="text"),
    Letter: _allow("reference reply_by", names="addressee signed", objects="questions"),
    Source: _allow("id kind", names="name aliases", sentences="role"),
    Origin: _allow("statement path origin via", sentences="why"),
    DocumentPair: _allow("a b relation direction", sentences="why"),
    Support: _allow("documents origins independent kinds status", sentences="why"),
    Event: _allow("id acts documents statements when stage part_of", sentences="title", objects="support place"),
    FigurePair: _allow("a b relation", sentences="why"),
    FigureSum: _allow("sum total relation", sentences="why"),
    Weighed: _allow("format", sentences="problems", objects="sources origins documents events figures"),
}
"""Every shared type that goes out. A test fails for a field that the model has and this table does not."""


def project(value: object, names: PrivateNames) -> Any:  # noqa: ANN401
    """A shared object as JSON values: listed fields only, private names replaced. KeyError for an unlisted type."""
    if isinstance(value, (tuple, list)):
        return [project(item, names) for item in value]
    if not is_dataclass(value) or isinstance(value, type):
        return plain(value)
    return {field: _released(getattr(value, field), release, names) for field, release in FIELDS[type(value)].items()}


def _released(value: object, release: Release, names: PrivateNames) -> Any:  # noqa: ANN401
    if isinstance(value, (tuple, list)) and release in (Release.NAME, Release.SENTENCE):
        return [_released(item, release, names) for item in value]
    if isinstance(value, str) and release is Release.NAME:
        return names.name(value)
    if isinstance(value, str) and release is Release.SENTENCE:
        return names.within(value)
    return project(value, names)
