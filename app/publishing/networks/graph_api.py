"""Meta's Graph API, which Facebook and Instagram share: its calls, and what the codes of its errors mean.

Source: developers.facebook.com, "Graph API: handling errors, rate limits", "Instagram platform: error codes".
"""

from __future__ import annotations

from functools import partial
from typing import Any

import orjson

from app.kernel import installation
from app.publishing.networks.client import NetworkClient, Reply
from app.publishing.networks.errors import NetworkError, NotReady, PostRefused, ReconnectNeeded, Scope, TemporaryFailure
from app.publishing.networks.json_calls import LONG_WAIT, SHORT_WAIT, call_json, unclear_outcome
from app.publishing.networks.network import JsonObject

ENDED = {102, 190, 463, 467}
NO_PERMISSION = {3, 10, *range(200, 300)}
APP_LIMITS, LIMITS = {4, 341}, {9, 17, 32, 613, *range(80000, 80015)}
UNCLEAR = {-1, 1, 2}  # faults of Meta's, some of which are answered after a post was published
REFUSED = {  # by subcode where there is one, else by code
    368: "blocked_by_network",
    506: "duplicate_post",
    1609005: "link_refused",
    2207051: "blocked_by_network",
    2207050: "account_restricted",
    2207052: "media_not_fetched",
    9004: "media_not_fetched",
    **dict.fromkeys((2207004, 2207005, 2207009, 2207023, 2207026, 2207057, 2207076, 2207077), "file_refused"),
    **dict.fromkeys((324, 352, 389, 6000, 36000, 36001, 36003), "file_refused"),
}
WAITS = {  # subcodes of Instagram after which the same call may work
    2207003: ("media_slow", SHORT_WAIT),
    2207006: ("upload_lost", 5.0),
    2207008: ("upload_lost", 5.0),
    2207020: ("upload_lost", 5.0),
    2207027: ("still_processing", 10.0),
    2207042: ("limit_reached", LONG_WAIT),
}


def version() -> str:
    """Returns the version of the API as it is written in addresses."""
    return installation.current().config.meta_graph_version


async def call_graph(
    client: NetworkClient, method: str, url: str, *, sending: bool = False, **parts: Any
) -> JsonObject:
    """Makes a call and returns the JSON object of a success. Raises: an error of errors.py."""
    reply = await call_json(client, method, url, partial(error_of_refusal, sending=sending), sending=sending, **parts)
    if "error" in reply.json:
        raise error_of_refusal(reply, sending=sending)
    return dict(reply.json)


def error_of_refusal(reply: Reply, *, sending: bool) -> NetworkError:
    """Returns the error that a refusal is."""
    error = error_object(reply)
    code, subcode = _number(error.get("code")), _number(error.get("error_subcode"))
    facts: dict[str, Any] = {
        "code": f"{code}/{subcode}" if subcode else str(code or ""),
        "detail": str(error.get("error_user_msg") or error.get("message") or ""),
        "status": reply.status,
    }
    if subcode in WAITS:
        trouble, after = WAITS[subcode]
        return TemporaryFailure(trouble, after=after, **facts)
    if trouble := REFUSED.get(subcode or code, ""):
        return PostRefused(trouble, **facts)
    if code in UNCLEAR or error.get("is_transient"):
        return unclear_outcome("network_down", sending=sending, **facts)
    return _of_code(code, reply, facts)


def error_object(reply: Reply) -> JsonObject:
    """Returns the error in a body, empty without one."""
    error = reply.json.get("error") if isinstance(reply.json, dict) else None
    return error if isinstance(error, dict) else {}


def _of_code(code: int, reply: Reply, facts: dict[str, Any]) -> NetworkError:
    """Returns the error for a code: an ended token, a missing permission, a limit, or a refusal of the post."""
    if code in ENDED or (not code and reply.status == 401):
        return ReconnectNeeded("permission_ended", **facts)
    if code in NO_PERMISSION or (not code and reply.status == 403):
        return ReconnectNeeded("scope_missing", **facts)
    if code in APP_LIMITS:
        return TemporaryFailure("app_stopped", after=_wait(reply), scope=Scope.APP, **facts)
    if code in LIMITS or reply.status == 429:
        return TemporaryFailure("rate_limited", after=_wait(reply), **facts)
    return PostRefused("post_refused", **facts)


def _wait(reply: Reply) -> float:
    """Returns how many seconds Meta wants to be left in peace: Retry-After, or the minutes of its usage header."""
    if reply.retry_after:
        return reply.retry_after
    try:
        usage = orjson.loads(reply.headers.get("X-Business-Use-Case-Usage", "{}"))
        minutes = [float(row["estimated_time_to_regain_access"]) for rows in usage.values() for row in rows]
    except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError, ValueError):
        minutes = []
    return max([*minutes, 5.0]) * 60


def _number(value: Any) -> int:
    """Reads a code; 0 for none."""
    return value if isinstance(value, int) else int(value) if isinstance(value, str) and value.isdecimal() else 0


async def read_link(client: NetworkClient, url: str, field: str) -> str:
    """Reads the address of a post that is published, as its id proves; empty where Meta refuses to tell it.

    Raises: NotReady when it may tell it later.
    """
    try:
        return str((await call_graph(client, "GET", url, query={"fields": field})).get(field) or "")
    except TemporaryFailure as failure:
        raise NotReady(max(failure.after, SHORT_WAIT)) from None
    except NetworkError:
        return ""


async def revoke(client: NetworkClient, url: str) -> None:
    """Takes all permissions of the app back; a token that is valid no more has none. Raises: TemporaryFailure."""
    try:
        await call_graph(client, "DELETE", url)
    except ReconnectNeeded:
        return
    except PostRefused as error:
        raise TemporaryFailure("revoke_refused", after=LONG_WAIT, code=error.code, detail=error.detail) from None
