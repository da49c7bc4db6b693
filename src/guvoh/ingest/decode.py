"""Bytes to characters: byte-order marks, UTF-8, UTF-16, and the old one-byte encodings of Latin and Cyrillic."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from guvoh.model.errors import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CYRILLIC = ("cp1251", "koi8-r", "cp866")
_FREQUENT = frozenset("оеаинтсрвлкмдпу")
_SAMPLE = 200_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 0.02  # share of control characters above which bytes are no text
_MOST_BROKEN = 0.10  # share of undecodable characters above which bytes are no text


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding that gave them, and what was lost on the way, in words."""

    text: str
    encoding: str
    problems: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`; `declared` is an encoding that the file or its carrier names.

    Raises UnreadableFile when the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :], encoding)
    return _checked(data, _wide(data) or _encoding(data, _known(declared)))


def _encoding(data: bytes, declared: str | None) -> str:
    """UTF-8 where it fits, else what is declared, else UTF-8 with a few breaks, else the likeliest old encoding."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if declared and declared != "utf-8":
            return declared
        return "utf-8" if _mostly_utf8(data) else _one_byte(data[:_SAMPLE])
    return "utf-8"


def _known(declared: str | None) -> str | None:
    if not declared:
        return None
    try:
        info = codecs.lookup(declared.strip().strip("\"'"))
        "".encode(info.name)
        b"".decode(info.name)
    except (LookupError, ValueError, TypeError):
        return None
    return info.name


def _checked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    sample = text[:_SAMPLE]
    control = len(_CONTROL.findall(sample))
    broken = text.count("\ufffd")
    if control > _MOST_CONTROL * max(len(sample), 50) or broken > _MOST_BROKEN * max(len(text), 20):
        raise UnreadableFile(
            "The file holds binary data, not text, and is of no kind that can be read.",
            "Open it with the program that made it and save it as PDF, DOCX, HTML or plain text.",
        )
    problems = []
    if broken:
        problems.append(
            f"{broken} characters could not be decoded as {encoding} and show as \ufffd; check the original."
        )
    if "\0" in text:
        problems.append("The text held NUL bytes; they were left out. The file may be damaged.")
    return Decoded(text, encoding, tuple(problems))


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in text of any alphabet nearly all spaces and line ends have one zero half."""
    sample = data[:_SAMPLE]
    if b"\0" not in sample or len(sample) < 4:
        return None
    sample = sample[: len(sample) // 2 * 2]
    best, share = None, 0.0
    for name in ("utf-16-le", "utf-16-be"):
        text = sample.decode(name, "replace")
        good = sum((c.isascii() and (c.isprintable() or c in "\r\n\t")) or "\u0400" <= c <= "\u052f" for c in text)
        if good > share * len(text):
            best, share = name, good / len(text)
    return best if share > 0.9 else None


def _mostly_utf8(data: bytes) -> bool:
    """Whether bytes that are not quite UTF-8 are so but for a few breaks."""
    text = data[:_SAMPLE].decode("utf-8", "replace")
    wide = sum(ord(c) > 127 and c != "\ufffd" for c in text)
    return wide > 4 * text.count("\ufffd")


def _one_byte(sample: bytes) -> str:
    """The likeliest one-byte encoding: Cyrillic where frequent small Russian letters come out, else Western."""
    high = sum(byte > 127 for byte in sample)
    letters = sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in sample)
    if not high or high < 0.25 * letters:
        return "cp1252"
    scores = {name: sum(c in _FREQUENT for c in sample.decode(name, "replace")) / high for name in _CYRILLIC}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0.35 else "cp1252"
