"""Who acts and who is acted on in a clause: by word classes and cases, with kind and nationality."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guvoh.extraction.windows.clauses import Clause
from guvoh.extraction.windows.figures import Figure
from guvoh.extraction.windows.words import Word, actors, classes, nationality_of
from guvoh.model import Party

_JOINTS = frozenset({"из", "и", ",", "или"})
_TAIL = 5  # words behind a noun in which the country of those it names stands
_DESCRIBING = ("ADJF", "PRTF")
_BESIDE_NOUN = 3
_NEAR = 8  # words between an act and a noun for those it befalls


def actor_of(text: str, clause: Clause, head: Word, language: str) -> Party | None:
    """Who does the act: an authority or employer that is the subject, or the instrumental beside a passive."""
    kinds = actors(language)
    known = frozenset().union(*kinds.values())
    words = clause.words
    verb = head if head.token.pos == "VERB" else next((w for w in words if w.predicate), head)
    passive = verb.token.tag.startswith("PRTS")
    case = "Case=Ins" if passive else "Case=Nom"
    for i, word in enumerate(words):
        if word.token.pos in ("NOUN", "PROPN", "X", "ADJ") and word.among(known) and word.token.i != head.token.i:
            if not (word.has(case) or (_undeclined(word) and not passive)):
                continue
            if i and words[i - 1].token.pos == "ADP":
                continue
            first, last = _phrase(words, i, known, case)
            kind = next(k for k, listed in kinds.items() if any(w.among(listed) for w in words[first : last + 1]))
            return _party(text, words[first : last + 1], kind=kind)
    return None


def _undeclined(word: Word) -> bool:
    return "Case=" not in word.token.morph or (word.token.text.isupper() and word.has("Case=Nom"))


def _agrees(word: Word, case: str) -> bool:
    """Whether a describing word may be in a case; "городской" is a nominative, too."""
    return word.has(case) or (case == "Case=Nom" and word.form.endswith("ой"))


def _phrase(words: Sequence[Word], at: int, known: frozenset[str], case: str) -> tuple[int, int]:
    """First and last word of the noun phrase: "областное управление МВД", "полиция и ОМОН"."""
    first = last = at
    while first and words[first - 1].token.tag.startswith("ADJF") and _agrees(words[first - 1], case):
        first -= 1
    while last + 1 < len(words):
        word = words[last + 1]
        noun = word.token.pos in ("NOUN", "PROPN", "ADJ") and not word.predicate
        if noun and (word.has("Case=Gen") or (word.among(known) and _undeclined(word))):
            last += 1
        elif word.form in ("и", ",") and last + 2 < len(words) and words[last + 2].among(known):
            last += 2
        else:
            break
    return first, last


def affected_of(text: str, clause: Clause, head: Word, language: str) -> Party | None:
    """Whom the act befalls where no number counts them: the nearest people of the clause who are not its subject."""
    known = classes(language)["person_in"]
    passive = head.token.tag.startswith("PRTS") or head.token.pos == "NOUN"
    spot = next((n for n, w in enumerate(clause.words) if w.token.i == head.token.i), 0)
    near: list[tuple[int, int]] = []
    for n, word in enumerate(clause.words):
        alone = n + 1 == len(clause.words) or clause.words[n + 1].token.pos not in ("NOUN", "ADJ", "NUM", "VERB")
        people = word.among(known) or (word.participle and alone and word.has("Number=Plur") and word.has("Voice=Pass"))
        subject = word.has("Case=Nom") and not passive
        if people and not subject and word.token.i != head.token.i and word.token.pos != "NUM":
            near.append((abs(n - spot), n))
    if not near or min(near)[0] > (_BESIDE_NOUN if head.token.pos == "NOUN" else _NEAR):
        return None
    return people_at(text, clause.words, min(near)[1], language)


def counted_people(text: str, words: Sequence[Word], figure: Figure, language: str) -> Party | None:
    """Those whom a number counts, as the text words them."""
    noun = figure.counted.noun
    at = next((n for n, w in enumerate(words) if noun is not None and w.token.i == noun.i), None)
    if at is None:
        return None
    if words[at].token.pos == "NUM" or at <= figure.at:
        mention = figure.counted.mention
        start, end = mention.number_start, mention.number_end
        return Party(" ".join(text[start:end].split()), start, end)
    return people_at(text, words, at, language, figure.at + 1)


def people_at(text: str, words: Sequence[Word], at: int, language: str, least: int = 0) -> Party:
    """The people that the noun at `at` names, with the words that describe them and their country."""
    known = nationality_of(language)
    first = last = at
    while (
        first > least
        and words[first - 1].token.tag.startswith(_DESCRIBING)
        and "Apro" not in words[first - 1].token.tag
    ):
        first -= 1
    for i in range(at + 1, min(at + 1 + _TAIL, len(words))):
        if words[i].lemma in known and words[i].token.pos != "ADJ" and not words[i].has("Case=Nom"):
            last = i
        elif words[i].form not in _JOINTS:
            break
    private = words[at].token.pos == "PROPN" and words[at].lemma not in known
    return _party(text, words[first : last + 1], nationality=_codes(words[first : last + 1], known), private=private)


def _codes(words: Sequence[Word], known: Mapping[str, str]) -> tuple[str, ...]:
    found = [known[w.lemma] for w in words if w.lemma in known]
    return tuple(dict.fromkeys(found))


def _party(
    text: str,
    words: Sequence[Word],
    *,
    kind: str | None = None,
    nationality: tuple[str, ...] = (),
    private: bool = False,
) -> Party:
    start, end = words[0].token.start, words[-1].token.end
    return Party(" ".join(text[start:end].split()), start, end, kind, nationality, private)
