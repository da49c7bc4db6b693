"""Which of a sentence's places belong to an act or a number, and the stretch of a number among others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol, TypeVar

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.elsewhere import is_aside, is_beside, narrower_part
from guvoh.extraction.vocabulary.load import classes, wordings
from guvoh.model import Place, Span


class Located(Protocol):
    """Anything that stands at `start:end` of the text."""

    @property
    def start(self) -> int: ...  # noqa: D102

    @property
    def end(self) -> int: ...  # noqa: D102


L = TypeVar("L", bound=Located)

_TELLING_REACH = 60  # characters
_BODY = re.compile(r"\b[A-Z]{2,6}\s\Z")
_RANK = {"facility": 0, "city": 1, "admin2": 2, "admin1": 3, "country": 5, "region_of_world": 6}
_OF_COUNTRY = 4  # of regions of a country that hold several units: a federal district


@dataclass(frozen=True, slots=True)
class Room:
    """Where a number stands among those of its sentence: its characters, the end of the last, the start of the next."""

    start: int
    end: int
    before: int | None = None
    after: int | None = None


def within(items: Sequence[L], span: Span) -> list[L]:
    """Those that lie inside the characters of `span`."""
    return [x for x in items if x.start >= span[0] and x.end <= span[1]]


def places_where(text: Annotated, sentence: Sentence, places: Sequence[Place]) -> list[Place]:
    """The places of a sentence where something happens, in text order."""
    inside = within(places, (sentence.start, sentence.end))
    scenes = [p for p in inside if is_where(text, p) and not is_elsewhere(text, p) and not is_arrival(text, p)]
    return [narrower_part(text, p, inside) for p in scenes if not is_beside(text, p, inside)]


def place_for(
    text: Annotated, sentence: Sentence, places: Sequence[Place], near: Token, own: Span | None
) -> Place | None:
    """The place of an act or number named at `near`; one inside `own`, the stretch of its number, wins."""
    every = within(places, (sentence.start, sentence.end))
    if own is not None:
        mine = [p for p in within(every, own) if is_where(text, p) and not _of_people(text, p)]
        if mine:
            return narrower_part(text, mine[0], every)
    inside = [p for p in every if not is_elsewhere(text, p)]
    where = [p for p in inside if is_where(text, p)]
    where = [p for p in where if not is_beside(text, p, where)]
    candidates = where or [p for p in inside if not _is_end(text, p) and not _is_of_another(text, p, near)]
    if not candidates:
        return None
    if held := [p for p in candidates if any(holds(o, p) for o in candidates if _is_left(text, o))]:
        candidates = held  # "courts in Tula ordered 50 people to leave Russia"
    nearest = min(candidates, key=lambda p: (distance(text, p, near), _width(p)))
    return _narrower(narrower_part(text, nearest, every), inside)


def _is_left(text: Annotated, place: Place) -> bool:
    before = _word_before(text, place)
    return before is not None and before.lemma == "leave"


def _width(place: Place) -> int:
    if place.precision == "region_of_world" and place.country:
        return _OF_COUNTRY
    return _RANK.get(place.precision or "", len(_RANK))


def _narrower(place: Place, inside: Sequence[Place]) -> Place:
    """Of "Tula, Russia" the narrower place stands."""
    before = (p for p in inside if 0 < place.start - p.end <= 6 and holds(place, p))
    return next(before, place)


def holds(outer: Place, inner: Place) -> bool:
    """Whether the one place, a country or a region, holds the other, which is narrower."""
    if outer.precision == "country":
        return inner.precision != "country" and inner.country == outer.country and inner.country is not None
    return outer.precision == "admin1" and inner.precision in ("city", "facility") and inner.admin1 == outer.admin1


def own_stretch(text: Annotated, sentence: Sentence, room: Room) -> Span:
    """The stretch in which a number's own place may stand: to the next comma, verb or number after its noun."""
    limit = min(room.after if room.after is not None else sentence.end, sentence.end)
    for token in text.of(sentence):
        if token.start >= room.end and (token.text in ",;:.()" or token.pos in ("VERB", "AUX")):
            limit = min(limit, token.start)
            break
    return room.start, max(limit, room.end)


def is_where(text: Annotated, place: Place) -> bool:
    """Whether a place stands after "in" and the like, or after "from" where people are removed from it."""
    before = _word_before(text, place)
    if before is None or before.lower not in classes(text.language)["where"]:
        return False
    return before.lower != "from" or _removed_from(text, before)


def _removed_from(text: Annotated, word: Token) -> bool:
    """Whether "from" says from where somebody is removed, not where somebody comes from."""
    known = classes(text.language)
    first = max(text.sentences[word.sent].first, word.i - 14)
    said = (t for t in text.tokens[first : word.i] if not known["removing"].isdisjoint((t.lemma, t.lower)))
    return any(t.relation != "compound" or text.head(t).lower in known["vehicle"] for t in said)


def _is_end(text: Annotated, place: Place) -> bool:
    """Where a way leads to: "flown to Kabul" happens elsewhere."""
    before = _word_before(text, place)
    return before is not None and before.lower in classes(text.language)["toward"]


def _is_of_another(text: Annotated, place: Place, near: Token) -> bool:
    """Whether a place is the doer of another clause ("though Guinea accepts nobody"), or where others move from."""
    token, before = text.token_at(place.end - 1), _word_before(text, place)
    if token is None:
        return False
    if before is not None and before.lower == "from" and before.i and place.precision == "country":
        return text.tokens[before.i - 1].pos == "VERB" and before.i - 1 != near.i
    verb = text.head(token)
    if not token.relation.startswith("nsubj") or verb.pos != "VERB":
        return False
    return verb.i != near.i and all(t.i != verb.i for t in text.ancestors(near))


def _word_before(text: Annotated, place: Place) -> Token | None:
    first = text.token_at(place.start)
    if first is None:
        return None
    known = classes(text.language)
    opening = text.sentences[first.sent].first
    i = first.i - 1
    behind = i - (i > opening and text.tokens[i].lower == "the")
    if behind > opening and text.tokens[behind].lower == "of" and _is_kind_of_place(text, text.tokens[behind - 1]):
        i = behind - 2  # "in the central city of Kayseri", "in five regions of the Volga Federal District"
        while i >= opening and text.tokens[i].pos in ("ADJ", "NUM"):
            i -= 1
    while i >= opening and text.tokens[i].lower in known["before_place"]:
        i -= 1
    return text.tokens[i] if i >= opening else None


def _is_kind_of_place(text: Annotated, noun: Token) -> bool:
    return not classes(text.language)["place_kind"].isdisjoint((noun.lower, noun.lemma))


def is_elsewhere(text: Annotated, place: Place) -> bool:
    """Where people come from, whose body it is, or where the event stood that only dates this one
    ("after the attack on a hall in Moscow")."""
    token = text.token_at(place.start)
    if token is None:
        return False
    if is_aside(text, place) or _is_seat(text, place) or _of_people(text, place):
        return True
    if _of_speaker(text, token) or _of_speech(text, place):
        return True
    for up in [token, *text.ancestors(token)][:5]:
        if any(t.text == "," for t in text.tokens[up.i + 1 : token.i]):
            return False
        if up.lower in classes(text.language)["anchor"] and up.i < token.i and up.relation in ("obl", "nmod", "obj"):
            case = text.child(up, "case")
            return case is not None and case.lower in classes(text.language)["anchoring"]
    return False


def _of_speech(text: Annotated, place: Place) -> bool:
    """Where somebody speaks: "the spokesman in Tunis said", "speaking in Islamabad", "said in Addis Ababa"."""
    known = wordings(text.language)
    if known["speaking_in"].search(text.text, max(0, place.start - _TELLING_REACH), place.start):
        return True
    before = text.text[max(0, place.start - 4) : place.start]
    first = text.token_at(place.start)
    if first is None or before[-3:] not in ("in ", "at ") or not known["then_says"].match(text.text, place.end):
        return False
    sentence = text.sentences[first.sent]
    return not any(t.pos in ("VERB", "AUX") for t in text.tokens[sentence.first : first.i])


def _is_seat(text: Annotated, place: Place) -> bool:
    """Whether a place only names a body that sits or acts elsewhere: "Nepal's consulate", "of HSI Atlanta"."""
    known = wordings(text.language)["envoys"]
    envoys = known.match(text.text, place.end) or known.match(text.text, place.end - 2)
    if envoys is not None or text.text[place.start : place.end].isupper():
        return envoys is not None  # "HELD IN OMSK"
    return _BODY.search(text.text, max(0, place.start - 8), place.start) is not None


def is_arrival(text: Annotated, place: Place) -> bool:
    """Where people came back to or a plane landed: a place of this sentence, not the scene of the next ones."""
    arriving = wordings(text.language)["arriving_in"]
    return arriving.search(text.text, max(0, place.start - _TELLING_REACH), place.start) is not None


def _of_speaker(text: Annotated, place: Token) -> bool:
    """Where only the speaker sits: "officials in Bangkok said that …"."""
    known = classes(text.language)["telling_verb"]
    if not any(kid.lower in ("in", "at") for kid in text.children(place, "case")):
        return False
    for up in [place, *text.ancestors(place)][:4]:
        verb = text.head(up)
        if up.relation == "nsubj":
            apart = any(t.text == "," for t in text.tokens[place.i : verb.i])  # none where the verb stands first
            return not apart and not known.isdisjoint((verb.lemma, verb.lower)) and not text.child(verb, "obj")
        if verb.pos not in ("NOUN", "PROPN"):
            return False
    return False


def _of_origin(text: Annotated, case: Token | None) -> bool:
    """Whether a "from" says where people or calls come from, not from where somebody is moved or a plane leaves."""
    if case is None or case.lower != "from" or case.i == 0 or _removed_from(text, case):
        return False
    governor = text.tokens[case.i - 1]
    return governor.pos != "VERB" and governor.lower not in classes(text.language)["vehicle"]


def _of_people(text: Annotated, place: Place) -> bool:
    """Where people come from ("citizens of Uzbekistan") or whose body it is ("Ministry of Tajikistan")."""
    token, before = text.token_at(place.start), _word_before(text, place)
    if token is not None and _is_nationality(text, place):
        return True
    if token is None or before is None or before.i == 0:
        return False
    known = classes(text.language)
    head = token  # a list of origins: "citizens of Kyrgyzstan, Tajikistan and Uzbekistan"
    while head.relation == "conj" and head.head != head.i and text.head(head).pos == "PROPN":
        head = text.head(head)
    listed = head.i != token.i and text.head(head).lower in known["person"]
    if before.lower not in ("of", "from"):
        whole = text.head(head) if head.relation == "compound" else head  # "from the Namangan and Osh regions"
        return listed or (head.i != token.i and _of_origin(text, text.child(whole, "case")))
    governor = text.tokens[before.i - 1]
    bare_origin = governor.pos == "NUM" and place.precision == "country"
    if before.lower == "from" and not bare_origin and _removed_from(text, before):
        return False
    if _of_origin(text, before):
        return True  # "seven washers from Kyrgyzstan", "calls from Omsk"
    people = governor.lower in known["person"] or governor.pos in ("NUM", "ADV") or governor.lower in known["container"]
    return people or listed or (before.lower == "of" and _is_of_body(text, token, governor))


def _is_nationality(text: Annotated, place: Place) -> bool:
    """Whether a country that has no adjective stands right before the people counted: "38 Myanmar men"."""
    name = text.token_at(place.end - 1)
    if name is None or place.precision != "country" or name.i + 1 >= len(text.tokens):
        return False
    people, before, known = text.tokens[name.i + 1], _word_before(text, place), classes(text.language)
    in_it = before is not None and before.lower in known["where"]  # "in Myanmar men were held"
    return not in_it and people.start == place.end + 1 and people.lower in known["person"]


def _is_of_body(text: Annotated, place: Token, governor: Token) -> bool:
    """ "The government of X", "the Ministry of Foreign Affairs of X"."""
    known = classes(text.language)["authority"]
    if governor.lower in known:
        return True
    if not governor.text[:1].isupper():
        return False
    return any(t.lower in known for t in islice(text.ancestors(place), 3) if t.pos in ("NOUN", "PROPN"))


def distance(text: Annotated, item: Located, near: Token) -> int:
    """Words between, those across a clause's edge counted double; what hangs on the act itself is nearest."""
    token = text.token_at(item.start)
    if token is None:
        return 10_000
    for depth, up in enumerate([token, *text.ancestors(token)]):
        if up.i == near.i:
            return depth
    edges = sum(t.text in (",", ";", "—", "–", "--") for t in text.tokens[min(token.i, near.i) : max(token.i, near.i)])
    return 5 + abs(token.i - near.i) + 4 * edges
