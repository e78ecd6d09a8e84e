"""`/healthz` reports that the process runs, `/readyz` that it may get requests: its database answers, it does not end.

`/readyz` also reports the state of the visit journal, whether the storage of files answers, and Redis where it is used.
None of them makes the process unready, because short links still work.
"""

from quart import Blueprint, Response, current_app

from app.kernel import db, redis_link, shutdown
from app.kernel.storage_calls import storage_answers
from app.web import envelope

RETRY_AFTER = "5"  # seconds
blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
async def liveness() -> Response:
    """Answers 200 as long as the process runs."""
    return _uncached(envelope.success_response({"alive": True}))


@blueprint.get("/readyz")
async def readiness() -> Response:
    """Answers 200 with the state of the storage and of the visit journal.

    503 if the process drains or the database does not answer.
    """
    if shutdown.is_draining():
        return _uncached(envelope.error_response("BUSY", "This process is draining: send new requests elsewhere."))
    try:
        await db.ping()
    except Exception:  # every error means that we are not ready
        busy = envelope.error_response("BUSY", "The database does not answer.")
        busy.headers["Retry-After"] = RETRY_AFTER
        return _uncached(busy)
    state = {
        "database": True,
        "storage": await storage_answers(),
        "visits": current_app.extensions["redirects"].journal_state(),
    }
    if (link := redis_link.current()) is not None:
        state["redis"] = await link.answers()
    return _uncached(envelope.success_response(state))


def _uncached(response: Response) -> Response:
    """Adds the header that forbids caching."""
    response.headers["Cache-Control"] = "no-store"
    return response
