"""Midtrans' own client works with our stand-in; nothing of it is changed but two base addresses."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from midtransclient import CoreApi
from midtransclient.config import ApiConfig
from midtransclient.error_midtrans import MidtransAPIError

from tests.providers.midtrans import CODE, SERVER_KEY, MidtransStandIn
from tests.providers.stand_in import parsed, served


@pytest.fixture
def midtrans(monkeypatch: pytest.MonkeyPatch) -> Iterator[MidtransStandIn]:
    with served(MidtransStandIn()) as stand_in:
        monkeypatch.setattr(ApiConfig, "CORE_SANDBOX_BASE_URL", stand_in.url)
        monkeypatch.setattr(ApiConfig, "CORE_PRODUCTION_BASE_URL", stand_in.url)
        yield stand_in


@pytest.fixture(params=[False, True], ids=["sandbox", "production"])
def client(request: pytest.FixtureRequest, midtrans: MidtransStandIn) -> CoreApi:
    return CoreApi(is_production=request.param, server_key=SERVER_KEY, client_key="SB-Mid-client")


def order(reference: str, amount: object = 15_000) -> dict[str, Any]:
    details = {"order_id": reference, "gross_amount": amount}
    return {"payment_type": "qris", "transaction_details": details, "qris": {"acquirer": "gopay"}}


def test_a_payment_is_charged_asked_about_paid_and_paid_back(client: CoreApi, midtrans: MidtransStandIn) -> None:
    charged = client.charge(order("order102"))
    assert (charged["status_code"], charged["transaction_status"], charged["qr_string"]) == ("201", "pending", CODE)
    assert charged["gross_amount"] == "15000.00" and charged["actions"][0]["name"] == "generate-qr-code"
    assert client.transactions.status("order102")["transaction_status"] == "pending"
    midtrans.pay("order102")
    told = parsed(midtrans.message("order102").body)
    status = client.transactions.notification(told)
    assert (status["transaction_status"], status["order_id"]) == ("settlement", "order102")
    part = client.transactions.refund("order102", {"refund_key": "r1", "amount": 5_000, "reason": "one of three"})
    assert (part["transaction_status"], part["refund_amount"]) == ("partial_refund", "5000.00")
    assert client.transactions.refund("order102", {"refund_key": "r2", "amount": 10_000})["status_code"] == "200"


def test_an_open_payment_is_cancelled_or_expires(client: CoreApi, midtrans: MidtransStandIn) -> None:
    client.charge(order("a"))
    client.charge(order("b"))
    assert client.transactions.cancel("a")["transaction_status"] == "cancel"
    assert client.transactions.expire("b")["transaction_status"] == "expire"
    assert client.transactions.status("b")["status_code"] == "407"
    with pytest.raises(MidtransAPIError) as refused:
        client.transactions.cancel("a")
    assert refused.value.api_response_dict["status_code"] == "412"


@pytest.mark.parametrize("in_body", [False, True])
def test_what_midtrans_refuses_is_refused(client: CoreApi, midtrans: MidtransStandIn, in_body: bool) -> None:
    midtrans.errors_in_body = in_body
    client.charge(order("a"))
    calls: dict[str, Callable[[], Any]] = {
        "400": lambda: client.charge(order("b", "15000")),
        "406": lambda: client.charge(order("a")),
        "404": lambda: client.transactions.status("nothing"),
        "401": lambda: CoreApi(server_key="wrong").transactions.status("a"),
    }
    for code, call in calls.items():
        with pytest.raises(MidtransAPIError) as refused:
            call()
        assert refused.value.api_response_dict["status_code"] == code
