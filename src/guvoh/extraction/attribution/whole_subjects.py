"""The whole subject of a verb, where the parser kept only its end: "data from the bureau", "men who met them"."""

from __future__ import annotations

from guvoh.extraction.attribution.kinds_of_tokens import MARKS, finite, nominal
from guvoh.extraction.attribution.lexicon import cues, name_words, roles
from guvoh.extraction.attribution.phrases_beside import core_head
from guvoh.extraction.attribution.scene import TIME_WORDS, Phrase, Scene

_INSIDE = frozenset({"of", "from", "by", "in", "at", "for", "near", "with", "on", "to"})
_EDGES = frozenset({",", ";", ":", "—", "–", "--", "and", "but", "while", "that", "as", "because"})
_LISTS = frozenset({",", "and"})
_OF_OFFICES = frozenset({"of", "the", "for", ",", "and"})
_STEPS = 3
_TITLE = 4  # words in which the role of an office begins: "The first deputy head"
_ORIGIN = 6  # tokens back from "from" to the comma
_DAYS = name_words()["calendar"]
_TIMES = _DAYS | TIME_WORDS | {"week", "month", "year"}


def whole_subject(scene: Scene, phrase: Phrase, lo: int) -> Phrase:
    """The phrase that begins the clause, when `phrase` hangs on it by a preposition, a participle or a relative.

    Only a phrase that stands at the edge of its clause is taken; otherwise `phrase` comes back as it is.
    """
    found = phrase
    for _ in range(_STEPS):
        head = _governor(scene, found, lo)
        if head is None:
            break
        found = scene.phrase(head, lo, phrase.last + 1)
    if found is phrase or not _at_edge(scene, found.first, lo):
        return _of_listed_office(scene, phrase, lo) or phrase
    return found


def _of_listed_office(scene: Scene, phrase: Phrase, lo: int) -> Phrase | None:
    """The holder of an office of several names, which opens the clause: "Head of Labor, Health and Justice X Y"."""
    i = phrase.first - 1
    listed = i > lo and scene.lower(i) in _LISTS and scene.tokens[phrase.last].pos == "PROPN"
    while i > lo and (scene.tokens[i].text[:1].isupper() or scene.lower(i) in _OF_OFFICES):
        i -= 1
    if not listed or i > lo or scene.lower(phrase.last - 1) in _LISTS | _OF_OFFICES:
        return None
    title = range(lo, min(phrase.first, lo + _TITLE))
    role = next((n for n in title if scene.lower(n) in roles(scene.annotated.language).human), None)
    return Phrase(lo, phrase.last, role) if role is not None else None


def whose_number(scene: Scene, phrase: Phrase, lo: int) -> Phrase:
    """Who opens the clause before a number between commas: "A lawyer for the men, | more than 60 welders, | said".

    So too before where they come from: "The men, cooks from Laos, Togo and Mali, said".
    """
    link = phrase.first - 1
    link -= 2 * (scene.lower(link) == "than")
    numbered = scene.tokens[phrase.first].pos == "NUM" and scene.lower(phrase.last + 1) == ","
    link = link if numbered else _before_origins(scene, phrase, lo)
    if link - 1 < lo or scene.lower(link) != "," or scene.tokens[link - 1].pos not in ("NOUN", "PROPN"):
        return phrase
    whole = whole_subject(scene, scene.phrase(core_head(scene, link - 1, lo), lo, link), lo)
    first = whole.first - 2 * (scene.lower(whole.first - 1) == "than")  # "The more than 40 tenants"
    first -= first > scene.first and scene.tokens[first - 1].pos == "DET"
    opens = first == scene.first and scene.tokens[first].pos in ("DET", "PROPN", "NOUN")
    return whole if opens and scene.lower(whole.head) not in _TIMES else phrase


def _before_origins(scene: Scene, phrase: Phrase, lo: int) -> int:
    """The comma before people "from Laos, Togo and Mali", where the phrase is one of those countries; else -1."""
    after = scene.token(phrase.last + 2)
    goes_on = scene.lower(phrase.last + 1) in (",", "and") and after is not None and after.text[:1].isupper()
    if not scene.tokens[phrase.first].text[:1].isupper() or not (goes_on or scene.lower(phrase.first - 1) == "and"):
        return -1  # "most from Laos and Togo, HRW said"
    i = phrase.first - 1
    while i > lo and (scene.lower(i) in (",", "and") or scene.tokens[i].text[:1].isupper()):
        i -= 1
    near = range(i - 1, max(lo, i - _ORIGIN), -1) if scene.lower(i) == "from" and i < phrase.first - 1 else ()
    return next((n for n in near if scene.lower(n) == ","), -1)


def _governor(scene: Scene, phrase: Phrase, lo: int) -> int | None:
    """The noun that the word before the phrase hangs on, or None."""
    link = phrase.first - 1
    if link - 1 < lo:
        return None
    t, before = scene.tokens[link], scene.tokens[link - 1]
    if t.pos == "ADP" and t.lower in _INSIDE and before.lower in _DAYS and link - 2 >= lo:
        link -= 1 + (scene.lower(link - 2) == "on")  # "a lawsuit filed Tuesday in federal court"
        before = scene.tokens[link - 1]
    if t.pos == "ADP" and t.lower in _INSIDE:
        link -= before.tag in ("RP", "RB", "IN") and before.pos != "PRON"  # "read out in court"
        link -= _participle(scene, link - 1)
    elif t.tag != "VBG":
        return _before_who(scene, link, lo)
    noun = link - 1
    return noun if noun >= lo and nominal(scene.tokens[noun]) and scene.tokens[noun].pos != "PRON" else None


def _participle(scene: Scene, i: int) -> bool:
    """Whether the word is a participle of the noun before it; a document's always is: "a report read out in court"."""
    t = scene.tokens[i]
    if t.tag == "VBD":
        return scene.lower(i - 1) in cues(scene.annotated.language).words["documents"] or scene.lower(i + 1) == "by"
    return t.tag in ("VBN", "VBG")


def _before_who(scene: Scene, verb: int, lo: int) -> int | None:
    """The noun before "who" when the verb of its clause stands right before the phrase: "men who met the bus said"."""
    if not finite(scene.tokens[verb]):
        return None
    who = next((n for n in range(verb - 1, max(lo, verb - 4), -1) if scene.lower(n) == "who"), None)
    return who - 1 if who is not None and nominal(scene.tokens[who - 1]) else None


def _at_edge(scene: Scene, first: int, lo: int) -> bool:
    return first == lo or scene.lower(first - 1) in _EDGES or scene.tokens[first - 1].text in MARKS
