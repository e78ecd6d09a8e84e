"""GitHub on this machine: its authorization endpoint, its token endpoint and two addresses of its API.

It refuses what GitHub refuses, in GitHub's way: errors of the token endpoint have the status 200, the API wants a
User-Agent, and addresses are for tokens with the scope `user:email` alone.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from aiohttp import web

from app.kernel import secrets
from app.kernel.pkce import code_challenge

CLIENT_ID, CLIENT_SECRET = "Iv1.0123456789abcdef", "0123456789abcdef0123456789abcdef01234567"
USER = {"id": 583231, "login": "rani", "name": "Rani Putri"}
EMAILS = [
    {"email": "old@example.com", "verified": True, "primary": False},
    {"email": "rani@example.com", "verified": True, "primary": True},
]


class GithubStandIn:
    """What it says about the person who signs in: `user`, `emails`. `token_answer` replaces that of a code."""

    def __init__(self) -> None:
        self.url = ""
        self.user: Any = dict(USER)
        self.emails: Any = [dict(entry) for entry in EMAILS]
        self.token_answer: Any = None
        self._grants: dict[str, dict[str, str]] = {}
        self._scopes: dict[str, str] = {}

    def visit(self, url: str) -> str:
        """What a browser does at the authorization endpoint; returns the path and query that it is sent back to."""
        parts = urlsplit(url)
        assert parts.path == "/login/oauth/authorize"
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        assert query["client_id"] == CLIENT_ID and query["code_challenge_method"] == "S256"
        code = secrets.new_token()[:20]
        self._grants[code] = query
        target = urlsplit(query["redirect_uri"])
        return f"{target.path}?{urlencode({'code': code, 'state': query['state']})}"

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answers a request."""
        if request.path == "/login/oauth/access_token" and request.method == "POST":
            return await self._token(request)
        if not request.headers.get("User-Agent"):
            return web.Response(status=403, text="Request forbidden by administrative rules.")
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or token not in self._scopes:
            return web.json_response({"message": "Bad credentials"}, status=401)
        if request.path == "/user":
            return web.json_response(self.user)
        if request.path == "/user/emails" and "user:email" in self._scopes[token].split():
            return web.json_response(self.emails)
        return web.json_response({"message": "Not Found"}, status=404)

    async def _token(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        if request.headers.get("Accept") != "application/json":
            return web.Response(text=urlencode({"error": "not_json"}), content_type="application/x-www-form-urlencoded")
        if self.token_answer is not None:
            return web.json_response(self.token_answer)
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            return web.json_response({"error": "incorrect_client_credentials"})
        grant = self._grants.pop(form.get("code", ""), None)
        if grant is None or code_challenge(form.get("code_verifier", "")) != grant["code_challenge"]:
            return web.json_response({"error": "bad_verification_code"})
        if form.get("redirect_uri") != grant["redirect_uri"]:
            return web.json_response({"error": "redirect_uri_mismatch"})
        token = f"gho_{secrets.random_base62(36)}"
        self._scopes[token] = grant["scope"]
        return web.json_response({"access_token": token, "scope": grant["scope"], "token_type": "bearer"})


@asynccontextmanager
async def served_github() -> AsyncGenerator[GithubStandIn]:
    """GitHub on a port of this machine."""
    stand_in = GithubStandIn()
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", stand_in.serve)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    stand_in.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield stand_in
    finally:
        await runner.cleanup()
