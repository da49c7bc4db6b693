"""Sentences without a cue that go on with a speaker: in the same paragraph, between two passages, taken up by name."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.accounts import befell, in_passing
from guvoh.extraction.attribution.amid import amid
from guvoh.extraction.attribution.beside import Beside, inside
from guvoh.extraction.attribution.contesting import Contesting
from guvoh.extraction.attribution.continuing import (
    breaks_off,
    counts_on,
    gives_background,
    shifted_back,
    takes_up,
)
from guvoh.extraction.attribution.identities import CHANNELS
from guvoh.extraction.attribution.keeping_silent import keeps_numbers_back, keeps_silent
from guvoh.extraction.attribution.kinds_of_tokens import MARKS
from guvoh.extraction.attribution.lead_ins import LeadIns
from guvoh.extraction.attribution.lexicon import speaker_patterns, speaker_words
from guvoh.extraction.attribution.listing import Listing
from guvoh.extraction.attribution.next_paragraph import NextParagraph
from guvoh.extraction.attribution.said_so_far import SaidSoFar, words
from guvoh.extraction.attribution.said_to_go_on import SaidToGoOn
from guvoh.extraction.attribution.voices import Voice
from guvoh.extraction.attribution.ways import Ways, first_of
from guvoh.model import Role, SourceKind

_NEXT_TO = "the paragraph goes on with the numbers of what {} told in the one before"
_COUNTED_ON = 6  # sentences that may count on one after the other
_BEFORE_CUE = 20  # characters: "went on to"


class Continuations:
    """Whom the unmarked sentences of one document continue. `people` are the nouns for people and bodies."""

    def __init__(
        self, annotated: Annotated, voices: Sequence[Voice], people: frozenset[str], contesting: Contesting
    ) -> None:
        self._annotated = annotated
        self._people = people
        self._voices = voices
        self._spoken = [v for v in voices if v.speaker is not None]
        self._said: dict[int, SaidSoFar] = {}
        self._beside = Beside(annotated, voices)
        self._opened: dict[int, Voice | None] = {}
        """Whom the sentences of a paragraph continue from its opening, as far as it was read."""
        self._known: dict[int, tuple[Voice, str] | None] = {}
        self._lead_ins = LeadIns(annotated, voices, self._beside)
        self._next = NextParagraph(annotated, self._spoken)
        self._amid = amid(annotated, self._spoken)
        self._contesting = contesting
        self._distanced = SaidToGoOn(annotated, self._spoken, contesting)
        self._listing = Listing(annotated, self._beside.firsts, self._above_list)

    def at(self, start: int) -> tuple[Voice, str] | None:
        """The voice that an unmarked sentence continues, with the reason; None when the text does not show it."""
        sentence = self._annotated.at(start)
        if sentence is None or sentence.role in (Role.TITLE, Role.CAPTION) or self._beside.by_another(sentence):
            return None
        found = (
            self._bound_to_others(sentence, start)
            or self._carried(sentence)
            or self._uncontested(first_of(sentence, ((self._next.teller, _NEXT_TO),)))
            or self._of_those_before(sentence)
            or self._uncontested(first_of(sentence, self._amid))
            or first_of(sentence, ((self._distanced.teller, "keeps the distance in which {} is told of before"),))
        )
        barred = found is not None and self._distanced.barred(sentence, found[0])
        return None if barred or (found is not None and self._numbers_kept_back(sentence, found[0])) else found

    def _uncontested(self, found: tuple[Voice, str] | None) -> tuple[Voice, str] | None:
        """What is found, unless the source denies: "Twelve were locked in" amid the words of who denies it."""
        return None if found is None or self._contesting.contests(found[0]) else found

    def _numbers_kept_back(self, sentence: Sentence, voice: Voice) -> bool:
        """Whether a number follows words of giving none, behind `voice`: "declined to give figures. 40 men"."""
        if voice.report.cue[0] > sentence.start or not any(t.pos == "NUM" for t in self._annotated.of(sentence)):
            return False
        return any(
            self._beside.same_paragraph(i, sentence.i) and keeps_numbers_back(self._annotated, i)
            for i in range(max(voice.report.sentence, sentence.i - _COUNTED_ON), sentence.i)
        )

    def of_own(self, start: int) -> tuple[Voice, str] | None:
        """Who told all of the paragraph before and goes on, in "it is claimed that", with numbers of their own body."""
        sentence = self._annotated.at(start)
        voice = self._next.of_own(sentence) if sentence is not None else None
        who = voice.speaker if voice is not None else None
        return None if voice is None or who is None else (voice, _NEXT_TO.format(who.name))

    def _of_those_before(self, sentence: Sentence) -> tuple[Voice, str] | None:
        """The voice that the sentence before continues, where this one counts on: "They fined 276 and let 12 go"."""
        found, passed = None, [sentence]
        while found is None and len(passed) <= _COUNTED_ON:
            i = passed[-1].i
            goes_on = i > 0 and self._beside.same_paragraph(i - 1, i)
            if not goes_on or not speaker_patterns()["of_those"].match(self._beside.sentence_text(i)):
                return None
            passed.append(self._annotated.sentences[i - 1])
            found = self._continued(passed[-1])
        alone = found is not None and all(self._beside.alone(one, found[0]) for one in passed[:-1])
        return found if alone else None

    def _continued(self, sentence: Sentence) -> tuple[Voice, str] | None:
        """The same as `at` by what stands beside a sentence alone; looked up, as many sentences may ask for one."""
        if sentence.i not in self._known:
            found = self._bound_to_others(sentence, sentence.start) or self._carried(sentence)
            self._known[sentence.i] = found
        return self._known[sentence.i]

    def _tells_nothing(self, sentence: Sentence) -> bool:
        return keeps_numbers_back(self._annotated, sentence.i) or keeps_silent(self._annotated, sentence.i)

    def _carried(self, sentence: Sentence) -> tuple[Voice, str] | None:
        """The voice before the sentence, where the text shows that it goes on, with the reason."""
        before, gap = self._beside.near(sentence, -1)
        if before is None or before.speaker is None or self._tells_nothing(sentence):
            return None
        counted = counts_on(self._annotated, sentence) and self._beside.alone(sentence, before)
        refers = counted or self._points_back(sentence)
        if gap == 1 and self._beside.same_paragraph(sentence.i - 1, sentence.i) and refers:
            return before, f"goes on from what {before.speaker.name} says in the sentence before"
        if self._beside.same_paragraph(sentence.i - gap, sentence.i) and self._unbroken(sentence, before, gap):
            return before, f"goes on in the paragraph in which {before.speaker.name} speaks"
        if self._news_of(sentence, before, gap):
            return before, f"goes on in the paragraph that {before.speaker.name} reports"
        if self._taken_up(sentence, before, gap):
            return before, f"{before.speaker.name} spoke last, and the paragraph goes on with what it did"
        after, ahead = self._beside.near(sentence, 1)
        if after is None or after.speaker is not before.speaker:
            return None
        silent = not any(inside(v.report.cue, sentence) for v in self._voices)
        if silent and self._beside.same_paragraph(sentence.i, sentence.i + ahead) and self._goes_on(sentence, before):
            return before, f"stands between two passages of {before.speaker.name}"
        near = self._beside.sentence_text(sentence.i + ahead)
        links = speaker_patterns()["links_back"].search(near) or self._speaks_on(after)
        if self._bound(sentence, gap) or links:
            return before, f"stands between two passages of {before.speaker.name} and refers back"
        return None

    def _speaks_on(self, voice: Voice) -> bool:
        """Whether it is the telling that goes on ("X went on to say", “…,” X continued), and not what is told of."""
        first, last = voice.report.cue
        speaks_on = speaker_patterns()["speaks_on"]
        return speaks_on.search(self._annotated.text, max(0, first - _BEFORE_CUE), last) is not None

    def _bound_to_others(self, sentence: Sentence, start: int) -> tuple[Voice, str] | None:
        """Who speaks in the same sentence or after it, and to whom this one belongs, with the reason."""
        ways: Ways = (
            (lambda near: self._after_semicolon(near, start), "goes on after a semicolon from what {} says"),
            (self._lead_ins.added_to, "leads to what {} adds in the same paragraph"),
            (self._lead_ins.leads_to, "tells of {}, which speaks in the next sentence"),
            (self._of_themselves, "goes on telling of {}, who has just spoken"),
            (self._of_those_counted, "tells how many of those of whom {} has just spoken"),
            (self._after_opening, "goes on in a paragraph that {} opened"),
            (self._lead_ins.counted_on, "the next sentence goes on with the count, and {} tells it"),
            (self._listing.teller, "an item of a list that {} gives"),
            (lambda near: self._quoted_in(near, start), "the words of {} are quoted in the same sentence"),
        )
        return first_of(sentence, ways)

    def _quoted_in(self, sentence: Sentence, start: int) -> Voice | None:
        """Whose words are quoted in a sentence without a cue: "In it “almost 1,200” were checked, “dozens” held"."""
        marked = {self._annotated.text[start - 1 : start], self._annotated.text[start : start + 1]} & MARKS
        if not marked or any(inside(v.report.cue, sentence) for v in self._voices):
            return None
        return next((v for v in self._spoken if any(inside(span, sentence) for span in v.content)), None)

    def _above_list(self, sentence: Sentence) -> Voice | None:
        """Who speaks in a sentence above a list, or before it in its paragraph."""
        here = [v for v in self._spoken if inside(v.report.cue, sentence) and not v.report.in_quote]
        before, gap = self._beside.near(sentence, -1)
        joined = gap == 1 and self._beside.same_paragraph(sentence.i - 1, sentence.i)
        goes_on = gap == 1 and speaker_patterns()["statement_reads"].match(self._beside.sentence_text(sentence.i))
        return here[-1] if here else before if joined or goes_on else None

    def _after_semicolon(self, sentence: Sentence, start: int) -> Voice | None:
        """Who spoke in the sentence before a semicolon, where the clause behind it only goes on with the count."""
        mark = self._annotated.text.rfind(";", sentence.start, start)
        if mark < 0 or not (
            counts_on(self._annotated, sentence, begin=mark + 1) or shifted_back(self._annotated, sentence, mark + 1)
        ):
            return None
        spoken = [v for v in self._spoken if inside(v.report.cue, sentence) and not v.report.in_quote]
        behind = any(v.report.cue[0] > mark for v in self._voices if inside(v.report.cue, sentence))
        return spoken[-1] if spoken and not behind else None

    def _of_themselves(self, sentence: Sentence) -> Voice | None:
        """The person who spoke right before a paragraph that opens with "He" or "She": "He still owes £1,100"."""
        text = self._annotated
        opens = text.tokens[sentence.first]
        before, gap = self._beside.near(sentence, -1)
        who = before.speaker if before is not None else None
        if (
            opens.lower not in ("he", "she")
            or who is None
            or gap != 1
            or self._beside.same_paragraph(sentence.i - 1, sentence.i)
        ):
            return None
        if (
            not who.persona
            or who.plural
            or who.kind is SourceKind.OFFICIAL
            or who.gender not in ("", "m" if opens.lower == "he" else "f")
        ):
            return None
        return None if any(inside(v.report.cue, sentence) for v in self._voices) else before

    def _of_those_counted(self, sentence: Sentence) -> Voice | None:
        """Who spoke right before a paragraph that opens with a part of those counted: "379 of them were deported"."""
        before, gap = self._beside.near(sentence, -1)
        if before is None or gap != 1 or self._beside.same_paragraph(sentence.i - 1, sentence.i):
            return None
        of_them = speaker_patterns()["of_them"].match(self._beside.sentence_text(sentence.i)) is not None
        return before if of_them and self._beside.alone(sentence, before) and not before.report.weak else None

    def _after_opening(self, sentence: Sentence) -> Voice | None:
        """Whoever the paragraph before goes on with, as long as nobody else takes over in it."""
        first = self._beside.firsts[sentence.i]
        if first == sentence.i:
            return None
        if first not in self._opened:
            opening = self._annotated.sentences[first]
            self._opened[first] = self._of_themselves(opening) or self._of_those_counted(opening)
        read = sentence.i
        while read not in self._opened:
            read -= 1
        for near in self._annotated.sentences[read + 1 : sentence.i + 1]:
            voice = self._opened[near.i - 1]
            self._opened[near.i] = voice if voice is not None and self._goes_on(near, voice) else None
        return self._opened[sentence.i]

    def _goes_on(self, sentence: Sentence, voice: Voice) -> bool:
        """Whether nothing in an unmarked sentence shows that somebody else, or the page, now speaks."""
        if voice.speaker is None or voice.report.weak:
            return False
        if not self._beside.alone(sentence, voice):
            return False
        refers = counts_on(self._annotated, sentence) or self._points_back(sentence)
        if not refers and in_passing(self._annotated, sentence, voice.speaker, voice.report.source):
            return False
        return not breaks_off(self._annotated, sentence, self._told(voice, sentence), self._people, voice.speaker)

    def _points_back(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with what points back: "Many of those", "During this time"."""
        return speaker_patterns()["pointing_back"].match(self._beside.sentence_text(sentence.i)) is not None

    def _unbroken(self, sentence: Sentence, voice: Voice, gap: int) -> bool:
        """Whether every sentence since `voice` goes on with it, or this one tells of the person who spoke."""
        if not self._goes_on(sentence, voice):
            return False
        between = self._annotated.sentences[sentence.i - gap + 1 : sentence.i]
        himself = voice.speaker is not None and befell(self._annotated, sentence, voice.speaker)
        return himself or all(self._goes_on(near, voice) for near in between)

    def _told(self, voice: Voice, sentence: Sentence) -> tuple[AbstractSet[str], ...]:
        """The words (lower case) of all that the speaker of `voice` has said before the sentence, name and role too."""
        who, text = voice.speaker, self._annotated.text
        named = (who.role or "" if who.persona else who.name) if who is not None else ""
        if id(who) not in self._said:
            self._said[id(who)] = SaidSoFar(text, [v.extent for v in self._spoken if v.speaker is who])
        near = text[voice.extent[0] : sentence.start]
        return self._said[id(who)].before(sentence.start), words(near), words(named)

    def _news_of(self, sentence: Sentence, voice: Voice, gap: int) -> bool:
        """Whether an outlet or agency goes on telling what others did: its paragraph, in which nobody else speaks."""
        if voice.speaker is None or voice.speaker.kind not in CHANNELS or voice.report.weak:
            return False
        if not self._beside.same_paragraph(sentence.i - gap, sentence.i):
            return False
        ourselves = speaker_words(self._annotated.language)["ourselves"]
        run = [self._annotated.sentences[i] for i in range(sentence.i - gap + 1, sentence.i + 1)]
        own = any(t.lower in ourselves for near in run for t in self._annotated.of(near))
        asks = self._beside.sentence_text(sentence.i).endswith("?")
        if own or asks or any(gives_background(self._annotated, near) for near in run):
            return False
        return all(self._beside.alone(near, voice) for near in run)

    def _taken_up(self, sentence: Sentence, voice: Voice, gap: int) -> bool:
        """Whether the paragraph after the speaker's opens with what that body itself did, and nobody else speaks."""
        first = self._beside.firsts[sentence.i]
        if voice.speaker is None or first != sentence.i - gap + 1:
            return False
        run = [self._annotated.sentences[i] for i in range(first, sentence.i + 1)]
        if not run or not takes_up(self._annotated, run[0], voice.speaker):
            return False
        return all(self._goes_on(near, voice) for near in run[1:])

    def _bound(self, sentence: Sentence, gap: int) -> bool:
        """Whether a sentence of the run since the last speech refers back to it."""
        run = [self._beside.sentence_text(i) for i in range(sentence.i - gap + 1, sentence.i + 1)]
        known = speaker_patterns()
        back = any(known["pointing_back"].match(told) or " such " in told[:40] for told in run)
        return back or known["sequel"].match(run[0]) is not None
