"""Who is cited by whom: «сообщает ТАСС со ссылкой на МЧС», «ссылаясь на источник»."""

from __future__ import annotations

from guvoh.extraction.attribution.windows.lexicon import words
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.readings import GEN, readings
from guvoh.extraction.attribution.windows.scene import Scene


def cited_in(scene: Scene, first: int, stop: int) -> tuple[Phrase, tuple[int, int]] | None:
    """Who is cited between two tokens, with the characters of the words that say so; None where nobody is."""
    for i, run in scene.runs("citing", first, stop):
        if scene.free(i):
            case = GEN if run[-1] == "слов" else "accs"
            same = 2 if scene.low(i + len(run) + 1) == "же" else 0  # «цитируя ту же Токареву»
            at, hi = i + len(run) + same, scene.around(i)[1]
            given = scene.low(at) in words().sets["given_nouns"]  # «со ссылкой на данные МВД»
            if scene.low(at) in words().sets["its_own"]:
                continue  # «со ссылкой на свои источники»
            source = scene.reader.read(at + 1, GEN, hi) if given else scene.reader.read(at, case, hi)
            if source is not None:
                return source, (scene.tokens[i].start, scene.tokens[source.last].end)
    return None


def whose_site(scene: Scene, message: Phrase) -> Phrase | None:
    """Whose site it stands on: «говорится в сообщении на сайте УМВД»."""
    at = message.last + 1
    alone = message.first == message.last and message.lemma in words().sets["messages"]
    if not alone or scene.low(at) not in ("на", "в") or at + 2 >= len(scene.tokens):
        return None
    on = any(r.lemma in words().sets["platforms"] for r in readings(scene.tokens[at + 1].text)[:2])
    return scene.reader.read(at + 2, GEN, scene.around(at)[1]) if on else None
