"""How a request ended: the status and the error that its row has and its client gets."""

from __future__ import annotations

import asyncio
import re

from app.gateway.metering.ai_request import HUNG_UP
from app.gateway.routing.failover import NoRoute
from app.gateway.upstreams.errors import CredentialRefused, NotSupported, UpstreamError

OK, INVALID, BROKEN, UNAVAILABLE, NO_ROUTE = 200, 400, 500, 502, 503
CODE = re.compile(r"[A-Za-z0-9_.-]{1,60}", re.ASCII)
INTERNAL = "internal_error"
GONE = (asyncio.CancelledError, GeneratorExit)  # the client closed the connection


def status_of(error: BaseException | None) -> int:
    """Returns the HTTP status of a request that ended with an error, or without any.

    What the client can change has the upstream's status; what only the operator or the upstream can has 502.
    """
    if error is None:
        return OK
    if isinstance(error, GONE):
        return HUNG_UP
    if isinstance(error, NoRoute):
        return NO_ROUTE
    if isinstance(error, NotSupported):
        return INVALID
    if isinstance(error, UpstreamError):
        return error.status if is_fault_of_client(error) else UNAVAILABLE
    return BROKEN


def is_fault_of_client(error: UpstreamError) -> bool:
    """Whether an upstream refused a request for what the client sent."""
    refused = 400 <= error.status < 500 and not error.retryable
    return refused and not isinstance(error, CredentialRefused)


def error_name(error: BaseException | None) -> str:
    """Returns the error of a request as its row keeps it, "" for none: an upstream's code only where it is a word.

    Otherwise it is the name of the kind of error, and INTERNAL for a fault of ours.
    What is longer may quote what was said to the model, which is kept nowhere.
    """
    if error is None:
        return ""
    if isinstance(error, GONE):
        return "hung_up"
    if not isinstance(error, UpstreamError):
        return INTERNAL
    return error.code if CODE.fullmatch(error.code) else error.name
