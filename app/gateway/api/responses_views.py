"""`POST /v1/responses`: OpenAI's Responses API, for models at upstreams that have it.

Nothing is kept at an upstream, so an answer cannot be continued by its id: a client sends the whole conversation.
"""

from __future__ import annotations

from dataclasses import dataclass

from quart import Blueprint, Response

from app.gateway.api.authentication import require_ai_key
from app.gateway.api.chat_request import MOST_TOKENS, refuse_unpriced_options, unsupported
from app.gateway.api.error_answers import ApiError, ErrorFacts
from app.gateway.api.event_stream import encode_event, stream_response
from app.gateway.api.model_request import answer_whole, begin_run, replace_end_user, requested_model
from app.gateway.api.request_body import optional_flag, optional_number, read_json
from app.gateway.api.surface import PREFIX
from app.gateway.catalogue.ai_model import CHAT
from app.gateway.metering.estimate import BOUNDS_OF_RESPONSES, most_of
from app.gateway.upstreams.adapter import Chunk, Json

ENDPOINT = "responses"
KEPT_AT_UPSTREAM = ("previous_response_id", "conversation", "prompt", "background")
blueprint = Blueprint("ai_responses", __name__, url_prefix=PREFIX)
require_ai_key(blueprint, reserving=True)


@blueprint.post("/responses")
async def respond() -> Response:
    """Answers an input, streamed or not."""
    sent = await read_json()
    body = sent.fields
    model = await requested_model(body, CHAT)
    _check(body)
    streamed = bool(body.get("stream"))
    most = most_of(model, body, size=sent.size, bounds=BOUNDS_OF_RESPONSES)
    body["store"] = False
    run = await begin_run(model, ENDPOINT, most, end_user=replace_end_user(body), streamed=streamed)
    if not streamed:
        return await answer_whole(run, lambda adapter, target: adapter.responses(target, body))
    return await stream_response(
        run, lambda adapter, target: adapter.stream_responses(target, body), ResponsesWriter(model.id)
    )


def _check(body: Json) -> None:
    """Raises: ApiError."""
    if not isinstance(body.get("input"), str | list) or not body["input"]:
        message = "“input” is required and must be a string or a list."
        raise ApiError(400, message, "missing_required_parameter", param="input")
    optional_flag(body, "stream")
    optional_number(body, "max_output_tokens", 1, MOST_TOKENS)
    for name in KEPT_AT_UPSTREAM:
        if body.get(name):
            raise unsupported(name, f"“{name}” is not offered: nothing is kept at the provider. Send the whole input.")
    refuse_unpriced_options(body)


@dataclass(slots=True)
class ResponsesWriter:
    """Writes the events under our name of the model."""

    model: str
    last_number: int = -1

    def write(self, chunk: Chunk) -> bytes:
        """Returns an event."""
        body = chunk.body
        if isinstance(response := body.get("response"), dict) and "model" in response:
            body = body | {"response": response | {"model": self.model}}
        number = body.get("sequence_number")
        self.last_number = number if isinstance(number, int) else self.last_number + 1
        return encode_event(body, chunk.event)

    def finish(self) -> bytes:
        """The last event of an answer ends it."""
        return b""

    def fail(self, facts: ErrorFacts) -> bytes:
        """Returns the `error` event of the Responses API."""
        error = {"type": "error", "code": facts.code, "message": facts.message, "param": facts.param}
        return encode_event(error | {"sequence_number": self.last_number + 1}, "error")
