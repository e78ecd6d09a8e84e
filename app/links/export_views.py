"""The links of a search as a file to keep."""

from collections.abc import AsyncGenerator

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.kernel import clock
from app.links import export
from app.links.link_search import Search

blueprint = Blueprint("link_files", __name__, url_prefix="/dashboard/links")
authentication.protect(blueprint)


@blueprint.get("/export.csv")
async def csv() -> Response:
    return _file(export.csv(authentication.account(), Search.of(request.args)), "text/csv", "csv")


@blueprint.get("/export.json")
async def json() -> Response:
    return _file(export.json_lines(authentication.account(), Search.of(request.args)), "application/json", "json")


def _file(pieces: AsyncGenerator[str], mimetype: str, ending: str) -> Response:
    response = Response(pieces, content_type=f"{mimetype}; charset=utf-8")
    response.timeout = None
    response.headers["Content-Disposition"] = f'attachment; filename="kliqs-links-{clock.now():%Y-%m-%d}.{ending}"'
    return response
