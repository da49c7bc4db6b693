"""Gathers the desk's words into locale/*/LC_MESSAGES/django.po; with --check, looks whether all are translated.

No GNU gettext is needed: Django turns templates into calls of gettext, Babel reads those, Python and catalogues.
Words are taken from templates, from Python by the usual names, and from scripts by `data-` attributes of the templates,
since scripts hold none of their own.
Where a library has no words in a language, its pages' words are gathered as well.
Translations that are unsure stay marked `fuzzy`.
"""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

WEB = Path(__file__).parents[1] / "src" / "guvoh" / "web"
LANGUAGES = ("ru", "uz", "ky", "tg")
_NAMES = ("_", "gettext", "gettext_lazy", "gettext_noop")
_PLURAL, _CONTEXT = ("ngettext", "ngettext_lazy"), ("pgettext", "pgettext_lazy")
KEYWORDS = (
    dict.fromkeys(_NAMES) | dict.fromkeys(_PLURAL, (1, 2)) | dict.fromkeys(_CONTEXT, ((1, "c"), 2))  # type: ignore[arg-type]
)
_CALL = re.compile(r"\b(n?p?gettext|_)\(")
_BORROWED = ("templates/mfa/**/*.*", "templates/account/*reauthenticate.html", "templates/account/password_change.html")
_BORROWED += (
    "templates/account/messages/*",
    "templates/account/account_inactive.html",
    "templates/account/logout.html",
)
_BORROWED += ("mfa/**/forms.py", "mfa/adapter.py", "mfa/models.py", "account/forms.py", "account/adapter.py")
_UNUSED = re.compile(r"e-?mail|phone|sign-in code")
_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""Catalogues carry no clock: gathering the same words again changes no file."""

Found = tuple[str | tuple[str, ...], str | None]
"""A message (with its plural) and its context."""


def in_template(text: str) -> Iterator[Found]:
    """The messages of a template's text."""
    if not settings.configured:
        settings.configure(USE_I18N=True)
    code = templatize(text)
    for match in _CALL.finditer(code):
        end = _end_of_call(code, match.end())
        call = ast.parse(code[match.start() : end], mode="eval").body
        if isinstance(call, ast.Call):
            words = tuple(a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str))
            yield _sorted(match[1], words)


def _end_of_call(code: str, start: int) -> int:
    """Where the bracket that is open at `start` is closed; brackets in strings don't count."""
    depth, quote, at = 1, "", start
    while depth and at < len(code):
        sign = code[at]
        if quote:
            at += sign == "\\"
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        else:
            depth += (sign == "(") - (sign == ")")
        at += 1
    return at


def _sorted(name: str, words: tuple[str, ...]) -> Found:
    context, rest = (words[0], words[1:]) if "pgettext" in name else (None, words)
    return (rest[:2] if name.startswith("n") else rest[0]), context


def in_python(path: Path) -> Iterator[Found]:
    """The messages of a module."""
    for _, message, _, context in extract_from_file("python", path, keywords=KEYWORDS):
        yield message, context


def gathered() -> Catalog:
    """Every message of the desk, with the files that say it."""
    catalog = empty(None)
    for path in sorted([*WEB.rglob("templates/**/*.html"), *WEB.rglob("*.py")]):
        if "node_modules" in path.parts:
            continue
        found = in_template(path.read_text(encoding="utf-8")) if path.suffix == ".html" else in_python(path)
        for message, context in found:
            catalog.add(message, locations=[(path.relative_to(WEB).as_posix(), 0)], context=context)
    return catalog


def borrowed(language: str) -> Catalog:
    """What allauth's pages of logging in and second factors say, where allauth has no catalogue of the language.

    The desk has no e-mail and no telephone, so what speaks of them is left out.
    """
    catalog, found = empty(language), importlib.util.find_spec("allauth")
    home = Path(found.origin).parent if found and found.origin else WEB
    if home == WEB or (home / "locale" / language).is_dir():
        return catalog
    for path in sorted(one for pattern in _BORROWED for one in home.glob(pattern) if one.is_file()):
        messages = in_python(path) if path.suffix == ".py" else in_template(path.read_text(encoding="utf-8"))
        for message, context in messages:
            if not _UNUSED.search(f"{path.parent.name} {message}".lower()):
                catalog.add(message, locations=[(f"allauth/{path.name}", 0)], context=context)
    return catalog


def needed(language: str) -> Iterator[Message]:
    """Every message that a language's catalogue must hold."""
    own = gathered()
    yield from (one for one in own if one.id)
    yield from (one for one in borrowed(language) if one.id and own.get(one.id, one.context) is None)


def empty(language: str | None) -> Catalog:
    """A catalogue without messages."""
    return Catalog(
        locale=language,
        header_comment="# The desk's words. Mark a translation that is unsure `fuzzy`; it is shown all the same.",
        project="Guvoh",
        version="1",
        copyright_holder="The Guvoh authors",
        msgid_bugs_address="see SECURITY.md and CONTRIBUTING.md",
        last_translator="The Guvoh authors",
        language_team=language,
        creation_date=_DAY,
        revision_date=_DAY,
        fuzzy=False,
    )


def file_of(language: str) -> Path:
    """The catalogue of a language."""
    return WEB / "locale" / language / "LC_MESSAGES" / "django.po"


def catalogue(language: str) -> Catalog:
    """The catalogue of a language; an empty one where there is no file."""
    if not file_of(language).is_file():
        return empty(language)
    with file_of(language).open("rb") as file:
        return read_po(file, locale=language)


def update() -> None:
    """Bring every language's catalogue up to what the desk says; translations that are there stay."""
    for language in LANGUAGES:
        old = catalogue(language)
        kept = empty(language)
        for message in needed(language):
            there = old.get(message.id, message.context)
            flags = there.flags if there else message.flags
            kept.add(message.id, there.string if there else "", message.locations, flags, context=message.context)
        file_of(language).parent.mkdir(parents=True, exist_ok=True)
        with file_of(language).open("wb") as file:
            write_po(file, kept, width=110, sort_output=True, include_lineno=False)
        blank = sum(not said(message.string) for message in kept if message.id)
        print(f"{language}: {len(kept)} messages, {blank} not translated, {sum(m.fuzzy for m in kept if m.id)} unsure")


def said(string: str | tuple[str, ...]) -> bool:
    """Whether a message is translated, in all its forms."""
    return all(string) if isinstance(string, tuple) else bool(string)


def missing() -> list[str]:
    """What the desk says and a catalogue does not hold, or holds without translation."""
    faults = []
    for language in LANGUAGES:
        kept = catalogue(language)
        for message in needed(language):
            there = kept.get(message.id, message.context)
            if there is None or not said(there.string):
                faults.append(f"{language}: {message.id!r}")
    return faults


def main() -> None:
    """Gather, or with --check look."""
    if "--check" not in sys.argv[1:]:
        update()
        return
    faults = missing()
    print("\n".join(faults))
    sys.exit(f"{len(faults)} messages are not translated: `make messages`, then translate." if faults else 0)


if __name__ == "__main__":
    main()
