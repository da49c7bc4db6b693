"""Publishers that a text names in short: "the Herald" for the Tula Herald, where no other can be meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from guvoh.assessment import names
from guvoh.assessment.mentions import Key, Mention
from guvoh.model import SourceKind

_PRESS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.PUBLISHER})
_LONGEST = 4  # words of a short name


def in_short(named: Sequence[Mention]) -> Mapping[tuple[str, str], Mention]:
    """The publisher that a name of a document means by its last words, by document and name.

    It must be the only one of these publishers with such an end; no other outlet that the document names may have it,
    the document must be of its country as far as both are known, and the short name none that many have ("News").
    """
    ending: dict[str, dict[Key, Mention]] = defaultdict(dict)
    heard: dict[tuple[str, str], set[Key]] = defaultdict(set)
    bags = {names.bag(m.name) for m in named if m.publishes}
    for mention in named:
        for end in ends(mention):
            heard[mention.document, end].add(mention.key)
            if mention.publishes:
                ending[end].setdefault(mention.key, mention)
    out = {}
    for mention in named:
        short = short_name(mention)
        if not short or len(ending[short]) != 1 or names.bag(mention.name) in bags:
            continue
        ((key, meant),) = ending[short].items()
        if heard[mention.document, short] <= {key} and _of_one_country(mention, meant):
            out[mention.document, mention.name] = meant
    return out


def bonds_of_outlet(mention: Mention) -> Iterator[Key]:
    """The keys through which a short name meets the publishers that it may mean."""
    if short := short_name(mention):
        yield ("ends", short)
    for end in ends(mention):
        yield ("ends", end)


def short_name(mention: Mention) -> str:
    """The words of a name that may be short for a publisher's, "" for one that may not."""
    name = mention.name
    is_outlet = mention.kind in _PRESS and not (mention.publishes or mention.meant or name.islower())
    if not is_outlet or names.is_known(name) or names.is_anonymous(name):
        return ""
    return _may_be_short(_spelled(name))


def ends(mention: Mention) -> Iterator[str]:
    """The last words of an outlet's name that may be short for it."""
    if mention.kind in _PRESS or mention.publishes:
        words = _spelled(mention.name)
        yield from filter(None, (_may_be_short(words[at:]) for at in range(1, len(words))))


def is_short_for(name: str, whole: str) -> bool:
    """Whether a name is the last words of another: others may end in them too."""
    said, words = _spelled(name), _spelled(whole)
    return 0 < len(said) < len(words) and words[-len(said) :] == said


def _may_be_short(words: Sequence[str]) -> str:
    """The words, "" where they are the names of very many outlets or of other things."""
    telling = [w for w in words if not names.is_common(names.stem(w)) and w not in names.folded_set("short_outlets")]
    return " ".join(words) if telling and len(words) <= _LONGEST else ""


def _spelled(name: str) -> list[str]:
    """The words of a name in their order, without "the" and "newspaper"."""
    return [word for word in names.words(name) if word not in names.folded_set("fillers")]


def _of_one_country(one: Mention, other: Mention) -> bool:
    return not (one.country and other.country) or one.country == other.country
