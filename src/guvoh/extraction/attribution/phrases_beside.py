"""The noun phrase that stands beside a verb: right before its group, or before a relative pronoun."""

from __future__ import annotations

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.kinds_of_tokens import MARKS, finite, nominal
from guvoh.extraction.attribution.lexicon import name_words, roles, saying_words, singular
from guvoh.extraction.attribution.scene import TIME_WORDS, Phrase, Scene

_RELATIVE = saying_words()["relative"]

_TALKS = saying_words()["talks"]
_TIMES = name_words()["calendar"] | {"week", "month", "year"}
_TIME_MODIFIERS = saying_words()["time_modifiers"]
_ADVERBS = saying_words()["sentence_adverbs"]
_CLOSES = frozenset({";", ":", "“", "”", '"', "—", "–"})
_RELATIVE_REACH, _NAME_WORDS = 16, 6
_BREAKS = frozenset({",", "--", "—", "–", "―", ";", ":"})
SUBJECT_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who", "you"})


def adjacent(scene: Scene, start: int, lo: int) -> Phrase | None:
    """The noun phrase that ends right before the verb group, past an apposition between commas."""
    i = start - 1
    while i >= lo and (scene.tokens[i].text in ("*", ")", "-") or scene.lower(i) in ("there", "here")):
        i -= 1
    i = _before_time(scene, before_link(scene, i, lo), lo)
    if i < lo:
        return None
    t = scene.tokens[i]
    if t.text in MARKS and t.i - 1 > lo and scene.short_name(i):
        return _in_marks(scene, i, lo)
    if scene.lower(start - 1) == ")" and start - 1 > i:
        return _with_abbreviation(scene, start - 1, lo)
    if t.text == ",":
        return _before_apposition(scene, i, lo)
    if nominal(t) and (t.tag not in ("PRP", "WP") or t.lower in SUBJECT_PRONOUNS):
        return scene.phrase(core_head(scene, i, lo), lo, start)
    return None


def _in_marks(scene: Scene, closes: int, lo: int) -> Phrase | None:
    """The name in the quotation marks that close at a token, with the noun before it: "the portal “Tula-Gorod”"."""
    opens = next((i for i in range(closes - 1, lo - 1, -1) if scene.tokens[i].text in MARKS), closes)
    if opens + 1 >= closes:
        return None
    if opens > lo and scene.tokens[opens - 1].pos == "NOUN":
        whole = scene.phrase(core_head(scene, opens - 1, lo), lo, closes + 1)
        return whole if whole.last >= closes - 1 else None
    return Phrase(opens, closes, closes - 1)


def before_link(scene: Scene, i: int, lo: int) -> int:
    """The token before an adverb between commas: "X, however, | confirmed"."""
    aside = scene.lower(i) == "," and scene.lower(i - 1) in _ADVERBS and scene.lower(i - 2) == ","
    return i - 3 if aside and i - 3 >= lo else i


def _before_time(scene: Scene, i: int, lo: int) -> int:
    """The token before a time told without a preposition: "X last year | documented", "X on Monday | said"."""
    if scene.lower(i) not in _TIMES:
        return i
    n = i
    while n > lo and scene.lower(n) in _TIMES | _TIME_MODIFIERS:
        n -= 1
    n -= scene.lower(n) == "on" and n > lo
    return n if nominal(scene.tokens[n]) else i


def of_amount(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase is a number behind "more than" or "fewer than": no preposition stands there."""
    return scene.lower(phrase.first - 1) == "than" and scene.tokens[phrase.first].pos == "NUM"


def with_abbreviation(scene: Scene, phrase: Phrase) -> Phrase:
    """The phrase with the abbreviation that follows it in parentheses."""
    if scene.lower(phrase.last + 1) == "(" and scene.lower(phrase.last + 3) == ")":
        return Phrase(phrase.first, phrase.last + 3, phrase.head)
    return phrase


def _with_abbreviation(scene: Scene, close: int, lo: int) -> Phrase | None:
    """The phrase before a parenthesis that ends right before the verb: "the Interior Ministry (MVD) announced"."""
    i = close
    while i > lo and scene.tokens[i].text != "(":
        i -= 1
    if i <= lo or not nominal(scene.tokens[i - 1]):
        return None
    inner = scene.phrase(i - 1, lo, i)
    return Phrase(inner.first, close, i - 1)


def core_head(scene: Scene, i: int, lo: int) -> int:
    """Climb from the last word of a phrase to its head ("head of the *committee*" → "head")."""
    head = i
    for _ in range(4):
        t = scene.tokens[head]
        up = scene.annotated.head(t)
        if up.lower in TIME_WORDS or any(scene.tokens[n].text in _BREAKS for n in range(up.i, head)):
            break
        if t.relation in ("appos", "nmod") and _opens_anew(scene, t, up):
            break  # "In Kazan a teacher, X, said"
        if t.relation in ("obl", "obj") and up.relation == "acl" and up.head < up.i < head:
            head = up.head  # "witnesses interviewed by X": the witnesses
        elif t.relation in ("nmod", "flat", "compound", "appos") and lo <= up.i < head and not scene.finite(up.i, head):
            head = up.i
        else:
            break
    return head


def _opens_anew(scene: Scene, t: Token, up: Token) -> bool:
    """Whether a noun with an article of its own, and no preposition, follows a place: it is no part of it."""
    article = scene.annotated.child(t, "det")
    placed = scene.annotated.child(up, "case") is not None and scene.annotated.child(t, "case") is None
    return article is not None and article.i > up.i and placed


def behind_relative(scene: Scene, v: int, lo: int) -> Phrase | None:
    """The people whose relative clause ends right before the verb: "a medic who has access | reports"."""
    for who in range(v - 2, max(lo, v - _RELATIVE_REACH), -1):
        if scene.tokens[who].text in _CLOSES:
            return None
        if scene.lower(who) == "who":
            if not scene.finite(who + 1, v) or not nominal(scene.tokens[who - 1]):
                return None
            people = scene.phrase(core_head(scene, who - 1, lo), lo, who)
            before = scene.tokens[people.first - 1]
            edge = people.first == lo or before.lower in _EDGES or before.text in MARKS or scene.lower(lo) == "yet"
            return people if edge else None
    return None


def _before_apposition(scene: Scene, comma: int, lo: int) -> Phrase | None:
    for i in range(comma - 1, max(lo, comma - 25), -1):
        if scene.tokens[i].text == ",":
            t = scene.token(i - 1)
            while t is not None and t.text in ("*", *MARKS):
                t = scene.token(t.i - 1)
            if t is None or t.i < lo:
                return None
            if _object(scene, t, lo) or not (nominal(t) or t.text[:1].isupper()):
                return _named_between(scene, i, comma)
            return scene.phrase(core_head(scene, t.i, lo), lo, i)
    return None


def _object(scene: Scene, t: Token, lo: int) -> bool:
    """Whether "them" or "him" ends a clause before a name, not "one of them"."""
    head = core_head(scene, t.i, lo) if t.tag == "PRP" else -1
    return head >= 0 and (head == t.i or scene.finite(head, t.i))


def _named_between(scene: Scene, opens: int, closes: int) -> Phrase | None:
    """The name that stands alone between two commas: "a group that meets them, GARR, counted"."""
    inside = scene.tokens[opens + 1 : closes]
    alone = 0 < len(inside) < _NAME_WORDS and all(t.pos == "PROPN" for t in inside)
    return Phrase(opens + 1, closes - 1, closes - 1) if alone else None


def antecedent(scene: Scene, phrase: Phrase) -> Phrase | None:
    """The noun phrase that a relative pronoun stands for."""
    t = scene.tokens[phrase.head]
    if t.lower not in _RELATIVE | {"whose"}:
        return None
    i = phrase.first - 1
    while i >= scene.first and (
        scene.tokens[i].text in (",", "*", ")") or scene.tokens[i].text in MARKS or scene.lower(i) in ("there", "here")
    ):
        i -= 1
    if t.lower == "who" and scene.tokens[i].pos == "NUM" and scene.lower(i - 1) == "," and i - 2 >= scene.first:
        i -= 2  # "Noor Wali, 61, who"
    if i < scene.first or not nominal(scene.tokens[i]):
        return None
    if t.lower == "who" and scene.tokens[core_head(scene, i, scene.first)].lower in _TALKS:
        return scene.phrase(i, i, phrase.first)  # "by a call to the owner, who adds"
    people = roles(scene.annotated.language).human | roles(scene.annotated.language).collective
    above = core_head(scene, i, scene.first)
    thing = above != i and scene.tokens[above].pos == "NOUN" and not _of(scene, above, people)
    if t.lower == "who" and thing and _of(scene, i, people):
        return scene.phrase(i, above + 1, phrase.first)  # "drew the notice of the authorities, who"
    aside = t.lower in ("who", "which") and scene.lower(phrase.first - 1) == ","
    named = _before_role(scene, i) if aside else None
    return named or scene.phrase(core_head(scene, i, scene.first), scene.first, phrase.first)


def _of(scene: Scene, i: int, words: frozenset[str]) -> bool:
    return bool({scene.lower(i), singular(scene.lower(i))} & words)


def _before_role(scene: Scene, i: int) -> Phrase | None:
    """The name before an apposition that ends at token `i`: "X, general secretary of Y, who estimates"."""
    for n in range(i, max(scene.first, i - 20), -1):
        if finite(scene.tokens[n]) or scene.tokens[n].text in MARKS:
            return None
        if scene.lower(n) == ",":
            before, role = scene.tokens[n - 1], scene.tokens[n + 1]
            placed = scene.tokens[n - 2].pos == "ADP" and n - 2 == scene.first  # "In Orestiada, volunteer X, who"
            if before.pos == "PROPN" and not placed and role.text.islower() and role.pos in ("NOUN", "ADJ", "DET"):
                return scene.phrase(core_head(scene, n - 1, scene.first), scene.first, n)
            return None
    return None


_EDGES = frozenset({"and", "but", "while", "that", ",", ";", ":", "—", "–", "--"})
_ROLE_BEGINS = frozenset({"a", "an", "the", "his", "her", "their", "its", "one", "another"})


def named_before(scene: Scene, phrase: Phrase, start: int, lo: int) -> Phrase | None:
    """The name that a subject only describes: "Nasim, a worker from X who asked that …, | said".

    `start` is the first token of the verb group; None when no name opens the clause before the phrase.
    """
    comma = phrase.first - 1
    if comma <= lo or scene.lower(comma) != "," or scene.lower(start - 1) != ",":
        return None
    aged = scene.tokens[comma - 1].text.isdigit() and scene.lower(comma - 2) == "," and comma - 2 > lo
    if aged:
        comma -= 2  # "Umed Sharipov, 29, a plasterer from Vahdat, told"
    before = scene.tokens[comma - 1]
    initials = before.text.isupper() and len(before.text) > 2  # "UNSMIL, the UN mission in the country, said"
    named = initials or before.pos == "PROPN" or (aged and before.text.istitle())
    if scene.lower(phrase.first) not in _ROLE_BEGINS or not named:
        return None
    name = scene.phrase(core_head(scene, comma - 1, lo), lo, comma)
    before = scene.tokens[name.first - 1]
    return name if name.first == lo or before.lower in _EDGES or before.text in MARKS else None
