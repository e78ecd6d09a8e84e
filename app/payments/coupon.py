"""Coupons: a discount in percent or in rupiah, for a limited number of orders.

An order that is opened with a coupon takes one of its uses by one conditional UPDATE, and an order that ends unpaid
gives it back: so never more than `most_uses` orders have it. A payment that comes after its order gave the use back
takes one again. Where none is left the order buys as many days as were paid at the full price (Order.lost_coupon): so
nobody can pay twice at a discount that is for one.
"""

from __future__ import annotations

from datetime import datetime
from typing import Self

from tortoise import fields
from tortoise.models import Model

from app.kernel import clock, text
from app.kernel.db import query_rows
from app.kernel.refusal import N_, Faults, NotFound, Refusal

MAX_CODE, MAX_PERCENT, MAX_USES, MAX_AMOUNT = 24, 100, 1_000_000, 10**9
TAKE = """UPDATE coupons SET used = used + 1 WHERE id = $1 AND used < most_uses AND withdrawn_at IS NULL
    AND (expires_at IS NULL OR expires_at > $2) RETURNING id"""
TAKE_LATE = "UPDATE coupons SET used = used + 1 WHERE id = $1 AND used < most_uses RETURNING id"
GIVE_BACK = "UPDATE coupons SET used = used - 1 WHERE id = $1 AND used > 0 RETURNING id"


class UnknownCoupon(Refusal):
    """There is no coupon with this code, or it has ended."""

    code, field, says = "COUPON_UNKNOWN", "coupon", N_("This code is not valid, or no longer.")


class CouponUsedUp(Refusal):
    """All uses of the coupon are taken."""

    code, field, says = "COUPON_USED_UP", "coupon", N_("This code has been used as often as it can be.")


class InvalidCoupon(Refusal):
    """The values of a new coupon are out of range, or its code exists already."""

    code, field = "INVALID_COUPON", "code"
    says = N_("A code has 3 to 24 letters and digits.")


class CouponExists(InvalidCoupon):
    """There is a coupon with this code, which may have been stopped."""

    says = N_("There is a coupon with this code already, or there was one.")


class InvalidDiscount(InvalidCoupon):
    """The coupon takes off nothing, too much, or both a percentage and an amount."""

    field, says = "percent", N_("Give either a percentage from 1 to 100 or an amount in whole rupiah.")


class InvalidUses(InvalidCoupon):
    """The number of uses is out of range."""

    field, says = "uses", N_("Give a number from 1 to 1,000,000.")


class CouponOver(InvalidCoupon):
    """The last day of the coupon is over."""

    field, says = "until", N_("That day is over.")


class Coupon(Model):
    id = fields.IntField(primary_key=True)
    code = fields.CharField(MAX_CODE, unique=True)
    percent: int = fields.SmallIntField(default=0)
    amount: int = fields.BigIntField(default=0)
    most_uses = fields.IntField()
    used = fields.IntField(default=0)
    expires_at: datetime | None = fields.DatetimeField(null=True)
    withdrawn_at: datetime | None = fields.DatetimeField(null=True)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "coupons"

    @classmethod
    async def find(cls, code: str) -> Self:
        """Returns the valid coupon with this code, in any case. Raises: UnknownCoupon, CouponUsedUp."""
        coupon = await cls.get_or_none(code=fold_code(code), withdrawn_at=None)
        if coupon is None or (coupon.expires_at and coupon.expires_at <= clock.now()):
            raise UnknownCoupon
        if coupon.used >= coupon.most_uses:
            raise CouponUsedUp
        return coupon

    def discount(self, price: int) -> int:
        """Returns what the coupon takes off a price in whole rupiah, rounded down and never more than the price."""
        return min(price * self.percent // 100 + self.amount, price)

    async def take(self) -> None:
        """Takes one use, in the caller's transaction. Raises: CouponUsedUp."""
        if not await query_rows(TAKE, [self.id, clock.now()]):
            raise CouponUsedUp

    @classmethod
    async def take_late(cls, id: int) -> bool:
        """Takes a use for an order that gave its own back and is paid now, whether the coupon has ended or not.

        Returns False when none is left. Call it once for an order, in its transaction.
        """
        return bool(await query_rows(TAKE_LATE, [id]))

    @classmethod
    async def give_back(cls, id: int) -> None:
        """Gives back the use of an order that ended unpaid; call it once for an order, in its transaction."""
        await query_rows(GIVE_BACK, [id])

    @classmethod
    async def create_coupon(
        cls, code: str, *, percent: int = 0, amount: int = 0, most_uses: int = 1, expires_at: datetime | None = None
    ) -> Self:
        """Creates a coupon of either a percentage or an amount in whole rupiah. Raises: InvalidCoupon, all faults."""
        folded = check_values(code, percent, amount, most_uses, expires_at)
        rows = await query_rows(
            "INSERT INTO coupons (code, percent, amount, most_uses, used, expires_at, created_at) "
            "VALUES ($1, $2, $3, $4, 0, $5, $6) ON CONFLICT (code) DO NOTHING RETURNING id",
            [folded, percent, amount, most_uses, expires_at, clock.now()],
        )
        if not rows:
            raise CouponExists
        return await cls.get(id=rows[0]["id"])

    @classmethod
    async def withdraw(cls, code: str) -> None:
        """Ends a coupon; orders that have it keep it. Raises: NotFound."""
        if not await cls.filter(code=fold_code(code), withdrawn_at=None).update(withdrawn_at=clock.now()):
            raise NotFound


def check_values(code: str, percent: int, amount: int, most_uses: int, expires_at: datetime | None) -> str:
    """Returns the code of a new coupon as it is stored. Raises: InvalidCoupon, for each value that is wrong."""
    faults, folded = Faults.gather(), ""
    with faults.catching():
        folded = fold_code(code)
        if len(folded) < 3:
            raise InvalidCoupon
    with faults.catching():
        if not (0 <= percent <= MAX_PERCENT and 0 <= amount <= MAX_AMOUNT) or bool(percent) == bool(amount):
            raise InvalidDiscount
    with faults.catching():
        if not 1 <= most_uses <= MAX_USES:
            raise InvalidUses
    with faults.catching():
        if expires_at is not None and expires_at <= clock.now():
            raise CouponOver
    faults.raise_if_any()
    return folded


def fold_code(code: str) -> str:
    """Returns a code as it is stored: upper case, only letters, digits and hyphens; "" for what cannot be a code."""
    folded = text.cut_line(code, MAX_CODE * 4).upper()
    ok = len(folded) <= MAX_CODE and folded.isascii() and folded.replace("-", "").isalnum()
    return folded if ok else ""
