"""Names folded to one spelling across scripts, and the keys by which two names are known to be one source."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from guvoh.assessment.listed import keys_of_listed, kinds_of_listed, small_names

_CYRILLIC = dict(
    zip(
        "абвгғґдеёєзиіїйӣкқлмнңоөпрстуүўӯфыәэ",
        "abvgggdeeeziiiiikklmnnooprstuuuufyae",
        strict=True,
    )
)
_CYRILLIC |= {"ж": "zh", "җ": "zh", "х": "kh", "ҳ": "kh", "һ": "kh", "ц": "ts", "ч": "ch", "ҷ": "j", "ш": "sh"}
_CYRILLIC |= {"щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"}

# Spellings of one sound in Latin transliterations of Cyrillic names (BGN/PCGN, ISO 9, press usage), in order.
_SPELLINGS = (
    ("shch", "sh"), ("sch", "sh"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("tz", "ts"), ("gh", "g"),
    ("ph", "f"), ("yo", "e"), ("ye", "e"), ("yu", "iu"), ("ya", "ia"), ("x", "ks"), ("w", "v"), ("q", "k"), ("y", "i"),
    ("centre", "center"), ("ck", "k"),
)  # fmt: skip

_TO_LATIN = str.maketrans(_CYRILLIC)
_TWICE = re.compile(r"([a-z])\1+")
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"[’'ʼʻ`´]")
_SHORT_END = 2  # letters: "24.kg" ends in "kg"
_POSSESSIVE = re.compile(r"[’'ʼ]s\b")
_PATRONYMIC = re.compile(r"(ovich|evich|ich|ovna|evna|ichna|inichna|uulu|kizi|kyzy|ogli|ugli)$")
_AFFRICATE = re.compile(r"ts(?=[a-z])")  # not at the end of a word, where English has its plurals
_SOFT_C, _HARD_C = re.compile(r"c(?=[ei])"), re.compile(r"c(?!h)")
_SAINT = frozenset({"st", "sankt", "sant"})
_CASE_ENDING = re.compile(r"(?:ogo|omu|oi|om|im|ei|em|iu|u|e|i|a|ii)$")
_BRACKETS = re.compile(r"\([^()]*\)")
_STATE_WORDS = frozenset({"federation", "republic"})
_MIN_STEM = 4
_PREFIX = 6  # listed words so long match by how a word begins, shorter ones whole


@cache
def data() -> dict[str, Any]:
    """The tables of data/sources.toml."""
    return tomllib.loads((files("guvoh.assessment") / "data" / "sources.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """One spelling for a name in any script we read: small Latin letters, words parted by single blanks."""
    plain = _POSSESSIVE.sub("", text)
    if plain.isascii():
        plain = _APOSTROPHES.sub("", plain.casefold())
    else:
        known = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", plain).casefold())
        latin = known.translate(_TO_LATIN)
        plain = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    for spelling, sound in _SPELLINGS:
        plain = plain.replace(spelling, sound)
    single = _TWICE.sub(r"\1", _AFFRICATE.sub("c", plain))
    return " ".join(_WORD.findall(single))


def words(text: str) -> list[str]:
    """The folded words of a text."""
    return fold(text).split()


@cache
def folded_set(table: str) -> frozenset[str]:
    """A list of data/sources.toml, folded."""
    return frozenset(fold(item) for item in data()[table])


_NAME_TABLES = ("bodies", "anonymous", "everywhere")


@cache
def is_common(stemmed: str) -> bool:
    """Whether the stem of a word stands in the names of very many things: an office, a country, a month, a street."""
    return stemmed in _common_stems() or any(_begins(stemmed, table) for table in _NAME_TABLES)


@cache
def _common_stems() -> frozenset[str]:
    tables = (
        *_NAME_TABLES,
        "fillers",
        "voices",
        "state_bodies",
        "civil_bodies",
        "press_bodies",
        "official_roles",
        "consular",
    )
    listed = (word for table in tables for word in folded_set(table))
    bodies = (word for name in _of_table() for word in name.split())
    return frozenset(stem(word) for word in (*listed, *bodies, *_country_words(), *_region_words()))


@cache
def _country_words() -> dict[str, str]:
    return {fold(name): code for code, names in data()["countries"].items() for name in names}


@cache
def _region_words() -> frozenset[str]:
    return frozenset(w for name in data()["groups"]["regions"] for w in words(name))


@cache
def _beginnings(table: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a list that match whole, and those that match by how a word begins."""
    every = folded_set(table)
    long = frozenset(word for word in every if len(word) >= _PREFIX)
    return every - long, tuple(long)


@lru_cache(maxsize=65536)
def _begins(word: str, table: str) -> bool:
    whole, long = _beginnings(table)
    return word in whole or word.removesuffix("s") in whole or word.startswith(long)


@lru_cache(maxsize=65536)
def is_anonymous(name: str) -> bool:
    """Whether a name names no one: "a lawyer", "human rights activists", "Russian media", "очевидцы"."""
    has_country = has_body = False
    for raw in _uncounted(_WORD.findall(_POSSESSIVE.sub("", name))):
        word = fold(raw)
        if not word:
            continue
        if word in _country_words() or word in folded_set("peoples"):
            has_country = True
        elif _begins(word, "bodies"):
            has_body = True
        elif _is_proper(raw, word):
            return False
    return not (has_country and has_body)


def _uncounted(found: list[str]) -> list[str]:
    """The words of a name without how many speak ("11 Rohingya men"); "24 News" and "24.kg" are names as they stand."""
    counted = len(found) > 1 and (found[0].isdigit() or fold(found[0]) in folded_set("how_many"))
    people = found[-1].islower() and len(found[-1]) > _SHORT_END and fold(found[-1]) not in folded_set("fillers")
    return found[1:] if counted and people else found


def _is_proper(raw: str, word: str) -> bool:
    marked = not raw.islower() or not raw.isalpha() or raw in _small_names()
    common = word in folded_set("fillers") or word in _region_words() or _begins(word, "anonymous")
    return marked and not common


@cache
def _known_bodies() -> dict[str, str]:
    """The key of every body known by name: those of the table, and those that the lists of the languages hold."""
    return keys_of_listed(_of_table(), fold, bag)


def listed_kind(key: str) -> str | None:
    """The kind of a body of the lists by its key."""
    return _listed_kinds().get(key)


@cache
def _listed_kinds() -> dict[str, str]:
    return kinds_of_listed(lambda name: body_key(name)[0])


@cache
def _small_names() -> frozenset[str]:
    return small_names()


@cache
def _of_table() -> dict[str, str]:
    table = {bag(name): key for key, names in data()["bodies_by_name"].items() for name in [*names, key.lstrip("*")]}
    return {name: key for name, key in table.items() if name}


@lru_cache(maxsize=65536)
def bag(name: str) -> str:
    """A body's name as its sorted folded words, without fillers, plural endings and the words for who speaks for it."""
    spelled = ["saint" if w in _SAINT else w for w in words(name)]
    plain = [w for w in spelled if w not in folded_set("fillers")] or spelled
    heard = [w for w in plain if w not in folded_set("voices")] or plain
    return " ".join(sorted(w[:-1] if len(w) > 4 and w.endswith("s") else w for w in heard))


@lru_cache(maxsize=65536)
def body_key(name: str) -> tuple[str, str, bool]:
    """(key, country code or "", whether the key means one body per country) of an organisation's name.

    An abbreviation in brackets is left out: "Interior Ministry (MVD)" is the Interior Ministry.
    """
    name = _BRACKETS.sub(" ", name).strip() or name
    known = _known_bodies()
    exact = known.get(bag(name)) or known.get(fold(name))
    if exact:
        return exact.lstrip("*"), "", exact.startswith("*")
    countries = _country_words()
    rest, code = [], ""
    for word in words(name):
        if word in countries and not code:
            code = countries[word]
        elif word not in _STATE_WORDS:
            rest.append(word)
    found = known.get(bag(" ".join(rest))) if code else None
    if found:
        return found.lstrip("*"), code if found.startswith("*") else "", found.startswith("*")
    return bag(name), "", False


def is_known(name: str) -> bool:
    """Whether the name is one of a body known by name."""
    return body_key(name)[0] in _known_keys()


def is_outlet(name: str) -> bool:
    """Whether the name is of an outlet or agency of news that is known by name."""
    key = body_key(name)[0]
    return key in data()["outlets"] or listed_kind(key) in ("outlet", "agency")


def other_names(name: str) -> tuple[str, ...]:
    """The other names, in the languages read, of a body of the table; none for others."""
    key = body_key(name)[0]
    return next((tuple(listed) for k, listed in data()["bodies_by_name"].items() if k.lstrip("*") == key), ())


def is_body(name: str) -> bool:
    """Whether the name is a known body's or holds a word such as "ministry" or "court"."""
    return is_known(name) or any(_begins(word, "bodies") for word in words(name))


@cache
def _known_keys() -> frozenset[str]:
    return frozenset(key.lstrip("*") for key in _known_bodies().values())


def country_named(name: str) -> str | None:
    """The code of the first country that a name mentions."""
    return next((code for word in words(name) if (code := _country_words().get(word))), None)


@lru_cache(maxsize=65536)
def person_key(name: str, *, heard: bool = True) -> tuple[str, str]:
    """(surname stem, given name) of a person; the given name is "" when only one name is there.

    Patronymics and words of role are left out; "Чупик Валентина Михайловна" and "Valentina Chupik" are one.
    With `heard`, c is k or s, as Cyrillic spells it.
    """
    parts = [(raw, fold(raw)) for raw in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", _APOSTROPHES.sub("", name))]
    proper = [(raw, word) for raw, word in parts if word and not (raw.islower() or _begins(word, "anonymous"))]
    named = proper or [(raw, word) for raw, word in parts if word]
    if len(named) > 2 and _PATRONYMIC.search(named[-1][1]):
        named = [named[1], named[0]]
    elif len(named) > 2:
        named = named[:1] + [pair for pair in named[1:] if not _PATRONYMIC.search(pair[1])]
    if not named:
        return "", ""
    surname, given = stem(named[-1][1]), stem(named[0][1]) if len(named) > 1 else ""
    return (_as_heard(surname), _as_heard(given)) if heard else (surname, given)


def _as_heard(name: str) -> str:
    """A folded name with c as Cyrillic spells it: Carmona is «Кармона», Ceballos «Себальос»."""
    return _HARD_C.sub("k", _SOFT_C.sub("s", name)) if "c" in name else name


def stem(word: str) -> str:
    """A name without its case ending, so that «Валентины Чупик» and "Valentina Chupik" meet."""
    bare = _CASE_ENDING.sub("", word)
    return bare if len(bare) >= _MIN_STEM else word


def initials(name: str) -> str:
    """The capitals that would abbreviate a name of several words, "" for a single word."""
    spelled = [w for w in _WORD.findall(name) if w[0].isupper()]
    return "".join(w[0] for w in spelled).casefold() if len(spelled) > 1 else ""
