"""TikTok's API: its envelope of data and error, and what its error codes mean.

Source: developers.tiktok.com, "Error handling", "Get post status".
"""

from __future__ import annotations

from typing import Any

from app.kernel import installation
from app.publishing.networks.client import NetworkClient, Reply
from app.publishing.networks.errors import (
    NetworkError,
    OutcomeUnknown,
    PostRefused,
    ReconnectNeeded,
    Scope,
    TemporaryFailure,
)
from app.publishing.networks.json_calls import LONG_WAIT, PUBLISH_UNANSWERED, SHORT_WAIT, call_json
from app.publishing.networks.network import JsonObject

ENDED = {"access_token_invalid", "access_token_expired", "invalid_grant"}
NO_SCOPE = {"scope_not_authorized", "scope_permission_missed"}
REFUSED = {
    "unaudited_client_can_only_post_to_private_accounts": "tiktok_unaudited",
    "privacy_level_option_mismatch": "tiktok_privacy",
    "url_ownership_unverified": "tiktok_domain",
    "duration_check_failed": "video_length",
    "file_format_check_failed": "file_refused",
    "frame_rate_check_failed": "file_refused",
    "picture_size_check_failed": "file_refused",
    "invalid_file_upload": "file_refused",
    "video_pull_failed": "media_not_fetched",
    "photo_pull_failed": "media_not_fetched",
    "publish_cancelled": "tiktok_cancelled",
    "auth_removed": "permission_ended",
    "internal": "network_gave_up",
}
TOO_MANY = 429


def api_url(path: str) -> str:
    """Returns the address of a call."""
    return installation.current().config.tiktok_url.rstrip("/") + path


async def call_tiktok(
    client: NetworkClient, method: str, path: str, *, sending: bool = False, **parts: Any
) -> JsonObject:
    """Makes a call and returns its data. Raises: an error of errors.py."""

    def judge(reply: Reply) -> NetworkError:
        """Returns the error of a refusal."""
        code, message = error_code_and_message(reply.json)
        if sending and (reply.ok or code == "internal_error"):
            return OutcomeUnknown(PUBLISH_UNANSWERED, code=code, detail=message, status=reply.status)
        after = reply.retry_after or SHORT_WAIT
        return error_of_refusal(code=code or str(reply.status), detail=message, status=reply.status, after=after)

    reply = await call_json(client, method, api_url(path), judge, sending=sending, **parts)
    if error_code_and_message(reply.json)[0] not in {"", "ok"}:
        raise judge(reply)
    data = reply.json.get("data")
    return data if isinstance(data, dict) else {}


async def fetch_status(client: NetworkClient, publish_id: str) -> JsonObject:
    """Reads how far a post is. Raises: PostRefused for one that TikTok does not know."""
    return await call_tiktok(client, "POST", "/v2/post/publish/status/fetch/", json={"publish_id": publish_id})


def error_of_refusal(*, code: str, detail: str = "", status: int = 0, after: float = SHORT_WAIT) -> NetworkError:
    """Returns the error that a refusal with this code is; `after` is the wait for those that pass."""
    facts: dict[str, Any] = {"code": code, "detail": detail, "status": status}
    if code in ENDED or code == "401":
        return ReconnectNeeded("permission_ended", **facts)
    if code in NO_SCOPE:
        return ReconnectNeeded("scope_missing", **facts)
    if code == "reached_active_user_cap":
        return TemporaryFailure("app_stopped", after=LONG_WAIT, scope=Scope.APP, **facts)
    if code == "rate_limit_exceeded" or status == TOO_MANY:
        return TemporaryFailure("rate_limited", after=after, **facts)
    if code == "internal_error":
        return TemporaryFailure("network_down", after=after, **facts)
    return PostRefused(_trouble(code), **facts)


def error_of_failed_post(reason: str) -> PostRefused:
    """Returns the error for a post that TikTok took in and did not publish."""
    return PostRefused(_trouble(reason), code=reason)


def error_code_and_message(body: Any) -> tuple[str, str]:
    """Returns the code and the words of an error, in the form of the API or of OAuth; both empty without one."""
    error = body.get("error") if isinstance(body, dict) else None
    if isinstance(error, dict):
        return str(error.get("code") or ""), str(error.get("message") or "")
    return (str(error), str(body.get("error_description") or "")) if error else ("", "")


def _trouble(code: str) -> str:
    """Returns the key of the sentence for a code or reason."""
    return "tiktok_spam" if code.startswith("spam_risk") else REFUSED.get(code, "post_refused")
