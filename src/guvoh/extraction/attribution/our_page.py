"""The body whose own account a page is, by its "we" and by what the text tells of that body's work.

"Lawyers of X have lodged nine appeals. We demand": no line names who made the page, but its own words do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from guvoh.extraction.attribution.lexicon import speaker_patterns
from guvoh.extraction.attribution.maker_lines import stands_alone

QUOTED = re.compile(r"[“\"«][^”\"»]*[”\"»]?|‘(?:[^’\n]|’(?=\w)){0,400}’|(?<!\w)'(?:[^'\n]|'(?=\w)){0,400}'(?!\w)")
"""What stands in quotation marks of any kind; an apostrophe within a word is none."""
_SPOKEN = re.compile(r"[-–—] ?(?=\S)")
_TURN = re.compile(r"[^\W\d_a-z][\w.’-]*(?: [^\W\d_a-z][\w.’-]*)+: ")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{2}[.!?:])\s+|\n")
_NAME = re.compile(
    r"[^\W\d_a-z][\w.&’'/-]*(?: (?:(?:of|for|and|the) ){0,2}[^\W\d_a-z][\w.&’'/-]*){0,9}(?: \((?:the )?[A-Z][\w-]*\))?"
)
_END = re.compile(r"(?:['’]s?|\.)$")
_INITIALS = re.compile(r"(?P<name>.+?) \((?:the )?(?P<short>[A-Z][\w-]*)\)")
_LEAST_WORDS = 2  # of a name that neither a noun nor its initials show to be a body's
_SHORT_LINE, _NEAR, _FAR, _HEAD, _LONG_WORD = 80, 80, 300, 3, 5
_BEFORE = ("members_of", "statement_of", "people_of", "gathered_by")
_BEHIND = ("takes_a_stand", "tells_own_work", "is_a_group", "has_people")
_CALLED = "called_a_body"
_OWN_WORK = frozenset({"members_of", "gathered_by", "tells_own_work", "is_a_group"})
_SHOWS_BODY = frozenset({_CALLED, "members_of", "is_a_group"})


class OurPage:
    """Who "we" are on a page: `lines` are those of its text, the title first.

    `is_body` knows bodies by their name, `is_office` those of a state or of states, `is_other` what makes no page: a
    person, a business, a place where people are kept.
    """

    def __init__(
        self,
        lines: Sequence[str],
        is_body: Callable[[str], bool],
        is_office: Callable[[str], bool],
        is_other: Callable[[str], bool],
    ) -> None:
        self._lines = [QUOTED.sub("", line) for line in _without_turns(lines, is_body)]
        self._text = "\n".join(self._lines)
        self._is_body, self._is_office, self._is_other = is_body, is_office, is_other

    def body(self) -> str | None:
        """The body that tells the page, or None where the page is of the press or shows no such body.

        "We demand", "our lawyers" show it with one sign whose work it is; "we counted", which a paper may say too, with
        the body's own work or two signs; a mere "us", or a stand at the end ("X condemns … and demands"), with both.
        """
        known = speaker_patterns()
        if known["of_the_press"].search(self._text):
            return None
        own, counts = (known[way].search(self._text) is not None for way in ("own_account", "own_inquiry"))
        if not (own or counts or known["first_person"].search(self._text) or self._ends_with_a_stand()):
            return None
        found = self._named()
        name = max(found, key=lambda one: len(found[one]), default=None)
        if name is None:
            return self._heads() if own else None
        signs = found[name]
        works, several = bool(signs & _OWN_WORK), len(signs) > 1
        return name if own or (counts and works) or (several and signs - {"takes_a_stand"}) else None

    def _heads(self) -> str | None:
        """The body whose name stands alone at the head of the page."""
        return next((line for line in self._lines[:_HEAD] if stands_alone(line, self._is_body)), None)

    def _ends_with_a_stand(self) -> bool:
        """Whether the last line that is a sentence takes a stand of its own."""
        long = [line for line in self._lines if len(line) > _SHORT_LINE]
        return any("takes_a_stand" in ways for line in long[-1:] for _, ways in _signs(line))

    def _named(self) -> dict[str, set[str]]:
        """In which ways the text tells of the work of which body, in the order of their names."""
        found: dict[str, set[str]] = {}
        for sentence in _SENTENCE.split(self._text):
            for words, ways in _signs(sentence):
                name = self._known(words, found, ways)
                if name is not None:
                    found.setdefault(name, set()).update(ways)
        return {name: ways for name, ways in found.items() if self._may_tell(name, ways)}

    def _may_tell(self, name: str, ways: set[str]) -> bool:
        """Whether a name may be that of whose page it is: no office, nor one of whom "we" demand something."""
        if self._is_other(name) or (self._is_office(name) and not self._is_heard(name, ways)):
            return False
        asked = speaker_patterns()["asked_of"].finditer(self._text)
        told = re.compile(rf"(?:the )?{re.escape(name)}(?!\w)")
        return not any(told.match(self._text, m.end()) for m in asked)

    def _is_heard(self, name: str, ways: set[str]) -> bool:
        """Whether an office that the title names takes a stand: "our lawyers" may sue one that received complaints."""
        title = self._lines[0].lower()
        return "takes_a_stand" in ways and any(w.lower() in title for w in name.split() if len(w) >= _LONG_WORD)

    def _known(self, words: str, found: Collection[str], ways: set[str]) -> str | None:
        """The name as it was told before, or as written here where it is a body's; a heading tells only such a one."""
        for name in found:
            short = _INITIALS.fullmatch(name)
            forms = {name.lower(), *((short["name"].lower(), short["short"].lower()) if short is not None else ())}
            if words.lower() in forms or name.lower().endswith(f" {words.lower()}"):
                return name
        if _INITIALS.fullmatch(words) or self._is_body(words) or ways & _SHOWS_BODY:
            return words
        if ways == {"statement_of"}:
            return None
        whole, first = re.escape(words), re.escape(words.split(maxsplit=1)[0])
        again = len(re.findall(rf"(?<!\w){whole}(?!\w)|\b[Tt]he {first}(?!\w)(?! [A-Z])", self._text)) > 1
        return words if again and len(words.split()) >= _LEAST_WORDS else None


def _without_turns(lines: Sequence[str], is_body: Callable[[str], bool]) -> Iterator[str]:
    """The lines but those that somebody else speaks: of an interview in dashes, or behind a person's name."""
    told = speaker_patterns()["dash_is_speech"]
    talk = any(_SPOKEN.match(line) and told.search(line) for line in lines)
    for line in lines:
        turn = _TURN.match(line)
        if not (talk and _SPOKEN.match(line)) and (turn is None or is_body(turn.group())):
            yield line


def _signs(sentence: str) -> Iterator[tuple[str, set[str]]]:
    """Each name of a sentence that it tells the work of, with the ways in which it does."""
    known = speaker_patterns()
    sentence = known["begins_with"].sub("", sentence)
    if known["people_first"].match(sentence):
        sentence = sentence[0].lower() + sentence[1:]
    for match in _NAME.finditer(sentence):
        before = sentence[max(0, match.start() - _NEAR) : match.start()]
        behind = known["place_behind"].sub("", sentence[match.end() : match.end() + _FAR])
        words = _END.sub("", match.group())
        ways = {way for way in _BEFORE if known[way].search(before)}
        if match.group()[len(words) :] not in ("", ".") or known["opens_with"].match(before):
            ways |= {way for way in _BEHIND if known[way].match(behind)}
        if ways and known["is_a_body"].match(behind.removeprefix(", ")):
            ways.add(_CALLED)
        if ways:
            yield words.title() if words.isupper() and " " in words else words, ways
