"""From findings to what the sources say together. Pure; the order of the input does not matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from guvoh.assessment.collector import without_collector
from guvoh.assessment.comparing import conflicting, pairs
from guvoh.assessment.corpus import Entry
from guvoh.assessment.events import Happening, tell
from guvoh.assessment.groundwork import Groundwork, lay
from guvoh.assessment.origins import origins
from guvoh.assessment.rulings import NONE, Rulings
from guvoh.assessment.sums import sums
from guvoh.assessment.support import support
from guvoh.assessment.watching import Step, Watch, begin, unwatched
from guvoh.model import Findings
from guvoh.model.weighing import Support, Weighed

VERSION = "48"
"""Version of the rules: raised when the same findings would be weighed otherwise, so that vaults are weighed again."""
_SHOWN = 3  # paths spelled out in a problem


def weigh(
    findings: Sequence[Findings], rulings: Rulings = NONE, watch: Watch = unwatched, *, put_together: bool = False
) -> Weighed:
    """Weigh findings of any number of documents against each other.

    The same findings in any order give an equal result. The same bytes under several paths count as one document.
    `rulings` are what persons decided about sources, events and figures; `watch` is told each step. With `put_together`
    a person set these documents side by side, so that two of them are likelier of one matter than two of a vault.
    """
    with without_collector():
        return word(lay(findings, rulings, watch, put_together=put_together), rulings, watch)


def word(laid: Groundwork, rulings: Rulings = NONE, watch: Watch = unwatched) -> Weighed:
    """All that is said on groundwork laid, as persons ruled."""
    begin(watch, Step.FIGURES)
    figures = rulings.figures(pairs(laid.happenings), laid.happenings)
    disputed = conflicting(figures)
    begin(watch, Step.SUPPORT)
    events = tuple(tell(h, laid.whole.get(h.id), _supported(h, laid, disputed)) for h in laid.happenings)
    begin(watch, Step.DOCUMENTS)
    return Weighed(
        sources=tuple(laid.registry.sources[key] for key in sorted(laid.registry.sources)),
        origins=origins(laid.entries, laid.tracer),
        documents=laid.documents,
        events=rulings.events(events),
        figures=(*figures, *sums(laid.happenings)),
        problems=tuple(problems(*lacking(laid.entries))),
    )


def _supported(happening: Happening, laid: Groundwork, disputed: AbstractSet[str]) -> Support:
    in_conflict = not disputed.isdisjoint(happening.ids)
    return support(happening.members, laid.registry, in_conflict=in_conflict, by_hand=happening.by_hand)


def lacking(entries: Iterable[Entry]) -> tuple[list[str], list[str]]:
    """The paths of documents that tell something but lack a date of publication, and of those that lack a publisher."""
    telling = [entry.document for entry in entries if entry.findings.statements]
    undated = [document.path for document in telling if document.published is None]
    return undated, [document.path for document in telling if document.publisher is None]


def problems(undated: Sequence[str], unnamed: Sequence[str]) -> Iterator[str]:
    """What weighing could not know, in words that a person can act on; paths, sorted, of documents that lack it."""
    if undated:
        yield (
            f"The date of publication is not known of {_listed(undated)}: which document came first, and what it may "
            "count, stays open. A side-car (FILE.meta.json) can give it."
        )
    if unnamed:
        yield (
            f"The publisher is not known of {_listed(unnamed)}: each is taken for a source of its own. "
            "A side-car (FILE.meta.json) can give it."
        )


def _listed(paths: Sequence[str]) -> str:
    more = f" and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else ""
    return ", ".join(paths[:_SHOWN]) + more
