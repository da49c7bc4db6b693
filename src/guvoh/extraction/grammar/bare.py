"""Numbers without a noun that count people by the words beside them: "said twelve", "we were seventy", "six dead"."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.numbers import NumberMention
from guvoh.extraction.vocabulary.load import classes
from guvoh.model import Qualifier

_ENDS = frozenset({"", ".", ",", ";", "!", "?", "”", '"', "’", ")", "—", "–", "and", "but"})
_QUOTES = frozenset({'"', "“", "‘", "«"})
_BE = frozenset({"was", "were", "is", "are", "be", "been", "’re", "'re"})
_REACH = 8


def state_of(text: Annotated, tokens: Sequence[Token], last: Token) -> Token | None:
    """The word right after the number that tells what befell those it counts: "312 detained", "six dead"."""
    at = last.i - tokens[0].i + 1
    after = tokens[at] if at < len(tokens) else None
    return after if after is not None and after.lower in classes(text.language)["struck"] else None


def told_alone(text: Annotated, tokens: Sequence[Token], last: Token, mention: NumberMention) -> bool:
    """Whether a number that ends its clause is what somebody tells or finds: no year, hour or age."""
    if mention.qualifier is Qualifier.EXACT and mention.best is not None and 1900 <= mention.best <= 2100:
        return False
    at = last.i - tokens[0].i
    if (tokens[at + 1].text if at + 1 < len(tokens) else "") not in _ENDS:
        return False
    first = next((n for n, t in enumerate(tokens) if t.end > mention.start), at)
    if first == 0:
        return False
    before = tokens[first - 1]
    if before.text in _QUOTES:
        return _alone_in_quotation(text, tokens, first, last)
    return _after(text, tokens, first, before)


def _alone_in_quotation(text: Annotated, tokens: Sequence[Token], first: int, last: Token) -> bool:
    """ "“Nineteen,” he said": a number in words that is all that somebody says."""
    closing = "".join(t.text for t in text.tokens[last.i + 1 : last.i + 3])
    return tokens[first].text[:1].isalpha() and any(mark in closing for mark in '”"’»')


def _after(text: Annotated, tokens: Sequence[Token], first: int, before: Token) -> bool:
    known = classes(text.language)
    earlier = tokens[max(0, first - _REACH) : first - 1]
    if before.lemma in known["counts_alone"]:
        return before.pos in ("VERB", "AUX", "NOUN")
    if before.lower in ("at", "to"):
        return any(t.lemma in known["reckoned_at"] and t.pos == "VERB" for t in earlier)
    if before.lower in ("of", "about", "for"):
        return bool(earlier) and {earlier[-1].lemma, earlier[-1].lower} & known["told_of"] != set()
    tells = any(t.lower in known["there_are"] for t in earlier[-3:]) or any(t.lemma in known["quota"] for t in earlier)
    return before.lower in _BE and tells


def stands_for_people(text: Annotated, number: Token) -> bool:
    """A bare number or vague word as the subject or object of a verb that people undergo: "Thousands were deported"."""
    known = classes(text.language)
    if [t.lower for t in text.tokens[max(0, number.i - 1) : number.i]] == ["of"]:
        return text.tokens[number.i - 2].lower in known["loose_group"]  # "a group of 26"
    for verb in text.ancestors(number):
        if verb.pos == "VERB":
            return number.relation in ("nsubj", "obj", "obl", "conj") and not known["undergone"].isdisjoint(
                (verb.lemma, verb.lower)
            )
    return False


def did_something(text: Annotated, tokens: Sequence[Token], number: Token) -> bool:
    """A bare number right before a verb of what people do: "30 agreed to go and 12 refused"."""
    at = number.i - tokens[0].i
    after = tokens[at + 1 : at + 2]
    opens = at == 0 or tokens[at - 1].pos not in ("NOUN", "PROPN", "ADP", "SYM")
    return opens and bool(after) and after[0].lower in classes(text.language)["did"]


def made_to(text: Annotated, last: Token) -> bool:
    """Whether those counted are made to do something: "466 were ordered to leave"."""
    after = text.tokens[last.i + 1 : last.i + 4]
    if [t.pos for t in after[:2]] != ["AUX", "VERB"] or [t.lower for t in after[2:]] != ["to"]:
        return False
    return after[1].lemma in classes(text.language)["made_to"]
