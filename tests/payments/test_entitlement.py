"""What a paid order does to its account: buying, extending, upgrading, downgrading, and the end."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.accounts.models import Account
from app.links.models import Link
from app.mail.models import OutgoingEmail
from app.ops.operator_actions import set_limits
from app.payments import ordering, plan_jobs, transitions
from app.payments.order import Order
from app.payments.plan_period import PlanPeriod
from app.payments.purchase_effect import paid_time, preview_purchase, slot_of
from app.payments.refunds import note_refund
from app.plans import quota
from app.visits import retention
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.payments.fake_provider import BUYER, FakeProvider

NOON = datetime(2026, 11, 3, 5, tzinfo=UTC)  # 12.00 in Jakarta


async def buy(account: Account, provider: FakeProvider, plan: str, months: int = 1) -> Order:
    """Buys a plan and pays at once."""
    order = await ordering.open_order(account, plan, months, provider, BUYER)
    await transitions.apply_snapshot(order, provider.pay(order.reference))
    return await Order.get(id=order.id)


async def plan_of(account: Account) -> str:
    return (await Account.get(id=account.id)).plan_name


async def periods(account: Account) -> list[tuple[str, date]]:
    """The plans that were bought and not replaced, each with its last day."""
    return [(period.plan, slot_of(period).last_day) for period in await PlanPeriod.unreplaced_of(account.id)]


@pytest.fixture(autouse=True)
def at_noon(moved: Clock) -> None:
    moved.to(NOON)


async def test_a_plan_is_in_force_the_moment_it_is_paid(sari: Account, qris: FakeProvider) -> None:
    await buy(sari, qris, "pro")
    account = await Account.get(id=sari.id)
    assert (account.plan_name, account.bought_plan, account.operator_plan) == ("pro", "pro", "free")
    assert quota.links_limit(account) == 200
    assert await periods(sari) == [("pro", date(2026, 12, 3))]


async def test_extending_adds_a_period_without_a_gap(sari: Account, qris: FakeProvider, moved: Clock) -> None:
    await buy(sari, qris, "pro")
    moved.on(timedelta(days=10))
    await buy(sari, qris, "pro", 3)
    assert await periods(sari) == [("pro", date(2026, 12, 3)), ("pro", date(2027, 3, 3))]


async def test_extending_in_the_grace_begins_where_the_paid_time_ended(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    await buy(sari, qris, "pro")
    moved.to(datetime(2026, 12, 8, tzinfo=UTC))
    assert await plan_of(sari) == "pro"
    await buy(sari, qris, "pro")
    assert await periods(sari) == [("pro", date(2026, 12, 3)), ("pro", date(2027, 1, 3))]


async def test_buying_after_the_grace_begins_anew(sari: Account, qris: FakeProvider, moved: Clock) -> None:
    await buy(sari, qris, "pro")
    moved.to(datetime(2026, 12, 20, 5, tzinfo=UTC))
    await buy(sari, qris, "pro")
    assert (await periods(sari))[-1] == ("pro", date(2027, 1, 20))


async def test_upgrading_begins_at_once_and_the_rest_is_credited_by_days(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    await buy(sari, qris, "starter")
    moved.on(timedelta(days=15))
    await buy(sari, qris, "pro")

    assert await plan_of(sari) == "pro"
    pro = await PlanPeriod.get(plan="pro")
    # 15 of 30 days of 29,000 are worth 14,500: 5 days of Pro, of which 30 cost 79,000
    assert (pro.extra_days, pro.value, slot_of(pro).last_day) == (5, 93_500, date(2026, 12, 23))
    assert (await PlanPeriod.get(plan="starter")).replaced_at is not None


async def test_upgrading_credits_periods_that_have_not_begun_as_a_whole(sari: Account, qris: FakeProvider) -> None:
    for _ in range(2):
        await buy(sari, qris, "starter")
    await buy(sari, qris, "business")
    business = await PlanPeriod.get(plan="business")
    assert (business.value, business.extra_days) == (249_000 + 58_000, 58_000 * 30 // 249_000)
    assert await periods(sari) == [("business", slot_of(business).last_day)]


async def test_what_was_credited_is_credited_again_at_the_next_upgrade(sari: Account, qris: FakeProvider) -> None:
    await buy(sari, qris, "starter")
    await buy(sari, qris, "pro")
    await buy(sari, qris, "business")
    assert (await PlanPeriod.get(plan="business")).value == 29_000 + 79_000 + 249_000


async def test_a_smaller_plan_waits_until_the_larger_one_ends(sari: Account, qris: FakeProvider, moved: Clock) -> None:
    await buy(sari, qris, "pro")
    await buy(sari, qris, "starter")
    assert await plan_of(sari) == "pro"

    moved.to(datetime(2026, 12, 3, 17, tzinfo=UTC))
    await plan_jobs.change_plans()

    assert await plan_of(sari) == "starter"
    assert await periods(sari) == [("pro", date(2026, 12, 3)), ("starter", date(2027, 1, 3))]
    assert not await OutgoingEmail.filter(text__contains="sudah berakhir").exists()


async def test_extending_the_larger_plan_moves_the_smaller_one_back(sari: Account, qris: FakeProvider) -> None:
    for plan in ("pro", "starter", "pro"):
        await buy(sari, qris, plan)
    assert await periods(sari) == [("pro", date(2026, 12, 3)), ("pro", date(2027, 1, 3)), ("starter", date(2027, 2, 3))]


async def test_a_plan_ends_after_seven_days_of_grace_by_a_job_that_writes_the_row(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    await buy(sari, qris, "pro")
    moved.to(datetime(2026, 12, 10, 16, 59, tzinfo=UTC))
    await plan_jobs.change_plans()
    assert await plan_of(sari) == "pro"

    moved.on(timedelta(minutes=1))
    await plan_jobs.change_plans()
    await plan_jobs.change_plans()

    account = await Account.get(id=sari.id)
    assert (account.plan_name, account.bought_plan, account.operator_plan) == ("free", "", None)
    assert account.plan_changes_at is None
    assert await OutgoingEmail.filter(kind="payments", subject="Paketmu sekarang Gratis").count() == 1


async def test_after_the_end_everything_there_is_leads_on_and_only_new_things_wait(
    visitor: Browser, sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    await buy(sari, qris, "starter")
    links = [await world.shorten(await Account.get(id=sari.id)) for _ in range(8)]
    moved.on(timedelta(days=60))
    await plan_jobs.change_plans()

    account = await Account.get(id=sari.id)
    assert (account.links_used, quota.links_limit(account)) == (8, 5)
    for link in links:
        response = await visitor.get(f"/{link.short_code}")
        assert (response.status_code, response.headers["Location"]) == (302, world.DESTINATION)
    with pytest.raises(quota.LinkLimitReached):
        await world.shorten(account)
    await Link.delete_many(account, [link.id for link in links[:4]], moved.now)
    assert (await world.shorten(account)).account_id == sari.id, "what is over can be removed, and then there is room"


async def test_visits_are_kept_by_the_plan_until_the_grace_is_over(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    await buy(sari, qris, "pro")

    async def kept_days() -> int:
        account = await Account.get(id=sari.id)
        since = datetime.fromtimestamp(retention.kept_from(account) / 1000, UTC)  # milliseconds
        return (moved.now - since).days

    moved.to(datetime(2026, 12, 10, 16, tzinfo=UTC))
    await plan_jobs.change_plans()
    assert await kept_days() == 365
    moved.on(timedelta(hours=2))
    await plan_jobs.change_plans()
    assert await kept_days() == 30


async def test_of_the_operators_plan_and_a_bought_one_the_larger_counts(
    dewi: Account, qris: FakeProvider, moved: Clock
) -> None:
    await buy(dewi, qris, "starter")
    assert await plan_of(dewi) == "pro"
    await set_limits(await Account.get(id=dewi.id), "free", None, None)
    assert await plan_of(dewi) == "starter"
    await set_limits(await Account.get(id=dewi.id), "business", None, None)
    assert await plan_of(dewi) == "business"

    moved.on(timedelta(days=60))
    await plan_jobs.change_plans()
    assert await plan_of(dewi) == "business", "what the operator grants does not end with what was bought"


@pytest.mark.parametrize(("own", "with_plan", "without"), [(3, 200, 3), (1_000, 1_000, 1_000)])
async def test_of_the_operators_limit_and_a_bought_plan_the_higher_counts(
    sari: Account, qris: FakeProvider, moved: Clock, own: int, with_plan: int, without: int
) -> None:
    await set_limits(sari, None, own, own)
    order = await buy(sari, qris, "pro")
    account = await Account.get(id=sari.id)
    assert quota.links_limit(account) == with_plan
    assert quota.requests_limit(account) == max(own, 10_000)
    await note_refund(order, order.paid_amount or 0)
    account = await Account.get(id=sari.id)
    assert quota.links_limit(account) == quota.requests_limit(account) == without


async def test_paying_back_a_period_moves_the_next_one_forward(sari: Account, qris: FakeProvider) -> None:
    first = await buy(sari, qris, "pro")
    await buy(sari, qris, "starter")
    await note_refund(first, first.paid_amount or 0)
    assert await periods(sari) == [("starter", date(2026, 12, 3))]
    assert await plan_of(sari) == "starter"


async def test_reminders_come_7_3_and_1_days_before_and_at_the_end_each_once(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    await buy(sari, qris, "pro")
    await OutgoingEmail.all().delete()
    subjects = []
    end = datetime(2026, 12, 3, 17, tzinfo=UTC)
    for hour in range(-8 * 24, 2 * 24, 6):
        moved.to(end + timedelta(hours=hour))
        await plan_jobs.send_reminders()
        for mail in await OutgoingEmail.all():
            subjects.append((hour, mail.subject))
            await mail.delete()
    assert subjects == [
        (-168, "Paket Pro berakhir 7 hari lagi"),
        (-72, "Paket Pro berakhir 3 hari lagi"),
        (-24, "Paket Pro berakhir 1 hari lagi"),
        (0, "Paket Pro sudah berakhir"),
    ]


async def test_nobody_is_reminded_of_a_period_that_another_one_follows(
    sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    for _ in range(2):
        await buy(sari, qris, "pro")
    await OutgoingEmail.all().delete()
    moved.to(datetime(2026, 12, 3, tzinfo=UTC))
    await plan_jobs.send_reminders()
    assert not await OutgoingEmail.exists()


async def test_a_clock_that_was_set_back_takes_no_plan_away(sari: Account, qris: FakeProvider, moved: Clock) -> None:
    await buy(sari, qris, "pro")
    moved.on(-timedelta(days=400))
    await plan_jobs.change_plans()
    await plan_jobs.send_reminders()
    assert await plan_of(sari) == "pro"


async def test_what_is_shown_before_a_purchase_is_what_it_does(sari: Account, qris: FakeProvider, moved: Clock) -> None:
    for plan, months in (("starter", 1), ("pro", 3), ("starter", 12), ("pro", 1), ("business", 1)):
        moved.on(timedelta(days=3))
        shown = await preview_purchase(await Account.get(id=sari.id), plan, months)
        await buy(sari, qris, plan, months)
        period = await PlanPeriod.all().order_by("-id").first()
        assert period is not None
        assert (shown.slot, shown.extra_days) == (slot_of(period), period.extra_days)


async def test_the_paid_time_says_until_when_and_what_waits(sari: Account, qris: FakeProvider, moved: Clock) -> None:
    assert await paid_time(sari) is None
    for plan in ("pro", "starter"):
        await buy(sari, qris, plan)
    paid = await paid_time(sari)
    assert paid is not None
    assert (paid.plan, paid.until) == ("pro", datetime(2026, 12, 3, 17, tzinfo=UTC))
    assert [period.plan for period in paid.waiting] == ["starter"]
    assert paid.paid_until == datetime(2027, 1, 3, 17, tzinfo=UTC)
    moved.to(datetime(2027, 1, 5, tzinfo=UTC))
    paid = await paid_time(sari)
    assert paid is not None and (paid.plan, paid.waiting) == ("starter", [])
    moved.to(datetime(2027, 1, 11, tzinfo=UTC))
    assert await paid_time(sari) is None
