"""What tests stand on. A test that uses the database runs on SQLite and on PostgreSQL, in one run.

On one of them alone run
- a slow test that does not take `dialect`, on PostgreSQL, which refuses more. Slow is what carries the marker `slow`,
  what only a server in a process of its own can show (`tests.serving`), and what needs a browser;
- a test of a package without tables in which nobody has an account, on SQLite: there is nothing in the database;
- what a page answers (`test_*views.py`), and what the files in WITHOUT_A_PART promise of requests, forms, files and
  other services, on SQLite: its statements are sent to PostgreSQL by the tests of their models and by the walks over
  all pages and forms. What happens at once in such a file (`asyncio.gather`) stays on both, as there the database
  decides; so do the pages that take money and count it (WITH_MONEY).
A test that parametrizes `dialect` itself runs where it says.

At every save (`pytest -m "not slow"`) what runs on both runs on SQLite only: its other half carries `slow`, too. So do
the files marked `heavy`, in which much of the time goes; otherwise they run on the databases of any other test.
"""

import atexit
import gc
import inspect
import os
import subprocess
import sys
import unicodedata
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, cast

import pytest
from argon2 import PasswordHasher
from quart import Quart

from app.accounts.models import Account
from app.front.redirect_service import redirects_running
from app.kernel import clock, db, i18n, installation, password_strength, passwords
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.media import upload_sandbox
from app.server_process import GARBAGE_THRESHOLD
from app.visits.recording import geo_database_files, geo_lookup
from app.visits.sealed import engine
from app.web import limits, logs
from tests import serving, world
from tests.catalogues import read_catalogues_once
from tests.client import Browser, browsers_of
from tests.compiled_templates import compile_templates_once
from tests.databases import TEMPLATES, Template
from tests.folder_in_memory import folder_in_memory
from tests.model_descriptions import describe_models_once
from tests.model_states import write_no_model_states
from tests.object_server import ObjectServer, object_server_running
from tests.open_connections import open_connections, watch_connections
from tests.stored import use_directory
from tests.waiting import DEADLINE
from tests.world import SECRET as SECRET

TESTS = Path(__file__).parent
WITHOUT_TABLES = {"blocks", "docs", "legal", "payloads", "qris_checker", "test_house.py"}
WITHOUT_A_PART = (  # files and folders whose tests do not depend on the database
    "accounts/test_emails.py",
    "batch/test_dry_run.py",
    "console/test_announcements.py",
    "console/test_gateway_pages.py",
    "console/test_pages.py",
    "console/test_settings.py",
    "docs/test_pages.py",
    "front/test_follow.py",
    "front/test_landing.py",
    "front/test_lanes.py",
    "front/test_pages.py",
    "front/test_robots_and_sitemap.py",
    "front/test_rules.py",
    "gateway/api/test_conformance_chat.py",
    "gateway/api/test_conformance_gemini_videos.py",
    "gateway/api/test_conformance_messages.py",
    "gateway/api/test_conformance_others.py",
    "gateway/api/test_conformance_videos.py",
    "gateway/api/test_error_answers.py",
    "gateway/api/test_multipart.py",
    "gateway/api/test_odd_requests.py",
    "gateway/api/test_request_body.py",
    "gateway/api/test_upstream_faults.py",
    "gateway/catalogue/test_model_setup.py",
    "gateway/catalogue/test_route_setup.py",
    "gateway/catalogue/test_upstream_setup.py",
    "gateway/notices",
    "gateway/playground",
    "gateway/test_navigation.py",
    "keys/test_api_authentication.py",
    "keys/test_scopes.py",
    "keys/test_self_test.py",
    "links/checker",
    "links/rule_editor",
    "links/test_api.py",
    "links/test_elsewhere.py",
    "links/test_link_preview.py",
    "mail/test_delivery.py",
    "operators/test_guard.py",
    "ops/test_demo.py",
    "ops/test_doctor.py",
    "ops/test_gateway_checks.py",
    "ops/test_gateway_commands.py",
    "ops/test_payment_commands.py",
    "ops/test_publishing_checks.py",
    "ops/test_upgrade_check.py",
    "ops/test_webhook_commands.py",
    "pages/api/test_pages.py",
    "pages/builder/test_block_form.py",
    "pages/public",
    "pages/test_builder.py",
    "pages/theme",
    "pages/transfer/test_export_import.py",
    "payments/checkout/test_coins.py",
    "payments/checkout/test_order_views.py",
    "payments/providers",
    "privacy/bring_in/test_attacks.py",
    "privacy/bring_in/test_columns.py",
    "publishing/api",
    "publishing/composer",
    "publishing/connections",
    "publishing/files",
    "publishing/networks",
    "publishing/planning/test_post_import.py",
    "publishing/posts/test_validation.py",
    "qr/test_api.py",
    "settings/test_onboarding.py",
    "sign_in/oauth",
    "sign_in/passkeys/test_ceremonies.py",
    "sign_in/second_factor",
    "team/test_controls_of_roles.py",
    "test_lifespan.py",
    "test_monitoring_files.py",
    "web/test_client_info.py",
    "web/test_compress.py",
    "web/test_csrf.py",
    "web/test_errors.py",
    "web/test_hosts.py",
    "web/test_limits.py",
    "web/test_pagination.py",
    "web/test_referrer_policy.py",
    "web/test_resubmit.py",
    "web/test_security_headers.py",
    "webhooks/test_api.py",
    "webhooks/test_delivery_jobs.py",
)
WITH_MONEY = ("payments", "gateway/api", "gateway/credits")
KEPT_IN_THE_CHECKOUT = {".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", "build"}
ORIGIN = "https://kliqs.test"
NICENESS = engine.NICENESS  # of the threads that compute reports in a server
estimate_guesses_once = cache(password_strength.estimate_guesses)  # the cast has one password
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
NOBODY = CHEAP.hash("the password of nobody")


def pytest_configure() -> None:
    """Logs as a server does: structlog's default draws each traceback with its variables, which takes seconds."""
    logs.configure_logging()
    describe_models_once()
    write_no_model_states()
    watch_connections()
    _keep_bytecode()
    compile_templates_once()
    read_catalogues_once()
    engine.NICENESS = 0  # a test waits for its reports, behind all other processes of the run
    _let_examples_take_their_time()
    if (folder := folder_in_memory()) is not None:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", folder)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Lets no garbage be looked for while thousands of tests are collected, nor later among what is made there.

    All of it stays until the process ends. The interpreter then takes it apart, for extensions report what is left.
    Afterwards garbage is looked for as seldom as a server does it, which spares a twelfth of the time of tests.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        atexit.register(gc.unfreeze)
        gc.set_threshold(GARBAGE_THRESHOLD)
        gc.enable()


def pytest_xdist_auto_num_workers() -> int:
    """Returns one process more than there are cores: a quarter of the time of tests is waiting, mostly for servers."""
    return len(os.sched_getaffinity(0)) + 1


def _let_examples_take_their_time() -> None:
    """Takes from Hypothesis what it asserts about time: on a busy machine that says nothing about the product."""
    from hypothesis import HealthCheck, settings  # a third of a second, which only the tests need

    settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("patient")


def _keep_bytecode() -> None:
    """Lets all processes of the tests write the bytecode of what they compile, and the next run use it.

    Where PYTHONDONTWRITEBYTECODE is set, as in many containers, each worker would rewrite the assertions of all tests
    and each server that a test starts would compile all of Kliqs.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


@pytest.fixture(scope="session")
def dialect(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Fails the test that left a connection to SQLite open."""
    yield
    assert not open_connections()


def pytest_itemcollected(item: pytest.Item) -> None:
    if is_slow(item) or item.get_closest_marker("second_database") or item.get_closest_marker("heavy"):
        item.add_marker("slow")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the slow tests first: what is left at the end is short, so that no process waits for the other one."""
    items.sort(key=lambda item: not item.get_closest_marker("slow") or bool(item.get_closest_marker("second_database")))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    test = metafunc.definition
    chosen = any("dialect" in mark.args[0] for mark in test.iter_markers("parametrize"))
    if "dialect" in metafunc.fixturenames and not chosen:
        databases = databases_of(test)
        parameters = [databases[0], *(pytest.param(name, marks=pytest.mark.second_database) for name in databases[1:])]
        metafunc.parametrize("dialect", parameters, indirect=True, scope="session")


def databases_of(test: pytest.Function) -> list[str]:
    """The databases that a test runs on; the rule is in the docstring of this module."""
    takes, people = set(inspect.signature(test.obj).parameters), {"sari", "budi", "dewi"}
    if is_slow(test) and "dialect" not in takes:
        return ["postgres"]
    if _has_no_part(test) and not takes & {"template", "dialect"}:
        return ["sqlite"]
    empty = not people & set(test.fixturenames) and not takes & {"database", "config", "template", "dialect"}
    return ["sqlite"] if empty and test.path.relative_to(TESTS).parts[0] in WITHOUT_TABLES else [*TEMPLATES]


def _has_no_part(test: pytest.Function) -> bool:
    """Whether the database has no part in what a test promises, by its file and by what it does at once."""
    return _is_listed(test.path) and "gather" not in inspect.unwrap(test.obj).__code__.co_names


@cache
def _is_listed(file: Path) -> bool:
    """Whether a file holds tests of pages without money, or it or a folder that it is in is in WITHOUT_A_PART."""
    place = file.relative_to(TESTS)
    of_pages = place.match("test_*views.py") and not any(map(place.is_relative_to, WITH_MONEY))
    return of_pages or any(map(place.is_relative_to, WITHOUT_A_PART))


def is_slow(test: pytest.Item) -> bool:
    """Whether a test takes too long to be run at every save."""
    return "browser" in test.path.parts or test.get_closest_marker("slow") is not None or _serves(test)


def _serves(test: pytest.Item) -> bool:
    """Whether a test or one of its fixtures names something of `tests.serving`."""
    if not isinstance(test, pytest.Function):
        return False
    fixtures = [definitions[-1].func for definitions in test._fixtureinfo.name2fixturedefs.values()]
    return any(map(_names_serving, (test.obj, *fixtures)))


@cache
def _names_serving(function: Callable[..., object]) -> bool:
    """Whether a function names something of `tests.serving`. Thousands of tests have the same fixtures."""
    inner: Any = inspect.unwrap(function)
    things = (inner.__globals__.get(name) for name in inner.__code__.co_names)
    return any(getattr(thing, "__module__", "") == serving.__name__ for thing in things)


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Template]]:
    """Returns the migrated database of a dialect, which is made when it is first asked for."""
    made: dict[str, Template] = {}

    def template_of(dialect: str) -> Template:
        if dialect not in made:
            made[dialect] = TEMPLATES[dialect](tmp_path_factory.mktemp(dialect))
        return made[dialect]

    yield template_of
    for template in made.values():
        template.close()


@pytest.fixture(scope="session")
def template(dialect: str, templates: Callable[[str], Template]) -> Template:
    """A migrated database, which is copied for each test."""
    return templates(dialect)


@pytest.fixture
async def database(template: Template, tmp_path: Path) -> AsyncGenerator[str]:
    """The URL of an open, migrated database of the test's own."""
    url = await template.fresh(tmp_path)
    current = installation.current()
    current.config = current.config.model_copy(update={"data_dir": tmp_path / "data"})
    use_directory(tmp_path / "data")
    async with db.database_open(url):
        yield url
    await template.drop(url)


_numbers = count()


@cache
def _common_settings() -> Config:
    """The settings of every test, read once: reading them takes a millisecond, and each test needs them twice."""
    with pytest.MonkeyPatch.context() as environment:
        _remove_settings(environment)
        return Config(hosts=ORIGIN, secret_key=SECRET)


def _remove_settings(environment: pytest.MonkeyPatch) -> None:
    """Removes every variable of Kliqs from the environment."""
    for name in [name for name in os.environ if name.startswith("KLIQS_")]:
        environment.delenv(name)


def _settings(factory: pytest.TempPathFactory) -> Config:
    """The settings of a test, with a data directory of its own that is made when something is written to it."""
    return _common_settings().model_copy(update={"data_dir": factory.getbasetemp() / f"data-{next(_numbers)}"})


@pytest.fixture(scope="session", autouse=True)
def _installation_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Fixtures of the session are made before `_clean` runs."""
    installation.use(Installation(_settings(tmp_path_factory)))


@pytest.fixture(scope="session", autouse=True)
def _checkout_stays_clean() -> Iterator[None]:
    """Tests write into folders of their own: what a command makes in the current folder would be in the checkout."""
    before = set(TESTS.parent.iterdir())
    yield
    left = {path.name for path in set(TESTS.parent.iterdir()) - before}
    assert left <= KEPT_IN_THE_CHECKOUT


@pytest.fixture(scope="module", autouse=True)
def _installation_of_the_module(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Fixtures of a module begin with an installation that no test of another module has changed."""
    installation.use(Installation(_settings(tmp_path_factory)))


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Each test begins with the same secrets, language, origin and throttles, and with hashes that cost nothing."""
    _remove_settings(monkeypatch)
    i18n.set_language("id")
    monkeypatch.setattr(passwords, "_hasher", CHEAP)
    monkeypatch.setattr(password_strength, "estimate_guesses", estimate_guesses_once)
    monkeypatch.setattr(passwords, "PLACEHOLDER_HASH", NOBODY)
    monkeypatch.setattr(upload_sandbox, "TIMEOUT", DEADLINE)  # a busy machine begins a worker late
    installation.use(Installation(_settings(tmp_path_factory)))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 4 MiB."""
    place = tmp_path / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a small file system")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.fixture
def normalised(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of all texts that anything normalised while the test ran, our own libraries too."""
    lengths: list[int] = []
    normalize = unicodedata.normalize

    def measure(form: Any, text: str) -> str:
        lengths.append(len(text))
        return normalize(form, text)

    monkeypatch.setattr(unicodedata, "normalize", measure)
    return lengths


@pytest.fixture
def roomy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bodies may be large, so that what is told to be too long is a field of them."""
    monkeypatch.setattr(limits, "max_body_size", lambda path: 2**26)


class Clock:
    """The time as a test wants it. It stands still."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def to(self, when: datetime) -> None:
        self.now = when

    def on(self, by: timedelta) -> None:
        self.now += by


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock that a test moves: `moved.on(timedelta(days=1))`."""
    hands = Clock(clock.now())
    monkeypatch.setattr(clock, "now", lambda: hands.now)
    return hands


@pytest.fixture
async def sari(database: str) -> Account:
    return await world.sari()


@pytest.fixture
async def budi(database: str) -> Account:
    return await world.budi()


@pytest.fixture
async def dewi(database: str) -> Account:
    return await world.dewi()


@pytest.fixture
def config(database: str, tmp_path: Path) -> Config:
    return _common_settings().model_copy(update={"data_dir": tmp_path / "data", "database_url": database})


@pytest.fixture(scope="session")
def object_server() -> Iterator[ObjectServer]:
    """An S3 server, which starts with the first test that wants it."""
    with object_server_running() as server:
        yield server


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Quart:
    """The application: the database is the process's, so that one serves all tests and compiles its templates once."""
    from app import create_app  # not before a test wants it: domain tests know no web

    data_dir = tmp_path_factory.mktemp("app")
    config = Config(data_dir=data_dir, hosts=ORIGIN, secret_key=SECRET, burst_limit="1000000/minute")
    return browsers_of(create_app(config))


@pytest.fixture(scope="session")
def country_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The vendored country database, unpacked once: that takes a quarter of a second."""
    return geo_database_files.unpack_vendored(tmp_path_factory.mktemp("places"))


def prepare(config: Config, country_database: Path) -> None:
    """Makes the directories of an installation, with the country database in its place."""
    config.prepare()
    folder = config.data_dir / geo_lookup.GEO_FOLDER
    folder.mkdir(exist_ok=True)
    os.link(country_database, folder / country_database.name)


@pytest.fixture
async def app(made_once: Quart, database: str, config: Config, country_database: Path) -> AsyncGenerator[Quart]:
    """The application on the test's open database; of what runs beside a served one, only following links does."""
    prepare(config, country_database)
    made_once.extensions["installation"] = installation.current()  # which a test may change
    async with redirects_running(config, database, made_once.extensions["redirects"]):
        yield made_once


@pytest.fixture
def visitor(app: Quart) -> Browser:
    return cast(Browser, app.test_client())


@pytest.fixture
async def as_sari(app: Quart, sari: Account) -> Browser:
    return await _signed_in(app, sari)


@pytest.fixture
async def as_budi(app: Quart, budi: Account) -> Browser:
    return await _signed_in(app, budi)


async def _signed_in(app: Quart, account: Account) -> Browser:
    browser = cast(Browser, app.test_client())
    browser.sign_in(await world.begin_session(account, "Firefox · Linux"))
    return browser
