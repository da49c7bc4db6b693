"""Which act of a clause a number belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.grammar.counted import PERSON
from guvoh.extraction.numbers.mention import NumberKind
from guvoh.extraction.vocabulary.load import WordSet
from guvoh.extraction.windows.acts import Found
from guvoh.extraction.windows.figures import Figure
from guvoh.extraction.windows.words import Word, classes, flat

_FAMILY = "family"


def owner(number: Figure, found: Sequence[Found], words: Sequence[Word], language: str) -> Found | None:
    """The act that a number counts those of, or itself: the nearest that takes numbers of its unit.

    `words` are those of the whole sentence.
    """
    fit = [f for f in found if _takes(f, number, words, language)]
    return min(fit, key=lambda f: abs(f.at - number.at), default=None)


def _takes(act: Found, number: Figure, words: Sequence[Word], language: str) -> bool:
    kind, unit = number.counted.mention.kind, number.counted.unit
    if kind is NumberKind.MONEY:
        return act.pattern.money
    if kind is NumberKind.DURATION:
        return act.pattern.lasting
    if kind is not NumberKind.COUNT:
        return False
    if unit == _FAMILY:
        return act.pattern.people
    if unit == PERSON:
        noun = number.counted.noun
        known = classes(language)
        acting = noun is not None and flat(noun.lemma) in known["authority"] and "Case=Gen" not in noun.morph
        apart = acting or _of_kin(number, words, language) or _demands(number, act, words, language)
        apart |= _of_the_reason(number, act, words, known["no_reason"])
        return act.pattern.people and not apart
    return unit in act.pattern.units


def _of_kin(number: Figure, words: Sequence[Word], language: str) -> bool:
    """ "Отца троих детей выдворили": whose relative the act befell."""
    before = words[number.at - 1] if number.at else None
    return before is not None and before.among(classes(language)["kin"])


def _of_the_reason(number: Figure, act: Found, words: Sequence[Word], when: WordSet) -> bool:
    """ "Лишили гражданства за прописку 40 земляков": how many the reason is of; no "выслали за год 40 человек"."""
    noun = number.counted.noun
    passed = words[act.at + 1 : number.at]
    between = [word.form for word in passed]
    reason = "за" in between and len(between) - between.index("за") > 1
    reason = reason and not any(word.among(when) for word in passed[between.index("за") :])
    return reason and noun is not None and any(case in noun.morph for case in ("Case=Gen", "Case=Acc"))


def _demands(number: Figure, act: Found, words: Sequence[Word], language: str) -> bool:
    """ "Две тысячи человек потребовали выслать приезжих": who asks for an act is not whom it befalls."""
    if not act.head.has("VerbForm=Inf") or act.at < number.at:
        return False
    return any(word.among(classes(language)["demanding"]) for word in words[number.at : act.at])
