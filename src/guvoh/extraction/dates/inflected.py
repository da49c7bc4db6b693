"""Finds the dates of an annotated Russian text and settles their years by what the text itself says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from guvoh.extraction.annotate.tokens import Annotated, Sentence
from guvoh.extraction.dates.context import named_years, reference
from guvoh.extraction.dates.russian_relative import Found, pointing
from guvoh.extraction.dates.russian_written import written
from guvoh.extraction.dates.settling import Settled, Settler, with_known_years
from guvoh.extraction.timewords import calendar, either
from guvoh.model.edtf import is_edtf
from guvoh.model.statement import DateMention, Span

_COMPARED = re.compile(r"(?:годом|[а-я]+[её]м|[а-я]+том)$", re.IGNORECASE)  # "по сравнению с 2023 годом"


def find_dates(text: Annotated, published: str | None) -> list[DateMention]:
    """Every date that a Russian text names, in text order, without overlaps.

    A year comes from the text, else from a date beside it, else from the date published (EDTF) by the tense of the
    nearest verb, else it stays `XXXX`; never from the clock. Words of time are data (dates/data/ru.toml).
    """
    ref = reference(published)
    spans = {(s.start, s.end): s for s in text.sentences}

    def tense(sentence: Span, span: Span) -> str | None:
        return _tense(text, spans[sentence], span)

    settler = Settler(text.text, "ru", ref, named_years(text.text, list(spans)), tense)
    kept: dict[Span, list[Settled]] = {}
    before: list[Settled] = []
    for span in spans:
        kept[span] = _written(text.text, span, settler, before)
        before = kept[span] or before[-1:]
    out: list[DateMention] = []
    for span, found in with_known_years(kept).items():
        mine = [s.mention for s in found]
        for told in pointing(text.text, span, ref, tense) if ref is not None else ():
            mention = _opened(text.text, span, DateMention(told[2], "published", told[0], told[1], told[3]))
            taken = any(mention.start < m.end and m.start < mention.end for m in mine)
            if not taken and not _of_event(text, spans[span], told):
                mine.append(mention)
        out += sorted(mine, key=lambda m: m.start)
    return [mention for mention in out if is_edtf(mention.edtf)]


def _written(text: str, span: Span, settler: Settler, before: list[Settled]) -> list[Settled]:
    out: list[Settled] = []
    raws = written(text, *span)
    for i, raw in enumerate(raws):
        bound, start = _bound(text, span, raw.start, raw.end)
        bounded = replace(raw, bound=bound) if raw.last is None or raw.note else raw
        settled = settler.settle(bounded, span, raws[i + 1 :], out or before)
        if settled is not None:
            out.append(_widened(settled, start) if bounded.bound else settled)
    return out


def _widened(settled: Settled, start: int) -> Settled:
    """The mention with its word of bound; an open interval keeps one end of a season."""
    mention = settled.mention
    parts = [part for part in mention.edtf.split("/") if part != ".."]
    opens = settled.raw.bound in ("since", "after")
    edtf = f"{parts[0]}/.." if opens else f"../{parts[-1]}"
    return replace(settled, mention=replace(mention, edtf=edtf, start=start))


@cache
def _bounds() -> re.Pattern[str]:
    raw = calendar("ru").raw
    words = "|".join(rf"(?P<{name}>(?:{either(raw[name])}))" for name in ("since", "after", "until"))
    weekday = rf"(?:(?:{either(calendar('ru').weekdays)}),?\s+)?"
    return re.compile(rf"(?<!\w)(?:{words})\s+(?:(?:{either(raw['edges'])})\s+)?{weekday}$", re.IGNORECASE)


def _bound(text: str, span: Span, start: int, end: int) -> tuple[str, int]:
    """The bound that words before a date set ("since", "after", "until" or none), and where it begins."""
    match = _bounds().search(text[span[0] : start])
    if match is None or _COMPARED.search(text[start:end]):
        return "", start
    return match.lastgroup or "", span[0] + match.start()


def _opened(text: str, span: Span, mention: DateMention) -> DateMention:
    """A date told from the date published after "с" or "до": an open interval from or up to it."""
    bound, begin = _bound(text, span, mention.start, mention.end)
    if not bound or "/" in mention.edtf:
        return mention
    edtf = f"{mention.edtf}/.." if bound in ("since", "after") else f"../{mention.edtf}"
    return replace(mention, edtf=edtf, start=begin)


def _of_event(text: Annotated, sentence: Sentence, told: Found) -> bool:
    """Whether a word tells of the eve of something rather than of yesterday: "накануне выборов"."""
    if text.text[told[0] : told[1]].lower() not in calendar("ru").raw["of_event"]:
        return False
    after = next((t for t in text.of(sentence) if t.start > told[1]), None)
    return after is not None and after.start == told[1] + 1 and "Case=Gen" in after.morph


def _tense(text: Annotated, sentence: Sentence, span: Span) -> str | None:
    """ "past" or "future" by the verb nearest to a date in its sentence; None without one."""
    told = sorted((_gap(at, span), tense) for at, tense in _tenses(text, sentence))
    return told[0][1] if told else None


def _gap(at: Span, span: Span) -> int:
    return max(at[0] - span[1], span[0] - at[1], 0)


def _tenses(text: Annotated, sentence: Sentence) -> Iterator[tuple[Span, str]]:
    ahead = calendar("ru").raw["ahead"]
    for token in text.of(sentence):
        if token.lemma in ahead and "Tense=Past" not in token.morph:
            yield (token.start, token.end), "future"
        elif "Tense=Past" in token.morph and ("VerbForm=Fin" in token.morph or token.tag.startswith("PRTS")):
            yield (token.start, token.end), "past"
        elif "Tense=Fut" in token.morph or token.lower in ("будет", "будут"):
            yield (token.start, token.end), "future"
