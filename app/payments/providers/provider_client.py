"""Calls to payment providers: JSON over the guarded HTTP client, without redirects, with limits on time and size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import structlog

from app.kernel import installation
from app.kernel.http_client import Client, Limits, Response
from app.kernel.http_client_errors import NetError
from app.payments.providers.message_fields import UnreadableField, parse_object
from app.payments.providers.provider import (
    CredentialsRefused,
    ProviderDown,
    ProviderError,
    ProviderRefused,
    UnknownPayment,
)
from app.payments.providers.redaction import readable_faults

LIMITS = Limits(connect=5, idle=15, total=20, body=1024 * 1024, redirects=0)
LONGEST_WAIT = 3600  # seconds
E = TypeVar("E", bound=ProviderError)

log = structlog.get_logger()


async def request_object(
    code: str, method: str, url: str, *, headers: Mapping[str, str], body: bytes = b"", secrets: Iterable[str] = ()
) -> dict[str, Any]:
    """Sends exactly these bytes and returns the JSON object of a response with a status of 2xx.

    `code` is that of the provider, for the log. `secrets` are left out of what the errors and the log say. Raises:
    ProviderDown for a time-out, 429, 5xx or an answer that is not JSON, CredentialsRefused for 401 and 403,
    UnknownPayment for 404, ProviderRefused for every other status.
    """
    client = Client(installation.current().config.allow_list, LIMITS)
    try:
        response = await client.request(method, url, headers={"Accept": "application/json", **headers}, body=body)
    except NetError as error:
        raise _logged(code, ProviderDown(reason=type(error).__name__)) from None
    if response.status == 429 or response.status >= 500:
        raise _logged(code, ProviderDown(reason=f"status {response.status}", retry_after=_retry_after(response)))
    try:
        payload = parse_object(response.body)
    except UnreadableField as error:
        if response.status < 300:
            raise _logged(code, ProviderDown(reason=str(error))) from None
        payload = {}
    raise_for_status(code, response.status, payload, secrets)
    return payload


def raise_for_status(code: str, status: int, payload: object, secrets: Iterable[str]) -> None:
    """Raises what a status means; `payload` says why. Some providers write the status into the body of a 200.

    Raises: those of `request_object`.
    """
    if status == 429 or status >= 500:
        raise _logged(code, ProviderDown(reason=f"status {status}"))
    if 200 <= status < 300:
        return
    kinds = {401: CredentialsRefused, 403: CredentialsRefused, 404: UnknownPayment}
    kind = kinds.get(status, ProviderRefused)
    raise _logged(code, kind(faults=readable_faults(payload, secrets), reason=f"status {status}"))


def refuse_answer(code: str, field: str, reason: str) -> ProviderRefused:
    """Returns the error for an answer of 2xx in which a field is missing or wrong; `reason` must hold no secret."""
    return _logged(code, ProviderRefused(faults={field: [reason]}, reason="unexpected answer"))


def _logged(code: str, error: E) -> E:
    """Writes what a provider did not do into the log, and returns the error."""
    write = log.info if isinstance(error, UnknownPayment) else log.warning
    write("payment_provider_failed", provider=code, problem=type(error).__name__, **error.facts)
    return error


def _retry_after(response: Response) -> int | None:
    """Returns the seconds of a Retry-After header, within an hour; None without one."""
    text = response.headers.get("Retry-After", "")
    return min(int(text), LONGEST_WAIT) if text.isascii() and text.isdecimal() and len(text) <= 9 else None
