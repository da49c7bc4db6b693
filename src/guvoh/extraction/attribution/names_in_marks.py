"""Bodies whose name in quotation marks is any words at all: "the project “I Want to Live”"."""

from __future__ import annotations

import re

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.kinds_of_tokens import MARKS
from guvoh.extraction.attribution.lexicon import Organisations, Roles
from guvoh.extraction.attribution.quotes import Quotation
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.model import Span

_TITLED = r"[A-Z0-9][\w’'-]*"
_TITLE_BEHIND = re.compile(
    rf" (?P<name>(?:[A-Z]|[A-Z][\w-]*['’](?:s|re|m)|[A-Z][\w.-]*\w)(?: {_TITLED})*? "
    rf"(?:To|My|Our|Your|The|Is|It|We|Us|Me|In|On|Of|And|Want)(?: {_TITLED})*)(?=[ ,.;:])"
)
"""A name of Title Case words among which is one that no other name holds: "I Want To Find", "It's My City"."""
_LONGEST = 6
"""Words that such a name may have."""
_ENDS = frozenset(",.!?…:;")


def name_in_marks(scene: Scene, phrase: Phrase, roles: Roles, bodies: Organisations) -> tuple[Span, str] | None:
    """Where the name stands and the noun that tells what it names; None where the phrase holds no such name."""
    for q in scene.quoted:
        if not _may_be_name(scene.text, q):
            continue
        within = [t for t in scene.tokens[scene.first : scene.stop] if q.start <= t.start and t.end <= q.end]
        words = [t for t in within if t.text not in MARKS]
        if len(words) < 2 or not all(t.text[0].isalnum() for t in (words[0], words[-1])):
            continue
        before, after = within[0].i - 1, within[-1].i + 1
        touches = phrase.first <= after and before <= phrase.last
        heads = phrase.head in (before, after) or within[0].i <= phrase.head <= within[-1].i
        if not touches or not heads:
            continue
        noun = next((i for i in (before, after) if _tells_what(scene, i, roles, bodies)), None)
        if noun is not None and (noun == before or phrase.first <= within[0].i):
            return (words[0].start, words[-1].end), scene.lower(noun)
    return None


def title_behind(scene: Scene, noun: Token) -> Span | None:
    """Where a title stands right behind a noun, without marks: "the project I Want To Live"."""
    title = _TITLE_BEHIND.match(scene.text, noun.end, scene.sentence.end)
    return title.span("name") if title is not None else None


def _may_be_name(text: str, q: Quotation) -> bool:
    inner = text[q.start + 1 : q.end - 1]
    return q.closed and q.words <= _LONGEST and inner[:1].isupper() and inner[-1:] not in _ENDS


def _tells_what(scene: Scene, i: int, roles: Roles, bodies: Organisations) -> bool:
    """Whether a common noun in the singular names a kind of body that has a name of its own."""
    noun = scene.token(i)
    if noun is None or not noun.text.islower() or noun.tag in ("NNS", "NNPS"):
        return False
    return noun.lower in bodies.heads or noun.lower in roles.media or noun.lower in roles.collective
