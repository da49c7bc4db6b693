"""What nouns tell: "X's claim that", "allegations by X of", and what somebody holds ("has the names of 12 men")."""

from __future__ import annotations

from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.figures_told import number_at
from guvoh.extraction.attribution.lexicon import CueKind, Cues, Roles, saying_words, singular
from guvoh.extraction.attribution.parenthesis import owner, skip_back
from guvoh.extraction.attribution.phrases_beside import adjacent
from guvoh.extraction.attribution.scene import HEARD, Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import passive, phrase_from, source_of
from guvoh.extraction.attribution.verb_content import COUNTED

HOLD = saying_words()["hold"]
"""Verbs by which a source holds what it can tell."""

TURNED_TO = saying_words()["turned_to"]
"""What people did to whom they turned for help."""
GOT = saying_words()["got"]
"""Verbs by which calls and complaints come in."""
_APPEARS = saying_words()["appears"]
_CALLS = saying_words()["calls"]
_LETTERS = saying_words()["letters"]
_LETTER_REACH = 5
_PEOPLE = saying_words()["turning_people"]
_SOME = saying_words()["quantifiers"]
COMPLAINTS = saying_words()["complaints_of"]
"""What people turn to somebody with, who then does something."""
_BROUGHT_BY = saying_words()["brought_by"]
_BROUGHT = 9  # words between what was done and the complaints it came of
_LINES = frozenset({"hotline", "helpline"})
_RECEIVE = saying_words()["receive"]


def _named_body(scene: Scene, source: Phrase) -> bool:
    """Whether a name of two words or more received the calls: not "her office" nor the page's own "the Institute"."""
    capitals = [t for t in scene.tokens[source.first : source.last + 1] if t.text[:1].isupper()]
    return len(capitals) > 1


def _helps(scene: Scene, i: int) -> bool:
    """Whether the word only helps another verb: "the workers had lodged 57 complaints"."""
    n = i + 1
    while scene.token(n) is not None and scene.tokens[n].pos == "ADV":
        n += 1
    return scene.token(n) is not None and scene.tokens[n].tag == "VBN" and scene.tokens[n].pos == "VERB"


def speaks(scene: Scene, source: Phrase, cues: Cues, roles: Roles) -> bool:
    """Whether a phrase can be a source: a name, a person by role, a body or a document."""
    head = scene.tokens[source.head]
    if head.pos == "PROPN" or (head.text[:1].isupper() and head.i > scene.first):
        return True
    known = roles.human | roles.collective | cues.words["documents"]
    if head.lower in _SOME and scene.lower(head.i + 1) == "of":
        whole = phrase_from(scene, head.i + 2, scene.stop)  # "one of its lawyers"
        return whole is not None and singular(scene.lower(whole.head)) in known
    return head.lower in known or singular(head.lower) in known or "year-old" in scene.words(source)


class ClaimRules:
    """The rules for nouns of claiming and for what is held, over one vocabulary."""

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self.cues = cues
        self.roles = roles

    def claim(self, scene: Scene, i: int, word: str) -> Report | None:
        """“X's claim that S”, “allegations by X that S”."""
        if word not in self.cues.words["claims"] or scene.tokens[i].pos != "NOUN":
            return None
        lo, hi = scene.bounds(i)
        at = self._past_appearing(scene, i, hi)
        source = owner(scene, i, lo) or (
            phrase_from(scene, at + 1, hi) if scene.lower(at) in ("by", "from", "in", "on") else None
        )
        if source is None or not (
            speaks(scene, source, self.cues, self.roles) or scene.tokens[source.head].pos == "PRON"
        ):
            return None
        begin = source.last + 1 if source.first > i else i + 1
        link = scene.lower(begin)
        if link not in ("that", "of", "to", "about", "for"):
            return None
        end = self._complement_end(scene, i, begin, hi)
        span = content.trim(scene, begin + (link in ("that", "of", "about")), end)
        if span is None:
            return None
        kind = CueKind.REPORT if word in self.cues.words["claims_reporting"] else CueKind.ATTITUDE
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        flag = "hearsay" if word.startswith(("claim", "alleg", "accus")) else None
        quoted = scene.in_quote(i)
        return Report(
            cue,
            kind,
            source,
            (span,),
            scene.sentence.i,
            f"“X's {word} that”",
            flag,
            in_quote=quoted,
            trigger=i,
            weak=True,
        )

    def complained(self, scene: Scene, i: int, word: str) -> Report | None:
        """“Complaints about raids have come from X”: X is heard."""
        if word not in COMPLAINTS or scene.tokens[i].pos != "NOUN" or scene.in_quote(i):
            return None
        _, hi = scene.bounds(i)
        at = next((n for n in range(i + 1, min(hi, i + _BROUGHT)) if scene.lower(n) == "from"), None)
        came = at is not None and scene.lower(at - 1) in _BROUGHT_BY
        source = phrase_from(scene, at + 1, hi) if at is not None and came else None
        if at is None or source is None or source.first != at + 1 or not self._people(scene, source):
            return None
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        return Report(cue, CueKind.ATTITUDE, source, (cue,), scene.sentence.i, HEARD, trigger=i)

    def _people(self, scene: Scene, source: Phrase) -> bool:
        """Whether several people are told of: "local crews", "Tajiks in the region"."""
        head = scene.tokens[source.head]
        people = {head.lower, singular(head.lower)} & (self.roles.human | self.roles.collective | _PEOPLE)
        return bool(people) or head.tag == "NNPS"

    def _past_appearing(self, scene: Scene, noun: int, hi: int) -> int:
        """The token after the noun and a verb of becoming public: "reports had emerged | in local media that"."""
        n = noun + 1
        while n < hi and scene.tokens[n].pos in ("AUX", "ADV"):
            n += 1
        return n + 1 if scene.lower(n) in _APPEARS else noun + 1

    def held(self, scene: Scene, i: int, word: str) -> Report | None:
        """“X has the names of 12 men”, “X holds receipts for nine”: what X holds is what X can tell."""
        if word in TURNED_TO:
            return self._turned_to(scene, i, word)
        if word in GOT and (counted := self._got(scene, i) or self._letter(scene, i)) is not None:
            return counted
        if word not in HOLD or _helps(scene, i):
            return None
        lo, hi = scene.bounds(i)
        held = next((n for n in range(i + 1, min(hi, i + 5)) if scene.lower(n) in self.cues.words["held"]), None)
        if held is not None and any(t.pos == "VERB" and t.tag != "VBG" for t in scene.tokens[i + 1 : held]):
            return None  # "had not put their names down for service"
        linked = held is not None and any(
            scene.lower(n) in ("of", "for", "from", "about") for n in range(held + 1, min(hi, held + 3))
        )
        source, _ = source_of(scene, i, lo, hi, quoting=False) if linked else (None, False)
        if (
            source is None
            or held is None
            or not (
                speaks(scene, source, self.cues, self.roles)
                or scene.tokens[source.head].pos == "PRON"
                or (word in _RECEIVE and _named_body(scene, source))
            )
        ):
            return None
        span = content.trim(scene, i + 1, hi)
        if span is None or (word in _RECEIVE and not _named_body(scene, source)):
            return None
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        rule = f"“X {word} {scene.lower(held)} of”"
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, rule, trigger=i)

    def _got(self, scene: Scene, i: int) -> Report | None:
        """“The project's hotline took 250 calls”, “lawyer X has received seven complaints”: whose calls they are."""
        number = next((n for n in range(i + 1, min(scene.stop, i + 4)) if number_at(scene, n)), None)
        if number is None or passive(scene, i) or scene.in_quote(i):
            return None
        if not any(scene.lower(n) in _CALLS for n in range(number + 1, min(scene.stop, number + 3))):
            return None
        lo, hi = scene.bounds(i)
        source, _ = source_of(scene, i, lo, hi, quoting=False)
        span = content.trim(scene, i + 1, hi)
        if source is None or span is None or not self._takes_calls(scene, source):
            return None
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, COUNTED, trigger=i)

    def _letter(self, scene: Scene, i: int) -> Report | None:
        """“Kun.uz received a letter from workers who are held in X”: they tell it, and what follows."""
        _, hi = scene.bounds(i)
        near = range(i + 1, min(hi, i + _LETTER_REACH))
        noun = next((n for n in near if scene.lower(n) in _LETTERS and scene.lower(n + 1) == "from"), None)
        source = phrase_from(scene, noun + 2, hi) if noun is not None else None
        if noun is None or source is None or source.first != noun + 2 or scene.in_quote(i) or passive(scene, i):
            return None
        several = {singular(scene.lower(source.head)), scene.lower(source.head)} & (self.roles.human | _PEOPLE)
        if not several or not any(scene.lower(n) in ("a", "an", "this") for n in range(i + 1, noun)):
            return None
        cue = (scene.tokens[noun].start, scene.tokens[noun].end)
        span = content.trim(scene, source.last + 1, hi) or cue
        rule = f"“a {scene.lower(noun)} from X”"
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, rule, trigger=noun)

    def _takes_calls(self, scene: Scene, source: Phrase) -> bool:
        """Whether a helpline of no other's or a person named with a role gets the calls."""
        words = scene.tokens[source.first : source.last + 1]
        if scene.lower(source.head) in _LINES:
            return scene.lower(source.first) in ("the", "a") and not any(t.tag == "POS" for t in words)
        return words[-1].pos == "PROPN" and any(t.lower in self.roles.human for t in words[:-1])

    def _turned_to(self, scene: Scene, i: int, word: str) -> Report | None:
        """“The X Committee was contacted by 19 families”: whom they turned to tells of it."""
        if scene.lower(i + 1) != "by" or not passive(scene, i):
            return None
        lo, hi = scene.bounds(i)
        source = adjacent(scene, skip_back(scene, i) + 1, lo)
        span = content.trim(scene, i + 1, hi)
        if source is None or span is None or not _named_body(scene, source):
            return None
        if not any(t.lower in self.roles.collective for t in scene.tokens[source.first : source.last + 1]):
            return None
        if not any(t.pos == "NUM" for t in scene.tokens[i + 1 : hi]):
            return None
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        rule = f"“X was {word} by”"
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, rule, trigger=i)

    def _complement_end(self, scene: Scene, noun: int, begin: int, hi: int) -> int:
        """Where the complement of a noun ends: with the noun's subtree, before another noun of saying."""
        inside = [t.i for t in scene.annotated.subtree(scene.tokens[noun]) if begin <= t.i < hi]
        end = max(inside, default=hi - 1) + 1
        for i in range(begin + 1, end - 1):
            if (
                scene.lower(i) in ("and", "or")
                and scene.lower(i + 1) in self.cues.words["documents"] | self.cues.words["claims"] | HOLD
            ):
                return i
        return end
