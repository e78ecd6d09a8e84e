"""The operator sees all endpoints, and turns one off."""

from datetime import timedelta
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.ops import webhook_checks, webhook_commands
from app.ops.operator_actions import OperationDeclined
from app.webhooks.backlog import delivery_backlog
from app.webhooks.delivery import WebhookDelivery
from app.webhooks.endpoint import WebhookEndpoint
from tests import world
from tests.conftest import Clock
from tests.webhooks.receiver import endpoint_of


async def test_endpoints_are_listed_with_what_waits(
    sari: Account, budi: Account, capsys: pytest.CaptureFixture[str]
) -> None:
    quiet = await endpoint_of(budi, "https://quiet.example/")
    busy = await endpoint_of(sari, "https://busy.example/", "link.created")
    await world.shorten(sari)
    await WebhookEndpoint.filter(id=busy.id).update(failing_since=clock.now())
    await webhook_commands.list_endpoints.callback.__wrapped__(failing=False, most=10)  # type: ignore[union-attr]
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [str(busy.id), str(quiet.id)]
    assert "failing  1 wait  Sari  https://busy.example/  since" in lines[0]
    await webhook_commands.list_endpoints.callback.__wrapped__(failing=True, most=10)  # type: ignore[union-attr]
    assert len(capsys.readouterr().out.splitlines()) == 1


async def test_an_endpoint_is_turned_off(sari: Account, capsys: pytest.CaptureFixture[str]) -> None:
    endpoint = await endpoint_of(sari, "https://busy.example/")
    turn_off = webhook_commands.turn_off.callback.__wrapped__  # type: ignore[union-attr]
    await turn_off(endpoint.id)
    await turn_off(endpoint.id)
    assert capsys.readouterr().out == "busy.example is off.\nbusy.example was off already.\n"
    with pytest.raises(OperationDeclined):
        await turn_off(uuid4())


async def test_the_doctor_names_signing_secrets_that_nobody_can_read(sari: Account) -> None:
    assert (await webhook_checks.check_signing_secrets()).ok
    endpoint = await endpoint_of(sari, "https://busy.example/")
    assert (await webhook_checks.check_signing_secrets()).ok
    await WebhookEndpoint.filter(id=endpoint.id).update(secret="of another server")
    finding = await webhook_checks.check_signing_secrets()
    assert not finding.ok
    assert finding.says.startswith("1 webhook endpoint needs a secret")


async def test_the_metrics_know_how_much_is_due_and_since_when(sari: Account, moved: Clock) -> None:
    assert await delivery_backlog() == (0, 0.0)
    await endpoint_of(sari, "https://busy.example/", "link.created")
    await world.shorten(sari)
    await world.shorten(sari)
    moved.on(timedelta(seconds=90))
    assert await delivery_backlog() == (2, 90.0)
    await WebhookDelivery.all().update(due_at=clock.now() + timedelta(seconds=5))
    assert await delivery_backlog() == (0, 0.0)
