"""`POST /publish/meta/data-deletion`: where Meta asks to delete what is stored about a person, and the page that tells.

A request is proved by its signature. A refusal names no reason, so that nobody learns from it how to forge one.
"""

from __future__ import annotations

import structlog
from quart import Blueprint, Response, abort, jsonify, request

from app.kernel import site
from app.publishing.connections.data_deletion import DataDeletion
from app.publishing.connections.data_deletion_request import CODE_LENGTH, delete_person_data
from app.publishing.connections.signed_request import Forged, read_signed_request
from app.publishing.networks.registry import network_named
from app.web import csrf, envelope, htmx
from app.web.referrer_policy import hide_urls

PATH = "/publish/meta/data-deletion"
blueprint = Blueprint("data_deletion", __name__, url_prefix=PATH)
hide_urls(blueprint)
csrf.allow_foreign("data_deletion.receive_request")
log = structlog.get_logger()


@blueprint.post("")
async def receive_request() -> Response:
    """Deletes what is stored about the person; answers as Meta wants. 403 for a forgery."""
    signed = (await request.form).get("signed_request", "")
    try:
        signed_request = read_signed_request(signed)
    except Forged:
        log.warning("data_deletion_forged")
        return envelope.error_response("FORBIDDEN", "This request is not accepted.", status=403)
    deletion = await delete_person_data(signed_request, signed)
    log.info("data_deleted", network=deletion.network, connections=deletion.connections)
    return jsonify({"url": site.url("dashboard", f"{PATH}/{deletion.code}"), "confirmation_code": deletion.code})


@blueprint.get("/<code>")
async def deletion_page(code: str) -> Response:
    """Says what became of a request. Raises: NotFound for a code that nobody got."""
    known = code.isalnum() and len(code) <= CODE_LENGTH
    deletion = await DataDeletion.get_or_none(code=code) if known else None
    if deletion is None:
        abort(404)
    label = network_named(deletion.network).label
    return await htmx.render_response("publishing/data_deletion.html", deletion=deletion, network=label)
