"""The passive that tells who told what stands before: "This was reported by X", "…, such data were given by X"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from guvoh.extraction.attribution.claims import speaks
from guvoh.extraction.attribution.content import trim
from guvoh.extraction.attribution.kinds_of_tokens import finite
from guvoh.extraction.attribution.lexicon import CueKind, Cues, Roles, saying_words
from guvoh.extraction.attribution.parenthesis import owner, skip_back
from guvoh.extraction.attribution.said_before import RULE as TOLD
from guvoh.extraction.attribution.said_before import ToldSoFar, before
from guvoh.extraction.attribution.scene import Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import passive, phrase_from
from guvoh.extraction.vocabulary.load import classes

GIVEN = "the numbers before, which X gave"
WHOLE = frozenset({TOLD, GIVEN})
"""The rules by which a sentence tells who says all that stands before it."""
_ALONE = frozenset({"this", "it", "that", "so"})
_WITH_NOUN = _ALONE | {"such", "these", "those", "the"}
_BECAME = frozenset({"became", "become", "becomes", "is", "was", "were"})
_IN_OR_ON = frozenset({"in", "on", "at", "from"})
_KNOWN = frozenset({"public", "known"})
_TITLED = saying_words()["titled"]
_SHORT, _NAME, _NEAR = 40, 4, 4  # words: of such a sentence, of a name in quotation marks, from noun to verb


class ToldBy:
    """The rule over one vocabulary."""

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self.cues = cues
        self.roles = roles

    def report(self, scene: Scene, told: ToldSoFar) -> Report | None:
        """The report that a sentence, or a clause behind a comma, makes of what stands before it."""
        for n in range(scene.first, scene.stop):
            if scene.tokens[n].lower not in _WITH_NOUN:
                continue
            opens = n == scene.first or scene.lower(n - 1) == ","
            if not opens or scene.in_quote(n):
                continue
            found = self._told(scene, n)
            if found is None:
                continue
            v, source, rule = found
            since = max(told.whole, told.own) if rule == GIVEN else told.since(scene.sentence.i)
            content = self._content(scene, n, since)
            if content is not None:
                cue = (scene.tokens[v].start, scene.tokens[v].end)
                return Report(cue, CueKind.REPORT, source, content, scene.sentence.i, rule, trigger=v)
        return None

    def _content(self, scene: Scene, n: int, since: int) -> tuple[tuple[int, int], ...] | None:
        """The sentences before one that tells nothing itself; before a clause the sentence as far as there."""
        if scene.finite(scene.first, n):
            told = trim(scene, scene.first, n - 1)
            return (told,) if told is not None else None
        long = scene.stop - scene.first > _SHORT or any(q.words > _NAME for q in scene.quoted)
        titled = any(t.lower in _TITLED for t in scene.tokens[scene.first : scene.stop])  # "in an inquiry named “…?”"
        return before(scene, since, across=True) if not long or titled else None

    def _told(self, scene: Scene, n: int) -> tuple[int, Phrase, str] | None:
        """The participle, who told, and the rule in words, of the clause that begins at token `n`."""
        noun = pointed(scene, n, self.cues.words["given_nouns"] | self.cues.words["news"])
        noun = noun if noun is not None else self._statement(scene, n)
        subject = noun if noun is not None else n
        if noun is None and scene.lower(n) not in _ALONE:
            return None
        v = next((v for v in range(subject + 1, scene.stop) if self._tells(scene, v, subject, noun)), None)
        if v is None or any(t.lower in self.cues.words["withholding"] for t in scene.tokens[n:v]):
            return None  # "This could not be confirmed by the police"
        source = self._agent(scene, v)
        if source is None or self._told_behind(scene, source) or self._untrue(scene, v, source):
            return None
        given = noun is not None and scene.lower(noun) in self.cues.words["given_nouns"]
        return v, source, GIVEN if given else TOLD

    def _untrue(self, scene: Scene, v: int, source: Phrase) -> bool:
        """Whether it is judged and not told: “was stated to be false by X”, “was declared untrue by X”."""
        if scene.lower(v + 1) == "to" and scene.tokens[v + 2].tag == "VB":
            return True
        between = range(v + 1, source.first)
        untrue = classes(scene.annotated.language)["falsehood"]
        return any(scene.lower(i) in untrue for i in between)

    def _tells(self, scene: Scene, v: int, subject: int, noun: int | None) -> bool:
        """Whether a word is the participle of telling of that subject; a noun may have a few words of its own."""
        words = self.cues.words["tells_before"] | self.cues.words["stands_in"]
        if noun is not None or scene.lower(subject) == "this":
            words |= self.cues.words["giving"]
        became = scene.lower(v - 1) == "became" and v - 2 <= subject
        near = became or skip_back(scene, v) <= subject or (noun is not None and v <= noun + _NEAR)
        if scene.lower(v) not in words or not near:
            return False
        if scene.lower(v) == "known":
            return scene.lower(v - 1) in _BECAME
        made = scene.lower(v) != "made" or noun is not None or scene.lower(v + 1) in _KNOWN
        return passive(scene, v) and made

    def _statement(self, scene: Scene, n: int) -> int | None:
        """The noun of “such a statement”, “the corresponding message” from token `n` on."""
        noun = pointed(scene, n, self.cues.words["statements"])
        told = {scene.lower(i) for i in range(n, noun)} if noun is not None else set()
        return noun if told & {"such", "corresponding"} else None

    def _agent(self, scene: Scene, v: int) -> Phrase | None:
        """X of “was reported on Monday by X”, “is stated in a report of X”, “was told in the office”."""
        for i in range(v + 1, scene.stop - 1):
            if finite(scene.tokens[i]) or scene.lower(i) in (":", ";", "that"):
                return None
            within = scene.lower(i) in _IN_OR_ON and (scene.lower(i) != "from" or scene.lower(v) == "known")
            source = phrase_from(scene, i + 1, scene.stop) if scene.lower(i) == "by" or within else None
            if source is not None and within:
                source = self._site_of(scene, source) if scene.lower(i) == "on" else self._inside(scene, source)
            if source is not None:
                return source if self._speaks(scene, source) else None
        return None

    def _inside(self, scene: Scene, source: Phrase) -> Phrase | None:
        """The phrase, if it is a paper or an office in which something is said: no place and no time."""
        head = scene.lower(source.head)
        office = head in self.roles.collective | self.cues.words["mouthpieces"]
        return source if office or head in self.cues.words["documents"] else None

    def _site_of(self, scene: Scene, source: Phrase) -> Phrase | None:
        """Whose the website or channel is: “on the website of X”, “on X's channel”."""
        if scene.lower(source.head) not in self.cues.words["mouthpieces"] | {"website", "portal", "feed"}:
            return None
        of = scene.lower(source.head + 1) == "of"
        return phrase_from(scene, source.head + 2, scene.stop) if of else owner(scene, source.head, source.first)

    def _speaks(self, scene: Scene, source: Phrase) -> bool:
        """Whether a source can speak; a name is shown by what is told of it behind a comma."""
        named = scene.tokens[source.head].text.istitle() and scene.lower(source.head + 1) == ","
        return named or speaks(scene, source, self.cues, self.roles)

    def _told_behind(self, scene: Scene, source: Phrase) -> bool:
        """Whether what is told stands behind a colon: "These figures were given by X: 40 held, 12 fined"."""
        colon = next((i for i in range(source.last + 1, scene.stop) if scene.lower(i) == ":"), scene.stop)
        return colon == scene.stop - 1 or any(t.pos == "NUM" or finite(t) for t in scene.tokens[colon : scene.stop])


def pointed(scene: Scene, n: int, known: AbstractSet[str]) -> int | None:
    """The noun among `known` of “such data”, “these official figures”, “the news” from token `n` on."""
    near = range(n + 1, min(n + 1 + _NEAR, scene.stop))
    noun = next((i for i in near if scene.lower(i) in known), None)
    joined = noun is not None and all(scene.tokens[i].pos in ("ADJ", "NOUN") for i in range(n + 1, noun))
    return noun if joined else None
