"""Numbers set against each other in one sentence: «полиция говорит о 20, адвокаты — о 60», «…, по данным X — 60»."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.extraction.attribution.lexicon import CueKind
from guvoh.extraction.attribution.windows.lexicon import people, words
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.readings import GEN, NOM
from guvoh.extraction.attribution.windows.scene import DASHES, Scene, Told, verb_of

AGAINST = frozenset({"а", "но", "однако"})
"""What may stand between a comma and whoever speaks behind it."""
_ABOUT = frozenset({"о", "об"})
_OPENING = 3  # tokens of a sentence within which a phrase before a source opens it
RULE = "“X tells of 20, Y — of 60”"


def elliptic(scene: Scene) -> Iterator[Told]:
    """What those tell whose verb is the one before the comma."""
    for comma in (t.i for t in scene.tokens if t.text == "," and scene.free(t.i)):
        source = _without_verb(scene, comma)
        if source is None:
            continue
        told = source.last + 2
        sentence = scene.sentence_of(comma)
        end = scene.around(told)[1]
        span = (scene.tokens[told].start, scene.tokens[min(end, sentence.stop) - 1].end)
        cue = (scene.tokens[source.last + 1].start, scene.tokens[source.last + 1].end)
        yield Told(cue, CueKind.REPORT, source, (span,), sentence.i, RULE)


def set_against(scene: Scene, comma: int) -> bool:
    """Whether somebody else's number begins behind a comma."""
    return _without_verb(scene, comma) is not None or _by_phrase(scene, comma)


def _without_verb(scene: Scene, comma: int) -> Phrase | None:
    """Who tells behind a comma without a verb: «Полиция сообщила о 20 задержанных, правозащитники — о 60»."""
    first = comma + 1 + (scene.low(comma + 1) in AGAINST)
    if first >= len(scene.tokens) or not scene.free(first) or not _speaks(scene, comma):
        return None
    found = scene.reader.read(first, NOM, scene.around(first)[1])
    if found is None or found.pronoun or not _dash_and_number(scene, found.last + 1):
        return None
    known = people().human | people().collective | scene.reader.heads.keys()
    return found if found.body is not None or found.name is not None or found.lemma in known else None


def _speaks(scene: Scene, comma: int) -> bool:
    """Whether a verb of saying stands in the very clause before the comma: no «сказал, что одни получают 20»."""
    lo = scene.around(comma - 1)[0]
    return any(verb_of(scene.tokens[i]) is not None for i in range(lo, comma))


def _dash_and_number(scene: Scene, i: int) -> bool:
    if scene.low(i) not in DASHES or i + 1 >= len(scene.tokens):
        return False
    at = i + 1 + (scene.low(i + 1) in words().sets["before_counts"])
    return scene.low(i + 1) in _ABOUT or (at < len(scene.tokens) and scene.tokens[at].pos == "NUM")


def _by_phrase(scene: Scene, comma: int) -> bool:
    """Whether «по данным X» opens the clause behind a comma where another such phrase opens the sentence."""
    first = comma + 1 + (scene.low(comma + 1) in AGAINST)
    run = next((r for i, r in scene.runs("genitive", first, first + 1)), None)
    if run is None:
        return False
    opens = scene.sentence_of(comma).first
    if any(i < comma for i, _ in scene.runs("genitive", opens, opens + _OPENING)):
        return True
    source = scene.reader.read(first + len(run), GEN, scene.around(first)[1])
    return source is not None and _dash_and_number(scene, source.last + 1)
