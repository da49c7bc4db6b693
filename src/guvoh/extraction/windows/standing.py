"""How a clause stands to the act it names: denied, planned, general, hearsay; and the stage of a measure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from guvoh.extraction.accusations import ABUSES, COUNTED, OWNED, RECORDED, only_passed_on
from guvoh.extraction.attribution.chains import Chain
from guvoh.extraction.grammar.modality import MEASURES
from guvoh.extraction.vocabulary.load import WordSet
from guvoh.extraction.windows.acts import Found
from guvoh.extraction.windows.around import Around, Read, carrier
from guvoh.extraction.windows.clauses import Clause
from guvoh.extraction.windows.denials import denied
from guvoh.extraction.windows.words import Word, classes, flat
from guvoh.model import Link, Modality, SourceKind, Stage

_FUTURE = frozenset({"быть"})
_NEAR = 3  # words between a right and what it allows
_EVENTS = frozenset({"raid", "legislation", "arbitrary_detention"})
_AIMS_SERVED = frozenset({"identity_check_profiling"})
"""What is done as soon as somebody is held for it: "задержали, чтобы проверить документы"."""
_BY_ASKING = frozenset({"extortion"})
"""What is done by asking for it: "предлагали откупиться"."""


def modality_of(found: Found, around: Around) -> Read:
    """The modality of an act by the words of its clause and sentence, and the reason; asserted without one."""
    for check in (_anyone, denied, _entitled, _planned, _alleged, _general):
        read = check(found, around)
        if read is not None:
            return read
    return Modality.ASSERTED, None


def modality_of_number(around: Around) -> Read:
    """The modality of a number that belongs to no act: planned where its verb is yet to come."""
    future = next((w for w in around.clause.words if w.has("Tense=Fut")), None)
    if future is not None:
        return Modality.PLANNED, f"planned: “{future.token.text}”"
    anyone = _unsettled(around)
    return anyone or (Modality.ASSERTED, None)


def _anyone(found: Found, around: Around) -> Read | None:
    del found
    return _unsettled(around)


def addressed(clause: Clause, sentence: Sequence[Word], language: str) -> bool:
    """Whether a clause speaks to whoever reads: "Если вас задержали", told of nobody."""
    return _unsettled(Around(clause, sentence, language)) is not None


def _unsettled(around: Around) -> Read | None:
    """ "Если вас задержали": what holds for anyone, told of nobody."""
    known = classes(around.language)["anyone"]
    if not around.clause.aside and not any(w.form == "если" for w in around.sentence[:2]):
        return None
    opening = [w for w in (*around.clause.words[:3], *around.sentence[:2]) if w.among(known)]
    return (Modality.GENERAL, f"of anyone: “{opening[0].token.text}”") if opening else None


def _entitled(found: Found, around: Around) -> Read | None:
    """ "Полиция имеет право задержать", "получили право задерживать": what may be done, told of nobody."""
    if not found.head.has("VerbForm=Inf"):
        return None
    words = found.clause.words
    place = found.clause.at.index(found.at)
    right = next((w for w in words[max(0, place - _NEAR) : place] if w.among(classes(around.language)["right"])), None)
    if right is None or any(w.form in ("не", "нет") for w in words[:place]):
        return None
    return Modality.GENERAL, f"what may be done: “{right.token.text}”"


def _planned(found: Found, around: Around) -> Read | None:
    if _is_behind(found, around):
        return None
    verbs = (verb for verb in (found.head, carrier(found)) if verb is not None and verb.has("Tense=Fut"))
    verb = next((verb for verb in verbs if not _follows_of_itself(found, verb, around)), None)
    if verb is not None:
        return Modality.PLANNED, f"planned: “{verb.token.text}”"
    return _aimed(found, around)


def _is_behind(found: Found, around: Around) -> bool:
    """ "После массовых задержаний придётся объясниться": what something else comes after or of.

    Not so what may come or is only talked of: "из-за возможных задержаний", "после рейдов, которые проведут".
    """
    known = classes(around.language)
    place = found.clause.at.index(found.at)
    before = found.clause.words[max(0, place - _NEAR) : place]
    led = found.head.token.pos == "NOUN" and any(w.among(known["behind"]) for w in before)
    to_come = any(w.among(known["yet_to_come"]) for w in before) or _on_condition(around)
    return led and not to_come and not _relative_to_come(found, around)


def _on_condition(around: Around) -> bool:
    """ "Если его примут", "в случае принятия"."""
    return any(w.form in classes(around.language)["on_condition"] for w in around.sentence)


def _relative_to_come(found: Found, around: Around) -> bool:
    """ "После рейдов, которые полиция проведёт в мае"."""
    behind = around.sentence[found.at + 1 :]
    opens = next((i for i, w in enumerate(behind) if w.form == ","), None)
    if opens is None or not any(w.lemma == "который" for w in behind[opens + 1 : opens + 3]):
        return False
    clause = takewhile(lambda w: w.form != ",", behind[opens + 1 :])
    return any(w.has("Tense=Fut") for w in clause)


def _follows_of_itself(found: Found, verb: Word, around: Around) -> bool:
    """ "Не смогут вернуться пять лет", "указ вступит в силу": a ban that stands, a law that is there."""
    if _on_condition(around):
        return False
    if found.pattern.term == "reentry_ban":
        return verb.among(classes(around.language)["being_able"])
    return found.pattern.term == "legislation" and verb.among(classes(around.language)["in_force"])


def _aimed(found: Found, around: Around) -> Read | None:
    words, known = found.clause.words, classes(around.language)
    will = next((w for w in words if w.lemma in _FUTURE and w.has("Tense=Fut")), None)
    if will is not None and (found.head.has("VerbForm=Inf") or found.head.token.tag.startswith("PRTS")):
        return Modality.PLANNED, f"“{will.token.text}” before “{found.head.token.text}”"
    place = found.clause.at.index(found.at)
    if words[0].form == "чтобы" and found.head.has("VerbForm=Inf") and not _is_served(found, around):
        return Modality.PLANNED, f"an aim: “{words[0].token.text} … {found.head.token.text}”"
    aim = next((w for w in words[max(0, place - 1) : place] if w.form == "для"), None)
    if aim is not None and found.head.token.pos == "NOUN":
        return Modality.PLANNED, f"an aim: “{aim.token.text} {found.head.token.text}”"
    open_form = found.head.has("VerbForm=Inf") or found.head.token.pos == "NOUN"
    plans = (w for w in words if w.among(known["plan"]) and w.token.i != found.head.token.i)
    plans = (w for w in plans if not (w.among(known["fitting"]) and w.token.tag.startswith("ADJF")))
    plans = (w for w in plans if not _follows_of_itself(found, w, around))
    plan = next((w for w in plans if not _is_kept_from(w, words, known["being_able"])), None)
    if plan is not None and found.pattern.term in _BY_ASKING and not _intends(found, around):
        return None
    decided = around.clause.has(known["ordering"])
    if plan is not None and open_form and not decided and not plan.has("NameType=Sur"):
        return Modality.PLANNED, f"planned: “{plan.token.text}”"
    return None


def _intends(found: Found, around: Around) -> bool:
    """ "Планировали предлагать", "мог бы предложить": what is done by asking is not even asked for yet."""
    words, known = found.clause.words, classes(around.language)
    would = any(w.form == "бы" for w in words)
    return any(w.among(known["intending"]) or (would and w.among(known["being_able"])) for w in words)


def _is_served(found: Found, around: Around) -> bool:
    """Whether an aim is reached by whom the clause that has it holds or stops: "задержали, чтобы проверить"."""
    if found.pattern.term not in _AIMS_SERVED:
        return False
    words, first = around.sentence, found.clause.at[0]
    back = takewhile(lambda w: w.form != ",", reversed(words[: max(0, first - 1)]))
    behind = takewhile(lambda w: w.form != ",", words[found.clause.at[-1] + 2 :])
    over = list(reversed(list(back))) if first else list(behind)
    known = classes(around.language)["stopping"]
    unreal = any(w.form == "бы" for w in over)
    held = (i for i, w in enumerate(over) if w.among(known) and w.predicate and w.has("Tense=Past"))
    return not unreal and any(not i or over[i - 1].form != "не" for i in held)


def _is_kept_from(able: Word, words: Sequence[Word], being_able: WordSet) -> bool:
    """Whether somebody "не может выйти": it is so now, not to come."""
    at = words.index(able)
    return able.among(being_able) and not able.has("Tense=Fut") and at > 0 and words[at - 1].form == "не"


def _alleged(found: Found, around: Around) -> Read | None:
    del found
    known = classes(around.language)
    for name in ("hearsay", "claiming"):
        said = next((w for w in around.sentence if w.among(known[name]) and not w.participle), None)
        if said is not None:
            return Modality.ALLEGED, f"“{said.token.text}”"
    return None


def _general(found: Found, around: Around) -> Read | None:
    known = classes(around.language)["habit"]
    place = found.clause.at.index(found.at)
    near = found.clause.words[max(0, place - 3) : place + 3]
    word = next((w for w in near if w.form in known), None)
    return (Modality.GENERAL, f"habit: “{word.token.text}”") if word is not None else None


def heard(
    read: Read, chain: Chain, term: str, language: str, *, counted: bool = False, contested: bool = False
) -> tuple[Modality, tuple[str, ...]]:
    """The modality once it is known who says it: a claim, a denial or an accusation; with the reasons.

    What is `contested` right behind stays a claim, where it is only passed on.
    """
    modality, reason = read
    teller = chain.links[0] if chain.links else None
    if modality is Modality.ALLEGED and not contested and only_passed_on(term, reason or "", teller, language):
        modality = Modality.ASSERTED
    if modality is Modality.ASSERTED and chain.denial:
        return Modality.DENIED, (f"told as a denial: {chain.why}",)
    vouched = not contested and only_passed_on(term, chain.why, teller, language)
    if modality is Modality.ASSERTED and chain.hearsay and not vouched:
        return Modality.ALLEGED, (f"told as a claim: {chain.why}",)
    if modality is Modality.ASSERTED and chain.links and accuses(term, chain.links[0], language, counted=counted):
        witness = chain.links[0].kind is SourceKind.WITNESS
        told = "told by those it befell or who saw it" if witness else "an accusation of who tells it"
        return Modality.ALLEGED, (told,)
    return modality, (reason,) if reason else ()


def accuses(term: str, teller: Link, language: str, *, counted: bool = False) -> bool:
    """Whether an act that `teller` says first is alleged: he or she accuses, and the page does not vouch for it."""
    if teller.kind is SourceKind.WITNESS:
        return term not in OWNED
    if teller.kind is SourceKind.NGO:
        return term in ABUSES
    if teller.kind is not SourceKind.PERSON or term in OWNED or term == "":
        return False
    known = classes(language)
    words = {flat(word).strip(",.") for word in f"{teller.role or ''} {teller.name}".split()}
    if words & (known["in_office"] | known["authority"]):
        return False
    reported = term in RECORDED or (counted and term == COUNTED)
    return not reported or not words & known["professional"]


def stage_of(found: Found, around: Around, modality: Modality) -> Stage | None:
    """How far a measure has gone; None for acts that are no measure or where the words leave it open."""
    term = found.pattern.term
    if term not in MEASURES:
        return None
    if modality is Modality.PLANNED:
        return Stage.PLANNED
    known = classes(around.language)
    verb = carrier(found) or found.head
    if term not in _EVENTS and around.clause.has(known["ordering"]):
        return Stage.ORDERED
    if modality in (Modality.DENIED, Modality.GENERAL):
        return None
    past = verb.has("Tense=Past") or found.head.has("Tense=Past")
    return Stage.CARRIED_OUT if past else None
