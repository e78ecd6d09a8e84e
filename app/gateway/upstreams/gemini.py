"""The adapter for Google's Gemini API. `base_url` ends with its version, `/v1beta`."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from urllib.parse import quote

from app.gateway.upstreams.adapter import Answer, Chunk, FilePart, Json, Target, VideoState
from app.gateway.upstreams.chat_only import ChatOnly, refuse
from app.gateway.upstreams.errors import CredentialRefused, MalformedAnswer, UpstreamError
from app.gateway.upstreams.errors_of_http import retryable_only_if_not_begun
from app.gateway.upstreams.gemini_answer import ContentChunks, chat_answer
from app.gateway.upstreams.gemini_embeddings import batches_of, embeddings_answer
from app.gateway.upstreams.gemini_pictures import picture_request, pictures_answer, pictures_wanted
from app.gateway.upstreams.gemini_request import choices_wanted, content_request
from app.gateway.upstreams.gemini_videos import file_name_of, inline_video_of, video_request, video_state
from app.gateway.upstreams.translated_streams import TranslatedChunks
from app.gateway.upstreams.upstream_client import fetch_json, open_events, open_file, send
from app.gateway.upstreams.upstream_request import Request

MOST_PAGES = 20  # of a list of models, a thousand each
PIECE = 64 * 1024  # characters of Base64 that are decoded at once; a multiple of four
GONE = {403, 404}  # Google refuses what is not there as if it were another's


class Gemini(ChatOnly):
    """Google's API: chats, embeddings, pictures and videos. It keeps no state."""

    kind = "gemini"

    async def chat(self, target: Target, body: Json) -> Answer:
        """Answers a request of `/chat/completions` that is not streamed. Raises UpstreamError."""
        payload = await _post(target, f"{_model(target)}:generateContent", content_request(target, body))
        with _as_its_api_says():
            return chat_answer(payload)

    @asynccontextmanager
    async def stream_chat(self, target: Target, body: Json) -> AsyncGenerator[AsyncIterator[Chunk]]:
        """Opens a streamed answer, which always tells its usage. Raises UpstreamError."""
        path = f"{_model(target)}:streamGenerateContent?alt=sse"
        request = _request(target, "POST", path, content_request(target, body), accept="text/event-stream")
        async with AsyncExitStack() as stack:
            with _explained():
                events = await stack.enter_async_context(open_events(target, request))
            yield await TranslatedChunks(events, target, ContentChunks(choices_wanted(body))).begin()

    async def embeddings(self, target: Target, body: Json) -> Answer:
        """Answers a request of `/embeddings`. Raises UpstreamError."""
        path = f"{_model(target)}:batchEmbedContents"
        payloads = [await _post(target, path, batch) for batch in batches_of(_model(target)[1:], body)]
        with _as_its_api_says():
            return embeddings_answer(payloads, body, target.model)

    async def generate_image(self, target: Target, body: Json) -> Answer:
        """Answers a request of `/images/generations`. Raises UpstreamError."""
        return await _draw(target, body, [])

    async def edit_image(self, target: Target, fields: Mapping[str, str], files: list[FilePart]) -> Answer:
        """Answers a request of `/images/edits`. Raises UpstreamError."""
        return await _draw(target, fields, files)

    async def create_video(self, target: Target, fields: Mapping[str, str], files: list[FilePart]) -> VideoState:
        """Begins a video, or one that goes on from another; `retryable` only where nothing was begun."""
        request = _request(target, "POST", "/interactions", video_request(target.model, fields, files), once=True)
        try:
            return await _video(target, request)
        except UpstreamError as error:
            raise retryable_only_if_not_begun(error) from None

    async def video_state(self, target: Target, upstream_id: str) -> VideoState:
        """Asks how far a video is. Raises UpstreamError."""
        return await _video(target, _request(target, "GET", _interaction(upstream_id)))

    @asynccontextmanager
    async def video_content(
        self, target: Target, upstream_id: str, variant: str
    ) -> AsyncGenerator[tuple[str, AsyncIterator[bytes]]]:
        """Opens the file of a completed video, at Google or in the answer itself. Raises UpstreamError."""
        if variant not in ("", "video"):
            refuse(f"the variant {variant[:20]} of a video")
        payload = await _interaction_of(target, upstream_id)
        media_type, data = inline_video_of(payload)
        if name := file_name_of(payload):
            request = _request(target, "GET", f"/files/{name}:download?alt=media", accept="*/*")
            async with open_file(target, request, follow=True) as opened:
                yield opened
        elif data:
            yield media_type, _decoded(data)
        else:
            raise UpstreamError("This video has no file.", status=404, retryable=False)

    async def cancel_video(self, target: Target, upstream_id: str) -> None:
        """Stops an interaction that runs in the background. Raises UpstreamError."""
        await send(target, _request(target, "POST", f"{_interaction(upstream_id)}/cancel"))

    async def delete_video(self, target: Target, upstream_id: str) -> None:
        """Deletes a video and its file; what is not there counts as deleted. Raises UpstreamError."""
        try:
            if name := file_name_of(await _interaction_of(target, upstream_id)):
                await _delete(target, f"/files/{name}")
            await _delete(target, _interaction(upstream_id))
        except UpstreamError as error:
            if error.status != 404:
                raise

    async def list_models(self, target: Target) -> list[str]:
        """Returns the names of the models that the credential may use, sorted. Raises UpstreamError."""
        names: set[str] = set()
        page = ""
        for _ in range(MOST_PAGES):
            payload = await _get(target, f"/models?pageSize=1000{page}")
            rows = payload.get("models")
            if not isinstance(rows, list):
                raise MalformedAnswer("The provider's list of models is no list.", retryable=True)
            names |= {row["name"] for row in rows if isinstance(row, dict) and isinstance(row.get("name"), str)}
            if not isinstance(token := payload.get("nextPageToken"), str) or not token:
                break
            page = f"&pageToken={quote(token, safe='')}"
        return sorted(name.removeprefix("models/") for name in names)


async def _draw(target: Target, fields: Mapping[str, object], files: list[FilePart]) -> Answer:
    """Returns as many pictures as are wanted, drawn at once; those that failed are left out where others came."""
    request, path = picture_request(fields, files), f"{_model(target)}:generateContent"
    drawing = [_post(target, path, request) for _ in range(pictures_wanted(fields))]
    results = await asyncio.gather(*drawing, return_exceptions=True)
    drawn = [each for each in results if not isinstance(each, BaseException)]
    if not drawn:
        raise next(each for each in results if isinstance(each, BaseException))
    with _as_its_api_says():
        return pictures_answer(drawn)


async def _video(target: Target, request: Request) -> VideoState:
    """Sends a request whose answer is an interaction; returns how far it is."""
    with _explained():
        payload = await fetch_json(target, request, describes_error=True)
    with _as_its_api_says():
        return video_state(payload)


async def _interaction_of(target: Target, upstream_id: str) -> Json:
    """Returns an interaction as it is at Google."""
    with _explained():
        return await fetch_json(target, _request(target, "GET", _interaction(upstream_id)), describes_error=True)


async def _delete(target: Target, path: str) -> None:
    """Deletes something at Google that may be gone."""
    try:
        await send(target, _request(target, "DELETE", path))
    except UpstreamError as error:
        if error.status not in GONE:
            raise


async def _decoded(data: str) -> AsyncGenerator[bytes]:
    """Yields the bytes of a file in Base64. Raises MalformedAnswer for what is none."""
    for at in range(0, len(data), PIECE):
        with _as_its_api_says():
            piece = b64decode(data[at : at + PIECE], validate=True)
        yield piece


async def _post(target: Target, path: str, body: Json) -> Json:
    """Sends a body; returns the JSON object that is its answer."""
    with _explained():
        return await fetch_json(target, _request(target, "POST", path, body))


async def _get(target: Target, path: str) -> Json:
    """Returns the JSON object at a path."""
    with _explained():
        return await fetch_json(target, _request(target, "GET", path))


def _request(
    target: Target,
    method: str,
    path: str,
    json: Json | None = None,
    *,
    accept: str = "application/json",
    once: bool = False,
) -> Request:
    """Returns a request with the credential."""
    headers = {"Accept": accept} | ({"x-goog-api-key": target.credential} if target.credential else {})
    return Request(method, f"{target.base_url}{path}", headers, json, repeatable=not once)


def _model(target: Target) -> str:
    """Returns the path of the model; that of a tuned one has its own beginning."""
    name = target.model if "/" in target.model else f"models/{target.model}"
    return f"/{quote(name, safe='/')}"


def _interaction(upstream_id: str) -> str:
    """Returns the path of an interaction."""
    return f"/interactions/{quote(upstream_id, safe='')}"


@contextmanager
def _explained() -> Iterator[None]:
    """Says that the credential was refused where Google only says that the request is wrong."""
    try:
        yield
    except UpstreamError as error:
        if error.status == 400 and "API key" in error.message:
            message = "The provider refused the credential of this gateway (status 400)."
            raise CredentialRefused(message, status=401, retryable=True) from None
        raise


@contextmanager
def _as_its_api_says() -> Iterator[None]:
    """Raises MalformedAnswer for an answer that Google's API does not have."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError):
        raise MalformedAnswer("The provider sent an answer that its API does not have.", retryable=True) from None
