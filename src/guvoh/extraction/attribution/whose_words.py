"""Whose words a phrase gives: the page's own ("we", "our lawyer"), those of two, a body's through its people."""

from __future__ import annotations

from collections.abc import Mapping

from guvoh.extraction.attribution.lexicon import Cues, speaker_words
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.extraction.vocabulary.load import nationalities

_OFFICES = frozenset({"service", "department", "office"})


def of_the_page(scene: Scene, phrase: Phrase) -> bool:
    """Whether the page speaks of itself: "we", "our members", "We, the undersigned families,"."""
    if scene.lower(phrase.head) in _words(scene)["speaking"] or scene.lower(phrase.first) in ("our", "my"):
        return True
    return scene.lower(phrase.first - 1) == "," and scene.lower(phrase.first - 2) in ("we", "i")


def one_of_ours(scene: Scene, phrase: Phrase) -> bool:
    """Whether one person of the page's side saw it who is no reporter: "our lawyer on the spot counted 22"."""
    head = scene.lower(phrase.head)
    ours = scene.lower(phrase.first) == "our" and head in _words(scene)["our_people"]
    return ours and not scene.in_quote(phrase.head)


def joint_of(scene: Scene, phrase: Phrase) -> int | None:
    """The "and" that joins two sources with an article each."""
    return next(
        (
            i
            for i in range(phrase.first + 1, phrase.last)
            if scene.lower(i) == "and"
            and (
                (scene.lower(i + 1) == "the" and scene.lower(phrase.first) == "the")
                or scene.lower(i + 1) in ("a", "an")
                or scene.lower(i + 1) in ("some", "several", "many")
                or scene.tokens[i + 1].pos == "NUM"  # "an eyewitness and two journalists"
                or (_initials(scene, i - 1) and _initials(scene, i + 1))  # "UNHCR and IOM"
            )
        ),
        None,
    )


def _initials(scene: Scene, i: int) -> bool:
    """Whether the word is a body's name in capitals."""
    text = scene.tokens[i].text
    return len(text) > 2 and text.isupper() and text.isalpha()


def before_partners(scene: Scene, phrase: Phrase) -> int | None:
    """The token after the body that speaks "and its partners": its publication, whoever joins in."""
    own = scene.lower(phrase.first) in ("its", "their") and scene.lower(phrase.head) in _words(scene)["joining"]
    return phrase.first - 1 if own and scene.lower(phrase.first - 1) == "and" else None


def office_of_country(scene: Scene, phrase: Phrase) -> bool:
    """Whether "its migration service" is that of the country that opens the sentence: a body of its own."""
    office = scene.lower(phrase.head) in _OFFICES and phrase.head - phrase.first > 1
    opens = scene.tokens[scene.first].text if office else ""
    return any(opens in row.countries for row in nationalities(scene.annotated.language)) if opens else False


def through_its_own(scene: Scene, phrase: Phrase, cues: Cues) -> bool:
    """Whether a body speaks through its own, who have no name: "its press office", "its Tver branch", "its men"."""
    head = scene.lower(phrase.head)
    if scene.lower(phrase.first) not in ("its", "their"):
        return False
    staff = head in cues.words["own_staff"] and phrase.last == phrase.head
    return staff or head in cues.words["mouthpieces"] | _words(scene)["branches"] or head.startswith("spokes")


def owner_named_by_kind(scene: Scene, phrase: Phrase, cues: Cues, bodies: frozenset[str]) -> Phrase | None:
    """The body in "the department's press service", told by one of the nouns for `bodies` and no name; else None."""
    words = _words(scene)
    mouths = cues.words["mouthpieces"] | words["branches"]
    if scene.lower(phrase.first) != "the" or scene.lower(phrase.head) not in mouths:
        return None
    of = next((i for i in range(phrase.first + 2, phrase.head) if scene.tokens[i].text in ("'s", "’s")), None)
    kinds = bodies - words["territories"]
    body = of == phrase.first + 2 and scene.lower(of - 1) in kinds and scene.tokens[of - 1].text.islower()
    return Phrase(phrase.first, of - 1, of - 1) if of is not None and body else None


def document_again(scene: Scene, phrase: Phrase, issued: frozenset[str]) -> bool:
    """Whether a document told of before is meant: "the statement", "the press release", "the same list"."""
    between = phrase.head - phrase.first - 1
    again = scene.lower(phrase.head - 1) == "same"
    known = between == 0 or (between == 1 and (again or scene.lower(phrase.head - 1) in _words(scene)["issued_by"]))
    if scene.lower(phrase.first) not in ("the", "this") or phrase.last != phrase.head or not known:
        return False
    return scene.lower(phrase.head) in issued or again


def _words(scene: Scene) -> Mapping[str, frozenset[str]]:
    return speaker_words(scene.annotated.language)
