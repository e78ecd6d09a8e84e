"""What the stand-ins of Facebook and Instagram share: Meta's form of errors, and who a token belongs to."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from tests.networks.authorization import Authorization, Refused, Token, Tokens
from tests.networks.stand_in import StandIn, parts_of

VERSION, SIXTY_DAYS = "v25.0", 5_184_000.0
ERRORS = {401: (190, 463), 403: (200, 0), 429: (32, 0), 500: (2, 0), 503: (2, 0)}


class GraphApi(StandIn):
    """`authorization` gives short tokens; `lasting` exchanges them for tokens of sixty days."""

    client_id = "meta-app-id"
    client_secret = "meta-app-secret"
    scopes: tuple[str, ...] = ()

    def __init__(self, account: str) -> None:
        super().__init__()
        self.authorization = Authorization(self.now, self.client_id, self.client_secret, account)
        self.authorization.pkce, self.authorization.separator = "", ","
        self.authorization.access_seconds = 3600

    def token(self, *scopes: str) -> str:
        """An access token with these scopes, or with all."""
        return self.authorization.issue(scopes or self.scopes, refresh=False).access.value

    def refuse(self, status: int) -> web.Response:
        """A refusal in Meta's form."""
        code, subcode = ERRORS.get(status, (1, 0))
        return self.error(code, subcode, status=status)

    def error(self, code: int, subcode: int = 0, status: int = 400, **more: Any) -> web.Response:
        """An error with a code and a subcode; Meta repeats the token in the words of some."""
        error = {"message": f"(#{code}) no", "type": "OAuthException", "code": code, "fbtrace_id": "A6LJ", **more}
        if subcode:
            error["error_subcode"] = subcode
        return web.json_response({"error": error}, status=status)

    def holder(self, request: web.Request) -> Token | None:
        """The token of a request, if it is valid."""
        bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return self.authorization.valid(bearer or request.query.get("access_token", ""))

    def fields(self, request: web.Request, body: bytes) -> dict[str, str]:
        """The parameters of a request, from its address and its form; files not among them."""
        fields = dict(request.query)
        if request.content_type == "multipart/form-data":
            parts = [part for part in parts_of(request, body) if not part.filename]
            return fields | {part.name: part.data.decode() for part in parts}
        if request.content_type == "application/x-www-form-urlencoded":
            return fields | dict(parse_qsl(body.decode()))
        return fields

    def redeem(self, fields: dict[str, str]) -> Tokens | None:
        """Short tokens for a code, None if it is refused."""
        if (fields.get("client_id"), fields.get("client_secret")) != (self.client_id, self.client_secret):
            return None
        try:
            return self.authorization.redeem(fields.get("code", ""), fields.get("redirect_uri", ""), "")
        except Refused:
            return None

    def lasting(self, short: str) -> Token | None:
        """A token of sixty days for a valid one, None for another."""
        token = self.authorization.valid(short)
        if token is None:
            return None
        before, self.authorization.access_seconds = self.authorization.access_seconds, SIXTY_DAYS
        issued = self.authorization.issue(token.scopes, account=token.account, family=token.family, refresh=False)
        self.authorization.access_seconds = before
        return issued.access
