"""Uploads of files to X, in segments that are remembered, so that an interrupted upload goes on where it was."""

from __future__ import annotations

from typing import Any

from app.kernel import clock, installation
from app.publishing.networks.client import NetworkClient, Reply
from app.publishing.networks.errors import NetworkError, NotReady, PostRefused, ReconnectNeeded, Scope, TemporaryFailure
from app.publishing.networks.json_calls import call_json
from app.publishing.networks.multipart import file_form
from app.publishing.networks.network import JsonObject, Progress
from app.publishing.networks.post_content import GIF, VIDEO, MediaFile

SEGMENT = 4 * 1024 * 1024  # bytes of a file in one request; at most 1000 of them
MARGIN = 600  # seconds before an upload ends at which it begins anew
APP_WAIT = 3600.0  # seconds until an app that X stopped is tried again
LOST = {404, 410}  # X has no such upload
CATEGORIES = {GIF: "tweet_gif", VIDEO: "tweet_video"}
APP_TROUBLES = {"client-forbidden": "app_refused", "usage-capped": "app_stopped"}


def api_url(path: str) -> str:
    """Returns the address of a path of the API."""
    return f"{installation.current().config.x_api_url}{path}"


def data_of(reply: Reply) -> JsonObject:
    """Returns the object of a successful answer, which has an id. Raises: TemporaryFailure."""
    data = reply.json.get("data") if isinstance(reply.json, dict) else None
    if not isinstance(data, dict) or not isinstance(data.get("id"), str):
        raise TemporaryFailure("network_answer", status=reply.status)
    return data


def error_of_refusal(reply: Reply) -> NetworkError:
    """Returns the error that an unsuccessful answer is (docs.x.com, response codes and errors)."""
    body: JsonObject = reply.json if isinstance(reply.json, dict) else {}
    errors = body.get("errors")
    first = errors[0] if isinstance(errors, list) and errors and isinstance(errors[0], dict) else {}
    code = str(body.get("type") or first.get("type") or first.get("code") or "").rpartition("/")[2]
    detail = str(first.get("message") or first.get("detail") or body.get("detail") or body.get("title") or "")
    facts: dict[str, Any] = {"code": code, "detail": detail, "status": reply.status}
    if reply.status == 429:
        return _limit(reply, facts)
    if code in APP_TROUBLES or reply.status == 402:
        return TemporaryFailure(APP_TROUBLES.get(code, "x_credits"), after=APP_WAIT, scope=Scope.APP, **facts)
    if reply.status == 401:
        return ReconnectNeeded("permission_ended", **facts)
    if reply.status == 403 and "scope" in detail.lower():
        return ReconnectNeeded("scope_missing", **facts)
    duplicate = reply.status == 403 and "duplicate" in detail.lower()
    return PostRefused("duplicate_post" if duplicate else "post_refused", **facts)


def _limit(reply: Reply, facts: dict[str, Any]) -> TemporaryFailure:
    """Returns the error of a limit: until when, and whether it is that of the app for a day."""
    of_app = reply.headers.get("x-app-limit-24hour-remaining") == "0" or facts["code"] == "usage-capped"
    names = ("x-app-limit-24hour-reset",) if of_app else ("x-user-limit-24hour-reset", "x-rate-limit-reset")
    resets = [int(value) for name in names if (value := reply.headers.get(name, "")).isdecimal()]
    after = max([reply.retry_after, *(reset - clock.now().timestamp() for reset in resets)])
    if of_app:
        return TemporaryFailure("app_stopped", after=after or APP_WAIT, scope=Scope.APP, **facts)
    return TemporaryFailure("rate_limited", after=after, **facts)


async def upload(client: NetworkClient, file: MediaFile, state: JsonObject, progress: Progress) -> None:
    """Uploads a file as far as it is not uploaded yet, and waits until X has processed it. Raises: NotReady."""
    if state.get("until", 0) < clock.now().timestamp() + MARGIN:
        state.clear()
    try:
        await _send_segments(client, file, state, progress)
        await _process(client, file, state, progress)
    except PostRefused as error:
        repeated = state.pop("repeated", False)
        state.clear()
        await progress.save()
        if error.status not in LOST and not repeated:
            raise
        raise TemporaryFailure("upload_lost", code=error.code, detail=error.detail, status=error.status) from None


async def _send_segments(client: NetworkClient, file: MediaFile, state: JsonObject, progress: Progress) -> None:
    """Uploads what X does not have of a file; every segment that arrived is remembered."""
    if "id" not in state:
        category = CATEGORIES.get(file.kind, "tweet_image")
        body = {"media_type": file.media_type, "total_bytes": file.size, "media_category": category}
        data = data_of(
            await call_json(client, "POST", api_url("/2/media/upload/initialize"), error_of_refusal, json=body)
        )
        state |= {"id": str(data["id"]), "next": 0, "until": _until(data)}
        await progress.save()
    url = api_url(f"/2/media/upload/{state['id']}")
    progress.uploaded += min(state["next"] * SEGMENT, file.size)
    while (first := state["next"] * SEGMENT) < file.size:
        fields, length = {"segment_index": str(state["next"])}, min(SEGMENT, file.size - first)
        headers, stream = file_form(fields, "media", file, first, length)
        await call_json(client, "POST", f"{url}/append", error_of_refusal, headers=headers, body=stream)
        state["next"] += 1
        progress.uploaded += length
        await progress.save()
    if "state" not in state:
        state["repeated"], state["finalized"] = "finalized" in state, True
        await progress.save()
        data = data_of(await call_json(client, "POST", f"{url}/finalize", error_of_refusal))
        state |= {"state": _processing(data).get("state", "succeeded"), "until": _until(data)}
        await progress.save()


async def _process(client: NetworkClient, file: MediaFile, state: JsonObject, progress: Progress) -> None:
    """Waits until X has processed a file, and gives it its alt text. Raises: NotReady, PostRefused."""
    if state["state"] != "succeeded":
        query = {"command": "STATUS", "media_id": str(state["id"])}
        info = _processing(
            data_of(await call_json(client, "GET", api_url("/2/media/upload"), error_of_refusal, query=query))
        )
        if info.get("state") == "failed":
            error = info.get("error") or {}
            raise PostRefused("file_refused", code=str(error.get("name", "")), detail=str(error.get("message", "")))
        if info.get("state", "succeeded") != "succeeded":
            raise NotReady(float(info.get("check_after_secs") or 5), info.get("progress_percent"))
        state["state"] = "succeeded"
    if file.alt and file.kind != VIDEO and state.get("alt") != file.alt:
        body = {"id": state["id"], "metadata": {"alt_text": {"text": file.alt}}}
        await call_json(client, "POST", api_url("/2/media/metadata"), error_of_refusal, json=body)
        state["alt"] = file.alt
    await progress.save()


def _processing(data: JsonObject) -> JsonObject:
    """Returns what X says about the processing of a file; nothing for one that needs none."""
    info = data.get("processing_info")
    return info if isinstance(info, dict) else {}


def _until(data: JsonObject) -> float:
    """Returns the time at which X forgets an upload."""
    return clock.now().timestamp() + float(data.get("expires_after_secs") or 86_400)
