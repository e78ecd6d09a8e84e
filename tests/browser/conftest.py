"""A real Chromium (Debian's) on a real server. Where either is missing these tests are skipped, in CI they fail.

`.ci/run` runs them by themselves, with KLIQS_BROWSER=required, and leaves them out (`later`) of all other tests.

With KLIQS_BROWSER_CLUSTER set, every server is nginx in front of two machines (`tests.cluster`); in CI one journey is.
"""

import asyncio
import os
import shutil
from collections.abc import Callable, Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

import pytest

from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from tests.browser.axe import AXE
from tests.cluster import Cluster, cluster_of
from tests.databases import SqliteTemplate, Template
from tests.object_server import ObjectServer
from tests.serving import Server, environment, serving
from tests.world import SECRET

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")  # which takes twice the time
WANTED = os.environ.get("KLIQS_BROWSER", "")
REQUIRED, LATER = WANTED == "required", WANTED == "later"
ON_CLUSTER = bool(os.environ.get("KLIQS_BROWSER_CLUSTER"))


def _missing() -> str:
    if LATER:
        return "the browser's tests are run by themselves"
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "playwright is not installed (extra [browser])"
    if not CHROMIUM:
        return "Debian's chromium-headless-shell is not installed"
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


Work = Callable[[], Coroutine[Any, Any, Any]]
Settings = Mapping[str, str]
NO_SETTINGS: Settings = MappingProxyType({})


def on_database(env: dict[str, str], work: Work) -> Any:
    """The result of a coroutine function that runs with the settings of a server, on its database, in this process."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("KLIQS_")]:
            patch.delenv(name)
        for name in [name for name in env if name.startswith("KLIQS_")]:
            patch.setenv(name, env[name])
        config = Config()
    config.prepare()

    async def run() -> Any:
        async with db.database_open(env["KLIQS_DATABASE_URL"]):
            return await work()

    before = installation.current()
    installation.use(Installation(config))
    try:
        return _in_a_thread(lambda: asyncio.run(run()))
    finally:
        installation.use(before)


@contextmanager
def one_machine(folder: Path, files: SqliteTemplate, settings: Settings, furnish: Work | None) -> Iterator[Server]:
    """A server on SQLite for the length of a block. What migrates a new database is tested elsewhere."""
    data = folder / "data"
    data.mkdir(mode=0o700)
    env = environment(data, files.copy_into(data), **{"KLIQS_SECRET_KEY": SECRET, **settings})
    if furnish:
        on_database(env, furnish)
    with serving(env) as running:
        yield running


@contextmanager
def two_machines(
    folder: Path,
    postgres: Template,
    files: ObjectServer,
    settings: Settings = NO_SETTINGS,
    furnish: Work | None = None,
    name: str = "127.0.0.1",
) -> Iterator[Cluster]:
    """Two machines behind nginx for the length of a block."""
    url = _in_a_thread(lambda: asyncio.run(postgres.fresh(folder)))
    try:
        with cluster_of(folder, url, files, name, **settings) as cluster:
            if furnish:
                on_database(cluster.env, furnish)
            cluster.start_both()
            yield cluster
            assert all(cluster.requests_by_machine()), "both machines were asked"
    finally:
        _in_a_thread(lambda: asyncio.run(postgres.drop(url)))


class StartServer(Protocol):
    """Starts a server with these settings, and stops it after the last test of the file.

    `furnish` fills its database before. Browsers open it as `name`.
    """

    def __call__(
        self, settings: Settings = NO_SETTINGS, furnish: Work | None = None, name: str = "127.0.0.1"
    ) -> Server: ...


@pytest.fixture(scope="module")
def start_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartServer]:
    """Starts the server of a file of tests, of one machine or of two."""
    with ExitStack() as stack:

        def start(settings: Settings = NO_SETTINGS, furnish: Work | None = None, name: str = "127.0.0.1") -> Server:
            folder, fixture = tmp_path_factory.mktemp("server"), request.getfixturevalue
            if not ON_CLUSTER:
                return stack.enter_context(one_machine(folder, fixture("sqlite_files"), settings, furnish))
            machines = two_machines(folder, fixture("postgres"), fixture("object_server"), settings, furnish, name)
            return stack.enter_context(machines).front

        yield start


@pytest.fixture(scope="module")
def server(start_server: StartServer) -> Server:
    """One for each file of tests: more people would sign up from one address than it lets in an hour."""
    return start_server()


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


def save_picture(page: Any, name: str) -> None:
    """Leaves a picture of the whole page in the folder that KLIQS_SHOTS names, where it is set."""
    if folder := os.environ.get("KLIQS_SHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def hold_first_request(page: Any, addresses: str) -> list[Any]:
    """Lets a slow line hold the first request to such addresses, which is then in the list: `continue_` lets it go."""
    held: list[Any] = []
    page.route(addresses, lambda route: route.continue_() if held else held.append(route))
    return held
