import shutil
import sqlite3
from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app.kernel import clock, db
from app.kernel import installation as kernel_installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.ops import doctor, translation_check
from app.visits.sealed import engine, manifest, seal
from app.visits.sealed.check import damaged_files
from tests import world
from tests.conftest import ORIGIN, SECRET, Clock
from tests.databases import Template
from tests.providers.klikqris import KEY, MERCHANT, KlikqrisStandIn
from tests.providers.midtrans import SERVER_KEY, MidtransStandIn
from tests.providers.stand_in import served
from tests.sign_in.oauth.stand_in import served_stand_in
from tests.sign_in.second_factor import phone
from tests.visits import truth

pytestmark = pytest.mark.heavy


@pytest.fixture
async def url(template: Template, tmp_path: Path) -> AsyncGenerator[str]:
    """A migrated database that nobody has open."""
    database_url = await template.fresh(tmp_path)
    yield database_url
    await template.drop(database_url)


def installation(url: str, directory: Path, **settings: Any) -> Config:
    config_values = {"hosts": ORIGIN, "secret_key": SECRET} | settings
    return Config(data_dir=directory / "data", database_url=url, **config_values)


async def wrong(config: Config) -> list[str]:
    return [finding.says async for finding in doctor.run_checks(config) if not finding.ok]


class Disk(NamedTuple):
    free: int


async def test_a_sound_installation_has_nothing_wrong(url: str, tmp_path: Path) -> None:
    assert await wrong(installation(url, tmp_path)) == []


async def test_passkeys_made_for_another_host_are_counted(url: str, tmp_path: Path) -> None:
    async with db.database_open(url):
        sari = await world.owner(await world.sari())
        for number, host in enumerate(("kliqs.test", "old.kliqs.test", "old.kliqs.test")):
            await world.passkey_of(sari, str(number), host)
    [says] = await wrong(installation(url, tmp_path))
    assert says.startswith("2 passkeys were made for another host, and the dashboard is kliqs.test now.")
    [says] = await wrong(installation(url, tmp_path, hosts="http://127.0.0.1:8000"))
    assert says.startswith("3 passkeys were made for another host, and the dashboard has no host with passkeys now")


async def test_production_without_tls_is_wrong(url: str, tmp_path: Path) -> None:
    config = installation(
        url, tmp_path, env="production", hosts="http://kliqs.test", resend_key="re_1", smtp_from="hello@kliqs.example"
    )

    assert [says[:22] for says in await wrong(config)] == ["Production without TLS"]


async def test_a_secret_that_others_can_read_is_wrong(url: str, tmp_path: Path) -> None:
    config = installation(url, tmp_path, secret_key="")
    config.secret_keys()
    assert await wrong(config) == []

    config.secret_file.chmod(0o644)

    assert await wrong(config) == [f"Others can read the secret: chmod 600 {config.secret_file}"]


async def test_a_data_directory_that_cannot_be_written_is_wrong(url: str, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")

    assert "cannot be written to" in (await wrong(installation(url, tmp_path)))[0]


async def test_a_full_disk_is_wrong(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Disk(free=1024**2))

    assert (await wrong(installation(url, tmp_path)))[0].endswith("nearly full: 1 MB free.")


async def test_a_message_without_indonesian_is_wrong(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("id", "en"):
        file = tmp_path / "locales" / language / "LC_MESSAGES" / "messages.po"
        file.parent.mkdir(parents=True)
        file.write_text('msgid "Link"\nmsgstr "Tautan"\n\nmsgid "Save"\nmsgstr ""\n')
    monkeypatch.setattr(translation_check, "resource", lambda path: tmp_path / path)

    assert await wrong(installation(url, tmp_path)) == ["Bahasa Indonesia lacks 1 of 2 messages."]


async def test_clocks_that_disagree_are_wrong(url: str, tmp_path: Path, moved: Clock) -> None:
    moved.to(moved.now.replace(year=2031))

    assert any("seconds apart" in says for says in await wrong(installation(url, tmp_path)))


@pytest.mark.parametrize(
    ("migration", "expected"),
    [
        ("999_20270101000000_more.py", []),
        (
            "999_20270101000000_contract_of_998_old.py",
            ["The database was migrated by a newer Kliqs (999_20270101000000_contract_of_998_old.py): start that one."],
        ),
    ],
)
async def test_a_database_of_a_newer_kliqs_is_wrong_when_something_was_removed(
    url: str, tmp_path: Path, migration: str, expected: list[str]
) -> None:
    async with db.database_open(url):
        await db.query_rows("INSERT INTO aerich (version, app, content) VALUES ($1, 'models', '{}')", [migration])

    assert await wrong(installation(url, tmp_path)) == expected


async def test_files_of_visits_that_are_not_as_listed_are_wrong(url: str, tmp_path: Path) -> None:
    async with db.database_open(url):
        await truth.take_in(truth.crowd(50, clock.now() - timedelta(days=4), 2))
        assert await seal.seal_days()
        listed = {file.name for file in (await manifest.load_manifest()).files}
        store = engine.current().store
    assert await wrong(installation(url, tmp_path)) == []
    async with db.database_open(url):
        await db.query_rows("UPDATE visit_files SET rows = rows + 1", [], on=db.visits_connection())
        assert set(await damaged_files()) == listed
        await db.query_rows("UPDATE visit_files SET rows = rows - 1", [], on=db.visits_connection())
        assert not await damaged_files()
        store.discard(listed)

    assert [says[-17:] for says in await wrong(installation(url, tmp_path))] == ["Restore a backup."]


async def test_a_database_that_is_away_is_a_finding(tmp_path: Path) -> None:
    config = installation("postgres://nobody@127.0.0.1:1/none", tmp_path)

    assert [says[:20] for says in await wrong(config)] == ["The database does no"]


async def test_a_file_that_is_no_database_is_a_finding(tmp_path: Path) -> None:
    file = tmp_path / "kliqs.sqlite3"
    file.write_text("not a database, and long enough to be looked at" * 100)

    assert "not a database" in (await wrong(installation(f"sqlite://{file}", tmp_path)))[0]


async def test_rows_that_refer_to_nothing_are_wrong(tmp_path: Path, url: str) -> None:
    if not url.startswith("sqlite"):
        pytest.skip("PostgreSQL does not let a reference break")
    async with db.database_open(url):
        await world.shorten(await world.sari())
    with sqlite3.connect(url.removeprefix("sqlite://")) as raw:
        raw.execute("UPDATE names SET account_id = 'nobody'")
    raw.close()

    assert await wrong(installation(url, tmp_path)) == ["1 row refers to rows that are gone, the first in names."]


async def test_an_authenticator_app_whose_secret_is_gone_is_wrong(url: str, tmp_path: Path) -> None:
    async with db.database_open(url):
        await phone.turn_on(await world.sari())
    both = installation(url, tmp_path, secret_key=f"{'n' * 40} {SECRET}")
    kernel_installation.use(kernel_installation.Installation(both))
    assert await wrong(both) == []
    newest = installation(url, tmp_path, secret_key="n" * 40)
    kernel_installation.use(kernel_installation.Installation(newest))
    [says] = await wrong(newest)
    assert says.startswith("1 authenticator app needs a secret")


async def test_each_payment_provider_is_asked_without_a_payment(url: str, tmp_path: Path) -> None:
    with served(KlikqrisStandIn()) as provider:
        settings = {"klikqris_key": KEY, "klikqris_merchant": MERCHANT, "klikqris_url": provider.url}
        config = installation(url, tmp_path, net_allow="127.0.0.1", **settings)
        kernel_installation.use(Installation(config))
        says = [finding.says async for finding in doctor.run_checks(config)]
        assert "Payments are taken with: KlikQRIS." in says and await wrong(config) == []

        provider.troubles = ["503"]
        assert await wrong(config) == ["KlikQRIS does not answer as it should: status 503."]
        config = installation(url, tmp_path, net_allow="127.0.0.1", **settings | {"klikqris_key": "k3y"})
        kernel_installation.use(Installation(config))
        [sentence] = await wrong(config)
        assert (
            sentence.startswith("KlikQRIS does not know the credentials in KLIQS_KLIKQRIS_…") and "k3y" not in sentence
        )
        assert not provider.orders


async def test_a_sandbox_for_the_public_is_a_fault(url: str, tmp_path: Path) -> None:
    with served(MidtransStandIn()) as provider:
        settings = {"midtrans_server_key": SERVER_KEY, "midtrans_sandbox": True, "net_allow": "127.0.0.1"}
        config = installation(url, tmp_path, midtrans_sandbox_url=provider.url, **settings)
        kernel_installation.use(Installation(config))
        assert await wrong(config) == []
        public = config.model_copy(update={"env": "production"})
        kernel_installation.use(Installation(public))
        assert "KLIQS_MIDTRANS_SANDBOX is on: whoever pays with Midtrans gets a plan without money." in await wrong(
            public
        )


async def test_each_provider_is_asked_and_one_that_is_wrong_is_said_to_be(url: str, tmp_path: Path) -> None:
    async with served_stand_in() as provider:
        config = installation(
            url, tmp_path, net_allow="127.0.0.1", oidc={"staff": provider.settings()}, github_client_id="k",
            github_client_secret="s",
        )  # fmt: skip
        kernel_installation.use(Installation(config))
        says = [finding.says async for finding in doctor.run_checks(config)]
        for name in ("staff", "github"):
            assert any(f"{ORIGIN}/login/oauth/{name}/callback" in sentence for sentence in says)
        assert await wrong(config) == []

        provider.metadata = {"issuer": "https://evil.example"}
        kernel_installation.use(Installation(config))
        [sentence] = await wrong(config)
        assert "Staff" in sentence and "another issuer" in sentence and "a+secret" not in sentence
