"""The desk as a program of its own, and the system's Chromium, watched: no outside request, no broken policy."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from opened_desk import FLAGS, SAMPLES, Desk, add_people, chromium_program, guvoh

ROOT = Path(__file__).parents[2]
WEB = ROOT / "src" / "guvoh" / "web"
AXE = WEB / "front" / "node_modules" / "axe-core" / "axe.min.js"
_OURS = ("data", "blob", "about")
_STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_collection_modifyitems(items):
    """Everything below this folder drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def new_vault(tmp_path_factory):
    """An empty vault; copied, never changed."""
    path = tmp_path_factory.mktemp("new") / "vault"
    guvoh("new", path)
    return path


@pytest.fixture(scope="session")
def samples_vault(tmp_path_factory, new_vault):
    """A vault with the samples; copied, never changed."""
    path = shutil.copytree(new_vault, tmp_path_factory.mktemp("samples") / "vault")
    guvoh("add", path, SAMPLES)
    return path


@pytest.fixture(scope="session")
def peopled_vault(tmp_path_factory, samples_vault):
    """A vault with the samples, weighed, and an account for each duty; copied, never changed."""
    path = shutil.copytree(samples_vault, tmp_path_factory.mktemp("peopled") / "vault")
    guvoh("weigh", path)
    add_people(path)
    return path


@pytest.fixture
def serve(tmp_path):
    """Starts a desk over a copy of a vault; ended with the test."""
    running = []

    def start(vault, *words):
        desk = Desk(shutil.copytree(vault, tmp_path / f"vault{len(running)}"), *words)
        running.append(desk)
        return desk

    yield start
    for desk in running:
        desk.stop()


@pytest.fixture(scope="session")
def chromium():
    """The system's Chromium. Fails, with the next step, where the front end was not built."""
    from playwright.sync_api import sync_playwright

    program = chromium_program()
    assert AXE.is_file(), "The front-end libraries are missing: run `make front`."
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Watch:
    """What the browser did that it must not: requests elsewhere, errors of pages, breaches of the policy."""

    url: str
    outside: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def expect(self, words):
        """Allow a console message that has these words, such as the 422 of a form that is refused."""
        self.expected.append(words)

    def over(self, context):
        """Watch every page of a browser's context."""
        context.on("request", lambda request: self._requested(request.url))
        context.on("page", self._opened)

    def _requested(self, url):
        if urlsplit(url).scheme not in _OURS and not url.startswith(f"{self.url}/"):
            self.outside.append(url)

    def _opened(self, page):
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("websocket", lambda socket: self.outside.append(socket.url))
        page.on("console", lambda told: self.faults.append(told.text) if told.type == "error" else None)

    def close(self):
        """Fail when something was seen."""
        faults = [one for one in self.faults if not any(words in one for words in self.expected)]
        assert not self.outside, "the desk asked something of another machine"
        assert not faults, "errors in the page"


def watched(chromium, url, *, tour=False, **options):
    """A page in a browser of its own, watched, with axe in it; and its watch and its context.

    `tour`: the tour opens by itself, as it does over the first home page that a person sees.
    """
    context = chromium.new_context(base_url=url, service_workers="block", **options)
    context.set_default_timeout(20_000)
    context.add_init_script(path=AXE)  # not by a script element: the policy forbids that, as it should
    if not tour:
        context.add_init_script("try { localStorage.setItem('guvoh-tour', 'seen') } catch {}")
    watch = Watch(url)
    watch.over(context)
    page = context.new_page()
    page.watch = watch
    return page, watch, context


@pytest.fixture
def visit(chromium):
    """Opens a page of a desk in a browser of its own; gives the page, whose `watch` says what to expect."""
    opened = []

    def open_page(desk, path="/", **options):
        page, watch, context = watched(chromium, desk.url, **options)
        page.goto(path)
        opened.append((context, watch))
        return page

    yield open_page
    for context, watch in opened:
        context.close()
        watch.close()


@pytest.fixture(scope="session")
def accessible():
    """Fails when axe finds anything wrong with the page as it stands, and says what and where."""

    def check(page, rules=None):
        only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": _STANDARDS}
        found = page.evaluate("only => axe.run({runOnly: only, resultTypes: ['violations']})", only)
        assert found["passes"] or found["inapplicable"], "axe looked at nothing"
        told = [
            f"{v['id']}: {v['help']}: {', '.join(str(n['target']) for n in v['nodes'])}" for v in found["violations"]
        ]
        assert not told, page.url

    return check
