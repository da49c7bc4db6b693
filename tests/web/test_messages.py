"""The desk's words: every one can be translated, is in each catalogue, and keeps its placeholders; no inline code."""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import messages  # noqa: E402

TEMPLATES = sorted((ROOT / "src/guvoh/web/templates").rglob("*.html"))
SHOWN = {"alt", "title", "aria-label", "placeholder", "data-confirm", "aria-description", "value"}
AS_THEY_ARE = {"Guvoh"}
_CLOSED = {"blocktranslate": "endblocktranslate", "blocktrans": "endblocktrans", "comment": "endcomment"}
_PLACE = re.compile(r"%\((\w+)\)s|\{(\w*)\}|%[sd]")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def bare(text):
    """A template's HTML without its tags, and without what is translated."""
    kept, until = [], ""
    for token in Lexer(text).tokenize():
        word, name = (*token.contents.split(), "", "")[:2] if token.token_type == TokenType.BLOCK else ("", "")
        if until:
            until = "" if word == until else until
        elif word in _CLOSED:
            until = _CLOSED[word]
        elif word == "block" and name.endswith("_class"):
            until = "endblock"
        elif token.token_type == TokenType.TEXT:
            kept.append(token.contents)
        elif token.token_type == TokenType.VAR:
            kept.append("0")
    return "".join(kept)


class Seen(HTMLParser):
    """Gathers the letters a person would see, and code or style that stands in the page itself."""

    def __init__(self, text):
        super().__init__()
        self.words, self.inline, self._in = [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.inline += [f"<{tag} {name}>" for name in given if name == "style" or name.startswith(("on", "hx-on"))]
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") != "application/json"):
            self.inline.append(f"<{tag}>")
        if tag == "input" and given.get("type") in ("hidden", "radio", "checkbox"):
            given.pop("value", None)
        for name in SHOWN & given.keys():
            if name != "value" or tag == "input":
                self._see(given[name] or "")
        if tag in ("kbd", "code", "script", "style"):
            self._in.append(tag)

    def handle_endtag(self, tag):
        if self._in and self._in[-1] == tag:
            self._in.pop()

    def handle_data(self, data):
        if not self._in:
            self._see(data)

    def _see(self, text):
        self.words += [word for word in _LETTERS.findall(text) if word not in AS_THEY_ARE]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(path.parents[1]).as_posix())
def test_every_word_of_a_template_can_be_translated_and_none_is_code(path):
    seen = Seen(bare(path.read_text(encoding="utf-8")))
    assert not seen.words, "wrap these in {% translate %}"
    assert not seen.inline, "the content security policy forbids code and style in the page"


def test_the_check_sees_a_bare_word_and_inline_code():
    seen = Seen(bare('<p title="Hint">{% translate "Fine" %} loose {{ x }}</p><b style="x" onclick="y">{# no #}</b>'))
    assert seen.words == ["Hint", "loose"]
    assert seen.inline == ["<b style>", "<b onclick>"]


def test_messages_are_read_out_of_templates():
    text = """{% translate "One" %}
    {% blocktranslate count n=n %}{{ n }} page{% plural %}{{ n }} pages{% endblocktranslate %}
    {% translate "May" context "month" %}<a title="{% translate 'It is “so” (here)' %}">{{ _("Two") }}</a>"""
    assert set(messages.in_template(text)) == {
        ("One", None),
        ("Two", None),
        ("It is “so” (here)", None),
        ("May", "month"),
        (("%(n)s page", "%(n)s pages"), None),
    }


def test_the_desk_has_words():
    assert len(messages.gathered()) > 40


def test_words_of_a_library_are_borrowed_where_it_has_none_in_the_language():
    assert borrowed_ids("ru") == set()
    assert "Incorrect password." in borrowed_ids("tg")
    assert not [one for one in borrowed_ids("tg") if "email" in str(one).lower()]


def borrowed_ids(language):
    return {one.id for one in messages.borrowed(language) if one.id}


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_word_is_translated_and_keeps_its_placeholders(language):
    kept, faults = messages.catalogue(language), []
    for message in messages.needed(language):
        there = kept.get(message.id, message.context)
        if there is None or not messages.said(there.string):
            faults.append(f"not translated: {message.id}")
            continue
        whole = message.id if isinstance(message.id, tuple) else (message.id,)
        given = there.string if isinstance(there.string, tuple) else (there.string,)
        places = {match[0] for text in whole for match in _PLACE.finditer(text)}
        faults += [
            f"other placeholders: {text}" for text in given if {match[0] for match in _PLACE.finditer(text)} != places
        ]
    assert not faults
