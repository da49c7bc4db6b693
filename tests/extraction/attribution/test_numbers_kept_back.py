"""Who gives no numbers gives none: what follows in the paragraph without a source is the page's."""

import pytest
from test_attribution_pages import says

TITLE = "What the guards did\n\n"


@pytest.mark.parametrize(
    "before",
    [
        "The head of the camp, Pavel Lukin, declined to give numbers.",
        "The head of the camp, Pavel Lukin, said the men were fed. He refused to name figures.",
        "Pavel Lukin, who heads the camp, would not say how many were inside but said the men were fed.",
        "“I cannot give figures,” the head of the camp, Pavel Lukin, said.",
        "Lawyer Anna Kim said the men were ill. The Border Service has not disclosed the figures.",
        "The governor's office told us that all was calm. It does not provide data.",
    ],
)
def test_a_number_behind_a_refusal_to_give_any_is_the_pages(before):
    assert says(f"{TITLE}{before} 315 men were held in four rooms.", "315") == ["The Courier"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lawyer Anna Kim said the men were ill. She gave no names. 315 men were held in four rooms.", "Anna Kim"),
        ("Pavel Lukin, a guard, declined to give numbers. 315 men were held, lawyer Anna Kim said.", "Anna Kim"),
        ("The Border Service said the men were fed. In all 315 men were held in four rooms.", "Border Service"),
    ],
)
def test_a_number_stays_with_whoever_gives_it(text, speaker):
    assert says(f"{TITLE}{text}", "315")[0] == speaker


@pytest.mark.parametrize(
    ("credit", "nobody"),
    [
        ("With reporting by Timur Saidov in Osh.", "Timur Saidov"),
        ("Additional reporting by Timur Saidov.", "Timur Saidov"),
        ("Timur Saidov contributed reporting from Osh.", "Timur Saidov"),
        ("Timur Saidov contributed to this report.", "Timur Saidov"),
    ],
)
def test_a_credit_says_nothing(credit, nobody):
    assert says(f"{TITLE}Guards kicked 315 men. {credit}", "315") == ["The Courier"]
    assert says(f"{TITLE}Guards kicked 9 men.\n\n{credit} In all 315 men were held.", "315") == ["The Courier"]


def test_what_an_outlet_reported_is_its_own():
    assert says(f"{TITLE}Guards kicked 315 men, according to reporting by Mediazona.", "315")[0] == "Mediazona"


@pytest.mark.parametrize(
    "silence", ["It would not say how many were held.", "It would not say where 30 men were held."]
)
def test_what_somebody_would_not_tell_is_not_told_by_them(silence):
    text = f"{TITLE}The Interior Ministry said it had raided a hostel. {silence}"
    assert says(text, "were held") == ["The Courier"]
    told = f"{TITLE}The Interior Ministry said it had raided a hostel. It said that 30 men were held."
    assert says(told, "were held")[0] == "Interior Ministry"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Kim said 9 were beaten.\n\nIt is worth recalling that 315 men were held in the spring.", "The Courier"),
        ("Anna Kim said 9 were beaten, recalling that 315 men were held in the spring.", "Anna Kim"),
        ("In May, Dushanbe objected when 315 men were turned back at the airport.", "The Courier"),
        ("The Interior Ministry objected that 315 men had been turned back at the airport.", "Interior Ministry"),
    ],
)
def test_a_page_reminds_its_readers_and_an_objection_to_what_happened_tells_no_number(text, speaker):
    assert says(f"{TITLE}{text}", "315")[0] == speaker
