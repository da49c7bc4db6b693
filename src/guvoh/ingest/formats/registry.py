"""Which format reads which media type: the built-in ones, and others by the entry-point group `guvoh.formats`."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from guvoh.ingest.formats.protocol import Format, Recognising
from guvoh.model.errors import UnreadableFile

GROUP = "guvoh.formats"
_HERE = "guvoh.ingest.formats"
# Named, not imported: each loads its library when its first file comes.
BUILT_IN = tuple(
    EntryPoint(name, f"{_HERE}.{name}:{cls}", GROUP)
    for name, cls in (
        ("html", "Html"),
        ("pdf", "Pdf"),
        ("docx", "Docx"),
        ("eml", "Eml"),
        ("text", "PlainText"),
        ("markdown", "Markdown"),
    )
)
_BUILT_IN_TYPES = {
    "text/html": "html",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "message/rfc822": "eml",
    "text/plain": "text",
    "text/markdown": "markdown",
}


def format_for(media_type: str) -> Format:
    """The format that reads `media_type`; a plug-in goes before a built-in one. Raises UnreadableFile for none."""
    for plug_in in _plug_ins():
        if media_type in plug_in.media_types:
            return plug_in
    name = _BUILT_IN_TYPES.get(media_type)
    if name is None:
        raise UnreadableFile(
            "The file is of a kind that no installed format reads.", "Save it as PDF, DOCX, HTML or plain text."
        )
    return _built_in(name)


def plug_in_type(data: bytes, name: str) -> str | None:
    """The media type that a plug-in recognises in the bytes of the file called `name`, None when none does."""
    for plug_in in _plug_ins():
        if isinstance(plug_in, Recognising):
            found = plug_in.recognise(data, name)
            if found in plug_in.media_types:
                return found
    return None


def load_all() -> None:
    """Load every format, so that later files start at once."""
    for entry in BUILT_IN:
        _built_in(entry.name)
    _plug_ins()


@cache
def _built_in(name: str) -> Format:
    entry = next(entry for entry in BUILT_IN if entry.name == name)
    made: Format = entry.load()()
    return made


@cache
def _plug_ins() -> tuple[Format, ...]:
    return tuple(entry.load()() for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name))
