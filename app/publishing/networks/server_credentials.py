"""The credentials of apps that Kliqs registers by itself, one for each server (Mastodon).

Adapters touch no table: the one that needs them asks here, and app/publishing/connections/server_app_registration.py,
which stores them, answers.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from app.kernel import installation
from app.kernel.setting_checks import is_loopback

# what the app may ask people for; a server refuses any other (docs.joinmastodon.org/api/oauth-scopes)
APP_SCOPES = ("read:accounts", "read:statuses", "write:statuses", "write:media")


@dataclass(frozen=True, slots=True)
class AppCredentials:
    """The client id and secret of an app at a server."""

    client_id: str
    client_secret: str = field(repr=False)


Lookup = Callable[[str], Awaitable[AppCredentials]]
_lookups: list[Lookup] = []


def answer_with(lookup: Lookup) -> Lookup:
    """Makes a function answer `credentials_of` from now on; it returns the function, so it can be a decorator."""
    _lookups[:] = [lookup]
    return lookup


async def credentials_of(server: str) -> AppCredentials:
    """Returns the credentials of our app at a server, registering it there at first. Raises: NetworkError."""
    return await _lookups[0](server)


def server_url(server: str) -> str:
    """Returns the address of a server by its host: https, but http in development for one on this machine."""
    insecure = not installation.current().config.production and is_loopback(server if ":" in server else f"{server}:0")
    return f"{'http' if insecure else 'https'}://{server}"
