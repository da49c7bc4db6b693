"""Words that make a Russian date one end of a stretch of time: с, после, до, не позднее."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from guvoh.extraction.dates.russian_tense import Verbs
from guvoh.extraction.timewords import calendar, either
from guvoh.model.statement import DateMention, Span

_COMPARED = re.compile(r"(?:годом|[а-я]+[её]м|[а-я]+том)$", re.IGNORECASE)  # "по сравнению с 2023 годом"

_LONGEST = 60  # letters of the words that set a bound


@cache
def _bounds() -> re.Pattern[str]:
    raw = calendar("ru").raw
    words = "|".join(rf"(?P<{name}>(?:{either(raw[name])}))" for name in ("since", "after", "until"))
    weekday = rf"(?:(?:{either(calendar('ru').weekdays)}),?\s+)?"
    return re.compile(rf"(?<!\w)(?:{words})\s+(?P<edge>(?:{either(raw['edges'])})\s+)?{weekday}$", re.IGNORECASE)


def bound_before(text: str, sentence: Span, verbs: Verbs, span: Span, *, day: bool) -> tuple[str, int]:
    """The bound ("since", "after", "until" or none) that words before a date set, and where it begins.

    "С" before the `day` of one thing done opens nothing: "закон вступит в силу с 1 октября".
    """
    begin = max(sentence[0], span[0] - _LONGEST)
    match = _bounds().search(text, begin, span[0])
    if match is None or _COMPARED.search(text[slice(*span)]):
        return "", span[0]
    if match["since"] and day and verbs.happens_once(span):
        return "", span[0]
    name = next(name for name in ("since", "after", "until") if match[name])
    return name, match.start()


def opened(text: str, sentence: Span, verbs: Verbs, mention: DateMention) -> DateMention:
    """A date told from the date published after "с" or "до": an open interval from or up to it."""
    day = len(mention.edtf) == len("2024-03-22")
    bound, begin = bound_before(text, sentence, verbs, (mention.start, mention.end), day=day)
    if not bound or "/" in mention.edtf or (bound == "after" and not day):
        return mention
    edtf = f"{mention.edtf}/.." if bound in ("since", "after") else f"../{mention.edtf}"
    return replace(mention, edtf=edtf, start=begin)
