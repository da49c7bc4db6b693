"""A child process for the crash tests: keeps documents of canary words, and prints each once it is kept."""

import hashlib
import random
import sys
from pathlib import Path

from guvoh.custody import open_vault
from guvoh.model import Document, Findings, Passage, Role

CANARIES = (
    "zqxheronzqx",
    "Цаплезимородок",
    "Ҷонишинқӯҳҳои",
    "Ўзғаришқуёши",
    "o‘zgaruvchanqo‘ng‘iz",
    "Жөнүктүрмөзүң",
)


def pages(seed: int):
    """Documents of random sizes, each with every canary in title, text, path, URL and bytes."""
    chance = random.Random(seed)
    while True:
        number = chance.getrandbits(64)
        paragraphs = [f"{word} {number} " * chance.choice([1, 30, 2000]) for word in CANARIES]
        text = "\n".join(paragraphs)
        starts = [sum(len(p) + 1 for p in paragraphs[:n]) for n in range(len(paragraphs))]
        passages = tuple(Passage(s, s + len(p), Role.BODY) for s, p in zip(starts, paragraphs, strict=True))
        data = text.encode() + text.encode("utf-16-le")
        name = f"{chance.choice(CANARIES)}-{number}.txt"
        sha256 = hashlib.sha256(data).hexdigest()
        url = f"https://example.org/{name}"
        yield Document(name, sha256, "text/plain", text, passages, title=CANARIES[number % 6], url=url), data


def say(line: str) -> None:
    """Tell the parent at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Arguments: vault, passphrase, seed, folder for sources."""
    folder, passphrase, seed, sources = sys.argv[1:]
    with open_vault(Path(folder), passphrase, insecure_kdf_for_tests=True) as vault:
        say("open")
        for number, (document, data) in enumerate(pages(int(seed))):
            source: Path | bytes = data
            if number % 2:
                source = Path(sources) / "source"
                source.write_bytes(data)
            vault.keep(document, source)
            say(f"kept {document.sha256}")
            vault.keep_findings(Findings(document, problems=(CANARIES[number % 6],)))
            say(f"found {document.sha256}")
            vault.search(CANARIES[number % 6])


if __name__ == "__main__":
    main()
