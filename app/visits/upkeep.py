"""Jobs that maintain visits: sealing days that are over, and rewriting files without what is no longer kept."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from app import jobs
from app.jobs import HOURLY, NIGHTLY, Job
from app.kernel.storage_calls import call
from app.visits import account_jobs
from app.visits.sealed import convert_old_totals, engine, manifest, rewrite, seal


@jobs.handler("visits.seal", schedule=HOURLY)
async def seal_days(_job: Job) -> None:
    """Seals the days that are over, and deletes files that are no longer in the manifest."""
    try:
        await seal.seal_days()
    finally:  # a day that cannot be sealed keeps no file that was replaced because an account was deleted
        listed = {file.name for file in (await manifest.load_manifest()).files}
        await call(engine.current().store.sweep, listed)


@jobs.handler("visits.rewrite", schedule=NIGHTLY)
async def rewrite_months(_job: Job) -> None:
    """Moves or deletes the visits of deleted accounts, and rewrites the months that need it."""
    await account_jobs.settle_visits_of_deleted_accounts()
    await rewrite.rewrite_months()


@asynccontextmanager
async def sealed_visits_open() -> AsyncGenerator[None]:
    """Context manager within which sealed visits are read and written; old totals become summaries at its start."""
    await convert_old_totals.convert_old_totals()
    try:
        yield
    finally:
        engine.current().close()
