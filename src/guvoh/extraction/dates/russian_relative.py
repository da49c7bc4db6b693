"""Russian words that point from the date published: вчера, в пятницу, на прошлой неделе, неделю назад, за три года."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from guvoh.extraction.dates.context import Reference
from guvoh.extraction.dates.partial import months_back
from guvoh.extraction.dates.relative import counted_back, nearest_weekday, span_back, told_back, week_of, weekend_of
from guvoh.extraction.dates.rule import BACK, BESIDE
from guvoh.extraction.dates.russian_rule import step_of, year_words
from guvoh.extraction.dates.settling import Tense
from guvoh.extraction.timewords import calendar, either
from guvoh.model.statement import Span

Found = tuple[int, int, str, str]  # start, end, EDTF, why
Build = Callable[[re.Match[str], Reference, str | None], str | None]
UNSAID = "a week or month up to the date published, no other date beside it"
_STEPS = {"last": -1, "this": 0, "next": 1, "": 0}
_I = re.IGNORECASE


def pointing(text: str, sentence: Span, ref: Reference, tense: Tense) -> list[Found]:
    """Dates of a sentence told from the date published, as EDTF with the reason; nothing for loose words."""
    out: list[Found] = []
    for pattern, build, why in _rules():
        for match in pattern.finditer(text, *sentence):
            if any(match.start() < b and a < match.end() for a, b, _, _ in out):
                continue
            edtf = build(match, ref, tense(sentence, match.span()))
            if edtf is not None:
                begin = match.start("at") if match.groupdict().get("at") is not None else match.start()
                out.append((begin, match.end(), edtf, why))
    return sorted(out)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Build, str], ...]:
    return tuple((re.compile(pattern, _I), build, why) for pattern, build, why in (*_counted(), *_named(), *_days()))


def _counted() -> Iterator[tuple[str, Build, str]]:
    words = calendar("ru")
    spans = words.raw["spans"]
    unit = rf"(?P<u>{either(words.raw['units'])})\b"
    number = rf"(?P<n>{either(words.numbers)}|\d{{1,3}})"
    recent = rf"(?:{either(words.raw['recent'])})\w*"
    half = rf"(?P<half>{either(spans['half_year'])})"
    ago = rf"(?:{either(spans['ago'])})\b"
    yield rf"\b(?:{either(spans['leads'])})\s+{recent}\s+(?:{number}\s+)?{unit}", _span, BACK
    yield rf"\b(?:{either(spans['leads'])})\s+{recent}\s+{half}\b", _half_year, BACK
    yield rf"\b{recent}\s+{number}\s+{unit}", _span, BACK
    yield rf"\b(?:{number}\s+)?{unit}\s+{ago}", _ago, BACK
    beside = either(spans["not_before"])
    yield (
        rf"\b(?:{either(spans['within'])})\s+(?P<u>{either(spans['single'])})\b(?!\s+(?:{beside}))",
        _past_span,
        UNSAID,
    )
    yield rf"\b{half}\s+{ago}", _ago, BACK


def _past_span(match: re.Match[str], ref: Reference, tense: str | None) -> str | None:
    """ "За неделю задержали 200 человек": the week behind, where something was done in it."""
    return span_back(ref, 1, _unit_of(match)) if ref.day is not None and tense == "past" else None


def _unit_of(match: re.Match[str]) -> str:
    return str(calendar("ru").raw["units"][match["u"].lower()])


def _number(match: re.Match[str]) -> int:
    told = (match["n"] or "1").lower()
    return int(told) if told.isdigit() else int(calendar("ru").numbers[told])


def _span(match: re.Match[str], ref: Reference, _: str | None) -> str | None:
    several = match["n"] is None and match["u"].lower() in calendar("ru").raw["spans"]["several"]
    return None if several else span_back(ref, _number(match), _unit_of(match))


def _half_year(_: re.Match[str], ref: Reference, __: str | None) -> str | None:
    return span_back(ref, 6, "month")


def _ago(match: re.Match[str], ref: Reference, _: str | None) -> str | None:
    half = match.groupdict().get("half") is not None
    return told_back(ref, 6, "month") if half else told_back(ref, _number(match), _unit_of(match))


def _named() -> Iterator[tuple[str, Build, str]]:
    step = rf"(?:{year_words()})"
    yield (
        rf"\b(?:с|со)\s+(?:самого\s+)?начала\s+(?:{step}\s+)?(?P<u>года|месяца|недели)\b",
        _since_start,
        "the year, month or week of the date published",
    )
    yield rf"\b(?:(?:в|на|за)\s+)?(?P<at>){step}\s+(?P<u>недел\w+|месяц\w*|год\w*)\b(?!\s+назад)", _unit, BESIDE
    yield rf"\b(?:в|на|за)\s+(?P<at>)(?:{step}\s+)?выходны[ех]\b", _weekend, BESIDE


def _since_start(match: re.Match[str], ref: Reference, _: str | None) -> str | None:
    step, unit = _STEPS[step_of(match)], _unit_of(match)
    if unit == "year":
        return f"{(ref.year or 0) + step:04d}-01-01/.." if ref.year else None
    if unit == "month":
        return f"{months_back(ref.latest, -step):%Y-%m}-01/.." if ref.latest else None
    return f"{week_of(counted_back(ref.day, -step, 'week')).partition('/')[0]}/.." if ref.day else None


def _unit(match: re.Match[str], ref: Reference, _: str | None) -> str | None:
    step, unit = _STEPS[step_of(match)], match["u"].lower()
    if unit.startswith("год"):
        return f"{(ref.year or 0) + step:04d}" if ref.year else None
    if unit.startswith("месяц"):
        return f"{months_back(ref.latest, -step):%Y-%m}" if ref.latest else None
    return week_of(counted_back(ref.day, -step, "week")) if ref.day else None


def _weekend(match: re.Match[str], ref: Reference, tense: str | None) -> str | None:
    if ref.day is None:
        return None
    step = step_of(match)
    return weekend_of(ref.day, last=step == "last", next_one=step == "next", ahead=not step and tense == "future")


def _days() -> Iterator[tuple[str, Build, str]]:
    words = calendar("ru")
    yield rf"(?<!\w)(?<!на\s)(?P<w>{either(words.raw['near'])})(?!\w)", _near, BESIDE
    yield r"(?<!\w)(?P<w>вчера|сегодня|завтра)шн(?:ий|его|ем|яя|ей|юю)(?!\w)(?!\s+(?:день|дня|дню))", _near, BESIDE
    day = either(words.weekdays)
    before = r"(?:в|во|на|с|со|до|к|после|утр\w+|вечер\w*|днём|днем|ноч\w+)"
    night = rf"\b(?P<at>)с\s+(?:{day})\s+на\s+(?P<d>{day})(?!\w)"
    yield night, _night_to, f"a night {BESIDE}"
    lead = rf"(?:{before}\s+(?P<at>)(?:{year_words()})?\s*)"
    yield rf"(?<!по\s)\b{lead}(?P<d>{day})(?![\w-])(?!,?\s+\d{{1,2}}\s+[а-я])", _weekday, f"weekday {BESIDE}"


def _near(match: re.Match[str], ref: Reference, tense: str | None) -> str | None:
    raw = calendar("ru").raw
    word = " ".join(match["w"].lower().split())
    quoted = match.string.rfind("«", 0, match.start()) > match.string.rfind("»", 0, match.start())
    if ref.day is None or (word in raw["nowadays"] and tense is None) or (raw["near"][word] > 0 and quoted):
        return None
    return counted_back(ref.day, -raw["near"][word], "day").isoformat()


def _night_to(match: re.Match[str], ref: Reference, _: str | None) -> str | None:
    """ "В ночь с пятницы на субботу": the two days that the last such night joins."""
    if ref.day is None:
        return None
    morning = nearest_weekday(ref.day, calendar("ru").weekdays[match["d"].lower()], ahead=False, beyond=False)
    return f"{counted_back(morning, 1, 'day')}/{morning}"


def _weekday(match: re.Match[str], ref: Reference, tense: str | None) -> str | None:
    if ref.day is None:
        return None
    step, number = step_of(match), calendar("ru").weekdays[match["d"].lower()]
    ahead = step == "next" or (step != "last" and tense == "future")
    return nearest_weekday(ref.day, number, ahead=ahead, beyond=step in ("last", "next")).isoformat()
