"""The act vocabulary as data: labels in every interface language, HURIDOCS codes and articles of law."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from guvoh.model.errors import BadTerm


@dataclass(frozen=True, slots=True)
class Act:
    """One term: `labels` by language code, `huridocs` code or None, `law` as "ICCPR 9" and the like."""

    term: str
    labels: Mapping[str, str]
    law: tuple[str, ...]
    huridocs: str | None = None

    def label(self, language: str = "en") -> str:
        """The label in `language`, in English where there is none."""
        return self.labels.get(language, self.labels["en"])


@cache
def acts() -> Mapping[str, Act]:
    """Every act term of the contract, in the contract's order."""
    raw = tomllib.loads((files("guvoh.model") / "data" / "acts.toml").read_text(encoding="utf-8"))
    table = {
        term: Act(
            term,
            MappingProxyType({k: v for k, v in row.items() if k not in ("law", "huridocs")}),
            tuple(row["law"]),
            row.get("huridocs"),
        )
        for term, row in raw.items()
    }
    return MappingProxyType(table)


def act(term: str) -> Act:
    """The act of that name. Raises BadTerm when the vocabulary has none."""
    try:
        return acts()[term]
    except KeyError:
        raise BadTerm(f"“{term[:40]}” is no act of the vocabulary.", "`guvoh acts` lists the terms.") from None
