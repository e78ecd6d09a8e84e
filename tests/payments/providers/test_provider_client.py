"""What goes wrong between Kliqs and a provider is told apart, and no secret is in what is told."""

import logging
import traceback
from collections.abc import Iterator
from contextlib import nullcontext

import pytest

from app.kernel import installation
from app.payments.providers.provider import Charge, CredentialsRefused, ProviderDown, ProviderError, ProviderRefused
from tests.payments.providers.conftest import WEBHOOK, adapter, charge, configure, impatience, opened
from tests.providers.coinpayments import SECRET
from tests.providers.klikqris import KEY, KlikqrisStandIn
from tests.providers.midtrans import SERVER_KEY
from tests.providers.stand_in import StandIn, json_response, served

CODES = ("klikqris", "midtrans", "coinpayments")
SECRETS = (KEY, SERVER_KEY, SECRET)


@pytest.fixture(params=CODES)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def stand_in(code: str, request: pytest.FixtureRequest) -> StandIn:
    """The provider with this code."""
    result = request.getfixturevalue(code)
    assert isinstance(result, StandIn)
    return result


def payment_of(code: str) -> Charge:
    return charge(1_250, "USD") if code == "coinpayments" else charge()


@pytest.mark.parametrize("trouble", ["429", "500", "502", "503", "not json", "time-out", "time-out after"])
async def test_a_provider_that_is_down_may_be_asked_again(code: str, stand_in: StandIn, trouble: str) -> None:
    payment = payment_of(code)
    stand_in.troubles = [trouble]
    with impatience() if trouble.startswith("time-out") else nullcontext(), pytest.raises(ProviderDown) as down:
        await adapter(code).create(payment)
    assert down.value.code == "PAYMENT_PROVIDER_DOWN" and down.value.facts["reason"]
    assert down.value.retry_after == (7 if trouble.isdecimal() else None)
    await adapter(code).create(payment_of(code))


async def test_a_field_that_is_refused_is_no_outage(code: str, stand_in: StandIn) -> None:
    stand_in.troubles = ["422"]
    with pytest.raises(ProviderRefused) as refused:
        await adapter(code).create(payment_of(code))
    assert not isinstance(refused.value, ProviderDown | CredentialsRefused)
    assert any(sentence for sentences in refused.value.facts["faults"].values() for sentence in sentences)


async def test_credentials_are_not_carried_to_another_address(code: str, stand_in: StandIn) -> None:
    stand_in.troubles = ["redirect"]
    with pytest.raises(ProviderRefused):
        await adapter(code).create(payment_of(code))
    assert len(stand_in.requests) == 1


async def test_an_address_that_the_operator_did_not_allow_is_not_reached(code: str, stand_in: StandIn) -> None:
    current = installation.current()
    current.config = current.config.model_copy(update={"net_allow": ""})
    with pytest.raises(ProviderDown) as down:
        await adapter(code).create(payment_of(code))
    assert down.value.facts["reason"] == "AddressForbidden" and not stand_in.requests


async def test_a_server_that_is_gone_is_down(code: str, stand_in: StandIn) -> None:
    gone = {"klikqris_url": "http://127.0.0.1:9/api", "midtrans_url": "http://127.0.0.1:9"}
    configure(**gone, coinpayments_url="http://127.0.0.1:9")
    with pytest.raises(ProviderDown) as down:
        await adapter(code).test_connection()
    assert down.value.facts["reason"] == "ConnectionFailed"


def _leaks(text: str, *more: str) -> list[str]:
    return [secret for secret in (*SECRETS, *more) if secret in text]


async def test_no_secret_is_in_a_repr_a_log_or_an_error(
    code: str, stand_in: StandIn, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    payment = payment_of(code)
    checkout = await adapter(code).create(payment)
    payment = opened(payment, checkout)
    texts = [repr(each) for each in (adapter(code), payment, checkout, await adapter(code).fetch(payment))]
    for trouble in ("422", "500", "redirect", "not json"):
        stand_in.troubles = [trouble]
        with pytest.raises(ProviderError) as error:
            await adapter(code).fetch(payment)
        texts.append("".join(traceback.format_exception(error.value)) + repr(error.value.facts))
    output = capsys.readouterr()
    logged = "".join(record.getMessage() for record in caplog.records) + output.out + output.err
    secret = [payment.secret] if payment.secret else []
    assert logged.count("payment_provider_failed") == 4 and logged.count(f'"provider": "{code}"') == 4
    assert not _leaks("".join(texts) + logged, *secret)


@pytest.fixture
def echoing() -> Iterator[KlikqrisStandIn]:
    """A KlikQRIS that repeats in its refusal what it was sent."""
    with served(KlikqrisStandIn()) as stand_in:
        configure(klikqris_key=KEY, klikqris_merchant="1", klikqris_url=stand_in.url)
        yield stand_in


async def test_what_a_provider_says_of_a_fault_holds_no_secret(
    echoing: KlikqrisStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusal = {
        "status": False,
        "message": "no",
        "errors": {KEY: [f"key {KEY} of card 4111 1111 1111 1111\r\nand " + "Ab1" * 20, 7, None], "amount": "x" * 900},
    }
    monkeypatch.setattr(echoing, "answer", lambda request, body: json_response(refusal, 422))
    with pytest.raises(ProviderRefused) as refused:
        await adapter("klikqris").create(charge())
    faults = refused.value.facts["faults"]
    assert faults["…"] == ["key … of card … and …"]
    assert not _leaks(repr(faults), "4111") and all(len(text) <= 200 for texts in faults.values() for text in texts)


async def test_what_is_signed_is_what_is_sent(code: str, stand_in: StandIn) -> None:
    """The stand-ins verify signatures of the bytes that arrived; a text of many alphabets would show a difference."""
    await adapter(code).create(payment_of(code))
    assert "Ayo" in stand_in.requests[0][3].decode() and stand_in.requests[0][0] == "POST"
    assert WEBHOOK in str(stand_in.requests[0])


async def test_an_answer_without_end_is_not_read(klikqris: KlikqrisStandIn) -> None:
    klikqris.changes = {"qris_url": "x" * 2**20}
    with pytest.raises(ProviderDown) as down:
        await adapter("klikqris").create(charge())
    assert down.value.facts["reason"] == "ResponseTooLarge"
