"""`/dashboard/patterns`: every component in every state, both themes. Development only."""

from quart import Blueprint, Response

from app.accounts import gate
from app.web import hx

blueprint = Blueprint("patterns", __name__, url_prefix="/dashboard/patterns")
gate.protect(blueprint)


@blueprint.get("/")
async def index() -> Response:
    return await hx.answer("patterns/index.html", active="patterns")
