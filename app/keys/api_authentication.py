"""Stands before every API endpoint: whose key is this? Counting stands in each endpoint, around its work."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import cast

from quart import Blueprint, Response, g, request

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.keys.models import ApiKey, ApiLimitReached, Usage
from app.plans.quota import Share

document_code(
    "UNAUTHORIZED", 401, N_("The Authorization header is missing."),
    N_("Send “Authorization: Bearer” and your key."))


class Unauthorized(Refusal):
    code, says = "UNAUTHORIZED", N_("Missing Authorization header.")


class SeveralKeys(Unauthorized):
    says = N_("Send one Authorization header, not several.")


class NotBearer(Unauthorized):
    says = N_("Use: Authorization: Bearer and your key.")


def protect(blueprint: Blueprint) -> None:
    """Refusals: Unauthorized, SeveralKeys, NotBearer, InvalidApiKey, RevokedApiKey."""

    @blueprint.before_request
    async def check_key() -> None:
        headers = request.headers.getlist("Authorization")
        if len(headers) > 1:  # which of them counts is read differently by each program on the way
            raise SeveralKeys
        header = "".join(headers).strip()
        scheme, _, raw = header.partition(" ")
        if scheme.lower() != "bearer" or not raw.strip():
            raise NotBearer if header else Unauthorized
        g.key = await ApiKey.present(raw.strip())

    @blueprint.after_request
    async def tell_limits(response: Response) -> Response:
        share: Share | None = g.get("share")
        if share is not None and response.status_code < 300:
            response.headers["X-RateLimit-Limit"] = str(share.limit)
            response.headers["X-RateLimit-Remaining"] = str(max(0, share.limit - share.used))
            response.headers["X-RateLimit-Reset"] = str(int(clock.next_month().timestamp()))
        return response


def account() -> Account:
    """Whose key it is."""
    return cast(ApiKey, g.key).account


async def expect_room() -> None:
    """Whether a request could be counted now; only `counted` is exact. Refusals: ApiLimitReached."""
    if (await Usage.share(account())).full:
        raise ApiLimitReached(retry_after=clock.seconds_left())


@asynccontextmanager
async def counted() -> AsyncGenerator[None]:
    """One transaction that counts one request; a refusal inside gives it back. Refusals: ApiLimitReached."""
    async with Usage.spending(g.key) as share:
        g.share = share
        yield


def share() -> Share:
    """How much of the month's requests is used, this one included; inside or after `counted`."""
    return cast(Share, g.share)
