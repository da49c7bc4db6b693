"""Figures: listing, families, the tally with its proof, reports before and after a day."""

from __future__ import annotations

from dataclasses import dataclass

from guvoh.actions import browse_statements, compare_weeks, tally_figures
from guvoh.actions.tally_figures import AskedStage
from guvoh.assessment.families import PEOPLE
from guvoh.assessment.proof import Contest, Line, Tally
from guvoh.assessment.question import Question
from guvoh.custody import Decided, Vault
from guvoh.model import Stage, Statement
from guvoh.model.access import Actor
from guvoh.model.decisions import Review
from guvoh.model.weighing import Source
from guvoh.reporting.around import Around
from guvoh.web.api.operations import Operation


@dataclass(frozen=True, slots=True)
class Counted:
    """One line of a tally: the number it counts with (none: it states no lower bound), why, and what stands behind."""

    value: float | None
    why: str
    sha256: str
    statement: Statement
    review: Review
    origin: Source | None


@dataclass(frozen=True, slots=True)
class StageTally:
    """The total of one stage with its proof; no `stage` where sources tell none, or any was asked for.

    `contested`: who denies what counts, or gives a smaller number of the same.
    """

    stage: Stage | None
    minimum: float
    used: tuple[Counted, ...]
    left_out: tuple[Counted, ...]
    highest: Counted | None
    claims: tuple[float, float] | None
    notes: tuple[str, ...]
    contested: tuple[Contest, ...]


@dataclass(frozen=True, slots=True)
class TallyAnswer:
    """The defensible minimum with its proof. `claims`: the lowest and highest number given for the whole area asked.

    `stages` holds one total for each stage told of: they are never added. The total at the top is that of the stage
    named by `stage`, of which most is supported.
    """

    question: Question
    minimum: float
    used: tuple[Counted, ...]
    left_out: tuple[Counted, ...]
    highest: Counted | None
    claims: tuple[float, float] | None
    notes: tuple[str, ...]
    stage: Stage | None
    stages: tuple[StageTally, ...]
    contested: tuple[Contest, ...]


def tally(
    vault: Vault,
    by: Actor,
    act: str,
    place: str | None = None,
    first: str | None = None,
    last: str | None = None,
    stage: AskedStage | None = None,
    unit: str = PEOPLE,
    *,
    round_down: bool = False,
    accepted_only: bool = False,
) -> TallyAnswer:
    """The smallest total that all sources together support, with nobody counted twice; each figure with its sentence.

    Each stage has a total of its own, unless `stage` names one, or `any` for one total over all of them. `act` is a
    term, a family, a label or another word for an act. `place` is a name or a gazetteer id; `first` and `last` are days
    (2024-03-22), months or years.
    """
    question = tally_figures.ask(
        act, place, first, last, stage, unit, round_down=round_down, accepted_only=accepted_only
    )  # fmt: skip
    found = tally_figures.tally_figures(vault, by, question, most=tally_figures.MOST)
    figures = vault.decided_of(found.figures)

    def told(*lines: Line | None) -> tuple[Counted, ...]:
        """The lines without those whose statement was split or found anew since: they have nothing to show."""
        return tuple(
            _counted(line, figures[line.statement], found) for line in lines if line and line.statement in figures
        )

    def staged(made: Tally) -> StageTally:
        highest = next(iter(told(made.highest)), None)
        return StageTally(
            made.stage, made.minimum, told(*made.used), told(*made.left_out), highest, made.claims, made.notes,
            made.contested,
        )  # fmt: skip

    top = staged(found.tally)
    return TallyAnswer(
        found.question, top.minimum, top.used, top.left_out, top.highest, top.claims, top.notes, top.stage,
        tuple(map(staged, found.tallies)), top.contested,
    )  # fmt: skip


def _counted(line: Line, figure: Decided, found: tally_figures.Answer) -> Counted:
    origin = found.origins.get(line.statement)
    return Counted(line.value, line.why, figure.document.sha256, figure.statement, figure.review, origin)


def before_after(
    vault: Vault, by: Actor, day: str, act: str | None = None, place: str | None = None, weeks: int = 8
) -> Around:
    """Reported events by week before and after a day. They are reports, not occurrences."""
    return compare_weeks.compare_weeks(vault, by, day, act, place, weeks)


OPERATIONS = (
    Operation("GET", "figures", browse_statements.browse_figures),
    Operation("GET", "figures/{figure}/family", browse_statements.view_family, example={"figure": "0" * 32}),
    Operation("GET", "tally", tally),
    Operation("GET", "before-after", before_after),
)
