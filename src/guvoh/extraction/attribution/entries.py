"""Stretches that the page lends to somebody as a whole: quoted and forwarded mail, the entries of a call sheet."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.identities import Identity, Register
from guvoh.extraction.attribution.lexicon import CueKind, Roles, speaker_patterns
from guvoh.extraction.attribution.scene import Report
from guvoh.extraction.attribution.voices import Voice
from guvoh.model import Document, Role, SourceKind, Span

MAIL = "quoted from another mail"
_TOLD = (Role.QUOTE, Role.BODY, Role.LEAD)
ENTRY = "the entry of a caller"
_WROTE = re.compile(
    r"(?:^|, |\d,? |[AP]M,? |[+-]\d{4} )(?P<name>[^\W\d_][^<>\n,:]{1,60}?) *(?:<[^>\n]*>|\([^)\n]*\))? wrote ?:$",
    re.MULTILINE,
)
_HEADER = re.compile(r"(?:from|to|cc|bcc|date|sent|subject|re)\b *:", re.IGNORECASE)
_MONTHS = "|".join(calendar.month_name[1:])
_DAY = re.compile(r"^On (?:\S+ ){0,3}?(?:\d{1,4}|[A-Z][a-z]+day|" + _MONTHS + r"),? (?=\D)")
_REST = re.compile(r"(?:" + _MONTHS + r"|\d[\d:.]*|at),? ")
_NAMED = re.compile(r"(?:[\w-]+ ){0,2}?[\w-]+ (?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'.-]+)?)$")


def lent(annotated: Annotated, document: Document, register: Register, roles: Roles, *, sheet: bool) -> Iterator[Voice]:
    """The voices of those whom a mail quotes or forwards, and, on a call sheet, of those who called."""
    yield from _mails(document, register)
    if sheet:
        yield from _calls(annotated, document, register, roles)


def _mails(document: Document, register: Register) -> Iterator[Voice]:
    """Each run of quoted passages under "On …, X wrote:" or under the From line of a forwarded mail."""
    intro: tuple[Span, Span] | None = None
    quoted: list[Span] = []
    senders, lent_on = 0, False
    for passage in document.passages:
        words = document.text[passage.start : passage.end]
        if passage.role is Role.QUOTE or words.startswith(">"):
            quoted += [(passage.start, passage.end)] if passage.role in _TOLD else []
            continue
        if lent_on and passage.role in _TOLD and not _HEADER.match(words):
            quoted.append((passage.start, passage.end))  # below the From line of a mail kept as plain text
            continue
        sender = speaker_patterns()["sender"].search(words)
        senders += sender is not None
        lent_on = lent_on or (sender is not None and senders > 1 and passage.role in _TOLD)
        named = _WROTE.search(words.strip()) or sender
        if named is None and lent_on:
            continue
        if named is None and passage.role in (Role.LETTERHEAD, Role.FURNITURE):
            continue
        yield from _quoted(document, register, intro, quoted)
        quoted, intro = [], None
        if named is not None:
            name = _undated(named["name"].strip())
            at = passage.start + words.index(name)
            intro = (at, at + len(name)), (passage.start, passage.end)
    yield from _quoted(document, register, intro, quoted)


def _quoted(
    document: Document, register: Register, intro: tuple[Span, Span] | None, content: list[Span]
) -> Iterator[Voice]:
    """The voice of who is named before quoted passages; none where nobody is."""
    if intro is None or not content:
        return
    span, cue = intro
    name = document.text[slice(*span)]
    who = register.find(name) or register.add(Identity(name, SourceKind.PERSON, span, persona=True))
    told = tuple(content)
    yield Voice(Report(cue, CueKind.REPORT, None, told, -1, MAIL), who, (), told, span)


def _undated(name: str) -> str:
    """The name without the day before it: "On 3 March G. Yusupova wrote:"."""
    while (day := _DAY.match(name)) or (day := _REST.match(name)):
        name = name[day.end() :]
    return name


def _calls(annotated: Annotated, document: Document, register: Register, roles: Roles) -> Iterator[Voice]:
    """Each paragraph that opens with an hour or a number and a person: "10:20. Man, 29, from Osh. Says …"."""
    for passage in document.passages:
        opens = speaker_patterns()["entry"].match(document.text, passage.start, passage.end)
        if passage.role is not Role.BODY or opens is None:
            continue
        words = opens["who"]
        nouns = re.findall(r"[\w-]+", words.split(",")[0].lower())
        if not any(w in roles.human for w in nouns):
            continue
        content = tuple(_told(annotated, opens.end("who"), passage.end))
        who = register.find(words) or _caller(register, words, opens.span("who"), nouns, roles)
        if content:
            report = Report(opens.span("who"), CueKind.REPORT, None, content, -1, ENTRY)
            yield Voice(report, who, (), content, opens.span("who"))


def _caller(register: Register, words: str, span: Span, nouns: list[str], roles: Roles) -> Identity:
    head = next(w for w in nouns if w in roles.human)
    name = _NAMED.match(words.split(",", maxsplit=1)[0])
    if name is not None and words.lower().startswith(head):
        return register.add(Identity(name["name"], SourceKind.PERSON, span, head, persona=True))
    same = next((x for x in register.all if nouns[0] == "same" and x.head == head), None)
    if same is not None:
        return same
    gender = roles.gendered.get(head, "")
    kind = SourceKind.WITNESS if head in roles.affected else SourceKind.PERSON
    return register.add(
        Identity(words, kind, span, head, private=True, gender=gender, named=False, persona=True, head=head)
    )


def _told(annotated: Annotated, begin: int, end: int) -> Iterator[Span]:
    """The sentences of an entry that the caller tells: not those of what the staff then did."""
    for sentence in annotated.sentences:
        start, stop = max(sentence.start, begin), min(sentence.end, end)
        if start < stop and not speaker_patterns()["by_staff"].match(annotated.text[start:stop].lstrip(" .;!?")):
            yield start, stop
