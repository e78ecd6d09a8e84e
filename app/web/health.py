"""`/healthz` reports that the process runs, `/readyz` that the database answers.

`/readyz` also reports the state of the visit journal. A journal that lags does not make the process unready, because
short links still work.
"""

from quart import Blueprint, Response, current_app

from app.kernel import db
from app.web import envelope

RETRY_AFTER = "5"  # seconds
blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
async def liveness() -> Response:
    """Answers 200 as long as the process runs."""
    return _uncached(envelope.success_response({"alive": True}))


@blueprint.get("/readyz")
async def readiness() -> Response:
    """Answers 200 if the database answers, otherwise 503, with the state of the visit journal."""
    try:
        await db.ping()
    except Exception:  # every error means that we are not ready
        busy = envelope.error_response("BUSY", "The database does not answer.")
        busy.headers["Retry-After"] = RETRY_AFTER
        return _uncached(busy)
    return _uncached(
        envelope.success_response({"database": True, "visits": current_app.extensions["redirects"].journal_state()})
    )


def _uncached(response: Response) -> Response:
    """Adds the header that forbids caching."""
    response.headers["Cache-Control"] = "no-store"
    return response
