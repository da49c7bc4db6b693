"""Wordings of a vault's own as frames of the finder: what the words are in a sentence is read from their example."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.annotate.registry import annotator
from guvoh.extraction.vocabulary.load import Frame
from guvoh.extraction.vocabulary.patterns import Pattern, compile_pattern
from guvoh.extraction.windows.words import has_windows
from guvoh.model import Document, Passage, Role
from guvoh.model.acts import act
from guvoh.model.errors import BadTerm
from guvoh.model.wordings import Wording

LONGEST = 8
"""Words that a wording may have."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GAPS = ("…", "...")
_VERBAL = frozenset({"VERB", "AUX"})
_NONE: frozenset[str] = frozenset()


def frames_of(wordings: Sequence[Wording], language: str | None) -> tuple[Frame, ...]:
    """The frames of the wordings in that language. Raises BadTerm as `frame_of` does."""
    return tuple(frame_of(one) for one in wordings if one.language == language)


@lru_cache(512)
def frame_of(wording: Wording) -> Frame:
    """The frame of one wording. Raises BadTerm for an unknown act, what is no words, or words not in their example."""
    act(wording.act)
    plain = _elements(wording.words)
    text = _read(wording)
    for head in (n for n, element in enumerate(plain) if not element.startswith("..")):
        source = " ".join(f"*{element}" if n == head else element for n, element in enumerate(plain))
        pattern = compile_pattern(source, {})
        roles = _roles(pattern, text)
        if roles:
            return _frame(wording, pattern, roles)
    raise BadTerm("The words do not stand in the example sentence.", "Give a sentence that has them, in any form.")


def _elements(words: str) -> list[str]:
    """The words as elements of a pattern, which may not hold any sign of the language of patterns."""
    parts = words.lower().replace("’", "'").split()
    plain = ["..3" if part in _GAPS else part for part in parts]
    fine = all(part == "..3" or _WORD.fullmatch(part) for part in plain)
    if not plain or not fine or len(plain) > LONGEST or "..3" in (plain[0], plain[-1]):
        raise BadTerm(
            f"A wording is 1 to {LONGEST} words; “…” may stand between two of them.",
            "Write them as in a sentence.",
        )
    return plain


def _read(wording: Wording) -> Annotated:
    annotate = annotator(wording.language)
    if annotate is None or has_windows(wording.language):
        raise BadTerm("No finder reads wordings in that language yet.", "Add wordings in English.")
    sentence = " ".join(wording.example.split())
    document = Document("example", "0" * 64, "text/plain", sentence, (Passage(0, len(sentence), Role.BODY),))
    return annotate(document)


def _roles(pattern: Pattern, text: Annotated) -> str:
    """How actor and affected hang on the head of the first match, if its head governs the match; else nothing."""
    for sentence in text.sentences:
        tokens = text.of(sentence)
        for match in pattern.matches(tokens):
            head = tokens[match.head]
            inside = {token.i for token in tokens[match.first : match.last + 1]}
            if head.head not in inside - {head.i}:
                return "verb" if head.pos in _VERBAL or head.tag == "VBN" else "noun"
    return ""


def _frame(wording: Wording, pattern: Pattern, roles: str) -> Frame:
    return Frame(
        wording.act, f"{wording.act}/own: {wording.words}", pattern, roles,
        _NONE, (), _NONE, _NONE, (), _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE,
        passive=False, examples=(wording.example,), counter=(),
    )  # fmt: skip
