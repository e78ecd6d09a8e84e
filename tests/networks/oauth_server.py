"""A network that has nothing but OAuth 2.0, on loopback, and the adapter that talks to it.

It refuses what real ones refuse: a code that was used, a wrong verifier or redirect_uri, an old code, a refresh token
that was used before, credentials in the wrong place, a token that is revoked. `people` are the accounts that a token
reaches. `manners` of the adapter replace what its table says.
"""

from __future__ import annotations

import zlib
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from aiohttp import web

from app.publishing.networks import oauth_client
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.errors import ReconnectNeeded, TemporaryFailure
from app.publishing.networks.network import Grant, MediaRules, Network, NetworkAccount, Sent, Target, TextRules
from app.publishing.networks.oauth_table import OauthTable
from app.publishing.networks.post_content import PostContent
from tests.networks.authorization import Authorization, Refused, Tokens
from tests.networks.stand_in import StandIn, parts_of, served

CLIENT_ID, CLIENT_SECRET = "kliqs:app", "a+secret/of:the=app"
SCOPES = ("read", "publish")
SARI = {"id": "1001", "username": "nusantara.kopi", "name": "Nusantara Kopi"}


class OauthServer(StandIn):
    """The network's servers. `basic`: the token endpoint wants Authorization: Basic. `lives`: expires_in is said."""

    def __init__(self) -> None:
        super().__init__()
        self.authorization = Authorization(self.now, CLIENT_ID, CLIENT_SECRET, "sari")
        self.people: list[dict[str, Any]] = [dict(SARI)]
        self.basic = self.multipart = False
        self.lives = self.says_scopes = True
        self.apps: list[dict[str, str]] = []

    def visit(self, url: str) -> str:
        """What the browser of a person who agrees does; returns the path and query that it is sent back to."""
        parts = urlsplit(url)
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{self.origin}/authorize", url
        query = parse_qs(parts.query)
        assert len(query["state"][0]) >= 43, "256 bits"
        back = urlsplit(self.authorization.visit(url))
        return f"{back.path}?{back.query}"

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        """Answers a request by its path."""
        answers = {
            "/token": self._token,
            "/long": self._long,
            "/renew": self._renew_itself,
            "/revoke": self._revoke,
            "/me": self._me,
            "/picture.png": lambda *_: web.Response(body=png(), content_type="image/png"),
            "/api/v1/apps": self._register,
        }
        return answers[request.path](request, body)

    def refuse(self, status: int, code: str = "") -> web.Response:
        """The refusal with a status."""
        known = {400: "invalid_grant", 401: "invalid_client", 429: "rate_limited"}
        return web.json_response(
            {"error": code or known.get(status, "server_error"), "error_description": "no"}, status=status
        )

    def _fields(self, request: web.Request, body: bytes) -> dict[str, str]:
        if self.multipart:
            parts = parts_of(request, body)
            assert parts, "a multipart form is wanted"
            return {part.name: part.data.decode() for part in parts}
        assert request.content_type == "application/x-www-form-urlencoded", request.content_type
        return {name: values[0] for name, values in parse_qs(body.decode(), keep_blank_values=True).items()}

    def _is_client(self, request: web.Request, form: Mapping[str, str]) -> bool:
        scheme, _, pair = request.headers.get("Authorization", "").partition(" ")
        if self.basic:
            known = [unquote(part) for part in b64decode(pair).decode().split(":")] if scheme == "Basic" else []
            return known == [CLIENT_ID, CLIENT_SECRET] and "client_secret" not in form
        id = form.get(self.authorization.client_parameter)
        return not scheme and (id, form.get("client_secret")) == (CLIENT_ID, CLIENT_SECRET)

    def _token(self, request: web.Request, body: bytes) -> web.Response:
        form = self._fields(request, body)
        if not self._is_client(request, form):
            return self.refuse(401)
        try:
            if form["grant_type"] == "authorization_code":
                tokens = self.authorization.redeem(form["code"], form["redirect_uri"], form.get("code_verifier", ""))
            else:
                assert form["grant_type"] == "refresh_token"
                tokens = self.authorization.renew(form["refresh_token"])
        except Refused as refused:
            return self.refuse(400, str(refused))
        return web.json_response(self._granted(tokens))

    def _granted(self, tokens: Tokens) -> dict[str, Any]:
        answer: dict[str, Any] = {"access_token": tokens.access.value, "token_type": "bearer"}
        if self.lives:
            answer["expires_in"] = self.authorization.access_seconds
        if self.says_scopes:
            answer["scope"] = " ".join(tokens.access.scopes)
        if tokens.refresh:
            answer["refresh_token"] = tokens.refresh.value
        return answer

    def _long(self, request: web.Request, _body: bytes) -> web.Response:
        """Exchanges a short token for one of 60 days, by GET."""
        query = request.query
        found = self.authorization.valid(query.get("access_token", ""))
        if found is None or query.get("client_secret") != CLIENT_SECRET or query.get("grant_type") != "long_lived":
            return self.refuse(400)
        found.alive = False
        tokens = self.authorization.issue(found.scopes, refresh=False)
        return web.json_response({"access_token": tokens.access.value, "expires_in": 60 * 86_400})

    def _renew_itself(self, request: web.Request, _body: bytes) -> web.Response:
        """Renews a token that is its own refresh token, by GET."""
        found = self.authorization.valid(request.query.get("access_token", ""))
        if found is None or request.query.get("grant_type") != "renew_itself":
            return web.json_response({"error": {"message": "Session has expired", "code": 190}}, status=400)
        tokens = self.authorization.issue(found.scopes, refresh=False, family=found.family)
        return web.json_response({"access_token": tokens.access.value, "expires_in": 60 * 86_400})

    def _revoke(self, request: web.Request, body: bytes) -> web.Response:
        form = self._fields(request, body)
        if not self._is_client(request, form):
            return self.refuse(401)
        self.authorization.revoke(form["token"])
        return web.json_response({})  # RFC 7009: also for a token that nobody knows

    def _me(self, request: web.Request, _body: bytes) -> web.Response:
        token = self.authorization.valid(request.headers.get("Authorization", "").removeprefix("Bearer "))
        if token is None:
            return web.json_response({"error": "invalid_token"}, status=401)
        people = [person | {"picture": f"{self.origin}{person['picture']}"} if "picture" in person else person
                  for person in self.people]  # fmt: skip
        return web.json_response({"accounts": people, "scopes": token.scopes})

    def _register(self, request: web.Request, body: bytes) -> web.Response:
        """Registers an app, as a Mastodon server does."""
        form = self._fields(request, body)
        assert form["client_name"] and form["redirect_uris"].startswith("https://") and form["scopes"]
        self.apps.append(form)
        self.authorization.redirect_uris = [form["redirect_uris"]]
        return web.json_response({"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET})


class Practice(Network):
    """The adapter of the stand-in. A person with `page` is a page with a token of its own."""

    name, label, icon = "practice", "Practice", "brand-x"
    text_rules, media_rules = TextRules(280), MediaRules(most_images=4)

    def __init__(self, server: OauthServer) -> None:
        self.server, self.manners = server, dict[str, Any]()
        self.is_set_up = True

    def configured(self) -> bool:
        return self.is_set_up

    async def oauth(self, server: str = "") -> OauthTable:
        origin = self.server.origin
        table = OauthTable(
            authorize_url=f"{origin}/authorize",
            token_url=f"{origin}/token",
            client_id=CLIENT_ID,
            client_secret=CLIENT_SECRET,
            scopes=SCOPES,
            needed_scopes=("publish",),
            rotates=True,
            revoke_url=f"{origin}/revoke",
        )
        return replace(table, **self.manners)

    async def accounts(self, client: NetworkClient, grant: Grant, server: str = "") -> Sequence[NetworkAccount]:
        reply = await client.request("GET", f"{self.server.origin}/me")
        if reply.status == 401:
            raise ReconnectNeeded("permission_ended", status=401)
        if not reply.ok or "accounts" not in reply.json:
            raise TemporaryFailure("network_down", status=reply.status)
        missing = tuple(scope for scope in SCOPES if scope not in reply.json["scopes"])
        return [self._account(person, grant, missing) for person in reply.json["accounts"]]

    def _account(self, person: Mapping[str, Any], grant: Grant, missing: tuple[str, ...]) -> NetworkAccount:
        token = person.get("page")
        own = replace(grant, access_token=token, user_token=grant.access_token, token_type="page") if token else None
        return NetworkAccount(
            external_id=person["id"],
            username=person.get("username", ""),
            display_name=person.get("name", ""),
            picture_url=person.get("picture", ""),
            kind="page" if "page" in person else "person",
            details={"author": f"urn:{person['id']}"},
            grant=own,
            missing=missing,
            may_publish="publish" not in missing,
        )

    async def revoke(self, client: NetworkClient, grant: Grant, server: str = "") -> None:
        for token in filter(None, (grant.refresh_token, grant.access_token)):
            await oauth_client.revoke(await self.oauth(server), token)

    async def send(
        self, client: NetworkClient, target: Target, content: PostContent, progress: Mapping[str, Any]
    ) -> Sent:
        raise NotImplementedError


@contextmanager
def served_network() -> Iterator[Practice]:
    """The adapter of a stand-in that listens on this machine."""
    with served(OauthServer()) as server:
        yield Practice(server)


def png() -> bytes:
    """A picture of one grey pixel in eight by eight."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = (8).to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    rows = zlib.compress(b"".join(b"\0" + bytes([128] * 8) for _ in range(8)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
