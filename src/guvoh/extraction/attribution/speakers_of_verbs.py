"""Which noun phrases can be the speaker of a verb: names, people, bodies, documents, and pronouns for them."""

from __future__ import annotations

from guvoh.extraction.attribution.figures_told import number_at
from guvoh.extraction.attribution.lexicon import (
    CueKind,
    Cues,
    Frame,
    Organisations,
    Roles,
    Sense,
    saying_words,
    singular,
    speaker_patterns,
)
from guvoh.extraction.attribution.names import Names
from guvoh.extraction.attribution.phrases_beside import antecedent
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from

_QUANTIFIERS = saying_words()["quantifiers"]
_SUMS = saying_words()["sums"]
_PAGES = saying_words()["pages_of"]
_PEOPLE = ("ers", "ists", "ians", "ors", "ants", "ees", "men", "women", "ist", "ian", "ee")

_BODIES_OF = saying_words()["bodies_of"]
"""What a body is of that speaks: "the trade body", "a watchdog body"."""


class SpeakersOfVerbs:
    """Who can speak, over one vocabulary and the names of one document."""

    def __init__(self, cues: Cues, roles: Roles, bodies: Organisations, names: Names) -> None:
        self.cues = cues
        self.roles = roles
        self.names = names
        self.known = roles.human | roles.collective | roles.media | cues.words["documents"] | frozenset(bodies.heads)
        self.that = cues.words["complementisers"]

    def speaks(self, scene: Scene, source: Phrase, sense: Sense) -> bool:
        """Whether the phrase can be a speaker; `known` senses ask for a name, a person, a body or a document."""
        head = scene.tokens[source.head]
        if sense.document:
            known = {head.lower, singular(head.lower)} & self.cues.words["documents"]
            return known != set() or self._page_of_body(scene, source)
        if head.lower in ("who", "which", "that") and source.first == source.last:
            ahead = antecedent(scene, source)
            return head.lower == "who" or (ahead is not None and self.sayer(scene, ahead))
        if head.lower in ("it", "this", "what", "there", "these", "nothing", "something", "anything", "everything"):
            return head.lower == "it" and sense.base not in ("mean", "suggest", "show", "reflect", "prove")
        if head.lower in _QUANTIFIERS and scene.lower(source.head + 1) == "of":
            if scene.lower(source.head + 2) == "those" and scene.lower(source.head + 3) not in ("", ",", "."):
                return True  # "one of those held there"
            whole = phrase_from(scene, source.head + 2, scene.stop)
            counted = whole is not None and scene.tokens[whole.head].pos == "NUM"  # "one of the two"
            return whole is not None and (counted or self.sayer(scene, whole))
        if sense.frame in (Frame.FIGURE, Frame.NUMBER) and self._thing_of_place(scene, source, sense):
            return False
        return (
            not sense.known or head.pos == "PRON" or self.sayer(scene, source) or self._somebody(scene, source, sense)
        )

    def _thing_of_place(self, scene: Scene, source: Phrase, sense: Sense) -> bool:
        """Whether a thing only has a name behind it: "Transfers from Kazakhstan | came to", "Trade with Russia"."""
        head, sums = scene.tokens[source.head], sense.particle and sense.base in _SUMS
        noun = head.pos == "NOUN" or (sums and head.i == scene.first)  # "Remittances from Russia": no name
        if not noun or scene.token(head.i + 1) is None or scene.tokens[head.i + 1].pos != "ADP":
            return False
        people = head.lower.endswith(_PEOPLE) and not sums  # "Rescuers from Osh put the toll at 34"
        return not (people or {head.lower, singular(head.lower)} & self.known)

    def _somebody(self, scene: Scene, source: Phrase, sense: Sense) -> bool:
        """Whether one unknown thing that says so is a person: "A crane operator wrote that"; no document is."""
        documents = self.cues.words["documents"]
        one = scene.lower(source.first) in ("a", "an", "another") and scene.tokens[source.head].tag == "NN"
        said = (
            sense.frame is Frame.CLAUSE and sense.kind is CueKind.REPORT and scene.lower(source.head) not in documents
        )
        near = range(source.last + 1, source.last + 5)
        return one and said and any(scene.lower(i) in self.that for i in near)

    def one_person(self, scene: Scene, source: Phrase) -> bool:
        """Whether one person without an office does it: "a local resident registered 214 foreigners in a flat"."""
        head = scene.tokens[source.head]
        return head.tag == "NN" and head.lower in self.roles.human - self.roles.official

    def person_or_name(self, scene: Scene, source: Phrase) -> bool:
        """Whether the phrase can stand behind the verb it speaks by: no document, but the site of a body."""
        owned = any(scene.tokens[i].tag == "POS" for i in range(source.first, source.head))
        site = owned and scene.lower(source.head) in self.cues.words["mouthpieces"]  # "reports the ministry's website"
        return self.sayer(scene, source) and (site or scene.lower(source.head) not in self.cues.words["documents"])

    def sayer(self, scene: Scene, source: Phrase) -> bool:
        """Whether a noun phrase is a name or names people, a body or a document."""
        head = scene.tokens[source.head]
        low = head.text.lower().rstrip("’'")
        single = singular(low)
        if (
            {low, single, f"{scene.lower(head.i - 1)} {low}"} & self.known
            or low.endswith(_PEOPLE)
            or head.pos == "PRON"
        ):
            return True
        if speaker_patterns()["site"].fullmatch(head.text) or speaker_patterns()["small_first"].fullmatch(head.text):
            return True  # "Perm.ru", "eNews"
        if low == "body" and scene.lower(head.i - 1) in _BODIES_OF:
            return True
        if scene.lower(source.last + 1) == "who" or self._named_behind(scene, source):
            return True
        if scene.lower(head.i - 1) == "-" and scene.tokens[head.i - 2].text[:1].isupper():
            return True  # "Volga-inform reports"
        if head.pos == "NUM" and head.i > source.first and scene.tokens[head.i - 1].pos == "PROPN":
            return True  # "Channel Perm 36 wrote of"
        if len(head.text) > 1 and head.text.isupper() and source.first == source.last:
            return True  # "RAD condemns"
        return (
            head.text[:1].isupper() and (head.i != scene.first or head.pos == "PROPN" or head.text in self.names.proper)
        ) or scene.tokens[source.last].pos == "PROPN"

    def _named_behind(self, scene: Scene, source: Phrase) -> bool:
        """Whether a name between commas tells who it is: "The regional warden, Colonel Petrov, stated"."""
        if (
            scene.lower(source.last + 1) != ","
            or source.last + 2 >= scene.stop
            or scene.tokens[source.head].tag != "NN"
        ):
            return False
        name = scene.tokens[source.last + 2]
        end = next((i for i in range(name.i, min(scene.stop, name.i + 6)) if scene.tokens[i].pos != "PROPN"), name.i)
        return name.i < end and scene.lower(end) == ","

    def _page_of_body(self, scene: Scene, source: Phrase) -> bool:
        """Whether the phrase is the site of a body, which holds what it publishes: "the ministry's own site shows"."""
        numbers = any(number_at(scene, n) for n in range(source.last + 2, min(source.last + 5, scene.stop)))
        if scene.lower(source.head) not in _PAGES or not numbers:
            return False
        if any(scene.tokens[i].tag in ("POS", "PRP$") for i in range(source.first, source.head)):
            return True
        body = phrase_from(scene, source.head + 2, source.last + 1) if scene.lower(source.head + 1) == "of" else None
        return body is not None and (scene.tokens[body.head].pos == "PROPN" or scene.lower(body.head) in self.known)
