"""Whose voice a page is in: the publisher, or the body that signs a release, notice or letter without one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guvoh.extraction.attribution.lexicon import Organisations, name_words, roles
from guvoh.extraction.attribution.maker_lines import maker, stands_alone
from guvoh.model import Document, Role, SourceKind

_RELEASE = re.compile(
    r"\b(?:press|news|media) (?:release|statement|advisory|communiqu[eé])\b|\bfor immediate release\b", re.IGNORECASE
)
_DESK = re.compile(
    r"(?:press|news|media|information) (?:service|office|centre|center|department|desk|room)", re.IGNORECASE
)
"""A desk that puts out what some body says: its name alone tells nothing of whose."""
_NOTICE = re.compile(r"(?:public )?(?:advisory|notice|announcement|circular|press release|bulletin)\b", re.IGNORECASE)
_HEADED = re.compile(
    r"(?:By (?:the )?(?:\w+ of )?)?(?P<body>[^,.\d\n]{4,80}), (?:[A-Z][\w/ -]+, )?"
    r"(?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,2},)? \d{4}$"
)
_SAID = re.compile(
    r"(?:^|, )(?P<body>(?:the )?[A-Z][^,.“”\"]{3,90}?) (?:has )?(?:said|says|announced|called on|warned)\b"
)
_AROUND = re.compile(r"^the |(?:\s*\([^)]*\)|\s+(?:today|yesterday|also|on \w+day))+$")
"""What a match takes in besides the name: "the X today"."""
_REVIEW = re.compile(
    r"(?P<body>[^\W\d_a-z][^:\n]{5,90}): (?:[\w-]+ ){0,2}"
    r"(?:review|digest|summary|bulletin|report|update|overview|statistics|statement|notice)\b"
)
"""A title that tells whose review it is: "Press Service of the Courts: review of cases"."""
_BYLINE = re.compile(r"^[Bb]y (?:the )?")
_SUBJECT = re.compile(
    r"(?:[^\W\d_a-z][\w .,’'-]{1,50} (?:[–—-]|--) )?(?:The )?(?P<body>[^\W\d_a-z][^,.;:“”\"()]{3,70}?)"
    r"(?:,| and | today\b| this week\b| (?:has|have|on \w+day)\b)"
)
_ACTS = re.compile(r"(?P<body>[A-Z]{3,6}) (?!says\b|denies\b)[a-z]+s\b")
_PRESS = re.compile(r"\((?:AP|AFP|Reuters|TASS|Interfax|EFE|dpa|CNN|UPI)\)|\btold (?:reporters|journalists)\b")
_SENTENCE = 80
"""A line of so many characters is a sentence, no heading."""
_DATED = re.compile(r"\([A-Z][^()\n]{2,50}\d{4}\) ?[-–—]")
_OWN_RESEARCH = re.compile(r" (?:today|in a (?:new )?report (?:released|published|issued) today)\b")
_PUBLISHES = re.compile(
    r"(?:^|[.–—-] )(?P<body>[A-Z][\w .’'-]{5,80}?(?: \([A-Z]{2,8}\))?)(?: and (?:its |their )?partners?[^,.]{0,60}?)?"
    r"(?P<now> today)? (?:publish|releas|launch|present)(?:es|ed|e|s)?\b(?P<day>[^.]{0,60}\btoday\b)?"
)
_NAME_AND_DAY = re.compile(
    r"(?:(?:[Bb]y|Source:|Text:) )?(?P<body>[^\W\d_][^,|\n\d]{2,60}?)"
    r"(?P<day> ?(?:[,|–—-]|--) ?[^\n]{0,30}?(?:\d{4}|\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2})[^\n]{0,30})?"
)
_PERIODICAL = re.compile(r"\b(?:digest|bulletin|newsletter)\b", re.IGNORECASE)
_INITIALS = re.compile(r"(?P<name>.+) \((?P<initials>[A-Z]{2,8})\)")
_OWN_WORK = re.compile(
    r"\b[Oo]ur (?:own )?(?:hotline|helpline|lawyers?|office|line|counsel\w+|volunteers|members|staff|clients|branch)\b"
    r"|\b[Ww]e (?:have )?(?:registered|recorded|documented|represent|advised|counsel\w+)\b"
)
_SALUTATION = re.compile(r"^(?:Dear|Esteemed|Respected) (?P<name>[^,:!\n]{3,60})[,:!]?$", re.MULTILINE)
_FIRST_PERSON = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"«][^”\"»]*[”\"»]?")
_READ = (Role.TITLE, Role.LEAD, Role.BODY, Role.LETTERHEAD)
_HEAD_LINES, _TAIL_LINES = 5, 3


def signed_by(document: Document, bodies: Organisations) -> str | None:
    """The body whose release or notice the document is, told in its first lines; None for other pages.

    "Embassy of X, Moscow, 2 April 2024" heads a notice; "Prepared by X" names who made a digest;
    in a press release the first paragraph names who says it.
    """
    lines = list(_lines(document))
    head = lines[:_HEAD_LINES]
    top = list(_lines(document, *_READ, Role.FURNITURE))[:_HEAD_LINES]  # a line of the page's making may be set apart
    made = maker(top, lines[-_TAIL_LINES:], document.text, lambda words: is_body(words, bodies))
    alone = (line for line in (*head[1:4], *lines[-1:]) if stands_alone(line, lambda words: is_body(words, bodies)))
    reviewed = _REVIEW.match(head[0]) if head else None
    made = made or next(alone, None) or (reviewed["body"] if reviewed and is_body(reviewed["body"], bodies) else None)
    if made is not None:
        return _written_out(_BYLINE.sub("", made), document.text)
    for line in head:
        headed = _HEADED.fullmatch(line)
        generic = headed is not None and (_RELEASE.fullmatch(headed["body"]) or _DESK.fullmatch(headed["body"]))
        if headed and is_body(headed["body"], bodies) and not generic:
            return headed["body"].strip()
    own_work = any(_OWN_WORK.search(_QUOTED.sub("", line)) for line in lines[1:])
    named = next((name for line in head[1:4] if (name := _named_with_day(line, bodies, own_work=own_work))), None)
    if named is not None:
        return named
    notice = any(_NOTICE.match(line) for line in lines[:_HEAD_LINES])
    if notice and lines[0].isupper() and is_body(lines[0], bodies):
        return lines[0]
    dated = [line for line in head if _DATED.match(line)]  # "(Istanbul, March 5, 2026) – …, X said today."
    if not dated and not any(_RELEASE.search(line) for line in head):
        if _of_the_press(document, head):
            return None
        return _speaks_today(head, bodies) or _publishes(head, bodies) or _titled(document, head, bodies)
    said = (_SAID.search(line) for line in (dated or head) if len(line) > 60)
    said = (match for match in said if match and (not dated or _OWN_RESEARCH.match(match.string, match.end())))
    names = (_AROUND.sub("", match["body"]) for match in said if match)
    found = next((name for name in names if is_body(name, bodies) or len(name.split()) > 1), None)
    return found or (None if dated else _opens(head, bodies))


def _opens(head: list[str], bodies: Organisations) -> str | None:
    """The body that is the subject of a release's first sentence: "EL PASO, Texas – The X Union today sent"."""
    first = next((line for line in head[1:] if len(line) > _SENTENCE), "")
    match = _SUBJECT.match(first)
    name = _AROUND.sub("", match["body"]) if match else ""
    return name if name and is_body(name, bodies) else None


def _speaks_today(head: list[str], bodies: Organisations) -> str | None:
    """The body of whose own day the first paragraph tells: "…, X said today"."""
    first = next((line for line in head[1:] if len(line) > _SENTENCE), "")
    said = _SAID.search(first)
    own = said is not None and _OWN_RESEARCH.match(first, said.end())
    name = _AROUND.sub("", said["body"]) if said is not None and own else ""
    return name if name and _kind(name, bodies) is SourceKind.NGO else None


def _named_with_day(line: str, bodies: Organisations, *, own_work: bool) -> str | None:
    """The maker of a line that holds a name and at most a day: "Mediazona", "Novastan, 20 June 2025".

    A name that the vocabulary does not know counts beside a day, where the page tells of its `own_work` ("our hotline")
    and the line shows a body: it may be a town's or a person's.
    """
    match = _NAME_AND_DAY.fullmatch(line)
    if match is None:
        return None
    known = bodies.by_alias.get(match["body"])
    if known is not None:
        return match["body"] if known.kind in (SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.NGO) else None
    unknown = own_work and match["day"] is not None and not line.lower().startswith("by ")
    return match["body"] if unknown and _shows_body(match["body"], match["day"], bodies) else None


def _shows_body(name: str, beside: str, bodies: Organisations) -> bool:
    """Whether a name of several words is a body's: by its head noun, its initials or a "digest" told `beside` it."""
    longer = _INITIALS.fullmatch(name)
    if longer is not None:
        first_letters = "".join(word[0] for word in longer["name"].split() if word[0].isupper())
        if len(first_letters) > len("GK") and first_letters == longer["initials"]:
            return True  # no "Gulnora Karimova (UK)"
    words = re.findall(r"\w+", re.sub(r"\(.*", "", name).lower())
    if len(name.split()) < 2 or not name.istitle() or not words or words[0] in roles().given:
        return False
    if words[-1] in bodies.heads:
        return True
    is_place = not name_words()["places"].isdisjoint(words)  # "Union Street"
    is_person = words[-1].endswith(tuple(end for end, _ in roles().endings if end != words[-1]))
    return not is_place and not is_person and (is_body(name, bodies) or _PERIODICAL.search(beside) is not None)


def _publishes(head: list[str], bodies: Organisations) -> str | None:
    """The organisation whose own publication of today the first paragraph tells of: "X and partners today publish"."""
    first = next((line for line in head[1:] if len(line) > _SENTENCE), "")
    match = _PUBLISHES.search(first)
    if match is None or not (match["now"] or match["day"]):
        return None
    return match["body"] if _kind(_AROUND.sub("", match["body"]), bodies) is SourceKind.NGO else None


def _written_out(name: str, text: str) -> str:
    """The name as the text goes on to write it out with its initials: "Enforcement and Removal Operations (ERO)"."""
    longer = re.search(rf"(?<!\w){re.escape(name)}(?: [A-Z][\w-]+){{0,3}} \([A-Z]{{2,8}}\)", text)
    return longer.group() if longer is not None else name


def speaks_for_itself(name: str, bodies: Organisations) -> bool:
    """Whether the maker of a page is no outlet: what the page of a ministry or a charity tells, that body tells."""
    return _kind(name, bodies) in (SourceKind.NGO, SourceKind.OFFICIAL)


def _kind(name: str, bodies: Organisations) -> SourceKind | None:
    """What kind of body a name is, by the list of known ones or by its head noun."""
    known = bodies.by_alias.get(name)
    if known is not None:
        return known.kind
    return next((bodies.heads[word] for word in name.lower().split() if word in bodies.heads), None)


def _titled(document: Document, head: list[str], bodies: Organisations) -> str | None:
    """The body whose work the title tells by its initials, where the text writes them out: "ICE executes warrants"."""
    match = _ACTS.match(head[0]) if head else None
    if match is None or f"({match['body']})" not in document.text:
        return None
    known = bodies.by_alias.get(match["body"])
    return match["body"] if known is not None and known.kind is SourceKind.OFFICIAL else None


def _of_the_press(document: Document, head: list[str]) -> bool:
    """Whether a byline, an agency in the dateline or an outlet that was told something shows a page of the press."""
    return any(line.startswith(("By ", "by ")) for line in head) or _PRESS.search(document.text) is not None


def addressee(document: Document) -> str | None:
    """The last word of the name that a letter's salutation gives, or None."""
    match = _SALUTATION.search(document.text)
    return match["name"].split()[-1] if match else None


def in_first_person(document: Document) -> bool:
    """Whether the page says "we" or "our" of itself, outside quotations."""
    return any(_FIRST_PERSON.search(_QUOTED.sub("", line)) for line in _lines(document, Role.BODY))


def _lines(document: Document, *roles: Role) -> Iterable[str]:
    for passage in document.passages:
        if passage.role in (roles or _READ):
            yield from (
                line.strip() for line in document.text[passage.start : passage.end].splitlines() if line.strip()
            )


def is_body(words: str, bodies: Organisations) -> bool:
    """Whether the words hold a head noun of bodies or are the name of a known one."""
    return any(word in bodies.heads for word in re.findall(r"\w+", words.lower())) or words in bodies.by_alias
