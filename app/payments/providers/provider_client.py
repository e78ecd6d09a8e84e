"""Calls to payment providers: JSON over the guarded HTTP client, without redirects, with limits on time and size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.kernel import installation
from app.kernel.http_client import Client, Limits, Response
from app.kernel.http_client_errors import NetError
from app.payments.providers.message_fields import UnreadableField, parse_object
from app.payments.providers.provider import CredentialsRefused, ProviderDown, ProviderRefused, UnknownPayment
from app.payments.providers.redaction import readable_faults

LIMITS = Limits(connect=5, idle=15, total=20, body=1024 * 1024, redirects=0)
LONGEST_WAIT = 3600  # seconds


async def request_object(
    method: str, url: str, *, headers: Mapping[str, str], body: bytes = b"", secrets: Iterable[str] = ()
) -> dict[str, Any]:
    """Sends exactly these bytes and returns the JSON object of a response with a status of 2xx.

    `secrets` are left out of what the errors say. Raises: ProviderDown for a time-out, 429, 5xx or an answer that is
    not JSON, CredentialsRefused for 401 and 403, UnknownPayment for 404, ProviderRefused for every other status.
    """
    client = Client(installation.current().config.allow_list, LIMITS)
    try:
        response = await client.request(method, url, headers={"Accept": "application/json", **headers}, body=body)
    except NetError as error:
        raise ProviderDown(reason=type(error).__name__) from None
    if response.status == 429 or response.status >= 500:
        raise ProviderDown(reason=f"status {response.status}", retry_after=_retry_after(response))
    try:
        payload = parse_object(response.body)
    except UnreadableField as error:
        if response.status < 300:
            raise ProviderDown(reason=str(error)) from None
        payload = {}
    raise_for_status(response.status, payload, secrets)
    return payload


def raise_for_status(status: int, payload: object, secrets: Iterable[str]) -> None:
    """Raises what a status means; `payload` says why. Some providers write the status into the body of a 200.

    Raises: those of `request_object`.
    """
    if status == 429 or status >= 500:
        raise ProviderDown(reason=f"status {status}")
    if 200 <= status < 300:
        return
    faults = readable_faults(payload, secrets)
    if status in {401, 403}:
        raise CredentialsRefused(faults=faults, reason=f"status {status}")
    raise (UnknownPayment if status == 404 else ProviderRefused)(faults=faults, reason=f"status {status}")


def refuse_answer(field: str, reason: str) -> ProviderRefused:
    """Returns the error for an answer of 2xx in which a field is missing or wrong; `reason` must hold no secret."""
    return ProviderRefused(faults={field: [reason]}, reason="unexpected answer")


def _retry_after(response: Response) -> int | None:
    """Returns the seconds of a Retry-After header, within an hour; None without one."""
    text = response.headers.get("Retry-After", "")
    return min(int(text), LONGEST_WAIT) if text.isascii() and text.isdecimal() and len(text) <= 9 else None
