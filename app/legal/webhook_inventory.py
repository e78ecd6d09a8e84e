"""Inventory rows for webhooks."""

from app.kernel.refusal import N_
from app.legal.inventory_row import OWNER, SERVICE, InventoryRow
from app.webhooks.delivery import RETENTION, WebhookAttempt, WebhookDelivery
from app.webhooks.endpoint import OLD_SECRET_LASTS, WebhookEndpoint
from app.webhooks.visit_counts import UnsentVisits

WEBHOOK_ROWS = (
    InventoryRow(
        "webhooks",
        N_("Webhooks: the addresses of your own servers, what is sent there, and the signing secrets, encrypted."),
        N_("To tell your own programs what happens in your workspace."),
        N_("Until you delete the endpoint; a secret that you replaced for %(hours)s hours."),
        OWNER,
        SERVICE,
        {
            WebhookEndpoint: "url description events wants_visits wants_expired secret last_four old_secret "
            "old_secret_until failing_since off_at off_reason created_at updated_at"
        },
        {"hours": OLD_SECRET_LASTS.days * 24},
    ),
    InventoryRow(
        "webhook_deliveries",
        N_(
            "What was sent to your webhooks, addresses that people left on your bio pages among it, when, and the "
            "beginning of what your server answered; and clicks and scans that are not sent yet."
        ),
        N_("To send it until your server has it, to show you what went wrong, and to send it again."),
        N_("%(days)s days, also when what it says was deleted meanwhile."),
        OWNER,
        SERVICE,
        {
            WebhookDelivery: "event_id event_type body state tries last_status due_at replayed_at ended_at created_at",
            WebhookAttempt: "status problem milliseconds answer made_at",
            UnsentVisits: "clicks scans since",
        },
        {"days": RETENTION.days},
    ),
)
WEBHOOK_TECHNICAL = {
    WebhookEndpoint: "id account_id made_by_id slow batch_sent_at expired_until replayed_at replay_total",
    WebhookDelivery: "id endpoint_id",
    WebhookAttempt: "id delivery_id",
    UnsentVisits: "id account_id link_id",
}
