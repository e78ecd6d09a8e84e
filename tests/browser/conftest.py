"""A real Chromium (Debian's) on a real server. Where either is missing these tests are skipped, in CI they fail."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.databases import SqliteTemplate, Template
from tests.serving import ROOT, Server, environment, serving

AXE = ROOT / "build" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium")
REQUIRED = os.environ.get("KLIQS_BROWSER") == "required"


def _missing() -> str:
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "playwright is not installed (extra [browser])"
    if not CHROMIUM:
        return "Debian's chromium is not installed"
    return "" if AXE.exists() else "axe-core is not installed (.ci/run does)"


@pytest.fixture(scope="session", autouse=True)
def _needed() -> None:
    if problem := _missing():
        if REQUIRED:
            pytest.fail(problem)
        pytest.skip(problem)


@pytest.fixture(scope="session")
def sqlite_files(templates: Callable[[str], Template]) -> SqliteTemplate:
    """The files of a migrated database, made before Playwright's loop runs."""
    files = templates("sqlite")
    assert isinstance(files, SqliteTemplate)
    return files


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, sqlite_files: SqliteTemplate) -> Iterator[Server]:
    """One for each file of tests: more people would sign up from one address than it lets in an hour.

    What migrates the database of a new server is tested elsewhere; here it has been migrated.
    """
    data = tmp_path_factory.mktemp("browser") / "data"
    data.mkdir(mode=0o700)
    sqlite_files.copy_into(data)
    with serving(environment(data)) as running:
        yield running


@pytest.fixture(autouse=True)
def _clean() -> None:
    """Nothing to reset: the server is another process. Playwright's own loop leaves no room for an async fixture."""


@pytest.fixture(scope="package")
def chromium(sqlite_files: SqliteTemplate) -> Iterator[Any]:
    """One for all these tests, each of which has contexts of its own; gone before other tests want a loop."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-quic"])
        yield browser
        browser.close()


class Troubles(list[str]):
    """What went wrong on a page without anybody clicking: script errors and policy violations."""

    def watch(self, page: Any) -> None:
        page.on("pageerror", lambda error: self.append(str(error)) if "Transition was" not in str(error) else None)
        page.on(
            "console",
            lambda console_message: self.append(console_message.text) if self._serious(console_message) else None,
        )

    @staticmethod
    def _serious(console_message: Any) -> bool:
        return console_message.type == "error" and "Failed to load resource" not in console_message.text


@pytest.fixture
def troubles() -> Iterator[Troubles]:
    seen = Troubles()
    yield seen
    assert not seen


@pytest.fixture
def artifacts(tmp_path: Path) -> Path:
    """Where a test leaves its pictures: KLIQS_SHOTS, else nowhere that lasts."""
    return Path(os.environ.get("KLIQS_SHOTS", str(tmp_path)))
