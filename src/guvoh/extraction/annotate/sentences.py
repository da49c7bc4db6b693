"""Sentence boundaries by rules over a passage: end marks, abbreviations, initials, line breaks."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise

from guvoh.model import Span

# An end mark with its closing quotes and brackets, then space, then what can begin a sentence.
_END = re.compile(r"(?:[.!?…]+|[.!?…]*[。！？])[\"'”’»›)\]]*(?=\s+[\"'“‘«‹(\[—–-]*\s*[^\W_a-zа-яёғқҳҷӣӯўңөү]|\s*$)")
_LINE = re.compile(r"\n")
_WORD_BEFORE = re.compile(r"([^\s\"'“‘«(\[]+)$")
_NAME_AND_INITIAL = re.compile(r"[A-ZА-ЯЁ][a-zа-яё]+ [A-ZА-ЯЁ]$")
_FIRST_WORD = re.compile(r"\s+([^\W\d_]+)(?!\w|\.)")  # "О" opens a sentence, "О." is a second initial
_INITIAL = re.compile(r"(?:[A-ZА-ЯЁ]\.)*[A-ZА-ЯЁ]$")


@cache
def abbreviations(language: str) -> frozenset[str]:
    """Words of a language that may end in a full stop without ending a sentence (without that stop)."""
    return _listed(language, "abbreviations.txt")


@cache
def _listed(language: str, name: str) -> frozenset[str]:
    path = files("guvoh.extraction.vocabulary") / language / name
    if not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def split(text: str, start: int, end: int, language: str = "en") -> list[Span]:
    """Spans of the sentences in `text[start:end]`, white space at the edges left off."""
    cuts = [start]
    for piece_start, piece_end in _lines(text, start, end):
        cuts.extend(_ends(text, piece_start, piece_end, language))
        cuts.append(piece_end)
    spans = []
    for a, b in pairwise(cuts):
        stretch = text[a:b]
        left = len(stretch) - len(stretch.lstrip())
        right = len(stretch.rstrip())
        if right > left:
            spans.append((a + left, a + right))
    return spans


def _lines(text: str, start: int, end: int) -> list[Span]:
    """Stretches between hard line breaks; a break inside a wrapped sentence does not count."""
    cuts = [start]
    for match in _LINE.finditer(text, start, end):
        at = match.start()
        if not _wrapped(text, cuts[-1], at, end):
            cuts.append(match.end())
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _wrapped(text: str, start: int, at: int, end: int) -> bool:
    before = text[start:at].rstrip()
    after = text[at + 1 : end]
    if not before or not after.strip() or after[:1] == "\n" or before[-1] in '.!?…:;"”»':
        return False
    last_line = before.rpartition("\n")[2]
    follows = after.lstrip(" \t")[:1]
    return follows.islower() or (len(last_line) >= 55 and before[-1] in ",—–-" and not follows.isspace())


def _ends(text: str, start: int, end: int, language: str) -> list[int]:
    known = abbreviations(language)
    out = []
    for match in _END.finditer(text, start, end):
        if text[match.start()] == "." and match.group().rstrip("\"'”’»›)]") == ".":
            word = _WORD_BEFORE.search(text, max(start, match.start() - 30), match.start())
            short = word is not None and (word[1] in known or _INITIAL.fullmatch(word[1]) is not None)
            if short and text[match.end() :].strip() and not _after_a_name(text, match.start(), match.end(), language):
                continue
        out.append(match.end())
    return out


def _after_a_name(text: str, stop: int, end: int, language: str) -> bool:
    """Whether a full stop behind a name and an initial ends its sentence: "гражданина Ли В. Об этом сообщили"."""
    named = _NAME_AND_INITIAL.search(text, max(0, stop - 30), stop)
    following = _FIRST_WORD.match(text, end)
    return named is not None and following is not None and following[1].lower() in _listed(language, "openers.txt")
