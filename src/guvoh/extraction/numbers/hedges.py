"""Hedges around a number: "more than", "up to", "or more", and the qualifier they give."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guvoh.extraction.numbers.words import Words
from guvoh.model.statement import Qualifier

_REACH = 48  # characters that hedges before a number may take


@dataclass(frozen=True, slots=True)
class Hedge:
    """Where a hedge begins (or ends, after a number) and what it says; `qualifier` None when there is none."""

    at: int
    qualifier: Qualifier | None

    @property
    def strong(self) -> bool:
        """Whether it bounds the number, so that nothing after the number need be looked for."""
        return self.qualifier not in (None, Qualifier.ABOUT)


def before_hedge(text: str, number: int, start: int, lexicon: Words) -> Hedge:
    """The hedges that stand before the number at `number`, read leftward; a bound outweighs "about"."""
    at, qualifier = number, None
    while True:
        window = text[max(start, at - _REACH) : at]
        sign = lexicon.money_sign.search(window)
        if sign and at == number:
            window = window[: sign.start("sign")]
        match = lexicon.hedge_before.search(window)
        if match is None and qualifier is None and (filler := lexicon.hedge_between.search(window)):
            match = lexicon.hedge_before.search(window[: filler.start()])
        if match is None or _another_sense(text, max(start, at - _REACH) + match.start(), match.group(), lexicon):
            return Hedge(at, qualifier)
        at = max(start, at - _REACH) + match.start()
        named = lexicon.hedge_names[" ".join(match.group().lower().split())]
        if qualifier is None or qualifier is Qualifier.ABOUT:
            qualifier = named


def _another_sense(text: str, at: int, words: str, lexicon: Words) -> bool:
    """ "no more than" is one hedge; "not about", "talk about", "came around" are none."""
    previous = re.search(r"([\w']+)\s+$", text[max(0, at - 20) : at])
    if previous is None:
        return False
    said = words.strip().lower()
    if said == "about":
        return previous[1].lower() in lexicon.listed("other_sense", "before_about")
    return said in ("over", "under", "above", "below") and previous[1].lower() in lexicon.listed(
        "other_sense", "before_over"
    )


def after_hedge(text: str, stop: int, end: int, lexicon: Words) -> Hedge:
    """The hedge after a number ("30 or more", "50-plus", "50+") or after the noun it counts ("30 people at least")."""
    if text[stop : stop + 1] == "+" and not text[stop + 1 : stop + 2].isdigit():
        return Hedge(stop + 1, Qualifier.AT_LEAST)
    match = lexicon.hedge_after.match(text, stop, end) or lexicon.hedge_late.match(text, stop, end)
    if match is None:
        return Hedge(stop, None)
    said = " ".join(match.group().lower().replace("-", " ").split())
    for words, qualifier in sorted(lexicon.after_names.items(), key=lambda item: -len(item[0])):
        if said.endswith(words.replace("-", " ").strip()):
            if words in ("at least", "at most") and re.compile(r"\s+(?:[\d$€£]|one\b|two\b|some\b|a\s)").match(
                text, match.end(), end
            ):
                return Hedge(stop, None)  # it hedges the next number
            if words in ("plus", "minimum", "maximum", "odd") and text[stop : stop + 1] not in " -":
                return Hedge(stop, None)
            if words == "plus" and re.compile(r"\s+[\w$€£]").match(text, match.end()) and text[stop] != "-":
                return Hedge(stop, None)
            return Hedge(match.end(), qualifier)
    return Hedge(stop, None)
