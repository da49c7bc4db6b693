"""What is done by words without a verb of saying: "expressed its concern", "handed a note asking", "wrote asking"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.claims import speaks
from guvoh.extraction.attribution.figures_told import number_at
from guvoh.extraction.attribution.kinds_of_tokens import finite
from guvoh.extraction.attribution.lexicon import CueKind, Cues, Roles, saying_words
from guvoh.extraction.attribution.scene import DEED, Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import cluster_start, passive, phrase_from, source_of

VOICED = "“expressed concern over …”"
_WORDS = saying_words()
_VOICE, _FELT, _WORRIES, _CARES = _WORDS["voices"], _WORDS["felt"], _WORDS["worries"], _WORDS["cares"]
_HAND, _WRITE, _PAPERS, _PROTESTS = _WORDS["hands_over"], _WORDS["writes_to"], _WORDS["notes"], _WORDS["protests"]
_FILE = _WORDS["files_papers"]
_SUMMON, _DIPLOMATS = _WORDS["summons"], _WORDS["recalled"]
_CALL = frozenset({"call", "calls", "called"})
_WANT, _MEMBERS = frozenset({"want", "wants"}), frozenset({"member", "members", "deputies", "prosecution"})
_SEEK, _TERMS = _WORDS["seeks_terms"], _WORDS["terms"]
_ABOUT, _ASKING, _REQUESTS = _WORDS["about_what"], _WORDS["asking_for"], _WORDS["requests"]
_UNDONE = _WORDS["undone"]
_OF_NOUN = frozenset({"DET", "ADJ", "ADV", "NOUN", "CCONJ", "NUM"})
_TO_WHOM = frozenset({"PROPN", "ADP", "PART"})
_BE = frozenset({"is", "are", "was", "were", "been", "be", "being", "'s", "’s"})
_OBJECT, _REACH, _CLAIM = 7, 16, 4
_SPEAKERS = frozenset({"he", "she", "they", "it", "who"})


class SpokenDeeds:
    """The rule over one vocabulary."""

    triggers = _VOICE | _HAND | _WRITE | _SUMMON | _CALL | _SEEK

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self.cues = cues
        self.roles = roles

    def told(self, scene: Scene, i: int, word: str) -> Report | None:
        """The relation that a verb of such a deed makes, with what it is about where that is told."""
        if word not in self.triggers or not _a_verb(scene.tokens[i]) or scene.in_quote(i):
            return None
        lo, hi = scene.bounds(i)
        start = cluster_start(scene, i, lo)
        if passive(scene, i) or any(scene.lower(n) in _UNDONE for n in (*range(start, i), i + 1)):
            return None
        last, about, kind = self._deed(scene, i, word, hi)
        source = self._source(scene, i, lo, hi) if last is not None else None
        if last is None or source is None:
            return None
        end = content.right(scene, i, about, hi, frozenset()) if about is not None else None
        cue = (scene.tokens[i].start, scene.tokens[last].end)
        rule = VOICED if kind is CueKind.REPORT else DEED
        return Report(cue, kind, source, (end or cue,), scene.sentence.i, rule, trigger=i)

    def _deed(self, scene: Scene, i: int, word: str, hi: int) -> tuple[int | None, int | None, CueKind]:
        """The last token of the deed, None for none; where what it is about begins; and what it makes of that."""
        if word in _VOICE and (noun := _noun(scene, i + 1, hi, _FELT)) is not None:
            about = _about(scene, noun + 1, hi)
            worry = about is not None and scene.lower(noun) in _WORRIES
            worry = worry and (scene.lower(noun) in _CARES or not self._of_claims(scene, about or noun))
            return noun, about, CueKind.REPORT if worry else CueKind.ATTITUDE
        if word in _HAND and (paper := _noun(scene, i + 1, hi, _PAPERS, whom=True)) is not None:
            about = _wanted(scene, paper + 1, hi)
            protests = {scene.lower(paper), scene.lower(paper - 1)} & _PROTESTS and word not in _FILE
            about = about if word not in _FILE or scene.lower(about or 0) in _ASKING else None
            return (paper if about is not None or protests else None), about, CueKind.ATTITUDE
        if word in _WRITE and scene.lower(i + 1) == "to" and not scene.finite(i + 1, min(hi, i + 3)):
            about = _wanted(scene, i + 2, hi)
            return (i + 1 if about is not None else None), about, CueKind.ATTITUDE
        if word in _SUMMON or (word in _CALL and scene.lower(i + 1) == "in"):
            whom = _noun(scene, i + 1 + (word not in _SUMMON), hi, _DIPLOMATS, whom=True)
            told = whom is not None and _over_what(scene, whom + 1, hi)
            return (whom if told else None), None, CueKind.ATTITUDE
        if word in _WANT and self._wishes(scene, i, hi):
            return i, i + 1, CueKind.DIRECTIVE
        term = _term(scene, i, word, hi) if self._in_office(scene, i, hi) else None
        return (i if term is not None else None), i + 1, CueKind.DIRECTIVE

    def _of_claims(self, scene: Scene, begin: int) -> bool:
        """Whether what it is about is only what others claim: "outrage at | reports that police beat 40"."""
        return any(scene.lower(n) in self.cues.words["claims"] for n in range(begin, begin + _CLAIM))

    def _wishes(self, scene: Scene, i: int, hi: int) -> bool:
        """Whether somebody in office wants others to do a thing: "council member X wants the police to stop"."""
        whom = phrase_from(scene, i + 1, hi)
        after = whom.last + 1 if whom is not None and whom.first == i + 1 else hi
        if after + 1 >= hi or scene.lower(after) != "to" or scene.tokens[after + 1].tag != "VB":
            return False
        return self._in_office(scene, i, hi)

    def _in_office(self, scene: Scene, i: int, hi: int) -> bool:
        """Whether whoever does it at the verb `i` is told to have an office: "State prosecutor X"."""
        who, _ = source_of(scene, i, scene.first, hi, quoting=False)
        words = range(who.first, who.last + 1) if who is not None else range(0)
        return any(scene.lower(n) in self.roles.official | _MEMBERS for n in words)

    def _source(self, scene: Scene, i: int, lo: int, hi: int) -> Phrase | None:
        """Whoever does it, if it can speak."""
        start = cluster_start(scene, i, lo)
        if scene.tokens[i].tag == "VBG" and not any(scene.lower(n) in _BE for n in range(start, i)):
            return None
        found, _ = source_of(scene, i, lo, hi, quoting=False)
        if found is None or scene.lower(found.first) in _UNDONE:
            return None
        pronoun = scene.lower(found.head) in _SPEAKERS
        return found if pronoun or speaks(scene, found, self.cues, self.roles) else None


def _a_verb(t: Token) -> bool:
    """Whether the word tells what is done, not what is to be done: "to express concern"."""
    return t.tag in ("VBZ", "VBD", "VBP", "VBN", "VBG")


def _noun(scene: Scene, begin: int, hi: int, known: AbstractSet[str], *, whom: bool = False) -> int | None:
    """The noun among `known` that a verb before token `begin` has as its object; `whom` lets a receiver stand before.

    Of several it is the last: "a protest note", "a letter of protest".
    """
    for n in range(begin, min(hi, begin + (_REACH if whom else _OBJECT))):
        t = scene.tokens[n]
        if t.lower in known and t.pos != "VERB":
            again = {scene.lower(n + 1): n + 1, scene.lower(n + 2) if scene.lower(n + 1) == "of" else "": n + 2}
            return next((at for w, at in again.items() if w in known), n)
        owned = t.tag in ("PRP$", "POS", "VBN", "VBG", "HYPH") or t.text in ("-", '"', "“")
        if not (t.pos in _OF_NOUN or owned or (whom and (t.pos in _TO_WHOM or t.text == ","))):
            return None
    return None


def _about(scene: Scene, begin: int, hi: int) -> int | None:
    """Where it begins what a feeling is about: "concern on Tuesday over | the expulsion of 1,200", "alarm that | S"."""
    for n in range(begin, min(hi, begin + _OBJECT)):
        if scene.lower(n) in _ABOUT and not _a_time(scene, n):
            return n + 1
        if finite(scene.tokens[n]) or scene.lower(n) in ("and", "but", ";", "."):
            return None
    return None


def _over_what(scene: Scene, begin: int, hi: int) -> bool:
    """Whether it is told why a diplomat is called in: "over the raid", "to hand him a note"."""
    for n in range(begin, min(hi, begin + _REACH)):
        to_do = scene.lower(n) == "to" and n + 1 < hi and scene.tokens[n + 1].tag == "VB"
        if to_do or scene.lower(n) in _ABOUT - {"at", "for", "that"}:
            return True
        if finite(scene.tokens[n]) or scene.lower(n) in (";", "."):
            return False
    return False


def _a_time(scene: Scene, n: int) -> bool:
    """Whether a preposition leads to a day or a number alone: "at 5 o'clock"."""
    return number_at(scene, n + 1) and scene.lower(n) == "at"


def _wanted(scene: Scene, begin: int, hi: int) -> int | None:
    """Where it begins what a paper asks or is about: "a note | asking to explain", "a letter with the request to"."""
    for n in range(begin, min(hi, begin + _REACH)):
        word = scene.lower(n)
        if word in _ASKING or (word in _ABOUT and word not in ("at", "for", "that", "because")):
            return n
        if word == "with" and any(scene.lower(m) in _REQUESTS for m in range(n + 1, min(hi, n + 4))):
            return n
        if word == "to" and scene.lower(n + 1) in _REQUESTS:
            return n
        if finite(scene.tokens[n]) or word in (";", ".", "and", "but"):
            return None
    return None


def _term(scene: Scene, i: int, word: str, hi: int) -> int | None:
    """The token of the years that somebody seeks for an accused: "is asking for eleven years for the main accused"."""
    if word not in _SEEK:
        return None
    begin = i + 1 + (scene.lower(i + 1) == "for")
    for n in range(begin, min(hi, begin + _OBJECT)):
        if scene.lower(n) in _TERMS:
            return n
        if not (scene.tokens[n].pos in ("NUM", "DET", "ADJ", "ADP", "CCONJ", "SYM", "NOUN") or scene.lower(n) == "-"):
            return None
    return None
