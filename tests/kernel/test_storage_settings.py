"""Where files are stored is one address; its credentials have settings of their own, or the names that AWS uses."""

import pytest

from app.kernel.config import Config, InvalidSettings
from app.kernel.s3_signing import Credentials

ADDRESS = "s3://bucket/kliqs?endpoint=https://s3.example.com"


def configured(monkeypatch: pytest.MonkeyPatch, **variables: str) -> Config:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return Config.from_env()


def test_credentials_are_those_of_kliqs_or_else_those_of_aws(monkeypatch: pytest.MonkeyPatch) -> None:
    assert configured(monkeypatch).storage_credentials is None
    aws = {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_SESSION_TOKEN": "c"}
    assert configured(monkeypatch, **aws).storage_credentials == Credentials("a", "b", "c")
    own = {"KLIQS_STORAGE_KEY": "k", "KLIQS_STORAGE_SECRET": "s"}
    assert configured(monkeypatch, **own).storage_credentials == Credentials("k", "s", "c")


def test_a_key_without_its_secret_keeps_the_program_from_starting(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InvalidSettings, match="KLIQS_STORAGE_SECRET: set both"):
        configured(monkeypatch, KLIQS_STORAGE_URL=ADDRESS, KLIQS_STORAGE_KEY="k")


def test_a_wrong_address_keeps_the_program_from_starting_and_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InvalidSettings, match="KLIQS_STORAGE_URL: give s3://bucket/prefix") as refused:
        configured(monkeypatch, KLIQS_STORAGE_URL="s3://key:hush@bucket/kliqs")
    assert "hush" not in str(refused.value)
