"""Who says a stretch of text: the innermost speaker, everyone it came through, the publisher last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.contesting import Contesting
from guvoh.extraction.attribution.continuations import Continuations
from guvoh.extraction.attribution.covering import Covering
from guvoh.extraction.attribution.identities import CHANNELS, Identity
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS, CueKind, saying_words, speaker_patterns
from guvoh.extraction.attribution.own_counts import counted_crowd, found_out
from guvoh.extraction.attribution.told_of_speakers import told_of
from guvoh.extraction.attribution.turns import TURN
from guvoh.extraction.attribution.voices import Voice
from guvoh.extraction.attribution.whose_account import WhoseAccount
from guvoh.model import Link, SourceKind, SourceMention, Span, Speech
from guvoh.model.statement import LIKELY

UNKNOWN = "no speech covers it: the page itself says it"
"""The reason where no rule tells who speaks."""
_COVER = 0.5
_TO_US = re.compile(r" (?:us|me)\b")
_GENITIVE = re.compile(r"['’]s ")
_ASKS = tuple(saying_words()["asks"])


@dataclass(frozen=True, slots=True)
class Chain:
    """Who says a stretch. `links` run from who said it first to the publisher and are empty when nobody is known.

    `cue` is the span of the words that report it, None when the page speaks; `hearsay` tells that the words
    keep their distance ("claimed", "reportedly", "it is alleged"); `denial` that the source denies it;
    `why` names the rule in words; `unknown` that none tells who speaks, so that the page is taken to.
    """

    links: tuple[Link, ...]
    cue: Span | None
    hearsay: bool
    why: str
    denial: bool = False
    unknown: bool = False


class Attributions:
    """The reported speech of one document: `speeches`, `sources`, who says a stretch (`chain`), whose `accounts`."""

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
        self._writer = writer
        self._voices = [v for v in voices if v.report.kind in CHAIN_KINDS]
        self._spoken = [v for v in self._voices if v.speaker is not None]
        self._asked = [v for v in voices if v.report.kind is CueKind.DIRECTIVE and self._asks(v)]
        contesting = Contesting(annotated, self._spoken)
        telling = [v for v in self._voices if not counted_crowd(v)]
        self._continuations = Continuations(annotated, telling, people, contesting)
        self._over = Covering(self._spoken)
        self.accounts = WhoseAccount(annotated, [v for v in telling if v.speaker is not None], contesting)
        self._last_found: tuple[tuple[int, ...], list[Voice]] = ((), [])

    def chain(self, start: int, end: int, *, counted: bool = True) -> Chain:
        """Who says `text[start:end]`: by the rules, else the page, or the source whose account it most likely is.

        The last is asked for numbers only (`counted`): of acts it was less often right, and who acts may accuse.
        """
        found = self.chain_by_rules(start, end)
        sentence = self._annotated.at(start) if counted and found.unknown and not found.hearsay else None
        if sentence is None or self._distanced(sentence.start, sentence.end):
            return found
        likely = self.accounts.teller(start)
        return self._told_by(found, *likely) if likely is not None else found

    def _told_by(self, found: Chain, voice: Voice, odds: float) -> Chain:
        """The likeliest source before those who pass it on, or what was `found` where the page is that source."""
        who = voice.speaker
        if who is None or who is self._writer or self._is_publisher(who.name):
            return found
        links = (self._link(who, voice.mention), *found.links)
        return Chain(links, voice.report.cue, voice.hearsay, f"{LIKELY} {who.name} (learned, {odds:.2f})")

    def chain_by_rules(self, start: int, end: int) -> Chain:
        """The innermost speech over `text[start:end]`, a justified continuation, else the publisher."""
        covering = self._covering(start, end)
        hearsay = self._distanced(start, end) or any(
            v.report.flag == "hearsay" and v.share(start, end) >= _COVER for v in self._voices
        )
        if covering and self._own_reporter(covering[0]):
            return Chain(self._last_link(), None, hearsay, "a reporter of the page says it")
        if covering:
            return self._chain_of(covering, covering[0].report.rule, hearsay=hearsay)
        rumour = next((v for v in self._voices if v.speaker is None and v.share(start, end) >= _COVER), None)
        going_on = self._continuations.of_own(start) if rumour is not None else None
        if going_on is not None:
            return self._chain_of([going_on[0]], going_on[1], hearsay=True)
        if rumour is not None:
            return Chain(self._last_link(), rumour.report.cue, rumour.report.flag == "hearsay", rumour.report.rule)
        asking = next((v for v in self._asked if v.share(start, end) >= _COVER), None)
        if asking is not None:
            return self._chain_of([asking], asking.report.rule, hearsay=hearsay)
        themselves = told_of(self._annotated, self._spoken, start)
        if themselves is not None and not self._of_our_staff(themselves):
            return self._chain_of([themselves], "whoever speaks here tells it of themselves", hearsay=hearsay)
        held = self._continuations.at(start)
        if held is not None:
            voice, why = held
            return self._chain_of([voice], why, hearsay=hearsay)
        polled = self._polled(start, end)
        if polled is not None:
            return polled
        itself = self._speaking(start, end)
        if itself is not None:
            return self._chain_of([itself], "those counted are the ones who speak to the page", hearsay=hearsay)
        return Chain(self._last_link(), None, hearsay, UNKNOWN, unknown=True)

    def counts_tellers(self, start: int, end: int) -> bool:
        """Whether a number only tells how many spoke: "citing two sources", "two officials told X", "two witnesses"."""
        text = self._annotated.text
        named = (v.mention for v in self._voices if v.mention and v.mention[0] <= start and end <= v.mention[1])
        return any(speaker_patterns()["unnamed_tellers"].search(text, end - 1, e) is not None for _, e in named)

    def _asks(self, voice: Voice) -> bool:
        """Whether a body puts a demand in words, which tells what it is about; an order only acts."""
        who, cue = voice.speaker, self._annotated.text[slice(*voice.report.cue)].lower()
        asks = cue.startswith(_ASKS) and not voice.report.in_quote
        return asks and who is not None and who.named and not who.persona

    def _of_our_staff(self, voice: Voice) -> bool:
        """Whether people of the body whose page it is speak, called by its initials: "ARLA's lawyers, who met 32"."""
        if voice.speaker is None or self._publisher is None:
            return False
        owner = _GENITIVE.split(voice.speaker.name)[0]
        initials = "".join(word[0] for word in self._publisher.name.split() if word[:1].isupper())
        return owner != voice.speaker.name and (owner == initials or self._is_publisher(owner))

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
        """The voice whose speaker the stretch names: "Two vendors told us that"; how many told others the page says."""
        itself = (v for v in self._spoken if v.mention and v.mention[0] <= start and end <= v.mention[1])
        to_the_page = (v for v in itself if _TO_US.match(self._annotated.text, v.report.cue[1]))
        return next((v for v in to_the_page if v.speaker is not None and " " in v.speaker.name), None)

    def _polled(self, start: int, end: int) -> Chain | None:
        """Who counted those who answer: "Sixty percent of respondents told the X Center that"."""
        text = self._annotated.text
        asked = (v for v in self._spoken if v.through and v.mention and v.mention[0] <= start and end <= v.mention[1])
        answering = speaker_patterns()["answering"]
        voice = next((v for v in asked if answering.search(text[slice(*v.mention or (0, 0))])), None)
        if voice is None:
            return None
        links = (self._link(voice.through[0], None), *self._last_link())
        return Chain(links, voice.report.cue, hearsay=False, why="who asked them counts those who answered")

    def _covering(self, start: int, end: int) -> Sequence[Voice]:
        """Speeches over the stretch, innermost first."""
        found = tuple(self._over.over(start, end, _COVER))
        if not found:
            within = [
                v
                for at in self._over.over(start, end, _COVER / 2)
                if start <= (v := self._spoken[at]).report.cue[0] and v.report.cue[1] <= end
            ]
            return sorted(within, key=lambda v: -v.share(start, end))[:1]
        if found != self._last_found[0]:
            self._last_found = found, self._inner_first(found)
        return self._last_found[1]

    def _inner_first(self, found: Sequence[int]) -> list[Voice]:
        depth = self._over.depths(found)
        over = [self._spoken[at] for at in found]
        inner = sorted(
            found,
            key=lambda at: (
                self._somebody_told_of(self._spoken[at]) or found_out(self._annotated, self._spoken[at], over),
                -depth[at],
                not self._spoken[at].report.rule.startswith("“citing"),
                self._spoken[at].size,
                self._spoken[at].report.cue,
            ),
        )
        return [self._spoken[at] for at in inner]

    def _somebody_told_of(self, voice: Voice) -> bool:
        """Whether a voice is "he" or "they" inside a quotation: whoever is quoted knows whom, the text does not say."""
        source = voice.report.source
        return voice.report.in_quote and source is not None and self._annotated.tokens[source.head].pos == "PRON"

    def _chain_of(self, voices: Sequence[Voice], why: str, *, hearsay: bool) -> Chain:
        inner = voices[0]
        links: list[Link] = []
        cited = inner.report.rule.startswith("“citing")
        outer = [v for v in voices[1:] if cited or v.share(*inner.report.cue) == 1]
        outer += [v for v in voices[1:] if not cited and v.share(*inner.report.cue) != 1 and self._passes_on(v, inner)]
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

    def _passes_on(self, outer: Voice, inner: Voice) -> bool:
        """Whether an outlet reports behind the words that tell who said it: "…, the ministry said, TASS reported"."""
        same = outer.report.sentence == inner.report.sentence and outer.speaker is not inner.speaker
        between = outer.content[-1][1] <= inner.report.cue[0] < inner.report.cue[1] <= outer.report.cue[0]
        return same and between and outer.speaker is not None and outer.speaker.kind in CHANNELS

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
        own = self._publisher
        return own is not None and _bare(name) in {_bare(x) for x in (own.name, *own.aliases)}

    def _distanced(self, start: int, end: int) -> bool:
        """Whether an adverb of hearsay stands in the stretch or right before it."""
        sentence = self._annotated.at(start)
        if sentence is None or self._annotated.forms(sentence).isdisjoint(self._adverbs):
            return False
        tokens = self._annotated.of(sentence)
        return any(t.lower in self._adverbs and t.end > start - 30 and t.start < max(end, start + 1) for t in tokens)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _put(links: list[Link], link: Link) -> None:
    if all(link.name != x.name for x in links):
        links.append(link)
