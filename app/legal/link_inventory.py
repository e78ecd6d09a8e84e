"""Inventory rows for links and what belongs to them: their history, saved UTM parameters, and checks."""

from app.kernel.refusal import N_
from app.legal.inventory_row import DELETED, OWNER, PUBLIC, SERVICE, WHILE_ACCOUNT, InventoryRow
from app.links.destination_check import KEPT_FOR as CHECKS_KEPT_FOR
from app.links.destination_check import DestinationCheck
from app.links.history.models import KEPT_FOR as HISTORY_KEPT_FOR
from app.links.history.models import LinkChange
from app.links.lifecycle import RESTORABLE_FOR as LINKS_KEPT_FOR
from app.links.models import Link
from app.links.tag import Tag
from app.links.utm.models import UtmTemplate

LINK_ROWS = (
    InventoryRow(
        "links",
        N_(
            "Short links: destinations and the rules that choose between them, title, notes, tags, times, limits, what "
            "previews show, the id that your program gives a link, and the password of a link as a hash."
        ),
        N_("To lead visitors where you want, and to show you your links."),
        DELETED,
        PUBLIC,
        SERVICE,
        {
            Link: "short_code destination_url title description notes expires_at click_limit password_hash "
            "forward_query "
            "redirect_status via_api tracked page_block paused_at archived_at deleted_at created_at updated_at "
            "search rules ios_url android_url opens_at fallback_url next_url next_url_at append_path external_id "
            "preview_title preview_description preview_picture_id destination_checked",
            Tag: "name folded colour description",
        },
        {"days": LINKS_KEPT_FOR.days},
    ),
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
