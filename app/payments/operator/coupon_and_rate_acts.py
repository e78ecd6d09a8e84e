"""What operators do about prices, by the page and by the commands: coupons, and the rate of the dollar."""

from __future__ import annotations

from datetime import date

from app.kernel.db import transaction
from app.kernel.refusal import N_
from app.operators.operator_log import add_sentences, record_act
from app.payments import operator_calendar
from app.payments.coupon import Coupon, fold_code
from app.payments.exchange_rate import DOLLAR, Rate, read_rates, store_rate

add_sentences(
    {
        "coupon_created": N_("made the coupon %(thing)s, %(detail)s."),
        "coupon_stopped": N_("stopped the coupon %(thing)s."),
        "rate_set": N_("set the rate of the dollar to %(thing)s rupiah, of %(detail)s."),
    }
)


async def create_coupon(code: str, *, percent: int, amount: int, uses: int, until: date | None) -> Coupon:
    """Makes a coupon that holds through the day `until`. Raises: InvalidCoupon, all faults."""
    end = operator_calendar.end_of_day(until) if until else None
    async with transaction():
        coupon = await Coupon.create_coupon(code, percent=percent, amount=amount, most_uses=uses, expires_at=end)
        discount = f"{percent} %" if percent else f"{amount} IDR"
        await record_act("coupon_created", coupon.code, f"{discount}, {uses} x")
    return coupon


async def stop_coupon(code: str) -> None:
    """Ends a coupon; orders that have it keep it. Raises: NotFound."""
    async with transaction():
        await Coupon.withdraw(code)
        await record_act("coupon_stopped", fold_code(code))


async def set_rate(rupiah: int, day: date | None = None) -> None:
    """Sets what a dollar costs, of a day, by default today's. Raises: InvalidRate, DayToCome."""
    rate = Rate(rupiah, day or operator_calendar.today())
    async with transaction():
        await store_rate(DOLLAR, rate)
        await record_act("rate_set", str(rate.rate), rate.day.isoformat())
    await read_rates()
