"""How many bytes of bodies an account may send at once, because a body is in memory while it is read.

The limits of keys count requests from their reservation on, which comes after the body. So without this, a single key
could fill the memory with bodies that never end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from uuid import UUID

from quart import request

from app.gateway.api.authentication import ai_account
from app.gateway.api.error_answers import RATE, ApiError
from app.kernel import installation
from app.web.limits import max_body_size

MOST_AT_ONCE = 300 * 1024 * 1024  # bytes: three forms of the largest size, or twelve bodies of JSON


class BytesBeingRead(Counter[UUID]):
    """The bytes of the bodies that are being read, by account; a resource of the installation."""


@contextmanager
def body_in_memory() -> Generator[None]:
    """Counts the body of the request while the block reads it; one without a length counts as the longest.

    Raises: ApiError.
    """
    being_read, account_id = installation.current().resource(BytesBeingRead), ai_account().id
    size = request.content_length if request.content_length is not None else max_body_size(request.path)
    if being_read[account_id] and being_read[account_id] + size > MOST_AT_ONCE:
        message = "Too many large bodies are being sent at once. Wait until one of them has arrived."
        raise ApiError(429, message, RATE, retry_after=1)
    being_read[account_id] += size
    try:
        yield
    finally:
        being_read[account_id] -= size
        if not being_read[account_id]:
            del being_read[account_id]
