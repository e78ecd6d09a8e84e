"""What `kliqs doctor` says of webhooks."""

from __future__ import annotations

from app.ops.counts import count_of
from app.ops.finding import Finding
from app.webhooks.endpoint import WebhookEndpoint


async def check_signing_secrets() -> Finding:
    """Whether KLIQS_SECRET_KEY still has the secrets that signing secrets of webhooks are encrypted under."""
    unreadable = outdated = 0
    for endpoint in await WebhookEndpoint.all():
        unreadable += not endpoint.readable
        outdated += endpoint.readable and endpoint.secret_outdated
    if unreadable:
        says = count_of(unreadable, "webhook endpoint needs", "webhook endpoints need")
        says += " a secret that is not in KLIQS_SECRET_KEY any more"
        return Finding(f"{says}: put it back, last, or let their owners replace the signing secret.", False)
    if outdated:
        says = count_of(outdated, "webhook endpoint still needs", "webhook endpoints still need")
        return Finding(f"{says} an older secret of KLIQS_SECRET_KEY: keep it.")
    return Finding("Signing secrets of webhooks need no other secret than the newest.")
