"""Whose page it is, where no side-car says: the body that the lines below the title name."""

from __future__ import annotations

import re

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.lexicon import speaker_patterns
from guvoh.extraction.attribution.windows.lexicon import words
from guvoh.extraction.attribution.windows.named_bodies import names_in
from guvoh.extraction.attribution.windows.readings import lemmas
from guvoh.extraction.attribution.windows.scene import Scene
from guvoh.model import Document, Role

_LINES, _LONGEST = 4, 120
_READ = (Role.TITLE, Role.LEAD, Role.BODY, Role.LETTERHEAD, Role.FURNITURE)
_END = re.compile(r"[,(]|\s\d|\s[—–-]\s")
_MARKS = re.compile(r"[«»„“\"]")
_AGENCY = re.compile(r"[^\n/]{3,60}/(?P<name>[^/\n]{2,50})/")


def publisher_of(document: Document, scene: Scene) -> str | None:
    """The publisher: the document's own, the agency between slashes, or the body in a line of no sentence."""
    if document.publisher:
        return document.publisher
    informing = _informing(document, scene)
    if informing is not None:
        return informing
    for start, end in _head(document):
        agency = _AGENCY.match(document.text, start, end)
        if agency is not None:
            found = _body(scene, agency.start("name"), agency.end("name"))
            if found is not None:
                return found
        if end - start <= _LONGEST and not any(map(_finite, scene.annotated.between(start, end))):
            found = _body(scene, start, end)
            if found is not None:
                return found
    return None


def _informing(document: Document, scene: Scene) -> str | None:
    """The body that a title names as telling it: «УМВД России по X информирует о результатах»."""
    informs = speaker_patterns("ru")["informs"]
    title = next((p for p in document.passages if p.role is Role.TITLE), None)
    verb = informs.search(document.text, title.start, title.end) if title is not None else None
    if title is None or verb is None or _body(scene, title.start, verb.start()) is None:
        return None
    return document.text[title.start : verb.start()].strip()


def speaks_of_itself(scene: Scene) -> bool:
    """Whether the page says «мы» of itself, outside quotations."""
    ours = words().sets["ourselves"]
    return any(scene.free(t.i) and (scene.low(t.i) in ours or t.lemma in ours) for t in scene.tokens)


def _head(document: Document) -> list[tuple[int, int]]:
    """The first lines below the title."""
    aside = speaker_patterns("ru")["aside"]
    lines: list[tuple[int, int]] = []
    told = False
    for passage in document.passages:
        told |= passage.role in (Role.LEAD, Role.BODY)
        if passage.role in _READ and not (told and passage.role is Role.FURNITURE):
            found = re.finditer(r"[^\n]*\S[^\n]*", document.text[passage.start : passage.end])
            lines += [(passage.start + m.start(), passage.start + m.end()) for m in found if not aside.match(m[0])]
        if len(lines) > _LINES:
            break
    return lines[1 : _LINES + 1]


def _finite(token: Token) -> bool:
    return (token.pos == "VERB" and "VerbForm=Fin" in token.morph) or token.tag.startswith(("PRTS", "PRED"))


def _body(scene: Scene, start: int, end: int) -> str | None:
    """The body that a line names: one in quotation marks or listed, else a line that opens with a noun for bodies."""
    line = scene.annotated.text[start:end]
    named = next(iter(names_in(line)), None)
    whole = _END.split(line.strip())[0].strip(" .—–-")
    nouns = {lemma for word in whole.split()[:3] for lemma in lemmas(word)}
    told_whole = len(whole.split()) > 1 and not nouns.isdisjoint(scene.reader.heads)
    if named is not None and (not told_whole or _MARKS.search(line) or line.strip().startswith(named)):
        return named
    return whole if told_whole else None
