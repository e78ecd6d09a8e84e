"""The tables of webhooks. Each is described in the module that it comes from."""

from app.webhooks.delivery import WebhookAttempt, WebhookDelivery
from app.webhooks.endpoint import WebhookEndpoint
from app.webhooks.visit_counts import UnsentVisits

__all__ = ["UnsentVisits", "WebhookAttempt", "WebhookDelivery", "WebhookEndpoint"]
