"""What runs while the app is served: the database, the look-up of names, the recording of visits, the worker of jobs.

What happens later is a job (app/jobs): mail, sweeps, closing days and purging visits, packing batches, moving days to
another time zone, filling searchable text. Each is done once in all, whatever number of processes and machines serve.
What is each process's own is no job and runs here or below: the journal of visits that it writes and takes into the
database, the links it holds in memory, the live feed of its readers, its metrics.
"""

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack

from quart import Quart, Response, request

from app import jobs
from app.batch import packing_jobs
from app.front.lanes import asgi_lane
from app.front.redirect_service import Following, followed
from app.guests.claim import renewing
from app.jobs.worker import Worker
from app.kernel import db, migrations
from app.kernel.config import Config
from app.mail import delivery
from app.ops import retention_sweep, search_fill
from app.ops.metrics import measuring
from app.visits import upkeep

JOBS = (delivery, packing_jobs, retention_sweep, search_fill, upkeep)  # modules that register jobs when imported


def install(app: Quart, config: Config) -> None:
    """Runs all of it from the app's start to its end, each before those that stand on it."""
    header = config.country_header.lower().encode()
    following = app.extensions["following"] = Following(config.trusted_hops, header)
    worker = app.extensions["worker"] = Worker()
    if config.lane != "off":
        asgi_lane.install(app, following)

    @app.while_serving
    async def serving() -> AsyncGenerator[None]:
        config.prepare()
        url = db.address(config.database_url, config.data_dir)
        await migrations.upgrade(url)
        async with db.opened(url), AsyncExitStack() as stack:
            for beside in (followed(config, url, following), renewing(), upkeep.rezoning(),
                           measuring(app, config.metrics_token), worker.working()):
                await stack.enter_async_context(beside)
            await jobs.enqueue(search_fill.KIND, unique=search_fill.KIND)
            yield

    @app.after_request
    async def hear(response: Response) -> Response:
        if following.lookup and request.method not in {"GET", "HEAD", "OPTIONS"}:
            await following.lookup.caught_up()  # whoever changed a link finds it changed
        return response

