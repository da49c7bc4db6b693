"""When a sentence plays that does not say so: the days that the sentences around it tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.account_times import period_of_account
from guvoh.extraction.grammar.scope import within
from guvoh.extraction.grammar.timing import is_of_telling, measures
from guvoh.extraction.vocabulary.load import classes, wordings
from guvoh.model import DateMention, Place, Role
from guvoh.model.edtf import bounds

_REACH = 3
"""Sentences back in which a place or date still stands for those after it, within one paragraph."""

_SOON = 7
"""Sentences after a lead without a day in which the day of its event is given."""

_GOING_ON = frozenset({"the", "it", "they", "this", "these", "those"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_PAST_MODALS = frozenset({"would", "could"})
DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SPAN = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_SPELL = 10  # days
_LABEL = 14  # tokens of "18 March, Irkutsk." and "July 22, 4:50 p.m., Lincoln School."
FAR = 9
"""Sentences back from which a place is taken where neither paragraph nor opening gives one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place or date taken over from elsewhere in the text, with the reason in words."""

    place: Place | None = None
    date: DateMention | None = None
    why: str = ""
    far: bool = False


class SceneTimes:
    """The dates of a document's sentences, asked for that of a sentence that has none of its own."""

    def __init__(self, text: Annotated, dates: Sequence[DateMention]) -> None:
        self.text = text
        self.dates = dates
        self._paragraph = _paragraphs(text)
        self._labels = [self._is_label(s) for s in text.sentences]
        self._kept_when: dict[int, list[DateMention]] = {}
        self._known_back: dict[int, bool] = {}

    def date(self, sentence: Sentence, near: Token) -> Found:
        """The date of the sentences before it in the paragraph, when this one goes on in their time."""
        before = self._before(sentence)
        label = next((i for i in before if self._labels[i] and self._when(i)), None)
        if label is None and self._is_present(sentence, near):
            return self._of_it(self._day_after(sentence)) if self._is_perfect(sentence) else Found()
        if (whole := self._of_total(sentence)) is not None:
            return whole
        for i in before:
            if self._when(i):
                date = replace(self._when(i)[-1], basis="inferred")
                return Found(date=date, why=f"date: that of a sentence before (“{self._words(date)}”)")
        return self._of_account(sentence) or self._only_day(sentence) or self._day_after(sentence)

    def _when(self, i: int) -> list[DateMention]:
        """When something happened, by the sentence of that number; read when first asked for."""
        if i not in self._kept_when:
            self._kept_when[i] = self._dates_of(self.text.sentences[i])
        return self._kept_when[i]

    def _is_present(self, sentence: Sentence, near: Token) -> bool:
        """Whether it tells of what is or will be: by the verb of the clause of `near`, else by any of the sentence."""
        tokens = self.text.of(sentence)
        known = classes(self.text.language)
        if any(t.lower in known["back_reference"] for t in tokens[:3]):
            return False
        if self._is_of_those(near):
            return False
        for verb in (t for t in (near, *self.text.ancestors(near)) if t.pos in ("VERB", "AUX")):
            finite = [t for t in (verb, *self.text.children(verb, "aux", "aux:pass", "cop")) if t.tag in _FINITE]
            if finite:
                told = verb.lemma in known["telling_verb"] or verb.lemma in known["counting_verb"]
                return not told and any(_present(t) for t in finite)
        return any(_present(t) for t in tokens)

    def _is_perfect(self, sentence: Sentence) -> bool:
        """Whether it tells, as leads do, of what has just been done: "Close to 400 have been taken in by police"."""
        tokens = self.text.of(sentence)
        if wordings(self.text.language)["so_far"].search(self.text.text, sentence.start, sentence.end):
            return False
        present = [t for t in tokens if _present(t)]
        return bool(present) and all(t.lemma == "have" and self.text.head(t).tag == "VBN" for t in present)

    def _is_of_those(self, near: Token) -> bool:
        """Whether people are told by what befell them: "300 of those detained are Koreans"."""
        around = self.text.tokens[max(0, near.i - 2) : near.i + 4]
        known = zip(around, around[1:], around[2:], strict=False)
        return any((a.lower, b.lower, c.tag) == ("of", "those", "VBN") for a, b, c in known)

    def _of_total(self, sentence: Sentence) -> Found | None:
        """ "A total of 90 were fined", after examples with days of their own: the time that the text began with."""
        if wordings(self.text.language)["total"].match(self.text.text, sentence.start) is None:
            return None
        told = [d for i in range(sentence.i) for d in self._when(i)]
        if len(told) < 2 or not _within_time(told[-1].edtf, told[0].edtf):
            return None
        return Found(date=replace(told[0], basis="inferred"), why=f"date: that of the whole (“{self._words(told[0])}”)")

    def _of_account(self, sentence: Sentence) -> Found | None:
        """The time of the whole account, which its title or its first sentence names: "In 2024 …"."""
        told = [(i, d) for i in range(sentence.i) for d in self._when(i) if self._counts(i, d)]
        if not told or sentence.role is not Role.BODY or told[0][0] > self._opens:
            return None
        titled = self.text.sentences[told[0][0]].role is Role.TITLE
        date = period_of_account(self.text, sentence, told, self.dates, titled=titled)
        if date is None:
            return None
        why = f"date: that of the whole account (“{self._words(date)}”)"
        return Found(date=replace(date, basis="inferred"), why=why)

    def _counts(self, i: int, date: DateMention) -> bool:
        """Whether a date of a sentence is when something happened of which the text tells, not what was before."""
        return not self._looks_back(i) and not self._is_backdrop(i, date)

    @cached_property
    def _opens(self) -> int:
        """The number of the first sentence of the body with a verb."""
        return next((s.i for s in self.text.sentences if s.role is Role.BODY and has_verb(self.text, s)), -1)

    def _only_day(self, sentence: Sentence) -> Found | None:
        """The one day that the text has told so far, while it tells no other time since, but for what was before."""
        first = self._paragraph.index(self._paragraph[sentence.i])
        told = [
            (i, d)
            for i in range(first if self._labels[first] else 0, sentence.i)
            for d in self._when(i)
            if not self._looks_back(i)
        ]
        days = {d.edtf for _, d in told if _is_short(d.edtf)}
        if len(days) != 1 or sentence.role is not Role.BODY:
            return None
        at, last = told[-1]
        if last.edtf not in days or sentence.i - at > FAR:
            return None
        why = f"date: the only day told so far (“{self._words(last)}”)"
        return Found(date=replace(last, basis="inferred"), why=why)

    def _day_after(self, sentence: Sentence) -> Found:
        """The day of the event that a lead tells of, where the text gives it only after it: the first, told soon."""
        body = next((s.i for s in self.text.sentences if s.role is Role.BODY and has_verb(self.text, s)), None)
        leads = sentence.role is Role.LEAD or (
            body is not None and self._paragraph[sentence.i] == self._paragraph[body]
        )
        if not leads or self._looks_back(sentence.i) or any(self._when(i) for i in range(sentence.i + 1)):
            return Found()
        for i in range(sentence.i + 1, min(sentence.i + _SOON, len(self._labels))):
            if self._labels[i]:
                return Found()
            for date in self._when(i) if not self._looks_back(i) else ():
                if self._is_backdrop(i, date):
                    continue
                if not _is_short(date.edtf):
                    return Found()
                why = f"date: the first day told after the lead (“{self._words(date)}”)"
                return Found(date=replace(date, basis="inferred"), why=why)
        return Found()

    def _of_it(self, found: Found) -> Found:
        """A day lent to a lead in the perfect, where its sentence goes on with that event: "The sweep was on Friday".

        One that begins with its day ("On 5 February a new head was named") or tells a year of its own may tell another.
        """
        date = found.date
        sentence = self.text.at(date.start) if date is not None else None
        if date is None or sentence is None:
            return Found()
        goes_on = self.text.tokens[sentence.first].lower in _GOING_ON
        told = next((d for d in self.dates if d.start == date.start), date)
        return found if goes_on and told.basis == "published" else Found()

    def _is_backdrop(self, i: int, date: DateMention) -> bool:
        """Whether a date only bounds what goes on since then: "since the attack in March", what came before it all."""
        led = self.text.text[self.text.sentences[i].start : date.start].lower()
        return date.edtf.endswith("/..") or "since" in led.split()

    def _looks_back(self, i: int) -> bool:
        """Whether a sentence recalls another event: "Recall, on 9 October …", "The paper has reported that …"."""
        if i not in self._known_back:
            sentence, back = self.text.sentences[i], wordings(self.text.language)["looking_back"]
            self._known_back[i] = back.match(self.text.text, sentence.start, sentence.end) is not None
        return self._known_back[i]

    def _dates_of(self, sentence: Sentence) -> list[DateMention]:
        """The dates on which something happened, by a sentence: neither of telling nor of the page's own head."""
        inside = within(self.dates, (sentence.start, sentence.end))
        alone = self._paragraph.count(self._paragraph[sentence.i]) == 1
        if alone and sentence.role is not Role.TITLE and not has_verb(self.text, sentence):
            return []
        told = [d for d in inside if not measures(self.text, sentence, d, -1)]
        return [d for d in told if not is_of_telling(self.text, d.start)]

    def _is_label(self, sentence: Sentence) -> bool:
        """ "Samara." or "18 March, Irkutsk.": a few words without a verb that begin a paragraph and end in a stop."""
        tokens = self.text.of(sentence)
        after = sentence.i + 1
        goes_on = after < len(self._paragraph) and self._paragraph[after] == self._paragraph[sentence.i]
        begins = sentence.i == 0 or self._paragraph[sentence.i - 1] != self._paragraph[sentence.i]
        short = 0 < len(tokens) <= _LABEL and tokens[-1].text in (".", ":")
        return short and goes_on and begins and not has_verb(self.text, sentence)

    def _words(self, item: DateMention) -> str:
        return self.text.text[item.start : item.end]

    def _before(self, sentence: Sentence) -> list[int]:
        first = max(0, sentence.i - _REACH)
        return [i for i in range(sentence.i - 1, first - 1, -1) if self._paragraph[i] == self._paragraph[sentence.i]]


def has_verb(text: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence has any verb."""
    return any(t.pos in ("VERB", "AUX") for t in text.of(sentence))


def _present(token: Token) -> bool:
    """A finite verb of the present or a modal; "would" and "could" are the past of one."""
    finite = token.tag in ("VBP", "VBZ", "MD") and token.pos in ("VERB", "AUX") and token.lower not in _PAST_MODALS
    return finite and token.relation not in ("acl", "advcl", "ccomp", "xcomp", "parataxis", "conj")


def _paragraphs(text: Annotated) -> list[int]:
    """For each sentence the number of its paragraph: a line break or another role begins a new one."""
    out: list[int] = []
    for before, sentence in zip([None, *text.sentences], text.sentences, strict=False):
        same = (
            before is not None and before.role is sentence.role and "\n" not in text.text[before.end : sentence.start]
        )
        out.append((out[-1] if out else 0) + (not same))
    return out


def _is_short(edtf: str) -> bool:
    """Whether a written time is a day, or some days of one happening: "between April 1 and 5"."""
    if DAY.fullmatch(edtf):
        return True
    known = bounds(edtf) if _SPAN.fullmatch(edtf) else None
    return (
        known is not None
        and known.first is not None
        and known.last is not None
        and ((known.last - known.first).days <= _SPELL)
    )


def _within_time(inner: str, outer: str) -> bool:
    """Whether one written time lies in another, wider one: a day in a month, a month in a year or interval."""
    first, _, last = outer.partition("/")
    if inner == outer or ".." in outer or ".." in inner:
        return False
    return inner.startswith(first) if not last else first <= inner.partition("/")[0] and inner <= f"{last}~"
