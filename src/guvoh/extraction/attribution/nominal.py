"""Cues that are no verb of speaking: according to, citing, quoted as saying, in a statement, passives, claims."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS, CueKind, Cues, Roles
from guvoh.extraction.attribution.parenthesis import (
    agent_after,
    around,
    owner,
    past_apposition,
    phrase_before,
    quotes_or_agent,
    reports_words,
    skip_back,
    stands_at,
)
from guvoh.extraction.attribution.scene import DASHES, MARKS, Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import adjacent, passive, phrase_from, source_of
from guvoh.model import Span

_AUX = frozenset({"AUX", "ADV"})
_HOLD = frozenset({"has", "have", "had", "holds", "hold", "held", "keeps", "keep", "kept"})
_QUOTED = frozenset({"quoted", "quotes", "quoting", "quote", "cited", "cites", "citing"})
TURN = "“NAME: …”, a turn of a conversation"
"""The rule of a speaker's turn; what it tells runs to the end of its paragraph."""


def _label(word: str) -> bool:
    return word.isupper() or word in ("-", ".", "’", "'")


class NominalRules:
    """The rules for cues other than active verbs, over one vocabulary."""

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self.cues = cues
        self.roles = roles
        self._rules = (
            self._colon,
            self._according,
            self._in_words,
            self._quoted,
            self._citing,
            self._passive,
            self._claim,
            self._held,
            self._as_established,
            self._so_says,
            self._told_by,
        )
        opening = {"in", "by", ":", "as", "so", "told", "informed"} | {
            phrase[0] for phrase in (*cues.prepositions, *cues.citing)
        }
        self._triggers = opening | _QUOTED | cues.words["hearsay_passives"] | cues.words["claims"] | _HOLD

    def reports(self, scene: Scene) -> Iterator[Report]:
        """Every reported-speech relation that a phrase of the sentence makes."""
        for i in range(scene.first, scene.stop):
            word = scene.tokens[i].text.lower()
            if word not in self._triggers:
                continue
            for rule in self._rules:
                report = rule(scene, i, word)
                if report is not None:
                    yield report
                    break
        yield from self._dash_signature(scene)

    def _according(self, scene: Scene, i: int, word: str) -> Report | None:
        phrase = next((p for p in self.cues.prepositions if word == p[0] and stands_at(scene, i, p)), None)
        if phrase is None or (len(phrase) == 1 and i != scene.first and scene.lower(i - 1) not in (",", "(")):
            return None
        lo, hi = scene.bounds(i)
        begin = i + len(phrase)
        source = phrase_from(scene, begin, hi)
        if source is None or self._no_source(scene, source):
            return None
        last = past_apposition(scene, source.last + 1, hi)
        spans = around(scene, i, last, lo, hi)
        if not spans:
            return None
        cue = (scene.tokens[i].start, scene.tokens[begin - 1].end)
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

    def _colon(self, scene: Scene, i: int, word: str) -> Report | None:
        """“X compared it to a camp: “…””, and the turns of an interview, “NAME: …”."""
        if word != ":" or i + 2 >= scene.stop or scene.in_quote(i):
            return None
        q = scene.quotes.at(scene.tokens[i + 1].start)
        subject = next((t for t in scene.tokens[scene.first : i] if t.relation == "nsubj"), None)
        if q is not None and q.words > 3 and subject is not None:
            source: Phrase | None = scene.phrase(subject.i, scene.first, i)
            span: Span | None = (q.start, q.end)
        else:
            source = self._turn(scene, i)
            span = content.trim(scene, i + 1, scene.stop)
        host = self._host(scene, i) if source is not None else False
        if span is not None and host:
            cue = (scene.tokens[i].start, scene.tokens[i].end)
            return Report(cue, CueKind.REPORT, None, (span,), scene.sentence.i, TURN, trigger=i)
        if (
            source is None
            or span is None
            or not (self._speaks(scene, source) or scene.tokens[source.head].pos == "PRON")
        ):
            return None
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        rule = TURN if q is None and self._turn(scene, i) is not None else "“X: …”"
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, rule, trigger=i)

    def _host(self, scene: Scene, colon: int) -> bool:
        """Whether the turn is the page's own: a presenter's or a reporter's."""
        words = [t.text for t in scene.tokens[scene.first : colon]]
        return all(w.isupper() or not w.isalpha() for w in words) and words[-1].lower() in self.cues.words["hosts"]

    def _turn(self, scene: Scene, colon: int) -> Phrase | None:
        """The speaker of a turn: up to four words in capitals at the head of the sentence, a role after a comma."""
        words = [t for t in scene.tokens[scene.first : colon] if t.text not in MARKS]
        comma = next((n for n, t in enumerate(words) if t.text == ","), len(words))
        label = words[:comma]
        if not 0 < len(label) <= 6 or not all(_label(t.text) for t in label) or not any(len(t.text) > 1 for t in label):
            return None
        return Phrase(label[0].i, label[-1].i, label[-1].i)

    def _in_words(self, scene: Scene, i: int, word: str) -> Report | None:
        """“In her words, S”, “in the lawyer's view, S”."""
        if word not in ("in", "by"):
            return None
        lo, hi = scene.bounds(i)
        noun = next((n for n in range(i + 2, min(hi, i + 7)) if scene.lower(n) in self.cues.words["own_words"]), None)
        source = owner(scene, noun, i + 1) if noun is not None else None
        if source is None or noun is None or source.first != i + 1:
            return None
        spans = around(scene, i, noun + 1, lo, hi)
        cue = (scene.tokens[noun].start, scene.tokens[noun].end)
        rule = f"“in X's {scene.lower(noun)}”"
        return Report(cue, CueKind.REPORT, source, spans, scene.sentence.i, rule, trigger=noun) if spans else None

    def _no_source(self, scene: Scene, source: Phrase) -> bool:
        head = scene.tokens[source.head]
        if head.pos == "PROPN":
            return False
        return head.lower in self.cues.words["not_sources"] or head.text[:1].isdigit()

    def _quoted(self, scene: Scene, i: int, word: str) -> Report | None:
        """“X quoted Y as saying S” and “Y was quoted as saying S”: Y says, X relays."""
        if word not in _QUOTED:
            return None
        lo, hi = scene.bounds(i)
        saying = next(
            (n for n in range(i + 1, min(hi, i + 30)) if scene.lower(n) == "as" and reports_words(scene, n + 1)), None
        )
        if saying is None:
            return None
        if passive(scene, i):
            source, relays = adjacent(scene, skip_back(scene, i) + 1, lo), agent_after(scene, i + 1, saying)
        else:
            source, relays = phrase_from(scene, i + 1, saying), phrase_before(scene, i, lo)
        if source is None:
            return None
        clause = min(p.first for p in (source, relays) if p is not None) if (relays or passive(scene, i)) else i
        after = content.trim(scene, saying + 2, hi)
        that = saying + 2 < hi and scene.lower(saying + 2) == "that"
        if that:
            after = content.trim(scene, saying + 3, hi)
        if after is None or scene.lower(saying + 2) in ("by", "in", "on"):
            after = content.left(scene, lo, min(clause, i))
        if after is None:
            return None
        cue = (scene.tokens[saying].start, scene.tokens[saying + 1].end)
        rule = "“quoted X as saying”"
        return Report(cue, CueKind.REPORT, source, (after,), scene.sentence.i, rule, relays=relays, trigger=saying + 1)

    def _citing(self, scene: Scene, i: int, word: str) -> Report | None:
        """“S, TASS reported, citing X”: X said S; whoever reports it relays."""
        phrase = next((p for p in self.cues.citing if word == p[0] and stands_at(scene, i, p)), None)
        if phrase is None or i == scene.first:
            return None
        lo, hi = scene.bounds(i)
        source = phrase_from(scene, i + len(phrase), hi)
        if source is None or reports_words(scene, source.last + 2) or not self._speaks(scene, source):
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

    def _speaks(self, scene: Scene, source: Phrase) -> bool:
        head = scene.tokens[source.head]
        if head.pos == "PROPN" or (head.text[:1].isupper() and head.i > scene.first):
            return True
        known = self.roles.human | self.roles.collective | self.cues.words["documents"]
        return head.lower in known or head.lower.removesuffix("s") in known

    def _passive(self, scene: Scene, i: int, word: str) -> Report | None:
        """“it is reported that S”, “were reported to have S”: hearsay, with the agent when one is named."""
        if word not in self.cues.words["hearsay_passives"] or not passive(scene, i):
            return None
        lo, hi = scene.bounds(i)
        after = scene.lower(i + 1)
        agent = agent_after(scene, i + 1, min(hi, i + 8)) if after == "by" else None
        expletive = scene.lower(skip_back(scene, i)) == "it"
        if not (
            after == "to"
            or (after == "that" and expletive)
            or agent is not None
            or (word == "reported" and not quotes_or_agent(scene, i))
        ):
            return None
        spans = content.trim(scene, i + 2, hi) if after == "that" else content.trim(scene, lo, hi)
        if spans is None:
            return None
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        return Report(
            cue, CueKind.REPORT, agent, (spans,), scene.sentence.i, f"“is {word}”: hearsay", flag="hearsay", trigger=i
        )

    def _as_established(self, scene: Scene, i: int, word: str) -> Report | None:
        """“As was established by the court, S”, “S, as reported by X”."""
        if word != "as":
            return None
        v = next((n for n in range(i + 1, min(scene.stop, i + 5)) if scene.lower(n) in self.cues.senses), None)
        if v is None or scene.lower(v + 1) != "by" or not all(scene.tokens[n].pos in _AUX for n in range(i + 1, v)):
            return None
        if not any(sense.kind in CHAIN_KINDS for sense in self.cues.senses[scene.lower(v)]):
            return None
        lo, hi = scene.bounds(i)
        source = phrase_from(scene, v + 2, hi)
        spans = around(scene, i, past_apposition(scene, source.last + 1, hi), lo, hi) if source is not None else ()
        if source is None or not spans:
            return None
        cue = (scene.tokens[v].start, scene.tokens[v].end)
        return Report(cue, CueKind.REPORT, source, spans, scene.sentence.i, f"“as {scene.lower(v)} by X”", trigger=v)

    def _told_by(self, scene: Scene, i: int, word: str) -> Report | None:
        """“She was told by the police that S”."""
        if word not in ("told", "informed") or scene.lower(i + 1) != "by" or not passive(scene, i):
            return None
        _, hi = scene.bounds(i)
        source = phrase_from(scene, i + 2, hi)
        if source is None or scene.lower(source.last + 1) != "that":
            return None
        span = content.trim(scene, source.last + 2, hi)
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        rule = f"“was {word} by X that”"
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, rule, trigger=i) if span else None

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

    def _held(self, scene: Scene, i: int, word: str) -> Report | None:
        """“X has the names of 12 men”, “X holds receipts for nine”: what X holds is what X can tell."""
        if word not in _HOLD:
            return None
        lo, hi = scene.bounds(i)
        held = next((n for n in range(i + 1, min(hi, i + 5)) if scene.lower(n) in self.cues.words["held"]), None)
        linked = held is not None and any(scene.lower(n) in ("of", "for") for n in range(held + 1, min(hi, held + 3)))
        source, _ = source_of(scene, i, lo, hi, quoting=False) if linked else (None, False)
        if (
            source is None
            or held is None
            or not (self._speaks(scene, source) or scene.tokens[source.head].pos == "PRON")
        ):
            return None
        span = content.trim(scene, i + 1, hi)
        if span is None:
            return None
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        rule = f"“X {word} {scene.lower(held)} of”"
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, rule, trigger=i)

    def _claim(self, scene: Scene, i: int, word: str) -> Report | None:
        """“X's claim that S”, “allegations by X that S”."""
        if word not in self.cues.words["claims"] or scene.tokens[i].pos != "NOUN":
            return None
        lo, hi = scene.bounds(i)
        source = owner(scene, i, lo) or (
            phrase_from(scene, i + 2, hi) if scene.lower(i + 1) in ("by", "from") else None
        )
        if source is None or not (self._speaks(scene, source) or scene.tokens[source.head].pos == "PRON"):
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

    def _complement_end(self, scene: Scene, noun: int, begin: int, hi: int) -> int:
        """Where the complement of a noun ends: with the noun's subtree, before another noun of saying."""
        inside = [t.i for t in scene.annotated.subtree(scene.tokens[noun]) if begin <= t.i < hi]
        end = max(inside, default=hi - 1) + 1
        for i in range(begin + 1, end - 1):
            if (
                scene.lower(i) in ("and", "or")
                and scene.lower(i + 1) in self.cues.words["documents"] | self.cues.words["claims"] | _HOLD
            ):
                return i
        return end

    def _dash_signature(self, scene: Scene) -> Iterator[Report]:
        """“Quotation” ― Name."""
        for i in range(scene.first + 2, scene.stop - 1):
            if scene.tokens[i].text not in DASHES or scene.tokens[i - 1].text not in MARKS:
                continue
            name = phrase_from(scene, i + 1, scene.stop)
            q = scene.quotes.at(scene.tokens[i - 1].start)
            if (
                name
                and q
                and q.words > 3
                and scene.tokens[i + 1].text[:1].isupper()
                and not scene.finite(name.last, scene.stop)
            ):
                cue = (scene.tokens[i].start, scene.tokens[i].end)
                yield Report(cue, CueKind.REPORT, name, ((q.start, q.end),), scene.sentence.i, "“…” — X", trigger=i)
