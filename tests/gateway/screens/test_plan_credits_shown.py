"""The credits that plans have each month are shown where plans are, as long as the gateway is."""

from __future__ import annotations

import re

import pytest

from app.accounts.models import Account
from app.gateway.metering.balance import MICRO, AiBalance
from app.gateway.metering.ledger import lock_balance
from app.gateway.metering.plan_credits import grant_plan_credits
from app.kernel.db import transaction
from app.plans.plan_limits import PLANS
from app.settings.plan_consequences import list_consequences
from app.settings.usage_summary import plan_usage
from tests.client import Browser
from tests.gateway.offering import offer_model

PLAN, FRONT = "/dashboard/settings/plan", "/"


async def words(browser: Browser, path: str) -> str:
    response = await browser.get(path)
    assert response.status_code == 200, path
    return re.sub(r"\s+", " ", await response.get_data(as_text=True))


async def test_the_table_of_plans_and_the_usage_name_credits_once_a_model_is_on(
    as_budi: Browser, budi: Account
) -> None:
    assert "AI credits" not in await words(as_budi, PLAN)
    await offer_model()
    page = await words(as_budi, PLAN)
    row = page.partition("AI credits a month</th>")[2].partition("</tr>")[0]
    assert re.findall(r"Rp[\d,]+", row) == ["Rp0", "Rp2,000", "Rp10,000", "Rp30,000"]
    assert "AI credits of the plan this month" in page


async def test_an_offer_of_a_plan_names_its_credits_also_when_the_choice_changes(as_budi: Browser) -> None:
    await offer_model()
    fragment = {"HX-Request": "true", "HX-Request-Type": "partial"}
    response = await as_budi.get(f"{PLAN}?plan=pro&months=3", headers=fragment)
    assert "Rp10,000 of AI credits a month" in await response.get_data(as_text=True)


@pytest.mark.parametrize("shown", [False, True])
async def test_the_front_page_names_credits_of_plans_only_where_models_are_offered(
    visitor: Browser, database: str, shown: bool
) -> None:
    if shown:
        await offer_model()
    page = await words(visitor, FRONT)
    assert ("Kredit AI Rp10.000 sebulan" in page) == shown
    assert "Kredit AI Rp0" not in page


async def test_the_usage_is_what_the_month_gave_less_what_is_left_of_it(budi: Account) -> None:
    await offer_model()
    usage = {line.name: line.share for line in await plan_usage(budi)}
    assert (usage["credits"].used, usage["credits"].limit) == (0, 2_000)
    await grant_plan_credits(budi.id)
    async with transaction():
        await lock_balance(budi.id)
        await AiBalance.filter(account_id=budi.id).update(of_plan=1_500 * MICRO)
    usage = {line.name: line.share for line in await plan_usage(budi)}
    assert (usage["credits"].used, usage["credits"].limit) == (500, 2_000)


async def test_a_smaller_plan_says_that_fewer_credits_come_and_that_bought_ones_stay(budi: Account) -> None:
    await offer_model()
    [change] = [each for each in list_consequences(budi, await plan_usage(budi), PLANS["free"]) if each.icon == "coins"]
    assert not change.stays and "Rp2.000" in change.title
