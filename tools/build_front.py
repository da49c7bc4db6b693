"""Fill src/guvoh/web/static/vendor from the npm packages of the lock file, and compile the translations.

Uses the machine's npm, else the one of requirements-front.lock, which is installed only then. `--check` only looks
whether it is done; `--types` checks the types of the desk's modules with TypeScript.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
WEB = ROOT / "src" / "guvoh" / "web"
FRONT = WEB / "front"
VENDOR = WEB / "static" / "vendor"
STAMP = VENDOR / "made-from"
PIP = (sys.executable, *"-m pip install --quiet --require-hashes --no-deps --only-binary :all:".split())

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
    """The command that runs npm."""
    found = shutil.which("npm")
    if found:
        return [found]
    beside = str(Path(sys.executable).parent)
    if not shutil.which("npm", path=beside):
        print("There is no npm on this machine: installing one into the virtual environment.")
        subprocess.run([*PIP, "-r", str(ROOT / "requirements-front.lock")], check=True)
    return [shutil.which("npm", path=beside) or "npm"]


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


def check_types() -> None:
    """Run TypeScript over the modules' JSDoc. Exits with its code when something does not fit."""
    if not (FRONT / "node_modules" / "typescript").is_dir():
        build()
    told = subprocess.run([*npm(), "exec", "--offline", "--", "tsc", "-p", "tsconfig.json"], cwd=FRONT, check=False)
    sys.exit(told.returncode)


def main() -> None:
    """Build what is missing or out of date."""
    done = STAMP.is_file() and STAMP.read_text(encoding="utf-8") == stamp()
    if "--check" in sys.argv[1:]:
        sys.exit(0 if done else "The front-end libraries are missing or out of date: `make front`.")
    if "--types" in sys.argv[1:]:
        check_types()
    if not done:
        print("Fetching the desk's front-end libraries, once.")
        build()
    compile_messages()


if __name__ == "__main__":
    main()
