"""Whether a word is a verb here, and whose when it shares its subject: checks that hold where the tagger errs."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.kinds_of_tokens import MARKS, finite, nominal
from guvoh.extraction.attribution.lexicon import cues, organisations, roles, saying_words
from guvoh.extraction.attribution.phrases_beside import behind_relative
from guvoh.extraction.attribution.scene import Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import cluster_start
from guvoh.model import Role, SourceKind

_SPEECHLIKE = ("s", "d", "ing", "said", "told", "wrote")
_PLURALS = frozenset({"NNS", "NNPS"})
_NOUN_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP"})
_OWNING = frozenset({"POS", "PRP$"})
_MISTAKEN = frozenset({"NN", "NNS", "VBN"})
_ENDS = frozenset({"", ".", ";", ","})
_COUNTING = saying_words()["counting"]
_WHAT = 7
_POINTING = saying_words()["pointing_verbs"]
_ADVERBS = saying_words()["sentence_adverbs"]
_HEADLINE = saying_words()["headline"]
_SUBJECT_TAGS = frozenset({"NNS", "NNP", "NNPS", "PRP"})
_ARTICLES = frozenset({"the", "its", "their", "his", "her"})
_PRONOUN_DETERMINERS = frozenset({"all", "both", "some", "many", "that", "this"})


def verbal(scene: Scene, t: Token, never_nouns: frozenset[str] = frozenset()) -> bool:
    """Whether the word, a form of a cue verb, is a verb here; `never_nouns` are forms that can be nothing else."""
    before, after = scene.token(t.i - 1), scene.token(t.i + 1)
    if _ends_outlet(scene, t):
        return False
    if t.pos == "NOUN" and (
        t.lower in never_nouns
        or t.lower.endswith("ed")
        or _ends_parenthesis(scene, t)
        or _opens_clause(scene, t)
        or _before_that(scene, t.i)
    ):
        return before is None or before.pos not in ("DET", "ADP")
    named = before is not None and before.text[:1].isupper()
    if named and after is not None and after.lower == "that" and t.tag != "VBN":
        return True  # "Human Rights Watch reports that", whatever the tagger makes of it
    if t.text in _HEADLINE and scene.lower(t.i - 1) in ("named", "called"):
        return False  # "a man called Said"
    if t.tag == "NNS" and (_closes_apposition(scene, t) or _behind_quotation(scene, t)):
        return True
    if (t.pos == "NOUN" and _closing(scene, t)) or t.text in _HEADLINE or _heads(scene, t):
        return True
    spoken = before is not None and (before.tag in _SUBJECT_TAGS or before.text in MARKS)  # “…,” explained head X
    if t.tag == "NNS" and t.lower in ("calls", "describes") and _what(scene, t.i):
        return True  # "after what the regional FSB calls a check"
    if t.tag in ("NN", "NNS") and (_beside_number_or_name(scene, t) or _shown_by_data(scene, t)):
        return True
    if t.tag in _MISTAKEN and _closes_relative(scene, t):
        return True
    if t.dep == "amod" and not spoken and not _after_apposition(scene, t):
        return False
    if t.pos in ("VERB", "AUX"):
        return not _adjectival(before, after)
    loose = ("ADJ", "PROPN", "X", "", "ADP", "SCONJ") if t.lower in never_nouns else ("ADJ", "PROPN", "X", "")
    return t.pos in loose and t.text.endswith(_SPEECHLIKE) and t.text.islower()


def _behind_quotation(scene: Scene, t: Token) -> bool:
    """Whether a word taken for a plural stands between a quotation and a name: "“They beat us,” comments the Post"."""
    mark, after = scene.token(t.i - 1), scene.token(t.i + 1)
    if mark is None or after is None or mark.text not in MARKS or not scene.in_utterance(mark.i):
        return False
    ends = {scene.lower(t.i - 2), scene.lower(t.i)} & {",", "?", "!"}
    return bool(ends) and (after.lower == "the" or after.text[:1].isupper())


def _shown_by_data(scene: Scene, t: Token) -> bool:
    """Whether data between commas show something: "…, official data shows, down from 600,000"."""
    data = scene.lower(t.i - 1) in cues(scene.annotated.language).words["statistics"]
    return data and t.lower in ("show", "shows") and scene.lower(t.i + 1) in _ENDS


def _before_that(scene: Scene, i: int) -> bool:
    """Whether an adverb between commas and "that" follow: "Recent data show, however, that"."""
    aside = (scene.lower(i + 1), scene.lower(i + 3), scene.lower(i + 4)) == (",", ",", "that")
    return aside and scene.lower(i + 2) in _ADVERBS


def _ends_outlet(scene: Scene, t: Token) -> bool:
    """Whether a word with a capital ends the name of an outlet: "told the Chicago Post that"."""
    kind = organisations(scene.annotated.language).heads.get(t.lower)
    if kind is not SourceKind.OUTLET or not t.text.istitle() or scene.sentence.role is Role.TITLE:
        return False
    before = scene.token(t.i - 1)
    return before is not None and before.text[:1].isupper()


def _beside_number_or_name(scene: Scene, t: Token) -> bool:
    """Whether a word taken for a noun is the verb of "the mothers count 19" or "…, stresses Olga Kim."."""
    before, after = scene.token(t.i - 1), scene.token(t.i + 1)
    if before is None or after is None:
        return False
    if before.tag in _PLURALS and after.pos == "NUM" and t.lower in _COUNTING:
        return not scene.finite(after.i, scene.stop)
    named = after.pos == "PROPN" and after.tag != "NNPS" and t.tag == "NNS"
    last = next((n for n in range(after.i, scene.stop) if scene.tokens[n].pos != "PROPN"), scene.stop)
    return named and before.text == "," and scene.lower(last) in _ENDS and scene.finite(scene.first, before.i)


def _what(scene: Scene, i: int) -> bool:
    """Whether "what" and a name or noun phrase stand right before token `i`."""
    n = i - 1
    while n > scene.first and i - n < _WHAT and scene.tokens[n].pos in ("NOUN", "PROPN", "ADJ", "DET"):
        n -= 1
    return n < i - 1 and scene.lower(n) == "what"


def _closes_relative(scene: Scene, t: Token) -> bool:
    """Whether a word taken for a noun or a participle is the verb of people told of by a clause of their own.

    "Men sleep there, a medic who has access | reports.", "A colleague who gave evidence | described".
    """
    people = behind_relative(scene, t.i, scene.first)
    if people is None:
        return False
    if scene.tokens[people.head].relation in ("root", "ROOT"):
        return t.text.endswith(_SPEECHLIKE)
    aside = scene.lower(people.first - 1) == "," and scene.finite(scene.first, people.first)
    return aside and t.text.endswith("s") and scene.lower(t.i + 1) in _ENDS


def _after_apposition(scene: Scene, t: Token) -> bool:
    """Whether a comma that closes an apposition stands before the word: "X, an expert at Y, considered"."""
    commas = [i for i in range(scene.first, t.i) if scene.lower(i) == ","]
    return len(commas) > 1 and commas[-1] == t.i - 1


def _adjectival(before: Token | None, after: Token | None) -> bool:
    """Whether the participle stands between article and noun ("a noted lawyer")."""
    if before is None or after is None or before.pos != "DET" or before.lower in _PRONOUN_DETERMINERS:
        return False
    return after.pos in ("NOUN", "ADJ", "PROPN")


def _ends_parenthesis(scene: Scene, t: Token) -> bool:
    """Whether a word taken for a noun ends "…, the border guard estimates." or "as the daily reports,": a verb then."""
    last = t.i - 1
    if scene.lower(last) == ")" and scene.lower(last - 2) == "(":
        last -= 3  # "…, the Union of Drivers (UD) estimates."
    before = scene.token(last)
    if (
        before is None
        or not nominal(before)
        or not (t.lower.endswith("s") or before.tag in _PLURALS or _plural(scene, t))
    ):
        return False
    i = last
    while i > scene.first and last - i < 9 and _in_phrase(scene, i):
        i -= 1
    opener, after = scene.lower(i), scene.lower(t.i + 1 + (scene.lower(t.i + 1) == "out"))
    if opener == "as":
        return after in (",", ".", "")
    behind = scene.token(t.i + 2)
    if opener == "," and scene.lower(i + 1) in _ARTICLES and after == "," and behind is not None and finite(behind):
        return t.tag == "NNS" and before.tag in ("NN", "NNP")  # "A ticket, the agency notes, costs 30,000"
    if opener == "," and scene.lower(i + 1) in _ARTICLES and after == "," and not scene.finite(scene.first, i):
        return t.tag == "NNS" and before.tag in ("NN", "NNP") and scene.finite(t.i + 2, scene.stop)  # "In May, it …,"
    joined = behind is not None and behind.pos == "CCONJ" and scene.finite(t.i + 3, scene.stop)
    if opener == "," and scene.lower(i + 1) in _ARTICLES and after == "," and joined and scene.finite(scene.first, i):
        return t.tag == "NNS" and before.tag in ("NN", "NNP")  # "Few can read, the watch estimates, and they pay"
    bare = not t.lower.endswith("s")  # "…, court data show, twice as many as": no plural, so no list
    ends = (".", "", ",") if bare else (".", "")
    return (opener == "," or opener in MARKS) and after in ends and _clause(scene, i)


def _clause(scene: Scene, stop: int) -> bool:
    """Whether a clause stands before token `stop`, a form in -ed taken for a participle being its verb."""
    if scene.finite(scene.first, stop):
        return True
    return any(t.tag == "VBN" and t.relation in ("root", "ROOT") for t in scene.tokens[scene.first : stop])


def _plural(scene: Scene, t: Token) -> bool:
    """Whether "data" or a plural heads the phrase before, past a prepositional phrase: "data from the bureau show"."""
    words = [scene.tokens[i] for i in range(max(scene.first, t.i - 8), t.i)]
    return any(w.tag in _PLURALS or w.lower in ("data", "media", "police") for w in words)


def _opens_clause(scene: Scene, t: Token) -> bool:
    """Whether a sentence without any other verb hangs on the word: "The harbour master reckons thirty people are"."""
    counting = t.lower.endswith("s") or _plural(scene, t)
    after = scene.token(t.i + 1)
    lists = after is not None and after.pos == "NUM" and not scene.finite(t.i + 1, scene.stop)  # "the report lists 64"
    if t.tag == "NNS" and _only_clause(scene, t):
        return True
    if not (t.relation in ("root", "ROOT") or lists) or not counting or scene.finite(scene.first, t.i):
        return False
    if lists or (after is not None and after.pos == "NUM" and not t.lower.endswith("s")):
        return True  # "images from the site show 19 graves"
    if t.lower in _POINTING and after is not None and after.lower in ("to", "on"):
        return (
            scene.tokens[t.i - 1].pos in ("PROPN", "NOUN") and scene.tokens[scene.first].pos == "DET"
        )  # "The Home Office points to its figures: 40 left"
    follows = after is not None and (after.pos in ("NUM", "DET", "PRON", "PROPN") or after.lower == "that")
    return follows and scene.finite(t.i + 2, scene.stop)


def _only_clause(scene: Scene, t: Token) -> bool:
    """Whether a plural is the only word that can be the verb: "A report by X documents the deaths of 51"."""
    before, after = scene.token(t.i - 1), scene.token(t.i + 1)
    follows = after is not None and after.pos in ("NUM", "DET") and after.tag != "WDT"
    named = before is not None and before.text[:1].isupper() and before.i > scene.first
    ends = scene.text[scene.sentence.end - 1] == "." and scene.tokens[scene.first].pos == "DET"
    return follows and named and ends and not scene.finite(scene.first, scene.stop)


def _closing(scene: Scene, t: Token) -> bool:
    """Whether a word taken for a noun closes ", Name reports." or "as Name notes,": then it is a verb."""
    last = i = t.i - 1 - (scene.tokens[t.i - 1].text in MARKS)
    while i > scene.first and (scene.tokens[i].text[:1].isupper() or _hyphened(scene, i)):
        i -= 1
    i -= last < t.i - 1 and scene.tokens[i].text in MARKS  # "as “Tula-Gorod” writes,"
    begins = scene.lower(i) in (",", "as") or (last == t.i - 1 and scene.lower(i) in ("”", '"'))
    return last > i and begins and t.lower.endswith("s") and scene.lower(t.i + 1) in ("", ".", ",")


def _closes_apposition(scene: Scene, t: Token) -> bool:
    """Whether a word taken for a noun closes ", its chairman, X, notes.": a name between commas behind a role."""
    i = t.i - 2
    while i > scene.first and scene.tokens[i].text[:1].isupper():
        i -= 1
    named = i < t.i - 2 and scene.lower(t.i - 1) == "," and scene.lower(i) == ","
    role = scene.lower(i - 1) in roles(scene.annotated.language).human
    return named and role and scene.lower(t.i + 1) in ("", ".") and scene.finite(scene.first, i)


def _heads(scene: Scene, t: Token) -> bool:
    """Whether a word taken for a noun opens a sentence of machine English: "How reports Steppe Herald, 52 people"."""
    opens = t.i == scene.first + 1 and scene.lower(scene.first) == "how" and t.lower.endswith("s")
    after = scene.token(t.i + 1)
    return opens and after is not None and (after.pos == "PROPN" or after.text in MARKS)


def _in_phrase(scene: Scene, i: int) -> bool:
    t = scene.tokens[i]
    return t.pos in _NOUN_PHRASE or t.tag in _OWNING or (t.text == "-" and _hyphened(scene, i))


def _hyphened(scene: Scene, i: int) -> bool:
    """Whether a hyphen or the word behind it stands in a name: "Volga-inform", "OVD-Info"."""
    hyphen = i if scene.lower(i) == "-" else i - 1
    return scene.lower(hyphen) == "-" and scene.tokens[hyphen - 1].text[:1].isupper()


def joined_source(scene: Scene, v: int, lo: int, earlier: Sequence[Report]) -> Phrase | None:
    """The source of the cue before, when "and" or "but" joins this one to it: "X said that A but denied that B"."""
    start = cluster_start(scene, v, lo)
    if start == lo or scene.lower(start - 1) not in ("and", "but", "or") or scene.in_quote(v):
        return None
    same = [r for r in earlier if not r.in_quote and r.source is not None and r.source.head < r.trigger]
    outer = [r for r in same if not any(s <= r.cue[0] < e for o in same if o is not r for s, e in o.content)]
    return outer[-1].source if outer else None
