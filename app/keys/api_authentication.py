"""Authentication of API requests by Bearer key, and counting of the month's requests.

The key is checked before every endpoint. Each endpoint counts the request itself, around its work.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import cast

from quart import Blueprint, Response, g, request

from app.accounts.deletion_grace import refuse_change
from app.accounts.models import Account
from app.kernel import clock
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.keys import idempotency
from app.keys.models import ApiKey, ApiLimitReached, MonthlyUsage
from app.plans.quota import QuotaUsage
from app.web.csrf import SAFE_METHODS
from app.web.unknown_fields import report_what_was_not_read

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


def require_api_key(blueprint: Blueprint) -> None:
    """Requires a valid API key for every endpoint of the blueprint, and adds the rate limit headers to its responses.

    Raises: Unauthorized, SeveralKeys, NotBearer, InvalidApiKey, RevokedApiKey, BeingDeleted for a change.
    """

    @blueprint.before_request
    async def check_key() -> None:
        g.key = await ApiKey.authenticate(_received_key())
        if request.method not in SAFE_METHODS:
            refuse_change(key_owner())

    blueprint.before_request(_claim_idempotency_key)
    blueprint.teardown_request(_release_idempotency_key)

    @blueprint.after_request
    async def add_limit_headers(response: Response) -> Response:
        share: QuotaUsage | None = g.get("share")
        if share is not None and response.status_code < 300:
            response.headers["X-RateLimit-Limit"] = str(share.limit)
            response.headers["X-RateLimit-Remaining"] = str(max(0, share.limit - share.used))
            response.headers["X-RateLimit-Reset"] = str(int(clock.start_of_next_month().timestamp()))
        return response


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


async def check_monthly_limit() -> None:
    """Checks, without counting, that a request is left; only `counted_request` is exact. Raises: ApiLimitReached."""
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


def monthly_usage() -> QuotaUsage:
    """Returns the usage of this month, this request included; call it in or after `counted_request`."""
    return cast(QuotaUsage, g.share)
