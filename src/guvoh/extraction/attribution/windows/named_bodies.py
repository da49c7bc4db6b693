"""Bodies that a Russian text names: known ones in every case, names in quotation marks, Latin names of outlets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.lexicon import Organisation, first_word, organisations
from guvoh.extraction.attribution.windows.latin_names import initials_behind, latin_runs
from guvoh.extraction.attribution.windows.lexicon import fixed_names, only_in_marks
from guvoh.extraction.attribution.windows.readings import CASES, NOM, Reading, readings, shaped, to_nominative
from guvoh.model import SourceKind

_QUOTED = re.compile(r"[«„“\"](?P<name>[^\W_][^«»„“”\"\n.!?]{0,48}?|[^\W_][^«»„“”\"\s]{0,30})[»“”\"]")
_LATIN = re.compile(
    r"(?<![\w.@/])(?:[A-Za-z0-9А-ЯЁ][\w-]*\.(?:[A-Za-z]{2,6}|ру|Ру|инфо|нет|уз|кг)|[A-Z][a-z]+[A-Z][A-Za-z]+|[A-Z][A-Za-z-]{2,})(?!\w)"
)
_WORDS = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_OPENS = re.compile(r"(?<![\w-])\w+")
_GOES_ON = re.compile(r"[\w-]")
_OPEN, _CLOSE = '«„“"', '»“”"'
_NAME_WORDS = 5


@dataclass(frozen=True, slots=True)
class Body:
    """A body named in the text: tokens `first` to `last`, its name in the nominative, kind, and possible cases.

    `listed` tells that the vocabulary knows it; `quoted` that it stands in quotation marks.
    """

    first: int
    last: int
    name: str
    kind: SourceKind | None
    cases: frozenset[str]
    listed: bool
    quoted: bool


def named_bodies(annotated: Annotated) -> Mapping[int, Body]:
    """The bodies that a text names, by their first token; of names one inside another the longer."""
    starts = {t.start: t.i for t in annotated.tokens}
    ends = {t.end: t.i for t in annotated.tokens}
    found: dict[int, Body] = {}
    taken: set[int] = set()
    candidates = [*_known(annotated.text), *_in_marks(annotated.text), *_latin(annotated.text)]
    called: dict[str, Body] = {}
    for start, end, body in candidates:
        short = initials_behind(annotated.text, end)
        first, last = starts.get(start), ends.get(short[1] if short is not None else end)
        if first is None or last is None or not taken.isdisjoint(range(first, last + 1)):
            continue
        taken.update(range(first, last + 1))
        found[first] = replace(body, first=first, last=last)
        if short is not None and short[0] != body.name:
            called.setdefault(short[0], body)
    return found | _by_initials(annotated, called, found, taken)


def _by_initials(
    annotated: Annotated, called: Mapping[str, Body], found: Mapping[int, Body], taken: AbstractSet[int]
) -> dict[int, Body]:
    """The bodies meant where initials stand that the text introduces behind a name."""
    alone = {i for i, body in found.items() if body.first == body.last and not body.listed}
    places = (t for t in annotated.tokens if t.text in called and (t.i in alone or t.i not in taken))
    return {t.i: replace(called[t.text], first=t.i, last=t.i, cases=CASES) for t in places}


def names_in(line: str) -> list[str]:
    """The bodies that a line of no sentence names in quotation marks or that the vocabulary lists, in text order."""
    return [body.name for _, _, body in sorted((*_known(line), *_in_marks(line)), key=lambda row: row[:2])]


@dataclass(frozen=True, slots=True)
class _Form:
    """A name of the vocabulary in one form, the body that it names, and its possible cases.

    `common` tells that the words mean other things, too, and name the body in quotation marks only.
    """

    words: str
    body: Organisation
    cases: frozenset[str]
    common: bool


@cache
def _forms() -> Mapping[str, tuple[_Form, ...]]:
    """The forms of all names by their first word, the longest first."""
    table: dict[str, _Form] = {}
    for alias, body in organisations("ru").by_alias.items():
        same_script = alias.isascii() == body.name.isascii()
        shown = body if same_script else replace(body, name=alias)  # as the text names it
        common = alias.casefold() in only_in_marks()
        for form, cases in _in_cases(alias).items():
            known = table.setdefault(form, _Form(form, shown, frozenset(cases), common))
            if known.body.name == shown.name:
                table[form] = replace(known, cases=known.cases | cases)
    first: dict[str, list[_Form]] = {}
    for known in table.values():
        first.setdefault(first_word(known.words), []).append(known)
    return {word: tuple(sorted(forms, key=lambda f: -len(f.words))) for word, forms in first.items()}


def _known(text: str) -> list[tuple[int, int, Body]]:
    out: list[tuple[int, int, Body]] = []
    behind = 0
    for match in _OPENS.finditer(text):
        at = match.start()
        found = _form_at(text, at, match.group()) if at >= behind else None
        if found is None:
            continue
        behind = at + len(found.words)
        marked = text[at - 1 : at] in _OPEN and text[behind : behind + 1] in _CLOSE and at > 0 and behind < len(text)
        body = found.body
        if marked or not found.common:
            named = Body(0, 0, body.name, body.kind, found.cases, listed=True, quoted=marked)
            out.append((at - marked, behind + marked, named))
    return out


def _form_at(text: str, at: int, word: str) -> _Form | None:
    """The longest form of a listed name that stands at an offset, where `word` begins."""
    forms = (form for form in _forms().get(word, ()) if text.startswith(form.words, at))
    return next((form for form in forms if not _GOES_ON.match(text, at + len(form.words))), None)


def _in_marks(text: str) -> list[tuple[int, int, Body]]:
    out = []
    for match in _QUOTED.finditer(text):
        name = match["name"]
        words = _WORDS.findall(name)
        if not words or len(words) > _NAME_WORDS or not (name[0].isupper() or name[0].isdigit()) or name[-1] in ",;:–—":
            continue
        case, nominative = _case_of(name)
        out.append((match.start(), match.end(), Body(0, 0, nominative, None, case, listed=False, quoted=True)))
    return out


def _latin(text: str) -> list[tuple[int, int, Body]]:
    runs = [
        (start, end, Body(0, 0, text[start:end], kind, CASES, listed=False, quoted=False))
        for start, end, kind in latin_runs(text)
    ]
    return runs + [
        (m.start(), m.end(), Body(0, 0, m.group(), SourceKind.OUTLET, CASES, listed=False, quoted=False))
        for m in _LATIN.finditer(text)
        if not m.group().isdigit()
    ]


def _case_of(name: str) -> tuple[frozenset[str], str]:
    """The cases in which a name in marks may stand, and its nominative: «Верхневолжскому листку» is a dative."""
    words = _WORDS.findall(name)
    cyrillic = [w for w in words if not w.isascii()]
    if not cyrillic:
        return CASES, name
    shared = frozenset(CASES)
    for word in cyrillic[:2]:
        shared &= frozenset(r.case for r in readings(word) if r.case and r.number == "s") or CASES
    for case in sorted(shared, key=lambda c: (c != NOM, c)):
        if case == NOM:
            return (shared | CASES if _stays(cyrillic[-1]) else shared), name
        made = nominative_of(name, case)
        if made is not None:
            return shared, made
    return CASES, name


def _stays(word: str) -> bool:
    return all(r.fixed for r in readings(word))


def nominative_of(name: str, case: str) -> str | None:
    """The words of a name, its adjectives and first noun in a case, in the nominative; None where they cannot be."""
    out, at, done = [], 0, False
    gender = _gender(name, case)
    for match in _WORDS.finditer(name):
        word = match.group()
        out.append(name[at : match.start()])
        at = match.end()
        reading = None if done or word.isascii() else _of_case(word, case)
        made = to_nominative(reading, gender) if reading is not None else None
        if reading is None or made is None:
            if not done and not out[0] and len(out) == 1:
                return None
            done = True
            out.append(word)
            continue
        done = reading.pos == "NOUN"
        out.append(shaped(made, word))
    return "".join(out) + name[at:]


def _gender(name: str, case: str) -> str:
    """The gender of a name's first noun, which its adjectives share: «Городском собрании»; "" where none is told."""
    found = (_of_case(word, case) for word in _WORDS.findall(name) if not word.isascii())
    return next((r.gender for r in found if r is not None and r.pos == "NOUN"), "")


def _of_case(word: str, case: str) -> Reading | None:
    return next((r for r in readings(word) if r.case == case and r.pos in ("NOUN", "ADJF", "PRTF", "NUMR")), None)


def _in_cases(name: str) -> Mapping[str, AbstractSet[str]]:
    """The cases that each form of a name of the vocabulary stands for."""
    if name.isascii() or name.isupper() or name in fixed_names():
        return {name: CASES}
    forms: dict[str, set[str]] = {}
    for case in CASES:
        forms.setdefault(inflected(name, case), set()).add(case)
    return forms


def inflected(name: str, case: str) -> str:
    """A name of the vocabulary in a case: its adjectives and first noun change, what follows stays."""
    out, at, done = [], 0, name in fixed_names()
    for match in _WORDS.finditer(name):
        word = match.group()
        out.append(name[at : match.start()])
        at = match.end()
        reading = None if done or word.isascii() else _of_case(word, NOM)
        made = reading.parse.inflect({case}) if reading is not None and not reading.fixed else None
        if reading is None or reading.pos == "NOUN" or word.isupper():
            done = True
        out.append(shaped(str(made.word), word) if made is not None and not _capitals(word) else word)
    return "".join(out) + name[at:]


def _capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()
