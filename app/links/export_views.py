"""The endpoints that download the links of a search as a file."""

from collections.abc import AsyncGenerator

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.kernel import clock
from app.links import export
from app.links.link_search import Search

blueprint = Blueprint("link_export", __name__, url_prefix="/dashboard/links")
authentication.require_sign_in(blueprint, BlueprintActs())


@blueprint.get("/export.csv")
async def export_csv() -> Response:
    """Streams the links of the search in the query string as a CSV file."""
    return _file(export.csv_chunks(authentication.current_account(), Search.of(request.args)), "text/csv", "csv")


@blueprint.get("/export.json")
async def export_json() -> Response:
    """Streams the links of the search in the query string as a JSON file."""
    return _file(
        export.json_chunks(authentication.current_account(), Search.of(request.args)), "application/json", "json"
    )


def _file(chunks: AsyncGenerator[str], mimetype: str, extension: str) -> Response:
    """A streamed response that browsers save under a name with today's date."""
    response = Response(chunks, content_type=f"{mimetype}; charset=utf-8")
    response.timeout = None
    response.headers["Content-Disposition"] = f'attachment; filename="kliqs-links-{clock.now():%Y-%m-%d}.{extension}"'
    return response
