"""Words that name an act: vocabulary patterns whose sense is checked by the frame around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.doers import by_whom, denies
from guvoh.extraction.grammar.roles import Roles, roles_of
from guvoh.extraction.grammar.subjects import governing_verb, is_passive
from guvoh.extraction.vocabulary.load import Frame, WordSet, classes, frames
from guvoh.extraction.vocabulary.patterns import Match


@dataclass(frozen=True, slots=True)
class Trigger:
    """An act named at `head` by words `start:end` (characters), with its roles and what knew it.

    That is a frame or, where no frame fits, a learned model: the `words` that decided, and how probable the act is.
    """

    term: str
    head: Token
    start: int
    end: int
    frame: Frame | None
    roles: Roles
    words: tuple[str, ...] = ()
    probability: float | None = None

    @property
    def can_befall(self) -> bool:
        """Whether people beside the word can be those whom the act befalls."""
        return self.frame is None or self.frame.roles != "none"

    @property
    def why(self) -> tuple[str, ...]:
        """The reasons, in words."""
        if self.frame is None:
            return (f"learned: {', '.join(self.words)} → {self.term}", *self.roles.why)
        return (f"“{self.head.text}” names {self.term} (pattern {self.frame.name})", *self.roles.why)


_THINGS = frozenset("it this that these which what there anything something nothing everything".split())

# A narrower act at the same word stands instead of the wider one.
_NARROWER = {
    "collective_expulsion": ("expulsion",),
    "torture_ill_treatment": ("private_violence", "excessive_force", "arbitrary_detention"),
    "excessive_force": ("private_violence", "other"),
    "criminal_charge": ("arbitrary_detention",),
    "fine": ("criminal_charge",),
    "reentry_ban": ("denial_of_entry",),
    "harassment_in_school": ("torture_ill_treatment", "private_violence", "excessive_force", "hate_speech"),
    "forced_recruitment": ("expulsion", "legislation"),
    "work_ban": ("denial_of_entry", "denial_of_service", "legislation"),
    "travel_advisory": ("expulsion",),
    "unlawful_entry_search": ("excessive_force",),
}


@cache
def _index(language: str) -> dict[str, list[Frame]]:
    table: dict[str, list[Frame]] = defaultdict(list)
    for frame in frames(language):
        for word in frame.pattern.anchors:
            table[word].append(frame)
    return table


@cache
def trigger_words(language: str) -> frozenset[str]:
    """The words by which patterns are looked for: a sentence without one names no act."""
    return frozenset(_index(language))


def find_triggers(text: Annotated, sentence: Sentence) -> list[Trigger]:
    """The acts a sentence names, in text order; at one word the narrower act wins."""
    tokens = text.of(sentence)
    index = _index(text.language)
    candidates = {id(f): f for t in tokens for key in (t.lower, t.lemma) for f in index.get(key, ())}
    if not candidates:
        return []
    return _fitting(text, sentence, list(candidates.values()))


def find_own(text: Annotated, sentence: Sentence, frames_: Sequence[Frame], known: Sequence[Trigger]) -> list[Trigger]:
    """The acts that frames from outside the vocabulary name, where `known` does not have them at the same words."""
    here = text.forms(sentence)
    near = [frame for frame in frames_ if not here.isdisjoint(frame.pattern.anchors)]
    found = _fitting(text, sentence, near) if near else []
    return [t for t in found if not any(k.term == t.term and k.start < t.end and t.start < k.end for k in known)]


def _fitting(text: Annotated, sentence: Sentence, candidates: Sequence[Frame]) -> list[Trigger]:
    tokens = text.of(sentence)
    words = text.forms(sentence)
    here = [frame for frame in candidates if frame.pattern.may_match(words) and _words_fit(frame, words)]
    around = text.forms(sentence, beside=2) if here else words
    found = [
        trigger
        for frame in here
        if _around_fits(frame, around)
        for match in frame.pattern.matches(tokens)
        if (trigger := _check(text, tokens, frame, match)) is not None
    ]
    return _settle(found)


def _words(tokens: Sequence[Token]) -> WordSet:
    return frozenset(w for t in tokens for w in (t.lower, t.lemma))


def _around_fits(frame: Frame, words: WordSet) -> bool:
    return (
        (not frame.near or not frame.near.isdisjoint(words))
        and frame.near_not.isdisjoint(words)
        and all(not group.isdisjoint(words) for group in frame.near_all)
    )


def _words_fit(frame: Frame, words: WordSet) -> bool:
    return (
        (not frame.need or not frame.need.isdisjoint(words))
        and frame.need_not.isdisjoint(words)
        and all(not group.isdisjoint(words) for group in frame.need_all)
    )


def _check(text: Annotated, tokens: Sequence[Token], frame: Frame, match: Match) -> Trigger | None:
    head = tokens[match.head]
    after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    before = tokens[match.first - 1] if match.first else None
    behind = tokens[match.head + 1] if match.head + 1 < len(tokens) else None
    barred = _is(after, frame.not_next) or _is(before, frame.not_prev)
    if barred or _is(head, frame.not_head) or _is(behind, frame.not_after):
        return None
    if (
        head.pos == "PROPN"
        and head.text[:1].isupper()
        and match.first
        and frame.roles == "verb"
        and not head.lower.endswith(("s", "ed"))
    ):
        return None
    bare = (
        head.dep == "amod"
        and head.tag != "VBG"
        and frame.roles == "verb"
        and (match.first == match.last or head.head == head.i + 1)
    )
    if bare and not _after_a_noun(tokens, match.first):
        return None  # "detained migrants": the word qualifies people, it tells no act
    if (frame.passive and not _undergone(text, head)) or denies(text, head):
        return None
    if frame.need_verb:
        verb = governing_verb(text, head)
        if verb is None or verb.lemma not in frame.need_verb:
            return None
    roles = roles_of(text, head, frame.roles)
    if not _roles_fit(text, frame, roles):
        return None
    term = by_whom(text, frame.term, roles.actor)
    return Trigger(term, head, tokens[match.first].start, tokens[match.last].end, frame, roles)


def _after_a_noun(tokens: Sequence[Token], first: int) -> bool:
    """Whether a participle tells its own act after all: "men detained Monday", "hit him and planted drugs"."""
    before = tokens[first - 1] if first else None
    if before is not None and before.lower in ("and", "or") and first > 1:
        return tokens[first - 2].pos == "PRON"
    return before is not None and before.pos in ("NOUN", "PROPN", "PRON")


def _undergone(text: Annotated, head: Token) -> bool:
    """A passive, a bare participle, or a participle that the tagger took for an adjective ("were smashed")."""
    if is_passive(text, head) or head.tag == "VBN" or head.lower.endswith("ing"):
        return True
    return head.lower.endswith(("ed", "en")) and text.child(head, "cop") is not None


def _roles_fit(text: Annotated, frame: Frame, roles: Roles) -> bool:
    actor, affected = _phrase(text, roles.actor), _phrase(text, roles.affected)
    if frame.need_actor and frame.need_actor.isdisjoint(actor | _meant(text, roles.actor)):
        return False
    if not frame.need_no_actor.isdisjoint(actor):
        return False
    named = "person" in frame.need_object and _names_someone(text, roles.affected)
    if frame.need_object and frame.need_object.isdisjoint(affected) and not named:
        return False
    return frame.not_object.isdisjoint({roles.affected.lower, roles.affected.lemma} if roles.affected else ())


def _meant(text: Annotated, actor: Token | None) -> WordSet:
    """Words before a pronoun that it may stand for, back to the start of the sentence before."""
    if actor is None or actor.lower not in ("they", "he", "she", "who", "some", "others"):
        return frozenset()
    first = text.sentences[max(0, actor.sent - 1)].first
    return _words(text.tokens[first : actor.i])


def _names_someone(text: Annotated, token: Token | None) -> bool:
    """Whether a word stands for people without a noun for them: a name, a numeral, a pronoun."""
    if token is None or token.pos not in ("PROPN", "NUM", "PRON", "DET"):
        return False
    return token.lower not in _THINGS and token.lower not in classes(text.language)["country"]


def _phrase(text: Annotated, token: Token | None) -> WordSet:
    """The head word of a phrase with its close modifiers and conjuncts, as forms and lemmas."""
    if token is None:
        return frozenset()
    near = [token, *text.children(token, "compound", "amod", "flat", "conj", "nmod")]
    return frozenset(w for t in near for w in (t.lower, t.lemma))


def _is(token: Token | None, words: WordSet) -> bool:
    return token is not None and (token.lower in words or token.lemma in words)


def _settle(found: list[Trigger]) -> list[Trigger]:
    best: dict[tuple[str, int], Trigger] = {}
    for trigger in found:
        key = (trigger.term, trigger.head.i)
        kept = best.get(key)
        if kept is None or _weight(trigger) > _weight(kept):
            best[key] = trigger
    beaten = {
        (wider, other.head.i)
        for trigger in best.values()
        for wider in _NARROWER.get(trigger.term, ())
        for other in best.values()
        if other.term == wider and trigger.start < other.end and other.start < trigger.end
    }
    kept_triggers = [t for key, t in best.items() if key not in beaten]
    return sorted(_told_once(kept_triggers), key=lambda t: (t.head.i, t.term))


def _told_once(triggers: Sequence[Trigger]) -> list[Trigger]:
    """Of overlapping words for one act, the word that governs the others ("ordered to leave"), else what tells most."""
    heads = {(t.term, t.head.i) for t in triggers}
    out: list[Trigger] = []
    for trigger in sorted(
        triggers, key=lambda t: ((t.term, t.head.head) not in heads - {(t.term, t.head.i)}, _weight(t)), reverse=True
    ):
        if not any(t.term == trigger.term and t.start < trigger.end and trigger.start < t.end for t in out):
            out.append(trigger)
    return out


def _weight(trigger: Trigger) -> tuple[bool, int, int]:
    """Those acted on tell most, then any role, then more words."""
    roles = trigger.roles
    filled = (roles.actor is not None) + (roles.affected is not None)
    return roles.affected is not None, filled, trigger.end - trigger.start
