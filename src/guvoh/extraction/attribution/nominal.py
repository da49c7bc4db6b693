"""Cues that are no verb of speaking: according to, citing, quoted as saying, in a statement, passives, claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.lexicon import CueKind, Cues, Roles
from guvoh.extraction.attribution.scene import DASHES, MARKS, Phrase, Report, Scene, finite, nominal
from guvoh.extraction.attribution.sources_of_verbs import adjacent, passive, phrase_from
from guvoh.model import Span

_QUOTED = frozenset({"quoted", "quotes", "quoting", "quote", "cited", "cites", "citing"})
_BE = frozenset({"is", "are", "was", "were", "been", "be", "being"})


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
        )
        opening = {"in", "by", ":"} | {phrase[0] for phrase in (*cues.prepositions, *cues.citing)}
        self._triggers = opening | _QUOTED | cues.words["hearsay_passives"] | cues.words["claims"]

    def reports(self, scene: Scene) -> Iterator[Report]:
        """Every reported-speech relation that a phrase of the sentence makes."""
        for i in range(scene.first, scene.stop):
            word = scene.tokens[i].text.lower()
            if word not in self._triggers:
                continue
            for rule in (
                self._colon,
                self._according,
                self._in_words,
                self._quoted,
                self._citing,
                self._passive,
                self._claim,
            ):
                report = rule(scene, i, word)
                if report is not None:
                    yield report
                    break
        yield from self._dash_signature(scene)

    def _according(self, scene: Scene, i: int, word: str) -> Report | None:
        phrase = next((p for p in self.cues.prepositions if word == p[0] and _at(scene, i, p)), None)
        if phrase is None or (len(phrase) == 1 and i != scene.first and scene.lower(i - 1) not in (",", "(")):
            return None
        lo, hi = scene.bounds(i)
        begin = i + len(phrase)
        source = phrase_from(scene, begin, hi)
        if source is None or self._no_source(scene, source):
            return None
        last = _past_apposition(scene, source.last + 1, hi)
        spans = _around(scene, i, last, lo, hi)
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
        if (
            source is None
            or span is None
            or not (self._speaks(scene, source) or scene.tokens[source.head].pos == "PRON")
        ):
            return None
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, "“X: …”", trigger=i)

    def _turn(self, scene: Scene, colon: int) -> Phrase | None:
        """The speaker of a turn: up to four words in capitals at the head of the sentence."""
        words = [t for t in scene.tokens[scene.first : colon] if t.text not in MARKS]
        if not 0 < len(words) <= 4 or not all(t.text.isupper() and len(t.text) > 1 for t in words):
            return None
        return Phrase(words[0].i, words[-1].i, words[-1].i)

    def _in_words(self, scene: Scene, i: int, word: str) -> Report | None:
        """“In her words, S”, “in the lawyer's view, S”."""
        if word not in ("in", "by"):
            return None
        lo, hi = scene.bounds(i)
        noun = next((n for n in range(i + 2, min(hi, i + 7)) if scene.lower(n) in self.cues.words["own_words"]), None)
        source = _owner(scene, noun, i + 1) if noun is not None else None
        if source is None or noun is None or source.first != i + 1:
            return None
        spans = _around(scene, i, noun + 1, lo, hi)
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
            (n for n in range(i + 1, min(hi, i + 30)) if scene.lower(n) == "as" and _saying(scene, n + 1)), None
        )
        if saying is None:
            return None
        if passive(scene, i):
            source, relays = adjacent(scene, _skip_back(scene, i) + 1, lo), _agent(scene, i + 1, saying)
        else:
            source, relays = phrase_from(scene, i + 1, saying), _phrase_before(scene, i, lo)
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
        phrase = next((p for p in self.cues.citing if word == p[0] and _at(scene, i, p)), None)
        if phrase is None or i == scene.first:
            return None
        lo, hi = scene.bounds(i)
        source = phrase_from(scene, i + len(phrase), hi)
        if source is None or _saying(scene, source.last + 2) or not self._speaks(scene, source):
            return None
        spans = _around(scene, i, source.last + 1, lo, hi)
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
        if head.pos == "PROPN":
            return True
        known = self.roles.human | self.roles.collective | self.cues.words["documents"]
        return head.lower in known or head.lower.removesuffix("s") in known

    def _passive(self, scene: Scene, i: int, word: str) -> Report | None:
        """“it is reported that S”, “were reported to have S”: hearsay, with the agent when one is named."""
        if word not in self.cues.words["hearsay_passives"] or not passive(scene, i):
            return None
        lo, hi = scene.bounds(i)
        after = scene.lower(i + 1)
        agent = _agent(scene, i + 1, min(hi, i + 8)) if after == "by" else None
        expletive = scene.lower(_skip_back(scene, i)) == "it"
        if not (
            after == "to"
            or (after == "that" and expletive)
            or agent is not None
            or (word == "reported" and not _quoting(scene, i))
        ):
            return None
        spans = content.trim(scene, i + 2, hi) if after == "that" else content.trim(scene, lo, hi)
        if spans is None:
            return None
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        return Report(
            cue, CueKind.REPORT, agent, (spans,), scene.sentence.i, f"“is {word}”: hearsay", flag="hearsay", trigger=i
        )

    def _claim(self, scene: Scene, i: int, word: str) -> Report | None:
        """“X's claim that S”, “allegations by X that S”."""
        if word not in self.cues.words["claims"] or scene.tokens[i].pos != "NOUN":
            return None
        lo, hi = scene.bounds(i)
        source = _owner(scene, i, lo) or (
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
                and scene.lower(i + 1) in self.cues.words["documents"] | self.cues.words["claims"]
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


def _at(scene: Scene, i: int, words: Sequence[str]) -> bool:
    return all(scene.lower(i + n) == w for n, w in enumerate(words))


def _saying(scene: Scene, i: int) -> bool:
    return scene.lower(i) in ("saying", "telling", "writing", "stating", "claiming", "arguing", "reporting", "warning")


def _quoting(scene: Scene, i: int) -> bool:
    return scene.lower(i + 1) in ("as", "by")


def _skip_back(scene: Scene, i: int) -> int:
    n = i - 1
    while n > scene.first and (scene.tokens[n].pos in ("AUX", "ADV", "PART") or scene.lower(n) in _BE):
        n -= 1
    return n


def _phrase_before(scene: Scene, i: int, lo: int) -> Phrase | None:
    n = _skip_back(scene, i)
    if n < lo or not nominal(scene.tokens[n]):
        return None
    return scene.phrase(n, lo, i)


def _agent(scene: Scene, begin: int, hi: int) -> Phrase | None:
    by = next((n for n in range(begin, hi) if scene.lower(n) == "by"), None)
    return None if by is None else phrase_from(scene, by + 1, scene.stop)


def _owner(scene: Scene, i: int, lo: int) -> Phrase | None:
    """The genitive before the noun: "X's claim", "his claim"."""
    n = i - 1
    while n > lo and scene.tokens[n].pos in ("ADJ", "NOUN") and scene.tokens[n].tag != "PRP$":
        n -= 1
    if n < lo:
        return None
    if scene.tokens[n].tag == "PRP$":
        return Phrase(n, n, n)
    if scene.tokens[n].text in ("'s", "’s", "'", "’") and n - 1 >= lo and nominal(scene.tokens[n - 1]):
        return scene.phrase(n - 1, lo, n)
    return None


def _past_apposition(scene: Scene, i: int, hi: int) -> int:
    """The token after the apposition that follows a source ("…, a history professor at the university, …")."""
    while i < hi and scene.tokens[i].text in ("*", ")"):
        i += 1
    if (
        i < hi
        and scene.tokens[i].text == ","
        and scene.lower(i + 1) in ("a", "an", "the", "who", "which", "whose", "head", "director", "chair")
    ):
        n = i + 2
        while n < hi and scene.tokens[n].text not in (",", ".", ";", "—", "–"):
            n += 1
        relative = scene.lower(i + 1) in ("who", "which", "whose")
        told = any(t.pos == "VERB" and t.tag != "VBG" and t.relation != "acl" for t in scene.tokens[i + 1 : n])
        return n if relative or not told else i
    return i


def _around(scene: Scene, first: int, last: int, lo: int, hi: int) -> tuple[Span, ...]:
    """What stands before and after the parenthesis `first..last-1`: the clause it belongs to."""
    before = _left_clause(scene, first, lo)
    spans = [content.trim(scene, before, first)] if first - before > 1 else []
    opens = not spans or spans == [None]
    if opens or _goes_on(scene, last, hi):
        spans.append(content.trim(scene, last, hi))
    return content.merge([s for s in spans if s is not None])


def _left_clause(scene: Scene, first: int, lo: int) -> int:
    """Where the clause before a parenthesis begins: after a semicolon, "but", "while", or a "that" right before it."""
    for i in range(first - 1, lo, -1):
        word = scene.lower(i)
        joint = word in ("but", "while") and scene.finite(i + 1, first)
        if word == ";" or (scene.finite(lo, i) and (joint or (word == "that" and first - i <= 2))):
            return i + 1
    return lo


def _goes_on(scene: Scene, last: int, hi: int) -> bool:
    """Whether the content goes on after the parenthesis: a verb phrase or "with", not a clause of its own."""
    if last >= hi - 1 or scene.tokens[last].text not in (",", "—", "–"):
        return False
    t = scene.tokens[last + 1]
    return (
        finite(t)
        or t.pos == "AUX"
        or t.lower in ("with", "including", "who", "which", "because", "as", "that")
        or t.tag == "VBG"
    )
