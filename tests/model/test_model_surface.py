"""What the model exports, and what a document answers about itself."""

import dataclasses

import pytest

from guvoh import model
from guvoh.model import TELLING_ROLES, Document, Passage, Role

EXPORTED = """FORMAT READING_VERSION TELLING_ROLES Count DateMention Document Findings Kind Letter Link Modality
 Original Party Passage Place Qualifier Question Role SideCar SourceKind SourceMention Span Speech Stage Statement
 from_json plain to_json""".split()


def test_the_exported_names_are_a_list():
    assert sorted(model.__all__) == sorted(EXPORTED)
    assert [name for name in EXPORTED if not hasattr(model, name)] == []


@pytest.mark.parametrize("name", [n for n in EXPORTED if dataclasses.is_dataclass(getattr(model, n))])
def test_every_type_is_frozen(name):
    assert getattr(model, name).__dataclass_params__.frozen
    assert getattr(model, name).__doc__


def test_what_may_tell_and_what_never_does():
    assert set(Role) - TELLING_ROLES == {Role.LETTERHEAD, Role.COMMENT, Role.FURNITURE}


@pytest.mark.parametrize(
    ("offset", "role"),
    [(0, Role.TITLE), (4, Role.TITLE), (5, None), (6, Role.BODY), (9, Role.BODY), (10, None), (-1, None)],
)
def test_the_role_at_an_offset(offset, role):
    document = Document(
        "a", "0" * 64, "text/plain", "Title Body", (Passage(0, 5, Role.TITLE), Passage(6, 10, Role.BODY))
    )
    assert document.role_at(offset) is role


def test_the_bytes_of_an_original_never_stand_in_its_printed_form():
    document = Document("a", "0" * 64, "text/plain", "x")
    assert "secret" not in repr(model.Original(document, b"secret"))
