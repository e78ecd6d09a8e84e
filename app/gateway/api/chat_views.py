"""`POST /v1/chat/completions`, streamed or not."""

from quart import Blueprint, Response

from app.gateway.api.authentication import require_ai_key
from app.gateway.api.chat_request import check_chat, wants_usage
from app.gateway.api.chat_stream import ChatWriter
from app.gateway.api.event_stream import stream_response
from app.gateway.api.model_request import answer_whole, begin_run, replace_end_user, requested_model
from app.gateway.api.request_body import read_json
from app.gateway.api.surface import PREFIX
from app.gateway.catalogue.ai_model import CHAT
from app.gateway.metering.estimate import most_of

ENDPOINT = "chat"
blueprint = Blueprint("ai_chat", __name__, url_prefix=PREFIX)
require_ai_key(blueprint, reserving=True)


@blueprint.post("/chat/completions")
async def complete_chat() -> Response:
    """Answers a conversation. Unknown fields are passed on to the upstream."""
    sent = await read_json()
    body = sent.fields
    model = await requested_model(body, CHAT)
    check_chat(body)
    streamed = bool(body.get("stream"))
    most = most_of(model, body, size=sent.size)
    run = await begin_run(model, ENDPOINT, most, end_user=replace_end_user(body), streamed=streamed)
    if not streamed:
        return await answer_whole(run, lambda adapter, target: adapter.chat(target, body))
    writer = ChatWriter(model.id, with_usage=wants_usage(body))
    return await stream_response(run, lambda adapter, target: adapter.stream_chat(target, body), writer)
