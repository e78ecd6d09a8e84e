"""Serves files of posts to networks at `/media/posts/<token>/<name>`: signed addresses that end after some hours."""

from __future__ import annotations

from quart import Blueprint, Response

from app.kernel.refusal import NotFound
from app.publishing.files import file_store, signed_urls
from app.publishing.files.file_kinds import ENDINGS
from app.publishing.files.reachability import PROBE, probe_answer
from app.publishing.files.serving import file_response
from app.publishing.networks.publishing_switch import hide_when_off

blueprint = Blueprint("post_media", __name__, url_prefix="/media/posts")
hide_when_off(blueprint)
WEBP = "image/webp"


@blueprint.get("/<token>/<name>")
async def serve_file(token: str, name: str) -> Response:
    """Serves a file to whoever has its address; a false or expired one is as unknown as any. Raises: NotFound."""
    if not signed_urls.is_valid_token(token, name):
        raise NotFound
    if name == PROBE:
        return Response(probe_answer(token), 200, {"Cache-Control": "no-store"}, content_type="text/plain")
    if not file_store.NAME.fullmatch(name):
        raise NotFound
    return await file_response(name, ENDINGS.get(name.rpartition(".")[2], WEBP))
