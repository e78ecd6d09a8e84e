"""The figures of endpoints are counted by the database, by the days of who reads them."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.accounts.models import Account
from app.kernel import i18n
from app.web.sparkline import sparkline_path
from app.webhooks.delivery import WebhookDelivery, new_event_id
from app.webhooks.listing import DAYS, Figures, figures_of
from tests.conftest import Clock
from tests.counting import statements
from tests.webhooks.receiver import endpoint_of

URL = "https://shop.example/hooks"
NOW = datetime(2026, 3, 29, 20, 0, tzinfo=UTC)  # 30 March, 03:00 in Jakarta; the clocks of Berlin moved this morning


async def deliver(endpoint_id: UUID, when: datetime, state: str = "delivered", times: int = 1) -> None:
    rows = [
        WebhookDelivery(
            endpoint_id=endpoint_id, event_id=new_event_id(), event_type="x", body="{}", state=state, created_at=when
        )
        for _ in range(times)
    ]
    await WebhookDelivery.bulk_create(rows)


async def test_deliveries_are_counted_by_the_days_of_the_reader(budi: Account, moved: Clock) -> None:
    moved.to(NOW)
    endpoint = await endpoint_of(budi, URL)
    await deliver(endpoint.id, NOW - timedelta(hours=1), times=3)
    await deliver(endpoint.id, NOW - timedelta(hours=1), "waiting")
    await deliver(endpoint.id, NOW - timedelta(hours=4), times=2)
    await deliver(endpoint.id, datetime(2026, 3, 28, 23, 30, tzinfo=UTC))  # in Berlin half an hour after midnight
    await deliver(endpoint.id, NOW - timedelta(days=DAYS + 1), times=5)
    for zone, today, taken, before in (("Asia/Jakarta", 4, 3, 3), ("Europe/Berlin", 7, 6, 0), ("UTC", 6, 5, 1)):
        with i18n.language_context("en", zone):
            path = sparkline_path([*[0] * (DAYS - 2), before, today])
            assert await figures_of([endpoint]) == {endpoint.id: Figures(today, taken, path)}, zone


async def test_figures_of_many_endpoints_are_counted_in_one_statement_that_returns_no_delivery(
    budi: Account, moved: Clock
) -> None:
    moved.to(NOW)
    endpoints = [await endpoint_of(budi, f"{URL}/{n}") for n in range(3)]
    for endpoint in endpoints[:2]:
        await deliver(endpoint.id, NOW, times=200)
    with statements() as sent:
        figures = await figures_of(endpoints)
    assert [figures[endpoint.id].today for endpoint in endpoints] == [200, 200, 0]
    [statement] = sent
    assert "GROUP BY" in statement.sql
