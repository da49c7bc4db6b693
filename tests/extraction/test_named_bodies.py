"""Words in the name of a body tell no act, and those who speak are nobody to whom it was done."""

import pytest
from report_texts import report

from guvoh.extraction.finder import find


def acts(text):
    return {s.act for s in find(report(text)).statements if s.act}


@pytest.mark.parametrize(
    "text",
    [
        "Police held them overnight without food or water, Open Door lawyer Vera Stolz said.",
        "“Police held them overnight,” Open Door lawyer Vera Stolz said.",
        "Police kept them without food, Open Door said.",
        "The rights group Open Door wrote to the court on Friday.",
        "The project “Open Door” wrote to the court on Friday.",
    ],
)
def test_the_name_of_a_body_opens_no_door(text):
    assert "unlawful_entry_search" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Police broke open the door of a flat and searched it, Open Door lawyer Vera Stolz said.",
        "Officers broke down the doors of a hostel and searched the rooms.",
    ],
)
def test_a_door_that_was_broken_open_is_told_beside_the_name(text):
    assert "unlawful_entry_search" in acts(text)


def test_who_speaks_is_not_what_the_held_were_left_without():
    held = "Police held them for two days without food, Open Door lawyer Vera Stolz said."
    assert "due_process_denial" not in acts("Twelve migrants were detained in Tver.\n\n" + held)
    assert "due_process_denial" in acts("Police held the migrants for two days without food or a lawyer.")


def affected(text):
    return {s.affected.name for s in find(report(text)).statements if s.affected and s.act == "arbitrary_detention"}


def test_them_are_those_held_and_no_group_that_speaks_for_them():
    speaks = "The rights group Open Door counted 40 detentions in Tver. "
    held = "Police held them for two days in a cell, Open Door lawyer Vera Stolz said."
    assert not any("group" in name or "lawyer" in name for name in affected(speaks + held))
    assert "Twelve migrants" in affected("Twelve migrants were beaten in Tver. " + speaks + held)
