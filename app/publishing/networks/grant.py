"""What a network granted to somebody who allowed the app there."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Grant:
    """What a network granted: tokens, the scopes that belong to them, and for how many seconds they are valid.

    None is for a time that the network does not report. `user_token` is the token of the person where the access
    token is a page's (Facebook): it is needed to revoke.
    """

    access_token: str = field(repr=False)
    refresh_token: str = field(default="", repr=False)
    user_token: str = field(default="", repr=False)
    scopes: tuple[str, ...] = ()
    expires_in: float | None = None
    refresh_expires_in: float | None = None
    token_type: str = "user"  # noqa: S105 - a kind, not a secret: user, page, organisation
