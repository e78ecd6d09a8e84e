"""What can go wrong when an adapter talks to its network; each error says what may be done next.

`trouble` is a key of TROUBLES (app/publishing/networks/trouble_sentences.py), which has a sentence for people for each.
`code` is the network's own code and `detail` its own words, without secrets; both are shown to a person who opens the
attempt. `status` is the HTTP status, 0 where there was no response.
"""

from __future__ import annotations

from enum import Enum

from app.kernel.text import storable


class Scope(Enum):
    """What a temporary refusal applies to: this connection, or every connection of the installation at the network."""

    CONNECTION, APP = "connection", "app"


class NetworkError(Exception):
    """A call to a network that did not succeed. Raise one of the subclasses."""

    def __init__(self, trouble: str, *, code: str = "", detail: str = "", status: int = 0) -> None:
        super().__init__(trouble, code, status)
        self.trouble, self.status = trouble, status
        self.code, self.detail = storable(code)[:120], storable(detail)[:500]


class TemporaryFailure(NetworkError):
    """Nothing was published and the same call may work later: a limit of the network, a fault of its servers.

    `after` is the least number of seconds to wait, as the network said or by the adapter's rule.
    """

    def __init__(
        self,
        trouble: str,
        *,
        after: float = 0,
        scope: Scope = Scope.CONNECTION,
        code: str = "",
        detail: str = "",
        status: int = 0,
    ) -> None:
        super().__init__(trouble, code=code, detail=detail, status=status)
        self.after, self.scope = after, scope


class PostRefused(NetworkError):
    """The network refuses this post for good: it must be changed before it is sent again. Nothing was published."""


class ReconnectNeeded(NetworkError):
    """The permission has ended or was taken back, or lacks a scope: only the person can connect again."""


class OutcomeUnknown(NetworkError):
    """Raised by `send` alone: the call left, and no answer says whether the post exists. It is never sent again."""


class NotReady(Exception):
    """The network still works on what it has: look again after `after` seconds. `percent` is its progress, if known."""

    def __init__(self, after: float = 5, percent: int | None = None) -> None:
        super().__init__(after)
        self.after, self.percent = after, percent


class CannotLook(Exception):
    """Raised by `find`: with the granted scopes the network does not tell whether a post exists."""
