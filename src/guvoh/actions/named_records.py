"""Find what a person names on the command line: a statement by its number or id, a source by its name or id."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guvoh.custody import Vault
from guvoh.model.access import Actor, Right, require
from guvoh.model.errors import BadTerm, NotThere
from guvoh.reporting.record import numbered

_NUMBER = re.compile(r"[1-9]\d*(\.\d+)?")
_OFFERED = 8


@dataclass(frozen=True, slots=True)
class Named:
    """A statement that was named: by which number, its id, and its words, to show which one was meant."""

    number: str
    id: str
    quote: str


def statements_named(vault: Vault, by: Actor, words: Sequence[str]) -> list[str | Named]:
    """For each number such as “3.2”, as the dossier and `guvoh show` print them now, its statement; the rest as given.

    Numbers follow the documents that are kept: they move when documents are added. Raises NotThere for a number that
    no statement has, BadTerm for one of a document alone, with the numbers to choose from.
    """
    require(by, Right.READ)
    if not any(_NUMBER.fullmatch(word) for word in words):
        return list(words)
    every = numbered([applied.findings for applied in vault.all_applied()])
    known = {ref: Named(ref, entry.statement.id, entry.statement.quote) for ref, entry in every.items()}
    return [_statement(known, word) if _NUMBER.fullmatch(word) else word for word in words]


def source_named(vault: Vault, by: Actor, word: str) -> str:
    """The id of the source of that id, or that has this name. Raises BadTerm where several have it, with their ids."""
    require(by, Right.READ)
    if vault.browse.source_items([word]):
        return word
    hits = vault.browse.find_sources(word, None, 50).hits if word.strip() else ()
    wanted = word.strip().casefold()
    items = [hit.item for hit in hits]
    fitting = [one for one in items if wanted in {name.casefold() for name in (one.name, *one.aliases)}]
    if len(fitting) > 1:
        offered = ", ".join(f"{one.id} ({one.kind.value})" for one in fitting[:_OFFERED])
        raise BadTerm(f"{len(fitting)} sources have this name.", f"Name one by its id: {offered}.")
    return fitting[0].id if fitting else word


def _statement(known: dict[str, Named], number: str) -> Named:
    if number in known:
        return known[number]
    document = number.partition(".")[0]
    inside = [ref for ref in known if ref.partition(".")[0] == document]
    if not inside:
        raise NotThere(f"No statement has the number {number}.", "`guvoh show VAULT statements` shows them.")
    range_ = inside[0] if len(inside) == 1 else f"{inside[0]} to {inside[-1]}"
    if document == number:
        raise BadTerm(f"{number} is a document, not a statement.", f"Name one of its statements: {range_}.")
    raise NotThere(f"Document {document} has no statement {number}.", f"Its statements are {range_}.")
