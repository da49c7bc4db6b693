"""Plain articles in blocks, and how a page of blocks is read, for tests. All texts are invented."""

# ruff: noqa: E501 -- invented pages stand as they are printed

from __future__ import annotations

from guvoh.ingest import read_bytes
from guvoh.model import Document, Role

ARTICLE = (
    "Forty packers kept behind a gate in Tula",
    "By Nora Lind",
    "Some forty packers from Osh were kept behind the gate of a warehouse in Tula for a month, their lawyer said on Monday.",
    "Twelve of them climbed over the wall in May and walked to a police station, where nobody wrote their complaint down.",
    "The owner of the warehouse says that nobody was kept, and that the gate was shut because of thieves in the district.",
)
STATYA = (
    "В Туле проверили общежития",
    "В Туле за день проверили четырнадцать общежитий, в полицию доставили 52 человека. Об этом сообщили в управлении.",
    "На девятерых составили протоколы, троих поместят в центр временного содержания, говорится в сообщении ведомства.",
)
APART = (Role.FURNITURE, Role.COMMENT)


def read(*blocks: str) -> Document:
    """The document of a page of these blocks."""
    return read_bytes("\n\n".join(blocks).encode(), "page.txt")[0].document


def role_of(document: Document, words: str) -> Role | None:
    """The role of the passage that holds the words."""
    return document.role_at(document.text.index(words))
