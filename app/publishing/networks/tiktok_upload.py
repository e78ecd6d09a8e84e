"""The upload of a video to TikTok in chunks, which goes on where it was broken off.

`Progress.values` has `publish_id` and `upload_url`, the `size` of the file and of a `chunk`, the `offset` up to which
chunks are acknowledged, where the `last` chunk begins, and when the upload was opened (`at`). `complete` is set once
TikTok has all bytes. Source: developers.tiktok.com, "Media transfer guide".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.kernel import clock
from app.publishing.networks import tiktok_api
from app.publishing.networks import tiktok_rules as rules
from app.publishing.networks.client import NetworkClient, Reply
from app.publishing.networks.errors import NetworkError, OutcomeUnknown, PostRefused, TemporaryFailure
from app.publishing.networks.json_calls import PUBLISH_UNANSWERED, SHORT_WAIT, call_json, required_text
from app.publishing.networks.multipart import file_range
from app.publishing.networks.network import JsonObject, Progress
from app.publishing.networks.post_content import MediaFile, PostContent

UPLOAD_SECONDS = 55 * 60  # an upload address is valid for an hour
OUT_OF_RANGE, LOST = 416, "upload_lost"
UNFINISHED, FAILED = "PROCESSING_UPLOAD", "FAILED"


async def upload_all_but_last(client: NetworkClient, content: PostContent, progress: Progress) -> None:
    """Opens the upload and puts all chunks but the last. Raises: as the calls; a refused upload begins anew."""
    values, video = progress.values, content.videos[0]
    if "publish_id" in values:
        await _compare(client, progress)
    if "publish_id" not in values:
        await _begin(client, content, progress)
    while not values.get("complete") and values["offset"] < values["last"]:
        try:
            await put_chunk(client, video, values, values["chunk"])
        except TemporaryFailure as failure:
            if failure.trouble == LOST:
                values.clear()
                await progress.save()
            raise
        values["offset"] += values["chunk"]
        progress.uploaded, progress.total = values["offset"], values["size"]
        await progress.save()


async def put_chunk(
    client: NetworkClient, file: MediaFile, values: Mapping[str, Any], length: int, *, sending: bool = False
) -> None:
    """Puts the next bytes of a file to the upload address. With `sending` they are the last ones.

    Raises: TemporaryFailure with the trouble LOST if the upload must begin anew, OutcomeUnknown.
    """
    first, headers = values["offset"], {"Content-Type": file.media_type}
    headers["Content-Range"] = f"bytes {first}-{first + length - 1}/{values['size']}"

    def judge(reply: Reply) -> NetworkError:
        """Returns the error of a chunk that was not taken."""
        if reply.status == OUT_OF_RANGE and sending:
            return OutcomeUnknown(PUBLISH_UNANSWERED, status=reply.status)  # TikTok may have these bytes already
        if reply.status == tiktok_api.TOO_MANY:
            return TemporaryFailure("rate_limited", after=reply.retry_after or SHORT_WAIT, status=reply.status)
        return TemporaryFailure(LOST, after=5, status=reply.status)

    body = file_range(file, first, length)
    await call_json(
        client, "PUT", values["upload_url"], judge, sending=sending, headers=headers, body=body, bearer=False
    )


def lacks_bytes(status: JsonObject, values: Mapping[str, Any]) -> bool:
    """Whether TikTok still waits for bytes of an upload, so that it has nothing to publish."""
    arrived = status.get("uploaded_bytes")
    return status.get("status") == UNFINISHED and (not isinstance(arrived, int) or arrived < values["size"])


async def _begin(client: NetworkClient, content: PostContent, progress: Progress) -> None:
    """Opens an upload and stores its id before any byte is put."""
    size = content.videos[0].size
    chunk, count = rules.chunks(size)
    source = {"source": "FILE_UPLOAD", "video_size": size, "chunk_size": chunk, "total_chunk_count": count}
    body = {"post_info": rules.video_info(content), "source_info": source}
    data = await tiktok_api.call_tiktok(client, "POST", "/v2/post/publish/video/init/", json=body)
    ids = {name: required_text(data, name) for name in ("publish_id", "upload_url")}
    progress.values.update(ids, offset=0, chunk=chunk, last=(count - 1) * chunk, size=size, at=_seconds())
    await progress.save()


async def _compare(client: NetworkClient, progress: Progress) -> None:
    """Compares the stored upload with what TikTok has of it, and forgets one that has ended without a post."""
    values = progress.values
    try:
        status = await tiktok_api.fetch_status(client, values["publish_id"])
    except PostRefused:
        status = {"status": FAILED}  # TikTok no longer knows it
    arrived = status.get("uploaded_bytes")
    if status.get("status") == FAILED:
        values.clear()
    elif not lacks_bytes(status, values):
        values["complete"] = True  # all of it is there, so TikTok publishes it or has done so
    elif _seconds() - values["at"] > UPLOAD_SECONDS:
        values.clear()
    elif isinstance(arrived, int) and values["offset"] < arrived <= values["last"] and not arrived % values["chunk"]:
        values["offset"] = arrived
    await progress.save()


def _seconds() -> float:
    """Returns the time in seconds."""
    return clock.now().timestamp()
