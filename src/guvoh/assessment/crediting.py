"""Whether a document says that it has something from another: "X told Mediazona", "as TASS reported", "via PAP"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from guvoh.assessment import fitted
from guvoh.assessment.corpus import Entry
from guvoh.assessment.names import fold, folded_set, is_body, is_common, other_names, stem, words
from guvoh.assessment.phrases import phrases
from guvoh.model import TELLING_ROLES

_CUE = re.compile(  # of small letters: a pattern that looks for either is several times slower; so is one for \b first
    r"\W(?:told|tells|said|says|stat(?:ed|es)|announc(?:ed|es)|report(?:s|ed|edly|ing)?|wr(?:ote|ites)|"
    r"according to|source|via|cit(?:ing|es|ed)|quot(?:es|ed|ing)|published|posted|interview\w*|counted|"
    r"data (?:of|from)|learned from|пиш[еу]т|сообщ\w+|рассказ\w+|заявил\w*|со ссылкой|по (?:данным|словам|информации)|"
    r"переда[её]т|цитирует|источник)\b"
)
_SENTENCE = re.compile(r"(?:[^.!?\n]+|[.!?](?=[^\s.!?\"”»)\]]))+(?:[.!?]+[\"”»)\]]*(?=\s|$)|\n|$)*")
_ARTICLE = re.compile(r"(?i)^the\s+")
_LAND = re.compile(r"^(?:U\.?S\.?|US|UK|U\.K\.|American|British|Russian)\s+")
_PART_OF = re.compile(r"(?:,\s|\s(?:of|in|for)\s(?:the\s)?(?=[A-Z]))[A-Z][^,]*$")
_OF_REGION = re.compile(r"(?i)\b(?:region|oblast|krai|territory|province|republic)\b")
_SHORT_NAME = 4  # letters: a shorter name must be spelled in the same way
_QUOTED = re.compile(r"[“\"„«](?=[^“”\"„«»]*\s[a-zа-яё]|[^“”\"„«»]*[,.!?][”\"»])[^”\"»]*(?:[”\"»]|$)")
_KIND_BEFORE = 30  # characters before a name in which the kind of body stands


def credit(entry: Entry, names: Collection[str], *, translated: bool) -> str | None:
    """The sentence in which the document gives something to a body of these names; None when there is none.

    With `translated`, names are compared over scripts: "Sibirskaya Nit" is «Сибирская нить».
    """
    found = next(iter(credited(entry, names, translated=translated)), None)
    return " ".join(found.split()) if found else None


def credited(entry: Entry, names: Collection[str], *, translated: bool) -> Iterable[str]:
    """All such sentences, in the order of the text."""
    bare = _bare(frozenset(names))
    return _crediting(entry, bare) if translated or _stands(bare, entry.document.text) else ()


def _stands(bare: Sequence[str], text: str) -> bool:
    """Whether one of the names stands in the text: asked of every two documents of an event, so it does little."""
    for name in bare:  # noqa: SIM110 - `any` takes twice the time
        if name in text:
            return True
    return False


def _crediting(entry: Entry, bare: Sequence[str]) -> Iterator[str]:
    folded = {f" {fold(name)} " for name in bare if len(name) >= _SHORT_NAME}
    spelled = {name for name in bare if len(name) < _SHORT_NAME}
    again = _by_kind(entry.document.text, bare)
    for sentence, padded in _folded(entry.key, entry.document.text, told_in(entry)):
        named = any(name in padded for name in folded) or (again is not None and again.search(sentence))
        if named or any(re.search(rf"\b{re.escape(n)}\b", sentence) for n in spelled):
            yield sentence


def _by_kind(text: str, bare: Sequence[str]) -> re.Pattern[str] | None:
    """How a text calls a body by its kind alone: "the NGO" where it tells of the NGO "Volga Aid", and of no other."""
    kinds: Counter[str] = Counter()
    for name in (name for name in bare if " " in name):
        for met in re.finditer(re.escape(name), text):
            if kind := phrases("crediting", "kind").search(text, max(0, met.start() - _KIND_BEFORE), met.start()):
                kinds[_kind_forms()["ending"].sub("", kind[0])] += 1
    named_so = _kind_forms()["named"].pattern
    alone = [k for k, named in kinds.items() if len(re.findall(named_so.replace("KIND", re.escape(k)), text)) <= named]
    again = "|".join(map(re.escape, alone))
    return re.compile(_kind_forms()["alone"].pattern.replace("KIND", again)) if alone else None


@cache
def _kind_forms() -> Mapping[str, re.Pattern[str]]:
    """How a kind of body stands before a name and alone, and what endings it has."""
    return {name: re.compile(row) for name, row in fitted.table("crediting")["kind forms"].items()}


@lru_cache(maxsize=4096)
def with_cores(names: frozenset[str]) -> frozenset[str]:
    """The names, with what each body is called where its country or region is plain.

    "U.S. Immigration and Customs Enforcement" is "Immigration and Customs Enforcement" to the press there, and the
    "Education Department of the Vologda Region" the "Education Department". The "Government of the Kemerovo Region" is
    the "regional government", and the "Ministry of Internal Affairs, Omsk Region" the "Interior Ministry's regional"
    branch. The "Opora Legal Centre" is the "Opora centre".
    """
    out = set(names)
    for name in names:
        bare = _LAND.sub("", _ARTICLE.sub("", name))
        core = _PART_OF.sub("", bare).strip()
        if _is_office(core):
            out |= {core} if len(core.split()) > 1 else set()
            if _OF_REGION.search(bare.removeprefix(core)):
                called = {core, core.lower(), *other_names(core)}
                out |= {spelled for word in called for spelled in (f"regional {word}", f"{word}'s regional")}
        out |= _short(name)
    return frozenset(out)


def _short(name: str) -> set[str]:
    """What a body of one telling word is called: that word with the kind of body that the name ends in."""
    spelled = _ARTICLE.sub("", name).split()
    if not spelled:
        return set()
    telling = [word for word in spelled if not is_common(stem(fold(word)))]
    kind = spelled[-1]
    is_kind = len(telling) == 1 and kind not in telling and fold(kind) not in folded_set("everywhere")
    return {f"{telling[0]} {kind}", f"{telling[0]} {kind.lower()}"} if is_kind and len(spelled) > 2 else set()


def _is_office(name: str) -> bool:
    return is_body(name) or not folded_set("state_bodies").isdisjoint(words(name))


def named_in_words(said: str, names: Collection[str]) -> bool:
    """Whether one of the names stands in the words."""
    return _stands(_bare(frozenset(names)), said)


@lru_cache(maxsize=4096)
def _bare(names: frozenset[str]) -> tuple[str, ...]:
    """The names without article, in order."""
    return tuple(sorted({_ARTICLE.sub("", name) for name in names}))


def reporting(entry: Entry) -> tuple[str, ...]:
    """The sentences of the document that report what someone said."""
    return _reporting(entry.key, entry.document.text, told_in(entry))


def sentences(entry: Entry) -> tuple[str, ...]:
    """The sentences of what the document tells."""
    text = entry.document.text
    return tuple(m[0] for start, end in told_in(entry) for m in _SENTENCE.finditer(text, start, end))


def unquoted(words: str) -> str:
    """The words without what stands in quotation marks, but for names there."""
    return _QUOTED.sub(" ", words)


def told_in(entry: Entry) -> tuple[tuple[int, int], ...]:
    """The stretches of the document that tell something, each its first and last character."""
    passages = entry.document.passages
    return tuple((p.start, p.end) for p in passages if p.role in TELLING_ROLES) or ((0, len(entry.document.text)),)


@lru_cache(maxsize=512)
def _reporting(key: str, text: str, spans: tuple[tuple[int, int], ...]) -> tuple[str, ...]:  # noqa: ARG001
    found = (m[0] for start, end in spans for m in _SENTENCE.finditer(text, start, end))
    return tuple(sentence for sentence in found if _CUE.search(f" {sentence.lower()}"))


@lru_cache(maxsize=512)
def _folded(key: str, text: str, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[str, str], ...]:
    """The same, plain and folded."""
    return tuple((sentence, f" {fold(sentence)} ") for sentence in _reporting(key, text, spans))
