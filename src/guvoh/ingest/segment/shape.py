"""The shape of a paragraph: whether it reads as running text, as a headline, or as a cut-off teaser."""

from __future__ import annotations

import re

# an agency may sign behind the full stop: "… in 2020. (ILKHA)", "… on Friday. /TASS/"
_SENTENCE_END = re.compile(r"[.!?:][\"'”’»)\]]*(?:[*†‡\d]{0,3}| ?[(\[/—–-] ?[A-ZА-ЯЁ][\w .&-]{1,30}[)\]/]?)$")
_CUT = re.compile(r"(?:…|\.{3})[\"'”’»)\]]*$")
_BULLET = re.compile(r"^(?:[•·‣▪●○*–—-]|\d{1,2}[.)])\s+")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")

_BREAK = re.compile(r"[.!?…][\"'”’»)\]]* +(?=[\"'“‘«(]?[^\W\d_a-zа-яё])")

_STOP = re.compile(r"[.,:;!?“”«»\"()]|\d")
_NAME = re.compile(r"[^\W\d_a-zа-яё][^\W\d_]+")

_BODY_CHARS, _BODY_WORDS = 60, 8
_NAME_LETTERS, _TWICE, _SHARE_TWICE = 4, 2, 0.27


def words(text: str) -> list[str]:
    """The words of `text`, as printed."""
    return _WORD.findall(text)


def is_cut(text: str) -> bool:
    """Whether the text breaks off with an ellipsis, as teasers do."""
    return _CUT.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether the text ends as sentences do."""
    return _SENTENCE_END.search(text) is not None and not is_cut(text)


def is_bulleted(text: str) -> bool:
    """Whether the text is an item of a list."""
    return _BULLET.match(text) is not None


def reads_on(text: str) -> bool:
    """Whether the text is running text: at least one whole sentence of some length."""
    return len(text) >= _BODY_CHARS and ends_sentence(text) and len(words(text)) >= _BODY_WORDS


def is_headline(text: str) -> bool:
    """Whether the text may be a headline: one line of some words that does not end as a sentence does."""
    if "\n" in text or len(text) > 250 or is_bulleted(text) or is_cut(text):
        return False
    return text[-1:] not in ".:;," or (len(text) <= 100 and text[-1:] == "." and text.count(".") == 1)


def sentences(text: str) -> int:
    """How many sentences the text has, by its full stops and capitals."""
    return len(_BREAK.findall(text)) + 1


def is_tag_run(text: str) -> bool:
    """Whether the text is tags in a row ("World Russia-Ukraine War Russia Ukraine"): names printed twice, no stops."""
    if len(text) > 250 or _STOP.search(text):
        return False
    names = [word for word in _NAME.findall(text) if len(word) >= _NAME_LETTERS]
    twice = len(names) - len(set(names))
    return twice >= _TWICE and twice > _SHARE_TWICE * len(names)


def share_of_words_in(text: str, stems: frozenset[str]) -> float:
    """The share of the longer words of `text` whose first five letters are among `stems`."""
    longer = [word.casefold()[:5] for word in words(text) if len(word) >= 4]
    return sum(stem in stems for stem in longer) / len(longer) if longer else 0.0


def stems_of(text: str) -> frozenset[str]:
    """The first five letters of each longer word, in lower case: enough to see that two texts tell of one thing."""
    return frozenset(word.casefold()[:5] for word in words(text) if len(word) >= 4)
