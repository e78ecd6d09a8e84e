"""The tables of webhooks in an account's part of an export."""

from app.privacy.export.exported_table import ExportedTable
from app.webhooks.delivery import WebhookAttempt, WebhookDelivery
from app.webhooks.endpoint import WebhookEndpoint
from app.webhooks.visit_counts import UnsentVisits

SEALED = "the signing secret, which the page of the endpoint shows"
INTERNAL = "used by the server itself"

WEBHOOK_TABLES = (
    ExportedTable(
        "webhook_endpoints.json",
        WebhookEndpoint,
        "id url description events failing_since off_at off_reason made_by_id created_at updated_at",
        "account_id",
        {
            "account_id": "the account",
            "secret": SEALED,
            "last_four": SEALED,
            "old_secret": SEALED,
            "old_secret_until": SEALED,
            "wants_visits": "one of the events",
            "wants_expired": "one of the events",
            **dict.fromkeys(("slow", "batch_sent_at", "expired_until", "replayed_at", "replay_total"), INTERNAL),
        },
        "created_at",
    ),
    ExportedTable(
        "webhook_deliveries.json",
        WebhookDelivery,
        "id endpoint_id event_id event_type body state tries last_status ended_at created_at",
        "endpoint__account_id",
        {"due_at": INTERNAL, "replayed_at": INTERNAL},
        "created_at",
    ),
    ExportedTable(
        "webhook_attempts.json",
        WebhookAttempt,
        "id delivery_id status problem milliseconds answer made_at",
        "delivery__endpoint__account_id",
    ),
    ExportedTable(
        "webhook_visits.json",
        UnsentVisits,
        "id link_id clicks scans since",
        "account_id",
        {"account_id": "the account"},
    ),
)
