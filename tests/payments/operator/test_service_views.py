"""The operator tests the connection to a payment service: a clear answer, as a page and as a part of one."""

from __future__ import annotations

import pytest
from quart import Quart

from app.accounts.models import Account
from app.operators.operator_log import OperatorAct
from tests.client import Browser
from tests.operators_at_work import HOME, operator_browser
from tests.payments.checkout.buying import shown, text_of
from tests.payments.fake_provider import FakeProvider
from tests.payments.providers.conftest import configure, klikqris
from tests.providers.klikqris import KlikqrisStandIn

__all__ = ["klikqris"]
SERVICES = f"{HOME}/services"
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
async def operator(app: Quart, budi: Account) -> Browser:
    return await operator_browser(app, budi)


@pytest.mark.parametrize("headers", [{}, HX])
async def test_a_service_that_answers_and_one_that_does_not(
    operator: Browser, qris: FakeProvider, headers: dict[str, str]
) -> None:
    assert "Fake" in await shown(operator, f"{SERVICES}?lang=en")
    answer = await operator.post(f"{SERVICES}/fake/test", headers=headers)
    text = await text_of(answer)
    assert answer.status_code == 200 and "It answers" in text and ("<html" in text) == (not headers)
    qris.down = True
    assert "does not answer as it should" in await text_of(
        await operator.post(f"{SERVICES}/fake/test", headers=headers)
    )
    assert await OperatorAct.filter(act="connection_tested", thing="Fake").count() == 2


async def test_refused_credentials_name_the_settings(operator: Browser, klikqris: KlikqrisStandIn) -> None:
    configure(klikqris_key="wrong")
    text = await text_of(await operator.post(f"{SERVICES}/klikqris/test?lang=en"))
    assert "KLIQS_KLIKQRIS_…" in text and "wrong" not in text.replace("is wrong", "")


async def test_a_service_that_is_not_set_up_cannot_be_tested(operator: Browser) -> None:
    assert (await operator.post(f"{SERVICES}/midtrans/test")).status_code == 404
    assert not await OperatorAct.filter(act="connection_tested").exists()


async def test_a_service_without_a_rate_says_what_to_do(operator: Browser, qris: FakeProvider) -> None:
    qris.currencies = ("USD",)
    text = await shown(operator, f"{SERVICES}?lang=en")
    assert "It is not offered" in text and f"{HOME}/prices" in text
