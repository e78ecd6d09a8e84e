"""`POST /v1/messages`: Anthropic's Messages API, streamed or not, for models of every maker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from quart import Blueprint, Response, g

from app.gateway.api.authentication import require_ai_key
from app.gateway.api.chat_request import refuse_unpriced_options
from app.gateway.api.error_answers import ErrorFacts
from app.gateway.api.event_stream import stream_response
from app.gateway.api.model_request import answer_whole, begin_run, end_user_digest, requested_model
from app.gateway.api.request_body import optional_flag, read_json
from app.gateway.api.surface import PREFIX
from app.gateway.catalogue.ai_model import CHAT
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.metering.estimate import most_of
from app.gateway.upstreams.adapter import Chunk, Json
from app.gateway.upstreams.chat_to_messages import MessageEvents, error_body, message_of, write_event
from app.gateway.upstreams.messages_to_chat import to_chat_request

ENDPOINT = "messages"
blueprint = Blueprint("ai_messages", __name__, url_prefix=PREFIX)
require_ai_key(blueprint, reserving=True)


@blueprint.post("/messages")
async def answer_messages() -> Response:
    """Answers a conversation in Anthropic's form; errors, too, whatever the headers."""
    g.speaks_anthropic = True
    sent = await read_json()
    body = sent.fields
    model = await requested_model(body, CHAT)
    streamed = optional_flag(body, "stream")
    refuse_unpriced_options(body)
    end_user = _replace_end_user(body)
    _translate(body, model, "openai")  # raises what the client has to mend, before anything is reserved
    most = most_of(model, body, size=sent.size)
    run = await begin_run(model, ENDPOINT, most, end_user=end_user, streamed=streamed)
    if not streamed:
        return await answer_whole(
            run,
            lambda adapter, target: adapter.chat(target, _translate(body, model, adapter.kind)),
            lambda answer: message_of(answer, model.id),
        )
    return await stream_response(
        run,
        lambda adapter, target: adapter.stream_chat(target, _translate(body, model, adapter.kind)),
        MessagesWriter(MessageEvents(model.id)),
    )


def _translate(body: Json, model: OfferedModel, kind: str) -> Json:
    """Returns the chat that an upstream of a kind is asked. Raises: UpstreamError with the status 400."""
    return to_chat_request(body, kind, reasons="reasoning" in model.abilities, most=model.max_output)


def _replace_end_user(body: Json) -> str:
    """Replaces the client's customer by a digest, which is returned; "" where none is named. Raises: ApiError."""
    metadata: Any = body.get("metadata")
    name = metadata.get("user_id") if isinstance(metadata, dict) else None
    if name is None:
        return ""
    digest = end_user_digest(name, "metadata.user_id")
    body["metadata"] = metadata | {"user_id": digest}
    return digest


@dataclass(slots=True)
class MessagesWriter:
    """Writes the pieces of a chat as the events of a message."""

    events: MessageEvents

    def write(self, chunk: Chunk) -> bytes:
        """Returns the events of a piece."""
        return b"".join(map(write_event, self.events.take(chunk)))

    def finish(self) -> bytes:
        """Returns the end of the message."""
        return b"".join(map(write_event, self.events.end()))

    def fail(self, facts: ErrorFacts) -> bytes:
        """Returns the event for an error in the middle of the message."""
        return write_event(error_body(facts.status, facts.message))
