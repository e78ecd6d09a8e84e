"""What runs while the app is served: the database, name look-up, visit recording and background tasks."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager

from quart import Quart, Response, request

from app.accounts.models import Account
from app.batch.packing_jobs import packing
from app.front.lanes import asgi_lane
from app.front.redirect_service import Following, followed
from app.guests.claim import renewing
from app.kernel import db, event_bus, migrations
from app.kernel.config import Config
from app.mail.delivery import sending
from app.ops.metrics import measuring
from app.ops.retention_sweep import sweeping
from app.ops.search_fill import filling
from app.visits.recount import rezone
from app.visits.retention import keeping
from app.visits.visit import key


def install(app: Quart, config: Config) -> None:
    """Starts all of it with the app and stops it with the app, each part before those that depend on it."""
    header = config.country_header.lower().encode()
    following = app.extensions["following"] = Following(config.trusted_hops, header)
    if config.lane != "off":
        asgi_lane.install(app, following)

    @app.while_serving
    async def serving() -> AsyncGenerator[None]:
        config.prepare()
        url = db.address(config.database_url, config.data_dir)
        await migrations.upgrade(url)
        async with db.opened(url), AsyncExitStack() as stack:
            for task in (followed(config, url, following), keeping(), sweeping(), rezoning(), packing(),
                           renewing(), sending(), filling(), measuring(app, config.metrics_token)):
                await stack.enter_async_context(task)
            yield

    @app.after_request
    async def await_lookup_sync(response: Response) -> Response:
        if following.lookup and request.method not in {"GET", "HEAD", "OPTIONS"}:
            await following.lookup.caught_up()  # the next request sees the changed link
        return response


@asynccontextmanager
async def rezoning() -> AsyncGenerator[None]:
    """Recounts an account's days when its time zone changes; until then reports count the visits themselves."""
    running: set[asyncio.Task[None]] = set()

    async def begin(account: Account) -> None:
        task = asyncio.create_task(rezone(key(account.id), account.time_zone), name="rezone")
        running.add(task)
        task.add_done_callback(running.discard)

    with event_bus.listening("account.rezoned", begin):
        yield
    await asyncio.gather(*running, return_exceptions=True)
