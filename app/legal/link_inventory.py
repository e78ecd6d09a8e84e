"""Inventory rows for what is stored of links besides the links themselves."""

from app.kernel.refusal import N_
from app.legal.inventory_row import OWNER, SERVICE, InventoryRow
from app.links.destination_check import KEPT_FOR as CHECKS_KEPT_FOR
from app.links.destination_check import DestinationCheck

LINK_ROWS = (
    InventoryRow(
        "destination_checks",
        N_(
            "What our weekly look at the destinations of your links saw: the address, when, what the server answered, "
            "since when it is broken, and when we wrote to you about it."
        ),
        N_("To tell you of links that lead nowhere any more."),
        N_("Until the link leads elsewhere or is deleted, at most %(days)s days after the last look."),
        OWNER,
        SERVICE,
        {DestinationCheck: "url host due_at checked_at outcome status broken_at confirmed_at mailed_at created_at"},
        {"days": CHECKS_KEPT_FOR.days},
    ),
)
