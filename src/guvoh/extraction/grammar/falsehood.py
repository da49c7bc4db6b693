"""What the words call untrue: "it is not true that …", "reports of … are false", "called the claim that … a lie"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.vocabulary.load import classes, exact_words

_JOINS = frozenset({"and", "or", "while", "whereas", "yet", "so"})
_ASKED = frozenset({"what", "whatever", "how"})
_TURNS = frozenset({"who", "which", "but", "although", "because"})
_COPULAS = frozenset({"be", "prove", "turn", "remain"})
_VERDICT_REACH = 4  # words between the form of be, or the negation, and the verdict: "are nothing but a lie"


def called_untrue(text: Annotated, word: Token) -> str | None:
    """Why what is told at `word` is called untrue, or None; by the words, as the parser often errs in such clauses."""
    sentence = text.sentences[word.sent]
    if text.forms(sentence).isdisjoint(_judging(text.language)):
        return None
    tokens = text.of(sentence)
    first = tokens[0].i
    for verdict in tokens:
        why = _verdict(text, verdict, first)
        if why is not None and (_leads_to(text, verdict, word) or _follows_claim(text, verdict, word)):
            return f"called untrue: {why}"
    return None


@cache
def _judging(language: str) -> frozenset[str]:
    """The words that may find something untrue."""
    return classes(language)["truth"] | classes(language)["falsehood"]


def _verdict(text: Annotated, token: Token, first: int) -> str | None:
    """Whether a word finds something untrue: "false", "a lie", or a word of truth that is negated."""
    words = classes(text.language)
    before = text.tokens[max(first, token.i - _VERDICT_REACH) : token.i]
    negated = next((t for t in before if t.lower in words["negation"] or t.lower == "nothing"), None)
    if token.lemma == "happen" and any(t.lower in _ASKED for t in before):
        return None  # "did not know what had happened to them"
    if token.lemma in words["truth"] or token.lower in words["truth"]:
        return f"“{negated.text} … {token.text}”" if negated is not None and not _qualifies(text, token) else None
    if (token.lemma in words["falsehood"] or token.lower in words["falsehood"]) and not _qualifies(text, token):
        plain = negated is None or negated.lower == "nothing"
        return f"“{token.text}”" if plain else None
    return None


def _qualifies(text: Annotated, token: Token) -> bool:
    """ "On false charges": the word stands before its noun and judges no claim."""
    after = text.tokens[token.i + 1] if token.i + 1 < len(text.tokens) else None
    before = text.tokens[token.i - 1] if token.i else None
    told_as = before is not None and before.lower == "as"  # "dismissed as lies reports that …"
    return not told_as and after is not None and after.sent == token.sent and after.pos in ("NOUN", "PROPN")


def _leads_to(text: Annotated, verdict: Token, word: Token) -> bool:
    """ "It is not true that …", "it was a lie that …", "there is no truth in reports of …"."""
    if verdict.i >= word.i:
        return False
    between = _without_aside(text.tokens[verdict.i + 1 : word.i])
    if not between or any(t.text in ";:—–" or t.lower in _TURNS for t in between):
        return False
    if between[0].lower == "that":
        return True
    claims = classes(text.language)["told_claim"]
    return between[0].lower in ("in", "to", "behind") and any(t.lemma in claims for t in between)


def _without_aside(between: Sequence[Token]) -> Sequence[Token]:
    """What follows an aside: "untrue, the ministry said, that …"."""
    commas = [n for n, t in enumerate(between) if t.text == ","]
    return between[commas[1] + 1 :] if len(commas) > 1 and commas[0] == 0 else between


def _follows_claim(text: Annotated, verdict: Token, word: Token) -> bool:
    """ "Reports that people were beaten are false": a claim before the word, a verdict on it after."""
    if verdict.i <= word.i or not _pronounced(text, verdict):
        return False
    claim = _claim_over(text, word)
    if claim is None or _of_another(text, verdict, word, claim):
        return False
    return not any(t.text == ";" or t.lower in _TURNS for t in text.tokens[word.i : verdict.i])


def _pronounced(text: Annotated, verdict: Token) -> bool:
    """Whether a verdict is said of something: after a form of be, or as what the claim is called ("called … a lie")."""
    if verdict.lemma in classes(text.language)["truth"]:
        return True
    first = text.sentences[verdict.sent].first
    before = text.tokens[max(first, verdict.i - _VERDICT_REACH) : verdict.i]
    if any(t.lemma in _COPULAS or t.lower in ("as", "a", "an") for t in before):
        return True
    return any(t.lemma in classes(text.language)["calling"] for t in text.tokens[first : verdict.i])


def _of_another(text: Annotated, verdict: Token, word: Token, claim: Token) -> bool:
    """ "… said police beat three men and described the charges as fabricated": the verdict is on another thing."""
    calling = classes(text.language)["calling"]
    for token in text.tokens[word.i + 1 : verdict.i]:
        passive = any(t.lemma == "be" for t in text.tokens[token.i - 3 : token.i])
        if token.pos == "VERB" and token.lemma in calling and not passive:
            return True
    above = (verdict, *text.ancestors(verdict))
    subject = next((s for t in above if t.i > word.i and (s := text.child(t, "nsubj")) is not None), None)
    if subject is None or subject.i <= word.i or subject.i == claim.i:
        return False  # without a subject between, what stands before the verdict is the claim: the parser often errs
    joined = any(t.lower in _JOINS for t in text.tokens[word.i : subject.i])
    says = claim.relation == "nsubj" and word.i < claim.head < subject.i  # "the report that … says the charges are …"
    return subject.pos == "PRON" or joined or says


def _claim_over(text: Annotated, word: Token) -> Token | None:
    """The claim whose content a word is: the nearest noun of claim before it that is led on by "that", "of" or so."""
    known = classes(text.language)["told_claim"]
    first = text.sentences[word.sent].first
    for token in reversed(text.tokens[first : word.i]):
        if token.text in ";:" or token.lower in _TURNS:
            return None
        if token.lemma in known and _leads_on(text, token, word):
            return token
    return None


def _leads_on(text: Annotated, claim: Token, word: Token) -> bool:
    """Whether a claim's own content holds a word: not "the report on torture said four men were beaten"."""
    on, then = text.tokens[claim.i + 1], text.tokens[min(claim.i + 2, len(text.tokens) - 1)]
    behind_comma = on.text == "," and (then.tag in ("VBN", "VBG") or then.lower == "that")
    if on.lower not in exact_words(text.language)["leading_in"] and not behind_comma:
        return False
    if any(t.lower == "in" for t in text.children(claim, "case")):
        return False  # "in a statement on …" only says where it was told
    verb = text.head(claim)
    told_of = claim.relation == "nsubj" and verb.pos == "VERB" and claim.i < verb.i < word.i
    return on.lower == "that" or not told_of
