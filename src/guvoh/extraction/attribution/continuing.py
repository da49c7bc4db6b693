"""Whether a sentence without a cue goes on with what the speaker before it says, or begins something else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.attribution.accounts import befell, counts_people, met_in_it, ruled
from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.lexicon import saying_words, singular, speaker_patterns, speaker_words
from guvoh.extraction.attribution.own_work import OwnWork
from guvoh.model import SourceKind

_GENITIVE = saying_words()["genitive"]

_OPENING = 4
_STEM = 6
_MARKETS = saying_words()["markets"]


def breaks_off(
    text: Annotated, sentence: Sentence, told: Iterable[AbstractSet[str]], people: frozenset[str], speaker: Identity
) -> bool:
    """Whether the page itself or somebody new takes over in `sentence` from `speaker`.

    The page does when it says "we" or asks; somebody new does who is the subject of an active verb, is a name or one
    of the nouns for `people` and bodies, and does not occur in `told`, the words (lower case) so far.
    """
    tokens, words = text.of(sentence), speaker_words(text.language)
    if text.text[sentence.end - 1 : sentence.end] == "?" or any(t.lower in words["ourselves"] for t in tokens):
        return True
    if seen_by_the_page(text, sentence, speaker):
        return True
    subject = next((t for t in tokens if t.dep == "nsubj" and t.pos != "PRON"), None)
    if subject is not None and subject.lower in _MARKETS and text.child(subject, "nmod:poss") is not None:
        return True  # "Its share price fell 1.4 percent"
    if tokens[:1] and tokens[0].lower == "there":
        return False
    if befell(text, sentence, speaker):
        return False
    if subject is None or _known(text, subject, told) or _part(text, subject) or means(text, subject, speaker):
        return False
    if any(t.lower in words["owned"] for t in tokens if subject.i - 3 <= t.i < subject.i):
        return False
    if speaker.persona and subject.pos == "NOUN" and _done_to(text, subject, speaker):
        return False
    if met_in_it(text, subject, speaker) or counts_people(text, sentence, subject):
        return False
    if ruled(text, sentence, subject, speaker):
        return False
    return _somebody(text, subject, people) or background(text, subject)


def seen_by_the_page(text: Annotated, sentence: Sentence, speaker: Identity) -> bool:
    """Whether a sentence tells, behind anybody but a witness, what is widely held or how a crowd came together."""
    patterns = speaker_patterns(text.language)
    if patterns["widely_held"].search(text.text, sentence.start, sentence.end):
        return True  # "The raid is seen as one of the biggest"
    crowd = patterns["crowds"].search(text.text, sentence.start, sentence.end)
    tokens, work = text.of(sentence), OwnWork(text)
    if crowd is None or work.abuse(tokens) or work.abuse_named(tokens):
        return False  # "Families were robbed by officers when they gathered"
    return speaker.kind is not SourceKind.WITNESS and not speaker.private


def takes_up(text: Annotated, sentence: Sentence, speaker: Identity) -> bool:
    """Whether a sentence tells what the body that spoke last did: "In 2024 the agency sent 98,400 people"."""
    tokens = text.of(sentence)
    subject = next((t for t in tokens if t.dep == "nsubj"), None)
    if subject is None or speaker.persona or not speaker.named or not any(t.pos == "NUM" for t in tokens):
        return False
    staff = speaker.kind is SourceKind.NGO and any(t.lower == "its" for t in text.children(subject, "nmod:poss"))
    if not (subject.lower == "it" or staff or means(text, subject, speaker)):
        return False
    verb = text.head(subject)
    group = [verb, *text.children(verb, "aux", "cop")]
    return any(t.tag == "VBD" for t in group) or any(t.lower in ("has", "have") for t in group)


def counts_on(text: Annotated, sentence: Sentence, *, closed: bool = False, begin: int = 0) -> bool:
    """Whether a sentence goes on counting those of the one before, with no noun of its own: "Only two were charged".

    `closed` tells that a speaker closes it: "…, X said"; of a sentence in two parts only what follows `begin` is read.
    """
    tokens = [t for t in text.of(sentence) if t.start >= begin]
    if _in_some(text, tokens):
        return True
    subject = next((t for t in tokens if t.dep in ("nsubj", "nsubj:pass")), None)
    if subject is None or subject.i - tokens[0].i > _OPENING:
        return False
    if any(t.dep == "nsubj" and t.pos == "PROPN" and t.i != subject.i for t in tokens) and not closed:
        return False  # "260 were moved to a camp which the Ministry put up"
    them = [t.lower for t in text.tokens[subject.i + 1 : subject.i + 3]]
    words = speaker_words(text.language)
    is_part = subject.lower in words["parts"] and subject.lower != "number"
    more = (
        subject.lower in ("more", "others") and text.tokens[subject.i - 1].pos == "NUM" and subject.i > sentence.first
    )
    counted = more or subject.pos == "NUM" or subject.lower in words["counted"] or is_part
    return counted and ("of" not in them or bool(words["them"].intersection(them)))


def shifted_back(text: Annotated, sentence: Sentence, begin: int) -> bool:
    """Whether a clause from `begin` on tells of "him" or "them" in the tense of what others said: "he had met 30"."""
    subject = next((t for t in text.of(sentence) if t.start >= begin and t.dep in ("nsubj", "nsubj:pass")), None)
    if subject is None or subject.lower not in ("he", "she", "they", "it"):
        return False
    return any(t.lower in ("had", "would") for t in text.children(text.head(subject), "aux"))


def tells_of_them(text: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence tells what befell those of the one before: "There they were handed summonses"."""
    subject = next((t for t in text.of(sentence) if t.dep in ("nsubj", "nsubj:pass")), None)
    return subject is not None and subject.lower == "they" and subject.i - sentence.first <= _OPENING


def _in_some(text: Annotated, tokens: Sequence[Token]) -> bool:
    """Whether a sentence opens with some of the cases counted before: "In 15, the men", "In most cases, 30 of"."""
    if len(tokens) < 4 or tokens[0].lower not in ("in", "of", "among") or tokens[1].text.istitle():
        return False
    number = tokens[1].pos == "NUM" and len(tokens[1].text) < len("2024")  # no year
    counted = number or tokens[1].lower in speaker_words(text.language)["counted"]
    return counted and tokens[2].lower in (",", "of", "cases", "instances", "episodes")


def means(text: Annotated, subject: Token, speaker: Identity) -> bool:
    """Whether a definite noun is the body that speaks: "the agency", "the organisation"."""
    article = text.tokens[subject.i - 1].lower if subject.i else ""
    owner = next((t for t in text.children(subject, "nmod:poss")), None)
    if owner is not None and owner.i and text.tokens[owner.i - 1].lower == "the":
        named = not speaker.persona and owner.lower in speaker.name.lower().split()
        return named or _of_the_office(text, owner, speaker)  # "The ministry's office gave advice", after its minister
    if article in ("the", "this") and _of_the_office(text, subject, speaker):
        return True
    if speaker.persona or article not in ("the", "this"):
        return False
    return subject.lower in speaker_words(text.language)["bodies"] or subject.lower in speaker.name.lower().split()


def _of_the_office(text: Annotated, body: Token, speaker: Identity) -> bool:
    """Whether a common noun is the body whose office the speaker holds: "the ministry" after a deputy minister."""
    words = speaker_words(text.language)
    if not speaker.persona or not speaker.named or body.lower not in words["bodies"] or not speaker.role:
        return False
    heads = body.lower in words["groups"] and speaker_patterns(text.language)["heads_a_group"].search(speaker.role)
    if heads and speaker.kind is not SourceKind.OFFICIAL:
        return True  # "the group has received 57 complaints", after its director
    return any(word.startswith(body.lower[:_STEM]) for word in speaker.role.lower().split())


def _known(text: Annotated, subject: Token, told: Iterable[AbstractSet[str]]) -> bool:
    """Whether the noun was told before, in the singular or the plural."""
    word = subject.lower
    if subject.tag in ("NNP", "NNPS") or _ends_name(text, subject):
        return any(word in words for words in told)
    forms = {word, singular(word), f"{word}s", f"{word}d", f"{word}ed"}  # "were fined … Each fine is"
    return any(not words.isdisjoint(forms) for words in told)


def _ends_name(text: Annotated, subject: Token) -> bool:
    """Whether a noun is the last word of a name: "Omaha Public Schools"."""
    before = text.tokens[subject.i - 1] if subject.i else None
    return subject.text.istitle() and before is not None and before.text.istitle() and before.pos != "DET"


def _done_to(text: Annotated, subject: Token, speaker: Identity) -> bool:
    """Whether the verb is done to the speaker: "The company owes him 6,500 riyals"."""
    kids = text.children(text.head(subject), "iobj", "obj")
    pronoun = {"m": ("him",), "f": ("her",)}.get(speaker.gender, ("him", "her"))
    return any(t.lower in pronoun and t.tag != "PRP$" for t in kids)


def _part(text: Annotated, subject: Token) -> bool:
    """Whether the subject is a part of what was counted: "the largest group", "the rest"."""
    before = text.tokens[subject.i - 1].lower if subject.i else ""
    if any(t.lower in ("them", "these", "those") for t in text.tokens[subject.i + 1 : subject.i + 5]):
        return True  # "Relatives of three of them"
    is_part = subject.lower in speaker_words(text.language)["parts"]
    return is_part or before.endswith("est") or before in ("most", "main")


def gives_background(text: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence gives background in the present tense: "The country has 90 camps"."""
    subject = next((t for t in text.of(sentence) if t.dep == "nsubj" and t.pos != "PRON"), None)
    return subject is not None and background(text, subject)


def background(text: Annotated, subject: Token) -> bool:
    """Whether a new thing is told of in the present tense, as pages give background: "The country has 90 camps"."""
    verb = text.head(subject)
    group = text.children(verb, "aux", "cop", "aux:pass") or [verb]
    present = any(t.tag in ("VBZ", "VBP") for t in group)
    return present and subject.pos == "NOUN" and not any(t.pos == "NUM" for t in text.children(subject, "nummod"))


def _somebody(text: Annotated, subject: Token, people: frozenset[str]) -> bool:
    if (subject.pos == "PROPN" and subject.tag != "CD") or {subject.lower, singular(subject.lower)} & people:
        return True
    before = text.tokens[max(0, subject.i - 2) : subject.i]
    return any(t.text in _GENITIVE for t in before)
