"""Who speaks: the noun phrase that is the source of a reporting verb, by dependencies and by position."""

from __future__ import annotations

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.kinds_of_tokens import DASHES, MARKS, finite, nominal
from guvoh.extraction.attribution.lexicon import saying_words
from guvoh.extraction.attribution.offices import with_office
from guvoh.extraction.attribution.partners import with_partner
from guvoh.extraction.attribution.phrases_beside import (
    SUBJECT_PRONOUNS,
    adjacent,
    behind_relative,
    named_before,
    of_amount,
)
from guvoh.extraction.attribution.scene import TIME_WORDS, Phrase, Scene
from guvoh.extraction.attribution.subjects_of_verbs import inherited, subject_of, written_to
from guvoh.extraction.attribution.whole_subjects import whole_subject, whose_number

_RELATIVE = saying_words()["relative"]

HEADING = frozenset({"as", "how"})
"""What opens a sentence that tells first who reports it: "As X writes, …", in machine English "How writes X, …"."""
_TITLE = 3
"""A quotation of so few words may be a title: "“Left to Rot,” published"."""
_PAST = frozenset({"VBN", "VBD"})
_BE = frozenset({"am", "is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re"})
_WHERE = saying_words()["whereabouts"]
"""Places that end a clause of their own: "a doctor who has been inside | said"."""
_SAID_OF = saying_words()["said_of"]
_CLOSING = saying_words()["closing"]
_NAMED_AS = saying_words()["named_as"]
_ASIDES = saying_words()["asides"]


def cluster_start(scene: Scene, v: int, lo: int) -> int:
    """The first token of the verb group that ends in `v`: auxiliaries, adverbs, negation."""
    i = v
    while i - 1 >= lo and (
        scene.tokens[i - 1].pos in ("AUX", "ADV", "PART") or scene.lower(i - 1) in ("also", "not", "n't", "n’t")
    ):
        i -= 1
    return i


def passive(scene: Scene, v: int) -> bool:
    """Whether `v` is the participle of a passive ("was reported", "been told")."""
    if scene.tokens[v].tag not in ("VBN", "VBD"):
        return False
    i = v - 1
    while i >= scene.first and scene.tokens[i].pos in ("ADV", "PART") and scene.lower(i) not in _WHERE:
        i -= 1
    return scene.lower(i) in _BE


def source_of(scene: Scene, v: int, lo: int, hi: int, *, quoting: bool) -> tuple[Phrase | None, bool]:
    """The source phrase of the verb at `v` and whether it stands after the verb ("…," said X)."""
    found, inverted = _source_of(scene, v, lo, hi, quoting=quoting)
    if found is None or inverted:
        return found, inverted
    return with_partner(scene, whose_number(scene, found, lo), lo), inverted


def _source_of(scene: Scene, v: int, lo: int, hi: int, *, quoting: bool) -> tuple[Phrase | None, bool]:
    start = cluster_start(scene, v, lo)
    if quoting and (start == v or (start == lo == v - 1 and scene.lower(lo) in HEADING)):
        after = _inverted(scene, v, lo, hi)
        if after is not None:
            return after, True
    if scene.tokens[v].tag == "VBG" and start == v and (scene.lower(start - 1) == "," or written_to(scene, v)):
        return _of_main_clause(scene, start - 1, lo), False
    if _raised(scene, start, lo):
        return _source_of(scene, start - 1, lo, hi, quoting=False)
    subject = with_office(scene, subject_of(scene, scene.tokens[v], lo, start), lo)
    beside = with_office(scene, adjacent(scene, start, lo), lo)
    if subject is not None and scene.lower(subject.first - 1) == "as" and scene.lower(subject.first - 2) in _NAMED_AS:
        return behind_relative(scene, v, lo) or subject, False  # "a welder who gave his name as Rahim | said"
    if beside is not None and scene.lower(beside.first - 1) == "by" and scene.tokens[beside.first - 2].tag in _PAST:
        beside = adjacent(scene, beside.first - 2, lo) or beside  # "residents interviewed by the paper described"
    if subject is not None and beside is not None and beside.first < subject.first and beside.last == start - 1:
        return beside, False  # "Mr Petrov (annex 2) states"
    if subject is not None and not (beside is not None and _far(scene, subject, beside, start)):
        return named_before(scene, subject, start, lo) or subject, False
    if beside is not None:
        return whole_subject(scene, beside, lo), False
    source = inherited(scene, scene.tokens[v], lo) or behind_relative(scene, v, lo)
    return source or _of_clause_before(scene, v, start, lo), False


def _of_clause_before(scene: Scene, v: int, start: int, lo: int) -> Phrase | None:
    """Who opens the sentence and "and notes that": "X, a charity of the town, is looking for lawyers | and notes that".

    The parse may have joined the verb to another word.
    """
    if scene.lower(start - 1) not in ("and", "but") or scene.lower(v + 1) != "that":
        return None
    first = next((t.i for t in scene.tokens[lo : start - 1] if finite(t)), None)
    source = adjacent(scene, first, lo) if first is not None else None
    return source if source is not None and source.first == scene.first else None


def _raised(scene: Scene, start: int, lo: int) -> bool:
    """Whether others say that somebody has said it: "X is reported | to have told the Post that"."""
    by_others = start - 1 > lo and scene.lower(start - 1) in _SAID_OF and passive(scene, start - 1)
    return by_others and (scene.lower(start), scene.lower(start + 1)) == ("to", "have")


def _inverted(scene: Scene, v: int, lo: int, hi: int) -> Phrase | None:
    """The phrase after the verb when the verb follows a quotation or a clause and its comma."""
    after = scene.token(v + 1)
    before = scene.token(v - 1) if v - 1 >= lo else None
    if after is None or v + 1 >= hi or scene.tokens[v].tag == "VBG":
        return None
    if not _begins_phrase(after) and not _opens_name(scene, after):
        return None
    closes = before is not None and (
        before.text in MARKS or (before.text == "," and scene.lower(v - 2) in MARKS and v - 2 >= lo)
    )
    comma = before is not None and (before.text in (",", "?", "!") or before.text in DASHES)
    if closes and before is not None and before.text != "," and scene.short_name(v - 1) and _after_name(scene, v):
        return None  # "The project “Open Door” reported that"
    quote = scene.quotes.at(scene.tokens[v - 1].start) if closes else None
    participle = scene.tokens[v].tag == "VBN" and (quote is None or quote.words <= _TITLE)  # “…,” recounted Hamid
    heading = v == lo + 1 and scene.lower(lo) in HEADING
    if participle or not (closes or comma or heading):
        return None
    phrase = phrase_from(scene, v + 1, hi)
    if phrase is None:
        return None
    if heading:  # "How writes “X”, S"
        last = phrase.last + (scene.token(phrase.last + 1) is not None and scene.tokens[phrase.last + 1].text in MARKS)
        return Phrase(phrase.first, last, phrase.head) if scene.lower(last + 1) == "," else None
    return phrase if closes or _closes_clause(scene, v, phrase, lo, hi) else None


def _closes_clause(scene: Scene, v: int, phrase: Phrase, lo: int, hi: int) -> bool:
    """Whether the phrase behind a comma and the verb ends the clause that it tells: "…, says X, …"."""
    follow = scene.token(phrase.last + 1)
    ends = (
        follow is None
        or follow.text in (".", ",", ";", "!", "?", "…", ":")
        or follow.pos == "ADP"
        or follow.lower in ("who", "*")
        or (follow.tag == "VBN" and scene.lower(phrase.last + 2) == "by")  # "says a statement released by the Embassy"
    )
    subjects = [t.i for t in scene.annotated.children(scene.tokens[v], "nsubj")]
    left = (
        bool(subjects)
        and max(subjects) < v
        and (not scene.finite(subjects[0], v) or _aside_after(scene, subjects[0], v))
    )
    named = scene.tokens[phrase.head].pos == "PROPN"
    if follow is not None and follow.lower == "of" and not named and scene.finite(phrase.last + 1, hi):
        return False  # "…, says one of them has been found"
    cut = follow is not None and follow.text == "," and phrase.last + 2 < hi
    if cut and finite(scene.tokens[phrase.last + 2]) and not scene.finite(lo, v - 1):
        return True  # "Eight men, says the imam, were taken"
    aside = follow is not None and follow.text == "," and bool(subjects) and max(subjects) > v
    opening = scene.tokens[lo].pos == "ADP" and follow is not None and follow.text == ","
    within = opening and scene.finite(phrase.last + 2, hi)  # "By Friday, says X, 3,400 will have gone"
    return ends and not left and (aside or within or scene.finite(lo, v - 1))


def _after_name(scene: Scene, v: int) -> bool:
    """Whether a name in marks stands right before the verb: what is said ends in a comma, "“No,” said X"."""
    if scene.tokens[v - 2].pos == "PUNCT":
        return False
    return scene.lower(v + 1) == "that" or _told_of_kind(scene, v)


def _told_of_kind(scene: Scene, v: int) -> bool:
    """Whether a noun before the marks tells what is named, and a clause follows: "the group “X” says 8 were held"."""
    quote = scene.quotes.at(scene.tokens[v - 1].start)
    opens = next((i for i in range(v - 2, scene.first, -1) if quote and scene.tokens[i].start == quote.start), None)
    return opens is not None and scene.tokens[opens - 1].pos == "NOUN" and scene.finite(v + 1, scene.stop)


def _aside_after(scene: Scene, subject: int, v: int) -> bool:
    """Whether nothing but an aside between commas parts subject and verb: "X, who left in August, puts"."""
    last = scene.phrase(subject, scene.first, v).last
    return scene.lower(last + 1) == "," and last + 2 < v and scene.lower(last + 2) in _ASIDES


def _begins_phrase(t: Token) -> bool:
    if t.lower in TIME_WORDS:
        return False
    if t.pos == "PRON" and t.tag != "PRP$":
        return t.lower in SUBJECT_PRONOUNS or t.lower in ("others", "one", "some", "many")
    return t.pos in ("PROPN", "NOUN", "DET", "ADJ", "NUM") or t.tag == "PRP$"


def _head_right(scene: Scene, i: int, hi: int) -> int | None:
    """The head of the noun phrase that begins at token `i`: the last nominal of its run."""
    head = None
    n = i
    while n < hi and n - i < 12:
        t = scene.tokens[n]
        if nominal(t) and t.tag != "PRP$":
            if t.pos == "PRON":
                return n if head is None else head
            numbered = (
                t.pos == "NUM" and head is not None and scene.tokens[head].pos in ("PROPN", "NOUN")
            )  # "Channel 9"
            head = head if numbered else n
        elif n == i and t.tag == "VB" and n + 1 < hi and nominal(scene.tokens[n + 1]):
            pass  # "according to aid groups": no verb stands there, whatever the tagger took it for
        elif not (
            t.pos in ("DET", "ADJ")
            or t.tag == "PRP$"
            or (t.tag == "VBN" and t.relation == "amod" and n > i)
            or t.text in ("'s", "’s", "-", "/", "“", "‘", "&")
            or (t.text in MARKS and _in_name(scene, t))
        ):
            break
        n += 1
    return head


def _opens_name(scene: Scene, t: Token) -> bool:
    """Whether a quotation mark opens a name of a few words: "writes “Steppe Herald”"."""
    after = scene.token(t.i + 1)
    return after is not None and t.text in MARKS and _in_name(scene, t) and after.text[:1].isupper()


def _in_name(scene: Scene, t: Token) -> bool:
    """Whether a quotation mark is one of a name of a few words: "told the "Caucasian Knot" correspondent"."""
    q = scene.quotes.at(t.start)
    return q is not None and q.words <= _TITLE


def phrase_from(scene: Scene, i: int, hi: int) -> Phrase | None:
    """The noun phrase that begins at token `i`, or None."""
    head = _head_right(scene, i, hi)
    if head is None:
        return None
    phrase = scene.phrase(head, i, hi)
    name = _head_right(scene, phrase.last + 3, hi) if _in_charge(scene, phrase.last + 1) else None
    if name is not None:
        return Phrase(i, scene.phrase(name, phrase.last + 3, hi).last, name)
    marked = any(scene.tokens[n].text in MARKS for n in range(i, phrase.first))  # "the "Mountain Post" correspondent"
    return Phrase(i, phrase.last, head) if marked or scene.tokens[i].tag == "VB" else phrase


def _in_charge(scene: Scene, i: int) -> bool:
    """Whether an office goes on at token `i` up to a name: "Special Agent | in Charge Dale Whitcomb"."""
    name = scene.token(i + 2)
    charge = (scene.lower(i), scene.lower(i + 1)) == ("in", "charge")
    return charge and name is not None and name.text.istitle()


def _far(scene: Scene, subject: Phrase, beside: Phrase, start: int) -> bool:
    """Whether the parser's subject lies behind a verb and a comma, and another phrase stands right before the verb."""
    if subject.last >= beside.first or scene.lower(beside.first - 1) not in (",", "”", '"', "—", "–", "--"):
        return False
    if scene.tokens[subject.first - 1].pos == "ADP" and subject.first > scene.first and not of_amount(scene, subject):
        return True  # "In the camp near X, returnees say, up to 80 women"
    if scene.lower(subject.last + 1) != ",":
        return scene.finite(subject.last + 1, beside.first)
    return _predicate(scene, subject, beside, start)


def _predicate(scene: Scene, subject: Phrase, beside: Phrase, start: int) -> bool:
    """Whether the parser's subject is what somebody else was said to be or do: "The men, the notice said, will"."""
    closed = beside.last == start - 1 and beside.first == subject.last + 2
    several = any(scene.lower(i) in ("and", "or") for i in range(beside.first, beside.last))  # "Medics, X and Y said"
    return closed and (scene.tokens[subject.first - 1].lower in _BE or not several)


def _of_main_clause(scene: Scene, comma: int, lo: int) -> Phrase | None:
    """The source of ", adding that": the subject of the last main verb before the comma."""
    best = None
    beside = _subject_beside(scene, comma - 1, lo)
    if beside is not None:
        return beside
    for i in range(comma - 1, lo, -1):
        t = scene.tokens[i]
        if (
            not (finite(t) or (t.tag in ("VBN", "VB") and t.pos == "VERB"))
            or t.relation in ("acl", "aux")
            or t.dep == "acl:relcl"
        ):
            continue
        start = cluster_start(scene, i, lo)
        found = subject_of(scene, t, lo, start) or (adjacent(scene, start, lo) if t.relation == "root" else None)
        if found is None or scene.lower(found.head) in _RELATIVE:
            continue
        best = best or found
        if t.relation == "root" or t.dep == "ROOT" or t.head == t.i:
            return found
    return best


def _subject_beside(scene: Scene, i: int, lo: int) -> Phrase | None:
    """Who said what ends right before the comma: "…, X said, adding that"."""
    if scene.lower(i) not in _CLOSING or i <= lo:
        return None
    beside = with_office(scene, adjacent(scene, cluster_start(scene, i, lo), lo), lo)
    parted = beside is not None and beside.first > lo and scene.lower(beside.first - 1) in (",", "”", '"', "’")
    return beside if parted else None
