"""`/v1/kliqs/end-users`: the rights of the customers of a client's own product, by the name that the client sends.

A key reaches the requests of its workspace, a sub-key its own only.
"""

from __future__ import annotations

from uuid import UUID

from quart import Blueprint, Response, request

from app.gateway.api.authentication import ai_account, ai_key, require_ai_key
from app.gateway.api.error_answers import ApiError
from app.gateway.api.json_answer import json_answer
from app.gateway.api.surface import PREFIX
from app.gateway.contents import end_users
from app.gateway.contents.end_user_digest import MAX_NAME, digest_of_end_user
from app.gateway.key_terms import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.gateway.videos.deletion import erase_videos_of_end_user
from app.kernel import clock
from app.team.audit_log import record_act_of_key

blueprint = Blueprint("ai_end_users", __name__, url_prefix=f"{PREFIX}/kliqs")
require_ai_key(blueprint)


@blueprint.get("/end-users")
async def read_end_users() -> Response:
    """Lists what each end user used; with `user`, everything that is known of that one."""
    if "user" in request.args:
        name = _name()
        pieces = end_users.write_export(ai_account(), name, _only_key(), object="kliqs.end_user")
        response = Response(pieces, content_type="application/json")
        response.timeout = None
        return response
    used = await end_users.list_end_users(ai_account(), _only_key())
    data = [
        {
            "id": each.digest,
            "object": "kliqs.end_user",
            "requests": each.requests,
            "cost": {"currency": "IDR", "micro": each.cost},
            "first_at": clock.format_rfc3339(each.first_at),
            "last_at": clock.format_rfc3339(each.last_at),
        }
        for each in used
    ]
    return json_answer({"object": "list", "data": data})


@blueprint.delete("/end-users")
async def erase_end_user() -> Response:
    """Erases what is known of the end user `user`: contents, videos, and the digest in requests."""
    name = _name()
    videos = await erase_videos_of_end_user(ai_account(), name, _only_key())
    requests = await end_users.erase_end_user(ai_account(), name, _only_key())
    digest = digest_of_end_user(ai_account().id, name)
    await record_act_of_key(ai_key(), "ai_end_users.erase_end_user", digest[:12])
    erased = {"requests": requests, "videos": videos}
    return json_answer({"id": digest, "object": "kliqs.end_user.deleted", "deleted": True} | erased)


def _only_key() -> UUID | None:
    """The id of a sub-key, which sees its own requests only."""
    return ai_key().id if ai_key().parent_id else None


def _name() -> str:
    """Returns the end user that the request names. Raises: ApiError."""
    name = request.args.get("user", "").strip()
    if not name or len(name) > MAX_NAME:
        message = f"Name the end user as “user”, in at most {MAX_NAME} characters, as your requests do."
        raise ApiError(400, message, "missing_required_parameter", param="user")
    return name
