"""What a web page says of itself: structured data and meta tags first, the visible title and by-line after."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from guvoh.ingest.blocks import Meta
from guvoh.ingest.clean import folded, one_line
from guvoh.ingest.metadata.dates import stated_day
from guvoh.ingest.metadata.language import known_code
from guvoh.ingest.metadata.names import split_names

_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
_SITE = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher")
_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "byl")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate",
    "publish-date", "publish_date",
    "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "citation_publication_date", "parsely-pub-date",
    "sailthru.date", "article.published", "og:pubdate", "og:release_date", "article:published", "publishdate",
    "publication_date", "publication-date", "article_date_original", "mediator_published_time",
    "cxenseparse:recs:publishtime", "rnews:datepublished", "dc.date.published", "dcterms.created",
    "dc.date.created", "datecreated",
)  # fmt: skip
_SUFFIX = re.compile(r"\s+[|•·–—-]\s+(?=[^|•·–—]{2,60}$)|\s*\|\s*(?=[^|]{2,60}$)|\s+::?\s+(?=[^:]{2,60}$)")
_PARTS = re.compile(r"\s+[|•·–—:-]{1,2}\s+|\s*[|»]\s*")
_ARTICLES = ("article", "report", "posting", "newsarticle", "webpage")
_MOST_NODES = 500


def page_meta(root: Any, shown: frozenset[str]) -> Meta:  # noqa: ANN401
    """Title, publisher, authors, day published, language and address of a parsed page, each None where not stated.

    `shown` are the folded lines that the page shows. The day is as printed, without its clock time. Dates of change,
    of the server and in running text do not count.
    """
    tags = _meta_tags(root)
    linked = _json_ld(root)
    site = _first(tags, _SITE) or _publisher(linked)
    return Meta(
        title=_title(root, tags, linked, shown),
        publisher=site or _title_suffix(root),
        authors=_authors(root, tags, linked),
        published=_published(root, tags, linked),
        language=known_code(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")),
        url=_url(root, tags),
    )


def description(root: Any) -> str:  # noqa: ANN401
    """The page's own summary, "" where it has none."""
    return _first(_meta_tags(root), ("og:description", "description")) or ""


def _meta_tags(root: Any) -> dict[str, list[str]]:  # noqa: ANN401
    tags: dict[str, list[str]] = {}
    for node in root.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        content = one_line(node.get("content") or "")[:1_000]
        if name and content:
            tags.setdefault(name.strip().lower(), []).append(content)
    return tags


def _first(tags: Mapping[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((tags[name][0] for name in names if name in tags), None)


def _json_ld(root: Any) -> dict[str, Any]:  # noqa: ANN401
    """The first description of an article among the page's linked data."""
    for node in root.iter("script"):
        if "ld+json" not in (node.get("type") or ""):
            continue
        try:
            data = json.loads(node.text_content())
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            kinds = thing.get("@type")
            named = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
            if any(str(kind).lower().endswith(_ARTICLES) for kind in named):
                return thing
    return {}


def _things(data: object) -> Iterator[dict[str, Any]]:
    stack, count = [data], 0
    while stack and count < _MOST_NODES:
        node = stack.pop(0)
        count += 1
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            stack += graph if isinstance(graph, list) else []
        elif isinstance(node, list):
            stack += node


def _named(value: object) -> list[str]:
    """The names in a linked-data value: a text, an object with a name, or a list of them."""
    if isinstance(value, str):
        return [one_line(value)] if value.strip() else []
    if isinstance(value, dict):
        return _named(value.get("name"))
    if isinstance(value, list):
        return [name for item in value[:20] for name in ([] if isinstance(item, list) else _named(item))]
    return []


def _publisher(linked: Mapping[str, Any]) -> str | None:
    return next(iter(_named(linked.get("publisher"))), None)


def _head_title(root: Any) -> str:  # noqa: ANN401
    return next((one_line(node.text_content()) for node in root.iter("title")), "")


def _title(
    root: Any,  # noqa: ANN401
    tags: Mapping[str, list[str]],
    linked: Mapping[str, Any],
    shown: frozenset[str],
) -> str | None:
    """The stated headline; of "Site | Headline" or "Headline – Site" the longest part that the page shows as a line."""
    stated = next(iter(_named(linked.get("headline"))), None) or _first(tags, _TITLE) or _head_title(root)
    headings = [text for node in root.iter("h1") if (text := one_line(node.text_content()))]
    for heading in headings:
        if folded(heading) and folded(heading) in folded(stated):
            return heading
    parts = [part for part in (stated, *_PARTS.split(stated)) if folded(part) and folded(part) in shown]
    cut = _SUFFIX.search(stated)
    own = [part for part in parts if not (cut and headings and part == stated[cut.end() :])]
    if own:
        return max(own, key=len)
    if parts:  # only the site's name
        return headings[0]
    return (stated[: cut.start()] if cut else stated) or (headings[0] if headings else None)


def _title_suffix(root: Any) -> str | None:  # noqa: ANN401
    """The site's name behind the title, when the page also shows it as its copyright holder."""
    stated = _head_title(root)
    cut = _SUFFIX.search(stated)
    if not cut:
        return None
    name = stated[cut.end() :]
    holders = re.findall(r"(?:©|\(c\)|copyright)[^.\n]{0,120}", root.text_content(), re.IGNORECASE)
    return name if any(folded(name) and folded(name) in folded(holder) for holder in holders) else None


def _authors(root: Any, tags: Mapping[str, list[str]], linked: Mapping[str, Any]) -> tuple[str, ...]:  # noqa: ANN401
    stated = _named(linked.get("author")) or [value for name in _AUTHOR for value in tags.get(name, [])]
    marked = root.xpath("//*[@rel='author' or @itemprop='author'][not(self::meta)]")
    for values in (stated, [one_line(node.text_content()) for node in marked[:5]]):
        names = [
            name
            for value in values
            for name in split_names(re.sub(r"^(by|автор:?)\s+", "", value, flags=re.IGNORECASE))
        ]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


_OWN = "[not(ancestor::nav or ancestor::aside or ancestor::footer or ancestor::li or ancestor::form)]"
_MARKED = (  # most telling first; times in lists and at the side are those of other stories
    f"//time[@pubdate or @itemprop='datePublished']{_OWN}",
    f"//time[contains(@class,'publish') or contains(@class,'entry-date')]{_OWN}",
    f"//*[@itemprop='datePublished'][not(self::meta)][not(self::time)]{_OWN}",
    f"(//article//time{_OWN})[1]",
    f"(//main//time{_OWN})[1]",
    f"(//h1/following::time{_OWN})[1]",
    f"(//header//time{_OWN})[1]",
)


def _published(root: Any, tags: Mapping[str, list[str]], linked: Mapping[str, Any]) -> str | None:  # noqa: ANN401
    """The day that structured data, a meta tag or a marked time of the story states; that of another story never."""
    stated = [value for name in ("datePublished", "dateCreated") if isinstance(value := linked.get(name), str)]
    stated[1:1] = [value for name in _PUBLISHED for value in tags.get(name, [])]
    for path in _MARKED:
        marked = root.xpath(path)[:5]
        stated += [node.get("datetime") or node.get("content") or one_line(node.text_content()) for node in marked]
    return next((day for value in stated if (day := stated_day(value))), None)


def _url(root: Any, tags: Mapping[str, list[str]]) -> str | None:  # noqa: ANN401
    links = root.xpath("//link[@rel='canonical']/@href")
    found = [*map(str, links[:1]), *tags.get("og:url", [])]
    return next((url.strip() for url in found if re.match(r"https?://[^\s<>\"]+$", url.strip())), None)
