"""`/healthz`: the process is alive. `/readyz`: it can do its work, that is, the database answers.

It says too how the visits are doing. A journal that lags is no reason to send nobody here: links lead on.
"""

from quart import Blueprint, Response, current_app

from app.kernel import db
from app.web import envelope

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
async def alive() -> Response:
    return _unkept(envelope.ok({"alive": True}))


@blueprint.get("/readyz")
async def ready() -> Response:
    try:
        await db.answers()
    except Exception:  # whatever it is, we are not ready
        return _unkept(envelope.error("BUSY", "The database does not answer."))
    return _unkept(envelope.ok({"database": True, "visits": current_app.extensions["following"].report()}))


def _unkept(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
