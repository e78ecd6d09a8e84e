"""Thousands of events of batches arrive, and so does everything when the process that sends is killed."""

import asyncio
import signal
from datetime import timedelta
from pathlib import Path

import pytest
from quart import Quart

from app.accounts.models import Account
from app.jobs import Job
from app.jobs.worker import Worker
from app.links.bulk_create import create_links
from app.webhooks import delivery_jobs
from app.webhooks.delivery import WebhookDelivery
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.counting import queries
from tests.databases import for_killed, sessions_of_killed_over
from tests.forked_code import begin_module
from tests.waiting import eventually
from tests.webhooks.receiver import endpoint_of, receiving, send_due

EVENTS, IN_A_BATCH = 2_000, 1_000  # ten thousand are in tests/bench/webhooks.py


async def with_room(account: Account) -> Account:
    await Account.filter(id=account.id).update(links_limit=2 * EVENTS)
    return await Account.get(id=account.id)


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_thousands_of_events_of_batches_arrive_while_links_are_followed(
    app: Quart, dewi: Account, visitor: Browser
) -> None:
    account = await with_room(dewi)
    await world.shorten(account, "promo")
    await visitor.get("/promo")
    with queries() as before:
        await visitor.get("/promo")
    async with receiving() as receiver:
        await endpoint_of(account, receiver.url, "link.created")
        for batch in range(EVENTS // IN_A_BATCH):
            urls = [{"url": f"https://example.com/{batch}/{number}"} for number in range(IN_A_BATCH)]
            await create_links(account, urls)  # type: ignore[arg-type]
        assert await Job.not_ended().filter(kind="webhooks.deliver").count() == 1, "not one for each event"
        async with Worker().running():
            while await WebhookDelivery.waiting().exists():
                assert (await visitor.get("/promo")).status_code == 302
                await asyncio.sleep(0.05)
        with queries() as after:
            await visitor.get("/promo")
        assert len(receiver.messages) == len(set(receiver.ids)) == EVENTS
        assert receiver.most_at_once <= delivery_jobs.CONNECTIONS
    assert len(after) <= len(before), "a redirect does nothing for webhooks"


@pytest.mark.slow
async def test_what_a_killed_process_was_sending_arrives_under_the_same_id(
    dewi: Account, database: str, tmp_path: Path, moved: Clock
) -> None:
    account = await with_room(dewi)
    async with receiving() as receiver:
        receiver.pause = 0.05
        await endpoint_of(account, receiver.url, "link.created")
        await create_links(account, [{"url": f"https://example.com/{number}"} for number in range(60)])
        written = set(await WebhookDelivery.all().values_list("event_id", flat=True))
        words = (for_killed(database), str(tmp_path / "data"))
        process = begin_module("tests.webhooks.deaths", *words, output=tmp_path / "output")
        try:
            await eventually(lambda: len(receiver.messages) > 7)
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()
        await sessions_of_killed_over()
        arrived = set(receiver.ids)
        assert arrived < written
        moved.on(timedelta(minutes=3))
        await send_due()
    assert set(receiver.ids) == {str(id) for id in written}, "each at least once, and none under another id"
    assert not await WebhookDelivery.exclude(state="delivered").exists()
