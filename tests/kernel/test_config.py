"""Settings are read once; a wrong or missing one keeps the program from starting, with a sentence that names it."""

import asyncio
import socket
import stat
from collections import Counter
from pathlib import Path

import pytest
from pydantic_settings import BaseSettings

from app.kernel.config import Config, InvalidSettings
from app.kernel.setting_checks import is_loopback
from tests.subtests import as_subtests

GOOD = {"KLIQS_ENV": "production", "KLIQS_HOSTS": "kliqs.me", "KLIQS_SECRET_KEY": "x" * 32}


def wrong(monkeypatch: pytest.MonkeyPatch, **variables: str) -> str:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(InvalidSettings) as refused:
        Config.from_env()
    return str(refused.value)


def test_nothing_need_be_set_for_a_start_on_ones_own_machine() -> None:
    config = Config.from_env()
    assert not config.production
    assert config.site.origins["public"] == "http://127.0.0.1:8000"


def test_production_starts_with_a_secret_and_hosts(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in GOOD.items():
        monkeypatch.setenv(name, value)
    config = Config.from_env()
    assert config.production and config.site.secure


@pytest.mark.parametrize("missing", ["KLIQS_HOSTS", "KLIQS_SECRET_KEY"])
def test_production_needs_both(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    assert missing in wrong(monkeypatch, **(GOOD | {missing: ""}))


@pytest.mark.parametrize(
    "name, value",
    [
        ("KLIQS_ENV", "staging"),
        ("KLIQS_BIND", "8000"),
        ("KLIQS_BIND", "localhost:"),
        ("KLIQS_BIND", "localhost:99999"),
        ("KLIQS_DATABASE_URL", "mysql://x/y"),
        ("KLIQS_DATABASE_POOL", "1"),
        ("KLIQS_DATABASE_SLOW_READS", "20"),
        ("KLIQS_DATABASE_DIRECT_URL", "sqlite://x.sqlite3"),
        ("KLIQS_DATABASE_DIRECT_URL", "postgres://db/kliqs"),
        ("KLIQS_HOSTS", "https://kliqs.me/path"),
        ("KLIQS_HOSTS", "public=kliqs.me"),
        ("KLIQS_SECRET_KEY", "short"),
        ("KLIQS_SECRET_KEY", "x" * 32 + " short"),
        ("KLIQS_TRUSTED_HOPS", "-1"),
        ("KLIQS_TRUSTED_HOPS", "many"),
        ("KLIQS_BURST_LIMIT", "lots"),
        ("KLIQS_REDIS_URL", "redis"),
        ("KLIQS_REDIS_URL", "http://redis:6379"),
        ("KLIQS_REDIS_URL", "redis://:a/b@redis:6379"),
        ("KLIQS_REDIS_URL", "unix://"),
        ("KLIQS_COUNTRY_HEADER", "CF IPCountry"),
        ("KLIQS_COUNTRY_HEADER", "X-Country:"),
        ("KLIQS_REQUEST_ID_HEADER", "X Request"),
        ("KLIQS_JOURNAL_SYNC", "shipped"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    assert name in wrong(monkeypatch, **{name: value})


def test_every_wrong_setting_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    message = wrong(monkeypatch, KLIQS_BIND="8000", KLIQS_BURST_LIMIT="lots", KLIQS_ENV="staging")
    assert len(message.splitlines()) == 3


def test_a_secret_is_never_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "hunter2" not in wrong(monkeypatch, KLIQS_SECRET_KEY="hunter2")
    assert "hunter2" not in wrong(monkeypatch, KLIQS_REDIS_URL="redis://:hunter2/@redis:6379")


def test_the_address_of_redis_is_shown_to_nobody() -> None:
    assert "hunter2" not in repr(Config(redis_url="redis://:hunter2@redis:6379"))


def test_secrets_rotate_newest_first() -> None:
    assert Config(secret_key=f"{'n' * 32} {'o' * 32}").secret_keys() == ["n" * 32, "o" * 32]


def test_a_development_secret_is_made_once_and_kept_to_oneself(tmp_path: Path) -> None:
    config = Config(data_dir=tmp_path / "var")
    [secret] = config.secret_keys()
    assert len(secret) >= 32
    assert Config(data_dir=tmp_path / "var").secret_keys() == [secret]
    assert stat.S_IMODE(config.secret_file.stat().st_mode) == 0o600


async def test_processes_that_start_together_share_one_secret(tmp_path: Path) -> None:
    for round_ in range(20):
        config = Config(data_dir=tmp_path / str(round_))
        keys = await asyncio.gather(*(asyncio.to_thread(config.secret_keys) for _ in range(8)))
        assert len({key for [key] in keys}) == 1
        assert len(keys[0][0]) >= 32


@as_subtests(
    "value",
    [
        "mysql://x/y",
        "kliqs",
        "sqlite://",
        "sqlite:///",
        "postgres://kliqs:pw@db:x/kliqs",
        "postgres://db:0/kliqs",
        "postgres://db:70000/kliqs",
        "postgres://kliqs:pw@db",
        "postgres://kliqs:pw@db/",
        "postgres://kliqs:p/w@db/kliqs",
        "postgres://kliqs:p#w@db/kliqs",
        "postgres://kliqs:p?w@db/kliqs",
        "postgres://kliqs:pw@[::1/kliqs",
        "postgres://kliqs:pw@d b/kliqs",
        "postgres://*.example/kliqs",
        "postgres://db/kliqs?sslmod=require",
        "postgres://db/kliqs?sslmode=yes",
        "postgres://db/kliqs?maxsize=many",
        "postgres://db/kliqs?maxsize=1",
        "postgres://db/kliqs?sslmode=verify-full",
        "postgres://db/kliqs?sslmode=verify-ca&sslrootcert=/nowhere/ca.pem",
        "postgres://db/kliqs?sslrootcert=system",
        "postgres://db/kliqs?sslmode=require&sslkey=/dev/null",
    ],
)
def test_a_database_url_that_is_wrong_is_a_sentence_without_the_password(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    message = wrong(monkeypatch, KLIQS_DATABASE_URL=value)
    assert message.startswith("KLIQS_DATABASE_URL: ") and len(message.splitlines()) == 1
    assert "pw" not in message and "p/w" not in message


@as_subtests(
    "value",
    [
        "",
        "sqlite:///var/lib/kliqs/x.sqlite3",
        "sqlite://x.sqlite3",
        "postgres://kliqs:p%40w@db/kliqs",
        "postgresql://db:5433/kliqs?sslmode=require",
        "postgres://[::1]/kliqs",
        "postgres:///kliqs?host=/run/postgresql",
        "asyncpg://postgres:@/t_1?host=/tmp/x",
        "postgres://my_db/kliqs",
        "postgres://10.0.0.2/kliqs?maxsize=5&statement_cache_size=0",
        "postgres://db/kliqs?sslmode=verify-full&sslrootcert=system",
    ],
)
def test_a_database_url_that_is_right_is_taken(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("KLIQS_DATABASE_URL", value)
    assert Config.from_env().database_url == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KLIQS_BIND", "127.0.0.1:0"),
        ("KLIQS_BIND", "127.0.0.1:²"),
        ("KLIQS_BIND", "http://127.0.0.1:80"),
        ("KLIQS_BIND", "256.1.1.1:80"),
        ("KLIQS_BIND", "[::1:80"),
        ("KLIQS_BIND", "*:80"),
        ("KLIQS_BIND", "a b:80"),
        ("KLIQS_BIND", ":8000"),
        ("KLIQS_HOSTS", "*.kliqs.me"),
        ("KLIQS_HOSTS", "kliqs.me:99999"),
        ("KLIQS_HOSTS", "kliqs.me:port"),
        ("KLIQS_HOSTS", "me@kliqs.me"),
        ("KLIQS_HOSTS", "kliqs..me"),
        ("KLIQS_BIND", "0:8000"),
        ("KLIQS_HOSTS", "-kliqs.me"),
        ("KLIQS_HOSTS", "klïqs.me"),
        ("KLIQS_HOSTS", "1.2.3"),
        ("KLIQS_HOSTS", "https://kliqs.me:0"),
        ("KLIQS_HOSTS", "kliqs.me."),
        ("KLIQS_BURST_LIMIT", "0/minute"),
        ("KLIQS_BURST_LIMIT", "-1/minute"),
        ("KLIQS_BURST_LIMIT", ""),
        ("KLIQS_BURST_LIMIT", "1200"),
        ("KLIQS_SMTP_PORT", "0"),
        ("KLIQS_CONNECTIONS", "1"),
    ],
)
def test_a_value_that_could_never_work_is_one_sentence(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    message = wrong(monkeypatch, **{name: value})
    assert message.startswith(f"{name}: ") and len(message.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("KLIQS_SECRET", "KLIQS_SECRET_KEY"),
        ("KLIQS_DATABASE", "KLIQS_DATABASE_URL"),
        ("KLIQS_HOST", "KLIQS_HOSTS"),
        ("KLIQS_DB_URL", "KLIQS_DATABASE_URL"),
        ("kliqs_secrt_key", "KLIQS_SECRET_KEY"),
        ("KLIQS_XYZZY_QUUX", ""),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest_one(monkeypatch: pytest.MonkeyPatch, name: str, near: str) -> None:
    message = wrong(monkeypatch, **{name: "x"})
    assert message == f"{name}: there is no such setting; " + (
        f"did you mean {near}?" if near else "/docs/settings lists those there are"
    )


def test_names_that_others_give_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our examples keep an API key in KLIQS_KEY; Kubernetes names a service “kliqs” to whatever runs beside it."""
    for name, value in {
        "KLIQS_KEY": "kliqs_sk_live_x",
        "KLIQS_SERVICE_HOST": "10.0.0.1",
        "KLIQS_PORT": "tcp://10.0.0.1:80",
        "KLIQS_PORT_8000_TCP_ADDR": "10.0.0.1",
        "KLIQS_SERVICE_PORT_HTTP": "80",
    }.items():
        monkeypatch.setenv(name, value)
    assert not Config.from_env().production


def test_everything_that_is_wrong_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    message = wrong(
        monkeypatch,
        KLIQS_ENV="production",
        KLIQS_BIND="8000",
        KLIQS_DATABASE_URL="mysql://x/y",
        KLIQS_BURST_LIMIT="0/minute",
        KLIQS_HOSTS="*.kliqs.me",
        KLIQS_SMTP_HOST="mail.example",
        KLIQS_SECRET="x",
    )
    assert {line.partition(":")[0] for line in message.splitlines()} == {
        "KLIQS_BIND",
        "KLIQS_DATABASE_URL",
        "KLIQS_BURST_LIMIT",
        "KLIQS_HOSTS",
        "KLIQS_SMTP_FROM",
        "KLIQS_SECRET",
        "KLIQS_SECRET_KEY",
    }


@pytest.mark.parametrize(
    "bind",
    [
        "0.0.0.0:8000",
        "[::]:8000",
        ":::8000",
        "192.168.1.5:80",
        "[fe80::1]:80",
        "elsewhere.example:8000",
        "[::ffff:0.0.0.0]:80",
        "128.0.0.1:80",
    ],
)
def test_a_server_that_others_reach_says_first_what_it_is_for(monkeypatch: pytest.MonkeyPatch, bind: str) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: [(0, 0, 0, "", ("203.0.113.9", 0))])
    monkeypatch.setenv("KLIQS_BIND", bind)
    with pytest.raises(InvalidSettings, match=r"^KLIQS_ENV: .*KLIQS_ENV=production.*KLIQS_ENV=development"):
        Config.from_env().check_env_is_set()
    for value in ("development", "production"):
        monkeypatch.setenv("KLIQS_ENV", value)
        monkeypatch.setenv("KLIQS_HOSTS", "kliqs.me")
        monkeypatch.setenv("KLIQS_SECRET_KEY", "x" * 32)
        Config.from_env().check_env_is_set()


@pytest.mark.parametrize(
    "bind",
    [
        "127.0.0.1:8000",
        "127.255.0.9:1",
        "localhost:8000",
        "[::1]:8000",
        "::1:8000",
        "[::ffff:127.0.0.1]:80",
        "LOCALHOST:80",
    ],
)
def test_a_server_of_this_machine_alone_needs_no_word(monkeypatch: pytest.MonkeyPatch, bind: str) -> None:
    monkeypatch.setenv("KLIQS_BIND", bind)
    Config.from_env().check_env_is_set()


def test_a_host_that_resolves_to_more_than_this_machine_is_reached_by_others(monkeypatch: pytest.MonkeyPatch) -> None:
    addresses = [(0, 0, 0, "", ("127.0.0.1", 0)), (0, 0, 0, "", ("192.168.1.5", 0))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: addresses)
    assert not is_loopback("box:8000")
    addresses.pop()
    assert is_loopback("box:8000")


def test_a_database_file_in_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    config = Config(data_dir=tmp_path / "var", database_url=f"sqlite://{tmp_path}/typo/kliqs.sqlite3")
    with pytest.raises(InvalidSettings, match="KLIQS_DATABASE_URL: there is no folder"):
        config.prepare()


def test_settings_may_be_in_files_and_the_environment_goes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "kliqs_secret_key").write_text("y" * 40 + "\n")
    (tmp_path / "kliqs_hosts").write_text("from.file")
    (tmp_path / "postgres_password").write_text("of somebody else")
    for name, value in {
        "KLIQS_ENV": "production",
        "KLIQS_HOSTS": "kliqs.me",
        "KLIQS_SECRETS_DIR": str(tmp_path),
    }.items():
        monkeypatch.setenv(name, value)
    config = Config.from_env()
    assert config.secret_keys() == ["y" * 40] and config.site.host("public") == "kliqs.me"


def test_a_wrong_file_of_a_setting_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert "there is no folder" in wrong(monkeypatch, KLIQS_SECRETS_DIR=str(tmp_path / "none"))
    (tmp_path / "kliqs_secret_kye").write_text("y" * 40)
    assert "did you mean KLIQS_SECRET_KEY" in wrong(monkeypatch, KLIQS_SECRETS_DIR=str(tmp_path))


def test_no_group_of_settings_replaces_a_check_of_another_group() -> None:
    groups = [group for group in Config.__mro__ if issubclass(group, BaseSettings) and group is not BaseSettings]
    checks = Counter(name for group in groups for name in vars(group) if callable(getattr(group, name)))
    twice = {name for name, number in checks.items() if number > 1 and not name.startswith("__")}
    assert len(groups) > 10 and not twice - {"model_post_init"}
