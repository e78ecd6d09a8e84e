"""The adapter for everything that speaks OpenAI's API: OpenAI, OpenRouter, Groq, Together, vLLM, Ollama and more.

Bodies are passed on as they are, but for the model, and for `stream` and its options.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from urllib.parse import quote

from app.gateway.upstreams.adapter import REMIXED_FROM, Answer, Chunk, FilePart, Json, Target, VideoState
from app.gateway.upstreams.errors import MalformedAnswer, UpstreamError
from app.gateway.upstreams.errors_of_http import retryable_only_if_not_begun
from app.gateway.upstreams.event_reader import EventReader
from app.gateway.upstreams.openai_streams import ChatChunks, ResponseChunks
from app.gateway.upstreams.openai_videos import state_of_video
from app.gateway.upstreams.upstream_client import fetch_any_json, fetch_json, open_events, open_file, send
from app.gateway.upstreams.upstream_request import Request
from app.gateway.upstreams.usage import Usage
from app.gateway.upstreams.usage_of_openai import usage_of_chat, usage_of_embeddings, usage_of_images, usage_of_response

USAGE = {"include_usage": True}
STREAMING = {"stream", "stream_options"}
MOST_CHOICES = 128


class OpenAICompatible:
    """OpenAI's API. It keeps no state."""

    kind = "openai"

    async def chat(self, target: Target, body: Json) -> Answer:
        """Answers a request of `/chat/completions` that is not streamed. Raises UpstreamError."""
        payload = await _post(target, "/chat/completions", _whole(target, body))
        return _answer(payload, usage_of_chat(payload))

    @asynccontextmanager
    async def stream_chat(self, target: Target, body: Json) -> AsyncGenerator[AsyncIterator[Chunk]]:
        """Opens a streamed answer, with its usage; without it where the upstream does not know that option."""
        plain = _whole(target, body) | {"stream": True}
        options = body.get("stream_options")
        own = {**options} if isinstance(options, dict) and options.keys() - USAGE else {}
        candidates = [own | USAGE, USAGE, None] if own else [USAGE, None]
        n = body.get("n")
        choices = n if isinstance(n, int) and 0 < n <= MOST_CHOICES else 1
        async with _first_accepted(target, plain, candidates) as events:
            yield await ChatChunks(events, target, choices).begin()

    async def responses(self, target: Target, body: Json) -> Answer:
        """Answers a request of `/responses` that is not streamed. Raises UpstreamError."""
        payload = await _post(target, "/responses", _whole(target, body))
        return _answer(payload, usage_of_response(payload))

    @asynccontextmanager
    async def stream_responses(self, target: Target, body: Json) -> AsyncGenerator[AsyncIterator[Chunk]]:
        """Opens a streamed answer of `/responses`, which always ends with its usage."""
        request = _streamed(target, {**body, "model": target.model, "stream": True}, "/responses")
        async with open_events(target, request) as events:
            yield await ResponseChunks(events, target).begin()

    async def embeddings(self, target: Target, body: Json) -> Answer:
        """Answers a request of `/embeddings`. Raises UpstreamError."""
        payload = await _post(target, "/embeddings", {**body, "model": target.model})
        return _answer(payload, usage_of_embeddings(payload))

    async def generate_image(self, target: Target, body: Json) -> Answer:
        """Answers a request of `/images/generations`, always whole. Raises UpstreamError."""
        payload = await _post(target, "/images/generations", _whole(target, body))
        return _answer(payload, usage_of_images(payload))

    async def edit_image(self, target: Target, fields: Mapping[str, str], files: list[FilePart]) -> Answer:
        """Answers a request of `/images/edits`, always whole. Raises UpstreamError."""
        kept = {name: value for name, value in fields.items() if name not in STREAMING} | {"model": target.model}
        payload = await fetch_json(target, _request(target, "POST", "/images/edits", fields=kept, files=files))
        return _answer(payload, usage_of_images(payload))

    async def create_video(self, target: Target, fields: Mapping[str, str], files: list[FilePart]) -> VideoState:
        """Begins a video, or a remix of one; raises UpstreamError with `retryable` only where nothing was begun."""
        original = fields.get(REMIXED_FROM)
        if original is not None:
            body = {"prompt": fields.get("prompt", "")}
            request = _request(target, "POST", f"{_video_path(original)}/remix", json=body, repeatable=False)
        else:
            named = {**fields, "model": target.model}
            request = _request(target, "POST", "/videos", fields=named, files=files, repeatable=False)
        try:
            return state_of_video(await fetch_json(target, request, describes_error=True), target.credential)
        except UpstreamError as error:
            raise retryable_only_if_not_begun(error) from None

    async def video_state(self, target: Target, upstream_id: str) -> VideoState:
        """Asks how far a video is. Raises UpstreamError."""
        request = _request(target, "GET", _video_path(upstream_id))
        return state_of_video(await fetch_json(target, request, describes_error=True), target.credential)

    def video_content(
        self, target: Target, upstream_id: str, variant: str
    ) -> AbstractAsyncContextManager[tuple[str, AsyncIterator[bytes]]]:
        """Opens the file of a completed video, or its `thumbnail` or `spritesheet`. Raises UpstreamError."""
        query = f"?variant={quote(variant, safe='')}" if variant else ""
        return open_file(target, _request(target, "GET", f"{_video_path(upstream_id)}/content{query}"))

    async def cancel_video(self, target: Target, upstream_id: str) -> None:
        """Stops a video by deleting it, the only way of this API; OpenAI itself refuses it. Raises UpstreamError."""
        await self.delete_video(target, upstream_id)

    async def delete_video(self, target: Target, upstream_id: str) -> None:
        """Deletes a video; one that is not there counts as deleted. Raises UpstreamError."""
        try:
            await send(target, _request(target, "DELETE", _video_path(upstream_id)))
        except UpstreamError as error:
            if error.status != 404:
                raise

    async def list_models(self, target: Target) -> list[str]:
        """Returns the names of the models that the credential may use, sorted. Raises UpstreamError.

        Together sends the list itself, without an object around it.
        """
        payload = await fetch_any_json(target, _request(target, "GET", "/models"))
        rows = payload.get("data") if isinstance(payload, dict) else payload
        if not isinstance(rows, list):
            raise MalformedAnswer("The provider's list of models is no list.", retryable=True)
        names = (row.get("id") for row in rows if isinstance(row, dict))
        return sorted({name for name in names if isinstance(name, str)})


def _request(
    target: Target,
    method: str,
    path: str,
    *,
    json: Json | None = None,
    fields: Mapping[str, str] | None = None,
    files: list[FilePart] | None = None,
    accept: str = "application/json",
    repeatable: bool = True,
) -> Request:
    """Returns a request with the credential; an upstream on the same machine may need none."""
    headers = {"Authorization": f"Bearer {target.credential}"} if target.credential else {}
    headers["Accept"] = "*/*" if path.partition("?")[0].endswith("/content") else accept
    return Request(method, f"{target.base_url}{path}", headers, json, fields, files or (), repeatable)


async def _post(target: Target, path: str, body: Json) -> Json:
    """Sends a body; returns the JSON object that is its answer."""
    return await fetch_json(target, _request(target, "POST", path, json=body))


def _streamed(target: Target, body: Json, path: str = "/chat/completions") -> Request:
    """Returns the request for a streamed answer."""
    return _request(target, "POST", path, json=body, accept="text/event-stream")


@asynccontextmanager
async def _first_accepted(target: Target, plain: Json, candidates: list[Json | None]) -> AsyncGenerator[EventReader]:
    """Opens a stream with the first of several `stream_options` that the upstream takes; None is for none.

    So an upstream that refuses what the client added is still asked for its usage.
    """
    async with AsyncExitStack() as stack:
        for options in candidates:
            body = plain if options is None else plain | {"stream_options": options}
            try:
                events = await stack.enter_async_context(open_events(target, _streamed(target, body)))
                break
            except UpstreamError as error:
                if options is None or not _refuses_options(error):
                    raise
        yield events


def _whole(target: Target, body: Json) -> Json:
    """Returns a body for the upstream's model that asks for a whole answer."""
    return {name: value for name, value in body.items() if name not in STREAMING} | {"model": target.model}


def _answer(payload: Json, usage: Usage | None) -> Answer:
    """Returns the answer that a body is."""
    upstream_id = payload.get("id")
    return Answer(payload, usage, upstream_id[:200] if isinstance(upstream_id, str) else "")


def _refuses_options(error: UpstreamError) -> bool:
    """Whether an upstream refused `stream_options` because it does not know them."""
    told = f"{error.param or ''} {error.message}"
    return error.status in {400, 422} and ("stream_options" in told or "include_usage" in told)


def _video_path(upstream_id: str) -> str:
    """Returns the path of a video."""
    return f"/videos/{quote(upstream_id, safe='')}"
