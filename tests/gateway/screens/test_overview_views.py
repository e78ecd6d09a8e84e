"""The overview of the gateway: the month's budget, what was spent, and what is left."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from app.accounts.models import Account
from app.gateway.metering.ai_request import PLAYGROUND
from app.gateway.metering.balance import MICRO, AiBalance
from app.gateway.metering.limits_of_keys import AiBudget
from app.gateway.metering.pauses import ANOMALY, BY_OWNER, pause_key
from app.keys.models import ApiKey
from tests.client import Browser
from tests.conftest import Clock
from tests.counting import queries
from tests.gateway.offering import offer_model
from tests.gateway.screens.usage_rows import used_on

HOME = "/dashboard/ai"
NOW = datetime(2026, 11, 15, 12, tzinfo=UTC)  # half of November is over, less half a day


@pytest.fixture(autouse=True)
async def offered(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await offer_model()
    await offer_model("pictures-1", kind="image", prices={"images": 40_000_000})


async def words(browser: Browser, path: str = "") -> str:
    response = await browser.get(HOME + path)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", await response.get_data(as_text=True))


async def set_budget(account: Account, most: int, used: int, model: str = "") -> None:
    month = NOW.date().replace(day=1)
    await AiBudget.create(account=account, most=most * MICRO, used=used * MICRO, month=month, model=model)


async def test_an_account_without_requests_reads_how_to_begin(as_budi: Browser) -> None:
    page = await words(as_budi)
    assert "Nothing was spent in this time" in page
    assert "No budget is set" in page
    assert "https://kliqs.test/v1" in page


async def test_spend_is_shown_by_day_and_model_and_compared_with_the_days_before(
    as_budi: Browser, budi: Account
) -> None:
    today = NOW.date()
    await used_on(budi, today, 900, requests=9, failed=1)
    await used_on(budi, today - timedelta(days=27), 300, model="pictures-1", source=PLAYGROUND)
    await used_on(budi, today - timedelta(days=28), 1_000)
    page = await words(as_budi)
    assert "Rp1,200</span>" in page
    assert "20% more than before" in page
    assert "10% failed" in page
    assert page.count("<rect class=") == 2, "a bar for each day on which something was spent"
    assert '15 Nov 2026</th><td class="num">Rp900</td><td class="num">Rp0</td>' in page


@pytest.mark.parametrize(
    "by, label", [("model", "small-1"), ("key", "Playground"), ("kind", "Pictures"), ("nonsense", "small-1")]
)
async def test_spend_is_shown_by_model_by_key_and_by_kind(as_budi: Browser, budi: Account, by: str, label: str) -> None:
    key = (await ApiKey.issue(budi, "shop"))[0]
    await used_on(budi, NOW.date(), 10, key_id=str(key.id))
    await used_on(budi, NOW.date(), 20, model="pictures-1", source=PLAYGROUND)
    headers = {"HX-Request": "true", "HX-Request-Type": "partial"}
    response = await as_budi.get(f"{HOME}?by={by}", headers=headers)
    page = await response.get_data(as_text=True)
    assert "<html" not in page
    assert f'<span dir="auto">{label}</span></span>' in page
    assert ('<span dir="auto">shop</span></span>' in page) is (by == "key")


async def test_the_smallest_of_many_models_are_one_series(as_budi: Browser, budi: Account) -> None:
    for number in range(1, 8):
        await used_on(budi, NOW.date(), number * 10, model=f"model-{number}")
    page = await words(as_budi)
    legend = page[page.index("chart__legend") :]
    assert re.findall(r'series-(\d)"></i><span dir="auto">([^<]*)', legend)[:5] == [
        ("1", "model-7"),
        ("2", "model-6"),
        ("3", "model-5"),
        ("4", "model-4"),
        ("5", "Others"),
    ]


@pytest.mark.parametrize(
    "used, sentence",
    [
        (100, "At this pace the month ends near Rp207."),
        (350, "At this pace it is used up around 21 November; then requests answer 402 until 1 December."),
        (500, "The budget is used up. Requests answer 402 until 1 December."),
    ],
)
async def test_the_budget_says_where_the_month_ends(as_budi: Browser, budi: Account, used: int, sentence: str) -> None:
    await set_budget(budi, 500, used)
    page = await words(as_budi)
    assert sentence in page
    assert f'<b class="num">Rp{used}</b>' in page


async def test_on_the_first_day_of_a_month_nothing_is_forecast(as_budi: Browser, budi: Account, moved: Clock) -> None:
    await set_budget(budi, 500, 400)
    await AiBudget.all().update(month=date(2026, 10, 1))
    moved.to(datetime(2026, 11, 1, 3, tzinfo=UTC))
    page = await words(as_budi)
    assert "At this pace" not in page
    assert 'Rp0</b> <span class="muted">of Rp500' in page, "a budget of an earlier month begins anew"


async def test_budgets_of_keys_and_models_are_shown_once_they_are_nearly_used_up(
    as_budi: Browser, budi: Account
) -> None:
    await set_budget(budi, 100, 79, model="small-1")
    assert "near-budgets" not in await words(as_budi)
    await set_budget(budi, 100, 80, model="pictures-1")
    page = await words(as_budi)
    assert "Budget of pictures-1" in page
    assert "Budget of small-1" not in page


async def test_credits_are_shown_with_the_days_for_which_they_last(as_budi: Browser, budi: Account) -> None:
    await AiBalance.create(account=budi, bought=900 * MICRO, of_plan=100 * MICRO)
    await used_on(budi, NOW.date() - timedelta(days=9), 500)
    page = await words(as_budi)
    assert "Rp1,000</span>" in page
    assert "about 20 days" in page, "half of it went in ten days"


async def test_what_stops_requests_is_told_with_what_to_do(as_budi: Browser, budi: Account) -> None:
    assert 'notice"' not in await words(as_budi)
    key, calm = [(await ApiKey.issue(budi, name))[0] for name in ("bot-wa", "calm")]
    await pause_key(budi.id, key.id, ANOMALY)
    await pause_key(budi.id, calm.id, BY_OWNER)
    await AiBalance.create(account=budi, paused_at=NOW)
    page = await words(as_budi)
    assert "<bdi>bot-wa</bdi> is paused: it spent far more than usual." in page
    assert f"/dashboard/settings/api-keys/{key.id}" in page
    assert str(calm.id) not in page
    assert "Requests to models are paused for this workspace since 15 Nov 2026" in page
    assert "Frozen since" not in page
    await Account.filter(id=budi.id).update(frozen_at=NOW)
    assert "Frozen since 15 Nov 2026, 19:00 WIB: requests to models are refused." in await words(as_budi)


async def test_nothing_of_another_account_is_shown(as_budi: Browser, sari: Account) -> None:
    await used_on(sari, NOW.date(), 4_321)
    await set_budget(sari, 8_765, 1)
    page = await words(as_budi)
    assert "4,321" not in page
    assert "8,765" not in page


async def test_it_costs_the_same_for_one_row_and_for_many(as_budi: Browser, budi: Account) -> None:
    key = (await ApiKey.issue(budi, "shop"))[0]
    await used_on(budi, NOW.date(), 10, key_id=str(key.id))
    await words(as_budi)
    with queries() as few:
        await words(as_budi)
    for number in range(20):
        await used_on(budi, NOW.date() - timedelta(days=number), 10, model=f"model-{number}", key_id=str(key.id))
    with queries() as many:
        await words(as_budi)
    assert len(few) == len(many) <= 16
