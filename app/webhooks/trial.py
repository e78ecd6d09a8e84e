"""Sends a test event to an endpoint and waits for its answer; an endpoint that is off can be tested, too."""

from __future__ import annotations

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.refusal import N_, InvalidRequest, Refusal, TooManyAttempts
from app.kernel.throttle import Throttle
from app.webhooks import outbox
from app.webhooks.attempt_log import record_test
from app.webhooks.delivery import WebhookAttempt, WebhookDelivery, new_event_id
from app.webhooks.delivery_jobs import LEASE
from app.webhooks.endpoint import WebhookEndpoint
from app.webhooks.event_types import TEST
from app.webhooks.sending import secrets_of, send

TESTS = Throttle("webhook tests", most=30, minutes=10)  # by account: each is a request that waits for a stranger


class TooManyTests(Refusal):
    """The account has sent as many test events as are allowed for now. Facts: minutes."""

    code, says = "RATE_LIMITED", TooManyAttempts.says


class FrozenWorkspace(InvalidRequest):
    """The account is frozen, so nothing leaves it."""

    says = N_("This workspace is frozen: nothing is sent from it.")


async def send_test(endpoint: WebhookEndpoint) -> tuple[WebhookDelivery, WebhookAttempt]:
    """Sends a test event and returns its delivery with the one attempt.

    Raises: FrozenWorkspace, TooManyTests, NotFound where the endpoint was deleted meanwhile.
    """
    if await Account.filter(id=endpoint.account_id, frozen_at__not_isnull=True).exists():
        raise FrozenWorkspace
    try:
        await TESTS.attempt(str(endpoint.account_id))
    except TooManyAttempts as refusal:
        raise TooManyTests(retry_after=refusal.retry_after, **refusal.facts) from None
    now = clock.now()
    data = {"endpoint_id": str(endpoint.id), "description": endpoint.description}
    delivery = await WebhookDelivery.create(
        endpoint_id=endpoint.id,
        event_id=new_event_id(),
        event_type=TEST,
        body=outbox.event_body(TEST, now, data),
        due_at=now + LEASE,
        created_at=now,
    )
    attempt = await send(endpoint.url, delivery, secrets_of(endpoint))
    await record_test(endpoint, delivery, attempt)
    await delivery.refresh_from_db()
    return delivery, attempt
