"""Places that a sentence only mentions: of a dateline, a body or an origin, or where people are bound for."""

from __future__ import annotations

import re

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.vocabulary.load import classes, wordings
from guvoh.model import Place

_REACH = 90  # characters before a place in which its part in the sentence shows
_DASH = r"[-–—]{1,2}"
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?"
_HEAD = re.compile(r"\W*(?:[A-Z][\w. ]{1,25}[/,]\s?)?\Z")
_DATED = re.compile(
    rf"(?:/[A-Z][\w. ]{{1,25}})?(?:,\s[A-Z][a-z]+\.?)?[,.]?\s{_DAY}[^\n;:]{{0,25}}?(?:\)|\s{_DASH}\s|/)"
    rf"|(?:/[A-Z][\w. ]{{1,25}})?(?:,\s[A-Z][a-z]+\.?)?\s\([A-Z][^)\n]{{1,25}}\)\s*[-–—:]|\)\s*{_DASH}\s"
)
_CAPITAL_HEAD = re.compile(rf":\s|\s{_DASH}\s")
_WIDE = ("region_of_world", "country", "admin1", "city")
_PARTS = {"region_of_world": 1, "admin1": 2, "city": 3, "admin2": 3, "facility": 4}
_UNIT = 2


def is_aside(text: Annotated, place: Place) -> bool:
    """Whether a place is that of a dateline, of who speaks, of where people were born or whose papers they hold."""
    after, before = text.text[place.end : place.end + _REACH], _before(text, place)
    known = wordings(text.language)
    if known["of_whose"].match(after) or known["on_a_border"].match(after) or known["born_in"].search(before):
        return True
    return is_dateline(text, place) or _speaks(text, place)


def is_dateline(text: Annotated, place: Place) -> bool:
    """Whether a place opens its line as a dateline does: "ANKARA, July 1 (Reuters) - …", "(Beirut) – …"."""
    line = text.text.rfind("\n", 0, place.start) + 1
    if place.start - line > _REACH or _HEAD.match(text.text[line : place.start]) is None:
        return False
    if _DATED.match(text.text, place.end):
        return True
    return text.text[place.start : place.end].isupper() and _CAPITAL_HEAD.match(text.text, place.end) is not None


def is_beside(text: Annotated, place: Place, others: list[Place]) -> bool:
    """Whether a place only says where another lies: "in Gurugram, near Delhi"."""
    before = (o for o in others if o.end <= place.start)
    return any(wordings(text.language)["near_another"].fullmatch(text.text, o.end, place.start) for o in before)


def _part(place: Place) -> int:
    """How narrow a part of a country a place is: 0 for a country and wider ones, least for a federal district."""
    return 0 if place.country is None and place.precision == "region_of_world" else _PARTS.get(place.precision or "", 0)


def narrower_part(text: Annotated, place: Place, others: list[Place]) -> Place:
    """The part of a place that is named by it: "in Moscow's Vnukovo airport", "in the Moscow region town of Tver"."""
    if place.precision not in _WIDE:
        return place
    wide = _part(place)
    anywhere = place.precision == "region_of_world" and not place.country
    for other in others:
        alike = anywhere or (other.country == place.country and (wide < _UNIT or other.admin1 == place.admin1))
        if (
            alike
            and _part(other) > wide
            and wordings(text.language)["part_of"].fullmatch(text.text, place.end, other.start)
        ):
            return other
    return place


def lies_beside(text: Annotated, place: Place) -> bool:
    """Whether something lies near the place, which is not the scene: "a prayer house near Moscow"."""
    return wordings(text.language)["near"].search(_before(text, place)) is not None


def is_status(text: Annotated, place: Place) -> bool:
    """Whether people only are in a country, or are to leave it: "have no right to be in Russia"."""
    in_it = wordings(text.language)["in_the_country"]
    return place.precision == "country" and in_it.search(_before(text, place)) is not None


def is_bound_for(text: Annotated, place: Place) -> bool:
    """Where people were taken on to, are on the way to, or are by now: no scene of other paragraphs.

    A police station or court is near by: it stays one.
    """
    before, known = _before(text, place), wordings(text.language)
    bound = known["bound_for"].search(before)
    if bound is not None:
        return known["near_by"].search(bound["to"]) is None
    now = known["by_now"].search(before)
    return now is not None and (now["now"] is not None or _is_somebody(text, place.start - len(now[0])))


def _before(text: Annotated, place: Place) -> str:
    token = text.token_at(place.start)
    first = text.sentences[token.sent].start if token is not None else 0
    return text.text[max(first, place.start - _REACH) : place.start]


def _is_somebody(text: Annotated, start: int) -> bool:
    token = text.token_at(start)
    return token is not None and (token.pos == "NUM" or token.lemma in classes(text.language)["person"])


def _speaks(text: Annotated, place: Place) -> bool:
    """A capital that stands for its government: "Tashkent counted 41 Uzbeks who were held"."""
    token = text.token_at(place.end - 1)
    if token is None or place.precision != "city" or token.relation != "nsubj":
        return False
    verb: Token = text.head(token)
    known = classes(text.language)
    return not (known["telling_verb"] | known["capital_says"]).isdisjoint((verb.lemma, verb.lower))
