"""Tips: what a visitor of a bio page pays to its creator, at the creator's account with a payment service.

A tip holds nothing of who gave it, and its id is known only to the browser that opened it. Amounts are whole rupiah:
`amount` is what the visitor chose, `pay_amount` what the service asks for, which may have a few digits more, and
`paid_amount` what arrived, and `given_back_at` when its creator noted that they gave it back. `page_name` is the name
of the page in addresses. `secret` is encrypted. `check_at` is when the service is asked next, and `checked_at` when it
was asked last. The states are those of payments; tip_checks.py writes them.
"""

from __future__ import annotations

import base64
from datetime import datetime
from typing import Self
from uuid import UUID

from tortoise import fields
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import encryption
from app.payments.order import MAX_REFERENCE
from app.payments.providers.provider import PaymentState

OPEN = (PaymentState.PENDING.value, PaymentState.DETECTED.value)
PAID = (PaymentState.PAID.value, PaymentState.COMPLETED.value)
CHECKOUT_COLUMNS = ("secret", "qr_text", "qr_image", "pay_url")


class Tip(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="tips", on_delete=fields.CASCADE
    )
    account_id: UUID
    page_name = fields.CharField(64)
    reference = fields.CharField(MAX_REFERENCE, unique=True)
    provider = fields.CharField(16)
    provider_ref = fields.CharField(120, default="")
    state = fields.CharField(10)
    amount: int = fields.BigIntField()
    pay_amount: int = fields.BigIntField()
    paid_amount: int | None = fields.BigIntField(null=True)
    secret = fields.TextField(default="")
    qr_text = fields.TextField(default="")
    qr_image = fields.TextField(default="")
    pay_url = fields.TextField(default="")
    expires_at: datetime = fields.DatetimeField()
    check_at: datetime | None = fields.DatetimeField(null=True, db_index=True)
    checked_at: datetime | None = fields.DatetimeField(null=True)
    paid_at: datetime | None = fields.DatetimeField(null=True)
    given_back_at: datetime | None = fields.DatetimeField(null=True)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "tips"
        indexes = (("account_id", "created_at"), ("account_id", "paid_at"))

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The tips of an account."""
        return cls.filter(account_id=account.id)

    @property
    def open(self) -> bool:
        """Whether a payment is being waited for."""
        return self.state in OPEN

    @property
    def paid(self) -> bool:
        """Whether it has arrived."""
        return self.state in PAID

    @property
    def extra_digits(self) -> int:
        """What the service asks for beyond the amount, so that it can tell payments apart."""
        return max(self.pay_amount - self.amount, 0)

    @property
    def picture(self) -> str:
        """The code as a `data:` URL of a PNG; empty where the service gave its text."""
        return f"data:image/png;base64,{self.qr_image}" if self.qr_image else ""

    def read_secret(self) -> str:
        """Returns what the service's adapter wants back; empty without one. Raises: encryption.Undecipherable."""
        return encryption.decrypt(self.secret, secret_purpose(self.id)) if self.secret else ""


def secret_purpose(id: UUID) -> str:
    """Returns the purpose for which the secret of a tip is encrypted."""
    return f"payment secret of tip {id}"


def encode_picture(picture: bytes) -> str:
    """Returns a PNG as it is stored."""
    return base64.b64encode(picture).decode()
