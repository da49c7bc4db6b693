"""Russian sentences that tell whose the numbers before are: «Такие данные приводит X», «Это следует из данных X»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from guvoh.extraction.attribution.lexicon import CueKind
from guvoh.extraction.attribution.windows.citing import whose_site
from guvoh.extraction.attribution.windows.content import Contents
from guvoh.extraction.attribution.windows.lexicon import name_words, words
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.readings import GEN, LOC, lemmas, readings
from guvoh.extraction.attribution.windows.scene import Scene, Told
from guvoh.extraction.attribution.windows.subjects import Subjects
from guvoh.model import Role, Span

RULE = "the numbers before, which X gave"
_NEAR = 4
_THIS = frozenset({"это", "этом"})


def data_told(scene: Scene) -> Iterator[Told]:
    """What every such sentence, or clause behind a comma or dash, reports."""
    rules = _DataTold(scene)
    for sentence in scene.annotated.sentences:
        if sentence.role is not Role.TITLE:
            yield from rules.told(sentence.first, sentence.stop)


@cache
def _given_lemmas() -> frozenset[str]:
    return frozenset[str]().union(*map(lemmas, words().sets["given_nouns"]))


class _DataTold:
    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.contents = Contents(scene)
        self.subjects = Subjects(scene)

    def told(self, first: int, stop: int) -> Iterator[Told]:
        for lo in range(first, stop):
            if not self.scene.free(lo) or self.scene.around(lo)[0] != lo:
                continue
            if self._withholds(lo):
                return
            opening = self._came_out(lo) or self._follows(lo) or self._gave(lo) if lo == first else None
            found = self._given(lo) or opening
            if found is not None:
                made = self._made(*found, lo, first)
                if made is not None:
                    yield made
                return

    def _given(self, lo: int) -> tuple[int, Phrase] | None:
        """«Такие данные приводит X», «Эти цифры привели в X», «Информация поступила от X»."""
        noun = self._noun(lo)
        if noun is None:
            return None
        hi = self.scene.around(lo)[1]
        if self.scene.low(hi) == ":":
            return None  # what follows is meant
        between = [i for i in range(noun + 1, hi) if not self._aside(i)]
        v = next((i for i in between[:_NEAR] if self._gives(i)), None)
        if v is None or any(self.scene.tokens[i].pos in ("NUM", "NOUN") for i in between if i < v):
            return None
        return self._source(v, noun + 1, hi)

    def _aside(self, i: int) -> bool:
        """Whether a word tells on what day, of what, or to whom: «Такое заявление 14 мая сделала …»."""
        dated = any(t.lemma in name_words()["calendar"] for t in self.scene.tokens[i : i + 2])
        return dated or i in self.scene.in_body or self.scene.low(i) in words().sets["of_the_case"]

    def _source(self, v: int, lo: int, hi: int) -> tuple[int, Phrase] | None:
        source, _ = self.subjects.source(v, lo, hi)
        if source is None:
            source = self._behind(v, hi)
        return (v, source) if source is not None else None

    def _behind(self, v: int, hi: int) -> Phrase | None:
        """«поступила от X», «содержатся в отчёте X»."""
        reader = self.scene.reader
        if self.scene.low(v + 1) == "от":
            return reader.read(v + 2, GEN, hi)
        return self._giver(v + 2, LOC, hi) if self.scene.low(v + 1) in ("в", "на") else None

    def _giver(self, i: int, case: str, hi: int) -> Phrase | None:
        """A body, a person or a document from token `i` on: no «логика событий»."""
        found = self.scene.reader.read(i, case, hi)
        found = (whose_site(self.scene, found) if found is not None else None) or found
        if found is not None and (found.body is not None or found.name is not None):
            return found
        found = found or self.scene.reader.read_any(i, case, hi)
        known = words().sets["documents"] | _given_lemmas() | self.scene.reader.heads.keys()
        return found if found is not None and found.lemma in known else None

    def _withholds(self, lo: int) -> bool:
        """Whether a clause tells that nothing was given: «не подтвердило», «раскрыть отказались»."""
        clause = self.scene.tokens[lo : self.scene.around(lo)[1]]
        listed = words().sets["withholding"]
        return any(r.lemma in listed for t in clause for r in readings(t.text)[:2])

    def _gave(self, lo: int) -> tuple[int, Phrase] | None:
        """«X привёл такие данные»."""
        hi = self.scene.around(lo)[1]
        for v in range(lo + 1, hi - 1):
            if self._gives(v) and self.scene.low(v + 1) in words().sets["pointing"] and self._noun(v + 1) is not None:
                source, _ = self.subjects.source(v, lo, v + 1)
                return (v, source) if source is not None else None
        return None

    def _came_out(self, lo: int) -> tuple[int, Phrase] | None:
        """«С таким заявлением выступил X», «На это обратил внимание X»."""
        run = next((run for i, run in self.scene.runs("came_out_with", lo, lo + 1)), None)
        hi = self.scene.around(lo)[1]
        if run is None:
            return None
        verbs = (i for i in range(lo + len(run), min(lo + len(run) + _NEAR, hi)) if self._comes_out(i))
        v = next(verbs, None)
        if v is None or self.scene.low(v - 1) == "не":
            return None
        return self._source(v, lo + len(run), hi)

    def _comes_out(self, i: int) -> bool:
        return any(r.lemma in words().sets["coming_out"] for r in readings(self.scene.tokens[i].text)[:2])

    def _follows(self, lo: int) -> tuple[int, Phrase] | None:
        """«Это следует из данных X», «Об этом свидетельствуют данные X»."""
        at = lo + (self.scene.low(lo) == "об")
        if self.scene.low(at) not in _THIS:
            return None
        hi = self.scene.around(lo)[1]
        run = next((run for i, run in self.scene.runs("document_of", at + 1, at + 2)), None)
        if run is not None:
            i = at + 1 + len(run)
            source = self._giver(i, GEN if run[-1] == "из" else LOC, hi)
            return (at + 1, source) if source is not None else None
        if self._gives(at + 1) and self._noun(at + 2) is not None:
            source = self.scene.reader.read(at + 3, GEN, hi)
            return (at + 1, source) if source is not None else None
        return None

    def _noun(self, i: int) -> int | None:
        """The noun of «такие данные», «эти официальные цифры», «информацию» from token `i` on."""
        nouns = words().sets["given_nouns"]
        if self.scene.low(i) in nouns:
            return i
        if self.scene.low(i) not in words().sets["pointing"]:
            return None
        nouns |= words().sets["pointed_nouns"]
        return next((k for k in (i + 1, i + 2) if self.scene.low(k) in nouns), None)

    def _gives(self, i: int) -> bool:
        return any(r.lemma in words().sets["giving"] for r in readings(self.scene.tokens[i].text)[:2])

    def _made(self, v: int, source: Phrase, lo: int, first: int) -> Told | None:
        """What stands before: the sentence as far as the clause, else the sentences before."""
        tokens = self.scene.tokens
        aside: tuple[Span, ...] = self.contents.trimmed((tokens[first].start, tokens[lo].start)) if lo > first else ()
        content = aside if lo > first else self.contents.before(v)
        if not content:
            return None
        cue = (tokens[v].start, tokens[v].end)
        return Told(cue, CueKind.REPORT, source, content, tokens[v].sent, RULE, goes_on=True)
