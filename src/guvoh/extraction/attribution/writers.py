"""Who wrote a letter, a mail, an appeal or a call sheet: the name in its From line, its signature or its letterhead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guvoh.extraction.attribution.lexicon import Organisations, Roles, singular, speaker_patterns
from guvoh.extraction.attribution.own_voice import is_body
from guvoh.model import Document, Role, Span

_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Adv)\.? )?[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|al-\w+|de|bin|van|von)){0,4}"
)
_HEADER = re.compile(r"^(?:from|to|cc|bcc|date|sent|subject|re|ref)\b *:", re.IGNORECASE)
_SINGULAR = re.compile(r"\b(?:I|my|me|myself)\b")
_PLURAL = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?][”\"»’']?$")
_LONGEST_HEAD = 8  # words of a letterhead that ends as a sentence does
_HEAD_LINES, _SIGNATURE_LINES, _TAIL_LINES, _ROLE_WORDS = 6, 6, 16, 4


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote a document: the name as printed, where it stands, whether it is a body, and the role beside it.

    `sheet` tells that the document is a call sheet or the like.
    """

    name: str
    span: Span
    body: bool
    role: str | None = None
    sheet: bool = False


def writer_of(document: Document, bodies: Organisations, roles: Roles) -> Writer | None:
    """The writer that a mail's From line, a letter's signature or a call sheet's letterhead names; else None."""
    lines = list(_lines(document))
    headed = bool(lines) and lines[0][0] < document.text.find("\n\n") + 1
    sent = speaker_patterns()["sender"].search(document.text) if headed else None
    if sent is not None and _in_head(document, lines, sent.start()):
        return Writer(sent["name"].strip(), sent.span("name"), is_body(sent["name"], bodies))
    head, known = lines[:_HEAD_LINES], speaker_patterns()
    if any(known["call_sheet"].search(words) for _, words in head[:3]):
        return _letterhead(head, bodies)
    titled = next((m for start, _ in head[:3] if (m := known["titled_of"].match(document.text, start))), None)
    if titled is not None and _is_one_body(titled["body"], bodies, roles) and not in_the_singular(document):
        return Writer(titled["body"].strip(), titled.span("body"), body=True)
    letter = known["greeting"].search(document.text) or any(known["appeal"].search(words) for _, words in head[:3])
    return _signature(document.text, lines, bodies, roles) if letter else None


def _is_one_body(name: str, bodies: Organisations, roles: Roles) -> bool:
    """Whether a name is a body's and not merely of people: "Appeal by Human Rights Defenders"."""
    words = [word.lower() for word in name.split()]
    people = words[-1] != singular(words[-1]) and singular(words[-1]) in roles.person
    by_name = name in bodies.by_alias or bool(roles.collective & set(words[:-1]))
    return is_body(name, bodies) and (by_name or not people)


def in_the_singular(document: Document) -> bool:
    """Whether the writer says "I" more often than "we"."""
    body = [document.text[p.start : p.end] for p in document.passages if p.role in (Role.BODY, Role.LEAD)]
    told = "\n".join(re.sub(r"[“\"«][^”\"»]*[”\"»]?", "", words) for words in body)
    return len(_SINGULAR.findall(told)) > len(_PLURAL.findall(told))


def _in_head(document: Document, lines: list[tuple[int, str]], at: int) -> bool:
    """Whether the From line stands among the headers that open the document."""
    role = document.role_at(at)
    before = [words for start, words in lines if start < at]
    headed = all(map(_HEADER.match, before[1:]))  # a title such as "Fwd: numbers" may stand above
    return len(before) < _HEAD_LINES and (role in (Role.LETTERHEAD, Role.TITLE) or headed)


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    """Each line that is not empty, nor quoted from another mail, with its place."""
    for match in re.finditer(r"[^\n]*\S[^\n]*", document.text):
        words = match.group().strip()
        if not words.startswith(">"):
            yield match.start() + match.group().index(words[:1]), words


def _letterhead(head: list[tuple[int, str]], bodies: Organisations) -> Writer | None:
    """The body that a call sheet's first lines name: "Open Threshold, Saratov desk" under its heading."""
    for start, words in head:
        name = re.split(r",|\(| [–—|] |: ", words)[0].strip()
        sheet = speaker_patterns()["call_sheet"].search(name)
        if sheet is not None:
            name = name[: sheet.start()].strip(" -–—:")
        if _SENTENCE.search(words) and len(words.split()) > _LONGEST_HEAD:
            continue  # "Sardor Aliev, a trader, said that police …": who speaks in it is no body
        if _HEADER.match(words) or any(c.isdigit() for c in name) or not _NAME.match(name):
            continue
        titled = all(w[:1].isupper() for w in name.split() if len(w) > 3) and len(name.split()) > 1
        if titled and (sheet is None or is_body(name, bodies)) and not name.isupper():
            return Writer(name, (start, start + len(name)), body=True, sheet=True)
    return None


def _signature(text: str, lines: list[tuple[int, str]], bodies: Organisations, roles: Roles) -> Writer | None:
    """The first name below the closing of a letter; the body beside it tells the person's role."""
    tail = lines[-_TAIL_LINES:]
    greeting, closing_line = speaker_patterns()["greeting"], speaker_patterns()["closing"]
    closings = [n for n, (_, w) in enumerate(tail) if n and closing_line.match(w) and not greeting.match(w)]
    if not closings:
        return _unclosed(text, lines[-2:], roles) if greeting.search(text) else None
    closing = closings[-1]
    below = tail[closing + 1 : closing + 1 + _SIGNATURE_LINES]
    for n, (start, words) in enumerate(below):
        name = re.split(r",|\(| [–—|] ", words.strip("_ "))[0].strip()
        if is_body(name, bodies) or not _NAME.fullmatch(name):
            if is_body(name, bodies) and name[:1].isupper():
                return Writer(name, _span(text, start, name), body=True)
            continue
        after = words[len(name) :].strip(" ,()–—") or next((w for _, w in below[n + 1 : n + 2]), "")
        told = {w.lower() for w in re.findall(r"[\w-]+", after)} & (roles.human | frozenset(bodies.heads))
        return Writer(name, _span(text, start, name), body=False, role=after if told else None)
    return None


def _unclosed(text: str, last: list[tuple[int, str]], roles: Roles) -> Writer | None:
    """The signature of a letter without a closing: a full name that has a line to itself, its role on the last one."""
    if len(last) < 2:
        return None
    (start, name), (_, role) = last
    is_role = len(role.split()) <= _ROLE_WORDS and {w.lower() for w in re.findall(r"[\w-]+", role)} & roles.human
    if not is_role or _SENTENCE.search(role) or len(name.split()) < 2 or not _NAME.fullmatch(name):
        return None
    return Writer(name, _span(text, start, name), body=False, role=role)


def _span(text: str, start: int, name: str) -> Span:
    at = text.find(name, start)
    return at, at + len(name)
