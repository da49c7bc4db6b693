"""Cues that are no verb of speaking: according to, citing, quoted as saying, in a statement, passives, claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.as_they_tell_it import AsTheyTellIt
from guvoh.extraction.attribution.claims import COMPLAINTS, GOT, HOLD, TURNED_TO, ClaimRules, speaks
from guvoh.extraction.attribution.documents_show import SHOWING, DocumentsShow
from guvoh.extraction.attribution.figures_ahead import FiguresAhead
from guvoh.extraction.attribution.impersonal_telling import ImpersonalRules
from guvoh.extraction.attribution.inside_bodies import InsideBodies
from guvoh.extraction.attribution.lexicon import CueKind, Cues, Roles, saying_words
from guvoh.extraction.attribution.opened_by import OpenedBy
from guvoh.extraction.attribution.parenthesis import (
    around,
    owner,
    past_apposition,
    reports_words,
    stands_at,
)
from guvoh.extraction.attribution.phrases_beside import adjacent
from guvoh.extraction.attribution.quoted_as import QUOTED, quoted_as
from guvoh.extraction.attribution.scene import Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from
from guvoh.extraction.attribution.spoken_deeds import SpokenDeeds
from guvoh.extraction.attribution.tallies import TallyRules
from guvoh.extraction.attribution.told_there import ToldThere
from guvoh.extraction.attribution.turns import TurnRules
from guvoh.model import Span

RUMOUR = "“according to some reports”: hearsay"
_BELIEVED = ("to", "be", "believed")
_TELLING = saying_words()["first_to_tell"]
_OWN_SOURCES = saying_words()["own_sources"]
_SHOWN = saying_words()["shown"]


Phrases = tuple[tuple[str, ...], ...]


def _by_first(phrases: Phrases) -> Mapping[str, Phrases]:
    """Phrases by their first word, in their order."""
    return {first: tuple(p for p in phrases if p[0] == first) for first in {p[0] for p in phrases}}


class NominalRules:
    """The rules for cues other than active verbs, over one vocabulary."""

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self.cues = cues
        self.roles = roles
        self._turns, self._claims = TurnRules(cues, roles), ClaimRules(cues, roles)
        self._impersonal, tallies = ImpersonalRules(cues, roles), TallyRules(cues, roles)
        self._rules = (
            self._turns.colon,
            self._according,
            self._in_words,
            quoted_as,
            self._citing,
            self._impersonal.passive,
            ToldThere(cues, roles).report,
            InsideBodies(cues).told,
            self._claims.claim,
            self._claims.complained,
            self._claims.held,
            self._impersonal.as_established,
            self._impersonal.as_noted,
            self._impersonal.it_is_said,
            self._first_to_tell,
            self._so_says,
            self._believed,
            self._impersonal.told_by,
            tallies.stands,
            tallies.by_agent,
            tallies.certain,
            tallies.learnt,
            tallies.study,
            AsTheyTellIt(cues, roles).told,
            DocumentsShow(cues).told,
            OpenedBy(cues, roles).told,
            SpokenDeeds(cues, roles).told,
            FiguresAhead(cues, roles).told,
        )
        self._prepositions, self._citings = _by_first(cues.prepositions), _by_first(cues.citing)
        opening = {"first", "if", "it", "in", "by", "at", ":", "as", "so", "told", "informed"} | {
            phrase[0] for phrase in (*cues.prepositions, *cues.citing)
        }
        self._triggers = (
            opening | QUOTED | cues.words["hearsay_passives"] | cues.words["claims"] | HOLD | GOT | TURNED_TO
        )
        self._triggers |= COMPLAINTS | tallies.triggers | SHOWING | SpokenDeeds.triggers | FiguresAhead.triggers

    def reports(self, scene: Scene) -> Iterator[Report]:
        """Every reported-speech relation that a phrase of the sentence makes."""
        for i in range(scene.first, scene.stop):
            word = scene.tokens[i].lower
            if word not in self._triggers:
                continue
            for rule in self._rules:
                report = rule(scene, i, word)
                if report is not None:
                    yield report
                    break
        yield from self._turns.signatures(scene)

    def _according(self, scene: Scene, i: int, word: str) -> Report | None:
        phrase = next((p for p in self._prepositions.get(word, ()) if stands_at(scene, i, p)), None)
        if phrase is None or (len(phrase) == 1 and i != scene.first and scene.lower(i - 1) not in (",", "(")):
            return None
        lo, hi = scene.bounds(i)
        begin = i + len(phrase) + (scene.lower(i + len(phrase)) == "what")  # "according to what survivors said"
        giver = self._giver(scene, begin, hi)
        source = giver or phrase_from(scene, begin, hi)
        if source is None or self._no_source(scene, source):
            return None
        last = past_apposition(scene, source.last + 1, hi)
        if giver is not None:
            last = next((n for n in range(last, hi) if scene.tokens[n].text in (",", ".", ";")), hi)
        spans = around(scene, i, last, lo, hi) or _colon_of_list(scene, last)
        if not spans:
            return None
        cue = (scene.tokens[i].start, scene.tokens[begin - 1].end)
        rumour = self._of_nobody(scene, source)
        if rumour is not None:
            said = Report(cue, CueKind.REPORT, None, spans, scene.sentence.i, RUMOUR, flag="hearsay", trigger=i)
            return said if rumour else None
        return Report(
            cue,
            CueKind.REPORT,
            source,
            spans,
            scene.sentence.i,
            "“according to X”",
            in_quote=scene.in_quote(i),
            trigger=i,
        )

    def _giver(self, scene: Scene, begin: int, hi: int) -> Phrase | None:
        """Who gave the figures, where no "that" tells it: "according to | figures ICE gave to the paper"."""
        giver = phrase_from(scene, begin + 1, hi) if scene.lower(begin) in self.cues.words["given_nouns"] else None
        given = giver is not None and scene.lower(giver.last + 1) in self.cues.words["giving"]
        return giver if given and giver is not None and giver.first == begin + 1 else None

    def _in_words(self, scene: Scene, i: int, word: str) -> Report | None:
        """“In her words, S”, “in the lawyer's view, S”."""
        if word not in ("in", "by"):
            return None
        lo, hi = scene.bounds(i)
        noun = next((n for n in range(i + 2, min(hi, i + 7)) if scene.lower(n) in self.cues.words["own_words"]), None)
        source = owner(scene, noun, i + 1) if noun is not None else None
        if source is None and word == "by" and noun is not None and scene.lower(i - 1) == ",":
            source = self._by_figures(scene, i, noun)  # ", by police figures, "
        if source is None or noun is None or source.first != i + 1:
            return None
        spans = around(scene, i, noun + 1, self._of_whom(scene, i, lo) if word == "by" else lo, hi)
        cue = (scene.tokens[noun].start, scene.tokens[noun].end)
        rule = f"“in X's {scene.lower(noun)}”"
        return Report(cue, CueKind.REPORT, source, spans, scene.sentence.i, rule, trigger=noun) if spans else None

    def _of_whom(self, scene: Scene, i: int, lo: int) -> int:
        """Where the clause begins that ends before token `i`: "on farms, | half of whom have no papers, by X"."""
        commas = (n for n in range(i - 2, lo, -1) if scene.lower(n) == ",")
        comma = next(commas, None)
        near = range(comma + 1, min(comma + 6, i)) if comma is not None else ()
        return comma + 1 if comma is not None and any(scene.lower(n) in ("whom", "which") for n in near) else lo

    def _by_figures(self, scene: Scene, i: int, noun: int) -> Phrase | None:
        """The phrase "police figures" or "union estimates" behind "by", when it is a body's."""
        whole = phrase_from(scene, i + 1, scene.stop)
        if scene.tokens[noun].pos == "VERB" and scene.lower(noun + 1) in (",", ".", ""):
            whole = Phrase(i + 1, noun, noun)  # "by government estimates", which was taken for a verb
        if whole is None or whole.head != noun or noun != i + 2:
            return None
        body = scene.tokens[i + 1]
        return whole if body.pos == "PROPN" or body.lower in self.roles.collective else None

    def _no_source(self, scene: Scene, source: Phrase) -> bool:
        head = scene.tokens[source.head]
        if head.pos == "PROPN" or (source.last > source.first and head.lower in self.roles.human):
            return False
        return head.lower in self.cues.words["not_sources"] or head.text[:1].isdigit()

    def _of_nobody(self, scene: Scene, source: Phrase) -> bool | None:
        """True of "some reports", a rumour; False of "preliminary data", which whoever speaks has; None of others."""
        words = self.cues.words
        if source.last != source.head or scene.lower(source.head) not in words["nobodys_data"]:
            return None
        told = {scene.lower(n) for n in range(source.first, source.head)} - {"the", "most", "a"}
        if not told or not told <= words["of_rumours"] | words["so_far"]:
            return None
        return bool(told & words["of_rumours"])

    def _citing(self, scene: Scene, i: int, word: str) -> Report | None:
        """“S, TASS reported, citing X”: X said S; whoever reports it relays."""
        phrase = next((p for p in self._citings.get(word, ()) if stands_at(scene, i, p)), None)
        if phrase is None:
            return None
        lo, hi = scene.bounds(i)
        source = phrase_from(scene, i + len(phrase), hi)
        if source is not None and i == scene.first and scene.lower(source.last + 1) != ",":
            return None
        own = source is not None and scene.lower(source.first) in ("its", "their")
        if own and source is not None and scene.lower(source.head) in _OWN_SOURCES:
            return None  # "with reference to its own sources": the outlet stands for them
        if source is not None and scene.lower(source.first) == "no":
            return None  # "Citing no sources"
        if source is not None and scene.lower(source.head) in _SHOWN:
            return None  # "…, the website reported, citing video footage": who watched it tells
        if source is None or reports_words(scene, source.last + 2) or not speaks(scene, source, self.cues, self.roles):
            return None
        spans = around(scene, i, source.last + 1, lo, hi)
        relays = None
        if scene.lower(i - 1) == "," and not scene.finite(lo, i):  # "X, citing Y, put the number at 107"
            relays = adjacent(scene, i - 1, lo)
            after = content.trim(scene, source.last + 1, hi)
            spans = (after,) if relays is not None and after is not None else spans
        cue = (scene.tokens[i].start, scene.tokens[i + len(phrase) - 1].end)
        return (
            Report(cue, CueKind.REPORT, source, spans, scene.sentence.i, "“citing X”", relays=relays, trigger=i)
            if spans
            else None
        )

    def _first_to_tell(self, scene: Scene, i: int, word: str) -> Report | None:
        """“X was the first to report it”, “X first told of the raid”: X tells what stands before."""
        if word != "first" or scene.lower(i + 1) != "to" or scene.lower(i + 2) not in _TELLING or scene.in_quote(i):
            return None
        be = next((n for n in (i - 1, i - 2) if scene.lower(n) in ("was", "were", "is")), None)
        lo, _ = scene.bounds(i)
        source = adjacent(scene, be, lo) if be is not None else None
        if source is None or not speaks(scene, source, self.cues, self.roles):
            return None
        cue = (scene.tokens[i].start, scene.tokens[i + 2].end)
        rule = f"“first to {scene.lower(i + 2)} it”"
        return Report(cue, CueKind.REPORT, source, (cue,), scene.sentence.i, rule, trigger=i)

    def _believed(self, scene: Scene, i: int, word: str) -> Report | None:
        """“S, if X is to be believed”."""
        if word != "if":
            return None
        lo, hi = scene.bounds(i)
        source = phrase_from(scene, i + 1, hi)
        after = source.last + 1 if source is not None else hi
        if source is None or scene.lower(after) not in ("is", "are") or not stands_at(scene, after + 1, _BELIEVED):
            return None
        spans = around(scene, i, after + 1 + len(_BELIEVED), lo, hi)
        cue = (scene.tokens[i].start, scene.tokens[after + len(_BELIEVED)].end)
        rule = "“if X is to be believed”"
        return Report(cue, CueKind.REPORT, source, spans, scene.sentence.i, rule, trigger=i) if spans else None

    def _so_says(self, scene: Scene, i: int, word: str) -> Report | None:
        """“So says X” after a sentence: X says that sentence."""
        if word != "so" or i != scene.first or scene.lower(i + 1) not in ("says", "said", "say"):
            return None
        source = phrase_from(scene, i + 2, scene.stop)
        if source is None or scene.sentence.i == 0:
            return None
        before = scene.annotated.sentences[scene.sentence.i - 1]
        cue = (scene.tokens[i + 1].start, scene.tokens[i + 1].end)
        span = ((before.start, before.end),)
        return Report(cue, CueKind.REPORT, source, span, scene.sentence.i, "“So says X”", trigger=i + 1)


def _colon_of_list(scene: Scene, i: int) -> tuple[Span, ...]:
    """The colon that ends "According to X:", for what is said stands in the lines below."""
    ends = i == scene.stop - 1 and scene.lower(i) == ":"
    return ((scene.tokens[i].start, scene.tokens[i].end),) if ends else ()
