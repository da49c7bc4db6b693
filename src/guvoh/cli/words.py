"""Small pieces of text for people: made safe for a terminal, numbers with their noun, values for cells."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    """One line of text that cannot steer a terminal: spaces for breaks, a mark for control characters.

    Documents may be hostile: an escape sequence in a quote could recolour or rewrite what a person reads.
    """
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    kind = unicodedata.category(character)
    if character in "\t\n\r" or kind in ("Zs", "Zl", "Zp"):
        return " "
    return "" if kind == "Cf" else "\N{REPLACEMENT CHARACTER}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """“1 document”, “2 documents”."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
