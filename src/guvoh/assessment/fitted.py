"""The tables of `data/`: the weights that the scripts of benchmarks/ fitted, and phrases by language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


def table(name: str) -> Mapping[str, Any]:
    """The whole of `data/NAME.toml`."""
    return tomllib.loads((resources.files("guvoh.assessment") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def weights(name: str) -> Mapping[str, int]:
    """What each feature of `data/NAME.toml` adds to the log-odds, in hundredths."""
    found: Mapping[str, int] = table(name)["weights"]
    return found
