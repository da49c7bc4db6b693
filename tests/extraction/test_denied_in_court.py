"""What an accused denies in court, or a court clears somebody of, is no fact."""

from __future__ import annotations

import pytest

from guvoh.extraction.rules import find_by_rules
from guvoh.model import Document, Modality, Passage, Role


def acts(text: str) -> set[Modality | None]:
    """How the acts of a page of one sentence stand."""
    document = Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), language="en")
    return {s.modality for s in find_by_rules(document).statements if s.act}


@pytest.mark.parametrize(
    "text",
    [
        "Gimadiev told the court that he had never touched the man.",
        "The court acquitted the officers of beating 12 men.",
        "A jury cleared the guards of killing two migrants.",
    ],
)
def test_what_is_denied_or_cleared_is_denied(text: str) -> None:
    assert acts(text) == {Modality.DENIED}


@pytest.mark.parametrize(
    "text",
    [
        "The court did not acquit the officers of beating 12 men.",
        "The officers cleared the square of protesters, beating 12 men.",
    ],
)
def test_who_is_not_cleared_did_it(text: str) -> None:
    assert Modality.ASSERTED in acts(text)
    assert Modality.DENIED not in acts(text)
