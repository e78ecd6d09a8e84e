"""The stand-ins refuse what the real providers refuse, and send their notifications late, twice and out of order."""

import json
from collections.abc import AsyncGenerator, Iterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.providers.coinpayments import CLIENT, CoinpaymentsStandIn
from tests.providers.klikqris import KEY, MERCHANT, KlikqrisStandIn
from tests.providers.midtrans import MidtransStandIn
from tests.providers.stand_in import served

KLIKQRIS_HEADERS = {"x-api-key": KEY, "id_merchant": MERCHANT}
ORDER = {"order_id": "KLQ-1", "id_merchant": MERCHANT, "amount": 29_000}


@pytest.fixture
def klikqris() -> Iterator[KlikqrisStandIn]:
    with served(KlikqrisStandIn()) as stand_in:
        yield stand_in


@pytest.fixture
async def received() -> AsyncGenerator[tuple[str, list[dict[str, Any]]]]:
    """An address that takes notifications, and what it took."""
    bodies: list[dict[str, Any]] = []

    async def take(request: web.Request) -> web.Response:
        bodies.append(await request.json())
        return web.Response(status=202)

    application = web.Application()
    application.router.add_post("/hooks", take)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hooks", bodies
    await runner.cleanup()


async def post(stand_in: KlikqrisStandIn, order: object, headers: dict[str, str] | None = None) -> tuple[int, Any]:
    """Orders a payment; returns the status and what was said."""
    sent = KLIKQRIS_HEADERS if headers is None else headers
    create = f"{stand_in.url}/qris/create"
    async with aiohttp.ClientSession() as session, session.post(create, json=order, headers=sent) as response:
        return response.status, await response.json()


async def test_notifications_come_late_twice_and_out_of_order(
    klikqris: KlikqrisStandIn, received: tuple[str, list[dict[str, Any]]]
) -> None:
    url, bodies = received
    await post(klikqris, ORDER | {"callback_url": url})
    klikqris.pay("KLQ-1")
    paid, expired = klikqris.message("KLQ-1"), klikqris.message("KLQ-1", "EXPIRED")
    assert await klikqris.deliver(paid, expired, late=0.01, twice=True, out_of_order=True) == [202] * 4
    assert [body["status"] for body in bodies] == ["EXPIRED", "EXPIRED", "PAID", "PAID"]
    await klikqris.deliver(klikqris.message("KLQ-1", forged=True), to=url)
    assert bodies[-1]["signature"] != bodies[0]["signature"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"amount": "29000"}, "amount"),
        ({"amount": 29000.0}, "amount"),
        ({"amount": 29000.5}, "amount"),
        ({"amount": True}, "amount"),
        ({"amount": 1}, "amount"),
        ({"callback_url": "/hooks"}, "callback_url"),
        ({"callback_url": ""}, "callback_url"),
        ({"callback_url": None}, "callback_url"),
        ({"keterangan": "x" * 256}, "keterangan"),
        ({"order_id": ""}, "order_id"),
        ({"id_merchant": "1"}, "id_merchant"),
    ],
    ids=str,
)
async def test_klikqris_refuses_a_wrong_field(
    klikqris: KlikqrisStandIn, changed: dict[str, object], field: str
) -> None:
    status, answer = await post(klikqris, ORDER | changed)
    assert (status, list(answer["errors"])) == (422, [field])


async def test_klikqris_refuses_missing_headers_and_an_order_again(klikqris: KlikqrisStandIn) -> None:
    for headers in ({}, {"x-api-key": KEY}, {"id_merchant": MERCHANT}, {"x-api-key": "k", "id_merchant": MERCHANT}):
        assert (await post(klikqris, ORDER, headers))[0] == 401
    assert (await post(klikqris, ORDER))[0] == 200
    assert (await post(klikqris, ORDER))[1]["errors"] == {"order_id": ["The order id has already been taken."]}


@pytest.mark.parametrize("credentials", ["", "Bearer x", "Basic !", "Basic d3Jvbmc6"])
async def test_midtrans_wants_its_server_key(credentials: str) -> None:
    with served(MidtransStandIn()) as stand_in:
        headers = {"Authorization": credentials, "Accept": "application/json"}
        status = f"{stand_in.url}/v2/a/status"
        async with aiohttp.ClientSession() as session, session.get(status, headers=headers) as response:
            assert response.status == 401


async def test_coinpayments_wants_a_signature_of_the_very_bytes() -> None:
    with served(CoinpaymentsStandIn()) as stand_in:
        url = f"{stand_in.url}/api/v2/merchant/invoices"
        message = stand_in.signed(url, json.dumps({"clientId": CLIENT}).encode())
        assert await stand_in.deliver(message) == [400], "the signature is right, the invoice is not"
        assert await stand_in.deliver(message, to=url + "?a=b") == [401]
        for name in ("X-CoinPayments-Client", "X-CoinPayments-Timestamp", "X-CoinPayments-Signature"):
            message.headers[name], kept = "x", message.headers[name]
            assert await stand_in.deliver(message) == [401]
            message.headers[name] = kept
