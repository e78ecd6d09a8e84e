"""The operator's page of coupons and the rate: all faults at once, nothing typed is lost, each act in the log."""

from __future__ import annotations

from datetime import timedelta

import pytest
from quart import Quart

from app.accounts.models import Account
from app.kernel import clock
from app.operators.operator_log import OperatorAct
from app.payments import operator_calendar
from app.payments.coupon import Coupon
from app.payments.exchange_rate import DOLLAR, Rate, latest_rate
from tests.client import Browser
from tests.documents import Document
from tests.operators_at_work import HOME, operator_browser
from tests.payments.checkout.buying import shown, text_of

PRICES = f"{HOME}/prices"


@pytest.fixture
async def operator(app: Quart, budi: Account) -> Browser:
    return await operator_browser(app, budi)


def wrong_fields(text: str) -> list[str]:
    return [each.attributes["name"] for each in Document(text).all("input") if "aria-invalid" in each.attributes]


async def acts() -> list[tuple[str, str, str]]:
    rows = await OperatorAct.exclude(act__startswith="operator_").order_by("created_at")
    return [(row.act, row.thing, row.detail) for row in rows]


async def test_the_rate_is_set_and_used_at_once(operator: Browser) -> None:
    day = operator_calendar.today() - timedelta(days=1)
    answer = await operator.post(f"{PRICES}/rate", form={"rate": "16.250", "day": day.isoformat()})
    assert answer.headers["Location"] == PRICES
    assert latest_rate(DOLLAR) == Rate(16_250, day)
    assert "16,250" in await shown(operator, f"{PRICES}?lang=en")
    assert await acts() == [("rate_set", "16250", day.isoformat())]


async def test_what_is_wrong_with_a_rate_is_said_at_once(operator: Browser) -> None:
    to_come = (operator_calendar.today() + timedelta(days=1)).isoformat()
    for rate, day in (("", "x"), ("16.25", to_come), ("-3", "2026-02-30"), ("9" * 12, "99999-01-01")):
        answer = await operator.post(f"{PRICES}/rate", form={"rate": rate, "day": day})
        text = await text_of(answer)
        assert answer.status_code == 422 and "day" in wrong_fields(text), (rate, day)
        assert f'value="{day}"' in text
    assert wrong_fields(text) == ["day"] or "rate" in wrong_fields(text)
    assert latest_rate(DOLLAR) is None and await acts() == []


async def test_a_coupon_is_made_listed_and_stopped(operator: Browser) -> None:
    until = operator_calendar.today() + timedelta(days=30)
    form = {"code": "lebaran", "percent": "25", "amount": "", "uses": "1.000", "until": until.isoformat()}
    assert (await operator.post(f"{PRICES}/coupons", form=form)).headers["Location"] == PRICES
    coupon = await Coupon.get(code="LEBARAN")
    assert (coupon.percent, coupon.amount, coupon.most_uses) == (25, 0, 1_000)
    assert coupon.expires_at and operator_calendar.day_of(coupon.expires_at) == until
    assert "LEBARAN" in await shown(operator, PRICES)
    assert "LEBARAN" in await shown(operator, f"{PRICES}/coupons/LEBARAN/stop")
    assert (await operator.post(f"{PRICES}/coupons/LEBARAN/stop")).headers["Location"] == PRICES
    assert (await Coupon.get(id=coupon.id)).withdrawn_at is not None
    assert (await operator.post(f"{PRICES}/coupons/LEBARAN/stop")).status_code == 404
    assert (await operator.get(f"{PRICES}/coupons/LEBARAN/stop")).headers["Location"] == PRICES
    assert (await operator.get(f"{PRICES}/coupons/NOTHING/stop")).status_code == 404
    assert [act for act, *_ in await acts()] == ["coupon_created", "coupon_stopped"]


async def test_everything_that_is_wrong_with_a_coupon_is_said_at_once_and_kept(operator: Browser) -> None:
    past = (clock.now() - timedelta(days=3)).date().isoformat()
    form = {"code": "x", "percent": "200", "amount": "5", "uses": "none", "until": past}
    answer = await operator.post(f"{PRICES}/coupons", form=form)
    text = await text_of(answer)
    assert answer.status_code == 422
    assert wrong_fields(text) == ["code", "percent", "uses", "until"]
    assert all(f'value="{value}"' in text for value in form.values())
    assert not await Coupon.exists() and await acts() == []
    answer = await operator.post(f"{PRICES}/coupons", form=form | {"until": "never"})
    assert wrong_fields(await text_of(answer)) == ["code", "percent", "uses", "until"]


async def test_a_code_that_exists_is_told_from_one_that_cannot_be(operator: Browser) -> None:
    await Coupon.create_coupon("HEMAT", percent=5)
    form = {"code": "hemat", "percent": "5", "uses": "1"}
    answer = await operator.post(f"{PRICES}/coupons?lang=en", form=form)
    assert answer.status_code == 422 and wrong_fields(await text_of(answer)) == ["code"]
