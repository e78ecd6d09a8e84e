"""The page of credits: buying them, what is left, the budgets, and what came in and went out."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from uuid import uuid4

import pytest

from app.accounts.models import Account, Membership, Session
from app.gateway.catalogue.ai_model import AiModel
from app.gateway.catalogue.offered import forget_offered
from app.gateway.metering import budgets
from app.gateway.metering.balance import MICRO, PLAN, PURCHASE, AiBalance
from app.gateway.metering.ledger import add_entry
from app.gateway.metering.limits_of_keys import AiBudget
from app.kernel import clock
from app.keys.key_terms import KeyTerms
from app.keys.models import ApiKey
from app.mail.models import OutgoingEmail
from app.payments import ordering, transitions
from app.payments.coupon import Coupon
from app.payments.order import Order
from app.payments.refunds import note_refund
from app.team.audit_entry import AuditEntry
from tests.client import Browser
from tests.conftest import Clock
from tests.gateway.offering import offer_model
from tests.gateway.screens.usage_rows import used_on
from tests.payments.fake_provider import BUYER, FakeProvider, connected

PATH, ORDERS = "/dashboard/ai/credits", "/dashboard/settings/plan/orders"
NOW = datetime(2026, 11, 15, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
async def offered(database: str, moved: Clock) -> None:
    moved.to(NOW)
    await offer_model()


@pytest.fixture
def qris() -> Iterator[FakeProvider]:
    provider = FakeProvider()
    with connected(provider):
        yield provider


def purchase(**changes: str) -> dict[str, str]:
    """The form that buys credits."""
    fields = {
        "order": str(uuid4()),
        "sum": "100000",
        "other": "",
        "provider": "fake",
        "buyer_name": BUYER.name,
        "buyer_email": BUYER.email,
        "buyer_address": BUYER.address,
        "buyer_tax_id": BUYER.tax_id,
    }
    return fields | changes


async def words(browser: Browser, path: str = PATH) -> str:
    response = await browser.get(path)
    assert response.status_code == 200, path
    return re.sub(r"\s+", " ", await response.get_data(as_text=True))


async def pay(order: Order, provider: FakeProvider) -> None:
    await transitions.apply_snapshot(order, provider.pay(order.reference))


async def test_credits_are_bought_with_one_form_and_are_there_when_it_is_paid(
    as_budi: Browser, budi: Account, qris: FakeProvider
) -> None:
    response = await as_budi.post(PATH, form=purchase())
    order = await Order.get()
    assert response.headers["Location"] == f"{ORDERS}/{order.reference}"
    assert (order.credits, order.total, order.state) == (100_000, 100_000, "pending")
    assert "AI credits, Rp100,000" in await words(as_budi, f"{ORDERS}/{order.reference}")

    await pay(order, qris)

    page = await words(as_budi, f"{ORDERS}/{order.reference}")
    assert "Paid. Thank you" in page
    assert "What is unused of it, Rp100,016 now, can be paid back until" in page
    page = await words(as_budi)
    assert '<p class="pay__sum num">Rp100,000</p>' in page
    assert "Added with QRIS" in page and order.reference in page
    [mail] = await OutgoingEmail.filter(kind="payments")
    assert "credits are yours" in mail.text and "plan is yours" not in mail.text
    receipt = await words(as_budi, f"{ORDERS}/{order.reference}/receipt")
    assert "AI credits, Rp100,000" in receipt


async def test_the_same_form_sent_twice_opens_one_order(as_budi: Browser, qris: FakeProvider) -> None:
    form = purchase(other="75.000")
    for _ in range(2):
        await as_budi.post(PATH, form=form)
    assert [order.credits for order in await Order.all()] == [75_000]


@pytest.mark.parametrize(
    ("other", "says"), [("9999", "from Rp10,000 to"), ("a lot", "from Rp10,000 to"), ("20.000.001", "to Rp20,000,000")]
)
async def test_a_sum_that_is_not_sold_is_refused_beside_its_field_and_nothing_typed_is_lost(
    as_budi: Browser, qris: FakeProvider, other: str, says: str
) -> None:
    response = await as_budi.post(PATH, form=purchase(other=other, buyer_name="", provider="nothing"))
    page = await response.get_data(as_text=True)
    assert response.status_code == 422 and says in page
    assert f'value="{other}"' in page and "Whose name goes on the receipt?" in page
    assert "Choose how you want to pay" in page
    assert not await Order.all().exists()


async def test_a_coupon_changes_nothing_of_the_price_of_credits(as_budi: Browser, qris: FakeProvider) -> None:
    await Coupon.create_coupon("HEMAT", percent=50)
    await as_budi.post(PATH, form=purchase(coupon="HEMAT"))
    order = await Order.get()
    assert (order.total, order.discount, order.coupon_code) == (100_000, 0, "")
    assert (await Coupon.get()).used == 0


async def test_an_order_of_credits_that_ended_is_opened_again_with_as_many(
    as_budi: Browser, budi: Account, qris: FakeProvider, moved: Clock
) -> None:
    order = await ordering.open_credits_order(budi, 60_000, qris, BUYER)
    moved.on(timedelta(hours=2))
    page = await words(as_budi, f"{ORDERS}/{order.reference}")
    assert "/dashboard/ai/credits?sum=60000#choose" in page and "Choose another sum" in page
    await as_budi.post(f"{ORDERS}/{order.reference}/actions/again", form={"order": str(uuid4())})
    assert [each.credits for each in await Order.all()] == [60_000, 60_000]
    assert 'value="60000"' in await words(as_budi, f"{PATH}?sum=60000")


async def test_without_a_way_to_pay_there_is_no_form_that_buys(as_budi: Browser) -> None:
    with connected():
        page = await words(as_budi)
    assert "Nothing is paid here" in page and 'name="sum"' not in page


async def test_sums_say_what_they_are_good_for_with_the_model_that_is_used_most(
    as_budi: Browser, budi: Account, qris: FakeProvider
) -> None:
    await offer_model("large-1", prices={"input": 1_500, "output": 6_000}, label="Large")
    await used_on(budi, NOW.date(), 10, model="large-1", requests=9)
    assert re.search(r"about [\d,]+ answers of Large", await words(as_budi))


async def test_what_is_left_says_how_long_it_lasts_and_what_came_with_the_plan(as_budi: Browser, budi: Account) -> None:
    await add_entry(budi.id, PURCHASE, 9_000 * MICRO, "order")
    await add_entry(budi.id, PLAN, 2_000 * MICRO, f"plan {budi.id}")
    await used_on(budi, NOW.date() - timedelta(days=9), 1_000)
    await AiBalance.filter(account_id=budi.id).update(bought=8_000 * MICRO)
    page = await words(as_budi)
    assert "Rp10,000</p>" in page and "about 100 days at this pace" in page
    assert "Rp2,000 of it came with your plan" in page and "ends on 1 December" in page


async def test_budgets_of_all_keys_of_a_key_and_of_a_model_are_set_with_one_form(
    as_budi: Browser, budi: Account
) -> None:
    key = (await ApiKey.issue(budi, "bot-wa", terms=KeyTerms("ai")))[0]
    await ApiKey.issue(budi, "links only", terms=KeyTerms("*"))
    page = await words(as_budi)
    assert "bot-wa" in page and "links only" not in page
    form = {"budget": "500.000", f"budget-key-{key.id}": "Rp300,000", "new_model": "small-1", "new_budget": "200000"}
    response = await as_budi.post(f"{PATH}/budgets", form=form)
    assert response.status_code == 303
    rows = {(row.key_id, row.model): row.most // MICRO for row in await AiBudget.all()}
    assert rows == {("", ""): 500_000, (str(key.id), ""): 300_000, ("", "small-1"): 200_000}

    await as_budi.post(f"{PATH}/budgets", form={"budget": "", "budget-model-small-1": "250000"})
    rows = {(row.key_id, row.model): row.most // MICRO for row in await AiBudget.all()}
    assert rows == {(str(key.id), ""): 300_000, ("", "small-1"): 250_000}
    assert [entry.act for entry in await AuditEntry.all()] == ["ai_credits.save_budgets"] * 2


async def test_a_wrong_budget_changes_none_and_nothing_typed_is_lost(as_budi: Browser, budi: Account) -> None:
    await budgets.set_budget(budi, 10 * MICRO)
    form = {"budget": "500000", "new_model": "", "new_budget": "1,5,5"}
    response = await as_budi.post(f"{PATH}/budgets", form=form)
    page = await response.get_data(as_text=True)
    assert response.status_code == 422
    assert "Type a budget in whole rupiah" in page and "Choose a model for this budget" in page
    assert 'value="500000"' in page and 'value="1,5,5"' in page
    assert [row.most for row in await AiBudget.all()] == [10 * MICRO]


async def test_a_budget_that_is_saved_unchanged_warns_nobody_again(as_budi: Browser, budi: Account) -> None:
    await budgets.set_budget(budi, 10_000 * MICRO)
    month = NOW.date().replace(day=1)
    await AiBudget.all().update(warned_month=month)
    await as_budi.post(f"{PATH}/budgets", form={"budget": "10,000"})
    assert (await AiBudget.get()).warned_month == month


async def test_who_was_not_asked_lately_who_they_are_sets_no_budget(as_budi: Browser, budi: Account) -> None:
    await Session.all().update(confirmed_at=clock.now() - timedelta(hours=1))
    response = await as_budi.post(f"{PATH}/budgets", form={"budget": "500000"})
    assert response.status_code == 401 and not await AiBudget.all().exists()


async def test_a_mail_below_a_sum_is_asked_for_before_there_are_credits_and_given_up(
    as_budi: Browser, budi: Account
) -> None:
    await as_budi.post(f"{PATH}/warning", form={"warn_below": "50.000"})
    assert (await AiBalance.get()).warn_below == 50_000 * MICRO
    assert 'value="50,000"' in await words(as_budi)
    wrong = await as_budi.post(f"{PATH}/warning", form={"warn_below": "few"})
    assert wrong.status_code == 422 and 'value="few"' in await wrong.get_data(as_text=True)
    await as_budi.post(f"{PATH}/warning", form={"warn_below": ""})
    assert (await AiBalance.get()).warn_below == 0


async def test_the_ledger_has_a_line_for_each_entry_and_each_day_and_its_file_agrees_to_the_micro_rupiah(
    as_budi: Browser, budi: Account, qris: FakeProvider
) -> None:
    order = await ordering.open_credits_order(budi, 50_000, qris, BUYER)
    await pay(order, qris)
    await used_on(budi, NOW.date(), 1_200, requests=3)
    await used_on(budi, NOW.date(), 34, model="other", requests=2)
    await AiBalance.all().update(bought=48_766 * MICRO)
    await note_refund(order, 10_000)
    page = await words(as_budi)
    assert "Use of models, 5 requests" in page and "-Rp1,234" in page
    assert "Paid back to you" in page

    response = await as_budi.get(f"{PATH}/statement.csv?month=2026-11")
    text = await response.get_data(as_text=True)
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))
    left = (await AiBalance.get()).left
    assert [row["kind"] for row in rows] == ["purchase", "paid_back", "use", "use"]
    assert rows[-1]["balance_rupiah"].replace(".", "") == str(left)
    assert sum(int(row["amount_rupiah"].replace(".", "")) for row in rows) == left


async def test_earlier_months_have_pages_of_their_own(as_budi: Browser, budi: Account, moved: Clock) -> None:
    await used_on(budi, date(2026, 10, 3), 700)
    page = await words(as_budi)
    assert 'href="?month=2026-10#ledger"' in page and "Use of models" not in page
    page = await words(as_budi, f"{PATH}?month=2026-10")
    assert "Use of models, 1 request" in page and 'href="?month=2026-11#ledger"' in page
    for odd in ("2026-13", "9999-01", "x", "1969-12"):
        assert "In November 2026" in await words(as_budi, f"{PATH}?month={odd}")


async def test_a_member_who_may_not_pay_reads_what_is_left_and_has_no_forms(
    as_budi: Browser, budi: Account, qris: FakeProvider
) -> None:
    await Membership.all().update(role="editor")
    page = await words(as_budi)
    assert "Credits left" in page and "What came in and went out" in page
    assert 'name="sum"' not in page and 'name="budget"' not in page and 'name="warn_below"' not in page
    for path in ("", "/budgets", "/warning"):
        assert (await as_budi.post(PATH + path, form=purchase())).status_code in {403, 404}
    assert not await Order.all().exists()


async def test_the_page_is_hidden_until_a_model_is_on(as_budi: Browser) -> None:
    await AiModel.all().update(enabled_at=None)
    forget_offered()
    assert (await as_budi.get(PATH)).status_code == 404
