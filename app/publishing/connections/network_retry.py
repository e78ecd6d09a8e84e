"""Tries the job of a connection again later when its network cannot be reached, or answers with an error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.jobs import RetryLater
from app.publishing.networks.client import Unreachable
from app.publishing.networks.errors import NetworkError, ReconnectNeeded, TemporaryFailure


@contextmanager
def retry_later() -> Iterator[None]:
    """Raises RetryLater for errors of a network, no sooner than it wants; ReconnectNeeded goes on to the caller."""
    try:
        yield
    except ReconnectNeeded:
        raise
    except Unreachable as error:
        raise RetryLater(error.reason) from None
    except TemporaryFailure as error:
        raise RetryLater(error.trouble, after=error.after) from None
    except NetworkError as error:
        raise RetryLater(error.trouble) from None
