"""`guvoh tally`: the defensible minimum, stage by stage, with its proof."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from guvoh import actions
from guvoh.cli.options import json_option, unlocked, vault_argument
from guvoh.cli.screen import Screen, talks
from guvoh.cli.tables import show_table
from guvoh.model import Stage, plain
from guvoh.model.access import HOLDER
from guvoh.model.errors import TooLarge

if TYPE_CHECKING:
    from guvoh.actions.tally_figures import Answer, AskedStage
    from guvoh.assessment.proof import Line, Tally
    from guvoh.assessment.question import Question
    from guvoh.custody import Vault
    from guvoh.custody.browse import StatementItem

_LINES = 200
"""Lines of a proof that are shown."""


@click.command()
@vault_argument
@click.option("--act", required=True, help="An act by any word for it, or a family of acts; see `guvoh acts`.")
@click.option("--place", help="A place by name, also “Georgia, US”, or by its gazetteer id.")
@click.option("--from", "first", metavar="DATE", help="First day of the period.")
@click.option("--to", "last", metavar="DATE", help="Last day of the period.")
@click.option(
    "--stage",
    type=click.Choice([*(stage.value for stage in Stage), "any"]),
    help="Only what has come so far; “any” gives one total over all stages.  [default: a total for each]",
)
@click.option("--unit", default="people", show_default=True, help="What is counted.")
@click.option("--round-down", is_flag=True, help="Let “nearly 500” count as 400: one unit of its last digit less.")
@click.option("--accepted-only", is_flag=True, help="Count only what a person has accepted, corrected or added.")
@json_option
@talks
def command(
    screen: Screen,
    vault: Path,
    act: str,
    place: str | None,
    first: str | None,
    last: str | None,
    stage: AskedStage | None,
    unit: str,
    *,
    round_down: bool,
    accepted_only: bool,
    as_json: bool,
) -> None:
    """The smallest total that all sources together support, with nobody counted twice.

    What was ordered and what was carried out have totals of their own, which are never added: those ordered to leave
    may be those removed. Where a source denies what counts, or says less, that is told with its words. Every figure
    that was used is listed with its sentence, and every one that was left out with the reason.
    """
    question = actions.tally_figures.ask(
        act, place, first, last, stage, unit, round_down=round_down, accepted_only=accepted_only
    )
    with unlocked(vault) as opened:
        answer = _answer(screen, opened, question, 0 if as_json else _LINES)
    if as_json:
        screen.json_line(_plain(answer))
    else:
        _show(screen, answer)


def _answer(screen: Screen, vault: Vault, question: Question, lines: int) -> Answer:
    """The answer, after a word to the person where it takes long."""
    made = actions.tally_figures
    try:
        return made.tally_figures(vault, HOLDER, question, lines, made.MOST)
    except TooLarge as error:
        screen.note(f"{error.message} This may take many minutes; a smaller area or a shorter time is quicker.")
    return made.tally_figures(vault, HOLDER, question, lines)


def _plain(answer: Answer) -> dict[str, Any]:
    """The total of which most is supported as before there were several; all of them under `stages`."""
    question = plain(answer.question)
    return {"question": question, **plain(answer.tally), "stages": [plain(one) for one in answer.tallies]}


def _show(screen: Screen, answer: Answer) -> None:
    question = answer.question
    where = f" in {question.place.name} ({question.place.id})" if question.place else ""
    when = f", {question.period}" if question.period else ""
    asked = f"{actions.tally_figures.act_words(question.act)}{where}{when}"
    several = len(answer.tallies) > 1
    for tally in answer.tallies:
        stage = f" ({_stage(tally, several=several)})" if tally.stage or several else ""
        least = f"At least {tally.minimum:,.0f} {question.unit}" if tally.minimum else "No number can be defended"
        against = ", contested" if tally.contested else ""
        screen.result(f"{least}{against}: {asked}{stage}.")
        for note in tally.contests:
            screen.result(note)
    if not question.any_stage:  # who was ordered to leave may be counted once more as removed: a note says so
        screen.result(actions.tally_figures.meaning(answer.tallies))
    for note in answer.shared:
        screen.result(note)
    for tally in answer.tallies:
        _proof(screen, answer, tally, several=several)


def _stage(tally: Tally, *, several: bool) -> str:
    if tally.stage:
        return tally.stage.value.replace("_", " ")
    return "stage not told" if several else ""


def _proof(screen: Screen, answer: Answer, tally: Tally, *, several: bool) -> None:
    if several:
        screen.result()
    of = f" ({_stage(tally, several=several)})" if several else ""
    screen.result(f"Figures used{of}")
    _lines(screen, answer, tally.used)
    screen.result(f"Figures left out, and why{of}")
    _lines(screen, answer, tally.left_out)
    if tally.highest is not None:
        path = answer.figures[tally.highest.statement].path
        screen.result(f"The highest single claim{of}: {tally.highest.value:,.0f}, in {path}.")
    screen.result(f"What sources say of the whole{of}: {_range(tally)}.")
    for note in tally.own_notes:
        if note not in answer.shared:
            screen.result(note)


def _range(tally: Tally) -> str:
    if tally.claims is None:
        return "no number"
    low, high = tally.claims
    return f"{low:,.0f}" if low == high else f"{low:,.0f} to {high:,.0f}"


def _lines(screen: Screen, answer: Answer, lines: Sequence[Line]) -> None:
    rows = []
    for line in lines[:_LINES]:
        told = answer.figures[line.statement]
        why = " ".join(_worded(word, answer) for word in line.why.split(" "))
        origin = answer.origins.get(line.statement)
        place = told.place.name if told.place else None
        said = origin.name if origin else None
        rows.append((_number(line.value), _count(told), place, told.when, said, told.review.value, why))
    show_table(screen, ("counts", "words", "place", "when", "said by", "review", "why"), rows)
    if len(lines) > _LINES:
        screen.result(f"{len(lines) - _LINES:,} more lines: see all with --json.")


def _worded(word: str, answer: Answer) -> str:
    """A word of a reason; the id of a figure gives way to what it says."""
    ident = word.rstrip(";,")
    told = answer.figures.get(ident)
    return word if told is None else f"{told.path}, “{_count(told)}”{word[len(ident) :]}"


def _number(value: float | None) -> int | float | None:
    return int(value) if value is not None and value == int(value) else value


def _count(item: StatementItem) -> str:
    return item.words or item.quote
