"""Parts of a whole: "Of the 126 detained, 74 are citizens of Bangladesh and 31 Indonesians".

A number of which the text says only who they are counts what was done to the whole: it takes the act of the whole that
was told before it, and the nationality that its sentence names. A part is told of the same event as its whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from guvoh.assessment import groups, places, times
from guvoh.assessment.bounds import claim
from guvoh.assessment.corpus import Told
from guvoh.assessment.families import PEOPLE, act_family
from guvoh.assessment.groups import GroupRelation
from guvoh.assessment.phrases import phrases
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.times import TimeRelation
from guvoh.extraction.vocabulary.load import nationalities
from guvoh.model import Party

_POLICING = act_family("raid")
_REACH = 500  # characters from a whole to its parts
_NEAR = 12  # numbers of people among which the whole of a part is looked for
_SAID = 90  # characters after a number in which it is said who they are
_NAMED = re.compile(r"[A-Z][\w'-]+")


def with_wholes(statements: Sequence[Told]) -> list[Told]:
    """The statements of one document in their order; a part of which no act is said takes act and stage of its whole,
    and the nationality that its words name."""
    seen: dict[str, Told] = {}
    out = []
    for told in statements:
        found = _with_nationality(told)
        if not found.done and _is_breakdown(found) and (whole := _whole(found, seen)):
            count = found.statement.count
            said = replace(
                found.statement, act=whole.statement.act, stage=found.statement.stage or whole.statement.stage
            )
            said = replace(said, count=replace(count, of=count.of or whole.id) if count else None)
            found = replace(found, statement=said, family=whole.family)
        seen[found.id] = found
        out.append(found)
    return _with_acts_of_parts(out)


def _with_acts_of_parts(statements: Sequence[Told]) -> list[Told]:
    """The same; of "eight of the nine men who were detained" the act is that of the nine, and eight count nothing."""
    by_id = {told.id: told for told in statements}
    for told in statements:
        count, text = told.statement.count, told.entry.document.text
        whole = by_id.get(count.of or "") if count else None
        if count is None or whole is None or whole.statement.act or told.family != _POLICING:
            continue
        after = text[count.end : count.end + _SAID]
        if names_whole(text[count.start : count.end]) and phrases("counts", "who were held").match(after):
            said = replace(whole.statement, act=told.statement.act, stage=told.statement.stage)
            by_id |= {told.id: replace(told, unit=""), whole.id: replace(whole, statement=said, family=told.family)}
    return list(by_id.values())


def names_whole(words: str) -> bool:
    """Whether the words of a number name a whole that they are a part of: "eight of the nine men"."""
    return phrases("counts", "of all").match(words) is not None


def leaders(statements: Sequence[Told]) -> dict[str, str]:
    """For each part among statements in their order, the statement of its whole in the same document (ids)."""
    out: dict[str, str] = {}
    counted: dict[str, list[Told]] = defaultdict(list)
    by_id = {told.id: told for told in statements if told.statement.count}
    for told in sorted(statements, key=_as_written):
        count = told.statement.count
        if told.statement.act and count is not None and (told.unit == PEOPLE or count.of):
            wholes = counted[told.entry.key]
            named = by_id.get(count.of or "") if names_whole(count.words) else None
            near = [*wholes[-_NEAR:], *([named] if named else [])]
            whole = next((w for w in reversed(near) if _is_of(told, w)), None)
            if whole is not None:
                out[told.id] = whole.id
            wholes.append(told)
    return {part: _outermost(part, out) for part in out}


def _outermost(part: str, wholes: Mapping[str, str]) -> str:
    """The whole that is itself no part; a whole is larger than its parts, so this ends."""
    while part in wholes:
        part = wholes[part]
    return part


def _as_written(told: Told) -> tuple[str, int, int]:
    """Where its number stands: a whole comes before its parts, though one sentence tells all of them."""
    count = told.statement.count
    return told.entry.key, told.statement.start, count.start if count else told.statement.start


def _is_of(part: Told, whole: Told) -> bool:
    """Whether a part that a nationality, sex or age marks is told just after a larger whole without such a mark."""
    if whole.unit != PEOPLE or (whole.family, whole.stage) != (part.family, part.stage) or not whole.statement.act:
        return False
    if part.statement.start - whole.statement.end > _REACH or not _is_larger(whole, part):
        return False
    if part.statement.count and part.statement.count.of == whole.id:
        return True
    if not _is_marked_within(part, whole):
        return False
    is_said = part.statement.start < whole.statement.end or phrases("counts", "of those").search(part.statement.quote)
    return (
        bool(is_said)
        and not _is_elsewhere(part, whole)
        and times.relate(part.period, whole.period) is not TimeRelation.APART
    )


def _is_marked_within(part: Told, whole: Told) -> bool:
    """Whether the part is of a nationality, sex or age, and the whole of anyone or of more than that."""
    ours, theirs = part.statement.affected, whole.statement.affected
    if theirs is None:
        return any(groups.marks(ours))
    return groups.relate(ours, theirs) is GroupRelation.WITHIN


def _is_elsewhere(part: Told, whole: Told) -> bool:
    """Whether the places are apart; where the people of the part come from is no place."""
    place, party = part.statement.place, part.statement.affected
    is_home = place is not None and party is not None and place.country in party.nationality
    return not is_home and places.relate(place, whole.statement.place) is PlaceRelation.APART


def _is_larger(whole: Told, part: Told) -> bool:
    of, in_it = whole.statement.count, part.statement.count
    return (claim(of) or 0) > (claim(in_it) or 0) if of and in_it else False


def _is_breakdown(told: Told) -> bool:
    """Whether the text says of a number only who they are."""
    count, text = told.statement.count, told.entry.document.text
    if count is None or told.unit != PEOPLE:
        return False
    listed = phrases("counts", "in a list").search(text[max(0, count.start - _SAID) : count.start])
    if listed and phrases("counts", "from").match(text[count.end : count.end + 60]):
        return bool(_codes(text[count.end : count.end + 60]))
    if match := phrases("counts", "are from").match(text[count.end : count.end + _SAID]):
        return bool(match["people"]) or bool(
            _codes(text[count.end + match.start("land" if match["land"] else "name") :][:40])
        )
    return bool(phrases("counts", "among them").search(text[max(0, count.start - 30) : count.start]))


def _whole(told: Told, seen: Mapping[str, Told]) -> Told | None:
    """The whole that the text names, else the last larger number of people with an act."""
    count = told.statement.count
    if count is not None and count.of:
        named = seen.get(count.of)
        return named if named and named.statement.act else None
    near = (w for w in reversed(list(seen.values())) if told.statement.start - w.statement.end <= _REACH)
    near = (w for w in near if w.statement.act and w.asserts and w.unit == PEOPLE and _is_larger(w, told))
    return next((w for w in near if not (w.statement.count and w.statement.count.of in seen)), None)


def _with_nationality(told: Told) -> Told:
    """The statement with the nationality that follows its number, or that its source's name gives "its citizens"."""
    party, count = told.statement.affected, told.statement.count
    if count is None or told.unit != PEOPLE or (party is not None and party.nationality):
        return told
    found = tuple(_named(told))
    if not found:
        return told
    party = (
        replace(party, nationality=found) if party else Party(count.words, count.start, count.end, nationality=found)
    )
    return replace(told, statement=replace(told.statement, affected=party))


def _named(told: Told) -> Iterator[str]:
    count, text = told.statement.count, told.entry.document.text
    if count is None:
        return
    if phrases("counts", "own citizens").search(count.words):
        for link in told.statement.attribution[:1]:
            yield from _codes(link.name)[:1]
    elif phrases("counts", "from").match(text[count.end : count.end + 60]):
        yield from _codes(re.split(r"[.;,]|\band\b", text[count.end : count.end + 60])[0])[:1]
    elif match := phrases("counts", "are from").match(text[count.end : count.end + _SAID]):
        after = text[count.end + match.end() - 1 :][:60] if match["people"] else text[count.end :][: match.end() + 20]
        yield from _codes(re.split(r"[.;,]|\band\b", after)[0])[:1]


def _codes(words: str) -> list[str]:
    """The nationalities that words name."""
    table = _codes_by_word()
    return [code for word in _NAMED.findall(words) if (code := table.get(word))]


@cache
def _codes_by_word() -> dict[str, str]:
    """Country codes by the English names of countries and peoples."""
    table: dict[str, str] = {}
    for row in nationalities("en"):
        for word in (*row.adjectives, *row.countries, *row.nouns, *(f"{noun}s" for noun in row.nouns)):
            table.setdefault(word, row.code)
    return table
