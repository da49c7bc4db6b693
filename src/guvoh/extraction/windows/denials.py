"""What the words of a clause say was not done: negated, denied, undone by a court, refused, nearly done."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from guvoh.extraction.grammar.negation import WITHHOLDING
from guvoh.extraction.grammar.plans import WANTED
from guvoh.extraction.vocabulary.load import WordSet
from guvoh.extraction.windows.acts import Found
from guvoh.extraction.windows.around import Around, Read, carrier
from guvoh.extraction.windows.words import Word, classes
from guvoh.model import Modality

_REASONS = frozenset({("то", ",", "что"), ("того", ",", "что")})
"""Before a clause of reason: "за то, что", "из-за того, что"."""
_FORCED = frozenset({"forced_recruitment", "arbitrary_detention", "extortion", "document_confiscation"})
"""Acts that are none where people did it of their free will."""
_NOT_BEFORE = 2  # words between "не" and the verb it denies
_OF_CONTENT = frozenset({"о", "об", "на", "в", "от"})  # "решение о выдворении", "запрет на въезд", "отказал в аресте"
_DECISION_REACH = 3  # words between the verb that undoes and the act: "отменил незаконное решение о"


def denied(found: Found, around: Around) -> Read | None:
    """ "Не задерживали", "отменил выдворение", "опровергли задержание"; a plan where it is only asked for."""
    checks = (
        _negated,
        _unheard_of,
        _undone,
        _refrained,
        _groundless,
        _untrue,
        _willing,
        _up_to_standard,
        _denied_by_word,
    )
    reads = (check(found, around) for check in checks)
    read = next((read for read in reads if read is not None), None)
    asked = _asked(found, around) if read is not None and read[0] is Modality.DENIED else None
    if asked is None:
        return read
    if found.pattern.term in WANTED:
        return Modality.PLANNED, f"planned: “{asked.token.text}”"
    return Modality.GENERAL, f"left open: “{asked.token.text}”"  # "просили не пытать": nobody plans to


def _asked(found: Found, around: Around) -> Word | None:
    """The verb of "потребовали не выдворять", "просят отменить выдворение": what is asked for is yet to come."""
    words, known = found.clause.words, classes(around.language)["asking"]
    place = found.clause.at.index(found.at)
    at = next((i for i in range(place - 1, -1, -1) if words[i].among(known) and words[i].predicate), None)
    if at is None or (at > 0 and words[at - 1].form == "не"):
        return None
    return words[at] if any(w.has("VerbForm=Inf") for w in words[at + 1 : place + 1]) else None


def _negated(found: Found, around: Around) -> Read | None:
    if found.pattern.own_negation or (found.in_passing and not _is_content(found)):
        return None
    words = found.clause.words
    no = _negation(found, around.language)
    if no is not None:
        return Modality.DENIED, f"“{no.token.text}” before “{found.head.token.text}”"
    place = found.clause.at.index(found.at)
    beside = words[place - 1] if place else None
    if beside is not None and beside.form == "не" and _said_twice(words, place - 1, around.language):
        return Modality.ASSERTED, f"“не … не {found.head.token.text}” asserts it"
    before = words[max(0, place - _NOT_BEFORE) : place]
    if found.head.token.pos == "NOUN" and any(w.form in ("нет", "без") for w in before):
        return Modality.DENIED, f"denied: “{found.head.token.text}”"
    return None


def _unheard_of(found: Found, around: Around) -> Read | None:
    """ "О применении силы ведомству ничего не известно": a body knows nothing of it."""
    words, known = around.sentence, classes(around.language)["knowing"]
    none = next(
        (w for i, w in enumerate(words[1:], 1) if w.among(known) and words[i - 1].form in ("не", "ничего")), None
    )
    if none is None or not _is_content(found):
        return None
    return Modality.DENIED, f"nothing known of it: “{none.token.text}”"


def _is_content(found: Found) -> bool:
    """ "Сведения об изъятии не подтвердила": what something is about, no scene of something else."""
    place = found.clause.at.index(found.at)
    return any(w.form in ("о", "об") for w in found.clause.words[max(0, place - 2) : place])


def _negation(found: Found, language: str) -> Word | None:
    """The "не" that denies an act: just before its verb, or before a verb that means no more than that it happens.

    "Он не обжаловал арест" denies no detention.
    """
    words = found.clause.words
    place = found.clause.at.index(found.at)
    if found.head.token.pos != "NOUN":
        return _not_among(words, range(max(0, place - _NOT_BEFORE), place), language)
    verb = carrier(found)
    known = classes(language)["carrying"]
    carries = verb is not None and any(w.lemma in known for w in words if w is verb or w.has("VerbForm=Inf"))
    spot = words.index(verb) if verb is not None and carries else place
    return _not_among(words, range(max(0, spot - 1), spot), language)


def _not_among(words: Sequence[Word], places: range, language: str) -> Word | None:
    """A "не" at one of the places; not in "не сразу отпустили" and "не раз били", which deny the word right after."""
    others = classes(language)["not_the_verb"]
    told = (i for i in places if words[i].form == "не" and not words[i + 1].among(others))
    return next((words[i] for i in told if not (_hardly(words, i) or _said_twice(words, i, language))), None)


def _hardly(words: Sequence[Word], no: int) -> bool:
    """ "Чуть ли не всех задержали"."""
    return no > 0 and words[no - 1].form == "ли"


def _said_twice(words: Sequence[Word], no: int, language: str) -> bool:
    """ "Не могли не задержать", "нельзя было не задержать": a "не" that denies nothing."""
    known = classes(language)
    back = words[max(0, no - 3) : no]
    able = any(a.form == "не" and b.among(known["being_able"]) for a, b in pairwise(back))
    forced = any(w.among(known["impossible"]) for w in back)
    itself = no + 1 < len(words) and words[no + 1].among(known["being_able"])
    twice = itself and any(w.form == "не" for w in words[no + 2 : no + 3])
    return able or forced or twice


def _undone(found: Found, around: Around) -> Read | None:
    """ "Суд отменил выдворение", "решение о депортации отменено": what was decided does not come to be."""
    known = classes(around.language)
    lifted = found.clause.has(known["liftable"])
    verb = _verb_over(found, known["undoing"] | (known["lifting"] if lifted else frozenset()), around)
    if verb is not None and verb.among(known["replacing"]) and _in_its_place(found):
        return None
    return (Modality.DENIED, f"not done: “{verb.token.text}”") if verb is not None else None


def _in_its_place(found: Found) -> bool:
    """ "Заменил штраф выдворением", "заменил на выдворение": what comes instead."""
    place = found.clause.at.index(found.at)
    before = found.clause.words[max(0, place - 2) : place]
    return found.head.has("Case=Ins") or any(w.form == "на" for w in before)


def _refrained(found: Found, around: Around) -> Read | None:
    """ "Отказались выдворять", "отказал в аресте": nobody did it. Who refuses to enlist is pressed to all the same."""
    if found.pattern.own_negation or found.pattern.term in WITHHOLDING | {"forced_recruitment"}:
        return None
    known = classes(around.language)["refraining"]
    if found.head.has("VerbForm=Inf"):
        place = found.clause.at.index(found.at)
        before = found.clause.words[max(0, place - _DECISION_REACH) : place]
        verb = next((w for w in before if w.among(known) and not _is_denied(w, found, around)), None)
    else:
        verb = _verb_over(found, known, around)
    return (Modality.DENIED, f"not done: “{verb.token.text}”") if verb is not None else None


def _verb_over(found: Found, known: WordSet, around: Around) -> Word | None:
    """A verb of `known` that has the act's noun, or the decision about it, for its object or passive subject."""
    if found.head.token.pos != "NOUN" or found.pattern.own_negation:
        return None
    place = found.clause.at.index(found.at)
    words = found.clause.words
    before = words[max(0, place - 2) : place]
    if any(w.token.pos == "ADP" and w.form not in _OF_CONTENT for w in before):
        return None
    if any(w.lemma in classes(around.language)["of_cases"] for w in words[max(0, place - _DECISION_REACH - 1) : place]):
        return None  # «отказал в возбуждении дела об избиении»
    outside = (w for w in words if not found.start <= w.token.start < found.end)
    verbs = (w for w in outside if w.among(known) and (w.predicate or w.has("VerbForm=Inf")))
    return next((v for v in verbs if not _is_denied(v, found, around) and _reaches(v, found)), None)


def _reaches(verb: Word, found: Found) -> bool:
    """Whether the noun is near the verb, and no other verb has it: "отменил решение суда о выдворении"."""
    words = found.clause.words
    at, place = words.index(verb), found.clause.at.index(found.at)
    between = words[min(at, place) + 1 : max(at, place)]
    others = between if at < place else words[:at]
    apart = sum(w.token.pos not in ("ADJ", "ADP", "PART", "ADV") for w in between)
    acting = (w for w in others if w.token.pos == "VERB" and not w.participle and w.lemma != "быть")
    return apart <= _DECISION_REACH + 1 and next(acting, None) is None


def _is_denied(verb: Word, found: Found, around: Around) -> bool:
    """ "Не отменил", "отказался отменить"."""
    words = found.clause.words
    at = words.index(verb)
    before = words[max(0, at - 1) : at]
    return any(w.form == "не" or w.among(classes(around.language)["refraining"]) for w in before)


def _groundless(found: Found, around: Around) -> Read | None:
    """ "Не нашёл оснований для ареста", "повода для выдворения нет"."""
    if found.pattern.own_negation:
        return None
    words, known = found.clause.words, classes(around.language)
    place = found.clause.at.index(found.at)
    ground = next((w for w in words[max(0, place - 3) : place] if w.among(known["grounds"])), None)
    none = any(w.form in ("не", "нет", "никаких") for w in words)
    open_form = found.head.token.pos == "NOUN" or found.head.has("VerbForm=Inf")
    return (Modality.DENIED, f"no “{ground.token.text}” for it") if ground and none and open_form else None


def _untrue(found: Found, around: Around) -> Read | None:
    del found
    false = next((w for w in around.sentence if w.among(classes(around.language)["falsehood"])), None)
    return (Modality.DENIED, f"said to be untrue: “{false.token.text}”") if false is not None else None


def _willing(found: Found, around: Around) -> Read | None:
    """ "Контракты заключены добровольно": whoever says so denies that anybody was pressed."""
    words, known = around.clause.words, classes(around.language)
    if found.pattern.term not in _FORCED or _forced_or_doubted(around):
        return None
    freely = next((i for i, w in enumerate(words) if w.among(known["willingly"])), None)
    if freely is None or any(w.form == "не" or w.among(known["nobody"]) for w in words):
        return None
    beside = words[max(0, freely - 1) : freely + 2]
    if any(w.participle and w is not found.head for w in beside):
        return None  # «добровольно явившегося мигранта увезли»
    return Modality.DENIED, f"of free will: “{words[freely].token.text}”"


def _forced_or_doubted(around: Around) -> bool:
    """ "Заставили написать, что добровольно", "вряд ли добровольно"; not so "никто не заставлял"."""
    words, known = around.sentence, classes(around.language)
    forced = (i for i, w in enumerate(words) if w.among(known["forcing"]))
    if any(not i or words[i - 1].form not in ("не", "без") for i in forced):
        return True
    return any(w.form in known["doubting"] for w in words)


def _up_to_standard(found: Found, around: Around) -> Read | None:
    """ "Условия содержания соответствуют нормам"; not what is only wanted: "чтобы соответствовали"."""
    meets = around.of("meeting")
    if meets is None or found.pattern.term != "detention_conditions" or _is_denied(meets, found, around):
        return None
    told = meets.has("VerbForm=Fin") and not meets.has("Tense=Fut")
    known = classes(around.language)
    open_ = any(
        w.form in ("чтобы", "бы", "если", "ли", "лишь") or w.form in known["doubting"] for w in found.clause.words
    )
    return (Modality.DENIED, f"as it should be: “{meets.token.text}”") if told and not open_ else None


def _denied_by_word(found: Found, around: Around) -> Read | None:
    denial = around.of("denial")
    if denial is not None and denial.token.i < found.head.token.i and not _is_denied(denial, found, around):
        return Modality.DENIED, f"denied: “{denial.token.text}”"
    return None


def is_reason_against(found: Found, sentence: Sequence[Word]) -> bool:
    """Whether an act is only what somebody did not do or wants not done, given as a reason.

    "За то, что не сразу легли на землю", "чтобы не составлять протокол".
    """
    first = found.clause.at[0]
    led = tuple(word.form for word in sentence[max(0, first - 2) : first + 1]) in _REASONS
    led |= found.clause.words[0].form == "чтобы"
    return led and not found.pattern.own_negation and _negated_verb(found)


def _negated_verb(found: Found) -> bool:
    place = found.clause.at.index(found.at)
    return any(word.form == "не" for word in found.clause.words[:place])
