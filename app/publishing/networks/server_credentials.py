"""The credentials of apps that Kliqs registers by itself, one app for each server (Mastodon).

Adapters read no tables. The adapter that needs credentials calls `credentials_of`, which uses the function that
app/publishing/connections/server_app_registration.py has registered; that module stores them.
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


def set_lookup(lookup: Lookup) -> Lookup:
    """Registers the function that `credentials_of` calls, and returns it, so that it can be used as a decorator."""
    _lookups[:] = [lookup]
    return lookup


async def credentials_of(server: str) -> AppCredentials:
    """Returns the credentials of our app at a server; registers the app there if it is new. Raises: NetworkError."""
    return await _lookups[0](server)


def server_url(server: str) -> str:
    """Returns the URL of a server by its host: https, but http in development for a server on this machine."""
    insecure = not installation.current().config.production and is_loopback(server if ":" in server else f"{server}:0")
    return f"{'http' if insecure else 'https'}://{server}"
