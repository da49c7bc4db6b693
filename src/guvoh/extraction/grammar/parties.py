"""Names of those who act and those acted on, as the text words them, with kind and nationality."""

from __future__ import annotations

from functools import cache

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.vocabulary.load import actor_kinds, classes, nationalities
from guvoh.model import Party, Span

# What does not belong to a name: clauses, and the commas and verbs of lists that share a head.
_CUT = frozenset(
    {
        "acl:relcl",
        "acl",
        "advcl",
        "parataxis",
        "ccomp",
        "appos",
        "punct",
        "cop",
        "aux",
        "aux:pass",
        "advmod",
        "mark",
        "nsubj",
        "obl",
        "dep",
        "discourse",
    }
)


def party(text: Annotated, head: Token, *, actor: bool, whole_list: bool = True, after: int = 0) -> Party:
    """The phrase under `head` as a party: of an actor the kind of body, of the affected their nationality.

    `after` is the offset where the name may begin at the earliest (behind the number that counts it).
    """
    cut = _CUT if whole_list else _CUT | {"conj", "cc"}
    start, end = phrase_span(text, head, cut, after)
    name = _tidy(text.text[start:end])
    words = frozenset(t.lower for t in text.between(start, end)) | {head.lemma}
    if actor:
        return Party(name, start, end, kind=_actor_kind(words, text.language))
    return Party(name, start, end, nationality=nationalities_in(text, start, end), private=_private(text, head))


def phrase_span(text: Annotated, head: Token, cut: frozenset[str] = _CUT, after: int = 0) -> Span:
    """Characters of the noun phrase around `head` from `after` on, without leading determiner or preposition."""
    loose = {t.i for kid in text.children(head, "nmod") if _loose(text, kid) for t in text.subtree(kid)}
    nodes = [t for t in text.subtree(head, cut) if t.i == head.i or (t.i not in loose and t.start >= after)]
    # a list stays together only without gaps, so that the words of a clause cut off never slip in between
    kept = [head]
    by_index = {t.i: t for t in nodes}
    i = head.i - 1
    while i in by_index or (i - 1 in by_index and text.tokens[i].text in (",", "-", "/")):
        if text.tokens[i].pos == "VERB" and text.tokens[i - 1].pos in ("NOUN", "PROPN"):
            break  # "Police detained migrants" read as one noun phrase
        kept.insert(0, text.tokens[i])
        i -= 1
    i = head.i + 1
    while i in by_index or (i + 1 in by_index and text.tokens[i].text in (",", "-", "'", "(", "“", '"')):
        kept.append(text.tokens[i])
        i += 1
    while len(kept) > 1 and (kept[0].pos in _LEADING or kept[0].dep == "case" or kept[0].lower == "that"):
        kept.pop(0)
    while len(kept) > 1 and kept[-1].pos in ("PUNCT", "ADP", "CCONJ", "DET"):
        kept.pop()
    return kept[0].start, kept[-1].end


_LEADING = frozenset({"DET", "ADP", "PUNCT", "CCONJ", "SCONJ"})
_LOOSE = frozenset("in at near during after before for on as under since by into to via".split())


def _loose(text: Annotated, modifier: Token) -> bool:
    """A phrase of where, when or why that the parse hung on the noun: no part of a name."""
    case = text.child(modifier, "case")
    if case is None or modifier.start < text.head(modifier).start:
        return False
    if case.lower == "from":
        removing = classes(text.language)["removing"]
        return any(t.lemma in removing for t in text.tokens[max(0, case.i - 8) : case.i])
    return case.lower in _LOOSE


def _tidy(name: str) -> str:
    return " ".join(name.replace("*", "").split())


def _actor_kind(words: frozenset[str], language: str) -> str | None:
    for kind, marks in actor_kinds(language).items():
        if not marks.isdisjoint(words):
            return kind
    return "official" if not classes(language)["authority"].isdisjoint(words) else None


@cache
def _nationality_words(language: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for row in nationalities(language):
        for word in (*row.adjectives, *row.countries):
            table[word] = row.code
        for noun in row.nouns:
            table[noun] = table[noun + "s"] = row.code
    return table


def nationalities_in(text: Annotated, start: int, end: int) -> tuple[str, ...]:
    """ISO 3166-1 codes of the nationalities that a stretch names, in its order, each once."""
    table = _nationality_words(text.language)
    tokens = text.between(start, end)
    found: list[str] = []
    for a, token in enumerate(tokens):
        two = " ".join(t.text for t in tokens[a : a + 2])
        code = table.get(two) or table.get(token.text)
        if code and code not in found:
            found.append(code)
    return tuple(found)


def _private(text: Annotated, head: Token) -> bool:
    """A named person who is acted upon is a private person until someone says otherwise."""
    return head.pos == "PROPN" and head.text[:1].isupper() and not nationalities_in(text, head.start, head.end)
