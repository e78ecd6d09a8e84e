"""The upload of a video to a Facebook page: Facebook says which piece it wants next, and publishes at `finish`.

`Progress.values` has the `session` of the upload, the `video_id`, and which bytes come next, `first` up to `end`. A
session that was broken off goes on at the piece that Facebook names. Source: developers.facebook.com, "Page videos".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.kernel.http_client import StreamedBody
from app.publishing.networks import graph_api
from app.publishing.networks.client import NetworkClient, Reply
from app.publishing.networks.errors import (
    CannotLook,
    NetworkError,
    NotReady,
    OutcomeUnknown,
    PostRefused,
    TemporaryFailure,
)
from app.publishing.networks.json_calls import PUBLISH_UNANSWERED, call_json, errors_as_not_ready, required_text
from app.publishing.networks.multipart import file_form
from app.publishing.networks.network import JsonObject, Progress, Sent
from app.publishing.networks.post_content import PostContent

LOST, ENDED, WRONG_OFFSET = "upload_lost", "upload_ended", 1363037
SESSION_ENDED = {1363021, 1363030, 1363041}
STATUS = {"fields": "status,permalink_url"}


async def upload(client: NetworkClient, url: str, content: PostContent, progress: Progress) -> None:
    """Opens a session, and uploads the pieces that Facebook still wants. Publishes nothing. Raises: as `call_graph`."""
    values, video = progress.values, content.videos[0]
    if "session" not in values:
        form = {"upload_phase": "start", "file_size": str(video.size)}
        body = await graph_api.call_graph(client, "POST", url, form=form)
        values.update(session=required_text(body, "upload_session_id"), video_id=required_text(body, "video_id"))
        await _next(body, progress)
    while values["first"] < values["end"]:
        first, length = values["first"], values["end"] - values["first"]
        fields = {"upload_phase": "transfer", "upload_session_id": values["session"], "start_offset": str(first)}
        headers, part = file_form(fields, "video_file_chunk", video, first, length)
        progress.uploaded, progress.total = first, video.size
        await _next(await _transfer(client, url, headers, part, progress), progress)


async def finish(client: NetworkClient, url: str, content: PostContent, progress: Mapping[str, Any]) -> Sent:
    """Publishes the uploaded video with its text.

    Raises: as `call_json`; PostRefused with the trouble ENDED for a session that has ended, which published nothing.
    """
    form = {"upload_phase": "finish", "upload_session_id": progress["session"], "description": content.text}
    body = dict((await call_json(client, "POST", url, _judge_finish, sending=True, form=form)).json)
    if body.get("success") is not True:
        raise OutcomeUnknown(PUBLISH_UNANSWERED, code="no success")
    return Sent(progress["video_id"], published=False)


def _judge_finish(reply: Reply) -> NetworkError:
    """Returns the error of a refused `finish`."""
    subcode = graph_api.error_object(reply).get("error_subcode")
    if subcode in SESSION_ENDED:
        return PostRefused(ENDED, code=str(subcode), status=reply.status)
    return graph_api.error_of_refusal(reply, sending=True)


async def confirm(client: NetworkClient, url: str, sent: Sent, home_url: str) -> Sent:
    """Reads whether Facebook has processed a video. Raises: NotReady, PostRefused."""
    with errors_as_not_ready():
        video = await graph_api.call_graph(client, "GET", url, query=STATUS)
    state = (video.get("status") or {}).get("video_status")
    if state == "error":
        raise PostRefused("file_refused", code="video_status error")
    if state != "ready":
        raise NotReady(10)
    link = str(video.get("permalink_url") or "")
    return Sent(sent.external_id, f"{home_url}{link}" if link.startswith("/") else link)


async def find(client: NetworkClient, url: str, progress: Mapping[str, Any]) -> Sent | None:
    """Reads whether the upload was finished; as long as it was not, the video is not published. Raises: CannotLook."""
    if "video_id" not in progress:
        raise CannotLook
    try:
        video = await graph_api.call_graph(client, "GET", url, query=STATUS)
    except PostRefused:
        raise CannotLook from None
    phases = video.get("status") or {}
    uploading, publishing = ((phases.get(name) or {}).get("status") for name in ("uploading_phase", "publishing_phase"))
    if publishing == "complete" or phases.get("video_status") == "ready" or uploading == "complete":
        return Sent(progress["video_id"], published=False)
    if uploading in {"not_started", "in_progress"}:
        return None
    raise CannotLook


async def _transfer(
    client: NetworkClient, url: str, headers: Mapping[str, str], part: StreamedBody, progress: Progress
) -> JsonObject:
    """Uploads a piece; returns which one Facebook wants next. Raises: TemporaryFailure for a session that has ended."""
    wanted: JsonObject = {}

    def judge(reply: Reply) -> NetworkError:
        """Returns the error of a refusal, and takes note of the piece that Facebook wants instead."""
        error = graph_api.error_object(reply)
        subcode, instead = error.get("error_subcode"), error.get("error_data")
        if subcode == WRONG_OFFSET and isinstance(instead, dict):
            wanted.update(instead)
        if subcode in SESSION_ENDED:
            return TemporaryFailure(LOST, after=5, code=str(subcode), status=reply.status)
        return graph_api.error_of_refusal(reply, sending=False)

    try:
        return dict((await call_json(client, "POST", url, judge, headers=headers, body=part)).json)
    except NetworkError as error:
        if wanted:
            return wanted
        for name in ("session", "video_id", "first", "end") if error.trouble == LOST else ():
            progress.values.pop(name, None)
        await progress.save()
        raise


async def _next(body: JsonObject, progress: Progress) -> None:
    """Stores which bytes Facebook wants next; none once both offsets are the same."""
    progress.values.update(first=int(required_text(body, "start_offset")), end=int(required_text(body, "end_offset")))
    await progress.save()
