"""What a file is: its media type from the bytes first, from the name only where the bytes leave a choice."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

from guvoh.ingest.decode import decode
from guvoh.model.errors import UnreadableFile

HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EML = "message/rfc822"
TEXT = "text/plain"
MARKDOWN = "text/markdown"

_NAMED = {
    ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".pdf": PDF, ".docx": DOCX, ".docm": DOCX, ".eml": EML,
    ".txt": TEXT, ".text": TEXT, ".md": MARKDOWN, ".markdown": MARKDOWN,
}  # fmt: skip
_WORDS = {
    HTML: "a web page",
    PDF: "a PDF",
    DOCX: "a Word document",
    EML: "an e-mail",
    TEXT: "plain text",
    MARKDOWN: "Markdown",
}
_SAVE_AS = "Save it as PDF, DOCX, HTML or plain text and add that file too."
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file or a Word document locked with a password",
     "Open it in an office program, take off the password and save it as DOCX or PDF."),
    (b"{\\rtf", "an RTF document", _SAVE_AS),
    (b"\x89PNG", "a picture (PNG)", "Type what it says into a text file, or make a searchable PDF of it."),
    (b"\xff\xd8\xff", "a picture (JPEG)", "Type what it says into a text file, or make a searchable PDF of it."),
    (b"GIF8", "a picture (GIF)", "Type what it says into a text file, or make a searchable PDF of it."),
    (b"II*\0", "a picture (TIFF)", "Type what it says into a text file, or make a searchable PDF of it."),
    (b"MM\0*", "a picture (TIFF)", "Type what it says into a text file, or make a searchable PDF of it."),
    (b"\x1f\x8b", "a packed file (gzip)", "Unpack it and add what it holds."),
    (b"7z\xbc\xaf\x27\x1c", "a packed file (7z)", "Unpack it and add what it holds."),
    (b"Rar!", "a packed file (RAR)", "Unpack it and add what it holds."),
    (b"\x7fELF", "a program", "Check where it came from; a report is never a program."),
    (b"MZ\x90", "a program", "Check where it came from; a report is never a program."),
    (b"OggS", "a sound recording", "Write down what is said and add the text."),
    (b"ID3", "a sound recording", "Write down what is said and add the text."),
    (b"SQLite format 3", "a database", "Export what you need as text."),
)  # fmt: skip
_HTML_HEAD = re.compile(r"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b")
_HTML_TAG = re.compile(r"(?i)</?(?:p|div|span|a|br|h[1-6]|ul|li|table|td|article|section|meta|title)\b[^<>]{0,999}>")
_HEADER = re.compile(r"^([A-Za-z][A-Za-z0-9-]*):[ \t]*\S?")
_MAIL_STRONG = frozenset({"mime-version", "received", "message-id", "return-path", "delivered-to", "x-mailer"})
_MAIL_PLAIN = frozenset({"from", "to", "date", "subject", "cc", "sender", "reply-to", "content-type"})
_HEAD_CHARS = 20_000


@dataclass(frozen=True, slots=True)
class Detected:
    """A media type and, where the name says otherwise, one sentence about it."""

    media_type: str
    note: str | None = None


def detect(data: bytes, name: str) -> Detected:
    """The media type of `data`, a file called `name`. Raises UnreadableFile for what we do not read."""
    named = _NAMED.get(PurePosixPath(name.replace("\\", "/").casefold()).suffix)
    if not data.strip(b"\0 \t\r\n\f"):
        raise UnreadableFile("The file is empty.", "Get it again from where it came from; the copy may have failed.")
    found = _by_bytes(data) or _by_text(data, named)
    return Detected(found, _mismatch(named, found))


def _mismatch(named: str | None, found: str) -> str | None:
    if named is None or named == found or {named, found} == {TEXT, MARKDOWN}:
        return None
    return f"The file is named as {_WORDS[named]} but is {_WORDS.get(found, found)}; it was read as what it is."


def _by_bytes(data: bytes) -> str | None:
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(data)
    for magic, words, next_step in _REFUSED:
        if data.startswith(magic):
            raise UnreadableFile(f"The file is {words}, which cannot be read as text.", next_step)
    return None


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError) as error:
        raise UnreadableFile(
            "The file is a damaged archive or Word document; its end may be missing.", "Get the file again."
        ) from error
    if "word/document.xml" in names:
        return DOCX
    raise UnreadableFile(
        "The file is an archive or office file (ZIP), but no Word document.", "Unpack it, or save it as DOCX or PDF."
    )


def _by_text(data: bytes, named: str | None) -> str:
    head = decode(data).text[:_HEAD_CHARS] if len(data) <= _HEAD_CHARS * 4 else _head(data)
    if _HTML_HEAD.match(head):
        return HTML
    if _is_mail(head, lenient=named == EML):
        return EML
    if _HTML_TAG.search(head) and (named == HTML or len(_HTML_TAG.findall(head)) >= 6):
        return HTML
    return MARKDOWN if named == MARKDOWN else TEXT


def _head(data: bytes) -> str:
    cut = data[: _HEAD_CHARS * 4]
    while len(cut) > _HEAD_CHARS * 4 - 4 and cut[-1] >= 0x80:
        cut = cut[:-1]  # do not break a character of several bytes
    return decode(cut).text


def _is_mail(head: str, *, lenient: bool) -> bool:
    names: set[str] = set()
    for line in head.lstrip("\ufeff\r\n").splitlines():
        if line[:1] in (" ", "\t") and names:
            continue
        match = _HEADER.match(line)
        if not match:
            if line.startswith(("From ", ">From ")) and not names:
                continue
            break
        names.add(match[1].lower())
    if lenient:
        return bool(names & (_MAIL_STRONG | _MAIL_PLAIN))
    return bool(names & _MAIL_STRONG) and bool(names & _MAIL_PLAIN)
