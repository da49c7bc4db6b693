"""Whose account a sentence most likely is where no rule tells: a learned decision among the sources of the page."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.attribution.backgrounds import in_background
from guvoh.extraction.attribution.contesting import Contesting
from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.keeping_silent import keeps_numbers_back, keeps_silent
from guvoh.extraction.attribution.lexicon import roles, speaker_patterns, speaker_words
from guvoh.extraction.attribution.own_work import OwnWork, answers_for_office, gives_numbers
from guvoh.extraction.attribution.parts_of_page import FAR, Part, Words, beside, holds, is_subject
from guvoh.extraction.attribution.passages import Passages
from guvoh.extraction.attribution.private_speakers import seems_private
from guvoh.extraction.attribution.voices import Voice
from guvoh.extraction.learned.trees import Trees, read_trees
from guvoh.model import Role, SourceKind

LEAST = 0.30
"""The probability from which on a source is told. Where no rule tells who speaks, a page seldom speaks for itself, so
that what falls below even odds is still right four times in five on pages of writers not learned from (recipe)."""
_SHORTEST_PAGE = 8
"""Sentences of the shortest text that is judged: the trees know whole pages only."""
_NONE = FAR + 1  # where there is none
_FAR_PARAGRAPH, _NO_PARAGRAPH = 6, 7
_MANY, _MANY_BETWEEN = 8, 5  # sources, voices: so many or more
_VERY_MANY = 24
"""Sources of a page on which not every one is asked for each sentence."""
_QUOTED = frozenset('"“”«»„')

Numbers = Mapping[str, float]


class WhoseAccount:
    """The likeliest source of each sentence of one document; `spoken` are the voices that have a speaker."""

    def __init__(self, annotated: Annotated, spoken: Sequence[Voice], contesting: Contesting) -> None:
        self._annotated = annotated
        self._spoken = spoken
        self._contesting = contesting
        self._work = OwnWork(annotated)
        self._decided: dict[int, tuple[Voice, float] | None] = {}

    def teller(self, start: int) -> tuple[Voice, float] | None:
        """Words of the likeliest source of the sentence at `start`, the last before it if any, and the probability.

        None where no source reaches `LEAST`, or the language has no trees.
        """
        sentence, trees = self._annotated.at(start), _trees(self._annotated.language)
        if sentence is None or trees is None or len(self._lines) < _SHORTEST_PAGE:
            return None
        if sentence.i not in self._decided:
            self._decided[sentence.i] = self._decide(sentence, trees)
        return self._decided[sentence.i]

    def candidates(self, sentence: Sentence) -> list[tuple[Identity, Numbers]]:
        """Every source of the page that may tell an unmarked sentence, with what is known of both, in numbers.

        Of very many only those whose words stand near, and those who speak most.
        """
        at = self._place.get(sentence.i)
        if at is None or not self._cues:
            return []
        shared, words = self._of_sentence(sentence, at), Words.of(self._annotated.of(sentence))
        return [(part.who, {**shared, **self._of_source(part, words, at)}) for part in self._asked(at)]

    def _asked(self, at: int) -> Sequence[Part]:
        if len(self._parts) <= _VERY_MANY:
            return self._parts
        return [part for n, part in enumerate(self._parts) if n in self._loudest or part.is_near(at)]

    def _decide(self, sentence: Sentence, trees: Trees) -> tuple[Voice, float] | None:
        found = self.candidates(sentence)
        if not found:
            return None
        odds = trees.odds([[known[name] for name in trees.names] for _, known in found])
        best = max(range(len(found)), key=odds.__getitem__)
        likely, who = 1 / (1 + math.exp(-odds[best])), found[best][0]
        voice = next(part for part in self._parts if part.who is who).last_before(sentence.start)
        return (voice, likely) if likely >= LEAST and self._may_tell(who, voice, sentence) else None

    def _may_tell(self, who: Identity, voice: Voice, sentence: Sentence) -> bool:
        """Whether nothing speaks against a source: no private person, no abuse by those who answer for it.

        Nor does who denies something, or would give no number, go on with one; nor anybody where the page itself
        speaks, asks, or names what it goes by.
        """
        if not self._gives_numbers(who) or self._contesting.contests(voice) or self._is_the_pages(sentence):
            return False
        text = self._annotated
        if answers_for_office(who, text.language) and self._work.abuse_named(text.of(sentence)):
            return False
        since = range(voice.report.sentence, sentence.i)
        if any(keeps_numbers_back(text, i) or keeps_silent(text, i) for i in since):
            return False
        group = who.kind is SourceKind.NGO  # its words and those of a page that says "we" are often one account
        return group or not any(self._tells_of_itself(text.sentences[i]) for i in since[1:])

    def _tells_of_itself(self, sentence: Sentence) -> bool:
        """Whether the page tells of itself: "Our lawyers met 64 people", not “We met 64 people”."""
        tokens = self._annotated.of(sentence)
        ours = speaker_words(self._annotated.language)["ourselves"]
        return any(t.lower in ours for t in tokens) and not any(t.text in _QUOTED for t in tokens)

    def _gives_numbers(self, who: Identity) -> bool:
        """Whether the source is no private person: one whom nothing but a name or an everyday calling tells."""
        known = roles(self._annotated.language)
        return gives_numbers(who) and not (who.persona and (who.role is None or seems_private(who, known)))

    def _is_the_pages(self, sentence: Sentence) -> bool:
        """Whether the page tells of itself ("we counted"), asks, captions a picture or goes by some other paper."""
        text = self._annotated
        if sentence.role is Role.CAPTION or text.text[sentence.end - 1 : sentence.end] == "?":
            return True
        by_another = speaker_patterns(text.language)["by_another"].match(text.text, sentence.start, sentence.end)
        background = in_background(text, sentence, self._cued)
        return background or by_another is not None or self._tells_of_itself(sentence)

    @cached_property
    def _told(self) -> list[Voice]:
        return Passages(self._annotated, self._spoken).told

    @cached_property
    def _cued(self) -> frozenset[int]:
        """The numbers of the sentences in which somebody speaks."""
        return frozenset(voice.report.sentence for voice in self._spoken)

    @cached_property
    def _lines(self) -> list[Sentence]:
        return [s for s in self._annotated.sentences if s.role is not Role.TITLE]

    @cached_property
    def _place(self) -> dict[int, int]:
        """Where a sentence stands among those of the text, by its number."""
        return {s.i: n for n, s in enumerate(self._lines)}

    @cached_property
    def _paragraphs(self) -> list[int]:
        """The number of each sentence's paragraph."""
        text, found = self._annotated.text, [0]
        for before, after in zip(self._lines, self._lines[1:], strict=False):
            found.append(found[-1] + ("\n" in text[before.end : after.start]))
        return found

    @cached_property
    def _cues(self) -> list[int]:
        """The sentence of each voice's cue."""
        at = (self._annotated.at(voice.report.cue[0]) for voice in self._told)
        return [self._place.get(s.i, 0) if s is not None else 0 for s in at]

    @cached_property
    def _parts(self) -> list[Part]:
        """The part of each source that speaks in the text, in the order of their first words."""
        found: dict[int, Part] = {}
        for cue, voice in zip(self._cues, self._told, strict=True):
            if voice.speaker is not None:
                part = found.setdefault(id(voice.speaker), Part(voice.speaker))
                part.voices.append(voice)
                part.cues.append(cue)
        covered: dict[int, list[int]] = {who: [] for who in found}
        for voice in self._spoken:
            if id(voice.speaker) in found:
                spans = (*voice.content, voice.report.cue)
                covered[id(voice.speaker)].extend(n for span in spans for n in self._over(span))
        for who, part in found.items():
            part.close(covered[who], self._numbered)
        return list(found.values())

    @cached_property
    def _loudest(self) -> frozenset[int]:
        """Which sources, by their place among all, speak most often."""
        return frozenset(sorted(range(len(self._parts)), key=lambda n: -len(self._parts[n].cues))[:_MANY])

    def _over(self, span: tuple[int, int]) -> Iterator[int]:
        sentence = self._annotated.at(span[0])
        for following in self._annotated.sentences[sentence.i :] if sentence is not None else ():
            if following.start >= span[1]:
                return
            if following.i in self._place:
                yield self._place[following.i]

    @cached_property
    def _numbered(self) -> set[int]:
        """The sentences that hold a number."""
        return {n for n, s in enumerate(self._lines) if any(t.pos == "NUM" for t in self._annotated.of(s))}

    @cached_property
    def _uncovered(self) -> float:
        """The part of the text that is nobody's words."""
        return 1 - len({n for part in self._parts for n in part.covered}) / len(self._lines)

    def _of_sentence(self, sentence: Sentence, at: int) -> Numbers:
        """What is known of the sentence alone."""
        tokens, paragraphs = self._annotated.of(sentence), self._paragraphs
        first = tokens[0].pos if tokens else ""
        counted = (t for t in tokens if is_subject(t) and (t.pos == "NUM" or self._has_number(t)))
        return {
            "any_inside": at in self._cues,
            "f_DET": first == "DET",
            "f_PRON": first == "PRON",
            "frac": at / len(self._lines),
            "others": min(len(self._parts) - 1, _MANY),
            "par_start": at == 0 or paragraphs[at] != paragraphs[at - 1],
            "propn": min(sum(t.pos == "PROPN" for t in tokens), _FAR_PARAGRAPH),
            "quote": any(t.text in _QUOTED for t in tokens),
            "subjnum": any(True for _ in counted),
            "uncovered": self._uncovered,
        }

    def _has_number(self, token: Token) -> bool:
        return any(child.pos == "NUM" for child in self._annotated.children(token))

    def _of_source(self, part: Part, words: Words, at: int) -> Numbers:
        """What is known of a source: how much of the page is its account, and how near to the sentence."""
        who = part.who
        return {
            "share": len(part.cues) / len(self._told),
            "cover": len(part.covered) / len(self._lines),
            "numcov": part.numbered / max(len(self._numbered), 1),
            "persona": who.persona,
            "role": who.role is not None,
            "k_official": who.kind is SourceKind.OFFICIAL,
            "k_ngo": who.kind is SourceKind.NGO,
            "k_outlet": who.kind is SourceKind.OUTLET,
            **self._nearness(part, at),
            "named_here": words.name(part),
            "subj_head": words.have_for_subject(part),
        }

    def _nearness(self, part: Part, at: int) -> Numbers:
        """How far the source's cues and words are, before and behind, and whether others speak between."""
        cue, next_cue = beside(part.cues, at)
        covered, next_covered = beside(part.covered, at)
        last, first = bisect_left(self._cues, at), bisect_right(self._cues, at)
        paragraphs = self._paragraphs
        return {
            "inside": holds(part.cues, at),
            "is_last": last > 0 and self._told[last - 1].speaker is part.who,
            "is_next": first < len(self._told) and self._told[first].speaker is part.who,
            "d_cue": _NONE if cue is None else min(at - cue, FAR),
            "d_cov": _NONE if covered is None else min(at - covered, FAR),
            "d_acue": _NONE if next_cue is None else min(next_cue - at, FAR),
            "d_acov": _NONE if next_covered is None else min(next_covered - at, FAR),
            "p_before": (
                _NO_PARAGRAPH if covered is None else min(paragraphs[at] - paragraphs[covered], _FAR_PARAGRAPH)
            ),
            "p_after": (
                _NO_PARAGRAPH
                if next_covered is None
                else min(paragraphs[next_covered] - paragraphs[at], _FAR_PARAGRAPH)
            ),
            "between": min(last - (bisect_right(self._cues, cue) if cue is not None else 0), _MANY_BETWEEN),
        }


@cache
def _trees(language: str) -> Trees | None:
    """The trees of a language: beside this file in an installed package, under models/ in a checkout; None if none."""
    packaged = Path(__file__).parent / "data" / language / "trees.tsv"
    checkout = Path(__file__).parents[4] / "models" / f"accounts-{language}" / "trees.tsv"
    path = packaged if packaged.exists() else checkout
    return read_trees(path) if path.exists() else None
