"""The list of processors says what each payment service gets, and they get nothing else."""

import json
import re
from typing import Any

import pytest

from app.kernel.config import Config
from app.kernel.publishing_settings import PAIRS
from app.legal.network_processors import GETS_POST, RECIPIENTS
from app.legal.processors import PAYMENT_SERVICES, enabled_processors
from app.payments.order import BUYER_COLUMNS
from app.payments.providers import coinpayments, klikqris, midtrans, registry
from app.payments.providers.provider import Charge, Provider, ProviderDown

SETTINGS: dict[str, Any] = {
    "klikqris_key": "k",
    "klikqris_merchant": "m",
    "midtrans_server_key": "s",
    "coinpayments_client": "c",
    "coinpayments_secret": "x",
    "transfer_instructions": "BCA 1234567890",
}
CONFIG = Config(**SETTINGS)
REMOTE = [provider for provider in registry.configured(CONFIG) if provider.policy_url]
CHARGE = Charge(
    "KLQ-01J00000000000000000000001",
    79_000,
    "IDR",
    "Kliqs: Pro, 3 months",
    "https://kliqs.test/api/hooks/x",
    "https://kliqs.test/order",
    "https://kliqs.test/order",
    buyer_email="sari@example.com",
)


def test_every_payment_service_that_another_company_runs_is_a_processor() -> None:
    assert {provider.code for provider in REMOTE} == set(PAYMENT_SERVICES)
    assert [processor.name for processor in enabled_processors(CONFIG)] == [provider.label for provider in REMOTE]
    assert enabled_processors(Config()) == []


@pytest.mark.parametrize("provider", REMOTE, ids=lambda provider: provider.code)
async def test_a_payment_service_gets_the_order_number_the_amount_and_the_plan_and_nothing_of_the_buyer(
    provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[bytes] = []

    async def request_object(*_args: object, body: bytes = b"", **_kwargs: object) -> dict[str, Any]:
        sent.append(body)
        raise ProviderDown

    for module in (klikqris, midtrans, coinpayments):
        monkeypatch.setattr(module, "request_object", request_object)
    with pytest.raises(ProviderDown):
        await provider.create(CHARGE)
    body = sent[0].decode()
    assert CHARGE.reference in body and re.search(r"\b(79000|790\.00)\b", body) and "Pro, 3 months" in body
    assert not re.search(r"(?i)sari|buyer|customer|email|phone", body), json.loads(body)


def test_every_network_with_an_app_is_listed_with_what_it_gets_and_none_where_publishing_is_off() -> None:
    settings: dict[str, Any] = {name: "x" for pair in PAIRS.values() for name in pair} | {"x_client_id": "x"}
    listed = enabled_processors(Config(**settings))
    assert [processor.name for processor in listed] == ["TikTok", "Facebook", "Instagram", "LinkedIn", "X"]
    assert {processor.gets for processor in listed} == {GETS_POST}
    assert all(processor.policy_url.startswith("https://") for processor in listed)
    assert [processor.name for processor in enabled_processors(Config(x_client_id="x"))] == ["X"]
    assert enabled_processors(Config(publishing=False, **settings)) == []


def test_no_network_that_needs_an_app_is_missing_in_the_list() -> None:
    listed = {network.label.lower() for network in RECIPIENTS}
    assert listed == {*PAIRS, "x"}, "app/kernel/publishing_settings.py and app/legal/network_processors.py"


def test_a_charge_carries_no_name_no_address_and_no_tax_number_of_the_buyer() -> None:
    assert {"buyer_name", "buyer_email", "buyer_address", "buyer_tax_id"} == set(BUYER_COLUMNS)
    assert set(BUYER_COLUMNS) & set(Charge.__slots__) == {"buyer_email"}
