"""Captions of a page: where they stand, printed twice, and running text that is none. All texts are invented."""

# ruff: noqa: E501 -- invented pages stand as they are printed

from __future__ import annotations

import pytest
from dumped_pages import ARTICLE, read, role_of

from guvoh.model import Role

CAPTIONS = [
    "Officers stand at the gate of a building site in Perm on May 3. [Ivan Petrov/AFP]",
    "Officers stand at the gate of a building site in Perm on May 3. [Steppe Monitor]",
    "Women wait outside the court in Perm, Friday, May 3, 2024. (AP Photo/Ivan Petrov)",
    "Women wait outside the court in Perm on Friday. Photo: Aida Osmonova",
    "Women wait outside the court in Perm on Friday. © Ivan Petrov / Steppe Monitor",
    "A check at a dormitory in Perm. Screenshot of the video posted by the district police on May 3, 2024 https://example.org/186",
    "Полицейские у ворот стройки в Перми утром 3 мая. Фото: Иван Петров / ТАСС",
    "Проверка в общежитии в Перми. Кадр из видео районной полиции",
]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_captions_are_captions_and_their_second_printing_is_furniture(caption):
    parts = ARTICLE.split("\n\n")
    document = read("\n\n".join((parts[0], caption, caption, *parts[1:])))
    found = [p.role for p in document.passages if document.text[p.start : p.end] == caption]
    assert found == [Role.CAPTION, Role.FURNITURE]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_above_the_title_is_not_the_title(caption):
    document = read(f"{caption}\n\n11 April 2024, 21:45\n\n{ARTICLE}")
    assert document.title == "Eleven builders taken away in Perm"
    assert document.published == "2024-04-11"
    assert role_of(document, caption) is Role.CAPTION


@pytest.mark.parametrize("text", [
    "He was let go on Sunday. (The police deny this.)", "They took our photos and our papers, and gave nothing back to any of us until the morning.",
    "The report was first carried by Reuters, and later by the local newspaper in the town.",
])  # fmt: skip
def test_running_text_is_no_caption(text):
    parts = ARTICLE.split("\n\n")
    parts.insert(2, text)
    assert role_of(read("\n\n".join(parts)), text) is Role.BODY
