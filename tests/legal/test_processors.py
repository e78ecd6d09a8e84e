"""The list of processors says what each payment service gets, and they get nothing else."""

import json
import re
from typing import Any

import pytest
from quart import Quart

from app.accounts.models import Account
from app.gateway.catalogue.credentials import credential_purpose, seal_credential
from app.kernel.config import Config
from app.kernel.publishing_settings import PAIRS
from app.legal.model_processors import GETS_REQUEST
from app.legal.network_processors import GETS_POST, RECIPIENTS
from app.legal.processors import PAYMENT_SERVICES, enabled_processors
from app.payments.order import BUYER_COLUMNS
from app.payments.providers import coinpayments, klikqris, midtrans, registry
from app.payments.providers.provider import Charge, Provider, ProviderDown
from tests.client import Browser
from tests.gateway.api.callers import calling
from tests.gateway.conftest import _connections, openai_api
from tests.gateway.offering import offer_model, offer_upstream
from tests.upstreams.openai_api import OpenAIApi

__all__ = ["_connections", "openai_api"]

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


async def test_every_provider_of_a_model_on_offer_is_listed_with_its_region_and_policy(
    app: Quart, visitor: Browser
) -> None:
    here = await offer_upstream("openrouter", region="Singapore")
    await offer_model("small-1", here, policy_url="https://maker.example/privacy")
    await offer_model("small-2", here, policy_url="https://maker.example/privacy")
    await offer_model("not-offered", await offer_upstream("idle"), enabled_at=None)
    html = await (await visitor.get("/processors?lang=en")).get_data(as_text=True)
    assert html.count("openrouter (Singapore)") == 1 and "idle" not in re.sub(r"<[^>]+>", " ", html).split()
    assert 'href="https://maker.example/privacy"' in html and GETS_REQUEST in html


async def test_what_a_provider_gets_names_nobody(app: Quart, dewi: Account, openai_api: OpenAIApi) -> None:
    """Of a request it gets the body and the operator's credential; no header says who sends it, or from where."""
    upstream = await offer_upstream(base_url=openai_api.base_url)
    upstream.credential = seal_credential(openai_api.credential, credential_purpose(upstream.id))
    await upstream.save()
    await offer_model("chat-1", upstream)
    async with calling(app, dewi) as caller:
        await caller.chat(model="chat-1", user="pelanggan-7")
    [sent] = openai_api.requests
    headers = {name.lower() for name in sent.headers}
    usual = {"host", "authorization", "content-type", "content-length", "accept", "accept-encoding", "user-agent"}
    assert headers <= usual
    text = sent.body.decode()
    assert "pelanggan-7" not in text and "dewi" not in text.lower() and str(dewi.id) not in text
