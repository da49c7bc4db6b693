"""Office archives: opened only when their parts, as declared and as unpacked, stay within the limits."""

from __future__ import annotations

import io
import zipfile
import zlib

from guvoh.ingest.limits import MEGABYTE, Limits
from guvoh.model.errors import TooLarge, UnreadableFile

_CHUNK = 1 << 16
_XML = (".xml", ".rels")


def check_archive(data: bytes, limits: Limits) -> None:
    """Unpack every part of an office archive to nowhere, and refuse what is too large, locked, broken or has a DTD.

    XML with a document type may name entities that grow without bound; office programs never write one.
    Raises TooLarge or UnreadableFile.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > limits.archive_entries:
                raise TooLarge(f"The document holds {len(entries):,} parts, far more than any real one.", _NEXT)
            declared = sum(entry.file_size for entry in entries)
            if declared > limits.unpacked_bytes:
                raise _bomb(declared)
            unpacked = 0
            for entry in entries:
                unpacked += _check_part(archive, entry, limits.unpacked_bytes - unpacked)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError) as error:
        raise UnreadableFile(
            "The document is damaged or locked: a part of it cannot be unpacked.", "Get it again."
        ) from error


_NEXT = "Do not open it on your own computer if it came from someone you do not know."


def _bomb(size: int) -> TooLarge:
    return TooLarge(
        f"The document unpacks to {size // MEGABYTE:,} MB or more and was not opened (a “zip bomb”).", _NEXT
    )


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> int:
    size = 0
    overlap = b""
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise _bomb(size)
            if entry.filename.endswith(_XML) and _has_document_type(overlap + chunk):
                raise UnreadableFile("The document's XML declares entities, as attacks do; it was not opened.", _NEXT)
            overlap = chunk[-16:]
    return size


def _has_document_type(chunk: bytes) -> bool:
    flat = chunk.replace(b"\0", b"")  # UTF-16 as well
    return b"<!DOCTYPE" in flat or b"<!ENTITY" in flat
