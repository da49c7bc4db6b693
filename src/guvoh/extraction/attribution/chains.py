"""Who says a stretch of text: the innermost speaker, everyone it came through, the publisher last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.continuing import breaks_off
from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS
from guvoh.extraction.attribution.scene import Report
from guvoh.extraction.attribution.turns import TURN
from guvoh.model import Link, Role, SourceKind, SourceMention, Span, Speech

_COVER = 0.5
_CHANNELS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
_REACH = 3
_ANAPHOR = re.compile(
    r"^\W*(?:(?:and|but|also|furthermore|moreover|in addition|as a result|then|later),?\s+)?"
    r"(?:(?:many|some|most|all|several|one|two|each|none|both|reports) of\s+)?"
    r"(?:these|those|such|them|(?:during|at|after|before|since|by) (?:that|this) (?:time|period|point)"
    r"|during (?:these|those|this|that)|the same)\b",
    re.IGNORECASE,
)
_SEQUEL = re.compile(r"^\W*(?:they|he|she|it|the \w+) (?:then|also|later|subsequently|had)\b", re.IGNORECASE)
_ADDS = re.compile(r"adds?|added|continues?|continued|goes on|went on", re.IGNORECASE)
_LINKS_BACK = re.compile(r"\b(?:also|added|adding|again|continued|went on|further)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chain:
    """Who says a stretch. `links` run from who said it first to the publisher and are empty when nobody is known.

    `cue` is the span of the words that report it, None when the page speaks; `hearsay` tells that the words
    keep their distance ("claimed", "reportedly", "it is alleged"); `denial` that the source denies it;
    `why` names the rule in words.
    """

    links: tuple[Link, ...]
    cue: Span | None
    hearsay: bool
    why: str
    denial: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """A report with its speaker, those it was told to or relayed by, and its content over all sentences."""

    report: Report
    speaker: Identity | None
    through: tuple[Identity, ...]
    content: tuple[Span, ...]
    mention: Span | None
    second: Identity | None = None

    def share(self, start: int, end: int) -> float:
        """The part of `start:end` that the content covers, 0 to 1."""
        if end <= start:
            return float(any(s <= start < e for s, e in self.content))
        over = [(s, e) for s, e in self.content if s < end and start < e]
        return sum(max(0, min(e, end) - max(s, start)) for s, e in over) / (end - start) if over else 0.0

    @property
    def hearsay(self) -> bool:
        """Whether the cue keeps its distance ("claimed", "it is reported")."""
        return self.report.flag == "hearsay"

    @property
    def size(self) -> int:
        """Characters of content."""
        return sum(e - s for s, e in self.content)

    @property
    def extent(self) -> Span:
        """From the first to the last character of cue and content."""
        spans = (self.report.cue, *self.content)
        return min(s for s, _ in spans), max(e for _, e in spans)


class Attributions:
    """The reported speech of one document: `speeches`, `sources`, and who says a stretch (`chain`)."""

    def __init__(
        self,
        annotated: Annotated,
        voices: Sequence[Voice],
        speeches: tuple[Speech, ...],
        sources: tuple[SourceMention, ...],
        publisher: Identity | None,
        hearsay_adverbs: frozenset[str] = frozenset(),
        people: frozenset[str] = frozenset(),
        writer: Identity | None = None,
    ) -> None:
        self.speeches = speeches
        self.sources = sources
        self._annotated = annotated
        self._publisher = publisher
        self._adverbs = hearsay_adverbs
        self._people = people
        self._writer = writer
        self._voices = [v for v in voices if v.report.kind in CHAIN_KINDS]
        self._spoken = [v for v in self._voices if v.speaker is not None]

    def chain(self, start: int, end: int) -> Chain:
        """Who says `text[start:end]`: the innermost speech over it, a justified continuation, else the publisher."""
        covering = self._covering(start, end)
        hearsay = self._distanced(start, end) or any(
            v.report.flag == "hearsay" and v.share(start, end) >= _COVER for v in self._voices
        )
        if covering and self._own_reporter(covering[0]):
            return Chain(self._last_link(), None, hearsay, "a reporter of the page says it")
        if covering:
            return self._chain_of(covering, covering[0].report.rule, hearsay=hearsay)
        rumour = next((v for v in self._voices if v.speaker is None and v.share(start, end) >= _COVER), None)
        if rumour is not None:
            return Chain(self._last_link(), rumour.report.cue, rumour.report.flag == "hearsay", rumour.report.rule)
        held = self._continued(start)
        if held is not None:
            voice, why = held
            return self._chain_of([voice], why, hearsay=hearsay)
        itself = self._speaking(start, end)
        if itself is not None:
            return self._chain_of([itself], "those counted are the ones who speak", hearsay=hearsay)
        return Chain(self._last_link(), None, hearsay, "no speech covers it: the page itself says it")

    def _own_reporter(self, voice: Voice) -> bool:
        """Whether a turn is a correspondent's: what the page's own reporter counts, the page says."""
        if voice.report.rule != TURN or voice.speaker is None:
            return False
        name = re.escape(voice.speaker.name)
        introduced = (
            rf"\b(?:reporter|correspondent)\b[^.\n]{{0,40}}{name}|{name} (?:joins us|reports|is there|has been)"
        )
        return re.search(introduced, self._annotated.text) is not None

    def _speaking(self, start: int, end: int) -> Voice | None:
        """The voice whose speaker the stretch names: "Two vendors told us that"."""
        itself = (v for v in self._spoken if v.mention and v.mention[0] <= start and end <= v.mention[1])
        return next((v for v in itself if v.speaker is not None and " " in v.speaker.name), None)

    def _covering(self, start: int, end: int) -> list[Voice]:
        """Speeches over the stretch, innermost first."""
        found = [v for v in self._spoken if v.share(start, end) >= _COVER]
        if not found:
            found = [
                v
                for v in self._spoken
                if start <= v.report.cue[0] and v.report.cue[1] <= end and v.share(start, end) >= _COVER / 2
            ]
            found = sorted(found, key=lambda v: -v.share(start, end))[:1]
        depth = {id(v): sum(w is not v and w.share(*v.report.cue) == 1 for w in found) for v in found}
        return sorted(
            found, key=lambda v: (-depth[id(v)], not v.report.rule.startswith("“citing"), v.size, v.report.cue)
        )

    def _chain_of(self, voices: Sequence[Voice], why: str, *, hearsay: bool) -> Chain:
        inner = voices[0]
        links: list[Link] = []
        outer = [v for v in voices[1:] if v.share(*inner.report.cue) == 1 or inner.report.rule.startswith("“citing")]
        for voice in (inner, *outer):
            if voice.speaker is not None:
                _put(links, self._link(voice.speaker, voice.mention))
            for body in voice.through:
                _put(links, self._link(body, None))
        outlet = self._told_to(inner) if len(links) == 1 else None
        if outlet is not None:
            _put(links, self._link(outlet, None))
            why = f"{why}; told {outlet.name} earlier in the text"
        last = self._last_link()
        if last:
            links = [link for link in links if not self._is_publisher(link.name)]
        last = tuple(link for link in last if all(link.name != x.name for x in links))
        denial = inner.report.flag == "denial"
        return Chain((*links, *last), inner.report.cue, hearsay or inner.report.flag == "hearsay", why, denial)

    def _told_to(self, voice: Voice) -> Identity | None:
        """The one outlet that the same speaker is said to have told, earlier in the text, what goes on here."""
        told = {
            body.name: body
            for other in self._spoken
            if other.speaker is voice.speaker and other.report.cue < voice.report.cue
            for body in other.through
            if body.kind in (SourceKind.OUTLET, SourceKind.AGENCY)
        }
        return next(iter(told.values())) if len(told) == 1 else None

    def _link(self, who: Identity, mention: Span | None) -> Link:
        start, end = mention or who.span
        return Link(who.name, who.kind, who.role, start, end)

    def _last_link(self) -> tuple[Link, ...]:
        wrote = () if self._writer is None else (self._link(self._writer, None),)
        if self._publisher is None or self._writer is self._publisher:
            return wrote
        return (*wrote, Link(self._publisher.name, SourceKind.PUBLISHER))

    def _is_publisher(self, name: str) -> bool:
        mine = () if self._publisher is None else (self._publisher.name, *self._publisher.aliases)
        return _bare(name) in {_bare(x) for x in mine}

    def _distanced(self, start: int, end: int) -> bool:
        """Whether an adverb of hearsay stands in the stretch or right before it."""
        sentence = self._annotated.at(start)
        if sentence is None:
            return False
        tokens = self._annotated.of(sentence)
        return any(
            t.text.lower() in self._adverbs and t.end > start - 30 and t.start < max(end, start + 1) for t in tokens
        )

    def _continued(self, start: int) -> tuple[Voice, str] | None:
        """The voice that an unmarked sentence continues, with the reason; None when the text does not show it."""
        sentence = self._annotated.at(start)
        if sentence is None or sentence.role is Role.TITLE or sentence.role is Role.CAPTION:
            return None
        words = self._annotated.text[sentence.start : sentence.end]
        before, gap = self._near(sentence, -1)
        added = self._added_to(sentence)
        if added is not None:
            return added, f"leads to what {added.speaker.name if added.speaker else ''} adds in the same paragraph"
        if before is None or before.speaker is None:
            return None
        if gap == 1 and self._same_paragraph(sentence.i - 1, sentence.i) and _ANAPHOR.match(words):
            return before, f"goes on from what {before.speaker.name} says in the sentence before"
        if self._same_paragraph(sentence.i - gap, sentence.i) and self._goes_on(sentence, before):
            return before, f"goes on in the paragraph in which {before.speaker.name} speaks"
        after, ahead = self._near(sentence, 1)
        if after is None or after.speaker is not before.speaker:
            return None
        if self._bound(sentence, gap) or _LINKS_BACK.search(self._sentence_text(sentence.i + ahead)):
            return before, f"stands between two passages of {before.speaker.name} and refers back"
        return None

    def _added_to(self, sentence: Sentence) -> Voice | None:
        """Who "adds" something later in the paragraph, having spoken before it, where nobody else speaks between."""
        i = sentence.i + 1
        while i < len(self._annotated.sentences) and self._same_paragraph(i - 1, i):
            near = self._annotated.sentences[i]
            here = [v for v in self._voices if _inside(v.report.cue, near)]
            if here:
                adds = [v for v in here if _ADDS.fullmatch(self._annotated.text[slice(*v.report.cue)])]
                earlier = (v for v in self._spoken if v.report.cue[1] <= sentence.start)
                first = adds[0] if adds and not self._others(sentence) else None
                return first if first and any(v.speaker is first.speaker for v in earlier) else None
            i += 1
        return None

    def _others(self, sentence: Sentence) -> bool:
        """Whether somebody speaks in the paragraph before the sentence."""
        i = sentence.i
        while i > 0 and self._same_paragraph(i - 1, i):
            i -= 1
        opens = self._annotated.sentences[i].start
        return any(opens <= v.report.cue[0] < sentence.end for v in self._voices)

    def _goes_on(self, sentence: Sentence, voice: Voice) -> bool:
        """Whether nothing in an unmarked sentence shows that somebody else, or the page, now speaks."""
        if voice.speaker is None or voice.speaker.kind in _CHANNELS or voice.report.weak:
            return False
        if any(v.speaker is not voice.speaker and _inside(v.report.cue, sentence) for v in self._voices):
            return False
        told = self._annotated.text[voice.extent[0] : sentence.start].lower()
        return not breaks_off(self._annotated, sentence, told, self._people)

    def _bound(self, sentence: Sentence, gap: int) -> bool:
        """Whether a sentence of the run since the last speech refers back to it."""
        run = [self._sentence_text(i) for i in range(sentence.i - gap + 1, sentence.i + 1)]
        return any(_ANAPHOR.match(words) or " such " in words[:40] for words in run) or bool(_SEQUEL.match(run[0]))

    def _sentence_text(self, i: int) -> str:
        sentences = self._annotated.sentences
        return self._annotated.text[sentences[i].start : sentences[i].end] if 0 <= i < len(sentences) else ""

    def _near(self, sentence: Sentence, step: int) -> tuple[Voice | None, int]:
        """The speech of the nearest attributed sentence within reach, and how many sentences away it is."""
        sentences = self._annotated.sentences
        for distance in range(1, _REACH + 1):
            i = sentence.i + step * distance
            if not 0 <= i < len(sentences) or sentences[i].role is not sentence.role:
                return None, 0
            near = sentences[i]
            voices = [
                v
                for v in self._spoken
                if v.report.cue[0] < near.end and v.report.cue[1] > near.start and not v.report.in_quote
            ]
            voices = voices or [v for v in self._spoken if v.share(near.start, near.end) >= _COVER]
            if voices:
                return min(voices, key=lambda v: -v.size), distance
            if any(v.speaker is None and v.share(near.start, near.end) >= _COVER for v in self._voices):
                return None, 0
        return None, 0

    def _same_paragraph(self, a: int, b: int) -> bool:
        sentences = self._annotated.sentences
        return "\n" not in self._annotated.text[sentences[a].end : sentences[b].start]


def _inside(span: Span, sentence: Sentence) -> bool:
    return sentence.start <= span[0] and span[1] <= sentence.end


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _put(links: list[Link], link: Link) -> None:
    if all(link.name != x.name for x in links):
        links.append(link)
