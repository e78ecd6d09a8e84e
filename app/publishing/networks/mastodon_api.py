"""What the adapter of Mastodon reads of a server: its limits, its refusals, and what became of uploaded files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.kernel import clock
from app.kernel.refusal import N_
from app.kernel.text import storable
from app.publishing.networks.client import NetworkClient, Reply
from app.publishing.networks.errors import NetworkError, NotReady, PostRefused, ReconnectNeeded, TemporaryFailure
from app.publishing.networks.json_calls import call_json
from app.publishing.networks.multipart import file_form
from app.publishing.networks.network import ContentProblem, JsonObject, Progress
from app.publishing.networks.post_content import MediaFile, PostContent
from app.publishing.networks.server_credentials import server_url

UNUSED_FILE = 20 * 3600  # seconds after which a server may have removed a file that is in no post
DEFAULTS = {"most_text": 500, "most_files": 4, "most_alt": 1500, "image_bytes": 16_777_216, "video_bytes": 103_809_024}
KEYS = {
    "most_text": ("statuses", "max_characters"),
    "most_files": ("statuses", "max_media_attachments"),
    "most_alt": ("media_attachments", "description_limit"),
    "image_bytes": ("media_attachments", "image_size_limit"),
    "video_bytes": ("media_attachments", "video_size_limit"),
}


async def upload(client: NetworkClient, server: str, file: MediaFile, state: JsonObject, progress: Progress) -> None:
    """Uploads a file whole, since the API has no pieces, and waits for the server. Raises: NotReady, PostRefused."""
    if state.get("at", 0) < clock.now().timestamp() - UNUSED_FILE or state.get("alt") != file.alt:
        fields = {"description": file.alt} if file.alt else {}
        headers, form = file_form(fields, "file", file)
        reply = await call_json(
            client, "POST", f"{server_url(server)}/api/v2/media", error_of_refusal, headers=headers, body=form
        )
        state |= {"id": object_of(reply)["id"], "at": clock.now().timestamp(), "alt": file.alt}
        state["ready"] = reply.status != 202
    progress.uploaded += file.size
    await progress.save()
    if not state["ready"]:
        await _wait(client, server, state, progress)
        await progress.save()


async def _wait(client: NetworkClient, server: str, state: JsonObject, progress: Progress) -> None:
    """Looks whether the server has processed a file. Raises: NotReady, PostRefused."""
    try:
        reply = await call_json(client, "GET", f"{server_url(server)}/api/v1/media/{state['id']}", error_of_refusal)
    except PostRefused as error:
        state["at"] = 0  # so that it is uploaded again, should somebody try again
        await progress.save()
        facts: dict[str, Any] = {"code": error.code, "detail": error.detail, "status": error.status}
        if error.status == 404:
            raise TemporaryFailure("upload_lost", **facts) from None
        raise PostRefused("file_refused", **facts) from None
    if reply.status == 206:
        raise NotReady(3)
    state["ready"] = True


async def limits_of(client: NetworkClient, server: str) -> JsonObject:
    """Reads the limits of a server; those of a fork that does not say them are the usual."""
    reply = await call_json(client, "GET", f"{server_url(server)}/api/v2/instance", error_of_refusal)
    values = _object(_object(reply.json).get("configuration"))
    kinds = _object(values.get("media_attachments")).get("supported_mime_types")
    types = [storable(kind)[:100] for kind in kinds if isinstance(kind, str)][:100] if isinstance(kinds, list) else []
    limits: JsonObject = {"file_types": types} if types else {}
    for name, (group, key) in KEYS.items():
        number = _object(values.get(group)).get(key)
        limits[name] = number if isinstance(number, int) and number > 0 else DEFAULTS[name]
    return limits


def _object(value: Any) -> JsonObject:
    """Returns an object of an answer; an empty one in place of anything else."""
    return value if isinstance(value, dict) else {}


def object_of(reply: Reply) -> JsonObject:
    """Returns the object of a successful answer, which has an id. Raises: TemporaryFailure."""
    if not isinstance(reply.json, dict) or not isinstance(reply.json.get("id"), str):
        raise TemporaryFailure("network_answer", status=reply.status)
    return reply.json


def error_of_refusal(reply: Reply) -> NetworkError:
    """Returns the error that an unsuccessful answer is."""
    body = reply.json if isinstance(reply.json, dict) else {}
    detail = str(body.get("error_description") or body.get("error") or "")
    facts: dict[str, Any] = {"code": str(body.get("error") or ""), "detail": detail, "status": reply.status}
    if reply.status == 429:
        reset = seconds_of(reply.headers.get("X-RateLimit-Reset", ""))
        return TemporaryFailure("rate_limited", after=max(reply.retry_after, reset - clock.now().timestamp()), **facts)
    if reply.status == 401:
        return ReconnectNeeded("permission_ended", **facts)
    if reply.status == 403 and "scope" in detail:
        return ReconnectNeeded("scope_missing", **facts)
    return PostRefused("post_refused", **facts)


def seconds_of(text: Any) -> float:
    """Returns a time of the API as seconds since 1970, 0 for anything else."""
    try:
        return datetime.fromisoformat(str(text).replace("Z", "+00:00")).timestamp()
    except ValueError:
        return 0


def server_problems(content: PostContent, details: Mapping[str, Any]) -> list[ContentProblem]:
    """What a server with these details does not take, by its own limits."""
    limits, problems = {**DEFAULTS, **details}, list[ContentProblem]()
    for file in content.media:
        most = limits["video_bytes" if file in content.videos else "image_bytes"]
        if file.size > most or file.media_type not in limits.get("file_types", [file.media_type]):
            says = N_("%(file)s is too large for the server, or of a kind that it does not take.")
            problems.append(ContentProblem("media", says, {"file": file.filename}))
    if len(content.media) > limits["most_files"]:
        says = N_("The server takes %(most)s files in a post.")
        problems.append(ContentProblem("media", says, {"most": limits["most_files"]}))
    return problems
