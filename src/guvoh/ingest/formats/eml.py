"""E-mail: headers to metadata, the text or HTML part to blocks, attachments as documents of their own."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from guvoh.ingest.blocks import Attachment, Block, Draft, Meta
from guvoh.ingest.clean import one_line
from guvoh.ingest.decode import decode
from guvoh.ingest.detect import EML
from guvoh.ingest.formats.html import read_html
from guvoh.ingest.formats.protocol import Context
from guvoh.ingest.segment.mail import mail_blocks, mark_quoted
from guvoh.ingest.segment.patterns import patterns
from guvoh.model import Role
from guvoh.model.errors import InputError, UnreadableFile

_SHOWN = ("From", "To", "Cc", "Date")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:!]+")
_EXTENSIONS = {"text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf", "message/rfc822": ".eml"}
_MOST_PARTS = 20_000
_LONGEST_NAME = 120


class Eml:
    """Reads message/rfc822. Quoted and forwarded text has the role quote; pictures inside the text are left out."""

    media_types = frozenset({EML})

    def read(self, data: bytes, context: Context) -> Draft:
        """Subject, the main headers, the text, and every attachment."""
        try:
            # compat32: the default policy parses each header into objects, seconds for thousands of parts
            message = email.message_from_bytes(data, policy=email.policy.compat32)
            texts, others = _sorted(_parts(message))
        except (RecursionError, ValueError, LookupError, TypeError, IndexError, AttributeError) as error:
            raise UnreadableFile(
                "The mail is malformed or nested too deeply.", "Save its text and attachments apart."
            ) from error
        blocks, problems = _body(texts, context)
        attachments = _attachments(others[: context.limits.attachments + 1])
        if len(others) > context.limits.attachments + 1:
            left = len(others) - context.limits.attachments - 1
            problems += (f"{left} further attachments were not taken out of the mail.",)
        return Draft((*_head(message), *blocks), _meta(message), attachments, problems)


def _sorted(parts: Iterator[Message]) -> tuple[list[Message], list[Message]]:
    """The parts that are the mail's own text, and the others."""
    texts: list[Message] = []
    others: list[Message] = []
    for part in parts:
        (texts if _is_text(part) else others).append(part)
    return texts, others


def _parts(message: Message) -> Iterator[Message]:
    """Every part that is no container, in order; an attached mail is one part and not entered."""
    stack: list[Message] = [message]
    count = 0
    while stack:
        part = stack.pop()
        count += 1
        if count > _MOST_PARTS:
            return
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list) and part.get_content_type() != "message/rfc822":
            stack += [sub for sub in reversed(inner) if isinstance(sub, Message)]
        elif part is not message or not isinstance(inner, list):
            yield part


def _is_text(part: Message) -> bool:
    return (
        part.get_content_type() in ("text/plain", "text/html")
        and part.get_content_disposition() != "attachment"
        and not _file_name(part)
    )


def _body(texts: list[Message], context: Context) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The plain parts, or the HTML parts where there is no plain text or next to none of what the HTML says."""
    plain = [_decoded(part) for part in texts if part.get_content_type() == "text/plain"]
    html = [_decoded(part) for part in texts if part.get_content_type() == "text/html"]
    problems = tuple(problem for _, found in (*plain, *html) for problem in found)
    blocks = [block for text, _ in plain for block in mail_blocks(text)]
    if html:
        drafts = [read_html(text, context, mail=True) for text, _ in html]
        rich = [block for draft in drafts for block in draft.blocks]
        if _length(blocks) < 0.3 * _length(rich):
            blocks = list(mark_quoted(rich))
    return tuple(blocks), problems


def _length(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _decoded(part: Message) -> tuple[str, tuple[str, ...]]:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes) or not raw.strip():
        return "", ()
    try:
        found = decode(raw, _charset(part))
    except UnreadableFile:
        return "", ("A text part of the mail holds binary data and was not read.",)
    return found.text, found.problems


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, ValueError, TypeError, AttributeError):
        return None


def _head(message: Message) -> list[Block]:
    subject = _text(message, "Subject")
    shown = [f"{name}: {value}" for name in _SHOWN if (value := _text(message, name))]
    blocks = [Block(subject, Role.TITLE)] if subject else []
    return [*blocks, Block("\n".join(shown), Role.LETTERHEAD)] if shown else blocks


def _text(message: Message, name: str) -> str:
    """A header in plain characters, on one line; "" where it is absent or malformed beyond reading."""
    value = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    return one_line(_words(value))[:1_000]


def _words(value: str) -> str:
    """A header value with its encoded words decoded, and raw bytes, which no standard allows, as likely characters."""
    try:
        raw = value.encode("ascii", "surrogateescape")
        plain = value if raw.isascii() else decode(raw).text
        return str(make_header(decode_header(plain)))
    except (InputError, HeaderParseError, ValueError, LookupError, TypeError):
        return value.encode("ascii", "replace").decode("ascii")


def _file_name(part: Message) -> str:
    try:
        return _words(part.get_filename() or "")
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return ""


def _meta(message: Message) -> Meta:
    names = [one_line(name or address) for name, address in getaddresses([_text(message, "From")]) if name or address]
    organisation = _text(message, "Organization") or None
    words = patterns().organisation_words
    people = []
    for name in names:
        if set(name.casefold().split()) & words:
            organisation = organisation or name
        else:
            people.append(name)
    return Meta(
        title=_text(message, "Subject") or None,
        publisher=organisation,
        authors=tuple(people),
        published=_day(_text(message, "Date")),
    )


def _day(value: str) -> str | None:
    """The day of a Date header as printed there, in the sender's own time zone."""
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _attachments(parts: list[Message]) -> tuple[Attachment, ...]:
    taken: set[str] = set()
    found = []
    for number, part in enumerate(parts, 1):
        if part.get_content_disposition() == "inline" and part.get_content_maintype() == "image":
            continue  # a logo or signature picture shown inside the text
        name = _free(safe_name(_file_name(part), part.get_content_type(), number), taken)
        taken.add(name.casefold())
        found.append(Attachment(name, _bytes(part)))
    return tuple(found)


def _bytes(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            try:
                return inner[0].as_bytes()
            except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
                return b""
    raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""


def safe_name(given: str, media_type: str, number: int) -> str:
    """A file name without folders, control characters or leading dots; "part-3.pdf" where none is given."""
    name = _UNSAFE.sub("_", one_line(re.split(r"[/\\]", given)[-1])).strip(" ._")
    if not name:
        return f"part-{number}{_EXTENSIONS.get(media_type, '')}"
    stem, dot, ending = name.rpartition(".")
    return name if len(name) <= _LONGEST_NAME else f"{(stem or ending)[:_LONGEST_NAME]}{dot}{ending[:10]}"


def _free(name: str, taken: set[str]) -> str:
    stem, dot, ending = name.rpartition(".")
    number = 2
    candidate = name
    while candidate.casefold() in taken:
        candidate = f"{stem} ({number}){dot}{ending}" if stem else f"{ending} ({number})"
        number += 1
    return candidate
