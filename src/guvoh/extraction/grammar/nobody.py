"""What nobody did ("nobody laid a finger on them"), what is given, what somebody ought to end: did it happen or not?"""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.presupposed import apart, hardly, not_willingly
from guvoh.extraction.grammar.subjects import clause_verb
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import classes, exact_words

_REACH = 8  # words between the deed and the word for nobody
_OTHER = frozenset({"other", "less", "fewer", "more"})
_BETWEEN = frozenset({"AUX", "ADV"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_PAIRS = frozenset({("one", "no"), ("one", "not"), ("a", "not")})


def by_nobody(text: Annotated, trigger: Trigger) -> str | None:
    """Why an act did not happen because nobody did it or nobody underwent it, by the subject or object of its verb."""
    verb = clause_verb(text, trigger.head)
    none = to_nobody(text, trigger.head)
    if none is None and verb.lemma in exact_words(text.language)["of_telling_nothing"]:
        return None  # "nobody explained why they were deported", "nobody has been punished for the beating"
    none = none or nobody_before(text, verb)
    over = text.head(verb)
    silent = over.lemma in exact_words(text.language)["of_telling_nothing"] or apart(text, over, verb)
    if none is None and verb.relation == "xcomp" and not silent:
        none = nobody_before(text, over)  # "no Syrian is forced to leave"
    if none is None or not_willingly(text, none, verb):  # "by no means voluntary"
        return None
    return f"of nobody: “{none.text}”"


def to_nobody(text: Annotated, verb: Token) -> Token | None:
    """The word for nobody by which a verb's object is no one: "deported no one", "fined none of them"; or None."""
    for whom in text.children(verb, "obj") if verb.pos == "VERB" else ():
        but = any(t.lower == "but" for k in text.children(whom, "conj") for t in text.children(k, "cc"))
        none = next((t for t in (*text.children(whom, "det"), whom) if _means_nobody(text, t)), None)
        behind = text.tokens[none.i + 1 : none.i + 2] if none is not None else ()
        if none is not None and not but and all(t.lower not in _OTHER for t in behind):
            return none
    return None


def never_without(text: Annotated, without: Token) -> bool:
    """ "No inspection takes place without beatings": where nothing goes without a thing, the thing is done."""
    before = text.tokens[text.sentences[without.sent].first : without.i]
    return any(t.lower in classes(text.language)["negation"] and t.lower != "without" for t in before)


def nobody_before(text: Annotated, verb: Token) -> Token | None:
    """The word for nobody that is, or stands before, the subject right before a verb; None without one."""
    first = text.sentences[verb.sent].first
    named = False
    if (none := _in_no_case(text, verb) or _no_subject(text, verb)) is not None:
        return none
    for token in reversed(text.tokens[max(first, verb.i - _REACH) : verb.i]):
        if _means_nobody(text, token):
            return None if is_lacked(text, token) else token
        if token.pos in _BETWEEN and not named:
            continue
        if token.text != "-" and token.pos not in _NAMING:
            return None
        named = named or token.pos in ("NOUN", "PROPN")
    return None


def is_lacked(text: Annotated, none: Token) -> bool:
    """Whether "no" only says what people lack: "workers who had no papers", "people with no passport"."""
    before = text.tokens[none.i - 1] if none.i else none
    return before.pos in ("VERB", "ADP") and before.lemma in exact_words(text.language)["lacking"]


def _no_subject(text: Annotated, verb: Token) -> Token | None:
    """The "no" of a subject, whatever stands between: "no members of the group were detained"."""
    nouns = (k for k in text.children(verb, "nsubj") if k.i < verb.i)
    none = (t for noun in nouns for t in text.children(noun, "det") if _means_nobody(text, t))
    return next((t for t in none if text.tokens[t.i + 1].lower not in _OTHER and not is_lacked(text, t)), None)


def _in_no_case(text: Annotated, verb: Token) -> Token | None:
    """The "no" of "in no case", "at no time": what goes with it did not happen."""
    times = exact_words(text.language)["cases"]
    nouns = (k for k in text.children(verb, "obl") if k.lemma in times and k.i < verb.i)
    return next((t for noun in nouns for t in text.children(noun, "det") if t.lower == "no"), None)


def _means_nobody(text: Annotated, token: Token) -> bool:
    """ "Nobody", "no (inmate)", "no one", "not one", "not a single (person)"."""
    if token.lower in classes(text.language)["nobody"]:
        return True
    before = text.tokens[token.i - 1].lower if token.i else ""
    return (token.lower, before) in _PAIRS


def is_to_end(text: Annotated, verb: Token) -> bool:
    """ "Should halt the deportations", "urged them to suspend …": who is to end a thing is still doing it."""
    should = any(k.lower in exact_words(text.language)["obliged"] for k in text.children(verb, "aux"))
    over = text.head(verb)
    to = any(k.lower == "to" for k in text.children(verb, "mark"))
    urged = (
        to
        and verb.relation in ("xcomp", "advcl")
        and over.i != verb.i
        and over.lemma in classes(text.language)["advising"]
    )
    return should or urged


def is_voluntary(text: Annotated, trigger: Trigger, verb: Token) -> str | None:
    """ "Returns are voluntary", "contracts are signed on a voluntary basis": nobody is made to, says who tells it."""
    if trigger.term not in ("expulsion", "collective_expulsion", "forced_recruitment"):
        return None
    over = text.head(trigger.head)
    predicate = over.lower == "voluntary" and trigger.head.relation == "nsubj" and not hardly(text, over)
    basis = next((t for t in text.children(verb, "obl") if t.lower == "basis"), None)
    by_will = basis is not None and any(
        k.lower == "voluntary" and not hardly(text, k) for k in text.children(basis, "amod")
    )
    return "told as voluntary" if predicate or by_will else None
