"""The visible text of a web page as pieces in document order, each with where it stands in the page."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from lxml import html as lxml_html

from guvoh.ingest.clean import one_line, squeezed

_SKIPPED = frozenset(
    "script style noscript template svg math head iframe object embed select option button input textarea canvas "
    "audio video map datalist progress meter".split()
)
_BLOCKS = frozenset(
    "p div section article main header footer aside nav ul ol li dl dt dd h1 h2 h3 h4 h5 h6 blockquote figure "
    "figcaption table thead tbody tfoot tr td th caption pre address form fieldset legend body html center details "
    "summary hr hgroup dialog".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Zone(Enum):
    """The part of a page in which a piece stands, as its markup names it."""

    PLAIN = "plain"
    NAVIGATION = "navigation"
    FURNITURE = "furniture"
    COMMENTS = "comments"
    CAPTION = "caption"
    QUOTE = "quote"
    LEAD = "lead"


_TAG_ZONES = {
    "nav": Zone.NAVIGATION, "footer": Zone.FURNITURE, "aside": Zone.FURNITURE, "figcaption": Zone.CAPTION,
    "blockquote": Zone.QUOTE,
}  # fmt: skip
_WHOLE = frozenset("html body main article".split())
_WEAK = frozenset({Zone.LEAD, Zone.CAPTION})
_MOST_OF_PAGE = 0.4  # a zone that holds more of the page's text is a wrapper with a misleading name
_LONGEST_WEAK = 1_000  # characters of a lead or caption


@dataclass(slots=True)
class Piece:
    """One paragraph, heading, list item, caption, table cell or the like. `linked` counts characters in links."""

    text: str
    tag: str
    zone: Zone
    linked: int
    parent: Any = field(repr=False)
    table: Any = None
    is_time: bool = False

    @property
    def link_share(self) -> float:
        """The share of the text that stands in links."""
        return self.linked / max(len(self.text), 1)


def pieces(root: Any) -> Iterator[Piece]:  # noqa: ANN401
    """The visible text below `root` in document order, without scripts, forms and what is hidden."""
    yield from _Walk(root).run()


class _Walk:
    """One pass over a page; keeps the text of the paragraph that is open."""

    def __init__(self, root: Any) -> None:  # noqa: ANN401
        self.root = root
        self.zones: dict[Any, Zone] = {}
        self.tables: dict[Any, Any] = {}
        self.links: set[Any] = set()
        self.parts: list[str] = []
        self.linked = 0
        self.owner: Any = root
        self.total = max(len(root.text_content()), 1)

    def run(self) -> Iterator[Piece]:
        stack: list[tuple[Any, bool]] = [(self.root, False)]
        while stack:
            node, done = stack.pop()
            if done:
                yield from self._leave(node)
            elif not isinstance(node.tag, str) or _is_hidden(node):
                self._add(node.tail, node.getparent())
            else:
                yield from self._enter(node)
                stack.append((node, True))
                stack += [(child, False) for child in reversed(node)]
        yield from self._flush()

    def _enter(self, node: Any) -> Iterator[Piece]:  # noqa: ANN401
        parent = node.getparent() if node is not self.root else None
        inherited = self.zones.get(parent, Zone.PLAIN)
        self.zones[node] = self._zone(node, inherited)
        self.tables[node] = node if node.tag == "table" else self.tables.get(parent)
        if node.tag == "a" or parent in self.links:
            self.links.add(node)
        if node.tag in _BLOCKS or self.zones[node] is not inherited:
            yield from self._flush()
            self.owner = node
        elif node.tag == "br":
            self.parts.append("\n")
        self._add(node.text, node)

    def _leave(self, node: Any) -> Iterator[Piece]:  # noqa: ANN401
        if node is self.root:
            return
        parent = node.getparent()
        if node.tag in _BLOCKS or self.zones[node] is not self.zones.get(parent, Zone.PLAIN):
            yield from self._flush()
            self.owner = parent
        self._add(node.tail, parent)

    def _add(self, text: str | None, node: Any) -> None:  # noqa: ANN401
        if text and node is not None:
            self.parts.append(" ".join(text.split("\n")) if node.tag != "pre" else text)
            if node in self.links:
                self.linked += len(text.strip())

    def _flush(self) -> Iterator[Piece]:
        text, linked, node = "".join(self.parts), self.linked, self.owner
        self.parts, self.linked = [], 0
        zone = self.zones.get(node, Zone.PLAIN)
        lines = [one_line(text)] if node.tag in _HEADINGS or zone is Zone.CAPTION else _lines(text)
        for line in lines:
            if line:
                share = min(1.0, linked / max(len(text.strip()), 1))
                yield Piece(line, node.tag, zone, round(share * len(line)), node.getparent(), self.tables.get(node))

    def _zone(self, node: Any, inherited: Zone) -> Zone:  # noqa: ANN401
        if inherited in (Zone.COMMENTS, Zone.NAVIGATION) or node.tag in _WHOLE:
            return inherited
        named = _TAG_ZONES.get(node.tag) or _named_zone(node)
        if named is None or (inherited is Zone.FURNITURE and named is not Zone.NAVIGATION):
            return inherited
        length = len(node.text_content())
        if length > (_LONGEST_WEAK if named in _WEAK else _MOST_OF_PAGE * self.total) and named is not Zone.COMMENTS:
            return inherited
        return named


@cache
def _zones() -> tuple[tuple[Zone, re.Pattern[str]], ...]:
    table = tomllib.loads((files("guvoh.ingest.formats") / "zones.toml").read_text(encoding="utf-8"))
    edge = r"(?=$|\s|__|--)"
    return tuple(
        (Zone(name), re.compile(rf"(?:^|\s|__|--?)(?:{'|'.join(words)}){edge}", re.IGNORECASE))
        for name, words in table.items()
    )


@lru_cache(maxsize=4096)
def _zone_of(names: str) -> Zone | None:
    return next((zone for zone, words in _zones() if words.search(names)), None)


def _named_zone(node: Any) -> Zone | None:  # noqa: ANN401
    names = " ".join(filter(None, (node.get("class"), node.get("id"), node.get("role"), node.get("itemprop"))))
    if not names:
        return None
    return _zone_of(names[:500])


def _is_hidden(node: Any) -> bool:  # noqa: ANN401
    return node.tag in _SKIPPED or node.get("hidden") is not None or bool(_HIDDEN.search(node.get("style") or ""))


def _lines(text: str) -> list[str]:
    """Lines at <br>: one that goes on in small letters belongs to the one before."""
    lines: list[str] = []
    for line in squeezed(text).split("\n"):
        if lines and lines[-1] and line[:1].islower():
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return [line for line in lines if line]


def parse(text: str) -> tuple[Any, bool]:
    """The tree of a page and whether markup was nested so deeply that the parser gave up on part of it."""
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    return root, any("depth" in entry.message for entry in parser.error_log)
