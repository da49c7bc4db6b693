"""What a reporting verb reports: the clause after it, what stands before the parenthesis, or its object."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.figures_told import gives_figure, leads_to_number, number_at
from guvoh.extraction.attribution.joined_cues import Cue, stops_at
from guvoh.extraction.attribution.kinds_of_tokens import MARKS, finite
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS, Frame, cues, saying_words
from guvoh.extraction.attribution.scene import TIME_WORDS, Scene
from guvoh.extraction.attribution.sources_of_verbs import HEADING
from guvoh.extraction.attribution.verb_parenthesis import (
    around_colon,
    in_parenthesis,
    interrupted,
    left_from,
    quotation_before,
    resumed,
    said_aside,
)
from guvoh.extraction.attribution.verb_sites import Site
from guvoh.model import Span

_LINKS = frozenset({"which", "that", "who", "where", "when", "because", "if", "whom", "why", "how"})
_FILES = saying_words()["files"]
_HELPERS = saying_words()["helpers"]
_TURNS = frozenset({"but", "while", "although", "though", "whereas"})
_HAS = frozenset({"has", "have"})
_ASIDE, _BRIEFING = 5, 12  # words of ", police said later," and of "As X told on January 20 at a briefing,"
_SO_FAR = frozenset({"also", "already", "since", "now", "so", "far"})
Told = tuple[tuple[Span, ...], str]
"""The content and the rule in words; no content when the verb is no cue."""

_NOTHING: Told = ((), "")
COUNTED = "“found 24 men”: what the source counted"
"""The rule of a number that somebody found; it yields to whoever reports the finding."""


def told(scene: Scene, site: Site, near: Sequence[Cue], that: frozenset[str]) -> Told:
    """The content of the cue and the rule that found it. `near` are the verbs of the sentence that may be cues."""
    word = scene.tokens[site.v].text
    heading = _as_heading(scene, site)
    if heading is not None:
        return (heading,), f"“As {scene.words(site.source)} {word}, …”"
    before = None if site.relative(scene) else quotation_before(scene, site)
    if before is not None:
        return (before,), f"“…” {scene.words(site.source)} {word}"
    parts = _of_a_whole(scene, site)
    if parts is not None:
        return parts, f"“of …, {scene.words(site.source)} {word} of …”"
    parted = None if site.relative(scene) else interrupted(scene, site)
    if parted is not None:
        return parted, f"“…, {scene.words(site.source)} {word}, …”"
    aside = said_aside(scene, site)
    if aside is not None:
        return (aside,), f"“…, {word} {scene.words(site.source)}, …”"
    if not site.relative(scene) and in_parenthesis(scene, site, that):
        comma = _comma_behind(scene, site)
        if scene.lower(site.left_end(scene) - 2) in _LINKS and comma is not None:
            span = content.trim(scene, comma + 1, site.hi)  # "a raid in which, it says, 55 were hurt"
            return ((span,), f"“…, {scene.words(site.source)} {word}, …”") if span else _NOTHING
        begin = left_from(scene, site, near)
        spans = (content.left(scene, begin, site.left_end(scene)), resumed(scene, site) or _counted_on(scene, site))
        return content.merge([s for s in spans if s]), f"“…, {scene.words(site.source)} {word}”"
    both = None if site.relative(scene) else around_colon(scene, site, near)
    if both is not None:
        return both, f"“…, {scene.words(site.source)} {word}: “…””"
    ahead = _paragraph_ahead(scene, site)
    if ahead is not None:
        return (ahead,), f"“{word}:” and a quotation in the next paragraph"
    whole = None
    if not site.inverted and site.sense.frame is Frame.OBJECT:
        whole = content.relative_object(scene, site.clause, site.after, site.lo)
    if whole is not None:
        return (whole,), f"“… that {scene.words(site.source)} {word}”"
    return _after(scene, site, near, that)


def _comma_behind(scene: Scene, site: Site) -> int | None:
    """The comma that closes an aside such as ", police said later," with nothing but a time or a place before it."""
    for i in range(site.after, min(site.hi, site.after + _ASIDE)):
        if scene.lower(i) == ",":
            return i
        if scene.tokens[i].pos not in ("ADV", "ADP", "PROPN") and scene.lower(i) not in TIME_WORDS:
            return None
    return None


def _of_a_whole(scene: Scene, site: Site) -> tuple[Span, ...] | None:
    """A number and the whole before it: "Of 900 who asked, the city's data speak of 150"."""
    led = scene.lower(site.lo) == "of" and number_at(scene, site.lo + 1) and scene.lower(site.clause - 1) == ","
    if not led or scene.lower(site.v + 1) != "of" or not number_at(scene, site.v + 2) or site.inverted:
        return None
    spans = (content.trim(scene, site.lo, site.clause), content.trim(scene, site.v + 2, site.hi))
    return content.merge([s for s in spans if s])


def _counted_on(scene: Scene, site: Site) -> Span | None:
    """What statistics go on to tell behind a semicolon: "40,000 came, German statistics said; by May it was 9,000"."""
    data = scene.lower(site.source.head) in cues(scene.annotated.language).words["statistics"]
    if not data or scene.lower(site.after) != ";" or scene.quoted:
        return None
    return content.trim(scene, site.after + 1, site.hi)


def _after(scene: Scene, site: Site, near: Sequence[Cue], that: frozenset[str]) -> Told:
    """The content that stands after the cue."""
    word, frame = scene.tokens[site.v].text, site.sense.frame
    if (frame is Frame.THAT and not _marked(scene, site, that)) or (
        frame is Frame.QUOTE and not _quotes(scene, site.begin)
    ):
        return _NOTHING
    wished = _behind_wish(scene, site)
    if wished and min(wished) <= max(site.after, site.begin or 0):
        wish = content.trim(scene, site.v + 1, min(wished))
        return ((wish,), f"“{word} …”") if wish else _NOTHING
    stops = stops_at(scene, site.v, site.after, near) | _beside_forecast(scene, site) | wished
    if frame is Frame.NUMBER:
        reach = 7 if scene.lower(site.after) == "having" else 4  # "boasted of having “caught” 20,000"
        held = any(number_at(scene, i) for i in range(site.after, min(site.hi, site.after + reach)))
        number = content.right(scene, site.v, site.after, site.hi, stops) if held and _came_upon(scene, site) else None
        return ((number,), COUNTED) if number else _NOTHING
    if frame is Frame.FIGURE:
        figure = (
            content.right(scene, site.v, site.after, site.hi, stops)
            if gives_figure(scene, site.after, site.hi, particle=bool(site.sense.particle))
            else None
        )
        return ((figure,), f"“{word} … at”") if figure else _NOTHING
    clause = site.begin is not None and (frame is not Frame.INFINITIVE or _marked(scene, site, that))
    clause = clause and not _joined(scene, site)
    if clause and frame is Frame.OBJECT and scene.lower(site.begin or 0) in MARKS:
        clause = False  # “called the raids "unlawful"”: the object belongs to what is said
    if clause and frame is Frame.OBJECT and site.begin is not None and scene.lower(site.begin - 1) == ":":
        clause = not number_at(scene, site.after)  # "took down the stories of 94 women: 51 from Manila"
    if clause and site.begin is not None:
        span = content.right(scene, site.v, site.begin, site.hi, stops)
        return ((span,), f"“{word} that …”") if span else _NOTHING
    return _object(scene, site, stops)


def _beside_forecast(scene: Scene, site: Site) -> frozenset[int]:
    """Where a clause begins that is no part of a forecast: "expects inflation of 4 percent | while 12 were held"."""
    if site.sense.base != "expect":
        return frozenset()
    return frozenset(i for i in range(site.after, site.hi) if scene.lower(i) == "while" and scene.finite(i, site.hi))


def _behind_wish(scene: Scene, site: Site) -> frozenset[int]:
    """The semicolon that ends a wish: "asked the governor to step in; | residents collected 4,600 signatures"."""
    if site.sense.kind in CHAIN_KINDS or scene.in_quote(site.v):
        return frozenset()
    marks = (i for i in range(site.v + 1, site.hi) if scene.lower(i) == ";" and not scene.in_quote(i))
    return frozenset(i for i in marks if any(t.pos in ("VERB", "AUX") for t in scene.tokens[i : site.hi]))


def _came_upon(scene: Scene, site: Site) -> bool:
    """Whether the verb stands alone in the past or present, or with no more than "has": "has tracked 17 cases"."""
    if site.sense.particle[-1:] in (("to",), ("with",)) and not _has_name(scene, site):
        return False
    if site.sense.base in _FILES and not (_has_name(scene, site) and _has_calling(scene, site)):
        return False
    group = {scene.lower(i) for i in range(site.start, site.v)}
    if scene.tokens[site.v].tag == "VBG" and scene.lower(site.v - 1) == "after":
        return True  # "Inspectors closed the mill after finding 200 men in huts"
    if not group:
        t = scene.tokens[site.v]
        return t.tag in ("VBD", "VBZ", "VBP") or (t.tag == "VBN" and _stands_alone(scene, site.v))
    return scene.tokens[site.v].tag in ("VBN", "VBD") and bool(group & _HAS) and group <= _HAS | _SO_FAR


def _has_name(scene: Scene, site: Site) -> bool:
    """Whether the source is called by a name: "Amnesty spoke to 34 refugees", no "researchers spoke to 34"."""
    words = scene.tokens[site.source.first : site.source.last + 1]
    return any(t.text[:1].isupper() and t.i > scene.first for t in words) or words[-1].pos == "PROPN"


def _stands_alone(scene: Scene, v: int) -> bool:
    """Whether a form taken for a participle is the verb: of the sentence, or of the name right before it."""
    return scene.tokens[v].relation in ("root", "ROOT") or scene.tokens[v - 1].pos == "PROPN"


def _has_calling(scene: Scene, site: Site) -> bool:
    """Whether the source is said to act for others: "lawyer Olga Kim has filed 113 petitions"."""
    return any(scene.lower(i) in _HELPERS for i in range(site.source.first, site.source.last + 1))


def _paragraph_ahead(scene: Scene, site: Site) -> Span | None:
    """The quotation that begins the next paragraph, after a sentence that ends in "X said:"."""
    last, n = scene.stop - 1, scene.sentence.i + 1
    if scene.lower(last) != ":" or last - site.after > 4 or n >= len(scene.annotated.sentences):
        return None
    q = scene.quotes.at(scene.annotated.sentences[n].start)
    return (q.start, q.end) if q is not None and q.start == scene.annotated.sentences[n].start else None


def _as_heading(scene: Scene, site: Site) -> Span | None:
    """What follows "As X reports, …" or "As X wrote earlier, …" at the head of a sentence."""
    opens = site.v if site.inverted else site.clause
    if opens != site.lo + 1 or scene.lower(site.lo) not in HEADING:
        return None
    comma = next((i for i in range(site.after, min(site.hi, site.after + _BRIEFING)) if scene.lower(i) == ","), None)
    if comma is None or site.sense.frame in (Frame.NUMBER, Frame.FIGURE):
        return None
    first = scene.tokens[site.after]
    beside = first.pos in ("ADV", "ADP", "PUNCT") or first.lower in TIME_WORDS  # "As it reported 40 cases, the crowd"
    alone = beside and not scene.finite(site.after, comma) and not scene.in_quote(comma)
    return content.trim(scene, comma + 1, site.hi) if alone else None


def _marked(scene: Scene, site: Site, that: frozenset[str]) -> bool:
    """Whether a conjunction, a colon or a quotation mark begins the content."""
    if site.begin is None:
        return False
    first, before = scene.lower(site.begin), scene.lower(site.begin - 1)
    return before in ("that", ":") or first in that or first in MARKS


def _joined(scene: Scene, site: Site) -> bool:
    """Whether the clause is a second one of whoever speaks before: "said that 30 had called a hotline, and that …"."""
    begin = site.begin or 0
    return scene.lower(begin - 1) == "that" and scene.lower(begin - 2) in ("and", "but", "or") and begin - 2 > site.v


def _quotes(scene: Scene, begin: int | None) -> bool:
    """Whether the content begins with a quotation or after a colon."""
    return begin is not None and (
        scene.lower(begin - 1) == ":" or bool({scene.lower(begin), scene.lower(begin + 1)} & MARKS)
    )


def _object(scene: Scene, site: Site, stops: frozenset[int]) -> Told:
    """Content that is a noun phrase or an infinitive."""
    sense, word = site.sense, scene.tokens[site.v].text
    if sense.frame is Frame.CLAUSE or site.after >= site.hi:
        return _NOTHING
    after = scene.tokens[site.after]
    infinitive = after.lower == "to" or scene.annotated.child(scene.tokens[site.v], "xcomp") is not None
    if sense.frame is Frame.INFINITIVE and site.begin is None and not infinitive:
        return _NOTHING
    if after.text not in MARKS and (after.text in (",", ".", ";", ")") or after.pos in ("PUNCT", "CCONJ")):
        return _NOTHING
    loose = sense.base in ("say", "tell") and after.pos in ("ADP", "ADV", "SCONJ") and site.begin is None
    if loose and not leads_to_number(scene, site.after):
        return _NOTHING
    turns = {i for i in range(site.after, site.hi - 1) if scene.lower(i) == "," and scene.lower(i + 1) in _TURNS}
    span = content.right(scene, site.v, site.after, site.hi, stops | turns | _deed_joined(scene, site))
    return ((span,), f"“{word} …”") if span else _NOTHING


def _deed_joined(scene: Scene, site: Site) -> frozenset[int]:
    """The "and" before a deed, behind what was said within another clause: "after they complained of X | and took".

    Whoever took them, the account is that of the clause around.
    """
    before = scene.token(site.source.first - 1)
    if before is None or before.pos != "SCONJ" or not scene.finite(scene.first, before.i):
        return frozenset()
    verbs = (i for i in range(site.after, site.hi) if finite(scene.tokens[i]))
    verb = next(verbs, None)
    return frozenset() if verb is None or scene.lower(verb - 1) != "and" else frozenset({verb - 1})
