"""Decides by the words around it whether a Russian name is a place."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from guvoh.extraction.annotate.tokens import Annotated, Token
from guvoh.extraction.places.forms import ANY, forms
from guvoh.extraction.places.gazetteer import Entry
from guvoh.extraction.places.inflected_names import Name
from guvoh.extraction.places.likeliest import FOCUS
from guvoh.extraction.places.page import Page
from guvoh.extraction.places.russian_names import russian_names

_LARGE, _TOWN, _VILLAGE, _HAMLET = 200_000, 15_000, 5_000, 1_000

_JOINING = (",", "и", "или")


class Standing(Enum):
    """How surely a name is a place: `LIKELY` and `WEAK` need support by their words or page."""

    SURE = "sure"
    LIKELY = "likely"
    WEAK = "weak"
    NONE = "none"


def persons(text: Annotated) -> Iterator[str]:
    """Every reading of the words that stand as a surname: right after a first name or initials."""
    for before, token in zip(text.tokens, text.tokens[1:], strict=False):
        if _surname_place(before, token) and forms(token.text).personal:
            yield from forms(token.text).keys


def _surname_place(before: Token, token: Token) -> bool:
    if before.sent != token.sent or not (token.text[:1].isupper() and before.text[:1].isupper()):
        return False
    first = forms(before.text).first_name and not before.text.isupper() and before.pos in ("NOUN", "PROPN")
    return token.start - before.end == 1 and first and token.text[0].isalpha()


def standing(name: Name) -> Standing:
    """The standing of a name by its own words and its neighbours."""
    words = russian_names().words
    if name.quoted or (name.single and _another_name(name)):
        return Standing.NONE
    wide = any(e.precision != "city" for e in name.main)
    if name.single and name.key in words["never"] and (not wide or _support(name) != "strong"):
        return Standing.NONE
    if name.single and name.tokens[name.first].text.isupper() and len(name.key) <= 4 and not wide:
        return Standing.NONE  # an abbreviation
    own = name.forms
    if wide or name.key in russian_names().told:
        return Standing.WEAK if name.single and own.personal and not own.geographic and wide else Standing.SURE
    if name.single and (own.personal or own.common or own.adjective):
        return Standing.WEAK
    if not name.guessed and any(e.population >= (_TOWN if _focal(e) else _LARGE) for e in name.both):
        return Standing.SURE
    return Standing.LIKELY


def tells_nation(name: Name, last: Name | None) -> bool:
    """Whether a country says of which nation people, papers or a body are: "граждан Китая и Индии", "СК РФ".

    `last` is the name before it that said so.
    """
    if not name.main or name.main[0].precision != "country" or "gent" not in name.cases:
        return False
    before = name.before()
    if before is not None and before.lower == "не":
        before = name.before(2)
    if before is None:
        return False
    if before.lower in (",", "и", "или") and last is not None and last.last == name.first - 2:
        return True
    words = russian_names().words
    abbreviated = before.text.isalpha() and sum(letter.isupper() for letter in before.text) > 1
    body = before.text[:1].isupper() and before.lower.startswith(tuple(words["body_stems"]))
    return abbreviated or body or before.lemma in words["nation_before"]


def _focal(entry: Entry) -> bool:
    return entry.country in FOCUS or "RU" in entry.disputed


def _another_name(name: Name) -> bool:
    """Whether a word is part of a person's, a street's or another thing's name, or tells of a noun after it."""
    words = russian_names().words
    before, after = name.before(), name.after()
    own = name.tokens[name.first]
    if before is not None:
        if _surname_place(before, own) and not (name.forms.geographic and not name.forms.personal):
            return True
        said = name.before(2) if before.text == "." else before
        if said is not None and said is not before and len(said.text) == 1 and said.text.isupper():
            return True  # "С. Киров"
        if said is not None and {said.lower, said.lemma} & words["not_after"]:
            return True
    if after is None:
        return False
    close = after.start - name.end == 1
    if close and after.text[:1].isupper() and forms(after.text).personal and name.forms.first_name:
        return True
    return name.forms.adjective and close and after.pos in ("NOUN", "ADJ", "PROPN") and _only_adjective(name)


def _only_adjective(name: Name) -> bool:
    """Whether nothing before the word says that it is a town's name: "город Советский" against "Советский суд"."""
    return _support(name) != "typed"


def accepted(name: Name, stands: Standing, entry: Entry, page: Page, *, held: bool) -> bool:
    """Whether a name of that standing is the place `entry` on this page; `held` by the region or country beside it."""
    support = _support(name)
    if stands is Standing.SURE or (held and support is not None):
        return True
    on_page = entry.country in page.countries or any(c in page.countries for c in entry.disputed)
    if name.guessed:
        return support in ("strong", "typed") and on_page and entry.population >= _HAMLET
    if support == "typed":
        return True
    near = on_page or not page.countries
    if support == "strong":
        if name.key in page.persons and stands is Standing.WEAK:
            return False
        least = _HAMLET if page.regions[entry.admin1] or page.states[entry.admin1] else _VILLAGE
        return entry.precision != "city" or entry.population >= (least if near and _focal(entry) else _TOWN)
    if stands is Standing.WEAK:
        return name.forms.geographic and not name.forms.personal and _large_inside(name, entry)
    return (support == "weak" or "gent" in name.cases) and on_page and entry.population >= _VILLAGE


def _large_inside(name: Name, entry: Entry) -> bool:
    """Whether a city whose name is a word too stands within a sentence, where only names have capitals."""
    return entry.population >= _LARGE and name.before() is not None and not _opens(name)


def _opens(name: Name) -> bool:
    before = name.before()
    return before is None or before.text in ("«", "“", "„", '"', "—", "–", ":", ".")


def _support(name: Name) -> str | None:
    """What the words before say for a place: "typed" ("в городе X"), "strong" ("в X"), "weak" ("от X"), or None."""
    words = russian_names().words
    before = name.before()
    if before is not None and before.text == ".":
        before = name.before(2)
        return "typed" if before is not None and before.lower in words["type_before"] else None
    if before is None:
        return None
    opens = before.i == 0 or name.tokens[before.i - 1].sent != before.sent or name.tokens[before.i - 1].text == "."
    if before.lemma in words["type_before"] and (before.text[:1].islower() or opens) and len(before.text) > 2:
        return "typed"
    takes = russian_names().cases.get(before.lower, ANY)
    if before.lower in words["strong"]:
        return "strong" if name.cases & takes else None
    if "gent" in name.cases and before.lemma in words["heads"]:
        return "strong"
    if before.text in _JOINING and (lead := _lead(name)) is not None:
        takes = russian_names().cases.get(lead.lower, ANY)
        return "strong" if lead.lower in words["strong"] and name.cases & takes else "weak"
    return "weak" if before.lower in words["weak"] else None


def _lead(name: Name) -> Token | None:
    """What stands before a list of names that this one goes on: the "в" of "в Перми, Тюмени и Омске"."""
    at = name.first - 1
    while at > 0 and name.tokens[at].text in _JOINING:
        at -= 1
        while at >= 0 and name.tokens[at].text[:1].isupper() and name.tokens[at].lower not in russian_names().cases:
            at -= 1
    return name.tokens[at] if at >= 0 and name.tokens[at].sent == name.tokens[name.first].sent else None
