"""What the model of acts mishears: its words stand beside an act, and its frame shows that nobody underwent one."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.people import among, can_act, is_body, is_human
from guvoh.extraction.grammar.subjects import clause_verb
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import WordSet, exact_words, wordings

_OF_THE_BODY = frozenset({"torture_ill_treatment", "private_violence", "excessive_force"})
_AGAINST = frozenset({"against", "on", "at"})
_OF_HOLDING = frozenset({"arbitrary_detention", "expulsion", "raid", "torture_ill_treatment"})
_WHOLE, _INSIDE = 3, 7
_HELD_BEFORE = 3  # sentences
_FAINT = {
    "excessive_force": 0.6,
    "private_violence": 0.6,
    "document_confiscation": 0.6,
    "denial_of_entry": 0.5,
    "unlawful_entry_search": 0.4,
}
"""Acts that, heard with less than this probability, were none in two of three cases on pages it had not seen: an
injury is no blow, a passport mentioned is not taken away, and who stops at a border is not turned back."""


def misheard(text: Annotated, trigger: Trigger) -> bool:
    """Whether an act that only the model hears is none, by whom or what its words are told of."""
    if trigger.frame is not None:
        return False
    if _faint(text, trigger):
        return True
    checks = (_rescued, _of_things, _got_away, _by_accident, _pressed_to_nothing, _stood_outside, _at_doors)
    return any(check(text, trigger) for check in (*checks, _hindered, _looked_for, _let_go))


def _faint(text: Annotated, trigger: Trigger) -> bool:
    """Whether an act is heard so faintly that it is seldom one; a word for a blow tells force however faint."""
    if trigger.probability is None or trigger.probability >= _FAINT.get(trigger.term, 0.0):
        return False
    words = exact_words(text.language)["blows"]
    return trigger.term != "excessive_force" or words.isdisjoint((trigger.head.lower, trigger.head.lemma))


def _said(text: Annotated, token: Token) -> WordSet:
    """The words of the sentence of a word."""
    return frozenset(t.lower for t in text.of(text.sentences[token.sent]))


def _rescued(text: Annotated, trigger: Trigger) -> bool:
    """ "The coast guard picked up 40 migrants from a sinking raft": the model hears a detention in a rescue."""
    taken = trigger.term == "arbitrary_detention" and trigger.head.pos == "VERB"
    return taken and not exact_words(text.language)["distress"].isdisjoint(_said(text, trigger.head))


def _of_things(text: Annotated, trigger: Trigger) -> bool:
    """ "A forum was held", "the tour took officers to 40 sites", "the bodies were flown home": nobody was taken."""
    affected, verb = trigger.roles.affected, trigger.head
    if affected is None or affected.pos != "NOUN":
        return False
    if trigger.term == "expulsion":
        return affected.lower in exact_words(text.language)["remains"]
    if trigger.term != "arbitrary_detention" or verb.pos != "VERB":
        return False
    known = is_human(text, affected) or among(text, affected, "person_by_trait", "container")
    return is_body(text, affected) or not (known or _full_of_people(text, affected))


def _full_of_people(text: Annotated, affected: Token) -> bool:
    """ "Half the village", "busloads of people", "a bus with 40 migrants": people stand behind such a word."""
    known = exact_words(text.language)
    if affected.lower in known["people_at_once"]:
        return True
    before = text.tokens[max(text.sentences[affected.sent].first, affected.i - _WHOLE) : affected.i]
    if affected.lower in known["home_of_many"]:
        return any(t.lower in known["whole"] for t in before)
    after = text.tokens[affected.i + 1 : affected.i + _INSIDE]
    with_them = bool(after) and after[0].lower in ("with", "of", "full", "carrying")
    return affected.lower in known["carrier"] and with_them and any(among(text, t, "person") for t in after)


def _got_away(text: Annotated, trigger: Trigger) -> bool:
    """ "Forty men broke out of the depot": who gets away is not held by that, and the place alone holds nobody anew."""
    sentence = text.sentences[trigger.head.sent]
    away = wordings(text.language)["got_away"].search(text.text, sentence.start, sentence.end)
    if away is None or trigger.term not in _OF_HOLDING:
        return False
    told = [t for t in text.of(sentence) if away.start() <= t.start < away.end()]
    verb = clause_verb(text, trigger.head)
    if any(t.i in (trigger.head.i, verb.i) for t in told):
        return True
    undergone = None not in (trigger.roles.actor, trigger.roles.affected) or trigger.head.tag == "VBN"
    return not undergone and any(clause_verb(text, t).i == verb.i for t in told)


def _by_accident(text: Annotated, trigger: Trigger) -> bool:
    """ "Died in a road accident", "was killed at the front": no hand of those who hold people, where none is named."""
    known, said = exact_words(text.language), _said(text, trigger.head)
    words = known["accident"] | (known["far_death"] if trigger.head.lemma in known["dying"] else frozenset())
    if trigger.term not in _OF_THE_BODY or words.isdisjoint(said):
        return False
    actor, affected = trigger.roles.actor, trigger.roles.affected
    if actor is not None and affected is not None and can_act(text, actor):
        return False
    victim = affected or actor  # who "died" is the subject
    hands = known["hand_of_others"] - ({victim.lower, victim.lemma} if victim is not None else set())
    return hands.isdisjoint(said)


def _pressed_to_nothing(text: Annotated, trigger: Trigger) -> bool:
    """ "Signed the paper to go home": without a word of service, nobody is pressed into any."""
    if trigger.term != "forced_recruitment":
        return False
    sent = trigger.head.sent
    near = text.sentences[max(0, sent - 2) : sent + 3]
    words = exact_words(text.language)["of_service"]
    return all(words.isdisjoint({t.lower for t in text.of(s)} | {t.lemma for t in text.of(s)}) for s in near)


def _stood_outside(text: Annotated, trigger: Trigger) -> bool:
    """ "Sixty people gathered outside the jail": those who come together there are free."""
    if trigger.term != "arbitrary_detention":
        return False
    verb = clause_verb(text, trigger.head)
    return verb.lemma in exact_words(text.language)["coming_together"]


def _at_doors(text: Annotated, trigger: Trigger) -> bool:
    """ "The men had beaten against the gates": blows at a thing hit nobody."""
    if trigger.term not in _OF_THE_BODY or trigger.roles.affected is not None:
        return False
    at = (k for k in text.children(trigger.head, "obl") if k.lower in exact_words(text.language)["struck_things"])
    return any((case := text.child(k, "case")) is not None and case.lower in _AGAINST for k in at)


def _hindered(text: Annotated, trigger: Trigger) -> bool:
    """ "Held up buses", "kept the lawyers out": who is hindered is not held."""
    verb = clause_verb(text, trigger.head)
    if trigger.term != "arbitrary_detention" or verb.lemma not in ("hold", "keep"):
        return False
    after = text.tokens[verb.i + 1 : verb.i + 2]
    return any(t.lower in exact_words(text.language)["hindering"] for t in after)


def _looked_for(text: Annotated, trigger: Trigger) -> bool:
    """ "Officers searched for a missing child": nobody's home or pockets are searched by that."""
    if trigger.term != "unlawful_entry_search" or trigger.head.lemma != "search":
        return False
    return any(t.lower == "for" for t in text.tokens[trigger.head.i + 1 : trigger.head.i + 2])


def _let_go(text: Annotated, trigger: Trigger) -> bool:
    """ "Police held 70 drivers. All but three were let go": who was held lost no work, where no employer is named."""
    known, sent = exact_words(text.language), trigger.head.sent
    said = _said(text, trigger.head)
    if trigger.term != "dismissal" or known["set_free"].isdisjoint(said):
        return False
    if not known["of_work"].isdisjoint(said):
        return False
    near = text.sentences[max(0, sent - _HELD_BEFORE) : sent + 1]
    return any(not known["of_holding"].isdisjoint({t.lower for t in text.of(s)}) for s in near)
