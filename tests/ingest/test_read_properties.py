"""Whatever the bytes: an InputError or documents whose passages cover their text."""

# ruff: noqa: E501 -- invented pages stand as they are printed

from __future__ import annotations

import hostile_files as hostile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guvoh.ingest import read_bytes
from guvoh.model import Document, Role
from guvoh.model.edtf import is_edtf
from guvoh.model.errors import InputError

NAMES = ("a.txt", "a.html", "a.md", "a.eml", "a.pdf", "a.docx", "a")
LINES = st.sampled_from(
    [
        "Police took eleven men from a building site in Perm on Friday, their lawyer said.",
        "Read also", "Recent posts", "3 comments", "Reply", "15 seconds ago", "Dear Ms. Osmonova,", "Yours sincerely,",
        "14 May 2024", "14 May 2024, 16:00", "By Aida Osmonova", "Photo: A. Petrov", "> quoted words", "On Monday, X wrote:",
        "From: a@example.org", "Subject: Raid", "MIME-Version: 1.0", "", "# Heading", "| a | b |", "<p>", "<table><tr><td>", "</td>",
        "<blockquote>", "<div class='related'>", "<figcaption>", "Читайте также", "Комментарии (2)", "• One", "---", "\t", "\x00",
    ]
)  # fmt: skip
FEW = settings(max_examples=150)


def check(document: Document) -> None:
    """The promises of a reading text."""
    at = 0
    for passage in document.passages:
        assert at <= passage.start < passage.end <= len(document.text)
        assert not document.text[at : passage.start].strip()
        assert document.text[passage.start : passage.end].strip()
        assert isinstance(passage.role, Role)
        at = passage.end
    assert not document.text[at:].strip()
    assert document.published is None or is_edtf(document.published)
    document.text.encode("utf-8")
    assert "\0" not in document.text
    assert "\r" not in document.text


def read_or_refuse(data: bytes, name: str) -> None:
    refusal = None
    found = []
    try:
        found = read_bytes(data, name)
    except InputError as error:
        refusal = error
    assert found or (refusal is not None and refusal.message and refusal.next_step)
    for original in found:
        check(original.document)


@FEW
@given(st.text(), st.sampled_from(NAMES))
def test_any_text_gives_passages_that_cover_it(text, name):
    read_or_refuse(text.encode("utf-8", "surrogatepass"), name)


@FEW
@given(st.lists(LINES, max_size=40), st.sampled_from(NAMES))
def test_any_mixture_of_page_lines_gives_passages_that_cover_it(lines, name):
    read_or_refuse("\n".join(lines).encode(), name)


@FEW
@given(st.binary(max_size=2_000), st.sampled_from(NAMES))
def test_any_bytes_are_read_or_refused(data, name):
    read_or_refuse(data, name)


@FEW
@given(
    st.sampled_from(
        [b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"From: a@b.c\nMIME-Version: 1.0\n", b"\xff\xfe", b"\xef\xbb\xbf"]
    ),
    st.binary(),
)
def test_any_bytes_behind_a_known_start_are_read_or_refused(start, data):
    read_or_refuse(start + data, "a")


VALID = {
    "a.pdf": hostile.pdf("Police took eleven men.", "None has been seen since then, their lawyer said on Friday."),
    "a.docx": hostile.docx(hostile.body("Police took eleven men.", "None has been seen since.")),
    "a.eml": hostile.nested_mail(2),
}


@pytest.mark.parametrize("name", VALID)
@FEW
@given(data=st.data())
def test_a_valid_file_with_some_bytes_changed_is_read_or_refused(name, data):
    raw = bytearray(VALID[name])
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    read_or_refuse(bytes(raw), name)


@FEW
@given(st.lists(st.text(alphabet=st.characters(categories=("Ll", "Lu", "Nd", "Po", "Zs")), min_size=1), max_size=8))
def test_plain_text_loses_no_character_but_white_space(lines):
    text = "\n\n".join(lines)
    try:
        document = read_bytes(text.encode(), "a.txt")[0].document
    except InputError:
        return
    if document.media_type == "text/plain":
        import unicodedata

        wanted = "".join(unicodedata.normalize("NFC", text).split())
        assert "".join(document.text.split()) == wanted
