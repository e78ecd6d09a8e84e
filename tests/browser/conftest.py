"""A real Chromium (Debian's) on a real server. Where either is missing these tests are skipped, in CI they fail.

With KLIQS_BROWSER_CLUSTER set, the server is nginx in front of two machines (`tests.cluster`); in CI one journey is.
"""

import asyncio
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.cluster import Cluster, cluster_of
from tests.databases import SqliteTemplate, Template
from tests.object_server import ObjectServer
from tests.serving import ROOT, Server, environment, serving

AXE = ROOT / "build" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium")
REQUIRED = os.environ.get("KLIQS_BROWSER") == "required"
ON_CLUSTER = bool(os.environ.get("KLIQS_BROWSER_CLUSTER"))


def _missing() -> str:
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "playwright is not installed (extra [browser])"
    if not CHROMIUM:
        return "Debian's chromium is not installed"
    return "" if AXE.exists() else "axe-core is not installed (.ci/run does)"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A walk through a browser may take five minutes on a slow machine; each of its waits has a limit of its own."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent) and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(300))


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


@pytest.fixture(scope="session")
def postgres(templates: Callable[[str], Template]) -> Template:
    """A migrated database of PostgreSQL, for those that run on two machines."""
    template: Template = _in_a_thread(lambda: templates("postgres"))
    return template


def _in_a_thread(work: Callable[[], Any]) -> Any:
    """The result of work that needs a loop of its own: in this thread Playwright's may run."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(work).result()


@contextmanager
def two_machines(folder: Path, postgres: Template, files: ObjectServer) -> Iterator[Cluster]:
    """Two machines behind nginx for the length of a block."""
    url = _in_a_thread(lambda: asyncio.run(postgres.fresh(folder)))
    with cluster_of(folder, url, files) as cluster:
        cluster.start_both()
        yield cluster
    _in_a_thread(lambda: asyncio.run(postgres.drop(url)))


@pytest.fixture(scope="module")
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, sqlite_files: SqliteTemplate
) -> Iterator[Server]:
    """One for each file of tests: more people would sign up from one address than it lets in an hour.

    What migrates the database of a new server is tested elsewhere; here it has been migrated.
    """
    if ON_CLUSTER:
        yield request.getfixturevalue("cluster").front
        return
    data = tmp_path_factory.mktemp("browser") / "data"
    data.mkdir(mode=0o700)
    sqlite_files.copy_into(data)
    with serving(environment(data)) as running:
        yield running


@pytest.fixture(scope="module")
def cluster(
    tmp_path_factory: pytest.TempPathFactory, postgres: Template, object_server: ObjectServer
) -> Iterator[Cluster]:
    """Two machines behind nginx, for each file of tests that runs on them."""
    with two_machines(tmp_path_factory.mktemp("cluster"), postgres, object_server) as running:
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
