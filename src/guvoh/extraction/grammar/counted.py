"""What a number counts: its noun, the unit in the singular, the whole it is a part of."""

from __future__ import annotations

from dataclasses import dataclass

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.bare import did_something, made_to, stands_for_people, state_of, told_alone
from guvoh.extraction.numbers import NumberKind, NumberMention
from guvoh.extraction.vocabulary.load import classes
from guvoh.model import Qualifier

PERSON = "person"
_PARTITIVE = frozenset(("them", "those", "these", "whom", "which", "us"))
_SKIP = frozenset({"-", "/", "'s", "’s", "other", "more", "additional", "further", "such"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its noun (None when it stands alone), the unit, and whether it is a part of a whole.

    `whole` is the number of that whole where the words say it ("40 of the 300"); `holds` marks the 300 itself;
    `repeat` a number that only points back to one before it ("the three men").
    """

    mention: NumberMention
    noun: Token | None
    unit: str
    partitive: bool
    start: int
    end: int
    whole: float | None = None
    holds: bool = False
    repeat: bool = False


def counted(
    text: Annotated,
    sentence: Sentence,
    mention: NumberMention,
    before: Counted | None = None,
    whole: Counted | None = None,
) -> Counted | None:
    """What `mention` counts, or None when it counts nothing that a statement could be about.

    `before` is the number counted last: what a bare number counts that leaves its noun out ("19 from Peru");
    `whole` the one before it of which "9 of them" may be a part.
    """
    if mention.kind is NumberKind.MONEY or mention.kind is NumberKind.PERCENT or mention.kind is NumberKind.DURATION:
        return _measured(text, sentence, mention)
    tokens = text.of(sentence)
    last = next((t for t in reversed(tokens) if t.start < mention.number_end and t.end > mention.number_start), None)
    if last is None:
        return None
    if mention.weak and _next_is_of(tokens, last):
        return None
    run = _following(text, tokens, last)
    partitive = _is_partitive(tokens, last, mention)
    noun = run or _by_parse(text, last)
    noun = None if partitive and _tells_on(text, last) else noun
    if noun is None and partitive and whole is not None and not _only_people(text, last):
        return Counted(mention, last, whole.unit, partitive, mention.start, mention.end)
    if noun is None:
        return None if mention.weak else _bare(text, tokens, last, mention, before, partitive=partitive)
    if noun.pos == "PROPN" and not _is_person(text, noun):
        return None
    if mention.weak and (noun.i - last.i > 3 or not _countable_alone(text, noun)):
        return None
    end = max(mention.end, noun.end)
    return Counted(mention, noun, unit_of(text, noun), partitive, mention.start, end)


def _bare(
    text: Annotated,
    tokens: tuple[Token, ...],
    last: Token,
    mention: NumberMention,
    before: Counted | None,
    *,
    partitive: bool,
) -> Counted | None:
    """A number without a noun: people when a verb says so, else what the number before it counted."""
    share = _share_of_number(tokens, last)
    end = share.end if share is not None else mention.end
    part = partitive or share is not None
    named = _number_of(text, tokens, last) or _moving(text, tokens, last)
    if named is not None:
        return Counted(mention, last, unit_of(text, named), part, mention.start, end)
    if stands_for_people(text, last) or did_something(text, tokens, last) or made_to(text, last):
        return Counted(mention, last, PERSON, part, mention.start, end)
    state = state_of(text, tokens, last)
    if state is not None:
        return Counted(mention, last, PERSON, part, mention.start, state.end)
    if told_alone(text, tokens, last, mention) or _is_tally(text, tokens, last):
        return Counted(mention, last, _carried(text, last, before), part, mention.start, end)
    if before is not None and (part or _elliptic(text, tokens, last, mention)):
        return Counted(mention, last, _carried(text, last, before), part, mention.start, end)
    return Counted(mention, last, PERSON, part, mention.start, end) if part else None


def _carried(text: Annotated, last: Token, before: Counted | None) -> str:
    """The unit of the number before; people where that counted regions and this one is of those to whom it was done."""
    if before is None:
        return PERSON
    after = text.tokens[last.i + 1 : last.i + 3]
    is_done = [t.pos for t in after] == ["AUX", "VERB"] and after[1].tag == "VBN"
    done_to = last.dep == "obj" and text.head(last).pos == "VERB"
    return PERSON if (is_done or done_to) and before.unit in classes(text.language)["place_kind"] else before.unit


def _number_of(text: Annotated, tokens: tuple[Token, ...], last: Token) -> Token | None:
    """The noun of "put the number of returns at 900", "the death toll reached 12"."""
    known = classes(text.language)["tallied"]
    for token in reversed(tokens[max(0, last.i - tokens[0].i - 14) : last.i - tokens[0].i]):
        if token.text in ";.:":
            return None
        if token.lower in known:
            after = text.tokens[token.i + 1 : min(token.i + 7, last.i)]
            if after and after[0].lower == "of":
                return next((t for t in after[1:] if t.pos in ("NOUN", "PROPN")), None)
    return None


def _is_tally(text: Annotated, tokens: tuple[Token, ...], last: Token) -> bool:
    """Whether a number is told as one: "a figure of 26", "a total of 40"."""
    at = last.i - tokens[0].i
    return at > 1 and tokens[at - 1].lower == "of" and tokens[at - 2].lower in classes(text.language)["tallied"]


def _moving(text: Annotated, tokens: tuple[Token, ...], last: Token) -> Token | None:
    """The noun of "expulsions rose from 300 in 2022 to 450 in 2023"."""
    at = last.i - tokens[0].i
    if at == 0 or tokens[at - 1].lower not in ("from", "to"):
        return None
    for verb in reversed(tokens[:at]):
        if verb.pos == "VERB":
            subject = text.child(verb, "nsubj") if verb.lemma in classes(text.language)["moving"] else None
            return subject if subject is not None and subject.pos == "NOUN" else None
    return None


def _share_of_number(tokens: tuple[Token, ...], last: Token) -> Token | None:
    """The whole in "two of the 32"."""
    at = last.i - tokens[0].i
    after = tokens[at + 1 : at + 4]
    if len(after) == 3 and after[0].lower == "of" and after[1].pos in ("DET", "PRON") and after[2].pos == "NUM":
        return after[2]
    return None


def _elliptic(text: Annotated, tokens: tuple[Token, ...], last: Token, mention: NumberMention) -> bool:
    if mention.qualifier is Qualifier.EXACT and mention.best is not None and 1900 <= mention.best <= 2100:
        return False
    at = last.i - tokens[0].i
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if (at == 0 and after in ("", ".", ")")) or text.text[max(0, mention.start - 1)] in "+#№":
        return False  # the number of a list's item, of a telephone, of a thing
    known = classes(text.language)
    first = next((t for t in tokens if t.end > mention.start), last).i - tokens[0].i
    compared = first > 0 and tokens[first - 1].lower in known["compared"]
    compared |= first > 1 and (tokens[first - 2].lower, tokens[first - 1].lower) == ("compared", "with")
    return compared or after in known["ellipsis"] or last.dep in ("nsubj", "nsubj:pass", "obj")


def unit_of(text: Annotated, noun: Token) -> str:
    """The unit a noun counts: "person" for people, else the noun in the singular."""
    if _is_person(text, noun):
        return PERSON
    return noun.lemma if noun.lemma and noun.lemma != noun.lower else _singular(noun.lower)


def _measured(text: Annotated, sentence: Sentence, mention: NumberMention) -> Counted:
    tokens = text.of(sentence)
    end = mention.unit_span[1] if mention.unit_span else mention.end
    noun = next((t for t in reversed(tokens) if t.start < max(end, mention.end) and t.end > mention.start), None)
    return Counted(mention, noun, mention.unit or "unit", False, mention.start, max(end, mention.end))


def _following(text: Annotated, tokens: tuple[Token, ...], last: Token) -> Token | None:
    """The last noun of the run right after the number: "46 foreign citizens", "2,500 phone calls"."""
    at = last.i - tokens[0].i + 1
    if at < len(tokens) and tokens[at].lower == "of" and at + 1 < len(tokens):
        if tokens[at + 1].lower in _PARTITIVE:
            return None
        at += 1
        while at < len(tokens) and tokens[at].pos in ("DET", "PRON") and tokens[at].lower not in _PARTITIVE:
            at += 1
    noun: Token | None = None
    state = tokens[at] if at < len(tokens) and tokens[at - 1].lower == "the" and _is_person(text, tokens[at]) else None
    while at < len(tokens):
        token = tokens[at]
        participle = token.tag in ("VBN", "VBG", "JJ") and token.pos in ("VERB", "ADJ") and noun is None
        if noun is not None and _begins_anew(text, noun, token):
            break
        if (token.pos in ("NOUN", "PROPN") and not _verb_like(text, token, noun)) or _national(tokens, at):
            noun = token
        elif not (
            participle or token.pos in ("ADJ", "NUM") or token.lower in _SKIP or (token.pos == "ADV" and noun is None)
        ):
            if not (
                token.pos in ("CCONJ", "PUNCT") and noun is None and token.lower in ("and", ",", "or", '"', "“", "-")
            ):
                break
        elif noun is not None and token.pos == "NUM":
            break
        at += 1
    if noun is not None and noun.pos == "PROPN" and noun.text[:1].isupper() and not _is_person(text, noun):
        return None if last.i + 1 == noun.i else noun
    return noun or state  # "three of the injured"


def _national(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "national" is a person though the tagger takes it for an adjective: "one Greek national and"."""
    if tokens[at].lower != "national" or at == 0 or not tokens[at - 1].text[:1].isupper():
        return False
    return at + 1 == len(tokens) or (tokens[at + 1].pos not in ("NOUN", "PROPN", "ADJ", "NUM"))


def _begins_anew(text: Annotated, noun: Token, token: Token) -> bool:
    """Whether what follows the counted noun is no part of its name: "migrants last year", "in 57 cases entry was …"."""
    if token.lower in classes(text.language)["which_time"]:
        return True
    is_plural = noun.pos == "NOUN" and "Number=Plur" in noun.morph
    return is_plural and token.pos == "NOUN" and "Number=Plur" not in token.morph and not _is_person(text, token)


def _next_is_of(tokens: tuple[Token, ...], last: Token) -> bool:
    at = last.i - tokens[0].i + 1
    return last.lower == "one" and at < len(tokens) and tokens[at].lower == "of"


def _verb_like(text: Annotated, token: Token, noun: Token | None) -> bool:
    if token.lower in classes(text.language)["did"] and token.lemma != token.lower:
        return True  # "the remaining 466 left": no noun, whatever the parser makes of it
    return noun is not None and token.dep in ("root", "ROOT", "acl:relcl") and token.lower.endswith("ed")


def _by_parse(text: Annotated, last: Token) -> Token | None:
    if last.relation in ("nummod", "det", "advmod", "amod", "compound"):
        head = text.head(last)
        if head.relation == "nummod":
            head = text.head(head)
        between = text.tokens[last.i + 1 : head.i]
        is_near = head.pos == "NOUN" and 0 < head.i - last.i <= 6 and all(t.pos != "ADP" for t in between)
        if is_near and not _verb_like(text, head, None):
            return head
    return None


def _is_partitive(tokens: tuple[Token, ...], last: Token, mention: NumberMention) -> bool:
    at = last.i - tokens[0].i
    after = [t.lower for t in tokens[at + 1 : at + 3]]
    first = next((t for t in tokens if t.end > mention.start), last).i - tokens[0].i
    before = [t.lower for t in tokens[max(0, first - 3) : first]]
    if after[:1] == ["of"] and after[1:] and after[1] in _PARTITIVE:
        return True
    words = [w for w in before if w != ","][-2:]
    share = len(words) == 2 and words[0] in ("of", "among") and words[1] in _PARTITIVE
    return share or before[-1:] == ["including"]


def _tells_on(text: Annotated, last: Token) -> bool:
    """Whether the word right after a number is what letters or calls do: "9 concerned beatings"."""
    after = text.tokens[last.i + 1 : last.i + 2]
    return bool(after) and after[0].sent == last.sent and after[0].lower in classes(text.language)["concerning"]


def _only_people(text: Annotated, number: Token) -> bool:
    """Whether a number stands at a verb of which things are no subject or object: "9 of them were beaten"."""
    known = classes(text.language)
    verb = next((t for t in text.ancestors(number) if t.pos == "VERB"), None)
    if verb is None or number.relation not in ("nsubj", "obj", "conj") or verb.lemma in known["undergone_by_things"]:
        return False
    return verb.lemma in known["undergone"] or verb.lower in known["did"]


def _is_person(text: Annotated, noun: Token) -> bool:
    known = classes(text.language)
    return any(word in known[kind] for kind in ("person", "person_by_trait") for word in (noun.lower, noun.lemma))


def _countable_alone(text: Annotated, noun: Token) -> bool:
    """Whether "one" before the noun is a number worth telling: a person, a death, a case."""
    return _is_person(text, noun) or noun.lemma in classes(text.language)["happening"]


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
