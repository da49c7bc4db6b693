"""Who says a number as the words of its page tell: weighing does not build on a source that is only the likeliest."""

from __future__ import annotations

from dataclasses import replace

from guvoh.model import Findings, Statement


def by_words(findings: Findings) -> Findings:
    """The findings with each number that only most likely is part of an account left to its page.

    Two pages would else share an origin, or one line of support, on a guess.
    """
    if not any(s.likely_told for s in findings.statements):
        return findings
    return replace(findings, statements=tuple(_of_the_page(s) if s.likely_told else s for s in findings.statements))


def _of_the_page(statement: Statement) -> Statement:
    """Without its first link, behind which the page's own stand: its writer's, its publisher's."""
    return replace(statement, attribution=statement.attribution[1:])
