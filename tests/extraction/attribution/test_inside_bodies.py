"""What is told inside a body, as pages put into English say it, and what only happens there."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

PAGE = "The Courier"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "As noted in the Consulate General of Uzbekistan in Perm, 40 men were held.",
            "Consulate General of Uzbekistan",
        ),
        ("As was reported in the department on Monday, 40 men were held.", "department"),
        ("As was told to us in the consulate, 40 men were held.", "consulate"),
        ("As reported in May, 40 men were held.", PAGE),
        ("As the men were held in the police department, 40 shops closed.", PAGE),
        (
            "In the raid 40 men were held, informed in the press service of the ministry.",
            "press service of the ministry",
        ),
        ("The officers checked 40 men, registered in the department.", PAGE),
        ("He was beaten in the department, told the lawyer of 40 men.", PAGE),
        (
            "In the press service of the ministry they told today that 40 men were held.",
            "press service of the ministry",
        ),
        ("At the police they confirmed that 40 men were held.", "police"),
        ("In the morning they said that 40 men were held.", PAGE),
        (
            "Twelve women were brought to the embassy. In the embassy they said that 40 men had been beaten.",
            "Twelve women",
        ),
    ],
)
def test_who_tells_something_inside_a_body_speaks_for_it(text: str, speaker: str) -> None:
    assert says(text, "40")[0] == speaker
