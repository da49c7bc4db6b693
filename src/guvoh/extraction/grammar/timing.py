"""Which of a sentence's dates belong to an act or a number, and which only tell when something was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.scope import L, Located, Room, distance, within
from guvoh.extraction.vocabulary.load import classes, wordings
from guvoh.model import DateMention

_TELLING_REACH, _SPREADING_REACH = 60, 120  # characters
_DATELINE = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?"
    r"(?:\s*(?:\([^)]{1,30}\)\s*)?|,\s[A-Z][\w.-]{1,15}(?:\s[A-Z][\w.-]{1,15})?\s|\)\s*)[—–-]{1,2}\s"
)
_HEAD = 50  # characters of a sentence in which its dateline stands
_OPENING = 3  # words before a date that opens its sentence
_TO_VERB = 14


def date_for(
    text: Annotated,
    sentence: Sentence,
    dates: Sequence[L],
    near: Token,
    room: Room | None = None,
    named: Token | None = None,
) -> L | None:
    """The date of an act or number named at `near`, or None when the sentence has none of its own for it.

    Beside several numbers each takes the date told with it: "30 people on Monday and another 20 on Tuesday". `named`
    is the word that names an act, where a noun does ("protested on Friday over the raid"). A date of telling, of a
    relative clause about somebody, or of the past that a record is measured by dates nothing outside it.
    """
    inside = [d for d in within(dates, (sentence.start, sentence.end)) if not is_of_telling(text, d.start)]
    at = room.start if room is not None else (named or near).start
    inside = [d for d in inside if not measures(text, sentence, d, at)]
    inside = [d for d in inside if _may_date(text, d, near, named or near)]
    if room is not None and (room.before is not None or room.after is not None):
        own = [d for d in inside if _told_with(text, d, room)]
        if own:
            return min(own, key=lambda d: max(d.start - room.end, room.start - d.end))
        inside = [d for d in inside if not _of_another(d, room)] or inside
    return min(inside, key=lambda d: distance(text, d, near)) if inside else None


def _may_date(text: Annotated, date: Located, near: Token, named: Token) -> bool:
    """Whether a date may be that of the act or number: what "had been" done by a day may stand in a clause below."""
    token = text.token_at(date.end - 1)
    if token is None or _about_somebody(text, token, near):
        return token is None
    verb = _verb_over(text, token)
    if verb is None or verb.i == near.i:
        return not (verb is not None and _only_matter(text, date, verb, named))
    return text.text[date.start : date.end].lower().startswith("by ") or not _had_been(text, verb, near)


def measures(text: Annotated, sentence: Sentence, date: Located, at: int) -> bool:
    """ "The highest number since 2019", "than in March": what came then is only compared with the act."""
    known = wordings(text.language)
    match = known["measured"].search(text.text, sentence.start, date.end)
    if at > date.end and known["when"].match(text.text, date.end):
        return False  # "the largest since 2018, when 133 were arrested"
    return match is not None and not match.start() <= at < date.end


def _about_somebody(text: Annotated, date: Token, near: Token) -> bool:
    """ "Six men who became citizens last year were given summonses": the date of a clause that says who they are."""
    over = {near.i, *(t.i for t in text.ancestors(near))}
    for up in [date, *text.ancestors(date)]:
        if up.i in over:
            return False
        if up.dep == "acl:relcl":
            head = text.head(up)
            return head.i != near.i and head.lemma in classes(text.language)["person"]
    return False


def _only_matter(text: Annotated, date: Located, verb: Token, named: Token) -> bool:
    """ "Handed a note on Friday in connection with the raid": the date before is that of what was done about it."""
    if named.pos != "NOUN" or date.start > named.start:
        return False
    for up in [named, *text.ancestors(named)]:
        if up.i == verb.i or up.pos in ("VERB", "AUX"):
            return False
        known = classes(text.language)
        if any(k.lower in known["matter_case"] for k in text.children(up, "case")) or up.lemma in known["matter_noun"]:
            return True
    return False


def _had_been(text: Annotated, verb: Token, near: Token) -> bool:
    """ "Landed on Friday with workers who had been held": what had been before the dated verb that governs it."""
    if near.pos != "VERB" or not any(k.lower == "had" for k in text.children(near, "aux")):
        return False
    up = near
    while up.head != up.i and up.relation in ("conj", "xcomp"):
        up = text.head(up)
    return up.dep == "acl:relcl" and any(t.i == verb.i for t in text.ancestors(up))


def of_event(text: Annotated, date: DateMention, near: Token) -> DateMention:
    """The date itself of an event that only bounds others: "since the attack in March, which killed 145"."""
    if not date.edtf.endswith("/..") or date.edtf.startswith(".."):
        return date
    bare = replace(date, edtf=date.edtf.removesuffix("/.."))
    if near.start > date.end and wordings(text.language)["when"].match(text.text, date.end):
        return bare
    last = text.token_at(date.end - 1)
    up_from = [last, *text.ancestors(last)] if last is not None else []
    over = {t.i for t in takewhile(lambda t: t.pos not in ("VERB", "AUX"), up_from)}
    for up in [near, *text.ancestors(near)]:
        if up.dep == "acl:relcl" and not over.isdisjoint({up.head, *(t.i for t in text.ancestors(text.head(up)))}):
            return bare
    return date


def _verb_over(text: Annotated, token: Token) -> Token | None:
    """The nearest verb that governs a date, unless the date dates a noun ("the raid of Friday")."""
    return next((t for t in text.ancestors(token) if t.pos in ("VERB", "AUX")), None)


def _told_with(text: Annotated, date: Located, room: Room) -> bool:
    """Whether a date goes with a number: after it up to the next, or led in right before it."""
    edge = wordings(text.language)["edge"]
    if date.start >= room.end:
        if room.after is None or date.start > room.after:
            return room.after is None
        leads_on = edge.search(text.text, room.end, date.start) and not edge.search(text.text, date.end, room.after)
        return not leads_on
    if room.before is None or date.start < room.before or date.end > room.start:
        return False
    return bool(edge.search(text.text, room.before, date.start)) and not edge.search(text.text, date.end, room.start)


def _of_another(date: Located, room: Room) -> bool:
    """Whether a date stands after another number or with the next one; one that opens the sentence is for all."""
    if date.start >= room.end:
        return room.after is not None
    return room.before is not None and date.start >= room.before


def is_of_telling(text: Annotated, start: int) -> bool:
    """Whether a date is when something was said: "police said on Tuesday", "in a statement of 16 August"."""
    known = wordings(text.language)
    if known["since"].match(text.text, start):
        return False  # "she said since January"
    if known["telling_on"].search(text.text, max(0, start - _TELLING_REACH), start) is not None:
        return True
    token = text.token_at(start)
    if token is None:
        return False
    first = text.sentences[token.sent].start
    if start - first <= _HEAD and _DATELINE.match(text.text, start):
        return True
    if known["day_of_speech"].match(text.text, start) or _hangs_on_telling(text, token):
        return True
    if known["spread_on"].search(text.text, max(first, start - _SPREADING_REACH), start) is not None:
        return True
    return known["visiting_on"].search(text.text, first, start) is not None or _opens_telling(text, token)


def in_two_clauses(text: Annotated, first: int, second: int) -> bool:
    """Whether of two days, by the characters at which they begin, the second opens a clause with a verb of its own."""
    one, two = text.token_at(first), text.token_at(second)
    if one is None or two is None:
        return False
    before, behind = _verb_over(text, one), _verb_over(text, two)
    return before is not None and behind is not None and before.i < one.i and two.i < behind.i


def _opens_telling(text: Annotated, date: Token) -> bool:
    """ "On 5 March the ombudsman said that …", "Speaking on Wednesday, he said …": the first verb after it tells."""
    sentence = text.sentences[date.sent]
    if date.i - sentence.first > _OPENING:
        return False
    known = classes(text.language)["telling_verb"]
    for token in text.tokens[date.i + 1 : min(sentence.stop, date.i + _TO_VERB)]:
        if token.text in ";:" or token.relation == "mark":
            return False
        if token.pos == "VERB" and token.tag in ("VBD", "VBZ", "VBP", "VBN"):
            return not known.isdisjoint((token.lemma, token.lower)) and text.child(token, "aux:pass") is None
    return False


def _hangs_on_telling(text: Annotated, date: Token) -> bool:
    """ "Confirmed the raid the next day", "commented on it on Friday": no other verb stands between."""
    verb = _verb_over(text, date)
    if verb is None or verb.i > date.i or text.child(verb, "aux:pass") is not None:
        return False
    led = text.tokens[date.i - 1].pos == "ADP" if date.i else False
    if led and any(t.pos == "NOUN" and verb.i < t.i < date.i for t in text.ancestors(date)):
        return False  # "confirmed the raid of 5 May"
    between = text.tokens[verb.i + 1 : date.i]
    return verb.lemma in classes(text.language)["answering"] and not any(
        t.pos in ("VERB", "AUX", "SCONJ") for t in between
    )
