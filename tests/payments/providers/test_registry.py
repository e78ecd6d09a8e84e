"""Which providers there are is what the operator set up, and practice payments exist in development only."""

import pytest

from app.kernel.refusal import NotFound
from app.payments.providers import registry
from app.payments.providers.provider import CheckoutKind, ForgedNotification, PaymentState, ProviderRefused
from tests.payments.providers.conftest import WEBHOOK, charge, configure

ALL = {
    "klikqris_key": "k",
    "klikqris_merchant": "m",
    "midtrans_server_key": "s",
    "coinpayments_client": "c",
    "coinpayments_secret": "x",
    "transfer_instructions": "BCA 1234567890\nPT Contoh",
}


def codes() -> list[str]:
    return [provider.code for provider in registry.configured()]


def test_nothing_is_sold_without_settings() -> None:
    configure(env="production")
    assert codes() == []
    with pytest.raises(NotFound):
        registry.provider("test")


def test_each_provider_with_credentials_is_offered_in_one_order() -> None:
    configure(env="production", **ALL)
    assert codes() == ["klikqris", "midtrans", "coinpayments", "transfer"]
    configure(env="development")
    assert codes()[-1] == "test"


def test_a_provider_has_its_code_and_no_other_is_there() -> None:
    configure(**ALL)
    for code in codes():
        assert registry.provider(code).code == code
    for code in ("", "fake", "KLIKQRIS", "../midtrans"):
        with pytest.raises(NotFound):
            registry.provider(code)


def test_bounds_are_given_for_each_currency() -> None:
    configure(**ALL)
    for provider in registry.configured():
        assert set(provider.least) == set(provider.most) == set(provider.currencies)
        assert all(0 < provider.least[code] < provider.most[code] for code in provider.currencies)


def test_the_terms_of_a_provider_are_where_the_operator_says() -> None:
    urls = {f"{name}_policy_url": f"https://{name}.example/terms" for name in ("klikqris", "midtrans", "coinpayments")}
    configure(env="production", **ALL, **urls)
    assert [provider.policy_url for provider in registry.configured()] == [*urls.values(), ""]


def test_a_creator_connects_klikqris_or_midtrans_and_nothing_else() -> None:
    configure(env="production")
    for code, fields in registry.CREDENTIALS.items():
        provider = registry.connected(code, dict.fromkeys(fields, "theirs"), sandbox=True)
        assert provider.code == code and provider.abilities.sandbox
        assert "theirs" not in repr(provider)
    for code in ("coinpayments", "transfer", "test", ""):
        with pytest.raises(NotFound):
            registry.connected(code, {})


async def test_a_transfer_is_paid_as_the_operator_says_and_confirmed_by_hand() -> None:
    configure(**ALL, transfer_days=3)
    provider, payment = registry.provider("transfer"), charge(249_000)
    checkout = await provider.create(payment)
    assert (checkout.kind, checkout.pay_amount) == (CheckoutKind.MANUAL, 249_000)
    assert checkout.instructions == "BCA 1234567890\nPT Contoh"
    assert (await provider.fetch(payment)).state is PaymentState.PENDING and not provider.abilities.poll
    assert provider.reference_of({}, b'{"order_id": "KLQ-1"}') == ""
    with pytest.raises(ForgedNotification):
        provider.read_notification({}, b"{}", WEBHOOK, "secret")
    with pytest.raises(ProviderRefused):
        await provider.refund(payment, 1)
    await provider.cancel(payment)
    await provider.test_connection()
