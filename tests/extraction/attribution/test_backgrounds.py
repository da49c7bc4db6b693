"""What a page adds of its own knowledge amid somebody's words."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

SAYS = (
    "Checks of the year\n\nThe ministry held 40 checks, its spokesman Oleg Sedov said. Some 12 men were let go, he"
    " said."
)


@pytest.mark.parametrize(
    "text",
    [
        "It is recalled that 315 citizens live in the region.",
        "It is worth recalling that the owners, who had held 315 men, were arrested.",
        "We will remind, on January 14 the police visited the plant. Then 315 foreigners were checked.",
        "In KLUANG, 315 women were detained on Monday night.",
        "It is known that from January to June the ministry arrested 315 people.",
        "The checks come four days after the court jailed two brothers. Since then 315 men were held.",
        "The sweeps come ahead of a deadline, and 315 men were held.",
        "Since the attack on a concert hall in March 2024 checks have grown, and 315 men were held.",
    ],
)
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_background_is_the_pages(text: str, between: str) -> None:
    assert says(f"{SAYS}{between}{text}", "315") == ["The Courier"]


@pytest.mark.parametrize(
    "text",
    [
        "It was the second such flight this year. In February a plane took 315 people to Iraq.",
        "It was ICE's third big operation in the Plains since summer. In August 315 people were arrested.",
        "Since the beginning of the year, similar bans have been introduced in 315 towns.",
    ],
)
def test_how_often_it_has_happened_is_the_pages_at_the_head_of_a_paragraph(text: str) -> None:
    assert says(f"{SAYS}\n\n{text}", "315") == ["The Courier"]


@pytest.mark.parametrize(
    "text",
    [
        "It is the third such raid this year: earlier 315 people were taken from a market.",
        "Of these, 315 were fined.",
        "In Kluang, 315 were fined, he added.",
        "Similar bans have been introduced in 315 towns.",
        "Another 315 were fined.",
        "The checks came to 315 addresses in all.",
        "It was known to them where the 12 lived, and 315 others were fined, he added.",
        "It was the second such flight this year, and a plane took 315 people, he added.",
    ],
)
def test_what_looks_like_it_goes_on(text: str) -> None:
    assert says(f"{SAYS} {text}", "315")[0] == "Oleg Sedov"
