"""Dates told from a happening that the text itself dates: "two days after the attack", "since the March attack"."""

from __future__ import annotations

import re
from functools import cache

from guvoh.extraction.dates.context import Anchor, unique_anchor
from guvoh.extraction.dates.partial import Partial
from guvoh.extraction.timewords import Calendar, calendar, either
from guvoh.model.statement import DateMention, Span

_I = re.IGNORECASE
_CLAUSE = 40  # characters from "three days after" to the verb that says what happened


def anchored(text: str, sentence: Span, anchors: list[Anchor], language: str = "en") -> list[tuple[DateMention, bool]]:
    """Mentions of a sentence that hang on an anchor, each with whether it holds no date word of its own.

    Nothing is known from outside the text: an event that the text does not date gives no mention.
    """
    if not anchors:
        return []
    words = calendar(language)
    counted, bare = _patterns(language)
    out: list[tuple[DateMention, bool]] = []
    told = (_counted(match, anchors, words) for match in counted.finditer(text, *sentence))
    out += [(made, False) for made in told if made is not None]
    for match in bare.finditer(text, *sentence):
        if not any(m.start < match.end() and match.start() < m.end for m, _ in out):
            made = _bare(match, anchors, words)
            if made is not None:
                out.append((made, match["m"] is None))
    return out


_OF_ATTACK = re.compile(r"\b(?:killed|attacked|stormed|shot|bombed|opened\s+fire|gunned\s+down)\b", _I)


def stepped(text: str, sentence: Span, end: int, day: Partial, language: str = "en") -> Anchor | None:
    """The attack that a day is told from: "on March 25, three days after gunmen killed …"; None for other events."""
    told = told_by_step(text, sentence, end, day, language)
    if told is None or (of_attack := _OF_ATTACK.search(text, told.end, sentence[1])) is None:
        return None
    then = Partial(*(int(part) for part in told.edtf.split("-")))
    return Anchor("attack", then, "inferred", told.start) if of_attack.start() - told.end < _CLAUSE else None


def told_by_step(text: str, sentence: Span, end: int, day: Partial, language: str = "en") -> DateMention | None:
    """The day of what another day is told from: of "on 25 March, three days after …" the words "three days after"."""
    match = _step_pattern(language).match(text, end, sentence[1])
    if match is None or day.year is None or day.day is None:
        return None
    raw = match["n"].lower()
    count = int(raw) if raw.isdigit() else calendar(language).numbers.get(raw, 1)
    then = day.shifted(count if match["w"].lower() == "before" else -count)
    why = f"told from {day.edtf()}"
    return DateMention(then.edtf(), "inferred", match.start("n"), match.end(), why) if then is not None else None


@cache
def _step_pattern(language: str) -> re.Pattern[str]:
    number = rf"(?P<n>a|the|{either(calendar(language).numbers)}|\d{{1,2}})"
    return re.compile(rf",?\s+(?:just|only)?\s*{number}\s+days?\s+(?P<w>after|before)\b", _I)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = calendar(language)
    number = rf"(?P<n>{either(words.numbers)}|\d{{1,3}})"
    noun = rf"(?P<noun>{either(words.events)})\b"
    stops = r"(?:the|a|an|in|on|at|by|of|and|that|after|before|as|when|during|since|following|was|were|had|has)\b"
    modifiers = rf"(?:(?!{stops}|(?i:{words.month_pattern})\b)[\w'’-]+\s+){{0,3}}"
    month = rf"(?:(?P<m>{words.month_pattern})\s+(?P<day>\d{{1,2}}\s+)?)?"
    counted = re.compile(
        rf"\b(?P<lead>(?:(?i:in|within|over|during|for)\s+)?)(?i:(?:just|only|the|the\s+first|the\s+next)\s+)*{number}\s+(?P<u>day|week|month)s?\s+"
        rf"(?P<w>(?i:after|following|since|before))\s+(?:the|that|this|a|an)\s+{month}{modifiers}{noun}"
        rf"|\b(?P<span>(?i:(?:in|over|during)\s+the\s+(?P<u3>day|week)\s+(?:since|after|following)))\s+(?:the|that|this)\s+"
        rf"(?P<m3>{words.month_pattern}\s+)?{modifiers}(?P<noun3>{either(words.events)})\b"
        rf"|\b(?P<w2>(?i:the\s+(?:day|morning|night)\s+(?:after|before)))\s+(?:the|that|this)\s+(?P<m2>{words.month_pattern}\s+)?{modifiers}(?P<noun2>{either(words.events)})\b"
    )
    bare = re.compile(
        rf"\b(?P<w>(?i:since|before|after|following|until|prior\s+to))\s+(?:the|that|this)\s+{month}{modifiers}{noun}"
    )
    return counted, bare


def _anchor(match: re.Match[str], anchors: list[Anchor], words: Calendar, suffix: str = "") -> Anchor | None:
    raw = match["m" + suffix]
    month = words.months[raw.strip().lower()] if raw else None
    return unique_anchor(anchors, match["noun" + suffix], month, words)


def _counted(match: re.Match[str], anchors: list[Anchor], words: Calendar) -> DateMention | None:
    if match["span"]:
        anchor = _anchor(match, anchors, words, "3")
        last = _shift(anchor, 7 if match["u3"].lower() == "week" else 1) if anchor else None
        return _mention(match, anchor, f"{anchor.when.edtf()}/{last}") if anchor and last else None
    if match["w2"]:
        anchor = _anchor(match, anchors, words, "2")
        step = -1 if "before" in match["w2"].lower() else 1
        return _mention(match, anchor, _shift(anchor, step)) if anchor else None
    anchor = _anchor(match, anchors, words)
    raw = match["n"].lower()
    count = int(raw) if raw.isdigit() else words.numbers.get(" ".join(raw.split()), 0)
    if anchor is None or not 0 < count < 400:
        return None
    days = count * {"day": 1, "week": 7, "month": 0}[match["u"]]
    sign = -1 if match["w"].lower() == "before" else 1
    if match["lead"]:
        other = _shift(anchor, sign * days) if days else None
        ends = (anchor.when.edtf(), other) if sign > 0 else (other, anchor.when.edtf())
        return _mention(match, anchor, f"{ends[0]}/{ends[1]}") if other else None
    if match["u"] != "day" or match["w"].lower() == "since":
        return None  # "two weeks after" is no day
    return _mention(match, anchor, _shift(anchor, sign * days))


def _shift(anchor: Anchor, days: int) -> str | None:
    moved = anchor.when.shifted(days)
    return moved.edtf() if moved else None


def _bare(match: re.Match[str], anchors: list[Anchor], words: Calendar) -> DateMention | None:
    anchor = _anchor(match, anchors, words)
    if anchor is None or match["day"]:
        return None
    when = anchor.when.edtf()
    word = match["w"].lower()
    edtf = f"{when}/.." if word in ("since", "after", "following") else f"../{when}"
    return _mention(match, anchor, edtf)


def _mention(match: re.Match[str], anchor: Anchor | None, edtf: str | None) -> DateMention | None:
    if anchor is None or edtf is None:
        return None
    why = f"the text dates the {anchor.noun}: {anchor.when.edtf()}"
    basis = anchor.basis
    return DateMention(edtf, basis, match.start(), match.end(), why)
