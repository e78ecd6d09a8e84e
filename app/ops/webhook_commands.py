"""`kliqs webhooks …`: the endpoints of all accounts, for the operator."""

from __future__ import annotations

from uuid import UUID

import click
from tortoise.functions import Count

from app.kernel import clock
from app.ops.command_runner import with_database
from app.ops.operator_actions import OperationDeclined
from app.webhooks.delivery import WebhookDelivery
from app.webhooks.endpoint import BY_MEMBER, WebhookEndpoint
from app.webhooks.switching import stop_endpoint


@click.group()
def webhooks() -> None:
    """List webhook endpoints and turn them off."""


@webhooks.command("list")
@click.option("--failing", is_flag=True, help="Only those that fail now.")
@click.option("--most", type=click.IntRange(1, 10_000), default=100, show_default=True, help="How many at most.")
@with_database()
async def list_endpoints(failing: bool, most: int) -> None:
    """List endpoints, newest first: id, state, how many events wait, the account and the address."""
    endpoints = (
        WebhookEndpoint.filter(failing_since__not_isnull=True, off_at=None) if failing else WebhookEndpoint.all()
    )
    rows = await endpoints.order_by("-created_at", "-id").limit(most).select_related("account")
    ids = [endpoint.id for endpoint in rows]
    waiting = WebhookDelivery.waiting().filter(endpoint_id__in=ids).annotate(number=Count("id")).group_by("endpoint_id")
    counts = dict(await waiting.values_list("endpoint_id", "number"))
    for endpoint in rows:
        state, number = f"{endpoint.state:<7}", f"{counts.get(endpoint.id, 0):,} wait"
        since = f"  since {clock.format_rfc3339(endpoint.failing_since)}" if endpoint.failing_since else ""
        click.echo(f"{endpoint.id}  {state}  {number}  {endpoint.account.name}  {endpoint.url}{since}")
    if not rows:
        click.echo("There is no such endpoint.")


@webhooks.command("off")
@click.argument("id", type=click.UUID)
@with_database()
async def turn_off(id: UUID) -> None:
    """Turn an endpoint off; what waits for it is given up. Its owners can turn it on again."""
    endpoint = await WebhookEndpoint.get_or_none(id=id)
    if endpoint is None:
        raise OperationDeclined(f"There is no endpoint {id}: kliqs webhooks list shows them.")
    stopped = await stop_endpoint(endpoint, BY_MEMBER)
    click.echo(f"{endpoint.host} is off." if stopped else f"{endpoint.host} was off already.")
