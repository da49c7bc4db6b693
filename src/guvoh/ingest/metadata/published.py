"""The date published from by-lines, rubrics, titles and datelines that hold one full date beside other words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from guvoh.ingest.metadata.dates import days_in, month_line

_LONGEST, _MOST_WORDS = 160, 16
_SENTENCE = re.compile(r"[^\W\d_]{4,}[.!?](?:\s|$)|[!?;]")
_WORD = re.compile(r"[^\W_][^\s,|/]*")
_NAMED = r"(?:(?!(?:In|On|At|By|From|Since)\b)[^\W\d_a-zа-яё][\w.’'/-]*)"
_PLACE = rf"{_NAMED}(?:[ -](?:(?:de|la|el|al|na|on|upon|of)[ -])*{_NAMED}){{0,3}}"
_BEFORE = re.compile(rf"\(?{_PLACE}(?:, {_PLACE}){{0,2}}(?:[,.]| (?:--|[–—-])| ?[(/[][^()/[\]]{{2,30}}[])/],?)? ?\(?")
_AFTER = re.compile(
    r"\)?[.,]?(?:(?: ?[(/][^()/]{2,40}[)/]\.?| [A-ZА-Я][A-ZА-Я.]+(?: [A-ZА-Я.]+){0,2}\.?|, [A-ZА-Я][\w. -]{1,30}?)?"
    r" ?(?:--|[-–—:])| ?/[A-ZА-Я][^()/]{1,40}/\.?)\s"
)
_DATELINE = 140  # characters of a paragraph within which its dateline ends
_MOST_IN_NAME = 5  # words of an outlet's name
_MOST_PARTS = 3  # sentences of a line of credits
_PART_ENDS = re.compile(r"(?:(?<=[^\W\d_]{2}[.!?])|(?<=\d{4}\.)|(?<=[»)]\.))\s+(?=[^\W\d_a-zа-яё]|\d{1,2}\s[а-я])")
_QUOTED = re.compile(r"«[^«»\n]{1,60}»")  # a name, whatever its words: программа «Вечерний разговор»
_POSTED_ABROAD = re.compile(
    r"^((?:Permanent )?(?:Embassy|Consulate(?: General)?|Mission|Office|Bureau|Delegation)\b[^,]*?) in "
    r"(?=(?:the )?[A-Z])"
)
_CAPITALS = re.compile(r"[A-ZА-ЯЁ][A-ZА-ЯЁ .'’-]{2,}(?:,|\s\()")


@cache
def _words(name: str) -> re.Pattern[str]:
    raw = tomllib.loads((files("guvoh.ingest.metadata") / "rubrics.toml").read_text(encoding="utf-8"))
    either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(raw[name], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def credit_day(line: str) -> str | None:
    """The day (EDTF) of a short line that holds one full date beside a by-line, place, name or rubric.

    "Posted by Aida in News on 3 May 2021", "Embassy of X, Osh, 3 May 2021", "Press statement, 3 May 2021" give it; a
    sentence, a caption and a line that only tells of a change give none. Of "… 3 May 2021, updated 4 May 2021"
    the first counts; of a line of two or three sentences, the one that holds the date.
    """
    parts = _PART_ENDS.split(line.strip())
    if 1 < len(parts) <= _MOST_PARTS and len(line) <= 2 * _LONGEST and not _words("never").search(line):
        return next((day for part in parts if (day := _credited(part.rstrip(".")))), None)
    return _credited(line)


def named_publisher(line: str) -> str | None:
    """The outlet of a line that is its name and one full date ("Volga Wire, 14 May 2024"), None for any other line."""
    days = _days(line.strip())
    if len(days) != 1 or days[0][1] != len(line.strip()) or _credited(line) is None:
        return None
    name, comma, rest = line.strip()[: days[0][0]].rstrip().rpartition(",")
    words = name.split()
    if not comma or rest or not 1 < len(words) <= _MOST_IN_NAME or not all(word[:1].isupper() for word in words):
        return None
    is_heading = _words("headings").match(name) or _words("labels").match(name)
    return name if _words("outlets").fullmatch(words[-1]) and not is_heading and "," not in name else None


def is_capital_dateline(line: str) -> bool:
    """Whether a line is an agency's dateline, town in capitals and day ("OSH, Kyrgyzstan, May 3, 2021 (AFP)")."""
    return _CAPITALS.match(line) is not None and _credited(line) is not None


def _credited(line: str) -> str | None:
    days = _days(line)
    if not days:
        return None
    start, end, day = days[0]
    before, after = line[:start], line[end : days[1][0] if len(days) > 1 else len(line)]
    if _words("updated").search(before) or (len(days) > 1 and not _words("updated").search(after)):
        return None
    after = _words("updated").split(after)[0]
    return day if _fits(before) and _fits(after) else None


def updated_day(line: str) -> str | None:
    """The day (EDTF) of a line that tells only when the page was changed ("Last updated: 3 May 2021")."""
    days = _days(line)
    if len(days) != 1:
        return None
    before = line[: days[0][0]].strip(" :,–-|")
    return days[0][2] if re.fullmatch(rf"{_words('updated').pattern}(?:\s+(?:on|at))?", before, re.IGNORECASE) else None


def titled_day(title: str) -> str | None:
    """The day (EDTF) that closes a title which names a kind of publication ("Transcript: Evening News, 3 May 2021")."""
    days = _days(title)
    if len(days) != 1 or title[days[0][1] :].strip(" )]") or not re.search(r"[,|:–—(-]\s*$", title[: days[0][0]]):
        return None
    return days[0][2] if _words("rubrics").match(title) else None


def credit_month(line: str) -> str | None:
    """The month (EDTF) of a line that is a month and its year, alone or by a rubric ("Briefing | June 2023")."""
    if len(line) > _LONGEST or _SENTENCE.search(line):
        return None
    parts = [part.strip() for part in re.split(r"\s*[|•·,–—:]\s*", line)]
    months = [month for part in parts if (month := month_line(part))]
    rest = [part for part in parts if part and not month_line(part)]
    return months[0] if len(months) == 1 and all(_words("rubrics").search(part) for part in rest) else None


def dateline_day(paragraph: str) -> str | None:
    """The day (EDTF) of the dateline that opens a paragraph ("TRIPOLI, Oct 9, 2021 – …", "(Osh, 3 May 2021) – …")."""
    head = paragraph[:_DATELINE]
    for start, end, day in days_in(head)[:1]:
        closing = _AFTER.match(head, end)
        opened = start == 0 or _BEFORE.fullmatch(head, 0, start)
        if opened and closing and not _words("updated").search(head[:start]):
            return day
    return None


def _days(line: str) -> list[tuple[int, int, str]]:
    if len(line) > _LONGEST or len(line.split()) > _MOST_WORDS or _words("never").search(line):
        return []
    days = days_in(line)
    rest = line
    for start, end, _ in reversed(days):
        rest = f"{rest[:start]} {rest[end:]}"
    return [] if _SENTENCE.search(rest.strip()) else days


def _fits(text: str) -> bool:
    """Whether what stands before or after the date is a label, a rubric, a name or a place, not part of a sentence."""
    text = text.strip(" :,–—-|•·()[]/")
    if not text or _words("labels").match(text):
        return True
    text = _QUOTED.sub("X", text)
    plain = _words("joiners").sub(" ", _words("rubrics").sub(" ", text))
    if _words("bodies").match(text):
        plain = _words("of_bodies").sub(" ", plain)
    text = _POSTED_ABROAD.sub(r"\1, ", text)  # "Embassy of X in Y" names a body, "Protest in Y" is a headline
    named = all(word[:1].isupper() or word[:1].isdigit() for word in _WORD.findall(plain))
    return named and not re.search(r"\s(?:in|on)\s", f" {text.casefold()} ")
