"""Every table of wordings by which pages are weighed is asked for by some rule: none outlives its rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import guvoh.assessment
from guvoh.assessment import fitted


@pytest.mark.parametrize("file", ["asides", "belonging", "counts", "deeds", "quarrels", "spots"])
def test_each_table_is_asked_for(file):
    rules = "\n".join(path.read_text("utf-8") for path in Path(guvoh.assessment.__file__).parent.glob("*.py"))
    asked_for = set(re.findall(r"""["']([\w, -]+)["']""", rules))
    assert sorted(set(fitted.table(file)) - asked_for) == []
