"""The subject of a verb, by its dependencies: its own, that of the verb above, the noun that it describes."""

from __future__ import annotations

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.kinds_of_tokens import nominal
from guvoh.extraction.attribution.lexicon import cues, saying_words
from guvoh.extraction.attribution.phrases_beside import adjacent, core_head, of_amount
from guvoh.extraction.attribution.scene import TIME_WORDS, Phrase, Scene
from guvoh.extraction.attribution.whole_subjects import whole_subject

_HAPPENINGS = saying_words()["happenings"]
_SOME = saying_words()["quantifiers"]
_WRITES = saying_words()["writes_to"]
_CHAIN_UP = frozenset({"conj", "advcl", "xcomp", "parataxis", "ccomp", "dep", "aux"})


def written_to(scene: Scene, v: int) -> bool:
    """Whether the participle at `v` tells what is in a letter, not who gets it: "wrote to the governor complaining"."""
    whom = scene.annotated.head(scene.tokens[v])
    to = scene.annotated.child(whom, "case")
    wrote = scene.annotated.head(whom)
    return scene.tokens[v].relation == "acl" and to is not None and to.lower == "to" and wrote.lower in _WRITES


def subject_of(scene: Scene, verb: Token, lo: int, start: int) -> Phrase | None:
    """The parser's subject, when it stands left of the verb and nothing between makes it absurd."""
    subjects = scene.annotated.children(verb, "nsubj")
    documents = cues(scene.annotated.language).words["documents"]
    for t in reversed(subjects):
        if (
            (t.lower in TIME_WORDS and t.lower not in documents)
            or t.text.isdigit()
            or t.tag == "VBG"
            or t.lower in _HAPPENINGS
            or scene.in_utterance(t.i) != scene.in_utterance(verb.i)
            or t.dep == "nsubj:pass"
            or not lo <= t.i < start
            or not (nominal(t) or t.pos in ("ADJ", "DET") or _taken_for_verb(scene, t))
        ):
            continue
        if t.lower in ("it", "there") and (any(k.dep == "expl" for k in subjects) or len(subjects) > 1):
            continue
        phrase = _counted_aside(scene, t.i, lo, start) or scene.phrase(t.i, lo, start)
        if scene.lower(phrase.first - 1) == "by" and scene.tokens[phrase.first - 2].tag in ("VBN", "VBD"):
            return adjacent(scene, phrase.first - 2, lo) or phrase  # "witnesses interviewed by X described"
        if phrase.first > lo and scene.tokens[phrase.first - 1].pos == "ADP" and not of_amount(scene, phrase):
            aside = _before_relative(scene, phrase.first - 1, lo) or _before_aside(scene, phrase.first - 1, lo)
            return aside or whole_subject(scene, phrase, lo)
        return phrase
    return None


def _counted_aside(scene: Scene, i: int, lo: int, start: int) -> Phrase | None:
    """The people of whom some are told of between commas: "the pickers, most of them from Mali, | had told"."""
    if scene.lower(i) == "them" and scene.lower(i - 1) == "of":
        i -= 2
    counted = scene.lower(i) in _SOME or scene.tokens[i].pos == "NUM"
    of_them = scene.lower(i + 1) == "of" and scene.lower(i + 2) in ("them", "whom")
    while i > lo and scene.lower(i) != ",":
        if scene.tokens[i].pos in ("VERB", "AUX", "CCONJ"):
            return None
        i -= 1
    before = i - 1
    if not (counted and of_them) or scene.lower(start - 1) != "," or before < lo or not nominal(scene.tokens[before]):
        return None
    return scene.phrase(core_head(scene, before, lo), lo, i)


def _taken_for_verb(scene: Scene, t: Token) -> bool:
    """Whether a plural was taken for a verb: "midwives on the Haitian side told" has no subject and no object."""
    return t.tag == "VBZ" and scene.annotated.child(t, "nsubj", "obj", "ccomp") is None


def _before_aside(scene: Scene, i: int, lo: int) -> Phrase | None:
    """The noun phrase before an aside: "X, in a letter to the court, states"."""
    if scene.lower(i - 1) != "," or i - 2 < lo or not nominal(scene.tokens[i - 2]):
        return None
    return scene.phrase(core_head(scene, i - 2, lo), lo, i - 1)


def _before_relative(scene: Scene, i: int, lo: int) -> Phrase | None:
    """The noun phrase before the "who" that a prepositional phrase closes: "an aide who spoke to X said"."""
    for n in range(i, max(lo, i - 10), -1):
        if scene.lower(n) == "who" and nominal(scene.tokens[n - 1]):
            return scene.phrase(core_head(scene, n - 1, lo), lo, n)
    return None


def _joined_to_noun(verb: Token, up: Token) -> bool:
    """Whether the parse joined a verb to the noun before "and": "looks for lawyers and notes that"."""
    return verb.relation == "conj" and verb.tag in ("VBZ", "VBD") and nominal(up) and up.relation in ("obl", "obj")


def inherited(scene: Scene, verb: Token, lo: int) -> Phrase | None:
    """The subject of the verb above: "he said A, adding B"; the noun that a participle or relative clause modifies."""
    node = verb
    for _ in range(4):
        up = scene.annotated.head(node)
        if up.i == node.i or up.i < lo:
            return None
        if node is verb and _joined_to_noun(node, up):
            up = scene.annotated.head(up)
        if node.relation == "acl" and nominal(up) and up.i < verb.i:
            return scene.phrase(up.i, lo, up.i + 1)
        if node.relation not in _CHAIN_UP:
            return None
        subject = subject_of(scene, up, lo, verb.i)
        if subject is not None and subject.head < verb.i:
            return subject
        node = up
    return None
