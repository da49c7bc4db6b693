"""How far weighing is: told step by step, shown on a terminal only, never when quiet."""

import io

import pytest
from rich.console import Console

from guvoh import actions
from guvoh.assessment.watching import Step
from guvoh.cli.screen import Screen


def test_weighing_a_vault_tells_every_step_in_order(vault, cheap_keys):
    told = []
    with actions.unlock_vault.unlock_vault(vault, "an invented passphrase of six words") as opened:
        actions.weigh_vault.refresh(opened, anew=True, watch=lambda *words: told.append(words))
        documents = len(list(opened.all_applied()))
    phases = list(dict.fromkeys(doing for doing, _, _ in told))
    assert phases == ["Reading what documents say", *(step.value for step in Step), "Writing the tables"]
    assert all(0 <= done <= total for _, done, total in told)
    assert [done for doing, done, _ in told if doing == phases[0]] == list(range(1, documents + 1))
    assert [done for doing, done, _ in told if doing in set(Step)] == list(range(len(Step)))


@pytest.mark.parametrize(
    ("terminal", "quiet", "shown"), [(True, False, True), (False, False, False), (True, True, False)]
)
def test_the_bar_is_for_terminals_that_want_it(terminal, quiet, shown):
    screen = Screen(quiet=quiet)
    file = io.StringIO()
    screen.err = Console(file=file, force_terminal=terminal, width=100)
    with screen.phases("Weighing") as watch:
        watch("Comparing figures", 4, 7)
    assert ("Comparing figures" in file.getvalue()) is shown
    assert bool(file.getvalue()) is shown


def test_a_pipe_gets_no_bar(run, vault):
    ended = run("weigh", vault, "--json")
    assert ended.code == 0
    assert not any(step.value in ended.err for step in Step)
