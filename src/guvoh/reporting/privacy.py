"""Names of private persons, replaced by neutral words wherever a name is not needed to check a quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from guvoh.assessment.names import country_named, is_anonymous
from guvoh.model import Findings, Link, SourceKind, SourceMention, Statement

_SHORTEST_PART: Final = 4  # characters: shorter parts of a name are as often other words

_ANY: Final = "Private person"  # for a match in letters that fold otherwise, such as the dotless “ı”
_NARROWER: Final = re.compile(r"[,;]|\b(?:of|at|in|from|on|who|whose|with|for|to)\b")
_COUNTER: Final = re.compile(r"^(?:one|two|another|an?|the|this|that)\s", re.IGNORECASE)
_PLAIN_ROLE: Final = re.compile(r"[a-z-]+(?: [a-z-]+){0,2}")


class PrivateNames:
    """The private persons of a record and the word that stands for each: “Witness 1”, “Affected person 2”."""

    def __init__(self, people: Iterable[tuple[str, Sequence[str]]]) -> None:
        """`people` are a neutral word and all the names that one person goes by."""
        self._words: dict[str, str] = {}
        self._people = 0
        named: set[str] = set()
        numbers: dict[str, int] = {}
        for kind, names in people:
            keys = [_key(name) for name in names if _key(name)]
            known = next((self._words[key] for key in keys if key in self._words), None)
            if known is None and keys:
                numbers[kind] = numbers.get(kind, 0) + 1
                self._people += 1
                known = f"{kind} {numbers[kind]}"
            self._words.update({key: known for key in keys if known})
            named |= {_key(name) for name in names if not _is_description(name)}
        # one word alone may be part of a public name (“Alam” in “Shah Alam”), so within a name only full names count
        self._whole = _pattern(key for key in self._words if " " in key)
        self._within = _pattern(self._words, named)
        self._parts = {part: word for key, word in self._words.items() for part in key.split()} | self._words
        self._joined = _pattern(self._words, named, joined=True)
        self._compact = {_compact(part): word for part, word in self._parts.items()}

    def __len__(self) -> int:
        """How many persons."""
        return self._people

    def name(self, text: str | None) -> str | None:
        """A field that holds a name: the neutral word if it is a private person's."""
        if not text:
            return text
        # a public person may share a surname with a private one, so parts of names do not count here
        return self._words.get(_key(text)) or self._replaced(self._whole, text)

    def within(self, text: str) -> str:
        """A sentence of ours (a reason, a title) with each private name in it replaced, whole words only."""
        return self._replaced(self._within, text)

    def in_file_name(self, text: str) -> str:
        """A file's name with each private name in it replaced, also where signs join its words: “Zarina_Karimova”."""
        if not self._joined:
            return text
        return self._joined.sub(lambda m: self._compact.get(_compact(m[0]), _ANY), text)

    def _replaced(self, pattern: re.Pattern[str] | None, text: str) -> str:
        return pattern.sub(lambda m: self._parts.get(_key(m[0]), _ANY), text) if pattern else text


def private_names(findings: Iterable[Findings]) -> PrivateNames:
    """All private persons that these findings mark, in the order in which the documents name them."""
    return PrivateNames(mark for found in findings for mark in _marked(found))


def _proper(*names: str) -> tuple[str, ...]:
    """The names of a finder's mark that name somebody: “a woman” hides nobody, and would be replaced in all sentences.

    What a person marked does not come here: a name may be written small (“zarina”), and the person meant it.
    """
    return tuple(name for name in names if not _names_nobody(name))


def _names_nobody(name: str) -> bool:
    bare = _COUNTER.sub("", name)
    return is_anonymous(bare) and (bare != name or any(map(_is_common, name.split())))


def _is_common(word: str) -> bool:
    """Whether a word of a description is none of a name: “Georgia” is also a woman's, and “გიორგი” has no capitals."""
    first = word[:1]
    return first.title() != first or (first.isupper() and country_named(word) is None)


def _marked(found: Findings) -> Iterator[tuple[str, Sequence[str]]]:
    for source in found.sources:
        if source.private:
            yield _source_word(source), _proper(source.name, *source.aliases)
    for statement in found.statements:
        yield from _in_statement(statement)


def _source_word(source: SourceMention) -> str:
    """The role that the text gives, where it tells no name itself, so that a reader still knows who speaks."""
    role = _NARROWER.split(source.role or "")[0].strip()
    if _PLAIN_ROLE.fullmatch(role[:1].lower() + role[1:]):
        return role[:1].upper() + role[1:]
    return "Witness" if source.kind is SourceKind.WITNESS else "Private person"


def _in_statement(statement: Statement) -> Iterator[tuple[str, Sequence[str]]]:
    if statement.affected and (statement.affected.private or statement.private):
        whom = statement.affected.name
        # no finder sets the flag on a statement, only persons do
        yield "Affected person", (whom,) if statement.private else _proper(whom)
    if statement.actor and statement.actor.private:
        yield "Private person", _proper(statement.actor.name)
    first = statement.attribution[0] if statement.attribution else None
    if first and statement.private and (first.kind is SourceKind.WITNESS or _is_meant(statement, first)):
        yield "Witness", (first.name,)


def _is_meant(statement: Statement, first: Link) -> bool:
    """Whether the flag on a statement means the person who says it.

    One without a role is, and one with a role where no name is given to whom it was done: a mother who tells of her
    son is meant, a lawyer who passes on what was done to a named person is not.
    """
    if first.kind is not SourceKind.PERSON:
        return False
    return not first.role or statement.affected is None or not statement.affected.name[:1].isupper()


def unmarked_names(findings: Findings) -> tuple[str, ...]:
    """Names in findings that may be a private person's and are not marked so, for a person to look at.

    Those are of speakers without a role, and of one person to whom something was done.
    """
    marked = {_key(name) for _, names in _marked(findings) for name in names}
    found = [name for statement in findings.statements if not statement.private for name in _maybe_private(statement)]
    return tuple(dict.fromkeys(name for name in found if _key(name) not in marked))


def _maybe_private(statement: Statement) -> Iterator[str]:
    first, whom = (statement.attribution[0] if statement.attribution else None), statement.affected
    mere = first is not None and (first.kind is SourceKind.WITNESS or _mere_person(first.kind, first.role))
    if first and mere and first.name[:1].isupper() and not is_anonymous(first.name):
        yield first.name
    if whom and not whom.private and _is_full_name(whom.name):
        yield whom.name


def _is_full_name(name: str) -> bool:
    words = name.split()
    return 1 < len(words) < 5 and all(word[:1].isupper() and word[1:2].islower() for word in words)


def _mere_person(kind: SourceKind, role: str | None) -> bool:
    return kind is SourceKind.PERSON and not role


def _is_description(name: str) -> bool:
    """Whether it tells who somebody is and no name, so that its words are those of others too: "Woman, from Engels"."""
    return is_anonymous(_NARROWER.split(name)[0].strip())


def _key(name: str | None) -> str:
    return " ".join((name or "").casefold().split())


def _compact(name: str) -> str:
    """A name without the signs and blanks between its letters, as file names have it."""
    return "".join(c for c in name.casefold() if c.isalnum())


def _pattern(words: Iterable[str], named: Iterable[str] = (), *, joined: bool = False) -> re.Pattern[str] | None:
    """Whole names, and the longer parts of those in `named` that have several words, the longest first.

    With `joined` any signs, or none, may stand between the words, and signs and digits around them.
    """
    names = {key for key in words if len(key) >= _SHORTEST_PART}
    names |= {part for key in named if " " in key for part in key.split() if len(part) >= _SHORTEST_PART}
    known = sorted(names, key=lambda k: (-len(k), k))
    if not known:
        return None
    if joined:
        spelled = "|".join(
            r"[\W_]*".join(re.findall(r"[^\W_]+", key)) for key in known if len(_compact(key)) >= _SHORTEST_PART
        )
        return re.compile(rf"(?<![^\W\d_])(?:{spelled})(?![^\W\d_])", re.IGNORECASE) if spelled else None
    inner = "|".join(r"\s+".join(re.escape(part) for part in key.split()) for key in known)
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)", re.IGNORECASE)
