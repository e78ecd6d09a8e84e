"""What the adapter of LinkedIn shares: addresses, headers, refusals, and uploads of pictures and videos.

A video goes up in parts, each to an address of its own. The parts that LinkedIn has are remembered by their ETags, so
that an interrupted upload goes on where it was.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

from app.kernel import clock, installation
from app.publishing.networks.client import NetworkClient, Reply
from app.publishing.networks.errors import NetworkError, NotReady, PostRefused, ReconnectNeeded, Scope, TemporaryFailure
from app.publishing.networks.json_calls import call_json
from app.publishing.networks.multipart import file_range
from app.publishing.networks.network import JsonObject, NetworkAccount, Progress
from app.publishing.networks.post_content import VIDEO, MediaFile

GRACE = {"images": 3, "videos": 30}  # seconds for processing where LinkedIn does not say whether it is done
PAGE_SCOPES = ("w_organization_social", "r_organization_social", "rw_organization_admin")
MOST_PAGES = 50
MARGIN = 300  # seconds before upload addresses end at which an upload begins anew
UNUSED_FILE = 20 * 3600  # seconds after which a file that is in no post is uploaded again
APP_WAIT = 3600.0  # seconds until an app that LinkedIn refuses is tried again
VERSION_FAULTS = {"NONEXISTENT_VERSION", "VERSION_MISSING", "INVALID_VERSION"}
NO_PERMISSION = {401, 403, 404}


def api_url(path: str) -> str:
    """Returns the address of a path of the API."""
    return f"{installation.current().config.linkedin_url}{path}"


def headers() -> dict[str, str]:
    """Returns the headers without which the versioned API refuses a call."""
    return {"LinkedIn-Version": installation.current().config.linkedin_version, "X-Restli-Protocol-Version": "2.0.0"}


async def call_versioned_api(client: NetworkClient, method: str, path: str, **parts: Any) -> Reply:
    """Makes a call of the versioned API. Raises: as `call_json`."""
    merged = {**headers(), **parts.pop("headers", {})}
    return await call_json(client, method, api_url(f"/rest/{path}"), error_of_refusal, headers=merged, **parts)


def encode_urn(urn: str) -> str:
    """Returns a URN as a part of a path."""
    return quote(urn, safe="")


def error_of_refusal(reply: Reply) -> NetworkError:
    """Returns the error that a refusal of LinkedIn is."""
    body: JsonObject = reply.json if isinstance(reply.json, dict) else {}
    code, detail = str(body.get("code") or body.get("serviceErrorCode") or ""), str(body.get("message") or "")
    facts: dict[str, Any] = {"code": code, "detail": detail, "status": reply.status}
    if reply.status == 429:
        return _limit(reply, facts)
    if code in VERSION_FAULTS or reply.status == 426:
        return TemporaryFailure("linkedin_version", after=APP_WAIT, scope=Scope.APP, **facts)
    if reply.status == 401:
        return ReconnectNeeded("permission_ended", **facts)
    if reply.status == 403:
        return ReconnectNeeded("scope_missing", **facts)
    return PostRefused("duplicate_post" if code == "DUPLICATE_POST" else "post_refused", **facts)


def _limit(reply: Reply, facts: dict[str, Any]) -> TemporaryFailure:
    """Returns the error of a limit. Those of a day end at midnight UTC, and may be those of the app."""
    words, now = facts["detail"].upper(), clock.now().astimezone(UTC)
    midnight = datetime(now.year, now.month, now.day, tzinfo=UTC) + timedelta(days=1)
    after = reply.retry_after or ((midnight - now).total_seconds() if "DAY" in words else 0)
    if "APPLICATION" in words:
        return TemporaryFailure("app_stopped", after=after, scope=Scope.APP, **facts)
    return TemporaryFailure("rate_limited", after=after, **facts)


async def upload(client: NetworkClient, owner: str, file: MediaFile, state: JsonObject, progress: Progress) -> None:
    """Uploads what LinkedIn does not have of a file, and waits until it is processed. Raises: NotReady, PostRefused."""
    kind, now = "videos" if file.kind == VIDEO else "images", clock.now().timestamp()
    ends_at = state.get("at", 0) + UNUSED_FILE if "done" in state else state.get("until", 0) - MARGIN
    if ends_at < now:
        lost = state.get("lost", 0)
        state.clear()
        state |= {**await _begin(client, owner, file, kind), "lost": lost}
        await progress.save()
    try:
        await _send_parts(client, file, state, progress)
        if "done" not in state:
            await _finish(client, kind, state)
            await progress.save()
    except PostRefused as error:
        facts: dict[str, Any] = {"code": error.code, "detail": error.detail, "status": error.status}
        lost = state.get("lost", 0)
        state.clear()  # an address that has ended is refused like a file that is no good: so it is tried once more
        state["lost"] = lost + 1
        await progress.save()
        if lost:
            raise PostRefused("file_refused", **facts) from None
        raise TemporaryFailure("upload_lost", **facts) from None
    await _wait(client, kind, state, progress)


async def _begin(client: NetworkClient, owner: str, file: MediaFile, kind: str) -> JsonObject:
    """Begins an upload; returns what is remembered of it."""
    request: JsonObject = {"owner": owner}
    if kind == "videos":
        request |= {"fileSizeBytes": file.size, "uploadCaptions": False, "uploadThumbnail": False}
    query, body = {"action": "initializeUpload"}, {"initializeUploadRequest": request}
    try:
        reply = await call_versioned_api(client, "POST", kind, query=query, json=body)
    except PostRefused as error:
        raise PostRefused("file_refused", code=error.code, detail=error.detail, status=error.status) from None
    try:
        return _begun(reply.json["value"], kind[:-1], file)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise TemporaryFailure("network_answer", status=reply.status) from None


def _begun(value: JsonObject, kind: str, file: MediaFile) -> JsonObject:
    """Reads the answer to the begin: the URN, the parts as [address, first byte, last byte], and when they end."""
    whole = {"uploadUrl": value.get("uploadUrl"), "firstByte": 0, "lastByte": file.size - 1}
    steps = value.get("uploadInstructions") or [whole]
    parts = [[str(step["uploadUrl"]), int(step["firstByte"]), int(step["lastByte"])] for step in steps]
    ends = float(value.get("uploadUrlsExpireAt") or value.get("uploadUrlExpiresAt") or 0) / 1000
    until = ends or clock.now().timestamp() + 3600
    return {"urn": value[kind], "token": value.get("uploadToken", ""), "parts": parts, "tags": [], "until": until}


async def _send_parts(client: NetworkClient, file: MediaFile, state: JsonObject, progress: Progress) -> None:
    """Sends the parts that LinkedIn does not have; only the address of a picture wants our token."""
    tags = state["tags"]
    progress.uploaded += sum(last - first + 1 for _, first, last in state["parts"][: len(tags)])
    for url, first, last in state["parts"][len(tags) :]:
        kind = {"Content-Type": "application/octet-stream"}
        body, bearer = file_range(file, first, last - first + 1), file.kind != VIDEO
        reply = await call_json(
            client, "PUT", url, error_of_refusal, kind=object, headers=kind, body=body, bearer=bearer
        )
        tags.append(reply.headers.get("ETag", "").strip('"'))
        progress.uploaded += last - first + 1
        await progress.save()


async def _finish(client: NetworkClient, kind: str, state: JsonObject) -> None:
    """Puts the parts of a video together."""
    if kind == "videos":
        request = {"video": state["urn"], "uploadToken": state["token"], "uploadedPartIds": state["tags"]}
        body = {"finalizeUploadRequest": request}
        await call_versioned_api(client, "POST", kind, query={"action": "finalizeUpload"}, json=body)
    state |= {"done": False, "at": clock.now().timestamp()}


async def _wait(client: NetworkClient, kind: str, state: JsonObject, progress: Progress) -> None:
    """Waits until a file is processed; where the token may not ask, for a moment. Raises: NotReady, PostRefused."""
    if state["done"]:
        return
    try:
        status = (await call_versioned_api(client, "GET", f"{kind}/{encode_urn(state['urn'])}")).json.get("status")
    except NetworkError as error:
        if error.status not in NO_PERMISSION:
            raise
        status = "AVAILABLE" if clock.now().timestamp() >= state["at"] + GRACE[kind] else "PROCESSING"
    if status == "PROCESSING_FAILED":
        state.clear()
        await progress.save()
        raise PostRefused("file_refused", code=status)
    if status != "AVAILABLE":
        raise NotReady(GRACE[kind])
    state["done"] = True
    await progress.save()


async def pages_of(client: NetworkClient, granted: Collection[str]) -> list[NetworkAccount]:
    """Returns the company pages that the person administers; one whose name cannot be read is left out."""
    missing = tuple(scope for scope in PAGE_SCOPES if scope not in granted)
    may_publish, may_look = "w_organization_social" in granted, "r_organization_social" in granted
    query = {"q": "roleAssignee", "role": "ADMINISTRATOR", "state": "APPROVED", "count": str(MOST_PAGES)}
    roles = (await call_versioned_api(client, "GET", "organizationAcls", query=query)).json.get("elements", [])
    pages = []
    for urn in [str(role.get("organization", "")) for role in roles[:MOST_PAGES]]:
        number = urn.rpartition(":")[2]
        try:
            page = (await call_versioned_api(client, "GET", f"organizations/{encode_urn(number)}")).json
        except PostRefused:
            continue
        name, vanity = str(page.get("localizedName") or number), str(page.get("vanityName") or "")
        details = {"author": urn, "may_look": may_look}
        page_account = NetworkAccount(urn, vanity or name, name, kind="organisation", details=details)
        pages.append(replace(page_account, missing=missing, may_publish=may_publish))
    return pages
