"""Numbers between two passages of one official, the second of which tells something else too."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

from guvoh.extraction.attribution.whose_account import WhoseAccount

LEAD = (
    "Workers taken off a list\n\nSome 9,000 workers are off the list. This was announced by Bakyt Turgunov, an attaché"
    " of the Consular Department.\n\n"
)
TOLD = "Turgunov is quoted as saying that 2,400 of them had left in time.\n\n"
WORK = "From May to July 2026, missions handled over 8,000 requests. As a result, 312 workers got wages back.\n\n"
MORE = "In the same period, 7,150 citizens sought advice on papers.\n\n"
TOO = "Turgunov also spoke of talks with the border service."


@pytest.mark.parametrize("number", ["8,000", "312", "7,150"])
def test_figures_of_offices_before_he_also_speaks_are_his(number: str) -> None:
    assert says(f"{LEAD}{TOLD}{WORK}{MORE}{TOO}", number)[0] == "Bakyt Turgunov"


@pytest.mark.parametrize(
    "page",
    [
        f"{LEAD}{TOLD}{WORK}{MORE}",
        f"{LEAD}{TOLD}{WORK}{MORE}The dogs at the border also bark.",
        f"{LEAD}{TOLD}{WORK}The Drivers Union said that it was cold.\n\n{MORE}{TOO}",
        f"{LEAD}{TOLD}Some nights guards beat workers at the wall.\n\n{WORK}{MORE}{TOO}",
        f"{LEAD}{TOLD}It was hot. It was dry. No rain. The river sank.\n\nOn the road 7,150 men walked.\n\n{TOO}",
    ],
)
def test_other_numbers_behind_an_official_are_not(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WhoseAccount, "teller", lambda *_: None)  # the rules alone
    assert says(page, "7,150")[0] != "Bakyt Turgunov"
