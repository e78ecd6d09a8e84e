"""The progress of a job as a stream: each change once, the end by name, and no longer than its session."""

from __future__ import annotations

import asyncio

import pytest
from quart import Quart

from app.accounts import progress_stream, stream_seats
from app.accounts.models import Account, Session
from app.accounts.progress_stream import Progress
from app.batch.models import Batch
from app.jobs.worker import Worker
from app.privacy.bring_in import import_jobs
from app.privacy.bring_in.import_run import ImportRun
from app.privacy.export import export_job
from app.privacy.export.export import Export
from app.web import event_stream
from tests import world
from tests.batch.tables import drafted
from tests.client import Browser
from tests.privacy.bring_in.archives import forged, link_row
from tests.privacy.bring_in.test_views import sent
from tests.waiting import DEADLINE

DATA = "/dashboard/settings/data"


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_stream, "LOOK_INTERVAL", 0.01)
    monkeypatch.setattr(stream_seats, "POLL_INTERVAL", 0.01)


async def streamed(browser: Browser, path: str) -> str:
    """The whole stream at a path, which ends by itself."""
    async with asyncio.timeout(DEADLINE):
        response = await browser.get(path, headers={"Accept": "text/event-stream"})
        assert response.mimetype == "text/event-stream" and response.headers["X-Accel-Buffering"] == "no"
        return await response.get_data(as_text=True)


async def test_an_import_streams_how_far_it_is_and_its_end(as_budi: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    path = (await sent(as_budi, forged({"links": [link_row("promo")]}))).headers["Location"]
    await ImportRun.all().update(done=3, total=9)
    page = await (await as_budi.get(path)).get_data(as_text=True)
    assert f'hx-sse:connect="{path}/events"' in page and "3 of 9" in page, "the last state is in the page"
    assert '<noscript><meta http-equiv="refresh"' in page
    monkeypatch.setattr(event_stream, "MAX_STREAM_SECONDS", 0.1)
    text = await streamed(as_budi, f"{path}/events")
    assert text.count("3 of 9") == 1, "what has not changed is sent once"
    assert '<p role="status">' in text and "event: finished" not in text
    await Worker().run_due(import_jobs.CHECK)
    assert "event: finished" in await streamed(as_budi, f"{path}/events")


async def test_an_export_and_a_batch_stream_their_end_too(as_budi: Browser, budi: Account) -> None:
    await as_budi.post(f"{DATA}/exports/account")
    export = await Export.get()
    path = f"{DATA}/exports/{export.id}/events"
    assert f'hx-sse:connect="{path}"' in await (await as_budi.get(DATA)).get_data(as_text=True)
    await Worker().run_due(export_job.KIND)
    assert "event: finished" in await streamed(as_budi, path)
    batch = await drafted(budi, "https://example.com/fine")
    assert "event: finished" in await streamed(as_budi, f"/dashboard/batch/{batch.id}/events")
    assert await Batch.exists(id=batch.id)


async def test_nobody_else_reads_a_stream(as_budi: Browser, as_sari: Browser, budi: Account) -> None:
    path = (await sent(as_budi, forged({}))).headers["Location"]
    await as_budi.post(f"{DATA}/exports/person")
    batch, export = await drafted(budi, "https://example.com/fine"), await Export.get()
    for events in (f"{path}/events", f"{DATA}/exports/{export.id}/events", f"/dashboard/batch/{batch.id}/events"):
        assert (await as_sari.get(events)).status_code == 404


async def test_a_stream_ends_with_its_session(app: Quart, budi: Account) -> None:
    session = await Session.by_token(await world.begin_session(budi))
    assert session
    seat = stream_seats.take_seat(session, budi)

    async def load() -> Progress | None:
        await session.delete()
        return Progress("at work", 1, 2)

    async with app.test_request_context("/"), asyncio.timeout(DEADLINE):
        events = [event async for event in progress_stream._events(load, seat)]
    assert len(events) == 2 and "at work" in events[1] and not stream_seats._seats
