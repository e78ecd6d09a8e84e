"""`GET /v1/models` and `GET /v1/models/{id}`: the models that a key may use, in OpenAI's form or in Anthropic's."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, g, request

from app.gateway.api.authentication import ai_terms, require_ai_key
from app.gateway.api.error_answers import speaks_anthropic
from app.gateway.api.json_answer import json_answer, requested_limit
from app.gateway.api.model_request import model_not_found
from app.gateway.api.surface import PREFIX
from app.gateway.catalogue.ai_model import CHAT
from app.gateway.catalogue.offered import OfferedModel, offered_models
from app.kernel import clock

PAGE, MOST_ON_A_PAGE = 20, 1_000  # Anthropic's
blueprint = Blueprint("ai_models", __name__, url_prefix=PREFIX)
require_ai_key(blueprint)


@blueprint.get("/models")
async def list_models() -> Response:
    """Lists the models that the key may use."""
    models = await _allowed_models()
    if speaks_anthropic():
        return json_answer(_page([model for model in models if model.kind == CHAT]))
    return json_answer({"object": "list", "data": [_in_openai_form(model) for model in models]})


@blueprint.get("/models/<path:id>")
async def read_model(id: str) -> Response:
    """Describes one of these models."""
    model = next((model for model in await _allowed_models() if model.id == id), None)
    if model is None:
        raise model_not_found(id)
    g.ai_model = model
    return json_answer(_in_anthropic_form(model) if speaks_anthropic() else _in_openai_form(model))


async def _allowed_models() -> list[OfferedModel]:
    bounds = [set(row.models) for row in ai_terms().rows if row.models]
    models = (await offered_models()).values()
    return [model for model in models if all(model.id in bound for bound in bounds)]


def _in_openai_form(model: OfferedModel) -> dict[str, Any]:
    """A model with what OpenAI's clients read, and what they ignore: its kind, abilities, regions and prices."""
    return {
        "id": model.id,
        "object": "model",
        "created": int(model.created_at.timestamp()),
        "owned_by": model.maker,
        "name": model.label,
        "kind": model.kind,
        "abilities": list(model.abilities),
        "context_length": model.context,
        "max_output_tokens": model.max_output,
        "regions": sorted({route.region for route in model.routes if route.region}),
        "pricing": _pricing(model),
        "privacy_policy": model.policy_url or None,
        "deprecated_at": clock.format_rfc3339(model.deprecated_at) if model.deprecated_at else None,
        "sunset_at": clock.format_rfc3339(model.sunset_at) if model.sunset_at else None,
        "successor": model.successor or None,
    }


def _pricing(model: OfferedModel) -> dict[str, Any]:
    """What a token, picture or second of each class costs, in whole nano-rupiah with the margin, rounded up."""
    price = model.price
    nano_rupiah = {
        name: -(-nano_dollars * price.rate * (10_000 + price.margin) // 10_000)
        for name, nano_dollars in price.prices.items()
    }
    return {"currency": "IDR", "unit": "nano", "of": nano_rupiah}


def _in_anthropic_form(model: OfferedModel) -> dict[str, Any]:
    created = clock.format_rfc3339(model.created_at)
    return {"type": "model", "id": model.id, "display_name": model.label, "created_at": created}


def _page(models: list[OfferedModel]) -> dict[str, Any]:
    """Returns a page of models as Anthropic's API does: `limit` after `after_id`, or before `before_id`."""
    limit, ids = requested_limit(PAGE, MOST_ON_A_PAGE), [model.id for model in models]
    after, before = request.args.get("after_id"), request.args.get("before_id")
    if before is not None:
        end = ids.index(before) if before in ids else 0
        begin = max(0, end - limit)
        more = begin > 0
    else:
        begin = ids.index(after) + 1 if after in ids else 0
        end = begin + limit
        more = end < len(ids)
    page = [_in_anthropic_form(model) for model in models[begin:end]]
    first, last = (page[0]["id"], page[-1]["id"]) if page else (None, None)
    return {"data": page, "has_more": more, "first_id": first, "last_id": last}
