"""Reporting verbs: which verbs of a sentence report speech, of whom, and what they report."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.bodies import SITE
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
    singular,
)
from guvoh.extraction.attribution.names import Names
from guvoh.extraction.attribution.no_speech import claims_deed, decides, of_a_state, tells_nothing
from guvoh.extraction.attribution.objects_of_verbs import ObjectRules
from guvoh.extraction.attribution.particles import particle_end
from guvoh.extraction.attribution.phrases_beside import antecedent, behind_relative
from guvoh.extraction.attribution.scene import TIME_WORDS, Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import cluster_start, passive, phrase_from, source_of
from guvoh.extraction.attribution.verb_content import told
from guvoh.extraction.attribution.verb_forms import joined_source, verbal
from guvoh.extraction.attribution.verb_readings import (
    asks,
    behind_clause,
    by_nobody,
    closes_sentence,
    only_verb,
    opens_quote,
    participle,
    to_do,
    untold,
)
from guvoh.extraction.attribution.verb_sites import QUOTING_KINDS, Site
from guvoh.model import SourceKind

_ADDRESSED = saying_words()["addressed"]
_NEVER_INVERTED = saying_words()["never_inverted"]
_QUANTIFIERS = saying_words()["quantifiers"]
_PEOPLE = ("ers", "ists", "ians", "ors", "ants", "ees", "men", "women", "ist", "ian", "ee")
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve", "'d", "’d", "'s", "’s"})
_THAT = frozenset({"that"})
_NO_SPEAKERS = saying_words()["no_speakers"]

_DIPLOMATS = saying_words()["recalled"]
_THOUGHTS = saying_words()["thoughts"]
_NOBODY = frozenset({"nobody", "none", "anyone", "anybody"})


class VerbRules:
    """The verb rules over one vocabulary."""

    def __init__(
        self, cues: Cues, roles: Roles, bodies: Organisations, names: Names, countries: frozenset[str] = frozenset()
    ) -> None:
        self.countries = countries
        self.cues = cues
        self.roles = roles
        self.names = names
        self.held = {held.last: held for held in names.holders.values()}
        self.objects = ObjectRules(cues, roles)
        self.speakers = roles.human | roles.collective | roles.media | cues.words["documents"] | frozenset(bodies.heads)
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
        held = self.held.get(cluster_start(scene, v, lo) - 1)
        return (Phrase(held.first, held.last, held.last), False) if held is not None else None

    def _report(
        self, scene: Scene, v: int, sense: Sense, candidates: list[int], earlier: list[Report]
    ) -> Report | None:
        gap = particle_end(scene, v, sense)
        if gap is None or self._idle(scene, v, sense) or passive(scene, v):
            return None
        lo, hi = scene.bounds(v)
        quoting = sense.kind in QUOTING_KINDS and sense.base not in _NEVER_INVERTED
        counted = sense.frame is Frame.OBJECT and number_at(scene, v + 1)
        quoting = quoting and not counted  # ", a group named COFA, counted 640 children"
        source, inverted = self._holder(scene, v, lo) or source_of(scene, v, lo, hi, quoting=quoting)
        framed = sense.frame in (Frame.OBJECT, Frame.INFINITIVE)
        if inverted and source is not None and framed and not self._person_or_name(scene, source):
            source, inverted = source_of(scene, v, lo, hi, quoting=False)
        source = joined_source(scene, v, lo, earlier) or source
        if source is None or not self._speaks(scene, source, sense) or self._unreal(scene, v, sense, source):
            return None
        if decides(scene, source, sense) or by_nobody(scene, source):
            return None
        addressee = self._with_kind(scene, self._addressee(scene, v, sense, hi))
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
        cue = (scene.tokens[v].start, scene.tokens[v + gap].end)
        ordered = sense.base in _ADDRESSED and to_do(scene, after) and addressee is not None
        kind = CueKind.DIRECTIVE if ordered or asks(scene, v) else sense.kind
        if kind in CHAIN_KINDS and untold(scene, v, earlier):
            kind = CueKind.ATTITUDE
        if kind is CueKind.OPINION and sense.base in _THOUGHTS and scene.tokens[v].tag == "VBD" and begin is not None:
            kind = CueKind.ATTITUDE  # "he thought he had won" is told of him, not by him
        kind = CueKind.ATTITUDE if sense.base == "claim" and claims_deed(scene, after) else kind
        kind = CueKind.ATTITUDE if sense.base == "register" and self._one_person(scene, source) else kind
        kind = CueKind.ATTITUDE if of_a_state(scene, source, sense, self.countries) else kind
        quoted = scene.in_quote(v)
        return Report(
            cue, kind, source, spans, scene.sentence.i, rule, sense.flag, addressee, in_quote=quoted, trigger=v
        )

    def _may_speak(self, scene: Scene, w: int) -> bool:
        """Whether a verb has a use by which somebody speaks, its particle behind it: "took down", not "took away"."""
        senses = self.cues.senses[scene.lower(w)]
        return any(s.kind in CHAIN_KINDS and particle_end(scene, w, s) is not None for s in senses)

    def _unreal(self, scene: Scene, v: int, sense: Sense, source: Phrase) -> bool:
        """Whether nothing is told: an infinitive of wish or thought, a reduced relative, "I think" in a quotation."""
        t = scene.tokens[v]
        group = {scene.lower(i) for i in range(cluster_start(scene, v, scene.first), v)}
        headline = (
            t.head == source.head == scene.annotated.head(scene.tokens[source.head]).i and source.first == scene.first
        )
        told = closes_sentence(scene, v, source) or only_verb(scene, v) or behind_clause(scene, v)
        reduced = t.relation == "acl" and not headline and not told
        if t.tag == "VBN" and scene.lower(v - 1) == "those":
            return True  # "a fraction of those pledged"
        if t.tag == "VBN" and not group & _HAVE and (reduced or scene.lower(source.head) in ("those", "that", "who")):
            return True
        if (
            scene.lower(source.head) in (_NO_SPEAKERS if scene.in_quote(v) else _NOBODY)
            or scene.lower(source.first) == "no"
        ):
            return True
        if scene.lower(source.head) in self.cues.words["documents"] and participle(scene, v):
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
        if sense.base == "know" and after == "to" and scene.lower(v - 1) in ("became", "become"):
            return True  # "it became known to X": X tells it
        if sense.base in ("learn", "hear") and after == "from":
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
            sense.base in ("say", "report", "believe", "think")
            and after == "to"
            and scene.lower(v + 2) in ("be", "have")
        )

    def _speaks(self, scene: Scene, source: Phrase, sense: Sense) -> bool:
        """Whether the phrase can be a speaker; `known` senses ask for a name, a person, a body or a document."""
        head = scene.tokens[source.head]
        if sense.document:
            return {head.lower, singular(head.lower)} & self.cues.words["documents"] != set()
        if head.lower in ("who", "which", "that") and source.first == source.last:
            ahead = antecedent(scene, source)
            return head.lower == "who" or (ahead is not None and self.sayer(scene, ahead))
        if head.lower in ("it", "this", "what", "there", "these", "nothing", "something", "anything", "everything"):
            return head.lower == "it" and sense.base not in ("mean", "suggest", "show", "reflect", "prove")
        if head.lower in _QUANTIFIERS and scene.lower(source.head + 1) == "of":
            whole = phrase_from(scene, source.head + 2, scene.stop)
            counted = whole is not None and scene.tokens[whole.head].pos == "NUM"  # "one of the two"
            return whole is not None and (counted or self.sayer(scene, whole))
        return (
            not sense.known or head.pos == "PRON" or self.sayer(scene, source) or self._somebody(scene, source, sense)
        )

    def _somebody(self, scene: Scene, source: Phrase, sense: Sense) -> bool:
        """Whether one unknown thing that says so is a person: "A crane operator wrote that"; no document is."""
        documents = self.cues.words["documents"]
        one = scene.lower(source.first) in ("a", "an", "another") and scene.tokens[source.head].tag == "NN"
        said = (
            sense.frame is Frame.CLAUSE and sense.kind is CueKind.REPORT and scene.lower(source.head) not in documents
        )
        near = range(source.last + 1, source.last + 5)
        return one and said and any(scene.lower(i) in self.that for i in near)

    def _one_person(self, scene: Scene, source: Phrase) -> bool:
        """Whether one person without an office does it: "a local resident registered 214 foreigners in a flat"."""
        head = scene.tokens[source.head]
        return head.tag == "NN" and head.lower in self.roles.human - self.roles.official

    def _person_or_name(self, scene: Scene, source: Phrase) -> bool:
        owned = any(scene.tokens[i].tag == "POS" for i in range(source.first, source.head))
        site = owned and scene.lower(source.head) in self.cues.words["mouthpieces"]  # "reports the ministry's website"
        return self.sayer(scene, source) and (site or scene.lower(source.head) not in self.cues.words["documents"])

    def sayer(self, scene: Scene, source: Phrase) -> bool:
        """Whether a noun phrase is a name or names people, a body or a document."""
        head = scene.tokens[source.head]
        low = head.text.lower().rstrip("’'")
        single = singular(low)
        known = self.speakers
        if {low, single} & known or low.endswith(_PEOPLE) or head.pos == "PRON" or SITE.fullmatch(head.text):
            return True
        if scene.lower(source.last + 1) == "who" or self._named_behind(scene, source):
            return True
        if scene.lower(head.i - 1) == "-" and scene.tokens[head.i - 2].text[:1].isupper():
            return True  # "Volga-inform reports"
        if head.pos == "NUM" and head.i > source.first and scene.tokens[head.i - 1].pos == "PROPN":
            return True  # "Channel Perm 36 wrote of"
        return (
            head.text[:1].isupper() and (head.i != scene.first or head.pos == "PROPN" or head.text in self.names.proper)
        ) or scene.tokens[source.last].pos == "PROPN"

    def _outlet_told(self, scene: Scene, v: int, sense: Sense, hi: int) -> Phrase | None:
        """The outlet behind "to": "denied to Interfax that", "stated to the portal X that"."""
        if scene.lower(v + 1) != "to" or v + 2 >= hi or sense.particle or sense.kind not in CHAIN_KINDS:
            return None
        whom = phrase_from(scene, v + 2, hi)
        if whom is None or whom.first != v + 2:
            return None
        words = scene.tokens[whom.first : whom.last + 1]
        known = self.names.organisation_at(words[0].start, words[-1].end)
        outlet = known is not None and known[0].kind in (SourceKind.OUTLET, SourceKind.AGENCY)
        named = words[-1].pos == "PROPN" and any(t.lower in self.roles.media for t in words)
        return whom if outlet or named else None

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

    def _with_kind(self, scene: Scene, whom: Phrase | None) -> Phrase | None:
        """An outlet with the noun behind its name, whatever its tag: "told the Vestnik | daily"."""
        if whom is None or scene.tokens[whom.last].pos != "PROPN" or scene.lower(whom.last + 1) not in self.roles.media:
            return whom
        return Phrase(whom.first, whom.last + 1, whom.head)

    def _addressee(self, scene: Scene, v: int, sense: Sense, hi: int) -> Phrase | None:
        if sense.base not in _ADDRESSED or sense.particle:
            return self._outlet_told(scene, v, sense, hi)
        after = scene.token(v + 1)
        if after is not None and v + 1 < hi and SITE.fullmatch(after.text):
            return Phrase(v + 1, v + 1, v + 1)
        if after is not None and after.pos == "NUM" and sense.base == "tell":
            whom = phrase_from(scene, v + 1, hi)  # "told 41 bricklayers not to come"
            return whom if whom is not None and to_do(scene, whom.last + 1) else None
        if (
            after is None
            or v + 1 >= hi
            or (after.pos not in ("PROPN", "NOUN", "DET", "PRON", "ADJ") and after.tag != "PRP$")
        ):
            return None
        if after.lower in self.that or after.tag == "WP" or after.lower == "that":
            return None
        if after.pos == "PRON" and after.tag != "PRP$":
            return Phrase(v + 1, v + 1, v + 1)
        known = self.names.organisation_at(after.start, min(after.end + 60, scene.tokens[hi - 1].end))
        if known is not None and known[1] - after.start <= 4:
            last = next(i for i in range(v + 1, hi) if scene.tokens[i].end >= known[2])
            wide = phrase_from(scene, v + 1, hi)
            follows = scene.lower(last + 1) in ("'s", "’s") or scene.lower(last + 1) in self.roles.media
            return wide if wide is not None and wide.last > last and follows else Phrase(v + 1, last, last)
        stop = next(
            (i for i in range(v + 1, hi) if (opens_quote(scene, i) and i > v + 3) or scene.lower(i) == "that"),
            hi,
        )
        return phrase_from(scene, v + 1, stop)
