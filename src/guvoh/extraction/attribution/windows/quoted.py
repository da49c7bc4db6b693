"""What stands in quotation marks or behind a dialogue's dash, with the words of the author put inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guvoh.extraction.annotate import Annotated
from guvoh.model import Span

_MARK = re.compile(r"[«»„“”\"]")
_DASH = re.compile(r"[—–-]\s+")
_INSERT = re.compile(r"(?P<before>[,.!?…])\s+[—–-]\s+(?P<words>[^«»—–\n]{4,160}?)(?P<after>[.,:])\s+[—–-]\s+")
_TAIL = re.compile(r"(?P<before>[,.!?…])\s+[—–-]\s+(?P<words>[^«»—–\n]{4,160}?)[.»]*\s*$")
_WORD = re.compile(r"\w+")
_SHORT, _REACH = 5, 10


@dataclass(frozen=True, slots=True)
class Utterance:
    """Somebody's own words `start:end`, marks included; `inserts` are the author's within; `turn` of a dialogue."""

    start: int
    end: int
    inserts: tuple[Span, ...] = ()
    turn: bool = False

    @property
    def content(self) -> tuple[Span, ...]:
        """The stretches that are the speaker's."""
        out, at = [], self.start
        for start, end in self.inserts:
            out.append((at, start))
            at = end
        out.append((at, self.end))
        return tuple((s, e) for s, e in out if e > s)

    def speaks(self, offset: int) -> bool:
        """Whether the character at `offset` is the speaker's."""
        return any(s <= offset < e for s, e in self.content)


def utterances(annotated: Annotated, lines: Sequence[Span], reporting: frozenset[int]) -> tuple[Utterance, ...]:
    """The utterances of the paragraphs `lines`. `reporting` are the first characters of words that report speech."""
    out: list[Utterance] = []
    text, at = annotated.text, 0
    for n, (start, end) in enumerate(lines):
        if end <= at:
            continue  # inside a quotation of several paragraphs
        dash = _DASH.match(text, start, end)
        if dash is not None and start >= at:
            if not in_list(text, lines, n):
                out.append(_made(text, dash.end(), end, reporting, turn=True))
            continue
        for first, last in _pairs(text, max(start, at), lines, n):
            if _is_utterance(annotated, first, last):
                out.append(_made(text, first, last, reporting, turn=False))
            at = last
    return tuple(out)


def in_list(text: str, lines: Sequence[Span], n: int) -> bool:
    """Whether the line `n` is of a list: lines with a dash behind one that ends in a colon."""
    while n >= 0 and _DASH.match(text, *lines[n]):
        n -= 1
    return n >= 0 and text[lines[n][1] - 1] == ":"


def _made(text: str, start: int, end: int, reporting: frozenset[int], *, turn: bool) -> Utterance:
    spans = (match.span("words") for match in _INSERT.finditer(text, start, end))
    inserts = [(first, last) for first, last in spans if any(first <= at < last for at in reporting)]
    if turn:
        last = _TAIL.search(text, max(start, inserts[-1][1] if inserts else start), end)
        if last is not None and any(last.start("words") <= at < last.end("words") for at in reporting):
            inserts.append((last.start("words"), end))
    return Utterance(start, end, tuple(inserts), turn)


def _pairs(text: str, start: int, lines: Sequence[Span], n: int) -> Iterator[Span]:
    """The outermost pairs of marks that open in line `n` from `start` on; one left open may close in a later line."""
    opened, depth, kind = -1, 0, ""
    end = lines[n][1]
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if opened < 0:
            if mark in "«„“" or (mark == '"' and text[at + 1 : at + 2].strip()):
                opened, depth, kind = at, 1, mark
            continue
        if mark == "«" and kind == "«":
            depth += 1
        elif _closes(kind, mark):
            depth -= 1
        if depth == 0:
            yield opened, at + 1
            opened = -1
    if opened >= 0:
        closed = _closed_later(text, lines[n + 1 : n + 1 + _REACH], depth, kind)
        if closed or len(_WORD.findall(text[opened:end])) > _SHORT:
            yield opened, closed or end


def _closed_later(text: str, lines: Sequence[Span], depth: int, kind: str) -> int:
    """Where a quotation of several paragraphs ends, 0 where it does not; a mark at a line's head repeats the first."""
    for start, end in lines:
        for match in _MARK.finditer(text, start, end):
            if match.start() == start and match.group() == kind:
                continue
            if match.group() == "«" and kind == "«":
                depth += 1
            elif _closes(kind, match.group()):
                depth -= 1
            if depth == 0:
                return match.end()
    return 0


def _closes(kind: str, mark: str) -> bool:
    return mark in {"«": "»", "„": "“”", "“": "”", '"': '"'}[kind]


def _is_utterance(annotated: Annotated, start: int, end: int) -> bool:
    """Whether marks hold what somebody says and no name: a sentence, or words with a verb."""
    inside = annotated.text[start + 1 : end - 1]
    count = len(_WORD.findall(inside))
    if count > _SHORT or inside[-1:] in (".", "!", "?", "…", ","):
        return True
    finite = (t.pos == "VERB" and "VerbForm=Fin" in t.morph for t in annotated.between(start, end))
    opens = inside[:1].isupper() and annotated.text[end : end + 1] == ","  # «Задержаны 40 человек», — сказал X
    verbs = any(finite) or (opens and any(t.tag.startswith("PRTS") for t in annotated.between(start, end)))
    return verbs and count > 1 and (count > 2 or annotated.text[end : end + 1] == ",")
