"""Inventory rows for what belongs to the links of an account: their history, and saved UTM parameters."""

from app.kernel.refusal import N_
from app.legal.inventory_row import OWNER, SERVICE, WHILE_ACCOUNT, InventoryRow
from app.links.history.models import KEPT_FOR as HISTORY_KEPT_FOR
from app.links.history.models import LinkChange
from app.links.utm.models import UtmTemplate

LINK_ROWS = (
    InventoryRow(
        "link_history",
        N_(
            "What was changed of your links: which field from what to what, when, by which member or API key, and from "
            "where: the dashboard, the API or an import. Of a password only that it changed."
        ),
        N_("To show you who changed what, and to let you undo it."),
        N_("%(days)s days, or until the link is gone for good."),
        OWNER,
        SERVICE,
        {LinkChange: "through key_name creates changed_fields created_at"},
        {"days": HISTORY_KEPT_FOR.days},
    ),
    InventoryRow(
        "utm_templates",
        N_("UTM parameters that you save under a name."),
        N_("To put them into the destinations of further links."),
        WHILE_ACCOUNT,
        OWNER,
        SERVICE,
        {UtmTemplate: "name folded source medium campaign term content created_at"},
    ),
)
