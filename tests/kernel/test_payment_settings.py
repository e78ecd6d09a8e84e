"""The settings of payment providers: each mistake is a sentence when Kliqs starts, and no secret is in it."""

import pytest

from app.kernel.config import Config, InvalidSettings
from app.payments.currencies import CURRENCIES

KLIKQRIS = {"KLIQS_KLIKQRIS_KEY": "kq-secret", "KLIQS_KLIKQRIS_MERCHANT": "176930678538"}
COINPAYMENTS = {"KLIQS_COINPAYMENTS_CLIENT": "c0ffee", "KLIQS_COINPAYMENTS_SECRET": "cp-secret="}
ALL = KLIKQRIS | COINPAYMENTS | {"KLIQS_MIDTRANS_SERVER_KEY": "mid-secret"}
PUBLIC = {"KLIQS_ENV": "production", "KLIQS_HOSTS": "kliqs.test", "KLIQS_SECRET_KEY": "x" * 40}


def read(monkeypatch: pytest.MonkeyPatch, **settings: str) -> Config:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return Config.from_env()


def test_the_addresses_are_those_of_the_providers_until_somebody_changes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    config = read(monkeypatch)
    assert (config.klikqris_url, config.klikqris_sandbox_url) == (
        "https://klikqris.com/api",
        "https://klikqris.com/api/sandbox",
    )
    assert config.midtrans_url == "https://api.midtrans.com" and not config.klikqris_key
    assert read(monkeypatch, KLIQS_MIDTRANS_URL="https://pay.internal/mid").midtrans_url == "https://pay.internal/mid"


def test_no_secret_is_shown_with_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = repr(read(monkeypatch, **ALL))
    assert not [secret for secret in ("kq-secret", "cp-secret", "mid-secret") if secret in shown]


def test_instructions_of_a_transfer_have_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    config = read(
        monkeypatch, KLIQS_TRANSFER_INSTRUCTIONS="BCA 1234567890 | a.n. PT Contoh", KLIQS_KLIKQRIS_SANDBOX="on"
    )
    assert config.transfer_instructions == "BCA 1234567890\na.n. PT Contoh" and config.klikqris_sandbox


def test_every_currency_of_coinpayments_is_one_that_kliqs_counts_in() -> None:
    assert set(Config.model_fields["coinpayments_currency"].annotation.__args__) <= set(CURRENCIES)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"KLIQS_KLIKQRIS_MERCHANT": ""}, "KLIQS_KLIKQRIS_KEY and KLIQS_KLIKQRIS_MERCHANT: set both, or neither"),
        ({"KLIQS_COINPAYMENTS_SECRET": ""}, "KLIQS_COINPAYMENTS_CLIENT and KLIQS_COINPAYMENTS_SECRET: set both"),
        ({"KLIQS_KLIKQRIS_KEY": "kq-secret "}, "KLIQS_KLIKQRIS_KEY: give it as the provider shows it"),
        ({"KLIQS_MIDTRANS_SERVER_KEY": "mid-secret\n"}, "KLIQS_MIDTRANS_SERVER_KEY: give it as the provider"),
        ({"KLIQS_COINPAYMENTS_SECRET": "cp secret"}, "KLIQS_COINPAYMENTS_SECRET: give it as the provider"),
        ({"KLIQS_MIDTRANS_URL": "http://api.midtrans.com"}, "KLIQS_MIDTRANS_URL: give an https address"),
        ({"KLIQS_KLIKQRIS_URL": ""}, "KLIQS_KLIKQRIS_URL: give an https address"),
        ({"KLIQS_KLIKQRIS_SANDBOX_URL": "https://klikqris.com/api?a"}, "KLIQS_KLIKQRIS_SANDBOX_URL: give an https"),
        ({"KLIQS_COINPAYMENTS_POLICY_URL": "javascript:alert(1)"}, "KLIQS_COINPAYMENTS_POLICY_URL: give an https"),
        ({"KLIQS_COINPAYMENTS_URL": "https://u@api.example"}, "KLIQS_COINPAYMENTS_URL: give an https address"),
        ({"KLIQS_COINPAYMENTS_CURRENCY": "BTC"}, "KLIQS_COINPAYMENTS_CURRENCY"),
        ({"KLIQS_COINPAYMENTS_CURRENCY_ID": "USD"}, "KLIQS_COINPAYMENTS_CURRENCY_ID: give a number"),
        ({"KLIQS_COINPAYMENTS_CLOCK_SKEW": "1"}, "KLIQS_COINPAYMENTS_CLOCK_SKEW"),
        ({"KLIQS_PAYMENT_ZONE": "WIB"}, "KLIQS_PAYMENT_ZONE: give the name of a time zone"),
        ({"KLIQS_PAYMENT_ZONE": "../etc/passwd"}, "KLIQS_PAYMENT_ZONE: give the name of a time zone"),
        ({"KLIQS_TRANSFER_INSTRUCTIONS": "x" * 1001}, "KLIQS_TRANSFER_INSTRUCTIONS: give at most 1000"),
        ({"KLIQS_TRANSFER_INSTRUCTIONS": "a\x1b[2J"}, "KLIQS_TRANSFER_INSTRUCTIONS: give at most 1000"),
        ({"KLIQS_TRANSFER_DAYS": "0"}, "KLIQS_TRANSFER_DAYS"),
        ({"KLIQS_KLIKQRIS_ID": "1"}, "KLIQS_KLIKQRIS_ID: there is no such setting"),
    ],
    ids=str,
)
def test_each_mistake_is_a_sentence(monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], sentence: str) -> None:
    with pytest.raises(InvalidSettings) as refused:
        read(monkeypatch, **ALL | changed)
    assert sentence in str(refused.value) and "secret" not in str(refused.value).replace("_SECRET", "")


def test_only_in_development_a_provider_may_be_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, KLIQS_KLIKQRIS_URL="http://127.0.0.1:9/api").klikqris_url == "http://127.0.0.1:9/api"
    with pytest.raises(InvalidSettings) as refused:
        read(monkeypatch, **PUBLIC)
    assert str(refused.value) == "KLIQS_KLIKQRIS_URL: give an https address without ? and #"
