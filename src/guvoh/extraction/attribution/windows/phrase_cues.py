"""Phrases before a source: «по словам X», «по её данным», «согласно отчёту», «говорится в заявлении», «по слухам»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guvoh.extraction.attribution.lexicon import CueKind
from guvoh.extraction.attribution.windows.citing import whose_site
from guvoh.extraction.attribution.windows.content import Contents
from guvoh.extraction.attribution.windows.lexicon import people, plain, words
from guvoh.extraction.attribution.windows.named_bodies import Body
from guvoh.extraction.attribution.windows.phrase import POSSESSIVE, Phrase
from guvoh.extraction.attribution.windows.readings import DAT, GEN, INS, LOC, NOM, adjective, readings
from guvoh.extraction.attribution.windows.scene import Scene, Told, verb_of
from guvoh.model import Span

_ADJECTIVES = 4
_LONGEST = 5
_IN_IT = frozenset({"нем", "ней"})


class PhraseRules:
    """Reads the phrases of one scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.contents = Contents(scene)

    def told(self) -> Iterator[Told]:
        """What every such phrase reports."""
        for token in self.scene.tokens:
            if not self.scene.free(token.i):
                continue
            found = (
                self._genitive(token.i)
                or self._pronoun(token.i)
                or self._document(token.i)
                or self._follows_from(token.i)
                or self._known_to(token.i)
                or self._rumour(token.i)
            )
            if found is not None:
                yield found

    def _run(self, i: int, name: str) -> tuple[str, ...] | None:
        """The phrase of the vocabulary that opens at token `i`."""
        return next((run for _, run in self.scene.runs(name, i, i + 1)), None)

    def _genitive(self, i: int) -> Told | None:
        run = self._run(i, "genitive") or self._with_adjectives(i)
        if run is None:
            return None
        stop = self._stop(i)
        source = self.scene.reader.read(i + len(run), GEN, stop) or self._antecedent(i, i + len(run))
        if source is None and run[-1] in ("словам", "слов"):
            source = self.scene.reader.read_name(i + len(run), GEN, stop)
        if source is None:
            return None
        flag = "hearsay" if self._run(i, "hearsay_phrases") else None
        kind = CueKind.OPINION if self._run(i, "opinion") else CueKind.REPORT
        made = self._made(i, i + len(run) - 1, source, source.last, kind, flag)
        through = self._referring(source.last + 1)
        passing = (through,) if through is not None else self._passing_on(source.last + 1, run, stop)
        return made and (replace(made, through=passing) if passing else made)

    def _with_adjectives(self, i: int) -> tuple[str, ...] | None:
        """«по обновлённым оперативным данным»."""
        if self.scene.low(i) not in ("по", "согласно"):
            return None
        k = i + 1
        nouns = words().sets["pronoun_nouns"]
        stop = min(i + _ADJECTIVES, self._stop(i))
        while k < stop and self.scene.low(k) not in nouns and adjective(self.scene.tokens[k].text, DAT) is not None:
            k += 1
        found = k > i + 1 and self.scene.low(k) in nouns
        return tuple(self.scene.low(n) for n in range(i, k + 1)) if found else None

    def _antecedent(self, i: int, pronoun: int) -> Phrase | None:
        """Who is meant by «адвокат X, по словам которого»."""
        if not self.scene.low(pronoun).startswith("котор") or self.scene.low(i - 1) != ",":
            return None
        lo = self.scene.around(i - 2)[0]
        found = (self.scene.reader.read(s, case, i - 1) for s in range(lo, i - 1) for case in (NOM, GEN, DAT, INS))
        return next((f for f in found if f is not None and f.last == i - 2), None)

    def _passing_on(self, v: int, run: tuple[str, ...], stop: int) -> tuple[Body, ...]:
        """The outlets that pass it on: «Об этом со слов адвокатов | пишут «ОВД-Инфо» и ТАСС»."""
        if run[-1] != "слов" or v >= stop or verb_of(self.scene.tokens[v]) is None:
            return ()
        out: list[Body] = []
        i = v + 1
        while (body := self.scene.bodies.get(i)) is not None:
            out.append(body)
            i = body.last + 2 if self.scene.low(body.last + 1) in ("и", ",") else stop
        return tuple(out)

    def _referring(self, i: int) -> Body | None:
        """The outlet of «, на которые ссылается X» behind a source."""
        if self.scene.low(i) != "," or not any(self.scene.low(k).startswith("котор") for k in (i + 1, i + 2)):
            return None
        for k in range(i + 2, min(i + 6, len(self.scene.tokens))):
            body = self.scene.bodies.get(k)
            if body is not None and any(self.scene.low(x) in words().sets["refers"] for x in range(i, k)):
                return body
        return None

    def _pronoun(self, i: int) -> Told | None:
        """«по его словам», «по её мнению»."""
        if self.scene.low(i) not in ("по", "согласно") or self.scene.low(i + 1) not in POSSESSIVE:
            return None
        if self.scene.low(i + 2) not in words().sets["pronoun_nouns"]:
            return None
        lemma, number, gender = POSSESSIVE[self.scene.low(i + 1)]
        source = Phrase(i + 1, i + 1, i + 1, lemma, GEN, number, gender)
        kind = CueKind.OPINION if self.scene.low(i + 2) == "мнению" else CueKind.REPORT
        flag = "hearsay" if self.scene.low(i + 2) in ("версии", "утверждению") else None
        return self._made(i, i + 2, source, i + 2, kind, flag)

    def _document(self, i: int) -> Told | None:
        """«согласно отчёту X», «говорится в сообщении X»."""
        for name, case in (("dative", DAT), ("document_of", LOC)):
            run = self._run(i, name)
            if run is None:
                continue
            wanted = GEN if run[-1] == "из" else case
            read = self.scene.reader.read_any if name == "document_of" else self.scene.reader.read
            source = read(i + len(run), wanted, self._stop(i))
            if source is not None:
                source = whose_site(self.scene, source) or source
                return self._made(i, i + len(run) - 1, source, source.last, CueKind.REPORT, None)
        return None

    def _follows_from(self, i: int) -> Told | None:
        """«Из сообщения X следует, что …»."""
        if self.scene.low(i) != "из" or self.scene.around(i)[0] != i:
            return None
        hi = self._stop(i)
        source = self.scene.reader.read(i + 1, GEN, hi)
        if source is None or self._of_a_place(source):
            return None
        if self.scene.low(source.last + 1) not in words().sets["follows"] or source.last + 2 != hi:
            return None
        if self.scene.low(hi) != "," or self.scene.low(hi + 1) != "что":
            return None
        tokens = self.scene.tokens
        content = self.contents.trimmed((tokens[hi + 1].end, self.contents.end_of(i)))
        cue = (tokens[source.last + 1].start, tokens[source.last + 1].end)
        rule = "“из X следует, что” names who says it"
        return Told(cue, CueKind.REPORT, source, content, tokens[i].sent, rule) if content else None

    def _of_a_place(self, source: Phrase) -> bool:
        """Whether a lone name is a place's: «Из Москвы известно, что»."""
        lone = source.name is not None and source.head < 0 and source.name[1] == source.name[0] + 1
        return lone and any(r.name == "place" for r in readings(self.scene.tokens[source.last].text))

    def _rumour(self, i: int) -> Told | None:
        run = self._run(i, "rumours")
        if run is not None:
            return self._made(i, i + len(run) - 1, None, i + len(run) - 1, CueKind.REPORT, "hearsay")
        token = self.scene.tokens[i]
        lemma = next(
            (r.lemma for r in readings(token.text)[:2] if r.lemma in words().impersonal and r.pos == "VERB"), None
        )
        if lemma is None or "ся" not in token.lower[-2:]:
            return None
        lo, hi = self.scene.around(i)
        within = self._within(lo, i)
        begin = self._told_from(i, hi, within)
        if begin is None:
            return None
        content = self.contents.trimmed((begin, self.contents.end_of(i)))
        flag = words().impersonal[lemma]
        first = self.scene.sentence_of(i).first
        further = i == first + 1 and self.scene.low(first) in words().sets["further"]  # «Также сообщается, что»
        noted = lemma in words().sets["noted"] and i == first
        again = within is None and (noted or further)
        return (
            Told(
                (token.start, token.end),
                CueKind.REPORT,
                within,
                content,
                token.sent,
                f"“{token.lower}, что”",
                flag,
                goes_on=again,
                again=again,
            )
            if content
            else None
        )

    def _known_to(self, i: int) -> Told | None:
        """«Фонду известно о 40 задержанных», «Адвокатам стало известно, что …»; no «нам известно»."""
        if self.scene.low(i) != "известно" or self._open(i):
            return None
        lo, hi = self.scene.around(i)
        last = i - 2 if self.scene.low(i - 1) == "стало" else i - 1
        read = (self.scene.reader.read(s, DAT, last + 1) for s in range(max(lo, last - _LONGEST), last + 1))
        source = next((f for f in read if f is not None and f.last == last), None)
        if source is None or source.lemma in people().own_staff or not (source.body or source.lemma or source.name):
            return None
        begin = self._told_from(i, hi, source)
        content = self.contents.trimmed((begin, self.contents.end_of(i))) if begin is not None else ()
        token = self.scene.tokens[i]
        rule = "“X известно” names who knows it"
        return Told((token.start, token.end), CueKind.REPORT, source, content, token.sent, rule) if content else None

    def _open(self, i: int) -> bool:
        """Whether a sentence leaves open that anybody knows: «стало ли прокуратуре известно», «если МВД известно»."""
        here = self.scene.sentence_of(i)
        asked = self.scene.tokens[here.stop - 1].text == "?"
        return asked or self.scene.any_of(words().sets["open_question"], here.first, here.stop)

    def _within(self, lo: int, i: int) -> Phrase | None:
        """The document or body in which it is said: «в докладе X говорится о …», «в нём говорится»."""
        if self.scene.low(lo) == "в" and self.scene.low(lo + 1) in _IN_IT and lo + 1 < i:
            at = self.scene.tokens[lo].start
            return self.scene.papers.issuer_before("", at)
        return self.scene.reader.read(lo + 1, LOC, i) if self.scene.low(lo) in ("в", "во") else None

    def _told_from(self, i: int, hi: int, within: Phrase | None) -> int | None:
        """The character from which an impersonal verb tells: behind «, что», at «о …» where a document is named."""
        tokens = self.scene.tokens
        if self.scene.low(hi) == "," and self.scene.low(hi + 1) == "что":
            return tokens[hi + 1].end
        if within is None:
            return None
        if self.scene.low(i + 1) in ("о", "об"):
            return tokens[i + 1].start
        return tokens[hi].end if self.scene.low(hi) == ":" else None

    def _stop(self, i: int) -> int:
        """The end of the clause that opens at token `i`."""
        return self.scene.around(i)[1]

    def _made(self, i: int, last: int, source: Phrase | None, end: int, kind: CueKind, flag: str | None) -> Told | None:
        tokens = self.scene.tokens
        end = max(end, last)
        span: Span = (tokens[min(i, source.first) if source is not None else i].start, tokens[end].end)
        content = self._content(i, *span)
        lo, hi = self.scene.around(i)
        if self.scene.about_this(lo, hi):
            content = self.contents.before(i) or content
        if not content or _only_points(self.scene.annotated.text[slice(*content[0])]):
            return None
        words_ = self.scene.annotated.text[tokens[i].start : tokens[last].end].lower()
        rule = f"“{words_}” names who says it"
        return Told((tokens[i].start, tokens[last].end), kind, source, content, tokens[i].sent, rule, flag)

    def _content(self, i: int, start: int, end: int) -> tuple[Span, ...]:
        """Set off inside or at the end of a sentence the phrase tells of all of it, at its head of what follows."""
        before = self.scene.utterance_before(start)
        return self.contents.around(i, start, end) or (before.content if before else self.contents.listed(end))


def _only_points(told: str) -> bool:
    """Whether nothing but «это» or «об этом свидетельствуют» is told: what it points at stands before."""
    return len(told.split()) <= 2 and plain(told.split(maxsplit=1)[0]) in ("это", "об")
