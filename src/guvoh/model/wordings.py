"""A wording that the keepers of a vault added: words by which its documents name an act."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """`words` name the act `act` (a term of the vocabulary) in texts of `language`; `example` is a sentence with them.

    The words are met in every form, in this order; “…” between two lets up to three other words stand there.
    """

    act: str
    words: str
    example: str
    language: str = "en"
