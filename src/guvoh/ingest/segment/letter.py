"""Letters: letterhead, addressee, salutation and signature around the body, and who sent it when about what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guvoh.ingest.blocks import Block, Meta
from guvoh.ingest.metadata.dates import date_line
from guvoh.ingest.metadata.published import credit_day
from guvoh.ingest.segment.appeals import is_to_readers
from guvoh.ingest.segment.page import Segmented, mark_doubles
from guvoh.ingest.segment.patterns import Patterns, patterns
from guvoh.ingest.segment.sections import Roles
from guvoh.ingest.segment.shape import reads_on, words
from guvoh.model import Role

_HEAD = 150  # lines among which the salutation has to stand
_MOST_BEFORE = 2  # long paragraphs that may stand before the salutation of a letter
_LONG = 120
_SALUTATION = 120
_SIGNATURE = 25  # lines


def letter_at(blocks: Sequence[Block], p: Patterns) -> tuple[int, int | None] | None:
    """The indices of salutation and closing when the text is a letter, else None.

    A letter has a salutation near its head and a closing, or a date or reference and no running text above the
    salutation.
    """
    texts = [block.text for block in blocks]
    for at, text in enumerate(texts[:_HEAD]):
        if len(text) > _SALUTATION or not p.line(p.salutation, text) or text[-1:] not in ",:!" or reads_on(text):
            continue
        if sum(len(before) >= _LONG and reads_on(before) for before in texts[:at]) > _MOST_BEFORE:
            return None
        if is_to_readers(texts, at, p):
            continue
        closing = next((i for i in range(at + 1, len(texts)) if p.line(p.closing, texts[i])), None)
        headed = any(date_line(before) or p.line(p.reference, before) for before in texts[:at])
        headed = headed and not any(reads_on(before) for before in texts[:at])
        return (at, closing) if headed or closing is not None else None
    return None


def segment_letter(blocks: Sequence[Block], salutation: int, closing: int | None) -> Segmented:
    """Give each block of a letter its role, and read sender, date and subject from its own lines."""
    p = patterns()
    texts = [block.text for block in blocks]
    roles: Roles = [block.role for block in blocks]
    title, words_of_title = _title(blocks, roles, salutation, p)
    for at, text in enumerate(texts):
        if roles[at] is None:
            roles[at] = _role(at, text, salutation, closing, p)
    if title is not None:
        roles[title] = Role.TITLE
    if closing is not None:
        _keep_annexes(texts, roles, closing)
    mark_doubles(texts, roles, title)
    signature = range(closing + 1, min(closing + _SIGNATURE, len(texts))) if closing is not None else range(0)
    around = [texts[at] for at in (*range(salutation), *signature)]
    dated = (*map(date_line, around), *map(credit_day, around))
    meta = Meta(
        title=words_of_title,
        publisher=_sender(texts, salutation, signature, p),
        published=next((value for value in dated if value), None),
    )
    return Segmented(tuple(b.as_role(r or Role.BODY) for b, r in zip(blocks, roles, strict=True)), meta)


def _role(at: int, text: str, salutation: int, closing: int | None, p: Patterns) -> Role:
    if at <= salutation or (closing is not None and at >= closing):
        return Role.BODY if len(text) >= _LONG and reads_on(text) and at != salutation else Role.LETTERHEAD
    return Role.FURNITURE if p.is_furniture(text) and len(text) < _LONG else Role.BODY


def _keep_annexes(texts: Sequence[str], roles: Roles, closing: int) -> None:
    """What follows the first long paragraph after the signature is an annex, not more of the signature."""
    first = next((at for at in range(closing + 1, len(texts)) if roles[at] is Role.BODY), None)
    for at in range(first if first is not None else len(texts), len(texts)):
        if roles[at] is Role.LETTERHEAD:
            roles[at] = Role.BODY


def _title(blocks: Sequence[Block], roles: Roles, salutation: int, p: Patterns) -> tuple[int | None, str | None]:
    """The subject line, else a line above the date that calls itself a letter, annex or the like."""
    if Role.TITLE in roles:
        at = roles.index(Role.TITLE)
        return at, blocks[at].text
    for at in (*range(salutation), *range(salutation + 1, min(salutation + 3, len(blocks)))):
        for pattern in p.subjects:
            match = pattern.fullmatch(blocks[at].text)
            if match:
                return at, match["subject"].strip()
    for at in range(salutation):
        text = blocks[at].text
        if date_line(text) or text[-1:] in ",:;":
            continue
        own = {word.casefold() for word in words(text)}
        if blocks[at].heading or (len(own) >= _TITLE_WORDS and own & p.title_words):
            return at, text
    return None, None


_TITLE_WORDS = 4
_ROLE_MARK = re.compile(r"[*_@\d]|[+№#]")


def _sender(texts: Sequence[str], salutation: int, signature: Sequence[int], p: Patterns) -> str | None:
    """The organisation of the letterhead or signature that the letter itself names most often.

    Candidates are lines in capitals or with a word such as "Committee" above the salutation or below the
    closing; names of divisions and of the addressee's office lose, since the body speaks in the sender's name.
    """
    address = _addressee_from(texts, salutation)
    body = "\n".join(texts[salutation + 1 :])
    best: tuple[int, str] | None = None
    for at in (*range(address), *signature):
        line = texts[at].strip(" ,")
        if not _may_be_organisation(line, p) or (at in signature and at == signature[0]):
            continue
        found = re.findall(re.escape(line), body, re.IGNORECASE)
        count = len(found) + (at == 0)  # the first line of a letterhead is whose it is
        if count and (best is None or count > best[0]):
            best = (count, found[0] if found else line)
    return best[1] if best else None


def _addressee_from(texts: Sequence[str], salutation: int) -> int:
    """Where the addressee's block starts: after the last date line above the salutation."""
    dated = [at for at in range(salutation) if date_line(texts[at])]
    return dated[-1] if dated else salutation


def _may_be_organisation(line: str, p: Patterns) -> bool:
    own = words(line)
    if not 1 < len(own) <= 8 or _ROLE_MARK.search(line) or "," in line:
        return False
    lower = {word.casefold() for word in own}
    if lower & p.unit_words:
        return False
    return line.isupper() or bool(lower & p.organisation_words)
