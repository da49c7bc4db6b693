"""What is said: the stretches of a sentence that are the content of a cue."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.figures_told import leads_to_number
from guvoh.extraction.attribution.kinds_of_tokens import DASHES, MARKS, finite
from guvoh.extraction.attribution.lexicon import cues, saying_words
from guvoh.extraction.attribution.phrases_beside import behind_relative
from guvoh.extraction.attribution.scene import TIME_WORDS, Phrase, Scene
from guvoh.extraction.attribution.within_relatives import relative_end
from guvoh.model import Span

_TRIM = " \t\n,;:—–-―"
_OPEN_ENDED = frozenset({"root", "conj", "ccomp", "parataxis", "dep", "appos", "punct", "ROOT"})
_OPENS_CLAUSE = frozenset({"NUM", "DET", "PROPN"})
_COMPARES = frozenset({"compared", "against", "versus", "from"})
_AMOUNT = frozenset({"many", "few", "much", "little"})
_WHERE = frozenset({"in", "at", "on", "for", "during", "across", "since", "by"})
_OF_PLACES = frozenset({"PROPN", "NOUN", "DET", "ADJ", "NUM"})
_PLACED, _REASON = 5, 7
_SUBORDINATORS = saying_words()["subordinators"]


def right_start(scene: Scene, v: int, begin: int, hi: int, complementisers: frozenset[str]) -> int | None:
    """The token at which the content after the cue `v` begins, searched from `begin`; None when there is none.

    A complementiser, colon or opening quotation mark wins; then the parser's complement; then a clause that follows.
    """
    mark = _marked(scene, v, begin, hi, complementisers)
    if mark is not None:
        return mark
    if scene.lower(begin) in (",", ";"):
        return None
    for dep in ("ccomp", "xcomp"):
        kid = scene.annotated.child(scene.tokens[v], dep)
        if kid is not None and v < kid.i < hi:
            nodes = [t.i for t in scene.annotated.subtree(kid) if v < t.i < hi]
            if max(nodes) < begin:
                continue  # the listener, taken for a clause
            start = max(min(nodes), begin)
            if dep == "xcomp" and kid.pos in ("NOUN", "PROPN") and scene.tokens[begin].pos == "NUM":
                return begin  # "show 5,200 rulings, 97 percent of them expulsions"
            opens = (
                scene.tokens[begin].pos in _OPENS_CLAUSE
                or leads_to_number(scene, begin)
                or any(t.pos == "NUM" for t in scene.tokens[begin:start])
            )
            if begin < start and opens and _one_subject(scene, begin, start):
                start = begin  # "said 138 of those held had left", whatever the parser makes of "held"
            return start if start < hi else None
    return begin if _clause_follows(scene, begin, hi) else None


def _one_subject(scene: Scene, first: int, stop: int) -> bool:
    """Whether tokens `first..stop-1` are one phrase before its verb: "eight people, including two agents, | were"."""
    if all(t.pos != "PUNCT" or t.tag == "HYPH" for t in scene.tokens[first:stop]):
        return True
    verb = stop + (scene.lower(stop) == ",")
    aside = scene.lower(verb - 1) == "," and scene.tokens[first].lower not in TIME_WORDS
    if not aside or verb >= scene.stop or not finite(scene.tokens[verb]):
        return False
    comma = next(i for i in range(first, verb) if scene.lower(i) == ",")  # "said the men, who had fled, | were caught"
    relative = scene.lower(comma + 1) in ("who", "which") and comma < verb - 1
    return not scene.finite(first, comma if relative else stop)


def _marked(scene: Scene, v: int, begin: int, hi: int, complementisers: frozenset[str]) -> int | None:
    i = begin - 1
    while i + 1 < min(hi, begin + 26):
        i += 1
        t = scene.tokens[i]
        if t.text == ",":
            resumes = _past_parenthesis(scene, i, hi)
            if resumes is not None:
                return resumes
        if t.lower == "that" and t.tag == "WDT" and i > begin + 1 and scene.lower(begin) == ",":
            return None  # "X said, in a rare flight that Y agreed to pay for"
        if i > begin + 1 and _of_the_noun_before(scene, t):
            continue  # "says the family that owns the business withdrew"
        if t.text == ":" or (
            t.lower == "that"
            and (i <= begin + 1 or scene.lower(i - 1) not in ("and", "or"))  # "said A and that B" begins with A
            and (t.dep != "det" or t.pos == "SCONJ")
            and scene.lower(i + 1) not in TIME_WORDS
        ):
            return i + 1
        if t.lower in complementisers and i <= begin + 1 and t.lower != "that":
            return i
        if t.text in MARKS and t.text not in ("”", "»", "’") and scene.in_quote(i) and not scene.in_quote(v):
            counted = t.text not in ("'", "’") and any(n.pos == "NUM" for n in scene.tokens[begin:i])
            return begin if counted else i  # "confirm only 19 “brought in”"
        if finite(t) or t.tag == "VBG" or t.text in (";", "―"):
            return None
    return None


def _of_the_noun_before(scene: Scene, that: Token) -> bool:
    """Whether "that" is the subject of a relative clause about the noun right before it."""
    clause = scene.annotated.head(that)
    told = that.tag == "WDT" and that.dep == "nsubj" and clause.dep == "acl:relcl"
    return told and clause.head == that.i - 1 and scene.tokens[that.i - 1].pos in ("NOUN", "PROPN")


def _past_parenthesis(scene: Scene, comma: int, hi: int) -> int | None:
    """The token after ", …, that" when a parenthesis stands between verb and clause."""
    for i in range(comma + 1, min(hi - 1, comma + 16)):
        if scene.tokens[i].text == ",":
            return i + 2 if scene.lower(i + 1) == "that" else None
    return None


def _clause_follows(scene: Scene, begin: int, hi: int) -> bool:
    """Whether a nominal and a finite verb follow before any comma: a clause without "that"."""
    nominal = False
    for i in range(begin, min(hi, begin + 25)):
        t = scene.tokens[i]
        if (
            t.text in (",", ";", ".")
            or t.text in MARKS
            or (t.lower == "as" and not {scene.lower(i + 1), scene.lower(i - 1)} & _AMOUNT)
            or (t.lower in ("who", "which", "after", "when", "before", "while"))
        ):
            return False
        if nominal and finite(t):
            return True
        nominal = nominal or t.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET")
    return False


def right(scene: Scene, v: int, start: int, hi: int, stops: frozenset[int]) -> Span | None:
    """Characters of the content from token `start`: to the end of the sentence, or of the clause that embeds the cue.

    `stops` are tokens that begin another cue of the same speaker or clause level.
    """
    end = hi
    for stop in sorted(stops):
        if start < stop < hi:
            end = stop
            break
    end = relative_end(scene, v, start, _clause_joined(scene, v, start, end))
    t = scene.tokens[v]
    if t.relation not in _OPEN_ENDED and t.dep not in _OPEN_ENDED and t.head != t.i and not _main_verb(scene, v):
        inside = [n.i for n in scene.annotated.subtree(t) if n.i < end]
        last = max(inside, default=end - 1)
        adding = t.tag == "VBG" and _runs_on(scene, v - 1)
        runs_on = adding and scene.tokens[last + 1].pos not in ("PUNCT", "CCONJ") if last + 1 < end else False
        if last >= start and last + 2 < end and not runs_on:
            end = _past_comparison(scene, last + 1, end)
    return trim(scene, start, _past_items(scene, end, hi))


def _past_items(scene: Scene, end: int, hi: int) -> int:
    """Where items with semicolons end that the parse cut off: "they seized €512; nine batons; | 14 packs of photos"."""
    while end < hi and scene.lower(end) == ";":
        stop = next((i for i in range(end + 1, hi) if scene.lower(i) == ";"), hi)
        first = end + 1 + (scene.lower(end + 1) == "and")
        counted = leads_to_number(scene, first + (first < hi and scene.tokens[first].tag == "$"))
        told = any(t.pos == "VERB" and t.relation in _OPEN_ENDED for t in scene.tokens[first:stop])
        if not counted or told or scene.finite(first, stop):
            break
        end = stop
    return end


def _runs_on(scene: Scene, before: int) -> bool:
    """Whether a participle after this token opens a clause that runs on: ", saying her office had", "a note saying"."""
    return scene.lower(before) == "," or scene.lower(before) in cues(scene.annotated.language).words["documents"]


def _clause_joined(scene: Scene, v: int, start: int, end: int) -> int:
    """Where a clause joined by ", and" ends what a cue in a "because" tells: "because they had complained of noise"."""
    near = range(v - 1, max(scene.first, v - _REASON), -1)
    because = next((i for i in near if scene.lower(i) in ("because", ",")), scene.first)
    if scene.lower(because) != "because" or not scene.finite(scene.first, because):
        return end
    joints = (i for i in range(start, end - 1) if scene.lower(i) == "," and scene.lower(i + 1) in ("and", "but"))
    return next((i for i in joints if scene.finite(i + 2, end)), end)


def _main_verb(scene: Scene, v: int) -> bool:
    """Whether the cue is the first verb of a sentence that opens with its subject, whatever the parse hangs it on."""
    people = behind_relative(scene, v, scene.first)
    if people is not None and people.first == scene.first and scene.tokens[people.head].relation in ("root", "ROOT"):
        return True  # "A doctor who has been inside | said"
    opening = scene.tokens[scene.first + (scene.lower(scene.first) in ("but", "and", "yet"))]
    if opening.pos in ("SCONJ", "ADP", "ADV", "CCONJ") or opening.lower in _SUBORDINATORS:
        return False
    relative = any(scene.lower(i) in ("who", "which", "that") for i in range(v - 2, v))
    firm = scene.tokens[v].tag not in ("VBG", "VBN", "VB")
    return firm and not relative and not scene.finite(scene.first, v)


def _past_comparison(scene: Scene, end: int, hi: int) -> int:
    """Where the number ends that a count is measured by: "287 attacks last year, | compared with 111 in 2023"."""
    if scene.lower(end) != "," or not _COMPARES & {scene.lower(end + 1), scene.lower(end + 2)}:
        return end
    after = range(end + 2, hi)
    stop = next((i for i in after if scene.lower(i) in (",", ";") or finite(scene.tokens[i])), hi)
    return stop if any(scene.tokens[i].pos == "NUM" for i in range(end + 2, stop)) else end


def left(scene: Scene, lo: int, clause: int) -> Span | None:
    """Characters of what stands before the parenthesis "…, X said" that begins at token `clause`."""
    return trim(scene, lo, clause)


def trim(scene: Scene, first: int, stop: int) -> Span | None:
    """Characters of tokens `first..stop-1` less white space, commas and dashes at the edges; None for nothing."""
    if first >= stop:
        return None
    start, end = scene.tokens[first].start, scene.tokens[stop - 1].end
    text = scene.text
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM + ".":
        end -= 1
    return (start, end) if end > start else None


def postposed(scene: Scene, lo: int, clause: int, *, ends: bool = False) -> bool:
    """Whether a full clause or a quotation and its comma stand before token `clause`, where "X said" begins.

    `ends` tells that nothing follows the cue: then what stands before is the content, whatever its parse.
    """
    if scene.lower(clause - 1) == "as" and clause - 2 >= lo:
        clause -= 1
    before = scene.token(clause - 1)
    if before is None or clause - 1 < lo:
        return False
    if before.text in MARKS:
        return scene.quotes.at(before.start) is not None and (clause - lo) > 3
    if before.text not in (",", "?", "!", "―") and before.text not in DASHES:
        return False
    if clause - 2 >= lo and scene.tokens[clause - 2].text in MARKS and clause - lo > 4:
        return True
    if ends and (clause - lo > 3 or before.text == ","):
        return True
    return scene.lower(lo) not in _SUBORDINATORS and scene.finite(lo, clause - 1) and not opener(scene, lo, clause)


def adverbial(scene: Scene, lo: int, clause: int) -> bool:
    """Whether nothing but an adverb, a day or a place stands before: "Previously, X wrote about 83", "In Bulgaria,"."""
    words = scene.tokens[lo : clause - 1]
    if len(words) <= 2 and all(t.pos in ("ADV", "ADP") or t.lower in TIME_WORDS for t in words):
        return True
    placed = len(words) <= _PLACED and bool(words) and words[0].lower in _WHERE
    return placed and all(t.pos in _OF_PLACES for t in words[1:])


def opener(scene: Scene, lo: int, clause: int) -> bool:
    """Whether the stretch before is an adverbial ("In a report that was published in April,") and no main clause."""
    first = scene.tokens[lo]
    if first.pos not in ("ADP", "SCONJ", "ADV"):
        return False
    verbs = [
        scene.annotated.head(t) if t.relation in ("aux", "cop") else t for t in scene.tokens[lo:clause] if finite(t)
    ]
    return not any(_main(scene, t) for t in verbs if t.dep not in ("acl:relcl", "advcl", "acl"))


def _main(scene: Scene, verb: Token) -> bool:
    subject = scene.annotated.child(verb, "nsubj", "expl")
    return subject is None or subject.lower not in ("that", "which", "who")


def relative_object(scene: Scene, clause: int, after: int, lo: int) -> Span | None:
    """What a relative clause says of its noun: "26 cases that X has put together"; its subject begins at `clause`."""
    link = clause - 1
    before, follows = scene.token(link - 1), scene.token(after)
    if scene.lower(link) not in ("that", "which") or scene.tokens[link].relation == "mark":
        return None
    if before is None or before.pos not in ("NOUN", "NUM"):
        return None
    if follows is not None and follows.pos in ("NOUN", "PROPN", "NUM", "DET", "PRON"):
        return None
    return trim(scene, scene.phrase(before.i, lo, link).first, link)


def after_cluster(scene: Scene, v: int, particle: int, hi: int, phrases: Sequence[Phrase | None]) -> int:
    """The token after the cue with its particle and those of `phrases` (source, addressee) that follow it."""
    at = v + 1 + particle
    for phrase in phrases:
        if phrase is not None and phrase.first >= v:
            at = max(at, phrase.last + 1)
    while at < hi and scene.tokens[at].text in ("*", ")"):
        at += 1
    return at


def merge(spans: list[Span]) -> tuple[Span, ...]:
    """Spans sorted, those that overlap joined."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)
