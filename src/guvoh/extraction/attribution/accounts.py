"""What a person goes on telling of what befell him or her, and who speaks only in passing."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.lexicon import roles, saying_words, singular, speaker_words
from guvoh.extraction.attribution.scene import Phrase
from guvoh.model import SourceKind

_HIM = {"m": frozenset({"he", "him"}), "f": frozenset({"she", "her"})}
_BACK = frozenset({"he", "she", "they"})
_DONE = frozenset({"has", "have", "had", "will"})
_GOT = saying_words()["were_given"]
_BESIDE = 3


def befell(text: Annotated, sentence: Sentence, speaker: Identity) -> bool:
    """Whether a sentence in the past tells of the person who speaks: "When he banged on the door, officers came"."""
    if not _tells_of_himself(speaker):
        return False
    tokens = text.of(sentence)
    pronouns = _HIM.get(speaker.gender, _HIM["m"] | _HIM["f"])
    return any(t.tag == "VBD" for t in tokens) and any(t.lower in pronouns and t.tag == "PRP" for t in tokens)


def met_in_it(text: Annotated, subject: Token, speaker: Identity) -> bool:
    """Whether somebody unknown acts in what a person tells: "At two a man in civilian clothes came in"."""
    unknown = any(t.lower in ("a", "an") for t in text.children(subject, "det"))
    verb = text.head(subject)
    helping = text.children(verb, "aux", "aux:pass", "cop")
    past = any(t.tag == "VBD" for t in (verb, *helping)) or (verb.tag == "VBN" and not helping)  # "A policeman offered"
    return unknown and past and _tells_of_himself(speaker)


def counts_people(text: Annotated, sentence: Sentence, subject: Token) -> bool:
    """Whether a sentence counts those to whom something was done: "6,300 were deported, 219,000 people are banned"."""
    first = next(t for t in text.of(sentence) if t.dep in ("nsubj", "nsubj:pass") and t.pos != "PRON")
    counted = any(t.pos == "NUM" for t in text.tokens[max(sentence.first, subject.i - _BESIDE) : subject.i])
    if counted and any(t.lower == "had" for t in text.children(text.head(subject), "aux")):
        return True  # "There is no room, she says. The day before, thirty people had come"
    done = first.dep == "nsubj:pass" or any(t.lower in _DONE for t in text.children(text.head(first), "aux"))
    done = done or text.head(first).lower in _GOT
    return done and all(t.pos == "NUM" or text.child(t, "nummod") is not None for t in (first, subject))


def ruled(text: Annotated, sentence: Sentence, subject: Token, speaker: Identity) -> bool:
    """Whether courts are told, behind an official, to have dealt with so many: "Courts have already expelled 14".

    Where they dealt with the state's own people, "convicted 3 officers", it is nothing that an official goes on with.
    """
    if speaker.kind is not SourceKind.OFFICIAL or subject.lower not in speaker_words(text.language)["courts"]:
        return False
    bare = not text.children(subject, "det", "nmod", "nmod:poss", "amod")
    done = any(t.lower in ("has", "have", "had") for t in text.children(text.head(subject), "aux"))
    state = roles(text.language).state
    own = any({t.lower, singular(t.lower)} & state for t in text.of(sentence) if t is not subject)
    return bare and done and not own and any(t.pos == "NUM" for t in text.of(sentence))


def in_passing(text: Annotated, sentence: Sentence, speaker: Identity, source: Phrase | None) -> bool:
    """Whether "a guard" or "three unions" without a name, are left behind by a sentence that tells nothing of them.

    One person with whom a sentence opens ("Another resident says that …") is brought in to tell what happened;
    `source` are the words that name who speaks.
    """
    told_of = speaker.named or speaker.kind is SourceKind.WITNESS  # "residents" tell what they saw
    if told_of or not (speaker.persona or speaker.plural):
        return False
    if source is not None and not speaker.plural and _opens_sentence(text, source):
        return False
    subject = next((t for t in text.of(sentence) if t.dep in ("nsubj", "nsubj:pass")), None)
    if subject is None:
        return True
    words = speaker_words(text.language)["owned"]
    owned = any(t.lower in words for t in text.children(subject, "nmod:poss", "det"))
    return subject.lower not in _BACK and not owned


def _tells_of_himself(speaker: Identity) -> bool:
    known = speaker.named or speaker.kind is SourceKind.WITNESS
    return speaker.persona and known and not speaker.plural and speaker.kind is not SourceKind.OFFICIAL


def _opens_sentence(text: Annotated, source: Phrase) -> bool:
    return text.sentences[text.tokens[source.first].sent].first == source.first
