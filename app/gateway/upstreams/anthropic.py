"""The adapter for Anthropic's Messages API, and for others that speak it. `base_url` ends with its version, `/v1`."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from urllib.parse import quote

from app.gateway.upstreams.adapter import Answer, Chunk, Json, Target
from app.gateway.upstreams.anthropic_answer import MessageChunks, chat_answer
from app.gateway.upstreams.anthropic_request import to_messages_request
from app.gateway.upstreams.chat_only import ChatOnly
from app.gateway.upstreams.errors import MalformedAnswer, UpstreamError
from app.gateway.upstreams.translated_streams import TranslatedChunks
from app.gateway.upstreams.upstream_client import fetch_json, open_events
from app.gateway.upstreams.upstream_request import Request

VERSION = "2023-06-01"
MOST_PAGES = 20  # of a list of models, a thousand each


class Anthropic(ChatOnly):
    """Anthropic's API: chats only. It keeps no state."""

    kind = "anthropic"

    async def chat(self, target: Target, body: Json) -> Answer:
        """Answers a request of `/chat/completions` that is not streamed. Raises UpstreamError."""
        request = _request(target, "POST", "/messages", to_messages_request(target, body))
        with _model_is_what_is_missing():
            payload = await fetch_json(target, request)
        try:
            return chat_answer(payload)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise MalformedAnswer("The provider answered something other than a message.", retryable=True) from None

    @asynccontextmanager
    async def stream_chat(self, target: Target, body: Json) -> AsyncGenerator[AsyncIterator[Chunk]]:
        """Opens a streamed answer, which always ends with its usage. Raises UpstreamError."""
        request = _request(target, "POST", "/messages", to_messages_request(target, body) | {"stream": True})
        async with AsyncExitStack() as stack:
            with _model_is_what_is_missing():
                events = await stack.enter_async_context(open_events(target, request))
            yield await TranslatedChunks(events, target, MessageChunks()).begin()

    async def list_models(self, target: Target) -> list[str]:
        """Returns the names of the models that the credential may use, sorted. Raises UpstreamError."""
        names: set[str] = set()
        after = ""
        for _ in range(MOST_PAGES):
            page = await fetch_json(target, _request(target, "GET", f"/models?limit=1000{after}"))
            rows = page.get("data")
            if not isinstance(rows, list):
                raise MalformedAnswer("The provider's list of models is no list.", retryable=True)
            names |= {row["id"] for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str)}
            if not page.get("has_more") or not isinstance(page.get("last_id"), str):
                break
            after = f"&after_id={quote(page['last_id'], safe='')}"
        return sorted(names)


def _request(target: Target, method: str, path: str, json: Json | None = None) -> Request:
    """Returns a request with the credential."""
    accept = "text/event-stream" if json and json.get("stream") else "application/json"
    headers = {"anthropic-version": VERSION, "Accept": accept}
    credential = {"x-api-key": target.credential} if target.credential else {}
    return Request(method, f"{target.base_url}{path}", headers | credential, json)


@contextmanager
def _model_is_what_is_missing() -> Iterator[None]:
    """Says that the upstream does not know the model, as OpenAI does, where it only says that something is missing."""
    try:
        yield
    except UpstreamError as error:
        if error.status == 404:
            error.code, error.retryable = "model_not_found", True
        raise
