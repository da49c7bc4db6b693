"""Nobody is told to say, without words that tell it, what he or she denies or will not speak of."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

OPENS = "The trial of the factory\n\nThe owner of the factory, Gennady Orlov, said that it made bricks.\n\n"
CLOSES = (
    "Orlov said that his manager did the hiring. According to Orlov, the factory made 300,000 bricks a month.\n\n"
    "Orlov noted that the case had cost him 4 million rubles. He said that it was late. The hearing goes on."
)
TELLS = "Twelve women were locked in a cellar for two years.\n\n"


@pytest.mark.parametrize(
    "denies",
    [
        "Orlov told the court that he had never seen the women. ",
        "“I have nothing to hide,” Orlov said. ",
        "Orlov denied the charge. Orlov said that the workers were lazy. ",
        "Orlov said that nobody had been forced. ",
        "Orlov refused to answer questions. Orlov said that the workers were lazy. ",
    ],
)
def test_who_denies_does_not_go_on_with_what_was_done(denies: str) -> None:
    assert says(f"{OPENS}{denies}\n\n{TELLS}{CLOSES}", "Twelve women")[0] == "The Courier"


def test_who_denies_nothing_goes_on() -> None:
    tells = f"{OPENS}Orlov told the court that he had seen the women. \n\n{TELLS}{CLOSES}"
    assert says(tells, "Twelve women")[0] == "Gennady Orlov"


def test_an_office_that_denies_one_thing_counts_its_own_work_in_other_words() -> None:
    police = "The checks\n\nThe head of the police, Gennady Orlov, denied that anybody had been hurt.\n\n"
    tells = "Orlov said that the checks were planned. \n\nTwelve women were checked at the station.\n\n"
    assert says(f"{police}{tells}{CLOSES}", "Twelve women")[0] == "Gennady Orlov"


def test_a_lawyer_denies_nothing_of_what_was_done_to_people() -> None:
    lawyer = "The trial\n\nThe lawyer Gennady Orlov told the court that they had never seen a judge.\n\n"
    assert says(f"{lawyer}{TELLS}{CLOSES}", "Twelve women")[0] == "Gennady Orlov"
