"""`POST /v1/embeddings`."""

from quart import Blueprint, Response

from app.gateway.api.authentication import require_ai_key
from app.gateway.api.error_answers import ApiError
from app.gateway.api.model_request import answer_whole, begin_run, replace_end_user, requested_model
from app.gateway.api.request_body import read_json
from app.gateway.api.surface import PREFIX
from app.gateway.catalogue.ai_model import EMBEDDING
from app.gateway.metering.estimate import most_of

ENDPOINT = "embeddings"
blueprint = Blueprint("ai_embeddings", __name__, url_prefix=PREFIX)
require_ai_key(blueprint)


@blueprint.post("/embeddings")
async def embed() -> Response:
    """Answers the vectors of texts."""
    sent = await read_json()
    body = sent.fields
    model = await requested_model(body, EMBEDDING)
    if not isinstance(body.get("input"), str | list) or not body["input"]:
        message = "“input” is required and must be a string or a list."
        raise ApiError(400, message, "missing_required_parameter", param="input")
    end_user = replace_end_user(body)
    run = await begin_run(model, ENDPOINT, most_of(model, body, size=sent.size), end_user=end_user)
    return await answer_whole(run, lambda adapter, target: adapter.embeddings(target, body))
