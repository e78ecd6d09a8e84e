"""The app of Kliqs at each Mastodon server, registered there when the first person connects an account.

It is registered anew when the callback address changes, because the server accepts no other than the registered one.
"""

from __future__ import annotations

import json
import re
from typing import Any

from app.kernel import clock, encryption, installation, site
from app.kernel.db import query_rows
from app.kernel.setting_checks import is_host
from app.publishing.connections.connect_refusals import ServerInvalid
from app.publishing.connections.redirect_uri import redirect_uri
from app.publishing.connections.server_app import ServerApp
from app.publishing.networks.client import NetworkClient, Unreachable
from app.publishing.networks.errors import TemporaryFailure
from app.publishing.networks.server_credentials import APP_SCOPES, AppCredentials, server_url, set_lookup

MASTODON = "mastodon"
LONGEST = 253  # characters of a host name
PORT = re.compile(r":\d{1,5}")
SAVE = """
    INSERT INTO server_apps (server, client_id, client_secret, created_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (server) DO UPDATE SET client_id = excluded.client_id, client_secret = excluded.client_secret,
        created_at = excluded.created_at"""


def clean_server(typed: str) -> str:
    """Returns the host of a server from what somebody typed: an address and a handle are shortened to it.

    Raises: ServerInvalid.
    """
    host = typed.strip().rpartition("://")[2].split("/")[0].rpartition("@")[2].lower().removesuffix(".")
    name, port = PORT.sub("", host), PORT.search(host)
    if not name or len(name) > LONGEST or not is_host(name):
        raise ServerInvalid
    local = not installation.current().config.production and _is_this_machine(name)
    if not local and (port or "." not in name or name.replace(".", "").isdigit()):
        raise ServerInvalid
    return host


def _is_this_machine(name: str) -> bool:
    """Whether a host is this machine by its name alone; nothing is looked up."""
    return name in {"localhost", "[::1]"} or (name.startswith("127.") and name.replace(".", "").isdigit())


@set_lookup
async def app_at(server: str) -> AppCredentials:
    """Returns the credentials of our app at a server, and registers it there at first. Raises: TemporaryFailure."""
    app = await ServerApp.get_or_none(server=server)
    if app is not None and (known := _read(app)) is not None:
        return known
    credentials = await _register(server)
    secret = {"client_secret": credentials.client_secret, "redirect_uri": redirect_uri(MASTODON)}
    ciphertext = encryption.encrypt(json.dumps(secret), server_purpose(server))
    await query_rows(SAVE, [server, credentials.client_id, ciphertext, clock.now()])
    return credentials


def _read(app: ServerApp) -> AppCredentials | None:
    """Returns the credentials of an app; None if they cannot be read, or belong to another callback address."""
    try:
        secret = json.loads(encryption.decrypt(app.client_secret, server_purpose(app.server)))
    except encryption.Undecipherable:
        return None
    if secret["redirect_uri"] != redirect_uri(MASTODON):
        return None
    return AppCredentials(app.client_id, secret["client_secret"])


async def _register(server: str) -> AppCredentials:
    """Registers our app at a server (docs.joinmastodon.org, POST /api/v1/apps). Raises: TemporaryFailure."""
    form = {
        "client_name": "Kliqs",
        "redirect_uris": redirect_uri(MASTODON),
        "scopes": " ".join(APP_SCOPES),
        "website": site.url("marketing"),
    }
    try:
        reply = await NetworkClient().request("POST", f"{server_url(server)}/api/v1/apps", form=form)
    except Unreachable as error:
        raise TemporaryFailure("network_unreachable", code=error.reason) from None
    body: dict[str, Any] = reply.json if isinstance(reply.json, dict) else {}
    id, secret = body.get("client_id"), body.get("client_secret")
    if not reply.ok or not (_is_credential(id) and _is_credential(secret)):
        raise TemporaryFailure("network_answer", status=reply.status)
    return AppCredentials(str(id), str(secret))


def _is_credential(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 255 and value.isascii() and value.isprintable()


def server_purpose(server: str) -> str:
    """Returns the purpose for which the secret of the app at a server is encrypted."""
    return f"app at server {server}"
