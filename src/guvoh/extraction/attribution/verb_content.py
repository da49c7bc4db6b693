"""What a reporting verb reports: the clause after it, what stands before the parenthesis, or its object."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.figures_told import gives_figure, number_at
from guvoh.extraction.attribution.joined_cues import Cue, stops_at
from guvoh.extraction.attribution.lexicon import CueKind, Frame, Sense
from guvoh.extraction.attribution.scene import MARKS, TIME_WORDS, Phrase, Scene, finite
from guvoh.model import Span

QUOTING_KINDS = frozenset({CueKind.REPORT, CueKind.OPINION, CueKind.DIRECTIVE})
"""Kinds of cue that stand in a parenthesis beside what is said."""

_PAUSES = frozenset({",", ".", ";", ":", "―", "—", "–"})
_GOES_ON = frozenset(
    {
        "up",
        "down",
        "compared",
        "against",
        "versus",
        "and",
        "but",
        "because",
        "while",
        "although",
        "with",
        "including",
        "that",
    }
)
_LINKS = frozenset({"which", "that", "who", "where", "when", "because", "if", "whom", "why", "how"})
_TURNS = frozenset({"but", "while", "although", "though", "whereas"})
Told = tuple[tuple[Span, ...], str]
"""The content and the rule in words; no content when the verb is no cue."""

_NOTHING: Told = ((), "")
COUNTED = "“found 24 men”: what the source counted"
"""The rule of a number that somebody found; it yields to whoever reports the finding."""


@dataclass(frozen=True, slots=True)
class Site:
    """A verb that may be a cue.

    `lo..hi` is the token range it reigns over, `start` the first token of its verb group, `after` the token
    after it with its particle, an inverted source and the addressee; `begin` the token at which a content
    clause begins, None when none does.
    """

    v: int
    lo: int
    hi: int
    start: int
    source: Phrase
    inverted: bool
    after: int
    begin: int | None
    sense: Sense

    @property
    def clause(self) -> int:
        """The first token of source and verb group."""
        return min(self.source.first, self.start) if self.source.head < self.v else self.start

    def relative(self, scene: Scene) -> bool:
        """Whether the source is the pronoun of a relative clause, which tells nothing of what stands before it."""
        return not self.inverted and scene.lower(self.source.head) in ("who", "which", "that")

    def left_end(self, scene: Scene) -> int:
        """The token after what stands before the parenthesis; "as X reports" begins at its "as"."""
        return self.clause - (scene.lower(self.clause - 1) == "as")


def told(scene: Scene, site: Site, cues: Sequence[Cue], that: frozenset[str]) -> Told:
    """The content of the cue and the rule that found it. `cues` are the verbs of the sentence that may be cues."""
    word = scene.tokens[site.v].text
    heading = _as_heading(scene, site)
    if heading is not None:
        return (heading,), f"“As {scene.words(site.source)} {word}, …”"
    before = None if site.relative(scene) else _quotation_before(scene, site)
    if before is not None:
        return (before,), f"“…” {scene.words(site.source)} {word}"
    aside = _said_aside(scene, site)
    if aside is not None:
        return (aside,), f"“…, {word} {scene.words(site.source)}, …”"
    if not site.relative(scene) and _parenthesis(scene, site, that):
        if scene.lower(site.clause - 2) in _LINKS and scene.lower(site.after) == ",":
            span = content.trim(scene, site.after + 1, site.hi)  # "a raid in which, it says, 55 were hurt"
            return ((span,), f"“…, {scene.words(site.source)} {word}, …”") if span else _NOTHING
        spans = (content.left(scene, _left_from(scene, site, cues), site.left_end(scene)), _resumed(scene, site))
        return content.merge([s for s in spans if s]), f"“…, {scene.words(site.source)} {word}”"
    both = None if site.relative(scene) else _around_colon(scene, site, cues)
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
    return _after(scene, site, cues, that)


def _after(scene: Scene, site: Site, cues: Sequence[Cue], that: frozenset[str]) -> Told:
    """The content that stands after the cue."""
    word, frame = scene.tokens[site.v].text, site.sense.frame
    if (frame is Frame.THAT and not _marked(scene, site, that)) or (
        frame is Frame.QUOTE and not _quotes(scene, site.begin)
    ):
        return _NOTHING
    stops = stops_at(scene, site.v, site.after, cues)
    if frame is Frame.NUMBER:
        reach = 7 if scene.lower(site.after) == "having" else 4  # "boasted of having “caught” 20,000"
        held = any(number_at(scene, i) for i in range(site.after, min(site.hi, site.after + reach)))
        held = held and scene.tokens[site.v].tag in ("VBD", "VBZ", "VBP")
        number = content.right(scene, site.v, site.after, site.hi, stops) if held and site.start == site.v else None
        return ((number,), COUNTED) if number else _NOTHING
    if frame is Frame.FIGURE:
        figure = (
            content.right(scene, site.v, site.after, site.hi, stops)
            if gives_figure(scene, site.after, site.hi, particle=bool(site.sense.particle))
            else None
        )
        return ((figure,), f"“{word} … at”") if figure else _NOTHING
    clause = site.begin is not None and (frame is not Frame.INFINITIVE or _marked(scene, site, that))
    if clause and frame is Frame.OBJECT and scene.lower(site.begin or 0) in MARKS:
        clause = False  # “called the raids "unlawful"”: the object belongs to what is said
    if clause and site.begin is not None:
        span = content.right(scene, site.v, site.begin, site.hi, stops)
        return ((span,), f"“{word} that …”") if span else _NOTHING
    return _object(scene, site, stops)


def _parenthesis(scene: Scene, site: Site, that: frozenset[str]) -> bool:
    """Whether source and verb stand after what is said: "…, X said"."""
    if site.sense.kind not in QUOTING_KINDS or not _adjoins(scene, site):
        return False
    if site.sense.frame is Frame.FIGURE:
        return False  # "put" and "gave" have their figure after them
    colon = next((i for i in range(site.clause - 1, site.lo, -1) if scene.lower(i) == ":"), None)
    if colon is not None and not scene.in_quote(colon) and not scene.finite(colon + 1, site.clause):
        return False  # "…: the head of the union, X, speaks of 3,000"
    ends = _only_adjuncts(scene, site) and not _told_after(scene, site)
    if not content.postposed(scene, site.lo, site.clause, ends=ends) or _clause_wins(scene, site, that):
        return False
    return site.sense.frame is not Frame.QUOTE or bool(
        {scene.lower(site.clause - 1), scene.lower(site.clause - 2)} & MARKS
    )


def _said_aside(scene: Scene, site: Site) -> Span | None:
    """What follows a source set between the opening of a clause and the clause: "By Friday, says X, 3,400 will go"."""
    aside = site.inverted and scene.lower(site.after) == "," and scene.lower(site.v - 1) == ","
    if not aside or scene.in_quote(site.v) or scene.finite(site.lo, site.v - 1):
        return None
    return content.trim(scene, site.after + 1, site.hi) if scene.finite(site.after + 1, site.hi) else None


def _told_after(scene: Scene, site: Site) -> bool:
    """Whether only an adverb stands before the cue and a number after it: "Previously, X wrote about 83 builders"."""
    number = any(number_at(scene, i) for i in range(site.after, min(site.hi, site.after + 4)))
    return number and scene.lower(site.after) != "," and content.adverbial(scene, site.lo, site.clause)


def _quotation_before(scene: Scene, site: Site) -> Span | None:
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


def _around_colon(scene: Scene, site: Site, cues: Sequence[Cue]) -> tuple[Span, ...] | None:
    """Clause and quotation on either side of a cue: "Two schools turn families away, X wrote to us: “…”"."""
    begin = site.begin
    if begin is None or scene.lower(begin - 1) != ":" or scene.lower(begin) not in MARKS or scene.in_quote(site.v):
        return None
    if site.inverted or scene.lower(site.clause - 1) != "," or not _adjoins(scene, site):
        return None
    if not content.postposed(scene, site.lo, site.clause):
        return None
    spans = (content.left(scene, _left_from(scene, site, cues), site.clause), content.trim(scene, begin, site.hi))
    return content.merge([s for s in spans if s])


def _paragraph_ahead(scene: Scene, site: Site) -> Span | None:
    """The quotation that begins the next paragraph, after a sentence that ends in "X said:"."""
    last, n = scene.stop - 1, scene.sentence.i + 1
    if scene.lower(last) != ":" or last - site.after > 4 or n >= len(scene.annotated.sentences):
        return None
    q = scene.quotes.at(scene.annotated.sentences[n].start)
    return (q.start, q.end) if q is not None and q.start == scene.annotated.sentences[n].start else None


def _only_adjuncts(scene: Scene, site: Site) -> bool:
    """Whether nothing but "on Monday" or "in a report" follows the cue before the next comma or the end."""
    if site.after < site.hi and scene.tokens[site.after].pos not in ("PUNCT", "ADP", "ADV", "SYM"):
        return scene.lower(site.after) in TIME_WORDS
    for i in range(site.after, site.hi):
        t = scene.tokens[i]
        if t.text in (",", ".", "!", "?"):
            return True
        if finite(t) or t.text in MARKS or t.text in (":", ";") or _links(t) or i - site.after > 12:
            return False
    return True


def _links(t: Token) -> bool:
    """Whether a word begins a clause: a conjunction or a pronoun, not "his" in "in his report"."""
    return t.pos in ("SCONJ", "PRON") and t.tag != "PRP$"


def _as_heading(scene: Scene, site: Site) -> Span | None:
    """What follows "As X reports, …" at the head of a sentence."""
    if site.clause != site.lo + 1 or scene.lower(site.lo) != "as" or scene.lower(site.after) != ",":
        return None
    return content.trim(scene, site.after + 1, site.hi)


def _marked(scene: Scene, site: Site, that: frozenset[str]) -> bool:
    """Whether a conjunction, a colon or a quotation mark begins the content."""
    if site.begin is None:
        return False
    first, before = scene.lower(site.begin), scene.lower(site.begin - 1)
    return before in ("that", ":") or first in that or first in MARKS


def _quotes(scene: Scene, begin: int | None) -> bool:
    """Whether the content begins with a quotation or after a colon."""
    return begin is not None and (
        scene.lower(begin - 1) == ":" or bool({scene.lower(begin), scene.lower(begin + 1)} & MARKS)
    )


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
    return scene.lower(site.begin - 1) in ("that", ":") or first in that or not (quoted or first in MARKS)


def _left_from(scene: Scene, site: Site, cues: Sequence[Cue]) -> int:
    """Where the content before a parenthesis begins: after a semicolon, if others speak before it."""
    for i in range(site.clause - 2, site.lo, -1):
        if scene.tokens[i].text == ";" and not scene.in_quote(i) and _others_speak(scene, site.lo, i, cues):
            return i + 1
    return site.lo


def _others_speak(scene: Scene, first: int, stop: int, cues: Sequence[Cue]) -> bool:
    """Whether a verb of speech, a quotation or "according to" stands among tokens `first..stop-1`."""
    if any(first <= w < stop and speaks for w, speaks in cues):
        return True
    return any(t.text in MARKS or t.lower == "according" for t in scene.tokens[first:stop])


def _resumed(scene: Scene, site: Site) -> Span | None:
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
    if scene.tokens[resumes].text in MARKS and scene.in_quote(resumes):
        return content.trim(scene, resumes, site.hi)
    whole = scene.finite(site.lo, site.clause) or scene.tokens[i].text != ","
    if scene.in_quote(site.v) or (whole and scene.lower(resumes) not in _GOES_ON):
        return None
    return content.trim(scene, i + 1, site.hi)


def _past_name(scene: Scene, site: Site) -> int:
    """The token after a name between commas behind an inverted source: "says his father, X, and"."""
    i = site.after
    if not site.inverted or scene.lower(i) != ",":
        return i
    n = i + 1
    while n < site.hi and scene.tokens[n].pos == "PROPN":
        n += 1
    return n if n > i + 1 and scene.lower(n) == "," else i


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
    if sense.base in ("say", "tell") and after.pos in ("ADP", "ADV", "SCONJ") and site.begin is None:
        return _NOTHING
    turns = {i for i in range(site.after, site.hi - 1) if scene.lower(i) == "," and scene.lower(i + 1) in _TURNS}
    span = content.right(scene, site.v, site.after, site.hi, stops | turns)
    return ((span,), f"“{word} …”") if span else _NOTHING
