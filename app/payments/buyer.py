"""Who buys: the details that an order and its receipt copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from app.accounts.models import Account
from app.accounts.sign_up_checks import normalize_email
from app.accounts.user import User
from app.kernel import text
from app.kernel.refusal import N_, Faults, Refusal

MAX_NAME, MAX_ADDRESS, MAX_TAX_ID = 120, 300, 40


class BuyerNameMissing(Refusal):
    """The name for the receipt is empty."""

    code, field, says = "BUYER_NAME_MISSING", "buyer_name", N_("Whose name goes on the receipt?")


@dataclass(frozen=True, slots=True)
class Buyer:
    """Name, email, postal address and tax number (NPWP) of a buyer; the last two may be empty."""

    name: str
    email: str
    address: str = ""
    tax_id: str = ""

    @classmethod
    def from_form(cls, name: str, email: str, address: str = "", tax_id: str = "") -> Self:
        """Checks what was entered; the fields are `buyer_name`, `buyer_email`, `buyer_address`, `buyer_tax_id`.

        Raises: BuyerNameMissing, InvalidEmail, TooLong; all that apply at once.
        """
        faults = Faults.gather()
        cleaned = {"name": "", "email": "", "address": "", "tax_id": ""}
        with faults.catching():
            cleaned["name"] = text.clean_line(name, MAX_NAME, "buyer_name")
            if not cleaned["name"]:
                raise BuyerNameMissing
        with faults.catching():
            cleaned["email"] = _email(email)
        with faults.catching():
            cleaned["address"] = text.clean_multiline(address, MAX_ADDRESS, "buyer_address")
        with faults.catching():
            cleaned["tax_id"] = text.clean_line(tax_id, MAX_TAX_ID, "buyer_tax_id")
        faults.raise_if_any()
        return cls(**cleaned)

    @classmethod
    def of_user(cls, user: User, account: Account) -> Self:
        """Returns what a form begins with: the account's name, or the user's, and the user's email."""
        return cls(account.name or user.name, user.email)


def _email(raw: str) -> str:
    """Returns an email address in the form in which it is stored. Raises: InvalidEmail for the field `buyer_email`."""
    try:
        return normalize_email(raw)
    except Refusal as refusal:
        refusal.field = "buyer_email"
        raise
