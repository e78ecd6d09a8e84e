"""The manners of a network's OAuth 2.0 in one table, so that one client serves all networks (oauth_client.py)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypedDict


class Pkce(Enum):
    """How the challenge is made from the verifier: not at all, base64url (RFC 7636), or hexadecimal (TikTok)."""

    NONE, BASE64URL, HEX = "none", "base64url", "hex"


class ClientAuth(Enum):
    """Where the token endpoint wants the client's secret: in the body, or in an Authorization: Basic header."""

    BODY, BASIC = "body", "basic"


class Permissions(TypedDict):
    """Which scopes are missing, and whether an account may publish without them."""

    missing: tuple[str, ...]
    may_publish: bool


@dataclass(frozen=True, slots=True)
class OauthTable:
    """The addresses, scopes and manners of one network.

    `client_id_parameter` is the name of the client id in requests (`client_key` at TikTok). `scope_separator` joins the
    scopes. `multipart`: the code is exchanged in a multipart form. `exchange` is a second call that turns a short token
    into one that lasts (Meta): its address and the grant_type. `refresh_url` is the address of refreshes where that is
    not `token_url`; `refresh_grant` the grant_type. A `refreshes_itself` token is its own refresh token (Instagram).
    `refreshable` is False where a token cannot be renewed without the person (LinkedIn, Facebook). `rotates`: each
    refresh token works once. `needed_scopes` are those without which nothing can be published.
    """

    authorize_url: str
    token_url: str
    client_id: str
    client_secret: str = field(repr=False)
    scopes: tuple[str, ...] = ()
    needed_scopes: tuple[str, ...] = ()
    pkce: Pkce = Pkce.BASE64URL
    client_auth: ClientAuth = ClientAuth.BODY
    client_id_parameter: str = "client_id"
    scope_separator: str = " "
    authorize_extra: Mapping[str, str] = field(default_factory=dict)
    multipart: bool = False
    exchange_url: str = ""
    exchange_grant: str = ""
    exchange_parameter: str = "access_token"
    refresh_url: str = ""
    refresh_grant: str = "refresh_token"
    refreshes_itself: bool = False
    refreshable: bool = True
    rotates: bool = False
    revoke_url: str = ""
    get_for_exchange: bool = True

    def permissions(self, granted: Collection[str]) -> Permissions:
        """Returns what is missing in granted scopes; nothing where the network does not say what it granted."""
        missing = tuple(scope for scope in self.scopes if granted and scope not in granted)
        return {"missing": missing, "may_publish": not set(missing) & set(self.needed_scopes)}
