"""A text for the parser that is one sentence: our boundaries stand, and the parser may not add any."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
from spacy.tokens import Doc

if TYPE_CHECKING:
    from thinc.types import Ints2d


def hold_whole(doc: Doc) -> None:
    """Begin a sentence at the first token and nowhere else. `doc` has a token at least.

    All tokens at once, since spaCy looks through the whole text each time that one is set.
    """
    starts = np.full((len(doc), 1), -1, dtype=np.int64)
    starts[0] = 1
    doc.from_array(["SENT_START"], cast("Ints2d", starts.astype(np.uint64)))
