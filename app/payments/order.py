"""Orders: a plan that is bought for some months, and the one attempt to pay for it.

An order copies everything that it was opened with: the price, the tax, the rate and the buyer's details. Amounts are in
the smallest unit of `currency` (currencies.py): `price` is what the catalogue says, `total` is the price without the
discount, `tax` is the part of the total that is tax. `pay_amount` is what the provider asks for, which may have a few
digits more, and `paid_amount` what was paid. `price_rupiah` and `total_rupiah` are price and total in whole rupiah.

An order of credits for the AI gateway has no plan and no months; `credits` is how many whole rupiah of them it buys.

`reference` is the order's name for people and providers, `provider_ref` the provider's name for the payment that it
opened, and `paid_ref` the one that it gave when that was paid. `copy_key` is set for an order that books a further
payment of another one, and is unique, so that it is booked once. `coins` are those in which it can be paid on our
own page, and `coin` the payment in the chosen one (order_coin.py). `secret` is encrypted. `check_at` is when the
provider is asked next. `attention` says why the operator should look at it. States: order_state.py; only transitions.py
writes them.
"""

from __future__ import annotations

import re
import secrets as random
from datetime import date, datetime
from typing import Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, encryption
from app.payments.coupon import Coupon
from app.payments.order_state import OPEN, PAID, OrderState

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ULID_LENGTH, RANDOM_BITS = 26, 80
MAX_REFERENCE = 30
REFERENCE = re.compile(rf"KLQ-[{CROCKFORD}]{{{ULID_LENGTH}}}", re.ASCII)
BUYER_COLUMNS = ("buyer_name", "buyer_email", "buyer_address", "buyer_tax_id")  # emptied when the account is deleted
PAID_TWICE, PAID_LATE, WRONG_AMOUNT, NO_ACCOUNT = "paid_twice", "paid_late", "wrong_amount", "no_account"
NEVER_SETTLED, REFUND_HEARD = "never_settled", "refund_heard"


def new_reference() -> str:
    """Returns a new reference: `KLQ-` and a ULID (48 bits of milliseconds and 80 random bits in Crockford's base 32).

    Source: github.com/ulid/spec.
    """
    since = clock.now() - clock.EARLIEST
    milliseconds = (since.days * 86_400 + since.seconds) * 1_000 + since.microseconds // 1_000
    number = milliseconds << RANDOM_BITS | random.randbits(RANDOM_BITS)
    return "KLQ-" + "".join(CROCKFORD[number >> 5 * place & 31] for place in range(ULID_LENGTH - 1, -1, -1))


class Order(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    reference = fields.CharField(MAX_REFERENCE, unique=True)
    account: fields.ForeignKeyNullableRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="orders", on_delete=fields.SET_NULL, null=True
    )
    account_id: UUID | None
    plan = fields.CharField(16)
    months = fields.SmallIntField()
    credits = fields.IntField(default=0)
    provider = fields.CharField(16)
    kind = fields.CharField(8)
    state = fields.CharField(10)
    currency = fields.CharField(4)
    price = fields.BigIntField()
    discount = fields.BigIntField(default=0)
    tax = fields.BigIntField(default=0)
    tax_name = fields.CharField(20, default="")
    tax_rate = fields.SmallIntField(default=0)
    total: int = fields.BigIntField()
    pay_amount: int | None = fields.BigIntField(null=True)
    paid_amount: int | None = fields.BigIntField(null=True)
    refunded = fields.BigIntField(default=0)
    price_rupiah = fields.BigIntField()
    total_rupiah = fields.BigIntField()
    rate: int | None = fields.IntField(null=True)
    rate_day: date | None = fields.DateField(null=True)
    coupon: fields.ForeignKeyNullableRelation[Coupon] = fields.ForeignKeyField(
        "models.Coupon", related_name="orders", on_delete=fields.SET_NULL, null=True, db_index=True
    )
    coupon_id: int | None
    coupon_code = fields.CharField(24, default="")
    coupon_released_at: datetime | None = fields.DatetimeField(null=True)
    buyer_name = fields.CharField(120)
    buyer_email = fields.CharField(254)
    buyer_address = fields.CharField(300, default="")
    buyer_tax_id = fields.CharField(40, default="")
    provider_ref = fields.CharField(120, default="")
    paid_ref = fields.CharField(120, default="")
    secret = fields.TextField(default="")
    qr_text = fields.TextField(default="")
    qr_image = fields.TextField(default="")
    pay_url = fields.TextField(default="")
    instructions = fields.TextField(default="")
    coins = fields.TextField(default="")
    coin = fields.TextField(default="")
    copy_key = fields.CharField(160, null=True, unique=True)
    attention = fields.CharField(16, default="")
    expires_at: datetime | None = fields.DatetimeField(null=True)
    check_at: datetime | None = fields.DatetimeField(null=True, db_index=True)
    checks = fields.IntField(default=0)
    paid_at: datetime | None = fields.DatetimeField(null=True, db_index=True)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "orders"
        indexes = (("account_id", "created_at"), ("state", "created_at"))

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The orders of an account."""
        return cls.filter(account_id=account.id)

    @classmethod
    async def by_reference(cls, reference: str, **of: object) -> Self | None:
        """Returns the order with this reference, which may be any text, and these other values; None without one."""
        known = REFERENCE.fullmatch(reference)
        return await cls.filter(reference=reference, **of).first() if known else None

    @classmethod
    async def named(cls, reference: str, provider: str) -> Self | None:
        """Returns the order of a provider that has this reference, which may be any text; None without one."""
        return await cls.by_reference(reference, provider=provider)

    @property
    def open(self) -> bool:
        """Whether a payment is being waited for."""
        return self.state in OPEN

    @property
    def paid(self) -> bool:
        """Whether it is paid, completed or not."""
        return self.state in PAID

    @property
    def paid_back_unpaid(self) -> bool:
        """Whether too little was paid for it, and that was paid back."""
        return self.state == OrderState.REFUNDED and self.paid_at is None

    @property
    def extra_digits(self) -> int:
        """What the provider asks for beyond the total, so that it can tell payments apart."""
        return max((self.pay_amount or self.total) - self.total, 0)

    def read_secret(self) -> str:
        """Returns what the provider's adapter wants back (`Checkout.secret`); empty without one.

        Raises: encryption.Undecipherable.
        """
        return encryption.decrypt(self.secret, secret_purpose(self.reference)) if self.secret else ""

    @property
    def lost_coupon(self) -> bool:
        """Whether it was paid at a discount whose last use another order had taken meanwhile (coupon.py)."""
        return self.paid_at is not None and self.coupon_released_at is not None and self.discount > 0

    async def clear_attention(self) -> None:
        """Marks it as seen by the operator."""
        await Order.filter(id=self.id).update(attention="")


def secret_purpose(reference: str) -> str:
    """Returns the purpose for which the secret of an order is encrypted."""
    return f"payment secret of {reference}"
