"""Which numbers of a sentence are figures, and which of them belong to an act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.counted import PERSON, Counted, counted
from guvoh.extraction.grammar.parts import repeats, shares, value_of, whole_of
from guvoh.extraction.grammar.subjects import subject_of
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.numbers import NumberKind, NumberMention, find_numbers
from guvoh.extraction.vocabulary.load import classes, exact_words
from guvoh.model import Role

_CLAUSE = 16
"""How far before "they" the subject stands whom it means."""
_HELPERS = 6
"""How far before its participle a bare number stands as the subject."""
_REMEMBERED = 6
"""Numbers back among which the whole of "9 of them" is looked for."""
_FIGURES = frozenset({NumberKind.COUNT, NumberKind.PERCENT, NumberKind.MONEY, NumberKind.DURATION, NumberKind.FRACTION})


def figures_of(text: Annotated, sentence: Sentence, before: list[Counted]) -> list[Counted]:
    """The numbers of a sentence that count something; `before` holds those that counted things so far, and grows."""
    out: list[Counted] = []
    mentions = find_numbers(text.text, sentence.start, sentence.end)
    parts = shares(text.text, sentence.start, mentions)
    wholes = {whole.number_start for whole in parts.values() if whole is not None}
    loose = classes(text.language)["loose_group"]
    for mention in mentions:
        group = parts.get(mention.number_start)
        if group is not None and not loose.isdisjoint(mention.words.lower().split()):
            wholes.discard(group.number_start)
            continue  # "a group of 26" counts 26
        inside = bool(out) and mention.start < out[-1].end
        if inside and (mention.number_start not in wholes or _told(mention, before)):
            continue  # the whole inside a share, told before: "two of the 32"
        if mention.kind not in _FIGURES:
            continue
        last = before[-1] if before else None
        number = counted(text, sentence, mention, last, whole_of(mention, before[-_REMEMBERED:]))
        if number is None:
            continue
        number = _placed(text, sentence, number, parts, before, holds=mention.number_start in wholes)
        out.append(number)
        if mention.kind is NumberKind.COUNT:
            before.append(number)
    return out


def _told(mention: NumberMention, before: Sequence[Counted]) -> bool:
    return any(value_of(b.mention) == value_of(mention) for b in before)


def _placed(
    text: Annotated,
    sentence: Sentence,
    number: Counted,
    parts: dict[int, NumberMention | None],
    before: Sequence[Counted],
    *,
    holds: bool,
) -> Counted:
    """The number with what it is to others: a part, a whole, a repeat of one before it."""
    at = number.mention.number_start
    part = at in parts and number.mention.kind is NumberKind.COUNT
    whole = parts.get(at)
    known = [] if sentence.role is Role.TITLE else before
    return replace(
        number,
        partitive=number.partitive or part,
        whole=value_of(whole) if part and whole is not None else None,
        holds=holds,
        repeat=not part and repeats(text.text, number.mention, number.unit, known),
    )


def of_act(text: Annotated, trigger: Trigger, numbers: Sequence[Counted]) -> list[Counted]:
    """The numbers that count those an act befalls, or the acts themselves; a list that shares the verb is one."""
    free = [n for n in numbers if (not n.holds or _right_before(trigger, n)) and not _is_excepted(text, n)]
    bare = (n for n in free if n.noun is not None and n.noun.pos == "NUM")
    beside = [n for n in bare if _right_before(trigger, n) or _undergoes(text, trigger, n)]
    if beside:
        return beside  # "80 were fined and 15 deported"
    return _listed(text, trigger, [n for n in free if _belongs(text, trigger, n)], free)


def _is_excepted(text: Annotated, number: Counted) -> bool:
    """Whether a number is of those whom an act spared: "ordered all but two of them to leave"."""
    first = text.token_at(number.mention.start)
    known = classes(text.language)
    if first is None or first.i < len(("all", "but")):
        return False
    everyone, but = text.tokens[first.i - 2], text.tokens[first.i - 1]
    return but.sent == everyone.sent and but.lower in known["excepting"] and everyone.lower in known["everyone"]


def _right_before(trigger: Trigger, number: Counted) -> bool:
    """A bare number right before the participle that names the act: "15 deported", "300 checked"."""
    at = number.noun.i if number.noun is not None else -1
    return trigger.head.i == at + 1 and trigger.head.tag in ("VBN", "VBD") and number.unit == PERSON


def _undergoes(text: Annotated, trigger: Trigger, number: Counted) -> bool:
    """A bare number with only a passive's helpers before the participle: "and twelve are to be deported"."""
    head = trigger.head
    if number.noun is None or number.unit != PERSON or head.tag != "VBN" or not 1 < head.i - number.noun.i <= _HELPERS:
        return False
    between = text.tokens[number.noun.i + 1 : head.i]
    helps = all(t.pos in ("AUX", "PART", "ADV") or t.lower == "likely" for t in between)
    return helps and any(t.lemma == "be" for t in between)


def tells(text: Annotated, sentence: Sentence, number: Counted) -> bool:
    """Whether a number alone is a figure: a length of time is one only over a ban, sentence or detention."""
    if number.mention.kind is not NumberKind.DURATION:
        loose = classes(text.language)["loose_group"]
        return number.noun is not None and loose.isdisjoint(number.mention.words.lower().split())
    known = classes(text.language)["term_of"]
    token = number.noun
    if token is None:
        return False
    if _window(text, number):
        return False  # "over the past three days"
    near = [token, *list(text.ancestors(token))[:3], *text.tokens[max(0, token.i - 7) : token.i + 3]]
    return any(t.lemma in known and t.sent == sentence.i for t in near)


def _window(text: Annotated, number: Counted) -> bool:
    """Whether a length of time is only that in which something happened: "in the first three months of the year"."""
    first = text.token_at(number.mention.number_start)
    before = text.tokens[first.i - 1].lower if first is not None and first.i else ""
    return before in exact_words(text.language)["of_a_span"]


def _belongs(text: Annotated, trigger: Trigger, number: Counted) -> bool:
    """Whether a number counts those acted on, or the acts themselves."""
    noun, kind = number.noun, number.mention.kind
    if noun is None or kind in (NumberKind.PERCENT, NumberKind.DURATION) or _never_acted_on(text, noun):
        return False
    if kind is NumberKind.MONEY:
        return trigger.term in ("fine", "extortion") and abs(noun.i - trigger.head.i) <= 8
    if noun.i == trigger.head.i or (noun.start >= trigger.start and noun.end <= trigger.end and noun.pos == "NOUN"):
        return True
    affected = trigger.roles.affected
    if _right_after(text, trigger, number):
        return True
    if trigger.term == "criminal_charge" and _charged(text, trigger, number):
        return True
    if affected is not None:
        goes = _goes_oneself(text, trigger, noun)
        return goes or _under(text, noun, affected) or _are_they(text, number, affected)
    return trigger.roles.actor is None and trigger.can_befall and _beside(text, trigger, number)


def _right_after(text: Annotated, trigger: Trigger, number: Counted) -> bool:
    """ "A court ruled to expel six": a bare number right behind the verb in the active."""
    head, noun = trigger.head, number.noun
    bare = noun is not None and noun.pos == "NUM" and number.unit == PERSON and head.pos == "VERB"
    behind = bare and 0 <= number.start - head.end <= 1
    return behind and not any(text.children(head, "aux:pass")) and trigger.roles.affected is None


def _charged(text: Annotated, trigger: Trigger, number: Counted) -> bool:
    """ "A case was opened … against eight people": after "against" stand those charged."""
    noun = number.noun
    if noun is None or number.unit != PERSON or not 0 < noun.i - trigger.head.i <= _CLAUSE:
        return False
    case = text.child(noun, "case")
    between = text.tokens[trigger.head.i + 1 : noun.i]
    return case is not None and case.lower == "against" and not any(t.text in ".;" for t in between)


def _goes_oneself(text: Annotated, trigger: Trigger, noun: Token) -> bool:
    """ "Three are to leave the country", "five signed contracts": who does it is whom it befalls."""
    if trigger.head.lemma not in classes(text.language)["befalls_who_does_it"] or noun.i > trigger.head.i:
        return False
    subject = subject_of(text, trigger.head)[0]
    return trigger.term in ("expulsion", "forced_recruitment") and subject is not None and _under(text, noun, subject)


def _are_they(text: Annotated, number: Counted, affected: Token) -> bool:
    """ "About 61,000 citizens are in the list, they are barred": the subject of the clause before is who "they" are."""
    noun = number.noun
    if affected.lower != "they" or noun is None or number.unit != PERSON or number.partitive:
        return False
    subject = noun.relation == "nsubj" or (noun.relation == "nmod" and text.head(noun).relation == "nsubj")
    near = noun.sent == affected.sent and 0 < affected.i - noun.i <= _CLAUSE and subject
    between = text.tokens[noun.i + 1 : affected.i]
    return near and text.tokens[affected.i - 1].text in ",;" and not any(t.pos == "NUM" for t in between)


def _never_acted_on(text: Annotated, noun: Token) -> bool:
    """ "Raids in three districts", "with two ribs broken": what no act is counted by."""
    uncounted = classes(text.language)["not_acted_on"]
    return noun.lemma in uncounted or noun.lower in uncounted


def _under(text: Annotated, noun: Token, affected: Token) -> bool:
    """The counted noun is the affected one, a conjunct of it, or what it is made up of ("cases against 20 men")."""
    token = noun
    for _ in range(6):
        if token.i == affected.i:
            return True
        if token.relation not in ("conj", "nmod", "appos", "nummod", "compound", "dep"):
            return False
        token = text.head(token)
    return False


def _beside(text: Annotated, trigger: Trigger, number: Counted) -> bool:
    """Where the parse lost the roles: the counted people stand right at the act's word."""
    if number.unit != PERSON or number.noun is None:
        return False
    gap = (
        text.text[number.end : trigger.start] if number.end <= trigger.start else text.text[trigger.end : number.start]
    )
    return len(gap) <= 25 and not set(gap) & set(".;:") and gap.count(",") == 0


def _listed(text: Annotated, trigger: Trigger, mine: list[Counted], numbers: Sequence[Counted]) -> list[Counted]:
    """Counted people of one list share its verb: "30 in A, 87 people in B and 46 in C were told to leave"."""
    grown = True
    while grown and mine:
        grown = False
        for number in numbers:
            joins = any(_one_list(text, trigger, number, other) for other in mine) or _bare_after(
                text, trigger, mine[-1], number
            )
            if number not in mine and joins:
                mine = sorted([*mine, number], key=lambda n: n.start)
                grown = True
    return mine


def _bare_after(text: Annotated, trigger: Trigger, last: Counted, number: Counted) -> bool:
    """ "… were deported from A, 18 from B": a number without a noun, after the verb, with no verb between."""
    if (
        number.noun is None
        or last.noun is None
        or number.noun.pos != "NUM"
        or number.unit != last.unit
        or number.partitive
    ):
        return False
    following = text.tokens[number.noun.i + 1 : number.noun.i + 2]
    if any(t.pos in ("VERB", "AUX") and t.sent == number.noun.sent for t in following):
        return False  # "and 12 were deported" has a verb of its own
    start = max(trigger.head.i, last.noun.i) + 1
    gap = text.tokens[start : number.noun.i]
    joined = any(t.lower in (",", "and", "or") for t in gap[-3:])
    return (
        bool(gap)
        and joined
        and len(gap) <= 12
        and all(t.pos not in ("VERB", "AUX") and t.text not in ";:(" for t in gap)
    )


def _has_own_verb(text: Annotated, trigger: Trigger, first: Counted, second: Counted) -> bool:
    """ "They caught 18,000, and some 9,000 of them have been sent": after the object a subject of another verb."""
    if first.noun is None or second.noun is None or trigger.head.i > first.noun.i:
        return False
    after = text.tokens[second.noun.i + 1 : second.noun.i + 1 + _HELPERS]
    stop = next((n for n, t in enumerate(after) if t.pos == "PUNCT" or t.sent != second.noun.sent), len(after))
    return any(t.pos == "AUX" for t in after[:stop])


def _is_object_of_other(text: Annotated, trigger: Trigger, first: Counted) -> bool:
    """ "They caught 18,000, and some 9,000 have been sent": those caught are not on the list of those sent."""
    if first.noun is None or first.noun.relation != "obj" or trigger.head.i < first.noun.i:
        return False
    verb = text.head(first.noun)
    return verb.pos == "VERB" and verb.i < first.noun.i and verb.i != trigger.head.i


def _one_list(text: Annotated, trigger: Trigger, a: Counted, b: Counted) -> bool:
    first, second = sorted((a, b), key=lambda n: n.start)
    if _has_own_verb(text, trigger, first, second) or _is_object_of_other(text, trigger, first):
        return False
    if a.unit != b.unit or first.noun is None or a.mention.kind is not NumberKind.COUNT:
        return False
    rest = text.tokens[first.noun.i + 1 : text.sentences[first.noun.sent].stop]
    gap = [t for t in rest if t.end <= second.start]
    joined = any(t.lower in (",", "and", "or") for t in gap[-3:])
    parted = any(t.pos in ("VERB", "AUX", "SCONJ") or t.text in ";:()" for t in gap)  # "… 11 of them, and that three"
    return joined and len(gap) <= 12 and not parted
