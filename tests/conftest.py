"""What tests stand on. A test that uses the database runs on SQLite and on PostgreSQL, in one run."""

import os
import subprocess
import unicodedata
from collections.abc import AsyncGenerator, Iterator
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
from argon2 import PasswordHasher
from quart import Quart
from tortoise.backends.base.executor import EXECUTOR_CACHE

from app.accounts.models import Account, Session
from app.front.redirect_service import followed
from app.kernel import clock, db, installation, passwords
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.visits import geo_lookup, geofile
from app.web import limits
from tests import world
from tests.client import Browser, browsers_of
from tests.databases import TEMPLATES, Template

SECRET = "a-secret-of-the-tests-longer-than-32-characters"
ORIGIN = "https://kliqs.test"
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
NOBODY = CHEAP.hash("the password of nobody")


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def dialect(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def template(dialect: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Template]:
    """A migrated database, made once for each dialect and copied for each test."""
    EXECUTOR_CACHE.clear()
    made = TEMPLATES[dialect](tmp_path_factory.mktemp(dialect))
    yield made
    made.close()


@pytest.fixture
async def database(template: Template, tmp_path: Path) -> AsyncGenerator[str]:
    """The URL of an open, migrated database of the test's own."""
    url = await template.fresh(tmp_path)
    async with db.opened(url):
        yield url
    await template.drop(url)


@cache
def _settings() -> Config:
    return Config(hosts=ORIGIN, secret_key=SECRET)


@pytest.fixture(autouse=True)
async def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with the same secrets, origin and empty throttles, and with hashes that cost nothing."""
    for name in [name for name in os.environ if name.startswith("KLIQS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(passwords, "_hasher", CHEAP)
    monkeypatch.setattr(passwords, "NOBODY", NOBODY)
    installation.use(Installation(_settings()))
    EXECUTOR_CACHE.clear()  # Tortoise keeps its SQL by table, whatever the dialect


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
    for name in ("JSON", "FORM", "PAGE"):
        monkeypatch.setattr(limits, name, 2**26)


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
    return Config(data_dir=tmp_path / "data", database_url=database, hosts=ORIGIN, secret_key=SECRET)


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
    return geofile.unpacked(tmp_path_factory.mktemp("places"))


@pytest.fixture
async def app(made_once: Quart, database: str, config: Config, country_database: Path) -> AsyncGenerator[Quart]:
    """The application on the test's open database; of what runs beside a served one, only following links does."""
    config.prepare()
    folder = config.data_dir / geo_lookup.FOLDER
    folder.mkdir(exist_ok=True)
    os.link(country_database, folder / country_database.name)
    made_once.extensions["installation"] = installation.current()  # which a test may change
    async with followed(config, database, made_once.extensions["following"]):
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
    browser.sign_in(await Session.begin(account, "Firefox · Linux"))
    return browser
