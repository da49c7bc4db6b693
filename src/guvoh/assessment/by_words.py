"""Who says a number as the words of its page tell: weighing does not build on a source that is only the likeliest."""

from __future__ import annotations

from dataclasses import replace

from guvoh.model import Findings, Statement
from guvoh.model.statement import LIKELY


def by_words(findings: Findings) -> Findings:
    """The findings with each number that only most likely is part of an account left to its page.

    Two pages would else share an origin, or one line of support, on a guess.
    """
    if not any(_is_guessed(s) for s in findings.statements):
        return findings
    return replace(findings, statements=tuple(_of_the_page(s) if _is_guessed(s) else s for s in findings.statements))


def _is_guessed(statement: Statement) -> bool:
    return any(why.startswith(LIKELY) for why in statement.why)


def _of_the_page(statement: Statement) -> Statement:
    """Without its first link, behind which the page's own stand: its writer's, its publisher's."""
    return replace(statement, attribution=statement.attribution[1:])
