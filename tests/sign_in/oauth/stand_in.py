"""An OpenID provider on this machine that refuses what a certified one refuses, and lies where a test makes it.

It lets in one `person` without a question. `claims` change what its ID tokens say (None leaves a claim out), `header`
what their header says, `sign` how they are signed. `answers` replace what a path answers.
"""

from __future__ import annotations

import json
import time
from base64 import b64decode
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import cache
from typing import Any
from urllib.parse import parse_qs, unquote_plus, urlencode, urlsplit

from aiohttp import web
from joserfc import jwk, jwt

from app.kernel import secrets
from app.kernel.pkce import code_challenge
from app.sign_in.oauth.id_token import access_token_hash

CLIENT_ID, CLIENT_SECRET = "kliqs:staff", "a+secret/of:the=client"
PERSON = {"sub": "248289761001", "email": "rani@example.com", "email_verified": True, "name": "Rani Putri"}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@cache
def rsa_key(number: int = 1) -> jwk.RSAKey:
    """A key of 2048 bits; making one takes a tenth of a second."""
    return jwk.RSAKey.generate_key(2048, {"kid": f"rsa-{number}", "use": "sig"})


class StandIn:
    """The provider. `keys` are those it publishes, `signs_with` is the one it signs with."""

    def __init__(self) -> None:
        self.issuer = ""
        self.person: dict[str, Any] = dict(PERSON)
        self.keys: list[Any] = [rsa_key()]
        self.signs_with: Any = rsa_key()
        self.algorithm = "RS256"
        self.claims: dict[str, Any] = {}
        self.header: dict[str, Any] = {}
        self.sign: Callable[[dict[str, Any], dict[str, Any]], str] = self._sign
        self.answers: dict[str, Handler] = {}
        self.metadata: dict[str, Any] = {}
        self.requests: list[str] = []
        self.signed_in_at = 0.0
        self.callback: dict[str, str | None] = {}
        self._grants: dict[str, dict[str, str]] = {}
        self._tokens: dict[str, dict[str, Any]] = {}

    def visit(self, url: str) -> str:
        """What a browser does at the authorization endpoint; returns the path and query that it is sent back to."""
        parts = urlsplit(url)
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{self.issuer}/authorize"
        target = urlsplit(self._authorize({name: values[0] for name, values in parse_qs(parts.query).items()}))
        return f"{target.path}?{target.query}"

    def _authorize(self, query: dict[str, str]) -> str:
        """Checks an authorization request; returns where the browser is sent."""
        again = {"prompt", "max_age"} & query.keys()
        assert query.keys() - again == {
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method",
        }
        assert (query["response_type"], query["client_id"]) == ("code", CLIENT_ID)
        assert query["code_challenge_method"] == "S256" and len(query["code_challenge"]) == 43
        assert "openid" in query["scope"].split()
        assert min(len(query["state"]), len(query["nonce"])) >= 43, "256 bits each"
        if again:
            assert (query["prompt"], query["max_age"]) == ("login", "0")
        self.signed_in_at = time.time() if again else self.signed_in_at
        code = secrets.new_token()
        self._grants[code] = query
        answer = {"state": query["state"], "code": code, "iss": self.issuer} | self.callback
        return f"{query['redirect_uri']}?{urlencode({name: value for name, value in answer.items() if value})}"

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answers a request."""
        self.requests.append(request.path)
        own: dict[str, Handler] = {
            "/.well-known/openid-configuration": self._discovery,
            "/jwks": self._jwks,
            "/token": self._token,
            "/userinfo": self._userinfo,
            "/authorize": self._authorization,
        }
        return await (self.answers.get(request.path) or own[request.path])(request)

    async def _discovery(self, _request: web.Request) -> web.Response:
        document = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/jwks",
            "authorization_response_iss_parameter_supported": True,
            "id_token_signing_alg_values_supported": ["RS256"],
        }
        return web.json_response(document | self.metadata)

    async def _jwks(self, _request: web.Request) -> web.Response:
        return web.json_response({"keys": [key.as_dict(private=False) for key in self.keys]})

    async def _authorization(self, request: web.Request) -> web.Response:
        raise web.HTTPFound(self._authorize(dict(request.query)))

    async def _token(self, request: web.Request) -> web.Response:
        """Redeems a code once, for the client that it was made for, with its redirect URI and its verifier."""
        form = {name: str(value) for name, value in (await request.post()).items()}
        if not self._is_client(request, form):
            return web.json_response({"error": "invalid_client"}, status=401)
        grant = self._grants.pop(form.get("code", ""), None)
        valid = grant is not None and form.get("grant_type") == "authorization_code"
        if grant is None or not valid or form.get("redirect_uri") != grant["redirect_uri"]:
            return web.json_response({"error": "invalid_grant"}, status=400)
        if code_challenge(form.get("code_verifier", "")) != grant["code_challenge"]:
            return web.json_response({"error": "invalid_grant"}, status=400)
        access_token = secrets.new_token()
        self._tokens[access_token] = dict(self.person)
        return web.json_response(
            {
                "access_token": access_token,
                "token_type": "Bearer",
                "expires_in": 600,
                "id_token": self.id_token(grant["nonce"], access_token),
            }
        )

    def _is_client(self, request: web.Request, form: dict[str, str]) -> bool:
        """Whether the client has proved who it is, in the one way that the metadata allows."""
        scheme, _, encoded = request.headers.get("Authorization", "").partition(" ")
        if self.metadata.get("token_endpoint_auth_methods_supported") == ["client_secret_post"]:
            return not scheme and (form.get("client_id"), form.get("client_secret")) == (CLIENT_ID, CLIENT_SECRET)
        pair = [unquote_plus(part) for part in b64decode(encoded).decode().split(":")] if scheme == "Basic" else []
        return pair == [CLIENT_ID, CLIENT_SECRET] and "client_secret" not in form

    def id_token(self, nonce: str, access_token: str) -> str:
        """Returns a signed ID token for the person."""
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "iat": now,
            "exp": now + 300,
            "nonce": nonce,
            "auth_time": int(self.signed_in_at or now - 3600),
            "at_hash": access_token_hash(access_token, self.algorithm),
        } | self.person
        claims |= self.claims
        header = {"alg": self.algorithm, "kid": self.signs_with.kid} | self.header
        present = {name: value for name, value in claims.items() if value is not None}
        return self.sign({name: value for name, value in header.items() if value is not None}, present)

    def _sign(self, header: dict[str, Any], claims: dict[str, Any]) -> str:
        return jwt.encode(header, claims, self.signs_with, algorithms=[header["alg"]])

    async def _userinfo(self, request: web.Request) -> web.Response:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if token not in self._tokens:
            return web.json_response({"error": "invalid_token"}, status=401)
        return web.json_response(self._tokens[token])

    def settings(self) -> dict[str, str]:
        """The variables KLIQS_OIDC_<NAME>_… of a client of it, by their last part."""
        return {"ISSUER": self.issuer, "CLIENT_ID": CLIENT_ID, "CLIENT_SECRET": CLIENT_SECRET}


@asynccontextmanager
async def served_stand_in() -> AsyncGenerator[StandIn]:
    """A stand-in that listens on a port of this machine."""
    stand_in = StandIn()
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", stand_in.serve)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    stand_in.issuer = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield stand_in
    finally:
        await runner.cleanup()


def answering(body: Any, status: int = 200, **headers: str) -> Handler:
    """A handler that always answers the same: JSON, or bytes as they are."""

    async def answer(_request: web.Request) -> web.Response:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        return web.Response(body=data, status=status, headers=headers)

    return answer
