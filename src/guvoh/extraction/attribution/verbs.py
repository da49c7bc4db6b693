"""Reporting verbs: which verbs of a sentence report speech, of whom, and what they report."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.addressees import ADDRESSED, Addressees
from guvoh.extraction.attribution.figures_told import number_at
from guvoh.extraction.attribution.lexicon import (
    CHAIN_KINDS,
    CueKind,
    Cues,
    Frame,
    Organisations,
    Roles,
    Sense,
    saying_words,
)
from guvoh.extraction.attribution.names import Names
from guvoh.extraction.attribution.no_speech import claims_deed, decides, of_a_state, tells_nothing
from guvoh.extraction.attribution.objects_of_verbs import ObjectRules
from guvoh.extraction.attribution.particles import particle_end
from guvoh.extraction.attribution.phrases_beside import antecedent, before_link, behind_relative
from guvoh.extraction.attribution.scene import TIME_WORDS, Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import cluster_start, passive, source_of
from guvoh.extraction.attribution.speakers_of_verbs import SpeakersOfVerbs
from guvoh.extraction.attribution.told_there import ToldThere
from guvoh.extraction.attribution.verb_content import told
from guvoh.extraction.attribution.verb_forms import joined_source, verbal
from guvoh.extraction.attribution.verb_readings import (
    asks,
    behind_clause,
    by_nobody,
    closes_sentence,
    conditional,
    only_verb,
    participle,
    to_do,
    untold,
)
from guvoh.extraction.attribution.verb_sites import QUOTING_KINDS, Site

_NEVER_INVERTED = saying_words()["never_inverted"]
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve", "'d", "’d", "'s", "’s"})
_THAT = frozenset({"that"})
_NO_SPEAKERS = saying_words()["no_speakers"]

_DIPLOMATS = saying_words()["recalled"]
_THOUGHTS = saying_words()["thoughts"]
_JUDGES = frozenset({"hold", "rule"})
_SEEN = frozenset({"see", "sees", "saw", "seen", "hear", "get"})
_NOT_MADE = frozenset({"on", "in", "by", "at", "this", "last", ".", ",", "to", "that", ""})
_NOBODY = frozenset({"nobody", "none", "anyone", "anybody"})


class VerbRules:
    """The verb rules over one vocabulary."""

    def __init__(
        self, cues: Cues, roles: Roles, bodies: Organisations, names: Names, countries: frozenset[str] = frozenset()
    ) -> None:
        self.countries = countries
        self.cues = cues
        self.roles = roles
        self.addressees = Addressees(cues, roles, names)
        self.speakers = SpeakersOfVerbs(cues, roles, bodies, names)
        self.held = {held.last: held for held in names.holders.values()}
        self.objects = ObjectRules(cues, roles)
        self.there = ToldThere(cues, roles)
        self.that = cues.words["complementisers"]

    def reports(self, scene: Scene) -> Iterator[Report]:
        """Every reported-speech relation that a verb of the sentence makes."""
        candidates = [
            t.i
            for t in scene.tokens[scene.first : scene.stop]
            if t.lower in self.cues.senses and verbal(scene, t, self.cues.words["never_nouns"])
        ]
        found: list[Report] = []
        for v in candidates:
            for sense in self.cues.senses[scene.lower(v)]:
                report = self._report(scene, v, sense, candidates, found)
                if report is not None:
                    found.append(report)
                    break
        yield from found

    def _holder(self, scene: Scene, v: int, lo: int) -> tuple[Phrase, bool] | None:
        """Whoever is named behind a long office right before the verb, however the parse took the office apart."""
        held = self.held.get(before_link(scene, cluster_start(scene, v, lo) - 1, lo))
        if held is None:
            return None
        first = held.first - (held.first > lo and scene.tokens[held.first - 1].pos == "DET")
        return Phrase(first, held.last, held.last), False

    def _report(
        self, scene: Scene, v: int, sense: Sense, candidates: list[int], earlier: list[Report]
    ) -> Report | None:
        gap = particle_end(scene, v, sense)
        if gap is None or self._idle(scene, v, sense) or passive(scene, v):
            return None
        lo, hi = scene.bounds(v)
        source, inverted = self._source(scene, v, sense, earlier)
        if source is None:
            return None
        addressee = self.addressees.told(scene, v, sense, hi)
        after = content.after_cluster(scene, v, gap, hi, (addressee, source if inverted else None))
        begin = content.right_start(scene, v, after, hi, _THAT if inverted else self.that)
        if scene.lower(after) in TIME_WORDS and scene.lower(after + 1) in ("", ".", ","):
            begin = None if begin == after else begin  # "the office said Friday."
        site = Site(v, lo, hi, cluster_start(scene, v, lo), source, inverted, after, begin, sense)
        active = [(w, self._may_speak(scene, w)) for w in candidates if w == v or not passive(scene, w)]
        spans, rule = told(scene, site, active, self.that)
        if not spans:
            return None
        if scene.lower(v + gap) == "about" and number_at(scene, v + gap + 1):
            spans = ((scene.tokens[v + gap].start, spans[0][1]), *spans[1:])  # "wrote about 45 people" may be some 45
        cue, quoted = (scene.tokens[v].start, scene.tokens[v + gap].end), scene.in_quote(v)
        ordered = sense.base in ADDRESSED and to_do(scene, after) and addressee is not None
        kind = self._kind(scene, site, earlier, ordered=ordered)
        return Report(
            cue, kind, source, spans, scene.sentence.i, rule, sense.flag, addressee, in_quote=quoted, trigger=v
        )

    def _source(self, scene: Scene, v: int, sense: Sense, earlier: list[Report]) -> tuple[Phrase | None, bool]:
        """Who says it by the verb at `v`, None for nobody, and whether they stand behind it."""
        lo, hi = scene.bounds(v)
        counted = sense.frame is Frame.OBJECT and number_at(scene, v + 1)  # ", a group, counted 640"
        quoting = sense.kind in QUOTING_KINDS and sense.base not in _NEVER_INVERTED and not counted
        source, inverted = self._holder(scene, v, lo) or source_of(scene, v, lo, hi, quoting=quoting)
        framed = sense.frame in (Frame.OBJECT, Frame.INFINITIVE)
        if inverted and source is not None and framed and not self.speakers.person_or_name(scene, source):
            source, inverted = source_of(scene, v, lo, hi, quoting=False)
        source = joined_source(scene, v, lo, earlier) or source
        if source is None or not self.speakers.speaks(scene, source, sense) or self._unreal(scene, v, sense, source):
            return None, False
        return (None, False) if decides(scene, source, sense) or by_nobody(scene, source) else (source, inverted)

    def _kind(self, scene: Scene, site: Site, earlier: list[Report], *, ordered: bool) -> CueKind:
        """What the cue does with its content; `ordered` tells that somebody is told to do it."""
        sense, source = site.sense, site.source
        done = sense.base == "claim" and claims_deed(scene, site.after)
        done = done or (sense.base == "register" and self.speakers.one_person(scene, source))
        if done or of_a_state(scene, source, sense, self.countries):
            return CueKind.ATTITUDE
        if ordered or asks(scene, site.v):
            return CueKind.DIRECTIVE
        if sense.kind in CHAIN_KINDS and untold(scene, site.v, earlier):
            return CueKind.ATTITUDE
        thought = sense.kind is CueKind.OPINION and sense.base in _THOUGHTS and scene.tokens[site.v].tag == "VBD"
        # "he thought he had won" is told of him, not by him
        return CueKind.ATTITUDE if thought and site.begin is not None else sense.kind

    def _may_speak(self, scene: Scene, w: int) -> bool:
        """Whether a verb has a use by which somebody speaks, its particle behind it: "took down", not "took away"."""
        senses = self.cues.senses[scene.lower(w)]
        return any(s.kind in CHAIN_KINDS and particle_end(scene, w, s) is not None for s in senses)

    def _unreal(self, scene: Scene, v: int, sense: Sense, source: Phrase) -> bool:
        """Whether nothing is told: an infinitive of wish or thought, a reduced relative, "I think" in a quotation."""
        t = scene.tokens[v]
        if conditional(scene, v, source):
            return True  # "if police ask for it"
        if sense.base in _JUDGES and any(n.pos == "NUM" for n in scene.tokens[source.first : source.last + 1]):
            return True  # "out of the 300 people held when"
        group = {scene.lower(i) for i in range(cluster_start(scene, v, scene.first), v)}
        headline = (
            t.head == source.head == scene.annotated.head(scene.tokens[source.head]).i and source.first == scene.first
        )
        told = closes_sentence(scene, v, source) or only_verb(scene, v) or behind_clause(scene, v)
        reduced = t.relation == "acl" and not headline and not told
        if t.tag == "VBN" and scene.lower(v - 1) in _SEEN and scene.lower(v + 1) != "that":
            return True  # "hope to see it remembered", "wanted to see respected"
        if t.tag == "VBN" and scene.lower(v - 1) == "those":
            return True  # "a fraction of those pledged"
        if t.tag == "VBN" and not group & _HAVE and (reduced or scene.lower(source.head) in ("those", "that", "who")):
            return True
        if (
            scene.lower(source.head) in (_NO_SPEAKERS if scene.in_quote(v) else _NOBODY)
            or scene.lower(source.first) == "no"
        ):
            return True
        heading = scene.lower(source.first - 1) == "as"  # "As Current Stories wrote in March, 52 people"
        if scene.lower(source.head) in self.cues.words["documents"] and participle(scene, v) and not heading:
            return True
        ahead = antecedent(scene, source) if scene.lower(source.head) == "who" else None
        if ahead is not None and scene.lower(ahead.head) in _NOBODY:
            return True  # "Anyone who complained was told"
        if scene.lower(source.head) == "none" and t.tag == "VBN" and not group & _HAVE:
            return True  # "seven episodes, none of them mentioned in the report"
        bare = t.tag == "VB" and sense.kind in (CueKind.OPINION, CueKind.ATTITUDE)
        return bare and ("to" in group or behind_relative(scene, v, scene.first) is None)

    def _idle(self, scene: Scene, v: int, sense: Sense) -> bool:
        """Whether the verb says nothing: "said goodbye", "said to be", "as stated"."""
        after = scene.lower(v + 1)
        if tells_nothing(scene, v, sense):
            return True
        if sense.flag == "denial" and self.objects.refuses(scene, v):
            return True
        if sense.base == "make" and sense.frame is Frame.OBJECT and scene.lower(v + 2) in _NOT_MADE:
            return True  # "in a report, made public on Tuesday"
        if sense.base == "know" and after == "to" and scene.lower(v - 1) in ("became", "become"):
            return True  # "it became known to X": X tells it
        if sense.base in ("learn", "hear") and (after == "from" or self.there.office(scene, v) is not None):
            return True  # whoever it was learnt from says it
        if sense.base in ("dismiss", "reject") and self.objects.of_people(scene, v + 1):
            return True
        if sense.base == "call" and not sense.particle and self.objects.summons(scene, v):
            return True
        if sense.base == "charge" and self.objects.prosecutes(scene, v + 1):
            return True
        if sense.base in ("consider", "view", "regard") and self.objects.matter(scene, v + 1):
            return True
        if sense.base == "recall" and any(scene.lower(i) in _DIPLOMATS for i in range(v + 1, v + 4)):
            return True
        if sense.base in ("say", "tell", "speak") and after in self.cues.words["empty_objects"]:
            return scene.token(v + 2) is None or scene.tokens[v + 2].pos in ("PUNCT", "ADP", "CCONJ", "ADV")
        return (
            sense.base in ("say", "report", "believe", "think", "find")
            and after == "to"
            and scene.lower(v + 2) in ("be", "have")
        )
