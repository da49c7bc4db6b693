"""What persons decide, and the custody log. Each decision is a POST that gives out the decision as it was kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from guvoh.actions import (
    browse_history,
    decide_events,
    decide_figures,
    decide_sources,
    read_decisions,
    review_statements,
)
from guvoh.model.access import Right
from guvoh.web.api.operations import Operation


def _decision(path: str, action: Callable[..., Any], right: Right, title: str = "") -> Operation:
    return Operation("POST", f"decisions/{path}", action, right, status=201, title=title)


OPERATIONS = (
    Operation("GET", "decisions", browse_history.browse_decisions),
    Operation("GET", "decisions-on/{subject}", read_decisions.history, example={"subject": "0" * 32}),
    Operation("GET", "decisions-adrift", read_decisions.adrift),
    Operation("GET", "ledger", browse_history.browse_ledger, Right.KEEP),
    _decision("accept", review_statements.accept, Right.REVIEW),
    _decision("reject", review_statements.reject, Right.REVIEW),
    _decision("correct", review_statements.correct, Right.REVIEW),
    _decision("add", review_statements.add, Right.REVIEW, "add_statement"),
    _decision("split", review_statements.split, Right.REVIEW),
    _decision("merge", review_statements.merge, Right.REVIEW),
    _decision("undo", review_statements.undo, Right.REVIEW),
    _decision("group", decide_events.group, Right.GROUP),
    _decision("separate", decide_events.separate, Right.GROUP),
    _decision("name", decide_events.name, Right.GROUP, "name_event"),
    _decision("nest", decide_events.nest, Right.GROUP),
    _decision("merge-events", decide_events.merge, Right.GROUP, "merge_events"),
    _decision("relate", decide_figures.relate, Right.GROUP),
    _decision("identify", decide_sources.identify, Right.GROUP),
    _decision("distinguish", decide_sources.distinguish, Right.GROUP),
    _decision("part", decide_sources.part, Right.GROUP, "part_source"),
    _decision("grade-source", decide_sources.grade_source, Right.GROUP),
    _decision("grade-statement", decide_sources.grade_statement, Right.GROUP),
)
