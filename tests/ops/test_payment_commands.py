"""What the operator does about orders, as it is typed."""

import csv
import io
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import pytest

from app.accounts.models import Account
from app.accounts.registration import register
from app.kernel import clock, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.payments import operator_calendar, ordering, transitions
from app.payments.coupon import Coupon
from app.payments.exchange_rate import latest_rate, read_rates
from app.payments.order import PAID_TWICE, Order
from app.payments.payment_event import PaymentEvent
from app.payments.plan_period import PlanPeriod
from app.payments.providers import registry
from app.payments.receipt import Receipt
from tests import world
from tests.payments.fake_provider import BUYER
from tests.providers.klikqris import KEY, MERCHANT, KlikqrisStandIn
from tests.providers.stand_in import served
from tests.subtests import as_subtests
from tests.test_cli import EMAIL, PASSWORD, Operator, kliqs

__all__ = ["kliqs"]
T = TypeVar("T")


@pytest.fixture
def shop(kliqs: Operator) -> Operator:
    """An installation that takes transfers."""
    kliqs.env["KLIQS_TRANSFER_INSTRUCTIONS"] = "BCA 1234567890 | a.n. Toko"
    return kliqs


def within(shop: Operator, work: Callable[[], Awaitable[T]]) -> T:
    """The result of work with the settings of an installation and its open database."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in shop.env.items():
            patch.setenv(name, value)
        installation.use(Installation(Config.from_env()))
    return shop.look(work)


def bought(shop: Operator, code: str = "transfer", email: str = EMAIL) -> str:
    """The reference of a new order of somebody new."""

    async def buy() -> str:
        account = (await register(email, "Sari", PASSWORD)).account
        return (await ordering.open_order(account, "pro", 1, registry.provider(code), BUYER)).reference

    return within(shop, buy)


def test_a_transfer_is_confirmed_and_begins_the_plan(shop: Operator) -> None:
    reference = bought(shop)
    assert reference in shop.done("payments", "list", "--state", "pending", "--provider", "transfer")
    assert shop.done("payments", "list", "--attention") == "There is no such order.\n"

    output = shop.done("payments", "mark-paid", reference.lower(), "--on", "2026-11-28")

    assert output.startswith("Done.") and "paid" in output
    account = within(shop, lambda: world.account_of(EMAIL))
    assert account.plan_name == "pro"
    shown = shop.done("payments", "show", reference)
    assert f"Receipt:     {clock.now():%Y}-00001" in shown
    assert "Paid:        79000 IDR on 2026-11-27T17:00:00Z" in shown
    assert "operator  trusted  paid  applied  79000 IDR" in shown
    assert "Noted; it changed nothing." in shop.done("payments", "mark-paid", reference)
    assert within(shop, lambda: PlanPeriod.all().count()) == 1


def test_a_transfer_of_too_little_is_underpaid_until_the_rest_comes(shop: Operator) -> None:
    reference = bought(shop)
    assert "underpaid" in shop.done("payments", "mark-paid", reference, "--amount", "78999")
    assert reference in shop.done("payments", "list", "--attention")
    assert "  paid " in shop.done("payments", "mark-paid", reference)


@as_subtests("amount", ["0", "-1", "NaN", "1e20", "many"])
def test_what_is_no_amount_is_refused(shop: Operator, amount: str) -> None:
    result = shop("payments", "refund", "KLQ-1", "--", amount)
    assert result.exit_code == 2 and "give an amount such as" in result.stderr


def test_an_amount_with_places_that_rupiah_have_not_is_refused(shop: Operator) -> None:
    reference = bought(shop)
    assert shop.refused("payments", "mark-paid", reference, "--amount", "79000.5") == ("79000.5 is no amount of IDR.\n")


def test_an_order_that_there_is_not_is_told(shop: Operator) -> None:
    for command in ("show", "mark-paid", "seen", "check"):
        assert shop.refused("payments", command, "KLQ-" + "0" * 26) == "There is no such order.\n"
    assert "no event" in shop.refused("payments", "replay", "7")


def test_a_refund_is_noted_and_all_of_it_ends_the_plan(shop: Operator) -> None:
    reference = bought(shop)
    shop.done("payments", "mark-paid", reference)
    assert shop.refused("payments", "refund", reference, "79001") == (
        "That is more than is left of what was paid for this order.\n"
    )
    shop.done("payments", "refund", reference, "9000", "--note", "a day lost")
    shown = shop.done("payments", "show", reference)
    assert "9000 IDR  a day lost" in shown and "Paid back:   9000 IDR" in shown
    assert "refunded" in shop.done("payments", "refund", reference, "70000")
    assert within(shop, lambda: world.account_of(EMAIL)).plan_name == "free"
    month = f"{clock.now():%Y-%m}"
    [line] = csv.DictReader(io.StringIO(shop.done("payments", "sums", "--from", month)))
    assert (line["receipts"], line["refunds"], line["net"]) == ("79000", "79000", "0")


def test_a_second_payment_is_booked_once_as_a_period_of_its_own(shop: Operator) -> None:
    reference = bought(shop)
    shop.done("payments", "mark-paid", reference)
    within(shop, lambda: Order.filter(reference=reference).update(attention=PAID_TWICE))
    assert PAID_TWICE in shop.done("payments", "list", "--attention")
    for _ in range(2):
        assert shop.done("payments", "second-payment", reference, "mutation-7", "79000").count("KLQ-") == 1
    assert within(shop, lambda: PlanPeriod.all().count()) == 2
    assert [receipt.number for receipt in within(shop, lambda: Receipt.all().order_by("number"))] == [1, 2]


def test_an_order_that_was_seen_needs_no_attention_any_more(shop: Operator) -> None:
    reference = bought(shop)
    within(shop, lambda: Order.filter(reference=reference).update(attention=PAID_TWICE))
    shop.done("payments", "seen", reference)
    assert shop.done("payments", "list", "--attention") == "There is no such order.\n"


def test_a_stored_event_is_done_again_and_credits_nothing_twice(shop: Operator) -> None:
    reference = bought(shop)
    shop.done("payments", "mark-paid", reference)
    event = within(shop, lambda: PaymentEvent.get(state="paid"))
    assert re.search(rf"^ +{event.id}  ", shop.done("payments", "show", reference), re.MULTILINE)

    assert "changed nothing" in shop.done("payments", "replay", str(event.id))

    assert within(shop, lambda: PlanPeriod.all().count()) == 1

    async def undo() -> None:
        await Order.filter(reference=reference).update(state="expired")
        await PlanPeriod.all().delete()
        await Receipt.all().delete()

    within(shop, undo)
    assert shop.done("payments", "replay", str(event.id)).startswith("Done.")
    assert within(shop, lambda: PlanPeriod.all().count()) == 1


def test_a_provider_is_asked_about_an_order_and_tested(kliqs: Operator) -> None:
    with served(KlikqrisStandIn()) as stand_in:
        kliqs.env |= {
            "KLIQS_KLIKQRIS_KEY": KEY,
            "KLIQS_KLIKQRIS_MERCHANT": MERCHANT,
            "KLIQS_KLIKQRIS_URL": stand_in.url,
            "KLIQS_NET_ALLOW": "127.0.0.1",
        }
        reference = bought(kliqs, "klikqris")
        assert "klikqris confirms payments by itself" in kliqs.refused("payments", "mark-paid", reference)
        assert "pending" in kliqs.done("payments", "check", reference)
        stand_in.pay(reference)
        assert "  paid " in kliqs.done("payments", "check", reference)
        secret = stand_in.orders[reference]["signature"]
        assert secret not in kliqs.done("payments", "show", reference)
        assert "ok    Payments are taken with: KlikQRIS." in kliqs.done("payments", "test")
        kliqs.env["KLIQS_KLIKQRIS_KEY"] = "another"
        result = kliqs("payments", "test")
        assert result.exit_code == 1 and "WRONG KlikQRIS does not know the credentials" in result.stdout


def test_coupons_are_made_listed_and_stopped(shop: Operator) -> None:
    assert shop.done("payments", "coupon", "list") == "There is no coupon.\n"
    assert shop.done("payments", "coupon", "create", "hemat", "--percent", "25", "--uses", "7") == (
        "HEMAT  25 %  0 of 7 used\n"
    )
    assert "There is a coupon with this code" in shop.refused(
        "payments", "coupon", "create", "HEMAT", "--amount", "1000"
    )
    shop.done("payments", "coupon", "create", "LIMARIBU", "--amount", "5000", "--until", "2026-12-31")
    assert "LIMARIBU  5000 IDR  0 of 1 used  until 2026-12-31" in shop.done("payments", "coupon", "list")
    shop.done("payments", "coupon", "stop", "hemat")
    assert "HEMAT  25 %  0 of 7 used  stopped" in shop.done("payments", "coupon", "list")
    assert within(shop, lambda: Coupon.all().count()) == 2


def test_the_newer_rate_of_the_settings_and_of_the_command_counts(shop: Operator) -> None:
    today = operator_calendar.today()
    assert shop.done("payments", "rate", "show") == "No rate is set.\n"
    assert shop.done("payments", "rate", "set", "16123") == f"16123 rupiah, of {today}\n"
    shop.env |= {"KLIQS_PRICE_RATE": "15000", "KLIQS_PRICE_RATE_DAY": str(today - timedelta(days=1))}
    assert shop.done("payments", "rate", "show") == f"16123 rupiah, of {today}\n"
    assert shop.done("payments", "rate", "set", "14000", "--day", "2026-01-02") == (
        f"15000 rupiah, of {today - timedelta(days=1)}\n"
    )
    assert "to come" in shop.refused("payments", "rate", "set", "1", "--day", "2999-01-01")

    async def current() -> int:
        await read_rates()
        rate = latest_rate("USD")
        return rate.rate if rate else 0

    assert within(shop, current) == 15_000


async def test_money_for_a_deleted_workspace_is_shown_to_the_operator(sari: Account) -> None:
    current = installation.current()
    current.config = current.config.model_copy(update={"transfer_instructions": "BCA 1"})
    order = await ordering.open_order(sari, "pro", 1, registry.provider("transfer"), BUYER)
    await world.erase(sari)
    await transitions.mark_paid(await Order.get(id=order.id))
    assert (await Order.get(id=order.id)).attention == "no_account"
