"""The use of a coupon by an order: given back when the order ends unpaid, taken again when it is paid after that."""

from __future__ import annotations

from app.kernel import clock
from app.kernel.db import query_models
from app.payments.coupon import Coupon
from app.payments.order import Order

RELEASE = """UPDATE orders SET coupon_released_at = $2 WHERE id = $1 AND coupon_id IS NOT NULL
    AND coupon_released_at IS NULL AND paid_at IS NULL RETURNING *"""


async def release_coupon(order: Order) -> None:
    """Gives the coupon of an unpaid order back, once, in the caller's transaction."""
    for released in await query_models(Order, RELEASE, [str(order.id), clock.now()]):
        if released.coupon_id is not None:
            await Coupon.give_back(released.coupon_id)


async def take_coupon_again(paid: Order) -> None:
    """Takes a use of the coupon for an order that is paid after it gave its own back, if one is left."""
    if paid.lost_coupon and paid.coupon_id is not None and await Coupon.take_late(paid.coupon_id):
        paid.coupon_released_at = None
        await paid.save(update_fields=["coupon_released_at"])
