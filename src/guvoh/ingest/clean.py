"""Characters of the reading text: one kind of space and line end, composed letters, nothing invisible."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff\ud800-\udfff]"
)
_RUNS = re.compile(r" {2,}")


def clean(text: str) -> str:
    """`text` in composed form (NFC) with "\\n" line ends, plain spaces and no invisible or control characters.

    Soft hyphens, direction marks and lone surrogates go: they change what is read, not what is said.
    Zero-width joiners stay, since some scripts need them.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def one_line(text: str) -> str:
    """`text` cleaned, as one line with single spaces."""
    return " ".join(clean(text).split())


def squeezed(text: str) -> str:
    """`text` cleaned, each line without outer or doubled spaces; line ends stay."""
    return "\n".join(_RUNS.sub(" ", line).strip() for line in clean(text).split("\n"))


def folded(text: str) -> str:
    """A key under which two printings of the same words are equal: case, space and quote style do not count."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
