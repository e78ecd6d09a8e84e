"""Authentication of API requests by Bearer key, what the key may do, and counting of the month's requests.

The key is checked before every endpoint: whether it is valid, where it may be used from, and whether it has the scope
that the operation declares. Each endpoint counts the request itself, around its work.
"""

from collections.abc import AsyncGenerator, Collection, Iterable
from contextlib import asynccontextmanager
from typing import cast
from uuid import UUID

from quart import Blueprint, Quart, Response, current_app, g, request

from app.accounts.change_gate import refuse_change
from app.accounts.models import Account
from app.kernel import clock
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.keys import idempotency
from app.keys.models import ApiKey, MonthlyUsage
from app.keys.networks import is_allowed
from app.keys.refusals import ApiLimitReached, InsufficientScope, NetworkNotAllowed
from app.keys.request_log import record_request
from app.keys.scopes import API, OFFERED, SCOPE_OF_ROUTE, SCOPES
from app.keys.usage import ItemCount
from app.plans.quota import QuotaUsage
from app.web import client_info
from app.web.csrf import SAFE_METHODS
from app.web.openapi import Operation, path_template
from app.web.unknown_fields import report_what_was_not_read

_blueprints_with_key: set[str] = set()

document_code(
    "UNAUTHORIZED", 401, N_("The Authorization header is missing."), N_("Send “Authorization: Bearer” and your key.")
)


class Unauthorized(Refusal):
    """The request has no Authorization header."""

    code, says = "UNAUTHORIZED", N_("Missing Authorization header.")


class SeveralKeys(Unauthorized):
    """The request has more than one Authorization header."""

    says = N_("Send one Authorization header, not several.")


class NotBearer(Unauthorized):
    """The Authorization header does not hold a Bearer token."""

    says = N_("Use: Authorization: Bearer and your key.")


def install(app: Quart, operations: Iterable[Operation], hidden_scopes: Collection[str] = ()) -> None:
    """Makes every endpoint with a key need the scope that its operation declares.

    `hidden_scopes` belong to parts that are off here: new keys are not offered them.

    Raises ValueError for a scope that does not exist, and for an endpoint that no operation describes.
    """
    scopes = {(operation.method, API + operation.path): operation.scope for operation in operations}
    if unknown := set(scopes.values()) - set(SCOPES):
        raise ValueError(f"{', '.join(sorted(unknown))}: no such scope")
    app.extensions[SCOPE_OF_ROUTE] = scopes
    offer_scopes(app, hidden_scopes)
    for rule in app.url_map.iter_rules():
        if rule.endpoint.rpartition(".")[0] in _blueprints_with_key:
            for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
                if (method, path_template(rule.rule)) not in scopes:
                    raise ValueError(f"{method} {rule.rule} has no operation that declares a scope")


def offer_scopes(app: Quart, hidden_scopes: Collection[str]) -> None:
    """Offers new keys the scopes that operations declare, without those of parts that are off."""
    app.extensions[OFFERED] = set(app.extensions[SCOPE_OF_ROUTE].values()) - set(hidden_scopes)


def require_api_key(blueprint: Blueprint) -> None:
    """Requires a valid API key with the scope of the operation for every endpoint of the blueprint.

    It adds the rate limit headers to the responses, and records the requests in the log.

    Raises: Unauthorized, SeveralKeys, NotBearer, InvalidApiKey, RevokedApiKey, ExpiredApiKey, NetworkNotAllowed,
    InsufficientScope, BeingDeleted for a change.
    """
    _blueprints_with_key.add(blueprint.name)

    blueprint.before_request(_check_key)
    blueprint.before_request(_claim_idempotency_key)
    blueprint.teardown_request(_release_idempotency_key)
    blueprint.after_request(_log_request)
    blueprint.after_request(_add_limit_headers)


async def _check_key() -> None:
    """Checks the key of the request and what it may do; `g.key` is a key that may do it."""
    g.found_key = key = await ApiKey.find(_received_key())
    key.check_valid()
    _check_network(key)
    _check_scope(key)
    g.key = key
    if request.method not in SAFE_METHODS:
        refuse_change(key_owner())


async def _log_request(response: Response) -> Response:
    """Records the request in the log if its key is known, whether or not it was refused."""
    if key := g.get("found_key"):
        await record_request(key, response)
    return response


async def _add_limit_headers(response: Response) -> Response:
    """Adds what the month has left to a response that counts, and the missing scope to a refusal."""
    share: QuotaUsage | None = g.get("share")
    if share is not None and response.status_code < 300:
        response.headers["X-RateLimit-Limit"] = str(share.limit)
        response.headers["X-RateLimit-Remaining"] = str(max(0, share.limit - share.used))
        response.headers["X-RateLimit-Reset"] = str(int(clock.start_of_next_month().timestamp()))
    if scope := g.get("missing_scope"):  # RFC 6750 §3.1
        response.headers["WWW-Authenticate"] = f'Bearer error="insufficient_scope", scope="{scope}"'
    return response


def _check_network(key: ApiKey) -> None:
    """Checks that the key may be used from where the request comes. Raises: NetworkNotAllowed."""
    address = client_info.request_address()
    if not is_allowed(address, key.networks):
        raise NetworkNotAllowed(address=address or "an unknown address")


def _check_scope(key: ApiKey) -> None:
    """Checks that the key has the scope of the requested operation. Raises: InsufficientScope."""
    method = "GET" if request.method == "HEAD" else request.method
    rule = request.url_rule.rule if request.url_rule else ""
    scope = current_app.extensions[SCOPE_OF_ROUTE][method, path_template(rule)]
    if not key.has_scope(scope):
        g.missing_scope = scope
        raise InsufficientScope(scope=scope)


async def _claim_idempotency_key() -> Response | None:
    """Claims the request's idempotency key; returns the answer if it was answered before. See `claim_or_replay`."""
    replayed = await idempotency.claim_or_replay(key_owner())
    if replayed is not None:
        g.share = await MonthlyUsage.usage_of(key_owner())
    return replayed


async def _release_idempotency_key(_error: BaseException | None) -> None:
    await idempotency.release_key()


def _received_key() -> str:
    """Returns the key of the request, unchecked. Raises: Unauthorized, SeveralKeys, NotBearer."""
    headers = request.headers.getlist("Authorization")
    if len(headers) > 1:  # proxies and servers disagree on which one counts
        raise SeveralKeys
    header = "".join(headers).strip()
    scheme, _, key = header.partition(" ")
    if scheme.lower() != "bearer" or not key.strip():
        raise NotBearer if header else Unauthorized
    return key.strip()


def key_owner() -> Account:
    """Returns the account that the request's API key belongs to."""
    return cast(ApiKey, g.key).account


def key_maker() -> UUID | None:
    """Returns the id of the user who made the request's API key, for acts that are somebody's; None if unknown."""
    return cast(ApiKey, g.key).made_by_id


async def check_monthly_limit() -> None:
    """Checks, without counting, what `counted_request` refuses, for work before it; only that is exact.

    Raises: ApiLimitReached, UnknownField.
    """
    await report_what_was_not_read()
    if (await MonthlyUsage.usage_of(key_owner())).full:
        raise ApiLimitReached(retry_after=clock.seconds_to_month_end())


@asynccontextmanager
async def counted_request() -> AsyncGenerator[None]:
    """Counts one request in a transaction around the block, unless the block raises.

    The answer of a POST has to be built inside of the block: see idempotency.py.

    Raises: ApiLimitReached; UnknownField for a strict request with what the operation does not take.
    """
    await report_what_was_not_read()
    g.pop("answer", None)  # of a try before
    async with MonthlyUsage.counted_request(g.key) as share:
        g.share = share
        yield
        await idempotency.store_answer()


@asynccontextmanager
async def count_each_item() -> AsyncGenerator[ItemCount]:
    """Counts one request for each item that the block has done, as `counted_request` does for one.

    Raises: UnknownField for a strict request with what the operation does not take.
    """
    await report_what_was_not_read()
    g.pop("answer", None)  # of a try before
    async with MonthlyUsage.count_each_item(g.key) as count:
        yield count
        g.share = count.usage
        await idempotency.store_answer()


def monthly_usage() -> QuotaUsage:
    """Returns the usage of this month, this request included; call it in or after `counted_request`."""
    return cast(QuotaUsage, g.share)
