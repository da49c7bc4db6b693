"""What is said before and around a source and its verb: "…, X said", "…," X said, "…", and the quotation before."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.figures_told import leads_to_number, number_at
from guvoh.extraction.attribution.joined_cues import Cue
from guvoh.extraction.attribution.kinds_of_tokens import MARKS, finite
from guvoh.extraction.attribution.lexicon import Frame, saying_words, speaker_words
from guvoh.extraction.attribution.scene import TIME_WORDS, Scene
from guvoh.extraction.attribution.verb_sites import QUOTING_KINDS, Site
from guvoh.model import Span

_PAUSES = frozenset({",", ".", ";", ":", "―", "—", "–"})
_COUNTS = saying_words()["counts_of"]
_PUT_OUT = saying_words()["put_out"] | saying_words()["handed_out"]
_PAPERS = saying_words()["papers"]
_OF_THEM = 6
_LONGEST, _LONGER = 12, 18  # words behind a cue that only tell when and where, and those behind a paper put out
_JOINTS = frozenset({":", ";"})
_OF_PLACE = frozenset({"where"})
_GOES_ON = saying_words()["goes_on"]


def in_parenthesis(scene: Scene, site: Site, that: frozenset[str]) -> bool:
    """Whether source and verb stand after what is said: "…, X said"."""
    if site.sense.kind not in QUOTING_KINDS or not _adjoins(scene, site):
        return False
    if site.sense.frame is Frame.FIGURE:
        return False  # "put" and "gave" have their figure after them
    if site.sense.frame is Frame.NUMBER and site.after < site.hi and scene.tokens[site.after].pos != "PUNCT":
        return False  # "when they came, they saw the police"
    if site.sense.base in _COUNTS and leads_to_number(scene, site.after):
        return False  # "At the ford, where a ferry crosses, volunteers counted 1,940"
    colon = next((i for i in range(site.clause - 1, site.lo, -1) if scene.lower(i) == ":"), None)
    if colon is not None and not scene.in_quote(colon) and not scene.finite(colon + 1, site.clause):
        return False  # "…: the head of the union, X, speaks of 3,000"
    ends = _only_adjuncts(scene, site) and not _told_after(scene, site)
    if not content.postposed(scene, site.lo, site.clause, ends=ends) or _clause_wins(scene, site, that):
        return False
    return site.sense.frame is not Frame.QUOTE or bool(
        {scene.lower(site.clause - 1), scene.lower(site.clause - 2)} & MARKS
    )


def interrupted(scene: Scene, site: Site) -> tuple[Span, ...] | None:
    """A clause that source and verb cut in two: "…: 3,000 rupees, two mothers said, is the price"."""
    if (
        site.sense.kind not in QUOTING_KINDS
        or scene.in_quote(site.v)
        or scene.lower(site.clause - 1) not in (",", "as")
    ):
        return None
    behind = scene.token(site.after + 1)
    if scene.lower(site.after) != "," or behind is None or not finite(behind):
        return None
    start = next((i + 1 for i in range(site.clause - 1, site.lo, -1) if scene.lower(i) in _JOINTS), site.lo)
    clause = site.v if site.inverted else site.clause
    if (start == site.lo and not site.inverted) or scene.finite(start, clause):
        return None
    before = clause if site.inverted else site.left_end(scene)
    spans = (content.trim(scene, start, before), content.trim(scene, site.after + 1, site.hi))
    return content.merge([s for s in spans if s]) if all(spans) else None


def said_aside(scene: Scene, site: Site) -> Span | None:
    """What follows a source set between the opening of a clause and the clause: "By Friday, says X, 3,400 will go"."""
    aside = site.inverted and scene.lower(site.after) == "," and scene.lower(site.v - 1) == ","
    if not aside or scene.in_quote(site.v) or scene.finite(site.lo, site.v - 1):
        return None
    return content.trim(scene, site.after + 1, site.hi) if scene.finite(site.after + 1, site.hi) else None


def quotation_before(scene: Scene, site: Site) -> Span | None:
    """The quotation that ends right before a sentence such as "X recalled.": its end mark cut the sentence off."""
    if site.clause != scene.first or site.sense.kind not in QUOTING_KINDS or not _only_adjuncts(scene, site):
        return None
    start = scene.sentence.start
    at = start - 1
    while at > 0 and scene.text[at] in " \t":
        at -= 1
    q = scene.quotes.at(at) if at < start - 1 else None
    if q is None or q.end != at + 1 or q.words <= 2:
        return None
    before = scene.text[: q.start].rstrip(" \t")[-1:]
    return None if before.isalpha() or before == "," else (q.start, q.end)  # “tells that "…". People laughed.”


def around_colon(scene: Scene, site: Site, cues: Sequence[Cue]) -> tuple[Span, ...] | None:
    """Clauses on either side of a cue: "Two schools turn families away, X wrote to us: “…”"."""
    begin = site.begin
    if begin is None or scene.lower(begin - 1) != ":" or scene.in_quote(site.v):
        return None
    if site.inverted or scene.lower(site.clause - 1) != "," or not _adjoins(scene, site):
        return None
    if not content.postposed(scene, site.lo, site.clause):
        return None
    spans = (content.left(scene, left_from(scene, site, cues), site.clause), content.trim(scene, begin, site.hi))
    return content.merge([s for s in spans if s])


def left_from(scene: Scene, site: Site, cues: Sequence[Cue]) -> int:
    """Where the content before a parenthesis begins: after a semicolon, if others speak before it."""
    for i in range(site.clause - 2, site.lo, -1):
        if scene.tokens[i].text == ";" and not scene.in_quote(i) and _others_speak(scene, site.lo, i, cues):
            return i + 1
    return site.lo


def resumed(scene: Scene, site: Site) -> Span | None:
    """The quotation or clause that goes on after the parenthesis ("…," she said, "…")."""
    i = _past_name(scene, site)
    while (
        i < min(site.hi, site.after + 14) and scene.tokens[i].text not in _PAUSES and scene.tokens[i].text not in MARKS
    ):
        i += 1
    if i >= site.hi - 2 or scene.tokens[i].text in (".", ";"):
        return None
    if scene.tokens[i].text == ":" and not scene.in_quote(site.v):
        return content.trim(scene, i + 1, site.hi)  # "more are turned back, says X: in April there were 40"
    resumes = i if scene.tokens[i].text in MARKS else i + 1
    if scene.lower(resumes) in _OF_PLACE and _place_before(scene, site.after, i):
        return None
    if scene.tokens[resumes].text in MARKS and scene.in_quote(resumes):
        return content.trim(scene, resumes, site.hi)
    apart = next((n + 1 for n in range(site.clause - 1, site.lo, -1) if scene.tokens[n].text in (";", ":")), site.lo)
    led = number_at(scene, resumes) and content.opener(scene, apart, site.clause)  # "of those he met, he says, 19 left"
    whole = (scene.finite(apart, site.clause) and not led) or scene.tokens[
        i
    ].text != ","  # "; in 44, he says, the women signed"
    t = scene.tokens[resumes]
    verb = finite(t) or (t.tag == "VBN" and t.head == t.i)  # "Some of those let go, he said, held visas"
    near = range(resumes + 1, resumes + _OF_THEM)  # ", four of them critically", ", more than 22% of them"
    of_them = any(scene.lower(n) == "of" and scene.lower(n + 1) in speaker_words()["them"] for n in near)
    goes_on = verb or of_them or t.lower in _GOES_ON
    if scene.in_quote(site.v) or (whole and not goes_on):
        return None
    return content.trim(scene, i + 1, site.hi)


def _place_before(scene: Scene, first: int, stop: int) -> bool:
    """Whether where it was said stands there: "he said | outside court |, where 200 supporters sang"."""
    led = any(t.pos == "ADP" and scene.lower(t.i + 1) not in TIME_WORDS for t in scene.tokens[first:stop])
    last = scene.tokens[stop - 1]
    return led and last.pos in ("NOUN", "PROPN") and last.lower not in TIME_WORDS


def _told_after(scene: Scene, site: Site) -> bool:
    """Whether only an adverb stands before the cue and a number after it: "Previously, X wrote about 83 builders"."""
    number = any(number_at(scene, i) for i in range(site.after, min(site.hi, site.after + 4)))
    opens = scene.tokens[site.lo].pos == "ADP" and not scene.finite(site.lo, site.clause)  # "In its report last year,"
    return number and scene.lower(site.after) != "," and (opens or content.adverbial(scene, site.lo, site.clause))


def _only_adjuncts(scene: Scene, site: Site) -> bool:
    """Whether nothing but "on Monday" or "in a report" follows the cue before the next comma or the end."""
    issued = _issued(scene, site)
    if not issued and site.after < site.hi and scene.tokens[site.after].pos not in ("PUNCT", "ADP", "ADV", "SYM"):
        return scene.lower(site.after) in TIME_WORDS
    longest = _LONGER if issued else _LONGEST
    for i in range(site.after + issued, site.hi):
        t = scene.tokens[i]
        if t.text in (",", ".", "!", "?"):
            return True
        if finite(t) or t.text in MARKS or t.text in (":", ";") or _links(t) or i - site.after > longest:
            return False
    return True


def _issued(scene: Scene, site: Site) -> bool:
    """Whether it is told behind an inverted paper who put it out: "says a statement released by the Embassy"."""
    put_out = scene.lower(site.after) in _PUT_OUT and scene.lower(site.after + 1) == "by"
    return put_out and site.inverted and scene.lower(site.source.head) in _PAPERS


def _links(t: Token) -> bool:
    """Whether a word begins a clause: a conjunction or a pronoun, not "his" in "in his report"."""
    return t.pos in ("SCONJ", "PRON") and t.tag != "PRP$"


def _adjoins(scene: Scene, site: Site) -> bool:
    """Whether source and verb stand side by side, as they do in a parenthesis."""
    between = scene.tokens[site.source.last + 1 : site.start]
    if site.inverted or len(between) <= 1 or (between[0].text == "," and between[-1].text == ","):
        return True
    return not any(t.text == ";" or (t.pos == "VERB" and t.relation in ("conj", "root")) for t in between)


def _clause_wins(scene: Scene, site: Site, that: frozenset[str]) -> bool:
    """Whether what follows the cue is its content although a clause stands before it."""
    if site.begin is None:
        return False
    quoted = bool({scene.lower(site.clause - 1), scene.lower(site.clause - 2)} & MARKS)
    first = scene.lower(site.begin)
    if first in that and first != "that" and (quoted or scene.lower(site.begin - 1) == ","):
        return False  # "…, the ministry said, where they had been", “…,” he said when asked
    return scene.lower(site.begin - 1) in ("that", ":") or first in that or not (quoted or first in MARKS)


def _others_speak(scene: Scene, first: int, stop: int, cues: Sequence[Cue]) -> bool:
    """Whether a verb of speech, a quotation or "according to" stands among tokens `first..stop-1`."""
    if any(first <= w < stop and speaks for w, speaks in cues):
        return True
    return any(t.text in MARKS or t.lower == "according" for t in scene.tokens[first:stop])


def _past_name(scene: Scene, site: Site) -> int:
    """The token after a name between commas behind an inverted source: "says his father, X, and"."""
    i = site.after
    if not site.inverted or scene.lower(i) != ",":
        return i
    n = i + 1
    while n < site.hi and scene.tokens[n].pos == "PROPN":
        n += 1
    return n if n > i + 1 and scene.lower(n) == "," else i
