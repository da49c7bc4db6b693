"""“The statement says”: what somebody issued, wrote or sent in one of the two sentences before is theirs."""

import pytest
from test_attribution_pages import says

TITLE = "What the guards did\n\n"


@pytest.mark.parametrize(
    ("before", "paper", "speaker"),
    [
        ("The Border Ministry issued a statement on the search.", "statement", "Border Ministry"),
        ("The Border Ministry has sent a brief statement. Nobody answered calls.", "statement", "Border Ministry"),
        ("A statement was released on Friday by the Border Ministry.", "statement", "Border Ministry"),
        ("The court read a statement of the Border Ministry.", "statement", "Border Ministry"),
        ("The Builders Union sent a letter to the mayor.", "letter", "Builders Union"),
        ("The mayor received a letter from the Builders Union.", "letter", "Builders Union"),
        ("Lawyer Rano Saidova filed a complaint with the court.", "complaint", "Rano Saidova"),
        ("The mayor answered the statement of the Builders Union.", "statement", "Builders Union"),
    ],
)
def test_the_paper_is_whose_it_was(before, paper, speaker):
    assert says(f"{TITLE}{before} The {paper} says 315 men were kicked.", "315")[0] == speaker
    assert says(f"{TITLE}{before} According to the {paper}, 315 men were kicked.", "315")[0] == speaker


@pytest.mark.parametrize(
    ("before", "paper", "nobody"),
    [
        ("The Builders Union was sent a letter.", "letter", "Builders Union"),
        ("The court read out a report of torture in Omsk.", "report", "torture in Omsk"),
        ("The Builders Union sent a letter to the mayor.", "list", "Builders Union"),
        ("The Builders Union met. “They sent a letter,” he said.", "letter", "They"),
    ],
)
def test_a_paper_of_nobody_told_of_is_nobodys(before, paper, nobody):
    assert says(f"{TITLE}{before} The {paper} says 315 men were kicked.", "315")[0] != nobody
