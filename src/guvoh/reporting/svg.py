"""SVG elements with every text and attribute escaped, and without inline style (the page's policy forbids it)."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup, escape

from guvoh.reporting.unseen import visible

_FORBIDDEN: Final = frozenset({"style"})


def element(tag: str, *content: Markup | str, **attributes: str | float | None) -> Markup:
    """One element. Plain strings in `content` are escaped, Markup is taken as it is.

    A trailing underscore of an attribute name falls away (`class_`), other underscores become hyphens;
    None leaves the attribute out. Raises ValueError for an inline style or an event handler.
    """
    out = [f"<{escape(tag)}"]
    for key, value in attributes.items():
        name = key.rstrip("_").replace("_", "-")
        if name in _FORBIDDEN or name.startswith("on"):
            raise ValueError(f"an SVG element may not carry {name}: the page's policy forbids it")
        if value is not None:
            out.append(f' {escape(name)}="{escape(visible(value) if isinstance(value, str) else short(value))}"')
    inner = "".join(c if isinstance(c, Markup) else escape(visible(c)) for c in content)
    out.append(f">{inner}</{escape(tag)}>" if inner else "/>")
    return Markup("".join(out))  # noqa: S704  # every piece is escaped above


def short(value: float) -> str:
    """A coordinate with at most one decimal: 12.0 is “12”."""
    rounded = round(value, 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def text_width(text: str, size: float) -> float:
    """About how wide `text` stands in a wide sans-serif face of that size, in the same unit."""
    return sum(size * (1.0 if ord(c) > 0x2E7F else 0.74 if c.isupper() or c in "mwщшжюмфы" else 0.6) for c in text)
