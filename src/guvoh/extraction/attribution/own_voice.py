"""Whose voice a page is in: the publisher, or the body that signs a release, notice or letter without one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from guvoh.extraction.attribution.lexicon import Organisations, name_words, roles, speaker_patterns, speaker_words
from guvoh.extraction.attribution.maker_lines import logo, maker, stands_alone
from guvoh.extraction.attribution.our_page import OurPage
from guvoh.model import Document, Role, SourceKind

_SENTENCE = 80
"""A line of so many characters is a sentence, no heading."""
_DATED = re.compile(r"\([A-Z][^()\n]{2,50}\d{4}\) ?[-–—]")
_INITIALS = re.compile(r"(?P<name>.+) \((?P<initials>[A-Z]{2,8})\)")
_QUOTED = re.compile(r"[“\"«][^”\"»]*[”\"»]?")
_READ = (Role.TITLE, Role.LEAD, Role.BODY, Role.LETTERHEAD)
_HEAD_LINES, _TAIL_LINES, _LISTED = 5, 3, 8


def signed_by(document: Document, bodies: Organisations) -> str | None:
    """The body whose release or notice the document is, told in its first lines; None for other pages.

    "Embassy of X, Moscow, 2 April 2024" heads a notice; "Prepared by X" names who made a digest;
    in a press release the first paragraph names who says it.
    """
    lines = list(_lines(document))
    head = lines[:_HEAD_LINES]
    named = _maker(document, lines, bodies) or _heading(lines, bodies)
    if named is not None:
        return named
    dated = [line for line in head if _DATED.match(line)]  # "(Istanbul, March 5, 2026) – …, X said today."
    ours = OurPage(
        lines,
        lambda name: is_body(name, bodies),
        lambda name: _kind(name, bodies) is SourceKind.OFFICIAL,
        lambda name: _makes_no_page(name, bodies),
    )
    if not dated and not any(_pattern("release").search(line) for line in head):
        if _of_the_press(document, head):
            return None
        told = _speaks_today(head, bodies) or _publishes(head, bodies) or _titled(document, head, bodies)
        return told or ours.body()
    return _said_in_release(head, dated, bodies) or (None if dated else _opens(head, bodies)) or ours.body()


def _maker(document: Document, lines: list[str], bodies: Organisations) -> str | None:
    """The body that a line names as who made the page, by its words, by standing alone, or by whose review it is."""
    head = lines[:_HEAD_LINES]
    whole = list(_lines(document, *_READ, Role.FURNITURE))  # a line of the page's making may be set apart
    made = maker(whole[:_HEAD_LINES], _last(lines, whole), document.text, lambda words: is_body(words, bodies))
    last = lines[-1:] if not any(_pattern("other_pages").fullmatch(line) for line in lines[-_LISTED:]) else []
    alone = (line for line in (*head[1:4], *last) if stands_alone(line, lambda words: _is_name(words, bodies)))
    made = made or logo(head, lambda words: is_body(words, bodies))
    reviewed = _pattern("review").match(head[0]) if head else None
    made = made or next(alone, None) or (reviewed["body"] if reviewed and is_body(reviewed["body"], bodies) else None)
    return _written_out(_pattern("byline").sub("", made), document.text) if made is not None else None


def _last(lines: list[str], whole: list[str]) -> list[str]:
    """The last lines of a page, with those set apart below them."""
    tail = lines[-_TAIL_LINES:]
    return [*tail, *(line for line in whole[-_TAIL_LINES:] if line not in tail)]


def _heading(lines: list[str], bodies: Organisations) -> str | None:
    """The body that heads the page with a place or a day, or whose name in capitals heads a notice."""
    head = lines[:_HEAD_LINES]
    for line in head:
        headed = _pattern("headed").fullmatch(line)
        generic = headed and any(_pattern(kind).fullmatch(headed["body"]) for kind in ("release", "desk"))
        if headed and is_body(headed["body"], bodies) and not generic:
            return headed["body"].strip()
    own_work = any(_pattern("own_work").search(_QUOTED.sub("", line)) for line in lines[1:])
    named = next((name for line in head[1:4] if (name := _named_with_day(line, bodies, own_work=own_work))), None)
    if named is not None:
        return named
    notice = any(_pattern("notice").match(line) for line in lines[:_HEAD_LINES])
    return lines[0] if notice and lines[0].isupper() and is_body(lines[0], bodies) else None


def _said_in_release(head: list[str], dated: list[str], bodies: Organisations) -> str | None:
    """Who says it in the first lines of a release, or today in a line with a place and a day."""
    said = (_pattern("said").search(line) for line in (dated or head) if len(line) > 60)
    today = _pattern("own_research")
    said = (match for match in said if match and (not dated or today.match(match.string, match.end())))
    names = (_pattern("around").sub("", match["body"]) for match in said if match)
    return next((name for name in names if is_body(name, bodies) or len(name.split()) > 1), None)


def _opens(head: list[str], bodies: Organisations) -> str | None:
    """The body that is the subject of a release's first sentence: "EL PASO, Texas – The X Union today sent"."""
    first = next((line for line in head[1:] if len(line) > _SENTENCE), "")
    match = _pattern("subject").match(first)
    name = _pattern("around").sub("", match["body"]) if match else ""
    return name if name and is_body(name, bodies) else None


def _speaks_today(head: list[str], bodies: Organisations) -> str | None:
    """The body of whose own day the first paragraph tells: "…, X said today"."""
    first = next((line for line in head[1:] if len(line) > _SENTENCE), "")
    said = _pattern("said").search(first)
    own = said is not None and _pattern("own_research").match(first, said.end())
    name = _pattern("around").sub("", said["body"]) if said is not None and own else ""
    return name if name and _kind(name, bodies) is SourceKind.NGO else None


def _named_with_day(line: str, bodies: Organisations, *, own_work: bool) -> str | None:
    """The maker of a line that holds a name and at most a day: "Mediazona", "Novastan, 20 June 2025".

    A name that the vocabulary does not know counts beside a day, where the page tells of its `own_work` ("our hotline")
    and the line shows a body: it may be a town's or a person's.
    """
    match = _pattern("name_and_day").fullmatch(line)
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
    is_maker = is_body(name, bodies) or _pattern("periodical").search(beside) is not None
    return is_maker and not is_place and not is_person


def _makes_no_page(name: str, bodies: Organisations) -> bool:
    """Whether a name is a person's, a business's or that of a place where people are kept."""
    words = name.lower().split()
    kept = not speaker_words()["of_custody"].isdisjoint(words)
    place = words[-1] in name_words()["places"] and words[-1] not in bodies.heads
    return kept or place or words[0] in roles().given or _kind(name, bodies) is SourceKind.COMPANY


def _publishes(head: list[str], bodies: Organisations) -> str | None:
    """The organisation whose own publication of today the first paragraph tells of: "X and partners today publish"."""
    first = next((line for line in head[1:] if len(line) > _SENTENCE), "")
    match = _pattern("publishes").search(first)
    if match is None or not (match["now"] or match["day"]):
        return None
    return match["body"] if _kind(_pattern("around").sub("", match["body"]), bodies) is SourceKind.NGO else None


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
    match = _pattern("acts").match(head[0]) if head else None
    if match is None or f"({match['body']})" not in document.text:
        return None
    known = bodies.by_alias.get(match["body"])
    return match["body"] if known is not None and known.kind is SourceKind.OFFICIAL else None


def _of_the_press(document: Document, head: list[str]) -> bool:
    """Whether a byline, an agency in the dateline or an outlet that was told something shows a page of the press."""
    by_somebody = any(line.startswith(("By ", "by ")) for line in head)
    return by_somebody or _pattern("press").search(document.text) is not None


def addressee(document: Document) -> str | None:
    """The last word of the name that a letter's salutation gives, or None."""
    match = _pattern("salutation").search(document.text)
    return match["name"].split()[-1] if match else None


def in_first_person(document: Document) -> bool:
    """Whether the page says "we" or "our" of itself, outside quotations."""
    return any(_pattern("first_person").search(_QUOTED.sub("", line)) for line in _lines(document, Role.BODY))


def _lines(document: Document, *roles: Role) -> Iterable[str]:
    for passage in document.passages:
        if passage.role in (roles or _READ):
            yield from (
                line.strip() for line in document.text[passage.start : passage.end].splitlines() if line.strip()
            )


def is_body(words: str, bodies: Organisations) -> bool:
    """Whether the words hold a head noun of bodies or are the name of a known one."""
    return any(word in bodies.heads for word in re.findall(r"\w+", words.lower())) or words in bodies.by_alias


def _is_name(line: str, bodies: Organisations) -> bool:
    """Whether a line is the name of a body and no headline about one: "Migration Office Opens New Hall"."""
    if line in bodies.by_alias:
        return True
    words = re.findall(r"\w+|[(,]", line.lower())
    known = [n for n, word in enumerate(words) if word in bodies.heads]
    goes_on = (
        n + 1 == len(words) or words[n + 1] in bodies.heads or _pattern("behind_body").match(words[n + 1])
        for n in known
    )
    return bool(known) and all(goes_on)


def _pattern(name: str) -> re.Pattern[str]:
    return speaker_patterns()[name]
