"""X on this machine: OAuth 2.0, uploads in segments, posts and the timeline, as its OpenAPI description says.

`client_secret` "" makes its app a public one. It refuses what X refuses: a code after 30 seconds, a refresh token that
was used, scopes that are missing, fields it does not know, media that are too large, of another type than they claim or
in the wrong category, segments that are missing, duplicate posts and texts that are too long.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, quote

from aiohttp import web

from tests.networks.authorization import Authorization, Refused, Token
from tests.networks.stand_in import parsed
from tests.networks.x_uploads import XUploads, data_answer, may_be_attached, problem

POST = {"text", "media", "reply", "quote_tweet_id", "reply_settings", "poll", "made_with_ai", "paid_partnership"}
LIGHT = [(0, 4351), (8192, 8205), (8208, 8223), (8242, 8247)]


class XStandIn(XUploads):
    """`posts` are those of everybody, the oldest first."""

    client_id, client_secret = "x-client", "x-secret/+:"

    def __init__(self) -> None:
        super().__init__()
        self.oauth = Authorization(self.now, self.client_id, self.client_secret, "2244994945")
        self.oauth.code_seconds = 30
        self.users = {"2244994945": {"id": "2244994945", "name": "Sari", "username": "sari_kopi"}}
        self.posts: list[dict[str, Any]] = []

    def answer(self, request: web.Request, body: bytes) -> web.Response:
        """Answers a request."""
        open_to_all = {
            "/i/oauth2/authorize": self._authorize,
            "/2/oauth2/token": self._token,
            "/2/oauth2/revoke": self._revoke,
        }
        if request.path in open_to_all:
            return open_to_all[request.path](request, body)
        token = self.oauth.valid(request.headers.get("Authorization", "").removeprefix("Bearer "))
        if token is None:
            return self.refuse(401)
        return self._api(request, body, token)

    def _api(self, request: web.Request, body: bytes, token: Token) -> web.Response:
        path, method = request.path, request.method
        if (method, path) == ("GET", "/2/users/me"):
            return self._lacks(token, "users.read", "tweet.read") or data_answer(self.users[token.account])
        if (method, path) == ("POST", "/2/tweets"):
            return self._lacks(token, "tweet.write", "tweet.read", "users.read") or self._create(request, body, token)
        if match := re.fullmatch(r"/2/users/(\d+)/tweets", path):
            return self._lacks(token, "tweet.read", "users.read") or self._timeline(request, match[1])
        if path.startswith("/2/media/"):
            return self._lacks(token, "media.write") or self.answer_media(request, body, token)
        return problem(404, "resource-not-found", "Not Found")

    def refuse(self, status: int) -> web.Response:
        """The refusal with a status."""
        titles = {401: "Unauthorized", 403: "Forbidden", 429: "Too Many Requests", 503: "Service Unavailable"}
        title = titles.get(status, "Internal Server Error")
        refusal = problem(status, "", title, title)
        if status == 429:
            refusal.headers["x-rate-limit-reset"] = str(int(self.now().timestamp()) + 11)
            refusal.headers["x-rate-limit-remaining"] = "0"
        return refusal

    def _lacks(self, token: Token, *scopes: str) -> web.Response | None:
        missing = [scope for scope in scopes if scope not in token.scopes]
        detail = f"The access token lacks the required scope {missing[0]}." if missing else ""
        return problem(403, "", detail, "Forbidden") if missing else None

    # OAuth 2.0

    def _authorize(self, request: web.Request, _body: bytes) -> web.Response:
        raise web.HTTPFound(self.oauth.visit(str(request.url)))

    def _client(self, request: web.Request, form: dict[str, str]) -> bool:
        """Whether the client is who it says: Basic with the secret, or a public client with its id in the form."""
        if not self.client_secret:
            return form.get("client_id") == self.client_id and "Authorization" not in request.headers
        try:
            pair = base64.b64decode(request.headers.get("Authorization", "").removeprefix("Basic ")).decode()
        except (binascii.Error, UnicodeDecodeError):
            return False
        name, _, secret = pair.partition(":")
        return (name, secret) in {
            (self.client_id, self.client_secret),
            (self.client_id, quote(self.client_secret, safe="")),
        }

    def _token(self, request: web.Request, body: bytes) -> web.Response:
        form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        if request.content_type != "application/x-www-form-urlencoded":
            return _oauth_error(400, "invalid_request")
        if not self._client(request, form):
            return _oauth_error(401, "unauthorized_client")
        try:
            if form.get("grant_type") == "refresh_token":
                tokens = self.oauth.renew(form.get("refresh_token", ""))
            elif form.get("grant_type") == "authorization_code":
                tokens = self.oauth.redeem(
                    form.get("code", ""), form.get("redirect_uri", ""), form.get("code_verifier", "")
                )
            else:
                return _oauth_error(400, "unsupported_grant_type")
        except Refused:
            return _oauth_error(400, "invalid_request", "Value passed for the token was invalid.")
        answer = {"token_type": "bearer", "expires_in": 7200, "access_token": tokens.access.value}
        answer["scope"] = " ".join(tokens.access.scopes)
        if tokens.refresh and "offline.access" in tokens.access.scopes:
            answer["refresh_token"] = tokens.refresh.value
        return web.json_response(answer)

    def _revoke(self, request: web.Request, body: bytes) -> web.Response:
        form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        if not self._client(request, form):
            return _oauth_error(401, "unauthorized_client")
        self.oauth.revoke(form.get("token", ""))
        return web.json_response({"revoked": True})

    # posts

    def _create(self, request: web.Request, body: bytes, token: Token) -> web.Response:
        wanted = parsed(body)
        ids, text = (wanted.get("media") or {}).get("media_ids", []), str(wanted.get("text", ""))
        if request.content_type != "application/json" or wanted.keys() - POST or not (text or ids):
            return problem(400, "invalid-request", "One or more parameters to your request was invalid.")
        uploads = [self.own_upload(name, token) for name in ids]
        if not may_be_attached(uploads):
            return problem(400, "invalid-request", "Your media IDs are invalid.")
        if _weight(text) > 280:
            return problem(400, "invalid-request", "The Post text is too long.")
        if any(post["raw"] == text and post["author_id"] == token.account and text for post in self.posts):
            detail = "You are not allowed to create a Tweet with duplicate content."
            return problem(403, "", detail, "Forbidden")
        answered = str((wanted.get("reply") or {}).get("in_reply_to_tweet_id", ""))
        if answered and not any(post["id"] == answered for post in self.posts):
            return problem(400, "invalid-request", "in_reply_to_tweet_id is invalid")
        post = self._posted(text, ids, token.account) | {"in_reply_to": answered}
        self.posts.append(post)
        data = {"id": post["id"], "text": post["text"], "edit_history_tweet_ids": [post["id"]]}
        return web.json_response({"data": data}, status=201)

    def _posted(self, text: str, media_ids: list[str], author: str) -> dict[str, Any]:
        """A post as X shows it: addresses wrapped, media as an address at the end, three signs as entities of HTML."""
        urls: list[dict[str, str]] = []
        name = self.new_id()

        def wrap(match: re.Match[str]) -> str:
            urls.append({"url": f"https://t.co/{name[-6:]}{len(urls)}", "expanded_url": match[0]})
            return urls[-1]["url"]

        shown = html.escape(re.sub(r"https?://\S+", wrap, text), quote=False)
        if media_ids:
            link = f"https://t.co/{name[-6:]}m"
            address = f"https://x.com/sari_kopi/status/{name}/photo/1"
            urls.append({"url": link, "expanded_url": address, "media_key": f"3_{media_ids[0]}"})
            shown = f"{shown} {link}".strip()
        post: dict[str, Any] = {"id": name, "text": shown, "author_id": author, "raw": text, "media_ids": media_ids}
        post["created_at"] = self.now()
        post["attachments"] = {"media_keys": [f"3_{media_id}" for media_id in media_ids]}
        return post | {"entities": {"urls": urls}}

    def _timeline(self, request: web.Request, author: str) -> web.Response:
        most = int(request.query.get("max_results", "10"))
        if not 5 <= most <= 100:
            return problem(400, "invalid-request", "max_results is invalid")
        start = request.query.get("start_time", "2010-11-06T00:00:00Z")
        since = datetime.fromisoformat(start.replace("Z", "+00:00"))
        own = [each for each in reversed(self.posts) if each["author_id"] == author and each["created_at"] >= since]
        wanted = {"id", "text", *request.query.get("tweet.fields", "").split(",")}
        shown = [{key: value for key, value in post.items() if key in wanted and value} for post in own[:most]]
        for post in shown:
            post["created_at"] = post["created_at"].isoformat() if "created_at" in post else None
            if not (post.get("attachments") or {}).get("media_keys"):
                post.pop("attachments", None)
        meta = {"result_count": len(shown)}
        return web.json_response({"data": shown, "meta": meta} if shown else {"meta": meta})


def _weight(text: str) -> int:
    """The weighted length, counted apart from our own counter and without sequences of emoji."""
    rest, addresses = re.subn(r"https?://\S+", "", text)
    light = sum(any(first <= ord(sign) <= last for first, last in LIGHT) for sign in rest)
    return addresses * 23 + light + (len(rest) - light) * 2


def _oauth_error(status: int, code: str, description: str = "") -> web.Response:
    return web.json_response({"error": code, "error_description": description}, status=status)
