"""Bytes to documents: detect, read by format, give roles, compose the reading text, fill in metadata."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from guvoh.ingest.blocks import Attachment, Block, Meta, compose, cut_notice
from guvoh.ingest.detect import EML, Detected, detect
from guvoh.ingest.formats.protocol import Context
from guvoh.ingest.formats.registry import format_for, plug_in_type
from guvoh.ingest.limits import DEFAULT, MEGABYTE, Limits
from guvoh.ingest.metadata.language import known_code, language_of
from guvoh.ingest.segment.letter import letter_at, segment_letter
from guvoh.ingest.segment.page import Segmented, segment_page
from guvoh.ingest.segment.patterns import patterns
from guvoh.model import TELLING_ROLES, Document, Original, Passage, SideCar
from guvoh.model.edtf import is_edtf
from guvoh.model.errors import InputError, TooLarge, UnreadableFile
from guvoh.model.identity import content_address

UNKNOWN = "application/octet-stream"


def read_bytes(data: bytes, path: str, sidecar: SideCar | None = None, limits: Limits = DEFAULT) -> list[Original]:
    """Read one file in this process: [0] is the file itself, the rest its attachments at every depth.

    `path` is how the file is named in what follows; `sidecar` wins over what is read. Raises UnreadableFile
    or TooLarge for the file itself; what is wrong with an attachment is told in that attachment's problems.
    """
    if len(data) > limits.file_bytes:
        raise too_large(len(data), limits)
    budget = _Budget(limits)
    try:
        return _read(data, path, None, sidecar, budget, 0)
    except RecursionError as error:
        raise UnreadableFile(
            "The file is nested too deeply to be read.", "Have it saved anew as plain text."
        ) from error


def too_large(size: int, limits: Limits) -> TooLarge:
    """The error for a file of `size` bytes that is over the limit."""
    return TooLarge(
        f"The file has {size // MEGABYTE} MB, more than the {limits.file_bytes // MEGABYTE} MB that are read.",
        "Split it, or save the pages that matter as a smaller file.",
    )


class _Budget:
    """What is left of the limits that a file shares with all its attachments."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.attachments = limits.attachments

    def take(self) -> bool:
        self.attachments -= 1
        return self.attachments >= 0


def _read(
    data: bytes, path: str, parent: str | None, sidecar: SideCar | None, budget: _Budget, depth: int
) -> list[Original]:
    name = PurePosixPath(path.rpartition("!/")[2].replace("\\", "/")).name
    detected = _detect(data, name)
    draft = format_for(detected.media_type).read(data, Context(name, budget.limits))
    problems = list(draft.problems) + ([detected.note] if detected.note else [])
    blocks, cut = _within(draft.blocks, budget.limits.text_chars)
    problems += cut
    segmented = _segment(blocks)
    text, passages = compose(segmented.blocks)
    if not text:
        problems.append("No text was found in the file; it may hold only pictures. Type or scan (OCR) what it says.")
    meta = _meta(draft.meta, segmented.meta, text, passages, sidecar, mail=detected.media_type == EML)
    kept = [attachment for attachment in draft.attachments if budget.take()]
    if len(kept) < len(draft.attachments):
        problems.append(
            f"{len(draft.attachments) - len(kept)} attachments beyond the first {budget.limits.attachments} were "
            "not read; save them as files of their own."
        )
    document = Document(
        path, content_address(data), detected.media_type, text, passages, parent, meta.language, meta.title,
        meta.publisher, meta.authors, meta.url, meta.published, tuple(problems),
    )  # fmt: skip
    found = [Original(document, data)]
    for attachment in kept:
        found += _attached(attachment, path, budget, depth + 1)
    return found


def _detect(data: bytes, name: str) -> Detected:
    known = plug_in_type(data, name)
    return Detected(known) if known else detect(data, name)


def _attached(attachment: Attachment, parent: str, budget: _Budget, depth: int) -> list[Original]:
    path = f"{parent}!/{attachment.name}"
    try:
        if depth > budget.limits.attachment_depth:
            raise TooLarge(
                f"The attachment lies more than {budget.limits.attachment_depth} mails deep and was not read.",
                "Save it as a file of its own and add it.",
            )
        return _read(attachment.data, path, parent, None, budget, depth)
    except InputError as error:
        return [unread(path, attachment.data, error, parent)]


def unread(path: str, data: bytes, error: InputError, parent: str | None = None, sha256: str | None = None) -> Original:
    """What stands for a file that cannot be read: its bytes and hash, no text, and the problem in words."""
    address = content_address(data) if sha256 is None else sha256
    return Original(Document(path, address, UNKNOWN, "", parent=parent, problems=(str(error),)), data)


def _within(blocks: Sequence[Block], most: int) -> tuple[list[Block], tuple[str, ...]]:
    """The blocks up to `most` characters; the one that passes the limit is cut there, and that is told."""
    kept: list[Block] = []
    left = most
    for block in blocks:
        left -= len(block.gap)
        if len(block.text) > left:
            kept.append(replace(block, text=block.text[: max(left, 0)]))
            return kept, (cut_notice(most),)
        kept.append(block)
        left -= len(block.text)
    return kept, ()


def _segment(blocks: Sequence[Block]) -> Segmented:
    letter = letter_at(blocks, patterns())
    return segment_letter(blocks, *letter) if letter else segment_page(blocks)


def _meta(
    own: Meta, of_text: Meta, text: str, passages: Sequence[Passage], sidecar: SideCar | None, *, mail: bool
) -> Meta:
    """The side-car's word first, then the format's metadata, then the text's own lines; the language from the text."""
    if mail:  # who sent it and when stand in its headers; a date or by-line inside may be of what is quoted
        of_text = replace(of_text, published=None, authors=())
    told = Meta()
    if sidecar is not None:
        told = Meta(sidecar.title, sidecar.publisher, (), sidecar.published, sidecar.language, sidecar.url)
    said = " ".join(text[p.start : p.end] for p in passages[:200] if p.role in TELLING_ROLES)
    found = Meta(language=language_of(said or text) or known_code(own.language))
    meta = told.filled_from(replace(own, language=None)).filled_from(of_text).filled_from(found)
    return meta if meta.published is None or is_edtf(meta.published) else replace(meta, published=None)
