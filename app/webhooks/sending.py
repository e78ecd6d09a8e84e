"""Sends one event to an endpoint, over the guarded client: only to the public Internet, and no redirect is followed."""

from __future__ import annotations

import time

from app.kernel import clock, encryption, installation, text
from app.kernel.dns_resolver import STRANGERS, SystemResolver
from app.kernel.http_client import Client, Limits
from app.kernel.http_client_errors import (
    AddressForbidden,
    BadResponse,
    ConnectionFailed,
    HostUnknown,
    NetError,
    PortForbidden,
    ResponseTooLarge,
    TimedOut,
    TlsFailed,
)
from app.kernel.outside_calls import WEBHOOKS, outside_call
from app.kernel.refusal import N_
from app.webhooks.delivery import MAX_ANSWER, WebhookAttempt, WebhookDelivery
from app.webhooks.endpoint import WebhookEndpoint
from app.webhooks.signing import signed_headers

CONNECT_SECONDS, ANSWER_SECONDS = 5, 10
LIMITS = Limits(
    connect=CONNECT_SECONDS,
    idle=ANSWER_SECONDS,
    total=CONNECT_SECONDS + ANSWER_SECONDS,
    body=MAX_ANSWER,
    redirects=0,
    cut=True,
)
PROBLEMS = {  # why there was no answer, as it is stored and shown
    "timeout": N_("no answer in time"),
    "forbidden": N_("the address is not on the public Internet"),
    "host": N_("there is no such host"),
    "tls": N_("the certificate is not valid, or there is no TLS"),
    "connection": N_("nobody answers at that address"),
    "answer": N_("the answer is not valid HTTP"),
    "secret": N_("the operator has changed KLIQS_SECRET_KEY: replace the signing secret"),
}
_CODES: dict[type[NetError], str] = {
    TimedOut: "timeout",
    AddressForbidden: "forbidden",
    PortForbidden: "forbidden",
    HostUnknown: "host",
    TlsFailed: "tls",
    ConnectionFailed: "connection",
    BadResponse: "answer",
    ResponseTooLarge: "answer",
}


async def send(url: str, delivery: WebhookDelivery, secrets: list[str]) -> WebhookAttempt:
    """Makes one attempt, signed with these secrets, and returns it; it is not stored yet."""
    at, begun = clock.now(), time.monotonic()
    attempt = WebhookAttempt(delivery_id=delivery.id, made_at=at, milliseconds=0)
    if not secrets:
        attempt.problem = "secret"
        return attempt
    headers = signed_headers(secrets, delivery.event_id, int(at.timestamp()), delivery.body)
    client = Client(installation.current().config.allow_list, LIMITS, SystemResolver(STRANGERS))
    try:
        with outside_call(WEBHOOKS, lambda error: isinstance(error, NetError)):
            response = await client.request(
                "POST", url, headers={"Content-Type": "application/json"} | headers, body=delivery.body.encode()
            )
        attempt.status, attempt.answer = response.status, _readable(response.body)
    except NetError as error:
        attempt.problem = _CODES.get(type(error), "connection")
    attempt.milliseconds = int((time.monotonic() - begun) * 1000)
    return attempt


def secrets_of(endpoint: WebhookEndpoint) -> list[str]:
    """Returns the secrets that messages are signed with; none when KLIQS_SECRET_KEY no longer opens them."""
    try:
        return endpoint.signing_secrets()
    except encryption.Undecipherable:
        return []


def _readable(body: bytes) -> str:
    """Returns the beginning of an answer as text that any database keeps."""
    return text.replace_surrogates(body.decode("utf-8", "replace")).replace("\x00", "\ufffd")[:MAX_ANSWER]
