"""Who speaks where no verb tells it: “NAME: …”, a quotation after a colon, “…” — Name, the turns of an interview."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.claims import speaks
from guvoh.extraction.attribution.kinds_of_tokens import DASHES, MARKS
from guvoh.extraction.attribution.lexicon import CueKind, Cues, Roles, saying_words
from guvoh.extraction.attribution.scene import Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from
from guvoh.model import Span

TURN = "“NAME: …”, a turn of a conversation"
"""The rule of a speaker's turn; what it tells runs to the end of its paragraph."""


_DATA = saying_words()["data"]
_NO_LABELS = frozenset({"you", "we", "can", "do", "how", "what", "why", "is", "are", "to", "must", "who", "when"})
_ONES = frozenset({"one", "another", "others"})


def _label(word: str) -> bool:
    return word.isupper() or word in ("-", ".", "’", "'")


class TurnRules:
    """The rules for colons and signatures, over one vocabulary."""

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self.cues = cues
        self.roles = roles

    def colon(self, scene: Scene, i: int, word: str) -> Report | None:
        """“X compared it to a camp: “…””, and the turns of an interview, “NAME: …”."""
        if word != ":" or i + 2 >= scene.stop or scene.in_quote(i):
            return None
        q = scene.quotes.at(scene.tokens[i + 1].start)
        subject = next((t for t in scene.tokens[scene.first : i] if t.relation == "nsubj"), None)
        if q is not None and q.words > 3 and subject is not None:
            source: Phrase | None = scene.phrase(subject.i, scene.first, i)
            span: Span | None = (q.start, q.end)
        else:
            source = self._turn(scene, i) or self._heading(scene, i)
            span = content.trim(scene, i + 1, scene.stop)
        host = self._host(scene, i) if source is not None else False
        if span is not None and host:
            cue = (scene.tokens[i].start, scene.tokens[i].end)
            return Report(cue, CueKind.REPORT, None, (span,), scene.sentence.i, TURN, trigger=i)
        turn = self._turn(scene, i) is not None
        if source is None or span is None or not (turn or self._may_speak(scene, source)):
            return None
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        rule = TURN if q is None and turn else "“X: …”"
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, rule, trigger=i)

    def _may_speak(self, scene: Scene, source: Phrase) -> bool:
        head = scene.tokens[source.head]
        return head.pos == "PRON" or head.lower in _ONES or speaks(scene, source, self.cues, self.roles)

    def _heading(self, scene: Scene, colon: int) -> Phrase | None:
        """The body or role that a line opens with: "City Hall: 3,450", "Lawyer: 40 held"."""
        source = phrase_from(scene, scene.first, colon)
        if source is None or source.last != colon - 1 or colon - scene.first > 6:
            return None
        head = scene.lower(source.head)
        words = scene.words(source)
        named = scene.tokens[source.head].pos == "PROPN" and (len(words.split()) > 1 or "-" in words or words.isupper())
        spoken = head in self.roles.human | self.roles.collective or named
        number = any(t.pos == "NUM" for t in scene.tokens[colon + 1 : min(scene.stop, colon + 5)])
        return source if spoken and number else None

    def _host(self, scene: Scene, colon: int) -> bool:
        """Whether the turn is the page's own: a presenter's or a reporter's."""
        words = [t.text for t in scene.tokens[scene.first : colon]]
        return all(w.isupper() or not w.isalpha() for w in words) and words[-1].lower() in self.cues.words["hosts"]

    def _turn(self, scene: Scene, colon: int) -> Phrase | None:
        """The speaker of a turn: up to four words in capitals at the head of the sentence, a role after a comma."""
        words = [t for t in scene.tokens[scene.first : colon] if t.text not in MARKS]
        comma = next((n for n, t in enumerate(words) if t.text == ","), len(words))
        label = words[:comma]
        if not 0 < len(label) <= 6 or not all(_label(t.text) for t in label) or not any(len(t.text) > 1 for t in label):
            return None
        if any(t.lower in _NO_LABELS for t in label) or self._town(words[comma + 1 :]):
            return None  # "WHAT YOU CAN DO: write to the minister"
        return Phrase(label[0].i, label[-1].i, label[-1].i)

    def _town(self, behind: list[Token]) -> bool:
        """Whether what follows a comma makes the label a dateline: "ROSSO, Mauritania:", no "ANN LEE, Mayor:"."""
        known = self.roles.human | self.roles.official
        return bool(behind) and all(t.text.istitle() and t.lower not in known for t in behind)

    def signatures(self, scene: Scene) -> Iterator[Report]:
        """“Quotation” ― Name."""
        yield from self._closing_source(scene)
        for i in range(scene.first + 2, scene.stop - 1):
            if scene.tokens[i].text not in DASHES:
                continue
            apart = scene.tokens[i].end < scene.tokens[i + 1].start  # no hyphen
            if apart and not scene.in_quote(i):
                yield from self._credited(scene, i)
            if scene.tokens[i - 1].text not in MARKS:
                continue
            name = phrase_from(scene, i + 1, scene.stop)
            q = scene.quotes.at(scene.tokens[i - 1].start)
            if (
                name
                and q
                and q.words > 3
                and scene.tokens[i + 1].text[:1].isupper()
                and not scene.finite(name.last, scene.stop)
            ):
                cue = (scene.tokens[i].start, scene.tokens[i].end)
                yield Report(cue, CueKind.REPORT, name, ((q.start, q.end),), scene.sentence.i, "“…” — X", trigger=i)

    def _closing_source(self, scene: Scene) -> Iterator[Report]:
        """“214 summoned, data of X”, “1,930 held (regional MVD)”: the source that closes a line with a number."""
        end = scene.stop - (scene.tokens[scene.stop - 1].text == ".")
        if scene.lower(end - 1) == ")":
            opens = next((n for n in range(end - 2, max(scene.first, end - 12), -1) if scene.lower(n) == "("), None)
            begin, end, cue = (opens or 0) + 1, end - 1, opens
            if opens is not None and scene.tokens[opens - 1].pos == "PROPN":
                return  # an abbreviation
        else:
            cue = next((n for n in range(end - 2, max(scene.first, end - 12), -1) if self._data_of(scene, n)), None)
            begin = (cue or 0) + 3
        span = content.trim(scene, scene.first, cue) if cue is not None else None
        if cue is None or span is None or not any(t.pos == "NUM" for t in scene.tokens[scene.first : cue]):
            return
        joints = [n for n in range(begin, end) if scene.lower(n) == ";"]  # "(court press service; our observer)"
        for mark, first, stop in zip([cue, *joints], [begin, *(n + 1 for n in joints)], [*joints, end], strict=True):
            name = phrase_from(scene, first, stop)
            named_law = name is not None and scene.lower(name.head) in self.cues.words["not_sources"]  # "(Article 318)"
            if name is None or named_law or name.last != stop - 1 or not speaks(scene, name, self.cues, self.roles):
                return
            at = (scene.tokens[mark].start, scene.tokens[mark + (scene.lower(mark) == ",")].end)
            yield Report(at, CueKind.REPORT, name, (span,), scene.sentence.i, "“…, data of X”", trigger=mark)

    def _data_of(self, scene: Scene, i: int) -> bool:
        return scene.lower(i) == "," and scene.lower(i + 1) in _DATA and scene.lower(i + 2) in ("of", "from", "by")

    def _credited(self, scene: Scene, dash: int) -> Iterator[Report]:
        """“312 held in 24 cities – Name”: what stands before the dash, when it holds a number."""
        name = phrase_from(scene, dash + 1, scene.stop)
        end = scene.stop - (scene.tokens[scene.stop - 1].text == ".")
        if name is None or name.last != end - 1 or name.first != dash + 1 or scene.tokens[name.head].pos != "PROPN":
            return
        before = scene.tokens[scene.first : dash]
        headed = bool(before) and before[0].pos == "NUM"  # "312 held in 24 cities": no verb, whatever its tag
        if not any(t.pos == "NUM" for t in before) or (scene.finite(scene.first, dash) and not headed):
            return
        span = content.trim(scene, scene.first, dash)
        cue = (scene.tokens[dash].start, scene.tokens[dash].end)
        if span is not None:
            yield Report(cue, CueKind.REPORT, name, (span,), scene.sentence.i, "“… – X”", trigger=dash)
