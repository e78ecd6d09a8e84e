"""An endpoint holds its secret sealed, and an account has as many endpoints as its plan allows."""

import asyncio
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.kernel import clock, installation
from app.kernel.http_allow_list import AllowList
from app.kernel.refusal import Faults
from app.ops import retention_sweep
from app.plans.quota import WebhookLimitReached
from app.webhooks import signing
from app.webhooks.delivery import WebhookAttempt, WebhookDelivery, new_event_id
from app.webhooks.endpoint import WebhookEndpoint
from app.webhooks.endpoint_values import (
    EndpointValues,
    InvalidWebhookUrl,
    WebhookUrlForbidden,
    WebhookUrlNotEncrypted,
    check_url,
)
from tests import world
from tests.conftest import Clock
from tests.webhooks.receiver import endpoint_of

URL = "https://shop.example/hooks"
VALUES = EndpointValues(URL, ["link.created"])
pytestmark = pytest.mark.usefixtures("database")


async def test_of_twenty_at_once_as_many_are_made_as_the_plan_allows(sari: Account) -> None:
    made = await asyncio.gather(*(WebhookEndpoint.create_for(sari, VALUES) for _ in range(20)), return_exceptions=True)
    assert sum(isinstance(one, WebhookEndpoint) for one in made) == 2
    assert sum(isinstance(one, WebhookLimitReached) for one in made) == 18
    assert await WebhookEndpoint.all().count() == 2


async def test_the_secret_is_nowhere_in_its_row(sari: Account) -> None:
    endpoint = await endpoint_of(sari, URL)
    secret = endpoint.read_secret()
    assert secret.startswith(signing.SECRET_PREFIX)
    (row,) = await WebhookEndpoint.all().values()
    assert secret not in str(row)
    assert secret.removeprefix(signing.SECRET_PREFIX) not in str(row)


async def test_the_secret_of_one_endpoint_cannot_be_read_as_that_of_another(dewi: Account) -> None:
    first, second = await endpoint_of(dewi, URL), await endpoint_of(dewi, URL)
    await WebhookEndpoint.filter(id=second.id).update(secret=first.secret)
    await second.refresh_from_db()
    assert not second.readable


async def test_a_new_secret_key_of_the_server_leaves_old_secrets_readable(sari: Account) -> None:
    endpoint = await endpoint_of(sari, URL)
    secret = endpoint.read_secret()
    assert not endpoint.secret_outdated
    installation.current().secret_keys.insert(0, "another-secret-longer-than-32-characters")
    assert endpoint.read_secret() == secret
    assert endpoint.secret_outdated


async def test_a_secret_that_cannot_be_read_any_more_can_be_replaced(sari: Account) -> None:
    endpoint = await endpoint_of(sari, URL)
    await WebhookEndpoint.filter(id=endpoint.id).update(secret="unreadable")
    endpoint = await WebhookEndpoint.get(id=endpoint.id)
    await endpoint.rotate_secret()
    assert endpoint.signing_secrets() == [endpoint.read_secret()]


def test_an_address_that_grows_beyond_its_column_is_refused() -> None:
    with pytest.raises(InvalidWebhookUrl):
        check_url("https://shop.example/" + "é" * 1_000, AllowList.parse(""))


def test_http_is_for_hosts_that_the_operator_lists() -> None:
    allow = AllowList.parse("hooks.internal 10.1.0.0/16:8080")
    for url in ("http://hooks.internal/x", "http://10.1.2.3:8080/", "https://shop.example/x?y=1"):
        assert check_url(url, allow) == url
    assert check_url(" https://shop.example/x#part ", allow) == "https://shop.example/x"
    with pytest.raises(WebhookUrlNotEncrypted):
        check_url("http://shop.example/", allow)
    with pytest.raises(WebhookUrlForbidden):
        check_url("https://10.1.2.3/", allow)


async def test_a_refusal_has_all_faults_at_once(sari: Account) -> None:
    with pytest.raises(Faults) as refused:
        await WebhookEndpoint.create_for(sari, EndpointValues("x", ["nothing"], "y" * 201))
    assert [fault.field for fault in refused.value.refusals] == ["url", "events", "description"]


async def test_deliveries_are_kept_for_thirty_days(sari: Account, moved: Clock) -> None:
    endpoint = await endpoint_of(sari, URL)
    for age in (timedelta(days=30, seconds=1), timedelta(days=29)):
        delivery = await WebhookDelivery.create(
            endpoint_id=endpoint.id, event_id=new_event_id(), event_type="test", body="{}", state="failed",
            created_at=clock.now() - age,
        )  # fmt: skip
        await WebhookAttempt.create(delivery_id=delivery.id, milliseconds=1, made_at=clock.now() - age)
    await retention_sweep.hourly_steps(clock.now())["webhooks"]()
    assert [delivery.created_at > clock.now() - timedelta(days=30) for delivery in await WebhookDelivery.all()] == [
        True
    ]
    assert await WebhookAttempt.all().count() == 1


async def test_a_deleted_account_takes_its_endpoints_with_it(sari: Account) -> None:
    await endpoint_of(sari, URL)
    await world.shorten(sari)
    await world.erase(sari)
    assert await WebhookEndpoint.all().count() == await WebhookDelivery.all().count() == 0
