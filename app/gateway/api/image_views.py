"""`POST /v1/images/generations` and `POST /v1/images/edits`."""

from __future__ import annotations

from quart import Blueprint, Response

from app.gateway.api.authentication import require_ai_key
from app.gateway.api.chat_request import refuse_unpriced_options, unsupported
from app.gateway.api.error_answers import ApiError
from app.gateway.api.model_request import answer_whole, begin_run, replace_end_user, requested_model
from app.gateway.api.multipart import MultipartBody, read_multipart
from app.gateway.api.request_body import optional_number, read_json, required_text
from app.gateway.api.surface import PREFIX
from app.gateway.catalogue.ai_model import IMAGE
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.metering.estimate import most_of
from app.gateway.upstreams.adapter import Answer, Json

GENERATE, EDIT = "images.generate", "images.edit"
MOST_PICTURES = 10
QUALITIES_OF_ONE_PRICE = (None, "", "auto", "standard", "low")
blueprint = Blueprint("ai_images", __name__, url_prefix=PREFIX)
require_ai_key(blueprint)


@blueprint.post("/images/generations")
async def generate_image() -> Response:
    """Draws pictures from a text."""
    sent = await read_json()
    body = sent.fields
    model = await requested_model(body, IMAGE)
    _check(body, model)
    optional_number(body, "n", 1, MOST_PICTURES)
    end_user = replace_end_user(body)
    run = await begin_run(model, GENERATE, most_of(model, body, size=sent.size), end_user=end_user)
    return await answer_whole(run, lambda adapter, target: adapter.generate_image(target, body), _pictures)


@blueprint.post("/images/edits")
async def edit_image() -> Response:
    """Changes pictures that are sent as files, as a text says."""
    sent = await read_multipart()
    fields: Json = dict(sent.fields)
    model = await requested_model(fields, IMAGE)
    _check(fields, model)
    _check_files(sent)
    end_user = replace_end_user(fields)
    most = most_of(model, fields, size=sent.size, files=len(sent.files))
    run = await begin_run(model, EDIT, most, end_user=end_user)
    return await answer_whole(run, lambda adapter, target: adapter.edit_image(target, fields, sent.files), _pictures)


def _pictures(answer: Answer) -> Json:
    """An answer with pictures does not name its model."""
    return answer.body


def _check(body: Json, model: OfferedModel) -> None:
    """Raises: ApiError, also for a size or a quality that the model's price does not hold."""
    required_text(body, "prompt")
    if body.get("stream") not in (None, False, "", "false"):
        raise unsupported("stream", "Pictures are not streamed here.")
    refuse_unpriced_options(body)
    sizes, size = [str(each) for each in model.options.get("sizes", ())], body.get("size")
    if sizes and size not in ("auto", *sizes, None, ""):
        raise ApiError(400, f"“size” must be one of {', '.join(sizes)}.", "invalid_value", param="size")
    if model.price.of("images") and body.get("quality") not in QUALITIES_OF_ONE_PRICE:
        raise unsupported("quality", "A picture of this model has one price, which is that of its usual quality.")


def _check_files(sent: MultipartBody) -> None:
    """Raises: ApiError."""
    if not any(part.name in ("image", "image[]") for part in sent.files):
        raise ApiError(400, "“image” is required and must be a file.", "missing_required_parameter", param="image")
    count = sent.fields.get("n", "1")
    if not (count.isascii() and count.isdigit() and len(count) < 3 and 1 <= int(count) <= MOST_PICTURES):
        raise ApiError(400, f"“n” must be an integer from 1 to {MOST_PICTURES}.", "invalid_value", param="n")
