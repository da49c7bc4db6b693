"""Each duty has its rights, by a table, and the refusal says what to do."""

import itertools

import pytest

from guvoh.model.access import HOLDER, RIGHTS, Actor, Duty, Right, require
from guvoh.model.errors import NotAllowed

MAY = {
    Duty.READER: "read",
    Duty.REVIEWER: "read review",
    Duty.EDITOR: "read review group take_in tell",
    Duty.KEEPER: "read review group take_in tell keep",
}


@pytest.mark.parametrize(("duty", "right"), list(itertools.product(Duty, Right)))
def test_a_duty_has_the_rights_listed_and_no_other(duty, right):
    actor = Actor("1", "Aida", duty)
    listed = right.value in MAY[duty].split()
    assert actor.may(right) is listed
    if listed:
        require(actor, right)
    else:
        with pytest.raises(NotAllowed, match="Ask a keeper"):
            require(actor, right)


def test_every_duty_holds_the_rights_of_the_one_before():
    assert all(RIGHTS[a] < RIGHTS[b] for a, b in itertools.pairwise(Duty))


def test_the_command_line_may_do_everything():
    assert all(HOLDER.may(right) for right in Right)
