"""Names in marks, behind long offices, states and postings; outlets that end in a verb's word; who only listens."""

from __future__ import annotations

import pytest
from test_attribution_pages import says

TITLE = "What happened this week\n\n"
PAGE = ["The Courier"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to the project “I Want Out”, at least 52 men were killed.", "I Want Out"),
        ('The initiative "No One Forgotten" said that 52 men had been taken away.', "No One Forgotten"),
        ("The rights group “Help Is Near” reports that 52 men were beaten.", "Help Is Near"),
        ('In May the volunteer project "Leaving the Army", which helps deserters, counted 52 men.', "Leaving the Army"),
        ("The project “I Want Out” keeps lists. At least 52 men are dead, the project says.", "I Want Out"),
        ("The workers told the group “we were beaten”. Among them were 52 men, the group said.", "group"),
    ],
)
def test_a_name_in_marks_is_any_words_behind_a_noun_for_a_body(text, speaker):
    assert says(f"{TITLE}{text}", "52")[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Some 52 men were sent away, the Chief Prosecutor of the Volga Region Gennady Loktev said on May 2.",
            0,
        ),
        ("Some 52 men were sent away, the deputy minister of labour of the region Gennady Loktev said on Monday.", 0),
        ("The sheriff of Jefferson County, Ohio, Gennady Loktev, said that 52 men were sent away.", 0),
        ("The Kyrgyz ambassador to Russia, Gennady Loktev, said that 52 men were sent away.", 0),
        ("The UN special envoy for Syria, Gennady Loktev, said 52 men were sent away.", 0),
        ("Another worker, Gennady Loktev from Osh, said that 52 men were sent away.", 0),
        ("A seamstress, Nilufar Azimova of Andijan, told of 52 men who were sent away.", "Nilufar Azimova"),
        ("A man who lives there said the lawyer of the detained Gennady Loktev had 52 clients.", "A man"),
    ],
)
def test_whoever_is_named_behind_an_office_a_state_or_a_posting_speaks(text, speaker):
    assert says(f"{TITLE}{text}", "52")[0] == (speaker or "Gennady Loktev")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ruth Lind is said to have told the Denver Post that 52 men were beaten.", ["Ruth Lind", "Denver Post"]),
        ("Ruth Lind is reported to have said that 52 men were beaten.", ["Ruth Lind"]),
        ("Ruth Lind is said to have hired 52 men that day.", []),
        ("Some 52 men were beaten. This was told to TASS by the lawyer Ruth Lind.", ["Ruth Lind", "TASS"]),
        (
            "The death of 52 men was confirmed to Interfax by the Ministry of Health.",
            ["Ministry of Health", "Interfax"],
        ),
        ("Ruth Lind told the Eastern Legal Forum in Osh that 52 men were beaten.", ["Ruth Lind"]),
        ("Ruth Lind told Harbour Watch that 52 men were beaten.", ["Ruth Lind", "Harbour Watch"]),
        ("The Tajik side said that 52 men had been sent away.", ["Tajik side"]),
    ],
)
def test_who_is_told_is_an_outlet_and_no_gathering(text, speakers):
    assert says(f"{TITLE}{text}", "52 men") == speakers + PAGE


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"We put them on lists, and 52 "fresh" citizens are at the front," Ruth Lind said in May.', ["Ruth Lind"]),
        ('"They call it a "filter" and a "sieve" for 52 men," said Ruth Lind.', ["Ruth Lind"]),
        ('Ruth Lind called it "a raid." Later 52 men were "freed" by a court.', ["Ruth Lind"]),
    ],
)
def test_a_straight_mark_within_a_quotation_opens_another(text, speakers):
    assert says(f"{TITLE}{text}", "52")[:1] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("As Ruth Lind tells it, 52 men were beaten in the yard.", ["Ruth Lind"]),
        ("Officers pushed 52 men to the ground, as neighbours tell it.", ["neighbours"]),
        ("To hear the drivers tell it, 52 men were beaten.", ["drivers"]),
        ("The way the drivers see it, 52 men were robbed.", ["drivers"]),
        ("The way the drivers see it, police were there; the Labour Ministry said 52 men left.", ["Labour Ministry"]),
        ("As the drivers tell it, no one was beaten, but lawyer Ruth Lind says that 52 were.", ["Ruth Lind"]),
        ("As the drivers tell it, ten were beaten, but 52 men were let go.", ["drivers"]),
        ("The court heard 52 men and, as the law has it, let them go.", []),
        ("Some 52 men were held, police data released this week show.", ["police data"]),
        ("Some 52 men were held, court documents made public on Monday show.", ["court documents"]),
        ("A letter published on Monday says that 52 men were held.", ["A letter"]),
        ("A cook who works there called her son's teacher at noon while 52 men were held.", []),
        ("The foreman called 52 men to his office.", []),
        ("Ruth Lind called the raid a disgrace for 52 men.", ["Ruth Lind"]),
        ("Gunmen who the police say were Tajiks killed 52 men at the hall.", []),
        ("Some youths, who Ruth Lind says were drunk, beat 52 men.", []),
        ("Ruth Lind said the youths were drunk and beat 52 men.", ["Ruth Lind"]),
    ],
)
def test_frames_that_tell_and_frames_that_do_not(text, speakers):
    assert says(f"{TITLE}{text}", "52") == speakers + PAGE
