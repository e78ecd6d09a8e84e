"""Authentication of requests to models: by the keys of the JSON API, if they have the scope `ai`.

The key is in `Authorization: Bearer …`, as OpenAI's clients send it, or in `x-api-key`, as Anthropic's do; never in
both, for proxies would disagree on which one counts. A key that does not exist costs its sender an attempt; so whoever
tries keys is slowed down, and the valid keys of the same address are not.
"""

from __future__ import annotations

from typing import cast

from quart import Blueprint, Response, g, request
from werkzeug.exceptions import HTTPException

from app.accounts.change_gate import refuse_change
from app.accounts.models import Account
from app.gateway.api import surface  # noqa: F401 - which opens /v1
from app.gateway.api.error_answers import ApiError, speaks_anthropic, write_error
from app.gateway.catalogue.deprecation import deprecation_headers
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.metering.call import RateState
from app.gateway.metering.terms_of_key import Terms
from app.gateway.upstreams.errors import UpstreamError
from app.kernel.refusal import Refusal
from app.kernel.throttle import Throttle
from app.keys.models import ApiKey
from app.keys.networks import is_allowed
from app.keys.refusals import InvalidApiKey, NetworkNotAllowed
from app.web import client_info
from app.web.csrf import SAFE_METHODS
from app.web.errors import answer_error

WRONG_KEYS = Throttle("keys of models", most=60, minutes=1)


def require_ai_key(blueprint: Blueprint, *, reserving: bool = False) -> None:
    """Requires a valid key with the scope `ai` for every endpoint of the blueprint, and answers errors of upstreams.

    `reserving` is for endpoints that answer nothing but errors without a reservation (begin_run): a key that was read a
    moment ago is not read again before, because the reservation compares it, and errors before that read it.

    Raises: ApiError, InvalidApiKey, RevokedApiKey, ReplacedApiKey, ExpiredApiKey, NetworkNotAllowed, TooManyAttempts,
    BeingDeleted.
    """
    blueprint.before_request(_check_recent_key if reserving else _check_key)
    if reserving:
        blueprint.register_error_handler(Refusal, _answer_with_current_key)
        blueprint.register_error_handler(HTTPException, _answer_with_current_key)
    blueprint.after_request(_add_headers)
    blueprint.register_error_handler(UpstreamError, _answer_upstream_error)


def ai_key() -> ApiKey:
    """Returns the key of the request, with its account loaded."""
    return cast(ApiKey, g.ai_key)


def ai_terms() -> Terms:
    """Returns what the key of the request may do with models."""
    return cast(Terms, g.ai_terms)


def ai_account() -> Account:
    """Returns the account whose key the request has."""
    return ai_key().account


async def _check_key() -> None:
    await _admit(await _find_terms(_sent_key()))


async def _check_recent_key() -> None:
    await _admit(Terms.recent(raw := _sent_key()) or await _find_terms(raw))


async def key_was_read_again() -> bool:
    """Reads and checks the key of the request if that was not done for this request; returns whether it was needed.

    Raises: what require_ai_key names.
    """
    terms: Terms | None = g.pop("ai_terms", None)
    if terms is None or terms.unchanged is None:
        g.ai_terms = terms
        return False
    await _check_key()
    return True


async def _answer_with_current_key(error: Refusal | HTTPException) -> Response:
    """Answers an error, unless the key is refused by now."""
    try:
        await key_was_read_again()
    except (Refusal, HTTPException) as newer:
        error = newer
    return await answer_error(error)


async def _admit(terms: Terms) -> None:
    """Lets a request go on with the key of these terms. Raises: as require_ai_key names."""
    key = cast(ApiKey, terms.key)
    key.check_valid()
    address = client_info.request_address()
    if not is_allowed(address, key.networks):
        raise NetworkNotAllowed(address=address or "an unknown address")
    if not key.may_use_models:
        message = "This key may not use models. An owner can give it the scope “ai” in the dashboard."
        raise ApiError(403, message, "insufficient_permissions")
    if request.method not in SAFE_METHODS:
        _check_account(key.account)
    await key.mark_used()
    g.ai_key, g.ai_terms = key, terms


async def _find_terms(raw: str) -> Terms:
    """Returns the terms of the key, valid or not. Raises: InvalidApiKey, TooManyAttempts."""
    try:
        return await Terms.find(raw)
    except InvalidApiKey:
        await WRONG_KEYS.attempt(client_info.rate_limit_address())
        raise


def _check_account(account: Account) -> None:
    """Raises: BeingDeleted; ApiError for an account whose processing is frozen."""
    refuse_change(account)
    if account.frozen_at is not None:
        message = "The processing of this workspace's data is frozen. An owner can end that in the privacy centre."
        raise ApiError(403, message, "account_frozen")


def _sent_key() -> str:
    """Returns the key of the request, unchecked. Raises: ApiError."""
    bearer, plain = request.headers.getlist("Authorization"), request.headers.getlist("x-api-key")
    if len(bearer) + len(plain) > 1:
        raise ApiError(401, "Send one API key, in Authorization or in x-api-key, not several.", "several_api_keys")
    if plain and plain[0].strip():
        return plain[0].strip()
    scheme, _, key = "".join(bearer).strip().partition(" ")
    if scheme.lower() != "bearer" or not key.strip():
        raise ApiError(401, "You did not provide an API key. Send “Authorization: Bearer” and your key.")
    return key.strip()


async def _answer_upstream_error(error: UpstreamError) -> Response:
    return write_error(error)


async def _add_headers(response: Response) -> Response:
    """Adds the key's rates, the end of the model where it is announced, and the id where Anthropic's clients look."""
    limits: RateState | None = g.get("ai_limits")
    if limits is not None:
        response.headers.extend(rate_headers(limits))  # nobody else sets them
    model: OfferedModel | None = g.get("ai_model")
    if model is not None:
        response.headers.update(deprecation_headers(model))
    if speaks_anthropic():
        response.headers["request-id"] = g.request_id
    return response


def rate_headers(limits: RateState) -> dict[str, str]:
    """Returns the rates of a key's minute as OpenAI's API names them."""
    return {
        "x-ratelimit-limit-requests": str(limits.limit_requests),
        "x-ratelimit-remaining-requests": str(limits.remaining_requests),
        "x-ratelimit-reset-requests": f"{limits.reset}s",
        "x-ratelimit-limit-tokens": str(limits.limit_tokens),
        "x-ratelimit-remaining-tokens": str(limits.remaining_tokens),
        "x-ratelimit-reset-tokens": f"{limits.reset}s",
    }
