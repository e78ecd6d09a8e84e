"""Reads the bodies of requests about sub-keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.gateway.api.error_answers import ApiError
from app.gateway.api.request_body import optional_flag, optional_number, required_text
from app.gateway.key_terms.model_rules import ModelRules, most_content_days, most_of_limit
from app.gateway.key_terms.sub_keys import MAX_DAYS, NewSubKey
from app.gateway.metering.balance import MICRO
from app.gateway.metering.budgets import HIGHEST
from app.gateway.upstreams.adapter import Json
from app.keys.networks import parse_networks

LIMITS = {"requests_per_minute": "requests", "tokens_per_minute": "tokens", "streams": "streams"}  # ours by theirs
RULES = {*LIMITS, "models", "content_days", "budget"}
MOST_MODELS = 200


@dataclass(frozen=True, slots=True)
class SubKeyChanges:
    """What is to be changed of a sub-key: all rules as they will be, the budget if the body names it, and a pause."""

    rules: ModelRules
    has_budget: bool
    budget: int | None
    paused: bool | None


def read_new_key(body: Json) -> NewSubKey:
    """Returns what a new sub-key is to be. Raises: ApiError, InvalidNetwork, TooManyNetworks."""
    _check_names(body, {"name", "customer", "days", "networks", *RULES})
    customer = body.get("customer")
    if customer is not None and not isinstance(customer, str):
        raise _wrong("customer", "a string")
    days = optional_number(body, "days", 1, MAX_DAYS)
    networks = parse_networks(" ".join(_texts(body, "networks")))
    rules = _rules(body, ModelRules())
    return NewSubKey(required_text(body, "name"), customer or "", _budget(body), days, networks, rules)


def read_changes(body: Json, before: ModelRules) -> SubKeyChanges:
    """Returns what a body changes of a sub-key that has these rules. Raises: ApiError."""
    _check_names(body, {"paused", *RULES})
    paused = optional_flag(body, "paused") if body.get("paused") is not None else None
    return SubKeyChanges(_rules(body, before), "budget" in body, _budget(body), paused)


def _check_names(body: Json, known: set[str]) -> None:
    """Raises: ApiError for a field that means nothing, because a limit that was misspelled would not hold."""
    if unknown := sorted(set(body) - known):
        raise ApiError(
            400, f"“{unknown[0][:40]}” is not a field of a sub-key.", "unknown_parameter", param=unknown[0][:40]
        )


def _rules(body: Json, before: ModelRules) -> ModelRules:
    limits = [
        optional_number(body, name, 1, most_of_limit(ours)) if name in body else value
        for (name, ours), value in zip(LIMITS.items(), before.limits, strict=True)
    ]
    days = before.content_days
    if "content_days" in body:
        days = optional_number(body, "content_days", 0, most_content_days()) or 0
    models = tuple(_texts(body, "models")) if "models" in body else before.models
    return ModelRules(models, (limits[0], limits[1], limits[2]), days, before.of_models)


def _budget(body: Json) -> int | None:
    """Returns the budget in micro-rupiah; None for none."""
    budget = optional_number(body, "budget", 0, HIGHEST // MICRO)
    return None if budget is None else budget * MICRO


def _texts(body: Json, name: str) -> list[str]:
    """Returns a list of texts; an empty one where it is absent. Raises: ApiError."""
    values: Any = body.get(name) or []
    if not isinstance(values, list) or len(values) > MOST_MODELS or not all(_is_short(each) for each in values):
        raise _wrong(name, "a list of strings")
    return list(dict.fromkeys(values))


def _is_short(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 80 and value.isprintable()


def _wrong(name: str, kind: str) -> ApiError:
    return ApiError(400, f"“{name}” must be {kind}.", "invalid_type", param=name)
