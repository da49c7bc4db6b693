"""Persons' decisions applied to what the machine found: pure, in the order decided, and never lost by a later run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from guvoh.model import Document, Findings, Span, Statement, plain
from guvoh.model.decisions import Decision, DecisionKind, Review, Selector, standing
from guvoh.model.errors import BadTerm
from guvoh.model.findings import build
from guvoh.model.statement import LIKELY

NEIGHBOURS = 32
"""Characters kept before and after a quote, to find it again."""


@dataclass(frozen=True, slots=True)
class Applied:
    """One document's findings as persons left them; what is rejected is still in them.

    `reviews` holds the state of every statement that a person decided on; `adrift` the decisions that found no place.
    """

    findings: Findings
    reviews: Mapping[str, Review]
    adrift: tuple[str, ...] = ()
    credibility: Mapping[str, str] = field(default_factory=dict)
    """Grades 1 to 6 that persons gave to statements."""

    @property
    def standing(self) -> Findings:
        """The findings without what was rejected: what weighing sees."""
        rejected = {key for key, state in self.reviews.items() if state is Review.REJECTED}
        kept = tuple(s for s in self.findings.statements if s.id not in rejected)
        return self.findings if not rejected else replace(self.findings, statements=kept)


@dataclass(slots=True)
class _State:
    """How far the decisions on one statement have come: whose content it has, who agrees, whether it was rejected."""

    content: Review | None = None
    agreed: set[str] = field(default_factory=set)
    rejected: bool = False

    def review(self, needed: int) -> Review:
        if self.rejected:
            return Review.REJECTED
        if not self.agreed:
            return Review.SUGGESTED
        return Review.AWAITING if len(self.agreed) < needed else self.content or Review.ACCEPTED


def apply(findings: Findings, decisions: Sequence[Decision], *, two: bool = False) -> Applied:
    """The findings of one document after the decisions that stand, which may be those of other documents too.

    A statement decided on keeps the id it had then: one that was found anew under another id is recognised by its
    quote, act and number (W3C TextQuoteSelector), and takes the id decided on. `two`: two persons must agree before
    what one of them accepted, corrected or added counts as such.
    """
    mine = [d for d in standing(tuple(decisions)) if any(_is_of(s, findings.document) for s in d.selectors)]
    if not mine:
        return Applied(findings, {})
    desk = _Desk(findings, _by_hand(mine))
    for decision in mine:
        desk.attach(decision)
    for decision in mine:
        desk.decide(decision)
    return desk.result(2 if two else 1)


def _by_hand(decisions: Sequence[Decision]) -> frozenset[str]:
    added = {s for d in decisions if d.kind is DecisionKind.ADD for s in d.subjects}
    pieces = {str(p.get("id")) for d in decisions if d.kind is DecisionKind.SPLIT for p in d.value("into")}
    return frozenset(added | pieces)


def selector(document: Document, statement: Statement) -> Selector:
    """What a statement is found again by."""
    text, start, end = document.text, statement.start, statement.end
    return Selector(
        document.sha256,
        text[start:end],
        text[max(0, start - NEIGHBOURS) : start],
        text[end : end + NEIGHBOURS],
        start,
        statement.act or "",
        statement.count.words if statement.count else "",
    )


def corrected(statement: Statement, values: Mapping[str, Any]) -> Statement:
    """The statement with corrected fields, as in the contract's JSON. Raises BadTerm when they do not fit it.

    Once a person has said who says it, no reason tells any more that the source is only the likeliest.
    """
    made = _built({**plain(statement), **values, "id": statement.id})
    told = "attribution" in values and made.likely_told
    return replace(made, why=tuple(why for why in made.why if not why.startswith(LIKELY))) if told else made


def _built(data: Mapping[str, Any]) -> Statement:
    try:
        made: Statement = build(Statement, data)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise BadTerm(
            "A statement given by hand does not have the contract's shape.", "Give its fields as `guvoh find --json`."
        ) from error
    return made


def _is_of(one: Selector, document: Document) -> bool:
    return one.sha256 == document.sha256


class _Desk:
    """One document's statements while decisions are applied to them."""

    def __init__(self, findings: Findings, by_hand: frozenset[str]) -> None:
        self._findings = findings
        self._by_hand = by_hand
        self._made = {s.id: s for s in findings.statements}
        self._states: dict[str, _State] = {}
        self._moved: dict[str, str] = {}
        self._adrift: dict[str, None] = {}
        self._credibility: dict[str, str] = {}

    def attach(self, decision: Decision) -> None:
        """Let the statements decided on go by the ids they had when they were decided on."""
        for subject, where in zip(decision.subjects, decision.selectors, strict=False):
            if subject in self._made or subject in self._by_hand or not _is_of(where, self._findings.document):
                continue
            same = [s for s in self._made.values() if self._fits(s, where)]
            if len(same) > 1:
                same = [s for s in same if self._between(s, where)]
            if len(same) == 1:
                self._moved[same[0].id] = subject
                del self._made[same[0].id]
                self._made[subject] = replace(same[0], id=subject)

    @staticmethod
    def _fits(statement: Statement, where: Selector) -> bool:
        words = statement.count.words if statement.count else ""
        return (statement.quote, statement.act or "", words) == (where.exact, where.act, where.count)

    def _between(self, statement: Statement, where: Selector) -> bool:
        return selector(self._findings.document, statement).prefix == where.prefix and (
            selector(self._findings.document, statement).suffix == where.suffix
        )

    def decide(self, decision: Decision) -> None:
        """Apply one decision; one whose statement, quote or terms are not there any more is adrift."""
        known = [subject for subject in decision.subjects if subject in self._made]
        try:
            match decision.kind:
                case DecisionKind.ADD:
                    self._put(decision, [decision.value("statement")], Review.ADDED)
                case DecisionKind.SPLIT:
                    self._put(decision, decision.value("into"), Review.CORRECTED)
                    for key in known:
                        self._made.pop(key, None)
                case _ if len(known) < sum(_is_of(s, self._findings.document) for s in decision.selectors):
                    self._adrift[decision.id] = None
            self._judge(decision, known)
        except BadTerm:
            self._adrift[decision.id] = None

    def _judge(self, decision: Decision, known: Sequence[str]) -> None:
        match decision.kind:
            case DecisionKind.ACCEPT:
                for key in known:
                    state = self._state(key)
                    state.rejected = False
                    state.agreed.add(decision.by)
            case DecisionKind.REJECT:
                for key in known:
                    self._state(key).rejected = True
                    self._state(key).agreed.clear()
            case DecisionKind.CORRECT if known:
                self._correct(decision, known[0])
            case DecisionKind.GRADE:
                self._credibility |= dict.fromkeys(known, decision.value("credibility") or "")
            case DecisionKind.MERGE if known:
                for key in known[1:]:
                    self._moved[key] = known[0]
                    del self._made[key]
                self._states[known[0]] = _State(Review.CORRECTED, {decision.by})

    def _correct(self, decision: Decision, key: str) -> None:
        before = self._made[key]
        where = next(s for s in decision.selectors if _is_of(s, self._findings.document))
        after = corrected(before, _shifted(decision.all_values(), where, before.start - where.position))
        if not verbatim(after, self._findings.document.text):
            raise BadTerm("A quote is not verbatim at its place.")
        state = self._state(key)
        if after != before or state.content is None:
            state.agreed.clear()
        state.content, state.rejected = state.content or Review.CORRECTED, False
        state.agreed.add(decision.by)
        self._made[key] = after

    def _put(self, decision: Decision, pieces: Sequence[Mapping[str, Any]], content: Review) -> None:
        """Put statements made by hand, each at its quote. Raises BadTerm when one of them has no place."""
        where = next(s for s in decision.selectors if _is_of(s, self._findings.document))
        move = self._move(where)
        made = [_built(_shifted(piece, where, move)) for piece in pieces]
        if not all(verbatim(s, self._findings.document.text) for s in made):
            raise BadTerm("A quote is not verbatim at its place.")
        for statement in made:
            self._made[statement.id] = statement
            self._states[statement.id] = _State(content, {decision.by})

    def _move(self, where: Selector) -> int:
        """How far the selector's quote has moved. Raises BadTerm when it stands nowhere, or at several places alike."""
        text = self._findings.document.text
        if text.startswith(where.exact, where.position):
            return 0
        found = list(_places(text, where.exact))
        if len(found) > 1:
            whole = where.prefix + where.exact + where.suffix
            found = [at + len(where.prefix) for at in _places(text, whole)]
        if len(found) != 1:
            raise BadTerm("A quote is not found again.")
        return found[0] - where.position

    def _state(self, key: str) -> _State:
        return self._states.setdefault(key, _State())

    def result(self, needed: int) -> Applied:
        """What was made of the document."""
        made = sorted(map(self._whole, self._made.values()), key=lambda s: (s.start, s.count.start if s.count else 0))
        reviews = {key: state.review(needed) for key, state in self._states.items() if key in self._made}
        return Applied(replace(self._findings, statements=tuple(made)), reviews, tuple(self._adrift), self._credibility)

    def _whole(self, statement: Statement) -> Statement:
        """The statement with its whole by the id that goes now; a whole that was taken away is none."""
        count = statement.count
        if count is None or count.of is None or count.of in self._made:
            return statement
        now = self._moved.get(count.of)
        return replace(statement, count=replace(count, of=now if now in self._made else None))


def verbatim(statement: Statement, text: str) -> bool:
    """Whether quote and number stand in the text where the statement says."""
    count = statement.count
    said = [(statement.start, statement.end, statement.quote)]
    if count is not None:
        said.append((count.start, count.end, count.words))
    return all(words and 0 <= start <= end and text[start:end] == words for start, end, words in said)


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _shifted(values: Any, where: Selector, move: int) -> Any:  # noqa: ANN401
    """The values with every span moved as the quote has moved; one outside the quote points to its beginning."""
    if move == 0:
        return values
    if isinstance(values, list):
        return [_shifted(item, where, move) for item in values]
    if not isinstance(values, Mapping):
        return values
    out = {key: _shifted(item, where, move) for key, item in values.items()}
    if isinstance(out.get("start"), int) and isinstance(out.get("end"), int):
        span: Span = (out["start"], out["end"])
        inside = where.position <= span[0] <= span[1] <= where.position + len(where.exact)
        start, end = span if inside else (where.position, where.position)
        out |= {"start": start + move, "end": end + move}
    return out


def by_document(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """The decisions that touch each document, by content address; an undoing goes wherever what it undoes goes."""
    out: dict[str, list[Decision]] = {}
    where: dict[str, set[str]] = {}
    for decision in sorted(decisions, key=lambda d: d.number):
        at = {s.sha256 for s in decision.selectors}
        if decision.kind is DecisionKind.UNDO:
            at = where.get(str(decision.value("decision")), set())
        where[decision.id] = at
        for sha256 in at:
            out.setdefault(sha256, []).append(decision)
    return out
