"""The words of the made-up world: syllables for names, and sentences that tell of an act in one of many ways."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

_HEADS = ("Ba", "Che", "Do", "Fe", "Gu", "Il", "Ka", "Le", "Mu", "No", "Or", "Pe", "Ra", "Se", "Tu", "Vo", "Ya", "Za")
_TAILS = ("ran", "lim", "dor", "mek", "sun", "tash", "vel", "rog", "nav", "zim", "kul", "pen")
WHO = tuple(head + tail for tail in _TAILS for head in _HEADS)
"""216 made-up words with a capital."""

_LEXICON = tuple(
    (head + middle + tail).lower()
    for middle in ("", "ra", "ni", "so", "lu", "me", "ti", "vo", "ka")
    for tail in _TAILS
    for head in _HEADS
)
_COMMON = ("the", "of", "and", "to", "in", "that", "for", "with", "has", "was", "by", "on", "from", "after", "not")

_VERBS: Mapping[str, tuple[str, ...]] = {
    "arbitrary_detention": ("detained {n} migrants", "took {n} people to the station", "held {n} foreign workers"),
    "raid": ("raided the {site} and detained {n} people", "searched the {site}, holding {n} migrants"),
    "identity_check_profiling": ("checked the papers of {n} people", "stopped {n} foreigners to check documents"),
    "expulsion": ("ordered {n} foreigners to leave", "expelled {n} migrants", "removed {n} people from the country"),
    "collective_expulsion": ("expelled {n} people en masse", "put {n} migrants on one flight home"),
    "torture_ill_treatment": ("beat {n} detainees", "tortured {n} people in custody", "humiliated {n} detained men"),
    "detention_conditions": ("kept {n} people without food", "held {n} detainees in crowded cells"),
    "denial_of_entry": ("turned {n} travellers back", "refused entry to {n} citizens"),
    "fine": ("fined {n} workers", "imposed fines on {n} migrants"),
    "private_violence": ("attacked {n} delivery workers", "beat {n} migrants in the street"),
    "forced_recruitment": ("pressed {n} men into the army", "sent {n} new citizens to the front"),
    "document_confiscation": ("took away the passports of {n} people", "tore up the documents of {n} workers"),
}
_ACTORS = ("Police", "Officers", "Security forces", "Border guards", "Officials", "Unknown men", "The authorities")
_SITES = ("market", "hostel", "dormitory", "building site", "mosque", "metro station", "warehouse", "cafe", "airport")


def sentence(rng: Random, topic: Random, act: str, number: str, where: str, when: str) -> str:
    """One way of telling: the act's words, and some of the details that only this happening has (from `topic`)."""
    site = topic.choice(_SITES)
    details = topic.sample(_LEXICON, 9)
    verb = rng.choice(_VERBS[act]).format(n=number or rng.choice(("several", "a group of", "many")), site=site)
    told = rng.sample(details, rng.randrange(2, 7))
    told += rng.choices(_LEXICON, k=rng.randrange(3, 8))
    rng.shuffle(told)
    at = rng.choice((f" at the {site}", ""))
    place = f" in {where}" if where else ""
    day = f" on {when}" if when else ""
    return f"{rng.choice(_ACTORS)} {verb}{at}{place}{day}, {' '.join(told)}."


def filler(rng: Random) -> str:
    """A sentence that states nothing."""
    words = rng.choices(_LEXICON, k=rng.randrange(6, 14)) + rng.choices(_COMMON, k=rng.randrange(6, 12))
    rng.shuffle(words)
    return " ".join(words).capitalize() + "."
