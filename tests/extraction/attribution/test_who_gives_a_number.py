"""Who gives a number, in wordings of wires and local portals."""

import pytest
from test_attribution_pages import says

TITLE = "What the guards did\n\n"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Some 315 men were sent back, TASS was told at the Interior Ministry.", ["Interior Ministry", "TASS"]),
        ("Some 315 men were held, PrimaMedia learned in the regional police.", ["regional police", "PrimaMedia"]),
        ("Some 315 men were held, Interfax was told in the press service on Friday.", ["press service", "Interfax"]),
        ("IOM, which runs the camp in the town, gave the number of arrivals as 315.", ["IOM"]),
        ("The union, in its reply of 3 April, puts the number of men at 315.", ["union"]),
        ("“There were 315 of us in the yard,” a welder who gave his name as Rahim said by phone.", ["Rahim"]),
        (
            "The Drivers Union says so. If 20 came, now it is 315, its chairman, Anvar Nazarov, notes.",
            ["Anvar Nazarov"],
        ),
        ("We met 40 deported Afghans in Herat. Thirty-one said that 315 men were kicked.", ["40 deported Afghans"]),
        ("We have spoken with five women. Each told us that guards came. Two said that 315 were held.", ["five women"]),
        (
            "The Coast Observatory said it was so. The UK-based monitor has documented 315 deaths.",
            ["Coast Observatory"],
        ),
    ],
)
def test_the_number_is_theirs(text, speakers):
    assert says(f"{TITLE}{text}", "315") == [*speakers, "The Courier"]


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The workers learned in the city that 315 men were held.", "city"),
        ("Twenty women said so. Thirty-one said that 315 men were kicked.", "Twenty women"),
        ("Its notes are kept by the chairman, and 315 men were held.", "chairman"),
    ],
)
def test_the_number_is_not_theirs(text, nobody):
    assert nobody not in says(f"{TITLE}{text}", "315")
