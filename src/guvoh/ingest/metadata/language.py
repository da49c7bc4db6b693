"""The language of a text: identified without a list of allowed languages, so that none is taken for another."""

from __future__ import annotations

import importlib
import re
from functools import cache
from typing import Any

_SAMPLE = 3_000
_FEWEST_LETTERS = 20
_SURE = 0.6
_LETTER = re.compile(r"[^\W\d_]")


@cache
def _identifier() -> Any:  # noqa: ANN401
    # On demand: the model costs half a second, and the process that only starts readers never needs it.
    module = importlib.import_module("py3langid.langid")
    return module.LanguageIdentifier.from_model_file(module.MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, None where it is too short or unclear.

    Restricted to a few languages, py3langid calls Kazakh Kyrgyz and Ukrainian Russian with full certainty;
    so it runs over all it knows.
    """
    if len(_LETTER.findall(text[:_SAMPLE])) < _FEWEST_LETTERS:
        return None
    code, probability = _identifier().classify(text[:_SAMPLE])
    return str(code) if float(probability) >= _SURE else None


def known_code(value: str | None) -> str | None:
    """The language part of a tag such as "ru-RU", None where it is no tag."""
    head = (value or "").strip().replace("_", "-").split("-")[0].lower()
    return head if 2 <= len(head) <= 3 and head.isascii() and head.isalpha() else None
