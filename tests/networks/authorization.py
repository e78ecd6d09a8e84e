"""The authorization server of a stand-in: codes that work once and not for long, tokens with scopes, rotation.

`visit` is what a person's browser does at the page of consent. Tokens are long and random, and begin so that a test may
look for them where no token belongs.
"""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

from app.kernel import secrets


class Refused(Exception):
    """A request to the token endpoint that is refused: the error code of OAuth 2.0."""


@dataclass
class Code:
    """A code: for whom, to where, with which challenge and scopes, and when."""

    account: str
    client_id: str
    redirect_uri: str
    challenge: str
    scopes: tuple[str, ...]
    issued_at: datetime
    used: bool = False


@dataclass
class Token:
    """An access token or a refresh token. `family` are all that came of one consent."""

    value: str = field(repr=False)
    account: str
    scopes: tuple[str, ...]
    expires_at: datetime
    family: str
    alive: bool = True


@dataclass(frozen=True)
class Tokens:
    """What the token endpoint answers; `refresh` is None where there is none."""

    access: Token
    refresh: Token | None


class Authorization:
    """`account` is who is signed in at the network; `grants` are the scopes that the person leaves, None for all.

    `code_seconds`, `access_seconds` and `refresh_seconds` are how long each is valid. With `rotates` a refresh token
    works once, and using it again ends all tokens of its family. `pkce` is "base64url", "hex" or "" for none.
    """

    def __init__(self, now: Callable[[], datetime], client_id: str, client_secret: str, account: str) -> None:
        self.now, self.client_id, self.client_secret, self.account = now, client_id, client_secret, account
        self.redirect_uris: list[str] = []  # all, while empty
        self.grants: Sequence[str] | None = None
        self.denies = False
        self.code_seconds, self.access_seconds, self.refresh_seconds = 600.0, 7200.0, 180 * 86400.0
        self.rotates, self.pkce, self.separator = True, "base64url", " "
        self.client_parameter = "client_id"
        self.codes: dict[str, Code] = {}
        self.tokens: dict[str, Token] = {}

    def visit(self, url: str) -> str:
        """What the browser of a person who agrees does at the authorization endpoint; returns where it is sent."""
        query = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        assert query["response_type"] == "code" and query[self.client_parameter] == self.client_id, query
        assert not self.redirect_uris or query["redirect_uri"] in self.redirect_uris, query
        assert not self.pkce or (query.get("code_challenge_method") == "S256" and query.get("code_challenge")), query
        if self.denies:
            refusal = {"error": "access_denied", "error_description": "no", "state": query["state"]}
            return f"{query['redirect_uri']}?{urlencode(refusal)}"
        wanted = tuple(query.get("scope", "").split(self.separator))
        scopes = tuple(scope for scope in wanted if self.grants is None or scope in self.grants)
        code = self.new_code(query["redirect_uri"], query.get("code_challenge", ""), scopes)
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def new_code(self, redirect_uri: str, challenge: str, scopes: tuple[str, ...]) -> str:
        """A code for these."""
        value = f"code-{secrets.new_token()}"
        self.codes[value] = Code(self.account, self.client_id, redirect_uri, challenge, scopes, self.now())
        return value

    def redeem(self, code: str, redirect_uri: str, verifier: str) -> Tokens:
        """Tokens for a code, once, in time, with its redirect URI and verifier. Raises: Refused."""
        found = self.codes.get(code)
        if found is None or found.used or found.redirect_uri != redirect_uri:
            raise Refused("invalid_grant")
        if self.now() - found.issued_at > timedelta(seconds=self.code_seconds):
            raise Refused("invalid_grant")
        if self.pkce and self.challenge(verifier) != found.challenge:
            raise Refused("invalid_grant")
        found.used = True
        return self.issue(found.scopes, account=found.account)

    def challenge(self, verifier: str) -> str:
        """The challenge of a verifier, in the way of this network."""
        digest = hashlib.sha256(verifier.encode())
        if self.pkce == "hex":
            return digest.hexdigest()
        return urlsafe_b64encode(digest.digest()).decode().rstrip("=")

    def issue(self, scopes: Sequence[str], *, account: str = "", family: str = "", refresh: bool = True) -> Tokens:
        """New tokens with these scopes."""
        family = family or secrets.new_token()
        access = self._token("access", account or self.account, scopes, self.access_seconds, family)
        if not refresh:
            return Tokens(access, None)
        return Tokens(access, self._token("refresh", account or self.account, scopes, self.refresh_seconds, family))

    def renew(self, refresh_token: str) -> Tokens:
        """New tokens for a refresh token. Raises: Refused; one that was used before ends its whole family."""
        found = self.tokens.get(refresh_token)
        if found is None or not refresh_token.startswith("refresh-"):
            raise Refused("invalid_grant")
        if not found.alive or found.expires_at <= self.now():
            self.end(found.family)
            raise Refused("invalid_grant")
        if not self.rotates:
            access = self._token("access", found.account, found.scopes, self.access_seconds, found.family)
            return Tokens(access, found)
        found.alive = False
        return self.issue(found.scopes, account=found.account, family=found.family)

    def valid(self, access_token: str) -> Token | None:
        """The access token, if it is valid now."""
        found = self.tokens.get(access_token)
        if found is None or not access_token.startswith("access-") or not found.alive:
            return None
        return found if found.expires_at > self.now() else None

    def end(self, family: str) -> None:
        """Ends all tokens of a family."""
        for token in self.tokens.values():
            token.alive = token.alive and token.family != family

    def revoke(self, value: str) -> bool:
        """Ends a token with its family; False for one that is not known or is ended already."""
        found = self.tokens.get(value)
        if found is None or not found.alive:
            return False
        self.end(found.family)
        return True

    def _token(self, kind: str, account: str, scopes: Sequence[str], seconds: float, family: str) -> Token:
        value = f"{kind}-{secrets.new_token()}"
        self.tokens[value] = Token(value, account, tuple(scopes), self.now() + timedelta(seconds=seconds), family)
        return self.tokens[value]
