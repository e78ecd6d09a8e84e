"""`/v1/kliqs/keys`: a program makes, lists, changes and ends sub-keys of its key, for customers of its own.

OpenAI's API has nothing like it; so it is under a name of our own, with the same keys and the same form of errors.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request
from tortoise.expressions import Q

from app.gateway.api.authentication import ai_account, ai_key, require_ai_key
from app.gateway.api.error_answers import ApiError
from app.gateway.api.json_answer import json_answer
from app.gateway.api.request_body import read_json
from app.gateway.api.sub_key_body import read_changes, read_new_key
from app.gateway.api.surface import PREFIX
from app.gateway.key_terms import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.gateway.key_terms.model_rules import ModelRules, lock_rules, save_budget, save_rules
from app.gateway.key_terms.sub_keys import end_sub_key, make_sub_key, sub_keys_of
from app.gateway.metering import pauses
from app.gateway.metering.balance import MICRO
from app.gateway.metering.call import month_of
from app.gateway.metering.limits_of_keys import AiBudget, AiKeyTerms
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.uuid_parser import parse_uuid
from app.keys.models import ApiKey
from app.team.audit_log import record_act_of_key

MOST_ON_A_PAGE = 100
blueprint = Blueprint("ai_sub_keys", __name__, url_prefix=f"{PREFIX}/kliqs")
require_ai_key(blueprint)


@blueprint.post("/keys")
async def make_key() -> Response:
    """Makes a sub-key; its raw text is in this answer, and nowhere else."""
    new_key = read_new_key((await read_json()).fields)
    async with transaction():
        key, raw = await make_sub_key(ai_key(), new_key)
        await record_act_of_key(ai_key(), "ai_sub_keys.make_key", key.name)
    return json_answer({"key": raw} | await describe(key))


@blueprint.get("/keys")
async def list_keys() -> Response:
    """Lists the sub-keys of the key, the newest first; `after` is the last id of the page before."""
    keys = sub_keys_of(ai_key()).order_by("-created_at", "-id")
    if after := request.args.get("after"):
        last = await _own(after)
        keys = keys.filter(Q(created_at__lt=last.created_at) | Q(created_at=last.created_at, id__lt=last.id))
    rows = await keys.limit(MOST_ON_A_PAGE + 1)
    page = await describe_all(rows[:MOST_ON_A_PAGE])
    return json_answer({"object": "list", "data": page, "has_more": len(rows) > MOST_ON_A_PAGE})


@blueprint.get("/keys/<id>")
async def read_key(id: str) -> Response:
    """Describes a sub-key, and what it has spent of its budget this month."""
    return json_answer(await describe(await _own(id)))


@blueprint.post("/keys/<id>")
async def change_key(id: str) -> Response:
    """Changes what a sub-key may do; what the body does not name stays."""
    key, body = await _own(id), (await read_json()).fields
    if key.revoked_at:
        raise ApiError(400, "This key has ended.", "key_ended")
    async with transaction():
        changes = read_changes(body, await lock_rules(ai_account(), key.id))
        await save_rules(ai_account(), key.id, changes.rules)
        if changes.has_budget:
            await save_budget(ai_account(), key.id, changes.budget)
        if changes.paused is True:
            await pauses.pause_key(key.account_id, key.id, pauses.BY_OWNER)
        elif changes.paused is False:
            await pauses.resume_key(ai_account(), key.id)
        await record_act_of_key(ai_key(), "ai_sub_keys.change_key", key.name)
    return json_answer(await describe(key))


@blueprint.delete("/keys/<id>")
async def end_key(id: str) -> Response:
    """Ends a sub-key at once, for good."""
    key = await _own(id)
    async with transaction():
        await end_sub_key(ai_key(), key.id)
        await record_act_of_key(ai_key(), "ai_sub_keys.end_key", key.name)
    return json_answer({"id": str(key.id), "object": "kliqs.key.deleted", "deleted": True})


async def describe_all(keys: Sequence[ApiKey]) -> list[dict[str, Any]]:
    """Returns sub-keys as `describe` does, with two statements for all of them."""
    ids = [key.id for key in keys]
    terms = {row.key_id: row for row in await AiKeyTerms.filter(key_id__in=ids)} if ids else {}
    budgets = AiBudget.filter(account_id=ai_account().id, key_id__in=[str(id) for id in ids], model="")
    of_keys = {row.key_id: row for row in await budgets} if ids else {}
    return [_described(key, terms.get(key.id), of_keys.get(str(key.id))) for key in keys]


async def describe(key: ApiKey) -> dict[str, Any]:
    """Returns a sub-key without its raw text; sums are whole rupiah."""
    return (await describe_all([key]))[0]


def _described(key: ApiKey, row: AiKeyTerms | None, budget: AiBudget | None) -> dict[str, Any]:
    rules = ModelRules.of_row(row)
    used = budget.used if budget and budget.month == month_of(clock.now()) else 0
    requests, tokens, streams = rules.limits
    return {
        "id": str(key.id),
        "object": "kliqs.key",
        "name": key.name,
        "customer": row.customer if row else "",
        "masked": key.masked,
        "created_at": int(key.created_at.timestamp()),
        "expires_at": int(key.expires_at.timestamp()) if key.expires_at else None,
        "ended": key.ended or key.revoked_at is not None,
        "paused": row.paused_at is not None if row else False,
        "models": list(rules.models),
        "budget": {"currency": "IDR", "most": budget.most // MICRO, "used": used // MICRO} if budget else None,
        "requests_per_minute": requests,
        "tokens_per_minute": tokens,
        "streams": streams,
        "content_days": rules.content_days,
        "networks": key.networks.split(),
    }


async def _own(id: str) -> ApiKey:
    """Returns a sub-key of the key. Raises: ApiError."""
    own_id: UUID | None = parse_uuid(id)
    key = await sub_keys_of(ai_key()).get_or_none(id=own_id) if own_id else None
    if key is None:
        raise ApiError(404, f"There is no sub-key “{id[:80]}”.", "not_found", param="id")
    return key
