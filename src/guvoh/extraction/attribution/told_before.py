"""What a document's sentences report: who tells those before them, else what each tells itself."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.attribution.data_told import DataTold
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS, Cues, Roles
from guvoh.extraction.attribution.listed_data import ListedData
from guvoh.extraction.attribution.pointing_back import PointingBack
from guvoh.extraction.attribution.rulings import Rulings
from guvoh.extraction.attribution.said_before import SaidBefore, ToldSoFar
from guvoh.extraction.attribution.scene import Report, Scene
from guvoh.extraction.attribution.told_by import ToldBy


class ToldBefore:
    """The rules for sentences that tell who says those before them, over one document, in the order of its text."""

    def __init__(self, cues: Cues, roles: Roles, rulings: Rulings) -> None:
        self._listed = ListedData(cues, roles)
        self._rules = ToldBy(cues, roles), DataTold(cues, roles), PointingBack(cues, roles)
        self._said_before = SaidBefore(cues, roles)
        self._rulings = rulings
        self._told = ToldSoFar()

    def reports(self, scene: Scene, found: Sequence[Report]) -> list[Report]:
        """The report that the next sentence makes of those before it; else what it tells itself, `found`."""
        rules = (whole for rule in self._rules if (whole := rule.report(scene, self._told)) is not None)
        whole = next(rules, None) or self._said_before.report(scene, found, self._told)
        if whole is not None:
            self._told.tells(scene.sentence.i)
            return [whole]
        listed = self._listed.report(scene)
        own = list(found)
        if listed is not None and all(r.content != listed.content for r in found):
            own = [*(r for r in found if r.trigger != listed.trigger), listed]
        if any(self._is_source(scene, r) for r in own):
            self._told.own = scene.sentence.i
        return own

    def _is_source(self, scene: Scene, report: Report) -> bool:
        """Whether somebody says what the sentence tells; a court that rules only does it."""
        spoken = report.kind in CHAIN_KINDS and report.source is not None and not report.weak
        return spoken and not report.in_quote and not self._rulings.act(scene, report)
