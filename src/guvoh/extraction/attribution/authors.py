"""Whose a document is, told after it: "published in May by X", "that X has put together"."""

from __future__ import annotations

from guvoh.extraction.attribution.identities import Identity, Register, clean
from guvoh.extraction.attribution.kinds_of_tokens import finite
from guvoh.extraction.attribution.lexicon import Organisations, Roles, cues, saying_words, singular
from guvoh.extraction.attribution.parenthesis import skip_back
from guvoh.extraction.attribution.phrases_beside import adjacent
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from

_GENITIVE = saying_words()["genitive"]

_PASSED_ON = saying_words()["passed_on"]
_OTHER_MATTERS = frozenset({"ADP", "SCONJ", "CCONJ"})
_CHANNELS = saying_words()["pages_of"]
_MAKES = saying_words()["makes"]
_ISSUED = saying_words()["papers"]
PAPERS = _ISSUED | saying_words()["letters"] | {"report"}
"""Nouns for what somebody writes, which a text calls again by "the": "the letter said"."""
_NEW, _MODIFIERS = frozenset({"a", "an"}), 4
_BE = frozenset({"is", "are", "was", "were", "been", "being"})
_COUNTS = saying_words()["gathered_things"]
_GATHERED = saying_words()["gathered"]
_MADE = saying_words()["made"]
_SHOWING = saying_words()["showing"]
_CLOSING = saying_words()["closing"]
_SENT = _MADE | _MAKES | saying_words()["filed"]
_DONE = saying_words()["done"]


def begins_author(scene: Scene, phrase: Phrase, i: int) -> bool:
    """Whether the maker of a document is named behind token `i`: "by X", "from X", or "of X" where no "by" follows."""
    if scene.lower(i) in ("by", "from"):
        return True
    dated = scene.tokens[i + 1].text[:1].isdigit()  # "an examination of 29 May"
    topic = any(scene.lower(n) == "by" for n in range(i + 1, phrase.last))  # "a study of wages by the Labour Institute"
    return scene.lower(i) == "of" and scene.tokens[phrase.last].pos == "PROPN" and not dated and not topic


def author_after(scene: Scene, begin: int) -> Phrase | None:
    """Whose document it is, told after it: "published in May by X", "that X has put together"."""
    commas = 0
    if scene.lower(begin) == "," and scene.lower(begin + 1) == "by":
        return phrase_from(scene, begin + 2, scene.stop)  # "The report, by X, says"
    if scene.lower(begin) == "," and scene.token(begin + 1) and scene.tokens[begin + 1].pos in _OTHER_MATTERS:
        return None  # "according to ICE data, because of releases ordered by judges"
    for i in range(begin, min(begin + 10, scene.stop - 1)):
        word = scene.lower(i)
        if word == "by":
            counted = scene.lower(i - 1) in _GATHERED and scene.lower(begin - 1) in _COUNTS
            done = scene.lower(i - 1) == "out" and scene.lower(i - 2) in _DONE  # "a study carried out by X"
            passed_on = scene.lower(i - 1) in _PASSED_ON and not counted and not done
            return None if passed_on else _before_verb(scene, phrase_from(scene, i + 1, scene.stop))
        site = _of_their_site(scene, i + 1) if word == "on" and scene.lower(i - 1) in _MADE else None
        if site is not None:
            return site
        if word in ("that", "which") and i <= begin + 1:
            author = phrase_from(scene, i + 1, scene.stop)
            made = author is not None and _makes(scene, author.last + 1)
            return author if made else None
        commas += word == ","
        made = word in _MADE | _DONE and i <= begin + 1  # a participle, whatever the tagger takes it for
        if (finite(scene.tokens[i]) and not made) or word in (".", ";") or commas > 1 or (word == "," and i > begin):
            return None
    return None


def _before_verb(scene: Scene, author: Phrase | None) -> Phrase | None:
    """The author without a verb taken for a noun: "figures got by X | show", "a suit by X | contends that"."""
    if author is None or author.first == author.last:
        return author
    word = scene.tokens[author.last].text
    tells = word in cues(scene.annotated.language).senses and scene.lower(author.last + 1) == "that"
    ends = tells or (word in _SHOWING and scene.lower(author.last + 1) in ("", "."))
    return Phrase(author.first, author.last - 1, author.last - 1) if ends else author


def maker_before(scene: Scene, phrase: Phrase) -> Phrase | None:
    """Who is said right before to have made the document: "The ministry issued a statement | saying that"."""
    verb = phrase.first - 1
    if scene.lower(verb) == "in" and scene.lower(verb - 1) in _CLOSING:
        return adjacent(scene, verb - 1, scene.first)  # "…, X said in a report published on Wednesday"
    made = scene.lower(verb) in _MADE | _MAKES and scene.tokens[phrase.first].pos == "DET"
    return adjacent(scene, verb, scene.first) if made and scene.lower(verb - 1) not in _BE else None


def writer_told(scene: Scene, noun: str) -> Phrase | None:
    """Who wrote what `noun` calls, by the sentence: "a letter from X", of papers also "X sent a letter"; or None."""
    for i in range(scene.first, scene.stop - 1):
        if scene.lower(i) != noun or scene.in_quote(i):
            continue
        by = i + 1 if noun not in PAPERS else _made_by(scene, i)
        if scene.lower(by) in ("from", "by") or (noun in _ISSUED and scene.lower(by) == "of"):
            writer = phrase_from(scene, by + 1, scene.stop)
            if writer is not None and writer.first == by + 1:
                return writer
        maker = _sender(scene, i) if noun in PAPERS else None
        if maker is not None:
            return maker
    return None


def _made_by(scene: Scene, noun: int) -> int:
    """The token of "by" in "a statement was released on Friday by X", else the one behind the noun."""
    made = next((i for i in range(noun + 1, noun + _MODIFIERS) if scene.lower(i) in _MADE), None)
    near = range(made + 1, made + _MODIFIERS) if made is not None else ()
    return next((i for i in near if scene.lower(i) == "by"), noun + 1)


def _sender(scene: Scene, noun: int) -> Phrase | None:
    """Who "issued a short statement", "has sent a letter to the ministry"."""
    before = range(noun - 1, max(scene.first, noun - _MODIFIERS) - 1, -1)
    new = next((i for i in before if scene.lower(i) in _NEW), None)
    if new is None or scene.lower(new - 1) not in _SENT or scene.lower(new - 2) in _BE:
        return None
    return adjacent(scene, skip_back(scene, new - 1) + 1, scene.first)


def on_their_channel(scene: Scene, phrase: Phrase) -> Phrase | None:
    """On whose channel a document stands: "a post on the department's Telegram channel", "on the FSB website"."""
    on = next((i for i in range(phrase.head + 1, phrase.last) if scene.lower(i) == "on"), None)
    if scene.lower(phrase.last + 1) == "on" and scene.lower(phrase.last + 2) in ("its", "their"):
        return Phrase(phrase.last + 2, phrase.last + 2, phrase.last + 2)
    if on is None:
        return None
    if scene.lower(phrase.last) not in _CHANNELS:
        of = next((i for i in range(on + 2, phrase.last) if scene.lower(i) == "of"), None)  # "on the website of X"
        theirs = of is not None and scene.lower(of - 1) in _CHANNELS
        return phrase_from(scene, of + 1, phrase.last + 1) if of is not None and theirs else None
    owner = next((i for i in range(on + 2, phrase.last) if scene.tokens[i].text in _GENITIVE), phrase.last)
    return Phrase(on + 1, owner - 1, owner - 1) if owner > on + 1 + (scene.tokens[on + 1].pos == "DET") else None


def without_topic(scene: Scene, author: Phrase) -> Phrase:
    """An author's name without what the document is about: "an audit by X | of the supplier's books"."""
    for i in range(author.first + 1, author.last):
        if scene.lower(i) != "of" or scene.tokens[i - 1].pos != "PROPN":
            continue
        topic = scene.tokens[i + 1 + (scene.tokens[i + 1].pos == "DET")]
        if topic.text.islower() or topic.text[:1].isdigit():
            return Phrase(author.first, i - 1, i - 1)
    return author


def owner_known(
    scene: Scene, phrase: Phrase, register: Register, bodies: Organisations, roles: Roles
) -> Identity | None:
    """The body that spoke before whose paper it is, by whatever noun: "DRC's latest snapshot"; no people of theirs."""
    head = scene.lower(phrase.head)
    people = {head, singular(head)} & (roles.human | roles.collective | set(bodies.heads))
    owner = next((i for i in range(phrase.first + 1, phrase.head) if scene.tokens[i].text in _GENITIVE), None)
    if owner is None or people:
        return None
    found = register.find(clean(scene.words(Phrase(phrase.first, owner - 1, owner - 1))))
    return found if found is not None and found.named and not found.persona else None


def _of_their_site(scene: Scene, begin: int) -> Phrase | None:
    """Whose site or channel it stands on: "posted on the police department's website"."""
    place = phrase_from(scene, begin, scene.stop)
    owner = (
        next((i for i in range(begin + 1, place.last) if scene.tokens[i].text in _GENITIVE), None)
        if place is not None
        else None
    )
    return Phrase(begin, owner - 1, owner - 1) if owner is not None else None


def _makes(scene: Scene, begin: int) -> bool:
    """Whether a verb of making or handing over a document follows within three tokens."""
    return any(scene.lower(i) in _MADE for i in range(begin, begin + 3))
