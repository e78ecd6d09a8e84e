"""Settings are read once; a wrong or missing one keeps the program from starting, with a sentence that names it."""

import asyncio
import stat
from pathlib import Path

import pytest

from app.kernel.config import Config, WrongSettings

GOOD = {"KLIQS_ENV": "production", "KLIQS_HOSTS": "kliqs.me", "KLIQS_SECRET_KEY": "x" * 32}


def wrong(monkeypatch: pytest.MonkeyPatch, **variables: str) -> str:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(WrongSettings) as refused:
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
    [("KLIQS_ENV", "staging"), ("KLIQS_BIND", "8000"), ("KLIQS_BIND", "localhost:"), ("KLIQS_BIND", "localhost:99999"),
     ("KLIQS_DATABASE_URL", "mysql://x/y"), ("KLIQS_HOSTS", "https://kliqs.me/path"),
     ("KLIQS_HOSTS", "public=kliqs.me"),
     ("KLIQS_SECRET_KEY", "short"), ("KLIQS_SECRET_KEY", "x" * 32 + " short"), ("KLIQS_TRUSTED_HOPS", "-1"),
     ("KLIQS_TRUSTED_HOPS", "many"), ("KLIQS_BURST_LIMIT", "lots"),
     ("KLIQS_COUNTRY_HEADER", "CF IPCountry"), ("KLIQS_COUNTRY_HEADER", "X-Country:")],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    assert name in wrong(monkeypatch, **{name: value})


def test_every_wrong_setting_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    said = wrong(monkeypatch, KLIQS_BIND="8000", KLIQS_BURST_LIMIT="lots", KLIQS_ENV="staging")
    assert len(said.splitlines()) == 3


def test_a_secret_is_never_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "hunter2" not in wrong(monkeypatch, KLIQS_SECRET_KEY="hunter2")


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
