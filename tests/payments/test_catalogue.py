"""Prices: one table for pages, documentation and orders; rates, tax and coupons, exact to the rupiah."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from app.kernel import i18n, installation
from app.kernel.price_settings import PriceSettings, Tax
from app.payments import catalogue, operator_calendar
from app.payments.catalogue import AmountOutOfRange, RateOutdated, included_tax, is_offered, quote, quote_for
from app.payments.coupon import Coupon, CouponUsedUp, InvalidCoupon, UnknownCoupon
from app.plans.plan_limits import PLANS
from app.plans.prices import format_price, price_of
from tests.conftest import Clock
from tests.payments.fake_provider import FakeProvider


def set_up(**values: object) -> None:
    current = installation.current()
    current.config = current.config.model_copy(update=values)
    if "prices" in values:
        current.prices = dict(current.config.price_list)


def test_one_table_feeds_pages_and_orders() -> None:
    set_up(prices="starter=29000 pro=79000 pro/12=790000")
    for plan in catalogue.plans_for_sale():
        for months in (1, 3, 12):
            assert quote(plan.name, months).total == price_of(plan, months)
    assert [price_of(PLANS["pro"], months) for months in (1, 3, 12)] == [79_000, 237_000, 790_000]
    with i18n.language_context("id"):
        assert format_price(PLANS["pro"]) == "Rp79.000"
    assert [plan.name for plan in catalogue.plans_for_sale()] == ["starter", "pro"]


@pytest.mark.parametrize("prices", ["pro=1.5", "pro/6=3", "free=1", "pro=-1", "pro 5", "pro=1234567890"])
def test_a_wrong_price_keeps_the_program_from_starting(prices: str) -> None:
    with pytest.raises(ValidationError):
        PriceSettings(prices=prices)


@pytest.mark.parametrize(
    ("tax", "expected"),
    [
        ("", None),
        ("PPN 11", Tax("PPN", 1100)),
        ("PPN 11,5", Tax("PPN", 1150)),
        ("Sales tax 8.25", Tax("Sales tax", 825)),
    ],
)
def test_a_tax_has_a_name_and_a_rate(tax: str, expected: Tax | None) -> None:
    assert PriceSettings(tax=tax).included_tax == expected


@pytest.mark.parametrize(
    ("total", "rate", "tax"),
    [(111_000, 1100, 11_000), (79_000, 1100, 7_829), (1, 1100, 0), (79_000, 0, 0), (5, 10_000, 3), (0, 1100, 0)],
)
def test_the_tax_is_a_part_of_the_total_rounded_half_up(total: int, rate: int, tax: int) -> None:
    assert included_tax(total, rate) == tax


def test_dollars_are_rounded_up_at_the_rate_of_the_operator(moved: Clock) -> None:
    set_up(price_rate=16_500, price_rate_day=operator_calendar.today())
    offer = quote("pro", 1, "USD")
    assert (offer.price, offer.total, offer.rate, offer.price_rupiah) == (479, 479, 16_500, 79_000)  # 4.7879 dollars


@pytest.mark.parametrize(("age", "offered"), [(0, True), (7, True), (8, False)])
def test_a_rate_older_than_7_days_is_not_offered(moved: Clock, age: int, offered: bool) -> None:
    set_up(price_rate=16_500, price_rate_day=operator_calendar.today() - timedelta(days=age))
    dollars = FakeProvider(currencies=("USD",))
    assert is_offered(dollars, "pro", 1) is offered
    assert is_offered(FakeProvider(), "pro", 1)


def test_without_a_rate_nothing_is_sold_in_dollars() -> None:
    set_up(price_rate=0, price_rate_day=date(2026, 11, 29))
    with pytest.raises(RateOutdated):
        quote_for(FakeProvider(currencies=("USD",)), "pro", 1)
    with pytest.raises(RateOutdated):
        quote_for(FakeProvider(currencies=("BTC",)), "pro", 1)


@pytest.mark.parametrize("bounds", [{"least": {"IDR": 79_001}}, {"most": {"IDR": 78_999}}])
def test_a_provider_is_offered_within_its_bounds(bounds: dict[str, dict[str, int]]) -> None:
    with pytest.raises(AmountOutOfRange):
        quote_for(FakeProvider(**bounds), "pro", 1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("percent", "amount", "discount"),
    [(10, 0, 7_900), (33, 0, 26_070), (100, 0, 79_000), (0, 5_000, 5_000), (0, 10**9, 79_000)],
)
async def test_a_coupon_takes_off_whole_rupiah_and_never_more_than_the_price(
    database: str, percent: int, amount: int, discount: int
) -> None:
    coupon = await Coupon.create_coupon("hemat", percent=percent, amount=amount)
    offer = quote("pro", 1, coupon=coupon)
    assert (offer.discount, offer.total) == (discount, 79_000 - discount)


async def test_a_coupon_is_found_in_any_case_until_it_ends(database: str, moved: Clock) -> None:
    await Coupon.create_coupon("Hemat-10", percent=10, expires_at=moved.now + timedelta(days=1))
    assert (await Coupon.find("  hemat-10 ")).percent == 10
    for code in ("", "HEMAT", "x" * 10_000, "\u0000", "'; DROP TABLE coupons"):
        with pytest.raises(UnknownCoupon):
            await Coupon.find(code)
    moved.on(timedelta(days=1))
    with pytest.raises(UnknownCoupon):
        await Coupon.find("HEMAT-10")


async def test_a_coupon_that_is_withdrawn_or_used_up_is_refused(database: str) -> None:
    coupon = await Coupon.create_coupon("SATU", percent=10)
    await coupon.take()
    with pytest.raises(CouponUsedUp):
        await Coupon.find("SATU")
    await Coupon.withdraw("satu")
    with pytest.raises(UnknownCoupon):
        await Coupon.find("SATU")


@pytest.mark.parametrize(
    "values",
    [
        {"percent": 0},
        {"percent": 101},
        {"percent": -1},
        {"percent": 5, "amount": 5},
        {"amount": -5},
        {"percent": 5, "most_uses": 0},
        {"percent": 5, "code": "x"},
        {"percent": 5, "code": "ADA"},
    ],
)
async def test_a_coupon_without_sense_is_not_made(database: str, values: dict[str, object]) -> None:
    await Coupon.create_coupon("ADA", percent=5)
    with pytest.raises(InvalidCoupon):
        await Coupon.create_coupon(**({"code": "BARU"} | values))  # type: ignore[arg-type]
