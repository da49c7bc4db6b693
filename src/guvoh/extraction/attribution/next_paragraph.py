"""A paragraph that goes on with the numbers of whoever spoke in the one before it, of the same things."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.attribution.continuing import counts_on, seen_by_the_page
from guvoh.extraction.attribution.identities import PRESS, Identity
from guvoh.extraction.attribution.lexicon import cues, roles, singular, speaker_patterns, speaker_words, words_of
from guvoh.extraction.attribution.own_work import OwnWork, answers_for_office, gives_numbers
from guvoh.extraction.attribution.told_by import GIVEN, WHOLE
from guvoh.extraction.attribution.voices import Voice
from guvoh.model import SourceKind

_LONG = 4  # letters of the shortest noun that tells what is spoken of
_STEM = 6


class NextParagraph:
    """Whom a paragraph continues. `spoken` are the voices that have a speaker, in the order of their cues."""

    def __init__(self, annotated: Annotated, spoken: Sequence[Voice]) -> None:
        self._annotated = annotated
        self._spoken = spoken
        self._work = OwnWork(annotated)

    def teller(self, sentence: Sentence) -> Voice | None:
        """Who spoke last, in the paragraph before, where the sentence counts on with what he or she told of.

        "Of 391 cases 347 were heard, the court said.¶ Judges fined 276 violators of the 347": a page of its own gives
        another day or place first ("On Tuesday", "In Moscow"), or tells of other things.
        """
        text = self._annotated
        tokens = text.of(sentence)
        if (told := self.of_own(sentence)) is not None:
            return told
        if (
            self._is_somebody_else(sentence)
            or not any(t.pos == "NUM" for t in tokens)
            or speaker_patterns(text.language)["turns_away"].match(text.text, sentence.start)
        ):
            return None
        last = self._last_before(sentence)
        who = last.speaker if last is not None else None
        if last is None or who is None or who.kind in PRESS or not gives_numbers(who):
            return None
        if seen_by_the_page(text, sentence, who):
            return None
        if self._is_of_others(sentence, who) or (who.kind is SourceKind.OFFICIAL and self._work.abuse_named(tokens)):
            return None
        between = text.text[last.report.cue[1] : sentence.start]
        if between.count("\n\n") != 1:
            return None
        said = _said(text.text, self._spoken, last, sentence.start)
        if last.report.rule == GIVEN and self._counts_people(tokens, who) and speaker_patterns()["people"].search(said):
            return last  # "315 are to be expelled, such data was given by X.¶ Of a jail 276 foreigners wait"
        nouns = {t.lemma.lower() for t in tokens if t.pos == "NOUN"} - speaker_words(text.language)["too_common"]
        return last if any(len(noun) >= _LONG and noun[:_STEM] in said for noun in nouns) else None

    def of_own(self, sentence: Sentence) -> Voice | None:
        """Who has told all that stands in the paragraph before, where a number is told of the teller's own body.

        Or who tells the sentence before, where this one counts on.

        "Courts expelled 370. Their spokeswoman, X, made this public.¶ From April 8 to 12 the courts took in 502 cases".
        """
        tokens = self._annotated.of(sentence)
        last = self._last_before(sentence) if any(t.pos == "NUM" for t in tokens) else None
        if last is None or last.speaker is None or self._is_somebody_else(sentence):
            return None
        if self._counted_on(sentence, last):
            return last
        if last.report.rule not in WHOLE:
            return None
        if self._annotated.text[last.report.cue[1] : sentence.start].count("\n\n") > 1:
            return None
        own = self._own_nouns(last.speaker)
        return last if self._work.counts(tokens, own) else None

    def _counted_on(self, sentence: Sentence, last: Voice) -> bool:
        """Whether a sentence goes on with the count of the one before it: "127 came, X said. A further 96".

        Nobody who answers for an office goes on so to those who were beaten.
        """
        beside = "\n" not in self._annotated.text[last.report.cue[1] : sentence.start]
        told = last.extent[1] > self._annotated.sentences[sentence.i - 1].start if sentence.i else False
        who, text = last.speaker, self._annotated
        if who is None or who.kind in PRESS or not (beside and told and counts_on(text, sentence)):
            return False
        return not (answers_for_office(who, text.language) and self._work.abuse_named(text.of(sentence)))

    def _own_nouns(self, who: Identity) -> set[str]:
        """The nouns for bodies in a name and an office: "court" of "head of the courts' press service"."""
        language = self._annotated.language
        bodies = roles(language).collective - cues(language).words["mouthpieces"]
        told = {singular(word) for word in words_of(f"{who.name} {who.role or ''}")}
        return told & {singular(body) for body in bodies}

    def _counts_people(self, tokens: Sequence[Token], who: Identity) -> bool:
        """Whether a number of people is told to whom nobody else did something, nor anybody any abuse."""
        if self._work.abuse(tokens) or self._work.to_others(tokens, self._own_nouns(who)):
            return False
        affected = roles(self._annotated.language).affected
        nouns = (t for t in tokens if t.pos == "NOUN" and any(k.pos == "NUM" for k in self._annotated.children(t)))
        return any({t.lower, singular(t.lower)} & (affected | {"people"}) for t in nouns)

    def _is_somebody_else(self, sentence: Sentence) -> bool:
        """Whether somebody speaks in the sentence itself."""
        return any(sentence.start <= v.report.cue[0] < sentence.end for v in self._spoken)

    def _is_of_others(self, sentence: Sentence, who: Identity) -> bool:
        """Whether it tells what people outside of any office do, none of the speaker's: "Lawyers collected 40"."""
        known = roles(self._annotated.language)
        apart = known.person - known.everyday - known.official
        doers = {t.lower for t in self._annotated.of(sentence) if t.relation == "nsubj"} - known.state
        own = f"{who.name} {who.role or ''}".lower()
        return any(one in apart and one not in own for one in {*doers, *map(singular, doers)})

    def _last_before(self, sentence: Sentence) -> Voice | None:
        """The voice whose cue stands last before the sentence, in the text itself and outside quotations."""
        before = (v for v in self._spoken if v.report.cue[1] <= sentence.start and not v.report.in_quote)
        told = (
            v for v in before if (at := self._annotated.at(v.report.cue[0])) is not None and at.role is sentence.role
        )
        return max(told, key=lambda v: v.report.cue, default=None)


def _said(text: str, spoken: Sequence[Voice], last: Voice, upto: int) -> str:
    """All that the speaker has said so far, in small letters."""
    own = (v for v in spoken if v.speaker is last.speaker and v.report.cue[1] <= upto)
    return " ".join(text[start:end] for v in own for start, end in v.content).lower()
