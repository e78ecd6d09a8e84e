"""The form that buys credits for AI models: how many rupiah, the way to pay, and the buyer."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

from app.accounts.models import Account
from app.kernel.refusal import Faults
from app.kernel.uuid_parser import parse_uuid
from app.payments import catalogue, ordering
from app.payments.checkout import order_qr_code
from app.payments.checkout.purchase_form import by_account, kept_order, read_buyer, read_way
from app.payments.money import RUPIAH, InvalidAmount, parse_money
from app.payments.order import Order
from app.payments.providers import registry
from app.payments.providers.provider import Provider

SUMS, USUAL_SUM = (50_000, 100_000, 250_000, 500_000), 100_000  # rupiah
SUM, OTHER = "sum", "other"  # the fields: one of SUMS, and another sum, which goes before it


def sums_for_sale() -> list[int]:
    """Returns the sums to choose from, those that one order may buy."""
    most = catalogue.most_credits()
    return [each for each in SUMS if each <= most] or [catalogue.LEAST_CREDITS]


def ways_to_pay() -> list[Provider]:
    """Returns the providers that sell any of the sums now; none where nothing is sold."""
    return [way for way in registry.configured() if any(catalogue.sells_credits(way, each) for each in sums_for_sale())]


def initial_values(values: Mapping[str, str]) -> dict[str, str]:
    """Returns the sum that a query chose, in the field where it fits; the usual one without any."""
    chosen = values.get(SUM, "")
    sums = sums_for_sale()
    if chosen in {str(each) for each in sums}:
        return {SUM: chosen, OTHER: ""}
    other = chosen if chosen.isascii() and chosen.isdigit() and len(chosen) < 11 else ""
    return {SUM: str(USUAL_SUM if USUAL_SUM in sums else sums[0]), OTHER: other}


async def buy_credits(values: Mapping[str, str], account: Account) -> Order:
    """Opens the order that a form describes, and its payment; a form that was sent before returns its order.

    Where the provider does not answer or refuses, the order is kept, and its page says so. Raises: WayMissing,
    CreditsOutOfRange, BuyerNameMissing, InvalidEmail, TooLong (several as Faults), and what
    `ordering.open_credits_order` raises of orders.
    """
    id, faults = parse_uuid(values.get("order", "")) or uuid4(), Faults.gather()
    async with kept_order(account, id) as kept:
        for read in (read_sum, read_way, read_buyer):
            with faults.catching():
                read(values)
        faults.raise_if_any()
        await by_account.attempt(str(account.id))
        order = await ordering.open_credits_order(
            account, read_sum(values), read_way(values), read_buyer(values), id=id
        )
        await order_qr_code.read_picture(order)
    return await kept()


def read_sum(values: Mapping[str, str]) -> int:
    """Returns the whole rupiah of a form. Raises: CreditsOutOfRange, for the field that was filled in."""
    other, chosen = values.get(OTHER, "").strip(), values.get(SUM, "")
    try:
        rupiah = parse_money(other or chosen, RUPIAH)
    except InvalidAmount:
        rupiah = 0
    catalogue.check_credits(rupiah, OTHER)
    return rupiah
